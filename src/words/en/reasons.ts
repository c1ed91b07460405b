import type { Cause, CoreCause, FurtherCause } from '../../diagnosis/causes.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { cut } from '../clean.ts';
import type { Told } from '../language.ts';
import { decisive, filterReason } from './clauses.ts';
import { furtherCauseWords } from './codes/further-causes.ts';
import { app, inSentence, quoted } from './say.ts';

/** The cause as the end of a headline: "the filter “Sales only” is not passed". */
export function reason(cause: Cause, told: Told): string {
  return isFurther(cause) ? inSentence(furtherCauseWords[cause].title) : reasons[cause](told);
}

/** Whether a cause is one that only documented codes lead to. */
export function isFurther(cause: Cause): cause is FurtherCause {
  return Object.hasOwn(furtherCauseWords, cause);
}

const reasons: Readonly<Record<CoreCause, (told: Told) => string>> = {
  'scoping-filter': ({ diagnosis }) => filterReason(decisive(diagnosis)),
  'not-assigned': (told) => `not assigned to ${app(told)}`,
  'nested-group': () => 'assigned only through a nested group',
  'no-entitled-role': () => 'the assigned role does not entitle to provisioning',
  'disabled-in-source': ({ diagnosis, subject }) => {
    if (isDeleted(diagnosis)) return `the ${thing(subject.type)} is deleted in the source`;
    // Workers are not disabled: they are not hired yet, or have left.
    return `the ${thing(subject.type)} is ${subject.type === 'worker' ? 'not active' : 'disabled'} in the source`;
  },
  'assignment-record': () => 'the assignment is recorded faultily in Entra',
  'required-attribute': ({ diagnosis }) =>
    `${attributeName(diagnosis, 'a required attribute')} ${emptiness(diagnosis)}`,
  'matching-attribute': ({ diagnosis }) => {
    const source = diagnosis.matching?.sources.find(({ empty }) => empty === true) ?? diagnosis.matching?.sources[0];
    const name = source?.name ?? diagnosis.matching?.target;
    return name ? `the matching attribute ${cut(name, 60)} is empty` : 'the matching attribute is empty';
  },
  'already-in-sync': () => 'nothing needed to change',
  'already-deprovisioned': (told) => `nothing left to disable in ${app(told)}`,
  'reference-not-provisioned': (told) =>
    `a ${told.subject.type === 'group' ? 'member' : 'member or manager'} is not provisioned to ${app(told)}`,
  'duplicate-in-app': (told) => `more than one account in ${app(told)} matches`,
  'duplicate-in-source': () => 'more than one object in the source has the matching value',
  'value-conflict': (told) => `another account in ${app(told)} already holds ${conflictingValue(told.diagnosis)}`,
  'credentials-rejected': (told) => `${app(told)} rejects the credentials of provisioning`,
  'insufficient-rights': (told) => `${app(told)} does not allow provisioning this operation`,
  'app-throttling': (told) => `${app(told)} is limiting requests`,
  'app-unavailable': (told) => `${app(told)} did not answer properly`,
  'request-rejected': (told) => `${app(told)} rejected the request`,
  'scim-incompatible': (told) => `Entra cannot use the SCIM answer of ${app(told)}`,
  'license-limit': (told) => `no licence is free in ${app(told)}`,
  'invalid-domain': (told) => `${app(told)} does not accept the domain`,
  'account-missing-in-app': (told) => `the linked account in ${app(told)} is gone`,
  'unknown-attribute': (told) => {
    const name = attributeName(told.diagnosis, '');
    return name === ''
      ? `a mapping uses an attribute that ${app(told)} does not know`
      : `${app(told)} does not know the attribute ${name}`;
  },
  'provisioning-not-configured': (told) => `provisioning to ${app(told)} is not set up`,
  'provisioning-off': (told) => `provisioning to ${app(told)} is switched off`,
  'initial-cycle-running': () => 'the first cycle is still running',
  quarantined: (told) => `provisioning to ${app(told)} is in quarantine`,
  'deletions-held': (told) => `provisioning to ${app(told)} is held because of too many deletions`,
  'awaiting-next-cycle': ({ diagnosis, clock }) => {
    const at = diagnosis.now.expectedAt ?? diagnosis.job.nextCycleAt;
    if (diagnosis.now.was)
      return `mended since, expected to pass ${at ? `about ${clock.soon(at)}` : 'at the next cycle'}`;
    return at ? `the next cycle, about ${clock.soon(at)}, should settle it` : 'the next cycle should settle it';
  },
  'cycles-stalled': ({ diagnosis, clock }) =>
    diagnosis.job.lastCycleAt
      ? `no cycle has run since ${clock.moment(diagnosis.job.lastCycleAt)}`
      : 'no cycle is running',
  'no-record': () => 'the provisioning log holds no entry',
  provisioned: (told) => lastChange(told),
  deprovisioned: (told) => lastChange(told),
  unrecognised: ({ diagnosis }) =>
    diagnosis.code
      ? `the reason ${quoted(diagnosis.code, 60)} is not documented`
      : diagnosis.appAnswer?.raw
        ? 'the reason given is not documented'
        : 'the log entry gives no reason',
};

/** "account", "group", "worker record". */
export function thing(type: Told['subject']['type']): string {
  switch (type) {
    case 'user':
      return 'account';
    case 'group':
      return 'group';
    case 'worker':
      return 'worker record';
  }
}

export function isDeleted(diagnosis: Diagnosis): boolean {
  return diagnosis.proof.some(
    (proof) => proof.source === 'directory' && proof.what === 'account' && proof.deletedAt !== undefined,
  );
}

/** The attribute in question as the app or the log names it. */
export function attributeName({ property, appAnswer }: Diagnosis, otherwise: string): string {
  const name = property?.target ?? appAnswer?.value?.property;
  return name ? cut(name, 60) : otherwise;
}

function emptiness({ property }: Diagnosis): string {
  const known = property?.sources.some(({ empty }) => empty === true) ?? false;
  return known ? 'is empty' : 'is missing or invalid';
}

function conflictingValue({ appAnswer }: Diagnosis): string {
  return appAnswer?.value ? quoted(appAnswer.value.value, 80) : 'the same value';
}

function lastChange({ diagnosis, clock }: Told): string {
  const at = diagnosis.lastGood?.at ?? diagnosis.telling?.at;
  const action = (diagnosis.lastGood?.action ?? diagnosis.telling?.action ?? '').toLowerCase();
  if (!at) return diagnosis.verdict === 'provisioned' ? 'everything is in place' : 'the account was taken away';
  return `${done(action, diagnosis.verdict)} on ${clock.moment(at)}`;
}

function done(action: string, verdict: Diagnosis['verdict']): string {
  const words = verdict === 'deprovisioned' ? taken : written;
  return words.get(action) ?? (verdict === 'deprovisioned' ? 'taken away' : 'last written');
}

const written: ReadonlyMap<string, string> = new Map([
  ['create', 'created'],
  ['update', 'last updated'],
]);
const taken: ReadonlyMap<string, string> = new Map([
  ['delete', 'deleted'],
  ['disable', 'disabled'],
]);

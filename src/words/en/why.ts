import type { Cause } from '../../diagnosis/causes.ts';
import { cut } from '../clean.ts';
import type { Told } from '../language.ts';
import { clauseSentence, decisive } from './clauses.ts';
import { codeWords } from './code-words.ts';
import { jobStates } from './names.ts';
import { reason } from './reasons.ts';
import { app, count, failedRemoval, inSentence, quoted, sentence, sentences, value, who } from './say.ts';
import { furtherWhys } from './why-further.ts';

/** Why, in one or two sentences, with the wanted and the actual value; then the app's own words. */
export function why(told: Told): string {
  const { cause, also } = told.diagnosis;
  const then = also.length === 0 ? undefined : `${alsoWord(told)}: ${also.map((one) => reason(one, told)).join('; ')}`;
  const left = failedRemoval(told) && `The account of ${who(told)} in ${app(told)} may still be active`;
  return sentences(whys[cause](told), left, quote(told), then);
}

/** Further gates are in the way of somebody who should be in, and are the state of things for somebody who should not. */
function alsoWord({ diagnosis: { expected, verdict } }: Told): string {
  return verdict === 'deprovisioned' || verdict === 'provisioned' ? 'Today' : expected ? 'Also' : 'Also in the way';
}

/** Whether every gate of scoping can be looked at from here. */
function isAllKnown({ diagnosis }: Told): boolean {
  const scoping = ['active', 'assigned', 'role', 'filter'];
  return diagnosis.gates.every(({ gate, now }) => now !== 'unknown' || !scoping.includes(gate));
}

/** What the app itself said, as the app's words, with the value it is about. */
export function quote(told: Told): string | undefined {
  const answer = told.diagnosis.appAnswer;
  if (!answer) return undefined;
  const said = answer.sentence?.trim();
  const logged = said ? '' : logText(told);
  const about = answer.value
    ? `the value of ${cut(answer.value.property, 60)} is ${quoted(answer.value.value, 80)}`
    : undefined;
  return (
    sentences(
      said && `${app(told)} said: ${quoted(said, 240)}`,
      logged !== '' && `The log says: ${quoted(logged, 240)}`,
      !said &&
        logged === '' &&
        answer.httpStatus !== undefined &&
        `${app(told)} answered with HTTP ${answer.httpStatus}`,
      about,
    ) || undefined
  );
}

/** What Entra itself wrote, without its labels; nothing where that is only the code, or is told already. */
function logText({ diagnosis: { appAnswer, cause, property } }: Told): string {
  const raw = (appAnswer?.raw ?? '')
    .replace(/^(?:(?:error|message)\s*:\s*)+/i, '')
    .replace(/\s*\b(?:This|The) operation (?:was|is) retried\b.*$/i, '')
    .trim();
  const says = !/\bProcessing of the HTTP request resulted in an exception\b|<html/i.test(raw);
  return cause === 'unrecognised' || property || !says || !/\s/.test(raw) ? '' : raw;
}

const whys: Readonly<Record<Cause, (told: Told) => string>> = {
  'scoping-filter': (told) => {
    const clauses = decisive(told.diagnosis);
    const shown = clauses.slice(0, 2).map(clauseSentence);
    const rest = clauses.length - shown.length;
    const filters = new Set(clauses.map(({ filter }) => filter));
    if (shown.length === 0)
      return `The log says that ${who(told)} did not pass the scoping filter, without naming the clause`;
    return sentences(
      ...shown,
      rest > 0 && `${count(rest, 'more clause fails', 'more clauses fail')}`,
      filters.size > 1 && 'One filter passed in full would be enough',
    );
  },
  'not-assigned': (told) => {
    const logged = told.diagnosis.gates.some(({ gate, then }) => gate === 'assigned' && then === 'shut');
    const [group] = told.diagnosis.assignment.uncounted ?? [];
    if (group !== undefined)
      return `${who(told)} is in the group ${quoted(group, 60)}, which is assigned to ${app(told)} but is not security-enabled: provisioning counts security groups only`;
    return logged
      ? `${who(told)} was not assigned to ${app(told)}, directly or by a direct group, and the log names that as the reason`
      : `${who(told)} has no assignment to ${app(told)}, directly or by a direct group, and an app that provisions assigned users and groups only leaves everybody else out`;
  },
  'nested-group': (told) => {
    const { groups } = told.diagnosis.assignment;
    const [group] = groups;
    const outer = group ? quoted(group.name, 60) : 'the assigned group';
    const inner = group?.via ? `, by way of ${quoted(group.via, 60)}` : ' of another group';
    return `The group ${outer} is assigned, but ${who(told)} is in it only as a member${inner}: provisioning reads direct members only`;
  },
  'no-entitled-role': (told) => {
    const roles = told.diagnosis.assignment.roles.map((role) =>
      role === '' ? 'the default access role' : quoted(role, 60),
    );
    const held = roles.length > 0 ? told.clock.all(roles) : 'a role';
    return `${who(told)} is assigned with ${held}, which does not entitle to provisioning in ${app(told)}`;
  },
  'disabled-in-source': (told) => {
    const whom =
      told.subject.type === 'worker' ? 'a worker who is not active' : `a disabled or deleted ${told.subject.type}`;
    return `${reason('disabled-in-source', told)}, and provisioning creates no account for ${whom}`;
  },
  'assignment-record': (told) =>
    `${who(told)} is active, assigned and passes the filter, and Entra still says “not effectively entitled”: the record of the assignment is at fault`,
  'required-attribute': (told) => propertyWhy(told),
  'matching-attribute': (told) => matchingWhy(told),
  'already-in-sync': (told) => `The log found the same values on both sides, so nothing was written to ${app(told)}`,
  'already-deprovisioned': (told) =>
    `${who(told)} is out of scope and was already disabled or removed in ${app(told)}, so nothing was left to do`,
  'reference-not-provisioned': (told) =>
    told.subject.type === 'group'
      ? `At least one member of ${who(told)} is not itself in ${app(told)}, so that membership could not be written`
      : `${who(told)} points to a manager or group that is not itself in ${app(told)}, so that part could not be written`,
  'duplicate-in-app': (told) =>
    sentences(
      `Entra looked for ${who(told)} by the matching attribute${matchingValue(told)} and found more than one account in ${app(told)}`,
      'It does not choose between them',
    ),
  'duplicate-in-source': (told) =>
    `More than one object in the source carries the matching value of ${who(told)}${matchingValue(told)}, so Entra cannot tell which one belongs to the account in ${app(told)}`,
  'value-conflict': (told) =>
    `${app(told)} wants this value only once, and an account that Entra did not match to ${who(told)} has it`,
  'credentials-rejected': (told) =>
    `${app(told)} refused the sign-in with which Entra provisions, so nobody can be provisioned until the credentials are renewed`,
  'insufficient-rights': (told) =>
    `Entra could sign in to ${app(told)}, but its integration account may not do what was asked`,
  'app-throttling': (told) =>
    `${app(told)} takes fewer requests than Entra sends. Entra slows down and tries again by itself`,
  'app-unavailable': (told) =>
    `${app(told)} did not answer in time or answered with a server error. Entra tries again by itself`,
  'request-rejected': (told) => `${app(told)} understood the request for ${who(told)} and refused its content`,
  'scim-incompatible': (told) =>
    `The SCIM interface of ${app(told)} answers in a way that Entra cannot read or did not ask for`,
  'license-limit': (told) => `${app(told)} has no free licence of the kind that ${who(told)} needs`,
  'invalid-domain': (told) =>
    `${app(told)} does not accept the domain in the sign-in name or mail address of ${who(told)}`,
  'account-missing-in-app': (told) =>
    `Entra had matched ${who(told)} to an account in ${app(told)} that does not exist any more`,
  'unknown-attribute': (told) => `An attribute mapping writes an attribute that ${app(told)} does not have`,
  'provisioning-not-configured': (told) =>
    `${app(told)} has no provisioning that could create anybody: it was never set up or never authorised`,
  'provisioning-off': (told) =>
    sentences(`Provisioning to ${app(told)} was switched off, so no cycle runs for anybody`, lastCycle(told)),
  'initial-cycle-running': (told) => {
    const { progress } = told.diagnosis.job;
    const far =
      progress && progress.total > 0
        ? `${told.clock.number(progress.completed)} of ${told.clock.number(progress.total)} ${cut(progress.units, 20)} are done`
        : undefined;
    return sentences(
      `The first cycle of ${app(told)} reads everybody and has not ended yet; it takes from 20 minutes to several hours`,
      far,
    );
  },
  quarantined: (told) => quarantineWhy(told),
  'deletions-held': (told) =>
    sentences(
      `More deletions came together in one cycle than the accidental-deletion threshold of ${app(told)} allows`,
      'Entra holds them back until an admin allows or undoes them',
    ),
  'awaiting-next-cycle': (told) =>
    told.diagnosis.now.was
      ? `Everything that kept ${who(told)} out is mended; provisioning has not run since`
      : `Everything ${isAllKnown(told) ? '' : 'that can be checked '}stands open for ${who(told)}; provisioning has just not run since the last change`,
  'cycles-stalled': (told) =>
    sentences(
      `Provisioning to ${app(told)} is switched on, but no cycle has run for far longer than its interval`,
      lastCycle(told),
    ),
  'no-record': (told) => {
    const none = told.diagnosis.proof.find((proof) => proof.source === 'log' && proof.what === 'none');
    const since = none && none.source === 'log' && none.what === 'none' ? ` since ${told.clock.moment(none.from)}` : '';
    return `The provisioning log has no entry for ${who(told)} in ${app(told)}${since}, and nothing that can be checked from here explains it`;
  },
  provisioned: (told) => changes(told) ?? `The last write to ${app(told)} worked, and nothing has gone wrong since`,
  deprovisioned: (told) => `${who(told)} went out of scope, and Entra disabled or deleted the account in ${app(told)}`,
  unrecognised: (told) => {
    const { code: named, appAnswer } = told.diagnosis;
    if (!named && !appAnswer?.sentence && !appAnswer?.raw)
      return 'The log entry carries neither a code nor a text that says why, so Skipper does not guess';
    const code = named ? `The log says ${quoted(named, 120)}` : 'The log gives a reason';
    const raw = told.diagnosis.appAnswer?.sentence ? undefined : told.diagnosis.appAnswer?.raw;
    return sentences(
      `${code}, which Microsoft documents nowhere, so Skipper does not guess what it means`,
      raw && `The whole text: ${quoted(raw, 300)}`,
    );
  },
  ...furtherWhys,
};

function propertyWhy(told: Told): string {
  const { property, appAnswer } = told.diagnosis;
  if (!property) {
    const name = appAnswer?.value?.property;
    return `${app(told)} needs ${name ? cut(name, 60) : 'an attribute'}, and the value for ${who(told)} is missing or invalid`;
  }
  const target = cut(property.target, 60);
  const opening = `${app(told)} needs ${target}`;
  const empty = property.sources.filter((source) => source.empty === true).map(({ name }) => cut(name, 60));
  const given = property.sources
    .filter((source) => source.empty === false)
    .map((source) => `${cut(source.name, 60)} is ${value(source.value)}`);
  switch (property.mapping) {
    case 'unmapped':
      return `${opening}, and no attribute mapping feeds it`;
    case 'constant':
      return `${opening}; the mapping writes a constant that ${app(told)} does not take`;
    case 'attribute':
    case 'expression': {
      const feeds = property.sources.map(({ name }) => cut(name, 60));
      const from = feeds.length > 0 ? `, which is fed by ${told.clock.all(feeds)}` : '';
      if (empty.length > 0)
        return `${opening}${from}; ${told.clock.all(empty)} ${empty.length > 1 ? 'are' : 'is'} empty for ${who(told)}`;
      return sentences(
        `${opening}${from}; the log calls the value missing or invalid`,
        given.length > 0 && `Today ${given.join(', ')}`,
      );
    }
    case undefined:
      return empty.length > 0
        ? `${opening}, and ${told.clock.all(empty)} is empty for ${who(told)}`
        : `${opening}, and the value for ${who(told)} is missing or invalid`;
  }
}

function matchingWhy(told: Told): string {
  const { matching } = told.diagnosis;
  const kind = told.subject.type === 'user' ? 'user' : told.subject.type;
  if (!matching)
    return `Entra matches ${kind}s to accounts in ${app(told)} by an attribute that is empty for ${who(told)}`;
  const sources = matching.sources.map(({ name }) => cut(name, 60));
  const by = sources.length > 0 ? told.clock.all(sources) : cut(matching.target, 60);
  const what = told.subject.type === 'group' ? 'group' : 'account';
  return `Entra finds the ${what} in ${app(told)} by ${by}, which is empty for ${who(told)}, and reads no further without it`;
}

function matchingValue(told: Told): string {
  const source = told.diagnosis.matching?.sources.find(
    (one) => one.value !== undefined && one.value !== null && one.value !== '',
  );
  return source ? ` (${cut(source.name, 60)}: ${value(source.value)})` : '';
}

function lastCycle(told: Told): string | undefined {
  const { job } = told.diagnosis;
  return job.lastCycleAt ? `The last cycle was on ${told.clock.moment(job.lastCycleAt)}` : undefined;
}

function quarantineWhy(told: Told): string {
  const { quarantine } = told.diagnosis.job;
  const title = codeWords(quarantine?.reason, told)?.title.replace(/^Quarantine: /, '');
  const since = quarantine?.since ? ` on ${told.clock.moment(quarantine.since)}` : '';
  const error = quarantine?.error;
  const said = error && (error.message || error.code);
  return sentences(
    `Entra put the provisioning to ${app(told)} in quarantine${since}${title ? `: ${inSentence(title)}` : ', because most calls failed'}`,
    'It concerns everybody, and the job now runs at most once a day',
    said && `The job's own words: ${quoted(said, 200)}`,
  );
}

function changes(told: Told): string | undefined {
  const written =
    told.diagnosis.lastGood?.changed.filter(({ name }) => !/^(?:objectId|id|externalId)$/i.test(name)) ?? [];
  if (written.length === 0) return undefined;
  const shown = written
    .slice(0, 3)
    .map(({ name, to }) => `${cut(name, 60)}${to === undefined || to === '' ? '' : ` ${quoted(to, 60)}`}`);
  const rest = written.length - shown.length;
  const more = rest > 0 ? ` and ${count(rest, 'more attribute', 'more attributes')}` : '';
  return `The last write to ${app(told)} set ${shown.join(', ')}${more}`;
}

/** The state of the job as a sentence. */
export function jobSentence(told: Told): string {
  const { job } = told.diagnosis;
  const next =
    job.nextCycleAt && job.state === 'running'
      ? `the next one is expected about ${told.clock.soon(job.nextCycleAt)}`
      : undefined;
  const last = job.lastCycleAt ? `the last cycle was on ${told.clock.moment(job.lastCycleAt)}` : undefined;
  return sentence([`The job is ${jobStates[job.state]}`, last, next].filter((part) => part !== undefined).join('; '));
}

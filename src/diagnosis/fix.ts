import type { CatalogueEntry } from './catalogue/catalogue.ts';
import { lookUp } from './catalogue/catalogue.ts';
import type { Cause } from './causes.ts';
import type { Decision } from './decide.ts';
import type { ClauseFinding, Fix, JobFinding, Owner, StepId } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import type { GateReading } from './gates.ts';
import type { Logged } from './logged.ts';
import { squash } from './text.ts';
import { logDelayMs, toMillis } from './time.ts';

export interface Fixing {
  readonly evidence: Evidence;
  readonly decision: Decision;
  readonly expected: boolean;
  readonly gates: GateReading;
  readonly job: JobFinding;
  readonly logged?: Logged;
}

/** The smallest set of changes that opens every gate, in the order of the gates, each step once. */
export function fixFor(fixing: Fixing): readonly Fix[] {
  const { decision, expected, evidence } = fixing;
  const causes = [decision.cause, ...decision.also];
  const fixes = expected
    ? [step('nothing-to-do', 'helpdesk'), ...causes.flatMap((cause) => ifWanted(cause, fixing))]
    : causes.flatMap((cause) => fixOf(cause, fixing));
  if (!evidence.log.known && evidence.log.why === 'forbidden') fixes.push(step('grant-permission', 'entra-admin'));
  return once(fixes);
}

function step(id: StepId, owner: Owner): Fix {
  return { step: id, owner };
}

function once(fixes: readonly Fix[]): readonly Fix[] {
  const seen = new Set<string>();
  return fixes.filter((fix) => {
    const name = 'step' in fix ? fix.step : `${fix.code} ${fix.index}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** The catalogue's steps for a code. */
function codeSteps(entry: CatalogueEntry | undefined): readonly Fix[] {
  return entry?.owners.map((owner, index) => ({ code: entry.code, index, owner })) ?? [];
}

/** What to do about the job itself: the steps of the code that it names, else those that its state leads to. */
export function fixForJob(cause: Cause, job: JobFinding, documented?: string): readonly Fix[] {
  const steps = codeSteps(documented === undefined ? undefined : lookUp(documented));
  if (cause === 'quarantined') return steps.length > 0 ? steps : quarantineSteps({ job });
  return jobSteps[cause] ?? steps;
}

/** What to do should the person be wanted in the app after all. */
function ifWanted(cause: Cause, { gates, logged }: Fixing): readonly Fix[] {
  if (cause === 'not-assigned' || cause === 'nested-group') return [step('if-wanted-assign', 'helpdesk')];
  if (cause === 'no-entitled-role') return [step('assign-with-role', 'helpdesk')];
  if (cause === 'scoping-filter') return [step('if-wanted-change-filter', 'entra-admin')];
  if (cause === 'disabled-in-source') return [step('if-wanted-enable', gates.inbound ? 'hr' : 'helpdesk')];
  if (cause === 'already-in-sync') return codeSteps(logged?.steps).slice(1);
  return [];
}

function fixOf(cause: Cause, fixing: Fixing): readonly Fix[] {
  const own = ownSteps[cause];
  if (own) return own(fixing);
  const { logged } = fixing;
  return codeSteps(logged?.cause === cause ? (logged.steps ?? logged.documented) : undefined);
}

/** Troubles of the job whose way out is the same for everybody. */
const jobSteps: Partial<Readonly<Record<Cause, readonly Fix[]>>> = {
  'provisioning-not-configured': [step('configure-provisioning', 'entra-admin')],
  'provisioning-off': [step('start-provisioning', 'entra-admin')],
  'initial-cycle-running': [step('wait-initial-cycle', 'helpdesk')],
  'deletions-held': [step('review-held-deletions', 'entra-admin'), step('allow-deletions', 'entra-admin')],
  'cycles-stalled': [step('restart-provisioning', 'entra-admin'), step('contact-microsoft', 'entra-admin')],
  'credentials-rejected': [step('renew-credentials', 'entra-admin')],
};

function ofJob(cause: Cause): readonly Fix[] {
  return jobSteps[cause] ?? [];
}

type Steps = (fixing: Fixing) => readonly Fix[];

/** Causes whose way out depends on what was found; all others follow their code's steps in the catalogue. */
const ownSteps: Partial<Readonly<Record<Cause, Steps>>> = {
  'disabled-in-source': ({ evidence, gates }) => [
    evidence.subject.deletedAt === undefined
      ? step('enable-account', gates.inbound ? 'hr' : 'helpdesk')
      : step('restore-account', 'entra-admin'),
  ],
  'not-assigned': () => [step('assign-direct-or-group', 'helpdesk')],
  'nested-group': () => [step('assign-inner-group-or-add-member', 'helpdesk')],
  'no-entitled-role': ({ gates }) => [
    step('assign-with-role', 'helpdesk'),
    ...(gates.assigned.finding.roles.length > 1 ? [step('remove-extra-role', 'entra-admin')] : []),
  ],
  'assignment-record': () => [step('reassign', 'helpdesk')],
  'scoping-filter': filterSteps,
  'matching-attribute': ({ gates }) => [
    step('fill-matching-attribute', gates.inbound ? 'hr' : 'helpdesk'),
    step('change-matching-attribute', 'entra-admin'),
  ],
  'required-attribute': requiredSteps,
  'reference-not-provisioned': () => [
    step('provision-reference-first', 'entra-admin'),
    step('restart-provisioning', 'entra-admin'),
  ],
  'credentials-rejected': () => ofJob('credentials-rejected'),
  'provisioning-not-configured': () => ofJob('provisioning-not-configured'),
  'provisioning-off': () => ofJob('provisioning-off'),
  'initial-cycle-running': () => ofJob('initial-cycle-running'),
  quarantined: quarantineSteps,
  'deletions-held': () => ofJob('deletions-held'),
  'cycles-stalled': () => ofJob('cycles-stalled'),
  'awaiting-next-cycle': () => [step('wait-next-cycle', 'helpdesk'), step('provision-on-demand', 'entra-admin')],
  'no-record': silenceSteps,
  // Who asked about somebody by name has asked what its first step says.
  'skipped-without-reason': ({ logged }) => codeSteps(logged?.steps).slice(1),
  provisioned: () => [step('nothing-to-do', 'helpdesk')],
  deprovisioned: () => [],
  'already-deprovisioned': () => [],
  unrecognised: () => [step('show-raw-to-admin', 'entra-admin')],
};

/** Attributes that are not somebody's to correct: then only the filter can be changed. */
const given = new Set([
  'dirsyncenabled',
  'onpremisessyncenabled',
  'accountenabled',
  'objectid',
  'id',
  'usertype',
  'creationtype',
]);

/** One false clause is mended either on the person or in the filter; without a clause the filter is to be looked at. */
function filterSteps({ gates, evidence }: Fixing): readonly Fix[] {
  const failed = gates.filter.clauses.filter(
    (clause) => (clause.now === 'unknown' ? clause.then : clause.now) === 'false',
  );
  if (failed.some((clause) => squash(clause.attribute) === 'alternativesecurityids')) {
    return codeSteps(lookUp('condition:sms-sign-in-user'));
  }
  if (failed.length === 0) return [step('review-filter', 'entra-admin')];
  const correctable = failed.some(
    (clause: ClauseFinding) => !given.has(squash(clause.attribute)) && clause.abstained !== 'guest-name',
  );
  const owner = gates.inbound || evidence.subject.type === 'worker' ? 'hr' : 'helpdesk';
  return [...(correctable ? [step('correct-attribute-for-filter', owner)] : []), step('change-filter', 'entra-admin')];
}

function requiredSteps({ gates, logged }: Fixing): readonly Fix[] {
  const fill = step('fill-required-attribute', gates.inbound ? 'hr' : 'helpdesk');
  if (!logged?.property) return codeSteps(logged?.steps);
  switch (gates.property?.mapping) {
    case 'attribute':
      return [fill, step('add-mapping-default', 'entra-admin')];
    case 'expression':
      return [fill, step('map-required-attribute', 'entra-admin')];
    case 'constant':
    case 'unmapped':
      return [step('map-required-attribute', 'entra-admin')];
    case undefined:
      return [fill];
  }
}

function quarantineSteps({ job }: Pick<Fixing, 'job'>): readonly Fix[] {
  const { quarantine } = job;
  const named = [quarantine?.error?.code, quarantine?.reason].map((code) => (code ? lookUp(code) : undefined));
  const credentials =
    named.some((entry) => entry?.cause === 'credentials-rejected') || /credential/i.test(quarantine?.error?.code ?? '');
  return [
    ...(credentials ? [step('renew-credentials', 'entra-admin')] : []),
    step('resolve-quarantine', 'entra-admin'),
  ];
}

function silenceSteps({ evidence, job }: Fixing): readonly Fix[] {
  const ended = toMillis(job.lastCycleAt);
  const now = toMillis(evidence.now);
  const fresh = ended !== undefined && now !== undefined && now - ended < logDelayMs;
  return [
    ...(fresh ? [step('wait-log', 'helpdesk')] : []),
    step('check-in-app', 'app-owner'),
    step('provision-on-demand', 'entra-admin'),
  ];
}

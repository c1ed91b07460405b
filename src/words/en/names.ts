import type { Abstention, Diagnosis, Gate, GateState, JobState, Owner, Verdict } from '../../diagnosis/diagnosis.ts';
import type { Gap } from '../../diagnosis/evidence.ts';

export const verdicts: Readonly<Record<Verdict, string>> = {
  provisioned: 'Provisioned',
  deprovisioned: 'Deprovisioned',
  skipped: 'Skipped',
  failed: 'Failed',
  pending: 'Pending',
  notProvisioned: 'Not provisioned',
  unknown: 'Not known',
};

/** Whoever needed no change is fine, though the log says that the entry was skipped. */
export function verdictName({ verdict, cause }: Pick<Diagnosis, 'verdict' | 'cause'>): string {
  return cause === 'already-in-sync' ? 'Up to date' : verdicts[verdict];
}

export const owners: Readonly<Record<Owner, string>> = {
  helpdesk: 'Helpdesk',
  'entra-admin': 'Entra admin',
  'app-owner': 'App owner',
  hr: 'HR',
  microsoft: 'Microsoft',
};

/** A gate as a thing that is passed or not. */
export const gateNames: Readonly<Record<Gate, string>> = {
  active: 'account active',
  assigned: 'assigned to the app',
  role: 'role that entitles',
  filter: 'scoping filter',
  matching: 'matching attribute',
  required: 'required attributes',
  export: 'write to the app',
};

export const gateStates: Readonly<Record<GateState, string>> = {
  open: 'passed',
  shut: 'not passed',
  unknown: 'not known',
  none: 'does not apply',
};

export const jobStates: Readonly<Record<JobState | 'unknown', string>> = {
  notConfigured: 'not set up',
  off: 'switched off',
  initialCycle: 'in its first cycle',
  running: 'running',
  quarantine: 'in quarantine',
  stalled: 'stalled',
  unknown: 'in a state that cannot be read',
};

export const runResults: Readonly<Record<'Succeeded' | 'Failed' | 'EntryLevelErrors' | 'unknown', string>> = {
  Succeeded: 'without errors',
  Failed: 'failed',
  EntryLevelErrors: 'with errors of single entries',
  unknown: 'with a result that is not known',
};

/** Why something is not known, after "because". */
export const gaps: Readonly<Record<Gap, string>> = {
  forbidden: 'Microsoft Graph does not let Skipper read it',
  notFound: 'it does not exist in the directory',
  notRead: 'it was not read for this answer',
  unavailable: 'Microsoft Graph did not give it this time',
};

/** Why a clause cannot be evaluated, after "because". */
export const abstentions: Readonly<Record<Abstention, string>> = {
  regex: 'how Entra reads its pattern is not documented in full',
  'multi-valued': 'filters on attributes with several values are not supported',
  date: 'filters on dates are not supported',
  'unsupported-attribute': 'Entra does not support this attribute in a filter',
  'guest-name': 'Entra compares the sign-in name of a guest without #EXT# and the domain',
  'unknown-attribute': 'Microsoft Graph does not give this attribute under that name',
  'unknown-operator': 'its operator is not documented',
  'not-a-number': 'the value is no whole number',
  'not-read': 'the value could not be read',
};

import { lookUp } from '../diagnosis/catalogue/catalogue.ts';
import type { Cause } from '../diagnosis/causes.ts';
import type { CycleSummary } from '../diagnosis/cycle.ts';
import type { Fix } from '../diagnosis/diagnosis.ts';
import type { Quarantine } from '../diagnosis/evidence.ts';
import type { Change, ChangeKind } from '../watch/change.ts';
import type { NewsTone } from './worded-news.ts';

/** Of several changes at once, the one that matters most leads: what stops everybody, then its end, then cycles. */
const order: readonly ChangeKind[] = [
  'deletionsHeld',
  'quarantineEntered',
  'quarantineReasonChanged',
  'stopped',
  'stalled',
  'firstCycleCompleted',
  'quarantineLeft',
  'resumed',
  'started',
  'appProvisioned',
  'cycleCompleted',
];

export function leadOf(changes: readonly Change[]): Change {
  const ranked = changes.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  const [first] = ranked;
  if (!first) throw new RangeError('news tells of at least one change');
  // Of several cycles the newest.
  return first.kind === 'cycleCompleted' ? (changes.findLast(({ kind }) => kind === 'cycleCompleted') ?? first) : first;
}

/** How much it needs somebody. */
export function toneOf(lead: Change, summary: CycleSummary | undefined): NewsTone {
  switch (lead.kind) {
    case 'deletionsHeld':
    case 'quarantineEntered':
    case 'quarantineReasonChanged':
    case 'stopped':
    case 'stalled':
      return 'stopped';
    case 'firstCycleCompleted':
    case 'quarantineLeft':
    case 'resumed':
    case 'started':
    case 'appProvisioned':
      return isTroubled(summary) ? 'wrong' : 'fine';
    case 'cycleCompleted':
      if (lead.cycle.state === 'Failed') return 'stopped';
      return isTroubled(summary) ? 'wrong' : 'fine';
  }
}

function isTroubled(summary: CycleSummary | undefined): boolean {
  return summary?.problems.some(({ subjects }) => subjects.some(({ isNew }) => isNew !== false)) === true;
}

/** The cause that stands behind a change, for the documentation and the steps. */
export function causeOf(lead: Change): Cause {
  switch (lead.kind) {
    case 'deletionsHeld':
      return 'deletions-held';
    case 'quarantineEntered':
    case 'quarantineReasonChanged':
    case 'quarantineLeft':
      return 'quarantined';
    case 'stopped':
      return 'provisioning-off';
    case 'stalled':
      return 'cycles-stalled';
    case 'started':
    case 'resumed':
    case 'appProvisioned':
    case 'firstCycleCompleted':
    case 'cycleCompleted':
      return 'awaiting-next-cycle';
  }
}

/** The catalogue's code for a quarantine: what the error names says more than the reason, which is the same for many. */
export function documentedOf(lead: Change): string | undefined {
  return 'quarantine' in lead ? documentedQuarantine(lead.quarantine) : undefined;
}

function documentedQuarantine({ error, reason }: Quarantine): string | undefined {
  for (const code of [error?.code, reason]) {
    const entry = code ? lookUp(code) : undefined;
    if (entry && entry.level !== 'run' && entry.level !== 'api') return entry.code;
  }
  return undefined;
}

/** What to do about the job: the steps of the documented code, else those of the cause. */
export function jobFixes(lead: Change): readonly Fix[] {
  const documented = documentedOf(lead);
  const entry = documented === undefined ? undefined : lookUp(documented);
  if (entry) return entry.owners.map((owner, index) => ({ code: entry.code, index, owner }));
  switch (lead.kind) {
    case 'deletionsHeld':
      return [
        { step: 'review-held-deletions', owner: 'entra-admin' },
        { step: 'allow-deletions', owner: 'entra-admin' },
      ];
    case 'quarantineEntered':
    case 'quarantineReasonChanged':
      return [{ step: 'resolve-quarantine', owner: 'entra-admin' }];
    case 'stopped':
      return [{ step: 'start-provisioning', owner: 'entra-admin' }];
    case 'stalled':
      return [
        { step: 'restart-provisioning', owner: 'entra-admin' },
        { step: 'contact-microsoft', owner: 'entra-admin' },
      ];
    default:
      return [];
  }
}

import type { Subscription } from '../answers/subscriptions.ts';
import type { CycleSummary } from '../diagnosis/cycle.ts';
import type { Change } from './change.ts';
import type { Message } from './outbox.ts';
import type { Urgency } from './presenting.ts';

/**
 * Whether a subscription that hears of the app is told of a message. What stops everybody, and the end of that, is told
 * at once; other changes of the job may wait for a digest; a cycle is told where every cycle is asked for, in a digest, or
 * where it brings something new that is wrong. Pure.
 */
export function urgencyOf(message: Message, { about, digest }: Subscription): Urgency {
  if (about === 'nothing') return 'not';
  if (message.changes.some(isUrgent)) return 'atOnce';
  if (about === 'everything' || digest || isWorthTelling(message)) return 'canWait';
  return 'not';
}

function isUrgent(change: Change): boolean {
  switch (change.kind) {
    case 'quarantineEntered':
    case 'quarantineReasonChanged':
    case 'quarantineLeft':
    case 'deletionsHeld':
    case 'stopped':
    case 'stalled':
    case 'resumed':
      return true;
    case 'appProvisioned':
    case 'started':
    case 'firstCycleCompleted':
    case 'cycleCompleted':
      return false;
  }
}

/** A cycle only where it brings something new that is wrong; everything else that a look notices is rare. */
function isWorthTelling({ changes, summary }: Message): boolean {
  if (changes.some(({ kind }) => kind !== 'cycleCompleted')) return true;
  const newlyFailed = changes.some(
    (change) => change.kind === 'cycleCompleted' && change.cycle.state === 'Failed' && !change.failedBefore,
  );
  return newlyFailed || (summary !== undefined && hasNewTrouble(summary));
}

/** Whether a cycle left somebody in a trouble that they were not in before. Where that is not known, it may be new. */
function hasNewTrouble({ problems }: CycleSummary): boolean {
  return problems.some(({ subjects }) => subjects.some(({ isNew }) => isNew !== false));
}

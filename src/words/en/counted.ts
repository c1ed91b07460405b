import type { CycleCount, CycleCounts } from '../../diagnosis/cycle.ts';
import type { Clock } from '../clock.ts';

/** The words of a count inside a sentence. */
export const inside: Readonly<Record<CycleCount, string>> = {
  created: 'created',
  updated: 'updated',
  disabled: 'disabled',
  deleted: 'deleted',
  failed: 'failed',
  unexpectedSkips: 'left out',
  expectedSkips: 'skipped as expected',
  warnings: 'written in part',
  heldDeletions: 'held back',
};

/** "3 created, 1 failed"; '' where nothing happened. */
export function listed(counts: CycleCounts, clock: Clock): string {
  return (Object.keys(inside) as CycleCount[])
    .filter((name) => counts[name] > 0)
    .map((name) => `${clock.number(counts[name])} ${inside[name]}`)
    .join(', ');
}

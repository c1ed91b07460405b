import type { Change } from '../../watch/change.ts';

/** A change as the word on a card. */
export function word(change: Change): string {
  switch (change.kind) {
    case 'deletionsHeld':
      return 'Deletions held back';
    case 'quarantineEntered':
    case 'quarantineReasonChanged':
      return 'Quarantine';
    case 'quarantineLeft':
      return 'Out of quarantine';
    case 'stopped':
      return 'Switched off';
    case 'started':
      return 'Switched on';
    case 'stalled':
      return 'Stalled';
    case 'resumed':
      return 'Running again';
    case 'appProvisioned':
      return 'New app';
    case 'firstCycleCompleted':
      return 'First cycle complete';
    case 'cycleCompleted':
      return change.cycle.state === 'Failed' ? 'Cycle failed' : 'Cycle complete';
  }
}

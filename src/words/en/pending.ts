import type { Pending } from '../../answers/answer.ts';
import type { Clock } from '../clock.ts';

/** What an answer still waits for. */
export function pending(of: Pending, clock: Clock): string {
  switch (of.of) {
    case 'log':
      if (of.done === undefined) return 'The log is still to come.';
      return `Still reading the log: ${clock.number(of.done)} entries so far.`;
    case 'apps': {
      const all = of.total === undefined ? '' : ` of ${clock.number(of.total)}`;
      return `Still looking: ${clock.number(of.done)}${all} apps so far.`;
    }
  }
}

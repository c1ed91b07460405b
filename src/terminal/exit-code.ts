import type { Worded } from '../words/worded.ts';

/** How a call ends, for scripts. */
export const exitCodes = { answered: 0, unavailable: 1, wrongUsage: 2, notUnderstood: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Worst first: what is unavailable now may be answered later, so asking again is worth more than rephrasing. */
const worstFirst: readonly ExitCode[] = [
  exitCodes.wrongUsage,
  exitCodes.unavailable,
  exitCodes.notUnderstood,
  exitCodes.answered,
];

export function exitCodeOf({ kind }: Pick<Worded, 'kind'>): ExitCode {
  switch (kind) {
    case 'unavailable':
    case 'denied':
      return exitCodes.unavailable;
    case 'notUnderstood':
    case 'notFound':
      return exitCodes.notUnderstood;
    default:
      return exitCodes.answered;
  }
}

/** What counts of several lines. */
export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return worstFirst.find((code) => code === one || code === other) ?? exitCodes.answered;
}

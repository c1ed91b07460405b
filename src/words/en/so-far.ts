import type { SoFar } from '../language.ts';
import { reason } from './reasons.ts';
import { app, sentences, who } from './say.ts';
import { why } from './why.ts';

/** What is said of somebody before the log was read: the state of today, and no verdict. */
export const soFar: SoFar = {
  verdict: 'Not known yet',
  headline: (told) => `${who(told)} in ${app(told)}: what came of it is still being read`,
  reason: (told) =>
    isOpen(told.diagnosis.cause)
      ? 'Nothing is in the way today, as far as it can be seen'
      : `Today: ${reason(told.diagnosis.cause, told)}`,
  why: (told) =>
    isOpen(told.diagnosis.cause)
      ? sentences('The job runs, and account, assignment and scoping filter show nothing that is in the way')
      : why(told),
};

/** Without the log this only says that no gate of today is shut. */
function isOpen(cause: string): boolean {
  return cause === 'no-record' || cause === 'awaiting-next-cycle';
}

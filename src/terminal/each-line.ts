import { askLine } from './asking.ts';
import { type ExitCode, exitCodeOf, exitCodes, worse } from './exit-code.ts';
import { inOrder } from './in-order.ts';
import type { TerminalOptions } from './options.ts';
import { progressInOrder } from './progress.ts';
import { type Line, questionsOf } from './questions.ts';
import type { OpenTenant, Terminal } from './terminal.ts';
import { writerOf } from './write.ts';

/** How many lines are worked on at the same time: so many share a read of the log. */
const linesAtOnce = 20;

/** Answers every line of standard input by itself, in the order of the lines. */
export async function answerEachLine(
  options: TerminalOptions,
  tenant: OpenTenant,
  terminal: Terminal,
): Promise<ExitCode> {
  const { stdin, signal } = terminal;
  const progress = progressInOrder(terminal.progress);
  const write = writerOf(options, terminal);
  const answers = inOrder(questionsOf(stdin, signal), linesAtOnce, (line: Line) =>
    askLine(line, { tenant, terminal, signal, show: progress.join() }),
  );
  let code: ExitCode = exitCodes.answered;
  for await (const worded of answers) {
    await progress.leave(() => write(worded));
    code = worse(code, exitCodeOf(worded));
  }
  return code;
}

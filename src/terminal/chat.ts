import { askLine } from './asking.ts';
import { type ExitCode, exitCodeOf, exitCodes, worse } from './exit-code.ts';
import type { TerminalOptions } from './options.ts';
import { prompted } from './prompt.ts';
import { questionsOf } from './questions.ts';
import type { OpenTenant, Terminal } from './terminal.ts';
import { writerOf } from './write.ts';

/** A conversation: one line after the other, each of which may follow up on the answer before it. */
export async function chat(options: TerminalOptions, tenant: OpenTenant, terminal: Terminal): Promise<ExitCode> {
  const { stdin, isTyped, progress } = terminal;
  const hungUp = new AbortController();
  const signal = AbortSignal.any([terminal.signal, hungUp.signal]);
  const lines = isTyped ? prompted(terminal, signal, () => hungUp.abort()) : questionsOf(stdin, signal);
  const write = writerOf(options, terminal);
  const asking = { tenant, terminal, signal, conversation: terminal.newId(), show: progress?.show };
  let code: ExitCode = exitCodes.answered;
  for await (const line of lines) {
    const worded = await askLine(line, asking);
    progress?.stop();
    if (hungUp.signal.aborted) break;
    await write(worded);
    code = worse(code, exitCodeOf(worded));
  }
  // Whoever typed has read every answer: npm need not report the end of the conversation as a failure.
  return isTyped ? exitCodes.answered : code;
}

import { createInterface } from 'node:readline';
import { type Line, lineOf } from './questions.ts';
import type { Terminal } from './terminal.ts';

const hint = 'Ask a question, then follow up on the answer. "help" shows examples; Ctrl+D ends the conversation.\n';

/**
 * Lines that somebody types at a prompt; empty ones are passed over. The prompt is on stderr: only answers go to stdout.
 * `hangUp` is called on Ctrl+C, and an aborted signal ends the lines.
 */
export async function* prompted(
  { stdin, stderr }: Pick<Terminal, 'stdin' | 'stderr'>,
  signal: AbortSignal,
  hangUp: () => void,
): AsyncGenerator<Line, void, undefined> {
  const typed = createInterface({ input: stdin, output: stderr, prompt: '> ', signal });
  let isOpen = true;
  typed.once('close', () => {
    isOpen = false;
  });
  typed.on('SIGINT', hangUp);
  const prompt = () => {
    if (isOpen) typed.prompt();
  };
  stderr.write(hint);
  prompt();
  try {
    for await (const text of typed) {
      if (text.trim() !== '') yield lineOf(text);
      prompt();
    }
  } finally {
    typed.close();
    // What the shell says next begins a line of its own.
    stderr.write('\n');
  }
}

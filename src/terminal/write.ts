import { once } from 'node:events';
import type { Worded } from '../words/worded.ts';
import type { TerminalOptions } from './options.ts';
import { print, type Style } from './print.ts';
import type { Terminal } from './terminal.ts';

/** Writes answers to stdout one by one: a line of JSON each, or text with an empty line between two. */
export function writerOf(
  options: Pick<TerminalOptions, 'json' | 'ticket'>,
  { stdout, style }: Pick<Terminal, 'stdout' | 'style'>,
): (worded: Worded) => Promise<void> {
  let isFirst = true;
  return async (worded) => {
    const between = isFirst || options.json ? '' : '\n';
    isFirst = false;
    const text = options.json ? `${JSON.stringify(worded)}\n` : textOf(worded, options, style);
    // Whoever reads slowly must not fill the memory.
    if (!stdout.write(`${between}${text}`)) await once(stdout, 'drain');
  };
}

function textOf(worded: Worded, { ticket }: Pick<TerminalOptions, 'ticket'>, style: Style): string {
  if (ticket && worded.kind === 'explanation') return `${worded.ticket}\n`;
  return print(worded, style);
}

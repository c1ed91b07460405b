import type { Writable } from 'node:stream';
import type { CoreLogger } from '../core.ts';

/** What an operator at a terminal needs of a log line's fields. */
const telling = ['code', 'operation', 'permission', 'status', 'requestId'] as const;

/** Warnings and errors as one plain line each: whoever asks in a terminal is the operator too. */
export function plainLog(output: Writable): CoreLogger {
  const line = (fields: object, message: string) => {
    const known = telling.flatMap((name) => {
      const value: unknown = Reflect.get(fields, name);
      return value === undefined ? [] : [`${name} ${String(value)}`];
    });
    output.write(`${message}${known.length > 0 ? ` (${known.join(', ')})` : ''}\n`);
  };
  const silent = () => {};
  return { debug: silent, info: silent, warn: line, error: line };
}

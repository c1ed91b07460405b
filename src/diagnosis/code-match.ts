import { readAppAnswer } from './app-answer.ts';
import { lookUp } from './catalogue/catalogue.ts';
import type { LogEntry } from './evidence.ts';
import type { Judged } from './judge.ts';

/** What a judgement bears of codes: the log's own, the catalogue's name of it, and the status of the app's answer. */
type Coded = Pick<Judged, 'telling' | 'logged'>;

/** Whether somebody's problem has the code that was asked for. */
export interface CodeMatch {
  readonly judged: (judged: Coded) => boolean;
  /** The same of one failed entry, where nothing was judged. */
  readonly entry: (entry: LogEntry) => boolean;
}

/**
 * Matches an error code, a skip reason or an HTTP status as typed. A documented code matches as the catalogue does: by
 * alias, and behind an app's name. One that is documented nowhere matches only itself.
 */
export function codeMatcher(typed: string): CodeMatch {
  const wanted = typed.trim();
  const status = httpStatus(wanted);
  const documented = lookUp(wanted)?.code;
  const isCode = (code: string | undefined): boolean => {
    if (code === undefined) return false;
    if (code.trim().toLowerCase() === wanted.toLowerCase()) return true;
    return documented !== undefined && lookUp(code)?.code === documented;
  };
  return {
    judged: ({ telling, logged }) =>
      status === undefined
        ? isCode(telling?.code) || (documented !== undefined && logged?.documented?.code === documented)
        : isCode(telling?.code) || logged?.appAnswer?.httpStatus === status,
    entry: ({ error }) =>
      isCode(error?.code) ||
      (status !== undefined && error !== undefined && readAppAnswer(error, []).httpStatus === status),
  };
}

/** "409", "HTTP 409", "status code 409". */
export function httpStatus(text: string): number | undefined {
  const number = /^(?:http\s*)?(?:status\s*)?(?:code\s*|error\s*)?([45]\d\d)$/i.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}

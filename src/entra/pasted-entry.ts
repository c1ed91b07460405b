import type { LogEntry } from '../diagnosis/evidence.ts';
import { parseLogEntry } from './log-entry.ts';
import { isRecord, unwrapJson } from './outside.ts';
import { readPortalCsv } from './portal-csv.ts';

/** More entries than anybody pastes to ask what one means. */
const mostEntries = 200;
const deepest = 8;

/**
 * Log entries in a text that somebody pasted: JSON in Graph, Event Hub, Log Analytics or provisionOnDemand form, alone,
 * in a list, an object a line, or amid other text, or rows of the portal's CSV download with their header. undefined when
 * there is none. Never throws. `at` of an entry that told no time is ''.
 */
export function parsePastedEntry(text: string): LogEntry[] | undefined {
  const records = fromJson(text) ?? readPortalCsv(text);
  if (!records) return undefined;
  const entries = records
    .slice(0, mostEntries)
    .map(parseLogEntry)
    .filter((entry) => entry !== undefined);
  return entries.length > 0 ? entries : undefined;
}

function fromJson(text: string): readonly unknown[] | undefined {
  if (!/[{[]/.test(text)) return undefined;
  for (const candidate of candidates(text)) {
    const values = parseValues(candidate);
    if (!values) continue;
    const records = values.flatMap((value) => recordsIn(value, 0));
    if (records.length > 0) return records;
  }
  return undefined;
}

/** The text itself, then what stands between its outermost brackets, each also with the quotes that mail clients make undone. */
function* candidates(text: string): Generator<string> {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  yield trimmed;
  const object = between(trimmed, '{', '}');
  if (object !== undefined) yield object;
  const array = between(trimmed, '[', ']');
  if (array !== undefined) yield array;
  const widest = object ?? array;
  if (widest !== undefined && /[\u201c\u201d\u201e\u00a0]/.test(widest)) {
    yield widest.replace(/[\u201c\u201d\u201e]/g, '"').replaceAll('\u00a0', ' ');
  }
}

function between(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open);
  const end = text.lastIndexOf(close);
  return start >= 0 && end > start ? text.slice(start, end + 1) : undefined;
}

/** One JSON value, or one a line. */
function parseValues(text: string): readonly unknown[] | undefined {
  const whole = tryJson(text);
  if (whole !== undefined) return [whole];
  const lines = text.split(/\r?\n/).filter((line) => line.trim().startsWith('{'));
  if (lines.length < 2) return undefined;
  const values = lines.map(tryJson).filter((value) => value !== undefined);
  return values.length > 0 ? values : undefined;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where senders of logs put their records. */
const wrappers = [
  'value',
  'records',
  'body',
  'event',
  '_source',
  'azure',
  'provisioninglogs',
  'entry',
  'entries',
  'data',
  'items',
];

function recordsIn(value: unknown, depth: number): readonly unknown[] {
  if (depth > deepest) return [];
  // A text that was written as JSON twice is a text within quotes.
  if (typeof value === 'string' && /^\s*"/.test(value)) return recordsIn(tryJson(value), depth + 1);
  const unwrapped = unwrapJson(value);
  if (Array.isArray(unwrapped)) return unwrapped.flatMap((one) => recordsIn(one, depth + 1));
  if (!isRecord(unwrapped)) return [];
  const onDemand = fromOnDemand(unwrapped);
  if (onDemand) return [onDemand];
  const properties = unwrapJson(member(unwrapped, 'properties'));
  // The diagnostic stream puts the entry into the properties of an event, whose own fields fill the gaps.
  if (isRecord(properties) && looksLikeEntry(properties)) return [{ ...unwrapped, ...properties }];
  if (looksLikeEntry(unwrapped)) return [unwrapped];
  return [...wrappers.map((name) => member(unwrapped, name)), properties].flatMap((inner) =>
    recordsIn(inner, depth + 1),
  );
}

/** Fields that nothing else has. */
const telling = [
  'provisioningsteps',
  'provisioningstatusinfo',
  'provisioningaction',
  'sourceidentity',
  'targetidentity',
];

function looksLikeEntry(record: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(record).some((name) => telling.includes(name.replaceAll('_', '').toLowerCase()));
}

function member(record: Readonly<Record<string, unknown>>, name: string): unknown {
  const found = Object.entries(record).find(
    ([key]) => key.replaceAll('_', '').toLowerCase() === name.replaceAll('_', ''),
  );
  return found?.[1];
}

/**
 * The reply of provisionOnDemand: `key` tells the outcome and `value` the entry, both as JSON in texts. A group's value
 * may be empty; then the outcome is all there is.
 */
function fromOnDemand(record: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const key = unwrapJson(member(record, 'key'));
  if (!isRecord(key)) return undefined;
  const result = member(key, 'result');
  const told = unwrapJson(member(key, 'details'));
  if (typeof result !== 'string' && !isRecord(told)) return undefined;
  const value = unwrapJson(member(record, 'value'));
  const entry = isRecord(value) ? value : {};
  const info = unwrapJson(member(entry, 'statusinfo'));
  const reason = isRecord(told) ? { errorCode: member(told, 'errorcode'), reason: member(told, 'errormessage') } : {};
  // A skip tells its reason in a step of its own; the outcome repeats it, and speaks alone where there is no step.
  const steps = unwrapJson(member(entry, 'provisioningsteps'));
  const filled = isRecord(info) && typeof member(info, 'errorcode') === 'string';
  const silent = !Array.isArray(steps) || steps.length === 0;
  const status = {
    ...(isRecord(info) ? info : {}),
    ...(filled ? {} : { status: result, ...(silent || !isSkip(result) ? reason : {}) }),
  };
  return { ...entry, statusInfo: status };
}

function isSkip(result: unknown): boolean {
  return typeof result === 'string' && /^skip/i.test(result);
}

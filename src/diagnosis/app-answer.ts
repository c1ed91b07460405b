import { DateTime } from 'luxon';
import type { AppAnswer } from './diagnosis.ts';
import type { EntryError, LogEntry } from './evidence.ts';
import { squash } from './text.ts';

/** Digs the app's own answer out of an error: status, SCIM type, sentence, retries, and the value it is about. */
export function readAppAnswer(error: EntryError, modified: LogEntry['modified']): AppAnswer {
  const reason = `${error.reason}\n${error.additionalDetails ?? ''}`.slice(0, 20_000);
  const { body, retries, retryAt } = cutRetryTail(reason);
  const parts = readEmbedded(body);
  const sentence = tidy(parts.sentence ?? webResponse(body) ?? '') || undefined;
  return {
    code: error.code,
    httpStatus: parts.status ?? readStatus(body),
    scimType: parts.scimType,
    sentence,
    raw: tidy(reason),
    value: sentence === undefined ? undefined : valueMeant(sentence, modified),
    retries,
    retryAt,
  };
}

function tidy(text: string): string {
  return text
    .replace(/\\r\\n|\\n|\\r/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "This operation was retried N times. It will be retried again after this date: … UTC" */
function cutRetryTail(reason: string): { readonly body: string; readonly retries?: number; readonly retryAt?: string } {
  const tail = /\b(?:This|The) operation (?:was|is) retried (\d+|zero) times?\b[\s\S]*$/i.exec(reason);
  if (!tail) return { body: reason };
  const date = /after this date:?\s*([^\r\n]+)/i.exec(tail[0])?.[1];
  return {
    body: reason.slice(0, tail.index).trimEnd().replace(/\.$/, ''),
    retries: Number(tail[1]) || 0,
    retryAt: readDate(date),
  };
}

const dateFormats = ['M/d/yyyy h:mm:ss a', 'M/d/yyyy H:mm:ss', 'yyyy-MM-dd HH:mm:ss'];

function readDate(text: string | undefined): string | undefined {
  const plain = text
    ?.replace(/\s*(?:UTC|GMT)\b.*$/i, '')
    .replace(/[.\s]+$/, '')
    .trim();
  if (!plain) return undefined;
  const options = { zone: 'utc', locale: 'en-US' } as const;
  const readings = [
    DateTime.fromISO(plain, { zone: 'utc' }),
    ...dateFormats.map((format) => DateTime.fromFormat(plain, format, options)),
  ];
  return readings.find((one) => one.isValid)?.toISO() ?? undefined;
}

interface Embedded {
  readonly status?: number;
  readonly scimType?: string;
  readonly sentence?: string;
  readonly totalResults?: number;
}

/** The JSON inside a reason: as it is, escaped once or twice, or broken. Broken JSON is read field by field. */
export function readEmbedded(reason: string): Embedded {
  const plain = withoutEscapes(reason);
  for (const text of new Set([reason, plain]))
    for (const candidate of jsonIn(text)) {
      const found = fromObject(candidate);
      if (found.status ?? found.scimType ?? found.sentence ?? found.totalResults)
        return { ...found, sentence: found.sentence && opened(found.sentence) };
    }
  return fromFields(plain);
}

/** A sentence that is JSON itself: the sentence inside, or the first words that it holds. */
function opened(sentence: string): string {
  const inner = /^\s*[[{]/.test(sentence) ? parse(sentence) : undefined;
  return inner === undefined ? sentence : (fromObject(inner).sentence ?? firstWords(inner) ?? sentence);
}

function firstWords(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return text(value);
  if (depth > 4 || typeof value !== 'object' || value === null) return undefined;
  for (const one of Object.values(value)) {
    const words = firstWords(one, depth + 1);
    if (words !== undefined) return words;
  }
  return undefined;
}

/** Takes the backslashes off as often as they were put on. */
function withoutEscapes(text: string): string {
  let plain = text;
  for (let depth = 0; depth < 3 && plain.includes('\\"'); depth += 1) plain = plain.replace(/\\(["\\])/g, '$1');
  return plain;
}

function jsonIn(text: string): readonly unknown[] {
  const found: unknown[] = [];
  for (const match of [...text.matchAll(/[[{]/g)].slice(0, 20)) {
    const end = text.lastIndexOf(match[0] === '{' ? '}' : ']');
    const value = end > match.index ? parse(text.slice(match.index, end + 1)) : undefined;
    if (value !== undefined) found.push(value);
  }
  return found;
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/[\r\n\t]+/g, ' '));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const sentenceKeys = [
  'detail',
  'error_description',
  'errorMessage',
  'message',
  'description',
  'Message',
  'title',
  'error',
];
const nestedKeys = ['errors', 'Errors', 'error', 'response', 'Resources'];

function fromObject(value: unknown, depth = 0): Embedded {
  if (depth > 4 || typeof value !== 'object' || value === null) return {};
  if (Array.isArray(value)) return fromObject(value[0], depth + 1);
  const fields = new Map<string, unknown>(Object.entries(value));
  const own: Embedded = {
    status: toStatus(fields.get('status') ?? fields.get('statusCode') ?? fields.get('code')),
    scimType: text(fields.get('scimType')),
    sentence: sentenceKeys.map((key) => text(fields.get(key))).find((one) => one !== undefined),
    totalResults: typeof fields.get('totalResults') === 'number' ? Number(fields.get('totalResults')) : undefined,
  };
  const nested =
    nestedKeys.map((key) => fromObject(fields.get(key), depth + 1)).find((one) => one.sentence ?? one.status) ?? {};
  return {
    status: own.status ?? nested.status,
    scimType: own.scimType ?? nested.scimType,
    sentence: own.sentence ?? nested.sentence,
    totalResults: own.totalResults,
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function fromFields(plain: string): Embedded {
  const field = (name: string) =>
    new RegExp(`"${name}"\\s*:\\s*"?([^"{}]*)"?`, 'i').exec(plain)?.[1]?.trim() || undefined;
  const total = Number(field('totalResults')?.replace(/\D.*$/s, ''));
  return {
    status: toStatus(field('status')?.replace(/\D.*$/s, '')),
    scimType: field('scimType')?.replace(/\W.*$/s, '') || /\bscimType\s*[=:]\s*(\w+)/i.exec(plain)?.[1],
    sentence: field('detail') ?? field('message'),
    totalResults: total > 0 ? total : undefined,
  };
}

function toStatus(value: unknown): number | undefined {
  const status = Number(value);
  return Number.isInteger(status) && status >= 400 && status < 600 ? status : undefined;
}

/** .NET's names, as "StatusCode: BadRequest" has them. Source: System.Net.HttpStatusCode. */
const statusNames = new Map([
  ['badrequest', 400],
  ['unauthorized', 401],
  ['paymentrequired', 402],
  ['forbidden', 403],
  ['notfound', 404],
  ['methodnotallowed', 405],
  ['notacceptable', 406],
  ['requesttimeout', 408],
  ['conflict', 409],
  ['gone', 410],
  ['preconditionfailed', 412],
  ['unsupportedmediatype', 415],
  ['unprocessableentity', 422],
  ['toomanyrequests', 429],
  ['internalservererror', 500],
  ['notimplemented', 501],
  ['badgateway', 502],
  ['serviceunavailable', 503],
  ['gatewaytimeout', 504],
]);

const statusPatterns = [
  /\bStatus\s?Code["']?\s*[:=]\s*["']?(\w+)/i,
  /\bHTTP status code(?: is| was| of)?:? ?\(?(\d{3})\b/i,
  /\bremote server returned an error: \((\d{3})\)/i,
  /\bdoes not indicate success: (\d{3})\b/i,
  /\bHTTP\/\d(?:\.\d)? (\d{3})\b/,
  /\bHTTP (?:error )?(\d{3})\b/i,
] as const;

/** What an app's answer calls its status, "Conflict" or "409"; undefined where it does not say. */
export function statusWord(reason: string): string | undefined {
  return statusPatterns[0].exec(reason)?.[1];
}

function readStatus(reason: string): number | undefined {
  for (const pattern of statusPatterns) {
    const word = pattern.exec(reason)?.[1];
    const status = toStatus(word) ?? statusNames.get(word?.toLowerCase() ?? '');
    if (status !== undefined) return status;
  }
  return undefined;
}

/** What the app sent where it sent no JSON. */
function webResponse(body: string): string | undefined {
  const response = /\bWeb Response:\s*([\s\S]+)$/i.exec(body)?.[1]?.trim();
  return response && !/^[[{<]/.test(response) ? response.replace(/[\s.]+$/, '') : undefined;
}

/** The value that a sentence is about: one that it quotes, or the only property that it names. */
function valueMeant(sentence: string, modified: LogEntry['modified']): AppAnswer['value'] {
  const written = modified.flatMap(({ name, to }) => (to && to.length >= 3 ? [{ property: name, value: to }] : []));
  const lower = sentence.toLowerCase();
  const quoted = written.filter(({ value }) => lower.includes(value.toLowerCase()));
  if (quoted.length > 0) return quoted.toSorted((one, other) => other.value.length - one.value.length)[0];
  const words = squash(sentence);
  const named = written.filter(({ property }) => nouns(property).some((noun) => words.includes(noun)));
  return named.length === 1 ? named[0] : undefined;
}

/** What a sentence may call a property: `emails[type eq "work"].value` is an email, `name.familyName` a family name. */
function nouns(property: string): readonly string[] {
  const path = property.replace(/^urn:.*:/i, '').replace(/\[.*?\]/g, '');
  return path
    .split('.')
    .map((part) => squash(part).replace(/s$/, ''))
    .filter((part) => part.length >= 4 && part !== 'value' && part !== 'name');
}

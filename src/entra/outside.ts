import { z } from 'zod/v4';

/** Tolerant readers of outside data: what is missing, null or of another type reads as empty, and nothing throws. */

export const text = z.unknown().transform(toText);
export const optionalText = z.unknown().transform((value) => toText(value) || undefined);
export const list = z.array(z.unknown()).catch([]);
export const flag = z.unknown().transform(toFlag);
export const count = z.unknown().transform(toCount);
export const instant = z.unknown().transform(toInstant);

/** Text of a value that should be one: numbers and booleans as they are written, everything else ''. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  // .NET writes its booleans so, and with them the provisioning log.
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return '';
}

/** A boolean, also one written as text; undefined for anything else. */
export function toFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = toText(value).trim().toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : undefined;
}

function toCount(value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : 0;
}

const isoInstant = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * An instant as ISO 8601 in UTC; a time without a zone is UTC. undefined for anything else, and for year 1, which is how
 * .NET says "never".
 */
export function toInstant(value: unknown): string | undefined {
  const written = toText(value).trim();
  const match = isoInstant.exec(written);
  if (!match) return undefined;
  const zoned = match[1] || written.length <= 10 ? written : `${written}Z`;
  const at = new Date(zoned.replace(' ', 'T').replace(/\s/g, ''));
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1900) return undefined;
  return at.toISOString();
}

/** The items of a list that fit; the others are left out. */
export function fitting<T>(items: readonly unknown[], schema: z.ZodType<T>): T[] {
  const found: T[] = [];
  for (const item of items) {
    const parsed = schema.safeParse(item);
    if (parsed.success) found.push(parsed.data);
  }
  return found;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a text holds as JSON; the value itself when it is no text or no JSON. */
export function unwrapJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

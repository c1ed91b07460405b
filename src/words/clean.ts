/** Longest text from outside that is ever shown in one piece. */
const longest = 1500;

/** Control characters, and what turns the direction of text or is not seen at all. */
const unseen = /[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** Text from outside as one line of visible characters, at most `length` long. Spaces at its ends are kept: they can be the reason. */
export function clean(text: string, length = longest): string {
  const line = text
    .slice(0, length * 4)
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(unseen, '');
  return cut(line, length);
}

/** At most `length` characters, the last one an ellipsis where some are left out. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}…`;
}

/** A value with every text in it cleaned; its shape stays. */
export function cleaned<T>(value: T): T {
  return walk(value) as T;
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(walk);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [clean(key), walk(part)]));
}

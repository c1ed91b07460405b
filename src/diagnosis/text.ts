/** Letters and digits only, in lower case: names in the log lose their punctuation (`namegivenName`). */
export function squash(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Compares object ids as Graph does: whatever the case. An empty id is nobody's. */
export function sameId(one: string | undefined, other: string | undefined): boolean {
  if (!one || !other) return false;
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Reads the "True" and "False" of log details; undefined for anything else. */
export function readBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'true') return true;
  if (word === 'false') return false;
  return undefined;
}

/** A value of a details object, its key compared without case, spaces and punctuation. */
export function detail(details: Readonly<Record<string, string>>, key: string): string | undefined {
  const wanted = squash(key);
  for (const [name, value] of Object.entries(details)) {
    if (squash(name) === wanted) return value;
  }
  return undefined;
}

/** Typographic quotes and line breaks as a mail client makes them, back to plain ones. */
export function plainText(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201A\u2032]/g, "'")
    .replace(/[\u201C\u201D\u201E\u2033]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

import type { AttributeValue } from '../../diagnosis/evidence.ts';
import { cut } from '../clean.ts';
import type { Told } from '../language.ts';

/** Whom it is about, inside a sentence: "Alice Smith", "the group Sales Team", "the worker 21023". */
export function who({ subject, named }: Told): string {
  if (!named) return subject.name;
  const name = cut(subject.name.trim(), 80);
  if (subject.type === 'user') return name;
  const bare = name.replace(new RegExp(`^${subject.type}\\s+`, 'i'), '');
  return `the ${subject.type} ${bare}`;
}

/** The app, inside a sentence. */
export function app(told: Told): string {
  return cut(told.app.name.trim(), 80);
}

/** A failure to take somebody away leaves an account behind: it must not read like a failure to let somebody in. */
export function failedRemoval({ diagnosis: { telling, verdict } }: Told): boolean {
  return verdict === 'failed' && (telling?.action === 'disable' || telling?.action === 'delete');
}

/** The first letter of a sentence as a capital; names keep theirs. */
export function capital(sentence: string): string {
  return /^[a-z]+(?![A-Za-z\d]*[A-Z_.])/.test(sentence)
    ? sentence.charAt(0).toUpperCase() + sentence.slice(1)
    : sentence;
}

/** Somebody else's words or a value, in quotation marks. */
export function quoted(text: string, length = 120): string {
  return `“${cut(text, length)}”`;
}

/** A directory value: quoted, or "empty". */
export function value(of: AttributeValue | undefined): string {
  if (of === undefined) return 'not known';
  if (of === null || of === '') return 'empty';
  if (typeof of === 'boolean' || typeof of === 'number') return String(of);
  if (typeof of === 'string') return of.trim() === '' ? `${quoted(of)} (only spaces)` : quoted(of);
  if (of.length === 0) return 'empty';
  const shown = of.slice(0, 3).map((one) => quoted(one, 60));
  return of.length > 3 ? `${shown.join(', ')} and ${of.length - 3} more` : shown.join(', ');
}

/** A sentence with exactly one full stop at its end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  return /[.!?…][”"')]?$/.test(trimmed) ? capital(trimmed) : `${capital(trimmed)}.`;
}

/** Sentences joined, the empty ones left out. */
export function sentences(...texts: readonly (string | undefined | false)[]): string {
  return texts
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
    .map(sentence)
    .join(' ');
}

/** "1 other", "3 others". */
export function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}

/** A title inside a sentence: its first letter small, unless it begins with a name or an abbreviation. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]*\s/.test(title) && !/^(?:Microsoft|Entra)\b/.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}

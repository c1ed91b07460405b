import type { Subject } from '../diagnosis/evidence.ts';
import { isFunctionWord } from '../questions/entities/function-words.ts';
import { wordsOf } from '../questions/text/normalize.ts';

const telling = ['department', 'jobTitle', 'officeLocation', 'city', 'companyName', 'userType'] as const;
/** "not the one from Facilities": so far behind its word a no still counts. */
const negated = 5;

/**
 * Of several who bear one name the one whose department, job or place a text tells, or who is not the one that the
 * conversation is about already (`current`, an id): "the other one". Undefined where it tells nobody apart.
 */
export function whoIsTold(subjects: readonly Subject[], text: string, current?: string): Subject | undefined {
  if (subjects.length < 2) return undefined;
  const words = wordsOf(text);
  if (words.includes('other') && subjects.some(({ id }) => id === current)) {
    const [other, ...more] = subjects.filter(({ id }) => id !== current);
    return more.length === 0 ? other : undefined;
  }
  const told = subjects.map((subject) => ({ subject, is: tells(subject, words, text) }));
  const meant = told.filter(({ is }) => is === 'meant');
  const left = meant.length > 0 ? meant : told.filter(({ is }) => is !== 'other');
  return left.length === 1 && left.length < told.length ? left[0]?.subject : undefined;
}

/** Whether a text tells that somebody is meant, or that it is somebody else; undefined where it tells neither. */
function tells({ attributes }: Subject, words: readonly string[], text: string): 'meant' | 'other' | undefined {
  const places = telling.flatMap((name) => {
    const value = attributes[name];
    const own = typeof value === 'string' ? wordsOf(value) : [];
    const at = own.length === 0 ? -1 : words.findIndex((_, from) => own.every((word, by) => words[from + by] === word));
    // "the IT one": a word like any other where it is not written so.
    const isName = own.some((word) => !isFunctionWord(word)) || (typeof value === 'string' && text.includes(value));
    return at >= 0 && isName ? [at] : [];
  });
  const [at] = places;
  if (at === undefined) return undefined;
  return words.slice(Math.max(0, at - negated), at).includes('not') ? 'other' : 'meant';
}

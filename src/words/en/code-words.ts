import type { Told } from '../language.ts';
import { wordsForCode } from './codes/codes.ts';
import { fill } from './codes/fill.ts';
import type { CodeWords } from './codes/shape.ts';
import { attributeName } from './reasons.ts';
import { app, who } from './say.ts';

/** The words for a code with the names put in; undefined for a code that the catalogue does not know. */
export function codeWords(code: string | undefined, told: Told): CodeWords | undefined {
  const words = code === undefined ? undefined : wordsForCode(code);
  if (!words) return undefined;
  const property = attributeName(told.diagnosis, '');
  const names = {
    app: told.named ? app(told) : undefined,
    person: told.named ? who(told) : undefined,
    property: property === '' ? undefined : property,
  };
  return {
    title: fill(words.title, names),
    meaning: fill(words.meaning, names),
    steps: words.steps.map((step) => fill(step, names)),
  };
}

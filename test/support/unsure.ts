import assert from 'node:assert/strict';
import { appsOf, interpreted } from './reader.ts';

/** Below this a reading is not answered at once; one that is less likely than the other is not offered. */
const sureEnough = 0.5;
const leastOffered = 0.15;

/** Words that say little of what is asked. */
const words = ['list', 'people', 'names', 'who', 'what', 'state', 'report', 'open', 'lately', 'more'];

/** Nothing but the name of an app and a word or two. */
const texts = words.flatMap((first) => [
  `Zendesk ${first}`,
  ...words.filter((second) => second !== first).map((second) => `Zendesk ${first} ${second}`),
]);

/**
 * A text of which the reader is unsure whether it asks who has problems in Zendesk. Which ones those are changes with
 * what it was taught.
 */
export function unsureText(): string {
  const unsure = texts.find((text) => {
    const all = interpreted(text, appsOf('Zendesk'))?.interpretations ?? [];
    const offered = all.filter(({ confidence }) => confidence >= leastOffered).slice(0, 3);
    const isOffered = offered.some(({ question }) => question.kind === 'appProblems');
    return (all[0]?.confidence ?? 1) < sureEnough && isOffered && offered.length > 1;
  });
  assert.ok(unsure, 'the reader is sure of all of them: find another text');
  return unsure;
}

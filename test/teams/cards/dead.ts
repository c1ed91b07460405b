import assert from 'node:assert/strict';
import type { Answered } from '../../../src/answers/answer.ts';
import { renderCard } from '../../../src/teams/cards/render.ts';
import { labelsFor } from '../../../src/words/languages.ts';
import { word } from '../../../src/words/word.ts';
import type { Worded } from '../../../src/words/worded.ts';
import { assertSound } from './house-rules.ts';
import { createRenderer, type Rendered } from './rendered.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };
const render = createRenderer();

/** Sound, and nothing in it lives but our own links and our own bold words. */
export function assertDead(answer: Answered, name: string): void {
  const worded = word(answer, reader);
  const card = renderCard(worded, labelsFor(reader));
  assertSound(card, name);
  for (const one of render(card).live)
    assert.ok(isOurs(one, worded), `${name}: <${one.tag}> ${one.text} ${one.href ?? ''}`);
  // What a button carries is not shown, and comes back as it is.
  const shown = JSON.stringify(card.body, (key, part) => (key === 'data' ? undefined : part)) + card.fallbackText;
  assert.doesNotMatch(shown, /\{\{(?:DATE|TIME)/, name);
}

function isOurs({ tag, text, href }: Rendered['live'][number], worded: Worded): boolean {
  const { sources } = labelsFor(reader);
  if (tag === 'A') return 'links' in worded && worded.links.some(({ url }) => url === href);
  if (tag !== 'STRONG') return false;
  const words: readonly string[] =
    worded.kind === 'explanation'
      ? [worded.verdictName, labelsFor(reader).asExpected(worded.verdictName)]
      : worded.kind === 'appProblems'
        ? worded.groups.map(({ counted }) => counted)
        : worded.kind === 'explanations'
          ? worded.people.map(({ verdictName }) => verdictName)
          : worded.kind === 'userOverview'
            ? worded.apps.map(({ verdictName }) => verdictName)
            : 'stateName' in worded
              ? [worded.stateName]
              : worded.kind === 'news'
                ? [worded.word]
                : [];
  const problems = 'problems' in worded ? [...worded.problems, ...('standing' in worded ? worded.standing : [])] : [];
  const grouped = worded.kind === 'appProblems' ? worded.groups : [];
  const steps = [...('fix' in worded ? worded.fix : []), ...[...problems, ...grouped].flatMap(({ fix }) => fix ?? [])];
  const owners = steps.map(({ ownerName }) => ownerName);
  return [...words, ...owners, ...Object.values(sources)].includes(text);
}

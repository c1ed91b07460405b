import { readFollowUps, readTexts } from '../../../tools/train/corpus.ts';
import type { Round } from './sets.ts';
import { type Share, shareOf } from './shares.ts';

/** How many texts of a round training has, word for word: a round that it has is no longer unseen. */
export function trainedOf(rounds: readonly Round[]): readonly Share[] {
  const known = new Set([...readTexts(), ...readFollowUps()].map(({ text }) => text.trim()));
  return rounds.map((round) => shareOf(textsOf(round), (text) => known.has(text.trim())));
}

function textsOf({ utterances, names, offtopic, dialogues, languages }: Round): readonly string[] {
  const turns = dialogues.flatMap((dialogue) => dialogue.turns);
  const texts = utterances.flatMap((one) => one.texts);
  return [...texts, ...names, ...offtopic, ...turns, ...languages].map(({ text }) => text);
}

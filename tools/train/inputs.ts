import { createWordClasses } from '../../src/questions/model/word-classes.ts';
import { readFollowUps, readTexts } from './corpus.ts';
import type { Inputs } from './training.ts';
import { nameLists, wordTable } from './word-lists.ts';

/** Every labelled text, and the lists that go with them. Throws where a line is no labelled text. */
export function readInputs(): Inputs {
  const { hashes, flags } = wordTable();
  return {
    texts: readTexts(),
    followUps: readFollowUps(),
    classes: createWordClasses(hashes, flags),
    names: nameLists(),
  };
}

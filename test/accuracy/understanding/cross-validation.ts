import { createWordClasses } from '../../../src/questions/model/word-classes.ts';
import { readFollowUps, readTexts } from '../../../tools/train/corpus.ts';
import { crossValidate } from '../../../tools/train/training.ts';
import { nameLists, wordTable } from '../../../tools/train/word-lists.ts';

const folds = 4;

/** How each classifier does on training texts that were left out of its training. Takes more than a minute. */
export function crossValidation(): ReturnType<typeof crossValidate> {
  const words = wordTable();
  const inputs = {
    texts: readTexts(),
    followUps: readFollowUps(),
    classes: createWordClasses(words.hashes, words.flags),
    names: nameLists(),
  };
  return crossValidate(inputs, folds);
}

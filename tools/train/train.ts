import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readWeights } from '../../src/questions/model/weights.ts';
import { createWordClasses } from '../../src/questions/model/word-classes.ts';
import { readFollowUps, readTexts } from './corpus.ts';
import { encode } from './encode.ts';
import { crossValidate, trainAll } from './training.ts';
import { nameLists, wordTable } from './word-lists.ts';

/** `npm run train`: trains the reader on every labelled text and writes its weights. `--check`: cross-validation alone. */
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, folds: { type: 'string', default: '4' } },
});

const begun = performance.now();
const words = wordTable();
const inputs = {
  texts: readTexts(),
  followUps: readFollowUps(),
  classes: createWordClasses(words.hashes, words.flags),
  names: nameLists(),
};
const seconds = () => `${((performance.now() - begun) / 1000).toFixed(0)} s`;

// One part tells enough to set the temperatures; --check tries every part.
const folds = Number(values.folds);
const checked = crossValidate(inputs, folds, values.check ? folds : 1);
for (const { name, accuracy, count, temperature } of Object.values(checked))
  process.stdout.write(`${name}: ${(100 * accuracy).toFixed(1)} % of ${count} unseen, temperature ${temperature}\n`);
for (const line of Object.values(checked).flatMap(({ lines }) => lines)) process.stdout.write(`  ${line}\n`);
process.stdout.write(`cross-validated after ${seconds()}\n`);

if (!values.check) {
  const target = new URL('../../src/questions/model/reader.weights', import.meta.url);
  const bytes = encode(trainAll(inputs, words, checked));
  writeFileSync(target, bytes);
  for (const [name, one] of Object.entries(readWeights(bytes).header.classifiers))
    process.stdout.write(`${name}: ${one.count} features, ${one.classes.length} classes\n`);
  process.stdout.write(`${inputs.texts.length} texts, ${(bytes.length / 1024).toFixed(0)} kB, after ${seconds()}\n`);
}

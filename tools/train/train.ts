import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { classifierNames, readWeights } from '../../src/questions/model/weights.ts';
import { readTexts } from './corpus.ts';
import { encode, type Trained } from './encode.ts';
import { createTraining } from './in-parallel.ts';
import { wordTable } from './word-lists.ts';

/** `npm run train`: trains the reader on every labelled text and writes its weights. `--check`: cross-validation alone. */
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, folds: { type: 'string', default: '4' } },
});

const begun = performance.now();
const training = createTraining();
const trained = values.check ? undefined : training.train();
// One part tells enough to set the temperatures; --check tries every part.
const folds = Number(values.folds);
const checked = await training.crossValidate(folds, values.check ? folds : 1);
const results = classifierNames.map((name) => checked[name]);
for (const { name, accuracy, count, temperature } of results)
  process.stdout.write(`${name}: ${(100 * accuracy).toFixed(1)} % of ${count} unseen, temperature ${temperature}\n`);
for (const line of results.flatMap(({ lines }) => lines)) process.stdout.write(`  ${line}\n`);

const fitted = await trained;
await training.close();
if (fitted) {
  const target = new URL('../../src/questions/model/reader.weights', import.meta.url);
  const texts = readTexts().length;
  const classifiers = results.map(({ name, temperature }) => [name, { fitted: fitted.get(name), temperature }]);
  const bytes = encode({
    texts,
    words: wordTable(),
    accuracy: Object.fromEntries(results.map(({ name, accuracy }) => [name, Math.round(accuracy * 1000) / 1000])),
    classifiers: Object.fromEntries(classifiers) as Trained['classifiers'],
  });
  writeFileSync(target, bytes);
  for (const [name, one] of Object.entries(readWeights(bytes).header.classifiers))
    process.stdout.write(`${name}: ${one.count} features, ${one.classes.length} classes\n`);
  process.stdout.write(`${texts} texts, ${(bytes.length / 1024).toFixed(0)} kB\n`);
}
process.stdout.write(`done after ${((performance.now() - begun) / 1000).toFixed(0)} s\n`);

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { softmax } from '../../src/questions/model/classifier.ts';
import { classifierNames, formatLine, readWeights } from '../../src/questions/model/weights.ts';
import { weightsFile } from '../support/reader.ts';

const bytes = readFileSync(weightsFile);
const weights = readWeights(bytes);

describe('the file of weights', () => {
  it('is at most one and a half megabytes', () => {
    assert.ok(statSync(weightsFile).size <= 1_500_000, `${statSync(weightsFile).size} bytes`);
  });

  it('begins with two lines that people can read: the format, and what it was trained from', () => {
    const [first, second = ''] = bytes.toString('latin1').split('\n', 2);

    assert.equal(first, formatLine);
    const header = JSON.parse(second) as Readonly<Record<string, unknown>>;
    assert.deepEqual(Object.keys(header.classifiers as object), [...classifierNames]);
    assert.ok(Number(header.texts) > 1_000);
    assert.match(second, /^[\x20-\x7e]+$/);
  });

  it('is loaded within thirty milliseconds', () => {
    const times = Array.from({ length: 9 }, () => {
      const begun = performance.now();
      readWeights(readFileSync(weightsFile));
      return performance.now() - begun;
    }).sort((a, b) => a - b);

    assert.ok((times[4] ?? Number.POSITIVE_INFINITY) <= 30, times.map((one) => one.toFixed(1)).join(', '));
  });

  it('is refused where it is another one', () => {
    const others = [
      '',
      '\n\n',
      'PK\u0003\u0004',
      `${formatLine}0\n{}\n`,
      'skipper reader weights, format 0\n{}\n',
      '{"texts": 1}\n',
    ];
    for (const text of others) assert.throws(() => readWeights(Buffer.from(text)), RangeError, text);
  });

  it('is refused where its end is missing', () => {
    for (const share of [0.3, 0.5, 0.9, 0.99]) {
      const cut = Uint8Array.from(bytes.subarray(0, Math.floor(bytes.length * share)));

      assert.throws(() => readWeights(cut), RangeError, `${share}`);
    }
  });
});

describe('a classifier', () => {
  it('gives every class a probability, and all of them sum to one', () => {
    const features = fc.array(fc.integer({ min: 0, max: 0xff_ff_ff_ff }), { maxLength: 60 });
    for (const name of classifierNames) {
      const classifier = weights.classifiers[name];
      fc.assert(
        fc.property(features, (given) => {
          const probabilities = classifier.probabilities(given);

          assert.equal(probabilities.length, classifier.classes.length);
          for (const p of probabilities) assert.ok(p >= 0 && p <= 1);
          assert.ok(Math.abs(probabilities.reduce((sum, p) => sum + p, 0) - 1) < 1e-9);
        }),
      );
    }
  });

  it('ranks its classes, the likeliest first', () => {
    const ranked = weights.classifiers.intent.rank([1, 2, 3]);

    assert.equal(ranked.length, weights.classifiers.intent.classes.length);
    assert.deepEqual(
      ranked.map(({ p }) => p),
      ranked.map(({ p }) => p).sort((a, b) => b - a),
    );
  });

  it('makes shares of scores, however large they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 20 }), (scores) => {
        const shares = softmax(Float64Array.from(scores));

        assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { entries } from '../../src/diagnosis/catalogue/catalogue.ts';
import { furtherCauses } from '../../src/diagnosis/causes.ts';
import { codeWords, wordsForCode } from '../../src/words/en/codes/codes.ts';
import { fill } from '../../src/words/en/codes/fill.ts';
import { furtherCauseWords } from '../../src/words/en/codes/further-causes.ts';

const all = entries.map((entry) => {
  const words = wordsForCode(entry.code);
  assert.ok(words !== undefined, `${entry.code} has no words`);
  return { entry, words, sentences: [words.title, words.meaning, ...words.steps] };
});

describe('the words for codes', () => {
  it('cover every code of the catalogue and nothing else', () => {
    assert.deepEqual(Object.keys(codeWords).toSorted(), entries.map((entry) => entry.code).toSorted());
  });

  it('have one step for each owner', () => {
    for (const { entry, words } of all) assert.equal(words.steps.length, entry.owners.length, entry.code);
  });

  it('are no stubs: a title, a meaning and steps of some substance', () => {
    for (const { entry, words } of all) {
      assert.ok(words.title.length >= 12 && words.title.length <= 80, `${entry.code}: title`);
      assert.ok(words.meaning.length >= 80 && words.meaning.length <= 480, `${entry.code}: meaning`);
      for (const step of words.steps) assert.ok(step.length >= 30 && step.length <= 480, `${entry.code}: ${step}`);
    }
  });

  it('give each code a title and a meaning of its own', () => {
    for (const part of ['title', 'meaning'] as const) {
      const texts = all.map(({ words }) => words[part]);
      assert.deepEqual(
        texts.filter((text, index) => texts.indexOf(text) !== index),
        [],
      );
    }
  });

  it('do not explain a code by repeating it', () => {
    for (const { entry, words } of all) {
      const saysMore = words.meaning.replaceAll(entry.code, '').length >= 80;
      assert.ok(saysMore, entry.code);
      assert.ok(!words.title.includes(entry.code), entry.code);
    }
  });

  it('are whole sentences that end, and start with a word rather than a name to be filled in', () => {
    for (const { entry, words } of all) {
      for (const text of [words.meaning, ...words.steps]) {
        assert.match(text, /[.)"]$/, `${entry.code}: ${text}`);
        assert.doesNotMatch(text, /(?:^|[.!?] )\{/, `${entry.code}: ${text}`);
        assert.match(text, /^[A-Z]/, `${entry.code}: ${text}`);
      }
      assert.doesNotMatch(words.title, /[{}.]$|\{/, entry.code);
    }
  });

  it('hold no placeholder but the three that are filled in', () => {
    for (const { entry, sentences } of all) {
      for (const sentence of sentences) {
        const filled = fill(sentence, { app: 'Box', person: 'Ann', property: 'userName' });
        // An address of the connector host shows the place of its connector's name in braces.
        assert.doesNotMatch(filled.replace('ecma2host_{connector}', ''), /[{}]/, entry.code);
        assert.doesNotMatch(filled, /undefined|TODO/, entry.code);
      }
    }
  });

  it('speak of people by name and never by pronoun', () => {
    for (const { entry, sentences } of all) {
      for (const sentence of sentences) assert.doesNotMatch(sentence, /\b(?:she|her|he|his|him)\b/i, entry.code);
    }
  });

  it('name a menu path of the admin center as it reads today', () => {
    for (const { entry, sentences } of all) {
      for (const sentence of sentences) {
        assert.doesNotMatch(
          sentence,
          /Enterprise applications|Azure AD (?!Connect)|Identity > Applications/,
          entry.code,
        );
      }
    }
  });

  it('remain sentences where nothing is known', () => {
    assert.equal(
      fill('Look for {person} in {app}, and fill it ({property}).', {}),
      'Look for the person in the app, and fill it.',
    );
    assert.equal(fill('Fill {property}.', {}), 'Fill the attribute that the log names.');
  });

  it('put a name in as it is, even one with braces or a dollar sign', () => {
    assert.equal(fill('Ask {person}.', { person: '$& {app}' }), 'Ask $& {app}.');
  });
});

describe('the words for further causes', () => {
  it('give every one a title and a headline that name the case', () => {
    for (const cause of furtherCauses) {
      const words = furtherCauseWords[cause];
      const headline = words.headline('Ann Smith', 'Box');
      assert.ok(words.title.length >= 10, cause);
      assert.match(headline, /Box/, cause);
      assert.ok(headline.length <= 120, cause);
    }
  });

  it('are all different', () => {
    const headlines = furtherCauses.map((cause) => furtherCauseWords[cause].headline('Ann', 'Box'));
    assert.equal(new Set(headlines).size, furtherCauses.length);
    assert.equal(new Set(furtherCauses.map((cause) => furtherCauseWords[cause].title)).size, furtherCauses.length);
  });
});

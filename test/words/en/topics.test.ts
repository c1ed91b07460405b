import assert from 'node:assert/strict';
import { topicIds } from '../../../src/questions/topics/ids.ts';
import { topic, topics } from '../../../src/words/en/topics.ts';

/** Sentences of a text; a colon, a number's point and a name such as "Monday.com" end none. */
function sentencesOf(text: string): readonly string[] {
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((one) => one !== '');
}

describe('the answers about how provisioning works', () => {
  for (const id of topicIds) {
    describe(id, () => {
      it('takes two to five sentences', () => {
        const { length } = sentencesOf(topics[id].text);

        assert.ok(length >= 2 && length <= 5, `${length} sentences`);
      });

      it('names a page of Microsoft’s documentation as its source', () => {
        for (const { title, url } of topics[id].links) {
          assert.match(url, /^https:\/\/learn\.microsoft\.com\/(?:entra\/identity|graph\/api)\/[a-z0-9/-]+$/);
          assert.ok(title.length > 3);
        }
        assert.ok(topics[id].links.length >= 1);
      });

      it('ends its sentences and leaves nothing to fill in', () => {
        assert.match(topics[id].text, /[.?]"?$/);
        assert.doesNotMatch(topics[id].text, /\b(?:TODO|TBD|lorem|xxx)\b|\{|\}/i);
        assert.ok(topics[id].title.length > 0 && topics[id].title.length <= 60);
      });
    });
  }

  it('has an answer of its own for every topic', () => {
    const texts = Object.values(topics).map(({ text }) => text);

    assert.equal(texts.length, topicIds.length);
    assert.equal(new Set(texts).size, texts.length);
  });

  it('has none for what is no topic', () => {
    assert.equal(topic('frobnication'), undefined);
    assert.equal(topic('constructor'), undefined);
  });

  it('gives the figures that people ask for', () => {
    assert.match(topics['how-often'].text, /40 minutes/);
    assert.match(topics['first-cycle'].text, /20 minutes to several hours/);
    assert.match(topics['log-retention'].text, /30 days/);
    assert.match(topics['hard-delete'].text, /30 days/);
    assert.match(topics['quarantine-end'].text, /28 days/);
    assert.match(topics['provision-on-demand'].text, /really writes/);
    assert.match(topics['nested-groups'].text, /not read/);
  });

  it('says so where the documentation contradicts itself', () => {
    for (const id of [
      'how-often',
      'default-access-role',
      'who-can-see-logs',
      'api-driven-inbound',
      'cross-tenant',
    ] as const) {
      assert.match(topics[id].text, /disagree/, id);
    }
  });
});

import assert from 'node:assert/strict';
import { topicAsks, topicIds } from '../../src/questions/topics.ts';
import { understand } from '../../src/questions/understand.ts';
import { topicPhrasings } from './topic-phrasings.ts';

function topicOf(text: string): string | undefined {
  const understanding = understand(text);
  if (!understanding.understood) return undefined;
  const [reading] = understanding.readings;
  return reading.kind === 'topic' ? reading.topic : reading.kind;
}

/** The topics that have to be there. */
const required = [
  'is-it-working',
  'how-often',
  'first-cycle',
  'quarantine',
  'quarantine-end',
  'nested-groups',
  'guests',
  'unassigned',
  'disabled-account',
  'deleted-account',
  'scoping-or-assignment',
  'matching',
  'restart-or-start',
  'provision-on-demand',
  'credentials-expire',
  'notification-email',
  'log-retention',
] as const;

describe('a question about how provisioning works', () => {
  for (const [ask, ...topics] of topicPhrasings) {
    it(`finds the topic of “${ask}”`, () => {
      const found = topicOf(ask);

      assert.ok(
        topics.some((topic) => topic === found),
        `wanted ${topics.join(' or ')}, got ${found}`,
      );
    });
  }

  it('knows at least thirty-five topics, the required ones among them', () => {
    assert.ok(topicIds.length >= 35);
    for (const topic of required) assert.ok(topicIds.includes(topic), topic);
  });

  it('finds most of the phrasings that it learnt from under their own topic', () => {
    const asks = topicIds.flatMap((topic) => topicAsks[topic].map((ask) => ({ topic, ask })));

    const found = asks.filter(({ topic, ask }) => topicOf(ask) === topic);

    assert.ok(found.length / asks.length > 0.95, `${found.length} of ${asks.length}`);
  });

  it('overlooks case, punctuation, politeness and slips of the finger', () => {
    for (const ask of [
      'HOW OFTEN DOES PROVISIONING RUN',
      'hi, how often does provisoning run please?',
      'how often does provisioning run??',
      'how often does the provisionning run',
    ]) {
      assert.equal(topicOf(ask), 'how-often', ask);
    }
    assert.equal(topicOf('what is quarentine'), 'quarantine');
  });

  it('may name an app without becoming a question about somebody', () => {
    assert.equal(topicOf('how often does Salesforce sync?'), 'how-often');
    assert.equal(topicOf('does Zoom support nested groups?'), 'nested-groups');
  });

  it('never takes a question that names a person and an app for a topic', () => {
    const asks = [
      'why was alice skipped in Salesforce?',
      'why was Jordan skipped in Zoom, is it a nested group?',
      'is jordan in quarantine in Zoom?',
      'did the guest Jordan Rivers sync to Slack',
      'why is priya nair not matched in Box',
      'jordan.rivers@fabrikam.example restart Zoom',
    ];

    for (const ask of asks) assert.equal(topicOf(ask), 'explain', ask);
  });

  it('does not answer what is no question about provisioning', () => {
    const asks = [
      'what is the weather in Lisbon',
      'tell me a joke',
      'how do I bake bread',
      'who won the match yesterday',
      'order more coffee for the office',
      'translate this into French',
    ];

    for (const ask of asks) assert.ok(!topicIds.some((topic) => topic === topicOf(ask)), `${ask}: ${topicOf(ask)}`);
  });
});

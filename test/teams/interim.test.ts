import assert from 'node:assert/strict';
import { setImmediate as tick } from 'node:timers/promises';
import type { Answered, Pending } from '../../src/answers/answer.ts';
import type { Ask } from '../../src/answers/ask.ts';
import { answered, type BotOptions, fixture, startBot, type TestBot } from '../support/bot.ts';
import type { Call } from '../support/connector.ts';

const patient = { messageMs: 20, invokeMs: 20, typingMs: 5000, interimMs: 20 };
const pending: Pending = { of: 'log', done: 500 };
const topic = (said: string) => answered({ kind: 'topic', question: { kind: 'help' }, topic: said });
const soFar = (said: string): Answered => ({ ...topic(said), pending });
const unavailable = answered({
  kind: 'unavailable',
  question: { kind: 'help' },
  because: 'timeout',
  correlationId: 'x',
});

/** An ask that a test drives by hand. */
function driven() {
  const end = Promise.withResolvers<Answered>();
  const begun = Promise.withResolvers<(interim: Answered) => void>();
  const ask: Ask = ({ onInterim }) => {
    begun.resolve((interim) => onInterim?.(interim));
    return end.promise;
  };
  return { ask, end: end.resolve, show: async (interim: Answered) => (await begun.promise)(interim) };
}

/** The messages as they stand in the conversation at last, by id. */
function standing(calls: readonly Call[], before: Readonly<Record<string, string>> = {}): readonly string[] {
  const messages = new Map(Object.entries(before));
  for (const [index, { how, id = '', activity }] of calls.entries()) {
    if (activity.type === 'typing') continue;
    if (how === 'update') messages.set(id, activity.summary ?? '');
    else if (how === 'remove') messages.delete(id);
    else messages.set(`sent-${index + 1}`, activity.summary ?? '');
  }
  return [...messages.values()];
}

describe('an answer that comes about', () => {
  let bot: TestBot;
  const start = async (options: BotOptions) => {
    bot = await startBot({ timings: patient, ...options });
    return bot;
  };
  afterEach(() => bot.close());
  const messages = (count: number) => (calls: readonly Call[]) =>
    calls.filter(({ activity }) => activity.type !== 'typing').length >= count;

  it('is one message: sent with what is known, changed in place, and ended by the whole answer', async () => {
    const { ask, end, show } = driven();
    const { connector, post } = await start({ ask });

    await post(fixture('asked-personal'));
    await show(soFar('a'));
    await connector.until('the first state', messages(1));
    await show(soFar('b'));
    await connector.until('the second state', messages(2));
    end(topic('all'));
    await connector.until('the end', messages(3));

    assert.deepEqual(
      connector.messages().map(({ how, activity }) => [how, activity.summary]),
      [
        ['reply', 'topic: a, log pending'],
        ['update', 'topic: b, log pending'],
        ['update', 'topic: all'],
      ],
    );
    assert.deepEqual(standing(connector.calls), ['topic: all']);
  });

  it('shows the newest of what comes close together, and nothing after the end', async () => {
    const { ask, end, show } = driven();
    const { connector, post } = await start({ ask, timings: { ...patient, interimMs: 400 } });

    await post(fixture('asked-personal'));
    for (const said of ['a', 'b', 'c', 'd']) await show(soFar(said));
    await connector.until('the first state', messages(1));
    await show(soFar('e'));
    end(topic('all'));
    await show(soFar('too late'));
    await connector.until('the end', messages(2));
    await bot.stop();

    const said = connector.messages().map(({ activity }) => activity.summary);
    assert.equal(said.length, 2);
    assert.equal(said[1], 'topic: all');
  });

  it('needs no message of its own when the whole answer comes first', async () => {
    const { ask, end } = driven();
    const { connector, post } = await start({ ask });

    end(topic('all'));
    await post(fixture('asked-personal'));
    await bot.stop();

    assert.deepEqual(standing(connector.calls), ['topic: all']);
  });

  it('ends with the reason when the question is broken off', async () => {
    const { ask, end, show } = driven();
    const { connector, post } = await start({ ask });

    await post(fixture('asked-personal'));
    await show(soFar('a'));
    await connector.until('the first state', messages(1));
    end(unavailable);
    await connector.until('the end', messages(2));

    assert.deepEqual(standing(connector.calls), ['unavailable']);
  });

  it('leaves exactly one message where what was shown cannot be changed', async () => {
    const { ask, end, show } = driven();
    const { connector, post } = await start({ ask });
    connector.answerWith(({ how }) => how === 'update', [{ status: 403 }]);

    await post(fixture('asked-personal'));
    await show(soFar('a'));
    await connector.until('the first state', messages(1));
    end(topic('all'));
    await connector.until('the removal', (calls) => calls.some(({ how }) => how === 'remove'));

    const refused = connector.calls.findIndex(({ how }) => how === 'update');
    const accepted = connector.calls.map((call, index) =>
      index === refused ? { ...call, activity: { type: 'typing' } } : call,
    );
    assert.deepEqual(standing(accepted), ['topic: all']);
  });

  it('arrives although what was on the way could not be sent', async () => {
    const { ask, end, show } = driven();
    const { connector, post } = await start({ ask });
    connector.answerWith(({ activity }) => activity.summary === 'topic: a, log pending', [{ status: 400 }]);

    await post(fixture('asked-personal'));
    await show(soFar('a'));
    await connector.until('the first state', messages(1));
    await show(soFar('b'));
    end(topic('all'));
    await connector.until('the end', messages(2));
    await bot.stop();

    assert.equal(connector.messages().at(-1)?.activity.summary, 'topic: all');
    assert.equal(connector.messages().length, 2);
  });

  it('comes about on the card that was tapped', async () => {
    const { ask, end, show } = driven();
    const { connector, post } = await start({ ask });

    const replying = post(fixture('card-execute'));
    await show(soFar('a'));
    const reply = await replying;
    await connector.until('the card', messages(1));
    await show(soFar('b'));
    await connector.until('the next state', messages(2));
    end(unavailable);
    await connector.until('the end', messages(3));

    assert.match(reply.text, /topic: a, log pending/);
    assert.ok(connector.messages().every(({ how, id }) => how === 'update' && id === '1795426103000'));
    assert.deepEqual(standing(connector.calls, { '1795426103000': 'the card' }), ['unavailable']);
  });

  it('stands in a message of its own where the button opens one, and the card stays', async () => {
    const { connector, post } = await start({});
    const data = { verb: 'open', v: 1, question: { kind: 'explain', user: 'bob', app: 'Zoom' } };

    const reply = await post(
      fixture('card-execute', { value: { action: { type: 'Action.Execute', verb: 'open', data } } }),
    );
    await connector.until('the answer', messages(1));
    await post(fixture('card-submit', { value: data }));
    await connector.until('the second answer', messages(2));

    assert.deepEqual(reply.json?.value, 'below');
    assert.ok(connector.messages().every(({ how }) => how === 'reply'));
    assert.equal(standing(connector.calls, { '1795426103000': 'the card' })[0], 'the card');
  });

  it('of many askers at once never lands in the message of another', async () => {
    const { connector, post } = await start({
      ask: async ({ text, onInterim }) => {
        for (const step of [1, 2, 3]) {
          onInterim?.(soFar(`${text} ${step}`));
          for (let rest = 0; rest < 5; rest += 1) await tick();
        }
        return topic(`${text} whole`);
      },
      timings: { ...patient, interimMs: 1 },
    });

    const texts = Array.from({ length: 12 }, (_, index) => `asker${index}`);
    await Promise.all(texts.map((text) => post(fixture('asked-personal', { text }))));
    await bot.stop();

    assert.deepEqual([...standing(connector.calls)].sort(), texts.map((text) => `topic: ${text} whole`).sort());
  });
});

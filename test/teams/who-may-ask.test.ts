import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from '../../src/answers/answer.ts';
import type { Question, QuestionKind } from '../../src/questions/question.ts';
import { fixture, type RawActivity } from '../support/bot.ts';
import { type Cast, from, type GatedBot, startGatedBot } from '../support/gated-bot.ts';

const places = ['personal', 'groupChat', 'channel'] as const;
type Place = (typeof places)[number];
const hows = ['typed', 'execute', 'submit'] as const;
type How = (typeof hows)[number];
type Who = keyof Cast | 'unidentified';

/** A question of every kind; about an app, where the kind is about one. */
const questions: { readonly [Kind in QuestionKind]: (app: string) => Extract<Question, { kind: Kind }> } = {
  explain: (app) => ({ kind: 'explain', user: 'alice@contoso.com', app }),
  explainMany: (app) => ({ kind: 'explainMany', users: ['alice@contoso.com', 'bob@contoso.com'], app }),
  appStatus: (app) => ({ kind: 'appStatus', app }),
  overview: () => ({ kind: 'overview' }),
  appProblems: (app) => ({ kind: 'appProblems', app }),
  appChanges: (app) => ({ kind: 'appChanges', app }),
  userOverview: () => ({ kind: 'userOverview', user: 'alice@contoso.com' }),
  credentials: (app) => ({ kind: 'credentials', app }),
  watch: (app) => ({ kind: 'watch', app }),
  unwatch: (app) => ({ kind: 'unwatch', app }),
  watching: () => ({ kind: 'watching' }),
  meaning: () => ({ kind: 'meaning', text: 'EntryConflict' }),
  topic: () => ({ kind: 'topic', topic: 'how-often' }),
  help: () => ({ kind: 'help' }),
  about: () => ({ kind: 'about', of: 'logged' }),
  notMine: () => ({ kind: 'notMine', of: 'restart' }),
};
const kinds = Object.keys(questions) as readonly QuestionKind[];
const aboutApp: ReadonlySet<QuestionKind> = new Set([
  'explain',
  'explainMany',
  'appStatus',
  'appProblems',
  'appChanges',
  'credentials',
]);
const changes: ReadonlySet<QuestionKind> = new Set(['watch', 'unwatch']);

/** Who may, in the words of the operator's page rather than of the code. */
function may(who: Who, kind: QuestionKind, place: Place, app: 'own' | 'other'): boolean {
  if (who === 'admin') return true;
  if (who === 'stranger' || who === 'unknown' || who === 'unidentified') return false;
  if (changes.has(kind) && place !== 'personal') return false;
  if (who === 'helpdesk' || who === 'nested') return true;
  if (kind === 'watching') return place === 'personal';
  return app === 'own' || !(aboutApp.has(kind) || changes.has(kind));
}

describe('who may ask', () => {
  let bot: GatedBot;
  before(async () => {
    bot = await startGatedBot();
  });
  after(() => bot.close());

  const activityOf = (how: How, question: Question): RawActivity => {
    if (how === 'execute') return execute({ question });
    if (how === 'submit') return fixture('card-submit', { value: { verb: 'checkAgain', question } });
    return fixture('asked-personal', { text: `why was alice skipped in ${'app' in question ? question.app : 'x'}?` });
  };

  /** Sends an activity in a conversation of its own; gives what left the bot for it, once it is all there. */
  let conversations = 0;
  const begin = async (activity: RawActivity) => {
    conversations += 1;
    const conversation = { ...(activity.conversation as object), id: `19:conversation-${conversations}` };
    const reply = await bot.post({ ...activity, conversation });
    assert.equal(reply.status, 200);
    return () => {
      const calls = bot.connector.calls.filter((call) => call.conversation === conversation.id);
      const cards = [reply.json?.value, ...calls.map(({ activity: sent }) => sent.attachments?.[0]?.content)];
      const answers = cards.flatMap((card) =>
        typeof card === 'object' && card !== null && 'answer' in card ? [card.answer as Answer] : [],
      );
      return { answers, everything: JSON.stringify([reply.json, calls]) };
    };
  };
  /** Cards are changed for the others after the button was answered. */
  const settled = async () => {
    for (let seen = -1; seen !== bot.connector.calls.length; await delay(100)) seen = bot.connector.calls.length;
  };
  const send = async (activity: RawActivity) => {
    const outcome = await begin(activity);
    await settled();
    return outcome();
  };

  const cast: readonly Who[] = ['admin', 'helpdesk', 'nested', 'appOwner', 'stranger', 'unknown', 'unidentified'];
  for (const who of cast) {
    it(`is kept to, for every question, app, place and button: ${who}`, async function () {
      this.timeout(60_000);
      const id = who === 'unidentified' ? undefined : bot.people[who];
      const wrong: string[] = [];
      const rows: { readonly row: string; readonly allowed: boolean; readonly outcome: ReturnType<typeof begin> }[] =
        [];
      for (const kind of kinds)
        for (const place of places)
          for (const app of ['own', 'other'] as const)
            for (const how of hows) {
              if (how === 'typed' && kind !== 'explain') continue;
              // The same question three times over tells no more where it is about no app.
              if (app === 'other' && !aboutApp.has(kind) && !changes.has(kind)) continue;
              const allowed = may(who, kind, place, app);
              // That an answer is given is shown once; that none is, everywhere.
              if (allowed && how === 'submit' && who !== 'appOwner') continue;
              const activity = from(activityOf(how, questions[kind](bot.apps[app].name)), id, place);
              const outcome = begin(activity);
              await outcome;
              rows.push({ row: `${who} ${kind} ${app} ${place} ${how}`, allowed, outcome });
            }
      await settled();
      for (const { row, allowed, outcome } of rows) {
        const { answers, everything } = (await outcome)();
        const denied = answers.length > 0 && answers.every((answer) => answer.kind === 'denied');
        // What cannot be answered at the moment is no answer either.
        const silent = denied || answers.every((answer) => answer.kind === 'unavailable');
        if (allowed ? denied : !silent) wrong.push(`${row}: ${answers.map((answer) => answer.kind).join()}`);
        if (!denied && who === 'appOwner' && everything.includes(bot.apps.other.id)) wrong.push(`${row}: leaks`);
        if (denied && /alice|Salesforce|Slack/i.test(everything)) wrong.push(`${row}: names somebody`);
      }
      assert.deepEqual(wrong, []);
    });
  }

  it('reads nothing for a stranger but whether it is one', async () => {
    const before = bot.sandbox.requests.length;
    bot.later(10 * 60 * 1000);

    await send(from(fixture('asked-personal'), bot.people.stranger));
    await send(from(fixture('asked-personal'), bot.people.unknown));

    const paths = bot.sandbox.requests.slice(before).map(({ url }) => url);
    assert.equal(paths.length, 2);
    for (const path of paths) assert.match(path, /transitiveMemberOf/);
  });

  it('is an admin who sees what became of the messages to a channel', async () => {
    const watch: Question = { kind: 'watch', app: bot.apps.own.id };
    const place = '19:watched';
    const tap = async (question: Question, who: string) => {
      const activity = from(activityOf('execute', question), who, 'channel');
      const conversation = { ...(activity.conversation as object), id: place };
      return (await bot.post({ ...activity, conversation })).text;
    };
    await tap(watch, bot.people.admin);
    bot.subscriptions.delivered(place, {
      at: '2026-11-17T09:00:00.000Z',
      outcome: 'failed',
      code: 'BotDisabledByAdmin',
    });

    assert.match(await tap({ kind: 'watching' }, bot.people.admin), /BotDisabledByAdmin/);
    assert.doesNotMatch(await tap({ kind: 'watching' }, bot.people.helpdesk), /BotDisabledByAdmin/);
  });

  it('is not decided by the name or by the address in a payload', async () => {
    const forged = execute({
      question: questions.explain('Slack'),
      asker: { aadObjectId: bot.people.admin },
      role: 'admin',
    });

    const { answers } = await send(from(forged, bot.people.stranger));

    assert.deepEqual(
      answers.map(({ kind }) => kind),
      ['denied'],
    );
  });

  it('holds for what is no question at all', async () => {
    for (const data of [undefined, {}, { question: { kind: 'dropTenant' } }, 'broken', { text: 'flurb gnarf' }]) {
      const { everything } = await send(from(execute(data), bot.people.stranger));

      assert.match(everything, /denied/, JSON.stringify(data));
    }
    const { answers } = await send(from(fixture('asked-personal', { text: '' }), bot.people.stranger));
    assert.equal(answers[0]?.kind, 'denied');
  });

  it('is looked up anew after five minutes, so that an old card is dead for who left the group', async () => {
    const leaver = await startGatedBot();
    try {
      const tap = from(execute({ question: questions.explain('Salesforce') }), leaver.people.nested);
      const before = await leaver.post(tap);
      leaver.sandbox.tenant.directory.removeMember('Sales EMEA', leaver.people.nested);
      leaver.later(5 * 60 * 1000 + 1);
      const after = await leaver.post(tap);

      assert.match(before.text, /"kind":"explanation"/);
      assert.match(after.text, /"kind":"denied"/);
    } finally {
      await leaver.close();
    }
  });

  it('is asked of Graph once in that time, in one request', async () => {
    const fresh = await startGatedBot();
    try {
      for (let turn = 0; turn < 3; turn++)
        await fresh.post(from(execute({ question: { kind: 'help' } }), fresh.people.nested));

      assert.equal(fresh.sandbox.requests.length, 1);
    } finally {
      await fresh.close();
    }
  });

  for (const [what, breakIt] of [
    [
      'Graph fails',
      (one: GatedBot) => one.sandbox.faults.next({ path: /transitiveMemberOf/, times: 100, status: 500 }),
    ],
    ['the permission is missing', (one: GatedBot) => one.sandbox.permissions.delete('GroupMember.Read.All')],
  ] as const) {
    it(`denies what it cannot check, says so, and tells the operator: ${what}`, async () => {
      const broken = await startGatedBot();
      try {
        breakIt(broken);

        const reply = await broken.post(from(execute({ question: { kind: 'help' } }), broken.people.admin));

        assert.match(reply.text, /"kind":"denied".*"refusal":"notChecked"/);
        assert.ok(broken.logged.some(({ level, msg }) => level === 50 && /membership could not be read/.test(msg)));
      } finally {
        await broken.close();
      }
    });
  }

  it('is nobody as long as no group is set, and the operator reads what to set', async () => {
    const closed = await startGatedBot({ groups: 'none' });
    try {
      const reply = await closed.post(from(execute({ question: { kind: 'help' } }), closed.people.admin));

      assert.match(reply.text, /"refusal":"nobodyLetIn"/);
      assert.ok(closed.logged.some(({ level, msg }) => level === 50 && /HELPDESK_GROUP_ID/.test(msg)));
      assert.equal(closed.sandbox.requests.length, 0);
    } finally {
      await closed.close();
    }
  });
});

describe('how often somebody may ask', () => {
  it('is so many times a minute for each person, and then said kindly, with when to go on', async () => {
    const bot = await startGatedBot({ turnsPerMinute: 3 });
    try {
      const ask = (id: string) => bot.post(from(execute({ question: { kind: 'help' } }), id));
      const own = [];
      for (let turn = 0; turn < 5; turn++) own.push((await ask(bot.people.helpdesk)).text);
      const others = (await ask(bot.people.nested)).text;

      assert.deepEqual(
        own.map((text) => /"because":"tooManyTurns"/.test(text)),
        [false, false, false, true, true],
      );
      assert.match(own[4] ?? '', /"retryAt":"20\d\d-/);
      assert.match(others, /"kind":"help"/);
    } finally {
      await bot.close();
    }
  });

  it('counts for strangers too', async () => {
    const bot = await startGatedBot({ turnsPerMinute: 1 });
    try {
      const ask = () => bot.post(from(fixture('asked-personal'), bot.people.stranger));
      await ask();
      await ask();

      const kinds = bot.connector.messages().map(({ activity }) => activity.summary);
      assert.deepEqual(kinds, ['denied', 'unavailable']);
    } finally {
      await bot.close();
    }
  });
});

function execute(data: unknown): RawActivity {
  return fixture('card-execute', { value: { action: { type: 'Action.Execute', verb: 'checkAgain', data } } });
}

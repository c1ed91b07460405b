import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fixture, type RawActivity, type Reply, send } from '../support/bot.ts';
import { type Call, type FakeConnector, startConnector } from '../support/connector.ts';
import { figure, percentile, table } from './figures.ts';
import type { SoakReport, SoakStart } from './soak-process.ts';
import { startTenant } from './tenant.ts';
import type { BenchCase } from './tenant-process.ts';

const people = 200;
/** Three from each in half an hour, pressed into two minutes. */
const turns = 600;
const spanMs = 120_000;
/** Nothing more comes once it was quiet for so long: what waits for the log's turn comes every few seconds. */
const quietMs = 15_000;

/** One turn of somebody, and about whom the answer must be. */
interface Asked {
  readonly activityId: string;
  readonly conversation: string;
  readonly about?: string;
  readonly reply: Promise<Reply | undefined>;
  readonly begun: number;
}

type Outcome = 'answered' | 'unavailable' | 'lost' | 'wrongPerson';

interface Ended {
  readonly is: Outcome;
  /** Why there is no answer, in the card's own words. */
  readonly why?: string;
}

/** Two minutes of everything that people do, while one request to Graph in twenty fails. */
export async function soak(say: (title: string, body: string) => void): Promise<void> {
  // Its limit does not shrink with the time: what that means, `burst` measures.
  const tenant = await startTenant({ people: 2000, apps: 400, throttle: false });
  const dataDir = await mkdtemp(join(tmpdir(), 'skipper-soak-'));
  const connector = await startConnector();
  const bot = fork(new URL('./soak-process.ts', import.meta.url), { execArgv: ['--expose-gc'] });
  bot.send({ graph: tenant.url, dataDir, everyNth: 20 } satisfies SoakStart);
  const [ready] = (await once(bot, 'message')) as [Extract<SoakReport, { url: string }>];

  const asked: Asked[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const one = tenant.crowd[turn % tenant.crowd.length];
    if (one) asked.push(begin(turn, one, ready.url, connector));
    await delay(spanMs / turns);
  }
  const replies = await Promise.all(asked.map(({ reply }) => reply));
  // What waits for the log's turn gets it.
  await untilQuiet(connector);
  const log = await tenant.logCount();
  bot.send('stop');
  const [end] = (await once(bot, 'message')) as [Extract<SoakReport, { heap: readonly number[] }>];
  tenant.stop();

  const everybody = tenant.crowd.map(({ user }) => user);
  const outcomes = asked.map((one, index) => outcomeOf(one, replies[index], connector.calls, everybody));
  const count = (outcome: Outcome) => String(outcomes.filter((one) => one.is === outcome).length);
  const quarter = (from: number) => mean(end.heap.slice(end.heap.length * from, end.heap.length * (from + 0.25)));
  const [early, late] = [quarter(0.25), quarter(0.75)];
  await connector.close();
  await rm(dataDir, { recursive: true, force: true });
  const reasons = Map.groupBy(outcomes, ({ why }) => why);
  const told = [...reasons].flatMap(([why, of]) => (why ? [`${of.length} ${why}`] : []));
  const rows = [
    ['turns (questions and taps)', String(asked.length)],
    ['answered', count('answered')],
    ['told that there is no answer just now', [count('unavailable'), ...told].join(' · ')],
    ['lost', count('lost')],
    ['about the wrong person', count('wrongPerson')],
    ['requests to Graph, and how many failed', `${end.requests}, ${end.failed}`],
    ['reads of the log', String(log.logRequests)],
    ['heap in the second and in the last quarter, MB', `${figure(early)}, ${figure(late)} (× ${figure(late / early)})`],
    ['heap at its peak, memory at the end, MB', `${figure(percentile(end.heap, 1))}, ${figure(end.resident)}`],
  ];
  const body = [
    table(['', ''], rows),
    '',
    'Skipper keeps to five reads of the log in ten seconds, which do not shrink with the half hour: a turn that waits for',
    'one longer than TURN_TIMEOUT_SECONDS is broken off, and says so.',
  ];
  say(`A soak: ${people} people, half an hour in two minutes, Graph failing 5 % of the time`, body.join('\n'));
}

async function untilQuiet({ calls }: FakeConnector): Promise<void> {
  for (let seen = -1; seen !== calls.length; await delay(quietMs)) seen = calls.length;
}

/** Every kind of turn in turn; each person has a chat of their own. */
function begin(turn: number, { user, app, question }: BenchCase, url: string, connector: FakeConnector): Asked {
  const conversation = `a:soak-${turn % people}`;
  const from = {
    id: `29:soak-${turn % people}`,
    aadObjectId: `aaaaaaaa-0000-4000-8000-${String(turn % people).padStart(12, '0')}`,
  };
  const activityId = `soak-${turn}`;
  const common = { id: activityId, from, conversation: { id: conversation, conversationType: 'personal' } };
  const typed = (text: string, about?: string) => ({ activity: fixture('asked-personal', { ...common, text }), about });
  const ways: readonly (() => { readonly activity: RawActivity; readonly about?: string })[] = [
    () => typed(question, user),
    () => typed(`what is wrong with ${user}?`, user),
    () => typed(`how is ${app} doing?`),
    () => {
      const data = { verb: 'checkAgain', v: 1, question: { kind: 'explain', user, app } };
      const value = { action: { type: 'Action.Execute', verb: 'checkAgain', data } };
      return { activity: fixture('card-execute', { ...common, value, replyToId: `card-${turn}` }), about: user };
    },
    () => typed('how often does provisioning run?'),
    () => typed('what does EntryConflict mean?'),
    () => typed(`can't save the credentials of ${app}`),
    () => typed('help'),
  ];
  const { activity, about } = (
    ways[(turn + Math.floor(turn / people)) % ways.length] ??
    ways[0] ??
    (() => typed('help'))
  )();
  const begun = performance.now();
  const body = JSON.stringify({ ...activity, serviceUrl: connector.serviceUrl });
  return { activityId, conversation, about, begun, reply: send(url, body).catch(() => undefined) };
}

/** What stands there in the end: the response to a tap, or the last of the message that replied. */
function outcomeOf(one: Asked, reply: Reply | undefined, calls: readonly Call[], everybody: readonly string[]): Ended {
  if (!reply || reply.status !== 200) return { is: 'lost' };
  const begun = calls.findIndex((call) => call.how === 'reply' && call.id === one.activityId && isCard(call));
  const inPlace = reply.json?.type === 'application/vnd.microsoft.card.adaptive' ? reply.json.value : undefined;
  const last = calls.findLast(
    (call) =>
      call.conversation === one.conversation &&
      ((call.how === 'reply' && call.id === one.activityId && isCard(call)) ||
        (call.how === 'update' &&
          (call.id === `sent-${begun + 1}` || call.id === one.activityId.replace('soak', 'card')))),
  );
  const card = last?.activity.attachments?.[0]?.content ?? inPlace;
  if (!card) return { is: 'lost' };
  const shown = textOf(card);
  const [why] = trouble.exec(shown) ?? [];
  if (why) return { is: 'unavailable', why };
  if (one.about === undefined) return { is: 'answered' };
  // Names begin and end alike: "zsofia.brown" is not "sofia.brown".
  const names = new Set(shown.match(/[^\s"“”·(),]+@[\w.-]+\w/g));
  if (everybody.some((user) => user !== one.about && names.has(user))) return { is: 'wrongPerson' };
  return { is: names.has(one.about) ? 'answered' : 'lost' };
}

/** What a card shows, without what keeps it from being read as Markdown. */
function textOf(card: unknown): string {
  return JSON.stringify(card, (key, part) => (key === 'data' ? undefined : part)).replace(/\u2060|\\\\/g, '');
}

/** The headlines under which an answer is not to be had at the moment. */
const trouble =
  /Microsoft Graph (?:asks to wait|cannot be reached|took too long|has a fault|sent an unreadable)|was broken off/;

function isCard({ activity }: Call): boolean {
  return (activity.attachments?.length ?? 0) > 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

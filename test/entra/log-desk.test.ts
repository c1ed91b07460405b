import assert from 'node:assert/strict';
import { setImmediate as tick } from 'node:timers/promises';
import { type Asked, type FakeGraph, startFakeGraph } from './support/fake-graph.ts';
import { failureOf, harness, page, refused } from './support/harness.ts';

const log = '/auditLogs/provisioning?';
const from = new Date('2026-10-21T10:00:00Z');

/** People as a log of an invented tenant knows them: two entries each, in two apps. */
function entriesOf(person: string): object[] {
  return ['sp-1', 'sp-2'].map((app, index) => ({
    id: `${person} in ${app}`,
    activityDateTime: `2026-11-1${index}T00:00:00Z`,
    servicePrincipal: { id: app, displayName: app },
    sourceIdentity: { id: person, displayName: person, identityType: 'User', details: {} },
    provisioningStatusInfo: { status: 'skipped', errorInformation: null },
  }));
}

/** Whom a filter of the log names. */
function named(asked: Asked): string[] {
  return [...asked.path.matchAll(/sourceIdentity\/id eq '([^']+)'/g)].map(([, id]) => id ?? '');
}

describe('people who wait for the log at the same moment', () => {
  let graph: FakeGraph;
  let filters: string[][];

  beforeEach(async () => {
    graph = await startFakeGraph();
    filters = [];
    graph.otherwise((asked) => {
      if (!asked.path.startsWith(log)) return undefined;
      filters.push(named(asked));
      return page(named(asked).flatMap(entriesOf));
    });
  });

  afterEach(async () => {
    await graph.close();
    graph.verify();
  });

  /** Skipper on a Graph that has throttled it before. */
  async function throttled() {
    graph.when(log, refused(429, 'TooManyRequests', { 'Retry-After': '8' }));
    const { open, clock } = harness(graph, {
      // As long as a breath, so that everybody is there when it ends.
      sleep: async (ms) => {
        for (let count = 0; count < 50; count += 1) await tick();
        clock.now = new Date(clock.now.getTime() + ms);
      },
    });
    await ids(open, 'u-first');
    filters = [];
    graph.requests.splice(0);
    return { open };
  }

  async function ids(open: ReturnType<typeof harness>['open'], person: string, appId = 'sp-1'): Promise<string[]> {
    const reading = await open().log({ appId, sourceIds: [person], from });
    assert.ok(reading.known);
    return reading.value.entries.map(({ id }) => id);
  }

  it('share one request, and each gets what is their own', async () => {
    const { open } = await throttled();
    const people = Array.from({ length: 20 }, (_, index) => `u-${index}`);

    const answers = await Promise.all(people.map((one, index) => ids(open, one, index % 2 === 0 ? 'sp-1' : 'sp-2')));

    assert.deepEqual(
      answers,
      people.map((one, index) => [`${one} in ${index % 2 === 0 ? 'sp-1' : 'sp-2'}`]),
    );
    const shared = filters.find((filter) => filter.length > 1) ?? [];
    assert.ok(shared.length >= 10, `one request for ${shared.length}`);
    assert.ok(filters.length <= 8, `${filters.length} requests`);
  });

  it('name each app once in a filter that stays short enough for any server', async () => {
    const { open } = await throttled();
    const people = Array.from(
      { length: 60 },
      (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    );
    await Promise.all(people.map((one) => ids(open, one)));

    const urls = graph.requests.flatMap(({ asked }) => asked.map(({ raw }) => raw));
    assert.ok(filters.some((filter) => filter.length > 10));
    for (const url of urls) assert.ok(url.length < 2_500, `${url.length} characters`);
    for (const url of urls) assert.equal(url.split('servicePrincipal').length, 2);
  });

  it('ask the same thing once', async () => {
    const { open } = harness(graph);

    const answers = await Promise.all(Array.from({ length: 12 }, () => ids(open, 'u-1')));

    assert.deepEqual(new Set(answers.flat()), new Set(['u-1 in sp-1']));
    assert.deepEqual(filters, [['u-1']]);
  });

  it('are asked for one by one from then on where Graph refuses the filter', async () => {
    const { open } = await throttled();
    graph.otherwise((asked) => {
      filters.push(named(asked));
      if (named(asked).length > 1) return refused(400, 'BadRequest');
      return page(named(asked).flatMap(entriesOf));
    });
    const ask = (people: readonly string[]) => Promise.all(people.map((one) => ids(open, one)));

    const early = Array.from({ length: 16 }, (_, index) => `u-${index}`);
    assert.deepEqual(
      await ask(early),
      early.map((one) => [`${one} in sp-1`]),
    );
    const before = filters.filter((filter) => filter.length > 1).length;
    const late = early.map((one) => `late-${one}`);
    assert.deepEqual(
      await ask(late),
      late.map((one) => [`${one} in sp-1`]),
    );
    assert.equal(filters.filter((filter) => filter.length > 1).length, before, 'the refusal is remembered');
  });

  it('are all told when the log stays closed for longer than they wait', async () => {
    graph.otherwise(() => refused(429, 'TooManyRequests', { 'Retry-After': '600' }));
    const { open } = harness(graph);

    const errors = await Promise.all(['u-1', 'u-2'].map((one) => failureOf(ids(open, one), 'throttled')));

    for (const error of errors) assert.ok((error.retryAfterMs ?? 0) >= 599_000);
  });

  it('get their answer when the one who asked first leaves', async () => {
    const { open } = harness(graph, { sleep: undefined });
    const leaving = new AbortController();
    const gone = open(leaving.signal).log({ appId: 'sp-1', sourceIds: ['u-1'], from });
    const stays = ids(open, 'u-1');
    leaving.abort();

    await failureOf(gone, 'cancelled');
    assert.deepEqual(await stays, ['u-1 in sp-1']);
  });

  it('pay for a shared request once', async () => {
    const { open } = await throttled();
    const turns = Array.from({ length: 10 }, () => open());
    await Promise.all(turns.map((reads, index) => reads.log({ appId: 'sp-1', sourceIds: [`u-${index}`], from })));

    const spent = turns.reduce((sum, reads) => sum + reads.spent().logRequests, 0);
    assert.equal(spent, graph.requests.length);
  });

  it('may have to do with what was read a moment ago while the log is busy, and are told as of when', async () => {
    const { open, clock } = harness(graph);
    const first = await open().log({ appId: 'sp-1', sourceIds: ['u-1'], from });
    clock.now = new Date(clock.now.getTime() + 30_000);
    graph.when(log, refused(429, 'TooManyRequests', { 'Retry-After': '8' }));
    await ids(open, 'u-2');
    filters = [];

    const again = await open().log({ appId: 'sp-1', sourceIds: ['u-1'], from });
    assert.ok(first.known && again.known);
    assert.equal(again.at, first.at);
    assert.deepEqual(filters, []);
  });
});

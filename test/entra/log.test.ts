import assert from 'node:assert/strict';
import type { LogWindow } from '../../src/entra/reads.ts';
import { type FakeGraph, startFakeGraph } from './support/fake-graph.ts';
import { failureOf, harness, page, refused } from './support/harness.ts';

const from = new Date('2026-10-21T10:00:00.250Z');
const log = '/auditLogs/provisioning?';

function entry(id: string, at: string, { app = 'sp-1', source = 'u-1', name = 'Alice Smith' } = {}): object {
  return {
    id,
    activityDateTime: at,
    servicePrincipal: { id: app, displayName: 'Salesforce' },
    sourceIdentity: { id: source, displayName: name, identityType: 'User', details: {} },
    provisioningStatusInfo: { status: 'skipped', errorInformation: null },
  };
}

describe('the provisioning log', () => {
  let graph: FakeGraph;

  beforeEach(async () => {
    graph = await startFakeGraph();
  });

  afterEach(async () => {
    await graph.close();
    graph.verify();
  });

  /** The query options of every log request sent. */
  function queries(): { filter: string | null; orderby: string | null; top: string | null }[] {
    return graph.requests
      .flatMap((request) => request.asked)
      .map((asked) => new URL(`http://x${asked.raw}`).searchParams)
      .map((query) => ({ filter: query.get('$filter'), orderby: query.get('$orderby'), top: query.get('$top') }));
  }

  async function ids(window: LogWindow, reads = harness(graph).open()): Promise<string[]> {
    const reading = await reads.log(window);
    assert.ok(reading.known);
    return reading.value.entries.map((one) => one.id);
  }

  it('is asked once, for the app, everybody meant and the window, in operators that Graph documents', async () => {
    graph.when(log, page([]));
    const reads = harness(graph).open();

    const reading = await reads.log({
      appId: 'sp-1',
      sourceIds: ['u-1', "o'2"],
      from,
      to: new Date('2026-11-20T09:00:00Z'),
    });

    assert.deepEqual(queries(), [
      {
        filter:
          "servicePrincipal/id eq 'sp-1' and (sourceIdentity/id eq 'u-1' or sourceIdentity/id eq 'o''2') and activityDateTime gt 2026-10-21T10:00:00Z and activityDateTime lt 2026-11-20T09:00:00Z",
        orderby: 'activityDateTime desc',
        top: '500',
      },
    ]);
    assert.deepEqual(reading, {
      known: true,
      value: { entries: [], from: '2026-10-21T10:00:00.250Z', to: '2026-11-20T09:00:00.000Z', truncated: false },
      at: '2026-11-20T10:00:00.000Z',
    });
    assert.deepEqual(reads.spent(), { graphRequests: 1, logRequests: 1, roundTrips: 1 });
  });

  it('comes newest first and each entry once, however Graph orders it', async () => {
    const older = entry('e-1', '2026-11-01T00:00:00Z');
    graph.when(log, page([older, entry('e-3', '2026-11-03T00:00:00Z'), older, entry('e-2', '2026-11-02T00:00:00Z')]));

    assert.deepEqual(await ids({ appId: 'sp-1', sourceIds: ['u-1'], from }), ['e-3', 'e-2', 'e-1']);
  });

  it('leaves out what is not of the app, the person or the window, and what has no time', async () => {
    graph.when(
      log,
      page([
        entry('mine', '2026-11-01T00:00:00Z', { source: 'U-1', app: 'SP-1' }),
        entry('another app', '2026-11-01T00:00:00Z', { app: 'sp-2' }),
        entry('somebody else', '2026-11-01T00:00:00Z', { source: 'u-2' }),
        entry('too old', '2026-09-01T00:00:00Z'),
        entry('timeless', ''),
        'no entry',
        null,
      ]),
    );

    assert.deepEqual(await ids({ appId: 'sp-1', sourceIds: ['u-1'], from }), ['mine']);
  });

  it('says when it held more than was read', async () => {
    graph.when(log, page([entry('e-1', '2026-11-01T00:00:00Z')], `${graph.url}/v1.0${log}$skiptoken=2`));

    const reading = await harness(graph).open().log({ appId: 'sp-1', from });

    assert.equal(reading.known && reading.value.truncated, true);
    assert.equal(graph.requests.length, 1);
  });

  it('follows next links as they are, as far as it is told', async () => {
    const next = `${log}$skiptoken=a%2Bb%3D%3D&$filter=x`;
    graph.when(
      `${log}$skiptoken=a+b==`,
      page([entry('e-2', '2026-11-02T00:00:00Z')], `${graph.url}/v1.0${log}$skiptoken=3`),
    );
    graph.when(log, page([entry('e-1', '2026-11-01T00:00:00Z')], `${graph.url}/v1.0${next}`));
    const reads = harness(graph).open();

    assert.deepEqual(await ids({ appId: 'sp-1', from, maxPages: 2 }, reads), ['e-2', 'e-1']);
    assert.equal(graph.requests[1]?.url, `/v1.0${next}`);
    assert.equal(reads.spent().logRequests, 2);
  });

  it('is asked without an order, then person by person, where Graph refuses; which is remembered', async () => {
    graph.when(
      log,
      refused(400, 'BadRequest'),
      refused(400, 'BadRequest'),
      page([entry('e-1', '2026-11-01T00:00:00Z')]),
      page([entry('e-2', '2026-11-02T00:00:00Z', { source: 'u-2' })]),
      page([]),
      page([]),
    );
    const { open } = harness(graph);

    const found = await ids({ appId: 'sp-1', sourceIds: ['u-1', 'u-2'], from }, open());
    await ids({ appId: 'sp-1', sourceIds: ['u-3', 'u-4'], from }, open());

    assert.deepEqual(found, ['e-2', 'e-1']);
    const sent = queries();
    assert.deepEqual(
      sent.map((query) => query.orderby),
      ['activityDateTime desc', null, null, null, null, null],
    );
    assert.deepEqual(
      sent.map((query) => query.filter?.includes(' or ')),
      [true, true, false, false, false, false],
    );
  });

  it('is asked for the app alone, and sifted here, where every narrower way is refused', async () => {
    graph.otherwise(({ path }) =>
      path.includes('sourceIdentity')
        ? refused(400, 'BadRequest')
        : page([entry('e-1', '2026-11-01T00:00:00Z'), entry('e-2', '2026-11-01T00:00:00Z', { source: 'u-2' })]),
    );

    assert.deepEqual(await ids({ appId: 'sp-1', sourceIds: ['u-1'], from }), ['e-1']);
  });

  it('is a bad request when Graph refuses every way', async () => {
    graph.otherwise(() => refused(400, 'BadRequest'));

    await failureOf(harness(graph).open().log({ appId: 'sp-1', from }), 'badRequest');
  });

  it('finds a worker by part of the name, whatever the case and the marks, or by id', async () => {
    graph.when(
      log,
      page([
        entry('by name', '2026-11-03T00:00:00Z', { source: '21023', name: 'Núñez, Carmen' }),
        entry('by id', '2026-11-02T00:00:00Z', { source: 'nunez', name: 'C.' }),
        entry('neither', '2026-11-01T00:00:00Z', { source: '7', name: 'Bob' }),
      ]),
    );

    assert.deepEqual(await ids({ appId: 'sp-1', sourceName: 'nunez', from }), ['by name', 'by id']);
    assert.match(
      queries()[0]?.filter ?? '',
      /\(contains\(tolower\(sourceIdentity\/displayName\),'nunez'\) or sourceIdentity\/id eq 'nunez'\)/,
    );
  });

  it('by an address is sifted here, for the log cannot be asked for one', async () => {
    const bob = {
      ...entry('e-1', '2026-11-01T00:00:00Z'),
      sourceIdentity: { id: '7', displayName: 'B', details: { UserPrincipalName: 'Bob@contoso.com' } },
    };
    graph.when(log, page([bob, entry('e-2', '2026-11-02T00:00:00Z')]));

    assert.deepEqual(await ids({ appId: 'sp-1', sourceName: 'bob@contoso.com', from }), ['e-1']);
    assert.doesNotMatch(queries()[0]?.filter ?? '', /bob/);
  });

  it('keeps its URL short for many people', async () => {
    graph.otherwise(() => page([]));
    const many = Array.from({ length: 40 }, (_, index) => `a1b2c3d4-0000-4000-8000-0000000000${index + 10}`);

    await ids({ appId: 'sp-1', sourceIds: many, from });

    for (const { raw } of graph.requests.flatMap((request) => request.asked))
      assert.ok(raw.length < 2048, String(raw.length));
  });

  it('is a gap where Graph refuses the permission', async () => {
    graph.when(log, refused(403, 'Authorization_RequestDenied'));

    assert.deepEqual(await harness(graph).open().log({ appId: 'sp-1', from }), { known: false, why: 'forbidden' });
  });

  it('gives its pages one at a time, and asks for no page that nobody wants', async () => {
    graph.when(
      `${log}$skiptoken=2`,
      page([entry('e-2', '2026-11-02T00:00:00Z')], `${graph.url}/v1.0${log}$skiptoken=3`),
    );
    graph.when(log, page([entry('e-1', '2026-11-01T00:00:00Z')], `${graph.url}/v1.0${log}$skiptoken=2`));
    const seen: string[] = [];

    for await (const { entries } of harness(graph).open().logPages({ appId: 'sp-1', from, maxPages: 100 })) {
      seen.push(...entries.map((one) => one.id));
      if (seen.length === 2) break;
    }

    assert.deepEqual(seen, ['e-1', 'e-2']);
    assert.equal(graph.requests.length, 2);
  });
});

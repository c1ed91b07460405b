import assert from 'node:assert/strict';
import { conversationLimits, type Limit, teamsTakes, tenantLimits } from '../../src/watch/limits.ts';
import { onEachDatabase, type TestDatabase } from '../support/databases.ts';

/** The most that can fall into a stretch of time: it cuts into one window more than fit into it. */
function atWorst(limits: readonly Limit[], seconds: number): number {
  return Math.min(...limits.map((limit) => limit.most * (Math.ceil(seconds / limit.seconds) + 1)));
}

describe('what is sent by itself', () => {
  it('is less than Teams takes, in whatever stretch of time, with room for answers', () => {
    for (const { most, seconds } of teamsTakes.conversation) {
      assert.ok(
        atWorst(conversationLimits, seconds) < most,
        `${seconds} s: ${atWorst(conversationLimits, seconds)} of ${most}`,
      );
    }
    for (const { most, seconds } of teamsTakes.tenant) {
      assert.ok(
        atWorst(tenantLimits, seconds) <= most - 5,
        `${seconds} s: ${atWorst(tenantLimits, seconds)} of ${most}`,
      );
    }
  });
});

onEachDatabase('a limit', (make) => {
  let database: TestDatabase;
  before(async () => {
    database = await make();
  });
  after(() => database?.drop());

  it('gives so many, then says when to ask again, for each key by itself', async () => {
    const store = await database.open();
    const limit = { name: 'test', most: 3, seconds: 60 };
    const waits: number[] = [];
    for (let taken = 0; taken < 4; taken += 1) waits.push(await store.limits.take([limit], 'x'.repeat(500)));
    const other = await store.limits.take([limit], 'other');
    await store.limits.hold(limit, 'other', 30_000);
    const held = await store.limits.take([limit], 'other');
    await store.close();

    assert.deepEqual(waits.slice(0, 3), [0, 0, 0]);
    assert.ok((waits[3] ?? 0) > 0 && (waits[3] ?? 0) <= 60_000);
    assert.equal(other, 0);
    assert.ok(held > 0 && held <= 30_000);
  });
});

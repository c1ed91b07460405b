import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { createSharedLogBudget } from '../../src/store/log-budget.ts';
import type { Store } from '../../src/store/store.ts';
import { hasPostgres, pgliteDatabase, postgresDatabase, type TestDatabase } from '../support/databases.ts';

describe('the log budget of several instances', () => {
  let database: TestDatabase | undefined;
  let stores: readonly Store[] = [];

  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database?.drop();
    stores = [];
    database = undefined;
  });

  it('is one, whichever of them asks, and frees a request after two and a half seconds', async function () {
    if (!(await hasPostgres())) return this.skip();
    const shared = await postgresDatabase();
    database = shared;
    stores = await Promise.all([shared.open(), shared.open(), shared.open()]);
    const takeAll = async () => (await Promise.all(stores.map((store) => store.logBudget?.take()))).map(Number);

    const first = [...(await takeAll()), ...(await takeAll())];
    assert.equal(first.filter((ms) => ms === 0).length, 2, String(first));
    const waits = first.filter((ms) => ms > 0);
    for (const ms of waits) assert.ok(ms <= 2_500, String(ms));

    await delay(Math.max(...waits) + 50);
    const later = await takeAll();
    assert.equal(later.filter((ms) => ms === 0).length, 1, String(later));
  });

  it('does not wait for a server that hangs, so that the log stays open', async () => {
    const hanging = { executeSql: () => new Promise<never>(() => {}) };
    const budget = createSharedLogBudget({ kind: 'postgres', forQueue: hanging }, 20);

    assert.ok(budget);
    await assert.rejects(budget.take(), /did not answer/);
  });

  it('is not needed in an embedded database, which has one instance', async () => {
    database = await pgliteDatabase();
    stores = [await database.open()];

    assert.equal(stores[0]?.logBudget, undefined);
  });
});

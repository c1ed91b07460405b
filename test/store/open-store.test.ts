import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { z } from 'zod/v4';
import { StoreError } from '../../src/store/errors.ts';
import { tables } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { aPlace, aReader } from '../support/conversation.ts';
import {
  hasPostgres,
  onEachDatabase,
  pgliteDatabase,
  postgresDatabase,
  type TestDatabase,
} from '../support/databases.ts';

const by = { name: 'Ada' };

onEachDatabase('the store', (make) => {
  let database: TestDatabase;
  let store: Store | undefined;
  const open = async () => {
    store = await database.open();
    return store;
  };
  before(async () => {
    database = await make();
  });
  afterEach(async () => {
    await store?.close();
    store = undefined;
  });
  after(() => database?.drop());

  it('answers a ping', async () => {
    await (await open()).ping();
  });

  it('keeps what it was given when it is opened again', async () => {
    const now = new Date('2026-11-20T09:00:00Z');
    await (await open()).subscriptions.change(aPlace(), [{ by, reader: aReader }], now);
    await store?.close();

    const [kept] = await (await open()).subscriptions.list(aPlace(), now);

    assert.equal(kept?.by.name, 'Ada');
    assert.deepEqual(kept?.state, { is: 'active' });
  });

  it('has the tables that the code reads, column by column', async () => {
    const { db } = await open();
    const found = z
      .array(z.object({ table_name: z.string(), column_name: z.string(), is_nullable: z.string() }))
      .parse(
        (
          await db.execute(
            sql`select table_name, column_name, is_nullable from information_schema.columns where table_schema = 'skipper'`,
          )
        ).rows,
      )
      // The first is the migrations' own; the others are rate-limiter-flexible's.
      .filter(({ table_name }) => !['migrations', 'limits', 'log_budget'].includes(table_name))
      .map((one) => `${one.table_name}.${one.column_name} ${one.is_nullable === 'YES' ? 'null' : ''}`);

    const wanted = Object.values(tables).flatMap((table) =>
      Object.values(getTableColumns(table)).map(
        (column) => `${getTableName(table)}.${column.name} ${column.notNull ? '' : 'null'}`,
      ),
    );

    assert.deepEqual(found.toSorted(), wanted.toSorted());
  });

  it('refuses a database of a later version, and leaves it as it is', async () => {
    const { db } = await open();
    await db.execute(sql`insert into skipper.migrations (number) values (999)`);
    await store?.close();
    store = undefined;

    await assert.rejects(database.open(), (error) => error instanceof StoreError && error.code === 'newer');
    await assert.rejects(database.open(), /later version of Skipper/);
  });
});

describe('the store on PostgreSQL', () => {
  before(async function () {
    if (!(await hasPostgres())) this.skip();
  });

  it('is set up once by instances that start together', async () => {
    const database = await postgresDatabase();
    try {
      const stores = await Promise.all([1, 2, 3, 4].map(() => database.open()));
      await Promise.all(stores.map((store) => store.ping()));
      await Promise.all(stores.map((store) => store.close()));
    } finally {
      await database.drop();
    }
  });

  it('says that the server cannot be reached, without the password', async () => {
    const database = await postgresDatabase();
    await database.drop();

    await assert.rejects(database.open(), (error) => {
      assert.ok(error instanceof StoreError && error.code === 'unreachable');
      assert.match(error.message, /check DATABASE_URL.*does not exist/);
      return true;
    });
    await assert.rejects(database.open({ databaseUrl: 'postgres://u:hush@127.0.0.1:9/x' }), (error) => {
      assert.ok(error instanceof StoreError);
      assert.match(error.message, /ECONNREFUSED/);
      assert.doesNotMatch(error.message, /hush/);
      return true;
    });
  });
});

describe('the folder of the embedded database', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await pgliteDatabase();
  });
  afterEach(() => database.drop());

  const lockFile = () => join(database.settings.dataDir, 'skipper.lock');

  it('is refused while another process has it, which is named', async () => {
    const other = fork(new URL('../support/hold-folder.ts', import.meta.url), [database.settings.dataDir]);
    await once(other, 'message');
    try {
      await assert.rejects(database.open(), (error) => {
        assert.ok(error instanceof StoreError && error.code === 'locked');
        assert.match(error.message, new RegExp(`process ${other.pid} on `));
        assert.match(error.message, /DATA_DIR.*DATABASE_URL/);
        return true;
      });
    } finally {
      other.kill('SIGKILL');
      await once(other, 'exit');
    }
  });

  it('is free at once when its holder was killed', async () => {
    const other = fork(new URL('../support/hold-folder.ts', import.meta.url), [database.settings.dataDir]);
    await once(other, 'message');
    other.kill('SIGKILL');
    await once(other, 'exit');

    const store = await database.open();

    await store.ping();
    await store.close();
  });

  it('is free when the number of a dead holder belongs to another process now', async () => {
    const store = await database.open();
    const held = JSON.parse(await readFile(lockFile(), 'utf8')) as object;
    await store.close();
    await writeFile(lockFile(), JSON.stringify({ ...held, began: 'an earlier boot 1' }));

    const again = await database.open();

    await again.close();
  });

  it('waits half a minute for a holder on another machine to fall silent', async () => {
    await writeFile(lockFile(), JSON.stringify({ pid: 1, host: 'elsewhere' }));

    await assert.rejects(database.open(), /process 1 on elsewhere/);
    const later = new Date(Date.now() + 31_000);
    const store = await database.open({ now: () => later });

    await store.close();
  });
});

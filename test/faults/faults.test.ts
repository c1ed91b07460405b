import assert from 'node:assert/strict';
import { hasPostgres } from '../support/databases.ts';
import { runFaults } from './run.ts';
import { scenarios } from './scenarios.ts';

/** The short form of `npm run faults`. */
describe('every message arrives', function () {
  this.timeout(300_000);
  before('needs a PostgreSQL server (TEST_DATABASE_URL)', async function () {
    if (!(await hasPostgres())) this.skip();
  });

  for (const { name, mayRepeat, ...scenario } of scenarios(true)) {
    it(`in spite of ${name}`, async () => {
      const result = await runFaults({ ...scenario, random: Math.random });

      assert.deepEqual(result.lost, []);
      if (!mayRepeat) assert.equal(result.duplicates, 0);
      assert.equal(
        result.duplicates,
        result.inTheGap,
        'what came twice was taken right before a bot or the database went',
      );
    });
  }
});

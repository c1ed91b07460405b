import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLogBudget, type LogBudgetOptions, logLimit } from '../../src/entra/log-budget.ts';
import type { Lane } from '../../src/entra/reads.ts';

const forever = new AbortController().signal;

/** A budget whose waits take no time and move its clock. */
function budgetOn(options: Partial<LogBudgetOptions> = {}) {
  let at = Date.parse('2026-11-20T10:00:00Z');
  const begun = at;
  const budget = createLogBudget({
    now: () => new Date(at),
    random: () => 0,
    sleep: async (ms) => {
      // Whoever was let pass before notes the time before it moves on.
      await new Promise((resolve) => setImmediate(resolve));
      at += ms;
    },
    ...options,
  });
  return {
    budget,
    elapsed: () => at - begun,
    pass: (ms: number) => {
      at += ms;
    },
  };
}

describe('the budget of the log', () => {
  it('lets everybody pass while Graph has refused nothing and nobody asked it to wait', async () => {
    const { budget, elapsed } = budgetOn();

    for (let count = 0; count < 30; count += 1) assert.ok(budget.tryTake());
    await budget.take('bulk', forever);

    assert.equal(elapsed(), 0);
  });

  it('is closed for as long as Graph says, and keeps the documented limit from then on', async () => {
    const { budget, elapsed } = budgetOn();
    budget.refused(8_000);

    assert.equal(budget.tryTake(), false);
    assert.equal(budget.closedFor(), 8_000);
    await budget.take('people', forever);
    assert.equal(elapsed(), 8_000);
  });

  it('never lets more pass in any ten seconds than Graph answers, once it has refused, however they come', async () => {
    const arrivals = fc.array(
      fc.record({
        gap: fc.integer({ min: 0, max: 4_000 }),
        lane: fc.constantFrom<Lane>('people', 'watch', 'bulk'),
        crowd: fc.integer({ min: 1, max: 50 }),
        tries: fc.boolean(),
      }),
      { minLength: 1, maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(arrivals, async (all) => {
        const { budget, elapsed, pass } = budgetOn();
        budget.refused(0);
        const went: number[] = [];
        const waiting: Promise<unknown>[] = [];
        for (const { gap, lane, crowd, tries } of all) {
          await new Promise((resolve) => setImmediate(resolve));
          pass(gap);
          if (tries) {
            if (budget.tryTake()) went.push(elapsed());
          } else {
            waiting.push(budget.take(lane, forever, () => crowd).then(() => went.push(elapsed())));
          }
        }
        await Promise.all(waiting);

        const sorted = went.toSorted((one, other) => one - other);
        for (const [index, first] of sorted.entries()) {
          const sixth = sorted[index + logLimit.requests];
          assert.ok(sixth === undefined || sixth - first >= logLimit.windowMs, `six between ${first} and ${sixth}`);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('spreads what many wait for, so that they share requests', async () => {
    const { budget, elapsed } = budgetOn({ gapsMs: [0] });
    const went: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      await budget.take('people', forever, () => 20);
      went.push(elapsed());
    }

    assert.deepEqual(went, [0, 0, 1_500, 4_000, 6_500, 10_250]);
  });

  it('lets people go before watched cycles, those before reads of many pages, and nobody starve', async () => {
    const { budget, elapsed } = budgetOn();
    budget.refused(1_000);
    const order: string[] = [];
    const wait = (lane: Lane, name: string) => budget.take(lane, forever).then(() => order.push(name));
    const early = [wait('bulk', 'bulk'), wait('watch', 'watch'), wait('people', 'person')];
    let people = 0;
    // Somebody always waits, as on a Monday at nine.
    const crowd = async () => {
      while (elapsed() < 60_000) {
        people += 1;
        await wait('people', `person ${people}`);
      }
    };
    await Promise.all([...early, crowd(), crowd()]);

    assert.equal(order[0], 'person');
    assert.ok(order.indexOf('watch') < order.indexOf('bulk'));
    assert.ok(order.indexOf('bulk') < order.length - 5, order.join(', '));
  });

  it('lets go of who no longer waits', async () => {
    const { budget } = budgetOn({ sleep: () => new Promise<void>((resolve) => setTimeout(resolve, 5)) });
    budget.refused(5);
    const leaving = new AbortController();
    const gone = budget.take('people', leaving.signal);
    const stays = budget.take('people', forever);
    leaving.abort(new Error('the turn is over'));

    await assert.rejects(gone, /the turn is over/);
    await stays;
  });

  it('asks the shared budget for each, waits as long as that says, and goes on alone where it is gone', async () => {
    const answers = [0, 3_000, 0];
    const { budget, elapsed } = budgetOn({
      shared: {
        take: async () => {
          const next = answers.shift();
          if (next === undefined) throw new Error('the database is gone');
          return next;
        },
      },
    });

    assert.equal(budget.tryTake(), false);
    await budget.take('people', forever);
    assert.equal(elapsed(), 0);
    await budget.take('people', forever);
    assert.equal(elapsed(), 3_000);
    await budget.take('people', forever);
  });
});

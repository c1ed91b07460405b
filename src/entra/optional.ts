import { GraphError } from './errors.ts';
import { allPages, type Page } from './pages.ts';
import type { Read } from './read.ts';
import type { Turn } from './turn.ts';

/** Refusals that say: this way of asking is closed. Another way may be open. */
function isRefusal(error: unknown): error is GraphError {
  return (
    error instanceof GraphError &&
    (error.code === 'badRequest' || error.code === 'forbidden' || error.code === 'notFound')
  );
}

/**
 * The items of several ways to ask the same thing, first pages only. A way that Graph refuses is left out; if it refuses
 * all of `needed`, that refusal is thrown, a missing permission before a query it dislikes. Any other GraphError is thrown.
 */
export async function askEveryWay(
  turn: Turn,
  needed: readonly Read[],
  extra: readonly Read[] = [],
): Promise<readonly unknown[]> {
  return (await askAll(turn, needed, extra, 1)).items;
}

/** As `askEveryWay`, with up to so many pages of each needed way; `more` when those hold more than was read. */
export async function askAll(
  turn: Turn,
  needed: readonly Read[],
  extra: readonly Read[],
  mostPages: number,
): Promise<Page> {
  const [main, more] = await Promise.all([settle(turn, needed, mostPages), settle(turn, extra, 1)]);
  const { items, refusals } = main;
  if (needed.length > 0 && refusals.length === needed.length) {
    const worst = refusals.find((one) => one.code === 'forbidden') ?? refusals.find((one) => one.code === 'badRequest');
    if (worst) throw worst;
  }
  return { items: [...items, ...more.items], more: main.more };
}

interface Settled extends Page {
  readonly refusals: readonly GraphError[];
}

async function settle(turn: Turn, reads: readonly Read[], mostPages: number): Promise<Settled> {
  const items: unknown[] = [];
  const refusals: GraphError[] = [];
  let more = false;
  for (const result of await Promise.allSettled(reads.map((read) => allPages(turn, read, mostPages)))) {
    if (result.status === 'fulfilled') {
      items.push(...result.value.items);
      more ||= result.value.more;
    } else if (isRefusal(result.reason)) refusals.push(result.reason);
    else throw result.reason;
  }
  return { items, refusals, more };
}

/** One object, or undefined where there is none or Graph refuses this way. Throws any other GraphError. */
export async function askOne(turn: Turn, read: Read): Promise<unknown> {
  try {
    return await turn.send(read);
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

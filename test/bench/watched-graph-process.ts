import { startWatchedGraph } from '../support/watched-graph.ts';

/** A Graph of so many watched apps, in a process of its own. */
process.once('message', async ({ apps }: { apps: number }) => {
  const names = Array.from({ length: apps }, (_, index) => `App ${index}`);
  const graph = await startWatchedGraph(names, new Date());
  process.on('message', ({ end }: { end: number }) => {
    for (const name of names.slice(0, end)) graph.endCycle(name, new Date());
    process.send?.({ ended: end });
  });
  process.send?.({ url: graph.url });
});

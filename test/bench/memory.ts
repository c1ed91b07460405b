/** The highest use of the heap while the work was done, in MB. */
export async function peakMegabytes(work: () => Promise<void>): Promise<number> {
  globalThis.gc?.();
  let peak = process.memoryUsage().heapUsed;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  }, 5);
  await work();
  clearInterval(watch);
  return peak / 1_000_000;
}

/** Work under way, so that the bot can wait for it before it stops. */
export interface Tracker {
  /** Gives a promise that never rejects: failures go to the log. */
  track(work: Promise<void>, correlationId: string): Promise<void>;
  hold<T>(work: Promise<T>): Promise<T>;
  /** Resolves once nothing is under way. */
  idle(): Promise<void>;
}

export function createTracker(onFailure: (error: unknown, correlationId: string) => void): Tracker {
  const underWay = new Set<Promise<unknown>>();

  function hold<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    const done = () => underWay.delete(work);
    work.then(done, done);
    return work;
  }

  return {
    hold,
    track: (work, correlationId) => hold(work.catch((error: unknown) => onFailure(error, correlationId))),
    async idle() {
      // Finished work may have begun some more.
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

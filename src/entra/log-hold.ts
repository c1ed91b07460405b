/**
 * How long the provisioning log is closed to everybody: Graph counts its 5 requests per 10 seconds per app and tenant,
 * not per turn. Source: learn.microsoft.com/graph/throttling-limits, identity and access reports.
 */
export interface LogHold {
  /** Milliseconds until the log may be asked again; 0 when it may be asked now. */
  remaining(): number;
  hold(ms: number): void;
}

export function createLogHold(now: () => Date): LogHold {
  let until = 0;
  return {
    remaining: () => Math.max(until - now().getTime(), 0),
    hold(ms) {
      until = Math.max(until, now().getTime() + ms);
    },
  };
}

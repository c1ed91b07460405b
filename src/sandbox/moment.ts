export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Year 1: how Graph writes "never". */
export const never = '0001-01-01T00:00:00Z';

/** Milliseconds since 1970 as Graph writes a time: UTC, whole seconds. */
export function iso(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

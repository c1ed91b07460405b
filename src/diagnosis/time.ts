import { DateTime, Duration } from 'luxon';

/** Log entries may come ten minutes late. Source: inbound-provisioning-api-issues (5 to 10 minutes). */
export const logDelayMs = 10 * 60_000;

/** Milliseconds since the epoch; undefined for what is no date, and for Graph's year 1 that stands for "never". */
export function toMillis(iso: string | undefined): number | undefined {
  if (!iso) return undefined;
  const at = DateTime.fromISO(iso.trim(), { zone: 'utc' });
  return at.isValid && at.year > 1601 ? at.toMillis() : undefined;
}

/** ISO 8601 in UTC; undefined outside what a date can hold. */
export function toIso(millis: number): string | undefined {
  return DateTime.fromMillis(millis, { zone: 'utc' }).toISO() ?? undefined;
}

/** A month: no provisioning job runs as rarely, so longer intervals stand for "not scheduled" (P10675199DT2H48M5S). */
const longestMinutes = 31 * 24 * 60;

/** Minutes of an ISO 8601 duration; undefined for none, for nonsense and for absurd ones. */
export function toMinutes(duration: string | undefined): number | undefined {
  if (!duration) return undefined;
  const parsed = Duration.fromISO(duration.trim());
  if (!parsed.isValid) return undefined;
  const minutes = parsed.as('minutes');
  return minutes > 0 && minutes <= longestMinutes ? minutes : undefined;
}

/** Whether one moment lies after the other; false where either is unknown. */
export function isAfter(one: string | undefined, other: string | undefined): boolean {
  const left = toMillis(one);
  const right = toMillis(other);
  return left !== undefined && right !== undefined && left > right;
}

import { DateTime } from 'luxon';
import type { Digest } from '../answers/subscriptions.ts';

/** The next time that the clock of the digest's zone shows its time. An hour that summer time leaves out is the one after. */
export function digestMoment({ at, timeZone }: Digest, now: Date): Date {
  const [hour = 9, minute = 0] = at.split(':').map(Number);
  const zone = DateTime.fromJSDate(now, { zone: timeZone });
  const here = zone.isValid ? zone : DateTime.fromJSDate(now, { zone: 'utc' });
  const today = here.set({ hour, minute, second: 0, millisecond: 0 });
  const next = today > here ? today : here.plus({ days: 1 }).set({ hour, minute, second: 0, millisecond: 0 });
  return next.toJSDate();
}

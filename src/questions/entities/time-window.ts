import { DateTime } from 'luxon';
import type { TimePoint, TimeWindow } from '../question.ts';
import { findWindow, mended, weekdays } from './time-phrases.ts';

const longest = 1_500;

/** The time window that a cleaned text tells: "who failed in Zoom since Monday?" Names in quotes are left alone. */
export function takeWindow(source: string): { readonly window?: TimeWindow } {
  if (source.length > longest) return {};
  const window = findWindow(wordsOf(source).join(' '));
  return window ? { window } : {};
}

/** The words as the phrases spell them; what stands in quotes, or is a mark, is no word of a phrase. */
function wordsOf(source: string): readonly string[] {
  const words = source.match(/"[^"\n]{1,200}"|“[^”\n]{1,200}”|\S+/g) ?? [];
  return words.map((word) => {
    if (/^["“].*["”]$/.test(word)) return '§';
    return mended(word.replace(/[?!,;:)]+$|(?<!\d)\.+$|\.+(?=[?!]+$)/g, '').toLowerCase()) || '§';
  });
}

/** The instants of a window: at or after `from`, before `to`. */
export interface ResolvedWindow {
  readonly from: Date;
  readonly to: Date;
}

/**
 * Turns a window into instants, by the asker's calendar. A weekday, or a date without a year, is the last one; of two,
 * the second is looked for first. `to` is no later than now, unless all of the window lies ahead: then `from` is after
 * `now`, which a caller can tell by. Throws RangeError where the zone does not exist.
 */
export function resolveWindow(window: TimeWindow, now: Date, timeZone: string): ResolvedWindow {
  const here = inZone(now, timeZone);
  const end = window.to === undefined ? here : endOf(window.to, here);
  const anchor = end < here ? end.minus({ milliseconds: window.to && endsPeriod(window.to) ? 1 : 0 }) : here;
  let begin = beginOf(window.from, anchor, here);
  // "since 9pm", asked in the morning, is yesterday's.
  if (window.to === undefined && begin > here && 'day' in window.from && window.from.day === 'today')
    begin = begin.minus({ days: 1 });
  const latest = begin > here ? end : DateTime.min(end, here);
  const [from, to] = begin <= latest ? [begin, latest] : begin > here ? [begin, begin] : [latest, begin];
  return { from: from.toJSDate(), to: to.toJSDate() };
}

/** The next time that a point lies ahead: "mute until Monday", "until 9am". */
export function resolveAhead(point: TimePoint, now: Date, timeZone: string): Date {
  const here = inZone(now, timeZone);
  if ('ago' in point) return here.plus({ [point.unit]: point.ago }).toJSDate();
  if ('begin' in point) {
    const next = here.startOf(point.begin).plus({ [point.begin]: 1 });
    return next.toJSDate();
  }
  let at = timed(dayBefore(point.day, here, here), point.time);
  // A date with its year does not come round again.
  if (at <= here && /^\d{4}/.test(point.day)) return at.plus({ days: 1 }).toJSDate();
  const step = isWeekday(point.day) ? { weeks: 1 } : yearly.test(point.day) ? { years: 1 } : { days: 1 };
  while (at <= here) at = at.plus(step);
  return at.toJSDate();
}

function inZone(now: Date, timeZone: string): DateTime {
  const here = DateTime.fromJSDate(now, { zone: timeZone });
  if (!here.isValid) throw new RangeError(`there is no time zone ${timeZone}`);
  return here;
}

/** Where a point begins; a day that comes round again is the last one up to `anchor`. */
function beginOf(point: TimePoint, anchor: DateTime, here: DateTime): DateTime {
  if ('ago' in point) return here.minus({ [point.unit]: point.ago });
  if ('begin' in point) return here.startOf(point.begin).minus({ [point.begin]: point.back ?? 0 });
  return timed(dayBefore(point.day, anchor, here), point.time);
}

/** Where a point ends: a day without a time is over at the next midnight, a month with its last day. */
function endOf(point: TimePoint, here: DateTime): DateTime {
  const begin = beginOf(point, here, here);
  if (!('day' in point) || point.time !== undefined) return begin;
  return /^\d\d$/.test(point.day) ? begin.plus({ months: 1 }) : begin.plus({ days: 1 });
}

/** Whether the end stands at the beginning of the next day, so that the day before it is the last one meant. */
function endsPeriod(point: TimePoint): boolean {
  return !('day' in point) || point.time === undefined;
}

function timed(day: DateTime, time: string | undefined): DateTime {
  const [hour = 0, minute = 0] = (time ?? '00:00').split(':').map(Number);
  return day.set({ hour, minute });
}

/** A month, or a day without its year. */
const yearly = /^(\d\d)(?:-(\d\d))?$/;

function dayBefore(day: string, anchor: DateTime, here: DateTime): DateTime {
  const today = here.startOf('day');
  if (day === 'yesterday') return today.minus({ days: 1 });
  if (day === 'tomorrow') return today.plus({ days: 1 });
  if (isWeekday(day)) {
    const last = anchor.startOf('day');
    return last.minus({ days: (last.weekday - weekdays.indexOf(day) + 6) % 7 });
  }
  const [, month, date = '1'] = yearly.exec(day) ?? [];
  if (month !== undefined) return lastYearly(Number(month), Number(date), anchor) ?? today;
  const dated = DateTime.fromISO(day, { zone: here.zone });
  return dated.isValid ? dated.startOf('day') : today;
}

/** The last day of that date; 29 February is years apart. */
function lastYearly(month: number, day: number, anchor: DateTime): DateTime | undefined {
  for (let back = 0; back <= 8; back += 1) {
    const at = DateTime.fromObject({ year: anchor.year - back, month, day }, { zone: anchor.zone });
    if (at.isValid && at <= anchor) return at;
  }
  return undefined;
}

function isWeekday(day: string): boolean {
  return weekdays.includes(day);
}

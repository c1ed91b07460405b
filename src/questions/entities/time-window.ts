import { DateTime } from 'luxon';
import type { TimePoint, TimeWindow } from '../question.ts';
import { mended, timePhrases } from './time-phrases.ts';

/** A text parted into the time it tells and the rest of it. */
export interface Timed {
  readonly window?: TimeWindow;
  /** The text without the words that told the time. */
  readonly rest: string;
}

const longest = 1_500;

/** Takes a time window out of a cleaned text: "who failed in Zoom since Monday?" Names in quotes are left alone. */
export function takeWindow(source: string): Timed {
  if (source.length > longest) return { rest: source };
  const words = wordsOf(source);
  const said = words.map((word) => word.said).join(' ');
  for (const { pattern, means } of timePhrases) {
    const found = pattern.exec(said);
    const window = found && means(found);
    if (!found || !window) continue;
    const first = said.slice(0, found.index).split(' ').length - 1;
    const last = first + found[0].trim().split(' ').length - 1;
    const from = words[first]?.start ?? 0;
    const to = words[last]?.end ?? source.length;
    return { window, rest: `${source.slice(0, from).trimEnd()} ${source.slice(to).trimStart()}`.trim() };
  }
  return { rest: source };
}

interface Word {
  readonly said: string;
  readonly start: number;
  readonly end: number;
}

/** The words as the phrases spell them; what stands in quotes is no word of a phrase. */
function wordsOf(source: string): readonly Word[] {
  const words: Word[] = [];
  for (const found of source.matchAll(/"[^"\n]{1,200}"|“[^”\n]{1,200}”|\S+/g)) {
    const [text] = found;
    const quoted = /^["“].*["”]$/.test(text);
    const bare = quoted ? text : text.replace(/[?!,;:)]+$|(?<!\d)\.+$|\.+(?=[?!]+$)/g, '');
    const said = quoted ? '§' : mended(bare.toLowerCase());
    words.push({
      said: said === '' ? '§' : said,
      start: found.index,
      end: found.index + (quoted ? text : bare).length,
    });
  }
  return words;
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
  const here = DateTime.fromJSDate(now, { zone: timeZone });
  if (!here.isValid) throw new RangeError(`there is no time zone ${timeZone}`);
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
  const here = DateTime.fromJSDate(now, { zone: timeZone });
  if (!here.isValid) throw new RangeError(`there is no time zone ${timeZone}`);
  if ('ago' in point) return here.plus({ [point.unit]: point.ago }).toJSDate();
  if ('begin' in point)
    return here
      .startOf(point.begin)
      .plus({ [point.begin]: 1 })
      .toJSDate();
  const at = timed(dayAhead(point.day, here), point.time);
  if (at > here) return at.toJSDate();
  const step = isWeekday(point.day) ? { weeks: 1 } : /^\d\d(?:-\d\d)?$/.test(point.day) ? { years: 1 } : { days: 1 };
  return at.plus(step).toJSDate();
}

function dayAhead(day: string, here: DateTime): DateTime {
  const today = here.startOf('day');
  if (day === 'tomorrow') return today.plus({ days: 1 });
  if (isWeekday(day)) return today.plus({ days: (weekdayOf(day) - today.weekday + 7) % 7 });
  const dated = /^(\d{4})-(\d\d)-(\d\d)$/.test(day) ? DateTime.fromISO(day, { zone: here.zone }) : undefined;
  if (dated?.isValid) return dated;
  const yearly = /^(\d\d)(?:-(\d\d))?$/.exec(day);
  if (!yearly) return today;
  const this_ = today.set({ month: Number(yearly[1]), day: Number(yearly[2] ?? 1) });
  return this_.isValid ? this_ : today;
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

function dayBefore(day: string, anchor: DateTime, here: DateTime): DateTime {
  const today = here.startOf('day');
  if (day === 'yesterday') return today.minus({ days: 1 });
  if (day === 'tomorrow') return today.plus({ days: 1 });
  if (isWeekday(day)) {
    const last = anchor.startOf('day');
    return last.minus({ days: (last.weekday - weekdayOf(day) + 7) % 7 });
  }
  const yearly = /^(\d\d)(?:-(\d\d))?$/.exec(day);
  if (yearly) return lastYearly(Number(yearly[1]), Number(yearly[2] ?? 1), anchor) ?? today;
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

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function isWeekday(day: string): boolean {
  return weekdays.includes(day);
}

function weekdayOf(day: string): number {
  return weekdays.indexOf(day) + 1;
}

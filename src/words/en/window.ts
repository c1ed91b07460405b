import type { TimePoint, TimeUnit, TimeWindow } from '../../questions/question.ts';
import { count } from './say.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A time window as people say it, at the end of a question: "this week", "since Monday", "in the last 7 days". */
export function during({ from, to }: TimeWindow): string {
  if (to === undefined) return untilNow(from);
  if ('begin' in from && 'begin' in to && from.begin === to.begin && (from.back ?? 0) === (to.back ?? 0) + 1)
    return period(from.begin, from.back ?? 0);
  if ('day' in from && 'day' in to && from.day === to.day && from.time === undefined && to.time === undefined)
    return onDay(from.day);
  return `from ${atPoint(from)} to ${atPoint(to)}`;
}

function untilNow(from: TimePoint): string {
  if ('ago' in from) {
    if (from.ago === 0) return 'right now';
    return from.ago === 1 ? `in the last ${from.unit}` : `in the last ${count(from.ago, from.unit, `${from.unit}s`)}`;
  }
  if ('begin' in from && (from.back ?? 0) <= 0) return period(from.begin, from.back ?? 0);
  if ('day' in from && from.time === undefined && /^(?:today|tomorrow)$/.test(from.day)) return from.day;
  return `since ${atPoint(from)}`;
}

/** A point in time inside a sentence: "Monday", "yesterday at 09:30", "2 days ago". */
export function atPoint(point: TimePoint): string {
  if ('ago' in point) return point.ago === 0 ? 'now' : `${count(point.ago, point.unit, `${point.unit}s`)} ago`;
  if ('day' in point) return point.time === undefined ? day(point.day) : `${day(point.day)} at ${point.time}`;
  const { begin, back = 0 } = point;
  return begin === 'day' ? period(begin, back) : `the start of ${period(begin, back)}`;
}

function period(unit: TimeUnit, back: number): string {
  if (unit === 'day' && back <= 1) return ['tomorrow', 'today', 'yesterday'][back + 1] ?? 'today';
  if (back < 0) return `next ${unit}`;
  if (back === 0) return `this ${unit}`;
  return back === 1 ? `last ${unit}` : `${count(back, unit, `${unit}s`)} ago`;
}

function onDay(name: string): string {
  if (/^(?:today|yesterday|tomorrow)$/.test(name)) return name;
  return /^\d\d$/.test(name) ? `in ${day(name)}` : `on ${day(name)}`;
}

/** "monday", "2026-11-16", "11-16" or "11" as a word or a date. */
function day(name: string): string {
  const [, year, month, date] = /^(?:(\d{4})-)?(\d\d)(?:-(\d\d))?$/.exec(name) ?? [];
  const monthName = months[Number(month) - 1];
  if (monthName === undefined) return /day$/.test(name) && !/^(?:to|yester)/.test(name) ? weekday(name) : name;
  if (date === undefined) return monthName;
  return `${monthName} ${Number(date)}${year === undefined ? '' : `, ${year}`}`;
}

function weekday(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

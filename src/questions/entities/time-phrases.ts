import type { TimePoint, TimeUnit, TimeWindow } from '../question.ts';
import { slips } from '../text/edit-distance.ts';

/** One way to say a time window: what it looks like in lower-case words, and what it means. */
export interface TimePhrase {
  readonly pattern: RegExp;
  readonly means: (found: RegExpExecArray) => TimeWindow | undefined;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
/** Words worth mending when somebody slipped; shorter ones are too near to others. */
const mendable = [...weekdays, ...months.filter((month) => month.length > 6), 'yesterday', 'weekend', 'morning'];

/** A word as the phrases below spell it: "yesteday" is "yesterday". */
export function mended(word: string): string {
  if (/^(?:yday|yest|yesterdays)$/.test(word)) return 'yesterday';
  if (/^(?:2day|tday)$/.test(word)) return 'today';
  if (word.length < 6 || !/^[a-z]+$/.test(word)) return word;
  return mendable.find((known) => known[0] === word[0] && slips(word, known, 1) !== undefined) ?? word;
}

const weekday =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const count =
  '\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple(?: of)?|a couple(?: of)?|(?:a )?few|several';
const unit = 'fortnights?|min(?:ute)?s?|h(?:ou)?rs?|h|days?|d|weeks?|wks?|w|months?';
const clockTime = '\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm|a\\.m|p\\.m)|\\d{1,2}:\\d{2}|\\d{1,2} ?h|noon|midday|midnight';
const monthDate = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${month})|(?:${month}) \\d{1,2}(?:st|nd|rd|th)?)(?:,? \\d{4})?`;
const date = `\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2})?|\\d{1,2}/\\d{1,2}/\\d{4}|${monthDate}`;
const dayPart = 'morning|afternoon|evening|night';
const point = `(?:(?:the )?(?:last|this|past) )?(?:${weekday})(?:,? (?:at )?(?:${clockTime})| (?:${dayPart}))?|(?:today|yesterday)(?:,? (?:at )?(?:${clockTime})| (?:${dayPart}))?|the day before yesterday|last night|this (?:${dayPart})|(?:${date})(?: at (?:${clockTime}))?|(?:the )?(?:last|this|previous) (?:week|month)|the (?:start|beginning) of (?:the|this|last) (?:week|month)|(?:the |last |this )?weekend|(?:${count}) (?:${unit}) ago|${clockTime}|(?:${month})`;

const whole = (text: string) => new RegExp(`^(?:${text})$`);
const said = (text: string) => new RegExp(`(?<=^| )(?:${text})(?= |$)`);

/** Ways to say a window; the first that is found counts, so longer ones stand first. */
export const timePhrases: readonly TimePhrase[] = [
  {
    pattern: said(`(?:between|from|during) (?<from>${point}) (?:and|to|till|until|-) (?<to>${point})`),
    means: ({ groups }) => spanOf(groups?.from, groups?.to),
  },
  {
    pattern: said(
      `(?:between|from) (?:the )?(?<a>\\d{1,2})(?:st|nd|rd|th)? (?:and|to|till|until|-) (?<to>${monthDate})`,
    ),
    means: ({ groups }) => {
      const to = pointOf(groups?.to);
      if (!to || !('day' in to)) return undefined;
      const from = { day: to.day.replace(/\d\d$/, (groups?.a ?? '1').padStart(2, '0')) };
      return { from, to };
    },
  },
  {
    pattern: said(`(?:since|starting|ever since|after|from)(?: (?:on|at))? (?<from>${point})(?: on(?:wards?)?)?`),
    means: ({ groups }) => {
      const from = firstOf(groups?.from);
      return from && { from };
    },
  },
  {
    pattern: said(
      `(?:(?:in|over|during|within|for|from|of) )?(?:the )?(?:last|past|previous|latest) (?<count>${count}) ?(?<unit>${unit})`,
    ),
    means: ({ groups }) => agoOf(groups?.count, groups?.unit),
  },
  {
    pattern: said(
      `(?:(?:in|over|during|within|for|from) (?:the )?(?:last|past|previous)|(?:the )?past) (?<unit>minute|hour|day|week|fortnight|month)`,
    ),
    means: ({ groups }) => agoOf('1', groups?.unit),
  },
  {
    pattern: said(`(?:the )?last (?<unit>minute|hour|day)(?! (?:is|was|will|in|at|here|of)\\b)`),
    means: ({ groups }) => agoOf('1', groups?.unit),
  },
  {
    pattern: said(`(?:the )?last (?<glued>\\d{1,4}(?:h|d|w|min|m))`),
    means: ({ groups }) => gluedOf(groups?.glued),
  },
  {
    pattern: said(`(?:in the )?(?:past|last) (?<glued>\\d{1,4}(?:h|d|w|min))`),
    means: ({ groups }) => gluedOf(groups?.glued),
  },
  { pattern: said(`(?:the )?(?<count>${count}) (?<unit>${unit}) ago`), means: ({ groups }) => wholeAgo(groups) },
  // What is still to come is told so, rather than taken for no time at all.
  {
    pattern: said(`(?:in|over|during|within|for) (?:the )?(?:next|coming) (?:(?:${count}) )?(?:${unit})`),
    means: () => ({ from: { ago: 0, unit: 'minute' } }),
  },
  { pattern: said('(?:for )?tomorrow'), means: () => ({ from: { day: 'tomorrow' }, to: { day: 'tomorrow' } }) },
  {
    pattern: said('next (?<unit>week|month)'),
    means: ({ groups }) => ({ from: { begin: unitOf(groups?.unit), back: -1 } }),
  },
  {
    pattern: said(
      `(?:(?:on|in|over|at|during|from|of) )?(?<at>the day before yesterday|(?:today|yesterday)(?:,? (?:at )?(?:${clockTime})| (?:${dayPart}))?|last night|this (?:${dayPart})|tonight|overnight|(?:during|in) the night|(?:(?:the|this|last) )?week ?end|(?:the )?(?:this|last|previous) (?:week|month|year)|(?:last|this|past) (?:${weekday})(?: (?:${dayPart}))?)`,
    ),
    means: ({ groups }) => periodOf(groups?.at ?? ''),
  },
  {
    pattern: said(`(?:on|for) (?<at>(?:the )?(?:${date})|(?:${weekday})(?: (?:${dayPart}))?)`),
    means: ({ groups }) => dayOf(groups?.at),
  },
  { pattern: said(`(?<at>${date})`), means: ({ groups }) => dayOf(groups?.at) },
  {
    pattern: said(`(?:in|during) (?<at>${month})`),
    means: ({ groups }) => dayOf(groups?.at),
  },
  // A weekday by itself is one only at the end, and not where a name would stand: "what is wrong with Monday?"
  {
    pattern: new RegExp(
      `(?<= )(?<!\\b(?:in|into|to|with|of|for|about|from|at|watch|by|and|is|was|are) )(?<at>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: (?<part>${dayPart}))?$`,
    ),
    means: ({ groups }) => dayOf([groups?.at, groups?.part].filter(Boolean).join(' ')),
  },
];

/** A point where one is said alone: "tomorrow", "Monday at 9am", "9:30". Undefined when it is none. */
export function pointOf(text: string | undefined): TimePoint | undefined {
  const told = (text ?? '').trim();
  if (/^(?:now|right now)$/.test(told)) return { ago: 0, unit: 'minute' };
  if (told === 'tomorrow') return { day: 'tomorrow' };
  const part = new RegExp(`^(.+?) (?:in the )?(${dayPart})$`).exec(told);
  if (part) {
    const day = pointOf(part[1] === 'this' ? 'today' : part[1]);
    return day && 'day' in day ? { day: day.day, time: partOfDay[part[2] ?? '']?.[0] ?? '00:00' } : undefined;
  }
  const timed = new RegExp(`^(.+?),? (?:at )?(${clockTime})$`).exec(told);
  const timedDay = timed && pointOf(timed[1]);
  if (timedDay && 'day' in timedDay) {
    const time = clockTimeOf(timed?.[2]);
    return time ? { day: timedDay.day, time } : undefined;
  }
  const time = whole(clockTime).test(told) ? clockTimeOf(told) : undefined;
  if (time) return { day: 'today', time };
  if (told === 'today' || told === 'yesterday') return { day: told };
  if (told === 'the day before yesterday') return { begin: 'day', back: 2 };
  const named = new RegExp(`^(?:(?:the )?(?:last|this|past|next) )?(${weekday})$`).exec(told)?.[1];
  if (named) return { day: weekdays.find((day) => day.startsWith(named.slice(0, 3))) ?? named };
  const ago = new RegExp(`^(${count}) (${unit}) ago$`).exec(told);
  if (ago) return { ago: countOf(ago[1]), unit: unitOf(ago[2]) };
  const day = dateOf(told);
  if (day) return { day };
  const period = /^(?:the )?(?:(?:start|beginning) of (?:the )?)?(last |previous |this |the )?(week|month)$/.exec(told);
  if (period) {
    const begin: TimeUnit = period[2] === 'week' ? 'week' : 'month';
    return /last|previous/.test(period[1] ?? '') ? { begin, back: 1 } : { begin };
  }
  return undefined;
}

const hours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "half past eight" in figures. */
function inFigures(told: string): string {
  const spelt = told.replace(/\b[a-z]+\b/g, (word) => (hours.includes(word) ? String(hours.indexOf(word) + 1) : word));
  return spelt.replace(/^(half|quarter) (?:(past|to) )?(\d{1,2})/, (_, part: string, side: string, hour: string) =>
    side === 'to' ? `${(Number(hour) + 11) % 12 || 12}:45` : `${hour}:${part === 'half' ? '30' : '15'}`,
  );
}

/** "9am", "9:30 pm", "0930 h", "half past nine", "noon" as "09:00"; undefined where there is no such time. */
export function clockTimeOf(text: string | undefined): string | undefined {
  const told = inFigures(text ?? '')
    .replace(/\./g, ':')
    .replace(/:$/, '')
    .replace(/([ap]):?m:?$/, '$1m')
    .trim();
  if (told === 'noon' || told === 'midday') return '12:00';
  if (told === 'midnight') return '00:00';
  const read = /^(\d{1,2})(?::(\d{2}))? ?(am|pm|h|uhr|o'?clock)?$/.exec(told);
  if (!read) return undefined;
  let hour = Number(read[1]);
  const minute = Number(read[2] ?? 0);
  if (read[3] === 'am' || read[3] === 'pm') {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (read[3] === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** "2 days", "an hour" in minutes. A month is thirty days here. Undefined when it is no span of time. */
export function minutesOf(text: string): number | undefined {
  const read = new RegExp(`^(?:the )?(?:next )?(${count})? ?(${unit})$`).exec(text.trim());
  if (!read || (read[1] === undefined && /s$/.test(read[2] ?? ''))) return undefined;
  const each = { minute: 1, hour: 60, day: 1_440, week: 10_080, month: 43_200 }[unitOf(read[2])];
  return countOf(read[1] ?? '1') * each;
}

const partOfDay: Readonly<Record<string, readonly [from: string, to: string]>> = {
  morning: ['00:00', '12:00'],
  afternoon: ['12:00', '18:00'],
  evening: ['18:00', '23:59'],
  night: ['18:00', '23:59'],
};

function spanOf(from: string | undefined, to: string | undefined): TimeWindow | undefined {
  const begin = firstOf(from);
  const end = pointOf(to) ?? lastOf(to);
  if (!begin || !end) return undefined;
  // "between yesterday 9am and 11am" ends on the day it began.
  if ('time' in end && end.day === 'today' && whole(clockTime).test(to ?? '') && 'day' in begin)
    return { from: begin, to: { day: begin.day, ...(end.time !== undefined && { time: end.time }) } };
  return { from: begin, to: end };
}

/** Where what is said begins: "since last week", "since the weekend". */
function firstOf(text: string | undefined): TimePoint | undefined {
  return pointOf(text) ?? periodOf(text ?? '')?.from ?? dayOf(text)?.from;
}

function lastOf(text: string | undefined): TimePoint | undefined {
  return periodOf(text ?? '')?.to ?? dayOf(text)?.to;
}

function agoOf(many: string | undefined, of: string | undefined): TimeWindow {
  const each = of?.startsWith('fortnight') ? 2 : 1;
  return { from: { ago: countOf(many) * each, unit: unitOf(of) } };
}

function gluedOf(text: string | undefined): TimeWindow | undefined {
  const read = /^(\d+)([a-z]+)$/.exec(text ?? '');
  return read ? agoOf(read[1], read[2] === 'm' ? 'min' : read[2]) : undefined;
}

/** "3 days ago" is that whole day; "2 hours ago" everything since. */
function wholeAgo(groups: Record<string, string> | undefined): TimeWindow {
  const back = countOf(groups?.count);
  const begin = unitOf(groups?.unit);
  if (begin === 'minute' || begin === 'hour' || back < 1) return { from: { ago: back, unit: begin } };
  return { from: { begin, back }, to: back === 1 ? { begin } : { begin, back: back - 1 } };
}

function periodOf(text: string): TimeWindow | undefined {
  const at = text.trim();
  if (/^(?:overnight|last night|(?:during|in) the night)$/.test(at))
    return { from: { day: 'yesterday', time: '18:00' }, to: { day: 'today', time: '09:00' } };
  if (at === 'tonight') return { from: { day: 'today', time: '18:00' } };
  if (at === 'the day before yesterday') return { from: { begin: 'day', back: 2 }, to: { begin: 'day', back: 1 } };
  if (/week ?end$/.test(at)) return { from: { day: 'saturday' }, to: { day: 'sunday' } };
  const period = /^(?:the )?(this|last|previous) (week|month)$/.exec(at);
  if (period) {
    const begin: TimeUnit = period[2] === 'week' ? 'week' : 'month';
    return period[1] === 'this' ? { from: { begin } } : { from: { begin, back: 1 }, to: { begin } };
  }
  if (at === 'this year') return { from: { day: '01-01' } };
  if (/ year$/.test(at)) return { from: { ago: 12, unit: 'month' } };
  return dayOf(at);
}

/** One day, or a part of one. */
function dayOf(text: string | undefined): TimeWindow | undefined {
  const told = (text ?? '').replace(/^the (?=\d)/, '').trim();
  const part = new RegExp(`^(.+?) (${dayPart})$`).exec(told);
  const from = pointOf(told);
  if (!from) return undefined;
  const hours = part && partOfDay[part[2] ?? ''];
  if (hours && 'day' in from) {
    const begin = hours[0] === '00:00' ? { day: from.day } : { day: from.day, time: hours[0] };
    return { from: begin, to: { day: from.day, time: hours[1] } };
  }
  if ('day' in from && from.day === 'today') return { from };
  return 'day' in from && from.time === undefined ? { from, to: from } : { from };
}

/** A date as "2026-11-16", "11-16" where no year is said, "11" for a whole month. Undefined where it does not exist. */
function dateOf(text: string): string | undefined {
  const told = text.replace(/^the /, '').replace(/,/g, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(told);
  if (iso) return dateFrom(iso[1], iso[2], iso[3]);
  const dots = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?$/.exec(told);
  if (dots) return dateFrom(dots[3]?.length === 2 ? `20${dots[3]}` : dots[3], dots[2], dots[1]);
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(told);
  if (slashes) {
    const [, one, other, year] = slashes;
    // Which of the two is the month is only known when one of them cannot be.
    if (Number(one) > 12) return dateFrom(year, other, one);
    return Number(other) > 12 || one === other ? dateFrom(year, one, other) : undefined;
  }
  const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${month})(?: (\\d{4}))?$`).exec(told);
  if (dayFirst) return dateFrom(dayFirst[3], String(monthOf(dayFirst[2])), dayFirst[1]);
  const monthFirst = new RegExp(`^(${month}) (\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?$`).exec(told);
  if (monthFirst) return dateFrom(monthFirst[3], String(monthOf(monthFirst[1])), monthFirst[2]);
  return whole(month).test(told) ? String(monthOf(told)).padStart(2, '0') : undefined;
}

function dateFrom(year: string | undefined, inMonth: string | undefined, day: string | undefined): string | undefined {
  const [m, d] = [Number(inMonth), Number(day)];
  // 2024 has a 29 February, so that one without a year is let through.
  const asked = new Date(Date.UTC(year === undefined ? 2024 : Number(year), m - 1, d));
  if (!(m >= 1 && m <= 12 && d >= 1) || asked.getUTCDate() !== d) return undefined;
  const short = `${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return year === undefined ? short : `${year}-${short}`;
}

function monthOf(name: string | undefined): number {
  return months.findIndex((one) => one.startsWith((name ?? '').slice(0, 3))) + 1;
}

const counts: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  several: 7,
};

function countOf(text: string | undefined): number {
  const told = (text ?? '1').trim();
  if (/^\d+$/.test(told)) return Number(told);
  if (/couple/.test(told)) return 2;
  if (/few/.test(told)) return 3;
  return counts[told] ?? 1;
}

function unitOf(text: string | undefined): TimeUnit {
  const told = text ?? '';
  if (told.startsWith('mo')) return 'month';
  if (told.startsWith('m')) return 'minute';
  if (told.startsWith('h')) return 'hour';
  return told.startsWith('w') || told.startsWith('fortnight') ? 'week' : 'day';
}

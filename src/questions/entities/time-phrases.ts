import type { TimePoint, TimeUnit, TimeWindow } from '../question.ts';
import { slips } from '../text/edit-distance.ts';

type Groups = Readonly<Record<string, string | undefined>>;

/** One way to say a time: what it looks like in lower-case words, and what it means. */
interface TimePhrase {
  readonly pattern: RegExp;
  readonly means: (groups: Groups) => TimeWindow | undefined;
}

export const weekdays: readonly string[] = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
/** Words worth mending when somebody slipped; shorter ones are too near to others. */
const mendable = 'january february september october november december yesterday weekend morning'
  .split(' ')
  .concat(weekdays);

/** A word as the phrases below spell it: "yesteday" is "yesterday". */
export function mended(word: string): string {
  if (/^(?:yday|yest|yesterdays)$/.test(word)) return 'yesterday';
  if (/^(?:2day|tday)$/.test(word)) return 'today';
  if (word.length < 6 || !/^[a-z]+$/.test(word)) return word;
  return mendable.find((known) => known[0] === word[0] && slips(word, known, 1) !== undefined) ?? word;
}

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const count = `\\d{1,4}|an?|${numbers.slice(1).join('|')}|(?:a )?couple(?: of)?|(?:a )?few|several`;
const unit = 'fortnights?|min(?:ute)?s?|m|h(?:ou)?rs?|h|days?|d|weeks?|wks?|w|months?';
const weekday =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const clock = '\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm|a\\.m|p\\.m)|\\d{1,2}:\\d{2}|\\d{1,2} ?h|noon|midday|midnight';
const part = 'morning|afternoon|evening|night';

const dayNumber = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const monthDates = [
  `${dayNumber}(?: of)? (?<month>${month})(?:,? (?<year>\\d{4}))?`,
  `(?<month>${month}) ${dayNumber}(?:,? (?<year>\\d{4}))?`,
];
const dates = [
  '(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})',
  '(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4}|\\d{2})?',
  '(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d{4})',
  ...monthDates,
];
const either = (patterns: readonly string[]) => patterns.join('|').replace(/\(\?<\w+>/g, '(?:');
const date = either(dates);

/** What may stand behind a day. */
const hour = `(?:,? (?:at )?(?:${clock})| (?:in the )?(?:${part}))?`;
/** What tells a time without a word like "since" or "on" before it; a weekday or month might be a name. */
const plain = `the day before yesterday|(?:today|yesterday)${hour}|last night|this (?:${part})|tonight|overnight|(?:during|in) the night|(?:(?:the|this|last) )?week ?end|(?:the )?(?:this|last|previous) (?:week|month|year)|(?:last|this|past) (?:${weekday})${hour}`;
const point = `${plain}|(?:the last )?(?:${weekday})${hour}|(?:${date})${hour}|the (?:start|beginning) of (?:the|this|last) (?:week|month)|(?:${count}) (?:${unit}) ago|${clock}|${month}`;

const whole = (text: string) => new RegExp(`^(?:${text})$`);
const said = (text: string) => new RegExp(`(?<=^| )(?:${text})(?= |$)`);

/** Ways to say a window inside a text; the first that is found counts, so longer ones stand first. */
const phrases: readonly TimePhrase[] = [
  {
    pattern: said(`(?:between|from|during) (?<from>${point}) (?:and|to|till|until|-) (?<to>${point})`),
    means: ({ from, to }) => spanOf(from, to),
  },
  {
    pattern: said(
      `(?:between|from) (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:and|to|till|until|-) (?<to>${either(monthDates)})`,
    ),
    means: ({ day = '', to = '' }) => spanOf(to.replace(/\d{1,2}(?!\d)/, day), to),
  },
  {
    pattern: said(`(?:since|starting|ever since|after|from)(?: (?:on|at))? (?<from>${point})(?: on(?:wards?)?)?`),
    means: ({ from }) => {
      const begin = windowOf(from);
      return begin && { from: begin.from };
    },
  },
  { pattern: said(`(?:last|past|previous|latest) (?<count>${count}) ?(?<unit>${unit})`), means: agoOf },
  {
    // "Last week" is that week by the calendar, "in the last week" seven days.
    pattern: said(
      `(?:(?:in|over|during|within|for|from) (?:the )?(?:last|previous)|past) (?<unit>minute|hour|day|week|fortnight|month)`,
    ),
    means: agoOf,
  },
  { pattern: said('last (?<unit>minute|hour|day)(?! (?:is|was|will|in|at|here|of)\\b)'), means: agoOf },
  {
    // "3 days ago" is that whole day; "2 hours ago" everything since.
    pattern: said(`(?<count>${count}) (?<unit>${unit}) ago`),
    means: (groups) => {
      const [back, begin] = [countOf(groups.count), unitOf(groups.unit)];
      if (begin === 'minute' || begin === 'hour' || back < 1) return { from: { ago: back, unit: begin } };
      return { from: { begin, back }, to: back === 1 ? { begin } : { begin, back: back - 1 } };
    },
  },
  {
    // What is still to come is told so, rather than taken for no time at all.
    pattern: said(`(?:in|over|during|within|for) (?:the )?(?:next|coming) (?:(?:${count}) )?(?:${unit})`),
    means: () => ({ from: { ago: 0, unit: 'minute' } }),
  },
  ...[
    said('(?<at>tomorrow|next (?:week|month))'),
    said(`(?<at>${plain})`),
    said(`(?<at>(?<=(?:on|for) )(?:${weekday})${hour}|(?:${date}))`),
    said(`(?<=(?:in|during) )(?<at>${month})`),
    // A weekday by itself is one only at the end, and not where a name would stand: "what is wrong with Monday?"
    new RegExp(
      `(?<= )(?<!\\b(?:in|into|to|with|of|for|about|from|at|watch|by|and|is|was|are) )(?<at>(?:${weekdays.join('|')})(?: (?:${part}))?)$`,
    ),
  ].map((pattern): TimePhrase => ({ pattern, means: ({ at }) => windowOf(at) })),
];

/** A time where it is said alone; the first that fits counts. */
const times: readonly TimePhrase[] = [
  { pattern: whole('now|right now'), means: () => ({ from: { ago: 0, unit: 'minute' } }) },
  {
    pattern: whole('the day before yesterday'),
    means: () => ({ from: { begin: 'day', back: 2 }, to: { begin: 'day', back: 1 } }),
  },
  {
    pattern: whole('overnight|last night|(?:during|in) the night'),
    means: () => ({ from: { day: 'yesterday', time: '18:00' }, to: { day: 'today', time: '09:00' } }),
  },
  { pattern: whole('tonight'), means: () => ({ from: { day: 'today', time: '18:00' } }) },
  {
    pattern: whole('(?:(?:the|this|last) )?week ?end'),
    means: () => ({ from: { day: 'saturday' }, to: { day: 'sunday' } }),
  },
  { pattern: whole('(?:the )?this year'), means: () => ({ from: { day: '01-01' } }) },
  { pattern: whole('(?:the )?(?:last|previous) year'), means: () => ({ from: { ago: 12, unit: 'month' } }) },
  {
    pattern: whole(
      '(?:the )?(?:(?:start|beginning) of (?:the )?)?(?:(?<which>this|last|previous|next|the) )?(?<unit>week|month)',
    ),
    means: ({ which, unit }) => {
      const begin = unitOf(unit);
      if (which === 'next') return { from: { begin, back: -1 } };
      return which === 'last' || which === 'previous'
        ? { from: { begin, back: 1 }, to: { begin } }
        : { from: { begin } };
    },
  },
  { pattern: whole(`(?<count>${count}) (?<unit>${unit}) ago`), means: agoOf },
  {
    pattern: whole(`(?:(?<day>.+?)(?:,? at |,? ))?(?<clock>${clock})`),
    means: ({ day = 'today', clock = '' }) => {
      const [date, time] = [dayOf(day), clockTimeOf(clock)];
      return date && time ? { from: { day: date, time } } : undefined;
    },
  },
  {
    pattern: whole(`(?<day>.+?) (?:in the )?(?<part>${part})`),
    means: ({ day = '', part = '' }) => {
      const [date, hours] = [day === 'this' ? 'today' : dayOf(day), partOfDay[part]];
      if (!date || !hours) return undefined;
      const [begin, end] = hours;
      return { from: { day: date, ...(begin && { time: begin }) }, to: { day: date, time: end } };
    },
  },
];

const partOfDay: Readonly<Record<string, readonly [from: string | undefined, to: string]>> = {
  morning: [undefined, '12:00'],
  afternoon: ['12:00', '18:00'],
  evening: ['18:00', '23:59'],
  night: ['18:00', '23:59'],
};

/** The window that is told in lower-case words. */
export function findWindow(words: string): TimeWindow | undefined {
  return firstOf(phrases, words);
}

function firstOf(all: readonly TimePhrase[], text: string): TimeWindow | undefined {
  for (const { pattern, means } of all) {
    const found = pattern.exec(text);
    const window = found && means(found.groups ?? {});
    if (window) return window;
  }
  return undefined;
}

/** Where a time begins that is said alone: "tomorrow", "Monday at 9am", "9:30". Undefined when it is none. */
export function pointOf(text: string): TimePoint | undefined {
  return windowOf(text)?.from;
}

function windowOf(text = ''): TimeWindow | undefined {
  const told = text.trim();
  const window = firstOf(times, told);
  const day = window ? undefined : dayOf(told);
  return day ? { from: { day }, ...(day !== 'today' && { to: { day } }) } : window;
}

function spanOf(first: string | undefined, last: string | undefined): TimeWindow | undefined {
  const [from, end] = [windowOf(first)?.from, windowOf(last)];
  const to = end?.to ?? end?.from;
  if (!from || !to) return undefined;
  // "between yesterday 9am and 11am" ends on the day it began.
  return { from, to: 'day' in from && 'day' in to && whole(clock).test(last ?? '') ? { ...to, day: from.day } : to };
}

function agoOf({ count, unit }: Groups): TimeWindow {
  const each = unit?.startsWith('fortnight') ? 2 : 1;
  return { from: { ago: countOf(count) * each, unit: unitOf(unit) } };
}

/** "9am", "9:30 pm", "9 h", "half past nine", "noon" as "09:00"; undefined where there is no such time. */
export function clockTimeOf(text: string): string | undefined {
  const told = inFigures(text)
    .replace(/\./g, ':')
    .replace(/:$/, '')
    .replace(/([ap]):?m:?$/, '$1m')
    .trim();
  if (told === 'noon' || told === 'midday') return '12:00';
  if (told === 'midnight') return '00:00';
  const read = /^(\d{1,2})(?::(\d{2}))? ?(am|pm|h|uhr|o'?clock)?$/.exec(told);
  if (!read) return undefined;
  const [said, minute] = [Number(read[1]), Number(read[2] ?? 0)];
  const isHalf = read[3] === 'am' || read[3] === 'pm';
  if (isHalf && (said < 1 || said > 12)) return undefined;
  const hour = isHalf ? (said % 12) + (read[3] === 'pm' ? 12 : 0) : said;
  return hour > 23 || minute > 59 ? undefined : `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** "half past eight" in figures. */
function inFigures(told: string): string {
  return told
    .replace(/\b[a-z]+\b/g, (word) => (numbers.includes(word) ? String(numbers.indexOf(word)) : word))
    .replace(/^(half|quarter) (?:(past|to) )?(\d{1,2})/, (_, part: string, side: string, hour: string) =>
      side === 'to' ? `${(Number(hour) + 11) % 12 || 12}:45` : `${hour}:${part === 'half' ? '30' : '15'}`,
    );
}

const minutesIn = { minute: 1, hour: 60, day: 1_440, week: 10_080, month: 43_200 } as const;
const duration = new RegExp(
  `\\b(?:for|over|during|next) (?:the )?(?:next )?(?<count>${count}|half an) ?(?<unit>${unit})\\b|\\b(?<figures>\\d{1,4}) ?(?<of>${unit})\\b`,
);

/** The span of time in an order, "for 2 days", in minutes; a month is thirty days here. Undefined where there is none. */
export function durationIn(text: string): number | undefined {
  const { count, figures, unit, of } = duration.exec(text)?.groups ?? {};
  if (count === 'half an') return 30;
  const many = count ?? figures;
  return many === undefined ? undefined : countOf(many) * minutesIn[unitOf(unit ?? of)];
}

/** A day by the calendar: "today", "friday", "2026-11-16", "11-16" where no year is said, "11" for a whole month. */
function dayOf(text: string): string | undefined {
  if (/^(?:today|yesterday|tomorrow)$/.test(text)) return text;
  const named = wholeWeekday.exec(text)?.[1];
  if (named) return weekdays.find((day) => day.startsWith(named.slice(0, 3)));
  const told = text.replace(/^the (?=\d)/, '');
  for (const pattern of wholeDates) {
    const { year, month, day } = pattern.exec(told)?.groups ?? {};
    if (!month || !day) continue;
    if (!told.includes('/') || Number(day) > 12) return dateOf(year, month, day);
    // Which of the two is the month is only known when one of them cannot be.
    return Number(month) > 12 || day === month ? dateOf(year, day, month) : undefined;
  }
  return wholeMonth.test(told) ? twoDigits(monthOf(told)) : undefined;
}

const wholeWeekday = whole(`(?:(?:the )?(?:last|this|past|next) )?(${weekday})`);
const wholeDates = dates.map(whole);
const wholeMonth = whole(month);

/** Undefined where there is no such day. */
function dateOf(year: string | undefined, inMonth: string, inDay: string): string | undefined {
  const [month, day] = [monthOf(inMonth), Number(inDay)];
  const inYear = year?.length === 2 ? `20${year}` : year;
  // 2024 has a 29 February, so that one without a year is let through.
  const asked = new Date(Date.UTC(Number(inYear ?? 2024), month - 1, day));
  if (month < 1 || month > 12 || day < 1 || asked.getUTCDate() !== day) return undefined;
  const short = `${twoDigits(month)}-${twoDigits(day)}`;
  return inYear === undefined ? short : `${inYear}-${short}`;
}

function monthOf(text: string): number {
  return Number(text) || 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(text.slice(0, 3)) / 3 + 1;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function countOf(text = '1'): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text.includes('couple')) return 2;
  if (text.includes('few')) return 3;
  if (text === 'several') return 7;
  return Math.max(1, numbers.indexOf(text));
}

function unitOf(text = ''): TimeUnit {
  if (text.startsWith('mo')) return 'month';
  if (text.startsWith('m')) return 'minute';
  if (text.startsWith('h')) return 'hour';
  return text.startsWith('w') || text.startsWith('fortnight') ? 'week' : 'day';
}

import type { Reader } from './worded.ts';

/** Dates, numbers and lists as the reader writes them. */
export interface Clock {
  /** "Tue 17 Nov, 09:12"; the year is added where it is another or today is not known. An unreadable time is given as it is. */
  readonly moment: (iso: string) => string;
  /** "14:20" on the day of the answer, else the moment; seconds count as the next minute. */
  readonly soon: (iso: string) => string;
  /** A time of day, "09:00", as the reader writes it: "9:00 AM". */
  readonly time: (hours: string) => string;
  readonly number: (value: number) => string;
  /** "a, b and c". */
  readonly all: (items: readonly string[]) => string;
  /** "a, b or c". */
  readonly any: (items: readonly string[]) => string;
  /** The zone in which the times are given: "Europe/London". */
  readonly zone: string;
}

/**
 * A clock for a reader of a text in `language`, at the moment `asOf` (ISO 8601). The reader's region decides the forms,
 * the language decides the words. A locale or zone that does not exist gives `language` and UTC.
 */
export function clockFor(language: string, reader: Reader, asOf: string): Clock {
  const locale = localeFor(language, reader.locale);
  const zone = zoneFor(reader.timeZone);
  const dayAndTime: Intl.DateTimeFormatOptions = {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  };
  const short = new Intl.DateTimeFormat(locale, dayAndTime);
  const long = new Intl.DateTimeFormat(locale, { ...dayAndTime, year: 'numeric' });
  const time = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const ofDay = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const numbers = new Intl.NumberFormat(locale);
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  const disjunction = new Intl.ListFormat(locale, { type: 'disjunction' });
  const today = dateOf(asOf);

  const moment = (iso: string): string => {
    const date = dateOf(iso);
    if (!date) return iso;
    const sameYear = today !== undefined && day.format(date).slice(0, 4) === day.format(today).slice(0, 4);
    return (sameYear ? short : long).format(date);
  };
  return {
    moment,
    soon: (iso) => {
      const date = dateOf(iso);
      if (!date) return iso;
      date.setTime(Math.ceil(date.getTime() / 60_000) * 60_000);
      // Without a moment to compare with, what is soon is today.
      return today === undefined || day.format(date) === day.format(today)
        ? time.format(date)
        : moment(date.toISOString());
    },
    time: (hours) => {
      const date = dateOf(`1970-01-01T${hours}:00Z`);
      return date ? ofDay.format(date) : hours;
    },
    number: (value) => numbers.format(value),
    all: (items) => conjunction.format(items),
    any: (items) => disjunction.format(items),
    zone,
  };
}

/** The reader's region with the language that the words are in: a German who reads English gets "en-DE". */
function localeFor(language: string, wanted: string): string {
  try {
    const locale = new Intl.Locale(wanted);
    if (locale.language === language) return locale.toString();
    const region = locale.maximize().region;
    return region === undefined ? language : new Intl.Locale(language, { region }).toString();
  } catch {
    return language;
  }
}

function zoneFor(wanted: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: wanted }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function dateOf(iso: string): Date | undefined {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

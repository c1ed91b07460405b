import type { Reader } from './worded.ts';

/** Dates, numbers and lists as the reader writes them. */
export interface Clock {
  /** "Tue 17 Nov, 09:12"; the year is added where it is another or today is not known. An unreadable time is given as it is. */
  readonly moment: (iso: string) => string;
  /** "14:20" on the day of the answer, else the moment. */
  readonly short: (iso: string) => string;
  /** The same for what is to come: seconds count as the next minute. */
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

/** Gives the clock of a reader of a text in `language`, at the moment `asOf` (ISO 8601; '' where it is not known). */
export type ClockFor = (language: string, reader: Reader, asOf: string) => Clock;

/** Where formats are remembered between answers. */
export interface RememberedFormats {
  get(reader: string): Formats | undefined;
  set(reader: string, formats: Formats): unknown;
}

/**
 * Clocks that share their formats: making one costs more than all that is said with it. The reader's region decides the
 * forms, the language decides the words. A locale or zone that does not exist gives `language` and UTC.
 */
export function clocksWith(known: RememberedFormats): ClockFor {
  return (language, reader, asOf) => {
    const key = JSON.stringify([language, reader.locale, reader.timeZone]);
    const formats = known.get(key) ?? formatsFor(localeFor(language, reader.locale), zoneFor(reader.timeZone));
    known.set(key, formats);
    return clockWith(formats, asOf);
  };
}

/** A clock by itself. */
export const clockFor: ClockFor = (language, reader, asOf) =>
  clockWith(formatsFor(localeFor(language, reader.locale), zoneFor(reader.timeZone)), asOf);

/** How one reader writes dates, numbers and lists. */
export interface Formats {
  readonly zone: string;
  readonly short: () => Intl.DateTimeFormat;
  readonly long: () => Intl.DateTimeFormat;
  readonly time: () => Intl.DateTimeFormat;
  readonly ofDay: () => Intl.DateTimeFormat;
  readonly day: () => Intl.DateTimeFormat;
  readonly numbers: () => Intl.NumberFormat;
  readonly conjunction: () => Intl.ListFormat;
  readonly disjunction: () => Intl.ListFormat;
}

/** Each is made when it is first needed: no answer needs them all. */
function formatsFor(locale: string, zone: string): Formats {
  const dayAndTime: Intl.DateTimeFormatOptions = {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  };
  const hours: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  const date: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };
  return {
    zone,
    short: once(() => new Intl.DateTimeFormat(locale, dayAndTime)),
    long: once(() => new Intl.DateTimeFormat(locale, { ...dayAndTime, year: 'numeric' })),
    time: once(() => new Intl.DateTimeFormat(locale, { ...hours, timeZone: zone })),
    ofDay: once(() => new Intl.DateTimeFormat(locale, { ...hours, timeZone: 'UTC' })),
    day: once(() => new Intl.DateTimeFormat('en-CA', { ...date, timeZone: zone })),
    numbers: once(() => new Intl.NumberFormat(locale)),
    conjunction: once(() => new Intl.ListFormat(locale, { type: 'conjunction' })),
    disjunction: once(() => new Intl.ListFormat(locale, { type: 'disjunction' })),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function clockWith(formats: Formats, asOf: string): Clock {
  const { short, long, time, ofDay, day, numbers, conjunction, disjunction, zone } = formats;
  const today = dateOf(asOf);
  const moment = (iso: string): string => {
    const date = dateOf(iso);
    if (!date) return iso;
    const sameYear = today !== undefined && day().format(date).slice(0, 4) === day().format(today).slice(0, 4);
    return (sameYear ? short() : long()).format(date);
  };
  const onTheDay = (iso: string): string => {
    const date = dateOf(iso);
    if (!date) return iso;
    // Without a moment to compare with, it is today.
    return today === undefined || day().format(date) === day().format(today) ? time().format(date) : moment(iso);
  };
  return {
    moment,
    short: onTheDay,
    soon: (iso) => {
      const date = dateOf(iso);
      return date ? onTheDay(new Date(Math.ceil(date.getTime() / 60_000) * 60_000).toISOString()) : iso;
    },
    time: (hours) => {
      const date = dateOf(`1970-01-01T${hours}:00Z`);
      return date ? ofDay().format(date) : hours;
    },
    number: (value) => numbers().format(value),
    all: (items) => conjunction().format(items),
    any: (items) => disjunction().format(items),
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

import { z } from 'zod/v4';
import type { Reader } from '../words/worded.ts';

const clientInfo = z.object({
  type: z.literal('clientInfo'),
  locale: z.string().optional().catch(undefined),
  timezone: z.string().optional().catch(undefined),
});

interface Told {
  readonly locale?: string;
  readonly localTimezone?: string;
  readonly entities: readonly unknown[];
}

/** The asker's locale and time zone as the Teams client tells them; where it does not, or they do not exist: English, UTC. */
export function readerOf({ locale, localTimezone, entities }: Told): Reader {
  const info = entities.map((entity) => clientInfo.safeParse(entity)).find((read) => read.success)?.data;
  return {
    locale: knownLocale(locale) ?? knownLocale(info?.locale) ?? 'en',
    timeZone: knownTimeZone(info?.timezone) ?? knownTimeZone(localTimezone) ?? 'UTC',
  };
}

function knownLocale(locale: string | undefined): string | undefined {
  if (!locale) return undefined;
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}

function knownTimeZone(timeZone: string | undefined): string | undefined {
  if (!timeZone) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

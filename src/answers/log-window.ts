import { resolveWindow } from '../questions/entities/time-window.ts';
import type { TimeWindow } from '../questions/question.ts';
import { retentionStart } from './gather.ts';
import type { Limit } from './people-answers.ts';
import type { Turn } from './turn.ts';

/** A week: what "who failed in Salesforce?" means when it names no time. */
const ordinary: TimeWindow = { from: { ago: 7, unit: 'day' } };

/** "The last 30 days" is the whole log, though its beginning has just gone. */
const slackMs = 60 * 60_000;

/** The part of a window that the log can tell of, and why not all of it. */
export interface ReadableWindow {
  readonly asked: { readonly from: Date; readonly to: Date };
  /** Absent when there is nothing to read. */
  readonly readable?: { readonly from: Date; readonly to: Date };
  readonly limits: readonly Limit[];
}

/** What of the asked window lies between the log's beginning and now, by the asker's calendar. */
export function readableWindow(window: TimeWindow | undefined, { now, timeZone }: Turn): ReadableWindow {
  const asked = resolveWindow(window ?? ordinary, now, zoneOr(timeZone));
  if (asked.from >= now) return { asked, limits: [{ why: 'future' }] };
  const to = asked.to > now ? now : asked.to;
  const kept = retentionStart(now);
  if (to <= kept) return { asked, limits: [{ why: 'retention' }] };
  const from = asked.from < kept ? kept : asked.from;
  const short = kept.getTime() - asked.from.getTime() > slackMs;
  return { asked, readable: { from, to }, limits: short ? [{ why: 'retention', from: kept.toISOString() }] : [] };
}

/** A zone that does not exist on this machine is read as UTC. */
function zoneOr(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

import { clockTimeOf, durationIn, pointOf } from '../entities/time-phrases.ts';
import type { TimePoint, WatchQuestion } from '../question.ts';

/** What an order about notifications says besides the app. */
export type WatchFields = Pick<WatchQuestion, 'about' | 'digestAt' | 'muteMinutes' | 'muteUntil'>;

/** How long a mute lasts of which nobody said how long: a day. */
const usualMute = 1_440;
/** When a digest comes of which nobody said when. */
const usualDigest = '09:00';
const eveningDigest = '18:00';

const unmutes =
  /\b(?:un-?mute|un-?snooze|un-?pause|un-?silence|resume)\b|\b(?:stop|end|lift|cancel) (?:the )?(?:mute|muting|snooze|silence)\b/;
const mutes =
  /\b(?:mute|snooze|silence|hush|quiet|pause|do not disturb|dnd|shut up|pipe down)\b|\bno (?:more )?(?:messages|notifications|alerts|cards|pings)\b.*\b(?:for|until|till)\b|\b(?:stop|hold)\b.*\b(?:for (?:the )?(?:an?|next|\d+)|until|till)\b/;
const digests =
  /\bdigests?\b|\bdaily\b|\b(?:once|one|each|every|per|a) (?:a )?(?:day|morning|evening|night)\b|\bevery (?:mon|tues|wednes|thurs|fri)day\b|\b(?:morning|evening) (?:summary|report|overview|briefing|card|message)\b/;
const ends =
  /\b(?:no|stop|end|cancel|without|turn off|switch off|drop|disable|kill|quit|remove|delete)\b[^.]{0,30}\b(?:digests?|daily|summar(?:y|ies))\b/;
const troubles =
  /\b(?:problems?|errors?|failures?|issues?|wrong|quarantin\w*|trouble|fail\w*|breaks?|broken|breaking|bad news|attention|stops?|stalls?|down|skips?|stuck|hangs?|incidents?|outages?|dies|falls? over|goes? (?:bad|red|down|south)|acts? up|important)\b/;
const every =
  /\b(?:every|each|all|any|single)\b(?: \S+){0,3} (?:cycles?|runs?|syncs?|completions?|updates?|events?|changes?)\b|\beverything\b|\bfinish(?:es|ed)?\b|\bcompletes?\b|\b(?:is|are|been) (?:done|through)\b|\beach time\b|\bevery time\b|\bwhenever it (?:runs|syncs)\b/;

/** Reads the wish in an order to turn notifications on, change or mute them. */
export function watchFieldsIn(source: string): WatchFields {
  const text = source.toLowerCase().replace(/[’‘]/g, "'");
  if (unmutes.test(text)) return { muteMinutes: 0 };
  if (ends.test(text)) return { digestAt: 'off' };
  if (digests.test(text)) {
    const digestAt = timeIn(text) ?? (/\bevening\b/.test(text) ? eveningDigest : usualDigest);
    return { digestAt, ...(/\bonly\b.*\b(?:problems?|errors?|failures?)\b/.test(text) && { about: 'problems' }) };
  }
  if (mutes.test(text)) return muteIn(text);
  return aboutIn(text);
}

function aboutIn(text: string): WatchFields {
  if (/\b(?:not|rather than|instead of|no longer|don't want)\b[^.]{0,20}\b(?:every|each|all)\b/.test(text))
    return { about: 'problems' };
  if (/\b(?:not|rather than|instead of) (?:only|just)\b/.test(text)) return { about: 'everything' };
  if (troubles.test(text)) return { about: 'problems' };
  return every.test(text) ? { about: 'everything' } : {};
}

const clock =
  /(?:(?:at|to|around|by|from|for|@) ?)((?:(?:half|quarter) (?:(?:past|to) )?[a-z\d]+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o'?clock)?(?: ?[ap]m)?|\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.?|p\.m\.?|h\b|uhr|o'?clock)?|noon|midday|midnight))|\b(\d{1,2}[:.]\d{2} ?(?:am|pm)?|\d{1,2} ?(?:am|pm))\b/;

function timeIn(text: string): string | undefined {
  const found = clock.exec(text);
  return clockTimeOf((found?.[1] ?? found?.[2] ?? '').trim());
}

function muteIn(text: string): WatchFields {
  const until = /\b(?:until|till|til|before) (?:the )?(.+)$/.exec(text)?.[1];
  const point = until && aheadOf(until);
  if (point) return { muteUntil: point };
  if (/\bfor (?:the rest of )?(?:the )?(?:day|night)\b|\btoday\b|\btonight\b/.test(text))
    return { muteUntil: { day: 'tomorrow' } };
  if (/\bweekend\b/.test(text)) return { muteUntil: { day: 'monday' } };
  return { muteMinutes: durationIn(text) ?? usualMute };
}

/** A point ahead: the words may go on behind it. */
function aheadOf(text: string): TimePoint | undefined {
  const words = text
    .replace(/^on /, '')
    .replace(/^end of (?:the )?day\b/, 'tomorrow')
    .replace(/^next (?=week|month)|^end of (?:the )?(?=week|month)/, 'this ')
    .replace(/^(\S+(?: ?[ap]m)?) (tomorrow|(?:on )?\p{L}+day)/u, '$2 $1')
    .replace(/ first thing/, ' 08:00')
    .split(' ');
  for (let count = Math.min(4, words.length); count > 0; count -= 1) {
    const said = words.slice(0, count).join(' ');
    const point = pointOf(said.replace(/[?!.,;]+$/, ''));
    if (point) return point;
  }
  return undefined;
}

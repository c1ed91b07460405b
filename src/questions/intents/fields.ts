import { takeWindow } from '../entities/time-window.ts';
import type { AppChangeKind, AppProblemsQuestion, OverviewQuestion, TimeWindow } from '../question.ts';
import { codeIn } from './meaning.ts';

/** What a question says besides whom and which app it is about. Each is undefined where nothing tells. */

const skips =
  /\b(?:skip\w*|left out|leaves? out|ignored|excluded|out of scope|not in scope|not effectively entitled|noteffectivelyentitled)\b/;
const failures = /\b(?:fail\w*|errors?|errored|reject\w*|refus\w*|could ?n.t|bounced|broke\w*)\b/;

/** Whether those who failed or those who were skipped are wanted; undefined: both. */
export function outcomeIn(source: string): AppProblemsQuestion['outcome'] {
  const text = source.toLowerCase();
  const [skipped, failed] = [skips.test(text), failures.test(text)];
  if (skipped === failed) return undefined;
  return skipped ? 'skipped' : 'failed';
}

export function windowIn(source: string): TimeWindow | undefined {
  return takeWindow(source).window;
}

const httpStatus = /(?<![\p{L}\p{N}.:/-])(4\d\d|5\d\d)(?![\p{L}\p{N}:/-]|\.\d)/u;

/** An error code, skip reason or HTTP status that is named. */
export function errorCodeIn(source: string): string | undefined {
  return codeIn(source) ?? httpStatus.exec(source)?.[1];
}

const changes: readonly (readonly [AppChangeKind, RegExp])[] = [
  ['deleted', /\b(?:delet\w*|purged?|erased?|wiped?)\b/],
  [
    'disabled',
    /\b(?:disabl\w*|deactivat\w*|de-?provision\w*|off-?board\w*|switched off|suspend\w*|removed?|removals?|lost|kicked|dropped|leavers?)\b/,
  ],
  [
    'created',
    /\b(?:creat\w*|added|adds?|new|joiners?|onboard\w*|provision\w*|made it|landed|got (?:an |their )?accounts?)\b/,
  ],
  ['updated', /\b(?:updat\w*|chang\w*|modif\w*|renam\w*|edit\w*)\b/],
];

/** What happened to those who are asked for. */
export function changeIn(source: string): AppChangeKind | undefined {
  const text = source.toLowerCase();
  const found = changes.filter(([, words]) => words.test(text));
  return found.length === 1 || found[0]?.[0] === 'deleted' || found[0]?.[0] === 'disabled'
    ? found[0]?.[0]
    : found.find(([change]) => change === 'created')?.[0];
}

const problems =
  /\b(?:problems?|issues?|errors?|troubles?|fail\w*|broke\w*|red|unhealthy|wrong|worr\w*|attention|stuck|down|bother|fire|fix\w*|bad|trouble|alarm\w*|critical|acting up|on fire|burning|stall\w*|sick|unwell|ill|misbehav\w*|struggl\w*|hurting)\b/;

/** Which of all apps are wanted. */
export function onlyIn(source: string): OverviewQuestion['only'] {
  const text = source.toLowerCase();
  if (/\bquarantin\w*/.test(text)) return 'quarantine';
  return problems.test(text) ? 'problems' : undefined;
}

const leaving =
  /\b(?:off-?board\w*|terminat\w*|leavers?|left|let go|resign\w*|retir\w*|fired|dismissed|redundant|no longer|last day|leaving|leaves|departed|quit|former|gone|everywhere|out of everything|deprovision\w*|deactivat\w*|removed|locked out|still (?:has|have|got|active|open|alive|in)|contract (?:ended|ran out|is over))\b/;

/** Whether somebody is gone, or it is asked what is left of somebody's access. */
export function tellsOfLeaving(source: string): boolean {
  return leaving.test(source.toLowerCase());
}

/** Whether the saved credentials are to be tried. */
export function wantsTest(source: string): boolean {
  return /\b(?:test|try|check|verify|validate)\b.{0,30}\b(?:connection|credentials?|creds?|token|sign-?in|login)\b|\bconnection test\b/i.test(
    source,
  );
}

/** Whether it is asked who suffers from an outage. */
export function asksWhoSuffers(source: string): boolean {
  return /\b(?:who(?:m|'s)?|how many|anyone|anybody|people|users)\b.{0,40}\b(?:affected|impacted|hit|suffer\w*|waiting|waits?|concerned|blocked)\b|\b(?:affected|impacted|hit) by\b/i.test(
    source,
  );
}

/** "Why", "since when", "what happened": asks for a reason, not for where somebody is. */
export function asksWhy(source: string): boolean {
  return /\b(?:why|how come|reason|what happened|explain|skip\w*|reject\w*|fail\w*|what.s (?:the )?(?:hold|wrong|problem)|warum|wieso|pourquoi|por ?qu[eé]|perch[eé]|waarom|dlaczego)\b/i.test(
    source,
  );
}

const ofSelf =
  /\b(?:am|was|did|do|have|can|could|will|should|why.m|cant|dont|didnt|wasnt|havent|(?:do|did|was|have|ca|could|wo|are|is)n't) i\b|\bmy (?:own )?(?:accounts?|access|user|profile|licen[cs]e|login|name|apps?|provisioning|status)\b|\bi (?:still )?(?:can ?not|can't|cant|don't have|dont have|wasn't|was not|am not|'m not|have no|was (?:skipped|removed|disabled)|got (?:skipped|removed|disabled|kicked)|need access|lost)\b|\b(?:for|about|of|happened to|wrong with) me\b|\bmyself\b|\bbin ich\b|\bhabe ich\b|\bmein(?:e|en)? (?:konto|zugang)\b|\bmon (?:compte|acc[eè]s)\b|\bmi (?:cuenta|acceso)\b/;

/** Whether nobody else than the asker can be meant. */
export function asksOfSelf(source: string): boolean {
  const text = source.toLowerCase().replace(/[’‘]/g, "'");
  return (
    ofSelf.test(text) &&
    !/\b(?:he|she|they|him|her|his|their|someone|somebody|colleague|boss|customer|student|intern|starter|team|everyone|nobody|users|people)\b/.test(
      text,
    )
  );
}

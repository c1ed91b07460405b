import { knownApps } from './entities/known-apps.ts';
import { takeWindow } from './entities/time-window.ts';
import { namedBy } from './name-slot.ts';
import type { AppProblemsQuestion, SubjectType, TimeWindow } from './question.ts';
import { sentencesOf, tokensUnder } from './said.ts';
import { clean } from './text/clean.ts';

/** A text that names one thing and asks nothing: "and bob?", "what about Slack", "in Zoom?", "yesterday?" */
export interface Fragment {
  /** It began with "and" or "what about": plainly a follow-up. */
  readonly led: boolean;
  /** Without that, it still has the look of one: a question mark, a capital, "in …". */
  readonly bare: boolean;
  /** More than a name was said. */
  readonly whole: boolean;
  readonly names?: {
    readonly app?: string;
    readonly user?: string;
    readonly subject?: SubjectType;
    readonly likely: 'app' | 'user' | 'unclear';
  };
  readonly window?: TimeWindow;
  readonly outcome?: AppProblemsQuestion['outcome'];
}

const leads =
  /^(?:(?:ok|okay|thanks|thank you|great|alright|good|hm+|well|so|please|yes|no|sorry) )*(?:(?:and|also|plus|but|now|then|or|as well as|same) )*(?:what(?: is| s)? (?:about|with)|whatabout|how about|what of|whats? with|same (?:for|with|in|question for)|(?:the )?same for|and|also|now|or|plus|but|then|i meant|i mean|no i meant|try|next|instead)(?: (?:for|with|about|also|the same for|what about|how about|check|try|now|then|i mean))*(?= )/;
const tails = /(?: (?:please|pls|thanks|thx|then|too|as well|also|instead|again|now|either|though))+$/;
const failed = /^(?:the |only |just )*(?:failed|failures|errors|failed ones|failed users|the failed|failing ones)$/;
const skipped = /^(?:the |only |just )*(?:skipped|skips|skipped ones|skipped users|the skipped)$/;

/** Reads a text as such a fragment. `apps`: names of apps that are known beside the gallery's. */
export function readFragment(text: string, apps: readonly string[]): Fragment | undefined {
  const source = clean(text);
  const { window, rest } = takeWindow(source);
  const [said, ...more] = sentencesOf(rest);
  if (more.length > 0) return undefined;
  const asks = /\?\s*$/.test(source);
  if (said === undefined || !/[\p{L}\p{N}]/u.test(rest))
    return window && { led: false, bare: true, whole: false, window };
  const from = leads.exec(`${said.text} `)?.[0].length ?? 0;
  const led = from > 0;
  const end = tails.exec(said.text)?.index ?? said.text.length;
  const tokens = tokensUnder(said, [from, Math.max(end, from)]);
  const [first] = tokens;
  const left = said.text.slice(from, end).trim();
  if (first === undefined) return window && { led, bare: true, whole: false, window };
  if (failed.test(left) || skipped.test(left))
    return {
      led,
      bare: true,
      whole: false,
      ...(window && { window }),
      outcome: failed.test(left) ? 'failed' : 'skipped',
    };
  const inside = /^(?:in|on|at|into|to|with)$/.test(first.folded) && !first.capital && tokens.length > 1;
  const bare = asks || inside || tokens.every((token) => token.capital || token.kind !== 'word');
  const named = namedBy(rest, knownApps(apps), inside ? tokens.slice(1) : tokens);
  if (!named || tokens.length > 7) return led ? { led, bare, whole: true, ...(window && { window }) } : undefined;
  const likely = inside ? 'app' : named.likely;
  const app = named.app ?? (inside ? named.user?.user : undefined);
  const names = {
    ...(app !== undefined && { app }),
    ...(named.user && !inside && { user: named.user.user, ...(named.user.subject && { subject: named.user.subject }) }),
    likely,
  };
  return { led, bare: bare || named.known, whole: false, names, ...(window && { window }) };
}

import { type KnownApps, knownApps } from './entities/known-apps.ts';
import { clockTimeOf, minutesOf, pointOf } from './entities/time-phrases.ts';
import { isMerePaste } from './intents/pasted.ts';
import type { Asked, Bid } from './kinds.ts';
import { nameEnds } from './left-over.ts';
import { isOrdinary } from './ordinary.ts';
import type { Question, UnwatchQuestion, WatchQuestion } from './question.ts';
import { mendedCues, type Said, sentencesOf, tokensUnder, withoutPoliteness } from './said.ts';
import { type Token, textOf } from './text/tokens.ts';
import { wishOf } from './watch-cues.ts';
import { readListing } from './watch-list.ts';

/** Above every other reading: no other question begins with "watch" or "mute". */
const sureness = 0.98;

/** Reads an order to tell a conversation about cycles, to stop, or the question what it is told. */
export function bidForWatching(asked: Asked, kind: 'watch' | 'unwatch' | 'watching'): Bid | undefined {
  if (isMerePaste(asked.source)) return undefined;
  const apps = knownApps(asked.apps);
  const plain = sentencesOf(asked.source).slice(0, 3);
  for (const given of [...plain, ...plain.flatMap((one) => mendedCues(one) ?? [])]) {
    const said = withoutPoliteness(given);
    const question = said.text === '' ? undefined : readOrder({ said, source: asked.source, apps });
    if (question) return question.kind === kind ? { readings: [question], sureness } : undefined;
  }
  return undefined;
}

interface Order {
  readonly said: Said;
  readonly source: string;
  readonly apps: KnownApps;
}

function readOrder(order: Order): Question | undefined {
  const { text } = order.said;
  return (
    readListing(text) ??
    readUnmute(order) ??
    readMute(order) ??
    readDigest(order) ??
    readDigestEnd(order) ??
    readStop(order) ??
    readWatch(order) ??
    readWish(order)
  );
}

/** Whatever is none of the phrasings above, by its words. */
function readWish(order: Order): Question | undefined {
  const { text, tokens } = order.said;
  const timed = / (?:for|until|till|til|before|over|during) /.test(text);
  const wish = wishOf(text, timed);
  // People are not watched.
  if (wish === undefined || tokens.some(({ kind }) => kind === 'email')) return undefined;
  if (wish === 'watching') return { kind: 'watching' };
  if (wish === 'mute') return muteOf(order, 0);
  const app = nameIn(order, 0);
  return wish === 'watch'
    ? { kind: 'watch', ...(app && { app }), ...aboutOf(text) }
    : { kind: 'unwatch', ...(app && { app }) };
}

const us =
  '(?:me|us|this (?:channel|chat|group|team|conversation)|the (?:team|channel|group|chat)|my team|our team|here)';
const unmutes =
  /^(?:un ?mute|un ?snooze|un ?pause|resume|un ?silence|(?:stop|end) (?:the )?(?:mute|muting|snooze|snoozing)|turn (?:the )?(?:messages|notifications) (?:back )?on)(?= |$)/;
const mutes =
  /^(?:mute|snooze|silence|hush|quiet|be quiet|keep quiet|stay quiet|stay silent|do not disturb|dont disturb|shut up|pause(?= .*(?:notif|messag|alert|card|watch|updates|for |until|till))|pause$|no (?:more )?(?:messages|notifications|cards|alerts)(?: about \S+)?(?= (?:for (?:the next )?(?:an? |one |two |three |\d+ ?)|until|till|before)))(?= |$)/;

function readUnmute(order: Order): WatchQuestion | undefined {
  const found = unmutes.exec(order.said.text)?.[0];
  // "resume provisioning" is an order to Entra.
  if (!found || (found === 'resume' && /\b(?:provisioning|sync|job|cycle)\b/.test(order.said.text))) return undefined;
  const app = nameIn(order, found.length);
  return { kind: 'watch', ...(app && { app }), muteMinutes: 0 };
}

/** How long a mute lasts of which nobody said how long: a day. */
const usualMute = 1_440;

function readMute(order: Order): WatchQuestion | undefined {
  const found = mutes.exec(order.said.text)?.[0];
  return found === undefined ? undefined : muteOf(order, found.length);
}

/** How long, and for which app; `after` is where the order's own words end. */
function muteOf(order: Order, after: number): WatchQuestion {
  const { text } = order.said;
  const until = / (?:until|till|til|to|before)(?: (?:the )?)(?<at>.+)$/.exec(text);
  const point = until && pointAhead(original(order, until.index + 1).replace(/^(?:until|till|til|to|before) /, ''));
  if (until && point) {
    const app = nameIn(order, after, until.index);
    return { kind: 'watch', ...(app && { app }), muteUntil: point };
  }
  const span =
    / (?:(?:for|over|during) )?(?:the )?(?:next )?(?<span>(?:(?:an?|one|two|three|four|five|six|seven|eight|ten|twelve|\d{1,4}|a couple of|couple of|a few|half an) ?)?(?:min(?:ute)?s?|h(?:ou)?rs?|h|days?|d|weeks?|w|months?))$/.exec(
      text,
    );
  const inside =
    / for (?:the next )?(?<span>(?:an?|one|two|three|four|five|six|seven|\d{1,4}) (?:minutes?|hours?|days?|weeks?|months?))(?= )/.exec(
      text,
    );
  const rest = / for (?:the (?:rest of the )?)?(?:day|today|the night|tonight)$/.exec(text);
  const minutes = rest ? undefined : spanOf((span ?? inside)?.groups?.span);
  const app = nameIn(order, after, (minutes === undefined ? rest : span)?.index);
  if (rest) return { kind: 'watch', ...(app && { app }), muteUntil: { day: 'tomorrow' } };
  return { kind: 'watch', ...(app && { app }), muteMinutes: minutes ?? usualMute };
}

function spanOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return text.startsWith('half an') ? 30 : minutesOf(text);
}

function pointAhead(text: string): ReturnType<typeof pointOf> {
  const told = text
    .toLowerCase()
    .replace(/[?!.,;]+$/, '')
    .replace(/^(?:the )?next (?=week|month)/, 'this ')
    .replace(/^the /, '')
    .replace(/^(\S+(?: ?[ap]m)?) (tomorrow|(?:on )?\p{L}+day)$/u, '$2 $1')
    .replace(/^on /, '');
  if (/^end of (?:the )?(week|month|day)$/.test(told))
    return { begin: /week/.test(told) ? 'week' : /month/.test(told) ? 'month' : 'day' };
  return pointOf(told) ?? pointOf(told.replace(/ (?:morning|first thing)$/, ' 08:00').replace(/ evening$/, ' 18:00'));
}

const digests =
  /\b(?:digest|daily (?:summary|report|card|message|overview|update|mail|round ?up|recap|briefing)|(?:summary|report|card|message|overview|update|recap) (?:a day|per day|every day|each day|daily|every morning|each morning)|(?:once a day|once daily|every morning|each morning|every day|each day|daily)(?= at|$)|(?:morning|evening) (?:summary|report|overview|briefing))\b/;
/** When a digest comes of which nobody said when. */
const usualDigest = '09:00';

function readDigest(order: Order): WatchQuestion | undefined {
  const { text } = order.said;
  const found = digests.exec(text);
  const before = text.slice(0, found?.index);
  if (!found || digestEnds.test(text) || /\b(?:how|why|who|what|where|does|did|is|are|stop|no)\b/.test(before))
    return undefined;
  const time =
    /(?:at|to|around|by|from|for) ?((?:half past|quarter past|quarter to|half) [a-z\d]+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o'?clock)?(?: ?[ap]m)?|\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.?|p\.m\.?|h\b|uhr|o'?clock)?|noon|midday|midnight)/i.exec(
      order.source,
    );
  const digestAt = time ? clockTimeOf(time[1]?.toLowerCase()) : /\bevening\b/.test(text) ? '18:00' : usualDigest;
  if (digestAt === undefined) return undefined;
  const of = / (?:of|for|about|on|from) (?!\d|me\b|us\b|this\b|noon|all\b|every)/.exec(text);
  const app = of ? nameIn(order, of.index) : undefined;
  return { kind: 'watch', ...(app && { app }), digestAt };
}

const digestEnds =
  /^(?:stop|end|cancel|disable|drop|quit|delete|remove|without|(?:turn|switch) off|no(?: more)?)(?: sending(?: me| us)?)?(?: the| a| my| our| this| any)?(?: daily| morning| evening)? (?:digests?|(?:daily )?(?:summary|summaries|recaps?)|daily (?:report|card|overview))(?= |$)/;

/** Without its digest a conversation is told of cycles as they come again, and not of nothing. */
function readDigestEnd(order: Order): WatchQuestion | undefined {
  const found = digestEnds.exec(order.said.text)?.[0];
  if (found === undefined) return undefined;
  const app = nameIn(order, found.length);
  return { kind: 'watch', ...(app && { app }), digestAt: 'off' };
}

const stops =
  /^(?:stop|unwatch|unfollow|un ?subscribe|unsub|cancel|quit|enough|opt out|leave (?:me|us) alone|forget(?: about)?|no more|(?:turn|switch) off|disable|remove|delete|end|(?:dont|do not|never) (?:watch|follow|tell|notify|alert|inform|ping|message|bother|spam|write)|(?:i|we) (?:dont|do not|no longer) (?:want|need)|no longer (?:watch|follow|notify))(?= |$)/;
/** What may follow so that it is the messages that stop, and not provisioning. */
const stopsMessages =
  /\b(?:watch\w*|follow\w*|monitor\w*|track\w*|notif\w*|messag\w*|alert\w*|inform\w*|ping\w*|post\w*|spam\w*|send\w*|both\w*|tell\w*|subscri\w*|cards?|updates?|digests?|report\w*|writ\w*|unwatch|unfollow|me|us)\b/;

function readStop(order: Order): UnwatchQuestion | undefined {
  const { text } = order.said;
  const found = stops.exec(text)?.[0];
  if (
    found === undefined ||
    /^(?:stop|end|cancel|quit|disable|remove|delete) (?:the )?\S*(?:provisioning|job|cycle|sync)\b/.test(text)
  )
    return undefined;
  const plainly = /^(?:unwatch|unfollow|un ?subscribe|unsub|opt out|leave|dont|do not|never|no longer|forget)/.test(
    found,
  );
  const alone =
    /^(?:stop|end|cancel|quit|enough)(?: (?:it|that|this|everything|all|all of (?:it|them|this)|here|now|please))*$/.test(
      text,
    );
  if (!plainly && !alone && !stopsMessages.test(text)) return undefined;
  const app = nameIn(order, found.length);
  return { kind: 'unwatch', ...(app && { app }) };
}

const watches = new RegExp(
  `^(?:watch|be (?:told|notified|informed|alerted)|monitor|follow(?! up)|start (?:watching|monitoring|following)|(?:re ?)?subscribe|sub to|keep (?:an eye|watch|watching)|keep ${us} (?:posted|informed|updated|up to date|in the loop)|track|(?:i|we) (?:want|would like) to (?:watch|follow|monitor|subscribe|be (?:told|notified|informed|alerted))|add (?:a )?(?:watch|subscription)|(?:notify|alert|ping|warn|inform|message)(?: ${us})?|give ${us} a (?:shout|heads up|ping)|send ${us} (?:a |an )?(?:message|note|card|notification|alert|update|ping)s?|send (?:a |an )?(?:messages?|notifications?|alerts?|cards?)|post(?: a (?:message|card))?(?: here| in (?:here|this channel))|get notified)(?= |$)`,
);
const tells = new RegExp(
  `^(?:(?:tell|update|remind) ${us}|let ${us} know|(?:i|we) (?:want|would like) to (?:know|hear))(?: only| just)?(?: about| of)? (?:when(?:ever)?|if|once|as soon as|every time|each time|after|the moment|only|just|every|each|problems)(?= |$)`,
);
/** What is yet to come, when one is told of it: "tell me when alice was created" asks about the past. */
const comes =
  /\b(?:finish(?:es)?|completes?|ends?|is (?:done|through|finished|complete|fixed|back|ok again|out of|broken again)|fails?|breaks?|goes?|gets?|has (?:a |any |new |an )*(?:problems?|errors?|failures?|issues?|trouble|finished|completed|run)|stops?|runs|enters|leaves|stalls|there (?:is|are)|something|anything|comes (?:back|out)|is (?:lifted|over|up again)|leaves|works again|starts|needs|is (?:in trouble|down|broken|failing|in quarantine|quarantined|stuck|red|off)|changes|skips|syncs|happens?|every cycle|each cycle|every run|only problems|problems only|problems|recovers)\b/;
const prefers =
  /^(?:(?:i|we) (?:only |just )?want |show (?:me|us) |send (?:me|us) |please |about |with |report |switch to |change to |make it |back to )?(?:(?:only|just)(?: \w+){0,4} (?:problems?|errors?|failures?|issues?|wrong|trouble|breaks|fails)|(?:problems?|errors?|failures?|issues?) only|only problems|(?:the )?(?:problems?|errors?|failures?|issues?)(?: please)?(?= (?:and )?(?:not|no|instead of|rather than) (?:every|each|all|the) )|(?:every|each|all|every single)(?: the)? (?:provisioning |sync |completed |finished )?(?:cycles?|runs?|completions?))(?: (?:not|no|instead of|rather than) .*)?(?: (?:please|here|too|as well|in here|in this channel|from now on|now))*$/;

function readWatch(order: Order): WatchQuestion | undefined {
  const { text } = order.said;
  const preferred = prefers.exec(text);
  if (preferred) return { kind: 'watch', ...aboutOf(text) };
  const told = tells.exec(text)?.[0];
  const found =
    watches.exec(text)?.[0] ?? (told !== undefined && comes.test(text.slice(told.length - 10)) ? told : undefined);
  if (found === undefined) return undefined;
  if (/^(?:follow|track|monitor|watch) (?:up|out|your|this|the (?:user|group))\b/.test(text)) return undefined;
  // People are not watched.
  if (order.said.tokens.some(({ kind }) => kind === 'email')) return undefined;
  const app = nameIn(order, found.length);
  return { kind: 'watch', ...(app && { app }), ...aboutOf(text) };
}

function aboutOf(text: string): Pick<WatchQuestion, 'about'> {
  const problems =
    /\b(?:stuck|hangs?|stalled|gets? lost|problems?|errors?|failures?|issues?|wrong|quarantined?|trouble|fails?|failing|breaks?|broken|bad news|attention|stops|stalls|goes down|is down|skips)\b/.test(
      text,
    );
  if (problems) return { about: 'problems' };
  const every =
    /\b(?:(?:every|each|all) (?:\S+ ){1,4}(?:cycles?|runs?|syncs?|completions?)|(?:every|each|all|a|the|its|any)(?: (?:the|new|provisioning|sync|single|next|completed|finished))* (?:cycles?|runs?|syncs?|completions?)|finish(?:es|ed)?|completes?|ends|is done|everything that happens|runs)\b/.test(
      text,
    );
  return every ? { about: 'everything' } : {};
}

/** Words around the name of the app in an order. */
const glue = new Set(
  `a an the all of our my your any every each and or but to for on in at about with from by when whenever if once as soon time times after moment is are was be been being has have had does do did it its they them this that these those
  here channel chat group team conversation me us we i you please only just also too again still now well app apps application applications provisioning cycle cycles run runs sync syncs job jobs first initial next new some something anything
  everything thing things finishes finish finished completes complete completed ends end ended done through back out ok okay fixed problem problems error errors failure failures issue issues trouble wrong fails fail failed failing breaks break broken
  goes go going gets get getting into under quarantine quarantined stops stop stopped stalls stuck down enters enter leaves leave starts start started needs need attention changes change skips happens happen watching watch
  follow following monitor monitoring notify notifications notification notifying message messages messaging alert alerts alerting update updates card cards digest digests daily tell telling send sending post posting subscribe subscription
  subscriptions subscribed unsubscribe eye posted informed updated know more no not don dont want anymore any longer ever there will would there's s over regarding closely someone anyone users people user tracking track pinging ping spam spamming bothering
  works work working recovers comes goes syncs happens one both so much many tenant whole entire enterprise integration connector day days week and while for until till keep them everybody everyone everywhere loop date up status health writing write reporting report
  informing inform warn off turn back notified told skipped single because who where why what`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** The app that an order names after `from`; undefined when it names none, and all are meant. */
function nameIn({ said, source, apps }: Order, from: number, to = said.text.length): string | undefined {
  const tokens = tokensUnder(said, [from, to]);
  for (let length = Math.min(6, tokens.length); length > 0; length -= 1) {
    for (let at = 0; at + length <= tokens.length; at += 1) {
      const run = tokens.slice(at, at + length);
      if (isPlain(run[0]) || isPlain(run.at(-1))) continue;
      const known = apps.know(textOf(source, run));
      if (known === 'tenant' || known === 'gallery') return textOf(source, extended(tokens, at, at + length));
    }
  }
  const capital = tokens.findIndex((token, at) => at > 0 && token.kind === 'word' && isNamelike(token));
  const begins = capital > 0 ? capital : tokens.findIndex((token) => !isPlain(token));
  if (begins < 0) return undefined;
  return textOf(source, extended(tokens, begins, begins + 1));
}

/** A name goes on with whatever is no word of the order's own: "Salesforce Sandbox EU", "Workday to AD", "Zoom and Box". */
function extended(tokens: readonly Token[], from: number, to: number): readonly Token[] {
  let [begin, end] = [from, to];
  while (end < tokens.length && tokens[end]?.kind !== 'possessive') {
    const next = tokens[end + 1];
    const joins = /^(?:to|for|and|of)$/.test(tokens[end]?.folded ?? '') && !isPlain(next);
    const ends = !tokens[end]?.capital && nameEnds.test(tokens[end]?.folded ?? '');
    if (isPlain(tokens[end]) && !ends && !(joins && (next?.capital || tokens[end]?.folded === 'and'))) break;
    end += 1;
  }
  while (begin > 0 && !isPlain(tokens[begin - 1])) begin -= 1;
  return tokens.slice(begin, end);
}

function isPlain(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.kind === 'possessive' ||
    (token.kind === 'word' && !isNamelike(token) && (glue.has(token.folded) || isOrdinary(token.folded)))
  );
}

/** Written as a name is, and not only because a client capitalises what follows a full stop. */
function isNamelike(token: Token): boolean {
  return token.capital && !/^(?:I|The|A|An|Only|Problems|This|When|If|Every|All)$/.test(token.text);
}

/** What was typed from an offset of the folded sentence on. */
function original({ said, source }: Order, from: number): string {
  const [first] = tokensUnder(said, [from, said.text.length]);
  const last = said.tokens.at(-1);
  return first && last ? source.slice(first.start, last.end) : '';
}

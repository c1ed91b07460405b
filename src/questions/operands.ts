import { isCode } from './entities/codes.ts';
import type { KnownApps } from './entities/known-apps.ts';
import { is, isGeneric, keyOf } from './lexicon.ts';
import type { SubjectType } from './question.ts';
import { type AppName, appOf, appsOf, directoryWords, personOf, trimSeparators } from './slots.ts';
import type { Token } from './text/tokens.ts';
import { tellsTime } from './time-words.ts';

/** One way to read who and where. `everybody`: it asks about people in general, so it explains nobody. */
export interface Reading {
  readonly user?: string;
  readonly app?: string;
  readonly subject?: SubjectType;
  readonly score: number;
  readonly everybody?: boolean;
  /** Nobody is asked about at all: "status of Salesforce". */
  readonly appAlone?: boolean;
}

/** What reading a sentence needs: the text that the tokens were cut from, and the app names that are known. */
export interface Context {
  readonly source: string;
  readonly apps: KnownApps;
}

/** A run of tokens for each half; undefined where the half is missing. */
export interface Halves {
  readonly user?: readonly Token[] | undefined;
  readonly app?: readonly Token[] | undefined;
  readonly score: number;
}

/** Makes readings of one division into user and app: the app with and without the words that trail it. */
export function readHalves(context: Context, halves: Halves): readonly Reading[] {
  const person = halves.user && personOf(context.source, halves.user);
  if (halves.user && !person) return [];
  if (halves.app === undefined) return person ? [finish(context, person, undefined, halves.score)] : [];
  return ordered(context, named(context, person, halves));
}

/** Every way to take the words for an app, longest name first, with what each is worth on its own. */
function named(context: Context, person: ReturnType<typeof personOf>, halves: Halves): readonly Reading[] {
  const readings: Reading[] = [];
  for (const [at, variant] of appVariants(halves.app ?? []).entries()) {
    for (const app of appsOf(context.source, variant)) {
      const reading = finish(context, person, app, halves.score - at * 0.04);
      if (!readings.some((one) => one.app === reading.app)) readings.push(reading);
    }
  }
  return readings;
}

/**
 * Ranks the ways to cut one app name: what the tenant is known to have, then longest first, for "Workday to AD" is
 * another app than Workday and the tenant can still fall back on the shorter. None of them makes the division itself
 * likelier than the best of them would.
 */
function ordered(context: Context, readings: readonly Reading[]): readonly Reading[] {
  const top = Math.max(...readings.map((reading) => reading.score));
  const isTenants = (reading: Reading) => reading.app !== undefined && context.apps.know(reading.app) === 'tenant';
  const [first, ...others] = [...readings].sort((a, b) => Number(isTenants(b)) - Number(isTenants(a)));
  if (first === undefined) return [];
  // An open app is worth less than a named one further on; here it stands first because it is the likelier.
  const open = first.app === undefined ? openFirst : 0;
  return [
    { ...first, score: top + open },
    ...others.map((reading, at) => ({ ...reading, score: top - (at + 1) * variantStep })),
  ];
}

const openFirst = 0.16;
const variantStep = 0.01;

function finish(
  context: Context,
  person: ReturnType<typeof personOf>,
  app: AppName | undefined,
  base: number,
): Reading {
  let score = base;
  const reading: { user?: string; app?: string; subject?: SubjectType; everybody?: boolean } = {};
  if (person?.means === 'one') {
    reading.user = person.text;
    if (person.subject) reading.subject = person.subject;
    score -= 0.25 * person.doubt;
    if (person.sure) score += 0.08;
    else if (context.apps.know(person.text) === 'tenant') score -= 0.45;
    else if (context.apps.know(person.text) === 'gallery') score -= 0.3;
    const words = person.text.split(' ');
    if (words.length > 1 && [words.at(0), words.at(-1)].some((word) => isKnown(context, word ?? ''))) score -= 0.15;
    score -= 0.03 * Math.max(0, words.length - 3);
  }
  if (person?.means === 'everybody') reading.everybody = true;
  if (app?.means === 'one') {
    reading.app = app.text;
    const known = context.apps.know(app.text);
    score += known === 'tenant' ? 0.4 : known === 'gallery' ? 0.25 : known === 'resembles' ? 0.15 : 0;
    score -= known === 'tenant' || known === 'gallery' ? 0 : 0.2 * app.doubt;
    if (/^\p{Lu}/u.test(app.text)) score += 0.02;
  }
  return { ...reading, score };
}

function isKnown(context: Context, text: string): boolean {
  const known = context.apps.know(text);
  return text.length > 2 && (known === 'tenant' || known === 'gallery');
}

/**
 * The names that a run of words may hold, longest first: without what trails it ("… yet", "… since Monday", "… with
 * EntryConflict"), then ever shorter, up to the first "to", "for" or "and"; last the words as they stand.
 */
function appVariants(given: readonly Token[]): readonly (readonly Token[])[] {
  const whole = trimSeparators(given);
  const cut = trimSeparators(untilCut(whole));
  const name = withoutTail(cut);
  const bare = withoutNouns(name);
  const nouned = name.slice(bare.length).some(isPartOfName);
  const atSeparator = bare.findIndex((token, at) => at > 0 && token.kind === 'separator');
  const untilSeparator = atSeparator > 0 ? withoutNouns(withoutTail(bare.slice(0, atSeparator))) : [];

  const parts = nouned ? [name, bare] : [bare];
  // "G Suite / Google Cloud" is one name; "Salesforce, it is urgent" is not.
  if (bare[atSeparator]?.text === '/') parts.push(untilSeparator);
  else parts.unshift(untilSeparator);
  const joints = [...bare.keys()].filter((at) => at > 0 && isJoint(bare[at])).reverse();
  const shorter = joints
    .map((at) => withoutNouns(withoutTail(bare.slice(0, at))))
    .filter((part) => !(part.length === 1 && isGeneric(part)));
  const shortest = shorter.at(-1);
  parts.push(...shorter.slice(0, nouned ? 0 : 1), ...(shortest ? [shortest] : []));
  if (!nouned) parts.push(name);
  parts.push(cut, whole);

  const variants: (readonly Token[])[] = [];
  for (const part of parts) if (part.length > 0 && !variants.some((one) => sameRun(one, part))) variants.push(part);
  return variants.slice(0, mostVariants);
}

const mostVariants = 5;

/** Where a name may end and the sentence go on: "Salesforce | for | Alice", "Salesforce | and | what to do". */
function isJoint(token: Token | undefined): boolean {
  return is(token, 'preposition') || /^(?:and|or|und)$/.test(token?.folded ?? '');
}

/** "Portal" in "IT Service Portal", but not "account" in "Salesforce account". */
function isPartOfName(token: Token): boolean {
  return (
    is(token, 'appNoun') &&
    (token.capital ||
      /^(?:platform|portal|workspace|system|suite|provisioning|sync|scim|connector|integration|enterprise|tool)$/.test(
        token.folded,
      ))
  );
}

function sameRun(one: readonly Token[], other: readonly Token[]): boolean {
  return one.length === other.length && one[0] === other[0];
}

function untilCut(tokens: readonly Token[]): readonly Token[] {
  for (const [at, token] of tokens.entries()) {
    if (at === 0) continue;
    if (token.kind === 'separator' && /^[\n.;?!(]/.test(token.text)) return tokens.slice(0, at);
    if (
      token.kind === 'separator' &&
      token.text === ',' &&
      tokens[at + 1] &&
      (is(tokens[at + 1], 'cut') || is(tokens[at + 1], 'auxiliary'))
    )
      return tokens.slice(0, at);
    if (token.kind !== 'word') continue;
    if (isCode(token.text)) return withoutErrorWords(tokens.slice(0, at));
    if (token.capital) continue;
    const next = tokens[at + 1];
    if (is(token, 'cut') || (/^(?:and|or|but|so)$/.test(token.folded) && next && goesOn(next)))
      return tokens.slice(0, at);
    if (/^(?:error|errors|code|status|http)$/.test(token.folded) && next && startsReason(next))
      return tokens.slice(0, at);
    if (tellsTime(tokens, at)) return tokens.slice(0, at);
    if (/^(?:with|by|due|having|getting|gets)$/.test(token.folded) && next && startsReason(next))
      return tokens.slice(0, at);
  }
  return tokens;
}

/** After "and": another sentence begins. */
function goesOn(token: Token): boolean {
  return (
    !token.capital &&
    (/^(?:what|how|who|when|where|why|can|could|should|would|will|do|does|did|tell|show|fix|let|if|then|now|also|not|please|it|there)$/.test(
      token.folded,
    ) ||
      is(token, 'cut') ||
      is(token, 'we') ||
      is(token, 'pronoun'))
  );
}

function startsReason(token: Token): boolean {
  return (
    /^(?:the|a|an|error|errors|code|message|status|reason|http|this|to|\d{3})$/.test(token.folded) ||
    token.kind === 'quoted' ||
    isCode(token.text)
  );
}

function withoutErrorWords(given: readonly Token[]): readonly Token[] {
  let tokens = given;
  while (tokens.length > 1) {
    const last = tokens.at(-1);
    if (last === undefined) break;
    const hangs =
      last.kind === 'separator' ||
      (!last.capital &&
        /^(?:with|by|error|code|message|the|a|an|of|because|due|to|says|saying|reason|status|from)$/.test(last.folded));
    if (!hangs) break;
    tokens = tokens.slice(0, -1);
  }
  return tokens;
}

function withoutTail(given: readonly Token[]): readonly Token[] {
  let tokens = given;
  while (tokens.length > 1) {
    const last = tokens.at(-1);
    if (last === undefined) break;
    const hangs =
      last.kind === 'separator' ||
      last.kind === 'possessive' ||
      (!last.capital && (is(last, 'tail') || is(last, 'negation') || hangsOn.test(last.folded)));
    if (!hangs) break;
    tokens = tokens.slice(0, -1);
  }
  return tokens;
}

/** Words that lead on to something, so that no name ends in them. */
const hangsOn = /^(?:with|by|because|due|and|or|of|for|from|error|the|a|an)$/;

function withoutNouns(given: readonly Token[]): readonly Token[] {
  let tokens = given;
  while (tokens.length > 1) {
    const last = tokens.at(-1);
    if (last === undefined || !(is(last, 'appNoun') || last.kind === 'possessive')) break;
    tokens = tokens.slice(0, -1);
  }
  return tokens;
}

const mostBare = 7;

/**
 * Reads words without a verb: "alice in Salesforce", "alice's Salesforce account", "salesforce: alice", "alice salesforce".
 * `beside`: how much less likely it is that user and app stand side by side with nothing between them, as before a
 * predicate ("Alice Smith was skipped" names one person).
 */
export function readOperands(context: Context, given: readonly Token[], beside = 0): readonly Reading[] {
  const tokens = withoutTail(trimSeparators(withoutHead(untilCut(trimSeparators(given)))));
  if (tokens.length === 0) return [];
  const readings: Reading[] = [];
  const add = (halves: Halves) => readings.push(...readHalves(context, halves));

  for (const [at, token] of tokens.entries()) {
    const before = tokens.slice(0, at);
    const after = tokens.slice(at + 1);
    // An address or an id is somebody, whatever stands beside it.
    if (token.kind === 'email' || token.kind === 'guid') {
      if (before.length === 0 && after.length > 0 && !is(after[0], 'preposition'))
        add({ user: [token], app: after, score: 0.85 });
      if (after.length === 0 && before.length > 0 && !is(before.at(-1), 'preposition'))
        add({ user: [token], app: before, score: 0.7 });
    }
    if (is(token, 'preposition') && after.length > 0) {
      if (at === 0 && /^(?:for|of|about|with|by|via)$/.test(token.folded)) return readOperands(context, after, beside);
      if (at === 0) {
        readings.push(...afterLeadingPreposition(context, after));
        continue;
      }
      const first = before.every((one) => !is(one, 'preposition'));
      add({ user: before, app: after, score: first ? 0.8 : 0.6 });
      if (/^(?:for|of|with|by)$/.test(token.folded)) add({ user: after, app: before, score: first ? 0.6 : 0.45 });
    }
    if (token.kind === 'possessive' && before.length > 0 && after.length > 0) {
      const nouns = after.every((one) => is(one, 'appNoun'));
      if (nouns) add({ user: before, score: 0.6 });
      else if (!after.some((one) => is(one, 'preposition')) || namesDirection(after))
        add({ user: before, app: after, score: 0.82 });
    }
    if (token.kind === 'separator' && before.length > 0 && after.length > 0) {
      const titled = /^[:>→⇒(\n]|->|=>/.test(token.text);
      const comma = token.text === ',' ? 0.04 : 0;
      const only = tokens.filter((one) => one.kind === 'separator').length === 1 ? 0.05 : 0;
      add({ user: before, app: after, score: (titled ? 0.62 : 0.68) - comma + only });
      add({ user: after, app: before, score: (titled ? 0.64 : 0.6) - comma + only });
    }
  }

  const plain = tokens.filter((token) => token.kind !== 'separator');
  if (tokens.length <= mostBare && plain.length === tokens.length) {
    for (let at = 1; at < tokens.length; at += 1) {
      const before = tokens.slice(0, at);
      const after = tokens.slice(at);
      if (before.at(-1)?.kind === 'possessive' || after[0]?.kind === 'possessive') continue;
      if (after[0] && /[([]/.test(context.source.charAt(after[0].start - 1))) continue;
      const boundary = beside === 0 && isCaseBoundary(before, after) ? 0.08 : 0;
      const people = (before.length === 2 ? 0.02 : 0) + boundary;
      add({ user: before, app: after, score: 0.5 - beside + people + (after.length > 2 ? -0.03 : 0) });
      add({ user: after, app: before, score: 0.44 - beside + boundary + (after.length === 2 ? 0.02 : 0) });
    }
  }
  const [only] = tokens;
  if (only) add({ user: tokens, score: (tokens.length <= 3 ? 0.45 : 0.35) + beside / 3 });
  const name = appOf(context.source, withoutNouns(tokens));
  if (name?.means === 'one' && context.apps.know(name.text) !== 'unknown')
    readings.push({ app: name.text, score: 0.5, appAlone: true });
  return readings;
}

/** "Workday to AD": what is provisioned from where to where is one app's name. */
function namesDirection(tokens: readonly Token[]): boolean {
  const [at, ...others] = [...tokens.keys()].filter((index) => is(tokens[index], 'preposition'));
  if (at === undefined || at === 0 || others.length > 0 || tokens[at]?.folded !== 'to') return false;
  const next = tokens[at + 1];
  return next !== undefined && (directoryWords.has(next.folded) || (next.capital && tokens[at - 1]?.capital === true));
}

/** "ana | IT Service Portal": the asker writes one of the two with capitals and the other without. */
function isCaseBoundary(before: readonly Token[], after: readonly Token[]): boolean {
  const capitals = (tokens: readonly Token[]) => tokens.filter((token) => token.capital).length;
  const isSaid = (token: Token) => is(token, 'preposition') || is(token, 'state') || is(token, 'takesUser');
  if ([...before, ...after].some((token) => !token.capital && (isSaid(token) || isGeneric([token])))) return false;
  return (
    (capitals(before) === 0 && capitals(after) === after.length) ||
    (capitals(after) === 0 && capitals(before) === before.length)
  );
}

function afterLeadingPreposition(context: Context, after: readonly Token[]): readonly Reading[] {
  const readings: Reading[] = [...readHalves(context, { app: after, score: 0.5 })];
  for (let at = 1; at < Math.min(after.length, 10); at += 1) {
    const token = after[at];
    const app = after.slice(0, at);
    const user = after.slice(token?.kind === 'separator' ? at + 1 : at);
    if (user.length > 0)
      readings.push(...readHalves(context, { user, app, score: token?.kind === 'separator' ? 0.78 : 0.5 - at * 0.01 }));
  }
  return readings;
}

/** Takes off what announces an operand: "the account of", "provisioning for", "access to" stays, for it names the app. */
function withoutHead(given: readonly Token[]): readonly Token[] {
  let tokens = given;
  for (;;) {
    const at = tokens.findIndex((token) => is(token, 'preposition'));
    const head = tokens.slice(0, at);
    const announces =
      at > 0 &&
      /^(?:of|for|with|about)$/.test(keyOf(tokens[at] as Token)) &&
      head.every((token) => isGeneric([token]) || is(token, 'looking')) &&
      tokens.length > at + 1;
    if (!announces) return tokens;
    tokens = tokens.slice(at + 1);
  }
}

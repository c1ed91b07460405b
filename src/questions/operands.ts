import { isCode } from './codes.ts';
import type { KnownApps } from './known-apps.ts';
import { is, isGeneric, keyOf } from './lexicon.ts';
import type { SubjectType } from './question.ts';
import { appOf, personOf, trimSeparators } from './slots.ts';
import type { Token } from './tokens.ts';

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
  const readings: Reading[] = [];
  for (const [at, variant] of appVariants(halves.app).entries()) {
    const app = appOf(context.source, variant);
    if (app === undefined) continue;
    readings.push(finish(context, person, app, halves.score - at * 0.04));
  }
  return readings;
}

function finish(
  context: Context,
  person: ReturnType<typeof personOf>,
  app: ReturnType<typeof appOf>,
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

/** Cuts off what trails an app's name ("… app yet", "… since Monday", "… with EntryConflict"); the whole comes too. */
function appVariants(given: readonly Token[]): readonly (readonly Token[])[] {
  const whole = trimSeparators(given);
  const cut = trimSeparators(untilCut(whole));
  const bare = withoutNouns(withoutTail(cut));
  const variants: (readonly Token[])[] = [];
  const nouned = cut
    .slice(bare.length)
    .some(
      (token) =>
        is(token, 'appNoun') && (token.capital || /^(?:platform|portal|workspace|system|suite)$/.test(token.folded)),
    );
  const atPreposition = bare.findIndex((token, at) => at > 0 && is(token, 'preposition'));
  const atAnd = bare.findIndex((token, at) => at > 0 && /^(?:and|or|und)$/.test(token.folded));
  const atSeparator = bare.findIndex((token, at) => at > 0 && token.kind === 'separator');
  const parts = nouned ? [withoutTail(cut), bare] : [bare];
  const untilSeparator = atSeparator > 0 ? withoutNouns(withoutTail(bare.slice(0, atSeparator))) : [];
  // "G Suite / Google Cloud" is one name; "Salesforce, it is urgent" is not.
  if (bare[atSeparator]?.text === '/') parts.push(untilSeparator);
  else parts.unshift(untilSeparator);
  if (atPreposition > 0) parts.push(withoutNouns(withoutTail(bare.slice(0, atPreposition))));
  if (atAnd > 0) parts.push(withoutNouns(withoutTail(bare.slice(0, atAnd))));
  if (!nouned && bare.length < cut.length) parts.push(withoutTail(cut));
  for (const part of parts) if (part.length > 0 && !variants.some((one) => sameRun(one, part))) variants.push(part);
  return variants.slice(0, 5);
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
    if (is(token, 'cut')) return tokens.slice(0, at);
    const next = tokens[at + 1];
    if (
      /^(?:for|on|at|in|over|within|this|last|next|the|every|every|by|from|around)$/.test(token.folded) &&
      next &&
      isTime(next)
    )
      return tokens.slice(0, at);
    if (/^(?:with|by|due|having|getting|gets)$/.test(token.folded) && next && startsReason(next))
      return tokens.slice(0, at);
  }
  return tokens;
}

function isTime(token: Token): boolean {
  return (
    /^(?:\d.*|a|an|two|three|four|five|several|few|some|the|last|past|more|days?|hours?|weeks?|months?|years?|ages|morning|afternoon|evening|night|week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|yesterday|today|time|now|cycle|run|moment)$/.test(
      token.folded,
    ) && !(token.capital && token.folded === 'monday' && token.text.includes('.'))
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
      (!last.capital && (is(last, 'tail') || is(last, 'negation')));
    if (!hangs) break;
    tokens = tokens.slice(0, -1);
  }
  return tokens;
}

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
      else if (!after.some((one) => is(one, 'preposition'))) add({ user: before, app: after, score: 0.82 });
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
      const people = before.length === 2 ? 0.02 : 0;
      add({ user: before, app: after, score: 0.5 - beside + people + (after.length > 2 ? -0.03 : 0) });
      add({ user: after, app: before, score: 0.44 - beside + (after.length === 2 ? 0.02 : 0) });
    }
  }
  const [only] = tokens;
  if (only) add({ user: tokens, score: (tokens.length <= 3 ? 0.45 : 0.35) + beside / 3 });
  const name = appOf(context.source, withoutNouns(tokens));
  if (name?.means === 'one' && context.apps.know(name.text) !== 'unknown')
    readings.push({ app: name.text, score: 0.5, appAlone: true });
  return readings;
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

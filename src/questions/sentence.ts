import { correctedPredicate, is, keyOf } from './lexicon.ts';
import { fold } from './names.ts';
import { type Context, type Reading, readHalves, readOperands } from './operands.ts';
import { personOf, trimSeparators } from './slots.ts';
import { tellsTime } from './time-words.ts';
import type { Token } from './tokens.ts';

/** What a sentence asks: its readings, and how plainly it asks about provisioning at all. */
export interface Heard {
  readonly readings: readonly Reading[];
  /** `asked`: it has a question or a predicate of the grammar's. `bare`: names only. */
  readonly manner: 'asked' | 'bare';
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly words: readonly Token[];
  readonly kind: 'state' | 'takesApp' | 'takesUser' | 'negation';
}

const mostRuns = 6;

/** Reads one sentence. Undefined when it is no question about somebody in some app. */
export function hear(context: Context, given: readonly Token[]): Heard | undefined {
  const tokens = split(withoutTicket(trimSeparators(given)));
  if (tokens.length === 0) return undefined;
  const last = tokens.findLastIndex((token) => token.kind === 'word' && !is(token, 'tail'));
  if (last > 0 && is(tokens[last], 'why')) {
    const main = hearMain(context, trimSeparators(tokens.slice(0, last)));
    return main && { ...main, manner: 'asked' };
  }
  const at = tokens.findIndex((token, index) => index > 0 && is(token, 'why') && !token.capital);
  if (at > 0) {
    const main = hearMain(context, tokens.slice(at));
    const before = withoutOpening(tokens.slice(0, at)).rest;
    if (main && before.length <= 10 && before.some((token) => !leadsIn(token)))
      return { ...main, readings: filledFrom(context, main.readings, before) };
    if (main) return main;
  }
  return hearMain(context, tokens);
}

/** "alice/salesforce": one word that is two. */
function split(tokens: readonly Token[]): readonly Token[] {
  const [only] = tokens;
  if (tokens.length !== 1 || only?.kind !== 'word' || !/^[^/\\]+[/\\][^/\\]+$/.test(only.text)) return tokens;
  const at = only.text.search(/[/\\]/);
  const half = (from: number, to: number): Token => ({
    ...only,
    text: only.text.slice(from, to),
    folded: fold(only.text.slice(from, to)),
    start: only.start + from,
    end: only.start + to,
  });
  return [half(0, at), { ...half(at, at + 1), kind: 'separator', folded: '' }, half(at + 1, only.text.length)];
}

/** A word of "can you tell me", "any idea": it names nothing that the question could be about. */
function leadsIn(token: Token): boolean {
  return (
    token.kind === 'separator' ||
    is(token, 'asking') ||
    is(token, 'filler') ||
    is(token, 'greeting') ||
    is(token, 'looking')
  );
}

/** "Salesforce: why was alice skipped": what stands before the question fills what the question leaves open. */
function filledFrom(context: Context, readings: readonly Reading[], before: readonly Token[]): readonly Reading[] {
  const around = readOperands(context, before);
  const apps = readHalves(context, { app: is(before[0], 'preposition') ? before.slice(1) : before, score: 0 });
  const filled: Reading[] = [];
  for (const reading of readings) {
    filled.push({ ...reading, score: reading.score - 0.05 });
    if (reading.app === undefined && reading.user !== undefined) {
      for (const { app } of apps) if (app) filled.push({ ...reading, app, score: reading.score + 0.1 });
    }
    if (reading.user === undefined && !reading.everybody) {
      for (const one of around) {
        if (one.user && reading.app && one.app === undefined)
          filled.push({ ...one, app: reading.app, score: reading.score + 0.1 });
        if (one.user && one.app && reading.app === undefined) filled.push({ ...one, score: one.score + 0.05 });
        if (one.user && one.app === undefined && reading.app === undefined)
          filled.push({ ...one, score: reading.score + 0.02 });
      }
    }
  }
  return filled;
}

function hearMain(context: Context, tokens: readonly Token[]): Heard | undefined {
  const opening = withoutOpening(tokens);
  if (opening.refuses) return undefined;
  const first = read(context, opening.rest, opening, false);
  const readings = [...first];
  const attached = opening.last && namelike.has(keyOf(opening.last)) ? [opening.last, ...opening.rest] : undefined;
  if (attached) {
    const both = opening.last?.capital && attached[1]?.capital && !is(attached[1], 'state') ? 0.1 : -0.15;
    for (const reading of read(context, attached, { ...opening, be: opening.be }, false))
      readings.push({ ...reading, score: reading.score + both });
  }
  const best = Math.max(...readings.map((reading) => reading.score), 0);
  if (best < 0.5) readings.push(...read(context, opening.rest, opening, true));
  const asked = opening.asks || findRuns(opening.rest, true).length > 0;
  if (readings.length === 0 && !(opening.why && opening.rest.length === 0)) return undefined;
  if (readings.length === 0) return opening.complete ? { readings: [{ score: 0.5 }], manner: 'asked' } : undefined;
  return { readings, manner: asked ? 'asked' : 'bare' };
}

/** Auxiliaries that are also names. */
const namelike = new Set([
  'will',
  'may',
  'can',
  'do',
  'an',
  'so',
  'does',
  'hope',
  'art',
  'so',
  'my',
  'in',
  'to',
  'on',
  'is',
  'le',
  'u',
  'an',
  'any',
  'see',
  'case',
  'bot',
  'sue',
  'all',
  'morning',
  'good',
  'dear',
  'story',
  'deal',
  'ty',
  'look',
  'just',
  'then',
]);

interface Opening {
  readonly rest: readonly Token[];
  /** It asks something: why, has, what happened to, check. */
  readonly asks: boolean;
  readonly why: boolean;
  /** A form of be, have or get opened it, so that a participle that follows is passive. */
  readonly be: boolean;
  readonly negated: boolean;
  /** A question word that the grammar does not answer: which, who, how many. */
  readonly refuses: boolean;
  /** Nothing but the opening and a predicate was said: "why was she skipped?" */
  readonly complete: boolean;
  /** The last word taken, in case it was a name after all. */
  readonly last?: Token;
}

const refusing =
  /^(?:which|who|whom|whose|how|hows|where|wheres|list|many|much|every|each|watch|unwatch|subscribe|unsubscribe|follow|overview|summary|summarise|summarize|everything|whos)$/;

function withoutOpening(tokens: readonly Token[]): Opening {
  let at = 0;
  let asks = false;
  let why = false;
  let be = false;
  let negated = false;
  let imperative = false;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'separator') continue;
    if (token.kind === 'possessive') continue;
    if (token.kind !== 'word') break;
    const next = tokens[at + 1];
    if (
      token.capital &&
      at > 0 &&
      next?.capital &&
      !is(token, 'why') &&
      !is(tokens[at - 1], 'greeting') &&
      tokens[at - 1]?.kind !== 'separator'
    )
      break;
    if (isReady(token, next, tokens[at - 1], asks)) break;
    if (is(token, 'why')) {
      why = true;
      asks = true;
      continue;
    }
    if (token.folded === 'how' && next?.folded === 'come') {
      why = true;
      asks = true;
      at += 1;
      continue;
    }
    if (/^(?:how|hows)$/.test(token.folded) && /^(?:do|can|to|could|should)$/.test(next?.folded ?? '')) {
      imperative = true;
      asks = true;
      continue;
    }
    if (
      /^(?:how|hows)$/.test(token.folded) &&
      (token.folded === 'hows' || is(next, 'be') || next?.kind === 'possessive') &&
      tokens.some((one) => is(one, 'preposition'))
    ) {
      // "How is alice doing in Salesforce?" asks about her; "how is Salesforce doing?" about the app.
      asks = true;
      continue;
    }
    if (/^(?:when|what|whats|wheres|where)$/.test(token.folded)) {
      const leads = opensWhat(tokens, at);
      if (!leads) return { rest: [], asks, why, be, negated, refuses: true, complete: false };
      asks = true;
      continue;
    }
    if (refusing.test(token.folded))
      return { rest: tokens.slice(at), asks, why, be, negated, refuses: !why, complete: false };
    if (is(token, 'negation') || (is(token, 'adverb') && asks)) {
      negated = negated || is(token, 'negation');
      if (is(token, 'negation') && next && is(next, 'preposition')) break;
      continue;
    }
    if (is(token, 'auxiliary') || is(token, 'be')) {
      if (is(token, 'be')) be = true;
      asks = true;
      continue;
    }
    if (is(token, 'greeting') && !asks) continue;
    if (is(token, 'looking')) {
      imperative = true;
      asks = true;
      continue;
    }
    if (is(token, 'filler') || is(token, 'asking')) {
      if (next === undefined) break;
      continue;
    }
    break;
  }
  const last = tokens[at - 1];
  return {
    rest: tokens.slice(at),
    asks: asks || imperative,
    why,
    be,
    negated,
    refuses: false,
    complete: why,
    ...(last?.kind === 'word' && { last }),
  };
}

/** Words of the opening's own that already belong to what is asked: "the group …", "in Salesforce, …", "my account". */
function isReady(token: Token, next: Token | undefined, previous: Token | undefined, asks: boolean): boolean {
  if (next === undefined) return !is(token, 'why') && !is(token, 'greeting');
  if (/^(?:i|my)$/.test(token.folded)) {
    if (previous && (is(previous, 'auxiliary') || is(previous, 'why') || is(previous, 'negation')))
      return (
        asks &&
        !/^(?:see|find|know|check|ask|have you)$/.test(next.folded) &&
        !/^(?:can|could|may|should|do)$/.test(previous.folded)
      );
    return /^(?:cant|cannot|dont|am|have|havent|didnt|couldnt|lost|need|never|still|got|get|account)$/.test(
      keyOf(next),
    );
  }
  if (/^(?:in|on|at)$/.test(token.folded)) return !(previous && is(previous, 'looking'));
  if (is(token, 'article') && (is(next, 'group') || is(next, 'person') || is(next, 'worker'))) return true;
  if ((is(token, 'group') || is(token, 'worker')) && next.kind !== 'separator') return true;
  return false;
}

/** "what happened to", "what's wrong with", "what about", "what is the status of", "when will … be". */
function opensWhat(tokens: readonly Token[], at: number): boolean {
  const ahead = tokens.slice(at + 1, at + 6).filter((token) => token.kind === 'word');
  if (tokens[at]?.folded === 'when')
    return ahead[0] !== undefined && is(ahead[0], 'auxiliary') && !/^(?:do)$/.test(ahead[0].folded);
  if (tokens[at]?.folded.startsWith('where'))
    return (
      (ahead[0] !== undefined && /^(?:is|s|are)$/.test(ahead[0].folded)) ||
      tokens[at + 1]?.kind === 'possessive' ||
      tokens[at]?.folded === 'wheres'
    );
  return ahead.some((token) =>
    /^(?:happened|happening|happen|happend|wrong|up|about|status|state|matter|reason|problem|issue|going|cause|deal|story|news|became|stopping|blocking|preventing|keeping|causing)$/.test(
      token.folded,
    ),
  );
}

/** Finds what is said of somebody: the longest runs of verbs, negations and the small words beside them. */
function findRuns(tokens: readonly Token[], anyCase: boolean): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < tokens.length && runs.length < mostRuns) {
    if (!startsRun(tokens, at, anyCase)) {
      at += 1;
      continue;
    }
    const from = at;
    at += 1;
    while (at < tokens.length && continuesRun(tokens, at, from, anyCase)) at += 1;
    const words = tokens.slice(from, at);
    const kind = kindOf(words, tokens[at]);
    if (kind) runs.push({ from, to: at, words, kind });
  }
  return runs;
}

function isVerbal(token: Token | undefined): boolean {
  return is(token, 'state') || is(token, 'takesApp') || is(token, 'takesUser');
}

function startsRun(tokens: readonly Token[], at: number, anyCase: boolean): boolean {
  const token = tokens[at];
  if (token?.kind === 'possessive')
    return at > 0 && (isVerbal(tokens[at + 1]) || is(tokens[at + 1], 'negation') || is(tokens[at + 1], 'adverb'));
  if (token?.kind !== 'word' || (!anyCase && token.capital && at > 0)) return false;
  return isVerbal(token) || is(token, 'auxiliary') || is(token, 'negation') || (is(token, 'adverb') && at > 0);
}

function continuesRun(tokens: readonly Token[], at: number, from: number, anyCase: boolean): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || (!anyCase && token.capital)) return false;
  if (isVerbal(token) || is(token, 'auxiliary') || is(token, 'negation') || is(token, 'adverb'))
    return !opensName(tokens, at);
  if (!is(token, 'glue')) return false;
  const previous = tokens[at - 1];
  const next = tokens[at + 1];
  if (is(token, 'preposition')) {
    // "log in to X", "signing in" — but "skipped in X" keeps its "in" for the app.
    const signsIn =
      /^(?:log|sign|logging|signing|logged|signed)$/.test(previous?.folded ?? '') && /^(?:in|on)$/.test(token.folded);
    const leadsOn =
      token.folded === 'to' &&
      next !== undefined &&
      isVerbal(next) &&
      !next.capital &&
      at - 1 >= from &&
      !/^(?:in|into|up|access|synced|provisioned)$/.test(previous?.folded ?? '') &&
      next.kind === 'word' &&
      at + 2 < tokens.length;
    return (
      (signsIn && next !== undefined && (is(next, 'preposition') || isVerbal(next) || next.kind === 'separator')) ||
      leadsOn
    );
  }
  return true;
}

/** A word that looks like a predicate but begins what is named: nothing but a preposition stands before it. */
function opensName(tokens: readonly Token[], at: number): boolean {
  return is(tokens[at - 1], 'preposition') && !/^(?:to|up|out|off)$/.test(tokens[at - 1]?.folded ?? '');
}

function kindOf(words: readonly Token[], next: Token | undefined): Run['kind'] | undefined {
  const verbs = words.filter((word) => isVerbal(word));
  const verb =
    verbs.findLast(
      (word) =>
        !/^(?:keep|keeps|kept|get|gets|getting|got|have|has|had|need|needs|having|make|made|account|access|issue|issues|problem|problems|trouble)$/.test(
          keyOf(word),
        ),
    ) ?? verbs.at(-1);
  if (verb === undefined) {
    const negated = words.some((word) => is(word, 'negation') || /nt$/.test(keyOf(word)));
    return (negated || words.some((word) => is(word, 'adverb'))) &&
      next !== undefined &&
      (is(next, 'preposition') || /nt$/.test(keyOf(words[0] as Token)))
      ? 'negation'
      : undefined;
  }
  if (is(verb, 'takesUser')) return is(verb, 'state') && !canBeActive(verb) ? 'state' : 'takesUser';
  if (is(verb, 'state')) return 'state';
  return 'takesApp';
}

function canBeActive(verb: Token): boolean {
  return is(verb, 'takesUser');
}

function isPassive(run: Run, opening: Opening): boolean {
  const verb = run.words.findLast((word) => is(word, 'takesUser') || is(word, 'state'));
  if (verb === undefined) return false;
  const key = keyOf(verb);
  if (key.endsWith('ing')) return run.words.some((word) => word.folded === 'being');
  const participle = /(?:ed|en|wn|lt|st|ft|nd|ut)$/.test(key) || is(verb, 'state');
  const be = opening.be || run.words.some((word) => is(word, 'be') || word.kind === 'possessive');
  const doing = run.words.some((word) =>
    /^(?:did|didnt|do|dont|does|doesnt|will|wont|can|cant|cannot|could|couldnt|would|wouldnt)$/.test(keyOf(word)),
  );
  return participle && be && !doing;
}

function read(context: Context, rest: readonly Token[], opening: Opening, anyCase: boolean): readonly Reading[] {
  const readings: Reading[] = [];
  let runs = findRuns(rest, anyCase);
  let spoken = rest;
  // Names side by side are names: only a sentence with words of the grammar's own can have a misspelt predicate.
  const isSentence =
    opening.asks || rest.some((token) => is(token, 'preposition') || is(token, 'auxiliary') || is(token, 'negation'));
  if (isSentence && !runs.some((run) => run.kind !== 'negation')) {
    const corrected = rest.map((token) => {
      const meant = token.capital && !anyCase ? undefined : correctedPredicate(token);
      return meant ? { ...token, folded: meant } : token;
    });
    if (corrected.some((token, at) => token !== rest[at])) {
      spoken = corrected;
      const more = findRuns(corrected, anyCase);
      if (more.length > runs.length || more.some((run) => run.kind !== 'negation')) runs = more;
    }
  }
  for (const run of runs) readings.push(...readAround(context, spoken, run, opening));
  if (opening.asks || runs.length === 0 || anyCase) {
    const weight = runs.length > 0 ? -0.3 : opening.asks ? 0 : -0.05;
    for (const reading of readOperands(context, rest)) readings.push({ ...reading, score: reading.score + weight });
  }
  if (runs.length > 0 && readings.length === 0 && (opening.asks || opening.rest.length > 0)) {
    const only = rest.every(
      (token) =>
        token.kind === 'separator' ||
        runs.some((run) => rest.indexOf(token) >= run.from && rest.indexOf(token) < run.to) ||
        is(token, 'tail'),
    );
    if (only && opening.why) readings.push({ score: 0.4 });
  }
  return readings;
}

function readAround(context: Context, tokens: readonly Token[], run: Run, opening: Opening): readonly Reading[] {
  const left = trimSeparators(tokens.slice(0, run.from));
  const right = trimSeparators(tokens.slice(run.to));
  const strong = run.kind === 'negation' ? 0.85 : 0.9;
  const readings: Reading[] = [];
  const add = (halves: { user?: readonly Token[]; app?: readonly Token[]; score: number }) =>
    readings.push(...readHalves(context, halves));
  const [next] = right;
  const rest = right.slice(1);

  if (left.length === 0 && right.length === 0) return [];
  if (left.length === 0) {
    const named = nameInside(run);
    if (named && next && is(next, 'preposition')) add({ user: [named], app: rest, score: 0.85 });
    for (const reading of readOperands(context, right)) readings.push({ ...reading, score: reading.score + 0.02 });
    return readings;
  }

  const who = personOf(context.source, left);
  const own = who?.means === 'one' && who.text === 'me';
  const system = isSystem(left) && !(own && (run.kind !== 'takesUser' || isPassive(run, opening)));
  if (next && is(next, 'preposition') && rest.length > 0 && !tellsTime(right, 0)) {
    if (!system) {
      add({ user: left, app: rest, score: strong });
      const inner = readLeft(context, left);
      for (const reading of inner)
        if (reading.user && reading.app) readings.push({ ...reading, score: reading.score - 0.1 });
      if (/^(?:for|of|with|by|on)$/.test(next.folded)) add({ user: rest, app: appPart(left), score: 0.62 });
    } else
      for (const reading of readOperands(context, right)) readings.push({ ...reading, score: reading.score + 0.05 });
    return readings;
  }
  const after = next && tellsTime(right, 0) ? [] : right;
  if (
    after.length === 0 ||
    after.every((token) => is(token, 'tail') || token.kind === 'separator') ||
    is(after[0], 'cut')
  ) {
    for (const reading of readLeft(context, left)) readings.push({ ...reading, score: reading.score + 0.1 });
    return readings;
  }
  if (system || who?.means === 'nobody') {
    for (const reading of readOperands(context, after)) readings.push({ ...reading, score: reading.score + 0.05 });
    if (who?.means === 'nobody') add({ app: after, score: 0.5 });
    return readings;
  }
  if (run.kind === 'takesUser' && !isPassive(run, opening)) {
    add({ user: untilPreposition(after), app: left, score: 0.8 });
    for (const reading of readOperands(context, after))
      if (reading.user && reading.app) readings.push({ ...reading, score: reading.score - 0.05 });
    add({ user: left, app: after, score: 0.6 });
    return readings;
  }
  add({ user: left, app: after, score: 0.8 });
  for (const reading of readOperands(context, after))
    if (
      reading.app &&
      is(
        after.find((token) => is(token, 'preposition')),
        'preposition',
      ) &&
      reading.user === undefined
    )
      add({ user: left, app: after.slice(after.findIndex((token) => is(token, 'preposition')) + 1), score: 0.7 });
  add({ user: after, app: left, score: 0.45 });
  return readings;
}

/** Reads what stands before a predicate: "alice", "alice in Salesforce", "alice's Salesforce account", "in Salesforce was alice". */
function readLeft(context: Context, left: readonly Token[]): readonly Reading[] {
  const [first] = left;
  const aux = left.findLastIndex((token, at) => at > 0 && is(token, 'auxiliary') && !token.capital);
  if (is(first, 'preposition') && aux > 1 && aux < left.length - 1) {
    return readHalves(context, { app: left.slice(1, aux), user: left.slice(aux + 1), score: 0.85 });
  }
  return readOperands(context, left, 0.3);
}

function appPart(left: readonly Token[]): readonly Token[] {
  const at = left.findIndex((token) => is(token, 'preposition'));
  return at >= 0 && at < left.length - 1 ? left.slice(at + 1) : left;
}

function untilPreposition(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (token, index) =>
      index > 0 && (is(token, 'preposition') || is(token, 'cut') || is(token, 'tail')) && !token.capital,
  );
  return at > 0 ? tokens.slice(0, at) : tokens;
}

function nameInside(run: Run): Token | undefined {
  const at = run.words.findIndex((word) => isVerbal(word));
  const before = run.words[at - 1];
  return before && namelike.has(keyOf(before)) ? before : undefined;
}

/** The service itself, or the one who asks: whatever follows it is what the sentence is about. */
function isSystem(tokens: readonly Token[]): boolean {
  return tokens.every(
    (token) =>
      token.kind === 'word' &&
      !(tokens.length > 1 && token.capital && namesSystem.test(token.folded)) &&
      (is(token, 'we') ||
        is(token, 'article') ||
        is(token, 'auxiliary') ||
        /^(?:it|they|you|provisioning|entra|id|azure|ad|aad|microsoft|sync|service|system|scim|log|logs|says|that|there|and|but|portal|new|error|errors|nothing|msft)$/.test(
          token.folded,
        )),
  );
}

/** Words that, with a capital and beside others, belong to an app's name: "IT Service Portal". */
const namesSystem = /^(?:it|portal|system|log|logs|error|errors|new)$/;

/** "INC0012345:", "#4711 -", "HELP-123": the number of a ticket in front. */
function withoutTicket(given: readonly Token[]): readonly Token[] {
  let tokens = given;
  for (;;) {
    const [first, second] = tokens;
    if (first === undefined || tokens.length < 3) return tokens;
    const number =
      /^(?:#\d+|(?:inc|req|ritm|chg|sctask|task|prb|sr|cs|case|hd|help|itsm|it|sd|tkt|tt)[-#]?\d{3,}|[a-z]{2,8}-\d{2,}|\d{5,})$/i.test(
        first.text,
      );
    const word = /^(?:ticket|incident|case|request|issue|subject|re|fw|fwd|urgent|question|problem|fyi|note)$/i.test(
      first.folded,
    );
    const followed = second?.kind === 'separator' || /^#?[a-z]{0,8}[-#]?\d{2,}$/i.test(second?.text ?? '');
    const numbered = given !== tokens && second?.kind === 'separator' && /^#?\d+$/.test(first.text);
    if (numbered || (number && (second?.kind === 'separator' || given !== tokens)) || (word && followed))
      tokens = trimSeparators(tokens.slice(1));
    else return tokens;
  }
}

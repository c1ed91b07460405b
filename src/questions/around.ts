import { correctedPredicate, is, keyOf } from './lexicon.ts';
import { namelike, type Opening } from './opening.ts';
import { type Context, type Reading, readHalves, readOperands } from './operands.ts';
import { findRuns, isPassive, isVerbal, type Run } from './predicate.ts';
import { personOf, trimSeparators } from './slots.ts';
import type { Token } from './text/tokens.ts';
import { tellsTime } from './time-words.ts';

/** Reads what is left after the opening, around every predicate in it. `anyCase`: words with a capital may be the grammar's own too. */
export function read(context: Context, rest: readonly Token[], opening: Opening, anyCase: boolean): readonly Reading[] {
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

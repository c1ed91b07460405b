import { is, keyOf } from './lexicon.ts';
import type { Opening } from './opening.ts';
import type { Token } from './text/tokens.ts';

/** What is said of somebody: a run of verbs, negations and the small words beside them. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly words: readonly Token[];
  readonly kind: 'state' | 'takesApp' | 'takesUser' | 'negation';
}

const mostRuns = 6;

/** Finds what is said of somebody: the longest runs of verbs, negations and the small words beside them. */
export function findRuns(tokens: readonly Token[], anyCase: boolean): readonly Run[] {
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

/** Whether a word is a verb or participle that the grammar knows. */
export function isVerbal(token: Token | undefined): boolean {
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

/** Whether it is done to the one who stands before it. */
export function isPassive(run: Run, opening: Opening): boolean {
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

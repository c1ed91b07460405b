import { is, keyOf } from './lexicon.ts';
import type { Token } from './text/tokens.ts';

/** Auxiliaries that are also names. */
export const namelike = new Set([
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

/** What was said before anything that could be named. */
export interface Opening {
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

/** Takes off what opens a question: greetings, fillers, question words, auxiliaries. */
export function withoutOpening(tokens: readonly Token[]): Opening {
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

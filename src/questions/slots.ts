import { isCode } from './entities/codes.ts';
import { is, isGeneric, keyOf } from './lexicon.ts';
import type { SubjectType } from './question.ts';
import { type Token, textOf } from './text/tokens.ts';

/** What a run of words says about whom it means. `nobody`: "she", "someone". `everybody`: "users", "all guests". */
export type Person =
  | {
      readonly means: 'one';
      readonly text: string;
      readonly subject?: SubjectType;
      readonly doubt: number;
      readonly sure: boolean;
    }
  | { readonly means: 'nobody' }
  | { readonly means: 'everybody' };

/** What a run of words says about the app. `none`: "the app", "provisioning". */
export type AppName =
  | { readonly means: 'one'; readonly text: string; readonly doubt: number }
  | { readonly means: 'none' };

const mostWords = 8;

/** Reads the words that stand where somebody is named. Undefined when they can name nobody. */
export function personOf(source: string, given: readonly Token[]): Person | undefined {
  let tokens = trimSeparators(given);
  const email = tokens.find((token) => token.kind === 'email');
  if (email) return { means: 'one', text: email.text, doubt: 0, sure: true };
  const id = tokens.find((token) => token.kind === 'guid');
  if (id) return { means: 'one', text: id.text, doubt: 0, sure: true };
  if (tokens.length === 0) return undefined;

  if (tokens.every((token) => is(token, 'preposition'))) return undefined;
  // What "and" joins is cut off elsewhere: no name begins or ends with it.
  if ([tokens[0], tokens.at(-1)].some((token) => token?.kind === 'word' && /^(?:and|or|but)$/.test(token.text)))
    return undefined;
  // "Carla Rossi (starts on 1 May)": what stands in brackets behind a name is a remark.
  const bracket = tokens.findIndex((token, at) => at > 0 && token.kind === 'separator' && token.text.startsWith('('));
  if (bracket > 0) tokens = trimSeparators(tokens.slice(0, bracket));
  if (isOwn(tokens)) return { means: 'one', text: 'me', doubt: 0, sure: true };

  let subject: SubjectType | undefined;
  let labelled = false;
  for (;;) {
    const [first, second] = tokens;
    if (tokens.length < 2 || first === undefined) break;
    if (first.kind === 'separator') {
      tokens = tokens.slice(1);
      continue;
    }
    const label = labelOf(first);
    if (label === undefined) break;
    // "a group" is a label, "Group Finance" with a capital may be the whole name: it is kept as a doubt, not lost.
    if (label !== 'article') {
      subject = label === 'person' ? (subject ?? undefined) : label;
      labelled = true;
      if (label === 'person' && isPersonWord(first)) subject ??= 'user';
    } else if (first.capital && second?.capital && given[0] === first && first.folded === 'the') break;
    tokens = tokens.slice(1);
  }
  tokens = withoutTrailing(tokens);
  const last = tokens.at(-1);
  if (tokens.length > 1 && last && is(last, 'group') && !last.capital) {
    subject = 'group';
    tokens = tokens.slice(0, -1);
  }
  if (tokens.length === 0) return { means: 'nobody' };
  if (tokens.every((token) => is(token, 'self'))) return { means: 'one', text: 'me', doubt: 0, sure: true };
  if (tokens.every((token) => is(token, 'pronoun') || is(token, 'article'))) return { means: 'nobody' };
  if (isGeneric(tokens) && !(labelled && subject === 'group' && tokens.some((token) => token.capital))) {
    const [only] = tokens;
    const one =
      tokens.length === 1 &&
      only &&
      (is(only, 'person') || is(only, 'group') || is(only, 'worker')) &&
      !keyOf(only).endsWith('s');
    return one && given.length > 1 ? { means: 'nobody' } : { means: 'everybody' };
  }
  if (tokens.length > mostWords) return undefined;
  const text = textOf(source, tokens);
  if (text.length > 120 || !/[\p{L}\p{N}]/u.test(text) || isCode(text)) return undefined;
  return {
    means: 'one',
    text,
    ...(subject && { subject }),
    doubt: doubtOf(tokens),
    sure: labelled || tokens.some((token) => token.kind === 'quoted'),
  };
}

/** Reads the words that stand where an app is named, as it is likeliest. Undefined when they can name none. */
export function appOf(source: string, given: readonly Token[]): AppName | undefined {
  return appsOf(source, given)[0];
}

/**
 * Reads the words that stand where an app is named; likeliest first, empty when they can name none. Words about
 * provisioning in general ("the enterprise app") name none, unless an app is called that: written with capitals it
 * probably is ("Service Portal"), and otherwise the tenant tells.
 */
export function appsOf(source: string, given: readonly Token[]): readonly AppName[] {
  let tokens = trimSeparators(given);
  while (tokens.length > 1 && tokens[0] && (isLooseArticle(tokens[0]) || isAppLabel(tokens[0]) || leadsIn(tokens[0])))
    tokens = trimSeparators(tokens.slice(1));
  if (tokens.length === 0) return [];
  if (tokens.some((token) => token.kind === 'email' || token.kind === 'guid')) {
    const [only] = tokens;
    return tokens.length === 1 && only?.kind === 'guid' ? [{ means: 'one', text: only.text, doubt: 0 }] : [];
  }
  const general = tokens.every(isGeneral);
  if (tokens.length > 2 * mostWords) return general ? [{ means: 'none' }] : [];
  const text = textOf(source, tokens);
  const nameless = text.length > 120 || !/[\p{L}\p{N}]/u.test(text) || isCode(text);
  const name: readonly AppName[] = nameless ? [] : [{ means: 'one', text, doubt: doubtOf(tokens) }];
  if (!general) return name;
  const directory = tokens.every((token) => directoryWords.has(token.folded) || isLooseArticle(token));
  if (directory) return [{ means: 'none' }];
  const capital = tokens.some((token) => token.capital && !directoryWords.has(token.folded));
  if (capital) return [...name, { means: 'none' }];
  return tokens.length > 1 ? [{ means: 'none' }, ...name] : [{ means: 'none' }];
}

function isGeneral(token: Token): boolean {
  return (
    is(token, 'pronoun') ||
    is(token, 'appNoun') ||
    is(token, 'article') ||
    is(token, 'preposition') ||
    /^(?:and|or)$/.test(token.folded) ||
    isGeneric([token])
  );
}

/** Words for the directory and its provisioning, whatever their capitals: nobody means an app by them alone. */
export const directoryWords: ReadonlySet<string> = new Set(
  'microsoft entra azure active directory ad aad id identity tenant cloud m365 office365 provisioning logs log app apps application applications enterprise scim'.split(
    ' ',
  ),
);

/** "the", "our": before a name. "One" and "A" with a capital may begin it ("One Identity", "A Cloud Guru"). */
function isLooseArticle(token: Token): boolean {
  return is(token, 'article') && (!token.capital || /^(?:the|our|my|your|their)$/.test(token.folded));
}

/** "doing well | in Coupa": what leads to the name is no part of it. */
function leadsIn(token: Token): boolean {
  return !token.capital && token.kind === 'word' && /^(?:in|at|for|into|within|inside)$/.test(token.folded);
}

export function trimSeparators(tokens: readonly Token[]): readonly Token[] {
  let from = 0;
  let to = tokens.length;
  while (from < to && tokens[from]?.kind === 'separator') from += 1;
  while (
    to > from &&
    (tokens[to - 1]?.kind === 'separator' || (tokens[to - 1]?.kind === 'possessive' && to - from === 1))
  )
    to -= 1;
  return tokens.slice(from, to);
}

function labelOf(token: Token): 'person' | 'group' | 'worker' | 'article' | undefined {
  if (token.kind !== 'word' || (token.capital && !/^(?:User|Group|Worker|Employee|The|Our|My|New)$/.test(token.text)))
    return undefined;
  if (is(token, 'article')) return 'article';
  if (is(token, 'group')) return 'group';
  if (is(token, 'worker')) return /^workers?$/.test(token.folded) ? 'worker' : 'article';
  if (is(token, 'person')) return 'person';
  if (
    /^(?:new|security|distribution|mail|named|called|of|for|dynamic|number|no|id|with|provisioning|creation|sync|syncing|creating|adding|onboarding)$/.test(
      token.folded,
    )
  )
    return 'article';
  return undefined;
}

/** "I", "me", "my account": the one who asks. */
function isOwn(tokens: readonly Token[]): boolean {
  const [first, ...others] = tokens;
  return (
    is(first, 'self') &&
    others.every(
      (token) =>
        is(token, 'self') ||
        token.kind === 'possessive' ||
        is(token, 'negation') ||
        is(token, 'adverb') ||
        trailing.has(keyOf(token)),
    )
  );
}

function isPersonWord(token: Token): boolean {
  return /^(?:user|employee|colleague|coworker|guest|contractor|intern)$/.test(keyOf(token));
}

function isAppLabel(token: Token): boolean {
  return (
    !token.capital && /^(?:app|application|enterprise|called|named|system|tool|of|provisioning)$/.test(token.folded)
  );
}

const trailing = new Set([
  'account',
  'accounts',
  'user',
  'profile',
  'login',
  'access',
  'license',
  'licence',
  'record',
  'entry',
  'object',
  'identity',
  'membership',
]);

function withoutTrailing(given: readonly Token[]): readonly Token[] {
  let tokens = given;
  for (;;) {
    const last = tokens.at(-1);
    if (last === undefined || tokens.length < 2) return tokens;
    const isTrailing =
      last.kind === 'separator' ||
      last.kind === 'possessive' ||
      (last.kind === 'word' && !last.capital && trailing.has(keyOf(last)));
    if (!isTrailing) return tokens;
    tokens = tokens.slice(0, -1);
  }
}

/** How many of the words look like the sentence's own rather than a name's. */
function doubtOf(tokens: readonly Token[]): number {
  let doubt = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'separator') doubt += token.text === ',' ? 0.5 : 1;
    if (token.kind !== 'word') continue;
    if (token.capital && at > 0) continue;
    const own =
      is(token, 'why') ||
      is(token, 'auxiliary') ||
      is(token, 'negation') ||
      is(token, 'state') ||
      is(token, 'question');
    if (own) doubt += token.capital ? 0.5 : 1;
    else if (is(token, 'preposition')) doubt += 0.5;
    else if (is(token, 'pronoun') || is(token, 'self') || is(token, 'we')) doubt += 1;
  }
  return doubt;
}

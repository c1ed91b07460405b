import type { Knowledge, KnownApps } from './entities/known-apps.ts';
import { is, isGeneric } from './lexicon.ts';
import type { SubjectType } from './question.ts';
import { appOf, personOf, trimSeparators } from './slots.ts';
import { type Token, textOf } from './text/tokens.ts';

/** A name that stands alone, and what it can be. */
export interface Named {
  readonly app?: string;
  readonly user?: { readonly user: string; readonly subject?: SubjectType };
  /** What it probably is; `unclear` when nothing tells. */
  readonly likely: 'app' | 'user' | 'unclear';
  /** Known by name to the tenant or to the gallery. */
  readonly known: boolean;
}

const appWords =
  /^(?:app|apps|application|connector|integration|provisioning|prov|sync|scim|job|instance|tenant|service|system)$/;
const notNames =
  /^(?:it|that|this|they|them|he|she|him|her|everything|anything|something|nothing|all|things|everyone|everybody|we|us|you|me|there|here|those|these|who|what|which|someone|somebody|anyone|anybody|nobody|any|some|one)$/;

/** Reads what stands where one name is expected. Undefined when it is none: "it", "provisioning", "alice in Slack". */
export function namedBy(source: string, apps: KnownApps, given: readonly Token[]): Named | undefined {
  const tokens = trimSeparators(given);
  if (tokens.length === 0 || tokens.length > 9) return undefined;
  if (tokens.every((token) => token.kind === 'word' && notNames.test(token.folded))) return undefined;
  const person = personOf(source, tokens);
  const user =
    person?.means === 'one' ? { user: person.text, ...(person.subject && { subject: person.subject }) } : undefined;
  const whole = appOf(source, tokens);
  const wholeKnown = whole?.means === 'one' ? apps.know(whole.text) : 'unknown';
  if (whole?.means === 'one' && areApps(source, apps, tokens)) return { app: whole.text, likely: 'app', known: true };
  if (isKnown(wholeKnown)) return { ...(whole?.means === 'one' && { app: whole.text }), likely: 'app', known: true };
  // "alice in Salesforce" names two; another kind of question is about them.
  if (tokens.some((token, at) => isSpoken(token) || (at > 0 && at < tokens.length - 1 && divides(token))))
    return undefined;
  const email = tokens.findIndex((token) => token.kind === 'email');
  if (email >= 0 && tokens.some((token) => token.kind === 'word' && isKnown(apps.know(token.text)))) return undefined;
  if (email >= 0) return email === tokens.length - 1 ? user && { user, likely: 'user', known: true } : undefined;
  // "alices zoom account" is about her; "Contoso Zoom" is what a tenant calls its own.
  const inner = tokens.some((token, at) => at > 0 && !token.capital && isKnown(apps.know(token.text)));
  if (inner) return undefined;

  const bare = withoutAppWords(tokens);
  const name = appOf(source, bare);
  if (name?.means !== 'one' && user === undefined) return undefined;
  if (isGeneric(tokens)) return undefined;
  if (person?.means === 'one' && (person.subject !== undefined || startsWithLabel(tokens)))
    return { ...(user && { user }), likely: 'user', known: true };
  const app = name?.means === 'one' ? name.text : undefined;
  const known = app === undefined ? 'unknown' : apps.know(app);
  if (isKnown(known)) return { ...(app && { app }), likely: 'app', known: true };
  if (bare.length < tokens.length && app !== undefined) return { app, likely: 'app', known: false };
  const likely =
    known === 'resembles' || tokens.some((token) => token.kind === 'word' && isKnown(apps.know(token.text)))
      ? 'app'
      : tokens.some((token) => token.kind === 'guid')
        ? 'user'
        : 'unclear';
  return { ...(app && { app }), ...(user && { user }), likely, known: false };
}

/** A word of the sentence's own, that no name would have in it. */
function isSpoken(token: Token): boolean {
  if (token.kind !== 'word' || token.capital) return false;
  const own =
    is(token, 'why') || is(token, 'auxiliary') || is(token, 'negation') || is(token, 'self') || is(token, 'question');
  return (
    own || notNames.test(token.folded) || /^(?:whether|she|his|their|than|then|please|there|if)$/.test(token.folded)
  );
}

function isKnown(knowledge: Knowledge): boolean {
  return knowledge === 'tenant' || knowledge === 'gallery';
}

/** "Salesforce and Slack": apps and nothing else. Which of them is meant, the asker is asked. */
function areApps(source: string, apps: KnownApps, tokens: readonly Token[]): boolean {
  const joint = (token: Token) => token.kind === 'word' && /^(?:and|or|)$/.test(token.folded);
  if (!tokens.some(joint)) return false;
  const names: Token[][] = [[]];
  for (const token of tokens) {
    if (joint(token)) names.push([]);
    else names.at(-1)?.push(token);
  }
  return names.every((name) => name.length > 0 && isKnown(apps.know(textOf(source, name))));
}

function divides(token: Token): boolean {
  if (token.kind === 'possessive') return true;
  return (
    token.kind === 'word' &&
    !token.capital &&
    (is(token, 'preposition') || /^(?:and|or|but|because|why|when|if|not|is|was)$/.test(token.folded))
  );
}

function startsWithLabel(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  return second !== undefined &&
    !first?.capital &&
    (is(first, 'person') || is(second, 'person')) &&
    is(first, 'article')
    ? true
    : second !== undefined && !first?.capital && is(first, 'person') && !appWords.test(second.folded);
}

function withoutAppWords(given: readonly Token[]): readonly Token[] {
  let tokens = given;
  while (tokens.length > 1) {
    const last = tokens.at(-1);
    const trails =
      last?.kind === 'possessive' || (last?.kind === 'word' && !last.capital && appWords.test(last.folded));
    if (trails) tokens = tokens.slice(0, -1);
    else break;
  }
  while (
    tokens.length > 1 &&
    tokens[0]?.kind === 'word' &&
    !tokens[0].capital &&
    /^(?:the|our|my|your|app|application|connector)$/.test(tokens[0].folded)
  )
    tokens = tokens.slice(1);
  return tokens;
}

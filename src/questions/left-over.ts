import type { KnownApps } from './entities/known-apps.ts';
import { firstNames } from './entities/nicknames.ts';
import { isOrdinary } from './ordinary.ts';
import { type Token, textOf } from './text/tokens.ts';

/** A run of words that no sentence says of itself, so that it names something. */
export interface LeftOver {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly known: boolean;
  /** What it probably names, by how it is written and by the words beside it. */
  readonly likely: 'app' | 'user' | 'unclear';
}

/** The text that the words were cut from, and the app names that are known. */
interface Names {
  readonly source: string;
  readonly apps: KnownApps;
}

/** Capitals that are no names. */
const plainCapitals =
  /^(?:I|I'm|I’m|SCIM|API|APIs|SSO|HR|AD|AAD|ID|IT|UPN|URL|OK|Entra|Azure|Microsoft|Teams|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Jan|Febr)uary|March|April|June|July|August|(?:Sept|Nov|Dec)ember|October|SaaS|B2B|B2C|JIT|GUID|FYI|ASAP|INC\d*)$/;
const mostWordsOfName = 6;

/** The names in a sentence: what is known first, then whatever is left when the ordinary words are taken away. */
export function leftOver(tokens: readonly Token[], heard: Names): readonly LeftOver[] {
  const names: LeftOver[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const length = lengthOfName(tokens, at, heard);
    if (length === 0) continue;
    const run = tokens.slice(at, at + length);
    const text = textOf(heard.source, run);
    const knowledge = heard.apps.know(text);
    const known = knowledge === 'tenant' || knowledge === 'gallery';
    names.push({ text, tokens: run, known, likely: known ? 'app' : likelyOf(run, tokens, at, heard.source) });
    at += length - 1;
  }
  return names;
}

/** How many words from here on are one name; 0 where none begins. */
function lengthOfName(tokens: readonly Token[], from: number, { source, apps }: Names): number {
  const first = tokens[from];
  if (first === undefined || first.kind === 'possessive' || first.kind === 'separator') return 0;
  if (first.kind !== 'word') return 1;
  for (let length = Math.min(mostWordsOfName, tokens.length - from); length > 0; length -= 1) {
    const run = tokens.slice(from, from + length);
    if (length === 1 && isOrdinary(first.folded) && !first.capital) continue;
    const knowledge = apps.know(textOf(source, run));
    if (knowledge === 'tenant' || (knowledge === 'gallery' && (length > 1 || !isOrdinary(first.folded))))
      return withCapitals(tokens, from, length);
  }
  if (!isNamelike(tokens, from)) return 0;
  let length = 1;
  while (tokens[from + length] && goesOn(tokens, from, from + length)) length += 1;
  return length;
}

function withCapitals(tokens: readonly Token[], from: number, known: number): number {
  let length = known;
  while (tokens[from]?.capital && tokens[from + length]?.kind === 'word' && tokens[from + length]?.capital) length += 1;
  return length;
}

function isNamelike(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return token !== undefined && token.kind !== 'possessive';
  if (plainCapitals.test(token.text)) return false;
  if (!isOrdinary(token.folded)) return /\p{L}|\d{4}/u.test(token.text);
  // A sentence begins with a capital whatever its first word is.
  const next = tokens[at + 1];
  const goesOn = next?.capital === true && !plainCapitals.test(next.text);
  return token.capital && (at > 0 ? token.text.length > 1 : goesOn && !opens(token));
}

/** "Is Acme down": the first word is the sentence's own, and not "Brand" of "Brand New Day is down". */
export function opens({ folded }: Token): boolean {
  return /^(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|should|who|what|which|when|where|why|how|whats|hows|any|anything|the|our|my|a|an|in|on|for|at|to|from|of|with|please|pls|hi|hello|hey|hows|and|but|if|all|tell|show|give|let|list|watch|mute|investigate|review|verify|confirm|examine|look|could|would|should|may|need|stop|check|test|try|alert|notify|status|user|leaver|new|please|someone|somebody|nobody|everyone|everybody|errors?|failures?|problems?|provisioning|since|did|no|not)$/.test(
    folded,
  );
}

function goesOn(tokens: readonly Token[], from: number, at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined) return false;
  if (token.kind !== 'word' || before.kind !== 'word') return false;
  // "Gladstone HR" is a name, "Gladstone Monday" is none.
  if (plainCapitals.test(token.text) && !(before.capital && /^\p{Lu}{2,4}$/u.test(token.text))) return false;
  if (at - from >= mostWordsOfName) return false;
  if (token.capital) return before.capital || isJoint(before);
  if (isJoint(token) && before.capital) return tokens[at + 1]?.capital === true;
  // "riverside clinic portal"
  if (!before.capital && nameEnds.test(token.folded)) return true;
  return !before.capital && !isOrdinary(token.folded) && !isJoint(before);
}

/** Words that end the names of apps, behind another word. */
export const nameEnds =
  /^(?:portal|platform|hub|desk|suite|cloud|online|crm|hr|erp|library|learning|office|workspace|sandbox|payroll|finance|marketing|sales|legal|procurement|logistics|billing|records)$/;

function isJoint({ folded, text }: Token): boolean {
  return text === '&' || text === '+' || /^(?:of|the|de|van|von|der|den|del|la|le|da|dos|bin|al)$/.test(folded);
}

const appNoun =
  /^(?:app|application|sync|syncs|syncing|job|jobs|provisioning|prov|connector|integration|cycle|cycles|scim|quarantine|connection|credentials?|creds|token|secret|tenant|instance|notifications?|alerts?|messages?|updates?|errors?|failures?|skips?|health)$/;
const personNoun =
  /^(?:user|employee|colleague|leaver|joiner|starter|hire|person|contractor|guest|worker|mr|mrs|ms|dr|intern|manager|boss|student|customer)$/;

/** By the words beside it: "the Acme job", "into Acme", "leaver Grace". */
function likelyOf(run: readonly Token[], tokens: readonly Token[], at: number, source: string): LeftOver['likely'] {
  if (run.some(({ kind }) => kind === 'email')) return 'user';
  const before = tokens[at - 1]?.folded ?? '';
  const after = tokens[at + run.length];
  const first = run[0]?.folded ?? '';
  let weight = 0;
  if (after && appNoun.test(after.folded) && after.kind === 'word') weight += 2;
  if (/^(?:in|into|to|onto|from|inside|within|app|application|connector|of|for|at)$/.test(before))
    weight += /^(?:of|for|at)$/.test(before) ? 0.5 : 1.5;
  if (personNoun.test(before)) weight -= 3;
  if (firstNames.has(first)) weight -= 2;
  if (run.some(({ kind }) => kind === 'guid')) weight -= 1;
  if (isTurned(run, source)) weight -= 2;
  const text = tokens.map(({ folded }) => folded).join(' ');
  if (/\b(?:he|she|him|his|her|hers|himself|herself)\b/.test(text)) weight -= 2;
  if (/\b(?:users|people|accounts|everyone|anyone|nobody|colleagues|joiners|starters|hires|staff)\b/.test(text))
    weight += 0.5;
  return weight >= 1 ? 'app' : weight <= -1 ? 'user' : 'unclear';
}

/** "Dubois, Marie". */
function isTurned(run: readonly Token[], source: string): boolean {
  const [family, given] = run;
  return family !== undefined && given !== undefined && /^,\s*$/.test(source.slice(family.end, given.start));
}

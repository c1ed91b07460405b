import type { Subject } from '../diagnosis/evidence.ts';
import { GraphError } from '../entra/errors.ts';
import { toGuid } from '../entra/query.ts';
import type { Found, Reads } from '../entra/reads.ts';
import { rank, suggestionScore, type Tier, tiers } from '../questions/entities/match.ts';
import type { SubjectType } from '../questions/question.ts';
import { isTypo } from '../questions/text/edit-distance.ts';
import { wordsOf } from '../questions/text/normalize.ts';
import type { Turn } from './turn.ts';

/** Everybody and every group that a text may mean, equally near ones only, best tier first. */
export interface FoundSubjects {
  readonly tier?: Tier;
  readonly subjects: readonly Subject[];
  /** More people have such names than were read: somebody else may fit as well. */
  readonly more?: boolean;
}

function namesOf(subject: Subject): string[] {
  const { givenName, surname } = subject.attributes;
  const names = [subject.name];
  if (typeof givenName === 'string' && typeof surname === 'string') names.push(`${givenName} ${surname}`);
  return names;
}

/** Texts that name exactly one object: whoever types one of them means that object. */
function identifiersOf(subject: Subject): string[] {
  const { employeeId, proxyAddresses, otherMails } = subject.attributes;
  const addresses = [proxyAddresses, otherMails].flatMap((value) => (Array.isArray(value) ? value : []));
  return [
    subject.id,
    subject.userPrincipalName,
    subject.mail,
    employeeId,
    ...addresses.map((one: string) => one.replace(/^smtp:/i, '')),
  ].filter((value): value is string => typeof value === 'string' && value !== '');
}

function nicknameOf(subject: Subject): string | undefined {
  const { mailNickname } = subject.attributes;
  if (typeof mailNickname === 'string') return mailNickname.toLowerCase();
  return subject.userPrincipalName?.split('@')[0]?.toLowerCase();
}

/**
 * Parts the ones who are meant from those who only sound alike. Somebody soft-deleted counts only where nobody living
 * fits as well: the living bearer of a name is the one that people ask about.
 */
export function pickSubjects(text: string, subjects: readonly Subject[]): FoundSubjects {
  const asked = text.trim().toLowerCase();
  const identified = subjects.filter((one) => identifiersOf(one).some((id) => id.toLowerCase() === asked));
  if (identified.length > 0) return { tier: 'identifier', subjects: livingFirst(identified) };

  const ranked = rank(text, subjects, namesOf).map((one) =>
    fitsByInitials(text, namesOf(one.item)) ? { ...one, tier: 'words' as const } : one,
  );
  const byTier = new Map<string, { tier: Tier; subject: Subject }>(
    ranked.map(({ item, tier }) => [item.id, { tier, subject: item }]),
  );
  // A mail nickname is a name like any other: "alice" means every Alice and whoever has the address alice@.
  for (const subject of subjects) {
    const known = byTier.get(subject.id);
    const better = known === undefined || tiers.indexOf(known.tier) > tiers.indexOf('words');
    if (better && nicknameOf(subject) === asked) byTier.set(subject.id, { tier: 'words', subject });
  }
  for (const tier of tiers) {
    const level = [...byTier.values()].filter((one) => one.tier === tier).map((one) => one.subject);
    if (level.length > 0) return { tier, subjects: livingFirst(level) };
  }
  return { subjects: [] };
}

function livingFirst(subjects: readonly Subject[]): readonly Subject[] {
  const living = subjects.filter((one) => one.deletedAt === undefined);
  return living.length > 0 ? living : subjects;
}

/** "J. Smith", "Lakshmi N.": an initial beside whole words stands for every name that begins so. */
function fitsByInitials(text: string, names: readonly string[]): boolean {
  const asked = wordsOf(withoutStops(text));
  if (asked.length < 2 || !asked.some((word) => word.length === 1) || !asked.some((word) => word.length > 2))
    return false;
  return names.some((name) => {
    const own = [...wordsOf(name)];
    return asked.every((word) => {
      const at = own.findIndex((other) => (word.length === 1 ? other.startsWith(word) : other === word));
      if (at >= 0) own.splice(at, 1);
      return at >= 0;
    });
  });
}

/** The full stops of initials are no part of a name. */
function withoutStops(text: string): string {
  if (/\S@\S/.test(text)) return text;
  return text
    .replace(/(?<=(?:^|[\s.])\p{L})\.(?=\s|\p{L}|$)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How many bearers of a name are compared by what the app knows of them: their reads still fit one batch. */
export const mostCompared = 8;

/**
 * Looks somebody up by what the asker wrote. One wave of requests. A name that merely begins alike, or that is a typo
 * away, is nobody found: the asker may have meant somebody else.
 */
export async function findSubjects(text: string, type: SubjectType | undefined, turn: Turn): Promise<FoundSubjects> {
  const wanted = isSelf(text) && turn.self ? turn.self : withoutStops(text);
  const [users, groups] = await Promise.all([
    type === 'group' || type === 'worker' ? [] : turn.reads.findUsers(wanted),
    type === 'user' || type === 'worker' ? [] : groupsOf(wanted, turn.reads),
  ]);
  const found = pickSubjects(wanted, [...users, ...groups]);
  if (found.tier === 'prefix' || found.tier === 'fuzzy') return { subjects: [] };
  const more = 'more' in users ? users.more : false;
  const others = 'more' in groups ? groups.more : false;
  return found.tier === 'identifier' ? found : { ...found, more: more || others };
}

/** Whom each of several texts means, or why that could not be looked up. */
export type FoundEach = FoundSubjects | GraphError;

/**
 * Looks several texts up in one wave, each by the rules that it alone has. Addresses and object ids share their reads; a
 * name costs what it costs alone. A text that cannot be looked up does not keep the others from it.
 */
export async function findEachSubject(texts: readonly string[], turn: Turn): Promise<readonly FoundEach[]> {
  const wanted = texts.map((text) => (isSelf(text) && turn.self ? turn.self : text));
  const addresses = wanted.filter((text) => toGuid(text) === undefined && isAddress(text));
  const ids = wanted.flatMap((text) => toGuid(text) ?? []);
  const identified = addresses.length + ids.length > 0 ? turn.reads.findIdentified({ addresses, ids }) : undefined;
  return Promise.all(
    wanted.map((text) => {
      const isName = toGuid(text) === undefined && !isAddress(text);
      const found = isName || !identified ? findSubjects(text, undefined, turn) : pickIdentified(text, identified);
      return found.catch(unlessGraphFailed);
    }),
  );
}

async function pickIdentified(text: string, identified: Promise<readonly Subject[]>): Promise<FoundSubjects> {
  const found = pickSubjects(text, await identified);
  return found.tier === 'prefix' || found.tier === 'fuzzy' ? { subjects: [] } : found;
}

function unlessGraphFailed(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  throw error;
}

function isAddress(text: string): boolean {
  return /\S@\S/.test(text);
}

/**
 * A person is found without the groups where a tenant grants no look at them. That there is nobody of a name cannot be
 * said without them: whoever goes on to the nearest names meets the refusal there.
 */
async function groupsOf(text: string, reads: Reads): Promise<Found> {
  try {
    return await reads.findGroups(text);
  } catch (error) {
    if (error instanceof GraphError && (error.code === 'forbidden' || error.code === 'badRequest')) return [];
    throw error;
  }
}

const mostJoined = 5;

/**
 * "Alice and Bob": everybody who is named where one was to be, for the asker to choose from. Empty where the text is one
 * name, or one of several is nobody's.
 */
export async function findJoinedSubjects(
  text: string,
  type: SubjectType | undefined,
  turn: Turn,
): Promise<readonly Subject[]> {
  const names = text.split(/\s*(?:;|\/|\+|&|\b(?:and|or)\b)\s*/i).filter((name) => name !== '');
  if (names.length < 2 || names.length > mostJoined) return [];
  const found = await Promise.all(names.map((name) => findSubjects(name, type, turn)));
  if (found.some(({ subjects }) => subjects.length === 0)) return [];
  const subjects = new Map(found.flatMap((one) => one.subjects).map((subject) => [subject.id, subject]));
  return [...subjects.values()];
}

function isSelf(text: string): boolean {
  return /^(me|i|my|myself)$/i.test(text.trim());
}

/** The nearest names when nobody fits. */
export async function nearestSubjects(
  text: string,
  type: SubjectType | undefined,
  reads: Reads,
): Promise<readonly Subject[]> {
  const [similar, groups] = await Promise.all([
    type === 'group' ? [] : reads.similarUsers(text),
    type === 'user' || type === 'worker' ? [] : reads.findGroups(text),
  ]);
  return rank(text, [...similar, ...groups], namesOf).map((one) => one.item);
}

/** Those of the nearest who bear the whole name itself, written with other accents: Graph finds "Dąbrowska" by them only. */
export function sameNamed(text: string, nearest: readonly Subject[]): readonly Subject[] {
  if (wordsOf(text).length < 2) return [];
  return rank(text, nearest, namesOf).flatMap(({ item, tier }) => (tier === 'exact' ? [item] : []));
}

/** The only one of the nearest who bears the whole name but for a slip of the finger in one of its words. */
export function nearlyNamed(text: string, nearest: readonly Subject[]): Subject | undefined {
  const asked = wordsOf(text);
  if (asked.length < 2) return undefined;
  const fits = (name: string) => {
    const own = wordsOf(name);
    const other = asked.flatMap((word, at) => (word === own[at] ? [] : [at]));
    const [at] = other;
    return (
      own.length === asked.length && other.length === 1 && at !== undefined && isTypo(asked[at] ?? '', own[at] ?? '')
    );
  };
  const [only, ...more] = nearest.filter((one) => namesOf(one).some(fits));
  return more.length === 0 ? only : undefined;
}

/** Whether every word of a whole name is a word of somebody's, but for a slip of the finger or a short form. */
export function bearsNearly(text: string, subject: Subject): boolean {
  if (wordsOf(text).length < 2) return false;
  const [fit] = rank(text, [subject], namesOf);
  return fit !== undefined && (fit.tier !== 'fuzzy' || fit.score >= suggestionScore);
}

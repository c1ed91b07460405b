import { literal, orFilters, path, searchClause, segment, tidy } from './query.ts';
import { eventual, type Read } from './read.ts';
import { beginnings, orders, parts, spellings, withOneMark, words } from './spellings.ts';

/** The largest page that Graph gives of users. Source: user-list. */
const most = 999;

/** The ways to ask for users: `needed` ones find the living, `extra` ones other addresses and the soft-deleted. */
export interface UserQueries {
  readonly needed: readonly Read[];
  readonly extra: readonly Read[];
}

export function usersById(id: string, select: string): Read {
  return { operation: 'users', path: path(`/users/${segment(id)}`, { $select: select }) };
}

/** One soft-deleted object by id, of whatever kind. */
export function deletedById(id: string): Read {
  return { operation: 'deletedUsers', path: path(`/directory/deletedItems/${segment(id)}`) };
}

/** By address: user principal name, mail, alias, or the name that a guest gets. */
export function usersByAddress(address: string, select: string): UserQueries {
  return usersByAddresses([address], select);
}

/** The same for several addresses, in as few reads as Graph's limit of clauses allows. */
export function usersByAddresses(addresses: readonly string[], select: string): UserQueries {
  const each = addresses.map(clausesFor);
  const joined = (part: keyof AddressClauses) => orFilters(each.flatMap((one) => one[part]));
  return {
    needed: joined('main').map((filter) => users(filter, select)),
    extra: [
      ...joined('others').map((filter) => users(filter, select)),
      ...joined('deleted').map((filter) => deletedUsers(filter, select)),
    ],
  };
}

/** By object id, several in one read. */
export function usersByIds(ids: readonly string[], select: string): readonly Read[] {
  return orFilters(ids.map((id) => `id eq ${literal(id)}`)).map((filter) => users(filter, select));
}

interface AddressClauses {
  readonly main: readonly string[];
  readonly others: readonly string[];
  readonly deleted: readonly string[];
}

function clausesFor(address: string): AddressClauses {
  const spelled = [...new Set([address, address.toLowerCase()])];
  const [local = '', domain = ''] = address.split('@');
  const main = spelled.flatMap((one) => [`userPrincipalName eq ${literal(one)}`, `mail eq ${literal(one)}`]);
  const guest = `startswith(userPrincipalName,${literal(`${local}_${domain}#EXT#`)})`;
  return {
    main: [...main, guest],
    others: spelled.flatMap((one) => [
      `proxyAddresses/any(p:p eq ${literal(`smtp:${one}`)})`,
      `otherMails/any(o:o eq ${literal(one)})`,
    ]),
    deleted: spelled.flatMap((one) => [`mail eq ${literal(one)}`, `endswith(userPrincipalName,${literal(one)})`]),
  };
}

/** By name, first name, nickname or employee id: names that begin so, and names that hold the words anywhere. */
export function usersByName(name: string, select: string): UserQueries {
  const spelled = spellings(name);
  const clauses = [
    ...new Set(spelled.flatMap((one) => (one.includes(' ') ? wholeNameClauses(one) : singleWordClauses(one)))).values(),
  ];
  const searched = [...new Set(spelled.filter((one) => !one.includes('\u2019') && words(one).length > 0))].slice(0, 2);
  return {
    // Three filters hold every spelling of all but the oddest names, and leave room in the batch for the others.
    needed: [
      ...orFilters(clauses)
        .slice(0, 3)
        .map((filter) => users(filter, select)),
      ...searched.map((one) => usersSearched(one, select)),
    ],
    extra: [
      deletedUsers(orFilters(deletedClauses(spelled))[0] ?? '', select),
      ...orFilters(markedClauses(tidy(name))).map((filter) => users(filter, select)),
    ],
  };
}

function singleWordClauses(word: string): string[] {
  const begins = ['displayName', 'givenName', 'surname', 'userPrincipalName', 'mail'].map((property) =>
    startsWith(property, word),
  );
  return [...begins, `mailNickname eq ${literal(word)}`, `employeeId eq ${literal(word)}`];
}

function wholeNameClauses(name: string): string[] {
  const whole = orders(name).map((one) => startsWith('displayName', one));
  const parted = parts(name).map(
    ({ first, last }) => `(${startsWith('givenName', first)} and ${startsWith('surname', last)})`,
  );
  return [...whole, ...parted];
}

/**
 * Names that bear marks which the asker left out, for a directory that tells n from ñ. Of a name in two parts only the
 * beginnings are asked for: both together are telling enough, and the marks may stand anywhere behind them.
 */
function markedClauses(name: string): string[] {
  const [parted] = parts(name);
  if (!parted)
    return withOneMark(name, 14).flatMap((one) => [startsWith('givenName', one), startsWith('surname', one)]);
  if (!/^[a-z' ,-]+$/i.test(name)) return [];
  const firsts = beginnings(parted.first, 2, 5);
  const lasts = beginnings(parted.last, 2, 6);
  return firsts.flatMap((first) =>
    lasts.map((last) => `(${startsWith('givenName', first)} and ${startsWith('surname', last)})`),
  );
}

function deletedClauses(spelled: readonly string[]): string[] {
  const whole = spelled
    .flatMap((one) => (one.includes(' ') ? orders(one) : [one]))
    .map((one) => startsWith('displayName', one));
  const single = spelled.filter((one) => !one.includes(' '));
  return [
    ...whole,
    ...single.flatMap((one) => [
      startsWith('givenName', one),
      startsWith('surname', one),
      `mailNickname eq ${literal(one)}`,
    ]),
  ];
}

/** Users whose names begin like the words of a text, marks or none: a typo mostly stands behind the third letter. */
export function usersAlike(name: string, select: string): UserQueries {
  const bare = tidy(name).split('@')[0] ?? '';
  const begins = words(bare.replace(/[._-]+/g, ' '))
    .slice(0, 2)
    .flatMap((word) => beginningsDespiteSlips(word).flatMap((begin) => beginnings(begin, 3, 12)));
  const clauses = [...new Set(begins)].flatMap((begin) =>
    ['displayName', 'givenName', 'surname'].map((property) => startsWith(property, begin)),
  );
  return { needed: orFilters(clauses).map((filter) => users(filter, select)), extra: [] };
}

/** The word as it is, and as its first three letters may have been meant: "alcie" is looked for as "ali" too. */
function beginningsDespiteSlips(word: string): string[] {
  const [first = '', second = '', third = '', fourth = ''] = word;
  if (fourth === '') return [word];
  return [...new Set([word, `${first}${second}${fourth}`, `${first}${third}${second}`, `${second}${first}${third}`])];
}

function startsWith(property: string, value: string): string {
  return `startswith(${property},${literal(value)})`;
}

function users(filter: string, select: string): Read {
  return { operation: 'users', path: path('/users', { $filter: filter, $select: select, $top: most }) };
}

function usersSearched(name: string, select: string): Read {
  const search = words(name)
    .map((word) => searchClause('displayName', word))
    .join(' AND ');
  return {
    operation: 'users',
    path: path('/users', { $search: search, $select: select, $top: most, $count: true }),
    headers: eventual,
  };
}

function deletedUsers(filter: string, select: string): Read {
  const query = { $filter: filter, $select: select, $top: most, $count: true };
  return {
    operation: 'deletedUsers',
    path: path('/directory/deletedItems/microsoft.graph.user', query),
    headers: eventual,
  };
}

import { slips, slipsAllowed } from '../text/edit-distance.ts';
import { compact } from '../text/normalize.ts';
import { appAliases } from './app-aliases.ts';
import { galleryNames } from './gallery-names.ts';

/** How sure it is that a text names an app: of this tenant, of the gallery, or neither. */
export type Knowledge = 'tenant' | 'gallery' | 'resembles' | 'unknown';

/** What the grammar knows of app names. It only orders readings: the tenant decides. */
export interface KnownApps {
  know(text: string): Knowledge;
}

/** Names by how long they are and how they begin, so that only few are compared letter by letter. */
interface Names {
  readonly whole: ReadonlySet<string>;
  readonly alike: ReadonlyMap<string, readonly string[]>;
  readonly beginnings: ReadonlySet<string>;
}

const longestBeginning = 24;
const gallery = namesOf(galleryNames);
/** What is worked out for an array of names is kept as long as the array is. */
const kept = new WeakMap<readonly string[], KnownApps>();
/** Texts of which an answer is remembered for one array. */
const mostTold = 5_000;

export function knownApps(tenantApps: readonly string[]): KnownApps {
  const before = kept.get(tenantApps);
  if (before) return before;
  const tenant = namesOf(tenantApps);
  const told = new Map<string, Knowledge>();
  const known: KnownApps = {
    know(text) {
      const key = compact(text.slice(0, 120));
      const before = told.get(key);
      if (before) return before;
      const now = judge(text, key, tenant);
      if (told.size >= mostTold) told.clear();
      told.set(key, now);
      return now;
    },
  };
  kept.set(tenantApps, known);
  return known;
}

function namesOf(given: readonly string[]): Names {
  const whole = new Set(given.map((name) => compact(name)));
  const alike = new Map<string, string[]>();
  const beginnings = new Set<string>();
  for (const name of whole) {
    const key = `${name.charAt(0)}${name.length}`;
    const others = alike.get(key);
    if (others) others.push(name);
    else alike.set(key, [name]);
    for (let length = 5; length <= Math.min(name.length, longestBeginning); length += 1)
      beginnings.add(name.slice(0, length));
  }
  return { whole, alike, beginnings };
}

/** Whether a name is `most` slips away at the most; the first letter is right. */
function resembles(key: string, { alike }: Names, most: number, shortest: number): boolean {
  for (let length = Math.max(shortest, key.length - most); length <= key.length + most; length += 1)
    for (const name of alike.get(`${key.charAt(0)}${length}`) ?? [])
      if (slips(key, name, most) !== undefined) return true;
  return false;
}

function judge(text: string, key: string, tenant: Names): Knowledge {
  if (key === '') return 'unknown';
  if (tenant.whole.has(key)) return 'tenant';
  const aliases = appAliases(text);
  if (aliases.some((alias) => tenant.whole.has(compact(alias)))) return 'tenant';
  if (aliases.length > 0 || gallery.whole.has(key)) return 'gallery';
  if (key.length < 5) return 'unknown';
  const most = Math.min(2, slipsAllowed(key.length));
  if (tenant.beginnings.has(key) || resembles(key, tenant, most, 1)) return 'resembles';
  return resembles(key, gallery, most, 6) ? 'resembles' : 'unknown';
}

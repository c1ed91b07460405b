import { appAliases } from './app-aliases.ts';
import { slips, slipsAllowed } from './distance.ts';
import { galleryNames } from './gallery.ts';
import { compact } from './names.ts';

/** How sure it is that a text names an app: of this tenant, of the gallery, or neither. */
export type Knowledge = 'tenant' | 'gallery' | 'resembles' | 'unknown';

/** What the grammar knows of app names. It only orders readings: the tenant decides. */
export interface KnownApps {
  know(text: string): Knowledge;
}

const gallery: ReadonlySet<string> = new Set(galleryNames.map((name) => compact(name)));

export function knownApps(tenantApps: readonly string[]): KnownApps {
  const tenant = new Set(tenantApps.map((name) => compact(name)));
  const told = new Map<string, Knowledge>();
  return {
    know(text) {
      const key = compact(text.slice(0, 120));
      const before = told.get(key);
      if (before) return before;
      const now = judge(text, key, tenant);
      told.set(key, now);
      return now;
    },
  };
}

function judge(text: string, key: string, tenant: ReadonlySet<string>): Knowledge {
  if (key === '') return 'unknown';
  if (tenant.has(key)) return 'tenant';
  const aliases = appAliases(text);
  if (aliases.some((alias) => tenant.has(compact(alias)))) return 'tenant';
  if (aliases.length > 0 || gallery.has(key)) return 'gallery';
  if (key.length < 5) return 'unknown';
  const most = Math.min(2, slipsAllowed(key.length));
  for (const name of tenant) if (slips(key, name, most) !== undefined) return 'resembles';
  for (const name of tenant) if (name.startsWith(key)) return 'resembles';
  for (const name of gallery) if (name.length >= 6 && slips(key, name, most) !== undefined) return 'resembles';
  return 'unknown';
}

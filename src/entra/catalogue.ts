import { LRUCache } from 'lru-cache';
import type { App } from '../diagnosis/evidence.ts';
import { type KnownApp, parseApp } from './app.ts';
import type { AppCatalogue } from './reads.ts';
import { withoutAccents } from './spellings.ts';

/** The tenant's apps as far as they were seen, for a while; gallery names for longer, since they hardly change. */
export interface Catalogue {
  /** Whether a first page was read and is still fresh. */
  readonly fresh: boolean;
  /** Whether the tenant was seen whole. */
  readonly complete: boolean;
  current(): AppCatalogue;
  /** Starts afresh with what was read, whole or not. */
  replace(items: readonly unknown[], complete: boolean): void;
  /** Adds what a search brought, and gives it back as apps. */
  add(items: readonly unknown[]): readonly App[];
  /** Remembered apps that a text names, those named exactly first, then by the beginnings of their words. */
  match(text: string): readonly App[];
  galleryName(templateId: string): string | undefined;
  nameGallery(templateId: string, name: string): void;
  /** Whether this text was asked for lately, so that asking again brings nothing new. */
  wasAsked(text: string): boolean;
  asked(text: string): void;
  withTemplate(templateIds: ReadonlySet<string>): readonly App[];
}

const mostApps = 20_000;
const galleryMs = 24 * 60 * 60 * 1000;

export function createCatalogue(now: () => Date, rememberMs: number): Catalogue {
  const perf = { now: () => now().getTime() };
  const apps = new LRUCache<string, KnownApp>({ max: mostApps, ttl: rememberMs, perf });
  const texts = new LRUCache<string, true>({ max: 1000, ttl: rememberMs, perf });
  const gallery = new LRUCache<string, string>({ max: mostApps, ttl: galleryMs, perf });
  let seen: { readonly at: number; readonly complete: boolean } | undefined;

  const isFresh = () => seen !== undefined && now().getTime() - seen.at < rememberMs;
  const named = ({ app }: KnownApp): App => {
    const galleryName = app.templateId ? gallery.get(app.templateId) : undefined;
    return galleryName ? { ...app, galleryName } : app;
  };

  function add(items: readonly unknown[]): readonly App[] {
    const found: App[] = [];
    for (const item of items) {
      const known = parseApp(item);
      if (!known) continue;
      apps.set(known.app.id, known);
      found.push(named(known));
    }
    return found;
  }

  return {
    get fresh() {
      return isFresh();
    },
    get complete() {
      return isFresh() && seen?.complete === true;
    },
    current: () => ({ apps: [...apps.values()].map(named), complete: isFresh() && seen?.complete === true }),
    replace(items, complete) {
      if (complete) apps.clear();
      add(items);
      seen = { at: now().getTime(), complete: complete && items.length <= mostApps };
    },
    add,
    match(text) {
      const wanted = fold(text);
      const exact: App[] = [];
      const near: App[] = [];
      for (const known of apps.values()) {
        const app = named(known);
        const names = [app.name, ...(app.galleryName ? [app.galleryName] : []), ...known.otherNames].map(fold);
        if (names.includes(wanted)) exact.push(app);
        else if (names.some((name) => holds(name, wanted))) near.push(app);
      }
      return [...exact, ...near];
    },
    galleryName: (templateId) => gallery.get(templateId),
    nameGallery: (templateId, name) => gallery.set(templateId, name),
    wasAsked: (text) => texts.has(fold(text)),
    asked: (text) => texts.set(fold(text), true),
    withTemplate: (templateIds) =>
      [...apps.values()].filter(({ app }) => app.templateId && templateIds.has(app.templateId)).map(named),
  };
}

function fold(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether every word of the text begins a word of the name, or the name holds the text written together. */
function holds(name: string, wanted: string): boolean {
  if (wanted === '') return false;
  const words = name.split(' ');
  if (wanted.split(' ').every((part) => words.some((word) => word.startsWith(part)))) return true;
  const together = wanted.replaceAll(' ', '');
  return together.length >= 3 && name.replaceAll(' ', '').includes(together);
}

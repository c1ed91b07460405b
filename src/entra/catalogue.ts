import type { App } from '../diagnosis/evidence.ts';
import { type KnownApp, parseApp } from './app.ts';
import type { AppCatalogue } from './reads.ts';
import { createMemory } from './remember.ts';
import { withoutAccents } from './spellings.ts';

/** The tenant's apps as far as they were seen, for a while; gallery names for longer, since they hardly change. */
export interface Catalogue {
  /** Whether a first page was read and is still fresh. */
  readonly fresh: boolean;
  /** Whether half the time is over for which a first page is remembered: time to read it again, before anybody waits for it. */
  readonly aging: boolean;
  /** Whether the tenant was seen whole. */
  readonly complete: boolean;
  current(): AppCatalogue;
  /** What is remembered; the same array until something else is seen. */
  known(): readonly App[];
  /** By object id or application id. */
  get(id: string): App | undefined;
  /** Takes in what was read, and forgets the rest when that was all. */
  replace(items: readonly unknown[], complete: boolean): void;
  /** Adds what a search brought, and gives it back as apps. */
  add(items: readonly unknown[]): readonly App[];
  /** Remembered apps that a text names, the tenant's own names first, then others' names, then those named by the beginnings of their words. */
  match(text: string): readonly App[];
  withTemplate(templateIds: ReadonlySet<string>): readonly App[];
  /** What this text found lately; undefined when it was not asked. */
  recall(text: string): readonly App[] | undefined;
  keep(text: string, found: readonly App[]): void;
  galleryName(templateId: string): string | undefined;
  nameGallery(templateId: string, name: string): void;
}

const mostApps = 20_000;
const galleryMs = 24 * 60 * 60 * 1000;

/** An app with its names as they are compared. */
interface Entry extends KnownApp {
  readonly folded: readonly string[];
}

export function createCatalogue(now: () => Date, rememberMs: number): Catalogue {
  const apps = createMemory<Entry>(now, mostApps, rememberMs);
  const texts = createMemory<readonly string[]>(now, 1000, rememberMs);
  const gallery = createMemory<string>(now, mostApps, galleryMs);
  let known: readonly App[] | undefined;
  let seen: { readonly at: number; readonly complete: boolean } | undefined;

  const isFresh = () => seen !== undefined && now().getTime() - seen.at < rememberMs;
  const isComplete = () => isFresh() && seen?.complete === true;
  const named = ({ app }: KnownApp): App => {
    const galleryName = app.templateId ? gallery.get(app.templateId) : undefined;
    return galleryName ? { ...app, galleryName } : app;
  };

  /** In the order in which they were seen. */
  const all = (): Entry[] => [...apps.values()].toReversed();

  function add(items: readonly unknown[]): readonly App[] {
    const found: App[] = [];
    for (const item of items) {
      const read = parseApp(item);
      if (!read) continue;
      if (apps.get(read.app.id)?.app.name !== read.app.name) known = undefined;
      apps.set(read.app.id, { ...read, folded: [read.app.name, ...read.otherNames].map(fold) });
      found.push(named(read));
    }
    return found;
  }

  return {
    get fresh() {
      return isFresh();
    },
    get aging() {
      return isFresh() && seen !== undefined && now().getTime() - seen.at >= rememberMs / 2;
    },
    get complete() {
      return isComplete();
    },
    current: () => ({ apps: all().map(named), complete: isComplete() }),
    known() {
      known ??= all().map(named);
      return known;
    },
    get(id) {
      const known = apps.get(id);
      if (known) return named(known);
      for (const one of apps.values()) if (one.app.appId === id) return named(one);
      return undefined;
    },
    replace(items, complete) {
      if (complete) {
        apps.clear();
        known = undefined;
      }
      add(items);
      seen = { at: now().getTime(), complete: complete && items.length <= mostApps };
    },
    add,
    match(text) {
      const wanted = fold(text);
      const own: App[] = [];
      const exact: App[] = [];
      const near: App[] = [];
      for (const known of all()) {
        const galleryName = known.app.templateId ? gallery.get(known.app.templateId) : undefined;
        const names = galleryName ? [...known.folded, fold(galleryName)] : known.folded;
        if (known.folded[0] === wanted) own.push(named(known));
        else if (names.includes(wanted)) exact.push(named(known));
        else if (names.some((name) => holds(name, wanted))) near.push(named(known));
      }
      return [...own, ...exact, ...near];
    },
    withTemplate(templateIds) {
      if (templateIds.size === 0) return [];
      return all()
        .filter(({ app }) => app.templateId && templateIds.has(app.templateId))
        .map(named);
    },
    recall(text) {
      const ids = texts.get(fold(text));
      return ids?.map((id) => apps.get(id)).flatMap((known) => (known ? [named(known)] : []));
    },
    keep: (text, found) =>
      texts.set(
        fold(text),
        found.map((app) => app.id),
      ),
    galleryName: (templateId) => gallery.get(templateId),
    nameGallery(templateId, name) {
      if (gallery.get(templateId) !== name) known = undefined;
      gallery.set(templateId, name);
    },
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

import type { App } from '../diagnosis/evidence.ts';
import type { Reads } from '../entra/reads.ts';
import { appIndexOf } from '../questions/entities/app-index.ts';
import { type Ranked, rankApps, suggestionScore, type Tier } from '../questions/entities/match.ts';

/** What a text made of the tenant's apps: the one that is meant, several that fit, or the nearest names. */
export type FoundApp =
  | { readonly found: 'one'; readonly app: App; readonly tier: Tier }
  | { readonly found: 'several'; readonly apps: readonly App[]; readonly tier: Tier }
  | { readonly found: 'none'; readonly nearest: readonly App[] };

/** By how much a misspelt name must fit better than the next one to be taken. */
const clearMargin = 0.1;

/** What an app may be called. */
export function namesOf(app: App): string[] {
  return app.galleryName ? [app.name, app.galleryName] : [app.name];
}

/** Picks among apps that are at hand, without asking Graph. Names that are equally near are all kept. */
export function pickApp(text: string, apps: readonly App[]): FoundApp {
  const byId = apps.filter((app) => app.id === text.toLowerCase() || app.appId === text.toLowerCase());
  if (byId[0]) return { found: 'one', app: byId[0], tier: 'identifier' };
  const ranked = rankApps(text, apps, namesOf);
  const best = ranked[0];
  if (!best) return { found: 'none', nearest: [] };
  const level = ownNameFirst(
    ranked.filter((one) => one.tier === best.tier),
    text,
  );
  if (best.tier === 'fuzzy') {
    // A slip of the finger that fits one name clearly better than the next is that name; otherwise the asker chooses.
    const next = level[1]?.score ?? 0;
    const clear = best.score > suggestionScore && best.score - next >= clearMargin;
    return clear
      ? { found: 'one', app: best.item, tier: best.tier }
      : { found: 'none', nearest: level.map((one) => one.item) };
  }
  if (level.length === 1) return { found: 'one', app: best.item, tier: best.tier };
  return { found: 'several', apps: level.map((one) => one.item), tier: best.tier };
}

/** The tenant's own name for an app counts before the gallery's: "Slack" is the app called so, not another of its kind. */
function ownNameFirst(level: readonly Ranked<App>[], text: string): readonly Ranked<App>[] {
  const own = rankApps(
    text,
    level.map((one) => one.item),
    (app) => [app.name],
  );
  const alike = level.filter((one) => own.some((named) => named.item === one.item && named.tier === one.tier));
  return alike.length > 0 ? alike : level;
}

/** Looks an app up by what the asker called it. One wave of requests, and none for an app that is remembered. */
export async function findApp(text: string, reads: Reads): Promise<FoundApp> {
  const found = pickApp(text, await appsCalled(text, reads));
  return found.found === 'none' ? ((await findJoined(text, reads)) ?? found) : found;
}

/** Apps that a search finds, and those in memory that are usually called so: "SNOW" may be ServiceNow as well as Snowflake. */
async function appsCalled(text: string, reads: Reads): Promise<readonly App[]> {
  const found = await reads.findApps(text);
  const known = reads.knownApps?.() ?? [];
  const ranked = appIndexOf(known).rank(text);
  const short = new Set(ranked.flatMap(({ tier, item }) => (tier === 'alias' ? item.id : [])));
  return [...found, ...known.filter(({ id }) => short.has(id) && found.every((one) => one.id !== id))];
}

const joint = /\s*(?:,|;|\/|\+|&|\b(?:and|or)\b(?: (?:in|for|on|also|to|from)\b)*)\s*/i;
const mostJoined = 5;

/** "Salesforce and Slack": two apps where one was to be named are the asker's to choose from. */
async function findJoined(text: string, reads: Reads): Promise<FoundApp | undefined> {
  const names = text.split(joint).filter((name) => name !== '');
  if (names.length < 2 || names.length > mostJoined) return undefined;
  const found = await Promise.all(names.map(async (name) => pickApp(name, await appsCalled(name, reads))));
  const apps = new Map<string, App>();
  for (const one of found) {
    if (one.found === 'none') return undefined;
    for (const app of one.found === 'one' ? [one.app] : one.apps) apps.set(app.id, app);
  }
  const [only, ...others] = apps.values();
  if (only === undefined) return undefined;
  const tier = found.some((one) => 'tier' in one && one.tier === 'fuzzy') ? 'fuzzy' : 'exact';
  return others.length === 0 ? { found: 'one', app: only, tier } : { found: 'several', apps: [only, ...others], tier };
}

/** More templates than this are not named one by one for the sake of one misspelt name. */
const mostTemplates = 100;

/** How many apps of one name are compared: each costs a part of one batch. */
const mostOfOneName = 8;

/** Of apps of the very same name the one that has provisioning; undefined where names differ, or it is not one. */
export async function onlyProvisioned(apps: readonly App[], reads: Reads): Promise<App | undefined> {
  const sameName = apps.every((app) => app.name.toLowerCase() === apps[0]?.name.toLowerCase());
  if (!sameName || apps.length > mostOfOneName) return undefined;
  const jobs = await Promise.all(apps.map((app) => reads.jobs(app.id)));
  const provisioned = apps.filter((_, index) => {
    const found = jobs[index];
    return found?.known && found.value.length > 0;
  });
  return provisioned.length === 1 ? provisioned[0] : undefined;
}

/** The nearest names when nothing fits: this reads more of the tenant, so only a failed look-up pays for it. */
export async function nearestApps(text: string, reads: Reads): Promise<FoundApp> {
  const { apps } = await reads.wholeCatalogue();
  const found = pickApp(text, apps);
  if (found.found !== 'none') return found;
  // The name may be the gallery's, misspelt, of an app that the tenant calls otherwise.
  const named = pickApp(text, await withGalleryNames(apps, reads));
  return named.found === 'none' && named.nearest.length === 0 ? found : named;
}

async function withGalleryNames(apps: readonly App[], reads: Reads): Promise<readonly App[]> {
  const ofTemplate = new Map<string, App>();
  for (const app of apps) if (app.templateId && !app.galleryName) ofTemplate.set(app.templateId, app);
  const asked = [...ofTemplate].slice(0, mostTemplates);
  const named = await Promise.all(asked.map(async ([id, app]) => [id, await reads.galleryName?.(app)] as const));
  const names = new Map(named);
  return apps.map((app) => {
    const galleryName = app.galleryName ?? (app.templateId ? names.get(app.templateId) : undefined);
    return galleryName ? { ...app, galleryName } : app;
  });
}

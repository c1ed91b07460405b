import type { App } from '../diagnosis/evidence.ts';
import { appProperties, parseTemplate } from './app.ts';
import type { Catalogue } from './catalogue.ts';
import { GraphError } from './errors.ts';
import { askEveryWay, askOne } from './optional.ts';
import { allPages, onePage, type Page } from './pages.ts';
import { literal, path, searchClause, segment, tidy, toGuid } from './query.ts';
import { eventual, type Read } from './read.ts';
import type { AppCatalogue } from './reads.ts';
import { words } from './spellings.ts';
import type { Turn } from './turn.ts';

/** The largest page that Graph gives of a directory. */
const pageSize = 999;
/** Pages of the tenant that are read at the most when nothing fits: about ten thousand apps. */
const mostPages = 11;

/** Apps by name, gallery name, object id or application id, from memory where the text was asked lately. Throws GraphError. */
export async function findApps(text: string, turn: Turn, catalogue: Catalogue): Promise<readonly App[]> {
  const wanted = tidy(text);
  if (wanted === '') return [];
  const id = toGuid(wanted);
  if (id) return findById(id, turn, catalogue);
  // A name that was never asked may be the gallery's name of an app that the tenant calls otherwise.
  return catalogue.recall(wanted) ?? search(wanted, turn, catalogue);
}

async function search(name: string, turn: Turn, catalogue: Catalogue): Promise<readonly App[]> {
  const [found, , templates] = await Promise.all([
    catalogue.complete ? [] : askEveryWay(turn, searchesFor(name)),
    firstPage(turn, catalogue),
    askTemplates(name, turn),
  ]);
  catalogue.add(found);
  const templateIds = new Set<string>();
  for (const item of templates) {
    const template = parseTemplate(item);
    if (!template) continue;
    catalogue.nameGallery(template.id, template.name);
    templateIds.add(template.id);
  }
  const hits = [...catalogue.match(name), ...catalogue.withTemplate(templateIds)];
  const ofTemplate = hits.length === 0 && !catalogue.complete ? await byTemplate(templateIds, turn, catalogue) : [];
  const all = [...new Map([...hits, ...ofTemplate].map((app) => [app.id, app])).values()];
  catalogue.keep(name, all);
  return all;
}

function searchesFor(name: string): Read[] {
  const search = words(name)
    .map((word) => searchClause('displayName', word))
    .join(' AND ');
  const begins = `startswith(displayName,${literal(name)})`;
  const filtered = read({ $filter: begins, $select: appProperties, $top: 50 });
  if (search === '') return [filtered];
  return [
    { ...read({ $search: search, $select: appProperties, $top: 50, $count: true }), headers: eventual },
    filtered,
  ];
}

/** Gallery templates of this name. An answer does without them when the gallery is closed or fails. */
async function askTemplates(name: string, turn: Turn): Promise<readonly unknown[]> {
  const typed = [...new Set([name, capitalised(name), name.replaceAll(' ', '')])];
  const reads = typed.map((one): Read => {
    const query = { $filter: `contains(displayName,${literal(one)})`, $top: 50 };
    return { operation: 'appTemplates', path: path('/applicationTemplates', query) };
  });
  return askEveryWay(turn, [], reads).catch((error: unknown) => {
    if (error instanceof GraphError && error.code !== 'cancelled') return [];
    throw error;
  });
}

function capitalised(name: string): string {
  return name.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

async function byTemplate(ids: ReadonlySet<string>, turn: Turn, catalogue: Catalogue): Promise<readonly App[]> {
  if (ids.size === 0) return [];
  const filter = [...ids]
    .slice(0, 15)
    .map((id) => `applicationTemplateId eq ${literal(id)}`)
    .join(' or ');
  return catalogue.add(await askEveryWay(turn, [], [read({ $filter: filter, $select: appProperties, $top: 50 })]));
}

async function findById(id: string, turn: Turn, catalogue: Catalogue): Promise<readonly App[]> {
  const known = catalogue.get(id);
  if (known) return [known];
  const byObject: Read = {
    operation: 'apps',
    path: path(`/servicePrincipals/${segment(id)}`, { $select: appProperties }),
  };
  const byApp = read({ $filter: `appId eq ${literal(id)}`, $select: appProperties });
  const [object, found] = await Promise.all([askOne(turn, byObject), askEveryWay(turn, [byApp])]);
  return catalogue.add(object === undefined ? found : [object, ...found]);
}

/** The first page of the tenant's apps, unless it is remembered. */
export async function firstPage(turn: Turn, catalogue: Catalogue): Promise<AppCatalogue> {
  if (catalogue.fresh) return catalogue.current();
  const page = await onePage(turn, everything());
  remember(page, catalogue);
  return catalogue.current();
}

/** As much of the tenant's apps as was seen, anew. Throws GraphError. */
export async function refresh(turn: Turn, catalogue: Catalogue): Promise<void> {
  remember(await allPages(turn, everything(), catalogue.complete ? mostPages : 1), catalogue);
}

/** Every app of the tenant, unless it was seen whole already and nobody asks anew. Throws GraphError. */
export async function wholeCatalogue(turn: Turn, catalogue: Catalogue, fresh = false): Promise<AppCatalogue> {
  if (catalogue.complete && !fresh) return catalogue.current();
  remember(await allPages(turn, everything(), mostPages), catalogue);
  return catalogue.current();
}

function remember(page: Page, catalogue: Catalogue): void {
  catalogue.replace(page.items, !page.more);
}

/** The name in the gallery of an app's template; undefined for an app that is from no gallery. Never throws a refusal. */
export async function galleryName(
  templateId: string | undefined,
  turn: Turn,
  catalogue: Catalogue,
): Promise<string | undefined> {
  if (!templateId) return undefined;
  const known = catalogue.galleryName(templateId);
  if (known) return known;
  const read: Read = {
    operation: 'appTemplates',
    path: path(`/applicationTemplates/${segment(templateId)}`, { $select: 'id,displayName' }),
  };
  const template = parseTemplate(await askOne(turn, read));
  if (template) catalogue.nameGallery(templateId, template.name);
  return template?.name;
}

/** Learns the gallery name for the next answer, in a batch that travels anyway. A failure costs nothing but the name. */
export function learnGalleryName(appId: string, turn: Turn, catalogue: Catalogue): void {
  const app = catalogue.get(appId);
  if (!app?.templateId || app.galleryName) return;
  galleryName(app.templateId, turn, catalogue).catch(() => undefined);
}

function everything(): Read {
  return read({ $select: appProperties, $top: pageSize });
}

function read(query: Parameters<typeof path>[1]): Read {
  return { operation: 'apps', path: path('/servicePrincipals', query) };
}

import type { LRUCache } from 'lru-cache';
import { z } from 'zod/v4';
import type { Assignment } from '../diagnosis/evidence.ts';
import { GraphError } from './errors.ts';
import { fitting, instant, text } from './outside.ts';
import { allPages, onePage, type Page } from './pages.ts';
import { literal, path, segment } from './query.ts';
import type { Read } from './read.ts';
import type { Assignments } from './reads.ts';
import { createMemory } from './remember.ts';
import type { Turn } from './turn.ts';

/** Pages that are read at the most of an app whose assignments cannot be filtered: about a hundred thousand. */
const mostPages = 100;
/** With more principals than this, paging asks less of Graph than a filter for each. */
const mostFilters = 60;

const assignment = z
  .object({
    id: text,
    principalId: z.string().min(1),
    principalType: text,
    principalDisplayName: text,
    appRoleId: text,
    createdDateTime: instant,
  })
  .transform(
    (read): Assignment => ({
      id: read.id,
      principalId: read.principalId,
      principalType: typeOf(read.principalType),
      principalName: read.principalDisplayName,
      roleId: read.appRoleId || defaultAccess,
      createdAt: read.createdDateTime,
    }),
  );

/** The default access role. Source: appRoleAssignment resource type. */
const defaultAccess = '00000000-0000-0000-0000-000000000000';

function typeOf(type: string): Assignment['principalType'] {
  return type === 'User' || type === 'Group' || type === 'ServicePrincipal' ? type : 'unknown';
}

interface FirstPage {
  readonly assignments: readonly Assignment[];
  readonly all: boolean;
}

/** First pages of the apps' assignments, for about a minute. */
export interface AssignmentMemory {
  readonly pages: LRUCache<string, FirstPage>;
  /** True once Graph refused to filter assignments by principal. */
  filterRefused: boolean;
}

export function createAssignmentMemory(now: () => Date, rememberMs: number): AssignmentMemory {
  return { pages: createMemory<FirstPage>(now, 200, rememberMs), filterRefused: false };
}

/** The app's assignments to these principals. Who they are is only waited for once the first page is there. Throws GraphError. */
export async function readAssignments(
  appId: string,
  principalIds: () => Promise<readonly string[]>,
  turn: Turn,
  memory: AssignmentMemory,
): Promise<Assignments> {
  const first = await firstPage(appId, turn, memory);
  const wanted = new Set(await principalIds());
  const found = first.all ? first.assignments : await ofLargeApp(appId, [...wanted], turn, memory);
  const theirs = found.filter((one) => wanted.has(one.principalId));
  return first.all && first.assignments.length === 0 ? Object.assign(theirs, { nobody: true }) : theirs;
}

async function firstPage(appId: string, turn: Turn, memory: AssignmentMemory): Promise<FirstPage> {
  const known = memory.pages.get(appId);
  if (known) return known;
  const page = toFirstPage(await onePage(turn, read(appId)));
  memory.pages.set(appId, page);
  return page;
}

function toFirstPage(page: Page): FirstPage {
  return { assignments: fitting(page.items, assignment), all: !page.more };
}

async function ofLargeApp(
  appId: string,
  ids: readonly string[],
  turn: Turn,
  memory: AssignmentMemory,
): Promise<readonly Assignment[]> {
  if (ids.length <= mostFilters && !memory.filterRefused) {
    const found = await filtered(appId, ids, turn);
    if (found) return found;
    memory.filterRefused = true;
  }
  const { items } = await allPages(turn, read(appId), mostPages);
  return fitting(items, assignment);
}

async function filtered(appId: string, ids: readonly string[], turn: Turn): Promise<readonly Assignment[] | undefined> {
  try {
    const pages = await Promise.all(ids.map((id) => onePage(turn, read(appId, `principalId eq ${guidLiteral(id)}`))));
    return pages.flatMap((page) => fitting(page.items, assignment));
  } catch (error) {
    if (error instanceof GraphError && error.code === 'badRequest') return undefined;
    throw error;
  }
}

/** principalId is an Edm.Guid, which OData writes without quotes. */
function guidLiteral(id: string): string {
  return /^[0-9a-f-]{36}$/i.test(id) ? id : literal(id);
}

function read(appId: string, filter?: string): Read {
  const resource = `/servicePrincipals/${segment(appId)}/appRoleAssignedTo`;
  return { operation: 'assignments', path: path(resource, { $filter: filter, $top: 999 }) };
}

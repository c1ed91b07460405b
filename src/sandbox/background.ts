import type { AppSpec } from './app-list.ts';
import type { SandboxApp } from './apps.ts';
import type { Directory } from './directory.ts';
import type { Entry, EntryHead, EntryStatus } from './entry.ts';
import type { EntryFacts } from './entry-facts.ts';
import { renderEntry, renderHead } from './entry-shapes.ts';
import { userSubject } from './entry-subject.ts';
import { emptyMapping, entitled, type Gates, gatesOf } from './gates.ts';
import { cycleBegin, cycleMs, cycleRunMs, logSpan } from './jobs.ts';
import { dayMs, secondMs } from './moment.ts';
import type { Outcome } from './outcomes.ts';
import type { Person } from './people.ts';
import { guidOf, type Random } from './random.ts';
import { Rows } from './rows.ts';

const kinds = ['none', 'created', 'updated', 'inSync', 'notEntitled', 'invalidAttribute', 'importSkipped'] as const;
type Kind = (typeof kinds)[number];

/** The status of a row without rendering it: what statusOf says of the row's outcome. */
const statuses: Readonly<Record<Kind, EntryStatus>> = {
  none: 'skipped',
  created: 'success',
  updated: 'success',
  inSync: 'skipped',
  notEntitled: 'skipped',
  invalidAttribute: 'skipped',
  importSkipped: 'skipped',
};

/** The ordinary life of the tenant: people who succeed, are in sync, or were never meant to be there. */
export interface Background {
  readonly rows: Rows;
  head(row: number): EntryHead;
  entry(row: number): Entry;
  status(row: number): EntryStatus;
  personId(row: number): string;
  appId(row: number): string;
  /** The places of a person's, an app's rows; undefined where it has none. */
  rowsOfPerson(id: string): Uint32Array | undefined;
  rowsOfApp(id: string): Uint32Array | undefined;
}

export interface BackgroundOptions {
  readonly seed: number;
  readonly now: number;
  readonly tenantId: string;
  readonly count: number;
  readonly random: Random;
  /** Pairs `<person id> <app key>` whose entries are written by hand, and that the background leaves alone. */
  readonly reserved: ReadonlySet<string>;
}

/** Keeps the people and apps as they are now: whatever is changed later does not change the past. */
export function createBackground(directory: Directory, options: BackgroundOptions): Background {
  const people = [...directory.people].filter((one) => one.deletedDateTime === null);
  const apps: {
    readonly app: SandboxApp;
    readonly spec: AppSpec;
    readonly from: number;
    readonly to: number;
    readonly members: readonly number[];
  }[] = [];
  const places = new Map(people.map((one, index) => [one.id, index]));
  for (const app of directory.apps) {
    const span = app.spec === undefined ? undefined : logSpan(app, app.spec.state, options.now);
    if (
      app.spec === undefined ||
      span === undefined ||
      app.spec.kind === 'workday-to-ad' ||
      app.spec.kind === 'workday-to-entra'
    )
      continue;
    const from = Math.max(
      span.from,
      app.spec.formerScope === undefined ? 0 : options.now - app.spec.formerScope.untilDaysAgo * dayMs,
    );
    apps.push({ app, spec: app.spec, from, to: span.to, members: assignedPlaces(directory, app, places) });
  }
  const reserved = new Set<number>();
  apps.forEach(({ spec }, place) => {
    people.forEach((one, index) => {
      if (options.reserved.has(`${one.id} ${spec.key}`)) reserved.add(index * apps.length + place);
    });
  });

  const standing = createStandings(directory, people, apps, reserved);
  const { random } = options;
  const at = new Uint32Array(options.count);
  const appOf = new Uint16Array(options.count);
  const personOf = new Uint32Array(options.count);
  const kindOfRow = new Uint8Array(options.count);
  let made = 0;
  for (let tries = 0; made < options.count && tries < options.count * 8; tries++) {
    const appPlace = random.int(0, apps.length - 1);
    const chosen = apps[appPlace];
    if (chosen === undefined) break;
    // Most of a log is about people who are assigned; some of it is about everybody else.
    const personPlace =
      chosen.members.length > 0 && random.chance(0.9) ? random.pick(chosen.members) : random.int(0, people.length - 1);
    let kind = standing.kind(personPlace, appPlace);
    if (kind === 'none') continue;
    if (kind === 'inSync') kind = random.chance(0.1) ? 'updated' : 'inSync';
    at[made] = Math.floor(
      inCycle(chosen.app, random.int(Math.ceil(chosen.from / secondMs), Math.floor(chosen.to / secondMs)) * secondMs) /
        secondMs,
    );
    appOf[made] = appPlace;
    personOf[made] = personPlace;
    kindOfRow[made] = kinds.indexOf(kind);
    made++;
  }
  const rows = new Rows(
    at.subarray(0, made),
    appOf.subarray(0, made),
    personOf.subarray(0, made),
    kindOfRow.subarray(0, made),
    apps.length,
    people.length,
  );
  const facts = (row: number): EntryFacts => {
    const one = people[rows.person[row] ?? 0];
    const at = apps[rows.app[row] ?? 0];
    if (one === undefined || at === undefined) throw new RangeError(`the log has no row ${row}`);
    const gates = standing.gates(rows.person[row] ?? 0, rows.app[row] ?? 0);
    return {
      id: rowId(options.seed, row),
      at: (rows.at[row] ?? 0) * secondMs,
      tenantId: options.tenantId,
      app: at.app,
      spec: at.spec,
      subject: userSubject(one, at.spec, gates),
      gates,
      outcome: outcomeOf(kinds[rows.kind[row] ?? 0] ?? 'inSync', one, at.spec),
      targetId: guidOf('target', at.app.id, one.id),
    };
  };
  const appPlaces = new Map(apps.map(({ app }, index) => [app.id, index]));
  return {
    rows,
    head: (row) => renderHead(facts(row)),
    entry: (row) => renderEntry(facts(row)),
    status: (row) => statuses[kinds[rows.kind[row] ?? 0] ?? 'none'],
    personId: (row) => people[rows.person[row] ?? 0]?.id ?? '',
    appId: (row) => apps[rows.app[row] ?? 0]?.app.id ?? '',
    rowsOfPerson: (id) => mapped(places.get(id), (place) => rows.ofPerson(place)),
    rowsOfApp: (id) => mapped(appPlaces.get(id), (place) => rows.ofApp(place)),
  };
}

/** A row's id carries its place, so that an entry is found by its id without a search. */
export function rowId(seed: number, row: number): string {
  const front = guidOf(seed, 'row', row >>> 10);
  return `${front.slice(0, 24)}${(row + 0x5eed_0000_0000).toString(16).padStart(12, '0')}`;
}

/** The row that an id names, if it is a row's id. */
export function rowOfId(seed: number, id: string): number | undefined {
  const row = Number.parseInt(id.slice(24), 16) - 0x5eed_0000_0000;
  return Number.isInteger(row) && row >= 0 && rowId(seed, row) === id.toLowerCase() ? row : undefined;
}

function assignedPlaces(directory: Directory, app: SandboxApp, places: ReadonlyMap<string, number>): number[] {
  const members = new Set<number>();
  for (const assignment of directory.assignments(app.id)) {
    const ids =
      assignment.principalType === 'User'
        ? [assignment.principalId]
        : (directory.findGroup(assignment.principalId)?.memberIds ?? []);
    for (const id of ids) {
      const place = places.get(id);
      if (place !== undefined) members.add(place);
    }
  }
  return [...members];
}

function kindOf(one: Person, spec: AppSpec, gates: Gates): Kind {
  if (!entitled(gates)) return 'notEntitled';
  if (emptyMapping(one, spec.mappings, 'matching') !== undefined) return 'importSkipped';
  if (emptyMapping(one, spec.mappings, 'required') !== undefined) return 'invalidAttribute';
  return spec.state.is === 'initial' ? 'created' : 'inSync';
}

function outcomeOf(kind: Kind, one: Person, spec: AppSpec): Outcome {
  switch (kind) {
    case 'created':
    case 'inSync':
    case 'notEntitled':
      return { is: kind };
    case 'updated':
      return { is: 'updated', property: titleTarget(spec), from: null, to: one.jobTitle };
    case 'importSkipped':
      return { is: kind, attribute: emptyMapping(one, spec.mappings, 'matching')?.target ?? '' };
    case 'invalidAttribute':
      return { is: kind, property: emptyMapping(one, spec.mappings, 'required')?.target ?? '' };
    case 'none':
      return { is: 'inSync' };
  }
}

function titleTarget(spec: AppSpec): string {
  return (
    spec.mappings.find((mapping) => 'attribute' in mapping.from && mapping.from.attribute === 'jobTitle')?.target ??
    'displayName'
  );
}

interface LoggedApp {
  readonly app: SandboxApp;
  readonly spec: AppSpec;
}

interface Standings {
  kind(person: number, app: number): Kind;
  /** The gates as they were when the log was made; memberships and assignments may change afterwards. */
  gates(person: number, app: number): Gates;
}

/** How each person stands with each app, worked out once. Many share a standing: one object for each pattern keeps a large tenant small. */
function createStandings(
  directory: Directory,
  people: readonly Person[],
  apps: readonly LoggedApp[],
  reserved: ReadonlySet<number>,
): Standings {
  const settled = new Uint16Array(people.length * apps.length);
  const patterns: { readonly kind: Kind; readonly gates: Gates }[] = [];
  const byKey = new Map<string, number>();
  const standing = (personPlace: number, appPlace: number): { readonly kind: Kind; readonly gates: Gates } => {
    const pair = personPlace * apps.length + appPlace;
    const known = patterns[(settled[pair] ?? 0) - 1];
    if (known !== undefined) return known;
    const one = people[personPlace];
    const at = apps[appPlace];
    if (one === undefined || at === undefined) throw new RangeError(`no person ${personPlace} or app ${appPlace}`);
    const gates = gatesOf(directory, at.app, at.spec, one);
    const kind = reserved.has(pair) ? 'none' : kindOf(one, at.spec, gates);
    const key = `${appPlace} ${kind} ${gates.active} ${gates.assigned} ${gates.role} ${gates.filter} ${Object.values(gates.clauses).join()} ${gates.roles.join()}`;
    const place = byKey.get(key) ?? patterns.push({ kind, gates }) - 1;
    byKey.set(key, place);
    settled[pair] = place + 1;
    return patterns[place] ?? { kind, gates };
  };
  return { kind: (person, app) => standing(person, app).kind, gates: (person, app) => standing(person, app).gates };
}

/** Moves a moment into the run of its cycle: nothing is logged while the job waits for the next. */
function inCycle(app: SandboxApp, at: number): number {
  const begin = cycleBegin(app, at);
  return begin + ((at - begin) * cycleRunMs) / cycleMs;
}

function mapped<T, R>(value: T | undefined, map: (value: T) => R): R | undefined {
  return value === undefined ? undefined : map(value);
}

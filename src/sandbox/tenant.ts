import { createApps, type Template } from './apps.ts';
import { createBackground } from './background.ts';
import { Directory } from './directory.ts';
import type { Entry } from './entry.ts';
import type { Worker } from './entry-subject.ts';
import type { Group } from './groups.ts';
import { backgroundGroups } from './groups.ts';
import type { LiveJob } from './jobs.ts';
import { Log } from './log.ts';
import { dayMs, secondMs } from './moment.ts';
import type { Outcome } from './outcomes.ts';
import type { Person } from './people.ts';
import { backgroundPeople } from './people.ts';
import { createRandom, guidOf } from './random.ts';
import type { Truth } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { createStage, type Stage, type StageResult, type Then } from './stage.ts';

export interface TenantOptions {
  readonly seed: number;
  readonly now: () => Date;
  readonly people: number;
  /** Entries of the background log; those of the scenarios come on top. */
  readonly entries: number;
  readonly apps: number;
  readonly provisioned?: number;
  readonly logDelaySeconds: number;
}

/** The tenant Contoso: what it holds, what its log says, and what is true about it. */
export interface Tenant {
  readonly id: string;
  readonly displayName: string;
  readonly builtAt: number;
  readonly directory: Directory;
  readonly templates: readonly Template[];
  readonly log: Log;
  readonly scenarios: readonly Truth[];
  /** What came of the cycles that were run since, by the app's id. */
  readonly cycles: Map<string, LiveJob>;
  /** A stage for what happens at this moment; its entries are yet to be appended to the log. */
  stage(salt: string): Stage & StageResult;
  /** Writes one more entry, at this moment unless `then.at` says otherwise; the gates are today's unless `then` says otherwise. */
  record(app: string, about: Person | Group | Worker, outcome: Outcome, then?: Then): Entry;
}

/** Builds the tenant. The same seed and the same moment give the same tenant to the last byte. */
export function createTenant(options: TenantOptions): Tenant {
  const { seed } = options;
  const builtAt = Math.floor(options.now().getTime() / secondMs) * secondMs;
  const id = guidOf(seed, 'tenant');
  const random = createRandom(seed);
  const people = backgroundPeople(seed, builtAt, random, Math.max(0, options.people - scenarioPeople));
  const { apps, templates } = createApps(seed, builtAt, id, options.apps, options.provisioned);
  const directory = new Directory(
    seed,
    () => options.now().getTime(),
    people,
    backgroundGroups(seed, builtAt, random, people),
    apps,
  );
  for (const app of apps) {
    for (const { group, role } of app.spec?.assigned ?? [])
      directory.assign(app.id, directory.group(group), role, builtAt - 300 * dayMs);
  }
  const stage = createStage(seed, id, builtAt, directory);
  for (const scenario of scenarios) scenario.set(stage);
  const background = createBackground(directory, {
    seed,
    now: builtAt,
    tenantId: id,
    count: options.entries,
    random,
    reserved: stage.reserved,
  });
  const log = new Log(seed, background, options.logDelaySeconds * secondMs);
  for (const entry of stage.entries) log.append(entry);
  let recorded = 0;
  return {
    id,
    displayName: 'Contoso',
    builtAt,
    directory,
    templates,
    log,
    cycles: new Map(),
    stage: (salt) => createStage(seed, id, options.now().getTime(), directory, salt),
    scenarios: scenarios.map(({ set: _set, ...truth }) => truth),
    record: (app, about, outcome, then = {}) => {
      recorded++;
      const now = options.now().getTime();
      return log.append(
        createStage(seed, id, now, directory, `recorded ${recorded}`).log(app, about, 0, outcome, { at: now, ...then }),
      );
    },
  };
}

/** How many people the scenarios bring along, so that `people` is the whole head count. */
const scenarioPeople = 73;

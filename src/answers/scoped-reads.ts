import type { App, LogEntry } from '../diagnosis/evidence.ts';
import type { AppCatalogue, LogPage, LogWindow, Reads } from '../entra/reads.ts';

/** A read of an app that the asker may not know about: whoever handles trouble answers `denied`. */
export class NotTheirApp extends Error {
  constructor() {
    super('an app owner asked about an app of somebody else');
    this.name = 'NotTheirApp';
  }
}

/**
 * The same reads, in which there are no apps but these (service principal or application ids, in lower case): the others
 * are not found, are in no list and in no log, and can be read in no other way.
 */
export function scopedReads(reads: Reads, own: ReadonlySet<string>): Reads {
  const isOwn = (app: Pick<App, 'id' | 'appId'>): boolean =>
    own.has(app.id.toLowerCase()) || (app.appId !== undefined && own.has(app.appId.toLowerCase()));
  const within = (catalogue: AppCatalogue): AppCatalogue => ({ ...catalogue, apps: catalogue.apps.filter(isOwn) });
  let seen: { readonly all: readonly App[]; readonly own: readonly App[] } | undefined;
  /** The same array as long as all of them are the same. */
  const knownApps = (): readonly App[] => {
    const all = reads.knownApps?.() ?? [];
    if (seen?.all !== all) seen = { all, own: all.filter(isOwn) };
    return seen.own;
  };
  let looking: Promise<ReadonlySet<string>> | undefined;
  /** The service principals that are theirs: the settings may name them by their application ids. */
  const ownIds = (): Promise<ReadonlySet<string>> => {
    looking ??= Promise.all([...own].map((id) => reads.findApps(id))).then(
      (found) =>
        new Set(
          found
            .flat()
            .filter(isOwn)
            .map(({ id }) => id.toLowerCase()),
        ),
    );
    return looking;
  };
  const isOwnId = async (id: string): Promise<boolean> =>
    own.has(id.toLowerCase()) || (await ownIds()).has(id.toLowerCase());
  const hold = async (appId: string): Promise<void> => {
    if (!(await isOwnId(appId))) throw new NotTheirApp();
  };

  return {
    findApps: async (text) => (await reads.findApps(text)).filter(isOwn),
    knownApps,
    catalogue: async () => within(await reads.catalogue()),
    wholeCatalogue: async () => within(await reads.wholeCatalogue()),
    galleryName: reads.galleryName && (async (app) => (isOwn(app) ? reads.galleryName?.(app) : undefined)),
    findUsers: reads.findUsers,
    findGroups: reads.findGroups,
    findIdentified: reads.findIdentified,
    similarUsers: reads.similarUsers,
    extensions: reads.extensions,
    async jobs(appId) {
      await hold(appId);
      return reads.jobs(appId);
    },
    provisionedApps: (options) => reads.provisionedApps({ ...options, among: isOwn }),
    mayTestCredentials: reads.mayTestCredentials,
    async testCredentials(appId, jobId) {
      await hold(appId);
      return reads.testCredentials(appId, jobId);
    },
    async schema(appId, jobId) {
      await hold(appId);
      return reads.schema(appId, jobId);
    },
    log: async (window) => onlyOwn(window),
    logPages: (window) => ownPages(window),
    async assignedApps(subject) {
      const apps = await reads.assignedApps(subject);
      if (!apps.known) return apps;
      const mine = await ownIds();
      return { ...apps, value: apps.value.filter(({ id }) => mine.has(id)) };
    },
    async assignments(appId, principalIds) {
      await hold(appId);
      return reads.assignments(appId, principalIds);
    },
    memberships: reads.memberships,
    async syncAll(appId) {
      await hold(appId);
      return reads.syncAll(appId);
    },
    groupsAmong: reads.groupsAmong,
    requestIds: reads.requestIds,
    spent: reads.spent,
  };

  async function onlyOwn(window: LogWindow): ReturnType<Reads['log']> {
    if (window.appId !== undefined) await hold(window.appId);
    const log = await reads.log(window);
    if (!log.known || window.appId !== undefined) return log;
    const mine = await ownIds();
    return { ...log, value: { ...log.value, entries: log.value.entries.filter((entry) => isOf(entry, mine)) } };
  }

  async function* ownPages(window: LogWindow): AsyncGenerator<LogPage, void, undefined> {
    if (window.appId !== undefined) {
      await hold(window.appId);
      yield* reads.logPages(window);
      return;
    }
    const mine = await ownIds();
    for await (const page of reads.logPages(window)) {
      yield { ...page, entries: page.entries.filter((entry) => isOf(entry, mine)) };
    }
  }
}

function isOf({ app }: LogEntry, ids: ReadonlySet<string>): boolean {
  return app.id !== undefined && ids.has(app.id.toLowerCase());
}

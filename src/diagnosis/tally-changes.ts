import type { AppChangeKind } from '../questions/question.ts';
import { statusOf } from './entry.ts';
import type { LogEntry } from './evidence.ts';
import { evidenceFromLog } from './from-log.ts';
import type { ProblemPerson } from './problems.ts';
import { changeWritten } from './touched.ts';

/** Every kind of change, in the order in which they are told. */
export const changeKinds = ['created', 'updated', 'disabled', 'deleted'] as const satisfies readonly AppChangeKind[];

/** Somebody to whom provisioning did something in an app, at the newest time that it did. */
export interface AppChange extends ProblemPerson {
  readonly change: AppChangeKind;
}

/** The people of an app's log by what was done to them. */
export interface ChangeTally {
  /** Takes an entry in; gives the change where it is the first of that kind for this person. */
  add(entry: LogEntry): AppChange | undefined;
  reading(): ChangeReading;
}

export interface ChangeReading {
  /** Everybody once for each kind of change. */
  readonly counts: Readonly<Record<AppChangeKind, number>>;
  /** The newest changes of the kinds that were asked for. */
  readonly people: readonly AppChange[];
  readonly entries: number;
}

export interface ChangeOptions {
  /** Which kind to name people of; all when absent. */
  readonly change?: AppChangeKind;
  /** See TallyOptions of tally-problems.ts. */
  readonly numberOf: (id: string) => number;
}

/** People who are named; the others are counted. */
const mostNamed = 10;

/**
 * Counts who was created, updated, disabled or deleted: successful entries that wrote something, whatever their order.
 * Memory grows with the people, a few bytes each, and not with the entries. Never throws.
 */
export function tallyChanges({ change: wanted, numberOf }: ChangeOptions): ChangeTally {
  const seen: Readonly<Record<AppChangeKind, Set<number>>> = {
    created: new Set(),
    updated: new Set(),
    disabled: new Set(),
    deleted: new Set(),
  };
  let people: readonly AppChange[] = [];
  let entries = 0;

  function keep(one: AppChange): void {
    const last = people.at(-1);
    if (people.length === mostNamed && last && one.at <= last.at) return;
    const others = people.filter((known) => known.id !== one.id || known.change !== one.change);
    const older = people.find((known) => known.id === one.id && known.change === one.change);
    if (older && older.at >= one.at) return;
    people = [...others, one].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, mostNamed);
  }

  return {
    add(entry) {
      entries += 1;
      if (statusOf(entry) !== 'success') return undefined;
      const change = changeWritten(entry);
      if (change === undefined) return undefined;
      const one = changeOf(entry, change);
      const number = numberOf(one.id.toLowerCase());
      const isFirst = !seen[change].has(number);
      seen[change].add(number);
      if (wanted !== undefined && change !== wanted) return undefined;
      keep(one);
      return isFirst ? one : undefined;
    },
    reading: () => ({
      counts: {
        created: seen.created.size,
        updated: seen.updated.size,
        disabled: seen.disabled.size,
        deleted: seen.deleted.size,
      },
      people,
      entries,
    }),
  };
}

function changeOf(entry: LogEntry, change: AppChangeKind): AppChange {
  // HR and log shapes without a source id go by the target or the name.
  const id = entry.source.id || entry.target.id || entry.source.name || entry.target.name || entry.id;
  const { subject } = evidenceFromLog([{ ...entry, source: { ...entry.source, id } }], entry.at);
  const { type, name, userPrincipalName } = subject;
  return { change, type, id, name: name || entry.target.name || id, userPrincipalName, at: entry.at, ref: entry.id };
}

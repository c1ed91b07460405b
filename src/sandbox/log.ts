import { type Background, rowOfId } from './background.ts';
import type { Entry, EntryHead } from './entry.ts';
import { secondMs } from './moment.ts';

/** What a query narrows the log down by; whatever else it asks for is checked on each entry. */
export interface LogQuery {
  readonly ids?: ReadonlySet<string>;
  readonly appIds?: ReadonlySet<string>;
  readonly sourceIds?: ReadonlySet<string>;
  /** In lower case. */
  readonly statuses?: ReadonlySet<string>;
  /** Milliseconds since 1970; both ends excluded. */
  readonly after?: number;
  readonly before?: number;
}

/** An entry that is rendered only as far as it is needed. `place` orders entries of the same second. */
export interface LoggedEntry {
  readonly at: number;
  readonly place: number;
  head(): EntryHead;
  whole(): Entry;
}

/** The provisioning log: the background as rows, and whatever was written by hand or appended later. */
export class Log {
  readonly #background: Background;
  readonly #seed: number;
  /** Oldest first. */
  readonly #written: LoggedEntry[] = [];
  readonly #delayMs: number;
  #unsorted = false;

  /** `delayMs`: how long an entry exists before anybody can read it. */
  constructor(seed: number, background: Background, delayMs: number) {
    this.#seed = seed;
    this.#background = background;
    this.#delayMs = delayMs;
  }

  get size(): number {
    return this.#background.rows.count + this.#written.length;
  }

  append(entry: Entry): Entry {
    const at = Date.parse(entry.activityDateTime);
    this.#unsorted ||= (this.#written.at(-1)?.at ?? 0) > at;
    this.#written.push({
      at,
      place: this.#background.rows.count + this.#written.length,
      head: () => entry,
      whole: () => entry,
    });
    return entry;
  }

  /** Everything written by hand or appended, oldest first. */
  get written(): readonly Entry[] {
    return this.#sorted().map((one) => one.whole());
  }

  /** Entries that can be seen at `now`, newest first unless `ascending`. */
  *read(query: LogQuery, now: number, ascending = false): Generator<LoggedEntry> {
    const visible = now - this.#delayMs;
    const before = Math.min(query.before ?? Number.POSITIVE_INFINITY, visible + 1);
    const after = query.after ?? Number.NEGATIVE_INFINITY;
    const within = (at: number): boolean => at > after && at < before;
    const rows = this.#rows(query, within, ascending);
    const written = this.#byHand(query, within, ascending);
    let row = rows.next();
    let hand = written.next();
    while (!row.done || !hand.done) {
      const takeRow =
        hand.done || (!row.done && (ascending ? row.value.at <= hand.value.at : row.value.at > hand.value.at));
      if (takeRow && !row.done) {
        yield row.value;
        row = rows.next();
      } else if (!hand.done) {
        yield hand.value;
        hand = written.next();
      }
    }
  }

  *#rows(query: LogQuery, within: (at: number) => boolean, ascending: boolean): Generator<LoggedEntry> {
    const background = this.#background;
    const candidates = this.#candidates(query);
    const length = candidates === undefined ? background.rows.count : candidates.length;
    for (let step = 0; step < length; step++) {
      const index = ascending ? step : length - 1 - step;
      const row = candidates === undefined ? index : (candidates[index] ?? 0);
      const at = (background.rows.at[row] ?? 0) * secondMs;
      if (!within(at)) continue;
      if (query.appIds !== undefined && !query.appIds.has(background.appId(row))) continue;
      if (query.sourceIds !== undefined && !query.sourceIds.has(background.personId(row))) continue;
      if (query.statuses !== undefined && !query.statuses.has(background.status(row))) continue;
      yield { at, place: row, head: () => background.head(row), whole: () => background.entry(row) };
    }
  }

  /** The shortest list of rows that holds all that is asked for; undefined: all of them. */
  #candidates(query: LogQuery): ArrayLike<number> | undefined {
    if (query.ids !== undefined) {
      const rows = [...query.ids]
        .map((id) => rowOfId(this.#seed, id))
        .filter((row): row is number => row !== undefined && row < this.#background.rows.count);
      return Uint32Array.from(new Set(rows)).sort();
    }
    if (query.sourceIds !== undefined)
      return merged([...query.sourceIds].map((id) => this.#background.rowsOfPerson(id)));
    if (query.appIds !== undefined) return merged([...query.appIds].map((id) => this.#background.rowsOfApp(id)));
    return undefined;
  }

  *#byHand(query: LogQuery, within: (at: number) => boolean, ascending: boolean): Generator<LoggedEntry> {
    const sorted = this.#sorted();
    const length = sorted.length;
    for (let step = 0; step < length; step++) {
      const one = sorted[ascending ? step : length - 1 - step];
      if (one === undefined || !within(one.at)) continue;
      const head = one.head();
      if (query.ids !== undefined && !query.ids.has(head.id)) continue;
      if (query.appIds !== undefined && !query.appIds.has(head.servicePrincipal.id)) continue;
      if (query.sourceIds !== undefined && !query.sourceIds.has(head.sourceIdentity.id)) continue;
      if (query.statuses !== undefined && !query.statuses.has(head.provisioningStatusInfo.status)) continue;
      yield one;
    }
  }

  #sorted(): readonly LoggedEntry[] {
    if (this.#unsorted) {
      this.#written.sort((a, b) => a.at - b.at || a.place - b.place);
      this.#unsorted = false;
    }
    return this.#written;
  }
}

function merged(lists: readonly (Uint32Array | undefined)[]): Uint32Array {
  const [only, second] = lists;
  if (only !== undefined && second === undefined && lists.length === 1) return only;
  const all = lists.flatMap((list) => (list === undefined ? [] : [...list]));
  return Uint32Array.from(all).sort();
}

/**
 * Log entries as a few bytes each: when, which app, who, and what came of it. Rendered only when read, so that a log of
 * a million entries is built in a moment and stays small. Sorted by time; indexed by person and by app.
 */
export class Rows {
  readonly count: number;
  /** Seconds since 1970. */
  readonly at: Uint32Array;
  readonly app: Uint16Array;
  readonly person: Uint32Array;
  readonly kind: Uint8Array;
  readonly #byPerson: Buckets;
  readonly #byApp: Buckets;

  constructor(at: Uint32Array, app: Uint16Array, person: Uint32Array, kind: Uint8Array, apps: number, people: number) {
    this.count = at.length;
    const order = sortedByTime(at);
    this.at = Uint32Array.from(order, (from) => at[from] ?? 0);
    this.app = Uint16Array.from(order, (from) => app[from] ?? 0);
    this.person = Uint32Array.from(order, (from) => person[from] ?? 0);
    this.kind = Uint8Array.from(order, (from) => kind[from] ?? 0);
    this.#byPerson = bucketsOf(this.person, people);
    this.#byApp = bucketsOf(this.app, apps);
  }

  /** Positions of a person's rows, oldest first. */
  ofPerson(person: number): Uint32Array {
    return bucket(this.#byPerson, person);
  }

  ofApp(app: number): Uint32Array {
    return bucket(this.#byApp, app);
  }
}

/** Rows grouped by a key without an array for each: starts[k] to starts[k + 1] are the places of key k. */
interface Buckets {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

function bucketsOf(keys: Uint16Array | Uint32Array, count: number): Buckets {
  const starts = new Uint32Array(count + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < count; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const rows = new Uint32Array(keys.length);
  keys.forEach((key, row) => {
    const place = next[key] ?? 0;
    rows[place] = row;
    next[key] = place + 1;
  });
  return { starts, rows };
}

function bucket(buckets: Buckets, key: number): Uint32Array {
  return buckets.rows.subarray(buckets.starts[key] ?? 0, buckets.starts[key + 1] ?? 0);
}

function sortedByTime(at: Uint32Array): Uint32Array {
  // A float holds 53 bits exactly: 32 of time and 21 of place would not do for more than two million, so places take 2^20 × 2.
  const places = 2 ** 21;
  if (at.length > places) throw new RangeError(`a log of more than ${places} entries is not supported`);
  const keys = Float64Array.from(at, (time, place) => time * places + place).sort();
  return Uint32Array.from(keys, (key) => key % places);
}

import type { Filter, Literal, PropertyPath } from './odata-filter.ts';

/** Reads a property by its path; undefined when there is none. */
export type Read = (path: readonly string[]) => unknown;

export interface Comparing {
  /** Directory objects compare without regard to case; the provisioning log minds it. */
  readonly caseSensitive: (path: readonly string[]) => boolean;
}

/** Whether the filter holds. The filter has been checked against the entity before. */
export function holds(filter: Filter, read: Read, comparing: Comparing): boolean {
  switch (filter.is) {
    case 'and':
      return holds(filter.left, read, comparing) && holds(filter.right, read, comparing);
    case 'or':
      return holds(filter.left, read, comparing) || holds(filter.right, read, comparing);
    case 'not':
      return !holds(filter.inner, read, comparing);
    case 'compare': {
      const order = compare(filter.left, filter.right, read, comparing);
      switch (filter.operator) {
        case 'eq':
          return order === 0;
        case 'ne':
          return order !== 0;
        case 'gt':
          return order > 0;
        case 'ge':
          return order >= 0;
        case 'lt':
          return order < 0;
        case 'le':
          return order <= 0;
      }
      return false;
    }
    case 'in':
      return filter.values.some((value) => compare(filter.left, value, read, comparing) === 0);
    case 'call': {
      const actual = read(filter.left.path);
      if (typeof actual !== 'string') return false;
      const sensitive = comparing.caseSensitive(filter.left.path) && !filter.left.lower;
      const text = sensitive ? actual : actual.toLowerCase();
      const literal = String(filter.right.value);
      // tolower() lowers the property only; the literal stays as written.
      const wanted = sensitive || filter.left.lower ? literal : literal.toLowerCase();
      if (filter.name === 'startswith') return text.startsWith(wanted);
      return filter.name === 'endswith' ? text.endsWith(wanted) : text.includes(wanted);
    }
    case 'any': {
      const items = read(filter.path);
      if (!Array.isArray(items)) return false;
      return items.some((item: unknown) =>
        holds(
          filter.body,
          (path) => (path[0] === filter.variable ? within(item, path.slice(1)) : read(path)),
          comparing,
        ),
      );
    }
  }
}

/** Negative, 0 or positive; NaN where the two cannot be compared, which fails every comparison but `ne`. */
function compare(left: PropertyPath, right: Literal, read: Read, comparing: Comparing): number {
  const actual = read(left.path) ?? null;
  if (right.value === null || actual === null) return right.value === actual ? 0 : Number.NaN;
  if (right.type === 'date') return Date.parse(String(actual)) - Date.parse(right.value);
  if (typeof actual === 'boolean' || typeof actual === 'number') return Number(actual) - Number(right.value);
  if (typeof actual !== 'string') return Number.NaN;
  const sensitive = comparing.caseSensitive(left.path) && !left.lower;
  const a = sensitive ? actual : actual.toLowerCase();
  const literal = String(right.value);
  const b = sensitive || left.lower ? literal : literal.toLowerCase();
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The value at a path, property names in any case. */
export function within(item: unknown, path: readonly string[]): unknown {
  let value = item;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    const exact: unknown = Reflect.get(value, name);
    const key = exact === undefined ? Object.keys(value).find((one) => one.toLowerCase() === name.toLowerCase()) : name;
    value = key === undefined ? undefined : Reflect.get(value, key);
  }
  return value;
}

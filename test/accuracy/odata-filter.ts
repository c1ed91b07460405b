/**
 * A small reader of OData $filter expressions, general enough that any legal spelling of a query is understood:
 * eq ne gt ge lt le in, and or not, parentheses, startswith endswith contains tolower, any() over collections.
 */

type Json = Readonly<Record<string, unknown>>;
type Value = string | number | boolean | null | readonly unknown[] | Json | undefined;
type Evaluate = (item: Json) => Value;

export interface FilterOptions {
  /** The directory compares without minding the case; the provisioning log minds it. */
  readonly ignoreCase: boolean;
}

/** A filter that cannot be read; the server answers 400. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
}

/** Compiles a $filter to a predicate. Throws FilterError on text that is no filter. */
export function compileFilter(text: string, options: FilterOptions): (item: Json) => boolean {
  const tokens = tokenise(text);
  let position = 0;

  const peek = (): string | undefined => tokens[position];
  const next = (): string => {
    const token = tokens[position];
    if (token === undefined) throw new FilterError(`The filter ends too early: ${text}`);
    position += 1;
    return token;
  };
  const expect = (wanted: string): void => {
    const token = next();
    if (token !== wanted) throw new FilterError(`Expected ${wanted}, found ${token} in: ${text}`);
  };

  const expression = (scope: readonly string[]): Evaluate => {
    let left = conjunction(scope);
    while (peek()?.toLowerCase() === 'or') {
      next();
      const first = left;
      const second = conjunction(scope);
      left = (item) => first(item) === true || second(item) === true;
    }
    return left;
  };

  const conjunction = (scope: readonly string[]): Evaluate => {
    let left = comparison(scope);
    while (peek()?.toLowerCase() === 'and') {
      next();
      const first = left;
      const second = comparison(scope);
      left = (item) => first(item) === true && second(item) === true;
    }
    return left;
  };

  const comparison = (scope: readonly string[]): Evaluate => {
    if (peek()?.toLowerCase() === 'not') {
      next();
      const inner = comparison(scope);
      return (item) => inner(item) !== true;
    }
    const left = operand(scope);
    const operator = peek()?.toLowerCase();
    if (operator === 'in') {
      next();
      expect('(');
      const values: Evaluate[] = [operand(scope)];
      while (peek() === ',') {
        next();
        values.push(operand(scope));
      }
      expect(')');
      return (item) => values.some((value) => order(left(item), value(item), options) === 0);
    }
    if (operator === undefined || !['eq', 'ne', 'gt', 'ge', 'lt', 'le'].includes(operator)) return left;
    next();
    const right = operand(scope);
    return (item) => {
      const result = order(left(item), right(item), options);
      if (operator === 'eq') return result === 0;
      if (operator === 'ne') return result !== 0;
      if (result === undefined) return false;
      if (operator === 'gt') return result > 0;
      if (operator === 'ge') return result >= 0;
      if (operator === 'lt') return result < 0;
      return result <= 0;
    };
  };

  const operand = (scope: readonly string[]): Evaluate => {
    const token = next();
    if (token === '(') {
      const inner = expression(scope);
      expect(')');
      return inner;
    }
    if (token.startsWith("'")) return constant(token.slice(1, -1).replaceAll("''", "'"));
    if (/^-?\d+(\.\d+)?$/.test(token)) return constant(Number(token));
    if (token === 'true' || token === 'false') return constant(token === 'true');
    if (token === 'null') return constant(null);
    if (/^\d{4}-\d{2}-\d{2}/.test(token)) return constant(token);
    if (peek() === '(') return call(token, scope);
    // An enum literal such as microsoft.graph.provisioningResult'failure' arrives as a name followed by a string.
    const literal = peek();
    if (literal?.startsWith("'") && token.includes('.')) {
      next();
      return constant(literal.slice(1, -1));
    }
    // A GUID may stand without quotes.
    if (/^[0-9a-f]{8}-/i.test(token)) return constant(token);
    return path(token, scope);
  };

  const call = (name: string, scope: readonly string[]): Evaluate => {
    const short = name.toLowerCase();
    if (short.endsWith('/any')) {
      const collection = path(name.slice(0, -4), scope);
      expect('(');
      if (peek() === ')') {
        next();
        return (item) => asList(collection(item)).length > 0;
      }
      const variable = next();
      expect(':');
      const inner = expression([...scope, variable]);
      expect(')');
      return (item) => asList(collection(item)).some((element) => inner({ ...item, [variable]: element }) === true);
    }
    expect('(');
    const args: Evaluate[] = [expression(scope)];
    while (peek() === ',') {
      next();
      args.push(expression(scope));
    }
    expect(')');
    const [first, second] = args;
    if (first === undefined) throw new FilterError(`${name} needs an argument`);
    if (short === 'tolower') return (item) => String(first(item) ?? '').toLowerCase();
    if (second === undefined) throw new FilterError(`${name} needs two arguments`);
    const texts = (item: Json): [string, string] => {
      const pair: [string, string] = [String(first(item) ?? ''), String(second(item) ?? '')];
      return options.ignoreCase ? [pair[0].toLowerCase(), pair[1].toLowerCase()] : pair;
    };
    if (short === 'startswith') return (item) => texts(item)[0].startsWith(texts(item)[1]);
    if (short === 'endswith') return (item) => texts(item)[0].endsWith(texts(item)[1]);
    if (short === 'contains') return (item) => texts(item)[0].includes(texts(item)[1]);
    throw new FilterError(`No function ${name}`);
  };

  const path = (name: string, scope: readonly string[]): Evaluate => {
    const parts = name.split('/');
    return (item) => {
      let value: unknown = item;
      for (const part of parts) {
        if (value === null || typeof value !== 'object') return undefined;
        const holder = value as Json;
        const key = scope.includes(part)
          ? part
          : Object.keys(holder).find((own) => own.toLowerCase() === part.toLowerCase());
        value = key === undefined ? undefined : holder[key];
      }
      return value as Value;
    };
  };

  const predicate = expression([]);
  if (peek() !== undefined) throw new FilterError(`Left over after the filter: ${tokens.slice(position).join(' ')}`);
  return (item) => predicate(item) === true;
}

function constant(value: Value): Evaluate {
  return () => value;
}

function asList(value: Value): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Negative, zero or positive; undefined where the two cannot be compared. */
function order(left: Value, right: Value, options: FilterOptions): number | undefined {
  const a = left ?? null;
  const b = right ?? null;
  if (a === null || b === null) return a === b ? 0 : undefined;
  if (typeof a === 'string' && typeof b === 'string') {
    if (/^\d{4}-\d{2}-\d{2}/.test(a) && /^\d{4}-\d{2}-\d{2}/.test(b)) return Date.parse(a) - Date.parse(b);
    const [x, y] = options.ignoreCase ? [a.toLowerCase(), b.toLowerCase()] : [a, b];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return a === b ? 0 : undefined;
}

function tokenise(text: string): string[] {
  const pattern = /\s*('(?:[^']|'')*'|[(),:](?!\d)|\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?|[^\s(),:']+)/gy;
  const tokens: string[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match[1] !== undefined) tokens.push(match[1]);
    end = match.index + match[0].length;
  }
  if (text.slice(end).trim() !== '') throw new FilterError(`Cannot read: ${text.slice(end)}`);
  return tokens;
}

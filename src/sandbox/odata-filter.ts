import { badRequest } from './graph-error.ts';

export type Literal =
  | { readonly type: 'string' | 'enum' | 'guid' | 'date'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'null'; readonly value: null };

export interface PropertyPath {
  readonly path: readonly string[];
  readonly lower: boolean;
}

export const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof comparisons)[number];
export const filterFunctions = ['startswith', 'endswith', 'contains'] as const;
export type FilterFunction = (typeof filterFunctions)[number];

/** A parsed $filter. */
export type Filter =
  | { readonly is: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly is: 'not'; readonly inner: Filter }
  | { readonly is: 'compare'; readonly operator: Comparison; readonly left: PropertyPath; readonly right: Literal }
  | { readonly is: 'in'; readonly left: PropertyPath; readonly values: readonly Literal[] }
  | { readonly is: 'call'; readonly name: FilterFunction; readonly left: PropertyPath; readonly right: Literal }
  | { readonly is: 'any'; readonly path: readonly string[]; readonly variable: string; readonly body: Filter };

interface Token {
  readonly kind: 'word' | 'literal' | 'sign';
  readonly text: string;
  readonly literal?: Literal;
  readonly at: number;
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/i;
const date = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?(?![\w-])/;
const number = /^-?\d+(\.\d+)?(?![\w-])/;
const word = /^[A-Za-z_][\w.]*/;
const quoted = /^'((?:[^']|'')*)'/;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const push = (kind: Token['kind'], raw: string, literal?: Literal): void => {
    tokens.push({ kind, text: raw, at, ...(literal === undefined ? {} : { literal }) });
    at += raw.length;
  };
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest);
    if (space !== null) {
      at += space[0].length;
      continue;
    }
    const string = quoted.exec(rest);
    if (string !== null) {
      push('literal', string[0], { type: 'string', value: (string[1] ?? '').replaceAll("''", "'") });
      continue;
    }
    const found = (['guid', 'date', 'number'] as const)
      .map((type) => ({ type, match: { guid, date, number }[type].exec(rest) }))
      .find(({ match }) => match !== null);
    if (found?.match != null) {
      const raw = found.match[0];
      push(
        'literal',
        raw,
        found.type === 'number' ? { type: 'number', value: Number(raw) } : { type: found.type, value: raw },
      );
      continue;
    }
    const named = word.exec(rest);
    if (named !== null) {
      // microsoft.graph.provisioningResult'failure': the name of an enum type with a value.
      const value = quoted.exec(rest.slice(named[0].length));
      if (value !== null) push('literal', named[0] + value[0], { type: 'enum', value: value[1] ?? '' });
      else push('word', named[0]);
      continue;
    }
    if ('(),/:'.includes(rest.charAt(0))) {
      push('sign', rest.charAt(0));
      continue;
    }
    throw syntax(at, text);
  }
  return tokens;
}

function syntax(at: number, text: string): Error {
  return badRequest(`Invalid filter clause: Syntax error at position ${at} in '${text}'.`);
}

/** Parses a $filter. Throws a 400 GraphError where Graph would. */
export function parseFilter(text: string): Filter {
  const tokens = tokenize(text);
  let next = 0;
  // Graph refuses filters nested deeper than this; so does the stack of a recursive parser.
  let depth = 0;

  const peek = (): Token | undefined => tokens[next];
  const isWord = (name: string): boolean => peek()?.kind === 'word' && peek()?.text.toLowerCase() === name;
  const isSign = (sign: string): boolean => peek()?.kind === 'sign' && peek()?.text === sign;
  const fail = (): never => {
    throw syntax(peek()?.at ?? text.length, text);
  };
  const sign = (wanted: string): void => {
    if (!isSign(wanted)) fail();
    next++;
  };
  const takeWord = (): string => {
    const token = peek();
    if (token?.kind !== 'word') return fail();
    next++;
    return token.text;
  };
  const takeLiteral = (): Literal => {
    const token = peek();
    if (token?.kind === 'literal' && token.literal !== undefined) {
      next++;
      return token.literal;
    }
    const name = takeWord().toLowerCase();
    if (name === 'true' || name === 'false') return { type: 'boolean', value: name === 'true' };
    if (name === 'null') return { type: 'null', value: null };
    next--;
    return fail();
  };
  const takePath = (): string[] => {
    const path = [takeWord()];
    while (isSign('/')) {
      next++;
      path.push(takeWord());
    }
    return path;
  };
  const takeProperty = (): PropertyPath => {
    if (isWord('tolower') && tokens[next + 1]?.text === '(') {
      next += 2;
      const path = takePath();
      sign(')');
      return { path, lower: true };
    }
    return { path: takePath(), lower: false };
  };

  const or = (): Filter => {
    let left = and();
    while (isWord('or')) {
      next++;
      left = { is: 'or', left, right: and() };
    }
    return left;
  };
  const and = (): Filter => {
    let left = unary();
    while (isWord('and')) {
      next++;
      left = { is: 'and', left, right: unary() };
    }
    return left;
  };
  const unary = (): Filter => {
    if (++depth > 50) throw badRequest('The filter is nested too deeply.');
    try {
      if (isWord('not')) {
        next++;
        return { is: 'not', inner: unary() };
      }
      if (isSign('(')) {
        next++;
        const inner = or();
        sign(')');
        return inner;
      }
      return comparison();
    } finally {
      depth--;
    }
  };
  const comparison = (): Filter => {
    const name = filterFunctions.find((one) => isWord(one));
    if (name !== undefined && tokens[next + 1]?.text === '(') {
      next += 2;
      const left = takeProperty();
      sign(',');
      const right = takeLiteral();
      sign(')');
      return { is: 'call', name, left, right };
    }
    const left = takeProperty();
    if (left.path.at(-1) === 'any' && isSign('(')) return lambda(left.path.slice(0, -1));
    if (isWord('in')) {
      next++;
      return { is: 'in', left, values: list() };
    }
    const operator = comparisons.find((one) => isWord(one));
    if (operator === undefined) return fail();
    next++;
    return { is: 'compare', operator, left, right: takeLiteral() };
  };
  const lambda = (path: readonly string[]): Filter => {
    sign('(');
    const variable = takeWord();
    sign(':');
    const body = or();
    sign(')');
    return { is: 'any', path, variable, body };
  };
  const list = (): Literal[] => {
    sign('(');
    const values = [takeLiteral()];
    while (isSign(',')) {
      next++;
      values.push(takeLiteral());
    }
    sign(')');
    return values;
  };

  const filter = or();
  if (next < tokens.length) fail();
  return filter;
}

/** Conditions that must all hold: the parts that stand between the outermost `and`s. */
export function conjuncts(filter: Filter): Filter[] {
  return filter.is === 'and' ? [...conjuncts(filter.left), ...conjuncts(filter.right)] : [filter];
}

import type { EntityType } from './entity-types.ts';
import { badRequest } from './graph-error.ts';
import type { Read } from './odata-evaluate.ts';

/** A parsed $search: alternatives of clauses that must all match. */
export type Search = readonly (readonly {
  readonly property: string;
  readonly words: readonly string[];
  readonly text: string;
  readonly how: 'words' | 'start';
}[])[];

/** Parses `"displayName:ali" OR "mail:ali"`. Throws a 400 GraphError where Graph would. */
export function parseSearch(text: string, entity: EntityType): Search {
  const alternatives: { property: string; words: string[]; text: string; how: 'words' | 'start' }[][] = [[]];
  let rest = text.trim();
  for (let first = true; rest !== ''; first = false) {
    if (!first) {
      const joiner = /^(AND|OR)\s+/.exec(rest);
      if (joiner === null) throw syntax(text);
      if (joiner[1] === 'OR') alternatives.push([]);
      rest = rest.slice(joiner[0].length);
    }
    const quoted = /^"((?:[^"\\]|\\.)*)"\s*/.exec(rest);
    if (quoted === null) throw syntax(text);
    const clause = (quoted[1] ?? '').replace(/\\(.)/g, '$1');
    const colon = clause.indexOf(':');
    if (colon < 1) throw syntax(text);
    const name = clause.slice(0, colon);
    const key = Object.keys(entity.properties).find((one) => one.toLowerCase() === name.toLowerCase());
    const how = key === undefined ? undefined : entity.properties[key]?.search;
    if (key === undefined || how === undefined)
      throw badRequest(`The property '${name}' of resource '${entity.name}' does not support $search.`);
    const wanted = clause.slice(colon + 1).trim();
    if (wanted === '') throw syntax(text);
    alternatives.at(-1)?.push({ property: key, words: wordsOf(wanted), text: wanted.toLowerCase(), how });
    rest = rest.slice(quoted[0].length);
  }
  if (alternatives.some((one) => one.length === 0)) throw syntax(text);
  return alternatives;
}

function syntax(text: string): Error {
  return badRequest(
    `Syntax error: $search takes quoted clauses of the form "property:value", joined by AND or OR. Found: ${text}`,
  );
}

export function searchHolds(search: Search, read: Read): boolean {
  return search.some((clauses) =>
    clauses.every((clause) => {
      const value = read([clause.property]);
      const texts = Array.isArray(value)
        ? value.filter((one): one is string => typeof one === 'string')
        : typeof value === 'string'
          ? [value]
          : [];
      if (clause.how === 'start') return texts.some((one) => one.toLowerCase().startsWith(clause.text));
      return texts.some((one) => {
        const words = wordsOf(one);
        return clause.words.length > 0 && clause.words.every((wanted) => words.some((word) => word.startsWith(wanted)));
      });
    }),
  );
}

/** Words as the directory's index keeps them: parted at spaces, signs, and between cases and digits. */
function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}

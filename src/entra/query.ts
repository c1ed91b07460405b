/** A string literal of OData: apostrophes are doubled. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** One quoted clause of $search; quotes and backslashes are escaped. Source: learn.microsoft.com/graph/search-query-parameter. */
export function searchClause(property: string, text: string): string {
  return `"${property}:${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A path with its query options, escaped; undefined ones are left out. */
export function path(
  resource: string,
  query: Readonly<Record<string, string | number | boolean | undefined>> = {},
): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parts.push(`${name}=${encodeURIComponent(String(value).toWellFormed())}`);
  }
  return parts.length > 0 ? `${resource}?${parts.join('&')}` : resource;
}

/** One segment of a path: ids come from Graph or from an asker, and may hold anything. */
export function segment(id: string): string {
  return encodeURIComponent(id.toWellFormed());
}

const guid = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** The object id that a text is, in lower case, braces taken off. */
export function toGuid(text: string): string | undefined {
  return guid.exec(text.trim())?.[1]?.toLowerCase();
}

/** A name is short; whatever is longer is no name, and would burst the URL. */
const longestName = 120;

/** An asker's text as it may go into a query: one line, one space between words, no control characters. */
export function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longestName)
    .trim();
}

/** Clauses joined by `or`, in as many filters as Graph's limit of 15 clauses asks for. */
export function orFilters(clauses: readonly string[], limit = 15): string[] {
  const filters: string[] = [];
  for (let start = 0; start < clauses.length; start += limit)
    filters.push(clauses.slice(start, start + limit).join(' or '));
  return filters;
}

/** Attribute names in brackets, outside of the text literals of an expression. */
const bracketed = /\[([^[\]]+)\]/g;
const literals = /"(?:[^"\\]|\\.)*"/g;

/**
 * Source attributes that a mapping expression reads, in order: Join(" ", [givenName], [surname]) reads two.
 * Source: reference for writing expressions for attribute mappings (attributes stand in square brackets).
 */
export function inputsOf(expression: string): string[] {
  const found = [...expression.replace(literals, '""').matchAll(bracketed)].map((match) => match[1]?.trim() ?? '');
  return [...new Set(found)].filter((name) => name !== '');
}

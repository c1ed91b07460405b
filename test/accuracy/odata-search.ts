type Json = Readonly<Record<string, unknown>>;

/**
 * Compiles `"displayName:maria" OR "mail:maria"` to a predicate. Names are compared word by word from their beginnings,
 * everything else as a whole from its beginning, as the directory's $search does.
 */
export function compileSearch(text: string): (item: Json) => boolean {
  const alternatives = text.split(/\s+OR\s+/).map((part) => part.split(/\s+AND\s+/).map(clause));
  return (item) => alternatives.some((clauses) => clauses.every((matches) => matches(item)));
}

function clause(text: string): (item: Json) => boolean {
  const bare = text
    .trim()
    .replace(/^\(+|\)+$/g, '')
    .replace(/^"|"$/g, '');
  const colon = bare.indexOf(':');
  const property = colon < 0 ? 'displayName' : bare.slice(0, colon);
  const wanted = (colon < 0 ? bare : bare.slice(colon + 1)).replaceAll('\\', '').toLowerCase().trim();
  return (item) => {
    const value = String(item[property] ?? '').toLowerCase();
    if (value === '' || wanted === '') return false;
    if (!/(name|description)$/i.test(property) || property === 'userPrincipalName') return value.startsWith(wanted);
    const words = tokens(value);
    return tokens(wanted).every((token) => words.some((word) => word.startsWith(token)));
  };
}

function tokens(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

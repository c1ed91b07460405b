const placeholder = /\$\{\{\s*([A-Z][A-Z0-9_]*)\s*\}\}/g;

/** The names of every `${{NAME}}` in a text, each once. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ''))];
}

/** A template whose `${{NAME}}`s could not all be filled: `names` holds those without a value. */
export class UnfilledError extends Error {
  readonly code = 'UNFILLED';
  readonly names: readonly string[];

  constructor(names: readonly string[]) {
    super(`no value for ${names.join(', ')}`);
    this.name = 'UnfilledError';
    this.names = names;
  }
}

/**
 * Fills every `${{NAME}}` of a JSON text with its value, escaped as JSON text. An empty value counts as one: a suffix may
 * be empty. Throws an UnfilledError that names all that are missing.
 */
export function fillJson(text: string, values: Readonly<Record<string, string | undefined>>): string {
  const missing = placeholdersIn(text).filter((name) => values[name] === undefined);
  if (missing.length > 0) throw new UnfilledError(missing);
  return text.replace(placeholder, (_, name: string) => JSON.stringify(values[name]).slice(1, -1));
}

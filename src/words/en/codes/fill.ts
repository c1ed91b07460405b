/** What is known of the case that a sentence is about. Untrusted names: whoever shows the sentence escapes it. */
export interface Names {
  readonly app?: string;
  readonly person?: string;
  readonly property?: string;
}

const unnamed = {
  app: 'the app',
  person: 'the person',
  property: 'the attribute that the log names',
} as const;

/** Puts names into a sentence of codes/; without a name it stays a sentence. */
export function fill(sentence: string, names: Names): string {
  const known = names.property === undefined ? sentence.replaceAll(' ({property})', '') : sentence;
  return known.replace(/\{(app|person|property)\}/g, (_all, name: keyof Names) => names[name] ?? unnamed[name]);
}

import { isDeepStrictEqual } from 'node:util';
import type { Question } from '../../../src/questions/question.ts';
import { understand } from '../../../src/questions/understand.ts';
import type { Labelled } from './labelled.ts';

/** How one labelled text was read. */
export interface ReadText {
  readonly text: string;
  readonly wanted: Labelled[1];
  readonly got: Question | undefined;
  readonly rightKind: boolean;
  /** Kind and every stated field. */
  readonly right: boolean;
}

/** A share below this fails the run; it only ever rises. */
export const floors = { labelled: 0.98, heldOut: 0.85 } as const;

/** Reads every text as the bot would, without a tenant to help. */
export function readAll(labelled: readonly Labelled[]): readonly ReadText[] {
  return labelled.map(([text, wanted]) => {
    const understanding = understand(text);
    const readings = understanding.understood ? understanding.readings : [];
    // Between readings of differing kinds the tenant decides: either may be the one that was meant.
    const meant = readings.find(({ kind }) => kind === wanted.kind);
    const got = readings.every(({ kind }) => kind === readings[0]?.kind) ? readings[0] : (meant ?? readings[0]);
    const fields = new Map<string, unknown>(Object.entries(got ?? {}));
    const right = Object.entries(wanted).every(([name, value]) => isDeepStrictEqual(fields.get(name), value));
    return { text, wanted, got, rightKind: got?.kind === wanted.kind, right };
  });
}

export function shareOf(texts: readonly ReadText[]): number {
  return texts.filter(({ right }) => right).length / texts.length;
}

/** Rows for each kind, then what was taken for what, then every wrong text. */
export function questionLines(name: string, texts: readonly ReadText[]): readonly string[] {
  const kinds = [...new Set(texts.map(({ wanted }) => wanted.kind))];
  const rows = kinds.map((kind) => {
    const own = texts.filter(({ wanted }) => wanted.kind === kind);
    const count = (is: (one: ReadText) => boolean) => String(own.filter(is).length).padStart(4);
    return `${kind.padEnd(14)}${String(own.length).padStart(6)}${count((one) => one.rightKind).padStart(12)}${count((one) => one.right).padStart(12)}`;
  });
  const confused = new Map<string, number>();
  for (const { wanted, got, rightKind } of texts) {
    const key = `${wanted.kind} taken for ${got?.kind ?? 'nothing'}`;
    if (!rightKind) confused.set(key, (confused.get(key) ?? 0) + 1);
  }
  return [
    `questions, ${name}: ${texts.filter(({ right }) => right).length} of ${texts.length} read right`,
    `${'kind'.padEnd(14)} texts  right kind  right whole`,
    ...rows,
    ...[...confused].map(([what, times]) => `${what}: ${times}`),
    ...texts
      .filter(({ right }) => !right)
      .map(({ text, wanted, got }) => `wrong: ${text} → ${JSON.stringify(got)}, wanted ${JSON.stringify(wanted)}`),
  ];
}

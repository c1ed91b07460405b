import { isDeepStrictEqual } from 'node:util';
import { pickSubjects } from '../../../src/answers/find-subject.ts';
import type { Subject } from '../../../src/diagnosis/evidence.ts';
import type { Verified } from '../../../src/questions/entities/people.ts';
import type { Question } from '../../../src/questions/question.ts';
import type { Reading } from '../../../src/questions/reading.ts';
import { trainedReader } from '../understanding/calibration.ts';
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
export const floors = { labelled: 0.942, heldOut: 0.928 } as const;

/** Reads every text as the bot would, in a directory that knows the names on its label and nobody else. */
export function readAll(labelled: readonly Labelled[]): readonly ReadText[] {
  const reader = trainedReader();
  return labelled.map(([text, wanted]) => {
    const { user, app } = namesOn(wanted);
    const reading = reader.read(text, app === undefined ? [] : [{ id: 'app', name: app }]);
    const best =
      typeof reading === 'string'
        ? undefined
        : reader.interpret(reading, reading.settled ? [] : verifiedIn(reading, user)).interpretations[0];
    const got = best?.question;
    const fields = new Map<string, unknown>(Object.entries(got ?? {}));
    const right = Object.entries(wanted).every(([name, value]) => isSame(fields.get(name), value));
    return { text, wanted, got, rightKind: got?.kind === wanted.kind, right };
  });
}

/** A name is the same in small letters. */
function isSame(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string'
    ? one.toLowerCase() === other.toLowerCase()
    : isDeepStrictEqual(one, other);
}

function namesOn(wanted: Labelled[1]): { readonly user?: string; readonly app?: string } {
  const named = (name: string) => {
    const value = new Map<string, unknown>(Object.entries(wanted)).get(name);
    return typeof value === 'string' ? value : undefined;
  };
  return { user: named('user'), app: named('app') };
}

function verifiedIn({ candidates }: Reading, user: string | undefined): readonly Verified[] {
  if (user === undefined) return [];
  const isGroup = /\b(?:group|team|staff|users)\b/i.test(user);
  const subject: Subject = {
    type: isGroup ? 'group' : 'user',
    id: 'subject',
    name: user,
    ...(user.includes('@') && { userPrincipalName: user }),
    attributes: {},
  };
  return candidates.flatMap((candidate): readonly Verified[] => {
    const { tier, subjects } = pickSubjects(candidate.text, [subject]);
    return tier === undefined || tier === 'prefix' || tier === 'fuzzy' || subjects.length === 0
      ? []
      : [{ candidate, tier, ids: ['subject'], isGroup }];
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

import { readFileSync } from 'node:fs';
import { pickSubjects } from '../../src/answers/find-subject.ts';
import type { Subject } from '../../src/diagnosis/evidence.ts';
import type { NamedApp } from '../../src/questions/entities/app-index.ts';
import type { Candidate } from '../../src/questions/entities/candidates.ts';
import { readWeights } from '../../src/questions/model/weights.ts';
import type { Question } from '../../src/questions/question.ts';
import { createReader, type Reader } from '../../src/questions/reader.ts';
import type { Interpreted, Reading, Verified } from '../../src/questions/reading.ts';
import { fold } from '../../src/questions/text/normalize.ts';

export const weightsFile = new URL('../../src/questions/model/reader.weights', import.meta.url);

/** The reader as the bot has it, loaded once. */
export const reader: Reader = createReader(readWeights(readFileSync(weightsFile)));

/** Tells whom a small directory knows of the names in a text, by the rules of the answers. */
export type Verify = (candidates: readonly Candidate[]) => readonly Verified[];

export function directoryOf(people: readonly string[], groups: readonly string[] = []): Verify {
  const subjects: readonly Subject[] = [
    ...people.map(personOf),
    ...groups.map((name, index): Subject => ({ type: 'group', id: `group ${index}`, name, attributes: {} })),
  ];
  return (candidates) =>
    candidates.flatMap((candidate) => {
      const { tier, subjects: found } = pickSubjects(candidate.text, subjects);
      if (tier === undefined || tier === 'prefix' || tier === 'fuzzy') return [];
      const isGroup = found.every(({ type }) => type === 'group');
      return [{ candidate, tier, ids: found.map(({ id }) => id), isGroup }];
    });
}

/** "Priya Nair" is priya.nair@contoso.com; the first of them has the number 41000. */
function personOf(name: string, index: number): Subject {
  const [givenName = '', ...surname] = name.split(' ');
  const nickname = fold(name).replaceAll(' ', '.');
  const address = `${nickname}@contoso.com`;
  return {
    type: 'user',
    id: `person ${index}`,
    name,
    userPrincipalName: address,
    mail: address,
    attributes: {
      givenName,
      surname: surname.join(' '),
      mailNickname: nickname,
      employeeId: String(41_000 + index),
    },
  };
}

export function appsOf(...names: readonly string[]): readonly NamedApp[] {
  return names.map((name, index) => ({ id: `app ${index}`, name }));
}

const nobody: Verify = () => [];

/** What a text means by itself; undefined where it is no question at all. */
export function interpreted(
  text: string,
  apps: readonly NamedApp[] = [],
  verify: Verify = nobody,
): (Interpreted & { readonly reading: Reading }) | undefined {
  const reading = reader.read(text, apps);
  if (typeof reading === 'string') return undefined;
  return { reading, ...reader.interpret(reading, reading.settled ? [] : verify(reading.candidates)) };
}

/** From here on the answers take a reading for what was meant. */
const sureEnough = 0.5;

/** The question that a text asks as far as the answers go by it; undefined where they would not. */
export function asked(text: string, apps: readonly NamedApp[] = [], verify: Verify = nobody): Question | undefined {
  const [best] = interpreted(text, apps, verify)?.interpretations ?? [];
  return best && best.confidence >= sureEnough ? best.question : undefined;
}

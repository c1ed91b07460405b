import { readFileSync } from 'node:fs';
import type { Turn } from '../../../src/answers/turn.ts';
import { understand } from '../../../src/answers/understand.ts';
import type { Reads } from '../../../src/entra/reads.ts';
import { readWeights } from '../../../src/questions/model/weights.ts';
import { createReader, type Reader } from '../../../src/questions/reader.ts';
import type { Interpretation } from '../../../src/questions/reading.ts';
import { askedAt } from '../wire.ts';
import { type Place, placeOf } from './place.ts';
import type { Round } from './sets.ts';
import { type Share, shareOf } from './shares.ts';
import { isRight, wouldTell } from './verdict.ts';

const weightsFile = new URL('../../../src/questions/model/reader.weights', import.meta.url);

export function trainedReader(): Reader {
  return createReader(readWeights(readFileSync(weightsFile)));
}

/** How often readings of such a confidence are right. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly right: Share;
  /** The mean confidence. */
  readonly mean: number;
}

const bins = 10;

/** What the reader holds likeliest of each text of a round, in a directory in memory, by how sure it is. */
export async function calibrationOf(round: Round): Promise<readonly Bin[]> {
  const reader = trainedReader();
  const sure: { confidence: number; right: boolean }[] = [];
  for (const { tenant, texts } of round.utterances) {
    const place = placeOf(tenant);
    const turn = turnIn(place);
    for (const text of texts) {
      const best = await likeliest(text.text, reader, turn);
      // Where asking back is due no reading is right.
      if (!best || !text.accept.some((kind) => !['choice', 'notFound', 'notUnderstood'].includes(kind))) continue;
      const right = isRight(wouldTell(best.question, place), text, place.meantBy(text));
      sure.push({ confidence: best.confidence, right });
    }
  }
  return Array.from({ length: bins }, (_, at) => {
    const inside = sure.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === at);
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    return { from: at / bins, to: (at + 1) / bins, right: shareOf(inside, (one) => one.right), mean };
  });
}

/** The mean distance between what the reader believes and what is so, over all texts. */
export function calibrationError(all: readonly Bin[]): number {
  const total = all.reduce((sum, { right }) => sum + right.of, 0);
  return all.reduce(
    (sum, { right, mean }) =>
      right.of === 0 ? sum : sum + (Math.abs(mean - right.count / right.of) * right.of) / total,
    0,
  );
}

async function likeliest(text: string, reader: Reader, turn: Turn): Promise<Interpretation | undefined> {
  let best: Interpretation | undefined;
  const listening: Reader = {
    ...reader,
    interpret(reading, verified) {
      const interpreted = reader.interpret(reading, verified);
      [best] = interpreted.interpretations;
      return interpreted;
    },
  };
  await understand(
    { text, signal: AbortSignal.timeout(30_000), correlationId: 'calibration' },
    listening,
    turn,
    undefined,
  );
  return best;
}

/** A turn with all of the directory that understanding looks at. */
function turnIn({ subjects, apps }: Place): Turn {
  const known = apps.map((app) => ({ ...app, roles: [] }));
  const reads: Partial<Reads> = {
    knownApps: () => known,
    findUsers: async () => subjects.filter(({ type }) => type === 'user'),
    findGroups: async () => subjects.filter(({ type }) => type === 'group'),
    findIdentified: async () => subjects,
  };
  return {
    reads: reads as Reads,
    now: new Date(askedAt),
    timeZone: 'UTC',
    locale: 'en',
    isAdmin: true,
    found: {},
    interim: () => {},
  };
}

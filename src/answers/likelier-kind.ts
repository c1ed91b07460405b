import { type Tier, tiers } from '../questions/entities/match.ts';
import type { Question } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import { findApp } from './find-app.ts';
import { findSubjects } from './find-subject.ts';
import type { Turn } from './turn.ts';

/**
 * Answers a text that can be of more than one kind: "how is Zephyr doing?" is about an app or about a person. The kind
 * whose name fits the tenant best is tried first, and the others until one finds what it is about. Throws GraphError.
 */
export async function answerLikeliest(
  readings: readonly Question[],
  turn: Turn,
  answer: (question: Question) => Promise<Answer>,
): Promise<Answer> {
  const looked = await Promise.all(
    readings.map(async (question) => ({ question, far: await distance(question, turn) })),
  );
  const ordered = looked.sort((a, b) => a.far - b.far).map(({ question }) => question);
  let best: Answer | undefined;
  for (const question of ordered) {
    const found = await answer(question);
    if (found.kind !== 'notFound') return found;
    // Of answers that found nothing, one with near names tells most.
    if (best === undefined || (best.kind === 'notFound' && best.candidates.length === 0 && found.candidates.length > 0))
      best = found;
  }
  if (best === undefined) throw new RangeError('a text has at least one reading');
  return best;
}

const nowhere = tiers.length + 1;

/** How far the name in a question is from any in the tenant; equal ones keep the order in which they were read. */
async function distance(question: Question, turn: Turn): Promise<number> {
  const { user, subject, app } = { user: undefined, subject: undefined, app: undefined, ...question };
  const [far, farther] = await Promise.all([
    user === undefined ? 0 : findSubjects(user, subject, turn).then(({ tier }) => farness(tier)),
    app === undefined
      ? 0
      : findApp(app, turn.reads).then((found) => farness(found.found === 'none' ? undefined : found.tier)),
  ]);
  return user === undefined && app === undefined ? nowhere : far + farther;
}

function farness(tier: Tier | undefined): number {
  return tier === undefined ? nowhere : tiers.indexOf(tier);
}

import type { App, Evidence } from '../diagnosis/evidence.ts';
import type { Doubt } from '../diagnosis/tally-problems.ts';
import { GraphError } from '../entra/errors.ts';
import type { Turn } from './turn.ts';

/**
 * What the assignments of today add to the log's word about people whom it leaves in doubt: the app's assignments are
 * read once for all of them. What cannot be read leaves the log's word as it is; without a turn nothing is read.
 */
export async function settleDoubts(
  app: App,
  doubts: readonly Doubt[],
  turn: Turn | undefined,
): Promise<readonly (readonly [Doubt, Evidence])[]> {
  if (!turn || doubts.length === 0) return doubts.map((doubt) => [doubt, doubt.evidence]);
  const { reads } = turn;
  try {
    const memberships = doubts.map(({ evidence }) => reads.memberships(evidence.subject));
    const principals = async () => {
      const all = await Promise.all(memberships);
      const groups = all.flatMap((one) => (one.known ? one.value.map(({ id }) => id) : []));
      return [...new Set([...doubts.map(({ person }) => person.id), ...groups])];
    };
    const assignments = await reads.assignments(app.id, principals);
    const groups = await Promise.all(memberships);
    return doubts.map((doubt, index) => {
      const own = groups[index] ?? { known: false, why: 'notRead' };
      const ids = new Set([doubt.person.id, ...(own.known ? own.value.map(({ id }) => id) : [])]);
      const assigned = assignments.known
        ? { ...assignments, value: assignments.value.filter(({ principalId }) => ids.has(principalId)) }
        : assignments;
      return [doubt, { ...doubt.evidence, app, assignments: assigned, memberships: own }];
    });
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return doubts.map((doubt) => [doubt, doubt.evidence]);
  }
}

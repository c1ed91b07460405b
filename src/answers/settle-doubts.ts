import type { App, Evidence } from '../diagnosis/evidence.ts';
import type { Doubt } from '../diagnosis/tally-problems.ts';
import { GraphError } from '../entra/errors.ts';
import type { Turn } from './turn.ts';

type Settled = readonly [Doubt, Evidence];

/** Each doubt with what there is to judge it by; `checked`: the assignments of today are among it. */
export interface SettledDoubts {
  readonly settled: readonly Settled[];
  readonly checked: boolean;
}

/**
 * What the assignments of today add to the log's word about people whom it leaves in doubt: the app's assignments are
 * read once for all of them. What cannot be read leaves the log's word as it is; without a turn nothing is read.
 */
export async function settleDoubts(app: App, doubts: readonly Doubt[], turn: Turn | undefined): Promise<SettledDoubts> {
  const unchecked = { settled: doubts.map((doubt): Settled => [doubt, doubt.evidence]), checked: false };
  if (!turn || doubts.length === 0) return unchecked;
  const { reads } = turn;
  try {
    const memberships = doubts.map(({ evidence }) => reads.memberships(evidence.subject));
    const principals = async () => {
      const all = await Promise.all(memberships);
      const groups = all.flatMap((one) => (one.known ? one.value.map(({ id }) => id) : []));
      return [...new Set([...doubts.map(({ person }) => person.id), ...groups])];
    };
    // Together, so that none of them fails unheard when another has failed before.
    const [assignments, groups] = await Promise.all([reads.assignments(app.id, principals), Promise.all(memberships)]);
    const settled = doubts.map((doubt, index): Settled => {
      const own = groups[index] ?? { known: false, why: 'notRead' };
      const ids = new Set([doubt.person.id, ...(own.known ? own.value.map(({ id }) => id) : [])]);
      const assigned = assignments.known
        ? { ...assignments, value: assignments.value.filter(({ principalId }) => ids.has(principalId)) }
        : assignments;
      return [doubt, { ...doubt.evidence, app, assignments: assigned, memberships: own }];
    });
    return { settled, checked: assignments.known };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return unchecked;
  }
}

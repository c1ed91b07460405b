import type { ClauseFinding, Diagnosis } from './diagnosis.ts';
import type { Judged } from './judge.ts';

/** What people of one cause share; `false` once two of them differ. */
export interface Same {
  readonly code: string | false;
  readonly property: string | false;
  readonly clauses: string | false;
}

export function sameness({ telling, logged, gates }: Judged): Same {
  return {
    code: telling?.code ?? false,
    property: logged?.property ?? false,
    clauses: JSON.stringify(gates.filter.clauses.filter(isFalse).map(signature)),
  };
}

export function sameAs(one: Same, other: Same): Same {
  return {
    code: one.code === other.code && one.code,
    property: one.property === other.property && one.property,
    clauses: one.clauses === other.clauses && one.clauses,
  };
}

/** A diagnosis of nobody in particular: what the sample has that all share, and nothing that is its own. */
export function commonOf(sample: Diagnosis, same: Same): Diagnosis {
  const { property } = sample;
  const clauses = same.clauses === false ? [] : sample.clauses.filter(isFalse).map(withoutValues);
  return {
    verdict: sample.verdict,
    cause: sample.cause,
    code: same.code === false ? undefined : sample.code,
    documented: same.code === false ? undefined : sample.documented,
    also: [],
    noise: [],
    expected: sample.expected,
    gates: [],
    clauses,
    assignment: { how: 'unknown', groups: [], roles: [] },
    property: same.property !== false && property ? { target: property.target, sources: [] } : undefined,
    job: { state: 'unknown' },
    proof: [],
    now: { differs: false, changes: [] },
    fix: sample.fix,
    notes: [],
  };
}

function isFalse(clause: ClauseFinding): boolean {
  return (clause.now === 'unknown' ? clause.then : clause.now) === 'false';
}

function signature({ filter, attribute, operator, wanted }: ClauseFinding): readonly unknown[] {
  return [filter, attribute, operator, wanted];
}

function withoutValues({ filter, attribute, operator, wanted, then, now }: ClauseFinding): ClauseFinding {
  return { filter, attribute, operator, wanted, then, now };
}

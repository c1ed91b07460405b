import type { Diagnosis } from '../diagnosis/diagnosis.ts';

/** A diagnosis that holds a cause and no facts but those given, for sentences and steps that explanations share. */
export function bareDiagnosis(known: Pick<Diagnosis, 'cause'> & Partial<Diagnosis>): Diagnosis {
  return {
    verdict: 'unknown',
    also: [],
    noise: [],
    expected: false,
    gates: [],
    clauses: [],
    assignment: { how: 'unknown', groups: [], roles: [] },
    job: { state: 'unknown' },
    proof: [],
    now: { differs: false, changes: [] },
    fix: [],
    notes: [],
    ...known,
  };
}

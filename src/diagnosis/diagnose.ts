import type { Diagnosis } from './diagnosis.ts';
import { statusOf, type Telling, wroteSomething } from './entry.ts';
import type { Evidence, LogEntry } from './evidence.ts';
import { fixFor } from './fix.ts';
import { judge } from './judge.ts';
import { notesFor } from './notes.ts';
import { readNow } from './now.ts';
import { proofOf } from './proof.ts';

/**
 * Why a person, group or worker is, or is not, in an app. Pure: the same evidence gives the same finding, and
 * nothing but the evidence is looked at. Never throws; what cannot be known comes out as unknown or unrecognised.
 */
export function diagnose(evidence: Evidence): Diagnosis {
  const { entries, telling, logged, job, gates, decision, expected } = judge(evidence);
  return {
    verdict: decision.verdict,
    cause: decision.cause,
    code: telling?.code,
    documented: logged?.documented?.code,
    also: decision.also,
    noise: decision.noise,
    expected,
    gates: gates.findings,
    telling: telling && tellingFinding(telling),
    clauses: gates.filter.clauses,
    assignment: gates.assigned.finding,
    property: gates.property,
    matching: gates.matching,
    appAnswer: logged?.appAnswer,
    job,
    lastGood: lastGood(entries),
    proof: proofOf(evidence, decision, gates, job, telling, logged),
    now: readNow(evidence, decision, gates, job, telling, logged),
    fix: fixFor({ evidence, decision, expected, gates, job, logged }),
    notes: notesFor(evidence, decision, gates, job, telling, logged),
  };
}

function tellingFinding({ entry, retryOf }: Telling): Diagnosis['telling'] {
  const { id, at, cycleId, changeId, jobId, action } = entry;
  return { id, at, cycleId, changeId, jobId, action, retryOf: retryOf?.id };
}

function lastGood(entries: readonly LogEntry[]): Diagnosis['lastGood'] {
  const entry = entries.find(
    (one) => statusOf(one) === 'success' && one.action !== 'stagedDelete' && wroteSomething(one),
  );
  return entry && { at: entry.at, action: entry.action, changed: entry.modified, ref: entry.id };
}

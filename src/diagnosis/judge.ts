import { type Decision, decide } from './decide.ts';
import type { JobFinding } from './diagnosis.ts';
import { entriesAbout } from './entries.ts';
import { findTelling, type Telling } from './entry.ts';
import type { Evidence, LogEntry } from './evidence.ts';
import { isExpected } from './expected.ts';
import { type GateReading, readGates } from './gates.ts';
import { jobFinding } from './job.ts';
import { type Logged, readLogged } from './logged.ts';

/** What the evidence comes to, before anything is made of it for a reader. */
export interface Judged {
  /** About this subject in this app, newest first. */
  readonly entries: readonly LogEntry[];
  readonly telling?: Telling;
  readonly logged?: Logged;
  readonly job: JobFinding;
  readonly gates: GateReading;
  readonly decision: Decision;
  readonly expected: boolean;
}

/** The judgement that every answer shares, be it about one person or about all whom a cycle touched. */
export function judge(evidence: Evidence): Judged {
  const entries = entriesAbout(evidence);
  const telling = findTelling(entries);
  const logged = telling && readLogged(telling);
  const job = jobFinding(evidence.jobs, evidence.now, telling?.entry.jobId);
  const gates = readGates(evidence, entries, telling, logged, telling?.entry.jobId ?? job.jobId);
  const decision = decide({ evidence, telling, logged, gates, job });
  return { entries, telling, logged, job, gates, decision, expected: isExpected(decision, gates, job, logged) };
}

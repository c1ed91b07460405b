import type { CodeMatch } from './code-match.ts';
import { findTelling, isRetry, statusOf } from './entry.ts';
import type { Evidence, LogEntry } from './evidence.ts';
import { evidenceFromLog } from './from-log.ts';
import { type Judged, judge } from './judge.ts';
import { createProblemGroups } from './problem-groups.ts';
import type { Problem, ProblemGroup, ProblemOutcome, ProblemPerson } from './problems.ts';
import { toIso } from './time.ts';
import { troubleOf } from './touched.ts';

export interface TallyOptions {
  /** Which outcomes count; all when absent. */
  readonly outcome?: 'failed' | 'skipped';
  /** Which codes count; people with other problems are counted apart. All when absent. */
  readonly only?: CodeMatch;
  readonly now: string;
  /**
   * A number that stands for a person's id, from 0 below 2^53. People are told apart by it, so that a million of them
   * need no more memory than their numbers.
   */
  readonly numberOf: (id: string) => number;
}

/** A skip that the log alone cannot call expected or not: the app's assignments of today decide. */
export interface Doubt {
  readonly evidence: Evidence;
  readonly person: ProblemPerson;
}

/** What came of an entry: whose problem is new with it, if anybody's. */
export type Added = { readonly problem: Problem } | { readonly doubt: Doubt } | undefined;

/** The people of an app's log by what is wrong with them. */
export interface ProblemTally {
  /** Takes an entry in, whatever its order; the newest telling one of a person decides. */
  add(entry: LogEntry): Added;
  /** Counts somebody in doubt after all, or as expected where there is nothing to look at. */
  settle(doubt: Doubt, evidence: Evidence): Problem | undefined;
  reading(): TallyReading;
}

export interface TallyReading {
  /** Those that concern most first. */
  readonly groups: readonly ProblemGroup[];
  /** People with a problem, each once. */
  readonly total: number;
  /** People with problems of other codes than the one that counts. */
  readonly others: { readonly total: number; readonly groups: readonly ProblemGroup[] };
  /** People who were left out as it is meant to be. */
  readonly expected: number;
  /** People who failed earlier in the window, and are well since. */
  readonly recovered: number;
  readonly entries: number;
  /** The oldest entry that was taken in. */
  readonly oldest?: string;
}

/** What is kept of each person in one number: when the entry was written that decides, and where it put the person. */
const places = 256;
const well = 0;
/** Other places are those of the groups, from 1. */
const asExpected = 254;
const inDoubt = 255;

/** Memory grows with the people who stand in the log, a few bytes each, and not with the entries. Never throws. */
export function tallyProblems({ outcome, only, now, numberOf }: TallyOptions): ProblemTally {
  const decided = new Map<number, number>();
  const recovered = new Set<number>();
  /** Retries that do not say why: the failure that is being tried again does. */
  const unexplained = new Map<number, LogEntry>();
  const groups = createProblemGroups();
  let entries = 0;
  let expected = 0;
  let oldest: number | undefined;

  function add(entry: LogEntry): Added {
    entries += 1;
    // Not luxon's reading, which takes longer than all the rest of what an ordinary entry needs.
    const at = Date.parse(entry.at);
    if (Number.isNaN(at)) return undefined;
    oldest = oldest === undefined ? at : Math.min(oldest, at);
    const own = named(entry);
    const person = numberOf(own.source.id.toLowerCase());
    const known = decided.get(person);
    if (known !== undefined && at <= Math.floor(known / places)) return addOlder(own, person, known % places);
    if (!findTelling([own])) return undefined;
    if (known !== undefined) leave(known % places, own.source.id);
    return decide(own, [own], person, at);
  }

  /** What came before the entry that decides matters only where that one leaves something open. */
  function addOlder(own: LogEntry, person: number, place: number): Added {
    if (statusOf(own) !== 'failure') return undefined;
    if (place === well && (only === undefined || only.entry(own))) recovered.add(person);
    const retry = unexplained.get(person);
    if (!retry || !own.error?.code) return undefined;
    unexplained.delete(person);
    leave(place, own.source.id);
    return decide(retry, [retry, own], person, Date.parse(retry.at));
  }

  function decide(own: LogEntry, about: readonly [LogEntry, ...LogEntry[]], person: number, at: number): Added {
    const keep = (place: number) => decided.set(person, at * places + place);
    recovered.delete(person);
    if (statusOf(own) === 'success' && own.action !== 'stagedDelete') {
      keep(well);
      return undefined;
    }
    const evidence = evidenceFromLog(about, now);
    const judged = judge(evidence);
    if (outcome !== 'failed' && isDoubtful(judged)) {
      keep(inDoubt);
      return { doubt: { evidence, person: personOf(own, evidence) } };
    }
    const problem = conclude(judged, evidence, own, keep);
    const place = (decided.get(person) ?? well) % places;
    if (place > well && place < asExpected && isRetry(own) && !own.error?.code && unexplained.size < 1000)
      unexplained.set(person, own);
    return problem && { problem };
  }

  function conclude(
    judged: Judged,
    evidence: Evidence,
    own: LogEntry,
    keep: (place: number) => void,
  ): Problem | undefined {
    const trouble = troubleOf(judged);
    if (trouble === undefined && judged.telling?.status === 'skipped') {
      const counts = only === undefined || only.judged(judged);
      if (counts) expected += 1;
      keep(counts ? asExpected : well);
      return undefined;
    }
    const counts = trouble !== undefined && trouble !== 'warned' && (outcome === undefined || trouble === outcome);
    if (!counts) {
      keep(well);
      return undefined;
    }
    const problem = problemOf(trouble, judged, evidence, own);
    const isWanted = only === undefined || only.judged(judged);
    keep(groups.enter(problem, evidence, judged, isWanted));
    return isWanted ? problem : undefined;
  }

  function leave(place: number, id: string): void {
    if (place === asExpected) expected -= 1;
    else groups.leave(place, id);
  }

  return {
    add,
    settle({ person }, evidence) {
      const number = numberOf(person.id.toLowerCase());
      const at = Date.parse(person.at);
      const judged = judge(evidence);
      const entry = judged.telling?.entry;
      // A newer entry may have decided meanwhile.
      if (!entry || decided.get(number) !== at * places + inDoubt) return undefined;
      return conclude(judged, evidence, entry, (place) => decided.set(number, at * places + place));
    },
    reading: () => {
      const found = groups.list();
      const others = groups.others();
      return {
        groups: found,
        total: sum(found),
        others: { total: sum(others), groups: others },
        expected,
        recovered: recovered.size,
        entries,
        oldest: oldest === undefined ? undefined : toIso(oldest),
      };
    },
  };
}

function sum(groups: readonly ProblemGroup[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}

/** HR and log shapes without a source id go by the target or the name. */
function named(entry: LogEntry): LogEntry {
  if (entry.source.id !== '') return entry;
  const id = entry.target.id || entry.source.name || entry.target.name || entry.id;
  return { ...entry, source: { ...entry.source, id } };
}

function problemOf(outcome: ProblemOutcome, judged: Judged, evidence: Evidence, own: LogEntry): Problem {
  return {
    outcome,
    cause: judged.decision.cause,
    code: judged.telling?.code,
    documented: judged.logged?.documented?.code,
    person: personOf(own, evidence),
  };
}

function personOf(entry: LogEntry, { subject }: Evidence): ProblemPerson {
  const { type, id, name, userPrincipalName } = subject;
  return { type, id, name: name || entry.target.name || id, userPrincipalName, at: entry.at, ref: entry.id };
}

/** Not assigned, or a filter that nothing is said beside: whether somebody meant the person to be there, only assignments tell. */
function isDoubtful({ telling, gates, decision }: Judged): boolean {
  if (telling?.status !== 'skipped' || gates.inbound) return false;
  if (decision.cause === 'not-assigned') return true;
  return decision.cause === 'scoping-filter' && gates.scope.assigned === 'unknown';
}

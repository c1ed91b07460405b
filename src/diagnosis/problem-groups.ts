import { diagnose } from './diagnose.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import type { Judged } from './judge.ts';
import { commonOf, type Same, sameAs, sameness } from './problem-common.ts';
import type { Problem, ProblemGroup, ProblemOutcome, ProblemPerson } from './problems.ts';

/** People by what is wrong with them. A place is the number of a group, from 1. */
export interface ProblemGroups {
  /** Counts somebody in, and gives the place of the group; `isWanted`: among those that were asked for. */
  enter(problem: Problem, evidence: Evidence, judged: Judged, isWanted: boolean): number;
  leave(place: number, id: string): void;
  /** Those with most people first. */
  list(): readonly ProblemGroup[];
  /** The same of those that were not asked for. */
  others(): readonly ProblemGroup[];
}

/** People that a group names; the others are counted. */
const mostNamed = 10;
/** Codes that nobody knows can be endless; beyond so many groups they share one. */
const mostGroups = 120;

interface Group {
  readonly isWanted: boolean;
  readonly outcome: ProblemOutcome;
  readonly sample: Diagnosis;
  readonly code?: string;
  readonly documented?: string;
  same: Same;
  count: number;
  people: readonly ProblemPerson[];
}

export function createProblemGroups(): ProblemGroups {
  const groups: Group[] = [];
  const placeOf = new Map<string, number>();

  function listed(wanted: boolean): readonly ProblemGroup[] {
    return groups
      .filter(({ isWanted, count }) => isWanted === wanted && count > 0)
      .map(toGroup)
      .toSorted((one, other) => other.count - one.count);
  }

  return {
    enter(problem, evidence, judged, isWanted) {
      const { outcome, cause, code, documented, person } = problem;
      const told = cause === 'unrecognised' && groups.length < mostGroups ? code : undefined;
      const key = JSON.stringify([isWanted, outcome, cause, told]);
      const place = placeOf.get(key) ?? groups.length + 1;
      let group = groups[place - 1];
      if (!group) {
        const empty = { same: sameness(judged), count: 0, people: [] };
        group = { isWanted, outcome, sample: diagnose(evidence), code, documented, ...empty };
        groups.push(group);
        placeOf.set(key, place);
      }
      group.same = sameAs(group.same, sameness(judged));
      group.count += 1;
      group.people = newest([...group.people, person]);
      return place;
    },
    leave(place, id) {
      const group = groups[place - 1];
      if (!group) return;
      group.count -= 1;
      group.people = group.people.filter((one) => one.id !== id);
    },
    list: () => listed(true),
    others: () => listed(false),
  };
}

function toGroup({ outcome, sample, code, documented, same, count, people }: Group): ProblemGroup {
  const shared = same.code === false ? {} : { code, documented };
  return { outcome, cause: sample.cause, ...shared, count, people, common: commonOf(sample, same) };
}

function newest(people: readonly ProblemPerson[]): readonly ProblemPerson[] {
  if (people.length <= 1) return people;
  return people.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)).slice(0, mostNamed);
}

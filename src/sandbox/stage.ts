import type { AppSpec } from './app-list.ts';
import type { SandboxApp } from './apps.ts';
import type { Directory } from './directory.ts';
import type { Entry } from './entry.ts';
import { renderEntry } from './entry-shapes.ts';
import { type EntrySubject, groupSubject, userSubject, type Worker, workerSubject } from './entry-subject.ts';
import { type Gates, gatesOf } from './gates.ts';
import { type Group, group } from './groups.ts';
import { cycleBegin, cycleMs, cycleRunMs, lastCycleEnd } from './jobs.ts';
import { dayMs, minuteMs, secondMs } from './moment.ts';
import type { Outcome } from './outcomes.ts';
import type { Person } from './people.ts';
import { guidOf } from './random.ts';
import type { FilterGroup } from './scoping.ts';

/** What a scenario needs to come true: people, assignments, and entries with the gates of their time. */
export interface Stage {
  readonly now: number;
  readonly directory: Directory;
  /** Hires somebody into London's Support department and All Staff, unless told otherwise. */
  hire(displayName: string, given?: Partial<Person>, staff?: boolean): Person;
  form(displayName: string, memberIds: readonly string[], given?: Partial<Group>): Group;
  assign(app: string, principal: Person | Group, role: string, daysAgo: number): void;
  /** A moment in the app's last finished cycle, or so many cycles before it. */
  inRun(app: string, cyclesAgo: number): number;
  /** Leaves the pair to the scenario: the background log writes nothing about it. */
  reserve(app: string, one: Person): void;
  /** Writes an entry so many days ago about a user, a group or a worker. */
  log(app: string, about: Person | Group | Worker, daysAgo: number, outcome: Outcome, then?: Then): Entry;
}

/** How it was at the time of the entry, where that differs from what the directory says while the scenario is set. */
export interface Then {
  readonly gates?: Partial<Gates>;
  readonly scope?: readonly FilterGroup[];
  /** The very moment, in place of one within that day's cycle. */
  readonly at?: number;
  readonly cycleId?: string;
}

export interface StageResult {
  readonly entries: readonly Entry[];
  readonly reserved: ReadonlySet<string>;
}

export function createStage(
  seed: number,
  tenantId: string,
  now: number,
  directory: Directory,
  salt = 'entry',
): Stage & StageResult {
  const entries: Entry[] = [];
  const reserved = new Set<string>();

  const hire = (displayName: string, given: Partial<Person> = {}, staff = true): Person => {
    const hired = directory.addPerson(
      {
        city: 'London',
        country: 'United Kingdom',
        officeLocation: 'LON-2',
        department: 'Support',
        jobTitle: 'Support Specialist',
        employeeId: String(20_000 + reserved.size + entries.length),
        ...given,
        displayName,
      },
      `scenario ${given.userPrincipalName ?? given.mailNickname ?? displayName}`,
    );
    if (staff) directory.addMember('All Staff', hired.id);
    return hired;
  };

  const provisioned = (name: string): { app: SandboxApp; spec: AppSpec } => {
    const app = directory.app(name);
    if (app.spec === undefined) throw new RangeError(`${name} has no provisioning`);
    return { app, spec: app.spec };
  };

  const log: Stage['log'] = (name, about, daysAgo, outcome, then = {}) => {
    const { app, spec } = provisioned(name);
    const begin = cycleBegin(app, now - daysAgo * dayMs);
    // A place of its own within the cycle's run; an entry never lies in the future.
    const at = then.at ?? Math.min(begin + ((entries.length * 7 * secondMs) % cycleRunMs), now - secondMs);
    const { subject, gates } = subjectOf(directory, app, { ...spec, scope: then.scope ?? spec.scope }, about, then);
    if (subject.type === 'User') reserved.add(`${subject.id} ${spec.key}`);
    const entry = renderEntry({
      id: guidOf(seed, salt, entries.length),
      at,
      cycleId: then.cycleId,
      tenantId,
      app,
      spec,
      subject,
      gates,
      outcome,
      targetId: guidOf('target', app.id, subject.id),
    });
    entries.push(entry);
    return entry;
  };

  return {
    now,
    directory,
    entries,
    reserved,
    hire,
    log,
    form: (displayName, memberIds, given = {}) => directory.addGroup(group(seed, now, displayName, memberIds, given)),
    assign: (name, principal, role, daysAgo) => {
      directory.assign(name, principal, role, now - daysAgo * dayMs);
    },
    inRun: (name, cyclesAgo) => lastCycleEnd(directory.app(name), now) - cyclesAgo * cycleMs - 2 * minuteMs,
    reserve: (name, one) => {
      reserved.add(`${one.id} ${provisioned(name).spec.key}`);
    },
  };
}

/** So many cycles ago, in days: for what happened just before or after the last one. */
export function cyclesAgo(count: number): number {
  return (count * cycleMs) / dayMs;
}

function subjectOf(
  directory: Directory,
  app: SandboxApp,
  spec: AppSpec,
  about: Person | Group | Worker,
  then: Then,
): { subject: EntrySubject; gates: Gates } {
  const open: Gates = { active: true, assigned: true, role: true, filter: true, clauses: {}, roles: [] };
  if ('workerId' in about)
    return {
      subject: workerSubject(about, spec),
      gates: { ...open, active: about.active, ...workerFilter(about, spec), ...then.gates },
    };
  if ('memberIds' in about) {
    const assigned = directory.assignments(app.id).some((one) => one.principalId === about.id);
    return { subject: groupSubject(about, spec), gates: { ...open, assigned, role: assigned, ...then.gates } };
  }
  const gates = { ...gatesOf(directory, app, spec, about), ...then.gates };
  return { subject: userSubject(about, spec, gates), gates };
}

/** Workers are filtered by attributes of the HR system; the sandbox's one filter looks at the worker's type. */
function workerFilter(worker: Worker, spec: AppSpec): Pick<Gates, 'filter' | 'clauses'> {
  const clauses: Record<string, boolean> = {};
  for (const group of spec.scope ?? []) {
    for (const clause of group.clauses) {
      const [wanted = ''] = clause.targetOperand.values;
      clauses[`${group.name}.${clause.sourceOperandName} ${clause.operatorName} '${wanted}'`] =
        worker.workerType !== wanted;
    }
  }
  return { filter: Object.values(clauses).every(Boolean), clauses };
}

import type { Answer } from '../../src/answers/answer.ts';
import type { AppStatusAnswer } from '../../src/answers/app-answers.ts';
import type { CycleCounts } from '../../src/diagnosis/cycle.ts';
import type { AccuracyCase, Expected, OneOf } from './case.ts';
import { themes } from './themes.ts';

/** What an answer says, in the terms in which labels are written. */
export interface Said {
  readonly kind: string;
  readonly verdict?: string;
  readonly cause?: string;
  readonly also?: readonly string[];
  readonly noise?: readonly string[];
  readonly expected?: boolean;
  readonly subject?: string;
  readonly app?: string;
  readonly nowDiffers?: boolean;
  readonly was?: string;
  readonly gateNow?: Readonly<Record<string, string>>;
  readonly owners?: readonly string[];
  readonly notes?: readonly string[];
  readonly candidates?: readonly string[];
  readonly permission?: string;
  readonly topic?: string;
  readonly state?: string;
  readonly need?: string;
  readonly counts?: Partial<CycleCounts>;
  readonly newlyInTrouble?: readonly string[];
  readonly order?: readonly string[];
  /** Ids of the people of each cause, and what is said of each app by its id. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly apps?: Readonly<Record<string, string>>;
}

export interface Mismatch {
  readonly field: string;
  readonly wanted: string;
  readonly got: string;
}

/** Faults that no share of right answers makes up for. */
export type BrokenMust =
  | 'unknown code guessed at'
  | 'real fault called nothing to fix'
  | 'answered about somebody else';

export const musts: readonly BrokenMust[] = [
  'unknown code guessed at',
  'real fault called nothing to fix',
  'answered about somebody else',
];

export interface Judged {
  readonly one: AccuracyCase;
  readonly said: Said;
  /** Of the answer as it is read; for the report. */
  readonly headline?: string;
  readonly mismatches: readonly Mismatch[];
  readonly broken: readonly BrokenMust[];
}

/** Compares an answer with its label. Only what the label states is compared. */
export function judge(one: AccuracyCase, answer: Answer): Judged {
  const said = saidBy(answer);
  return { one, said, mismatches: mismatches(one.expect, said), broken: brokenMusts(one.expect, said) };
}

export function listed<T>(value: OneOf<T>): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

function saidBy(answer: Answer): Said {
  switch (answer.kind) {
    case 'explanation': {
      const { diagnosis, subject, app } = answer;
      return {
        kind: answer.kind,
        verdict: diagnosis.verdict,
        cause: diagnosis.cause,
        also: diagnosis.also,
        noise: diagnosis.noise,
        expected: diagnosis.expected,
        subject: subject.id,
        app: app.id,
        nowDiffers: diagnosis.now.differs,
        was: diagnosis.now.was,
        gateNow: Object.fromEntries(diagnosis.gates.map(({ gate, now }) => [gate, now])),
        owners: diagnosis.fix.map((step) => step.owner),
        notes: diagnosis.notes.map((each) => each.note),
      };
    }
    case 'meaning':
      return {
        kind: answer.kind,
        verdict: answer.diagnosis?.verdict,
        cause: answer.cause,
        also: answer.also,
        noise: answer.noise,
        expected: answer.diagnosis?.expected,
      };
    case 'choice':
    case 'notFound':
      return { kind: answer.kind, candidates: answer.candidates.map((each) => each.id) };
    case 'denied':
      return { kind: answer.kind, permission: answer.permission };
    case 'topic':
      return { kind: answer.kind, topic: answer.topic };
    case 'appStatus':
      return {
        kind: answer.kind,
        app: answer.app.id,
        state: answer.health.job.state,
        need: answer.health.need,
        cause: answer.health.cause,
        counts: answer.cycles?.last?.all,
        newlyInTrouble: newOnes(answer),
      };
    case 'credentials':
      return { kind: answer.kind, app: answer.app.id, cause: answer.trouble?.cause };
    case 'overview':
      return { kind: answer.kind, order: answer.apps.map((each) => each.app.id) };
    case 'appProblems':
      return {
        kind: answer.kind,
        app: answer.app.id,
        groups: Object.fromEntries(
          answer.groups.map(({ cause, people }) => [cause, people.map(({ id }) => id).toSorted()]),
        ),
      };
    case 'userOverview':
      return {
        kind: answer.kind,
        subject: answer.subject.id,
        apps: Object.fromEntries(
          answer.apps.map(({ app, diagnosis, stillActive }) => [
            app.id,
            stillActive ? 'stillActive' : diagnosis.verdict,
          ]),
        ),
      };
    case 'explanations':
    case 'appChanges':
      return { kind: answer.kind, app: answer.app.id };
    case 'watching':
    case 'news':
    case 'digest':
    case 'help':
    case 'about':
    case 'notMine':
    case 'unavailable':
    case 'notUnderstood':
      return { kind: answer.kind };
  }
}

function newOnes({ cycles }: AppStatusAnswer): readonly string[] {
  const subjects = cycles?.last?.problems.flatMap((problem) => problem.subjects) ?? [];
  return subjects.filter(({ isNew }) => isNew).map(({ name }) => name);
}

function mismatches(wanted: Expected, said: Said): Mismatch[] {
  const found: Mismatch[] = [];
  const miss = (field: string, want: unknown, got: unknown) => {
    found.push({ field, wanted: show(want), got: show(got) });
  };
  for (const field of ['kind', 'verdict', 'cause', 'subject', 'state', 'need'] as const) {
    const want = wanted[field];
    const got = said[field];
    if (want !== undefined && !listed<string>(want).some((each) => each === got)) miss(field, want, got);
  }
  for (const field of ['expected', 'app', 'nowDiffers', 'was', 'permission'] as const) {
    if (wanted[field] !== undefined && wanted[field] !== said[field]) miss(field, wanted[field], said[field]);
  }
  for (const [count, want] of Object.entries(wanted.counts ?? {})) {
    const got = said.counts?.[count as keyof CycleCounts];
    if (got !== want) miss(count, want, got);
  }
  if (wanted.order !== undefined && wanted.order.join() !== said.order?.join()) miss('order', wanted.order, said.order);
  for (const field of ['also', 'noise', 'newlyInTrouble'] as const) {
    const want = wanted[field];
    if (want !== undefined && !sameSet(want, said[field] ?? [])) miss(field, want, said[field]);
  }
  for (const field of ['owners', 'notes', 'candidates'] as const) {
    const want = wanted[field];
    if (want?.some((each) => !said[field]?.includes(each)) === true) miss(field, want, said[field]);
  }
  for (const [gate, state] of Object.entries(wanted.gateNow ?? {})) {
    if (said.gateNow?.[gate] !== state) miss(`gate ${gate} now`, state, said.gateNow?.[gate]);
  }
  if (wanted.groups !== undefined) compareGroups(wanted.groups, said.groups ?? {}, miss);
  for (const [app, state] of Object.entries(wanted.apps ?? {})) {
    if (said.apps?.[app] !== state) miss(`app ${app}`, state, said.apps?.[app]);
  }
  const theme = wanted.theme === undefined ? undefined : themes[wanted.theme];
  if (theme?.some((each) => each === said.topic) === false) miss('topic', theme, said.topic);
  if (wanted.notCause?.some((each) => each === said.cause) === true) miss('not cause', wanted.notCause, said.cause);
  if (wanted.notOwners?.some((each) => said.owners?.includes(each)) === true) {
    miss('not owners', wanted.notOwners, said.owners);
  }
  return found;
}

/** All of them: a cause too many is as wrong as one that is missing. */
function compareGroups(
  wanted: Readonly<Partial<Record<string, readonly string[]>>>,
  said: Readonly<Record<string, readonly string[]>>,
  miss: (field: string, want: unknown, got: unknown) => void,
): void {
  for (const cause of new Set([...Object.keys(wanted), ...Object.keys(said)])) {
    if (!sameSet(wanted[cause] ?? [], said[cause] ?? [])) miss(`people of ${cause}`, wanted[cause], said[cause]);
  }
}

function brokenMusts(wanted: Expected, said: Said): BrokenMust[] {
  const broken: BrokenMust[] = [];
  if (wanted.cause === 'unrecognised' && said.cause !== undefined && said.cause !== 'unrecognised') {
    broken.push('unknown code guessed at');
  }
  if (wanted.expected === false && said.expected === true) broken.push('real fault called nothing to fix');
  if (said.subject !== undefined && !mayBeAbout(wanted, said.subject)) broken.push('answered about somebody else');
  return broken;
}

/** A label that wants a choice, or no such person, allows an answer about nobody. */
function mayBeAbout(wanted: Expected, subject: string): boolean {
  if (wanted.subject !== undefined) return listed<string>(wanted.subject).includes(subject);
  return listed<string>(wanted.kind).includes('explanation');
}

function sameSet(wanted: readonly string[], got: readonly string[]): boolean {
  return wanted.length === got.length && wanted.every((each) => got.includes(each));
}

function show(value: unknown): string {
  if (value === undefined) return '(none)';
  return Array.isArray(value) ? value.join(', ') || '(empty)' : String(value);
}

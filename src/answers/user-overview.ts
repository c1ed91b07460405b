import { diagnose } from '../diagnosis/diagnose.ts';
import type { App, Assignment, Job, Known, LogReading, Subject } from '../diagnosis/evidence.ts';
import { judge } from '../diagnosis/judge.ts';
import { standingOf } from '../diagnosis/standing.ts';
import { GraphError } from '../entra/errors.ts';
import type { UserOverviewQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import { chooseSubject, noSuchSubject } from './choices.ts';
import { findInLog } from './find-in-log.ts';
import { findSubjects, nearestSubjects, sameNamed } from './find-subject.ts';
import { type FurtherApps, furtherApps } from './further-apps.ts';
import { entriesOf, type Gathered, readSchema, retentionStart, toEvidence } from './gather.ts';
import type { UserApp, UserOverviewAnswer } from './people-answers.ts';
import { byConcern } from './rank-user-apps.ts';
import type { Turn } from './turn.ts';

/** How many apps are looked at for one person: their reads fit a few batches. */
const mostApps = 60;

/** What is wrong with somebody, over all apps: one log request. Throws GraphError. */
export async function userOverview(question: UserOverviewQuestion, turn: Turn): Promise<Answer> {
  const { user } = question;
  if (user === undefined) return { kind: 'notUnderstood', question, text: '', reason: 'missing-user' };
  const found = await findSubjects(user, question.subject, turn);
  return overviewOfOne(found.subjects, user, question, turn) ?? overviewFromLog(question, user, turn);
}

/** Undefined where there is nobody. */
function overviewOfOne(
  [subject, ...others]: readonly Subject[],
  user: string,
  question: UserOverviewQuestion,
  turn: Turn,
): Promise<Answer> | Answer | undefined {
  if (!subject) return undefined;
  if (others.length > 0) return chooseSubject(question, user, undefined, [subject, ...others]);
  turn.found.subject = subject;
  return overviewOf(subject, question, turn);
}

/** Whoever has no account any more, or not yet, may still stand in the log. */
async function overviewFromLog(question: UserOverviewQuestion, user: string, turn: Turn): Promise<Answer> {
  const inLog = await findInLog(undefined, user, undefined, turn);
  if (!inLog.log.known) return withoutLog(question);
  const [only, ...others] = inLog.subjects;
  if (!only) {
    const nearest = await nearestSubjects(user, question.subject, turn.reads);
    return overviewOfOne(sameNamed(user, nearest), user, question, turn) ?? noSuchSubject(question, user, nearest);
  }
  if (others.length > 0) return chooseSubject(question, user, undefined, inLog.subjects);
  return overviewOf(only, question, turn, inLog.log);
}

function withoutLog(question: UserOverviewQuestion): Answer {
  return { kind: 'denied', question, who: 'graph', permission: 'ProvisioningLog.Read.All', status: 403 };
}

async function overviewOf(
  subject: Subject,
  question: UserOverviewQuestion,
  turn: Turn,
  known?: Known<LogReading>,
): Promise<Answer> {
  const { reads, now } = turn;
  const from = retentionStart(now);
  const living = subject.type !== 'worker' && subject.deletedAt === undefined;
  const [log, memberships, assigned, catalogue] = await Promise.all([
    known ?? reads.log({ sourceIds: [subject.id], from }),
    living ? reads.memberships(subject) : ({ known: false, why: 'notFound' } as const),
    living ? reads.assignedApps(subject) : ({ known: false, why: 'notFound' } as const),
    living ? reads.catalogue().catch(withoutCatalogue) : undefined,
  ]);
  if (!log.known) return withoutLog(question);

  const common = { log, memberships: new Map([[subject.id, memberships]]) };
  const logged = appsIn(log.value, subject);
  const principals = [subject.id, ...(memberships.known ? memberships.value.map(({ id }) => id) : [])];
  const lookAll = (apps: readonly App[]) => Promise.all(apps.map((app) => lookAt(app, principals, turn)));
  const [inLog, further] = await Promise.all([
    lookAll([...logged.values()].slice(0, mostApps)),
    living ? furtherApps(assigned, catalogue, new Set(logged.keys()), principals, turn) : ({ apps: [] } as FurtherApps),
  ]);
  const looked = [...inLog, ...(await lookAll(further.apps.slice(0, mostApps)))];
  const provisioned = looked.filter(({ app, jobs }) => logged.has(app.id) || mayProvision(jobs));
  const left = subject.deletedAt !== undefined || subject.accountEnabled === false;
  const apps = await Promise.all(provisioned.map((one) => lineOf(one, subject, left, common, turn)));
  const answer: UserOverviewAnswer = {
    kind: 'userOverview',
    question,
    subject,
    apps: apps.toSorted(byConcern),
    left,
    from: from.toISOString(),
    truncated: log.value.truncated || logged.size > mostApps || further.apps.length > mostApps,
    unassigned: further.missing,
    asOf: now.toISOString(),
  };
  return answer;
}

/** Graph knows no synchronization of an app that has none. */
function mayProvision(jobs: Known<readonly Job[]>): boolean {
  return jobs.known ? jobs.value.length > 0 : jobs.why !== 'notFound';
}

/** Without the names of the tenant's apps only those of the log are told. */
function withoutCatalogue(error: unknown): undefined {
  if (!(error instanceof GraphError)) throw error;
}

/** The apps that entries tell of, by id, the one with the newest entry first. */
function appsIn(log: LogReading, subject: Subject): ReadonlyMap<string, App> {
  const apps = new Map<string, App>();
  for (const { app } of entriesOf(subject, { known: true, value: log, at: log.to })) {
    if (app.id && !apps.has(app.id)) apps.set(app.id, { id: app.id, name: app.name ?? app.id, roles: [] });
  }
  return apps;
}

/** The log names the app; what more the tenant tells of it can be missed. */
function withoutApps(error: unknown): readonly App[] {
  if (error instanceof GraphError && (error.code === 'forbidden' || error.code === 'serverError')) return [];
  throw error;
}

interface LookedAt {
  readonly app: App;
  readonly jobs: Known<readonly Job[]>;
  readonly assignments: Known<readonly Assignment[]>;
}

/** Asked for in one tick for all apps, so that the reads share batches. */
async function lookAt(app: App, principals: readonly string[], { reads }: Turn): Promise<LookedAt> {
  const [found, jobs, assignments] = await Promise.all([
    reads.findApps(app.id).catch(withoutApps),
    reads.jobs(app.id),
    reads.assignments(app.id, async () => principals),
  ]);
  return { app: found.find(({ id }) => id === app.id) ?? app, jobs, assignments };
}

/** The same judgement that explains the person in this app alone. */
async function lineOf(
  { app, jobs, assignments }: LookedAt,
  subject: Subject,
  left: boolean,
  common: Pick<Gathered, 'log' | 'memberships'>,
  turn: Turn,
): Promise<UserApp> {
  const gathered: Gathered = { ...common, jobs, assignments, syncAll: { known: false, why: 'notRead' } };
  const unread = { known: false, why: 'notRead' } as const;
  const first = toEvidence(app, subject, gathered, unread, turn.now);
  const { entries, logged } = judge(first);
  // Only a gate that was shut needs the filter and the mappings of today.
  const schema = logged?.ending === 'gate' ? await readSchema(app, gathered, entries, turn.reads) : unread;
  const evidence = schema.known ? { ...first, schema } : first;
  const standing = standingOf(entries);
  return {
    app,
    diagnosis: diagnose(evidence),
    standing,
    stillActive: left && standing === 'active',
    onlyAssigned: entries.length === 0,
  };
}

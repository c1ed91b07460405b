import type { DigestAnswer, DigestApp } from '../answers/news.ts';
import {
  type CycleCount,
  type CycleCounts,
  type CycleProblem,
  type CycleSubject,
  type CycleSummary,
  cycleCounts,
} from '../diagnosis/cycle.ts';
import { cycleOf } from './change.ts';
import type { Message } from './outbox.ts';
import type { Telling } from './presenting.ts';

/** The messages of a day as one answer, the app that needs somebody most first. Pure. */
export function composeDigest({ messages, subscription }: Telling, now: Date): DigestAnswer {
  const byApp = new Map<string, Message[]>();
  for (const message of messages) {
    const known = byApp.get(message.app.id);
    if (known) known.push(message);
    else byApp.set(message.app.id, [message]);
  }
  const apps = [...byApp.values()]
    .map(digestApp)
    .toSorted((one, other) => need(other) - need(one) || byName(one, other));
  const from = messages[0]?.noticedAt ?? now.toISOString();
  return {
    kind: 'digest',
    question: { kind: 'overview' },
    apps,
    from,
    to: now.toISOString(),
    subscription,
    asOf: now.toISOString(),
  };
}

function digestApp(messages: readonly Message[]): DigestApp {
  const newest = messages.at(-1);
  if (!newest) throw new RangeError('an app of a digest has at least one message');
  const changes = messages.flatMap((message) => message.changes);
  const cycles = changes.map(cycleOf).filter((cycle) => cycle !== undefined);
  const summaries = messages.flatMap(({ summary }) => (summary ? [summary] : []));
  const problems = mergedProblems(summaries);
  return {
    app: newest.app,
    changes: changes.filter(({ kind }) => kind !== 'cycleCompleted'),
    cycles: cycles.length,
    failedCycles: cycles.filter(({ state }) => state === 'Failed').length,
    lastEndedAt: cycles
      .map(({ endedAt }) => endedAt)
      .toSorted()
      .at(-1),
    unread: messages.filter((message) => message.changes.some(cycleOf) && !message.summary).length,
    all: added(
      summaries.map(({ all }) => all),
      problems,
    ),
    users: added(
      summaries.map(({ users }) => users),
      problems.map((one) => only(one, (type) => type !== 'group')),
    ),
    groups: added(
      summaries.map(({ groups }) => groups),
      problems.map((one) => only(one, (type) => type === 'group')),
    ),
    problems,
    truncated: summaries.some(({ truncated }) => truncated),
  };
}

/** Each person with the last that was told of them; new, when they were new in any of the cycles. */
function mergedProblems(summaries: readonly CycleSummary[]): readonly CycleProblem[] {
  const last = new Map<string, { readonly problem: CycleProblem; readonly subject: CycleSubject }>();
  for (const { problems } of summaries) {
    for (const problem of problems) {
      for (const subject of problem.subjects) {
        const isNew = last.get(subject.id)?.subject.isNew === true || subject.isNew;
        last.set(subject.id, { problem, subject: { ...subject, isNew } });
      }
    }
  }
  const merged = new Map<string, { readonly problem: CycleProblem; readonly subjects: CycleSubject[] }>();
  for (const { problem, subject } of last.values()) {
    const key = `${problem.trouble} ${problem.cause} ${problem.cause === 'unrecognised' ? problem.code : ''}`;
    const group = merged.get(key) ?? { problem, subjects: [] };
    group.subjects.push(subject);
    merged.set(key, group);
  }
  return [...merged.values()]
    .map(({ problem, subjects }) => ({ ...problem, subjects }))
    .toSorted((one, other) => other.subjects.length - one.subjects.length);
}

function only(problem: CycleProblem, wanted: (type: CycleSubject['type']) => boolean): CycleProblem {
  return { ...problem, subjects: problem.subjects.filter(({ type }) => wanted(type)) };
}

/** What was written adds up; whoever is in trouble is counted once, however many cycles tell of it. */
function added(all: readonly CycleCounts[], problems: readonly CycleProblem[]): CycleCounts {
  const troubled = (trouble: CycleProblem['trouble']) =>
    problems.filter((one) => one.trouble === trouble).reduce((sum, { subjects }) => sum + subjects.length, 0);
  const once: Partial<Record<CycleCount, number>> = {
    failed: troubled('failed'),
    unexpectedSkips: troubled('skipped'),
    warnings: troubled('warned'),
    heldDeletions: troubled('held'),
  };
  const counts = cycleCounts.map((count) => [count, once[count] ?? all.reduce((sum, one) => sum + one[count], 0)]);
  return Object.fromEntries(counts) as CycleCounts;
}

/** Nothing gets through, then somebody is newly in trouble, then somebody is, then all is well. */
function need({ changes, failedCycles, problems }: DigestApp): number {
  const stopped = changes.some(({ kind }) =>
    ['quarantineEntered', 'quarantineReasonChanged', 'deletionsHeld', 'stopped', 'stalled'].includes(kind),
  );
  const fresh = problems.reduce((sum, { subjects }) => sum + subjects.filter(({ isNew }) => isNew !== false).length, 0);
  const old = problems.reduce((sum, { subjects }) => sum + subjects.length, 0);
  return (stopped ? 1e9 : 0) + (failedCycles > 0 ? 1e8 : 0) + fresh * 1e4 + old;
}

function byName(one: DigestApp, other: DigestApp): number {
  return one.app.name.localeCompare(other.app.name);
}

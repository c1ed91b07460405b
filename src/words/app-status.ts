import type { AppStatusAnswer } from '../answers/app-answers.ts';
import { type CycleCount, type CycleProblem, type CycleSummary, cycleCounts } from '../diagnosis/cycle.ts';
import { fixForJob } from '../diagnosis/fix.ts';
import type { Question } from '../questions/question.ts';
import { tellApp } from './app-told.ts';
import { isAskable } from './askable.ts';
import type { Clock } from './clock.ts';
import { firstNamed, fixOf } from './explanation.ts';
import type { Language } from './language.ts';
import type { ToldHealth } from './language-apps.ts';
import { wordPerson } from './person.ts';
import { portalLink, tutorialLink } from './portal-links.ts';
import { sourceOfCause } from './sources.ts';
import type { Link, WordedCandidate, WordedEvidence, WordedFix } from './worded.ts';
import type { WordedAppStatus, WordedCounts, WordedProblem, WordedTroubled } from './worded-apps.ts';

/** How many of those who share a trouble are named. */
export const mostNamed = 3;

/** How an app's provisioning is doing. */
export function appStatus(answer: AppStatusAnswer, language: Language, clock: Clock): Omit<WordedAppStatus, 'cost'> {
  const { question, health, cycles } = answer;
  const cause = health.cause ?? 'job-running';
  const told = tellApp(answer.app, health.job, cause, language, clock);
  const about: ToldHealth = { told, health, cycles };
  const { health: words } = language;
  const documented = health.quarantine?.documented;
  const fix = health.cause ? fixOf(fixForJob(health.cause, health.job, documented), told, language) : [];
  const last = cycles?.last;
  return {
    question,
    kind: 'appStatus',
    app: { id: told.app.id, name: told.app.name, galleryName: answer.app.galleryName },
    state: health.job.state,
    stateName: words.state(health),
    need: health.need,
    reason: words.reason(about),
    headline: words.headline(about),
    why: words.why(about),
    lastCycle: health.lastCycle,
    nextCycleAt: health.job.nextCycleAt,
    progress: health.firstCycle,
    quarantine: health.quarantine,
    counts: last && countsOf(last, answer),
    facts: words.facts(about),
    tally: last ? tallyOf(last, about, language) : [],
    problems: last?.problems.map((problem) => problemOf(problem, about, language)) ?? [],
    standing: cycles?.standing.map((problem) => problemOf(problem, about, language)) ?? [],
    trend:
      cycles?.trend.map((point) => ({ ...point, when: clock.moment(point.at), text: words.trend(point, about) })) ?? [],
    evidence: evidenceOf(about, answer.asOf, language),
    fix,
    links: linksOf(about, fix, answer.tutorial, language),
    notes: [...words.notes(about, answer.gaps), ...(isUnknown(answer) ? [words.affectedUnknown] : [])],
    affected: answer.affected && {
      total: answer.affected.total,
      from: answer.affected.from,
      complete: answer.affected.limits.length === 0,
      text: words.affected(answer.affected, about),
      people: answer.affected.people.map((person) => wordPerson(person, told.app.id, clock)),
    },
    candidates: (answer.provisioned ?? [])
      .filter(({ id }) => isAskable(id))
      .map((app): WordedCandidate => {
        const again: Question = { kind: 'appStatus', app: app.id };
        return {
          type: 'app',
          id: app.id,
          name: firstNamed(app.name, app.galleryName, app.id),
          detail: '',
          question: again,
        };
      }),
    asOf: clock.moment(answer.asOf),
  };
}

/** It was asked who is affected, and the log that tells it cannot be read. */
function isUnknown({ question, affected, gaps }: AppStatusAnswer): boolean {
  return question.focus === 'affected' && affected === undefined && gaps.some(({ part }) => part === 'log');
}

function countsOf({ all, users, groups, truncated }: CycleSummary, { health }: AppStatusAnswer): WordedCounts {
  const { entitled, exported } = health.lastCycle ?? {};
  return { ...all, users, groups, entitled, exported, atLeast: truncated };
}

function tallyOf(last: CycleSummary, { told }: ToldHealth, { health: words }: Language): WordedAppStatus['tally'] {
  const figure = (count: number) => {
    const text = told.clock.number(count);
    return last.truncated && count > 0 ? words.atLeast(text) : text;
  };
  return cycleCounts
    .filter((count: CycleCount) => last.all[count] > 0)
    .map((count) => ({
      name: words.count[count],
      users: figure(last.users[count]),
      groups: figure(last.groups[count]),
    }));
}

/** A problem of a cycle in words, the new ones first. */
export function problemOf(problem: CycleProblem, about: Pick<ToldHealth, 'told'>, language: Language): WordedProblem {
  const { trouble, cause, code, subjects } = problem;
  const known = subjects.some(({ isNew }) => isNew !== undefined);
  const ordered = subjects.toSorted((one, other) => Number(other.isNew ?? false) - Number(one.isNew ?? false));
  const { id: app } = about.told.app;
  const its = { ...about.told, diagnosis: { ...about.told.diagnosis, cause, code, documented: problem.documented } };
  return {
    trouble,
    cause,
    code,
    ...language.health.problem(problem, about),
    total: subjects.length,
    newOnes: known ? subjects.filter(({ isNew }) => isNew).length : undefined,
    subjects: ordered.slice(0, mostNamed).map(({ id, name, type, isNew }): WordedTroubled => {
      const askable = isAskable(id) && isAskable(app);
      const question: Question | undefined = askable ? { kind: 'explain', user: id, app, subject: type } : undefined;
      return { type, id, name: firstNamed(name, id), isNew, question };
    }),
    fix: fixOf(problem.fix, its, language)[0],
  };
}

function evidenceOf(about: ToldHealth, asOf: string, language: Language): readonly WordedEvidence[] {
  const { health, cycles, told } = about;
  const { moment } = told.clock;
  const job: WordedEvidence = { source: 'job', text: language.health.proof(about), at: asOf, when: moment(asOf) };
  const entries = cycles?.last?.problems.slice(0, 3).flatMap((problem): WordedEvidence[] => {
    const [first] = problem.subjects;
    if (!first) return [];
    const text = [language.health.problem(problem, about).title, problem.code].filter(Boolean).join(', ');
    return [{ source: 'log', text, at: first.at, ref: first.entryId, when: moment(first.at) }];
  });
  const documented = health.quarantine?.documented;
  const known = documented === undefined ? undefined : language.code(documented, told);
  return [
    job,
    ...(entries ?? []),
    ...(documented && known
      ? [{ source: 'catalogue' as const, text: `${documented}: ${known.title}`, at: '', when: '' }]
      : []),
  ];
}

/** The page of the app's provisioning, what is documented, and the tutorial where it is to be set up or mended. */
export function linksOf(
  { told, health }: Pick<ToldHealth, 'told' | 'health'>,
  fix: readonly WordedFix[],
  tutorial: string | undefined,
  language: Language,
): readonly Link[] {
  const page = portalLink('app-provisioning', told);
  const source = sourceOfCause(health.cause ?? 'awaiting-next-cycle', health.quarantine?.documented);
  return [
    ...(page ? [{ title: language.place('app-provisioning', told), url: page }] : []),
    ...(source ? [{ title: language.documentation, url: source }] : []),
    ...(tutorial && fix.length > 0 ? [{ title: language.tutorial(told), url: tutorialLink(tutorial) }] : []),
  ];
}

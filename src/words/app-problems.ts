import type { AppProblemsAnswer } from '../answers/people-answers.ts';
import type { ProblemGroup, ProblemPerson } from '../diagnosis/problems.ts';
import { isAskable } from './app-status.ts';
import type { Clock } from './clock.ts';
import { firstNamed, fixOf } from './explanation.ts';
import type { Language, Told } from './language.ts';
import { portalLink, tutorialLink } from './portal-links.ts';
import { sourceOfCause } from './sources.ts';
import { tellAlone } from './tell-alone.ts';
import type { Link, WordedFix } from './worded.ts';
import type { WordedAppProblems, WordedPerson, WordedProblemGroup } from './worded-people.ts';

/** Steps of the whole answer; those of a group stand with it. */
const mostSteps = 10;

/** Who failed or was skipped in an app, by cause. */
export function appProblems(
  answer: AppProblemsAnswer,
  language: Language,
  clock: Clock,
): Omit<WordedAppProblems, 'cost'> {
  const { question, window, total, expected, recovered, limits, asOf } = answer;
  const { people: words } = language;
  const app = { id: answer.app.id, name: firstNamed(answer.app.name, answer.app.galleryName, answer.app.id) };
  const named: AppProblemsAnswer = { ...answer, app: { ...answer.app, name: app.name } };
  const groups = answer.groups.map((group) => groupOf(group, named, language, clock));
  const [only, ...others] = groups;
  const limit = limits.at(-1);
  return {
    question,
    kind: 'appProblems',
    app,
    window,
    windowText: words.window(named, clock),
    outcome: question.outcome,
    headline: words.problemsHeadline(named, only && others.length === 0 ? only.title : undefined, clock),
    why: words.problemsWhy(named, clock),
    groups,
    total,
    expected,
    recovered,
    complete: limits.length === 0,
    partial: limit && { ...limit, reason: limit.why, text: words.limit(limit, clock) },
    evidence: [{ source: 'log', text: words.problemsRead(named, clock), at: asOf, when: clock.moment(asOf) }],
    fix: once(groups.flatMap(({ fix }) => fix)).slice(0, mostSteps),
    links: linksOf(named, language, clock),
    notes: [...limits.map((one) => words.limit(one, clock)), ...words.problemsNotes(named, clock)],
    asOf: clock.moment(asOf),
  };
}

function groupOf(
  group: ProblemGroup,
  { app }: AppProblemsAnswer,
  language: Language,
  clock: Clock,
): WordedProblemGroup {
  const { outcome, cause, code, documented, count, people } = group;
  const [only] = people;
  const one = count === 1 && only !== undefined;
  const told: Told = {
    subject: one ? { ...only, name: nameOf(only) } : { type: 'user', id: '', name: language.people.each },
    app: { id: app.id, appId: app.appId, name: app.name },
    diagnosis: group.common,
    clock,
    named: true,
  };
  const source = sourceOfCause(cause, documented);
  return {
    outcome,
    outcomeName: language.people.outcomes[outcome],
    cause,
    code,
    title: language.reason(cause, told),
    why: language.why(told),
    count,
    counted: language.people.counted(group, clock),
    people: people.map((person) => personOf(person, app.id, clock)),
    fix: fixOf(group.common.fix, told, language),
    links: source ? [{ title: language.documentation, url: source }] : [],
  };
}

function personOf(person: ProblemPerson, app: string, clock: Clock): WordedPerson {
  const { type, id, userPrincipalName, at, ref } = person;
  const askable = isAskable(id) && isAskable(app);
  const question = askable ? ({ kind: 'explain', user: id, app, subject: type } as const) : undefined;
  return { id, name: nameOf(person), userPrincipalName, type, at, ref, when: clock.moment(at), question };
}

function nameOf({ name, userPrincipalName, id }: ProblemPerson): string {
  return firstNamed(name, userPrincipalName, id);
}

/** A step that several groups need is told once. */
function once(fixes: readonly WordedFix[]): readonly WordedFix[] {
  return [...new Map(fixes.map((fix) => [`${fix.owner} ${fix.text}`, fix])).values()];
}

function linksOf({ app, tutorial }: AppProblemsAnswer, language: Language, clock: Clock): readonly Link[] {
  const url = portalLink('app-provisioning', { app });
  const told = tellAlone({ app }, language, clock);
  return [
    ...(url ? [{ title: language.place('app-provisioning', told), url }] : []),
    ...(tutorial ? [{ title: language.tutorial(told), url: tutorialLink(tutorial) }] : []),
  ];
}

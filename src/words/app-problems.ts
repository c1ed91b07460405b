import type { AppProblemsAnswer } from '../answers/people-answers.ts';
import type { ProblemGroup } from '../diagnosis/problems.ts';
import type { Clock } from './clock.ts';
import { firstNamed, fixOf } from './explanation.ts';
import type { Language, Told } from './language.ts';
import { nameOfPerson, wordPerson } from './person.ts';
import { portalLink, tutorialLink } from './portal-links.ts';
import { sourceOfCause } from './sources.ts';
import { tellAlone } from './tell-alone.ts';
import type { Link, WordedFix } from './worded.ts';
import type { WordedAppProblems, WordedOtherGroup, WordedProblemGroup } from './worded-people.ts';

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
  const [only, ...further] = groups;
  const others = answer.others?.groups.map((group) => otherOf(groupOf(group, named, language, clock)));
  const limit = limits.at(-1);
  return {
    question,
    kind: 'appProblems',
    app,
    window,
    windowText: words.window(named, clock),
    outcome: question.outcome,
    code: question.code,
    headline: words.problemsHeadline(named, only && further.length === 0 ? only.title : undefined, clock),
    why: words.problemsWhy(named, others ?? [], clock),
    groups,
    total,
    expected,
    recovered,
    others: others && { total: answer.others?.total ?? 0, groups: others },
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
    subject: one ? { ...only, name: nameOfPerson(only) } : { type: 'user', id: '', name: language.people.each },
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
    people: people.map((person) => wordPerson(person, app.id, clock)),
    fix: fixOf(group.common.fix, told, language),
    links: source ? [{ title: language.documentation, url: source }] : [],
  };
}

function otherOf({ outcome, outcomeName, cause, code, title, count, counted }: WordedProblemGroup): WordedOtherGroup {
  return { outcome, outcomeName, cause, code, title, count, counted };
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

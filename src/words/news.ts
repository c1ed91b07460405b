import type { NewsAnswer } from '../answers/news.ts';
import type { Subscription } from '../answers/subscriptions.ts';
import { type CycleProblem, type CycleSummary, cycleCounts } from '../diagnosis/cycle.ts';
import type { Question } from '../questions/question.ts';
import { problemOf } from './app-status.ts';
import { tellApp } from './app-told.ts';
import type { Clock } from './clock.ts';
import { fixOf } from './explanation.ts';
import type { Language, Told } from './language.ts';
import type { ToldNews } from './language-news.ts';
import { causeOf, documentedOf, jobFixes, leadOf, toneOf } from './news-lead.ts';
import { portalLink } from './portal-links.ts';
import { sourceOfCause } from './sources.ts';
import { isMuted } from './watching.ts';
import type { Link, WordedAction } from './worded.ts';
import type { WordedProblem } from './worded-apps.ts';
import type { WordedFigure, WordedNews } from './worded-news.ts';

/** What happened to the provisioning of one app. */
export function news(answer: NewsAnswer, language: Language, clock: Clock): Omit<WordedNews, 'cost'> {
  const { app, changes, summary, subscription } = answer;
  const lead = leadOf(changes);
  const told = tellApp({ ...app, roles: [] }, { state: 'unknown' }, causeOf(lead), language, clock);
  const about: ToldNews = { answer, lead, told };
  const { news: words } = language;
  const reason = words.reason(about);
  const cycle = 'cycle' in lead ? lead.cycle : undefined;
  const fix = fixOf(jobFixes(lead), told, language);
  return {
    question: answer.question,
    kind: 'news',
    app: told.app,
    changes: changes.map(({ kind }) => kind),
    tone: toneOf(lead, summary),
    word: words.word(lead),
    headline: words.headline(told.app.name, reason),
    reason,
    when: words.when(about),
    text: words.text(about),
    cycle: cycle && {
      id: cycle.activityIdentifier,
      beganAt: cycle.beganAt,
      endedAt: cycle.endedAt,
      state: cycle.state,
    },
    counts: summary && { ...summary.all, users: summary.users, groups: summary.groups, atLeast: summary.truncated },
    figures: summary ? figuresOf(summary, language, clock) : [],
    apart: summary ? words.apart(summary, clock) : '',
    problems: summary ? problemsOf(summary.problems, told, language) : [],
    fix,
    trend: answer.trend.map((point) => ({
      ...point,
      when: clock.short(point.at),
      text: language.health.trend(point, { told }),
    })),
    notes: words.notes(about),
    links: linksOf(about, language),
    subscribed: words.subscribed(subscription, clock),
    actions: [
      { title: words.status, question: { kind: 'appStatus', app: app.id } },
      ...(summary && summary.problems.length > 0
        ? [{ title: language.labels.whoHasProblems, question: { kind: 'appProblems', app: app.id } } as const]
        : []),
      ...subscriptionActions(subscription, told.app, answer.asOf, language),
    ],
    asOf: clock.moment(answer.asOf),
  };
}

/** Mute and stop for what the card is about; the rest stands on the card that lists the subscriptions. */
export function subscriptionActions(
  subscription: Subscription,
  app: { readonly id: string; readonly name: string } | undefined,
  asOf: string,
  { subscriptionActions: titles }: Language,
): readonly WordedAction[] {
  const about = app && { app: app.id };
  const mute: Question = { kind: 'watch', ...about, muteMinutes: 24 * 60 };
  const stop = app && !subscription.app ? titles.leaveOut(app.name) : titles.stop;
  return [
    ...(isMuted(subscription, asOf) ? [] : [{ title: titles.mute, question: mute }]),
    { title: stop, question: { kind: 'unwatch', ...(about ?? { all: true }) } },
    { title: titles.settings, question: { kind: 'watching' } },
  ];
}

/** What was written, then what was not. The rare ones only where there are some. */
function figuresOf(summary: CycleSummary, language: Language, clock: Clock): readonly WordedFigure[] {
  const figure = (count: number) => {
    const text = clock.number(count);
    return summary.truncated && count > 0 ? language.health.atLeast(text) : text;
  };
  return cycleCounts
    .filter((count) => (count !== 'warnings' && count !== 'heldDeletions') || summary.all[count] > 0)
    .map((count) => ({
      count,
      name: language.news.figure[count],
      all: figure(summary.all[count]),
      users: figure(summary.users[count]),
      groups: figure(summary.groups[count]),
    }));
}

/** Problems in words, those with somebody new in them first. */
export function problemsOf(
  problems: readonly CycleProblem[],
  told: Told,
  language: Language,
): readonly WordedProblem[] {
  return problems
    .map((problem) => problemOf(problem, { told }, language))
    .toSorted((one, other) => Number((other.newOnes ?? 1) > 0) - Number((one.newOnes ?? 1) > 0));
}

function linksOf({ lead, told }: ToldNews, language: Language): readonly Link[] {
  const page = portalLink('app-provisioning', told);
  const documented = documentedOf(lead);
  const source = lead.kind === 'cycleCompleted' ? undefined : sourceOfCause(causeOf(lead), documented);
  return [
    ...(page ? [{ title: language.place('app-provisioning', told), url: page }] : []),
    ...(source ? [{ title: language.documentation, url: source }] : []),
  ];
}

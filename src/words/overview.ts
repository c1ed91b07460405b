import type { AppLine, OverviewAnswer } from '../answers/app-answers.ts';
import type { OverviewQuestion } from '../questions/question.ts';
import { tellApp } from './app-told.ts';
import { isAskable } from './askable.ts';
import type { Clock } from './clock.ts';
import { firstNamed } from './explanation.ts';
import type { Language } from './language.ts';
import type { WordedAppLine, WordedOverview } from './worded-apps.ts';

/** The provisioned apps of the tenant, worst first. */
export function overview(answer: OverviewAnswer, language: Language, clock: Clock): Omit<WordedOverview, 'cost'> {
  const { question, page } = answer;
  const words = language.overview;
  const apps = answer.apps.map((line) => lineOf(line, language, clock));
  const from = (page.number - 1) * page.size;
  const pageQuestion = (number: number): OverviewQuestion => ({ ...question, page: number });
  return {
    question,
    kind: 'overview',
    headline: words.headline(answer, clock),
    text: words.text(answer, clock),
    apps,
    counts: answer.counts,
    page: {
      ...page,
      text: page.of > 1 ? words.page(page.number, page.of) : '',
      apps: apps.slice(from, from + page.size),
      next: page.number < page.of ? { title: words.next, question: pageQuestion(page.number + 1) } : undefined,
      before: page.number > 1 ? { title: words.before, question: pageQuestion(page.number - 1) } : undefined,
    },
    filters: ([undefined, 'problems', 'quarantine'] as const)
      .filter((only) => only !== question.only)
      .map((only) => ({ title: words.filter[only ?? 'all'], question: { kind: 'overview', ...(only && { only }) } })),
    notes: words.notes(answer, clock),
    asOf: clock.moment(answer.asOf),
  };
}

function lineOf({ app, health }: AppLine, language: Language, clock: Clock): WordedAppLine {
  const told = tellApp(app, health.job, health.cause ?? 'job-running', language, clock);
  return {
    id: app.id,
    name: firstNamed(app.name, app.galleryName, app.id),
    state: health.job.state,
    stateName: language.health.state(health),
    need: health.need,
    text: language.overview.line({ told, health }),
    lastCycleAt: health.job.lastCycleAt,
    escrowed: health.lastCycle?.escrowed,
    daysLeft: health.quarantine?.daysLeft,
    question: isAskable(app.id) ? { kind: 'appStatus', app: app.id } : undefined,
  };
}

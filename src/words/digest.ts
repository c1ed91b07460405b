import type { DigestAnswer, DigestApp } from '../answers/news.ts';
import { tellApp } from './app-told.ts';
import type { Clock } from './clock.ts';
import type { Language } from './language.ts';
import { problemsOf, subscriptionActions } from './news.ts';
import type { NewsTone, WordedDigest, WordedDigestApp } from './worded-news.ts';

/** A day of the apps that a conversation is told about. */
export function digest(answer: DigestAnswer, language: Language, clock: Clock): Omit<WordedDigest, 'cost'> {
  const { subscription } = answer;
  const { news: words } = language;
  return {
    question: answer.question,
    kind: 'digest',
    headline: words.digestHeadline(answer, clock),
    when: words.digestWhen(answer, clock),
    text: words.digestText(answer, clock),
    apps: answer.apps.map((app) => worded(app, language, clock)),
    subscribed: words.subscribed(subscription, clock),
    actions: subscriptionActions(subscription, subscription.app, answer.asOf, language),
    asOf: clock.moment(answer.asOf),
  };
}

function worded(digested: DigestApp, language: Language, clock: Clock): WordedDigestApp {
  const { app, cycles, all } = digested;
  const told = tellApp({ ...app, roles: [] }, { state: 'unknown' }, 'awaiting-next-cycle', language, clock);
  return {
    id: app.id,
    name: told.app.name,
    tone: toneOf(digested),
    reason: language.news.digestReason(digested, clock),
    text: language.news.digestApp(digested, clock),
    cycles,
    counts: all,
    problems: problemsOf(digested.problems, told, language),
    question: { kind: 'appStatus', app: app.id },
  };
}

function toneOf({ changes, failedCycles, problems }: DigestApp): NewsTone {
  const last = changes.findLast(({ kind }) => kind !== 'appProvisioned' && kind !== 'firstCycleCompleted')?.kind;
  if (last && last !== 'quarantineLeft' && last !== 'resumed' && last !== 'started') return 'stopped';
  if (failedCycles > 0) return 'stopped';
  return problems.length > 0 ? 'wrong' : 'fine';
}

import type { Answered } from '../answers/answer.ts';
import type { NewsAnswer } from '../answers/news.ts';
import type { TrendPoint } from '../diagnosis/health.ts';
import { cycleOf } from './change.ts';
import { composeDigest } from './digest.ts';
import type { Message, PastCycle } from './outbox.ts';
import type { Telling } from './presenting.ts';

/** How many cycles the trend shows. */
const trendLength = 6;

/** What a delivery tells, as an answer that nobody asked for. Pure; throws RangeError without a message. */
export function compose(telling: Telling, now: Date): Answered {
  const answer = telling.digest ? composeDigest(telling, now) : composeNews(telling, now);
  return { answer, cost: { graphRequests: 0, logRequests: 0, roundTrips: 0, ms: 0 } };
}

function composeNews({ messages, subscription, past }: Telling, now: Date): NewsAnswer {
  const [message] = messages;
  if (!message) throw new RangeError('there is nothing to tell without a message');
  const { app, summary, noticedAt } = message;
  return {
    kind: 'news',
    question: { kind: 'appStatus', app: app.id },
    app,
    changes: messages.flatMap(({ changes }) => changes),
    summary,
    trend: trendOf(message, past),
    subscription,
    noticedAt,
    asOf: now.toISOString(),
  };
}

function trendOf({ changes, summary }: Message, past: readonly PastCycle[]): readonly TrendPoint[] {
  const endedAt = changes.map(cycleOf).findLast((cycle) => cycle !== undefined)?.endedAt;
  if (!summary || !endedAt) return [];
  const earlier = past.filter((one) => one.endedAt < endedAt);
  return [{ endedAt, summary }, ...earlier].slice(0, trendLength).map(pointOf).toReversed();
}

function pointOf({ endedAt, summary: { all } }: PastCycle): TrendPoint {
  return {
    at: endedAt,
    written: all.created + all.updated + all.disabled + all.deleted,
    failed: all.failed,
    unexpectedSkips: all.unexpectedSkips,
  };
}

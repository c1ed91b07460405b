import { type Subscription, subscriptionFor } from '../answers/subscriptions.ts';
import type { CycleSummary } from '../diagnosis/cycle.ts';
import { digestMoment } from './digest-moment.ts';
import type { WatchLogger } from './look.ts';
import type { Message, Outbox, Planned } from './outbox.ts';
import type { Presenting } from './presenting.ts';

export interface TellDeps {
  readonly outbox: Outbox;
  readonly presenting: Presenting;
  readonly summarise: (message: Message, signal: AbortSignal) => Promise<CycleSummary | undefined>;
  readonly now: () => Date;
  readonly logger: WatchLogger;
}

/** After so long a message goes without what the log would tell: late figures are worth less than news. */
const withoutLogAfterMs = 2 * 60 * 60 * 1000;

/**
 * Completes a message with what the log tells, and plans its deliveries. Rejects while the log cannot be read, to be
 * called again, and when the store cannot be reached. A message that was told already is left alone.
 */
export async function tell(deps: TellDeps, messageId: string, signal: AbortSignal): Promise<void> {
  const { outbox, presenting, logger } = deps;
  const message = await outbox.message(messageId);
  if (!message) return;
  const summary = await summaryOf(deps, message, signal);
  const told: Message = { ...message, summary };
  const now = deps.now();
  const planned: Planned[] = [];
  for (const subscription of concerned(await outbox.subscriptions(), message)) {
    const urgency = presenting.urgencyOf(told, subscription);
    if (urgency === 'not') continue;
    const digestAt = urgency === 'canWait' && subscription.digest ? digestMoment(subscription.digest, now) : undefined;
    planned.push({ subscription, digestAt });
  }
  await outbox.tell(told, planned, now);
  logger.info({ messageId, appId: message.app.id, conversations: planned.length }, 'a change is told');
}

async function summaryOf(deps: TellDeps, message: Message, signal: AbortSignal): Promise<CycleSummary | undefined> {
  try {
    return await deps.summarise(message, signal);
  } catch (error) {
    const waited = deps.now().getTime() - Date.parse(message.noticedAt);
    if (signal.aborted || waited < withoutLogAfterMs) throw error;
    deps.logger.warn({ err: error, messageId: message.id }, 'a change is told without the log, which cannot be read');
    return undefined;
  }
}

/** One subscription for each conversation: those that were there, and neither paused nor muted, when it was noticed. */
function concerned(all: readonly Subscription[], { app, noticedAt }: Message): readonly Subscription[] {
  const at = Date.parse(noticedAt);
  const heard = all.filter(({ createdAt }) => Date.parse(createdAt) <= at);
  const places = Map.groupBy(heard, ({ place }) => place.conversationId);
  return [...places.values()].flatMap((own) => {
    const subscription = subscriptionFor(app.id, own);
    if (!subscription || subscription.about === 'nothing') return [];
    const { mutedUntil } = subscription;
    return mutedUntil !== undefined && Date.parse(mutedUntil) > at ? [] : [subscription];
  });
}

import { conversationLimits, type Limits, tenantLimits } from './limits.ts';
import type { WatchLogger } from './look.ts';
import type { Delivery, Outbox, Outcome } from './outbox.ts';
import type { Content, Presenting } from './presenting.ts';
import type { Speak, Spoken } from './speaking.ts';

export interface DeliverDeps {
  readonly outbox: Outbox;
  readonly presenting: Presenting;
  readonly limits: Limits;
  readonly speak: Speak;
  readonly now: () => Date;
  readonly random: () => number;
  /** Resolves after the time; rejects as soon as the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly logger: WatchLogger;
}

/** A limit that opens so soon is waited for; otherwise the delivery comes back later, and others go first. */
const longestWaitMs = 3000;
/** The first pause before a delivery is tried again; it doubles up to the longest. */
const firstPauseMs = 2000;
const longestPauseMs = 10 * 60_000;
/** What could not be delivered for so long is no news any more. */
const givenUpAfterMs = 24 * 60 * 60 * 1000;

/** How many past cycles a card may show. */
const mostPast = 10;

/**
 * Sends one card to one conversation, if it is still wanted, and writes down what came of it at once. Rejects when the
 * store cannot be reached or the card cannot be made: it is then called again.
 */
export async function deliver(deps: DeliverDeps, deliveryId: string, signal: AbortSignal): Promise<void> {
  const { outbox, limits, speak, logger, now } = deps;
  const delivery = await outbox.delivery(deliveryId, now());
  if (!delivery) return;
  const content = await compose(deps, delivery);
  if (!content) return outbox.settle(deliveryId, { is: 'dropped' }, now());

  const { conversationId } = delivery.subscription.place;
  const wait = (await waitFor(deps, conversationId, signal)) || (await waitForTenant(deps, signal));
  if (wait > 0) return outbox.settle(deliveryId, { is: 'postponed', until: new Date(now().getTime() + wait) }, now());

  signal.throwIfAborted();
  const spoken = await speak(delivery.reference, content, signal);
  const outcome = outcomeOf(spoken, delivery, deps);
  await outbox.settle(deliveryId, outcome, now());
  const fields = { deliveryId, subscriptionId: delivery.subscription.id, attempts: delivery.attempts + 1 };
  if (outcome.is === 'delivered') return logger.info(fields, 'delivered');
  const code = 'code' in outcome ? outcome.code : undefined;
  logger.warn({ ...fields, outcome: outcome.is, code }, 'not delivered');
  // What Teams asks for holds for whatever else is to be said there.
  const [longest] = conversationLimits;
  if (spoken.is === 'again' && spoken.afterMs && longest) await limits.hold(longest, conversationId, spoken.afterMs);
}

async function compose({ outbox, presenting }: DeliverDeps, delivery: Delivery): Promise<Content | undefined> {
  const { messages, digest, subscription } = delivery;
  const [only] = messages;
  const past = only && !digest ? await outbox.past(only, endOf(only), mostPast) : [];
  return presenting.compose({ messages, subscription, digest, past });
}

/** Before this moment lie the cycles that a message can be compared with. */
function endOf({ changes, noticedAt }: Delivery['messages'][number]): Date {
  const ends = changes.flatMap((change) => ('cycle' in change && change.cycle ? [change.cycle.endedAt] : []));
  return new Date(ends.toSorted().at(-1) ?? noticedAt);
}

function waitFor(deps: DeliverDeps, conversationId: string, signal: AbortSignal): Promise<number> {
  return take(deps, conversationLimits, conversationId, signal);
}

function waitForTenant(deps: DeliverDeps, signal: AbortSignal): Promise<number> {
  return take(deps, tenantLimits, 'tenant', signal);
}

/** 0 once there is room; else for how long there will be none. */
async function take(
  { limits, sleep, random }: DeliverDeps,
  wanted: Parameters<Limits['take']>[0],
  key: string,
  signal: AbortSignal,
): Promise<number> {
  for (let waited = 0; ; ) {
    const ms = await limits.take(wanted, key);
    if (ms === 0) return 0;
    // Spread, so that all who wait do not come back in one moment.
    const pause = Math.ceil(ms * (1 + random() / 2));
    if (waited + pause > longestWaitMs) return pause;
    waited += pause;
    await sleep(pause, signal);
  }
}

function outcomeOf(spoken: Spoken, { attempts, createdAt }: Delivery, { now, random }: DeliverDeps): Outcome {
  switch (spoken.is) {
    case 'accepted':
      return { is: 'delivered', activityId: spoken.activityId };
    case 'refused':
      return { is: 'failed', code: spoken.code, end: spoken.end };
    case 'again': {
      const at = now().getTime();
      if (at - Date.parse(createdAt) > givenUpAfterMs) return { is: 'failed', code: spoken.code };
      const doubled = Math.min(firstPauseMs * 2 ** Math.min(attempts, 20), longestPauseMs) * (0.5 + random() / 2);
      return { is: 'waiting', until: new Date(at + Math.max(doubled, spoken.afterMs ?? 0)), code: spoken.code };
    }
  }
}

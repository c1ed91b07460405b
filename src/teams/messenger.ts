import { type Activity, ActivityTypes, type ConversationReference, type TurnContext } from 'botbuilder';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import type { BotAdapter } from './adapter.ts';

/** Speaks into one conversation, in the thread of the activity that it answers, during the turn and after it. */
export interface Messenger {
  /** Gives the id of what was sent, where Teams tells it. */
  send(activity: Partial<Activity>): Promise<string | undefined>;
  /** Replaces what was sent before. Rejects when it is gone. */
  update(id: string, activity: Partial<Activity>): Promise<void>;
  /** Takes back what was sent before. Rejects when it is gone. */
  remove(id: string): Promise<void>;
  typing(): Promise<void>;
  /** Speaks to the asker alone, in their own chat. Rejects where there is none: Skipper is not added there, or blocked. */
  sendToAsker(activity: Partial<Activity>): Promise<void>;
}

export interface MessengerDeps {
  readonly adapter: BotAdapter;
  readonly botId: string;
  /** How long to wait before the first further try, in milliseconds. */
  readonly retryMs: number;
}

/** A Messenger for the conversation that `reference` tells of. Rejects with the connector's error when tries run out. */
export function createMessenger(
  { adapter, botId, retryMs }: MessengerDeps,
  reference: Partial<ConversationReference>,
): Messenger {
  // The connector client tries again after 429, 502 and 503 by itself; Teams asks for it after 412 too.
  const patience = retry(handleWhen(isPreconditionFailed), {
    maxAttempts: 3,
    backoff: new ExponentialBackoff({ initialDelay: retryMs, maxDelay: retryMs * 8 }),
  });
  const within = <T>(work: (context: TurnContext) => Promise<T>) =>
    patience.execute(() => withContext(adapter, botId, reference, work));
  return {
    send: (activity) => within(async (context) => (await context.sendActivity(activity))?.id || undefined),
    update: (id, activity) =>
      within(async (context) => {
        await context.updateActivity({ ...activity, id });
      }),
    remove: (id) => within((context) => context.deleteActivity(id)),
    typing: () =>
      within(async (context) => {
        await context.sendActivity({ type: ActivityTypes.Typing });
      }),
    sendToAsker: (activity) =>
      patience.execute(() =>
        withOutcome(
          (work) => adapter.talkTo(botId, reference, work),
          async (context) => {
            await context.sendActivity(activity);
          },
        ),
      ),
  };
}

async function withContext<T>(
  adapter: BotAdapter,
  botId: string,
  reference: Partial<ConversationReference>,
  work: (context: TurnContext) => Promise<T>,
): Promise<T> {
  return withOutcome(
    (run) =>
      adapter.continueConversationAsync(botId, reference, async (context) => {
        // The continuation has an id of its own; replies belong to the activity that was received.
        context.activity.id = reference.activityId;
        await run(context);
      }),
    work,
  );
}

/** What the work in a context comes to: the adapter hands what is thrown to its own error handler and goes on. */
async function withOutcome<T>(
  enter: (run: (context: TurnContext) => Promise<void>) => Promise<void>,
  work: (context: TurnContext) => Promise<T>,
): Promise<T> {
  let outcome: { readonly value: T } | { readonly error: unknown } | undefined;
  await enter(async (context) => {
    try {
      outcome = { value: await work(context) };
    } catch (error) {
      outcome = { error };
    }
  });
  if (outcome === undefined) throw new Error('the adapter did not run the continuation');
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

function isPreconditionFailed(error: Error): boolean {
  return 'statusCode' in error && error.statusCode === 412;
}

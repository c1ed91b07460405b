import { Application } from '@microsoft/teams-ai';
import { ActivityTypes, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { BotAdapter } from './adapter.ts';
import { isForeign } from './answering.ts';
import { type Inbound, readInbound } from './inbound.ts';
import { createMessenger } from './messenger.ts';
import type { Places } from './place.ts';
import { onExecute, onInstalled, onQuestion, onSubmit, type TurnDeps } from './turns.ts';

export interface BotDeps extends TurnDeps {
  readonly adapter: BotAdapter;
  readonly botId: string;
  readonly retryMs: number;
  readonly newId: () => string;
  readonly logger: Logger;
  /** Absent where nothing is kept. */
  readonly places?: Places;
}

/**
 * The routes of the bot, on teams-ai's Application, of which only the routing is used: its typing is one timer for all
 * turns, its handling of card actions remembers cards across people, and its state conflicts where turns overlap.
 */
export function createBot(deps: BotDeps): Application {
  const app = new Application({
    adapter: deps.adapter,
    botAppId: deps.botId,
    startTypingTimer: false,
    removeRecipientMention: false,
    longRunningMessages: false,
  });

  const turnOf = (context: TurnContext) => {
    const inbound = readInbound(context.activity);
    const correlationId = deps.newId();
    const { type, conversation } = context.activity;
    deps.logger.info(
      { correlationId, type, kind: inbound.kind, conversation: conversation.conversationType },
      'received',
    );
    if (!isForeign(deps.tenantId, inbound.tenantIds)) void deps.track(keepPlace(deps, inbound), correlationId);
    const reference = TurnContext.getConversationReference(context.activity);
    return { inbound, correlationId, messenger: createMessenger(deps, reference) };
  };

  app.addRoute(
    async (context) =>
      context.activity.type === ActivityTypes.Invoke && context.activity.name === 'adaptiveCard/action',
    async (context) => {
      const { inbound, ...turn } = turnOf(context);
      if (inbound.kind !== 'tap') return;
      const body = await onExecute(deps, { inbound, ...turn });
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
    },
    true,
  );

  app.activity(ActivityTypes.Message, async (context) => {
    const { inbound, ...turn } = turnOf(context);
    if (inbound.kind === 'question') await onQuestion(deps, { inbound, ...turn });
    if (inbound.kind === 'tap') await onSubmit(deps, { inbound, ...turn });
  });

  app.activity(ActivityTypes.InstallationUpdate, async (context) => {
    const { inbound, ...turn } = turnOf(context);
    if (inbound.kind === 'installed') await onInstalled(deps, { inbound, ...turn });
  });

  // Edits, deletions, reactions, joins, other invokes: nothing to say, and no silence by accident.
  app.addRoute(
    async () => true,
    async (context) => {
      if (readInbound(context.activity).kind === 'uninstalled') turnOf(context);
      deps.logger.debug({ type: context.activity.type, name: context.activity.name }, 'ignored');
    },
  );

  return app;
}

/** Keeps the newest way to the conversation, or lets go of it. The turn does not depend on it. */
async function keepPlace({ places, logger }: BotDeps, { kind, place }: Inbound): Promise<void> {
  try {
    await (kind === 'uninstalled' ? places?.removed(place) : places?.seen(place));
  } catch (error) {
    logger.warn({ err: error }, 'the way to a conversation could not be kept');
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Answered } from './answers/answer.ts';
import type { Place } from './answers/ask.ts';
import type { StillTold } from './answers/still-told.ts';
import type { Config } from './config.ts';
import { type CoreDeps, type CoreSettings, createCore, databasePasswordFor } from './core.ts';
import { keepAuditFor, keepMemoryShort } from './store/keep.ts';
import { openStore } from './store/open-store.ts';
import type { Store, StoreOptions } from './store/store.ts';
import { renderCard } from './teams/cards/render.ts';
import type { Present, Presented } from './teams/outbound.ts';
import { createSpeak } from './teams/proactive.ts';
import { type BotServer, createBotServer } from './teams/server.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import { compose } from './watch/compose.ts';
import type { Outbox } from './watch/outbox.ts';
import type { Presenting } from './watch/presenting.ts';
import { urgencyOf } from './watch/urgency.ts';
import { createWatcher, type Watcher } from './watch/watcher.ts';
import { type ClockFor, clocksWith, type Formats } from './words/clock.ts';
import { labelsFor, saidTo } from './words/languages.ts';
import { type Audience, word } from './words/word.ts';
import type { Reader } from './words/worded.ts';

export { StoreError } from './store/errors.ts';

/** So many pairs of locale and time zone are in use at a time, even in a company of all continents. */
const mostReaders = 100;

/** How long a person in Teams waits for a throttled Graph before the answer says so. */
const patience = { patienceMs: 20_000, attempts: 4 };

/** In a chat nobody minds a moment, and who asks in the meantime comes along. */
export const chatLog = { gapsMs: [0, 0, 600, 1200, 1600] } as const;

export interface AppDeps
  extends Omit<CoreDeps, 'patience' | 'logger' | 'subscriptions' | 'audit' | 'memory' | 'log' | 'telemetry'> {
  readonly logger: Logger;
  readonly telemetry?: Telemetry;
  /** Stands in for the store of the settings. */
  readonly openStore?: (options: StoreOptions) => Promise<Store>;
}

/** The whole bot, not yet listening: nothing is read, kept or sent before `listen`, which can throw StoreError as well. */
export function createApp(config: Config, deps: AppDeps): BotServer {
  let running: Running | undefined;
  return {
    async listen() {
      const store = await (deps.openStore ?? openStore)(storeOptions(config, deps));
      running = assemble(config, deps, store);
      try {
        const listening = await running.server.listen();
        await running.watcher.start();
        return listening;
      } catch (error) {
        await running.close();
        throw error;
      }
    },
    close: async () => running?.close(),
  };
}

interface Running {
  readonly server: BotServer;
  readonly watcher: Watcher;
  /** People first: questions are finished, then what is being watched and delivered, and the store goes last. */
  close(): Promise<void>;
}

function assemble(config: Config, deps: AppDeps, store: Store): Running {
  const { logger, newId, now, random, telemetry } = deps;
  const { audit, memory, subscriptions, conversations, outbox, tasks, limits } = store;
  const log = { ...chatLog, budget: store.logBudget };
  const { ask, entra, mayBeTold, checkSignIn } = createCore(coreSettings(config), {
    ...deps,
    patience,
    log,
    subscriptions,
    audit,
    memory,
  });
  const texts = {
    stillLooking: (reader: Reader) => saidTo(reader).stillLooking,
    below: (reader: Reader) => saidTo(reader).below,
    inYourChat: (reader: Reader) => saidTo(reader).inYourChat,
    noChatWithYou: (reader: Reader) => saidTo(reader).noChatWithYou,
    failed: (reader: Reader, correlationId: string) => saidTo(reader).failed(correlationId),
  };
  const clockFor = clocksWith(new LRUCache<string, Formats>({ max: mostReaders }));
  const shown: Present = (answered, reader, audience) =>
    present(answered, reader, config.showValuesInChannels ? 'asker' : audience, clockFor);
  const places = {
    seen: (place: Place) => conversations.seen(place, now()),
    removed: ({ conversationId }: Place) => conversations.removed(conversationId, now()),
  };
  const checks = { graph: checkSignIn, store: () => store.ping() };
  const server = createBotServer({ config, ask, present: shown, texts, checks, logger, newId, places });
  const keeping = [
    keepAuditFor({ audit, days: config.auditRetentionDays, now, logger }),
    keepMemoryShort(memory, logger),
  ];
  const presenting: Presenting = {
    urgencyOf,
    compose(telling) {
      const { reader, place } = telling.subscription;
      return shown(compose(telling, now()), reader, place.type === 'personal' ? 'asker' : 'everybody');
    },
  };
  const watched = onlyToWhoMay(telemetry ? told(outbox, telemetry) : outbox, mayBeTold, deps);
  telemetry?.watchQueues(() => store.queueDepth());
  const watcher = createWatcher({
    entra,
    outbox: watched,
    tasks,
    limits,
    presenting,
    speak: createSpeak({ config, fetch: deps.fetch, now }),
    now,
    random,
    newId,
    sleep: (ms, signal) => delay(ms, undefined, { signal }),
    logger,
    intervalMs: config.watchIntervalSeconds * 1000,
    logDelayMs: config.logDelaySeconds * 1000,
    logShare: config.watchLogShare,
  });
  return {
    server,
    watcher,
    async close() {
      await server.close();
      await watcher.stop(config.stopTimeoutSeconds * 1000);
      await Promise.all(keeping.map((one) => one.stop()));
      // It asks the queues a last time.
      await telemetry?.stop();
      await store.close();
    },
  };
}

/** How long a delivery waits that cannot be decided on, in milliseconds. */
const undecidedMs = 60_000;

/** The same outbox, that hands out nothing for somebody who may not ask any more. */
function onlyToWhoMay(outbox: Outbox, mayBeTold: StillTold, { logger, newId }: AppDeps): Outbox {
  return {
    ...outbox,
    async delivery(id, now) {
      const delivery = await outbox.delivery(id, now);
      if (!delivery) return undefined;
      const turn = { signal: AbortSignal.timeout(undecidedMs), correlationId: newId() };
      const may = await mayBeTold(delivery.subscription, turn);
      if (may === true) return delivery;
      const fields = { deliveryId: id, subscriptionId: delivery.subscription.id };
      if (may === 'unknown') {
        logger.warn(fields, 'a delivery waits: whether the subscriber may still be told cannot be read');
        await outbox.settle(id, { is: 'postponed', until: new Date(now.getTime() + undecidedMs) }, now);
      } else {
        logger.info(fields, 'not delivered: who subscribed may not ask any more');
        await outbox.settle(id, { is: 'dropped' }, now);
      }
      return undefined;
    },
  };
}

/** The same outbox, that tells what came of each delivery. */
function told(outbox: Outbox, telemetry: Telemetry): Outbox {
  return {
    ...outbox,
    async settle(id, outcome, now) {
      await outbox.settle(id, outcome, now);
      telemetry.delivered(outcome.is);
    },
  };
}

function storeOptions(config: Config, { logger, now, newId }: AppDeps): StoreOptions {
  const { databaseUrl, databaseAuth, dataDir, botType, botId } = config;
  const managedIdentityClientId = botType === 'UserAssignedMsi' ? botId : undefined;
  const databasePassword = databasePasswordFor({ databaseUrl, databaseAuth, managedIdentityClientId });
  return { databaseUrl, databasePassword, dataDir, logger, now, newId };
}

function coreSettings(config: Config): CoreSettings {
  const { graphEndpoint, graphToken, allowCredentialTest, turnsPerMinute, botId, botType } = config;
  const { helpdeskGroupId, adminGroupId, appOwnerGroups, auditRetentionDays, auditQuestionText } = config;
  return {
    graphEndpoint,
    graphToken,
    allowCredentialTest,
    turnsPerMinute,
    auditRetentionDays,
    auditsText: auditQuestionText,
    managedIdentityClientId: botType === 'UserAssignedMsi' ? botId : undefined,
    // Without BOT_ID it listens to this machine only.
    access: { helpdeskGroupId, adminGroupId, appOwnerGroups, openWithoutGroups: botId === undefined },
  };
}

/** An answer in words, on a card, and as the one line that a notification shows. */
export function present(
  answered: Answered,
  reader: Reader,
  audience: Audience = 'asker',
  clockFor?: ClockFor,
): Presented {
  const worded = word(answered, reader, audience, clockFor);
  return { card: renderCard(worded, labelsFor(reader)), summary: worded.headline };
}

import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Answered } from './answers/answer.ts';
import type { Config } from './config.ts';
import { type CoreDeps, type CoreSettings, createCore } from './core.ts';
import { renderCard } from './teams/cards/render.ts';
import type { Present, Presented } from './teams/outbound.ts';
import { type BotServer, createBotServer } from './teams/server.ts';
import { type ClockFor, clocksWith, type Formats } from './words/clock.ts';
import { labelsFor, saidTo } from './words/languages.ts';
import { type Audience, word } from './words/word.ts';
import type { Reader } from './words/worded.ts';

/** So many pairs of locale and time zone are in use at a time, even in a company of all continents. */
const mostReaders = 100;

/** How long a person in Teams waits for a throttled Graph before the answer says so. */
const patience = { patienceMs: 20_000, attempts: 4 };

/** In a chat nobody minds a moment, and who asks in the meantime comes along. */
export const chatLog = { gapsMs: [0, 0, 600, 1200, 1600] } as const;

export interface AppDeps extends Omit<CoreDeps, 'patience' | 'logger'> {
  readonly logger: Logger;
}

/** The whole bot, not yet listening: nothing is read or sent before `listen`. */
export function createApp(config: Config, deps: AppDeps): BotServer {
  const { ask } = createCore(coreSettings(config), { ...deps, patience, log: chatLog });
  const { logger, newId } = deps;
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
  return createBotServer({ config, ask, present: shown, texts, logger, newId });
}

function coreSettings(config: Config): CoreSettings {
  const { graphEndpoint, graphToken, turnsPerMinute, botId, botType } = config;
  const { helpdeskGroupId, adminGroupId, appOwnerGroups } = config;
  return {
    graphEndpoint,
    graphToken,
    turnsPerMinute,
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

import { TeamsAdapter } from '@microsoft/teams-ai';
import {
  type Activity,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Config } from '../config.ts';

export type CredentialFactory = ConstructorParameters<typeof TeamsAdapter>[1];

/**
 * botbuilder's CloudAdapter (teams-ai's, which only adds its name) without its HTTP part: that one prints to the console and tells callers its internals.
 * `receive` authenticates the request, runs the turn and returns what an invoke is answered with.
 */
export class BotAdapter extends TeamsAdapter {
  receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

/**
 * The adapter for the bot's identity; without one nobody is authenticated, which the settings allow on loopback only.
 * `credentials` stands in for the bot's own sign-in.
 */
export function createAdapter(config: Config, credentials?: CredentialFactory): BotAdapter {
  const factory = credentials ?? new ConfigurationServiceClientCredentialFactory(identityOf(config));
  // As soon as one of these is given, botbuilder has no default for the others.
  const cloud = {
    ToChannelFromBotLoginUrl: config.botLoginUrl,
    ToChannelFromBotOAuthScope: config.botOauthScope,
    ToBotFromChannelTokenIssuer: config.botTokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl: config.botOpenIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: config.botOpenIdMetadataUrl,
    OAuthUrl: 'https://api.botframework.com',
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: true,
  };
  return new BotAdapter(cloud, factory);
}

function identityOf(config: Config): Record<string, string> {
  if (config.botId === undefined) return {};
  const identity = {
    MicrosoftAppId: config.botId,
    MicrosoftAppType: config.botType ?? 'SingleTenant',
    MicrosoftAppTenantId: config.botTenantId ?? '',
  };
  return config.botPassword === undefined ? identity : { ...identity, MicrosoftAppPassword: config.botPassword };
}

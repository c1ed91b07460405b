import { TeamsAdapter } from '@microsoft/teams-ai';
import {
  type Activity,
  ConfigurationServiceClientCredentialFactory,
  type ConversationParameters,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Config } from '../config.ts';

export type CredentialFactory = ConstructorParameters<typeof TeamsAdapter>[1];

/**
 * A request is not who it says. `operator`: it could not even be looked at, since the keys of Bot Framework were not to
 * be had (BOT_OPENID_METADATA_URL, the network).
 */
export class NotAuthenticated extends Error {
  readonly code: 'refused' | 'operator';

  constructor(code: 'refused' | 'operator', cause: unknown) {
    super(code === 'refused' ? 'the request is not authenticated' : 'requests cannot be authenticated', { cause });
    this.name = 'NotAuthenticated';
    this.code = code;
  }
}

/**
 * botbuilder's CloudAdapter (teams-ai's, which only adds its name) without its HTTP part, which prints to the console
 * and tells callers its internals. `receive` authenticates the request, runs the turn and returns what an invoke is
 * answered with; throws NotAuthenticated.
 */
export class BotAdapter extends TeamsAdapter {
  readonly #audience: string;

  /** `audience`: whom the bot's own token is for. */
  constructor(cloud: ConstructorParameters<typeof TeamsAdapter>[0], factory: CredentialFactory, audience: string) {
    super(cloud, factory);
    this.#audience = audience;
  }

  async receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(await this.#authenticate(authorization, activity), activity, logic);
  }

  /** A context in the chat that somebody has with the bot alone; it is made where there is none yet. */
  async talkTo(
    botId: string,
    { user, conversation, serviceUrl, channelId, bot }: Partial<ConversationReference>,
    work: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const tenantId = conversation?.tenantId;
    const parameters = {
      isGroup: false,
      bot,
      members: user ? [user] : [],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    } as Partial<ConversationParameters> as ConversationParameters;
    const run = async (context: TurnContext) => {
      // Nothing was said there that this could be a reply to.
      context.activity.id = undefined;
      await work(context);
    };
    await this.createConversationAsync(botId, channelId ?? '', serviceUrl ?? '', this.#audience, parameters, run);
  }

  async #authenticate(authorization: string, activity: Activity) {
    const request = await this.botFrameworkAuthentication
      .authenticateRequest(activity, authorization)
      .catch((error: unknown) => {
        throw new NotAuthenticated(isOurTrouble(error) ? 'operator' : 'refused', error);
      });
    // botbuilder checks when a token ends only where the token says so.
    const { claimsIdentity } = request;
    if (claimsIdentity.claims.length > 0 && claimsIdentity.getClaimValue('exp') === null) {
      throw new NotAuthenticated('refused', new Error('the token never ends'));
    }
    return request;
  }
}

/** botbuilder throws what its parts throw: a forged signature comes as jsonwebtoken's error, a lost network as node-fetch's. */
function isOurTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  return error.name === 'FetchError' || ('statusCode' in error && Number(error.statusCode) >= 500);
}

/**
 * The adapter for the bot's identity; without one nobody is authenticated, which the settings allow on loopback only.
 * `credentials` stands in for the bot's own sign-in.
 */
export function createAdapter(config: Config, credentials?: CredentialFactory): BotAdapter {
  const factory = credentials ?? createCredentialFactory(config);
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
  return new BotAdapter(cloud, factory, config.botOauthScope);
}

/** The bot's own sign-in; without an identity it signs nothing. */
export function createCredentialFactory(config: Config): NonNullable<CredentialFactory> {
  return new ConfigurationServiceClientCredentialFactory(identityOf(config));
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

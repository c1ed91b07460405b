import { z } from 'zod/v4';
import { ConfigError, contradictions, type Environment, type Fault, given, isLoopback } from './config-faults.ts';

export { ConfigError, type Environment, type Fault, isLoopback } from './config-faults.ts';

/** What the bot runs on: read once, frozen, and passed to whoever needs a part of it. */
export interface Config {
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  readonly botId?: string;
  readonly botType?: BotType;
  readonly botTenantId?: string;
  readonly botPassword?: string;
  readonly botOpenIdMetadataUrl: string;
  readonly botTokenIssuer: string;
  readonly botLoginUrl: string;
  readonly botOauthScope: string;
  readonly allowUnauthenticated: boolean;
  readonly graphEndpoint: string;
  readonly graphToken?: string;
  readonly allowCredentialTest: boolean;
  readonly helpdeskGroupId?: string;
  readonly adminGroupId?: string;
  /** Group id → ids of the apps that its members may ask about. */
  readonly appOwnerGroups: Readonly<Record<string, readonly string[]>>;
  readonly turnsPerMinute: number;
  readonly showValuesInChannels: boolean;
  readonly auditRetentionDays: number;
  readonly auditQuestionText: boolean;
  readonly databaseUrl?: string;
  readonly databaseAuth: DatabaseAuth;
  readonly dataDir: string;
  readonly watchIntervalSeconds: number;
  readonly logDelaySeconds: number;
  readonly watchLogShare: number;
  readonly applicationInsights?: string;
  readonly turnTimeoutSeconds: number;
  readonly stopTimeoutSeconds: number;
  readonly logLevel: LogLevel;
  readonly nodeEnv: string;
}

export type BotType = (typeof botTypes)[number];
export type DatabaseAuth = (typeof databaseAuths)[number];
export type LogLevel = (typeof logLevels)[number];

/** Who reads the settings: the terminal needs only those about Graph and the log. */
export type Purpose = 'bot' | 'terminal';

interface Setting<T> {
  readonly name: string;
  readonly description: string;
  /** Takes the trimmed text; fails where it is not what `wants` says. */
  readonly parser: z.ZodType<T, string>;
  /** What a value looks like, for the mend: "a whole number from 0 to 65535". */
  readonly wants: string;
  /** The text that stands in where nothing is set; without one the setting may stay empty. */
  readonly default?: string;
  /** Stands in for `default` where it depends on other settings; `default` then says how. */
  readonly derive?: (env: Environment) => string;
  readonly requiredWhen?: string;
  readonly secret?: true;
  readonly unsafe?: true;
  /** Settings that the terminal reads too. */
  readonly terminal?: true;
}

type Settings = { readonly [Key in keyof Config]-?: Setting<NonNullable<Config[Key]>> };

const botTypes = ['SingleTenant', 'UserAssignedMsi'] as const;
const databaseAuths = ['password', 'entra'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const appLists = z.record(z.string().regex(guid), z.array(z.string().regex(guid)).min(1));
const secureUrl = z.string().refine(isSecureUrl);
const wantsUrl = 'a URL that begins with https:// (http:// is for this machine only)';

/** The one table of settings. The README's table, the checks and the start-up summary come from it. */
export const settings: Settings = {
  port: {
    name: 'PORT',
    description: 'Port that the bot listens on.',
    parser: wholeNumber(0, 65_535),
    wants: 'a whole number from 0 to 65535',
    default: '3978',
  },
  host: {
    name: 'HOST',
    description: 'Address that the bot listens on. Without `BOT_ID` it must be one of this machine only.',
    parser: z.string().regex(/^[0-9a-z.:-]+$/i),
    wants: 'an IP address or a host name',
    default: '127.0.0.1 without BOT_ID, else 0.0.0.0',
    derive: (env) => (given(env, 'BOT_ID') === undefined ? '127.0.0.1' : '0.0.0.0'),
  },
  botId: {
    name: 'BOT_ID',
    description: 'Application (client) id of the bot.',
    parser: z.string().regex(guid),
    wants: 'the application id of the bot, a GUID',
    requiredWhen: 'unless `ALLOW_UNAUTHENTICATED`',
  },
  botType: {
    name: 'BOT_TYPE',
    description: 'How the bot proves who it is: `SingleTenant` (with a password) or `UserAssignedMsi` (on Azure).',
    parser: z.enum(botTypes),
    wants: botTypes.join(' or '),
    requiredWhen: 'with `BOT_ID`',
  },
  botTenantId: {
    name: 'BOT_TENANT_ID',
    description: 'Tenant of the bot. Askers of another tenant are refused.',
    parser: z.string().refine((text) => guid.test(text) || domain.test(text)),
    wants: 'the id of the tenant (a GUID) or its domain',
    requiredWhen: 'with `BOT_ID`',
  },
  botPassword: {
    name: 'BOT_PASSWORD',
    description: 'Client secret of the bot.',
    parser: z.string(),
    wants: 'the client secret of the bot',
    requiredWhen: 'with `BOT_TYPE=SingleTenant`',
    secret: true,
  },
  botOpenIdMetadataUrl: {
    name: 'BOT_OPENID_METADATA_URL',
    description: 'Where the keys are published that sign requests from Teams. National clouds have their own.',
    parser: secureUrl,
    wants: wantsUrl,
    default: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  },
  botTokenIssuer: {
    name: 'BOT_TOKEN_ISSUER',
    description: 'Who issues the tokens of requests from Teams. National clouds have their own.',
    parser: z.string().refine(isUrl),
    wants: 'a URL',
    default: 'https://api.botframework.com',
  },
  botLoginUrl: {
    name: 'BOT_LOGIN_URL',
    description: 'Where the bot gets its token from. National clouds have their own.',
    parser: secureUrl,
    wants: wantsUrl,
    default: 'https://login.microsoftonline.com/botframework.com',
  },
  botOauthScope: {
    name: 'BOT_OAUTH_SCOPE',
    description: 'Whom the token of the bot is for. National clouds have their own.',
    parser: z.string().refine(isUrl),
    wants: 'a URL',
    default: 'https://api.botframework.com',
  },
  allowUnauthenticated: {
    name: 'ALLOW_UNAUTHENTICATED',
    description: 'Answer requests that nobody signed, from this machine only: for trying the bot out.',
    parser: z.enum(['true', 'false']).transform((text) => text === 'true'),
    wants: 'true or false',
    default: 'false',
    unsafe: true,
  },
  graphEndpoint: {
    name: 'GRAPH_ENDPOINT',
    description: 'Microsoft Graph. National clouds have their own.',
    parser: secureUrl.transform((text) => text.replace(/\/+$/, '')),
    wants: wantsUrl,
    default: 'https://graph.microsoft.com',
    terminal: true,
  },
  graphToken: {
    name: 'GRAPH_TOKEN',
    description: 'A bearer token as it is, e.g. from Graph Explorer, for trying it out; else @azure/identity gets one.',
    parser: z.string().regex(/^[\x21-\x7e]+$/),
    wants: 'the token alone, without "Bearer" and without spaces or line breaks',
    secret: true,
    terminal: true,
  },
  helpdeskGroupId: {
    name: 'HELPDESK_GROUP_ID',
    description:
      'Entra group whose members may ask, those of nested groups too. Without it and `ADMIN_GROUP_ID` nobody may, but for everybody on this machine while it tries the bot out.',
    parser: z.string().regex(guid),
    wants: 'the object id of an Entra group, a GUID',
  },
  adminGroupId: {
    name: 'ADMIN_GROUP_ID',
    description: 'Entra group whose members may also subscribe channels and group chats, and see who did.',
    parser: z.string().regex(guid),
    wants: 'the object id of an Entra group, a GUID',
  },
  appOwnerGroups: {
    name: 'APP_OWNER_GROUPS',
    description:
      'Entra groups whose members may ask about some apps only, as JSON: `{"<group id>": ["<application id>"]}`.',
    parser: z.string().transform(parseJson).pipe(appLists),
    wants: 'JSON such as {"<group id>": ["<application or service principal id>"]}, all ids GUIDs',
    default: '{}',
  },
  turnsPerMinute: {
    name: 'TURNS_PER_MINUTE',
    description: 'How many questions and taps one person has in a minute.',
    parser: wholeNumber(1, 10_000),
    wants: 'a whole number from 1 to 10000',
    default: '30',
  },
  showValuesInChannels: {
    name: 'SHOW_VALUES_IN_CHANNELS',
    description:
      'Show attribute values of people in channels and group chats. Otherwise a button shows them to who presses it.',
    parser: z.enum(['true', 'false']).transform((text) => text === 'true'),
    wants: 'true or false',
    default: 'false',
  },
  auditRetentionDays: {
    name: 'AUDIT_RETENTION_DAYS',
    description: 'How many days it is kept who asked what. `npm run audit` reads it.',
    parser: wholeNumber(1, 3650),
    wants: 'a whole number of days from 1 to 3650',
    default: '365',
  },
  auditQuestionText: {
    name: 'AUDIT_QUESTION_TEXT',
    description:
      'Keep what people typed in the audit, so that `npm run misread` can show which questions were misread. It can hold names and anything else that people write.',
    parser: z.enum(['true', 'false']).transform((text) => text === 'true'),
    wants: 'true or false',
    default: 'false',
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    description:
      'A PostgreSQL server that keeps subscriptions and the audit, needed where two instances run; else the embedded database in `DATA_DIR`.',
    parser: z.string().refine(isPostgresUrl),
    wants: 'a URL that begins with postgres://',
    secret: true,
    terminal: true,
  },
  databaseAuth: {
    name: 'DATABASE_AUTH',
    description:
      'How to sign in to `DATABASE_URL`: `password` (the one in the URL, if any) or `entra` (a token of the identity, for PostgreSQL on Azure).',
    parser: z.enum(databaseAuths),
    wants: databaseAuths.join(' or '),
    default: 'password',
    terminal: true,
  },
  dataDir: {
    name: 'DATA_DIR',
    description: 'Folder of the embedded database. One process at a time may have it. `memory:` keeps nothing.',
    parser: z.string(),
    wants: 'a folder that Skipper may write to',
    default: '.data',
    terminal: true,
  },
  watchIntervalSeconds: {
    name: 'WATCH_INTERVAL_SECONDS',
    description: 'How often the watched apps are looked at.',
    parser: wholeNumber(1, 86_400),
    wants: 'a whole number of seconds from 1 to 86400',
    default: '300',
  },
  logDelaySeconds: {
    name: 'LOG_DELAY_SECONDS',
    description: 'How long log entries of a finished cycle may still be coming, so that its message waits for them.',
    parser: wholeNumber(0, 86_400),
    wants: 'a whole number of seconds from 0 to 86400',
    default: '600',
  },
  watchLogShare: {
    name: 'WATCH_LOG_SHARE',
    description: 'How many of the five log requests in ten seconds watching may spend at the most. People go first.',
    parser: wholeNumber(1, 5),
    wants: 'a whole number from 1 to 5',
    default: '2',
  },
  allowCredentialTest: {
    name: 'ALLOW_CREDENTIAL_TEST',
    description:
      'Let people have Entra try the saved credentials of an app. It changes nothing, but needs the permission `Synchronization.ReadWrite.All`, which could.',
    parser: z.enum(['true', 'false']).transform((text) => text === 'true'),
    wants: 'true or false',
    default: 'false',
    terminal: true,
  },
  applicationInsights: {
    name: 'APPLICATIONINSIGHTS_CONNECTION_STRING',
    description: 'Where traces and metrics go: Application Insights. Without it nothing is measured.',
    parser: z.string().regex(/^InstrumentationKey=[0-9a-f-]{36}(;[^;=]+=[^;]*)*;?$/i),
    wants: 'the connection string of an Application Insights resource, "InstrumentationKey=…;IngestionEndpoint=…"',
    secret: true,
  },
  turnTimeoutSeconds: {
    name: 'TURN_TIMEOUT_SECONDS',
    description: 'How long a question may take before the asker is told that it did not work.',
    parser: wholeNumber(1, 600),
    wants: 'a whole number of seconds from 1 to 600',
    default: '60',
  },
  stopTimeoutSeconds: {
    name: 'STOP_TIMEOUT_SECONDS',
    description: 'How long questions may still take once the bot is told to stop.',
    parser: wholeNumber(0, 600),
    wants: 'a whole number of seconds from 0 to 600',
    default: '10',
  },
  logLevel: {
    name: 'LOG_LEVEL',
    description: `What is logged: ${logLevels.join(', ')}.`,
    parser: z.enum(logLevels),
    wants: `one of ${logLevels.join(', ')}`,
    default: 'info',
    terminal: true,
  },
  nodeEnv: {
    name: 'NODE_ENV',
    description: '`production` refuses the switches that are only for trying out.',
    parser: z.string(),
    wants: 'development or production',
    default: 'development',
  },
};

const keys = Object.keys(settings) as readonly (keyof Config)[];

/**
 * Reads the environment into one frozen Config. An empty text counts as not set.
 * Throws a ConfigError that lists every fault with its mend.
 */
export function loadConfig(env: Environment, purpose: Purpose = 'bot'): Config {
  const faults: Fault[] = [];
  const values: Partial<Record<keyof Config, unknown>> = {};
  for (const key of keys) {
    const setting = settings[key];
    // What the terminal does not use cannot stop it.
    const used = purpose === 'bot' || setting.terminal;
    const text = (used && given(env, setting.name)) || (setting.derive?.(env) ?? setting.default);
    if (text === undefined) continue;
    const parsed = setting.parser.safeParse(text);
    if (parsed.success) values[key] = parsed.data;
    else faults.push(wrongValue(setting, text));
  }
  if (purpose === 'bot') faults.push(...contradictions(env));
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(values) as Config;
}

/** The settings in use, for the log at start-up. Secrets show only that they are set. */
export function summarise(config: Config): Readonly<Record<string, string>> {
  const summary: Record<string, string> = {};
  for (const key of keys) {
    const value = config[key];
    if (value === undefined) continue;
    const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
    summary[settings[key].name] = settings[key].secret ? '(set)' : shown;
  }
  return summary;
}

/** The README's table of settings, in Markdown. */
export function settingsTable(): string {
  const rows = keys.map((key) => {
    const setting = settings[key];
    const marks = [setting.secret && 'Secret.', setting.unsafe && 'Unsafe.'].filter(Boolean).join(' ');
    const needed = setting.requiredWhen ? `needed ${setting.requiredWhen}` : '';
    return `| \`${setting.name}\` | ${setting.default ?? needed} | ${[setting.description, marks].filter(Boolean).join(' ')} |`;
  });
  return ['| Setting | Default | What it is for |', '|---|---|---|', ...rows].join('\n');
}

function wrongValue(setting: Setting<unknown>, text: string): Fault {
  const problem = setting.secret ? 'the value does not look right.' : `"${text.slice(0, 100)}" will not do.`;
  const otherwise = setting.default === undefined ? '.' : `, or leave it out for ${setting.default}.`;
  return { setting: setting.name, problem, mend: `Set it to ${setting.wants}${otherwise}` };
}

function wholeNumber(least: number, most: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//i.test(text) && URL.canParse(text);
}

function isUrl(text: string): boolean {
  return URL.canParse(text);
}

function isSecureUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

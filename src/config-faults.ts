export type Environment = Readonly<Record<string, string | undefined>>;

/** One thing that is wrong with a setting, and how to mend it. Never holds a secret's value. */
export interface Fault {
  readonly setting: string;
  readonly problem: string;
  readonly mend: string;
}

/** All that is wrong with the settings, at once. Thrown before anything listens. */
export class ConfigError extends Error {
  readonly code = 'CONFIG';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const lines = faults.map((fault) => `  ${fault.setting}: ${fault.problem} ${fault.mend}`);
    super(`${faults.length === 1 ? 'One setting is' : `${faults.length} settings are`} wrong:\n${lines.join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

interface Rule extends Fault {
  readonly broken: (set: (name: string) => string | undefined) => boolean;
}

const authenticated = 'BOT_ID needs it.';
const alone = 'is of no use without BOT_ID.';

const rules: readonly Rule[] = [
  {
    setting: 'BOT_TYPE',
    broken: (set) => !!set('BOT_ID') && !set('BOT_TYPE'),
    problem: authenticated,
    mend: 'Set it to SingleTenant or UserAssignedMsi.',
  },
  {
    setting: 'BOT_TENANT_ID',
    broken: (set) => !!set('BOT_ID') && !set('BOT_TENANT_ID'),
    problem: authenticated,
    mend: 'Set it to the id of the tenant that the bot is registered in.',
  },
  {
    setting: 'BOT_PASSWORD',
    broken: (set) => !!set('BOT_ID') && set('BOT_TYPE') === 'SingleTenant' && !set('BOT_PASSWORD'),
    problem: 'BOT_TYPE=SingleTenant needs it.',
    mend: 'Set it to the client secret of the bot.',
  },
  {
    setting: 'BOT_PASSWORD',
    broken: (set) => !!set('BOT_ID') && set('BOT_TYPE') === 'UserAssignedMsi' && !!set('BOT_PASSWORD'),
    problem: 'a managed identity has no password.',
    mend: 'Remove it, or set BOT_TYPE=SingleTenant.',
  },
  {
    setting: 'ALLOW_UNAUTHENTICATED',
    broken: (set) => !!set('BOT_ID') && set('ALLOW_UNAUTHENTICATED') === 'true',
    problem: 'with BOT_ID every request is authenticated.',
    mend: 'Remove one of the two.',
  },
  ...['BOT_TYPE', 'BOT_TENANT_ID', 'BOT_PASSWORD'].map((setting) => ({
    setting,
    broken: (set: (name: string) => string | undefined) => !set('BOT_ID') && !!set(setting),
    problem: alone,
    mend: 'Set BOT_ID, or remove it.',
  })),
  {
    setting: 'BOT_ID',
    broken: (set) => !set('BOT_ID') && set('ALLOW_UNAUTHENTICATED') !== 'true',
    problem: 'is not set, so nobody could be trusted.',
    mend: 'Set BOT_ID with BOT_TYPE and BOT_TENANT_ID; to try the bot out on this machine, set ALLOW_UNAUTHENTICATED=true.',
  },
  {
    setting: 'ALLOW_UNAUTHENTICATED',
    broken: (set) => !set('BOT_ID') && set('ALLOW_UNAUTHENTICATED') === 'true' && set('NODE_ENV') === 'production',
    problem: 'is not for production.',
    mend: 'Remove it and set BOT_ID, or set NODE_ENV=development.',
  },
  {
    setting: 'HOST',
    broken: (set) => !set('BOT_ID') && !!set('HOST') && !isLoopback(set('HOST') ?? ''),
    problem: 'others could reach the bot there, and without BOT_ID it would trust them.',
    mend: 'Set it to 127.0.0.1, or set BOT_ID.',
  },
  {
    setting: 'DATABASE_AUTH',
    broken: (set) => set('DATABASE_AUTH') === 'entra' && !set('DATABASE_URL'),
    problem: 'is of no use without DATABASE_URL.',
    mend: 'Set DATABASE_URL, or remove it.',
  },
  {
    setting: 'DATABASE_URL',
    broken: (set) => set('DATABASE_AUTH') === 'entra' && holdsPassword(set('DATABASE_URL') ?? ''),
    problem: 'holds a password, and DATABASE_AUTH=entra signs in without one.',
    mend: 'Set it to the URL without the password, or set DATABASE_AUTH=password.',
  },
];

/** Settings that are each fine and contradict each other. */
export function contradictions(env: Environment): readonly Fault[] {
  return rules
    .filter((rule) => rule.broken((name) => given(env, name)))
    .map(({ setting, problem, mend }) => ({ setting, problem, mend }));
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}

function holdsPassword(url: string): boolean {
  return URL.canParse(url) && new URL(url).password !== '';
}

/** The trimmed text of a setting; an empty one counts as not set. */
export function given(env: Environment, name: string): string | undefined {
  const text = env[name]?.trim();
  return text === '' ? undefined : text;
}

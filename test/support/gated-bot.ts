import { randomUUID } from 'node:crypto';
import type { LastDelivery } from '../../src/answers/subscriptions.ts';
import { createCore } from '../../src/core.ts';
import { createSandbox, type Listening, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { type LogLine, type RawActivity, startBot, type TestBot } from './bot.ts';
import { createFakeSubscriptions } from './subscriptions.ts';

/** A bot on the sample tenant that lets in only who is in its groups. Its cards show the answer as it is. */
export interface GatedBot extends Pick<TestBot, 'connector' | 'url' | 'post'> {
  readonly sandbox: Sandbox;
  readonly people: Cast;
  /** The app of the app owners, and one that is not theirs. */
  readonly apps: { readonly own: AppOf; readonly other: AppOf };
  /** Notes what became of the last message to a conversation. */
  readonly subscriptions: { delivered(conversationId: string, last: LastDelivery): void };
  readonly logged: LogLine[];
  /** Moves the bot's clock. */
  later(ms: number): void;
  close(): Promise<void>;
}

export interface AppOf {
  readonly id: string;
  readonly name: string;
}

/** Object ids of people by what they are to Skipper. */
export interface Cast {
  readonly admin: string;
  readonly helpdesk: string;
  /** In the helpdesk's group by way of another. */
  readonly nested: string;
  readonly appOwner: string;
  readonly stranger: string;
  /** Of no account in the tenant. */
  readonly unknown: string;
}

export interface GateOptions {
  readonly groups?: 'all' | 'none';
  readonly turnsPerMinute?: number;
}

export async function startGatedBot(options: GateOptions = {}): Promise<GatedBot> {
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const sandbox = createSandbox({ now, throttle: false, logDelaySeconds: 0 });
  const tenant: Listening = await sandbox.listen();
  const { directory } = sandbox.tenant;
  const groups = {
    helpdesk: directory.group('Sales Team'),
    admin: directory.group('sg-app-salesforce-admins'),
    owners: directory.group('Fabrikam project'),
  };
  const member = (ids: readonly string[], outside: readonly string[] = []) => {
    const id = ids.find((one) => !outside.includes(one) && directory.personById(one) !== undefined);
    if (id === undefined) throw new Error('the sample tenant has nobody like that');
    return id;
  };
  const all = [groups.helpdesk, groups.admin, groups.owners].flatMap(({ memberIds }) => memberIds);
  const people: Cast = {
    admin: member(groups.admin.memberIds),
    helpdesk: member(groups.helpdesk.memberIds),
    nested: member(directory.group('Sales EMEA').memberIds, groups.helpdesk.memberIds),
    appOwner: member(groups.owners.memberIds, groups.admin.memberIds),
    stranger: member(directory.group('Marketing').memberIds, all),
    unknown: randomUUID(),
  };
  const appOf = (name: string) => {
    const { id, displayName } = directory.app(name);
    return { id, name: displayName };
  };
  const apps = { own: appOf('Salesforce'), other: appOf('Slack') };
  const logged: LogLine[] = [];
  const subscriptions = createFakeSubscriptions();
  const note = (level: number) => (fields: object, msg: string) => void logged.push({ ...fields, level, msg });
  const { ask } = createCore(
    {
      graphEndpoint: tenant.url,
      graphToken: 'sandbox',
      turnsPerMinute: options.turnsPerMinute ?? 1_000_000,
      access:
        options.groups === 'none'
          ? {}
          : {
              helpdeskGroupId: groups.helpdesk.id,
              adminGroupId: groups.admin.id,
              appOwnerGroups: { [groups.owners.id]: [directory.app('Salesforce').appId] },
            },
    },
    {
      fetch,
      now,
      elapsed: () => performance.now(),
      random: Math.random,
      newId: randomUUID,
      logger: { debug: note(20), info: note(30), warn: note(40), error: note(50) },
      patience: { patienceMs: 1000, attempts: 2 },
      subscriptions,
    },
  );
  const bot = await startBot({ ask });
  return {
    sandbox,
    people,
    apps,
    logged,
    subscriptions: {
      delivered(conversationId, lastDelivery) {
        for (const one of subscriptions.all) {
          if (one.place.conversationId === conversationId) subscriptions.set({ ...one, lastDelivery });
        }
      },
    },
    connector: bot.connector,
    url: bot.url,
    post: bot.post,
    later: (ms) => {
      ahead += ms;
    },
    async close() {
      await bot.close();
      await tenant.close();
    },
  };
}

/** An activity as if it came from somebody else, somewhere else. */
export function from(activity: RawActivity, aadObjectId: string | undefined, place?: string): RawActivity {
  const conversation = {
    ...(activity.conversation as object),
    ...(place === undefined ? {} : { id: `19:${place}`, conversationType: place }),
  };
  return { ...activity, conversation, from: { id: `29:${aadObjectId ?? 'nobody'}`, aadObjectId } };
}

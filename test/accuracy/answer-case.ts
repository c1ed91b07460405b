import type { Answer, Answered } from '../../src/answers/answer.ts';
import { type Core, createCore, type LogManners } from '../../src/core.ts';
import type { SharedLogBudget } from '../../src/entra/reads.ts';
import { word } from '../../src/words/word.ts';
import type { AccuracyCase } from './case.ts';
import { serveTenant } from './fake-graph.ts';
import type { TenantFixture } from './tenant.ts';
import { askedAt } from './wire.ts';

export interface Given {
  readonly answer: Answer;
  /** What the reader would read first. */
  readonly headline: string;
  /** Requests that the stand-in for Graph has no rule for, or that should not have been made at all. */
  readonly strayRequests: readonly string[];
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const patience = { patienceMs: 5_000, attempts: 4 };

/** Asks one case of a fresh Skipper that knows nothing yet. The clock stands at `askedAt`. */
export async function answerCase(one: AccuracyCase): Promise<Given> {
  if (one.tenant === undefined) {
    const stray: string[] = [];
    const refuse: typeof fetch = async (input) => {
      stray.push(input instanceof Request ? input.url : String(input));
      throw new TypeError('this case is answered without Graph');
    };
    return { ...given(await ask(one.ask, coreOn('http://graph.invalid', refuse))), strayRequests: stray };
  }
  const graph = await serveTenant(one.tenant);
  try {
    const core = coreOn(graph.url, fetch);
    return { ...given(await ask(one.ask, core)), strayRequests: graph.unknownPaths };
  } finally {
    await graph.close();
  }
}

function given(answered: Answered): Pick<Given, 'answer' | 'headline'> {
  return { answer: answered.answer, headline: word(answered, { locale: 'en-GB', timeZone: 'UTC' }).headline };
}

/** The same case with two others asking about other people of the tenant, so that the reads of the log are shared. */
export async function answerShared(
  one: AccuracyCase,
  tenant: TenantFixture,
): Promise<{ readonly answer: Answer; readonly wasShared: boolean }> {
  const others = strangers(tenant);
  const graph = await serveTenant({
    ...tenant,
    users: [...tenant.users, ...others.map(({ user }) => user)],
    log: [...tenant.log, ...others.flatMap(({ entries }) => entries)],
  });
  try {
    const core = coreOn(graph.url, fetch, { budget: gathers() });
    const [asked, ...rest] = await Promise.all([
      ask(one.ask, core),
      ...others.map(({ id, app }) => ask(`why was ${id} skipped in "${app}"?`, core)),
    ]);
    const wasShared = rest.some(({ answer, cost }) => answer.kind === 'explanation' && cost.logRequests === 0);
    return { answer: asked.answer, wasShared: wasShared || asked.cost.logRequests === 0 };
  } finally {
    await graph.close();
  }
}

/** Lets nobody ask alone: the first read waits until the others are there. */
function gathers(): SharedLogBudget {
  let asked = false;
  return {
    async take() {
      if (asked) return 0;
      asked = true;
      return 25;
    },
  };
}

/** Two people whom no case is about, with entries like those of the first app's people. */
function strangers(tenant: TenantFixture) {
  const app = String(tenant.apps[0]?.servicePrincipal.displayName ?? '');
  return ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2'].map((id) => {
    const user = {
      id,
      displayName: `Quorra Zylbersztejn ${id.slice(-1)}`,
      userPrincipalName: `${id}@stranger.example`,
      accountEnabled: true,
      userType: 'Member',
    };
    const entries = tenant.log.slice(0, 3).map((entry, index) => ({
      ...entry,
      id: `${id}-${index}`,
      sourceIdentity: { id, displayName: user.displayName, identityType: 'User', details: {} },
    }));
    return { id, app, user, entries };
  });
}

function coreOn(endpoint: string, fetchOver: typeof fetch, log?: LogManners): Core {
  let ids = 0;
  return createCore(
    { graphEndpoint: endpoint, graphToken: 'accuracy' },
    {
      fetch: fetchOver,
      now: () => new Date(askedAt),
      elapsed: () => performance.now(),
      random: () => (log ? 0 : 0.5),
      newId: () => {
        ids += 1;
        return `id-${ids}`;
      },
      logger: silent,
      patience,
      log,
    },
  );
}

function ask(text: string, core: Core): Promise<Answered> {
  return core.ask({ text, signal: AbortSignal.timeout(15_000), correlationId: 'accuracy' });
}

import { randomUUID } from 'node:crypto';
import type { Answered } from '../../src/answers/answer.ts';
import type { AskRequest } from '../../src/answers/ask.ts';
import { type CoreDeps, createCore } from '../../src/core.ts';
import type { Question } from '../../src/questions/question.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts';

export interface AskedTenant {
  readonly sandbox: Sandbox;
  ask(asked: string | Question, more?: Partial<AskRequest>): Promise<Answered>;
  close(): Promise<void>;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The whole way from a question to an answer, against the sample tenant over HTTP. */
export async function askedTenant(
  options: Pick<Partial<CoreDeps>, 'fetch' | 'now' | 'subscriptions' | 'memory' | 'audit'> & {
    readonly apps?: number;
    readonly entries?: number;
    readonly throttle?: SandboxOptions['throttle'];
    readonly allowCredentialTest?: boolean;
  } = {},
): Promise<AskedTenant> {
  const now = options.now ?? (() => new Date());
  const { apps, entries, throttle = false } = options;
  const sandbox = createSandbox({ now, throttle, logDelaySeconds: 0, apps, entries });
  const listening = await sandbox.listen();
  const core = createCore(
    { graphEndpoint: listening.url, graphToken: 'test', allowCredentialTest: options.allowCredentialTest },
    {
      fetch: options.fetch ?? fetch,
      now,
      elapsed: () => performance.now(),
      random: Math.random,
      newId: randomUUID,
      logger: silent,
      subscriptions: options.subscriptions,
      memory: options.memory,
      audit: options.audit,
      patience: { patienceMs: 2000, attempts: 3 },
    },
  );
  return {
    sandbox,
    ask: (asked, more = {}) =>
      core.ask({
        ...(typeof asked === 'string' ? { text: asked } : { question: asked }),
        signal: new AbortController().signal,
        correlationId: randomUUID(),
        ...more,
      }),
    close: () => listening.close(),
  };
}

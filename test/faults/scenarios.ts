import type { Behaviour } from './receiver.ts';
import type { FaultRun } from './run.ts';

export interface Scenario extends Omit<FaultRun, 'random' | 'onProgress'> {
  readonly name: string;
  /** Whether Teams may have taken a message without the bot coming to know: only then may one come twice. */
  readonly mayRepeat: boolean;
}

/** Everything that a connector does wrong. */
const trouble: readonly Behaviour[] = [
  { status: 429, headers: { 'retry-after': '2' } },
  { status: 412 },
  { status: 502 },
  { status: 503 },
  { status: 504 },
  'reset',
  'hang',
];

/** One thing after the other goes wrong, with two successes in between: a message rarely fails more than a few times. */
const inTurn = (call: number): Behaviour => {
  const wrong = call % 3 === 0 ? trouble[(call / 3) % trouble.length] : undefined;
  return wrong ?? { status: 201 };
};

/** The whole measure; `short` is what the tests have time for. */
export function scenarios(short: boolean): readonly Scenario[] {
  const size = short ? { cycles: 5, instances: 2, subscribers: 4 } : { cycles: 200, instances: 3, subscribers: 50 };
  const some = short ? size : { cycles: 20, instances: 3, subscribers: 10 };
  return [
    {
      name: 'bots killed at random moments',
      ...size,
      killEveryMs: short ? 6000 : 10_000,
      ...(short ? { lateMs: 0 } : {}),
      mayRepeat: true,
    },
    { name: 'a connector that fails in turn', ...some, killEveryMs: 0, behave: inTurn, mayRepeat: false },
    {
      name: 'a database that goes away and comes back',
      ...some,
      killEveryMs: 0,
      databaseAwayMs: short ? 3000 : 10_000,
      mayRepeat: true,
    },
  ];
}

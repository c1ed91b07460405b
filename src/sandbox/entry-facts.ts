import type { AppSpec } from './app-list.ts';
import type { SandboxApp } from './apps.ts';
import type { EntrySubject } from './entry-subject.ts';
import type { Gates } from './gates.ts';
import type { Outcome } from './outcomes.ts';

/** Everything that an entry is rendered from. `gates` are those of that time, not of today. */
export interface EntryFacts {
  readonly id: string;
  readonly at: number;
  /** Of a cycle that was run since the tenant was made; else the clock tells which it was. */
  readonly cycleId?: string;
  readonly tenantId: string;
  readonly app: SandboxApp;
  readonly spec: AppSpec;
  readonly subject: EntrySubject;
  readonly gates: Gates;
  readonly outcome: Outcome;
  /** The account's id in the app; '' while it has none. */
  readonly targetId: string;
}

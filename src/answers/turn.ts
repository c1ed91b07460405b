import type { App, Subject } from '../diagnosis/evidence.ts';
import type { Reads } from '../entra/reads.ts';

/** What one turn works with. */
export interface Turn {
  readonly reads: Reads;
  readonly now: Date;
  /** The asker's own Entra object id, for "why was I skipped". */
  readonly self?: string;
  /** Filled as the turn goes on, so that an answer that fails half-way can still say what is known. */
  readonly found: { app?: App; subject?: Subject };
}

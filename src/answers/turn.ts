import type { App, Subject } from '../diagnosis/evidence.ts';
import type { Reads } from '../entra/reads.ts';
import type { Answer } from './answer.ts';
import type { Place } from './ask.ts';

/** What one turn works with. */
export interface Turn {
  readonly reads: Reads;
  readonly now: Date;
  /** IANA zone of the asker. */
  readonly timeZone: string;
  /** The asker's own Entra object id, for "why was I skipped". */
  readonly self?: string;
  /** Where it is asked; absent in a terminal. */
  readonly place?: Place;
  /** Shows what is known while the rest is still being read; each call replaces the one before. */
  readonly interim: (answer: Answer) => void;
  /** Filled as the turn goes on, so that an answer that fails half-way can still say what is known. */
  readonly found: { app?: App; subject?: Subject };
}

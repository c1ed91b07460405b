import type { App, Subject } from '../diagnosis/evidence.ts';
import type { Reads } from '../entra/reads.ts';
import type { Answer, Pending, Row } from './answer.ts';
import type { AskRequest, Place } from './ask.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What one turn works with. */
export interface Turn {
  readonly reads: Reads;
  readonly now: Date;
  /** IANA zone of the asker. */
  readonly timeZone: string;
  /** BCP 47 locale of the asker. */
  readonly locale: string;
  readonly asker?: AskRequest['asker'];
  /** The asker's own Entra object id, for "why was I skipped". */
  readonly self?: string;
  /** Where it is asked; absent in a terminal. */
  readonly place?: Place;
  /** What conversations are told about; absent where nothing is kept, as in a terminal. */
  readonly subscriptions?: Subscriptions;
  /** Shows what is known while `pending` is still to come; each call replaces the one before. Call it as often as something is new. */
  readonly interim: (answer: Answer, pending: Pending) => void;
  /** Takes everybody whom an answer counts, one by one, where somebody wants the whole list. */
  readonly row?: (row: Row) => Promise<void>;
  /** Present where it is recorded who asks what, with for how many days and whether with what was typed. */
  readonly audit?: { readonly days?: number; readonly keepsText: boolean };
  /** Whether the asker is told what only admins are: what became of the messages to a chat of several. */
  readonly isAdmin: boolean;
  /** Filled as the turn goes on, so that an answer that fails half-way can still say what is known. */
  readonly found: { app?: App; subject?: Subject };
}

import type { Answer } from '../../src/answers/answer.ts';
import type { Cause } from '../../src/diagnosis/causes.ts';
import type { CycleCounts } from '../../src/diagnosis/cycle.ts';
import type { Gate, GateState, Note, Owner, Verdict } from '../../src/diagnosis/diagnosis.ts';
import type { Need } from '../../src/diagnosis/health.ts';
import type { TenantFixture } from './tenant.ts';
import type { App, Principal } from './wire.ts';

/** One value, or several where the facts leave more than one reading; the first is the label that is counted. */
export type OneOf<T> = T | readonly [T, ...T[]];

export type Kind = Answer['kind'];

/** What a right answer is. Only what is stated is compared; lists are compared without regard to order. */
export interface Expected {
  readonly kind: OneOf<Kind>;
  readonly verdict?: OneOf<Verdict>;
  readonly cause?: OneOf<Cause>;
  /** Causes that would be wrong, where the facts only say what it is not. */
  readonly notCause?: readonly Cause[];
  readonly also?: readonly Cause[];
  readonly noise?: readonly Cause[];
  /** False marks a real fault: calling it "nothing to fix" breaks a must. */
  readonly expected?: boolean;
  /** Ids; an answer about anybody else breaks a must. */
  readonly subject?: OneOf<string>;
  readonly app?: string;
  readonly nowDiffers?: boolean;
  readonly was?: Cause;
  readonly gateNow?: Readonly<Partial<Record<Gate, GateState>>>;
  readonly owners?: readonly Owner[];
  readonly notOwners?: readonly Owner[];
  readonly notes?: readonly Note['note'][];
  /** Ids that must be among the candidates of a choice or of the nearest names. */
  readonly candidates?: readonly string[];
  readonly permission?: string;
  /** Of an app as a whole. */
  readonly state?: OneOf<string>;
  readonly need?: OneOf<Need>;
  /** What the last cycle did; only the counts that are stated are compared. */
  readonly counts?: Partial<CycleCounts>;
  /** Names of those whose trouble in the last cycle is new. */
  readonly newlyInTrouble?: readonly string[];
  /** Of an overview: the ids of the apps, worst first. */
  readonly order?: readonly string[];
  /** Of who has problems in an app: all of them by cause, as ids. */
  readonly groups?: Readonly<Partial<Record<Cause, readonly string[]>>>;
  /** Of an overview of a person: the verdict by the app's id, or that a leaver is still active there. */
  readonly apps?: Readonly<Record<string, Verdict | 'stillActive'>>;
  /** Of a topic: what it is about, in the words of themes.ts. */
  readonly theme?: string;
}

export interface AccuracyCase {
  readonly id: string;
  /** The fact that the label rests on. */
  readonly from: string;
  /** Undefined: answered without Graph, and none is served. */
  readonly tenant?: TenantFixture;
  readonly ask: string;
  readonly expect: Expected;
}

type Label = Omit<Expected, 'kind' | 'subject' | 'app'>;

/** An explanation about this person in this app. */
export function about(who: Principal, app: App, label: Label): Expected {
  return { kind: 'explanation', subject: who.id, app: app.id, ...label };
}

/** A real fault of this person in this app. */
export function fault(who: Principal, app: App, label: Label): Expected {
  return about(who, app, { expected: false, ...label });
}

/** What a code or a pasted text means. */
export function means(cause: OneOf<Cause>, label: Label = {}): Expected {
  return { kind: 'meaning', cause, ...label };
}

import type { Cause } from '../diagnosis/causes.ts';
import type { Verdict } from '../diagnosis/diagnosis.ts';
import type { SubjectType } from '../questions/question.ts';
import type { Stage } from './stage.ts';

/** What is true about one person, group or worker in one app: the label that answers are measured against. */
export interface Truth {
  readonly id: string;
  readonly type: SubjectType;
  /** A reference that fits nobody else: a user's address, a group's or worker's name. */
  readonly user: string;
  /** The app's name in the tenant. */
  readonly app: string;
  /** A question as somebody would type it. */
  readonly question: string;
  readonly verdict?: Verdict;
  readonly cause: Cause;
  /** Left out, like `noise` and `expected`, where the documentation leaves more than one reading. */
  readonly also?: readonly Cause[];
  readonly noise?: readonly Cause[];
  readonly expected?: boolean;
  readonly note: string;
}

/** A truth and how it comes about. */
export interface Scenario extends Truth {
  readonly set: (stage: Stage) => void;
}

type Given = Pick<Truth, 'id' | 'user' | 'app' | 'cause' | 'note'> & Partial<Truth>;

export function scenario(given: Given, set: (stage: Stage) => void): Scenario {
  const who = given.user.split('@')[0] ?? given.user;
  return { type: 'user', also: [], noise: [], question: `why was ${who} skipped in ${given.app}?`, ...given, set };
}

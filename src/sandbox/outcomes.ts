import type { EntryHead, EntryStatus } from './entry.ts';

/** What came of one object in one cycle. The old and the new shape write the same outcome differently. */
export type Outcome =
  | { readonly is: 'created' }
  | { readonly is: 'updated'; readonly property: string; readonly from: string | null; readonly to: string | null }
  | { readonly is: 'inSync' }
  | { readonly is: 'notEntitled' }
  /** All four gates read open, and yet the assignment record does not entitle. */
  | { readonly is: 'brokenAssignment' }
  | { readonly is: 'disabled' }
  | { readonly is: 'alreadyDisabled' }
  | { readonly is: 'deleted' }
  | { readonly is: 'stagedDelete' }
  | { readonly is: 'invalidAttribute'; readonly property: string }
  | { readonly is: 'importSkipped'; readonly attribute: string }
  | { readonly is: 'unsupportedType' }
  | { readonly is: 'skipped'; readonly reason: string; readonly text: string }
  | { readonly is: 'unresolvedReference'; readonly memberId: string }
  | {
      readonly is: 'failed';
      readonly code: string;
      readonly reason: string;
      readonly during?: 'create' | 'update' | 'matching' | 'import';
      /** Set on a retry: such entries have no scoping step. */
      readonly retries?: number;
      readonly property?: { readonly name: string; readonly value: string };
    };

export function statusOf(outcome: Outcome): EntryStatus {
  switch (outcome.is) {
    case 'created':
    case 'updated':
    case 'disabled':
    case 'deleted':
      return 'success';
    case 'failed':
      return 'failure';
    case 'unresolvedReference':
      return 'failure';
    case 'inSync':
    case 'notEntitled':
    case 'brokenAssignment':
    case 'alreadyDisabled':
    case 'stagedDelete':
    case 'invalidAttribute':
    case 'importSkipped':
    case 'unsupportedType':
    case 'skipped':
      return 'skipped';
  }
}

export function actionOf(outcome: Outcome): EntryHead['provisioningAction'] {
  switch (outcome.is) {
    case 'created':
    case 'invalidAttribute':
    case 'brokenAssignment':
      return 'create';
    case 'updated':
    case 'unresolvedReference':
      return 'update';
    case 'disabled':
      return 'disable';
    case 'deleted':
      return 'delete';
    case 'stagedDelete':
      return 'stagedDelete';
    case 'failed':
      return outcome.during === 'update'
        ? 'update'
        : outcome.during === 'matching' || outcome.during === 'import'
          ? 'other'
          : 'create';
    case 'inSync':
    case 'notEntitled':
    case 'alreadyDisabled':
    case 'importSkipped':
    case 'unsupportedType':
    case 'skipped':
      return 'other';
  }
}

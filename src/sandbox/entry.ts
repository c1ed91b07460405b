export type EntryStatus = 'success' | 'failure' | 'skipped' | 'warning';

export interface EntryStep {
  readonly name: string;
  readonly provisioningStepType: 'import' | 'scoping' | 'matching' | 'processing' | 'referenceResolution' | 'export';
  readonly status: EntryStatus;
  readonly description: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface EntryIdentity {
  readonly id: string;
  readonly displayName: string;
  readonly identityType: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface EntrySystem {
  readonly id: string;
  readonly displayName: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface ErrorInformation {
  readonly errorCode: string;
  readonly reason: string;
  readonly additionalDetails: null;
  readonly errorCategory: 'failure' | 'nonServiceFailure' | 'success';
  readonly recommendedAction: null;
}

/** What a query can filter and sort by; all that is needed before an entry is rendered whole. */
export interface EntryHead {
  readonly id: string;
  readonly activityDateTime: string;
  readonly tenantId: string;
  readonly jobId: string;
  readonly cycleId: string;
  readonly changeId: string;
  readonly provisioningAction: 'create' | 'update' | 'delete' | 'disable' | 'stagedDelete' | 'other';
  readonly durationInMilliseconds: number;
  readonly initiatedBy: {
    readonly id: string;
    readonly displayName: string;
    readonly initiatorType: 'system' | 'application' | 'user';
  };
  readonly servicePrincipal: { readonly id: string; readonly displayName: string };
  readonly sourceSystem: EntrySystem;
  readonly targetSystem: EntrySystem;
  readonly sourceIdentity: EntryIdentity;
  readonly targetIdentity: EntryIdentity;
  readonly provisioningStatusInfo: { readonly status: EntryStatus; readonly errorInformation: ErrorInformation | null };
}

/** A provisioningObjectSummary as Microsoft Graph gives it. */
export interface Entry extends EntryHead {
  readonly provisioningSteps: readonly EntryStep[];
  readonly modifiedProperties: readonly {
    readonly displayName: string;
    readonly oldValue: string | null;
    readonly newValue: string | null;
  }[];
}

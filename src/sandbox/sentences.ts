import type { Gates } from './gates.ts';

/** The stacked reasons of NotEffectivelyEntitled: one sentence for each shut gate, numbered. */
export function notEntitledText(type: string, identifier: string, gates: Gates, hasAssignments: boolean): string {
  const reasons: string[] = [];
  if (!gates.active) reasons.push('This object is not active in the source system.');
  if (hasAssignments && !gates.assigned) {
    reasons.push(
      'This object is not assigned to the application. If you did not expect the object to be skipped, assign the object to the application or change your scoping filter to allow all users and groups to be in scope for provisioning.',
    );
  }
  // Whoever is unassigned has no entitlement either, and the service lists both.
  if (hasAssignments && (!gates.assigned || !gates.role)) {
    reasons.push(
      "This object does not have required entitlement for provisioning. If you did not expect the object to be skipped, update provisioning scope to 'Sync all users and groups' or assign the object to the application with entitlement of provisioning category",
    );
  }
  if (!gates.filter) {
    reasons.push(
      'This object did not pass a scoping filter. If you did not expect the object to be skipped, please review your scoping filters and ensure that the object passes your specified scoping criteria.',
    );
  }
  const numbered = reasons.map((reason, index) => `${index + 1}) ${reason}`).join(' ');
  return `The ${type} '${identifier}' will be skipped due to the following reasons: ${numbered}`;
}

/** The reason of a failure as the SCIM connector words it: the app's answer is JSON in the middle, CRLFs between, and a retry tail. */
export function scimReason(
  what: string,
  status: number,
  statusName: string,
  answer: unknown,
  retry?: { readonly times: number; readonly nextAt: string },
): string {
  const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return [
    `Failed to ${what}; Error: StatusCode: ${statusName}`,
    "Message: Processing of the HTTP request resulted in an exception. Please see the HTTP response returned by the 'Response' property of this exception for details.",
    `Web Response: \r\n${body}. Status: ${status}.${retry === undefined ? '' : ` ${retryTail(retry.times, retry.nextAt)}`}`,
  ].join('\r\n');
}

export function retryTail(times: number, nextAt: string): string {
  return `This operation was retried ${times} times. It will be retried again after this date: ${nextAt} UTC`;
}

export function scimError(detail: string, status: number, scimType?: string): object {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    detail,
    status: String(status),
    ...(scimType === undefined ? {} : { scimType }),
  };
}

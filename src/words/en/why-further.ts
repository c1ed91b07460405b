import type { FurtherCause } from '../../diagnosis/causes.ts';
import type { Told } from '../language.ts';
import { codeWords } from './code-words.ts';
import { attributeName } from './reasons.ts';
import { app, who } from './say.ts';

/** A documented code says it best; the sentence behind it is for a cause that was found without one. */
function documented(otherwise: (told: Told) => string): (told: Told) => string {
  return (told) => codeWords(told.diagnosis.documented, told)?.meaning ?? otherwise(told);
}

/** Why, for the causes of documented codes that are not core causes. */
export const furtherWhys: Readonly<Record<FurtherCause, (told: Told) => string>> = {
  'not-entitled': documented(
    (told) =>
      `Entra says that ${who(told)} is not entitled to ${app(told)}: not assigned, without a role that entitles, disabled, or left out by the filter. Which of these it was cannot be told from this alone`,
  ),
  'skipped-without-reason': documented((told) => `The log says that ${who(told)} was skipped, and gives no reason`),
  'join-not-found': documented(
    (told) =>
      `Entra looked for something of ${who(told)} in ${app(told)} to change or remove, and found nothing. Microsoft does not document this reason`,
  ),
  'invalid-value': documented(
    (told) => `${attributeName(told.diagnosis, 'A value')} of ${who(told)} has a form that the target does not accept`,
  ),
  'too-many-values': documented(
    (told) => `Several values flow into ${attributeName(told.diagnosis, 'an attribute')}, which takes only one`,
  ),
  'null-not-written': documented(
    (told) =>
      `An attribute of ${who(told)} is empty in the source, and provisioning does not clear values in ${app(told)}`,
  ),
  'managed-elsewhere': documented(
    (told) => `Another system decides about this part of ${who(told)}, so provisioning may not write it`,
  ),
  'unsupported-object': documented(
    (told) => `${app(told)} gets no objects of this kind from provisioning; a group may still decide who is in scope`,
  ),
  'sms-sign-in': documented(
    (told) => `${who(told)} signs in by text message, and cross-tenant synchronisation skips such users`,
  ),
  'awaiting-confirmation': documented((told) => `${app(told)} waits until ${who(told)} confirms`),
  'automatic-redemption-off': documented(
    () => 'Cross-tenant synchronisation needs automatic redemption switched on in the source and in the target tenant',
  ),
  'invitations-blocked': documented(
    () => 'The external collaboration settings of the target tenant do not allow this guest invitation',
  ),
  'invitation-failed': documented((told) => `The target tenant could not invite ${who(told)}`),
  'disabled-in-target': documented((told) => `${who(told)} exists in ${app(told)}, but the account there is disabled`),
  'directory-quota': documented(() => 'The target directory has reached the number of objects that it may hold'),
  'job-running': documented((told) => `Provisioning to ${app(told)} is switched on and runs periodically`),
  'cycle-succeeded': documented((told) => `The last cycle of ${app(told)} ended without errors`),
  'cycle-failed': documented((told) => `The last cycle of ${app(told)} did not come to its end`),
  'cycle-with-errors': documented((told) => `The last cycle of ${app(told)} ended, and single entries failed in it`),
  'duplicate-app-roles': documented((told) => `Roles of ${app(told)} are not unique, so its roles cannot be imported`),
  'unsupported-setting': documented(
    (told) => `A setting of the provisioning to ${app(told)} does what Entra does not support`,
  ),
  'restart-needed': documented(() => 'A setting was changed that takes effect only when provisioning is restarted'),
  'target-ou-not-found': documented(
    (told) => `The organisational unit in which ${who(told)} should be created does not exist`,
  ),
  'agent-offline': documented(() => 'The on-premises provisioning agent cannot be reached'),
  'agent-fault': documented(() => 'The on-premises provisioning agent met a fault while it worked'),
  'connector-host-setup': documented(
    () => 'The on-premises ECMA connector host is not configured as provisioning needs it',
  ),
  'connector-host-importing': documented(() => 'The on-premises ECMA connector host is still reading its first import'),
  'provisioning-service-fault': documented(
    () => 'The fault lies inside the Entra provisioning service. Entra tries again by itself',
  ),
  'upload-unprocessed': documented(() => 'The bulk upload was accepted, but no log entry shows that it was processed'),
  'upload-rejected': documented(
    () => 'The bulk upload has a form that the inbound provisioning interface does not accept',
  ),
  'graph-permission-missing': documented(
    () => 'The caller does not hold the Microsoft Graph permission that this call needs',
  ),
  'graph-throttling': documented(() => 'More requests were sent to Microsoft Graph than it allows in that time'),
  'graph-query-unsupported': documented(() => 'Microsoft Graph does not support this query as it was sent'),
};

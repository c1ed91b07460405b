/**
 * Sentences, labels and keys that Microsoft Entra writes into provisioning logs, the portal and Graph. One of them in a
 * text tells that it was pasted. Lower case; wording drifts between releases, so these are fragments.
 */
const marks: readonly string[] = [
  'will be skipped due to the following',
  'will be skipped because',
  'this object is not active in the source',
  'this object is not assigned to the application',
  'this object does not have required entitlement',
  'this object did not pass a scoping filter',
  'object did not pass',
  'not effectively entitled',
  'if you did not expect the object to be skipped',
  'ensure that the object passes your specified scoping',
  'in both the source and target systems already match',
  'the state of the entry in both the source',
  'no change to the user',
  'no change to the group',
  'currently needs to be made',
  'is missing or invalid. please update the value',
  'this operation was retried',
  'it will be retried again after this date',
  'we are retrying an operation that previously failed',
  'skip reason =',
  'skip reason=',
  'skip reason:',
  'skipreason',
  'skipreason:',
  'user details: skip',
  'passed scope filter',
  'scoping filter evaluation passed',
  'scopeevaluationresult',
  'active in the source system',
  'assigned to the application:',
  'assigned to the application =',
  'user has the required role',
  'group has the required role',
  'iseffectivelyentitledforprovisioning',
  'isinprovisioningscope',
  'errorcode:',
  'error code:',
  'errorcode=',
  'error code =',
  '"errorcode"',
  'errorinformation',
  'provisioningsteps',
  'provisioningstatusinfo',
  'reportableidentifier',
  'failed to match an entry in the source and target',
  'failed to create user',
  'failed to update user',
  'failed to create group',
  'failed to update group',
  'failed to process',
  'error processing entry',
  'unable to process',
  'statuscode:',
  'status code:',
  'statuscode =',
  'processing of the http request resulted in an exception',
  'response received from the application',
  'the response from the application',
  'an http 4',
  'returned an error',
  'http response',
  'message: processing',
  'detail":',
  '"scimtype"',
  'urn:ietf:params:scim',
  'we were unable to assign',
  'will be created in',
  'no matching user was found',
  'determine if user in scope',
  'determine if group in scope',
  'evaluating against each scoping filter',
  'retrieved user',
  "retrieved '",
  'insufficient access rights to perform the operation',
  'a reference is not valid',
  'unclaimed user already exists',
  'provisioning has been quarantined. see quarantine',
  'you appear to have entered invalid credentials',
  'please confirm you are using the correct information for an administrative account',
  'resulted in an error',
  'this value must be unique',
  'duplicate value found',
  'a user with this',
  'already exists in',
  'currently importing data from the target application',
  'could not load file or assembly',
  'initialize metrics collector',
  'invalid data format',
  'invalid ldap style',
  'exporterrorcustomcontinuerun',
  'no superior reference',
  'error in attribute conversion operation',
];

/** Parts of those sentences that people also say themselves: they count only where somebody asks what words mean. */
const parts =
  /\b(?:not active in the source|not assigned to the app(?:lication)?|required entitlement|entitlement of provisioning category|(?:not|n't) pass (?:a|the|any) scoping filter|specified scoping criteria|source and target systems|value of the property|missing or invalid|currently needs to be made|unable to assign|effectively entitled)\b/i;

/** Whether words that somebody asks the meaning of stand in Entra's own messages. */
export function isPartOfMessage(text: string): boolean {
  return parts.test(text.slice(0, looked).replace(/[’‘]/g, "'").replace(/\s+/g, ' '));
}

const csvHead =
  /(?:^|[",;\t])(?:activity ?date|change ?id|cycle ?id|job ?id|source ?identity|target ?identity|provisioning ?action|identity|action|status reason|source system|target system|duration)(?:[",;\t]|$)/i;
const guid = /[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}/i;
const stamp = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4},? +\d{1,2}:\d{2}/;

/** How far into a text it is searched for signs of a paste. */
const looked = 8_000;

/**
 * How surely a text was pasted from a log, the portal or Graph: 1 for JSON and table rows, which are nothing else;
 * 0.7 when Entra's own words stand in it; 0 when nothing tells.
 */
export function pastedness(text: string): number {
  const head = text.slice(0, looked);
  if (isJson(head)) return 1;
  if (isRow(head)) return 1;
  const lower = head
    .toLowerCase()
    .replace(/[“”„«»]/g, '"')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ');
  if (marks.some((mark) => lower.includes(mark))) return 0.7;
  return 0;
}

/** Whether the words are Entra's or the app's own: they ask nothing, order nothing and name nobody whom the asker means. */
export function isMerePaste(source: string): boolean {
  return pastedness(source) > 0 && !source.includes('?');
}

function isJson(head: string): boolean {
  const start = head.replace(/^[\s`"'“”]*(?:json)?\s*/i, '');
  if (/^[[{]\s*(?:[{[]|["'“”][^"'“”]{1,80}["'“”]\s*:)/.test(start)) return true;
  return /^["“”][A-Za-z@.]{1,60}["“”]\s*:/.test(start) && /["“”]\s*:\s*(?:["“”{[\d]|true|false|null)/.test(start);
}

function isRow(head: string): boolean {
  const line = head.slice(0, 2_000);
  const cells = Math.max(line.split(',').length, line.split(';').length, line.split('\t').length);
  if (cells < 4) return false;
  return (
    (guid.test(line) && stamp.test(line)) ||
    (cells >= 5 && csvHead.test(line) && !/\?/.test(line)) ||
    (cells >= 6 && (guid.test(line) || stamp.test(line)))
  );
}

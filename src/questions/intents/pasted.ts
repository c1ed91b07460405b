import { pasteMarks } from './paste-marks.ts';

/** Parts of Entra's sentences that people also say themselves: they count only where somebody asks what words mean. */
const parts =
  /\b(?:not active in the source|not assigned to the app(?:lication)?|required entitlement|entitlement of provisioning category|(?:not|n't) pass (?:a|the|any) scoping filter|specified scoping criteria|source and target systems|value of the property|missing or invalid|currently needs to be made|unable to assign|effectively entitled)\b/i;

/** Whether words that somebody asks the meaning of stand in Entra's own messages. */
export function isPartOfMessage(text: string): boolean {
  return parts.test(plainly(text.slice(0, looked)));
}

function plainly(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ');
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
  if (isJson(head) || isRow(head)) return 1;
  const plain = plainly(head.toLowerCase());
  return pasteMarks.some((mark) => plain.includes(mark)) ? 0.7 : 0;
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

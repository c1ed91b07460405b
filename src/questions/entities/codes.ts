import { codeNames } from './code-names.ts';

const humps = /^\p{Lu}?[\p{Ll}\d]+(?:\p{Lu}+[\p{Ll}\d]+)+$/u;
const telling =
  /Conflict|Error|Fail(?:ure|ed)|Invalid|Exceeded|Missing|Skip(?:ped)?$|NotFound|Duplicate|TooMany|Insufficient|Unavailable|Timeout|NotPermitted|NotAllowed|NotSupported|NotUnique|Exception|Threshold|Forbidden|Denied|Mandatory|Unable|Cannot|Redundant|Entitled|Rejected|Incompatible|BadRe(?:quest|sponse)|^(?:HybridSynchronization|HybridIdentity|AzureActiveDirectory|AzureDirectory|SystemForCrossDomain|InvitationCreation|Encountered)/;

/** Whether one word is an error code for certain, so that it can be no part of a name: "BoxEntryConflict". */
export function isCode(word: string): boolean {
  if (word.length < 6 || word.length > 120) return false;
  if (/\p{Ll}_?\p{Lu}/u.test(word) && spellsCode(word.toLowerCase().replaceAll('_', ''))) return true;
  return word.length >= 10 && humps.test(word) && telling.test(word);
}

/** Whether one word has the look of a code, three humps or more: enough when nothing else was said. */
export function looksLikeCode(word: string): boolean {
  return (
    isCode(word) ||
    (word.length >= 12 && word.length <= 120 && humps.test(word) && (word.match(/\p{Lu}/gu)?.length ?? 0) >= 3)
  );
}

/** Whether folded words, taken together, spell a documented code: "duplicate target entries", "entry-conflict". */
export function spellsCode(folded: string): boolean {
  return folded.length <= 80 && codeNames.has(folded.replaceAll(' ', ''));
}

const httpStatus =
  /^(?:http|https|status|error|code|statuscode|response|got|a|the|get|getting|what|does|is|mean|means|s| )*\b([45]\d\d|202)\b(?: (?:error|errors|code|status|response|mean|means|bad request|unauthorized|forbidden|not found|conflict|too many requests|internal server error|unprocessable entity|method not allowed|bad gateway|service unavailable|gateway timeout))*$/;

/** An HTTP status asked about by itself: "error 409", "HTTP 429 Too Many Requests". */
export function isHttpStatus(folded: string): boolean {
  return folded.length <= 80 && /[a-z]/.test(folded) && httpStatus.test(folded);
}

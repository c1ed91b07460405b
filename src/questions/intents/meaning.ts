import { isCode, isHttpStatus, looksLikeCode, spellsCode } from '../entities/codes.ts';
import type { MeaningQuestion } from '../question.ts';
import { fold } from '../text/normalize.ts';
import { tokensOf } from '../text/tokens.ts';
import { isPartOfMessage, pastedness } from './pasted.ts';

/** What a text would be asking the meaning of, and how surely that is what stands in it, from 0 to 1. */
export interface Meant {
  readonly question: MeaningQuestion;
  readonly sureness: number;
  /** `paste`: Entra's own words. `code`: a code was named. `asked`: "what does … mean". */
  readonly manner: 'paste' | 'code' | 'asked';
}

/** What is asked about stands in the group. */
const frames: readonly RegExp[] = [
  /\bwhat (?:does|do) (?:it|this|that) mean (?:when|if|that) (.+)$/i,
  /\bwhat (?:exactly )?(?:does|do|dose|did|would|could|might) (.+?) (?:means?|stand for|signify|indicate|tell me|refer to|imply)(?: .{0,80})?$/i,
  /^(?:.{0,40} )?what (.+?) (?:means?|stands for)$/i,
  /\b(?:meaning|definition|explanation|significance) (?:of|for|behind) (.+)$/i,
  /(?:^meaning|\bmeant by) (.+)$/i,
  /\b(?:explain|define|decode|describe|interpret|translate|decipher)(?: me)?(?: what)?(?: the| this)? (?:(?:error|status) (?:code|message)|(?:skip |status )?reason|log (?:entry|message)|error|code|message|status|log|entry) ?:? (.+)$/i,
];

const longestAsked = 400;
/** A longer text may hold more than its first code tells. */
const longestAround = 200;

/** What a cleaned text holds whose meaning may be asked: a paste, a code, or the words of "what does … mean". */
export function readMeaning(source: string, original: string): Meant | undefined {
  const meant = (text: string, manner: Meant['manner'], sureness = 0.8): Meant => ({
    question: { kind: 'meaning', text },
    sureness,
    manner,
  });
  const pasted = pastedness(source);
  if (pasted === 1) return meant(original, 'paste', 0.97);
  const one = source.replace(/\s+/g, ' ').replace(/[?!.\s]+$/, '');
  if (one.length <= longestAsked) {
    const asked = askedIn(one);
    if (asked) return meant(asked, isNamed(asked) ? 'code' : 'asked');
    const alone = bare(one);
    if (alone && (isHttpStatus(fold(one)) || spellsCode(fold(alone)) || looksLikeCode(alone)))
      return meant(alone, 'code');
  }
  if (pasted > 0) return meant(original, 'paste');
  const quoted = /["“„«]([^"“”„«»]{3,200})["”“»]/.exec(one)?.[1];
  if (quoted && isNamed(quoted)) return meant(quoted, 'code');
  const told = /\b(?:errors?|code|message|reason) ([\w-]{3,80})/i.exec(one)?.[1];
  const code = told && spellsCode(fold(told)) ? told : codeIn(one);
  if (code === undefined) return undefined;
  return meant(one.length > longestAround || one.split(' ').length <= 4 ? original : code, 'code');
}

/** The words whose meaning a short text asks. */
function askedIn(one: string): string | undefined {
  for (const frame of frames) {
    const asked = bare(frame.exec(one)?.[1]);
    if (asked && !/^(?:this|that|it|these|those)$/i.test(asked)) return asked;
  }
  return undefined;
}

/** Without the words and marks around what is asked about. */
function bare(text = ''): string | undefined {
  const said = text
    .replace(
      /^(?:(?:the|an?|this|please|pls|can you|could you|hi|hello|tell me|explain|define|decode|interpret|what(?:'s| is|s)|about|errors?|codes?|message|status|(?:skip )?reason|term|word|phrase|got|getting|we get|i get)[ :]+)+/i,
      '',
    )
    .replace(/ (?:meaning|errors?|code|message|status|skip reason)$/i, '')
    .replace(/^["'“”‘’„«»`\s]+|["'“”‘’„«»`\s?!.=-]+$/g, '');
  return said === '' ? undefined : said;
}

function isNamed(wanted: string): boolean {
  return codeIn(wanted) !== undefined || spellsCode(fold(wanted)) || pastedness(wanted) > 0 || isPartOfMessage(wanted);
}

/** The first word of a text that looks like a code. */
export function codeIn(text: string): string | undefined {
  for (const token of tokensOf(text)) {
    if (token.kind !== 'word' && token.kind !== 'quoted') continue;
    for (const part of token.text.split(/[^\p{L}\p{N}_-]+/u)) {
      if (part.split('-').some(isCode)) return part;
    }
    if (token.kind === 'quoted' && spellsCode(token.folded)) return token.text;
  }
  return undefined;
}

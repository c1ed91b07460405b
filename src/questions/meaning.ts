import { isCode, isHttpStatus, looksLikeCode, spellsCode } from './codes.ts';
import { fold } from './names.ts';
import { isPartOfMessage, pastedness } from './paste.ts';
import type { MeaningQuestion } from './question.ts';
import { tokensOf } from './tokens.ts';

/** A question for the meaning of something, and how surely it is one, from 0 to 1. */
export interface Meant {
  readonly question: MeaningQuestion;
  readonly sureness: number;
  /** `paste`: Entra's own words. `code`: a code was named. `asked`: "what does … mean". */
  readonly manner: 'paste' | 'code' | 'asked';
}

const asksMeaning: readonly RegExp[] = [
  /^(?:so |and |but |please |hi |hello |hey )*what(?:'s| is|s| are)? (?:the )?(?:meaning|definition|explanation|significance|sense) (?:of|for|behind) (.+)$/i,
  /^(?:.{0,40} )?what (?:exactly )?(?:does|do|dose|did|would|could|might) (.+?) (?:mean|means|stand for|signify|indicate|tell me|refer to|imply)(?: .{0,80})?$/i,
  /^(?:.{0,40} )?what (.+?) (?:means|mean|stands for)$/i,
  /^what(?:'s| is|s) meant by (.+)$/i,
  /^what (?:does|do) (?:it|this|that) mean (?:when|if|that) (.+)$/i,
  /^(?:the )?meaning (?:of )?(.+)$/i,
  /^(?:please |pls |can you |could you |hi |hello )*(?:explain|define|decode|describe|interpret|translate|decipher)(?: me)?(?: what)?(?: the| this)? (?:error|code|error code|message|error message|status|skip reason|reason|log entry|log|entry)(?: code| message)? ?:? (.+)$/i,
];

const explains =
  /^(?:please |pls |can you |could you |hi |hello |tell me )*(?:explain|define|decode|interpret|what(?:'s| is|s)(?: an?| the)?|meaning|about|error|error code|code|skip reason|status reason|reason|message|got|getting|we get|i get)[ :]+(.+)$/i;

/** Reads a cleaned text as a question for a meaning: a paste, a code, or "what does … mean". */
export function readMeaning(source: string, original: string): Meant | undefined {
  const pasted = pastedness(source);
  if (pasted === 1) return { question: { kind: 'meaning', text: original }, sureness: 0.97, manner: 'paste' };

  const one = source.replace(/\s+/g, ' ').replace(/[?!.\s]+$/, '');
  if (one.length <= 400) {
    for (const pattern of asksMeaning) {
      const wanted = bare(pattern.exec(one)?.[1]);
      if (wanted && !points.test(wanted))
        return {
          question: { kind: 'meaning', text: wanted },
          sureness: isNamed(wanted) ? 0.95 : 0.7,
          manner: isNamed(wanted) ? 'code' : 'asked',
        };
    }
    const folded = fold(one);
    if (spellsCode(folded) || isHttpStatus(folded) || looksLikeCode(one))
      return { question: { kind: 'meaning', text: bare(one) ?? one }, sureness: 0.9, manner: 'code' };
    const wanted = bare(explains.exec(one)?.[1]);
    if (wanted && (spellsCode(fold(wanted)) || looksLikeCode(wanted) || isHttpStatus(fold(one))))
      return { question: { kind: 'meaning', text: wanted }, sureness: 0.9, manner: 'code' };
  }
  if (pasted > 0)
    return {
      question: { kind: 'meaning', text: original },
      sureness: source.includes('?') ? 0.75 : 0.88,
      manner: 'paste',
    };
  const code = codeIn(one.slice(0, 4_000));
  if (code)
    return { question: { kind: 'meaning', text: one.length > 200 ? original : code }, sureness: 0.8, manner: 'code' };
  return undefined;
}

/** "this", "it", "that message": points at something that was not pasted. */
const points = /^(?:this|that|it|these|those|the (?:error|message|code)|this (?:error|message|code))$/i;

function bare(text: string | undefined): string | undefined {
  const said = text
    ?.replace(
      /^(?:the |a |an |this |error |errors |code |message |status |skip reason |reason |term |word |phrase )+/i,
      '',
    )
    .replace(/ (?:error|errors|code|message|status|skip reason)$/i, '')
    .replace(/^["'“”‘’„«»`\s]+|["'“”‘’„«»`\s?!.]+$/g, '')
    .trim();
  return said === undefined || said === '' ? undefined : said;
}

function isNamed(wanted: string): boolean {
  return codeIn(wanted) !== undefined || spellsCode(fold(wanted)) || pastedness(wanted) > 0 || isPartOfMessage(wanted);
}

/** The first word of a text that looks like a code. */
export function codeIn(text: string): string | undefined {
  for (const token of tokensOf(text)) {
    if (token.kind !== 'word' && token.kind !== 'quoted') continue;
    for (const part of token.text.split(/[^\p{L}\p{N}_]+/u)) {
      if (isCode(part)) return part;
    }
    if (token.kind === 'quoted' && spellsCode(token.folded)) return token.text;
  }
  return undefined;
}

import { isCode, isHttpStatus, looksLikeCode, spellsCode } from '../entities/codes.ts';
import type { MeaningQuestion } from '../question.ts';
import { fold } from '../text/normalize.ts';
import { tokensOf } from '../text/tokens.ts';
import { isPartOfMessage, pastedness } from './pasted.ts';

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

/** What follows an explicit "explain the error code" is one, whatever it looks like. */
const explicit =
  /^(?:please |pls |can you |could you |hi |hello )*(?:explain|define|decode|interpret|what(?:'s| is|s)) (?:me )?(?:the |this )?(?:error code|error message|skip reason|status code|status reason|log message) ?:? ["'“‘]?([^\s"'”’]{3,80})["'”’]?$/i;

/** A message in quotation marks, asked about by itself: nothing of it is the asker's own word. */
const quotedAlone = /^what(?:'s| is|s) (?:an? |the |this )?["“„«]([^"“”„«»]{3,200})["”“»]$/i;

/** "we get the error X for many users, what is that?" */
const gotAndWhat =
  /^.{0,60}\b(?:error|errors|message|code|skip reason|status)[: ]+["“]?(.{3,120}?)["”]?(?:,? (?:for|on|with|in|when|since|from) .{1,80})?[,.;:?! -]+(?:what(?:'s| is|s| does) (?:that|this|it)(?: mean)?|what does (?:that|this|it) mean|any idea|meaning)$/i;

const explains =
  /^(?:please |pls |can you |could you |hi |hello |tell me )*(?:explain|define|decode|interpret|what(?:'s| is|s)(?: an?| the)?|meaning|about|error|error code|code|skip reason|status reason|reason|message|got|getting|we get|i get)[ :]+(.+)$/i;

/** Reads a cleaned text as a question for a meaning: a paste, a code, or "what does … mean". */
export function readMeaning(source: string, original: string): Meant | undefined {
  const pasted = pastedness(source);
  if (pasted === 1) return { question: { kind: 'meaning', text: original }, sureness: 0.97, manner: 'paste' };

  const one = source.replace(/\s+/g, ' ').replace(/[?!.\s]+$/, '');
  if (one.length <= 400) {
    const told = bare(explicit.exec(one)?.[1]);
    if (told) return { question: { kind: 'meaning', text: told }, sureness: 0.95, manner: 'code' };
    for (const pattern of asksMeaning) {
      const wanted = bare(pattern.exec(one)?.[1]);
      if (wanted && !points.test(wanted))
        return {
          question: { kind: 'meaning', text: wanted },
          sureness: isNamed(wanted) ? 0.95 : 0.7,
          manner: isNamed(wanted) ? 'code' : 'asked',
        };
    }
    for (const pattern of [quotedAlone, gotAndWhat]) {
      const quoted = bare(pattern.exec(one)?.[1]);
      if (quoted && isNamed(quoted))
        return { question: { kind: 'meaning', text: quoted }, sureness: 0.95, manner: 'code' };
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
    return { question: { kind: 'meaning', text: textAround(code, one, original) }, sureness: 0.8, manner: 'code' };
  return undefined;
}

/** A few words are one code with what belongs to it; a long text may hold more than its first code tells. */
function textAround(code: string, one: string, original: string): string {
  if (one.length > 200) return original;
  return one.split(' ').length <= 4 ? (bare(one) ?? code) : code;
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
    for (const part of token.text.split(/[^\p{L}\p{N}_-]+/u)) {
      if (part.split('-').some(isCode)) return part;
    }
    if (token.kind === 'quoted' && spellsCode(token.folded)) return token.text;
  }
  return undefined;
}

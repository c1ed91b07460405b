import { isCode, looksLikeCode, spellsCode } from '../entities/codes.ts';
import type { Line } from '../text/lines.ts';
import type { Utterance } from '../text/utterance.ts';

/** A run of words that names somebody or something, by the places of its first word and the one behind its last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What stands in the place of a name. */
export type Mask = 'PERSON' | 'APP';

export interface MaskedSpan extends Span {
  readonly mask: Mask;
}

/** Longer quotations say less about what is asked than the words around them. */
const mostQuoted = 8;
const mostWords = 400;

/**
 * The words that tell what is asked: names masked, the furniture of a ticket left out. A name that stands only in a
 * field is added behind the words, so that what is asked about is known.
 */
export function maskedWords(
  { lines, words }: Utterance,
  spans: readonly MaskedSpan[],
  { from, to }: Span = { from: 0, to: words.length },
): readonly string[] {
  const telling = tellingLines(lines);
  const begins = new Map(spans.map((span) => [span.from, span]));
  const masked: string[] = [];
  for (let at = from; at < to && masked.length < mostWords; at += 1) {
    const word = words[at];
    if (!word || !telling.has(word.line) || word.isKey) continue;
    const span = begins.get(at);
    if (span) {
      masked.push(span.mask);
      at = span.to - 1;
      continue;
    }
    switch (word.kind) {
      case 'email':
      case 'guid':
        masked.push('PERSON');
        break;
      case 'possessive':
        masked.push("'s");
        break;
      case 'separator':
        masked.push('|');
        break;
      case 'quoted':
        masked.push('"', ...word.folded.split(' ').slice(0, mostQuoted), '"');
        break;
      case 'word':
        if (isCode(word.text) || looksLikeCode(word.text) || spellsCode(word.folded)) masked.push('CODE');
        else if (/^\d+$/.test(word.text)) masked.push(word.text.length === 3 ? 'NUMBER3' : 'NUMBER');
        else masked.push(word.folded.replaceAll(' ', ''));
    }
  }
  for (const mask of ['APP', 'PERSON'] as const)
    if (!masked.includes(mask) && spans.some((span) => span.mask === mask)) masked.push('|', mask);
  return masked;
}

/** A text of so few words has no background. */
const longText = 25;

/** The sentence of a long text that asks: the last question, or else the last sentence; undefined where it is short. */
export function askingPart({ lines, words }: Utterance): Span | undefined {
  if (words.length < longText) return undefined;
  const telling = tellingLines(lines);
  const sentences: { from: number; to: number; readonly asks: boolean }[] = [];
  let from = 0;
  for (const [at, { text, line, kind }] of words.entries()) {
    const ends = kind === 'separator' && /[.!?]/.test(text);
    const isLast = at + 1 === words.length || words[at + 1]?.line !== line;
    if (!ends && !isLast) continue;
    if (telling.has(line) && at + 1 - from > 2) sentences.push({ from, to: at + 1, asks: text.includes('?') });
    from = at + 1;
  }
  return sentences.length < 2 ? undefined : (sentences.findLast(({ asks }) => asks) ?? sentences.at(-1));
}

/** Lines in which somebody speaks; all of them where nobody does. */
function tellingLines(lines: readonly Line[]): ReadonlySet<number> {
  const told = lines.flatMap(({ role, text }, index) => (role === 'neutral' && text.trim() !== '' ? [index] : []));
  return new Set(told.length > 0 ? told : lines.keys());
}

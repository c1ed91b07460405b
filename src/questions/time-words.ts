import { is } from './lexicon.ts';
import type { Token } from './text/tokens.ts';

const leads = /^(?:for|on|at|in|over|within|this|last|next|the|every|by|from|around)$/;
const timeWord =
  /^(?:\d+(?:[:.]\d+)?(?:st|nd|rd|th|am|pm|h|d|w|min|mins)?|a|an|one|two|three|four|five|six|several|few|some|many|couple|of|the|this|last|next|past|more|about|almost|over|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|ages|morning|afternoon|evening|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|today|tonight|now|cycle|run|moment|time|ago)$/;

/** Whether a time is told from here to the end of the clause: "for two weeks", "on Monday", "in the last cycle". */
export function tellsTime(tokens: readonly Token[], from: number): boolean {
  if (!leads.test(tokens[from]?.folded ?? '')) return false;
  let words = 0;
  for (const token of tokens.slice(from + 1)) {
    if (token.kind === 'separator' || is(token, 'tail') || is(token, 'cut')) break;
    if (token.kind !== 'word' || !timeWord.test(token.folded)) return false;
    words += 1;
  }
  return words > 0;
}

/**
 * Keeps text from outside as the text it is, wherever a card shows it.
 *
 * A TextRun is Markdown for no client, so it is where such text stands. The exception is the heading, which only a
 * TextBlock can be for a screen reader. Clients on phones read Markdown with parsers of their own that know no
 * backslash before a bracket: there a word joiner (U+2060, not seen) keeps the parts of a link apart.
 */
const joiner = '\u2060';

/** Text for a place that is read as Markdown: the heading, and the fallback text. One line. */
export function escapeMarkdown(text: string): string {
  const inline = unjoined(text.replace(/\s+/g, ' ').trim())
    .replace(/[\\*`~[\]<>]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replaceAll('](', `]${joiner}(`);
  return inline.replace(/^([#+=|-])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Text for a TextRun or the title of a button: no Markdown there, but dates are still put in for {{DATE(…)}}. */
export function inert(text: string): string {
  return text.replaceAll('{{', `{${joiner}{`);
}

/** Takes what makes a link of a bare address apart, where a client links those by itself. Ids stay whole: they are copied. */
function unjoined(text: string): string {
  return inert(text)
    .replace(/\/(?=\/)/g, `/${joiner}`)
    .replaceAll('@', `@${joiner}`)
    .replace(/(?<=[\p{L}\p{N}])\.(?=\p{L})(?![\da-f]{32}\b|[\da-f]{8}-)/gu, `.${joiner}`);
}

/** Whether a text has a word that a narrow card cannot hold: a TextRun does not break it, a TextBlock does. */
export function hasLongWord(text: string): boolean {
  return /\S{41}/.test(text);
}

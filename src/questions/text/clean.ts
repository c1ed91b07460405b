const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe0e\ufe0f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const entities: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };
const tags = /<\/?(?:a|b|br|code|div|em|i|li|ol|p|pre|s|span|strong|u|ul)(?:\s[^<>]{0,500})?\/?>/gi;

/**
 * Takes out what a chat or mail client put into a text: zero-width and control characters, HTML entities and tags,
 * `<at>` tags (the name stays, in quotes), `mailto:`, Markdown links and marks. Names keep the asker's spelling.
 */
export function clean(text: string): string {
  return withoutMarkdown(withoutHtml(withoutInvisible(text)))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** Without zero-width and control characters, and with plain line ends and spaces. */
export function withoutInvisible(text: string): string {
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(control, ' ');
}

function withoutHtml(text: string): string {
  return text
    .replace(/&(?:amp;)*(nbsp|lt|gt|quot|apos|#39);/g, (_, name: string) => entities[name] ?? ' ')
    .replace(/&(?:amp;)+/g, '&')
    .replace(/<at(?:\s[^<>]{0,200})?>([^<>]{0,200})<\/at>/gi, ' "$1" ')
    .replace(/<br ?\/?>|<\/(?:p|div|li)>/gi, '\n')
    .replace(tags, ' ');
}

function withoutMarkdown(text: string): string {
  return text
    .replace(/\[([^[\]\n]{1,200})\]\((?:mailto:|tel:|https?:)[^()\s]{0,500}\)/gi, '$1')
    .replace(/\b(?:mailto|sip|smtp):(?=\S)/gi, '')
    .replace(/\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])/gu, '')
    .replace(/```[a-z]{0,10}|`/gi, '"')
    .replace(/^(?:[>#]+ |[-•] )+/gm, '');
}

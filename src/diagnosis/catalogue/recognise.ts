import { entries } from './entries.ts';
import type { CatalogueEntry } from './entry.ts';
import { lookUp } from './look-up.ts';
import { messages, type Specificity, specificityOf } from './messages.ts';

/** A documented thing found in a text, and the words that gave it away. */
export interface Recognised {
  readonly entry: CatalogueEntry;
  readonly matched: string;
}

/** More than any message; what follows in a longer paste repeats it. */
const longestRead = 50_000;

/** No code is nearly as long; longer text is more than a code. */
const longestName = 200;

/** The order in which the gates are passed: of stacked reasons the first one decides. */
const gateOrder = [
  'condition:disabled-source-account',
  'condition:not-assigned',
  'condition:no-entitled-role',
  'condition:scoping-filter',
];
const rank: Readonly<Record<Specificity, number>> = { exact: 0, status: 1, umbrella: 2 };

/** Codes of one word that is plain English too: they count where the text says that they are a code. */
const plainWords = new Set(
  entries.flatMap((entry) => [entry.code, ...entry.aliases]).filter((name) => /^[A-Z][a-z]+$/.test(name)),
);
const plainWord = [...plainWords].join('|');
const labelled = [
  /\b(?:error\s?code|resultsignature)"?\s*[:=]\s*"?(conflict|timeout|unauthorized)\b/gi,
  // A status code Unauthorized is the app's 401 to the sign-in, which is another matter than the code.
  /\bstatus\s?code"?\s*[:=]\s*"?(conflict)\b/gi,
  /"code"\s*:\s*"(active|paused|quarantine)"/gi,
  /"state"\s*:\s*"(succeeded|failed)"/gi,
  /"reason"\s*:\s*"(unknown)"/gi,
];
const askedAbout = new RegExp(
  `^what (?:does|is|means) (?:the (?:code|status|error) )?["']?(${plainWord})["']?\\b[^.]{0,40}$`,
  'i',
);

const messagesOfEntries = messages.flatMap(({ code, patterns }) => {
  const entry = lookUp(code);
  return entry === undefined ? [] : [{ entry, patterns }];
});

/**
 * Finds documented codes, skip reasons and fragments of documented messages in pasted text, the most telling first.
 * Quotes of a mail client, wrapped lines and escaped JSON do not matter. Empty where nothing is documented.
 */
export function recognise(text: string): readonly Recognised[] {
  const read = tidied(text.slice(0, longestRead));
  const whole = lookUp(bare(read)) ?? lookUp(bare(read).replace(/[\s_-]+/g, ''));
  if (whole !== undefined) return [{ entry: whole, matched: bare(read) }];
  const found = [...byMessage(read), ...byCode(read), ...byWrappedCode(text), ...byPlainWord(read)];
  return firstOfEach(found.toSorted(compare));
}

function byMessage(text: string): readonly Recognised[] {
  const lower = text.toLowerCase();
  return messagesOfEntries.flatMap(({ entry, patterns }) => {
    for (const pattern of patterns) {
      const match = pattern.exec(lower);
      if (match !== null) return [{ entry, matched: text.slice(match.index, match.index + match[0].length) }];
    }
    return [];
  });
}

function byCode(text: string): readonly Recognised[] {
  const found: Recognised[] = [];
  const productNames = /\b(?:Microsoft Entra ID|Azure Active Directory) [A-Z][A-Za-z]{4,}\b/g;
  for (const pattern of [/\b[A-Za-z][A-Za-z\d]*(?:_[A-Z][A-Za-z]+)?\b/g, productNames]) {
    for (const token of new Set(text.match(pattern))) {
      const entry = token.length > 120 || isPlain(token) ? undefined : lookUp(token);
      if (entry !== undefined) found.push({ entry, matched: token });
    }
  }
  return found;
}

/** A table or a mail breaks long codes over lines. */
function byWrappedCode(text: string): readonly Recognised[] {
  const joined = text.slice(0, longestRead).replace(/[ \t]{0,40}(?:<br ?\/?>|\r?\n)\s{0,40}/g, '');
  if (joined === text) return [];
  return (joined.match(/[A-Z][A-Za-z\d]{19,119}/g) ?? []).flatMap((token) => {
    const entry = lookUp(token);
    return entry !== undefined && entry.code.toLowerCase() === token.toLowerCase() ? [{ entry, matched: token }] : [];
  });
}

function byPlainWord(text: string): readonly Recognised[] {
  const words = labelled.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]));
  words.push(askedAbout.exec(text)?.[1]);
  return words.flatMap((word) => {
    const entry = word === undefined ? undefined : lookUp(word);
    return entry === undefined || word === undefined ? [] : [{ entry, matched: word }];
  });
}

function isPlain(token: string): boolean {
  return plainWords.has(token.charAt(0).toUpperCase() + token.slice(1).toLowerCase());
}

function compare(one: Recognised, other: Recognised): number {
  const specificity = rank[specificityOf(one.entry.code)] - rank[specificityOf(other.entry.code)];
  if (specificity !== 0) return specificity;
  const gate = gateOrder.indexOf(one.entry.code) - gateOrder.indexOf(other.entry.code);
  return gate !== 0 ? gate : other.matched.length - one.matched.length;
}

function firstOfEach(found: readonly Recognised[]): readonly Recognised[] {
  const seen = new Set<string>();
  return found.filter(({ entry }) => {
    if (seen.has(entry.code)) return false;
    seen.add(entry.code);
    return true;
  });
}

/** Plain quotes and dashes, no escapes, single spaces. */
function tidied(text: string): string {
  return text
    .replace(/\\{1,8}(?:r\\{1,8}n|r|n|t)/g, ' ')
    .replace(/\\{1,8}u0027/gi, "'")
    .replace(/\\{1,8}(?:u0022|")/gi, '"')
    .replace(/[\u2018\u2019\u201A\u201B\u2032\u00B4`]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\n[ \t]{0,8}>[> ]{0,8}/g, '\n')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text that may be nothing but a code, without the quotes and the question mark around it. */
function bare(text: string): string {
  return text.length > longestName ? '' : text.replace(/^["'([\s]+|["')\]\s.?!:,;]+$/g, '');
}

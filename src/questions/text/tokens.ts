import { fold } from './normalize.ts';

/**
 * A piece of a text. `start` and `end` are offsets into the text it was read from, so that a name of several tokens
 * can be cut out with the asker's spelling. A `quoted` token is one name, whatever stands in it.
 */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'email' | 'guid' | 'separator' | 'possessive';
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter, in a text that is not all capitals. */
  readonly capital: boolean;
}

const openers = '"“”„«»‟';
const lead = /^[([{<¿¡@]+/;
const trail = /(?:\.\.+|[.,;:!?…)\]}>]+)$/;
const email = /^[^@\s"<>()[\]]{1,128}@[^@\s"<>()[\]]{1,128}\.[\p{L}\p{N}-]{2,63}$/u;
const guid = /^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$/i;
const inside = /(\/\/|->|=>|→|⇒|»|[|,;:=>→])/;
/** What tenants put in brackets behind an app's name, to tell two of a kind apart. */
const suffixed =
  /^\(((?:sandbox|test|testing|prod|production|dev|development|staging|stage|uat|qa|demo|legacy|old|new|preview|pilot|scim|saml|oidc|eu|us|uk|emea|apac|global|\p{Lu}{2,4}\d?|\d{1,2}))\)([.,;:!?]*)$/iu;
const abbreviation = /^(?:\p{L}|mr|mrs|ms|dr|prof|st|jr|sr|inc|ltd|co|corp)$/iu;

/** Reads a cleaned text into tokens, in one pass. */
export function tokensOf(text: string): readonly Token[] {
  const shouting = text === text.toUpperCase();
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const here = text.charAt(at);
    if (here === '\n') {
      tokens.push(separator('\n', at));
      at += 1;
      continue;
    }
    if (/\s/.test(here)) {
      at += 1;
      continue;
    }
    const close = closingQuote(text, at);
    if (close > at + 1) {
      const said = text
        .slice(at + 1, close)
        .trim()
        .replace(/[?,!]+$/, '');
      const kind = email.test(said) ? 'email' : guid.test(said) ? 'guid' : 'quoted';
      if (said !== '') tokens.push({ kind, text: said, folded: fold(said), start: at, end: close + 1, capital: true });
      at = close + 1;
      continue;
    }
    const end = chunkEnd(text, at);
    readChunk(text, at, end, shouting, tokens);
    at = end;
  }
  return tokens;
}

/** The text of a run of tokens, as the asker wrote it. */
export function textOf(source: string, tokens: readonly Token[]): string {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return '';
  if (tokens.length === 1) return first.text;
  const said = source.slice(first.start, last.end);
  // A bracket that the name opened is the name's: "Jira Cloud (sandbox)".
  const closing = /[([][^)\]]*$/.test(said) && /^[)\]]/.test(source.slice(last.end)) ? source.charAt(last.end) : '';
  return `${said}${closing}`
    .replace(/["“”„«»]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function closingQuote(text: string, at: number): number {
  const here = text.charAt(at);
  if (openers.includes(here)) {
    const room = text.slice(at + 1, at + 400);
    const found = room.search(/["“”„«»‟]/);
    return found < 0 ? -1 : at + 1 + found;
  }
  const boundary = at === 0 || /[\s(:,=/-]/.test(text.charAt(at - 1));
  if (boundary && /['‘’]/.test(here)) {
    const found = text.slice(at + 1, at + 100).search(/['’](?![\p{L}\p{N}])/u);
    return found < 0 ? -1 : at + 1 + found;
  }
  return -1;
}

function chunkEnd(text: string, at: number): number {
  const found = text.slice(at + 1, at + 2000).search(/[\s"“”„«»]/);
  return found < 0 ? Math.min(text.length, at + 2000) : at + 1 + found;
}

function readChunk(text: string, from: number, to: number, shouting: boolean, tokens: Token[]): void {
  let end = to;
  let start = from + (lead.exec(text.slice(from, to))?.[0].length ?? 0);
  const suffix = tokens.length > 0 && suffixed.exec(text.slice(from, to));
  if (suffix) {
    // "Jira Cloud (sandbox)": the bracket is a part of the name.
    end = from + 1 + (suffix[1]?.length ?? 0);
    tokens.push(word(text, start, end, shouting, 'word'));
    const stop = suffix[2] ?? '';
    if (stop !== '') tokens.push(separator(stop, end + 1));
    return;
  }
  if (/[([{<]/.test(text.slice(from, start)) && tokens.length > 0) tokens.push(separator('(', from));
  const body = text.slice(start, end);
  let tail = trail.exec(body)?.[0] ?? '';
  if (tail === '.' && abbreviation.test(body.slice(0, -1))) tail = '';
  end -= tail.length;
  const core = text.slice(start, end);
  if (core !== '') {
    if (email.test(core) || guid.test(core))
      tokens.push(word(text, start, end, shouting, email.test(core) ? 'email' : 'guid'));
    else if (/^[-–—/|:>→~+=&.,;!?]+$/.test(core))
      tokens.push(core === '&' || core === '+' ? word(text, start, end, shouting, 'word') : separator(core, start));
    else if (/^https?:\/\//i.test(core)) tokens.push(separator('\n', start));
    else {
      for (const part of core.split(inside)) {
        if (part === '') continue;
        const stop = start + part.length;
        if (inside.test(part)) tokens.push(separator(part, start));
        else if (email.test(part)) tokens.push(word(text, start, stop, shouting, 'email'));
        else readWord(text, start, stop, shouting, tokens);
        start = stop;
      }
    }
  }
  if (tail !== '') tokens.push(separator(tail.replace(/[)\]}>]/g, '') || ')', end));
}

const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;

/** Where a writing without spaces is parted into words; the words around it are parted from it. */
function readWord(text: string, start: number, end: number, shouting: boolean, tokens: Token[]): void {
  const said = text.slice(start, end);
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(said)) {
    let at = 0;
    for (const { index, 0: run } of said.matchAll(ideographs)) {
      if (index > at) readSpacedWord(text, start + at, start + index, shouting, tokens);
      for (const { segment, index: inside } of japanese.segment(run))
        tokens.push(word(text, start + index + inside, start + index + inside + segment.length, shouting, 'word'));
      at = index + run.length;
    }
    if (at < said.length) readSpacedWord(text, start + at, end, shouting, tokens);
    return;
  }
  readSpacedWord(text, start, end, shouting, tokens);
}

const japanese = new Intl.Segmenter('ja', { granularity: 'word' });

function readSpacedWord(text: string, start: number, end: number, shouting: boolean, tokens: Token[]): void {
  const own = /['’`´](?:s|S)?$/.exec(text.slice(start, end));
  if (own && own.index > 0) {
    const cut = start + own.index;
    tokens.push(word(text, start, cut, shouting, 'word'));
    tokens.push({ kind: 'possessive', text: text.slice(cut, end), folded: 's', start: cut, end, capital: false });
    return;
  }
  tokens.push(word(text, start, end, shouting, 'word'));
}

function word(text: string, start: number, end: number, shouting: boolean, kind: Token['kind']): Token {
  const said = text.slice(start, end);
  return { kind, text: said, folded: fold(said), start, end, capital: !shouting && /^[\p{Lu}\p{Lt}]/u.test(said) };
}

function separator(text: string, start: number): Token {
  return { kind: 'separator', text, folded: '', start, end: start + text.length, capital: false };
}

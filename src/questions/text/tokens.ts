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

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ideographs = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+)/u;

/** Reads a cleaned text into tokens, in one pass. */
export function tokensOf(text: string): readonly Token[] {
  const shouting = text === text.toUpperCase();
  const tokens: Token[] = [];
  const write: Write = {
    word(start, end, kind = 'word') {
      const said = text.slice(start, end);
      const capital = !shouting && /^[\p{Lu}\p{Lt}]/u.test(said);
      tokens.push({ kind, text: said, folded: fold(said), start, end, capital });
    },
    mark(said, start, kind = 'separator') {
      const folded = kind === 'possessive' ? 's' : '';
      tokens.push({ kind, text: said, folded, start, end: start + said.length, capital: false });
    },
  };
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      if (text.charAt(at) === '\n') write.mark('\n', at);
      at += 1;
      continue;
    }
    const close = closingQuote(text, at);
    if (close <= at + 1) {
      const found = text.slice(at + 1, at + 2000).search(/[\s"“”„«»]/);
      const end = found < 0 ? Math.min(text.length, at + 2000) : at + 1 + found;
      readChunk(text, at, end, tokens.length === 0, write);
      at = end;
      continue;
    }
    const said = text
      .slice(at + 1, close)
      .trim()
      .replace(/[?,!]+$/, '');
    const kind = identifierKind(said) ?? 'quoted';
    if (said !== '') tokens.push({ kind, text: said, folded: fold(said), start: at, end: close + 1, capital: true });
    at = close + 1;
  }
  return tokens;
}

/** Takes down what was read. */
interface Write {
  word(start: number, end: number, kind?: Token['kind']): void;
  mark(said: string, start: number, kind?: 'separator' | 'possessive'): void;
}

function identifierKind(text: string): 'email' | 'guid' | undefined {
  return email.test(text) ? 'email' : guid.test(text) ? 'guid' : undefined;
}

function closingQuote(text: string, at: number): number {
  const here = text.charAt(at);
  const isSingle = /['‘’]/.test(here) && (at === 0 || /[\s(:,=/-]/.test(text.charAt(at - 1)));
  if (!isSingle && !openers.includes(here)) return -1;
  const room = text.slice(at + 1, at + (isSingle ? 100 : 400));
  const found = room.search(isSingle ? /['’](?![\p{L}\p{N}])/u : /["“”„«»‟]/);
  return found < 0 ? -1 : at + 1 + found;
}

function readChunk(text: string, from: number, to: number, isFirst: boolean, write: Write): void {
  const chunk = text.slice(from, to);
  const [, suffix, stop = ''] = (!isFirst && suffixed.exec(chunk)) || [];
  if (suffix !== undefined) {
    // "Jira Cloud (sandbox)": the bracket is a part of the name.
    const end = from + 1 + suffix.length;
    write.word(from + 1, end);
    if (stop !== '') write.mark(stop, end + 1);
    return;
  }
  const opened = lead.exec(chunk)?.[0] ?? '';
  if (/[([{<]/.test(opened) && !isFirst) write.mark('(', from);
  const body = chunk.slice(opened.length);
  const closed = trail.exec(body)?.[0] ?? '';
  const tail = closed === '.' && abbreviation.test(body.slice(0, -1)) ? '' : closed;
  const core = body.slice(0, body.length - tail.length);
  readCore(core, from + opened.length, write);
  if (tail !== '') write.mark(tail.replace(/[)\]}>]/g, '') || ')', to - tail.length);
}

function readCore(core: string, start: number, write: Write): void {
  const kind = identifierKind(core);
  if (kind || core === '&' || core === '+') write.word(start, start + core.length, kind);
  else if (/^[-–—/|:>→~=+&.,;!?]+$/.test(core)) write.mark(core, start);
  else if (/^https?:\/\//i.test(core)) write.mark('\n', start);
  else readParts(core, start, write);
}

function readParts(core: string, start: number, write: Write): void {
  let at = start;
  for (const part of core.split(inside)) {
    if (inside.test(part)) write.mark(part, at);
    else if (email.test(part)) write.word(at, at + part.length, 'email');
    else if (kana.test(part)) readUnspaced(part, at, write);
    else readWord(part, at, write);
    at += part.length;
  }
}

/** A writing without spaces is parted into words; the words around it are parted from it. */
function readUnspaced(said: string, start: number, write: Write): void {
  let at = start;
  for (const run of said.split(ideographs)) {
    if (!ideographs.test(run)) readWord(run, at, write);
    else for (const { segment, index } of segmenter.segment(run)) write.word(at + index, at + index + segment.length);
    at += run.length;
  }
}

function readWord(said: string, start: number, write: Write): void {
  if (said === '') return;
  const own = /['’`´]s?$/i.exec(said);
  const end = own && own.index > 0 ? own.index : said.length;
  write.word(start, start + end);
  if (end < said.length) write.mark(said.slice(end), start + end, 'possessive');
}

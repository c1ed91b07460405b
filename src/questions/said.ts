import { withoutTicket } from './sentence.ts';
import { slips } from './text/edit-distance.ts';
import type { Token } from './text/tokens.ts';
import { tokensOf } from './text/tokens.ts';

/** One sentence as the phrasings below match it: folded words with single spaces, and the tokens they came from. */
export interface Said {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Where each token begins in `text`. */
  readonly starts: readonly number[];
}

/** Stands for a name in quotes, an address or an id: no word of a phrasing can be part of it. */
const opaque = '§';
/** A sentence longer than this is a story, and its cues prove little. */
const longestSentence = 300;
const mostSentences = 12;

/** The sentences of a text, each folded. */
export function sentencesOf(source: string): readonly Said[] {
  const sentences: Token[][] = [[]];
  const text = source
    .slice(0, 4_000)
    .replace(/\b(?:on earth|the hell|the heck)\b/gi, (oath) => ' '.repeat(oath.length));
  for (const token of tokensOf(text)) {
    const ends = token.kind === 'separator' && (/^\n|[.?!]/.test(token.text) || token.text === ';');
    if (ends) sentences.push([]);
    else sentences.at(-1)?.push(token);
    if (sentences.length > mostSentences) break;
  }
  const spoken = sentences.map((tokens) => withoutTicket(tokens).filter(({ kind }) => kind !== 'separator'));
  return spoken.filter((tokens) => tokens.length > 0).flatMap((tokens) => sayOf(tokens, wordOf) ?? []);
}

/** A sentence in its clauses: "is it only me, or is Zoom down?" asks in the second. None where it has only one. */
export function clausesOf(source: string): readonly Said[] {
  const clauses: Token[][] = [[]];
  const tokens = tokensOf(source.slice(0, longestSentence * 2));
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1]?.folded ?? '';
    const turns = token.kind === 'word' && /^(?:but|or|and|because|so)$/.test(token.folded) && asksAnew.test(next);
    if ((token.kind === 'separator' && /^[,;:.?!–—-]/.test(token.text)) || turns) clauses.push([]);
    else if (token.kind !== 'separator') clauses.at(-1)?.push(token);
    if (clauses.length > mostSentences) break;
  }
  const spoken = clauses.filter((clause) => clause.length > 2);
  return spoken.length > 1 ? spoken.flatMap((clause) => sayOf(clause, wordOf) ?? []) : [];
}

const asksAnew = /^(?:is|are|was|were|does|do|did|has|have|why|how|what|who|which|when|where|can)$/;

function wordOf(token: Token): string {
  return token.kind === 'word' || token.kind === 'possessive' ? token.folded || opaque : opaque;
}

function sayOf(tokens: readonly Token[], spell: (token: Token) => string): Said | undefined {
  const starts: number[] = [];
  let text = '';
  for (const token of tokens) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    text += spell(token);
  }
  return text.length > longestSentence ? undefined : { text, tokens, starts };
}

/** Words that carry a question, as they are looked for when somebody slipped. */
const cues =
  `quarantine quarantined overview status health healthy running working problems problem errors error failures failed failing skipped provisioned provisioning
  credentials credential connection doing broken stalled paused subscriptions subscribe unsubscribe watching watch notify digest summary everything apps which what where
  cycle cycles offboarding leaver anywhere everywhere accounts access unmute yesterday finished progress expired invalid token secret password follow issues users people wrong trouble report monitor`
    .split(/\s+/)
    .filter((word) => word.length >= 5);
/** Words so near to a cue that only their own meaning tells them apart. */
const ownWords =
  'onboarding user person people app apps error problem failure failing account issue token state states here there these those this that then them they when where what while with work works worked start started stop stopped fail fails missed watched run runs skip skips change changes'.split(
    ' ',
  );
const known = new Set([...cues, ...ownWords]);

/** The sentence with the slips in its cue words mended; undefined when there are none. */
export function mendedCues(said: Said): Said | undefined {
  const mended = said.tokens.map((token) =>
    token.capital && token !== said.tokens[0] ? wordOf(token) : mend(wordOf(token)),
  );
  if (mended.every((word, at) => word === wordOf(said.tokens[at] as Token))) return undefined;
  return sayOf(said.tokens, (token) => mended[said.tokens.indexOf(token)] ?? wordOf(token));
}

/** Slips in words too short to be mended by their letters. */
const usualSlips: Readonly<Record<string, string>> = {
  teh: 'the',
  hte: 'the',
  wat: 'what',
  waht: 'what',
  wht: 'what',
  wich: 'which',
  whcih: 'which',
  hwo: 'how',
  si: 'is',
  fo: 'of',
  ofr: 'for',
  wsa: 'was',
  hav: 'have',
  wehre: 'where',
  aps: 'apps',
  w: 'with',
  chk: 'check',
  prov: 'provisioning',
  ppl: 'people',
  r: 'are',
  whos: 'who',
  doin: 'doing',
};

function mend(word: string): string {
  const slip = usualSlips[word];
  if (slip) return slip;
  if (word.length < 4 || known.has(word) || !/^[a-z]+$/.test(word)) return word;
  const most = word.length >= 9 ? 2 : 1;
  let best: { cue: string; off: number } | undefined;
  for (const cue of cues) {
    if (cue[0] !== word[0]) continue;
    const off = slips(word, cue, most);
    if (off !== undefined && (best === undefined || off < best.off)) best = { cue, off };
  }
  return best?.cue ?? word;
}

/** The tokens under a span of the folded text. */
export function tokensUnder(said: Said, [from, to]: readonly [number, number]): readonly Token[] {
  return said.tokens.filter((_, at) => {
    const start = said.starts[at] ?? 0;
    return start >= from && start < to;
  });
}

const politeness =
  /^(?:(?:hi+|hello|hey+|hiya|yo|dear|greetings|hallo|moin|good (?:morning|afternoon|evening|day)|please|pls|plz|plss|skipper|bot|there|team|(?<=(?:hi|hello|hey|dear|morning|afternoon|evening) )(?:everyone|everybody)|folks|guys|so|and|but|ok|okay|well|also|now|then|sorry|hm+|um+|btw|fyi|urgent|asap|thanks|thank you|just|quickly|kindly|a quick question|quick question|quick one|question|(?:can|could|would|will) (?:you|we|i|someone|somebody|anyone|anybody)|may i|might i|would you mind|i want to|i want you to|i would like to|i would like you to|id like to|id like you to|i d like to|we would like to|wed like to|we want to|i need to|i need you to|we need to|im trying to|i am trying to|i m trying to|help me|help us|skipper s|you (?:can|could|may|should|must)(?: also| now)?|you|from now on|in (?:the )?future|going forward|for now|sorry to (?:bother|disturb|trouble)(?: you)?) )+/;
const asking =
  /^(?:(?:(?:do|does|did) (?:you|anyone|anybody|someone) (?:happen to )?know|any idea|any ideas|no idea|i was wondering|was wondering|just wondering|wondering|i wonder|let me know|let us know|tell me|tell us|show me|show us|give me|give us|give|show|find out|figure out|know|see|learn|check for me|check if|check whether|check that|have a look if|have a look|take a look|get me|get|explain to me|explain|if|whether|i am curious|im curious|curious|need|i need|we need|display|pull up|let s see|lets see|(?:someone|somebody|a colleague|my (?:boss|manager|colleague)|the (?:team|helpdesk|boss)|he|she|they|helpdesk)(?: just)? (?:says?|said|claims?|claimed|reckons?|thinks?|reports?|reported|complains?|complained|mentioned|told (?:me|us)|tells (?:me|us))(?: that)?|(?:users?|people|everyone|everybody|colleagues|customers|they)(?: \w+)? (?:keep asking|ask|are asking|asked|want to know|wonder|are wondering)(?: me| us)?(?: if| whether| why)?|(?:i|we) (?:dont|do not) (?:think|believe|know)(?: that| if| whether)?|(?:i|we) (?:heard|hear|think|believe|reckon|was told|were told|am told|have been told|noticed|suspect)(?: that)?|(?:the |our )?(?:\w+ )?(?:folks|team|guys|department) (?:say|says|said|claim|claims|tell me|tells me|told (?:me|us)|think|thinks|reckon|complain|complains)(?: that)?|not sure (?:if|whether)|apparently|supposedly|(?:it )?(?:looks|seems|appears) (?:like|as if|that)|it (?:looks|seems|appears)|do me a favou?r and|to) )+/;
const trailing =
  /(?: (?:please|pls|plz|plss|thanks|thank you|thx|ty|cheers|asap|urgently|for me|for us|team|guys|mate|folks|right now|just now|now|currently|at the moment|at present|presently|at all|these days|lately|recently|so far|by any chance|overall|in general|really|actually|exactly|or not|or what|or is it (?:just |only )?me|or am i (?:\w+ ?){1,3}|then|though|anyone|anybody|skipper|kind regards|regards|many thanks|thanks in advance|in advance|a lot|very much|please advise|any idea|any ideas|do you know|again please))+$/;

/** The sentence without greetings, "please", "can you" and thanks. */
export function withoutPoliteness(said: Said): Said {
  return within(said, politeness.exec(said.text)?.[0].length ?? 0, trailing.exec(said.text)?.index);
}

/** As above, and without "tell me", "do you know", "show me". */
export function withoutAsking(given: Said): Said {
  let said = withoutPoliteness(given);
  for (let round = 0; round < 4; round += 1) {
    const cut = asking.exec(said.text)?.[0].length ?? politeness.exec(said.text)?.[0].length ?? 0;
    if (cut === 0) break;
    said = within(said, cut, undefined);
  }
  return said;
}

function within(said: Said, from: number, to: number | undefined): Said {
  let end = to === undefined || to <= from ? said.text.length : to;
  // "Service Now" is a name.
  for (const [at, start] of said.starts.entries())
    if (start >= end && start <= end + 1 && at > 0 && said.tokens[at]?.capital)
      end = said.starts[at + 1] ?? said.text.length;
  if (from === 0 && end === said.text.length) return said;
  const kept = said.starts.map((start) => start >= from && start < end);
  const tokens = said.tokens.filter((_, at) => kept[at]);
  const starts = said.starts.filter((_, at) => kept[at]).map((start) => start - from);
  return { text: said.text.slice(from, end), tokens, starts };
}

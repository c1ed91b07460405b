import { stemmer } from 'stemmer';
import { slips } from './text/edit-distance.ts';
import { fold } from './text/normalize.ts';

/** A text as the matcher holds it: the weight of each of its terms, and the length of that vector. */
interface Weighed {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

interface Topic<Id extends string> {
  readonly id: Id;
  readonly terms: ReadonlySet<string>;
  readonly cues: readonly Cue[];
}

/** What must all be there, each part in one of its forms, and what must not. */
interface Cue {
  readonly parts: readonly ReadonlySet<string>[];
  readonly without: ReadonlySet<string>;
}

/** One way to ask for a topic, by the topic's place in the list. */
interface Phrasing {
  readonly topic: number;
  readonly length: number;
}

/** What is known of all topics' words. */
export interface TopicIndex<Id extends string> {
  readonly topics: readonly Topic<Id>[];
  /** Which phrasings use a term, and with what weight. */
  readonly postings: ReadonlyMap<string, readonly { readonly phrasing: Phrasing; readonly weight: number }[]>;
  /** How telling a term is: one that few topics use counts for more. */
  readonly telling: ReadonlyMap<string, number>;
  readonly vocabulary: readonly string[];
  /** Every word of phrasings and cues. */
  readonly wording: ReadonlySet<string>;
  readonly unknown: number;
}

/** A topic that a text fits, and how well, from 0 to 1. */
export interface TopicFit<Id extends string> {
  readonly topic: Id;
  readonly score: number;
  /** The share of the text's own words that no topic knows, from 0 to 1. */
  readonly strange: number;
}

/** Ways to say one thing, on folded text; what people call something differs more than how they ask about it. */
const sayings: readonly (readonly [RegExp, string])[] = [
  [/\b(?:microsoft entra id|microsoft entra|entra id|azure active directory|azure ad|azuread|aad)\b/g, 'entra'],
  [/\b(?:on prem|on premise|on premises|onprem|onpremises)\b/g, 'onpremise'],
  [/\bactive directory\b/g, 'activedirectory'],
  [/\b(?:de provision|deprovision|off ?board)(?:ed|ing|s)?\b/g, 'deprovision'],
  [/\bun ?assign(?:ed|ing|s|ment)?\b/g, 'unassign'],
  [
    /\b(?:auto ?provision|pre ?provision|re ?sync|sync|synch|synchroni[sz]|replicat|provison|provission|pushe?)(?:e|es|ed|s|ing|ion|isation|ization|ation|ational)?\b/g,
    'provision',
  ],
  [/\b(?:provision|provisioning) on demand\b|\bon demand(?: provision(?:ing)?)?\b|\bpod\b/g, 'ondemand'],
  [
    /\b(?:sub ?groups?|child groups?|nested groups?|group nesting|nesting|groups? (?:with)?in(?:side)?(?: of)? (?:a |an |another |other |the )?groups?|groups? of groups?|groups? as members?(?: of groups?)?|transitive(?:ly)?|indirect(?:ly)?|inherited)\b/g,
    'nested',
  ],
  [
    /\b(?:b2b|guests?|external (?:users?|people|accounts?|partners?|collaborators?|members?|identities)|externals?|outside partners?)\b/g,
    'guest',
  ],
  [
    /\b(?:how frequently|how regularly|how many times|frequency|cadence|at what intervals?|what interval|every how many minutes|how much time between|time between)\b/g,
    'how often',
  ],
  [
    /\b(?:how much time|how many (?:minutes|hours|days)|how soon|how quickly|how fast|how quick|duration|how long)\b/g,
    'howlong',
  ],
  [/\bhow often\b/g, 'howoften'],
  [/\b(?:initial|first|very first|full) (?:ever )?(?:cycle|provision|run|import|load|pass)\b/g, 'firstcycle'],
  [/\b(?:delta|incremental|subsequent|regular|normal) (?:cycle|provision|run|update|pass)s?\b/g, 'incrementalcycle'],
  [/\b(?:e ?mails?|mails?)\b/g, 'email'],
  [/\b(?:notif(?:y|ied|ies|ications?|ying)|alert(?:s|ed|ing)?|warn(?:s|ed|ing|ings)?|informed|told)\b/g, 'notify'],
  [/\b(?:cross|multi|between|across|inter|other|another|second|two) ?tenants?\b/g, 'crosstenant'],
  [
    /\b(?:out of scope|leaves? (?:the )?scope|left (?:the )?scope|falls? out of scope|no longer in scope)\b/g,
    'outofscope',
  ],
  [
    /\b(?:permanent(?:ly)? delet(?:e|ed|ion)|hard ?delet(?:e|ed|es|ion|ions)|delet(?:e|ed) (?:for good|permanently|forever)|purged?)\b/g,
    'harddelete',
  ],
  [/\b(?:soft ?delet(?:e|ed|es|ion))\b/g, 'softdelete'],
  [
    /\b(?:accidental(?:ly)?|by accident|by mistake|mass|bulk) (?:delet(?:e|ed|es|ion|ions)|removals?|disabl\w+)\b/g,
    'accidentaldelete',
  ],
  [
    /\b(?:scoping filters?|scope filters?|scoping rules?|filter rules?|attribute filters?|scoping clauses?)\b/g,
    'scopingfilter filter',
  ],
  [/\b(?:ismemberof|is member of|memberof|member of)\b/g, 'memberof'],
  [/\b(?:regular expressions?|regexp?|reg ex|regexes|wild ?cards?|patterns?)\b/g, 'regex'],
  [
    /\b(?:case sensitiv\w*|case insensitiv\w*|upper ?case|lower ?case|capital\w*|upper and lower case|upper or lower case)\b/g,
    'casesensitive',
  ],
  [/\b(?:user principal name|userprincipalname|upn|username|user name|login name|logon name|sign in name)s?\b/g, 'upn'],
  [
    /\b(?:renam(?:e|ed|es|ing)|(?:change[sd]?|changing|new|different) (?:of |a |the |his |her |their |in |last |sur)*(?:names?|surname|upn|last name|family name)|surname change|marr(?:ies|ied|iage)|maiden name|name changes?)\b/g,
    'rename',
  ],
  [
    /\b(?:new hires?|future hires?|future dated|pre ?hires?|joiners?|new starters?|new joiners?|starts? next (?:week|month))\b/g,
    'newhire',
  ],
  [/\b(?:leavers?|terminat(?:ed|ion|ions|es)|last (?:working )?day|last day of work)\b/g, 'termination'],
  [/\b(?:hr|hris|hcm|human resources?|workday|successfactors|success factors)\b/g, 'hr'],
  [/\b(?:licens(?:e|es|ed|ing)|licences?|subscription|sku|p1|p2|premium)\b/g, 'licence'],
  [
    /\b(?:tokens?|secrets?|credentials?|creds|passwords? of the (?:service|admin|provisioning) account|admin password|client secrets?)\b/g,
    'credential',
  ],
  [
    /\b(?:expir(?:e|es|ed|ing|y|ation)|run out|ran out|runs out|lapsed?|rotat(?:e|ed|es|ing|ion)|renew(?:ed|al|ing|s)?)\b/g,
    'expire',
  ],
  [
    /\b(?:retention|retain(?:ed|s)?|kept|keep|stored?|storing|history|go back|goes back|look back|archived?|preserved)\b/g,
    'keep',
  ],
  [
    /\b(?:least privileged?|privileges?|permissions?|rights?|roles? (?:do|does|is|are)? ?(?:i|we|one|you)? ?(?:need|required?|necessary)|allowed|entitled to see|authori[sz]ed)\b/g,
    'permission',
  ],
  [/\b(?:turn(?:ed|ing)? off|switch(?:ed|ing)? off|stop(?:ped|ping|s)?|paus(?:e|ed|ing|es))\b/g, 'stop'],
  [/\b(?:turn(?:ed|ing)? on|switch(?:ed|ing)? on)\b/g, 'switchon'],
  [
    /\b(?:disabl(?:e|ed|es|ing)|deactivat(?:e|ed|es|ing|ion)|suspend(?:ed|s)?|block(?:ed|ing|s)?(?: sign in)?|accountenabled)\b/g,
    'disable',
  ],
  [/\b(?:delet(?:e|ed|es|ing|ion|ions))\b/g, 'delete'],
  [/\b(?:remov(?:e|ed|es|ing|al)|take(?:n|s)? (?:out|off)|took (?:out|off)|takes? away)\b/g, 'remove'],
  [/\b(?:privileged identity management|pim|just in time|jit|time limited|temporary membership)\b/g, 'pim'],
  [
    /\b(?:dry ?run|simulat(?:e|ion|ed)|what if|preview|trial|sandbox run|test run|without (?:actually )?(?:changing|writing|doing) anything)\b/g,
    'dryrun',
  ],
  [/\b(?:re ?start(?:s|ed|ing)?|reset(?:s|ting)?|clear(?:ing)? (?:the )?state)\b/g, 'restart'],
  [/\b(?:quarantin\w*|quarentin\w*|quarrantin\w*)\b/g, 'quarantine'],
  [/\b(?:log analytics|azure monitor|event ?hubs?|siem|splunk|sentinel|workbooks?|kql|kusto)\b/g, 'loganalytics'],
  [/\b(?:downloads?|csv|export(?:ed|ing|s)?)\b/g, 'export'],
  [/\b(?:logs? entr(?:y|ies)|provision(?:ing)? logs?|log ?files?|logging|logs)\b/g, 'log'],
  [/\b(?:line manager|supervisor|boss|reports to|managers?)\b/g, 'manager'],
  [/\b(?:user ?type|usertype)\b/g, 'usertype'],
  [/\b(?:skipp?(?:ed|ing|s)?|skiped)\b/g, 'skip'],
  [/\b(?:pre ?existing|already (?:exists?|there|have|has|in|had|present|existed)|exist(?:s|ed|ing)?)\b/g, 'existing'],
  [/\b(?:default access|default role|msiam access)\b/g, 'defaultaccess'],
  [/\b(?:bi ?directional|two ?way|both ways|both directions|write ?back|written back|flow back|reverse)\b/g, 'twoway'],
  [/\b(?:null|empty|blank|no value|missing value)\b/g, 'empty'],
  [/\b(?:applications?|apps?|target systems?|target app|saas apps?|target)\b/g, 'app'],
  [
    /\b(?:people|persons?|somebody|someone|employees?|colleagues?|accounts?|users?|staff|person|everyone|everybody)\b/g,
    'user',
  ],
  [
    /\b(?:matching (?:attribute|property|precedence|rule)|join(?:ing)? (?:attribute|property)|correlat(?:e|es|ed|ion)|match(?:es|ed|ing)?)\b/g,
    'match',
  ],
  [/\b(?:mappings?|mapped|maps?)\b/g, 'mapping'],
  [/\b(?:errors?|fail(?:ed|s|ing|ure|ures)?|faults?)\b/g, 'error'],
  [/\b(?:retr(?:y|ies|ied|ying)|try again|tries again|tried again|attempt(?:ed|s)? again|escrow(?:s|ed)?)\b/g, 'retry'],
  [/\b(?:interval|schedul(?:e|ed|ing))\b/g, 'interval'],
  [/\b(?:cycles?|runs?)\b/g, 'cycle'],
];

const stopWords = new Set(
  `a an the is are was were be been being am do does did doing have has had having i we you it its my our your me us they them their he she his her this that these those there here
  of to in into on at for from with by as and or but if so than too very just also please pls can could would should will may might shall must not no s t don dont cant isnt doesnt didnt wont wasnt
  any some which get gets got getting about up out then hi hello hey thanks thank know tell want need like let one ones only really actually currently exactly ever yet still
  azure entra microsoft because under over`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const pairShare = 0.5;
const mostWords = 120;

/** Learns the phrasings of every topic. */
export function learnTopics<Id extends string>(
  asks: Readonly<Record<Id, readonly string[]>>,
  cues: Readonly<Record<Id, readonly string[]>>,
): TopicIndex<Id> {
  const ids = Object.keys(asks) as Id[];
  const spoken = new Map(ids.map((id) => [id, asks[id].map((ask) => termsOf(wordsIn(ask)))]));
  const used = new Map<string, number>();
  for (const phrasings of spoken.values()) {
    for (const term of new Set(phrasings.flat())) used.set(term, (used.get(term) ?? 0) + 1);
  }
  const telling = new Map<string, number>();
  for (const [term, count] of used)
    telling.set(term, Math.log(1 + ids.length / count) * (term.includes(' ') ? pairShare : 1));
  const topics = [...spoken].map(([id, phrasings]) => ({
    id,
    terms: new Set(phrasings.flat()),
    cues: cues[id].map(readCue),
  }));
  const vocabulary = [...used.keys()].filter((term) => !term.includes(' '));
  const wording = new Set([
    ...vocabulary,
    ...topics.flatMap((topic) => topic.cues.flatMap((cue) => cue.parts.flatMap((part) => [...part]))),
  ]);
  const postings = new Map<string, { phrasing: Phrasing; weight: number }[]>();
  for (const [topic, phrasings] of [...spoken.values()].entries()) {
    for (const { weights, length } of phrasings.map((terms) => weigh(terms, telling, 0))) {
      const phrasing = { topic, length };
      for (const [term, weight] of weights) {
        const others = postings.get(term);
        if (others) others.push({ phrasing, weight });
        else postings.set(term, [{ phrasing, weight }]);
      }
    }
  }
  return { topics, postings, telling, vocabulary, wording, unknown: Math.log(1 + ids.length) * 0.8 };
}

/** The topics that a text fits, best first. The whole text counts: words that no topic knows make every fit worse. */
export function fitTopics<Id extends string>(text: string, index: TopicIndex<Id>): readonly TopicFit<Id>[] {
  const said = canonical(text);
  const words = stemsOf(said).map((word) => correct(word, index));
  if (words.length === 0) return [];
  const present = new Set([...said.map(stem), ...said, ...words]);
  const terms = termsOf(words);
  const asked = weigh(terms, index.telling, index.unknown);
  const total = sum(asked.weights.values());
  const strange = words.filter((word) => !index.telling.has(word)).length / words.length;
  const nearby = nearestOfEach(asked, index);
  const fits = index.topics.map((topic, at) => {
    const nearest = nearby[at] ?? 0;
    let covered = 0;
    for (const [term, weight] of asked.weights) if (topic.terms.has(term)) covered += weight;
    const alike = 0.65 * nearest + 0.35 * (total === 0 ? 0 : covered / total);
    return { topic: topic.id, score: (alike + cued(topic.cues, present)) / (1 + mostCued), strange };
  });
  return fits.filter((fit) => fit.score > 0).sort((a, b) => b.score - a.score);
}

/** What a cue adds, by how many parts it has: the more had to be there, the more it tells. */
const cueWorth: readonly number[] = [0, 0.2, 0.35, 0.45, 0.5];
const mostCued = 0.5;

/** Whether every word of a text is one that the topics use, or too small to count. */
export function isTopicWording<Id extends string>(text: string, index: TopicIndex<Id>): boolean {
  return wordsIn(text).every((word) => index.wording.has(word));
}

/** Whether some word of a text is one that the topics use. */
export function hasTopicWording<Id extends string>(text: string, index: TopicIndex<Id>): boolean {
  return wordsIn(text).some((word) => index.wording.has(word));
}

function cued(cues: readonly Cue[], present: ReadonlySet<string>): number {
  let best = 0;
  for (const cue of cues) {
    const worth = cueWorth[Math.min(cue.parts.length, cueWorth.length - 1)] ?? 0;
    if (worth <= best || !cue.parts.every((part) => !part.isDisjointFrom(present))) continue;
    if (cue.without.isDisjointFrom(present)) best = worth;
  }
  return best;
}

function readCue(text: string): Cue {
  const parts: ReadonlySet<string>[] = [];
  const without = new Set<string>();
  for (const word of text.split(' ')) {
    const forms = word.replace(/^-/, '').split('|');
    if (word.startsWith('-')) for (const form of forms) without.add(stem(form));
    else parts.push(new Set(forms.map(stem)));
  }
  return { parts, without };
}

/** The words of a text in the matcher's own vocabulary, small words included. */
function canonical(text: string): readonly string[] {
  let said = ` ${fold(text.slice(0, 2_000))} `;
  for (const [pattern, meant] of sayings) said = said.replace(pattern, meant);
  return said
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords);
}

function stemsOf(words: readonly string[]): readonly string[] {
  return words.filter((word) => !stopWords.has(word)).map(stem);
}

function wordsIn(text: string): readonly string[] {
  return stemsOf(canonical(text));
}

function stem(word: string): string {
  return /^[a-z]+$/.test(word) ? stemmer(word) : word;
}

function termsOf(words: readonly string[]): readonly string[] {
  const pairs = words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`);
  return [...words, ...pairs];
}

function weigh(terms: readonly string[], telling: ReadonlyMap<string, number>, unknown: number): Weighed {
  const weights = new Map<string, number>();
  for (const term of terms) {
    const weight = telling.get(term) ?? (term.includes(' ') ? 0 : unknown);
    if (weight > 0) weights.set(term, weight);
  }
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  return { weights, length: Math.sqrt(squares) };
}

/** How near the nearest phrasing of every topic comes, as a cosine: only phrasings that share a term are looked at. */
function nearestOfEach<Id extends string>(asked: Weighed, { topics, postings }: TopicIndex<Id>): readonly number[] {
  const products = new Map<Phrasing, number>();
  for (const [term, weight] of asked.weights) {
    for (const { phrasing, weight: theirs } of postings.get(term) ?? [])
      products.set(phrasing, (products.get(phrasing) ?? 0) + weight * theirs);
  }
  const nearest = topics.map(() => 0);
  for (const [{ topic, length }, product] of products)
    nearest[topic] = Math.max(nearest[topic] ?? 0, product / (asked.length * length));
  return nearest;
}

/** A misspelt word as the topics spell it. */
function correct<Id extends string>(word: string, index: TopicIndex<Id>): string {
  if (index.telling.has(word) || word.length < 5 || !/^[a-z]+$/.test(word)) return word;
  const most = word.length >= 9 ? 2 : 1;
  for (const known of index.vocabulary) {
    if (known.length >= 5 && known[0] === word[0] && slips(word, known, most) !== undefined) return known;
  }
  return word;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

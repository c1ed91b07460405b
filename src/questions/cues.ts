import type { KnownApps } from './entities/known-apps.ts';
import type { Asked, Bid } from './kinds.ts';
import { tellsOfLeaving } from './leaving.ts';
import { namedBy } from './name-slot.ts';
import { isOrdinary } from './ordinary.ts';
import type { AppProblemsQuestion, Question, QuestionKind } from './question.ts';
import type { Said } from './said.ts';
import { type Token, textOf } from './text/tokens.ts';
import { type Heard, hearWhole } from './whole.ts';

/** Less than a phrasing that is known, more than a topic that only resembles the text. */
const sureness = 0.905;
const ofTenant = 0.68;

const aboutCredentials =
  /\b(?:credentials?|creds?|tokens?|secrets?|api keys?|authenticat\w*|authori[sz]\w*|unauthori[sz]ed|401|403|test connection|connection)\b/;
const aboutPeople =
  /\b(?:who|whom|whoever|users|people|everyone|everybody|anyone|anybody|nobody|no one|persons|employees|members|colleagues|guests|staff|errors?|failures?|skips|skipped|rejections|rejected|faults)\b/;
const trouble =
  /\b(?:fail\w*|errors?|skip\w*|reject\w*|left out|refus\w*|creat\w*|provision\w*|missing|problems?|issues?|not|cant|cannot|couldnt|didnt|wont|sync\w*|excluded|stuck|trouble|affected|wrong|faults|ignored|nobody|no one|getting|arriv\w*)\b/;
const aboutState =
  /\b(?:quarantin\w*|running|runs?|ran|paused|alive|dead|sync\w*|cycles?|job|integration|connector|provisioning|health|healthy|unhealthy|up|stuck|status|state|progress|down|slow|initial|stall\w*|stop\w*|start\w*|working|works?|broken|doing|going|ok|okay|fine|green|red|idle|hang\w*|frozen|outage|trouble|delayed|late|behind|slow)\b/;
const general =
  /^(?:how (?:often|many times|frequently)|how long (?:does|do|is) (?!it|until)|can (?:i|we|you|entra|it)|does \S+ support|do \S+ support|what happens|how (?:do|can|should|would) (?:i|we|one|you)|how to|what (?:is|are) (?:a|an|the)? ?(?:difference|scoping|quarantine|provisioning)|which attributes?|is it possible|do (?:i|we) need|what does|how (?:does|do) (?:provisioning|syncing|sync|it|the)|can the|should (?:i|we))\b/;
const orders =
  /^(?:re ?start|start|stop|trigger|force|kick off|launch|initiate|enable|disable|pause|resume|run|re ?run) (?:(?:a|an|the|new|full|user|automatic|initial) )*(?:provisioning|sync|synchroni[sz]ation|cycle|job|re ?sync)\b/;
const somebody =
  /\b(?:she|he|her|his|him|(?<!\bto )me|myself|(?:this|that|the) (?:user|person|employee|colleague|group|worker|account)|a (?:user|colleague|person)|somebody|someone|my (?:user|colleague|boss|manager|customer)|my account|i cant|i cannot)\b/;

const apps = '(?:apps|applications|integrations|connectors|jobs|systems|tenant|saas)';
const ofAll = new RegExp(`\\b(?:${apps}|anything|everything|something|nothing)\\b`);
const bad =
  /\b(?:problems?|issues?|errors?|trouble|failing|failed|broken|red|unhealthy|wrong|worry|worried|attention|stuck|down|green|stalled|alarm\w*|critical|ok|okay|fine|working|healthy)\b/;
const listing = new RegExp(
  `\\b(?:state|status|list|all|overview|summary|every|health)\\b.*\\b${apps}\\b|\\b${apps}\\b.*\\b(?:state|status|overview|summary|health)\\b`,
);

const inAll =
  /\b(?:apps|applications|accounts|access|systems|anywhere|everywhere|everything|anything|any app|every app|all of (?:her|his|their) apps|whole picture|full picture|overall)\b/;

/**
 * Reads by its words a text that is none of the known phrasings: an app that is known and the word "job" ask for the
 * job's state, whatever stands around them.
 */
export function bidByCues(asked: Asked, kind: QuestionKind): Bid | undefined {
  if (asked.source.length > 600) return undefined;
  const heard = hearWhole(asked);
  for (const said of heard.sentences) {
    const question = readCues(said, heard);
    if (question === undefined || !('kind' in question)) continue;
    if (question.kind !== kind) return undefined;
    const isTenants = question.kind === 'overview';
    return { readings: [question], sureness: isTenants ? ofTenant : sureness };
  }
  return undefined;
}

function readCues(said: Said, heard: Heard): Question | undefined {
  const { text } = said;
  if (orders.test(text)) return undefined;
  const app = knownAppIn(said, heard);
  if (app) {
    if (somebody.test(text) || hasPerson(said, app.tokens)) return undefined;
    const named = { app: app.name };
    const around = without(said, app.tokens);
    if (aboutCredentials.test(around) && !/\b(?:user|users|person) (?:password|token)/.test(around))
      return {
        kind: 'credentials',
        ...named,
        ...(/\b(?:test|try|check|verify|validate)\b/.test(around) && { test: true }),
      };
    if (general.test(text)) return undefined;
    if (aboutPeople.test(around) && trouble.test(around))
      return { kind: 'appProblems', ...named, ...outcomeOf(around), ...timeOf(heard) };
    return aboutState.test(around) ? { kind: 'appStatus', ...named } : undefined;
  }
  if (inAll.test(text) || tellsOfLeaving(text)) {
    const user = personIn(said, heard);
    if (user) return { kind: 'userOverview', ...user, ...(tellsOfLeaving(text) && { focus: 'leaver' }) };
  }
  if (general.test(text) || somebody.test(text)) return undefined;
  if (/\bquarantin\w*\b/.test(text) && ofAll.test(text)) return { kind: 'overview', only: 'quarantine' };
  if (ofAll.test(text) && bad.test(text) && said.tokens.length <= 12) return { kind: 'overview', only: 'problems' };
  return listing.test(text) && said.tokens.length <= 12 ? { kind: 'overview' } : undefined;
}

function timeOf({ window }: Heard): Pick<AppProblemsQuestion, 'window'> {
  return window ? { window } : {};
}

/** Failures, skips, or both. */
export function outcomeOf(told: string): Pick<AppProblemsQuestion, 'outcome'> {
  const failed =
    /\b(?:fail\w*|errors?|errored|erroring|rejec\w+|refus\w+|exceptions?|faults?|broke|couldnt be|could not be|cannot be|cant be)\b/.test(
      told,
    );
  const skipped =
    /\b(?:skip\w*|skiped|excluded|left out|ignored|filtered|out of scope|not in scope|exclusions|leave out|ignore)\b/.test(
      told,
    );
  if (failed === skipped) return {};
  return { outcome: failed ? 'failed' : 'skipped' };
}

interface Found {
  readonly name: string;
  readonly tokens: readonly Token[];
}

const mostWords = 5;

/** The longest run of words that is a known app's name, with the capitals that go on with it. */
function knownAppIn({ tokens }: Said, { source, apps: known }: Heard): Found | undefined {
  for (let length = Math.min(mostWords, tokens.length); length > 0; length -= 1) {
    for (let at = 0; at + length <= tokens.length; at += 1) {
      let run = tokens.slice(at, at + length);
      if (!isApp(textOf(source, run), known)) continue;
      for (let next = at + length; tokens[next]?.capital && tokens[at]?.capital; next += 1)
        run = tokens.slice(at, next + 1);
      return { name: textOf(source, run), tokens: run };
    }
  }
  return undefined;
}

/** Short forms are everyday words too ("box", "front"): by themselves they need a capital or no other meaning. */
function isApp(text: string, known: KnownApps): boolean {
  if (text.length < 2 || !/\p{L}/u.test(text)) return false;
  const knowledge = known.know(text);
  if (knowledge === 'tenant') return !isOrdinary(text);
  return knowledge === 'gallery' && !everyday.has(text) && !/^go to$/.test(text);
}

const everyday = new Set(
  'box front linear duo keeper notion workplace office sn gl harness canva sentry stripe uber fuze torii zoho google amazon it teams meta people base pulse segment'.split(
    ' ',
  ),
);

/** Somebody is named beside the app: an address, or a run of capitals that begins no sentence. */
function hasPerson({ tokens }: Said, app: readonly Token[]): boolean {
  return tokens.some(
    (token, at) =>
      token.kind === 'email' ||
      token.kind === 'guid' ||
      (token.capital && at > 0 && token.kind === 'word' && !app.includes(token) && !spokenCapitals.test(token.text)),
  );
}

const spokenCapitals =
  /^(?:I|SCIM|API|SSO|HR|AD|ID|IT|Entra|Azure|Microsoft|OK|URL|UPN|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Provisioning|Enterprise)$/;

function without(said: Said, tokens: readonly Token[]): string {
  return said.tokens
    .filter((token) => !tokens.includes(token))
    .map((token) => token.folded)
    .join(' ');
}

/** Who is named by an address, a label or capitals. */
function personIn({ tokens }: Said, { source, apps: known }: Heard): { readonly user: string } | undefined {
  const address = tokens.find((token) => token.kind === 'email' || token.kind === 'guid');
  if (address) return { user: address.text };
  const begins = tokens.findIndex(
    (token) =>
      token.kind === 'quoted' || (token.capital && !spokenCapitals.test(token.text) && !isOpening(token.folded)),
  );
  if (begins < 0) return undefined;
  let ends = begins + 1;
  while (tokens[ends]?.capital && tokens[ends]?.kind === 'word') ends += 1;
  const named = namedBy(source, known, tokens.slice(begins, ends));
  return named?.likely === 'app' ? undefined : named?.user;
}

function isOpening(word: string): boolean {
  return /^(?:has|have|is|are|was|were|does|do|did|which|what|where|who|why|how|when|can|could|the|a|an|any|all|give|show|list|please|check|hi|hello|hey|everything|everyone|in|on|for|of|to|about|if|whether|still|user|our|my|quick|there|this|that|offboarding|termination|leaver|access|accounts|apps|some|users|people|employees|please|also|and|but|so)$/.test(
    word,
  );
}

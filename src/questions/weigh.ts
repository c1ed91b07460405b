import { outcomeOf } from './cues.ts';
import { isCode } from './entities/codes.ts';
import type { Asked, Bid } from './kinds.ts';
import { tellsOfLeaving } from './leaving.ts';
import { type LeftOver, leftOver } from './left-over.ts';
import { isOrdinary } from './ordinary.ts';
import type { Question, QuestionKind } from './question.ts';
import type { Said } from './said.ts';
import type { Token } from './text/tokens.ts';
import { asksInGeneral, isAboutTopics, yieldsToTopic } from './topic.ts';
import { type Heard, hearWhole } from './whole.ts';

/** Above a topic that names in the text make unlikely, below every phrasing that is known. */
const sureOfNamed = 0.93;
/** Written small and known to nobody, what is left over may be no name. */
const sureOfUnnamed = 0.87;
const sureOfTenant = 0.8;
/** A topic that fits so well is asked for rather than all apps. */
const plainTopic = 0.5;
const sureOfListed = 0.915;
const longestText = 600;
/** A sentence with more words than this tells a story, in which a cue proves little. */
const mostWords = 32;

const weighed = new WeakMap<Asked, { readonly bid: Bid | undefined }>();

/** What a text that is no known phrasing asks, by the names that are left over in it and by the cues around them. */
export function weigh(asked: Asked): Bid | undefined {
  const before = weighed.get(asked);
  if (before) return before.bid;
  const bid = weighText(asked);
  weighed.set(asked, { bid });
  return bid;
}

/** The app that a text names, and nothing else, though what it asks is not clear. */
export function appNamedIn(asked: Asked): string | undefined {
  if (asked.source.length > longestText) return undefined;
  const heard = hearWhole(asked);
  const names = heard.sentences.slice(0, 1).flatMap((said) => leftOver(said.tokens, heard));
  const [name, ...others] = names;
  return name?.known && others.length === 0 ? name.text : undefined;
}

/** As `weigh`, for the kind that reads first in it. */
export function bidByWeight(asked: Asked, kind: QuestionKind): Bid | undefined {
  const bid = weigh(asked);
  return bid?.readings[0].kind === kind ? bid : undefined;
}

/** The surer of two bids; the first of equal ones. */
export function surest(one: Bid | undefined, other: Bid | undefined): Bid | undefined {
  return one && (other === undefined || one.sureness >= other.sureness) ? one : other;
}

function weighText(asked: Asked): Bid | undefined {
  if (asked.source.length > longestText) return undefined;
  const heard = hearWhole(asked);
  for (const said of heard.sentences) {
    // What a code means is another question.
    if (said.tokens.length > mostWords || said.tokens.some(({ text }) => isCode(text))) continue;
    const bid = weighSentence(said, heard);
    if (bid) return besideTopic(bid, asked);
  }
  return undefined;
}

function weighSentence(said: Said, heard: Heard): Bid | undefined {
  const { text } = said;
  if (orders.test(text) || asksInGeneral(text)) return undefined;
  const all = leftOver(said.tokens, heard);
  const names = all.length > 1 ? all.filter((one) => isNoTopic(one) && !isSaid(one, said.tokens)) : all;
  if (names.length > 1) return undefined;
  const [only] = names;
  // Where a word was passed over, only what is said of jobs tells that it is about one.
  const name = only && names.length < all.length ? { ...only, likely: 'unclear' as const } : only;
  if (name === undefined) return weighTenant(said);
  const around = aroundOf(said, name);
  const app = name.likely === 'user' ? [] : ofApp(name, around, heard);
  const user = name.likely === 'app' ? [] : ofUser(name, around);
  const readings = [...app, ...user];
  const [first, ...others] = readings;
  if (first === undefined) return undefined;
  // The tenant tells which of the two it is.
  if ((first.kind === 'appStatus' || first.kind === 'appProblems') && name.likely === 'unclear' && others.length === 0)
    others.push({ kind: saysItFails.test(around) ? 'explain' : 'userOverview', user: name.text });
  const plain = name.known || name.tokens.some((token) => token.capital || token.kind !== 'word');
  return { readings: [first, ...others], sureness: plain ? sureOfNamed : sureOfUnnamed };
}

/** "After the reorg": beside a name, a word behind an article or a pronoun names nobody, unless a job goes by it. */
function isSaid({ known, likely, tokens: [word, ...more] }: LeftOver, tokens: readonly Token[]): boolean {
  if (known || likely === 'app' || word === undefined || more.length > 0 || word.kind !== 'word' || word.capital)
    return false;
  return /^(?:the|an?|this|that|these|those|our|we|i|you|they|more|very|so|too)$/.test(
    tokens[tokens.indexOf(word) - 1]?.folded ?? '',
  );
}

/** Beside a name, a word that nobody knows, written small, may be one that people use about provisioning in general. */
function isNoTopic({ text, known, tokens }: LeftOver): boolean {
  return known || tokens.some((token) => token.capital || token.kind !== 'word') || !isAboutTopics(text);
}

/** What plainly asks how provisioning works is left to the topic, whichever app it names as an example. */
function besideTopic(bid: Bid, asked: Asked): Bid {
  const { topic } = asked;
  if (topic === undefined) return bid;
  const yields =
    bid.sureness === sureOfTenant ? topic.score >= plainTopic : yieldsToTopic(asked, bid.sureness > sureOfUnnamed);
  if (!yields) return bid;
  return { ...bid, sureness: Math.min(bid.sureness, topic.sureness - 0.01) };
}

/** "Zephyr keeps failing": of somebody, this asks why. */
const saysItFails = /\bfail\w*\b/;

/** The sentence with the name taken out of it. */
function aroundOf({ tokens }: Said, name: LeftOver): string {
  return tokens
    .map((token) => (name.tokens.includes(token) ? (token === name.tokens[0] ? 'NAME' : '') : token.folded))
    .filter((word) => word !== '')
    .join(' ');
}

const orders =
  /^(?:re ?start|start(?! of)|trigger|force|kick off|launch|initiate|enable|disable|pause|resume|run|re ?run|provision|deprovision|create|delete|remove|add|sync) (?!.*\b(?:list|check|alerts?|notif\w*|messages?|updates|subscri\w*)\b)/;

const credentials =
  /\b(?:(?:we|you|entra|azure|azure ad|provisioning|it|skipper) (?:can |could |will |still |cannot |cant |not |even |actually )*(?:connect|log ?in|sign in|authenticate|get in)(?:to| to| into)? NAME|(?:try|test|retry) (?:to )?(?:connect|sign(?:ing)? in|log(?:ging)? in)(?:ing)?|credentials?|creds?|tokens?|secrets?|api keys?|access keys?|authenticat\w*|authori[sz]\w*|unauthori[sz]ed|forbidden|401|403|test connection|connection|connectivity|certificates?|(?:saved|stored|admin|service) (?:login|logon|password|account)|passwords?|log ?in details|(?:log ?in|log ?on|sign ?in) (?:has |is |was |just )*(?:expired|expires|rejected|invalid|refused|wrong|failed)|expired|expiring)\b/;
const tries = /\b(?:try|test|verify|validate|does|do|is|are|can|check)\b/;
const ofConnection =
  /\b(?:work|works|working|valid|ok|okay|good|fine|accepted|connect|connection|test|validate|verify)\b/;
const people =
  /\b(?:who|whom|whoever|whose|users?|people|persons?|everyone|everybody|anyone|anybody|nobody|no one|employees?|members?|colleagues?|guests?|staff|accounts?|joiners?|starters?|hires?|folks|groups?|identities|contractors?|students?|workers?|ones|somebody|someone|teams?|departments?|offices?|half of)\b/;
const listed =
  /\b(?:(?:error|failure|skip) (?:summary|list|log|logs|report|breakdown|overview|count|counts|stats|statistics|messages?)|errors?|failures?|skips|rejections?|faults?|exceptions?|failed|skipped|reasons? for|reasons? (?:of|why)|causes? (?:of|for))\b/;
const trouble =
  /\b(?:fail\w*|errors?|errored|skip\w*|reject\w*|left out|leave out|refus\w*|missing|miss|problems?|issues?|not|cant|cannot|couldnt|could not|didnt|wont|wasnt|werent|isnt|arent|excluded|exclude|stuck|trouble|affected|wrong|faults?|ignored?|nobody|no one|bounced?|bouncing|dropped|drop|blocked|turn\w* (?:away|down)|left behind|needs? fixing|need to be fixed|keep\w* (?:\w+ ){1,3}out|lost|without|choke\w*|complain\w*|broke|broken|unable|denied)\b/;
const asksForPeople =
  /^(?:did|does|has|is) NAME (?:reject|refus|skip|ignor|drop|block|turn)\w*|\b(?:(?:are|is|were|was) there (?:any )?(?:users?|people|accounts?|colleagues?|staff)|who|whom|whoever|which (?:users?|people|accounts?|colleagues?|employees?|groups?|ones|guests|staff|joiners|starters|hires)|how many|list|everyone|everybody|anyone|anybody|names?|any (?:users?|people|accounts?))\b/;
const job =
  /\b(?:quarantin\w*|running|runs?|ran|paused?|on hold|alive|dead|dying|life|asleep|syncs?|synced|syncing|synch\w*|cycles?|jobs?|integration|connector|provisioning|provisions|scim|health|healthy|unhealthy|up|stuck|status|state|progress|down|slow|slowly|initial|stall\w*|stop\w*|start\w*|working|works?|broken|doing|ok|okay|fine|green|red|idle|hang\w*|hung|frozen|outage|trouble|delayed|delay|late|behind|push\w*|pull\w*|import\w*|export\w*|complet\w*|finish\w*|last|next|long|flow\w*|wrong|up to|happening|going on|shape|broke|break\w*|fail\w*|crash\w*|halt\w*|kick\w*|tick\w*|lag\w*|live|active|inactive|off|on|hiccup\w*|issues?|problems?|behav\w*|operational|functional|functioning|moving|dragging|configured|set up|setup|ongoing|resum\w*|recover\w*|better)\b/;
/** Said of an app's job and not of somebody. */
const jobAlone =
  /\b(?:quarantin\w*|cycles?|jobs?|connector|integration|scim|syncs|sync|syncing|provisioning|provisions|running|runs?|ran|paused|pauses?|pausing|(?:turn|switch)(?:ed|ing)? (?:it |this )?(?:on|off)|on hold|slow|push\w*|pull\w*|export\w*|stall\w*|hang\w*|hung|frozen|initial|long|complet\w*|down|alive|outage|crash\w*|halted|delayed|lagging|NAME (?:is )?up|up and running|throttled|dead|stuck|finish\w*|not started|configured|working|broken|health|doing|hold(?:ing|s)? (?:up|back)|getting on|wrong|fail\w*|(?:not|never) (?:updat|refresh|chang)\w*|happening|when (?:will|does|is|do|did|was))\b/;

function ofApp(name: LeftOver, around: string, heard: Heard): readonly Question[] {
  const app = { app: name.text };
  const sure = name.likely === 'app';
  if (credentials.test(around) && !/\b(?:user|users|person|his|her|my) (?:password|token|login)\b/.test(around)) {
    const test =
      tries.test(around) &&
      ofConnection.test(around) &&
      !/\b(?:not|cannot|cant|fails?|failed|rejected|expired|invalid|error|why|wont|when)\b/.test(around);
    return [{ kind: 'credentials', ...app, ...(test && { test: true }) }];
  }
  if (oneOf.test(around) && !asksForPeople.test(around)) return [];
  const window = heard.window && { window: heard.window };
  const problems: Question = { kind: 'appProblems', ...app, ...outcomeOf(around), ...window };
  const status: Question = { kind: 'appStatus', ...app };
  if (allThrough.test(around) && /\b(?:in|into|to|by|from|onto) NAME/.test(around) && !asksAboutJob.test(around))
    return [problems];
  if (asksForPeople.test(around) && trouble.test(around) && !asksAboutJob.test(around)) return [problems];
  if (
    listed.test(around) &&
    !asksAboutJob.test(around) &&
    (sure ||
      people.test(around) ||
      /\b(?:in|from|at|by|for|on|of|with) NAME|NAME (?:errors?|failures?|skips|throw|give|report|return|show|have|produce|get|raise)/.test(
        around,
      ))
  )
    return [problems];
  if (people.test(around) && trouble.test(around) && !asksAboutJob.test(around))
    return sure || several.test(around) ? [problems] : [];
  if (somebody.test(around)) return [];
  if (sure ? job.test(around) || asks.test(around) : jobAlone.test(around)) return [status];
  return [];
}

/** "Did everyone make it into Zoom?" asks who did not. */
const allThrough =
  /\b(?:did|has|have|is|are|were|was) (?:everyone|everybody|(?:all|all of|all of our|all the|all our|the|our) (?:users|people|accounts|joiners|starters|hires|staff|colleagues|students|members|groups|guests|employees))\b.*\b(?:make it|made it|get|got|gotten|through|created|provisioned|synced|arrived?|land(?:ed)?|in|into|imported|added|updated)\b/;

/** Said of others than whom the name could be. */
const several =
  /\b(?:users|people|everyone|everybody|anyone|anybody|nobody|no one|employees|members|colleagues|guests|staff|joiners|starters|hires|folks|groups|contractors|students|workers|teams?|departments?)\b(?! NAME)/;

/** What makes it a question about the job, whoever else is in it. */
const asksAboutJob =
  /\b(?:jobs?|connector|quarantin\w*|cycles?|running|on hold|paused|(?:provisioning|sync) (?:is|has|not)|stopped (?:provisioning|syncing|working|creating)|(?:last|next) (?:run|sync|job|pass))\b/;
const asks = /\b(?:how|what|whats|anything|check|look|news)\b/;
const oneOf =
  /\b(?:(?:was|am|did|do|have|has) i|i (?:was|am|cant|cannot|dont|have no|did not|didnt)|she|he|her|his|him|me|myself|my account|(?:this|that|the|a|my) (?:user|person|colleague|employee|group|worker|account|guest)|(?:someone|somebody)(?! (?:pause|stop|turn|switch|disable|change|touch|restart|start|edit|reset|delete)\w*)|(?:employee|worker|user) (?:id|number|no))\b/;
const somebody = /\b(?:she|he|her|his|him|me|myself|my account|i)\b/;

const inAll =
  /\b(?:apps|applications|accounts|systems|anywhere|everywhere|anything|everything|any app|every app|overall|access|tools|services|licen[cs]es?|entitlements?|onboarding|set up|(?:provisioned|synced|assigned|created|added|given|present|known|existing?|enabled|active|set) (?:to|in|into|on)(?! NAME))\b/;

const wherever =
  /^(?:where|in wh(?:at|ich)|to wh(?:at|ich))\b|\b(?:provision|provisioned|create|created|set up|order|ordered) for NAME/;
/** Of somebody who is named as a person, in whichever app. */
const ofSomebody =
  /\b(?:problems?|issues?|troubles?|status|state|check|errors?|happening|wrong|look|details|info|overview|summary|report|picture)\b/;

function ofUser(name: LeftOver, around: string): readonly Question[] {
  const isAsked = inAll.test(around) || wherever.test(around) || (name.likely === 'user' && ofSomebody.test(around));
  if (!isAsked && !tellsOfLeaving(around)) return [];
  if (/\b(?:in|into|to|from) NAME/.test(around) && !/\b(?:access|happened|accounts?) (?:of|for|to) NAME/.test(around))
    return [];
  return [{ kind: 'userOverview', user: name.text, ...(tellsOfLeaving(around) && { focus: 'leaver' }) }];
}

const all =
  /\b(?:(?:an?|any|one|some|every|each|which|what) (?:(?:of|our|the|my|these|scim|saas) )*(?:apps?|application|integration|connector|job|system)|apps|applications|integrations|connectors|jobs|systems|tenant|saas|anything|everything|all|overall|provisioning|any|services|things|tools|the board|across|connections)\b/;
/** "Apps that I should worry about" are asked for by somebody, and not about somebody. */
const aboutOne = /\b(?:she|he|her|his|him|my (?:account|user)|myself)\b/;
const bad =
  /\b(?:bad|flags?|problems?|issues?|errors?|troubles?|fail\w*|broken|broke|red|unhealthy|wrong|worr\w*|attention|stuck|down|stalled|alarm\w*|critical|stopped|sick|ill|ailing|fire|burning|poorly|unhappy|dead|suffering|struggling|misbehaving|behind|late|hung|hanging|not (?:ok|okay|healthy|running|working|syncing|well|happy)|outages?|incidents?|hiccups?|grief)\b/;
const asksWhatToDo =
  /^what(?: all| else| has| just)? (?:went|gone|broke|stopped|crashed|fell over|went down)(?: down| wrong| over| out)?$|^(?:what|anything|something|is there anything)(?: that)? (?:do |should |must |shall |can )?(?:i|we) (?:should |must |need to |have to |ought to |do )*(?:need to |have to )?(?:fix|mend|repair|look at|look into|worry about|know about|take care of|attend to|do first|deal with|handle)\b/;
/** It asks which of them, or whether one of them. */
const asksForApps =
  /\b(?:which|what|any|is there|are there|did any|has any|have any|list|show|how many|all|every|each)\b.*\b(?:apps?|applications?|integrations?|connectors?|jobs?|systems?|anything|everything|(?:we|i) (?:got|have|have got)|have (?:we|i) got|of them|quarantined)\b/;
const well = /\b(?:ok|okay|fine|healthy|working|running|well|good|syncing|green|alright|order|smooth\w*|up)\b/;
const whole =
  /\b(?:status|state|overview|summary|health|check|list|report|roundup|rundown|recap|picture|dashboard|brief|briefing|how|doing)\b/;

/** A sentence without a name asks about all apps or about nothing. */
function weighTenant({ text, tokens }: Said): Bid | undefined {
  if (
    tokens.length > 12 ||
    aboutOne.test(text) ||
    /\b(?:credentials?|token|secret|password|log|attributes?|filter|mapping|groups?)\b/.test(text)
  )
    return undefined;
  const sureness = asksForApps.test(text) ? sureOfListed : sureOfTenant;
  const bid = (only?: 'problems' | 'quarantine'): Bid => ({
    readings: [{ kind: 'overview', ...(only && { only }) }],
    sureness,
  });
  // A word that nobody knows may be what it is about.
  if (!tokens.every((token) => token.kind === 'word' && isOrdinary(token.folded))) return undefined;
  if (asksWhatToDo.test(text)) return bid('problems');
  if (/\bquarantin\w*\b/.test(text) && (tokens.length <= 3 || all.test(text) || asksForApps.test(text)))
    return bid('quarantine');
  if (/\b(?:users?|people|accounts?|who|person)\b/.test(text)) return undefined;
  if ((all.test(text) || (tokens.length <= 4 && /^any\b/.test(text))) && bad.test(text)) return bid('problems');
  if (all.test(text) && (well.test(text) || whole.test(text))) return bid();
  return undefined;
}

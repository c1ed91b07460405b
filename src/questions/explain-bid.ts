import { knownApps } from './entities/known-apps.ts';
import { readExplain } from './explain.ts';
import { type Meant, readMeaning } from './intents/meaning.ts';
import type { Asked, Bid } from './kinds.ts';
import { holdsSpeech, isOrdinary } from './ordinary.ts';
import type { ExplainQuestion } from './question.ts';
import { type Token, tokensOf } from './text/tokens.ts';
import { isAboutTopics, touchesTopics } from './topic.ts';
import { weigh } from './weigh.ts';

/** A question with more words than this has room for much else, so that half a reading of it proves little. */
const shortQuestion = 12;

/** How surely a text asks about somebody in some app, next to what else it may ask. */
export function bidForExplain(asked: Asked): Bid | undefined {
  const { source, original, apps } = asked;
  if (ordersEntra.test(source) || savesCredentials.test(source)) return undefined;
  const meant = readMeaning(source, original);
  if (meant?.manner === 'paste' && (meant.sureness > 0.9 || !/\bwhy\b|what happened|\?\s*$/i.test(source)))
    return undefined;
  const explained = readExplain(source, apps);
  if (!explained || explained.everybody) return undefined;
  const { readings, manner, sureness } = explained;
  const [first] = readings;
  if (manner === 'labelled') return { readings, sureness: meant?.manner === 'paste' ? 0.5 : 0.93 };
  if ((meant && first.user === 'me') || yieldsToTopic(first, asked)) return undefined;
  const instead = weigh(asked);
  if (manner === 'bare') {
    const bid = bidForBare(readings, sureness, meant, apps);
    return bid && instead && isSentence(first, instead !== undefined) ? { ...bid, sureness: 0.5 } : bid;
  }
  if (
    isSentence(first, instead !== undefined) ||
    (instead && isOneName(first, instead, apps)) ||
    (instead &&
      first.app === undefined &&
      !(first.user === 'me' || isIdentifier(first.user ?? '') || first.subject !== undefined))
  )
    return { readings, sureness: 0.5 };
  if (isSpoken(first.user) || notApps.test(first.app ?? '')) return { readings, sureness: 0.5 };
  // A code beside somebody in some app is a detail of the question; a code beside nobody is the question.
  if (first.user !== undefined && first.app !== undefined) {
    if (instead && isFuller(first, instead)) return { readings, sureness: 0.935 };
    return { readings, sureness: sureness >= 0.4 ? 0.92 : 0.3 };
  }
  // "How do I know that it ran?" asks for no account.
  if (meant || sureness < 0.3 || /^how\b(?! come)/i.test(source)) return undefined;
  return {
    readings,
    sureness: source.split(/\s+/).length <= shortQuestion && namesSomebody(first, source) ? 0.9 : 0.62,
  };
}

/** "start provisioning for Slack": an order to Entra, and "start" nobody's name. */
const ordersEntra =
  /^(?:(?:please|pls|can you|could you|hi|hey) )*(?:re-?start|start|stop|trigger|force|kick off|launch|initiate|enable|disable|pause|resume|run|re-?run) (?:(?:a|an|the|new|full|user|automatic|initial) )*(?:provisioning|sync|synchroni[sz]ation|cycle|job|re-?sync)\b/i;

/** Words that tell of an app's job and are no part of anybody's name, as long as they are written small. */
const jobWords =
  /^(?:runs?|running|ran|sync|syncs|synced|cycles?|progress|looks?|seems?|since|first|last|next|provisioning|jobs?|status|quarantine|quarantined|stopping|stops|stopped|starting|delayed|connection|credentials|token|until|while|everything|anything|every|told|notifications?|dead|errors?|failures?|about)$/;
const notApps =
  /^(?:everywhere|anywhere|somewhere|nowhere|earth|yesterday|today|now|stopping|failing|trouble|quarantine|delayed|me|us|all|any)$/i;

function isSpoken(user: string | undefined): boolean {
  const words = (user ?? '').split(' ');
  return words.length > 1 && words.some((word) => jobWords.test(word));
}

/** What one cannot do with credentials is no account's fault. */
const savesCredentials =
  /\b(?:can['’]?t|cannot|can not|could(?: not|n['’]?t)|unable to|not able to|won['’]?t let (?:me|us)|error (?:when|while)) (?:sav|stor|updat|enter|chang)(?:e|ing)\b.{0,30}\b(?:credentials?|creds|token|secret|api key|password of the)\b/i;

function bidForBare(
  readings: Bid['readings'],
  sureness: number,
  meant: Meant | undefined,
  apps: readonly string[],
): Bid | undefined {
  const [first] = readings;
  if (first.kind !== 'explain') return undefined;
  const { user, app } = first;
  if (user === undefined || app === undefined)
    return user?.includes('@') && !meant ? { readings, sureness: 0.4 } : undefined;
  if (sureness < 0.35) return undefined;
  if (isSpoken(user)) return { readings, sureness: 0.45 };
  // "happy birthday": an ordinary word beside an app that nobody knows.
  if (first.subject === undefined && isSpeech(tokensOf(user), false) && knownApps(apps).know(app) === 'unknown')
    return undefined;
  const plain = isIdentifier(user) || (!isAboutTopics(user) && knownApps(apps).know(app) !== 'unknown');
  if (meant) return plain && meant.manner === 'code' ? { readings, sureness: 0.9 } : undefined;
  return { readings, sureness: plain ? 0.9 : 0.5 };
}

/** Most of the words are the topic's own, those too that would name somebody: "is provisioning real-time or scheduled?". */
function yieldsToTopic(question: ExplainQuestion, { topic, source, apps }: Asked): boolean {
  if (topic === undefined) return false;
  const { user, app } = question;
  if (user === undefined) return app === undefined || !pointsAtSomebody.test(source) ? !certainly.test(source) : false;
  if (app !== undefined && /^\d+$/.test(app)) return true;
  if (user === 'me' || isIdentifier(user) || (question.subject !== undefined && !isAboutTopics(user))) return false;
  const known = app !== undefined && knownApps(apps).know(app) !== 'unknown';
  if (!known && topic.score >= 0.6 && topic.strange <= 0.25) return true;
  const unnamed = app === undefined || !/\p{Lu}/u.test(app);
  if (!known && topic.score >= 0.5 && touchesTopics(unnamed ? `${user} ${app ?? ''}` : user)) return true;
  if (app === undefined && topic.strange < 0.3 && topic.score >= 0.5) return true;
  if (namesSomebody(question, source)) return false;
  return topic.score >= (known ? 0.6 : 0.4);
}

const certainly = /\b(?:she|he|her|him|(?:this|that) (?:user|person|group|colleague|employee|worker))\b/i;
const pointsAtSomebody =
  /\b(?:she|he|her|him|(?:this|that|the) (?:user|person|group|colleague|employee|worker)|someone|somebody)\b/i;

/** What is left over is the person, and the app is named in ordinary words: "Saoirse Kinsella in HR feed". */
function isFuller({ user, app }: ExplainQuestion, { readings: [instead] }: Bid): boolean {
  const name = 'app' in instead ? instead.app : 'user' in instead ? instead.user : undefined;
  return user === name && /\p{Lu}/u.test(app ?? '');
}

/** "Brand New | Day": one name that was taken for two. */
function isOneName({ user, app }: ExplainQuestion, { readings: [instead] }: Bid, apps: readonly string[]): boolean {
  const name = 'app' in instead ? instead.app : 'user' in instead ? instead.user : undefined;
  return name !== undefined && name === `${user} ${app}` && knownApps(apps).know(app ?? '') === 'unknown';
}

/** Whether what was taken for a name is the sentence's own words: all of them, or `partly` where another reading stands by. */
function isSentence({ user, app, subject }: ExplainQuestion, partly: boolean): boolean {
  const isOwn = (name: string | undefined) => name !== undefined && isSpeech(tokensOf(name), partly);
  return (
    (subject === undefined && user !== 'me' && isOwn(user)) ||
    isOwn(app) ||
    /^(?:user|person|employee|colleague) /.test(app ?? '')
  );
}

function isSpeech(tokens: readonly Token[], partly: boolean): boolean {
  if (tokens.length === 0 || tokens.some(({ kind, capital }) => kind !== 'word' || capital))
    return partly && tokens.length > 1 && holdsSpeech(tokens);
  return tokens.every(({ folded }) => isOrdinary(folded)) || (partly && tokens.length > 1 && holdsSpeech(tokens));
}

/** Whether it names somebody for certain, or points at one: "her", "this user". */
function namesSomebody({ user, subject }: ExplainQuestion, source: string): boolean {
  if (user === undefined) return pointsAtSomebody.test(source);
  return user === 'me' || isIdentifier(user) || (subject !== undefined && /\p{Lu}/u.test(user)) || !isAboutTopics(user);
}

/** An address, or one word with a digit in it: an employee id, an object id. */
function isIdentifier(user: string): boolean {
  return user.includes('@') || /^(?=\S*\d)\S+$/.test(user);
}

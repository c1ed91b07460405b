import { isGenericText } from './lexicon.ts';
import { fold } from './names.ts';

/**
 * Questions about a whole app, a whole person or the whole tenant. No kind answers them, and they must not be taken for
 * a question about somebody in some app ("how is Salesforce doing?" names no person "how").
 */
const patterns: readonly RegExp[] = [
  /^(?:show |list |give me |tell me |get )?(?:me )?(?:a |an |the |all )?(?:which|what|whose) (?:of (?:my|our|the) )?(?:apps?|applications?|people|users?|groups?|members?|accounts?|jobs?|employees|guests|errors?|failures?|problems?|persons?)\b.*\b(?:have|has|had|are|is|were|was|failed?|failing|fails|skipped|quarantined?|broken|problems?|errors?|issues?|in|stuck|expire|expiring|provisioned|assigned|missing|alice|does|do|can|got|get|need|needs)\b/,
  /^(?:list|show|give)(?: me)? (?:all|every|the|my|our|failed|failing|skipped|recent|last|latest|apps|errors|failures|users|people|everyone|everybody|problems|quarantined|broken)\b/,
  /^(?:watch|unwatch|follow|unfollow|subscribe|unsubscribe|monitor|notify me|tell me when|let me know when|alert me|keep me posted|keep me informed|stop watching|stop notifying|stop following|start watching|mute|unmute)\b/,
  /^what (?:am i|are we|do i|is being) (?:watching|following|subscribed|watch|follow|watched)/,
  /^what (?:has )?happened(?: (?:today|yesterday|this week|last night|overnight|this morning|recently|so far|here))?$/,
  /^(?:everything|all|anything|overview|summary|report)\b/,
  /^(?:my|our) (?:subscriptions|watches|apps)$/,
  /^(?:overview|summary|status|health|report|dashboard|problems|failures|errors|issues|credentials|tokens|secrets)$/,
  /^(?:any|are there any|is there any|do we have any|anything) (?:problems?|issues?|errors?|failures?|apps?|trouble|broken|wrong)\b/,
  /^(?:is|are) (?:anything|everything|any app|all apps|something)\b/,
  /^what(?:s| is| s)? (?:broken|failing|wrong|new|going on|the overall status|happening)(?: today| now| right now| this week)?$/,
  /^(?:status|health|state) (?:of )?(?:all|everything|every|my|our|provisioning|the tenant|all apps|apps)\b/,
  /^(?:what|which) (?:apps?|applications?|access|accounts?) (?:does|do|is|has|did|can)\b/,
  /^(?:is|was) \S+(?: \S+)? (?:anywhere|provisioned anywhere|in any apps?)$/,
  /\b(?:which|what) apps?\b.*\b(?:problems?|errors?|quarantined?|broken|failing|expired?|expiring)\b/,
];

/** As above, unless all of it is about provisioning in general: "how many failures lead to quarantine?". */
const unlessGeneral: readonly RegExp[] = [
  /^(?:how|hows) (?:is|are|s|does|do|was|goes|did)?\b.*\b(?:doing|going|looking|faring|performing|holding up|getting on|today|run|behaving)$/,
  /^who (?:all )?(?:am|was|were|is|are|got|has|have|had|failed|fails|did|didnt|could|cant|cannot|wasnt|isnt)\b/,
  /^how many (?!times\b)/,
  /^when (?:did|was|does|will|is) .*\b(?:last|next) (?:run|cycle|sync|execution|provisioning)\b/,
  /^when (?:did|does|will|is) .*\b(?:last|next) (?:run|sync|execute|finish|complete)\b/,
];

/**
 * Whether a cleaned text asks about more than one person in one app. `perhaps`: unless it is a question about
 * provisioning in general.
 */
export function reservation(source: string): 'surely' | 'perhaps' | 'no' {
  if (source.length > 300) return 'no';
  const said = fold(source).replace(
    /^(?:(?:hi|hello|hey|please|pls|skipper|can you|could you|tell me|so|and|ok) )+/,
    '',
  );
  if (patterns.some((pattern) => pattern.test(said)) || asksForState(said)) return 'surely';
  return unlessGeneral.some((pattern) => pattern.test(said)) ? 'perhaps' : 'no';
}

const stateQuestion =
  /^(?:is|are|was|isnt|hows|how is|how s)(?: the)? (.+?) (?:in quarantine|quarantined|quarantine|working|running|healthy|ok|okay|fine|down|broken|stalled|paused|doing|up and running|turned on|turned off|switched on|switched off)(?: (?:again|now|today|right|still|or|not|properly|correctly|fine|ok|at|all))*$/;

/** "Is Salesforce in quarantine?" asks about one app; "is provisioning working?" about how one sees that. */
function asksForState(said: string): boolean {
  const name = stateQuestion.exec(said)?.[1];
  return name !== undefined && !isGenericText(name) && !/ (?:in|to|for|with|on|from|into) /.test(name);
}

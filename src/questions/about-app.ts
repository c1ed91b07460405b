import { bidByCues } from './cues.ts';
import type { Asked, Bid } from './kinds.ts';
import type { Named } from './name-slot.ts';
import { phrases } from './phrase.ts';
import type { AppProblemsQuestion, AppStatusQuestion, Question, UserOverviewQuestion } from './question.ts';
import { bidByWeight, surest } from './weigh.ts';
import { bidByRules, type Heard, type Rule } from './whole.ts';

const state =
  '(?:(?:in |under )?quarantine|quarantined|running|up and running|up to date|up|down|paused|stopped|stalled|healthy|unhealthy|operational|(?:turned|switched) (?:on|off)|on|off|throttled|online|offline|dead|alive|configured|set up|in sync|idle|delayed|late|behind|frozen|hanging|crashed|overdue)';
const doingWell =
  '(?:working|ok|okay|o k|fine|alright|all right|good|well|broken|failing|syncing|synchronising|synchronizing|provisioning|stuck|slow|red|green|in trouble|having (?:any |some )?(?:problems|issues|trouble|errors)|doing (?:ok|okay|fine|well|alright|all right|good|what it should)|finished|done|complete|behaving)';
const after =
  '(?: (?:again|still|or not|properly|correctly|normally|as expected|as it should|fine|ok|okay|yet|well|without problems|without errors|already|either|too|in entra|there))*';
const cycle =
  '(?:(?:user |entra |scim )*(?:provisioning |sync )?(?:cycle|run|sync|provisioning|synchronization|synchronisation|execution|job|pass|provisioning run)(?: run| time| job)?)';
const verbs =
  '(?:start|run|work|begin|finish|complete|progress|do anything|happen|sync|go|provision|synchroni[sz]e|execute)(?:s|ed|ing|ning)?';

/** The app alone can be meant: no person is quarantined, or runs. */
const appOnly = phrases(
  `BE THE{x}(?: PROV)? ADV${state}${after}`,
  `BE PROV ADV(?:${state}|${doingWell}|enabled|disabled|active) (?:to|in|into|with|on|at|by) THE{x}${after}`,
  `(?:why|how come)?(?: ?(?:does|did|is|has|do))? ?PROV OF THE{x} (?:keep|keeps|kept|always|constantly) (?:on )?(?:stopping|failing|breaking|crashing|pausing|going .*|getting .*|being .*|timing out|hanging)`,
  `(?:why|how come)?(?: ?(?:does|did|is|has|do))? ?THE{x} PROV (?:keep|keeps|kept|always|constantly) (?:on )?(?:stopping|failing|breaking|crashing|pausing|going .*|getting .*|timing out|hanging)`,
  `BE PROV OF THE{x} ADV(?:${state}|${doingWell})${after}`,
  `BE THE{x} PROV ADV(?:${state}|${doingWell}|enabled|disabled|active)${after}`,
  `(?:does|do|did|will) THE{x} PROV ADV(?:work|run|start)${after}`,
  `PROV NEG ${verbs}${after} (?:to|in|into|with|on|at) THE{x}`,
  `PROV NEG ${verbs} for THE{x}`,
  `THE{x} PROV NEG ${verbs}${after}`,
  `THE{x} NEG (?:start|run|do anything|running|starting|doing anything)${after}`,
  `PROV (?:OF )?THE{x} NEG ${verbs}${after}`,
  `(?:when|what time) (?:did|was|does|will|is|has|s) THE(?:last |next |previous )?{x}(?: PROV)? (?:last |next |been |be )*(?:run|ran|execute|executed|cycle|due|running|scheduled)(?: again| next| last| for the last time| to (?:run|sync))?`,
  `(?:when (?:was|is|s|will|did|does) )?THE(?:last|next|previous|latest|current|most recent) ${cycle} OF THE{x}(?: (?:run|ran|start|started|end|ended|finish|finished|complete|be|happen|due|take place|begin|ok|okay|successful|fail|failed|succeed|go)(?: .*)?)?`,
  `when THE{x}(?: PROV)? (?:last|next|is going to|will|is supposed to|should) ?(?:run|ran|runs|cycles|cycled|starts|started|run next|run again)`,
  `(?:what (?:is|s) )?THE(?:last|next|previous|latest) {x} ${cycle}`,
  `(?:how (?:long|far|much|many)(?: along| more| longer| of)?|when|what)?(?: ?(?:will|does|is|has|did|s|until|till|are|of))*(?: ?the)? ?(?:first|initial|full|very first) ${cycle} OF THE{x}REST`,
  `(?:is|has|did|was) THE(?:first|initial|last|current|latest|full) ${cycle} OF THE{x} (?:.*)`,
  `(?:has|did|is|have) THE{x} (?:finished|finish|completed?|ended?|through|done)(?: with)?(?: (?:its|the|a|their) .*)`,
  `progress OF THE{x}`,
  `(?:why|how come|since when|how long)(?: ADV)?(?:BE|do|does|did|will) THE{x}(?: PROV)? ADV(?:in quarantine|quarantined|under quarantine|paused|off|down|stalled|NEG (?:running|starting|start|run)|not (?:running|starting)|(?:turned|switched) off|disabling itself|go(?:ne)? (?:in|into) quarantine|went into quarantine|unhealthy|throttled)${after}`,
  `(?:why|how come) (?:is|was|does|did|has|isnt|doesnt|didnt|hasnt|wont)(?: THE)? ?PROV ADV(?:NEG )?(?:${state}|${doingWell}|work|run|start|stop|fail|happen|${verbs})${after} (?:to|in|into|with|on|at|for) THE{x}`,
  `(?:why|how come) (?:is|was|does|did|has|isnt|doesnt|didnt|hasnt|wont) PROV (?:for|of) THE{x} ADV(?:NEG )?(?:${state}|${doingWell}|work|run|start|stop)${after}`,
  `(?:why|how come) (?:is|was|does|did|has|isnt|doesnt|didnt|hasnt|wont) THE{x} PROV ADV(?:NEG )?(?:${state}|${doingWell}|work|run|start|stop)${after}`,
  `THE{x}(?: PROV)? (?:is|are|was|went|has gone|gone|got|seems|looks|appears|keeps going|goes) ADV(?:to be |into |in |under )*(?:quarantine|quarantined|down|paused|stalled|not running|not starting|(?:turned|switched) off|offline|dead)${after}`,
  `(?:who|which PEOPLE|what PEOPLE|list PEOPLE|list all PEOPLE|PEOPLE)(?: all| else)? ?(?:(?:was|were|got|has been|have been|is|are|that were|who were) )?(?:newly |just |recently |successfully )*(?:created|updated|disabled|deleted|deprovisioned|provisioned|added|removed|deactivated|synced|changed) OF THE{x}`,
  `(?:what|what has|what was|anything) (?:changed|been changed|was changed|is new|s new|was done|new) OF THE{x}`,
  `(?:the )?(?:new|latest|last|recent|newest) (?:PEOPLE|changes|additions) OF THE{x}`,
  `how many PEOPLE?(?: ?(?:are|were|did|do|does|have|has|got|is))?(?: ?(?:been|there|currently|now|successfully))* ?(?:created|updated|disabled|deleted|provisioned|synced|removed|deprovisioned|exported|in scope|active|changed|assigned)? ?(?:in|to|into|from|by|for|at) THE{x}`,
  `how many PEOPLE (?:did|does|has|have|do) THE{x} (?:create|created|have|provision|provisioned|sync|synced|disable|disabled|delete|deleted|update|updated|hold)`,
  `(?:what did|what does|what has) THE{x}(?: PROV)? (?:do|done|provision|import|sync)(?: .*)?`,
  `(?:what (?:did|happened in|was in|came of|happened during)|how (?:was|did|is|went|goes)|hows?) THE(?:last|latest|previous|most recent|first|initial|current) ${cycle} OF THE{x}(?: (?:do|go|went|doing|going|bring|run))?`,
  `does THE{x} (?:have|use) (?:automatic )?provisioning(?: .*)?`,
  `(?:is|was) provisioning (?:already |even |actually )*(?:configured|set up|turned on|switched on|enabled|on|active) (?:for|in|on) THE{x}`,
  `THE{x}(?: PROV)? (?:health|progress|quarantine|cycle|cycles|last cycle|next cycle|last run|next run|last sync|next sync|statistics|stats|health check|quarantine reason)`,
  `(?:quarantine|health|trend|watermark|statistics|stats|figures)(?: reason| status)? OF THE{x}`,
);

/** The app is meant when its name is known; people too can work, be stuck and stop. */
const appIfKnown = phrases(
  `THE{x} NEG ${verbs}(?: (?:users|people|accounts|anyone|anybody|new users|new people|new accounts))?${after}`,
  `THE{x} (?:is|are|seems|looks|appears|keeps|isnt|has been) ADV(?:to be |not )?${doingWell}${after}`,
  `(?:why|how come) (?:BE|do|does|did|dont|doesnt|didnt|will|wont|wouldnt) THE{x} ADV(?:NEG )?(?:${doingWell}|stop|stopped|stop (?:syncing|working|running|provisioning)|work|sync|sync anything|disabled|not ${verbs}|so slow|taking so long|red)${after}`,
  `(?:did|does|has|will|do) THE{x} ADV(?:run|sync|work|finish|succeed|provision|start|stop|ran|finished|synced|worked|started|stopped)${after}`,
  `(?:check|check on|look|look at|look into)(?: (?:on|at|into))? THE{x}`,
  `(?:monitor|inspect|review|diagnose|troubleshoot|investigate|debug|analyse|analyze|examine) THE{x}`,
  `(?:when) (?:did|was|does|will|is|has) THE{x} (?:last |next |been )*(?:sync|synced|synchroni[sz]e|finish|finished|complete|completed|start|started|go|happen|provision|updated?)(?: again| next| last| .*)?`,
  `(?:since when|how long)(?: BE| has| have)? THE{x}(?: been)? (?:broken|failing|NEG (?:working|syncing)|not (?:working|syncing)|stuck|red)`,
  `{x} (?:problem|trouble|question|again|broken|down|dead|issue)`,
  `THE{x} (?:overview|summary|report|dashboard)`,
  `(?:STATUS|sync status|provisioning status) THE{x}`,
  `(?:BE )?THE{x} (?:up|down|ok|okay|alive|dead|working|running|broken|online)`,
);

/** A person can be asked about so as well. */
const either = phrases(
  `(?:what|how) about THE{x}`,
  `(?:check|check on|look at|look up|lookup|look into|find|status|status of|show) (?:for |user )?THE{x}`,
  `(?:how|hows)(?: ?(?:is|are|s|does|do|did|goes|has|have))?(?: PROV OF| things (?:with|in|at)| it going (?:with|in)| everything (?:with|in|at))? THE{x}(?: PROV)? (?:been )?(?:ADV)(?:doing|going|looking|faring|performing|holding up|getting on|getting along|behaving|run|running|coming along|look|do|go|been)${after}`,
  `(?:how|hows)(?: ?(?:is|are|s))? (?:things|it|it going|everything|it looking|the situation|the state|all|provisioning|syncing)(?: going| doing| looking)? (?:with|in|at|for|of|to|on) THE{x}`,
  `(?:how|hows) ?(?:is|are|s)? THE{x}`,
  `BE (?:there )?(?:everything|all|things|it all|anything|something|a problem|any problems?|any issues?|an issue|any trouble|some problem|problems|issues|trouble|something wrong|anything wrong|anything up|something up|something off) ?(?:ok|okay|fine|alright|all right|good|well|in order|wrong|broken|off|up|going on|amiss|known)? (?:with|in|for|at|on) THE{x}`,
  `(?:anything|something|somethings|everything|all)(?: ?(?:is|s))?(?: (?:wrong|off|broken|up|amiss|ok|okay|fine|good|going on))? (?:with|in|at|for) THE{x}`,
  `(?:what ?(?:is|s|was|are)?|whats)(?: currently| actually| really)? (?:wrong|up|going on|happening|the matter|the problem|the issue|the deal|broken|not working|new|the trouble|going wrong|the story|the latest|the news|amiss) (?:with|in|at|to|on|for|about|from) THE{x}`,
  `(?:what ?(?:has|s|had)?|whats) (?:happened|gone wrong|went wrong|been happening|been going on|happend) (?:to|with|in|at) THE{x}`,
  `BE THE{x} ADV${doingWell}${after}`,
  `(?:does|do|has|did|is|are) THE{x} (?:have|having|got|had|face|facing) (?:a |any |some )?(?:problems?|issues?|trouble|errors?|difficulties)`,
  `(?:what (?:is|s|are) |whats |check )?THE(?:current |overall |latest |general |full )*(?:PROV )?STATUS(?: OF THE(?:PROV|provisioning))? OF THE{x}${after}`,
  `(?:whats? ?(?:is|s)? )?THE{x}(?: PROV)? (?:status|state|health status|sync status|provisioning status|status report|situation|condition)`,
  `(?:BE )?PROV (?:status |state )?(?:for|of) THE{x}(?: ADV(?:${doingWell}|${state}))?${after}`,
  `BE PROV ADV(?:${doingWell}|${state}) (?:for|of) THE{x}`,
  `(?:about|what about|how about) THE{x} (?:status|state|health)`,
  `THE{x} (?:has|have|had|having|with) (?:a |any |some |lots of )?(?:problems?|issues?|trouble)`,
);

const rules: readonly Rule[] = [
  { phrases: appOnly, means: (named, heard) => (named.app === undefined ? undefined : [statusOf(named, heard)]) },
  {
    phrases: appIfKnown,
    means: (named, heard) => (named.known && named.likely === 'app' ? [statusOf(named, heard)] : undefined),
  },
  { phrases: either, means: (named, heard) => inOrder(named, statusOf(named, heard), overviewOf(named)) },
];

/** Reads a question about one app as a whole, or about what can be an app or a person. */
export function bidForApp(asked: Asked): Bid | undefined {
  return surest(bidByRules(asked, rules), surest(bidByCues(asked, 'appStatus'), bidByWeight(asked, 'appStatus')));
}

/** What happened in an app within some time is told by its problems. */
function statusOf(named: Named, { window, sentences }: Heard): AppStatusQuestion | AppProblemsQuestion | undefined {
  if (named.app === undefined) return undefined;
  const happened =
    window && sentences.some(({ text }) => /\b(?:happened|went wrong|gone wrong|happening)\b/.test(text));
  return happened ? { kind: 'appProblems', app: named.app, window } : { kind: 'appStatus', app: named.app };
}

function overviewOf({ user }: Named): UserOverviewQuestion | undefined {
  return user && { kind: 'userOverview', ...user };
}

/** Both readings, the likelier first. Nothing tells of an unknown name: the app is found sooner, and by one request. */
function inOrder(
  named: Named,
  app: Question | undefined,
  user: Question | undefined,
): readonly (Question | undefined)[] {
  return named.likely === 'user' ? [user, app] : [app, user];
}

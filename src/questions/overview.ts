import { bidByCues } from './cues.ts';
import type { Asked, Bid } from './kinds.ts';
import { matched, phrases } from './phrase.ts';
import type { OverviewQuestion } from './question.ts';
import { bidByWeight, surest } from './weigh.ts';
import { hearWhole, sureOfName } from './whole.ts';

const of =
  '(?: (?:of|for|in|across|on|about|over|with) (?:all |every |each |everything|our |my |the |of )*(?:APPS|tenant|provisioning|apps and jobs|connected apps|provisioned apps|whole tenant|entire tenant|everything|lot|provisioning APPS|us|today)?(?: in (?:the|our|my) tenant)?)*';
const mine =
  '(?:(?:of )?(?:our|my|the|all|your|these|every|any|all of our|all the|all our|any of our|provisioned|connected|saas|enterprise|other) )*';
const bad =
  '(?:(?:any |some )?(?:problems?|issues?|errors?|trouble|failures?|difficulties)|failing|failed|broken|red|unhealthy|not working|not running|not syncing|down|stuck|stalled|in trouble|wrong|not ok|not healthy|in a bad state|in error|having (?:problems|issues|errors|trouble)|paused|off|stopped|expired credentials|expired tokens|rejected credentials|expired secrets|invalid credentials|affected|needing attention|alarming|critical|on fire|not doing well|not doing (?:so )?(?:well|good|great)|doing badly|doing poorly|misbehaving)';
const verb =
  '(?:(?:have|has|had|are|is|were|was|s|show|showing|need|needs|got|being|do we have|with|currently|right now|still|in|having|that|which|report|reporting|there|run into) )*';

const quarantined = phrases(
  `(?:are|is|were|have) (?:there )?(?:any |some |more )*(?:quarantined APPS|APPS (?:in|under) quarantine)${of}`,
  `(?:what|which)(?: APPS)? ?${verb}(?:(?:in|under|put in|put into|placed in|into) quarantine|quarantined)${of}`,
  `(?:what|which) ${mine}APPS ${verb}(?:(?:in|under|put in|into) quarantine|quarantined)${of}`,
  `(?:is|are|do we have|was|were)(?: there)? ?(?:anything|any|something|some|an|a)?(?: ?${mine}(?:APPS|thing))? ?(?:currently |still |now |stuck |sitting |left )*(?:in |under )?(?:quarantine|quarantined)${of}`,
  `(?:anything|something|any APPS|which ones?|who s|list|everything|all|list all|list everything|all the|the|list of|list the) ?${mine}(?:APPS )?(?:that )?(?:are |is )?(?:in |under )?(?:quarantine|quarantined)(?: APPS| list| overview)?${of}`,
  `${mine}(?:quarantined APPS|APPS (?:that are |which are )?(?:in |under )?(?:quarantine|quarantined)|quarantine (?:list|overview|status|report))${of}`,
  `quarantine[ds]?`,
  `how many ${mine}(?:APPS )?(?:are |is )?(?:in |under )?(?:quarantine|quarantined)`,
  `list ${mine}quarantined(?: APPS)?`,
);

const troubled = phrases(
  `(?:what|which) ${mine}APPS (?:has|have|had|is|are|got) (?:the )?(?:most|worst|biggest|highest number of|more) ?(?:problems|issues|errors|failures|trouble|skips)?${of}`,
  `(?:is |are )?(?:anything|something|things|everything) ?(?:currently |now )?(?:on fire|burning|broken|wrong|red|down|failing|amiss)`,
  `(?:what|which)(?: one| ones)?(?: of)? ${mine}APPS ${verb}(?:problems|issues|errors|trouble|failures|${bad}|attention|expiring|expired|(?:need|needs|require|requires) (?:my |our )?(?:attention|fixing|help|action))${of}(?: the most)?`,
  `(?:what|which) (?:ones )?(?:are|is|have|has) ${bad}${of}`,
  `(?:what ?(?:is|s|are)?|whats) (?:currently |all )?(?:broken|failing|wrong|red|not working|down|stuck|the problem|the problems|the matter|going wrong|unhealthy)(?: (?:here|in our tenant|in the tenant|in my tenant|with provisioning|with our provisioning|in provisioning|anywhere|in entra|with our APPS|with the APPS|with everything))?`,
  `(?:what|which APPS|which ones?|anything that|what else) (?:needs?|requires?|wants?|should get|should have)(?: (?:my|our|some|any))? (?:attention|fixing|action|looking at|care|help)`,
  `(?:what|which APPS?) (?:should|do|must|can) (?:i|we) (?:fix|look at|look into|worry about|care about|do|take care of|be worried about|know about)(?: first| next| about)?`,
  `(?:is|are|was|were)(?: there)? (?:anything|any|something|everything|all|any ${mine}APPS?|any of ${mine}APPS|all of ${mine}APPS|all ${mine}APPS|${mine}APPS|everything else|things|we|all ok|it all)(?: APPS)? ?(?:with )?(?:ADV)(?:${bad}|ok|okay|fine|alright|all right|good|working|running|healthy|in order|green|up|well|on fire|going wrong|syncing|up and running|happening)(?: (?:anywhere|here|with (?:our|the|my) (?:APPS|provisioning|tenant)|with provisioning|in (?:our|the|my) tenant|with the syncs?|in provisioning|properly|correctly))*`,
  `(?:is|are) there (?:anything|any|some|an|a)? ?(?:wrong |known |open |current |new |provisioning |app )*(?:problems?|issues?|errors?|trouble|failures?|incidents?|outages?|failing APPS|broken APPS|wrong)(?: (?:anywhere|here|in (?:our|the|my) tenant|with provisioning|with (?:our|the|my|any) (?:APPS|provisioning|of our apps)|in any app|in provisioning|to look at|to fix|i should know about|we should know about))*`,
  `(?:do we have|have we got|do i have|any|got any|anything|got|we have) ?(?:any|some)? ?(?:wrong |known |open |current |new |provisioning |app |failing |broken |other )*(?:problems?|issues?|errors?|trouble|failures?|incidents?|outages?|failing|broken|wrong|APPS|failing APPS|broken APPS|bad|alarms?|alerts?)(?: (?:with |that have |having |that are |which are )?(?:any )?(?:problems|issues|errors|trouble|failing|broken|down|failures|provisioning|here|anywhere|in provisioning|in (?:our|the|my) (?:tenant|APPS)))*`,
  `(?:list |all )?${mine}(?:broken|failing|failed|problem|problematic|unhealthy|troubled|red|stalled|stuck|faulty|bad|worst) (?:APPS|ones)${of}`,
  `(?:list |all )?${mine}APPS (?:with|that have|having|which have|that are|in|which are) ${bad}${of}`,
  `(?:list |all )?${mine}(?:problems?|issues?|trouble|failures|faults)(?: (?:list|overview|report|summary|so far|only|in (?:the|our|my) tenant|in all APPS|across all APPS|across the tenant|across APPS|everywhere|anywhere|here))*`,
  `how many ${mine}APPS ${verb}${bad}`,
  `(?:where|in which APPS|in what APPS) (?:do|are|is|does|have|has) (?:we|there|things|provisioning|i|it)(?: have)? ?(?:any |the )?(?:problems?|issues?|errors?|trouble|failing|broken|stuck|fail|failures|broken)`,
  `(?:only|just) (?:the )?(?:problems|broken ones|failing ones|ones with problems|bad ones)(?: in the overview| of the overview)`,
);

const everything = phrases(
  `(?:an |a |the |my |our |quick |short |full |general |daily |tenant |morning |provisioning |app |apps |overall |current |complete |whole |brief )*(?:overview|summary|dashboard|health|status|report|check|check up|checkup|round|health check|status report|health report|situation|big picture|picture|rundown|round up|state of play|state|stats|statistics|status overview|overview of everything)${of}`,
  `(?:what(?: i)?s|what is) (?:the |our |my )?(?:current |overall |general |tenant )*(?:overview|summary|health|status|situation|state|picture|state of play|state of affairs)${of}`,
  `(?:how|hows)(?: ?(?:are|is|do|does|s|re))? (?:we|things|everything|all|it all|it|${mine}APPS|all (?:of )?${mine}APPS|(?:the|our|my) tenant|everything else|(?:the|our|my) provisioning)(?: all)? (?:doing|going|looking|running|faring|look|do|holding up|working)(?: (?:with provisioning|in (?:our|the|my) tenant|overall|with (?:our|the) APPS))*`,
  `(?:how|hows)(?: ?(?:are|is|s))? (?:things|everything|all ${mine}APPS|${mine}APPS|(?:the|our) tenant)`,
  `(?:list|all|every|list all|list of|a list of|the list of)? ?${mine}(?:provisioned|connected|saas|enterprise|configured|synced)? ?APPS(?: (?:we have|that are provisioned|with provisioning|that have provisioning|in (?:our|the|my) tenant|and their (?:status|state|health)|with (?:their )?(?:status|state|health)|by health|worst first|with automatic provisioning))*`,
  `(?:what|which)(?: of)? ${mine}APPS (?:do (?:we|you|i) (?:have|provision|know|see|sync)|are (?:there|provisioned|connected|configured|set up|running|on|active|syncing|being provisioned|enabled|synced)|(?:have|has|use|with|using) (?:automatic |scim )?provisioning|can you see|is there|have a (?:job|provisioning job)|do we provision(?: to)?|are we provisioning(?: to)?|exist)(?: .*)?`,
  `how many ${mine}APPS (?:do we (?:have|provision)|are (?:there|provisioned|connected)|have (?:automatic )?provisioning)(?: .*)?`,
  `(?:what|whats) (?:has )?(?:happened|is happening|s happening|happening|going on|is going on|s going on|new|is new|s new|changed|the news|s up|up)(?: (?:here|in (?:our|the|my) tenant|with provisioning|with (?:our|the|my) APPS|overall|around here|in provisioning))*`,
  `status (?:of )?(?:everything|all|all APPS|${mine}APPS|provisioning|the tenant|our tenant)`,
  `(?:everything|all)`,
);

const aPage = phrases(
  `(?:the )?(?:page|p) (?<page>\\d{1,4}) (?:of|in) (?:the )?(?:overview|list|apps)`,
  `(?:the )?overview page (?<page>\\d{1,4})`,
  `overview (?<page>\\d{1,4})`,
);

/** Reads a question about all apps of the tenant. */
export function bidForOverview(asked: Asked): Bid | undefined {
  const { sentences } = hearWhole(asked);
  for (const said of sentences) {
    const question = readOverview(said);
    if (question) return { readings: [question], sureness: sureOfName };
  }
  return surest(bidByCues(asked, 'overview'), bidByWeight(asked, 'overview'));
}

function readOverview(said: Parameters<typeof matched>[0]): OverviewQuestion | undefined {
  const page = Number(matched(said, aPage)?.places.page?.[0]?.folded);
  if (page >= 1) return { kind: 'overview', page };
  if (matched(said, quarantined)) return { kind: 'overview', only: 'quarantine' };
  if (matched(said, troubled)) return { kind: 'overview', only: 'problems' };
  return matched(said, everything) ? { kind: 'overview' } : undefined;
}

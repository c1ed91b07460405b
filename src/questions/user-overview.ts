import { bidByCues } from './cues.ts';
import type { Asked, Bid } from './kinds.ts';
import { tellsOfLeaving } from './leaving.ts';
import type { Named } from './name-slot.ts';
import { phrases } from './phrase.ts';
import type { UserOverviewQuestion } from './question.ts';
import { bidByWeight, surest } from './weigh.ts';
import { bidByRules, type Heard, type Rule } from './whole.ts';

const everywhere =
  '(?:anywhere|everywhere|somewhere|nowhere|anything|everything|something|nothing|to anything|to everything|from everything|from everywhere|in everything|(?:in|from|to|of|into|across) (?:any|all|every|each|some|other|any of|all of|which|our|the|his|her|their|other|any other|all other|all the|all our|all his|all her|all their)(?: (?:of )?(?:our|the|my|these|his|her|their))* (?:APPS|accounts)|anywhere else|in any of them|to any of them)';
const gone =
  '(?:gone|out|removed|deprovisioned|de provisioned|offboarded|off boarded|disabled|deactivated|deleted|blocked|locked out|terminated|cleaned up|wiped|kicked out|unprovisioned|suspended|logged out|revoked|inactive)';
const access =
  '(?:access|accounts?|account|apps?|applications?|licen[cs]es?|entitlements?|assignments?|logins?|provisioning|systems?|anything|something|an account|any accounts?|any access|active accounts?)';
const exists =
  '(?:provisioned|synced|active|enabled|present|created|known|an account|accounts?|existing|set up|missing|skipped|failing|stuck|broken|not provisioned|in|assigned|licensed|registered|disabled|found|there|blocked)';

const leaver = phrases(
  `(?:is|are|has) THE{x} (?:ADV)(?:gone|left)`,
  `(?:has|have|is|are|was|were) THE{x} s (?:access|accounts?|apps|licen[cs]es?) (?:all )?(?:been )?(?:ADV)${gone}(?: ${everywhere})?`,
  `(?:run |do |make |start |an |a |the |please |need an |perform |full |quick |do an |run an |do a |run a |complete )*(?:offboarding|off boarding|offboard|leaver|leavers|termination|exit|deprovisioning|departure|jml|joiner mover leaver|leaver s|exit access|offboarding access|access removal|leaver access)(?: (?:check|checks|status|checklist|review|report|audit|overview|test|verification|state|list|control|done|complete))* (?:OF |user )?THE{x}`,
  `(?:offboard|off board|deprovision) check {x}`,
  `{x} (?:offboarding|off boarding|leaver|termination|exit)(?: (?:check|status|report|review|checklist|ok|complete|done))*`,
  `(?:is|are|was|were|has|have) THE{x} (?:been )?(?:ADV)(?:properly |completely |fully |totally |cleanly |correctly |really )*${gone} ?${everywhere}`,
  `(?:is|was|has|have) THE{x} (?:been )?(?:properly |completely |fully |totally |cleanly |correctly |really |successfully )+(?:${gone})`,
  `(?:is|was|has) THE{x} (?:been )?(?:offboarded|off boarded|cleaned up)`,
  `(?:does|do|did|has|have|is) THE{x} (?:still|yet) (?:have|has|got|with|own|hold) (?:any |an |some |active )*${access}(?: (?:left|remaining|to anything|somewhere|anywhere|in any app|to any app|open|active|.*apps.*))*`,
  `(?:does|do|has|have) THE{x} (?:have|got) (?:any |an |some |active )*${access} (?:left|remaining|still|open|still open)(?: .*)?`,
  `(?:is|are) THE{x} still (?:active|provisioned|enabled|in|there|around|synced|licensed|present|live|alive|known)(?: ${everywhere}| anywhere| in anything)?`,
  `(?:where|in what|in which APPS|in what APPS|which APPS|what)(?: APPS)? (?:is|does|has|can|could|are) THE{x} still (?:ADV)(?:active|provisioned|enabled|in|have access(?: to)?|have accounts?|have (?:an )?accounts?(?: in)?|there|access|log in|sign in|get in|present|exist|live|open|alive|got accounts?|in use)(?: to| in)?`,
  `(?:what|which APPS?|which accounts) (?:does|do|can|has) THE{x} still (?:have(?: access(?: to)?)?|access|use|get into|has access to|own|hold)`,
  `THE{x} (?:was (?:offboarded|off boarded|let go|fired|dismissed|terminated)|got (?:fired|offboarded|terminated)|has been (?:offboarded|let go|terminated|fired)|has left|left|is leaving|leaves|has been terminated|was terminated|got fired|was fired|is gone|quit|resigned|no longer works here|is a leaver|is no longer with us|does not work here anymore|doesnt work here anymore|left the company|departed)(?: (?:the company|us|the firm|our company|the organisation|the organization|contoso|yesterday|today))*(?: (?:and|is|does|do|has|are|any|which|what|where|check|but|so|can you|still).*)?`,
  `(?:did|has|have) THE{x} (?:left|leave|lost?|lose) (?:everything|all (?:his |her |their )?${access}|cleanly|properly|${access} ${everywhere})`,
  `(?:has|have|did) (?:we|you|all (?:of )?(?:the )?APPS|everything|all) (?:removed?|disabled?|deprovision(?:ed)?|deleted?|offboard(?:ed)?|lock(?:ed)? out|cut off|dropped?|deactivated?) THE{x}(?: ${everywhere})?`,
  `(?:make sure|ensure|confirm|verify|check)(?: that)? THE{x} (?:is|has|was|has been|does not have|doesnt have|has no) (?:been )?(?:fully |completely |really |properly |any )*(?:${gone}|no access|${access})(?: ${everywhere}| left| anymore)*`,
  `(?:any |are there any |is there any |what |which )?(?:leftover|left over|remaining|orphaned|stale|open|active|lingering|residual) ${access} (?:of|for|from|by) THE{x}`,
  `(?:check |the )*leaver {x}`,
);

const overall = phrases(
  `(?:what|which APPS) (?:can|could|does|do|may) THE{x} (?:ADV)(?:access|use|log in to|log into|get into|open|have|sign in to|reach|see)`,
  `(?:did|has|is|was) THE{x} s onboarding (?:work|worked|done|complete|ok|finished|go through|gone through|go well)`,
  `(?:how|hows)(?: ?(?:is|are|s|did|was))? THE{x} s (?:onboarding|provisioning|access|accounts?)(?: (?:going|doing|go|looking))?`,
  `(?:where|wheres|in which APPS|in what APPS|to which APPS|which APPS|what APPS|in how many APPS|for which APPS) ?(?:all |else )?(?:is|was|s|are|were|has|does|did|do|have|isnt|wasnt|hasnt) THE{x} (?:ADV)(?:been |not |have |has |get |got |exist|fail)*(?:${exists}|to|exist|exists|have|accounts|have accounts?|have an account|fail|failed|provisioned (?:to|in|into)|synced (?:to|into)|member|use|access|have access(?: to)?)?(?: to| in| into)?`,
  `(?:which|what|how many) (?:APPS|access|accounts?|access rights|licen[cs]es|systems|assignments|provisioning)(?: all)? (?:does|do|is|has|did|can|was|are|have|had) THE{x} ?(?:ADV)(?:have|has|got|in|use|get|provisioned|provisioned (?:to|in|into)|access|assigned|assigned to|synced|synced to|been provisioned to|have access to|have accounts? in|part of|member of|use|own|be in|log in to|missing|missing from|failing in|skipped in|stuck in|not in|failing)*`,
  `(?:which|what) APPS (?:failed|skipped|rejected|refused|fail|skip|created|provisioned|know|have|has|knows)(?: for| to provision)? THE{x}`,
  `(?:everything|all|info|information|details|summary|profile|overview|all info|all details|full picture|the full picture|an overview|a summary|everything you know|all you know|what do you know|what you know)(?: you (?:know|have))? (?:about|on|for|of|regarding) (?:the )?(?:user |colleague |employee )?{x}`,
  `(?:all |list |list all |the |every |what are |which are )*{x} s (?:APPS|apps and accounts|accounts|access|status|provisioning|provisioning status|overview|state|problems|issues|errors|access rights|assignments|situation|identity)`,
  `(?:all |list |list all |the |every |what (?:are|is) |which |any )*(?:APPS|accounts|access|provisioning|provisioning status|access rights|assignments) (?:of|for) (?:the )?(?:user |colleague |employee )?{x}`,
  `BE THE{x} ADV(?:${exists}|in) ?${everywhere}REST`,
  `BE THE{x} ADV(?:provisioned|synced|fully provisioned|properly provisioned|synchronised|synchronized)`,
  `(?:does|do|did|has|have) THE{x} (?:ADV)(?:have|got|get|had) (?:any |an |some |active |all |enough |the |his |her |their |right |needed |correct )*${access}(?: ${everywhere}| she needs| he needs| they need)?`,
  `(?:why|how come) (?:does|is|has|was|can|cant|doesnt|isnt|hasnt|wasnt|do|did|didnt|cannot) THE{x} (?:not |never |no |still |have |be |been |get |got |log |sign |in |into |to |access |use |reach |provisioned |synced |created |no |any |account |accounts |access )*${everywhere}`,
  `THE{x} (?:cant|cannot|can not|could not|couldnt|is unable to|has no|does not have|doesnt have|has lost|lost) (?:log in|sign in|login|access|get in|get into|use|any|all|account|accounts|open|reach|to|in|into| )*${everywhere}`,
  `(?:offboarding|onboarding) (?:status )?(?:of|for) {x}`,
  `(?:onboarding|joiner|new joiner|starter|new starter|new hire|joiner s)(?: (?:check|status|report|review|checklist))+ (?:OF )?THE{x}`,
  `(?:is|was|has|did) (?:the )?onboarding (?:of|for) {x}REST`,
);

/** Only somebody of whom it is said who that is: an address, "the user …". */
const identified = phrases(
  `(?:look up|lookup|check|check on|look at|look into|find|search|search for|show|investigate|review|examine|about|diagnose|troubleshoot|inspect|verify) (?:the )?(?:user |account |person |employee |colleague |group )?{x}`,
  `(?:user|employee|colleague|account|person|group|worker) {x}`,
  `{x}`,
);

const rules: readonly Rule[] = [
  { phrases: leaver, means: (named) => [userOf(named, 'leaver')] },
  { phrases: overall, means: (named, heard) => [userOf(named, focusOf(heard))] },
  {
    phrases: identified,
    means: (named, { alone }) =>
      alone && named.likely === 'user' && named.known ? [userOf(named, undefined)] : undefined,
  },
];

/** Reads a question about one person in all apps. */
export function bidForUser(asked: Asked): Bid | undefined {
  return surest(bidByRules(asked, rules), surest(bidByCues(asked, 'userOverview'), bidByWeight(asked, 'userOverview')));
}

function userOf({ user, likely }: Named, focus: UserOverviewQuestion['focus']): UserOverviewQuestion | undefined {
  if (user === undefined || likely === 'app') return undefined;
  return { kind: 'userOverview', ...user, ...(focus && { focus }) };
}

/** "Bob left on Friday. Where is he provisioned?" */
function focusOf({ sentences }: Heard): UserOverviewQuestion['focus'] {
  return sentences.some(({ text }) => tellsOfLeaving(text)) ? 'leaver' : undefined;
}

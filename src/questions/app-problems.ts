import { bidByCues, outcomeOf } from './cues.ts';
import type { Asked, Bid } from './kinds.ts';
import type { Named } from './name-slot.ts';
import { matched, phrases } from './phrase.ts';
import type { AppProblemsQuestion, Question } from './question.ts';
import { bidByWeight, surest } from './weigh.ts';
import { bidByRules, type Heard, hearWhole, type Rule, sureOfPhrase } from './whole.ts';

const failure =
  '(?:errors?|failures?|failed (?:users?|people|accounts?|groups?|ones|entries|exports?|syncs?|objects?)|failing (?:users?|people|accounts?|groups?)|faults?|exceptions?|rejections?|error messages?|error codes?|failed)';
const skip =
  '(?:skips|skip reasons?|skipped (?:users?|people|accounts?|groups?|ones|entries|objects?|employees|colleagues)|skipped|exclusions|unexpected skips|users skipped|people skipped)';
const problem =
  '(?:problems?|issues?|trouble|troubles|difficulties|failures and skips|errors and skips|problem users?|incidents?|causes?|reasons?)';
const most =
  '(?:(?:top|most|common|frequent|usual|biggest|main|worst|latest|recent|last|all|current|new|open|list of|list|list all|every|number of|count of|how many|any|some|the|of|my|our|different|kinds of|types of|\\d{1,3}|five|ten|three|usual|unexpected|known|remaining|provisioning|sync|scim|user|major|important|total) )*';
const verdict = '(?:FAILED|SKIPPED|TROUBLED)';
const be =
  '(?:(?:is|are|was|were|got|get|gets|has|have|had|did|do|does|s|being|been|that|who|which|could|cant|cannot|didnt|couldnt|wasnt|werent|isnt|arent|not|be|still|currently|all|just|also|really|wrongly|unexpectedly|incorrectly|currently being|actually) )*';
const rest =
  '(?: (?:and|but|although|though|even though|who|that|which|when|while) .*| (?:wrongly|unexpectedly|incorrectly|by mistake|for no reason|without reason|and why|exactly|again|the most|most|lately|why))*';
const who =
  '(?:who(?: all| else| s)?|whos|whom|(?:which|what)(?: of)? (?:our |my |the )*PEOPLE|anyone|anybody|someone|somebody|everyone|everybody|(?:list |all |list all |every |any |the |our |list of |those |list the |how many |many |so many |some |a lot of |lots of |most )*PEOPLE(?: of ours)?)';

const inApp = phrases(
  `${who} ${be}${verdict}(?: (?:or|and|or were|and were) ${verdict})* OF THE{x}${rest}`,
  `${who} (?:didnt|did not|does not|doesnt|cant|cannot|couldnt|could not|wont|isnt|is not|arent|are not|wasnt|was not|werent|were not|never) (?:make it|get (?:in|into|to|provisioned|created|synced)|got|been|be|made it|sync|synced|provisioned|created|get|in)(?: (?:created|provisioned|synced|added|through))? ?(?:OF )?THE{x}${rest}`,
  `who(?: all)? (?:is|are|was|were) (?:missing|not|stuck|absent) (?:from|in|at) THE{x}${rest}`,
  `(?:did|does|do|has|have|is|are|was|were) ${who} ${be}(?:fail|${verdict}|missing)(?: to (?:sync|provision))? OF THE{x}${rest}`,
  `(?:why|how come) (?:is|are|was|were|did|do|does|have|has|cant|dont|didnt|arent|werent|wont|isnt) (?:all |so many |some |many |most |the |our |a lot of |lots of |several |a few |multiple |nobody|no one|)*(?:PEOPLE|everyone|everybody|nobody|no one|no PEOPLE|noone)(?: of ours)? ${be}(?:fail|getting |being |not |no longer )*(?:${verdict}|fail|provisioned|created|synced|syncing|syncd|showing up|imported|added|updated)?(?: being (?:created|provisioned|synced))? ?OF THE{x}${rest}`,
  `(?:what (?:is|are|were|was|s) |whats |what |which )?(?:the )?${most}(?:${failure}|${skip}|${problem})(?: (?:are there|there are|do we have|occurred|happened|did we have|have we got|we have|we had|came up|do we see|are|were there|do we get|occur|exist|list|overview|report|summary))* OF THE{x}${rest}`,
  `(?:what|which) (?:errors?|failures?|problems?|issues?|skips?) (?:does|do|did|has|have) THE{x} (?:have|had|report|reported|show|give|throw|get|got|see)${rest}`,
  `(?:is|are|was|were)(?: there)? (?:any |some |an |new |a |more |many |lots of |still )*(?:${failure}|${skip})(?: there)? OF THE{x}${rest}`,
  `(?:does|do|did|has|have) THE{x} (?:have|had|got|throw|show|report|reported) (?:any |some |an |new |a |more |many )*(?:${failure}|${skip})${rest}`,
  `(?:do we have|did we have|have we had|any|got any|we have|were there|was there) ?(?:any |some |new |more )*(?:${failure}|${skip}) OF THE{x}${rest}`,
  `(?:list |all |list all |the |every |latest |recent |last |list the |top |new |any |main )*THE{x}(?: PROV)? (?:top |main |latest |recent |new |provisioning |sync )*(?:errors|failures|skips|failed users|skipped users|failing users|error list|error log|error report|problems|issues|log errors|faults|top errors)${rest}`,
  `(?:what|which one|what else) (?:all )?(?:failed|fails|is failing|was skipped|got skipped|broke|errored)(?: (?:most|the most))? OF THE{x}${rest}`,
  `how many(?: PEOPLE)? ${be}(?:fail|${verdict}|missing)(?: to (?:sync|provision|be provisioned))? OF THE{x}${rest}`,
  `how many (?:errors?|failures?|skips?|problems?|issues?)(?: (?:are there|were there|did we have|do we have|occurred|have we had|happened|have there been|there))? OF THE{x}${rest}`,
  `how many (?:errors?|failures?|skips?|problems?|issues?|PEOPLE) (?:did|does|has|have) THE{x} (?:have|had|get|skip|skipped|reject|rejected|throw|thrown|fail|produce|see)${rest}`,
  `(?:who|whom|which PEOPLE|what PEOPLE) (?:did|does|has|is|was) THE{x} (?:skip|skipped|skipping|reject|rejected|rejecting|fail|failed|refuse|refused|leave out|ignore|block|drop)${rest}`,
  `(?:did|does|has|is) THE{x} (?:skip|skipped|skipping|reject|rejected|rejecting|refuse|refused|drop) (?:anyone|anybody|someone|somebody|PEOPLE|any PEOPLE|everyone)${rest}`,
  `(?:why|how come) (?:did|does|has|is) THE{x} (?:skip|skipped|skipping|reject|rejected|rejecting|refuse|refused|fail|failing|drop) (?:anyone|anybody|everyone|everybody|(?:so |our |all |many |most |some |the )*PEOPLE)${rest}`,
  `(?:what|whats|what s) (?:went|going|is going|goes|has gone|gone) wrong (?:in|at) THE{x}`,
  `(?:PEOPLE|everyone|everybody|nobody|(?:all|many|some|several|most|multiple|a few|lots of|a lot of|our|all our|most of our|some of our|no) (?:of )?(?:our |the |my )?PEOPLE) ${be}(?:fail|${verdict}|provisioned|created|synced|syncing)(?: (?:properly|correctly))? OF THE{x}${rest}`,
  `(?:log|logs|log entries|provisioning logs?) OF THE{x}`,
);

/** Only behind an app's own name: "alice salesforce skipped" is about her. */
const behindName = phrases(
  `(?:the )?${most}(?:${failure}|${skip}|${problem}) THE{x}`,
  `(?:list |all |the )*THE{x}(?: PROV)? (?:failed|skipped|failing|failures only)${rest}`,
);

const anywhere = phrases(
  `${who} ${be}${verdict}(?: (?:or|and|or were|and were) ${verdict})*(?: (?:anywhere|everywhere|in any app|in all apps|across all apps))?${rest}`,
  `(?:did|does|do|has|have|is|are|was|were) (?:anyone|anybody|someone|somebody|any PEOPLE) ${be}(?:fail|${verdict})(?: (?:anywhere|in any app|to provision|to sync))?${rest}`,
  `(?:what (?:is|are|were|was|s) |whats |what |which )?(?:the )?${most}(?:errors|failures|skips|failed users|skipped users|skipped people|failing users)(?: (?:are there|there are|do we have|occurred|happened|did we have|have we had|everywhere|anywhere|in all apps|across all apps|list))*${rest}`,
  `(?:what|what all) (?:failed|was skipped|got skipped)${rest}`,
  `how many(?: PEOPLE)? ${be}(?:fail|FAILED|SKIPPED)${rest}`,
);

const rules: readonly Rule[] = [
  {
    phrases: behindName,
    means: (named, heard) => (named.known && named.likely === 'app' ? [problemsOf(named, heard)] : undefined),
  },
  {
    phrases: inApp,
    means: (named, heard) =>
      named.app === undefined || isPerson(named) ? undefined : withPerson(named, problemsOf(named, heard), heard),
  },
];

/** Reads a question for the people who failed or were skipped, in one app or in all. */
export function bidForProblems(asked: Asked): Bid | undefined {
  const inOne = bidByRules(asked, rules);
  if (inOne) return inOne;
  const heard = hearWhole(asked);
  const said = heard.sentences.find((one) => matched(one, anywhere));
  if (!said) return surest(bidByCues(asked, 'appProblems'), bidByWeight(asked, 'appProblems'));
  return {
    readings: [{ kind: 'appProblems', ...outcomeOf(said.text), ...(heard.window && { window: heard.window }) }],
    sureness: heard.window ? sureOfPhrase : 0.9,
  };
}

/** "problems with Zephyr": an app's, or a person's. */
function withPerson(named: Named, problems: AppProblemsQuestion, { sentences }: Heard): readonly Question[] {
  const { user } = named;
  const perhaps =
    !named.known && user !== undefined && sentences.some(({ text }) => /\b(?:with|for|of) \S+(?: \S+)?$/.test(text));
  return perhaps && problems.outcome === undefined ? [problems, { kind: 'userOverview', ...user }] : [problems];
}

function isPerson(named: Named): boolean {
  return named.likely === 'user';
}

function problemsOf(named: Named, heard: Heard): AppProblemsQuestion {
  const told = heard.sentences.map(({ text }) => text).join(' ');
  return {
    kind: 'appProblems',
    ...(named.app !== undefined && { app: named.app }),
    ...outcomeOf(told),
    ...(heard.window && { window: heard.window }),
  };
}

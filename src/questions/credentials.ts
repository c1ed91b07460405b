import { bidByCues } from './cues.ts';
import type { Asked, Bid } from './kinds.ts';
import type { Named } from './name-slot.ts';
import { matched, phrases } from './phrase.ts';
import { bidByWeight, surest } from './weigh.ts';
import { bidByRules, hearWhole, type Rule } from './whole.ts';

const cred =
  '(?:(?:saved|stored|admin|administrator|provisioning|api|scim|secret|bearer|access|oauth|client|service|service account|app|new|old|current|our|my|its|the|a|refresh|auth|authentication|tenant) )*(?:credentials?|creds?|tokens?|secrets?|passwords?|api keys?|keys?|access keys?|certificates?|tenant url|secret tokens?|authori[sz]ation|login|password|account password)';
const bad =
  '(?:expired|expiring|expire|expires|invalid|wrong|rejected|refused|not accepted|not valid|not working|broken|revoked|outdated|stale|no longer valid|bad|about to expire|too old|incorrect|declined|denied|failing|lapsed|unauthori[sz]ed|need(?:s)? (?:to be )?(?:renewed|renewing|updating|updated|rotated|replaced))';
const good =
  '(?:ok|okay|fine|valid|still valid|good|working|still working|alright|all right|accepted|correct|right|up to date|in order|still ok|still good)';
const save =
  '(?:save|update|store|change|enter|set|submit|edit|replace|renew|rotate|add|put in|modify|saving|updating|storing|changing|entering|renewing|reset|configure|input|fix)';
const cannot =
  '(?:i |we |one |they |the admin |admin |my admin |get |got |getting |see |have |receive |there is |an |a )*(?:cant|cannot|can not|could not|couldnt|unable to|am unable to|are unable to|not able to|am not able to|fail to|failed to|have trouble|having trouble|trouble|problems?|error when|errors? when|error while|error|issue|issues|fails when|why cant (?:i|we)|why can(?:not| not) (?:i|we)|why can i not|why can we not|how can i|how do i|how do we|how can we|how to|where do i|where can i|where do we|wont let me|does not let me|doesnt let me|impossible to|i want to|need to|must|when i|after i|if i)';

const testing = phrases(
  `(?:try (?:out )?|re ?try |re ?test |test |check |verify |validate |run |do |perform |start )+(?:a |the |another )?(?:connection|connectivity|test connection|connection test|${cred})(?: test)?(?: works)? OF THE{x}`,
  `(?:test|retest|validate|try) THE{x}(?: (?:connection|connectivity|${cred}|again))*`,
  `(?:verify|check) THE{x} (?:connection|connectivity|${cred})`,
  `(?:does|do|is|are|will|can) (?:the )?(?:saved |stored )?(?:connection|test connection|connectivity|connection test) (?:to|of|for|with|in) THE{x} (?:still )?(?:work|working|ok|okay|fine|up|succeed|good|alive|pass|broken|failing|down)(?: .*)?`,
  `(?:does|do|is|are|will) THE{x} (?:connection|test connection|connectivity) (?:still )?(?:work|working|ok|okay|fine|up|succeed|good|alive|broken|down)(?: .*)?`,
  `(?:can|could) (?:you|we|entra|it|i|azure|azure ad|provisioning) (?:still )?(?:connect|reach|log in|sign in|authenticate) (?:to|into|with|against) THE{x}`,
  `connection test OF THE{x}`,
  `(?:do|does|are|is) (?:the |our )?${cred} (?:of|for|in|to|on) THE{x} (?:still )?(?:work|ok|okay|fine|valid|good|working|accepted|correct|right|alright)(?: .*)?`,
  `(?:do|does|are|is) THE{x} (?:s )?${cred} (?:still )?(?:work|ok|okay|fine|valid|good|working|accepted|correct|right|alright)(?: .*)?`,
  `(?:does|will|do) (?:it|entra|provisioning|skipper|azure) (?:still )?(?:connect|log in|sign in|authenticate) (?:to|into|with) THE{x}`,
);

const about = phrases(
  `${cannot}(?: to)? ?(?:${save} )?${cred} OF THE{x}REST`,
  `${cannot}(?: to)? ?(?:${save} )?THE{x} (?:s )?(?:admin )?${cred}(?: .*)?`,
  `(?:saving|updating|storing|entering|renewing|changing|rotating) ${cred} OF THE{x}REST`,
  `${cred} OF THE{x}(?: (?:NEG |BE |ADV)*(?:${bad}|${good}|be saved|save|saved|saving|work|problem|issue|error|status|expire|expired).*)?`,
  `(?:have|has|are|is|did|do|does|were|was|when (?:do|does|did|will|are|is)|why (?:are|is|were|was|do|does|did)|how long (?:are|is|will|do)) ${cred} OF THE{x} (?:ADV)*(?:NEG |be |been )*(?:${bad}|${good}|expire|expired|run out|changed?|renewed|rotated|last|keep|saved|expiring)(?: .*)?`,
  `(?:have|has|are|is|did|do|does|were|was|when (?:do|does|did|will|are|is)|why (?:are|is|were|was|do|does|did)) THE{x} (?:s )?${cred} (?:ADV)*(?:NEG |be |been |being )*(?:${bad}|${good}|expire|expired|run out|changed?|renewed|rotated|saved|rejected)(?: .*)?`,
  `(?:the )?{x} (?:s )?(?:admin )?(?:credentials?|creds?|token|tokens|secret|secrets|api key|secret token|bearer token|password|certificate)(?: (?:NEG |BE |ADV|s )*(?:${bad}|${good}|error|errors|problem|problems|issue|issues|status|check|save|saved|saving|work).*)?`,
  `${bad} ${cred} (?:error |message |errors )?(?:of|for|in|to|on|from|at|when connecting to|with) THE{x}REST`,
  `(?:why )?(?:does |did |is |has |do )?THE{x} (?:keep |keeps |always |suddenly |now )*(?:reject|rejects|rejected|rejecting|refuse|refuses|refused|refusing|decline|declines|deny|denies|not accept|does not accept|doesnt accept|wont accept|dislike|dislikes) (?:us|${cred}|the connection|our connection|our login|connections|the login|entra|sign in)(?: .*)?`,
  `(?:the )?(?:test connection|connection test|connection|testing the connection|test of the connection|testing connection|the test) (?:button )?(?:NEG |keeps |always |BE )*(?:fail|fails|failed|failing|working|work|works|broken|errors|refused|rejected|does not work|lost|gives an error|times out|timed out|error|down|succeed) OF THE{x}REST`,
  `(?:the )?(?:test connection|connection test|connection|connectivity) OF THE{x} (?:NEG |keeps |always |BE )*(?:fail|fails|failed|failing|working|work|works|broken|errors|refused|rejected|lost|times out|timed out|error|down|succeed|ok)(?: .*)?`,
  `(?:the )?{x} (?:test connection|connection test|connection) (?:NEG |keeps |always |BE )*(?:fail|fails|failed|failing|working|work|broken|refused|rejected|lost|times out|timed out|error|down)(?: .*)?`,
  `(?:why )?(?:does |do |is |cant |cannot )?(?:the )?(?:test connection|connection) (?:to|of|for|with|in) THE{x} (?:NEG |keep |keeps |always )*(?:fail|failing|work|working|broken|refused|rejected|lost|time out)(?: .*)?`,
  `(?:get |got |getting |we get |i get |receiving |returns? )?(?:an |a |the )?(?:http |error |status |code )*(?:401|403|unauthori[sz]ed|forbidden|access denied|authentication failed|authentication error|login failed|invalid credentials)(?: (?:error|errors|response|unauthori[sz]ed|forbidden))* (?:from|in|at|with|for|on|by|of|when connecting to|connecting to) THE{x}`,
  `(?:the )?{x} (?:returns?|gives?|answers?|says?|throws?|responds? with|replies|sends)(?: (?:us|me|with|an?|http|error|status|code))* (?:401|403|unauthori[sz]ed|forbidden|invalid credentials|access denied)(?: .*)?`,
  `(?:authentication|authori[sz]ation|login|sign in|auth) (?:problems?|issues?|errors?|failures?|fails|failed|failing|broken|trouble)? ?(?:to|with|in|for|of) THE{x} (?:provisioning|api|scim|connector)`,
  `(?:entra|azure ad|provisioning|skipper|we|it|the service) (?:cannot|cant|can not|could not|couldnt|is unable to|fails to|failed to|no longer can|can no longer) (?:connect|log in|sign in|authenticate|authori[sz]e)(?: itself)? (?:to|into|with|against|at) THE{x}REST`,
  `(?:renew|rotate|replace|update|reset|refresh|change|reauthori[sz]e|re authori[sz]e) (?:the |our )?${cred} OF THE{x}`,
  `(?:renew|rotate|replace|reset|refresh|reauthori[sz]e|re authori[sz]e) THE{x}(?: s)?(?: ${cred})?`,
);

const unnamed = phrases(
  `${cannot}(?: to)? ?${save} (?:the |my |our )?${cred}(?: .{0,40})?`,
  `(?:the )?test connection (?:NEG |keeps |always |BE )*(?:fail|fails|failed|failing|working|work|works|broken)`,
  `(?:invalid|wrong|rejected|expired) credentials?(?: error)?`,
  `test (?:the |our )?connection`,
  `credentials?`,
);

const rules: readonly Rule[] = [
  {
    phrases: testing,
    means: (named) => (isApp(named) ? [{ kind: 'credentials', app: named.app ?? '', test: true }] : undefined),
  },
  { phrases: about, means: (named) => (isApp(named) ? [{ kind: 'credentials', app: named.app ?? '' }] : undefined) },
];

/** Reads a question about the credentials that an app is provisioned with. */
export function bidForCredentials(asked: Asked): Bid | undefined {
  const inOne = bidByRules(asked, rules);
  if (inOne) return inOne;
  const said = hearWhole(asked).sentences.find((one) => matched(one, unnamed));
  if (!said) return surest(bidByCues(asked, 'credentials'), bidByWeight(asked, 'credentials'));
  const test = /^test /.test(said.text);
  return { readings: [{ kind: 'credentials', ...(test && { test }) }], sureness: 0.62 };
}

/** A person's password is another matter. */
function isApp(named: Named): boolean {
  return named.app !== undefined && named.likely !== 'user';
}

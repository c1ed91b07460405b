import type { AppProblemsQuestion } from './question.ts';
import { clean } from './text/clean.ts';
import { fold } from './text/normalize.ts';

/** What a remark without a name asks of the answer before it. */
export type Asks =
  | { readonly asks: 'again' | 'same' }
  /** `alone`: without an answer before it, it asks about the tenant. */
  | { readonly asks: 'why'; readonly alone?: boolean }
  | { readonly asks: 'people'; readonly outcome?: AppProblemsQuestion['outcome'] }
  | { readonly asks: 'page'; readonly page?: number; readonly step?: 1 | -1; readonly rest?: boolean };

const lead =
  '(?:(?:and|so|ok|okay|but|then|please|pls|hm+|well|also|hey|yes|no|thanks|thank you|great|good|alright|could you|can you|would you|skipper) )*';
const tail =
  '(?: (?:please|pls|then|now|again|today|already|yet|thanks|thx|exactly|though|so far|at all|here|too|is that|was that|is it|was it|all))*';
const form = (text: string) => new RegExp(`^${lead}(?:${text})${tail}$`);

/** Remarks that mean nothing by themselves; names and pronouns of people are read elsewhere. */
const remarks: readonly (readonly [RegExp, Asks])[] = [
  [
    form(
      '(?:check|try|look|test|ask|run(?: it| that)?|do (?:it|that)) (?:again|once more|it again|that again|now|one more time|anew)|check|re ?check|re ?try|refresh|reload|update|once more|one more time|again|and now|what about now|how about now|how is it now|how does it look now|(?:is|was|has) (?:it|that|this)(?: all| been)? (?:fixed|ok|okay|solved|resolved|working|better|done|fine|good|repaired|gone|still (?:broken|failing|the case|happening|like that|so|true|wrong))|(?:is it|it) still (?:the same|so|broken|happening|failing)|fixed|still|still (?:broken|failing|the same|so)|any (?:change|changes|news|update|updates|progress|difference)|anything new|better|did (?:it|that|this) (?:work|help|fix it|go through)|has (?:it|anything|that) (?:changed|worked|helped|run|gone through)|does it work',
    ),
    { asks: 'again' },
  ],
  [
    form(
      '(?:since|from) when|when|when (?:was|did|is|will|does)(?: (?:that|this|it|the next|the next cycle))?(?: (?:happen|start|begin|be|run|be fixed|started|happened|next cycle))?|for how long|how long|how long (?:has|is|was) (?:that|this|it)(?: been)?(?: (?:so|going on|like that|the case|broken|failing))?|how (?:do|can|should|would|to) ?(?:i|we|one|you)? ?(?:fix|solve|resolve|mend|repair|change|correct|get)(?: (?:it|that|this|them|around it))?|what (?:should|can|must|do|would|shall) (?:i|we|one) do(?: (?:about (?:it|that|this)|next|here))?|what (?:is|s) (?:to be done|the fix|the solution|the next step|next)|who (?:fixes|can fix|must fix|has to fix|should fix|is responsible for|owns|does|is to act on) ?(?:it|that|this)?|who is (?:responsible|to act|in charge)|(?:show|give)(?: me)?(?: the)? (?:proof|details|evidence|log|logs|steps|more details|more info|more detail)|more (?:details|info|information|detail)|details|proof|evidence|tell me more|explain(?: it| that| this| more)?|explain (?:it|that) to me|are you sure|really|sure|how do you know(?: that| this)?',
    ),
    { asks: 'same' },
  ],
  [
    form(
      '(?:but )?why(?: (?:is|was|does|did) (?:that|this|it))?(?: (?:so|happen|the case|fail|happening|skipped|failing|broken|wrong))?|how come|why not|for what reason|what (?:is|was) the (?:reason|cause)|what causes? (?:it|that|this)|because of what',
    ),
    { asks: 'why' },
  ],
  [form('what is the problem|whats the problem|what happened|what went wrong'), { asks: 'why', alone: true }],
  [
    form(
      'who(?: all)? failed|which (?:users?|people|ones) failed|(?:show (?:me )?|list )?(?:the |all )*(?:failures|errors|failed ones|failed users|failing users)',
    ),
    { asks: 'people', outcome: 'failed' },
  ],
  [
    form(
      'who(?: all)? (?:was|were|got|is|are) skipped|which (?:users?|people|ones) (?:were|was|got|are) skipped|(?:show (?:me )?|list )?(?:the |all )*(?:skips|skipped ones|skipped users|skipped people)',
    ),
    { asks: 'people', outcome: 'skipped' },
  ],
  [
    form(
      'who(?: all)?(?: else)?|anyone else|anybody else|(?:is|are|was|were|has|have)(?: there)? (?:anyone|anybody|any|other|any other)(?: (?:people|users|ones))?(?: else)?(?: (?:affected|skipped|failing|hit|failed))?|who else(?: (?:is|was|has|are|were|failed|got))?(?: (?:affected|skipped|failing|failed|the same problem|this problem|that problem|this|hit|it|in the same boat|that))?|who(?: all)? is affected|(?:show (?:me )?|list )?(?:all )?(?:the )?(?:others|other ones|other people|other users|everyone else|everybody else|affected(?: users| people)?|the rest of them)|which (?:users|people|ones)|how many(?: others| people| users| more| are affected| are there)?|(?:is it|is that|is this) only (?:her|him|them|one)',
    ),
    { asks: 'people' },
  ],
  [
    form(
      '(?:show (?:me )?|give me |see |load |list )?(?:the |some )?(?:next|more|next page|the next page|next ones|more apps|next apps|rest|the rest|remaining|remaining ones|others|continue|go on|further|page down|more of them|next one)|show (?:me )?more',
    ),
    { asks: 'page', step: 1 },
  ],
  [
    form('(?:go |show (?:me )?)?(?:the )?(?:back|previous|previous page|page up|last one|previous ones|one back)'),
    { asks: 'page', step: -1 },
  ],
  [
    form('(?:show (?:me )?|go to |back to )?(?:the )?(?:first page|beginning|start|top|page one)'),
    { asks: 'page', page: 1 },
  ],
];

/** Reads a remark that only makes sense behind an answer: "why?", "who else?", "check again", "next". */
export function readRemark(text: string): Asks | undefined {
  const said = fold(clean(text).replace(/["“”]/g, ' '));
  if (said === '' || said.length > 80) return undefined;
  const page = /^(?:show (?:me )?|go to |and )?(?:page|p) (\d{1,4})(?: please)?$/.exec(said);
  if (page) return { asks: 'page', page: Math.max(1, Number(page[1])) };
  return remarks.find(([pattern]) => pattern.test(said))?.[1];
}

/** Whether a text says something only behind an answer. */
export function isMereRemark(text: string): boolean {
  const remark = readRemark(text);
  if (remark === undefined) return false;
  return !(remark.asks === 'why' && remark.alone) && !(remark.asks === 'people' && remark.outcome !== undefined);
}

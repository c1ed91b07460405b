import type { Said } from './said.ts';
import { tokensUnder } from './said.ts';
import type { Token } from './text/tokens.ts';

/** Parts that many phrasings share; a phrasing names them in capitals. */
const parts = {
  BE: '(?:is|are|was|were|s|isnt|arent|wasnt|werent|has|have|hasnt|havent)(?: not)?',
  ADV: '(?:(?:not|still|currently|really|now|already|even|just|all|again|ever|actually|completely|fully|correctly|properly|been|being|getting|still being|also|finally|both|only) )*',
  NEG: '(?:(?:(?:does|do|did|will|is|are|was|has|have|can|could)(?: still)? ?not|doesnt|dont|didnt|wont|isnt|arent|wasnt|hasnt|havent|cant|cannot|couldnt|never|not|no longer|stopped|has stopped|have stopped|stops|keeps not|refuses to|fails to)(?: (?:still|yet|even|ever|appear to|seem to|seems to|appears to|want to|to|be|been))*)',
  PROV: '(?:(?:the |user |users |account |accounts |automatic |auto |entra |entra id |azure ad |azure |scim |group )*(?:provisioning|provision|sync|syncing|synchronisation|synchronization|scim|integration|connector|job|cycle|cycles|app|application|enterprise app|instance|tenant|service)(?: job| service| cycle| connector| app| run| runs)?)',
  OF: '(?:of|for|in|into|to|on|with|about|at|from|by|inside|within|under|regarding|concerning)',
  THE: '(?:(?:the|our|my|a|an|this|that|your) )?',
  REST: '(?: (?:and|but|because|cause|since|when|after|with|any|so|as|which|it|that|what|is|are|was|were|has|have|does|do|did|how|why|please|for|although|though|even|anymore|again|either|properly|error|errors|failed|fails|to|if|where|while|until|before|not|in|on|at|still|be|take|finish|done|complete|run|need|last|an|a|the|i|we|he|she|they|you|end|yet|ready|over) ?.*)?',
  STATUS:
    '(?:status|state|health|progress|condition|situation|statistics|stats|figures|numbers|overview|summary|report|dashboard|details|info|news|update|status report|status update|health check|health status)',
  PEOPLE:
    '(?:users?|people|persons?|accounts?|members?|employees?|colleagues?|staff|groups?|guests?|ones|identities|objects|folks|users and groups|users or groups|workers?|contractors?|students?|of (?:our|my|the) (?:users|people|colleagues))',
  APPS: '(?:apps?|applications?|enterprise apps?|enterprise applications?|connectors?|integrations?|jobs?|provisioning jobs?|systems?|saas apps?|services|targets?|tools)',
  FAILED:
    '(?:failed|fails?|failing|(?:had|has|have|having|got|getting|get|gets|with|received|hit|ran into|run into) (?:an |any |some )?(?:errors?|failures?)|errored(?: out)?|erroring|couldnt be (?:provisioned|created|synced|added|updated)|could not be (?:provisioned|created|synced|added|updated)|broke|rejected|refused|failed to (?:provision|sync|create|be (?:provisioned|created|synced)))',
  SKIPPED: '(?:skipped|skiped|skip|excluded|left out|ignored|not in scope|out of scope|filtered out|filtered)',
  TROUBLED:
    '(?:(?:had|has|have|having|got|with) (?:any |some |a )?(?:problems?|issues?|trouble|difficulties)|stuck|not (?:provisioned|created|synced|syncing|in|updated|there)|missing|wasnt (?:provisioned|created|synced)|werent (?:provisioned|created|synced)|didnt (?:get (?:provisioned|created|synced|in|through)|make it|work|go through|sync|arrive)|did not (?:get (?:provisioned|created|synced|in|through)|make it|work|go through|sync|arrive)|affected|getting (?:in|into|created|provisioned|synced)|in trouble|lost(?: their)? access|went wrong|(?:is|are|was|were)nt (?:in|syncing|provisioned)|blocked|not working|broken)',
} as const;

/** A way to ask, with a place `{x}` for a name. */
export interface Phrase {
  readonly pattern: RegExp;
}

/** Makes a phrasing of a whole sentence. Capitals name the parts above, `{x}` is where a name stands. */
export function phrase(text: string): Phrase {
  const spelt = text
    .replace(/\{(\w+)\}/g, '(?<$1>\\S.*?)')
    .replace(/\b[A-Z]{2,}\b/g, (name) => (name in parts ? parts[name as keyof typeof parts] : name));
  return { pattern: new RegExp(`^${spelt}$`, 'd') };
}

export function phrases(...texts: readonly string[]): readonly Phrase[] {
  return texts.map(phrase);
}

/** The first phrasing that a sentence is, with the tokens that stand in its places; undefined when it is none. */
export function matched(
  said: Said,
  given: readonly Phrase[],
): { readonly at: number; readonly places: Readonly<Record<string, readonly Token[]>> } | undefined {
  for (const [at, { pattern }] of given.entries()) {
    const found = pattern.exec(said.text);
    if (!found) continue;
    const places: Record<string, readonly Token[]> = {};
    for (const [name, span] of Object.entries(found.indices?.groups ?? {}))
      if (span) places[name] = tokensUnder(said, span);
    return { at, places };
  }
  return undefined;
}

/**
 * Words that hold a sentence together, and those that every ticket is made of: by themselves they name nobody, whatever
 * list of names they stand in.
 */
const functionWords = new Set(
  `a an the in on at to for of off out up down by with from re fw fwd via per cc into onto over under about as is are was were be been being am it its i you he she we they me him her us them my your our his hers their this that these those who whom whose what which why when where how
  and or but nor neither either both so if then than because while whether until since not no yes nope yeah ok okay do does did done doing have has had having can could would shall should might must let lets get gets got getting make makes made go goes going gone come comes came
  all any some each every other another same such very too just only also there here now yet still already again ever never maybe please pls plz thx thanks thank hi hello hey dear cheers regards best kind sincerely
  mr mrs ms dr prof sir madam app apps application applications system systems user users name names employee number account accounts acct group groups team access login log logs error errors status state problem problems issue issues ticket tickets request
  provisioning provision provisioned sync synced syncing synchronised synchronized synchronization synchronisation job jobs cycle cycles scim saml sso entra azure ad aad microsoft id identity skipped skip failed failing fails fail failure missing wrong stuck broken disabled deleted removed created updated assigned
  today yesterday tomorrow til till jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri monday tuesday wednesday thursday friday saturday sunday week weeks month months days hour hours minute minutes morning evening night
  u r ur im ive id isnt wasnt dont doesnt didnt cant wont hasnt havent arent couldnt whats wheres hows whos thats theres`.split(
    /\s+/,
  ),
);

/** Those of other languages: in an English text "des" and "les" are somebody's names. */
const ofOtherLanguages = new Set(
  `ist sind war der die das ein eine und oder nicht warum wer wie was wo wann in im bei für mit von zu est sont le la les un une et ou ne pas pourquoi qui dans sur pour de du des el los las una y o no por que en para il lo gli uno e non perché di da het een en niet waarom wie van voor w z na nie dlaczego jest o os as um uma e não porque`.split(
    /\s+/,
  ),
);

/** Whether a folded word only holds a sentence together. */
export function isFunctionWord(folded: string): boolean {
  return functionWords.has(folded) || ofOtherLanguages.has(folded);
}

/** Whether a folded word holds sentences together in other languages alone. */
export function isForeignFunctionWord(folded: string): boolean {
  return ofOtherLanguages.has(folded) && !functionWords.has(folded);
}

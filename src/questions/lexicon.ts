import { slips } from './text/edit-distance.ts';
import type { Token } from './text/tokens.ts';

/** The grammar's own words, folded and without spaces ("wasnt", "deprovisioned"). Everything else may be a name. */
export type WordClass = keyof typeof classes;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}

const classes = {
  why: words('why y wy whys whyd whyis howcome wherefore'),
  be: words('was wasnt is isnt am are arent were werent be been being got get gets getting wasn isn s wsa'),
  auxiliary:
    words(`was wasnt is isnt am are arent were werent be been being has hasnt have havent had hadnt did didnt do dont does doesnt
    can cant cannot could couldnt will wont would wouldnt should shouldnt may might must aint wasn isn hasn didn couldn wsa gets got getting keeps kept keep`),
  negation: words('not never no longer without none nowhere neither nt'),
  adverb:
    words(`still yet again always just currently now even already actually ever suddenly also only being been getting only properly correctly
    all automatically apparently somehow constantly repeatedly finally really supposed meant going to able unable`),
  // What was done to somebody, or how somebody is: the somebody stands before it.
  state:
    words(`skipped provisioned deprovisioned unprovisioned created recreated synced synched synchronised synchronized syncd imported exported added readded disabled
    deactivated reactivated removed deleted dropped blocked rejected failed failing fails fail missing stuck pending excluded ignored suspended inactive active enabled
    updated matched quarantined assigned unassigned licensed onboarded offboarded visible gone absent locked kicked thrown refused denied revoked lost duplicated
    unlicensed present there found showing shows show appearing appears appear syncing syncs exist exists existing out terminated archived filtered left held
    allowed recognised recognized registered shown seen listed invited linked mapped accepted transferred pushed propagated replicated carried over completed
    processed picked wiped cleaned errored erroring error errors broken invisible unavailable unable alright ok okay fine healthy doing faring set working works work struggling listed renamed marked deprovisioning arrived arrive arrives arriving`),
  // What somebody does with an app: the somebody stands before it, the app after it.
  takesApp:
    words(`log login logon logging logged sign signin signing signed signon access accesses accessing open opening use using reach reaching enter entering join joining joined
    receive receiving received get gets getting got have has had having need needs make makes made come comes came coming go goes went going see sees seeing saw connect connecting
    authenticate launch trouble issue issues problem problems difficulty difficulties end ended account visible lost lose losing loses`),
  // What an app or the service does with somebody: the app may stand before it, the somebody after it.
  takesUser:
    words(`skip skips skipping skipped create creates creating created provision provisions provisioning provisioned deprovision deprovisions deprovisioning deprovisioned
    sync syncs syncing synced synchronise synchronize synchronising synchronizing import imports importing imported add adds adding added disable disables disabling disabled deactivate deactivates deactivating
    deactivated remove removes removing removed delete deletes deleting deleted drop drops dropping dropped block blocks blocking blocked reject rejects rejecting rejected
    exclude excludes excluding excluded ignore ignores ignoring ignored suspend suspends suspending suspended update updates updating updated match matches matching matched export exports exporting
    show shows showing find finds finding see accept accepts accepting refuse refuses refusing refused deny denies denying denied kick kicks kicked lock locks locked fail recognise recognize push pushing let lets letting allow allows give gives giving
    list lists listing keep keeps leave leaves left miss misses missed lose loses losing lost throw throws`),
  // Small words that only count beside one of the above: "log in to", "show up", "made it".
  glue: words(`up it out off through across over an a any no her his their the account accounts access able back there properly correctly in into at all right being get made to
    come from log sign be have see find use issues issue problem problems trouble licence license with having fully ok well created provisioned`),
  preposition: words('in into to for on at from inside within with by via of under onto 2'),
  greeting: words(
    'hi hello hey hiya howdy hallo moin greetings yo hola bonjour salut ciao gday good morning afternoon evening team all there everyone folks guys skipper bot dear sirs',
  ),
  filler:
    words(`please pls plz plss thanks thank thx ty cheers kindly urgent urgently asap fyi question q hmm um uh so ok okay well sorry quick quickly again guys team anyone anybody someone
    ticket incident case request re fw fwd regards you much advance help needed issue hello hi hey just also and but now then hence btw actually maybe perhaps kind`),
  asking:
    words(`can could would will do does did you u i we me us my need needs want wanted wonder wondering wondered know see tell say find out figure understand show give explain like
    to if whether that the for about it idea ideas any on of reason reasons cause a an is was someone anyone anybody have got been trying try checking check let lets what whats s please pls is there wanna gotta`),
  looking:
    words(`going check checking verify lookup look investigate troubleshoot debug diagnose explain inspect review find see status state happened happening wrong matter update news search analyse analyze
    confirm fix trace whatsup up with into at down deal story issue problem trouble error case about wtf`),
  tail: words(`yet anymore anylonger today tonight again now please pls plz thanks thx ty cheers thank you still either at all ever currently already right so far somehow urgent urgently asap
    as well too suddenly correctly properly automatically then though mate sir correct regards ok guys team yesterday lately recently anyway any more longer u much immediately`),
  cut: words(`since after before even although though despite because cause cos bc but when while whilst until till who which as if whereas however whose following where whom resulting saying says
    is was are were has have had does doesnt did didnt isnt wasnt cant wont ive weve we i he she they please thanks thx`),
  pronoun: words(
    'she he they her him them it this that these those someone somebody one hers his theirs himself herself themselves himher',
  ),
  self: words('me my i myself mine im'),
  we: words('i we you us our ours'),
  question: words('what which who whom whose when where how whats hows whos wheres many much list every each'),
  person: words(
    'user users employee employees colleague colleagues person guy lady coworker teammate teammates manager boss customer contractor contractors guest guests accounts account upn mail email name named called userprincipalname identity member object id objectid teammember vip intern agent mr mrs ms miss',
  ),
  worker: words('worker workers hire hires starter joiner leaver newhire'),
  group: words('group groups securitygroup'),
  appNoun: words(
    'app application apps applications account accounts access licence license login system platform tool instance tenant enterprise provisioning prov sync logs log scim integration connector environment seat profile portal workspace site side sso user users record job seat',
  ),
  article: words('the a an my our your his her their this that its some one'),
} as const;

const generic =
  words(`saas user users people person persons account accounts member members group groups guest guests employee employees everyone everybody all nobody anybody anyone none admin admins
  administrator manager managers attribute attributes object objects nested nesting dynamic disabled deleted external internal new existing many some several few most other others contractor contractors workers worker
  hires hire device devices role roles app apps application applications provisioning prov sync synchronisation synchronization cycle cycles job jobs log logs filter filters scope scoping assignment assignments credential credentials
  token tokens email emails mail mails notification notifications quarantine licence license licences mapping mappings change changes update updates value values field fields service services tenant tenants
  directory entra azure ad aad id scim password passwords things thing stuff nothing something anything what it subgroup subgroups child parent on demand soft hard deletes deletion deletions default access data
  information info details name names upn domain interval test connection error errors failure failures message messages microsoft active cloud hr inbound outbound future guestusers
  provisioned synced skipped assigned unassigned unlicensed student students staff colleagues customer customers partner partners b2b starters joiners leavers my our your their the a an of in to for and or that these those
  this which initial first incremental full next last time number amount agent portal page settings setting configuration
  identity api graph secret certificate sso single sign distribution security mailenabled office365 m365 unified shared mailbox mailboxes resource rooms only both same different certain random
  half part lot lots couple bunch thousands hundreds dozens x everything cross across between their same source target system systems matching property properties list extension synced connector connectors user's`);

/** Whether a token is a word of that class. Names in quotes and addresses never are. */
export function is(token: Token | undefined, wordClass: WordClass): boolean {
  if (token?.kind !== 'word' || !classes[wordClass].has(keyOf(token))) return false;
  // The department and the country, not the pronouns.
  return !(token.capital && /^(?:IT|US)$/.test(token.text));
}

/** The form in which the classes hold a word. */
export function keyOf(token: Token): string {
  return token.folded.replaceAll(' ', '');
}

/** Whether every one of the tokens is a word about provisioning in general, so that together they name nobody. */
export function isGeneric(tokens: readonly Token[]): boolean {
  return tokens.every((token) => token.kind === 'word' && token.folded.split(' ').every((part) => generic.has(part)));
}

/** As `isGeneric`, for a folded text. */
export function isGenericText(folded: string): boolean {
  return folded.split(' ').every((part) => generic.has(part));
}

const correctable = [...classes.state, ...classes.takesUser].filter((word) => word.length >= 6);

/** Reads a misspelt predicate as what it was meant to be: "skiped", "provisoned". Undefined when it is none. */
export function correctedPredicate(token: Token): string | undefined {
  const key = keyOf(token);
  if (token.kind !== 'word' || key.length < 5) return undefined;
  const most = key.length >= 9 ? 2 : 1;
  let best: { word: string; off: number } | undefined;
  for (const word of correctable) {
    const off = slips(key, word, most);
    if (off !== undefined && (best === undefined || off < best.off)) best = { word, off };
  }
  return best?.word;
}

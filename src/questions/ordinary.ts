import type { Token } from './text/tokens.ts';

function words(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

/** Words of the language that hold a sentence together. None of them is a part of a name that is written small. */
const spoken: ReadonlySet<string> = new Set(
  words(`a an the this that these those it its he him his she her hers they them their theirs we us our ours you your yours i me my mine myself himself herself themselves itself one ones
  am is are was were be been being isnt arent wasnt werent has have had having hasnt havent hadnt do does did doing done dont doesnt didnt can could cant couldnt cannot shall should shouldnt would wouldnt might must wont aint
  im ive id ill youre theyre weve hes shes thats theres whats whos wheres hows whys lets
  and or but nor yet if whether because cause since until till unless while whereas although though than then as so that which who whom whose what where when why how whatever whoever whenever wherever
  of in into to onto on upon at by for from with within without about above across after against along among around before behind below beneath beside besides between beyond despite down during except inside like near off out outside over past per
  regarding concerning through throughout toward towards under until up via
  not no never none nobody nothing nowhere neither any anyone anybody anything anywhere some someone somebody something somewhere every everyone everybody everything everywhere each all both few many much more most less least several other others another such only own same
  still again already just also too even ever once always often sometimes usually soon later now today tonight tomorrow yesterday currently recently lately meanwhile there here away back apart instead otherwise anymore anyway maybe perhaps
  very really quite rather pretty totally completely fully properly correctly entirely simply actually basically probably possibly hopefully apparently suddenly constantly keeps keep kept keeping
  please pls plz thanks thank thx ty cheers sorry ok okay yes yeah hello hi hey dear
  get gets got getting gotten go goes going gone went come comes came coming make makes made making take takes took taken taking give gives gave given giving put puts putting let lets letting say says said saying tell tells told telling
  see sees saw seen seeing look looks looked looking seem seems seemed appear appears appeared find finds found finding know knows knew known think thinks thought want wants wanted need needs needed try tries tried trying
  ask asks asked asking use uses used using show shows showed shown showing happen happens happened happening become becomes became turn turns turned start starts started starting stop stops stopped stopping begin begins began begun
  leave leaves leaving run runs ran running work works worked working call calls called send sends sent sending receive received check checks checked checking wait waits waited waiting stay stays stayed end ends ended ending
  keep keeping report reports will else talk talks talked talking speak speaks spoke spoken touch touches touched touching stand stands stood bring brings brought build builds built carry carries carried catch catches caught choose chose cost costs cover covers covered cut cuts deal deals dealt decide decides decided depend depends draw draws drawn drive drives drove eat fall falls fell fallen fight figure fill filled fly follow forget forgets forgot forgotten grow grows grew handle handles handled help helps helped hide hit hits hitting hurt interested introduce introduced jump jumped laid lay learn learned lie listen lose loses lost losing loss love manage manages managed mark meet meets met mind mix notice noticed notices occur occurs occurred offer offered own owned owns pick picks picked picking plan planned plans play plays prefer preferred press pressed prove proved provide provided provides raise raised react reacted read reads realise realised realize realized reduce reduced refer refers relate remember remembered repeat repeats repeated require requires required rest rests return returns returned rise risk sell serve served settle settled share shared sit sits sitting sleep sleeping sort sorted spend spent split stick sticks struggle struggles suffer suggest suggested suppose surprise switch switches switched switching talk teach tend think throw throws thrown threw touch train treat trust understand understands understood visit vote wake walk warn wear win wish wonder write writes written wrote yell
  sorry somehow somewhat exactly especially generally normally regularly typically frequently rarely seldom immediately instantly eventually finally initially originally previously presently shortly soon suddenly together separately directly exclusively explicitly specifically clearly obviously certainly definitely absolutely literally honestly seriously nicely cleanly smoothly correctly badly poorly wrongly promptly further furthermore besides hence thus therefore however nonetheless regardless rest
  u ur r pls cos bc w wtf hmm um uh gonna wanna gotta kinda sort hold holds holding held asking remind reminds eye eyes believe believes believed guess feel feels felt sound sounds rumour rumor twice although
  says reckon reckons claim claims claimed complain complains complained complaining report reports reported mention mentioned heard hear hears wonder wondering supposed meant expected able unable allowed
  shout picture favour favor hold lifted fine well good bad better worse worst best right wrong true real sure long short far quick quickly slow slowly early late high low big small whole full empty new old first last next previous latest
  life peep nudge buzz heads posted loop list lists listed done sick tired enough`),
);

/** What else is said around provisioning, time and offices. As a part of a name it is written with a capital. */
const topical: ReadonlySet<string> = new Set(
  words(`app apps application applications connector connectors integration integrations job jobs sync syncs synced syncing synching synch sync'd syncd synchronise synchronised synchronising synchronize synchronized synchronizing synchronisation synchronization
  provision provisions provisioned provisioning deprovision deprovisioned deprovisioning scim sso saml api oauth entra azure ad aad microsoft tenant directory cloud saas enterprise system systems service services tool tools platform platforms target targets source
  user users person persons people account accounts member members employee employees colleague colleagues staff folks guest guests group groups contractor contractors student students worker workers hire hires joiner joiners starter starters leaver leavers mover movers
  admin admins administrator manager managers team teams department departments identity identities object objects entry entries record records profile profiles login logins logon license licenses licence licences access role roles permission permissions
  cycle cycles pass passes push pushes pushed pushing pull pulled pulls export exports exported exporting import imports imported importing transfer transferred update updates updated updating create creates created creating creation delete deletes deleted deleting deletion deletions
  add adds added adding remove removes removed removing removal disable disables disabled disabling enable enables enabled enabling activate activated deactivate deactivated deactivating suspend suspended onboard onboarded onboarding offboard offboarded offboarding
  skip skips skipped skipping skiped fail fails failed failing failure failures error errors errored erroring fault faults reject rejects rejected rejecting rejection rejections refuse refuses refused refusing exclude excluded exclusion exclusions ignore ignored drop drops dropped bounce bounces bounced
  bouncing miss misses missed missing stuck hang hangs hanging hung stall stalls stalled frozen freeze blocked block blocks broke broken break breaks breaking dead alive down slow delayed delay delays lag lags lagging late behind idle asleep quiet silent
  quarantine quarantines quarantined quarantining unquarantine paused pause pauses resumed resume problem problems issue issues trouble troubles difficulty difficulties incident incidents outage outages alarm alarms concern concerns matter matters reason reasons causes complaint complaints
  status state states health healthy unhealthy condition progress situation figures numbers number statistics stats trend overview summary dashboard details detail info information news roundup recap digest digests brief briefing review audit investigation inspection
  credential credentials creds token tokens secret secrets password passwords passwd key keys bearer certificate certificates cert certs expire expires expired expiring expiry invalid valid unauthorised unauthorized forbidden authenticate authentication authenticating authorisation authorization connection connections connectivity
  connect connects connected connecting test tests tested testing validate validated verify verified save saves saved saving store stored storing renew renewed renewing renewal rotate rotated rotating rotation replace replaced replacing reset reauthorise reauthorize revoked change changes changed changing
  watch watches watched watching unwatch monitor monitors monitored monitoring follow follows followed following unfollow track tracks tracked tracking subscribe subscribes subscribed subscribing subscription subscriptions unsubscribe unsubscribed notify notifies notified notifying notification notifications
  alert alerts alerted alerting warn warns warned warning warnings message messages messaged messaging ping pings pinged pinging post posts posted posting card cards mail mails email emails inform informed channel channels chat chats conversation conversations mute muted muting unmute snooze snoozed silence silenced hush
  sign signed signing up enrol enroll enrolled opt opted registered register spam spamming bother bothering noise noisy word words
  time times minute minutes min mins hour hours hr hrs day days week weeks weekend month months year years morning afternoon evening night noon midnight daily weekly nightly monthly hourly monday's overnight moment quarter half schedule scheduled
  once twice zero two three four five six seven eight nine ten dozen dozens hundred hundreds thousand thousands couple bunch handful lot lots plenty majority half most percent count counts total amount top main common frequent major
  anybody's question questions ticket tickets request requests case cases urgent urgently asap help helpdesk desk support customer customers client clients boss guys mate folks colleague's idea ideas clue chance
  complete completes completed completing completion finish finishes finished finishing succeed succeeds succeeded success successful successfully process processes processed processing initial incremental current ongoing pending recent yesterday's today's automatic automatically auto manual manually
  load loads loading feed feeds commonest usual pester pesters pestering annoy annoying nag nagging disturb disturbing flood flooding sales marketing finance hr legal engineering ops operations office offices payroll procurement logistics b2b jit
  live active inactive present absent visible existing exist exists remaining left leftover leftovers residual orphaned orphan orphans stale open opened close closed entire across together overall tidy clean cleaned cleanly everyone's
  fired resigned quit retired terminated dismissed departed departing departure gone exit exits exited contract contracts employment job's joined join joins joining arrive arrives arrived arriving land lands landed landing appear appears show ended last final
  lead leads led mean means meant fix fixes fixed fixing repair repaired solve solved solving resolve resolved mend mended recover recovers recovered diagnose troubleshoot debug investigate inspect examine analyse analyze explain describe compare display view fetch pull pulled grab
  attention action care worry worried urgent important serious critical severe major minor known unknown green red amber yellow fire burning sound fit shape grief bother hiccup hiccups snag snags glitch glitches unhappy happy sick ill poorly ailing weird strange odd funny
  latest thing things stuff way ways bit kind kinds type types sort sorts part parts place places side page pages line lines screen setting settings configuration config configured set setup filter filters scope scoping scoped rule rules mapping mappings attribute attributes value values field fields
  log logs entry history audit report evidence proof result results outcome outcomes response responses answer answers reply
  actual actually actually behave behaves behaving operational operating up-to-date uptodate functioning functional flowing flow flows trickling moving moves moved move hiding drag dragging grind ground halt halted kick kicked kicking tick ticking ticks crash crashes crashed crashing choke choking chokes
  again afresh wrongly unexpectedly incorrectly mistakenly accidentally unjustly partially partly only merely nearly almost barely hardly longer shorter sooner further
  breakdown tally ranking rank split rundown group grouping sum summed chart table trend trends behaviour behavior behaving misbehaving acting playing struggling suffering reach reaches reached reaching refresh refreshes refreshed refreshing speed rate volume throughput batch batches window windows deadline expect expects expecting reorg fell fallen expected due overdue outstanding unresolved recurring repeated intermittent random sporadic rolling rollout roll rolled launch launched migrate migrated migration move cutover cut upgrade upgraded maintenance patch weekend's bank holiday holidays tomorrow's fortnight eod eow today's shift desk's floor country region site sites building
  delta scope error'd fortnights noon lunchtime sunrise tonight's yesterday's teammate teammates outsider outsiders intern interns temp temps temporary permanent vendor vendors partner partners supplier suppliers freelancer freelancers consultant consultants exec executive executives director directors lead leads head heads owner owners stakeholder stakeholders assistant nurse nurses teacher teachers pupil pupils driver drivers agent agents reps rep crew squad cohort intake class year group's
  policy policies procedure process screenshot screenshots website url urls firewall vpn proxy flag flags
  board boards big huge massive tiny entire complete partial simple complex easy hard difficult tricky normal usual unusual regular special specific particular certain single double triple separate different similar equal main primary secondary central local global regional international national public private external internal corporate personal common rare general overall particular suitable proper correct incorrect accurate inaccurate exact precise rough approximate
  reliable unreliable stable unstable flaky steady smooth noisy quiet busy free available unavailable ready unready pending open closed locked unlocked hidden visible lost found safe unsafe secure insecure trusted clear unclear dodgy iffy fishy buggy wonky janky borked kaput knackered cooked toast bust busted fubar hosed nuked
  fully halfway midway overnight straight away quickly anytime sometime everyday weekday weekdays daytime nighttime
  nearest quickest likely unlikely possible impossible necessary useful useless relevant related affected impacted concerned involved responsible assigned unassigned`),
);

/** Whether a word, folded, is one that a sentence about provisioning says of itself. Everything else may be a name. */
export function isOrdinary(word: string): boolean {
  return (
    word === '' ||
    /^\d{1,3}(?:[.:]\d+)*(?:h|d|w|m|mins?|am|pm|st|nd|rd|th|x|k)?$/.test(word) ||
    word.split(' ').every((part) => spoken.has(part) || topical.has(part))
  );
}

/** Whether words that were taken for a name are, in part, the sentence's own: "favour and check whether Acme". */
export function holdsSpeech(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.kind === 'word' && !token.capital && spoken.has(token.folded));
}

/** Whether all of them are the sentence's own, so that they name nothing: "integrations behaving". */
export function isOwnWords(tokens: readonly Token[]): boolean {
  return tokens.every((token) => token.kind === 'word' && !token.capital && isOrdinary(token.folded));
}

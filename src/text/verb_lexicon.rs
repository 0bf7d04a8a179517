//! The verbs of [`super::verb_words`], our own list: those that news and history are told with, and common others.

/// Verbs that are hardly ever nouns. `base:past:participle` where they are not regular.
pub(super) const PLAIN: &str = "\
    abandon abide:abode/abided abolish absolve absorb abstain accelerate accentuate accept acclaim accommodate \
    accompany accredit accrue accumulate accuse achieve acquaint acquire acquit act activate adapt address \
    adhere adjoin adjourn adjudicate adjust administer admire admonish adopt adorn advance advise affect affirm \
    afflict afford aggravate agitate agree aim alienate alight align alleviate allocate allot:allotted allow \
    allude alter amass amaze ameliorate amend amount amplify amputate amuse analyse analyze anger animate annex \
    annihilate annotate annoy annul:annulled anticipate apologise apologize appall:appalled appeal appear \
    appease applaud apply appoint appraise appreciate apprehend approve arise:arose:arisen arouse arrange arrest \
    arrive articulate ascend ascertain ascribe ask aspire assail assassinate assault assemble assess assign \
    assimilate assist assuage assume assure astonish astound atone attach attack attain attempt attend attest \
    attract attribute augment authenticate authorise authorize autograph automate avail avenge avert avoid await \
    awake:awoke:awoken awaken award back baffle balance balk ban:banned banish bar:barred base bask battle \
    bear:bore:borne beat:beat:beaten/beat become:became:become befall:befell:befallen befit:befitted befriend \
    beg:begged beget:begot:begotten begin:began:begun begrudge beguile behave behead believe belittle belong \
    bemoan bend:bent benefit bequeath berate bereave beset:beset besiege bestow betray bewilder bicker bid:bid \
    bind:bound bite:bit:bitten blackmail blame blend blink block blow:blew:blown blur:blurred blush board boast \
    bode bolster bomb bombard boo book boost borrow bother bottom brag:bragged brainstorm brandish breach \
    break:broke:broken breed:bred bribe brighten bring:brought bristle broadcast:broadcast browse bruise budge \
    build:built bulldoze bungle burgle burn burnish burrow burst:burst bury bustle buy:bought bypass cajole \
    calculate call camouflage campaign cancel:canceled/cancelled:canceled/cancelled capitalise capitalize \
    capitulate captivate capture care careen carry carve cast:cast catch:caught cater cause cease cede celebrate \
    censure centre certify challenge chance change characterise characterize charge chase chastise chatter cheer \
    chew choke choose:chose:chosen chop:chopped chuckle churn circle circulate circumvent cite claim clamber \
    clamp clap:clapped clarify clash classify claw clean clear clench click climb cling:clung clog:clogged clone \
    close clutch coax code coerce coexist coincide collaborate collapse collate collect collide colonise \
    colonize combine come:came:come comfort command commemorate commence commend commercialise commercialize \
    commit communicate commute compare compel compensate compete compile complement complete complicate comply \
    compose comprehend compress comprise compromise compute conceal conceive concentrate conceptualise concern \
    conclude concur:concurred condemn condense condone conduct confer:conferred confess confide configure \
    confine confirm confiscate conform confound confront confuse congratulate congregate conjure connect conquer \
    consent conserve consider consist consolidate conspire constitute constrain constrict construct consult \
    consume contact contain contaminate contemplate contest contract contradict contravene contribute contrive \
    convene converge converse convert convey convict convince cool cooperate coordinate cope copy correct \
    correlate correspond corroborate corrupt cost:cost count counteract cover crack craft crash crave crawl \
    creak create credit creep:crept cringe cripple criticise criticize cross crown crucify cruise crumble crunch \
    culminate cultivate curb curtail cut:cut dabble damage dampen dance dangle dare date dazzle deactivate \
    deal:dealt debate debunk debut deceive decentralise decentralize decide decipher declare decline \
    decommission decompose decorate decrease decree dedicate deduce deduct deem deepen deface defame defeat \
    defend defer define deflate deflect deform defraud defuse defy degenerate degrade delay delegate delete \
    deliberate delineate deliver delude delve demand demean demilitarise demobilise demobilize demolish \
    demonstrate demote denote denounce deny depart depend depict deplete deplore deploy deport depose depreciate \
    depress deprive derail deregulate deride derive descend describe deserve design designate despair despise \
    destabilise destabilize destroy detach detain detect deter:deterred deteriorate determine detest dethrone \
    detonate devalue devastate develop deviate devise devote devour diagnose dictate die differ differentiate \
    diffuse dig:dug digest dignify dilute diminish dine dip:dipped disable disadvantage disagree disallow \
    disappear disappoint disapprove disarm disavow disband discard discern disclose discontinue discount \
    discourage discover discredit discriminate discuss disentangle disfigure disgrace disgust dishearten \
    disillusion disintegrate dislodge dismantle dismay dismember dismiss disobey disown disparage dispatch \
    dispel:dispelled dispense disperse displace display disprove dispute disqualify disrupt dissect disseminate \
    dissent dissipate dissociate dissolve dissuade distil distinguish distort distract distribute distrust \
    disturb ditch dive diversify divert divest divide divorce divulge do:did:done dock dole dominate don:donned \
    donate doom double doubt downgrade downplay downsize doze draft dramatise dramatize drape draw:drew:drawn \
    dread dredge drench drift drill drink:drank:drunk drip:dripped drive:drove:driven droop drop drown dump dupe \
    duplicate dwindle dye earmark earn ease eat:ate:eaten eavesdrop:eavesdropped ebb echo eclipse economise edit \
    educate eject elaborate elapse elect elevate elicit eliminate elongate elude emanate emancipate embark \
    embarrass embed:embedded embellish embezzle embody embrace emerge emigrate emit:emitted employ empower \
    emulate enable enact encapsulate encircle enclose encompass encounter encourage encroach end endanger \
    endeavor endeavour endorse endow endure energise energize enforce engage engender engrave engulf enhance \
    enjoy enlarge enlighten enlist enliven enquire enrage enrich enrol:enrolled enroll ensue ensure entail \
    entangle enter entertain enthral enthrone enthuse entice entitle entrench entrust enumerate envisage \
    envision epitomise equate equip eradicate erase erect erode err erupt escalate escape eschew espouse \
    establish estimate evacuate evade evaluate evaporate evict evoke evolve exacerbate exaggerate examine \
    exasperate excavate exceed excel:excelled exchange excite exclaim exclude execute exemplify exempt exercise \
    exert exhale exhaust exhibit exhort exhume exile exonerate expand expect expedite expel experience expire \
    explain explode explore export expose express extend extinguish extol extort extract extradite extrapolate \
    extricate exude fabricate face facilitate fade fail fall:fell:fallen falsify falter farm fascinate fasten \
    favor favour fear feature feed:fed feel:felt feign fend ferry fester fetch fiddle fidget fight:fought fill \
    film finalise finalize finance find:found fine finish fire fit:fitted/fit fix fizzle flag flank flash \
    flatten flatter flaunt flee:fled flick flicker flinch fling:flung flirt float flock flood flop:flopped \
    flounder flourish flout flow fluctuate flush flutter fly:flew:flown focus fold follow foment \
    forbid:forbade:forbidden force foreclose foresee:foresaw:foreseen foreshadow forestall forge \
    forget:forgot:forgotten forgive:forgave:forgiven forgo:forwent:forgone form formalise formalize formulate \
    forsake:forsook:forsaken fortify forward foster foul found fracture free:freed freeze:froze:frozen freshen \
    frighten frustrate fuel fulfil fulfill fumble function fund furl furlough furnish gain:gained galvanise \
    galvanize gamble garner gather generate get:got:gotten/got give:gave:given glance gleam glean glide glitter \
    gloat glorify go:went:gone gobble gouge govern grab graduate grant grapple graze greet grieve \
    grip grope ground grow:grew:grown grumble guarantee guard guess guide guillotine gulp gut haggle hail \
    hallucinate halt halve hamper handle hang:hung/hanged happen harass harbor harbour harden hark harm harvest \
    hasten hatch hate haul head heal hear:heard hearten heat heave heckle heed heighten help hesitate hibernate \
    hide:hid:hidden highlight hijack hike hinder hire hiss hit:hit hoard hobble hoist homogenise honor \
    hop:hopped hope hospitalise hospitalize host hover howl hug:hugged humiliate hunt hurl hurt:hurt husband \
    hustle idealise identify ignite ignore illuminate illustrate imagine imbue imitate immerse immigrate \
    immunise immunize impact impair impart impeach impede impel:impelled imperil implement implicate implode \
    implore imply import impose impound impoverish impress imprison improve improvise inaugurate incense incite \
    incline include incorporate increase incriminate incur indicate indict indoctrinate induce indulge \
    industrialise industrialize infect infer:inferred infest infiltrate inflate inflict influence inform \
    infringe infuriate infuse ingest inhabit inhale inherit inhibit initiate inject injure innovate inquire \
    inscribe insert inspect inspire install instigate instil:instilled instruct insulate insult insure integrate \
    intend intensify interact intercept interest interfere interject interlock intermarry intern internalise \
    interpret interrogate interrupt intersect intertwine intervene interview intimidate intone intrigue \
    introduce intrude inundate invade invalidate invent invert invest investigate invite invoke involve irk \
    irrigate irritate isolate issue itemise jail jeer jeopardise jeopardize jettison join jostle jot:jotted \
    journey judge jumble jump justify keep:kept kick kidnap kill kindle kneel:knelt knock know:knew:known label \
    lack lambast lambaste land languish lapse laud launch launder lavish lay:laid lead:led leak lean \
    learn:learned/learnt leave:left legalise legalize legislate legitimise legitimize lend:lent lessen let:let \
    level liaise liberalise liberalize liberate license lick lift light:lit/lighted lighten like liken limit \
    linger link liquidate list listen load loathe lobby locate lock lodge log loiter look loom loosen loot \
    lose:lost lounge love lower lunge lurch lure lurk magnify mail maintain make:made malfunction manage mangle \
    manipulate manufacture map march marginalise marginalize mark market marry marvel mask mass massacre \
    mastermind match materialise materialize matter mature maul maximise maximize mean:meant meander measure \
    meddle mediate meditate meet:met melt memorise memorize mend mention merge mesmerise migrate militate \
    mimic:mimicked mind mine mingle minimise minimize misbehave miscalculate misfire misinterpret misjudge \
    mislead:misled misplace misread:misread misrepresent misspell mistake:mistook:mistaken \
    misunderstand:misunderstood misuse mitigate mix moan mobilise mobilize modernise modernize modify modulate \
    molest mollify monitor monopolise monopolize morph motivate mount mourn move muddle muffle mull multiply \
    mumble murder murmur mutate mutilate mutter mystify nab:nabbed nag:nagged name narrate narrow nationalise \
    nationalize navigate necessitate need negotiate nestle neutralise neutralize nibble nominate normalise \
    normalize nosedive note notice notify nourish nullify nurse obey obfuscate object obligate oblige obliterate \
    obscure observe obsess obstruct obtain occupy occur offend offer officiate offload offset:offset ogle omit \
    onboard ooze open operate oppose opt optimise optimize orchestrate ordain order organise organize originate \
    oscillate ostracise oust outbid:outbid outdo:outdid:outdone outgrow:outgrew:outgrown outlast outlaw outline \
    outlive outnumber outpace outperform outplay outrank outsell:outsold outshine:outshone outsmart outsource \
    outstrip:outstripped outvote outweigh outwit:outwitted overcharge overcome:overcame:overcome overcrowd \
    overdo:overdid:overdone overestimate overhaul overhear:overheard overheat overlay:overlaid overlook \
    overpay:overpaid overpower overproduce overreact override:overrode:overridden overrule \
    overrun:overran:overrun oversee:oversaw:overseen overshadow overshoot:overshot oversleep:overslept \
    overspend:overspent overstate overstay overstep:overstepped overtake:overtook:overtaken overtax \
    overthrow:overthrew:overthrown overturn overwhelm overwork overwrite:overwrote:overwritten owe own oxidise \
    pacify pack pair pamper paralyse paralyze park part participate pass patrol patronise patronize pause \
    pay:paid peck peddle peek pen penalise penalize penetrate perceive percolate perforate perform perish \
    permeate permit perpetrate perpetuate perplex persecute persevere personalise personify persuade perturb \
    peruse pervade phase phone pick picture pierce pile pilot pin pinpoint pioneer pitch pivot placate place \
    plague plan plant plead:pleaded/pled please pledge plot pluck plummet plunder plunge ply point poison police \
    politicise politicize poll pollute ponder popularise popularize populate portray possess post postpone \
    postulate pounce pour power practise praise pray pre-empt preach precede preclude predate predispose \
    predominate preempt prefer premiere prepare prescribe present preserve preside press presume pretend prevail \
    prevent price print prioritise prioritize privatise privatize prize probe proceed process proclaim \
    procrastinate procure prod:prodded produce proffer profile profit progress prohibit project proliferate \
    prolong promote prompt pronounce propagate propel prophesy propose prosecute prosper protect protest \
    protrude prove:proved:proved/proven provide provoke pry publicise publicize publish pull pulsate pummel pump \
    punctuate puncture punish purchase purify purport pursue push put:put quadruple qualify quantify quash quell \
    quench question quicken quit:quit/quitted quote race radiate radicalise radicalize raid raise rally ramble \
    rank ransack rape rate ratify rationalise rationalize ravage raze re-elect re-emerge re-enter re-establish \
    reach react read:read reaffirm realign realise realize reap reappear reappoint rearrange reassemble reassert \
    reassess reassign reassure rebel rebound rebuild:rebuilt rebut:rebutted recall recapture recede receive \
    recharge reciprocate recite reckon reclaim recline recognise recognize recommence reconcile reconfigure \
    reconnect reconquer reconsider reconstruct reconvene record recoup recover recreate recruit rectify \
    recuperate recur:recurred recycle redeem redefine redeploy redesign redevelop redirect rediscover \
    redistribute redo:redid:redone redouble redraw:redrew:redrawn redress reduce reelect reemerge reenter \
    reestablish refer refinance refine reflect refloat refocus reform refrain refresh refuel refund refurbish \
    refuse refute regain regard regenerate register regress regret regroup regulate rehabilitate rehearse rehire \
    reign reimburse reinforce reinstate reinvent reinvest reiterate reject rejoice rejoin rejuvenate rekindle \
    relapse relate relaunch relax relearn release relegate relent relieve relinquish relish relive relocate rely \
    remake:remade remember remind reminisce remit:remitted remodel remove remunerate rename render renege renew \
    renounce renovate rent renumber reoccupy reopen reorder reorganise reorganize repackage repaint repair \
    repatriate repay:repaid repeal repel repent rephrase replace replenish replicate repossess represent \
    reprimand reproach reproduce repudiate request require reroute reschedule rescind rescue resell:resold \
    resemble resent reserve reset:reset resettle reshape reshuffle reside resign resist resolve resound respond \
    restart restate restock restore restrain restrict restructure resubmit result resume resurface resurrect \
    resuscitate retain retake:retook:retaken retaliate retard retell:retold rethink:rethought retire retool \
    retort retrace retract retrain retreat retrieve retry return reunify reunite revamp revel revere reverse \
    revert review revise revisit revitalise revitalize revive revoke revolt revolutionise revolutionize revolve \
    reward rewind:rewound rewire reword rework rewrite:rewrote:rewritten rid:rid ride:rode:ridden rig:rigged \
    ring:rang:rung rise:rose:risen risk roam rob roil roll rotate round rouse row rub ruin rule run:ran:run rush \
    rustle sabotage sack sadden safeguard sail sanctify sanction satirise satisfy saturate savage save savour \
    scald scale scan scare scatter schedule scoff scold score scour scowl scramble scrap:scrapped scrawl screech \
    screen scribble scrub:scrubbed scrutinise scrutinize sculpt scuttle seal search seat secure seduce \
    see:saw:seen seek:sought seem seep seethe segregate seize select sell:sold send:sent sensationalise sentence \
    separate serenade serve service set:set settle sever sew:sewed:sewn shake:shook:shaken shape share shatter \
    shed:shed shelter shelve shift shimmer ship:shipped shock shoot:shot shorten shoulder shout shove \
    show:showed:shown shriek shrink:shrank:shrunk shudder shun:shunned shut:shut shy sicken sift sign signal \
    signify simmer simplify simulate sing:sang:sung sink:sank/sunk:sunk siphon sit:sat situate sizzle \
    skid:skidded skim:skimmed skip slacken slam slander slap slash slaughter slay:slew:slain sleep:slept \
    slide:slid slink slip slog slow slump smack smash smile smirk smoke smother smoulder smuggle snap snarl \
    sneak:sneaked/snuck sneer sneeze snip snoop snore snort snow soar sob:sobbed soften solicit solidify solve \
    soothe sort sound sow:sowed:sown spark sparkle spawn speak:spoke:spoken spearhead specialise specialize \
    specify speculate spell spend:spent spew spike spill:spilled/spilt spin:spun splinter split:split sponsor \
    spook spot sprawl spread:spread spring:sprang:sprung sprinkle spurn spurt squander squash squeak squeal \
    squirm stab stabilise stabilize staff stage stagger stagnate stall stammer stamp stand:stood standardise \
    standardize star:starred start startle starve stay steady steal:stole:stolen steamroll steep steer stem step \
    sterilise sterilize stick:stuck stifle stimulate stipulate stir stockpile stoke stomp stoop stop store storm \
    straddle straggle straighten strain strand strangle strategise streamline strengthen stretch \
    strike:struck:struck strip strive:strove:striven struggle strut study stumble stun:stunned stutter \
    subcontract subdivide subdue subject sublet submit subpoena subscribe subside subsidise subsidize subsist \
    substantiate subtract subvert succeed sue suffer suffice suffocate suit sum summarise summarize summon \
    supersede supervise supplant supply support suppose suppress surface surge surmise surpass surprise \
    surrender surround survive suspect suspend sustain swallow swap swear:swore:sworn sweep:swept \
    swell:swelled:swollen swerve swim:swam:swum swindle swing:swung switch swoop symbolise symbolize sympathise \
    sympathize synchronise synthesise synthesize tabulate tackle taint take:took:taken tame tamper tantalise tap \
    taper target tarnish tax teach:taught tear:tore:torn televise tempt tend term terminate terrify terrorise \
    terrorize test thank theorise theorize thicken think:thought thrash threaten thrive throb throw:threw:thrown \
    thwart tickle tidy tie tighten tinker tint tolerate top topple torpedo:torpedoed tot total touch toughen \
    tour tow trace track trade train tranquilise transact transcend transcribe transfer transfix transform \
    transgress translate transmit transpire transport trap travel:traveled/travelled:traveled/travelled treasure \
    treat tremble trespass trigger trim triple trivialise truck trudge truncate trust try tumble turn tweak \
    twirl twist typify unblock uncover undercut:undercut underestimate undergo:underwent:undergone \
    underlie:underlay:underlain underline undermine underpin:underpinned underscore understand:understood \
    undertake:undertook:undertaken underwrite:underwrote:underwritten undo:undid:undone undress unearth unfold \
    unify unite unleash unload unlock unpack unravel unseat unsettle untie unveil unwind:unwound unwrap upgrade \
    uphold:upheld uproot upset:upset urge urinate use usher usurp utilise utilize utter vacate vaccinate \
    validate vandalise vandalize vanish vaporise vary veer venerate ventilate verify vest veto:vetoed vie view \
    vilify vindicate violate visit visualise visualize voice volunteer vomit vote vouch vow wade waft wag:wagged \
    wage waive wake:woke:woken walk wallow wander want warm wash waste watch waver weaken wear:wore:worn weather \
    weave:wove:woven weep:wept weigh welcome whine whip:whipped whisk whiten widen wield wiggle wilt win:won \
    wind:wound wink wipe wish withdraw:withdrew:withdrawn wither withhold:withheld withstand:withstood witness \
    wonder woo worry worsen wound wrack wrangle wrap wreak wreck wrestle wring:wrung wrinkle write:wrote:written \
    writhe yank yearn yield yodel zigzag";

/// Verbs whose base or "-s" form is as often a noun or an adjective.
pub(super) const NOUNS: &str = "\
    abuse access account address advance affiliate aid aim alert amount anchor answer appeal approach arrest \
    assault associate attack attempt auction audit audition award back bag:bagged bait bake balance ban bar \
    bargain bark barter base bathe battle bear benefit bet:bet bid blast blaze bleed:bled bless block blockade \
    bloom blossom bluff board boil bolt bomb bond book boot border bottom bounce boycott brave break breathe \
    breeze bridge broadcast brush bubble bully bump buoy burn call calm campaign cap capture care cash cast \
    cause caution censor centre challenge chance change chant charge chart charter chase chat:chatted check \
    chill chronicle claim clash clean clear clip:clipped clock close cluster coach coast code collapse combat \
    command complete compliment concern conduct conflict conscript contact contest contract contrast control \
    convoy cook cool copy correct cost count counter cover crack cram:crammed crash craze credit crew \
    crop:cropped cross crown cruise crush cry curl cushion cut damage dance dart date deal debate decay decline \
    decrease default defeat delay delight demand deposit design desire discharge discipline disguise dislike \
    display dispute disregard distress dock double doubt draft drag:dragged drain draw dream:dreamed/dreamt \
    dress drill drink drive drop drug:drugged dump ease echo effect elect embargo:embargoed end envy escort \
    estimate exchange excuse exercise exhibit exile exit experience experiment exploit export express extract \
    face fall fan farm favor favour fear feature feed ferry field fight figure file film finance find fine \
    finish fire fit fix flag flare flash flip:flipped float flock flood flow fly foil fold fool force forfeit \
    form free freeze frown fuel function fund fuss gain gamble gasp gather gaze gesture gift giggle glance glare \
    glimpse glow grace grant grimace grin:grinned grip groan groom ground group guarantee guard guess guide halt \
    hand harbour harm harness hate haunt head heat hedge help herd hike hint hire hit hitch hold honour hope \
    host house hum:hummed hunt hurt impact import increase influence insult interest interview invoice issue \
    jab:jabbed jail jog:jogged jolt journey judge juggle jump kick kill kiss knit:knitted/knit knock label lack \
    lag:lagged lament land lapse laugh launch lay lead leak lean leap:leaped/leapt lease leave level levy \
    license lie:lied lift light like limit line link list load loan lobby lock log look loot love lower lunch \
    mail man mandate map march mark market mask mass master match matter mean measure mentor milk mind mine mint \
    miss mix mock model mop:mopped mount move murder muster name need neglect nod:nodded nose note notice nudge \
    number nurse object offer open orbit order outrage overflow overlap:overlapped overload own pack paddle pair \
    panic:panicked pardon park part partition pass patch patrol pause peak peel permit petition phase phone pick \
    picture pile pilot pin pinch pitch place plague plan plant play please plot plug:plugged point poison police \
    polish poll pool pop:popped pose post pound pour power practice present press price prick print prize probe \
    process produce profile profit program progress project protest puff pull pump punch purchase purge push \
    puzzle quarrel question race raid rain raise rally ramp range rank rate rave reach rebel rebuff rebuke \
    recoil record recount refill reform refund regret release remark remedy rent repair repeal replay reprint \
    request rescue research reserve respect rest result retreat return reverse review revolt reward ride \
    ridicule ring riot rip:ripped ripple rise risk rival roar roast rock roll root round route row ruin rumble \
    run rush sack sacrifice sail sale salvage sanction save scale scan schedule school scoop scope scorch score \
    scrap scrape scratch scream screen seal search seat second secure sense sentence separate service set shape \
    share shelter shepherd shift shine:shone ship shiver shock shoot shop shot shout shovel show shower \
    shrug:shrugged shuffle shut shuttle sigh sign signal silence sink sip:sipped site slide sling:slung slip \
    slow smell:smelled/smelt smoke snatch sniff snow snub:snubbed soak sort sound space spare spark \
    speed:sped/speeded spell spike splash split spoil:spoiled/spoilt sponsor spot spray spread spring sprint \
    sprout spur:spurred squeeze stable staff stage stake stalk stall stamp stampede star stare start stash state \
    steer stem step stick sting:stung stock stop store storm strain strand stream stress stretch stride:strode \
    strike strip stroll struggle study subject suck suit sum supply support surf surface surge surprise \
    surrender survey suspect sway sweep swing swirl switch talk tally tangle tank tap target taste taunt tax \
    team tease telephone term test text thank threat thrill thrust:thrust thump tie tilt tip toil toll torment \
    torture toss total touch tour tow track trade traffic train trample transfer transport trap travel traverse \
    trawl tread:trod:trodden treasure treat trek:trekked trend trick trickle trigger trim trip triumph trouble \
    truck trust try tuck turn twist twitch type update uplift upset use value venture veto view visit voice \
    volunteer vote wage wake walk war warrant wash waste watch wave weather welcome whip whisper whistle win \
    wind wing wish wonder worry worship wound wrap wreck yawn yell yield zip:zipped";

/// Verbs that tell of saying.
pub(super) const SAYING: &str = "\
    acknowledge add admit allege announce argue assert caution cite complain concede conclude confirm contend \
    declare deny describe disclose emphasise emphasize explain express indicate inform insist maintain mention \
    observe predict promise recall recommend reiterate remark reply respond reveal say:said state stress suggest \
    tell:told testify warn write:wrote:written";

/// Those that are nouns as well.
pub(super) const SAYING_NOUNS: &str = "\
    claim comment estimate forecast note pledge quote report vow";

/// Verbs that tell of what lasts.
pub(super) const LASTING: &str = "\
    apply ban belong continue dwell endure exist govern hold:held host keep:kept last live occupy persist \
    preside reign remain reside serve sleep:slept stay suspend wait";

/// Those that are nouns as well.
pub(super) const LASTING_NOUNS: &str = "\
    head lead:led manage play rule run:ran:run stay study work";

/// Verbs that put something off to a day: "postponed until Friday".
pub(super) const DEFERRING: &str = "\
    adjourn book defer delay extend fix list postpone prolong recess reschedule suspend";

/// Verbs that take no object as a rule, so that their pasts describe no noun before them ("rates declined") and their
/// "-ing" forms describe the noun behind them ("growing doubts").
pub(super) const NO_OBJECT: &str = "\
    appear arise arrive belong climb coincide collapse consist contribute culminate decline decrease depart \
    deteriorate die diminish disappear drop dwindle emerge ensue erupt evolve exist expire fade fail \
    fall:fell:fallen flee:fled float flourish flow fluctuate grow:grew:grown happen hesitate hover increase \
    insist intensify jump languish last linger loom occur participate perish persist plummet plunge prevail \
    proliferate prosper rally range react rebound recede recur:recurred remain reply resign respond resurface \
    retire rise:rose:risen rot:rotted shrink:shrank:shrunk slip slump soar stagnate stem:stemmed \
    strive:strove:striven struggle subside succumb surge swell:swelled:swollen tend thrive tumble vanish vary \
    vie vote wane wither worsen";

/// Verbs that need an object, so that a past without one describes the noun before it: "the people wounded in May".
pub(super) const OBJECT: &str = "\
    accuse acquire adopt appoint arrest assassinate associate attribute award base bomb build:built buy:bought \
    capture compile concern construct convict create damage deploy describe design destroy detain devastate \
    diagnose discover displace distribute elect entitle equip establish evict execute finance found fund \
    generate identify implement impose imprison injure install introduce involve issue kill lay:laid license \
    link locate mandate mention motivate murder name own place position price produce propose publish raise \
    recruit relate release rescue schedule sentence situate sponsor summon surround suspect use wage wound";

/// Adverbs that may stand inside a verb group and do not end in "-ly".
pub(super) const ADVERBS: &str = "\
    also still yet ever always often again already even much too once twice seldom first almost just now then \
    since long ago further back together thus all both hereby not never soon later last only thereby instead \
    ultimately";

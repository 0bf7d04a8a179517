//! The verbs that news and history are told with, and their forms, in one table built at first use.

use super::words::{Words, key};
use std::sync::OnceLock;

/// Which forms of a verb a word may be, and what kind of verb it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Form(u16);

impl Form {
    pub const BASE: u16 = 1;
    /// "opens"
    pub const THIRD: u16 = 2;
    /// "opened", "went"
    pub const PAST: u16 = 4;
    /// "opened", "gone"
    pub const PARTICIPLE: u16 = 8;
    /// "opening"
    pub const ING: u16 = 16;
    /// The same word is often a noun or an adjective: "report", "plans", "close".
    pub const NOUN: u16 = 32;
    /// It tells of saying.
    pub const SAYS: u16 = 64;
    /// It tells of what lasts: "reigned", "served".
    pub const LASTS: u16 = 128;

    pub fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }
}

/// The forms of a word, whatever its case. Words beyond the list have the forms that their ending shows.
pub(super) fn form(word: &str) -> Form {
    static TABLE: OnceLock<Words<u16>> = OnceLock::new();
    let known = key(word.as_bytes()).and_then(|k| TABLE.get_or_init(build).get(k));
    if let Some(bits) = known {
        return Form(bits);
    }
    if word.len() < 5 || !word.as_bytes()[word.len() - 2..].eq_ignore_ascii_case(b"ed") {
        return Form(0);
    }
    let lower = word.to_ascii_lowercase();
    let lower = lower.as_str();
    let guessed = lower.len() > 4
        && lower.ends_with("ed")
        && !lower.ends_with("eed")
        && !NOT_PAST.contains(&lower)
        && lower.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    // "untouched" describes; nothing untouches.
    let bits = if lower.starts_with("un") {
        Form::PARTICIPLE
    } else {
        Form::PAST | Form::PARTICIPLE
    };
    Form(if guessed { bits } else { 0 })
}

/// Words in "-ed" that are no pasts.
const NOT_PAST: &[&str] = &[
    "hundred",
    "sacred",
    "naked",
    "wicked",
    "rugged",
    "united",
    "kindred",
    "hatred",
    "beloved",
    "crooked",
    "biased",
    "red-headed",
    "so-called",
    "moped",
    "infrared",
    "unprecedented",
    "unexpected",
    "limited",
];

fn build() -> Words<u16> {
    let mut t = Words::new();
    let mut add = |word: String, bits: u16| {
        // Longer words than a key holds are no verbs of the list.
        if let Some(k) = key(word.as_bytes()) {
            let known = t.get(k).unwrap_or_default();
            t.insert(k, known | bits);
        }
    };
    for (words, kind) in [
        (PLAIN, 0),
        (NOUNS, Form::NOUN),
        (SAYING, Form::SAYS),
        (SAYING_NOUNS, Form::SAYS | Form::NOUN),
        (LASTING, Form::LASTS),
        (LASTING_NOUNS, Form::LASTS | Form::NOUN),
    ] {
        for entry in words.split_ascii_whitespace() {
            let mut parts = entry.split(':');
            let base = parts.next().unwrap_or_default();
            let past = parts.next();
            let participle = parts.next().or(past);
            // Only the base and the "-s" form look like nouns; "-ing" forms are told from nouns by their neighbours.
            add(base.to_owned(), kind | Form::BASE);
            add(third(base), kind | Form::THIRD);
            let rest = kind & !Form::NOUN;
            add(ing(base), rest | Form::ING);
            match past {
                Some(p) => p.split('/').for_each(|p| add(p.to_owned(), rest | Form::PAST)),
                None => add(ed(base), rest | Form::PAST),
            }
            match participle {
                Some(p) => p
                    .split('/')
                    .for_each(|p| add(p.to_owned(), rest | Form::PARTICIPLE)),
                None => add(ed(base), rest | Form::PARTICIPLE),
            }
        }
    }
    t
}

fn vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn third(base: &str) -> String {
    let b = base.as_bytes();
    match b {
        [.., c, b'y'] if !vowel(*c) => format!("{}ies", &base[..base.len() - 1]),
        [.., b's' | b'x' | b'z' | b'o'] | [.., b'c' | b's', b'h'] => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

/// Whether the last consonant doubles: one vowel before one consonant, in a word of one syllable or one listed.
fn doubles(base: &str) -> bool {
    let b = base.as_bytes();
    let [.., c, v, last] = b else {
        return false;
    };
    let shape = !vowel(*c) && vowel(*v) && !vowel(*last) && !matches!(last, b'w' | b'x' | b'y');
    let syllables = b.iter().filter(|b| vowel(**b) || **b == b'y').count();
    shape && (syllables == 1 || DOUBLED.contains(&base)) || base == "quit" || base == "equip"
}

const DOUBLED: &[&str] = &[
    "admit", "commit", "submit", "permit", "refer", "occur", "transfer", "prefer", "expel", "compel",
    "control", "patrol", "propel", "cancel", "travel", "begin", "forget", "regret", "omit", "upset", "incur",
    "defer", "rebel", "label", "signal", "program", "kidnap", "worship", "outrun", "equip",
];

fn ing(base: &str) -> String {
    let b = base.as_bytes();
    match b {
        [.., b'i', b'e'] => format!("{}ying", &base[..base.len() - 2]),
        [.., c, b'e'] if !matches!(c, b'e' | b'o' | b'y') && base.len() > 2 => {
            format!("{}ing", &base[..base.len() - 1])
        }
        _ if doubles(base) => format!("{base}{}ing", &base[base.len() - 1..]),
        _ => format!("{base}ing"),
    }
}

fn ed(base: &str) -> String {
    let b = base.as_bytes();
    match b {
        [.., b'e'] => format!("{base}d"),
        [.., c, b'y'] if !vowel(*c) => format!("{}ied", &base[..base.len() - 1]),
        _ if doubles(base) => format!("{base}{}ed", &base[base.len() - 1..]),
        _ => format!("{base}ed"),
    }
}

/// Verbs that are hardly ever nouns. `base:past:participle` where they are not regular.
const PLAIN: &str = "\
    abandon abolish absorb accept accompany accumulate accuse achieve acquire act adapt address adjust administer adopt \
    advance advise affect agree aim allocate allow alter amend amount analyse analyze annex apologise apologize appeal \
    appear apply appoint approve arise:arose:arisen arrange arrive assassinate assemble assess assign assist assume \
    assure attach attain attempt attend attract authorise authorize avoid awake:awoke:awoken ban:banned bar:barred \
    bear:bore:borne beat:beat:beaten become:became:become begin:began:begun behave believe belong bend:bent bind:bound \
    bite:bit:bitten blow:blew:blown boast boost bother break:broke:broken bring:brought broadcast:broadcast build:built \
    burn bury burst:burst calculate cancel:canceled/cancelled:canceled/cancelled capture careen carry catch:caught cease \
    celebrate choose:chose:chosen circulate cite clarify climb cling:clung close collapse collect combine come:came:come \
    commence commit compare compel compensate compete complete compose comprise conclude condemn conduct confess \
    confirm confiscate confront connect conquer consider consist consolidate construct consult consume contain contribute \
    convene convert convict convince cooperate cope correct create cross crown cultivate curb deal:dealt decide \
    declare decline decrease dedicate defeat defend defer define delay delete deliver demolish demonstrate deny depart \
    depend deploy depose derail derive descend describe deserve design destroy detain detect deteriorate determine \
    develop devote diagnose die differ dig:dug diminish disappear discover discuss disintegrate dismantle dismiss disperse \
    displace display disrupt dissolve distribute divert divide divorce donate double draft draw:drew:drawn drill \
    drive:drove:driven drown earn eat:ate:eaten edit educate elect elevate eliminate embark embrace emerge emigrate employ \
    enable enact encounter encourage end endorse enforce engage enjoy enlarge enlist ensure enter entitle erect erode erupt \
    escape establish evacuate evolve examine exceed exchange exclude execute exhibit exile expand expel expire explode \
    explore export expose extend extract face facilitate fade fail fall:fell:fallen favor favour feature feed:fed \
    feel:felt fight:fought fill finalise finalize find:found finish fire fit:fitted/fit flee:fled float flock flood \
    flourish flow fly:flew:flown focus fold follow forbid:forbade:forbidden force foresee:foresaw:foreseen \
    forget:forgot:forgotten form found free:freed freeze:froze:frozen fulfil fulfill gain:gained gather generate \
    get:got:gotten/got give:gave:given go:went:gone govern graduate grant grind:ground grow:grew:grown hail halt handle \
    hang:hung/hanged happen harvest hasten hear:heard help hide:hid:hidden hinder hire hit:hit hurt:hurt identify \
    ignite ignore illustrate imagine implement import impose imprison improve inaugurate incorporate increase incur \
    induce infect inform inherit initiate injure insert inspect inspire install instruct insure integrate intensify \
    intervene introduce invade invent invest investigate invite involve isolate issue join journey jump justify \
    keep:kept kidnap kill know:knew:known lack land lapse launch lay:laid lead:led lean learn:learned/learnt leave:left \
    lend:lent let:let liberate lift lighten limit link lodge look loot lose:lost lower maintain make:made manage \
    manufacture march mark marry massacre mature meet:met melt merge migrate minimise minimize mobilise mobilize modernise \
    modernize modify motivate mount move murder name narrow nationalise nationalize necessitate negotiate nominate oblige \
    observe obtain occupy occur offend offer omit open operate oppose ordain organise organize originate oust overcome:overcame:overcome \
    oversee:oversaw:overseen overtake:overtook:overtaken overthrow:overthrew:overthrown overturn owe own pack participate \
    pass pay:paid penetrate perform perish permit persuade phase pick pioneer place please plunge postpone pour practise \
    pray precede prefer prepare present preserve preside press prevail prevent proceed process procure produce progress \
    prohibit promote prompt propel propose prosecute protect prove:proved:proved/proven provide provoke publish pull punish \
    purchase pursue push put:put qualify quit:quit/quitted race raid raise rally reach react read:read rebuild:rebuilt recall \
    receive recognise recognize reconnect record recover recruit redeem reduce refer refuse regain regard register reinforce \
    reject relate release relocate rely remember remind remove rename render renew renovate reopen reorganise reorganize \
    repair repay:repaid repeal replace represent request require rescue resemble resettle resign resist resolve respond \
    restart restore restrict result resume retain retake:retook:retaken retire retreat retrieve return reunite reverse revert review \
    revise revive revolt ride:rode:ridden rig:rigged ring:rang:rung rise:rose:risen roll ruin run:ran:run rush sack sail save schedule \
    score search seat secure see:saw:seen seek:sought seem seize select sell:sold send:sent separate set:set settle shake:shook:shaken \
    shape share shed:shed shelter shift ship:shipped shoot:shot shorten show:showed:shown shrink:shrank:shrunk shut:shut sign sink:sank/sunk:sunk \
    slash sleep:slept slide:slid slip slow smash soar solve spend:spent spill:spilled/spilt split:split spread:spread spring:sprang:sprung \
    stage start steal:stole:stolen step stick:stuck stimulate stop storm strengthen stretch strike:struck:struck struggle study \
    submit succeed suffer supervise supply support suppress surge surpass surrender survive suspend swear:swore:sworn sweep:swept \
    swell:swelled:swollen swim:swam:swum swing:swung switch tackle take:took:taken target teach:taught tear:tore:torn tend terminate test \
    threaten thrive throw:threw:thrown tighten topple total tour trade train transfer transform transport travel:traveled/travelled:traveled/travelled \
    treat trigger triple try tumble turn undergo:underwent:undergone undermine understand:understood undertake:undertook:undertaken \
    unfold unify unite unveil upgrade uphold:upheld upset:upset urge use vacate vanish vary vest veto:vetoed violate visit vote vow \
    wage walk want wash waste watch weaken wear:wore:worn weigh widen win:won wipe withdraw:withdrew:withdrawn \
    witness wonder wound wreck write:wrote:written yield appease arrest assault attack award back balance base battle \
    benefit bid:bid blame block board bomb book borrow bottom breach breed:bred bypass call campaign care cast:cast cause \
    centre challenge chance change charge chase cheer circle claim clash clean clear code comfort command compromise \
    concern contact contest contract cool copy cost:cost count cover crack craft crash crawl credit criticise criticize cruise cut:cut \
    damage dance date decorate demand dip:dipped disclose discount disgrace dispatch dispute ditch dive dock dominate doubt draw drift \
    drink:drank:drunk drop dump ease echo elaborate empower endure equip err estimate exercise expect experience explain \
    express farm fear film finance fine fix flag flash flatten forge forward fuel function fund furnish gamble glance grab \
    grip guarantee guard guess guide gut harbour harm hate haul head heal heat hesitate highlight hike hope host hunt \
    impact impress include indict influence insult intend interest intercept interfere interpret interrupt interview judge kick kneel:knelt knock \
    label leak level license light:lit/lighted like list load lobby lock log loom love lure mail map market mask mass match matter \
    mean:meant measure mend mention mind mine mix monitor mourn multiply need note notice notify nurse object offset:offset order outline \
    overhaul overlook oversleep:overslept overwhelm pair park part patrol pause permit phone picture pile pilot pin pitch plague plan plant plead:pleaded/pled pledge plot \
    point poison police poll post power praise preach price print prize probe profile profit project protest publicise publicize pump qualify question quote rank rape \
    rate realise realize rebel rebound reconsider recede reclaim redesign refine reform refund regret regulate rehearse reign reinstate reiterate rent reorder reserve reside \
    reward risk rob rotate round row rub sanction scale scan scare scatter scramble scrap:scrapped screen seal sentence serve service sever shatter shock shoulder shout shove signal \
    skip slam slap slaughter slump smile smoke smuggle snap snow sort sound spark spell spike sponsor spot stab stabilise stabilize staff stall stamp star:starred stay steady steer stem \
    stir store strain strand strip stumble subject sue suit sum surface surprise surround suspect swap symbolise symbolize tackle tap tax tempt term thank tie top touch \
    tow trace track transmit trap treasure trim truck trust twist veer view voice volunteer wake:woke:woken warm weather welcome whip:whipped wish worry worsen wrap wrestle sicken disagree rename overrule acquit \
    refuse realise commemorate dissolve disband subside snarl evict dump cede crucify besiege bombard behead decree enthrone excavate exhume flank foment \
    halve harass hijack hoist husband immigrate intern invoke jail ferry fortify fracture ground guillotine grieve grant hatch hurl \
    reconquer reelect re-elect reconstruct refurbish regroup reoccupy repatriate repel reschedule reshape resurrect retaliate retrain scuttle stockpile subdue subsidise subsidize \
    swallow tolerate topple torpedo:torpedoed unearth uproot usher wither ratify rule pen pivot premiere debut graduate misplace mislead:misled mistake:mistook:mistaken outlaw outlive \
    overpower overrun:overran:overrun plummet plunder dwindle detonate debate dethrone stand:stood withstand:withstood weep:wept wind:wound weave:wove:woven sing:sang:sung sit:sat speak:spoke:spoken spin:spun think:thought fling:flung creep:crept";

/// Verbs whose base or "-s" form is as often a noun or an adjective.
const NOUNS: &str = "\
    abuse access account address advance aid aim amount answer appeal approach arrest assault attack attempt award back \
    balance ban bar base battle bear benefit bid block board bomb book border bottom break bridge broadcast burn call campaign cap \
    capture care cast cause centre challenge chance change charge chase claim clash clean clear close code collapse \
    command complete concern conduct conflict contact contest contract control cook cool copy correct cost count cover crack crash credit \
    crew cross crown cruise cut damage dance date deal debate decline decrease default defeat delay demand deposit design \
    display dispute dock double doubt draft draw dress drill drink drive drop dump ease echo effect elect end estimate exchange excuse exercise \
    exhibit exile exit experience experiment export express extract face fall farm favor favour fear feature feed ferry field fight figure file film finance \
    find fine finish fire fit fix flag flash float flock flood flow fly fold force form free freeze fuel function fund gain gamble gather gift glance grant grip \
    ground group guarantee guard guess guide halt hand harbour harm hate head heat help hike hire hit hold hope host house hunt hurt impact import \
    increase influence insult interest interview issue jail journey judge jump kick kill knock label lack land lapse laugh launch lay lead leak lean \
    leave let level license lift light like limit line link list load loan lobby lock log look loot love lower mail man map march mark market mask mass master match \
    matter mean measure milk mind mine mint mix model mount move murder name need nose note notice number nurse object offer open \
    orbit order own pack pair park part pass patrol pause peak permit phase phone pick picture pile pilot pin pitch place plague plan plant play please plot point \
    poison police poll pool post pound pour power practice present press price print prize probe process produce profile profit program progress project protest pull pump \
    punch purchase push question race raid rain raise rally range rank rate reach rebel record reform refund regret release rent repair repeal request rescue \
    research reserve rest result retreat return reverse review revolt reward ride ring rise risk rival rock roll root round route row ruin run rush sack sail sale \
    sanction save scale scan schedule school score scrap screen seal search seat second secure sense sentence separate service set shape share shelter shift ship shock shoot \
    shop shot shout show shut sign signal sink site slide slip slow smoke snow sort sound space spark spell spike split sponsor spot spread spring stable staff stage stall \
    stamp star start state steer stem step stick stock stop store storm strain strand stream stress stretch strike strip struggle study subject suit sum supply support \
    surface surge surprise surrender suspect sweep swing switch tank tap target tax team term test text thank tie tip total touch tour tow track trade traffic train transfer transport trap \
    travel treasure treat trick trigger trim trip triumph trouble truck trust try turn twist type upset use value veto view visit voice volunteer vote wage wake walk want \
    war wash waste watch wave weather welcome whip win wind wing wish wonder worry wound wrap wreck yield";

const SAYING: &str = "\
    say:said tell:told announce state warn confirm deny insist argue explain acknowledge testify allege predict promise admit \
    concede remark suggest complain assert declare disclose reveal recall contend maintain add reply recommend conclude emphasise emphasize stress";

const SAYING_NOUNS: &str = "report claim note comment vow pledge quote estimate forecast";

const LASTING: &str = "\
    last reign remain continue live govern serve exist reside endure persist belong dwell hold:held stay keep:kept sleep:slept preside occupy host ban suspend apply wait";

const LASTING_NOUNS: &str = "rule work play head lead:led run:ran:run study stay manage";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflections() {
        for (word, bits) in [
            ("opens", Form::THIRD),
            ("carries", Form::THIRD),
            ("reaches", Form::THIRD),
            ("stopped", Form::PAST),
            ("visited", Form::PAST),
            ("opened", Form::PARTICIPLE),
            ("taken", Form::PARTICIPLE),
            ("went", Form::PAST),
            ("planning", Form::ING),
            ("dying", Form::ING),
            ("making", Form::ING),
            ("fleeing", Form::ING),
            ("refurbished", Form::PAST),
        ] {
            assert!(form(word).has(bits), "{word}");
        }
        for word in ["hundred", "pier", "red", "thing"] {
            assert!(!form(word).has(Form::PAST | Form::ING), "{word}");
        }
        assert!(!form("taken").has(Form::PAST));
        assert!(!form("went").has(Form::PARTICIPLE));
    }
}

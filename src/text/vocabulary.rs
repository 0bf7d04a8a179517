//! The closed list of words that rules ask about, in one hash table built at first use.

use super::Class::{self, *};
use super::Flags;
use super::Token;
use super::verb_words::{Form, by_ending, form_in_list, forms};
use super::words::{Words, key};
use std::sync::OnceLock;

/// The longest word of the list; a longer one is no word of it.
pub(super) const LONGEST: usize = 16;

/// What is known of a word: its class, its value, and [`Flags::SHORT`] for an abbreviation or a word that is more often
/// something else; besides, which forms of a verb it may be, so that a word is looked up once for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub class: Class,
    pub value: u32,
    pub flags: u8,
    /// As [`Token::forms`].
    pub forms: u8,
}

/// The list of words.
pub(super) struct Vocabulary {
    pub words: Words<Entry>,
    /// The forms of verbs by their code. There are far fewer sets of them than words.
    forms: Vec<Form>,
}

impl Vocabulary {
    /// The forms of a verb that a token may be. Words beyond the list have those that their ending shows.
    #[inline]
    pub fn forms(&self, text: &str, token: &Token) -> Form {
        match token.forms {
            0 if token.class == Class::Word => {
                by_ending(text.as_bytes().get(token.range()).unwrap_or_default())
            }
            code => self.forms[usize::from(code)],
        }
    }
}

/// As many words as both lists have room for at first; they grow beyond.
pub(super) const ROOM: usize = 14_000;

/// The code of a set of forms.
fn code(known: &mut Vec<Form>, form: Form) -> u8 {
    let at = known.iter().position(|f| *f == form).unwrap_or(known.len());
    if at == known.len() {
        known.push(form);
    }
    debug_assert!(at < 256, "more sets of forms than a byte can number");
    u8::try_from(at).unwrap_or_default()
}

impl Entry {
    /// A word beyond the list.
    pub const UNKNOWN: Entry = Entry {
        class: Class::Word,
        value: 0,
        flags: 0,
        forms: 0,
    };
}

fn build() -> Vocabulary {
    let mut t = Words::with_room(Entry::UNKNOWN, ROOM);
    let mut codes = vec![Form::default()];
    let mut insert = |word: &'static str, class: Class, value: u32, short: bool| {
        let flags = if short { Flags::SHORT } else { 0 };
        let entry = Entry {
            class,
            value,
            flags,
            forms: code(&mut codes, form_in_list(word)),
        };
        let known = key(word.as_bytes()).and_then(|k| t.insert(k, entry));
        debug_assert!(known.is_none(), "{word} stands twice, as {class:?}");
    };
    for &(class, words) in PLAIN {
        for w in words.split_ascii_whitespace() {
            insert(w, class, 0, false);
        }
    }
    for &(class, words) in NUMBERED {
        for (value, group) in words.split(';').enumerate() {
            for w in group.split_ascii_whitespace() {
                let (w, value) = match w.split_once('=') {
                    Some((w, v)) => (w, v.parse().unwrap_or_default()),
                    None => (w, value as u32),
                };
                match w.strip_prefix('~') {
                    Some(w) => insert(w, class, value, true),
                    None => insert(w, class, value, false),
                }
            }
        }
    }
    for (word, bits) in forms().iter() {
        if t.get(word) == Entry::UNKNOWN {
            let forms = code(&mut codes, Form::of_bits(bits));
            t.insert(
                word,
                Entry {
                    forms,
                    ..Entry::UNKNOWN
                },
            );
        }
    }
    Vocabulary {
        words: t,
        forms: codes,
    }
}

/// The list.
pub(super) fn vocabulary() -> &'static Vocabulary {
    static TABLE: OnceLock<Vocabulary> = OnceLock::new();
    TABLE.get_or_init(build)
}

/// The class of a single word, whatever its case; [`Class::Word`] for one beyond the list.
pub(crate) fn class_of(word: &str) -> Class {
    key(word.as_bytes())
        .filter(|_| !word.is_empty())
        .map_or(Class::Word, |key| vocabulary().words.get(key).class)
}

/// Words whose class says all.
const PLAIN: &[(Class, &str)] = &[
    (Second, "second"),
    (Weekend, "weekend weekends"),
    (OClock, "oclock"),
    (Last, "last"),
    (Next, "next"),
    (This, "this"),
    (That, "that"),
    (These, "these those"),
    (Past, "past"),
    (Coming, "coming upcoming forthcoming ensuing"),
    (Previous, "previous preceding prior"),
    (Following, "following subsequent"),
    (Same, "same"),
    (Current, "current"),
    (Every, "every"),
    (Each, "each"),
    (Other, "other alternate"),
    (Whole, "whole entire full"),
    (Recent, "recent latest"),
    (Early, "early"),
    (Mid, "mid middle"),
    (Late, "late"),
    (Earlier, "earlier"),
    (Later, "later"),
    (Ago, "ago"),
    (EndOf, "end close conclusion"),
    (StartOf, "beginning start outset onset turn"),
    (About, "about around approximately roughly circa"),
    (Nearly, "nearly almost"),
    (Than, "than"),
    (Over, "over"),
    (Under, "under"),
    (Least, "least most"),
    (Up, "up"),
    (Just, "just only exactly"),
    (Half, "half"),
    (Quarter, "quarter"),
    (Dozen, "dozen dozens"),
    (TimesWord, "times"),
    (Per, "per"),
    (Old, "old"),
    (Long, "long"),
    (Now, "now nowadays"),
    (Currently, "currently presently"),
    (Recently, "recently lately"),
    (Soon, "soon shortly"),
    (Then, "then"),
    (TimeNoun, "date time moment period term"),
    (FutureNoun, "future present"),
    (The, "the"),
    (A, "a an"),
    (Of, "of"),
    (In, "in"),
    (On, "on upon"),
    (At, "at"),
    (By, "by"),
    (Until, "until till"),
    (Since, "since"),
    (From, "from"),
    (To, "to"),
    (Through, "through thru"),
    (Throughout, "throughout"),
    (Between, "between"),
    (And, "and"),
    (Or, "or"),
    (During, "during"),
    (Before, "before"),
    (After, "after"),
    (Within, "within"),
    (For, "for"),
    (As, "as"),
    (With, "with"),
    (
        Preposition,
        "into towards toward against without among amid despite near via like except",
    ),
    (
        Pronoun,
        "he she it they we i you him her them us me his its their our my your",
    ),
    (
        Conjunction,
        "who which whom whose where when while because but although though if unless whether",
    ),
    (Will, "will shall ll wont gonna"),
    (Modal, "would could should might can must cannot"),
    (Is, "is are am"),
    (Was, "was were wasnt werent"),
    (Be, "be being"),
    (Been, "been"),
    (Have, "have has having"),
    (Had, "had hadnt"),
    (Going, "going"),
    (
        Expected,
        "scheduled expected due set slated planned planning poised likely possible probable",
    ),
    (
        PlanVerb,
        "plans expects hopes intends aims wants plan expect hope intend aim seeks promises vows hoped intended aimed",
    ),
    (Not, "not never nt"),
    (Eve, "eve"),
    (Aged, "aged ages"),
    (Right, "right"),
    (
        Label,
        "page room flight chapter section article rule channel gate platform route highway interstate \
         bus lot suite apartment apt box extension ext vol volume issue bill resolution version no nos number \
         numbers figure fig table unit block phase stage level grade psalm verse item ticket case docket act \
         model windows boeing rooms flights chapters sections articles",
    ),
    (
        Counted,
        "people persons men women children soldiers troops points miles kilometers kilometres meters metres feet \
         inches pounds dollars cents euros yen votes seats jobs homes houses cars shares barrels tons tonnes \
         percent workers employees members students patients deaths cases words copies km kg mg mph kph acres \
         hectares degrees watts volts bytes megawatts gallons liters litres passengers residents families items \
         pages stores shops schools countries states cities voters victims units contracts games goals \
         yards rupees pesos francs marks crowns rubles roubles ships planes aircraft tanks rounds prisoners",
    ),
    (
        PastVerb,
        "went came took gave made saw got began became left lost won met led fell rose grew held kept \
         sent spent built bought brought caught taught thought sold shot struck broke spoke chose drove flew wrote \
         knew drew threw hit cut put ran sank died killed found felt heard paid stood understood withdrew \
         signed ended started opened closed launched moved arrived returned agreed approved reached passed \
         voted elected appointed named resigned fired hired arrested charged convicted sentenced accused sued \
         filed ruled ordered rejected refused failed dropped increased declined jumped slipped climbed tumbled \
         posted earned received completed acquired invaded attacked bombed destroyed captured defeated \
         surrendered fled escaped crashed exploded occurred happened visited traveled travelled attended \
         turned released published issued introduced created established founded formed joined married \
         collapsed followed added called asked wanted used tried needed helped showed lived worked played \
         believed expelled seized marched crossed landed sailed retreated besieged declared proclaimed \
         replaced succeeded forced imposed lifted suspended canceled cancelled delayed postponed extended",
    ),
    (
        SayPast,
        "said told announced reported stated warned claimed confirmed denied insisted argued explained noted \
         disclosed revealed acknowledged testified alleged predicted promised vowed pledged quoted \
         admitted conceded remarked suggested complained estimated forecast",
    ),
    (
        SayPresent,
        "says tells announces reports warns claims confirms denies insists argues notes saying",
    ),
];

/// Words with a value: groups parted by `;` are numbered from 0, `word=n` says its own, `~` marks a short or
/// ambiguous one.
const NUMBERED: &[(Class, &str)] = &[
    // What an expression goes on with behind its article.
    (
        Word,
        "; latter very small further additional trading working business corresponding comparable equivalent similar",
    ),
    (
        Month,
        "; january ~jan; february ~feb; ~march ~mar; april ~apr; ~may; june ~jun; july ~jul; ~august ~aug; \
         september ~sept ~sep; october ~oct; november ~nov; december ~dec",
    ),
    (
        Weekday,
        "monday ~mon mondays; tuesday ~tue ~tues tuesdays; wednesday ~wed ~weds wednesdays; \
         thursday ~thu ~thur ~thurs thursdays; friday ~fri fridays; saturday ~sat saturdays; sunday ~sun sundays",
    ),
    // Values: the index into `UNITS`; the plural is marked by adding 32.
    (
        Unit,
        "minute ~min minutes=32 ~mins=32; hour ~hr hours=33 ~hrs=33; day days=34; week ~wk weeks=35 ~wks=35; \
         month months=36; year ~yr years=37 ~yrs=37; decade decades=38; century centuries=39; \
         quarters=40; seconds=41 ~sec=9 ~secs=41; fortnight=10 fortnights=42; millennium=11 millennia=43; \
         nights=45; semester=12 semesters=44; midyear=14 season=15 seasons=47",
    ),
    (
        Periodic,
        "; hourly; daily nightly; weekly; monthly; yearly annually annual; ; ; quarterly; ; fortnightly biweekly; \
         ; biannual; biennial; bimonthly",
    ),
    (Season, "~spring; summer summers; autumn ~fall; winter winters"),
    (
        DayPart,
        "morning mornings; ; afternoon afternoons; evening evenings; night; daytime; overnight",
    ),
    (Noon, "midnight=0 noon=12 midday=12 noontime=12"),
    (
        NamedDay,
        "yesterday ystd yday; today tdy; tomorrow tmrw tmr tomoro; tonight tonite",
    ),
    (
        DecadeWord,
        "twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90",
    ),
    (Meridiem, "pm=12"),
    (
        Zone,
        "gmt=1440 utc=1440 bst=1500 cet=1500 cest=1560 eet=1560 eest=1620 msk=1620 ist=1770 jst=1980 kst=1980 \
         aest=2040 aedt=2100 est=1140 edt=1200 cst=1080 cdt=1140 mst=1020 mdt=1080 pst=960 pdt=1020 hst=840 \
         akst=900 akdt=960 sgt=1920 hkt=1920 wib=1860",
    ),
    (Era, "ad=0 ce=0 bc=1 bce=1"),
    (More, "more; less fewer"),
    (
        Vague,
        "several few many some numerous various countless; ; couple",
    ),
    (Fiscal, "fiscal financial tax; calendar; academic school"),
    (Times, "; once; twice; thrice"),
    (FiscalShort, "fy; cy"),
    (Do, "do does; did"),
    (
        NumberWord,
        "zero; one; two; three; four; five; six; seven; eight; nine; ten; eleven; twelve; thirteen; fourteen; \
         fifteen; sixteen; seventeen; eighteen; nineteen; twenty thirty=30 forty=40 fifty=50 sixty=60 seventy=70 \
         eighty=80 ninety=90 hundred=100 thousand=1000 million=1000000 billion=1000000000",
    ),
    (
        OrdinalWord,
        "; first; ; third; fourth; fifth; sixth; seventh; eighth; ninth; tenth; eleventh; twelfth; thirteenth; \
         fourteenth; fifteenth; sixteenth; seventeenth; eighteenth; nineteenth; twentieth thirtieth=30 \
         fortieth=40 fiftieth=50 sixtieth=60 hundredth=100",
    ),
    (
        Feast,
        "christmas=0 easter=1 thanksgiving=2 labor=3 labour=4 memorial=5 independence=6 veterans=7 halloween=8 \
         valentine=9 valentines=9 columbus=10 presidents=11 mlk=12 martin=13 mother=14 mothers=14 \
         father=15 fathers=15 pentecost=16 whit=17 ash=18 palm=19 good=20 whitsun=17 boxing=21 epiphany=22 lent=23 \
         ramadan=24 eid=25 passover=26 hanukkah=27 chanukah=27 yom=28 rosh=29 diwali=30 juneteenth=31 bastille=32 \
         st=33 saint=33 michaelmas=34 lunar=35 chinese=36 anzac=37 canada=38 australia=39 remembrance=40 \
         armistice=41 groundhog=42 patriots=44 flag=45 advent=46 shrove=47 maundy=48 holy=49 \
         all=50 guy=51 burns=52 earth=53 election=54 new=55 xmas=0 ascension=56 purim=57 ve=59 vj=60 \
         bloomsday=61 kwanzaa=62 orthodox=63 bank=64 black=65 waitangi=70 republic=67 victoria=68 nowruz=69 deepavali=30 ashura=66 pesach=26 chanukkah=27",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_with_their_values() {
        let look_up = |word: &[u8]| vocabulary().words.get(key(word).unwrap());
        let e = look_up(b"September");
        assert_eq!((e.class, e.value, e.flags), (Month, 9, 0));
        let e = look_up(b"sat");
        assert_eq!((e.class, e.value, e.flags), (Weekday, 5, Flags::SHORT));
        assert_eq!(look_up(b"quarters").value, 40);
        assert_eq!(look_up(b"ninety").value, 90);
        assert_eq!(look_up(b"xyzzy"), Entry::UNKNOWN);
        let words = vocabulary().words.iter().count();
        assert!((ROOM / 2..=ROOM).contains(&words), "room for {words} words");
    }
}

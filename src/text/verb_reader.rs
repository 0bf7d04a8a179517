//! One verb group at a token: its auxiliaries, its main verb, its tense.

use super::verb_words::{Form, form};
use super::verbs::{VerbGroup, VerbKind, VerbTense, Weak};
use super::vocabulary::{Vocabulary, vocabulary};
use super::{Class, ClassSet, Token};
use std::ops::Range;

/// Reads the verb groups of one sentence, token by token.
pub(super) struct Reader<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    pub sentence: Range<usize>,
    /// What is asked of each token many times, found out once.
    known: Vec<Known>,
}

/// A token as a verb group sees it.
#[derive(Debug, Clone, Copy)]
struct Known {
    /// Its class; a break for one of a date.
    class: Class,
    /// What the list of verbs says of it.
    form: Form,
    /// Whether it belongs to a date.
    dated: bool,
}

impl Known {
    /// Beyond the sentence.
    const NONE: Known = Known {
        class: Class::Break,
        form: Form::NONE,
        dated: false,
    };

    const DATED: Known = Known {
        dated: true,
        ..Known::NONE
    };
}

/// The forms that words without their apostrophe have: "didn’t" is lexed as "didn", "’", "t".
const NEGATED: &[(&str, Class)] = &[
    ("won", Class::Will),
    ("didn", Class::Do),
    ("doesn", Class::Do),
    ("don", Class::Do),
    ("wasn", Class::Was),
    ("weren", Class::Was),
    ("isn", Class::Is),
    ("aren", Class::Is),
    ("hasn", Class::Have),
    ("haven", Class::Have),
    ("hadn", Class::Had),
    ("wouldn", Class::Modal),
    ("couldn", Class::Modal),
    ("shouldn", Class::Modal),
    ("mustn", Class::Modal),
];

/// The classes that a main verb may have.
static MAIN: ClassSet = ClassSet::of(&[
    Class::Word,
    Class::PastVerb,
    Class::SayPast,
    Class::SayPresent,
    Class::PlanVerb,
    Class::Expected,
    Class::Going,
    Class::EndOf,
    Class::StartOf,
    Class::Label,
    Class::Counted,
    Class::TimeNoun,
    Class::Last,
    Class::Following,
    Class::Coming,
]);

/// Those that may begin a verb group without being a main verb.
static AUXILIARY: ClassSet = ClassSet::of(&[
    Class::Will,
    Class::Modal,
    Class::Is,
    Class::Was,
    Class::Have,
    Class::Had,
    Class::Do,
    Class::To,
    Class::Be,
]);

/// Those that are neither verbs nor adverbs, and make up half of a text.
static NO_WORD: ClassSet = ClassSet::of(&[
    Class::Break,
    Class::Stop,
    Class::Comma,
    Class::Hyphen,
    Class::Apostrophe,
    Class::Quote,
    Class::Number,
    Class::The,
    Class::A,
    Class::Of,
    Class::And,
    Class::In,
    Class::To,
    Class::Is,
    Class::Was,
    Class::Pronoun,
]);

/// Behind a present "is" they tell what is to come, as "expected" does: "fog is forecast for Friday". Without it they may
/// tell of the past.
const FORETOLD: &[&str] = &[
    "forecast",
    "predicted",
    "tipped",
    "booked",
    "billed",
    "timed",
    "pencilled",
];

/// Words in "-ly" that are no adverbs.
const NOUNS_LY: &[&str] = &[
    "family", "supply", "assembly", "reply", "rally", "ally", "monopoly", "anomaly", "bully", "apply",
    "comply", "imply", "rely", "multiply",
];

impl<'t> Reader<'t> {
    /// A reader of one sentence; the tokens of `dates` are no verbs.
    pub fn new(
        text: &'t str,
        tokens: &'t [Token],
        sentence: Range<usize>,
        dates: impl IntoIterator<Item = Range<usize>>,
    ) -> Reader<'t> {
        let mut reader = Reader {
            text,
            tokens,
            sentence: sentence.clone(),
            known: Vec::new(),
        };
        let here = tokens.get(sentence.clone()).unwrap_or_default();
        let apostrophes = here.iter().any(|t| t.class == Class::Apostrophe);
        let words = vocabulary();
        let known = sentence.clone().zip(here).map(|(i, t)| {
            let class = reader.classify(i, t, apostrophes);
            Known {
                class,
                form: reader.look_up(i, t, class, words),
                dated: false,
            }
        });
        reader.known = known.collect();
        for date in dates {
            let from = date.start.max(sentence.start) - sentence.start;
            let to = date.end.min(sentence.end).saturating_sub(sentence.start);
            if let Some(known) = reader.known.get_mut(from..to) {
                known.fill(Known::DATED);
            }
        }
        reader
    }

    #[inline]
    pub fn class(&self, i: usize) -> Class {
        self.known_at(i).class
    }

    /// Whether the token belongs to a date.
    #[inline]
    pub fn dated(&self, i: usize) -> bool {
        self.known_at(i).dated
    }

    #[inline]
    fn known_at(&self, i: usize) -> Known {
        // What lies before the sentence wraps around, beyond its end.
        let at = i.wrapping_sub(self.sentence.start);
        self.known.get(at).copied().unwrap_or(Known::NONE)
    }

    /// `apostrophes` where the sentence has any; most have none.
    fn classify(&self, i: usize, t: &Token, apostrophes: bool) -> Class {
        if apostrophes && let Some(class) = self.shortened(i, t) {
            return class;
        }
        match t.class {
            Class::Month if !t.capital() && self.word(i) == "may" => Class::Modal,
            // "the court sat", "they march", "prices fall": no part of a date here, so a verb may be one
            Class::Weekday | Class::Month | Class::Season if !t.capital() => Class::Word,
            c => c,
        }
    }

    /// The class of an auxiliary that an apostrophe shortens.
    fn shortened(&self, i: usize, t: &Token) -> Option<Class> {
        let apostrophe = |k: usize| self.tokens.get(k).is_some_and(|n| n.class == Class::Apostrophe);
        if i > self.sentence.start && apostrophe(i - 1) && t.glued() && self.tokens[i - 1].glued() {
            // "we’d like", "they’re gone", "it’s over"
            match self.word(i) {
                "d" => {
                    // "they’d left", "they’d leave"
                    let f = form(self.word(i + 1));
                    let had = f.has(Form::PAST | Form::PARTICIPLE) && !f.has(Form::BASE);
                    return Some(if had { Class::Had } else { Class::Modal });
                }
                "re" | "m" => return Some(Class::Is),
                "ve" => return Some(Class::Have),
                "s" if i >= 2 && self.tokens[i - 2].class == Class::Pronoun => return Some(Class::Is),
                _ => {}
            }
        }
        if apostrophe(i + 1) && self.word(i + 2).eq_ignore_ascii_case("t") {
            let negated = NEGATED.iter().find(|(w, _)| self.word(i).eq_ignore_ascii_case(w));
            return negated.map(|n| n.1);
        }
        None
    }

    pub fn word(&self, i: usize) -> &str {
        self.tokens
            .get(i)
            .and_then(|t| self.text.get(t.range()))
            .unwrap_or_default()
    }

    pub fn before(&self, i: usize) -> Class {
        i.checked_sub(1).map_or(Class::Break, |b| self.class(b))
    }

    /// The forms of verbs that the word at `i` may be.
    pub fn form(&self, i: usize) -> Form {
        self.known_at(i).form.verb()
    }

    fn look_up(&self, i: usize, t: &Token, class: Class, words: &Vocabulary) -> Form {
        if NO_WORD.has(class) {
            return Form::NONE;
        }
        let capital = t.capital();
        // A capital inside a sentence makes a name; at its start it may be anything.
        if capital && (i > self.sentence.start || !MAIN.has(class)) {
            return Form::NONE;
        }
        match words.forms(self.text, t) {
            f if capital => f.verb(),
            f if MAIN.has(class) => f,
            f => f.adverb(),
        }
    }

    /// Skips "not", "n’t" and adverbs from `i` on; at most four.
    fn over_adverbs(&self, mut i: usize) -> usize {
        for _ in 0..4 {
            match self.class(i) {
                Class::Apostrophe if self.word(i + 1).eq_ignore_ascii_case("t") => i += 2,
                _ if self.adverb(i) => i += 1,
                _ => break,
            }
        }
        i
    }

    /// Whether an adverb or a negation stands here that may stand inside a verb group.
    pub fn adverb(&self, i: usize) -> bool {
        match self.class(i) {
            Class::Not
            | Class::Just
            | Class::Recently
            | Class::Currently
            | Class::Soon
            | Class::Nearly
            | Class::Now => true,
            Class::Break => false,
            _ => {
                let w = self.word(i);
                self.known_at(i).form.has(Form::ADVERB)
                    || (w.len() > 4
                        && w.ends_with("ly")
                        && !NOUNS_LY.contains(&w)
                        && !self.tokens[i].capital())
            }
        }
    }

    /// The first token of what stands between a subject and a verb at `i`: adverbs, a date with its preposition.
    /// `None` where nothing stands before it in the sentence.
    pub fn behind_subject(&self, i: usize) -> Option<usize> {
        /// Adverbs, and the words of a date.
        const FAR: usize = 8;
        let mut at = i;
        let mut dated = false;
        while at > self.sentence.start && i - at < FAR {
            if self.dated(at - 1) {
                dated = true;
            } else if self.adverb(at - 1) && !self.asks_for_noun(at - 1) {
                dated = false;
            } else {
                break;
            }
            at -= 1;
        }
        if dated && matches!(self.before(at), Class::On | Class::In | Class::At) {
            at -= 1;
        }
        (at > self.sentence.start).then_some(at)
    }

    pub fn group(&self, i: usize) -> Option<VerbGroup> {
        // Most words are neither an auxiliary nor a verb.
        if self.known_at(i).form == Form::NONE && !AUXILIARY.has(self.class(i)) {
            return None;
        }
        let after = |i: usize| self.over_adverbs(i + 1);
        // "two would-be robbers", "a must-see"
        let compound = self.class(i + 1) == Class::Hyphen && self.tokens[i + 1].glued();
        match self.class(i) {
            Class::Will | Class::Modal if compound => None,
            Class::Will => Some(self.with_base(i, after(i), VerbTense::Future)),
            Class::Modal => {
                let j = after(i);
                let past = self.class(j) == Class::Have || self.was_unable(i);
                let tense = if past { VerbTense::Past } else { VerbTense::Future };
                Some(self.with_base(i, j, tense))
            }
            Class::Is => Some(self.with_participle(i, after(i), VerbTense::Present)),
            Class::Was => Some(self.with_participle(i, after(i), VerbTense::Past)),
            Class::Have | Class::Had if self.word(i) == "having" => {
                Some(self.with_participle(i, after(i), VerbTense::Past)).map(|g| VerbGroup {
                    kind: VerbKind::Participle,
                    ..g
                })
            }
            Class::Have | Class::Had => {
                let j = after(i);
                let j = if self.class(j) == Class::Been { after(j) } else { j };
                let group = self.with_participle(i, j, VerbTense::Past);
                // "has three decks": no perfect.
                let owns = self.class(i) == Class::Have && group.tokens.len() == 1;
                let tense = if owns { VerbTense::Present } else { group.tense };
                Some(VerbGroup { tense, ..group })
            }
            Class::Do => {
                let past = self
                    .word(i)
                    .get(..3)
                    .is_some_and(|w| w.eq_ignore_ascii_case("did"));
                let tense = if past { VerbTense::Past } else { VerbTense::Present };
                Some(self.with_base(i, after(i), tense))
            }
            Class::To if self.word(i.wrapping_sub(1)).eq_ignore_ascii_case("according") => None,
            Class::To => {
                let j = after(i);
                let be = matches!(self.class(j), Class::Be | Class::Have | Class::Do);
                // "to work", not "to works", "to the work".
                let base = self.form(j).has(Form::BASE) && !(self.form(j).has(Form::NOUN) && self.nounish(j));
                (be || base).then(|| VerbGroup {
                    kind: VerbKind::Infinitive,
                    ..self.with_base(i, j, VerbTense::Future)
                })
            }
            Class::Be if self.word(i) == "being" => Some(VerbGroup {
                kind: VerbKind::Participle,
                ..self.with_participle(i, after(i), VerbTense::Past)
            }),
            _ => self.main_verb(i),
        }
    }

    /// "could not be reached", "nobody could say": what was tried is over, where "could" alone is a possibility.
    fn was_unable(&self, i: usize) -> bool {
        let could = self
            .word(i)
            .get(..5)
            .is_some_and(|w| w.eq_ignore_ascii_case("could"));
        let not = || self.class(i + 1) == Class::Not || self.word(i).len() > 5;
        let nobody = || {
            let from = self.sentence.start.max(i.saturating_sub(6));
            (from..i).any(|k| {
                let is = |w: &str| self.word(k).eq_ignore_ascii_case(w);
                ["nobody", "none", "neither", "nor", "nothing"]
                    .into_iter()
                    .any(is)
                    || is("no") && self.word(k + 1).eq_ignore_ascii_case("one")
            })
        };
        could && (not() || nobody())
    }

    /// "to plants in the north": what follows is a list of nouns rather than an object.
    fn nounish(&self, j: usize) -> bool {
        matches!(self.class(j + 1), Class::Of)
            || (self.class(j + 1) == Class::And
                && self.class(j + 2) == Class::Word
                && self.form(j + 2) == Form::default())
    }

    /// An auxiliary at `i` and what may follow it at `j`: a base form.
    fn with_base(&self, i: usize, j: usize, tense: VerbTense) -> VerbGroup {
        match self.class(j) {
            Class::Be | Class::Have => {
                let k = self.over_adverbs(j + 1);
                let k = if self.class(k) == Class::Been {
                    self.over_adverbs(k + 1)
                } else {
                    k
                };
                VerbGroup {
                    tense,
                    ..self.with_participle(i, k, tense)
                }
            }
            Class::Do => self.made(i, j, tense),
            _ if self.form(j).has(Form::BASE) => self.made(i, j, tense),
            // "would like", "don’t like"
            Class::Preposition if self.word(j) == "like" => self.made(i, j, tense),
            // "I will." – or a verb beyond the list.
            Class::Word if !self.tokens[j].capital() && j == i + 1 => self.made(i, j, tense),
            _ => self.made(i, j.saturating_sub(1).max(i), tense),
        }
    }

    /// A form of "be" or "have" at `i` and what may follow it at `j`: a participle, "to" with a verb, or nothing.
    fn with_participle(&self, i: usize, j: usize, tense: VerbTense) -> VerbGroup {
        let class = self.class(j);
        let f = self.form(j);
        let planned = matches!(class, Class::Expected | Class::Going) || FORETOLD.contains(&self.word(j));
        if planned && tense != VerbTense::Past {
            return self.made(i, j, VerbTense::Future);
        }
        let base = || self.form(self.over_adverbs(j + 1)).has(Form::BASE);
        if class == Class::To && (self.class(j + 1) == Class::Be || base()) {
            // "is to reopen" points ahead; "was to reopen" and "had to leave" tell of the past.
            let tense = if tense == VerbTense::Past {
                tense
            } else {
                VerbTense::Future
            };
            return self.made(i, j - 1, tense);
        }
        if matches!(class, Class::Be | Class::Been) {
            return self.with_participle(i, self.over_adverbs(j + 1), tense);
        }
        // "is roiling": whatever ends so behind "be" is a participle, on the list or not.
        let ing = class == Class::Word
            && !self.tokens[j].capital()
            && self.word(j).len() > 5
            && self.word(j).ends_with("ing");
        // "has had", "hasn’t had", "would have had"
        let perfect = |c: Class| matches!(c, Class::Have | Class::Had);
        if class == Class::Had && (perfect(self.class(i)) || perfect(self.before(j))) {
            return self.made(i, j, tense);
        }
        // "has unrealized gains", "had operating profit": "have" takes a past participle, and no adjective for one.
        let have = matches!(self.before(j), Class::Have | Class::Had);
        let adjective = f.has(Form::ING) || !f.has(Form::PAST) && self.word(j).starts_with("un");
        if have && (ing || adjective) && !self.word(j).starts_with("und") {
            return self.made(i, j.saturating_sub(1).max(i), tense);
        }
        if ing || f.has(Form::PARTICIPLE | Form::PAST | Form::ING) {
            return self.made(i, j, tense);
        }
        self.made(i, j.saturating_sub(1).max(i), tense)
    }

    /// A group from `i` to its main verb at `head`, with an infinitive that follows directly.
    pub fn made(&self, i: usize, head: usize, tense: VerbTense) -> VerbGroup {
        let mut end = head + 1;
        let mut head = head;
        let mut tense = tense;
        let f = self.form(head);
        let says = f.has(Form::SAYS);
        let lasts = f.has(Form::LASTS);
        let defers = f.has(Form::DEFERS);
        let ing = f.has(Form::ING) || self.class(head) == Class::Word && self.word(head).ends_with("ing");
        let progressive = head > i && (ing || self.word(head - 1) == "being");
        let points = matches!(self.class(head), Class::PlanVerb | Class::Expected | Class::Going);
        for _ in 0..2 {
            if self.class(end) != Class::To {
                break;
            }
            let j = self.over_adverbs(end + 1);
            if self.form(j).has(Form::BASE) || matches!(self.class(j), Class::Be | Class::Have) {
                let be = self.class(j) == Class::Be;
                let k = self.over_adverbs(j + 1);
                head = if be && self.form(k).has(Form::PARTICIPLE | Form::ING) {
                    k
                } else {
                    j
                };
                end = head + 1;
                if points && tense == VerbTense::Present {
                    tense = VerbTense::Future;
                }
            }
        }
        VerbGroup {
            tokens: i..end.min(self.sentence.end).max(i + 1),
            head,
            kind: VerbKind::Finite,
            tense,
            says,
            lasts,
            defers,
            progressive,
            shared: None,
            weak: Weak::No,
        }
    }
}

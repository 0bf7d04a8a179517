//! A main verb without an auxiliary: told from a noun and an adjective by what stands around it.

use super::Class;
use super::verb_reader::Reader;
use super::verb_words::Form;
use super::verbs::{VerbGroup, VerbKind, VerbTense, Weak};

/// Words in "-ing" that are nouns unless an object follows.
const NOUNS_ING: &[&str] = &[
    "meeting",
    "building",
    "hearing",
    "trading",
    "training",
    "funding",
    "spending",
    "shooting",
    "bombing",
    "killing",
    "ruling",
    "crossing",
    "landing",
    "opening",
    "closing",
    "testing",
    "clearing",
    "shipping",
    "farming",
    "mining",
    "warning",
    "filing",
    "offering",
    "briefing",
    "rating",
    "finding",
    "uprising",
    "proceeding",
    "writing",
    "reading",
    "boxing",
    "feeling",
    "hedging",
    "coming",
    "pricing",
    "lending",
    "banking",
    "engineering",
    "manufacturing",
    "gambling",
    "betting",
    "flooding",
    "following",
    "including",
    "regarding",
    "concerning",
    "according",
    "drilling",
    "fighting",
    "voting",
    "polling",
    "policing",
    "planning",
    "recording",
    "planting",
    "sailing",
    "racing",
    "parking",
    "housing",
    "heating",
    "lighting",
    "marketing",
    "accounting",
    "shopping",
    "financing",
    "hiding",
    "dancing",
    "advertising",
    "consulting",
    "operating",
    "discounting",
    "underlying",
    "outstanding",
    "missing",
    "promising",
];

impl Reader<'_> {
    /// A main verb without an auxiliary.
    pub fn main_verb(&self, i: usize) -> Option<VerbGroup> {
        let f = self.form(i);
        if f == Form::default() {
            return None;
        }
        let before = self.before(i);
        let glued = before == Class::Hyphen && self.tokens[i].glued()
            || self.class(i + 1) == Class::Hyphen && self.tokens[i + 1].glued();
        if glued {
            return None;
        }
        let next = self.class(i + 1);
        // "its fully diluted earnings"
        let adverb = i > self.sentence.start + 1 && self.adverb(i - 1) && self.asks_for_noun(i - 1);
        let determined = self.determined(i) || adverb && !f.has(Form::ING);
        if f.has(Form::PAST | Form::PARTICIPLE) {
            // "the damaged pier", "two closed bridges": an adjective.
            let noun_next = matches!(next, Class::Word | Class::Counted | Class::Label)
                && self.form(i + 1) == Form::default();
            let pure = !f.has(Form::PAST);
            // "citing expected losses": what is cited, and no verb of its own.
            let behind_ing = i > self.sentence.start
                && self.form(i - 1).has(Form::ING)
                && self.class(i - 1) == Class::Word;
            if behind_ing && noun_next {
                return None;
            }
            // "at some cost", "the cut"
            if determined && f.has(Form::NOUN) {
                return None;
            }
            if (determined || pure) && noun_next || determined && (noun_next || self.owned(i)) {
                return None;
            }
            let mut g = self.made(i, i, VerbTense::Past);
            if f.has(Form::PARTICIPLE) {
                g.weak = Weak::Past;
            }
            if !f.has(Form::PAST) && !f.has(Form::BASE) {
                g.kind = VerbKind::Participle;
            }
            // "put", "set", "read" after a plural or a helper are told by their neighbours only.
            return Some(g);
        }
        if f.has(Form::ING) {
            if next == Class::To && self.word(i).eq_ignore_ascii_case("according") {
                // No infinitive follows: "according to report".
                return Some(VerbGroup {
                    tokens: i..i + 1,
                    head: i,
                    kind: VerbKind::Participle,
                    ..self.made(i, i, VerbTense::Past)
                });
            }
            let object = matches!(
                next,
                Class::The | Class::A | Class::Pronoun | Class::That | Class::To | Class::Number
            );
            // "growing doubts", but "growing fast"
            let describes = f.has(Form::NO_OBJECT)
                && matches!(next, Class::Word | Class::Counted | Class::Label)
                && !self.word(i + 1).ends_with("ly");
            // "the bank holding company"
            let holding = self.word(i) == "holding"
                && ["company", "companies", "concern", "firm"].contains(&self.word(i + 1));
            let noun = NOUNS_ING.contains(&self.word(i)) && !object || describes || holding;
            // "by selling", "of selling": a preposition takes it as a verb.
            if self.asks_for_noun(i) || noun || matches!(next, Class::Of) {
                return None;
            }
            return Some(VerbGroup {
                kind: VerbKind::Participle,
                ..self.made(i, i, VerbTense::Past)
            });
        }
        self.present(i, f, determined)
    }

    /// Whether a determiner or a preposition stands before, which asks for a noun.
    fn determined(&self, i: usize) -> bool {
        let preposition = match self.before(i) {
            Class::Of
            | Class::In
            | Class::On
            | Class::At
            | Class::From
            | Class::For
            | Class::With
            | Class::Preposition => true,
            Class::By => !self.form(i).has(Form::ING),
            _ => false,
        };
        preposition || self.asks_for_noun(i)
    }

    /// Whether an article or an owner right before makes it an adjective: "the wounded", "its planned move". But
    /// names end in "’s" as well: "Hale’s said it".
    fn owned(&self, i: usize) -> bool {
        match self.before(i) {
            Class::The | Class::A | Class::These | Class::Every => true,
            Class::Letter => {
                let noun_next = matches!(self.class(i + 1), Class::Word | Class::Counted | Class::Label);
                noun_next && self.possessive(i)
            }
            Class::Pronoun => !self.word(i - 1).eq_ignore_ascii_case("her"),
            _ => false,
        }
    }

    /// Whether a determiner or a number stands before.
    pub fn asks_for_noun(&self, i: usize) -> bool {
        let owner = ["its", "his", "her", "their", "our", "my", "your"];
        match self.before(i) {
            Class::The
            | Class::A
            | Class::This
            | Class::These
            | Class::Every
            | Class::Each
            | Class::Number
            | Class::NumberWord
            | Class::OrdinalWord
            | Class::Money
            | Class::Next
            | Class::Other => true,
            // "some plans", but "some say"
            Class::Vague => self.form(i).has(Form::NOUN | Form::ING),
            Class::Pronoun => owner.iter().any(|o| self.word(i - 1).eq_ignore_ascii_case(o)),
            // "the council’s vote"
            Class::Letter => self.possessive(i),
            _ => false,
        }
    }

    /// Whether the word is a form of a verb that a state follows.
    pub fn stays(&self, i: usize) -> bool {
        const STAYS: &[&str] = &["stay", "stays", "stayed", "remain", "remains", "remained"];
        STAYS.iter().any(|w| self.word(i).eq_ignore_ascii_case(w))
    }

    fn possessive(&self, i: usize) -> bool {
        i >= 2
            && self.word(i - 1).eq_ignore_ascii_case("s")
            && self.class(i - 2) == Class::Apostrophe
            && self.class(i - 1) != Class::Is
    }

    fn present(&self, i: usize, f: Form, determined: bool) -> Option<VerbGroup> {
        if determined || i == self.sentence.start {
            return None;
        }
        // What the verb agrees with stands before adverbs and dates: "they also hold", "the council on Friday votes".
        let at = self.behind_subject(i).unwrap_or(i);
        let before = self.before(at);
        let pronoun = before == Class::Pronoun;
        let third = f.has(Form::THIRD);
        let prior = at.checked_sub(1).map(|b| self.word(b)).unwrap_or_default();
        let plural = prior.ends_with('s') && !prior.ends_with("ss")
            || ["people", "men", "women", "children", "police", "who"].contains(&prior);
        let relative = matches!(before, Class::Conjunction | Class::That | Class::And | Class::Or);
        // "Corp. wants", "the U.S. maintains": a full stop inside a sentence is an abbreviation's.
        let stop = before == Class::Stop;
        let capital = at
            .checked_sub(if stop { 2 } else { 1 })
            .and_then(|b| self.tokens.get(b))
            .is_some_and(|t| t.capital());
        let subject = matches!(
            before,
            Class::Word
                | Class::Counted
                | Class::Close
                | Class::Comma
                | Class::Label
                | Class::Letter
                | Class::Percent
                | Class::Vague
        ) || (self.sentence.contains(&i.wrapping_sub(1)) && self.dated(i - 1))
            || capital;
        // “…,” says the mayor
        if before == Class::Quote && f.has(Form::SAYS) && (third || self.word(i) == "say") {
            return Some(self.made(i, i, VerbTense::Present));
        }
        if !(pronoun || relative || subject) {
            return None;
        }
        // "a 9% drop"
        if before == Class::Percent && f.has(Form::NOUN) {
            return None;
        }
        if !f.has(Form::NOUN) {
            // "expects" is a verb; "expect" is one after a plural or a pronoun.
            if third || pronoun || plural || relative || matches!(before, Class::Comma | Class::Vague) {
                return Some(self.made(i, i, VerbTense::Present));
            }
        }
        let next = self.class(i + 1);
        let mut score = 0i8;
        score += match next {
            Class::The | Class::A | Class::That | Class::To | Class::Pronoun | Class::This | Class::Quote => {
                3
            }
            Class::Number | Class::NumberWord | Class::Up | Class::Vague | Class::Money | Class::About => 2,
            Class::In
            | Class::On
            | Class::At
            | Class::By
            | Class::From
            | Class::After
            | Class::Until
            | Class::Preposition
            | Class::For => 1,
            Class::Of => -4,
            Class::Word if ["how", "what", "why"].contains(&self.word(i + 1)) => 3,
            Class::Word if self.word(i + 1).ends_with("ly") => 2,
            // A verb or a modal right behind: this is its subject, unless it has one: "which it claims were lost".
            Class::Will
            | Class::Modal
            | Class::Is
            | Class::Was
            | Class::Have
            | Class::Had
            | Class::PastVerb
            | Class::SayPast
                if !pronoun =>
            {
                -4
            }
            _ => 0,
        };
        if self.dated(i + 1) && self.sentence.contains(&(i + 1)) {
            score += 1;
        }
        // "The road stays shut": what it stays is a state, and no verb of its own.
        if self.stays(i) && self.form(i + 1).has(Form::PARTICIPLE) {
            score = 5;
        }
        if matches!(before, Class::Conjunction | Class::That) {
            score += 3;
        }
        score += if pronoun {
            5
        } else if !f.has(Form::NOUN) {
            // "conditions in the north appear …": what it agrees with stands farther back.
            1
        } else if third != plural {
            1
        } else {
            -2
        };
        // "Hale holds", "Hale notes"; but "Leeds shares" is as likely, and the
        // capital of a sentence's first word tells nothing: "Load tests".
        let opener = at == self.sentence.start + 1 && self.form(at - 1) != Form::default();
        if capital && third && !opener {
            score += if f.has(Form::SAYS) { 4 } else { 2 };
        }
        Some(VerbGroup {
            weak: Weak::Noun(score),
            ..self.made(i, i, VerbTense::Present)
        })
    }
}

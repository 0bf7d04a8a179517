//! What each verb of a group says by its form: tense, aspect, voice, modality, polarity. Read when asked for only:
//! the side of now that a group points to, which most questions are about, needs none of it.

use super::verb_reader::Reader;
use super::verb_words::{Form, form};
use super::verbs::{VerbGroup, VerbKind, VerbTense};
use super::{Class, Token};
use std::ops::Range;

/// The form that a verb has in its group, by grammar: "has left" is a present, "may leave" a modal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerbForm {
    /// "left", "was held", "had left", "did not leave".
    Past,
    /// "leaves", "is held", "has left".
    Present,
    /// "will leave", "is going to leave".
    Future,
    /// "may leave", "would have left": the modal has no tense of its own.
    Modal,
    /// "to leave", "is due to leave", "was to leave".
    Infinitive,
    /// "leaving", "having left".
    PresentParticiple,
    /// "left by his friends".
    PastParticiple,
}

/// Whether it is seen as done, as under way, or as neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Aspect {
    /// "left", "leaves".
    Simple,
    /// "has left".
    Perfect,
    /// "is leaving".
    Progressive,
    /// "has been leaving".
    PerfectProgressive,
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Voice {
    /// The subject: "sold it", "is selling".
    Active,
    /// Another: "was sold", "sold by".
    Passive,
}

/// The modal that a verb stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ModalVerb {
    /// "would"
    Would,
    /// "could"
    Could,
    /// "can"
    Can,
    /// "may"
    May,
    /// "might"
    Might,
    /// "should"
    Should,
    /// "must"
    Must,
    /// "has to", with its own tense.
    HaveTo,
}

/// Whether it is said or denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Polarity {
    /// "left"
    Positive,
    /// "did not leave", "never left"
    Negative,
}

/// One verb of a group: the main verb, or an infinitive that hangs on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verb {
    /// Its token, auxiliaries left out.
    pub token: usize,
    /// Its form.
    pub form: VerbForm,
    /// Done or under way.
    pub aspect: Aspect,
    /// Who acts.
    pub voice: Voice,
    /// Its modal.
    pub modality: Option<ModalVerb>,
    /// Said or denied.
    pub polarity: Polarity,
    /// It tells of saying.
    pub says: bool,
}

impl VerbGroup {
    /// The verbs of the group in order, from the text and the tokens that it was read from. "is due to arrive" has
    /// two, "will not be sold" one.
    pub fn verbs(&self, text: &str, tokens: &[Token]) -> Vec<Verb> {
        // An apostrophe and what it is glued to may stand before the group: "they’ve left".
        let start = self.shared.as_ref().map_or(self.tokens.start, |s| s.start);
        let whole = start.saturating_sub(2)..self.tokens.end;
        let reader = Reader::new(text, tokens, whole, []);
        let mut chain = Chain {
            reader: &reader,
            group: self,
            parts: Parts::default(),
            verbs: Vec::new(),
        };
        if let Some(shared) = self.shared.clone() {
            chain.auxiliaries(shared);
        }
        // "never left", "not to leave": right before the group.
        chain.parts.negative |= reader.before(self.tokens.start) == Class::Not;
        chain.walk();
        chain.verbs
    }
}

/// What was seen of one verb.
#[derive(Default)]
struct Parts {
    form: Option<VerbForm>,
    modality: Option<ModalVerb>,
    have: bool,
    be: bool,
    been: bool,
    being: bool,
    negative: bool,
    /// The last auxiliary, the verb itself where no other follows.
    auxiliary: Option<usize>,
}

struct Chain<'r, 't> {
    reader: &'r Reader<'t>,
    group: &'r VerbGroup,
    parts: Parts,
    verbs: Vec<Verb>,
}

impl Chain<'_, '_> {
    fn walk(&mut self) {
        let tokens = self.group.tokens.clone();
        let mut from = tokens.start;
        for i in tokens.clone() {
            let opens = self.reader.class(i) == Class::To;
            if opens && i > tokens.start {
                self.close(from..i);
                from = i + 1;
                self.parts.form = self.parts.form.or(Some(VerbForm::Infinitive));
            } else if opens {
                from = i + 1;
                self.parts.form = Some(VerbForm::Infinitive);
            }
        }
        self.close(from..tokens.end);
    }

    /// Auxiliaries and negations.
    fn auxiliaries(&mut self, tokens: Range<usize>) {
        for i in tokens {
            let p = &mut self.parts;
            let finite = |past: bool| if past { VerbForm::Past } else { VerbForm::Present };
            let form = match self.reader.class(i) {
                Class::Not => {
                    p.negative = true;
                    continue;
                }
                Class::Apostrophe if self.reader.word(i + 1).eq_ignore_ascii_case("t") => {
                    p.negative = true;
                    continue;
                }
                Class::Will => VerbForm::Future,
                Class::Modal => {
                    p.modality = modal(self.reader.word(i));
                    p.negative |= self.reader.word(i).eq_ignore_ascii_case("cannot");
                    VerbForm::Modal
                }
                Class::Is | Class::Was => {
                    p.be = true;
                    finite(self.reader.class(i) == Class::Was)
                }
                Class::Have | Class::Had if self.reader.word(i).eq_ignore_ascii_case("having") => {
                    p.have = true;
                    VerbForm::PresentParticiple
                }
                // "has had": the verb itself, behind "have"
                Class::Had if p.have => {
                    p.been = true;
                    VerbForm::PastParticiple
                }
                Class::Have | Class::Had => {
                    p.have = true;
                    finite(self.reader.class(i) == Class::Had)
                }
                Class::Do => finite(self.reader.word(i).to_ascii_lowercase().starts_with("did")),
                Class::Be if self.reader.word(i).eq_ignore_ascii_case("being") => {
                    p.being = p.be;
                    p.be = true;
                    VerbForm::PresentParticiple
                }
                Class::Be => {
                    p.be = true;
                    VerbForm::Infinitive
                }
                Class::Been => {
                    p.be = true;
                    p.been = true;
                    VerbForm::PastParticiple
                }
                Class::To => VerbForm::Infinitive,
                _ => continue,
            };
            p.auxiliary = Some(i);
            p.form = p.form.or(Some(form));
        }
    }

    /// Ends a verb with the last word of its stretch.
    fn close(&mut self, tokens: Range<usize>) {
        self.auxiliaries(tokens.clone());
        let p = std::mem::take(&mut self.parts);
        let main = tokens.end.checked_sub(1).filter(|&i| self.main(&p, i));
        let Some(token) = main.or(p.auxiliary) else {
            return;
        };
        let f = match main {
            Some(i) => form(self.reader.word(i)),
            None => Form::default(),
        };
        let progressive = p.being || p.be && f.has(Form::ING);
        let passive = p.be && !f.has(Form::ING) && f.has(Form::PARTICIPLE);
        let perfect = p.been || p.have && !p.be && f.has(Form::PARTICIPLE);
        let form = p.form.unwrap_or(match self.group.kind {
            VerbKind::Participle if f.has(Form::ING) => VerbForm::PresentParticiple,
            VerbKind::Participle => VerbForm::PastParticiple,
            VerbKind::Infinitive => VerbForm::Infinitive,
            VerbKind::Finite if f.has(Form::THIRD) => VerbForm::Present,
            VerbKind::Finite if self.group.tense == VerbTense::Past && f.has(Form::PAST) => VerbForm::Past,
            VerbKind::Finite => VerbForm::Present,
        });
        // What follows "to" goes on with it: "has to leave", "are going to leave".
        if main.is_none() && p.have {
            self.parts = Parts {
                form: Some(form),
                modality: p.modality.or(Some(ModalVerb::HaveTo)),
                negative: p.negative,
                ..Parts::default()
            };
        } else if self.reader.class(token) == Class::Going && p.be && form == VerbForm::Present {
            self.parts = Parts {
                form: Some(VerbForm::Future),
                negative: p.negative,
                ..Parts::default()
            };
        }
        self.verbs.push(Verb {
            token,
            form,
            aspect: match (perfect, progressive) {
                (true, true) => Aspect::PerfectProgressive,
                (true, false) => Aspect::Perfect,
                (false, true) => Aspect::Progressive,
                (false, false) => Aspect::Simple,
            },
            voice: if passive || form == VerbForm::PastParticiple {
                Voice::Passive
            } else {
                Voice::Active
            },
            modality: p.modality,
            polarity: if p.negative {
                Polarity::Negative
            } else {
                Polarity::Positive
            },
            says: f.has(Form::SAYS),
        });
    }

    /// Whether the last word of a stretch is its main verb, not an auxiliary or an adverb that ends the group.
    fn main(&self, p: &Parts, i: usize) -> bool {
        if p.auxiliary == Some(i) || i < self.group.tokens.start {
            return false;
        }
        let word = self.reader.word(i);
        let adverb =
            self.reader.adverb(i) || word.ends_with("ly") || self.reader.before(i) == Class::Apostrophe;
        match self.reader.class(i) {
            Class::Not | Class::To | Class::Apostrophe => false,
            _ => p.auxiliary.is_none() || !adverb || form(word) != Form::default(),
        }
    }
}

fn modal(word: &str) -> Option<ModalVerb> {
    let is = |w: &str| word.eq_ignore_ascii_case(w);
    [
        ("would", ModalVerb::Would),
        ("wouldn", ModalVerb::Would),
        ("d", ModalVerb::Would),
        ("could", ModalVerb::Could),
        ("couldn", ModalVerb::Could),
        ("can", ModalVerb::Can),
        ("cannot", ModalVerb::Can),
        ("may", ModalVerb::May),
        ("might", ModalVerb::Might),
        ("should", ModalVerb::Should),
        ("shouldn", ModalVerb::Should),
        ("must", ModalVerb::Must),
        ("mustn", ModalVerb::Must),
    ]
    .into_iter()
    .find(|(w, _)| is(w))
    .map(|(_, m)| m)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{lex, verb_groups};

    fn verbs(text: &str) -> Vec<String> {
        let tokens = lex(text);
        verb_groups(text, &tokens, 0..tokens.len(), [])
            .iter()
            .flat_map(|g| g.verbs(text, &tokens))
            .map(|v| {
                let mut said = format!("{} {:?}", &text[tokens[v.token].range()], v.form);
                if v.aspect != Aspect::Simple {
                    said += &format!(" {:?}", v.aspect);
                }
                if v.voice == Voice::Passive {
                    said += " Passive";
                }
                if let Some(m) = v.modality {
                    said += &format!(" {m:?}");
                }
                if v.polarity == Polarity::Negative {
                    said += " Negative";
                }
                said
            })
            .collect()
    }

    #[test]
    fn verbs_with_their_forms() {
        for (text, want) in [
            ("The ferry sank", "sank Past"),
            ("The ferry did not sink", "sink Past Negative"),
            ("The ferry never sank", "sank Past Negative"),
            ("The ferry had been moved", "moved Past Perfect Passive"),
            ("The ferry has left", "left Present Perfect"),
            ("They’ve left", "left Present Perfect"),
            ("They’d left", "left Past Perfect"),
            ("They’d leave", "leave Modal Would"),
            ("The ferry has been leaking", "leaking Present PerfectProgressive"),
            (
                "The ferry is being painted",
                "painted Present Progressive Passive",
            ),
            ("The ferry isn’t sailing", "sailing Present Progressive Negative"),
            ("The ferry will be sold", "sold Future Passive"),
            ("The ferry won’t sail", "sail Future Negative"),
            ("The ferry cannot sail", "sail Modal Can Negative"),
            (
                "The ferry could have been sold",
                "sold Modal Perfect Passive Could",
            ),
            ("The ferry was due to sail", "was Past; sail Infinitive"),
            (
                "The ferry was expected to be sold",
                "expected Past Passive; sold Infinitive Passive",
            ),
            (
                "The ferry is going to sail",
                "going Present Progressive; sail Future",
            ),
            (
                "The ferry didn’t have to sail",
                "have Past Negative; sail Past HaveTo Negative",
            ),
            ("The ferry expects guests", "expects Present"),
            ("The ferry has three decks", "has Present"),
            ("The ferry has always been slow", "been Present Perfect"),
            ("The ferry would have had guests", "had Modal Perfect Would"),
            ("They’d like to sail", "like Modal Would; sail Infinitive"),
            ("The ferry hasn’t had guests", "had Present Perfect Negative"),
            ("The ferry was not slow", "was Past Negative"),
            ("After selling it he left", "selling PresentParticiple; left Past"),
            (
                "Having sold it he left",
                "sold PresentParticiple Perfect; left Past",
            ),
            (
                "The man accused by his friends was sad",
                "accused PastParticiple Passive; was Past",
            ),
            ("The ferry will sink and burn", "sink Future; burn Future"),
            ("The ferry may sink or burn", "sink Modal May; burn Modal May"),
            (
                "They want to sink and burn it",
                "want Present; sink Infinitive; burn Infinitive",
            ),
            (
                "The ferry has been sold and scrapped",
                "sold Present Perfect Passive; scrapped Present Perfect Passive",
            ),
        ] {
            assert_eq!(verbs(text).join("; "), want, "{text}");
        }
    }
}

//! How well the verbs of a text are read, against the events that a corpus marks.

use super::gold::{GoldError, body, decoded, gold_files, opened, stripped};
use super::markup::{attribute, is_tag, next_tag};
use super::score::{Half, context, percent, ratio, step};
use crate::document::Document;
use crate::tagged::tag;
use crate::text::{Verb, VerbForm, verb_groups};
use crate::{Options, tagged::Tagged};
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// A verb that a corpus marks: an EVENT whose first MAKEINSTANCE calls it a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoldVerb {
    /// Bytes of the text.
    pub bytes: Range<usize>,
    /// TimeML's tense.
    pub tense: String,
    /// Its class is REPORTING.
    pub reports: bool,
}

/// An annotated text with the verbs that it marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoldVerbs {
    /// The file's name without `.tml`.
    pub name: String,
    /// The text, as [`super::GoldDocument`] reads it.
    pub text: String,
    /// Its verbs, in order.
    pub verbs: Vec<GoldVerb>,
}

/// What was counted over a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerbScore {
    /// How many documents.
    pub documents: usize,
    /// How many verbs the program read in them, marked or not.
    pub read: usize,
    /// Marked, found, with the right tense, by the tense that the corpus gives.
    pub by_tense: BTreeMap<String, VerbCounts>,
    /// Those of class REPORTING; `right` counts those that were read as verbs of saying.
    pub reporting: VerbCounts,
    /// Each disagreement, document after document.
    pub errors: Vec<VerbError>,
}

/// How many verbs are marked, and how many of them were found and read right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct VerbCounts {
    /// Marked in the corpus.
    pub gold: usize,
    /// In a verb group that was read, as one of its verbs.
    pub found: usize,
    /// Of those found, read right.
    pub right: usize,
}

impl VerbCounts {
    /// Of the marked, how many were found, in per cent with two decimals.
    pub fn found_rate(&self) -> f64 {
        percent(ratio(self.found, self.gold))
    }

    /// Of the found, how many were read right.
    pub fn right_rate(&self) -> f64 {
        percent(ratio(self.right, self.found))
    }

    fn add(&mut self, found: bool, right: bool) {
        self.gold += 1;
        self.found += usize::from(found);
        self.right += usize::from(right);
    }
}

/// What a disagreement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum VerbErrorKind {
    /// Marked and no verb of a group.
    Miss,
    /// Found, with another tense.
    Tense,
    /// Marked as reporting, and not read as a verb of saying.
    Reporting,
}

impl VerbErrorKind {
    /// In capitals, as the list has it.
    pub fn word(self) -> &'static str {
        match self {
            VerbErrorKind::Miss => "MISS",
            VerbErrorKind::Tense => "TENSE",
            VerbErrorKind::Reporting => "REPORTING",
        }
    }
}

/// One disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct VerbError {
    /// What it is about.
    pub kind: VerbErrorKind,
    /// The document.
    #[serde(rename = "doc")]
    pub document: String,
    /// The character of its text where the marked word begins.
    pub start: usize,
    /// The marked word.
    pub text: String,
    /// The corpus's tense.
    pub gold: String,
    /// The tense that was read; none where no verb was.
    #[serde(rename = "sys")]
    pub found: Option<&'static str>,
    /// The words around it, itself in double square brackets, line ends as `⏎`.
    pub context: String,
}

/// The tense that TimeML's MAKEINSTANCE gives a verb of this form.
///
/// TimeML names the form, not the time: its `tense` is that of the finite word, its `aspect` tells perfects and
/// progressives apart ("has left" is PRESENT and PERFECTIVE), and a verb under a modal has `tense="NONE"` and a
/// `modality` ("would leave", "may have left"). [`VerbForm`] follows the same grammar, so each form is held against
/// one tense and none counts for two; a NONE that the corpus gives for want of anything better is then an error
/// like any other.
pub fn timeml_tense(form: VerbForm) -> &'static str {
    match form {
        VerbForm::Past => "PAST",
        VerbForm::Present => "PRESENT",
        VerbForm::Future => "FUTURE",
        VerbForm::Modal => "NONE",
        VerbForm::Infinitive => "INFINITIVE",
        VerbForm::PresentParticiple => "PRESPART",
        VerbForm::PastParticiple => "PASTPART",
    }
}

/// Reads the verbs of every document of a corpus and holds those against it that it marks. One that can't be read
/// ends it.
pub fn evaluate_verbs(folder: &Path, half: Option<Half>) -> Result<VerbScore, GoldError> {
    let (first, step) = step(half);
    let mut score = VerbScore::default();
    for file in gold_files(folder)?.iter().skip(first).step_by(step) {
        score.add(&GoldVerbs::open(file)?);
    }
    Ok(score)
}

impl GoldVerbs {
    /// Opens a corpus file.
    pub fn open(path: &Path) -> Result<GoldVerbs, GoldError> {
        let (shown, name, bytes) = opened(path)?;
        let mut gold = GoldVerbs::parse(&shown, &bytes)?;
        gold.name = name;
        Ok(gold)
    }

    /// Reads a corpus file's bytes; `name` is for messages and for the list of errors.
    pub fn parse(name: &str, bytes: &[u8]) -> Result<GoldVerbs, GoldError> {
        let source = decoded(bytes);
        let body = body(&source).ok_or_else(|| GoldError::NoText {
            path: name.to_owned(),
        })?;
        let (text, marks) = stripped(body, "EVENT");
        let tenses = tenses(&source);
        let verbs = marks.into_iter().filter_map(|(bytes, tag)| {
            let tense = tenses.get(&attribute(tag, "eid")?)?.clone()?;
            let reports = attribute(tag, "class").as_deref() == Some("REPORTING");
            let words = !text.get(bytes.clone())?.trim().is_empty();
            words.then_some(GoldVerb {
                bytes,
                tense,
                reports,
            })
        });
        let verbs = verbs.collect();
        let name = name.to_owned();
        Ok(GoldVerbs { name, text, verbs })
    }
}

/// The tense of each event that its first instance calls a verb; none for other events.
fn tenses(source: &str) -> BTreeMap<String, Option<String>> {
    let mut out = BTreeMap::new();
    let mut at = 0;
    while let Some(range) = next_tag(source, at) {
        at = range.end;
        let tag = &source[range];
        if is_tag(tag, "MAKEINSTANCE")
            && let Some(event) = attribute(tag, "eventID")
        {
            let verb = attribute(tag, "pos").as_deref() == Some("VERB");
            let tense = verb.then(|| attribute(tag, "tense").unwrap_or_default());
            out.entry(event).or_insert(tense);
        }
    }
    out
}

impl VerbScore {
    /// Counts a document. A marked word is found where its last token is one of the verbs of a group; auxiliaries
    /// and adverbs inside a group are none.
    pub fn add(&mut self, gold: &GoldVerbs) {
        let options = Options::new().text_only(true);
        let tagged = tag(Document::from_text(&gold.name, &gold.text), &options);
        let read = verbs(&tagged);
        self.documents += 1;
        self.read += read.len();
        let text: Vec<char> = gold.text.chars().collect();
        let (mut byte, mut chars) = (0, 0);
        for marked in &gold.verbs {
            let end = marked.bytes.end;
            let token = tagged.tokens.partition_point(|t| (t.start as usize) < end);
            let verb = token.checked_sub(1).and_then(|t| {
                let at = read.partition_point(|v| v.token < t);
                read.get(at).filter(|v| v.token == t)
            });
            let found = verb.map(|v| timeml_tense(v.form));
            let right = found == Some(marked.tense.as_str());
            let says = verb.is_some_and(|v| v.says);
            let counts = self.by_tense.entry(marked.tense.clone()).or_default();
            counts.add(found.is_some(), right);
            if marked.reports {
                self.reporting.add(found.is_some(), says);
            }
            let words = |range: Range<usize>| gold.text.get(range).unwrap_or_default();
            chars += words(byte..marked.bytes.start).chars().count();
            byte = marked.bytes.start;
            let mut error = |kind| {
                let length = words(marked.bytes.clone()).chars().count();
                self.errors.push(VerbError {
                    kind,
                    document: gold.name.clone(),
                    start: chars,
                    text: words(marked.bytes.clone()).to_owned(),
                    gold: marked.tense.clone(),
                    found,
                    context: context(&text, chars, chars + length),
                });
            };
            match found {
                None => error(VerbErrorKind::Miss),
                Some(_) if !right => error(VerbErrorKind::Tense),
                Some(_) => {}
            }
            if marked.reports && !says {
                error(VerbErrorKind::Reporting);
            }
        }
    }

    /// All verbs together, by tense.
    pub fn counts(&self) -> VerbCounts {
        let mut all = VerbCounts::default();
        for c in self.by_tense.values() {
            all.gold += c.gold;
            all.found += c.found;
            all.right += c.right;
        }
        all
    }

    /// Of the marked verbs that report, how many were read as verbs of saying, in per cent with two decimals.
    pub fn reporting_rate(&self) -> f64 {
        percent(ratio(self.reporting.right, self.reporting.gold))
    }

    /// The disagreements by kind, then by document and place.
    pub fn sorted_errors(&self) -> Vec<&VerbError> {
        let mut errors: Vec<_> = self.errors.iter().collect();
        errors.sort_by_key(|e| (e.kind, &e.document, e.start));
        errors
    }
}

/// Every verb of a text, in order. Expressions of time are found first: their words are no verbs.
fn verbs(tagged: &Tagged) -> Vec<Verb> {
    let (text, tokens) = (&tagged.document.text, &tagged.tokens);
    let groups = tagged.sentences.iter().flat_map(|s| {
        let from = tagged
            .mentions
            .partition_point(|m| m.tokens.end <= s.tokens.start);
        let dates = tagged.mentions.iter().skip(from).map(|m| m.tokens.clone());
        verb_groups(
            text,
            tokens,
            s.tokens.clone(),
            dates.take_while(|d| d.start < s.tokens.end),
        )
    });
    groups.flat_map(|g| g.verbs(text, tokens)).collect()
}

//! Whether what the entries say can stand alone, by a parse of each entry's own words.

use super::gold::{GoldDocument, GoldError, gold_files};
use super::score::{Half, percent, ratio, step};
use crate::document::Document;
use crate::statement::{Event, statements};
use crate::tagged::tag;
use crate::text::{Class, Token, VerbKind, lex, verb_groups};
use crate::{Options, published::Published, published::PublishedFrom};
use serde::Serialize;
use std::path::Path;

/// What was counted over the entries of a corpus's texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct EntryScore {
    /// How many documents.
    pub documents: usize,
    /// How many entries they made.
    pub entries: usize,
    /// Of those, entries of sentences without a finite verb (headlines, items of lists); nothing asks them for one.
    pub verbless: usize,
    /// Entries of more than forty words; a whole sentence may have some more than the thirty of a clause.
    pub long: usize,
    /// Entries that pass every question.
    pub sound: usize,
    /// Each entry that does not, document after document.
    pub errors: Vec<EntryError>,
}

/// An entry that does not stand alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct EntryError {
    /// What it lacks.
    pub fault: Fault,
    /// The document.
    #[serde(rename = "doc")]
    pub document: String,
    /// The character of its text where the sentence begins.
    pub start: usize,
    /// The entry.
    pub entry: String,
}

/// What an entry can lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Fault {
    /// No finite verb, where its sentence has one.
    NoVerb,
    /// Nothing before the verb that could be its subject.
    NoSubject,
    /// It begins with a conjunction, and has no main clause behind it.
    Conjunction,
    /// It ends with a preposition or an article that lost what it stood before.
    CutOff,
    /// A bracket or a quotation mark without its other half.
    Unbalanced,
}

impl Fault {
    /// As the list names it.
    pub fn word(self) -> &'static str {
        match self {
            Fault::NoVerb => "no-verb",
            Fault::NoSubject => "no-subject",
            Fault::Conjunction => "conjunction",
            Fault::CutOff => "cut-off",
            Fault::Unbalanced => "unbalanced",
        }
    }
}

/// An entry of more words than this is counted as long.
const LONGEST: usize = 40;

impl EntryScore {
    /// How many entries stand alone, in per cent with two decimals.
    pub fn sound_rate(&self) -> f64 {
        percent(ratio(self.sound, self.entries))
    }

    /// Counts the entries of a text that was published on its creation day.
    pub fn add(&mut self, gold: &GoldDocument) {
        self.documents += 1;
        let mut options = Options::new().text_only(true);
        let published = |day| Published::new(day, PublishedFrom::Option, String::new());
        options.published = gold.created.map(published);
        let tagged = tag(Document::from_text(&gold.name, &gold.text), &options);
        let chars: Vec<char> = gold.text.chars().collect();
        for event in statements(&tagged, "d1").0 {
            self.entries += 1;
            let span = |s: Option<[usize; 2]>| s.map(|[a, b]| a..b);
            let sentence = span(event.sentence_span).unwrap_or_default();
            let whole: String = chars.get(sentence.clone()).unwrap_or_default().iter().collect();
            let verbal = finite(&whole, &lex(&whole)) > 0;
            self.verbless += usize::from(!verbal);
            self.long += usize::from(event.statement.split_whitespace().count() > LONGEST);
            let behind = span(event.statement_span).and_then(|s| {
                let rest = chars.get(s.end..sentence.end)?;
                rest.iter().copied().find(|c| !c.is_whitespace())
            });
            match fault(&event, verbal, behind) {
                None => self.sound += 1,
                Some(fault) => self.errors.push(EntryError {
                    fault,
                    document: gold.name.clone(),
                    start: sentence.start,
                    entry: event.statement.clone(),
                }),
            }
        }
    }
}

/// Makes the entries of every text of a corpus and asks each of them. One that can't be read ends it.
pub fn evaluate_entries(folder: &Path, half: Option<Half>) -> Result<EntryScore, GoldError> {
    let (first, step) = step(half);
    let mut score = EntryScore::default();
    for file in gold_files(folder)?.iter().skip(first).step_by(step) {
        score.add(&GoldDocument::open(file)?);
    }
    Ok(score)
}

fn finite(text: &str, tokens: &[Token]) -> usize {
    let groups = verb_groups(text, tokens, 0..tokens.len(), []);
    groups.iter().filter(|g| g.kind == VerbKind::Finite).count()
}

/// What is wrong with an entry. `verbal` where its sentence has a finite verb; `behind` is the first character of what
/// the sentence goes on with.
fn fault(event: &Event, verbal: bool, behind: Option<char>) -> Option<Fault> {
    let text = &event.statement;
    let tokens = lex(text);
    if !balanced(text) {
        return Some(Fault::Unbalanced);
    }
    let groups = verb_groups(text, &tokens, 0..tokens.len(), []);
    let mut verbs = groups.iter().filter(|g| g.kind == VerbKind::Finite);
    let first = verbs.next();
    if verbal {
        let Some(first) = first else {
            return Some(Fault::NoVerb);
        };
        let names = |t: &Token| {
            t.capital()
                || matches!(
                    t.class,
                    Class::Word
                        | Class::Pronoun
                        | Class::Number
                        | Class::NumberWord
                        | Class::Counted
                        | Class::Label
                        | Class::Vague
                        | Class::These
                        | Class::This
                        | Class::That
                        | Class::Each
                        | Class::Unit
                        | Class::Month
                        | Class::Season
                        | Class::Percent
                        | Class::TimeNoun
                        | Class::Half
                        | Class::More
                        | Class::Least
                        | Class::Roman
                )
        };
        if !tokens[..first.tokens.start].iter().any(names) {
            return Some(Fault::NoSubject);
        }
    }
    let says = |t: &Token, words: &[&str]| {
        let word = text.get(t.range()).unwrap_or_default();
        words.iter().any(|w| word.eq_ignore_ascii_case(w))
    };
    let begin = tokens.iter().find(|t| t.class != Class::Quote)?;
    let joins =
        matches!(begin.class, Class::And | Class::Or) || says(begin, &["but", "nor", "yet", "which", "that"]);
    if joins && !(begin.class == Class::That && first.is_some_and(|g| g.tokens.start < 3))
        || begin.class == Class::Conjunction && verbs.next().is_none()
    {
        return Some(Fault::Conjunction);
    }
    let word = |t: &&Token| {
        text.get(t.range())
            .is_some_and(|w| w.starts_with(char::is_alphanumeric))
    };
    let last = tokens.iter().rev().find(word)?;
    let stops = behind.is_none_or(|c| !c.is_alphanumeric() && c != '$');
    let lost = matches!(
        last.class,
        Class::The | Class::A | Class::Of | Class::From | Class::To | Class::With | Class::For | Class::At
    ) || matches!(
        last.class,
        Class::As | Class::Between | Class::During | Class::Until | Class::Preposition | Class::Than
    ) || matches!(last.class, Class::In | Class::On | Class::By | Class::Through) && !stops;
    lost.then_some(Fault::CutOff)
}

/// Whether brackets and quotation marks are in pairs. Apostrophes are no marks here.
fn balanced(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    let pairs = [('(', ')'), ('[', ']'), ('“', '”')];
    // Wires write ``marks'' or ''marks''.
    let (graves, strokes) = (text.matches("``").count(), text.matches("''").count());
    pairs.iter().all(|(a, b)| count(*a) == count(*b))
        && count('"').is_multiple_of(2)
        && (graves == strokes || graves == 0 && strokes.is_multiple_of(2))
}

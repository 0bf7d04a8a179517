//! How well what was found agrees with what a corpus marks: the measures of TempEval-3.

use super::gold::{GoldDocument, GoldError, Timex, gold_files};
use super::pairs::pairs;
use crate::Options;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Every second document of a corpus: rules are written with one half in sight and watched on the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Half {
    /// The first, third, fifth … of the sorted names, which have the even numbers when counted from 0.
    Even,
    /// The others.
    Odd,
}

/// What was counted over a corpus.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Score {
    /// How many documents.
    pub documents: usize,
    /// Their time expressions.
    pub counts: Counts,
    /// The same by the type that the corpus gives.
    pub by_type: BTreeMap<String, TypeCounts>,
    /// Each disagreement, document after document; [`Score::sorted_errors`] groups them by kind.
    pub errors: Vec<ScoreError>,
}

/// How many time expressions there are, and how many of them agree.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Counts {
    /// Marked in the corpus.
    pub gold: usize,
    /// Found by the program.
    #[serde(rename = "sys")]
    pub system: usize,
    /// Of both, those that overlap and were paired.
    #[serde(rename = "pairs")]
    pub paired: usize,
    /// Pairs of the same words.
    pub strict: usize,
    /// Pairs of the same type.
    #[serde(rename = "type")]
    pub kind: usize,
    /// Pairs of the same value.
    pub value: usize,
}

/// The counts of one type of the corpus.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TypeCounts {
    /// Marked in the corpus.
    pub gold: usize,
    /// Paired with one that was found.
    pub found: usize,
    /// Pairs of the same words.
    pub strict: usize,
    /// Pairs of the same type.
    #[serde(rename = "type")]
    pub kind: usize,
    /// Pairs of the same value.
    pub value: usize,
}

/// Precision, recall and their harmonic mean, in per cent with two decimals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Rates {
    /// Of what was found, how much is right.
    #[serde(rename = "p")]
    pub precision: f64,
    /// Of what is marked, how much was found.
    #[serde(rename = "r")]
    pub recall: f64,
    /// The harmonic mean of both.
    pub f1: f64,
}

/// How an attribute agrees, in per cent with two decimals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Agreement {
    /// Of the pairs.
    #[serde(rename = "acc")]
    pub accuracy: f64,
    /// The accuracy times the relaxed F1.
    pub f1: f64,
}

/// TempEval-3's figures, over all documents together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Figures {
    /// Pairs of the same words count.
    pub strict: Rates,
    /// All pairs count.
    pub relaxed: Rates,
    /// Of the type.
    #[serde(rename = "type")]
    pub kind: Agreement,
    /// Of the value.
    pub value: Agreement,
}

/// What a disagreement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum ErrorKind {
    /// Found, but with other words.
    Extent,
    /// Marked and not found.
    Miss,
    /// Found and not marked.
    Spurious,
    /// Found, with another type.
    Type,
    /// Found, with another value.
    Value,
}

impl ErrorKind {
    /// In capitals, as scorers list it.
    pub fn word(self) -> &'static str {
        match self {
            ErrorKind::Extent => "EXTENT",
            ErrorKind::Miss => "MISS",
            ErrorKind::Spurious => "SPURIOUS",
            ErrorKind::Type => "TYPE",
            ErrorKind::Value => "VALUE",
        }
    }
}

/// One disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ScoreError {
    /// What it is about.
    pub kind: ErrorKind,
    /// The document.
    #[serde(rename = "doc")]
    pub document: String,
    /// The character of its text where it begins.
    pub start: usize,
    /// What the corpus marks; none where something was found too much.
    pub gold: Option<Timex>,
    /// What was found; none where nothing was.
    #[serde(rename = "sys")]
    pub found: Option<Timex>,
    /// The words around it, itself in double square brackets, line ends as `⏎`.
    pub context: String,
}

impl std::fmt::Display for ScoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.kind, &self.gold, &self.found) {
            (ErrorKind::Extent, Some(gold), Some(found)) => {
                write!(f, "gold “{}”, found “{}”", gold.text, found.text)
            }
            (ErrorKind::Type, Some(gold), Some(found)) => {
                write!(f, "“{}” gold {}, found {}", gold.text, gold.kind, found.kind)
            }
            (_, Some(gold), Some(found)) => {
                write!(f, "“{}” gold {}, found {}", gold.text, gold.value, found.value)?;
                match gold.text == found.text {
                    true => Ok(()),
                    false => write!(f, " (as “{}”)", found.text),
                }
            }
            (_, Some(t), None) | (_, None, Some(t)) => write!(f, "“{}” {} {}", t.text, t.kind, t.value),
            (_, None, None) => Ok(()),
        }
    }
}

/// Tags every document of a corpus and scores what was found. One that can't be read ends it: a score over a part
/// would pass for one over the whole.
pub fn evaluate(folder: &Path, half: Option<Half>) -> Result<Score, GoldError> {
    evaluate_with(folder, half, &Options::new())
}

/// The same, with every document read as the options say. What an option is worth is the difference between two
/// scores.
pub fn evaluate_with(folder: &Path, half: Option<Half>, options: &Options) -> Result<Score, GoldError> {
    let files = gold_files(folder)?;
    let (first, step) = step(half);
    let mut score = Score::default();
    for file in files.iter().skip(first).step_by(step) {
        let gold = GoldDocument::open(file)?;
        score.add(&gold, &gold.found_with(options));
    }
    Ok(score)
}

/// The number of the first document of a half, and how far it is to the next.
pub(super) fn step(half: Option<Half>) -> (usize, usize) {
    match half {
        None => (0, 1),
        Some(Half::Even) => (0, 2),
        Some(Half::Odd) => (1, 2),
    }
}

impl Score {
    /// Counts a document. `found` are the expressions that a program gives, in any order.
    pub fn add(&mut self, gold: &GoldDocument, found: &[Timex]) {
        let text: Vec<char> = gold.text.chars().collect();
        let pairs = pairs(&gold.timexes, found);
        let mut alone = (vec![true; gold.timexes.len()], vec![true; found.len()]);
        self.documents += 1;
        self.counts.gold += gold.timexes.len();
        self.counts.system += found.len();
        self.counts.paired += pairs.len();
        for timex in &gold.timexes {
            self.by_type.entry(timex.kind.clone()).or_default().gold += 1;
        }
        let error = |kind, gold_timex: Option<&Timex>, found: Option<&Timex>| {
            let place = gold_timex.or(found).map_or(0..0, |t| t.span.clone());
            ScoreError {
                kind,
                document: gold.name.clone(),
                start: place.start,
                gold: gold_timex.cloned(),
                found: found.cloned(),
                context: context(&text, place.start, place.end),
            }
        };
        for (g, s) in pairs {
            (alone.0[g], alone.1[s]) = (false, false);
            let (marked, found) = (&gold.timexes[g], &found[s]);
            let same = [
                (ErrorKind::Extent, marked.text == found.text),
                (ErrorKind::Type, marked.kind == found.kind),
                (ErrorKind::Value, marked.value == found.value),
            ];
            let [strict, kind, value] = same.map(|(_, same)| usize::from(same));
            self.counts.strict += strict;
            self.counts.kind += kind;
            self.counts.value += value;
            let of_type = self.by_type.entry(marked.kind.clone()).or_default();
            of_type.found += 1;
            of_type.strict += strict;
            of_type.kind += kind;
            of_type.value += value;
            let other = same.iter().filter(|(_, same)| !same);
            self.errors
                .extend(other.map(|(kind, _)| error(*kind, Some(marked), Some(found))));
        }
        let missed = gold.timexes.iter().zip(alone.0).filter(|(_, alone)| *alone);
        self.errors
            .extend(missed.map(|(t, _)| error(ErrorKind::Miss, Some(t), None)));
        let spurious = found.iter().zip(alone.1).filter(|(_, alone)| *alone);
        self.errors
            .extend(spurious.map(|(t, _)| error(ErrorKind::Spurious, None, Some(t))));
    }

    /// The disagreements by kind, then by document and place.
    pub fn sorted_errors(&self) -> Vec<&ScoreError> {
        let mut errors: Vec<_> = self.errors.iter().collect();
        errors.sort_by_key(|e| (e.kind, &e.document, e.start));
        errors
    }
}

impl Counts {
    /// The figures.
    pub fn figures(&self) -> Figures {
        let relaxed = rates(self.paired, self.system, self.gold);
        let agreement = |same| {
            let accuracy = ratio(same, self.paired);
            Agreement {
                accuracy: percent(accuracy),
                f1: percent(accuracy * relaxed.f1),
            }
        };
        let shown = |r: Rates| Rates {
            precision: percent(r.precision),
            recall: percent(r.recall),
            f1: percent(r.f1),
        };
        Figures {
            strict: shown(rates(self.strict, self.system, self.gold)),
            relaxed: shown(relaxed),
            kind: agreement(self.kind),
            value: agreement(self.value),
        }
    }
}

/// As parts of one.
fn rates(right: usize, system: usize, gold: usize) -> Rates {
    let (precision, recall) = (ratio(right, system), ratio(right, gold));
    let sum = precision + recall;
    Rates {
        precision,
        recall,
        f1: if sum > 0.0 {
            2.0 * precision * recall / sum
        } else {
            0.0
        },
    }
}

pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// Per cent with two decimals, a half to the even digit. Formatting rounds the number as the machine holds it, as
/// the field's scorers do; `f64::round` would take halves away from zero, and needs a product that errs by itself.
pub(super) fn percent(part: f64) -> f64 {
    format!("{:.2}", 100.0 * part).parse().unwrap_or_default()
}

pub(super) fn context(text: &[char], start: usize, end: usize) -> String {
    const WIDTH: usize = 30;
    let end = end.min(text.len());
    let start = start.min(end);
    let words = |from: usize, to: usize| text[from..to].iter().collect::<String>();
    let before = words(start.saturating_sub(WIDTH), start);
    let after = words(end, (end + WIDTH).min(text.len()));
    format!("…{before}[[{}]]{after}…", words(start, end)).replace('\n', "⏎")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_to_the_even_digit() {
        assert_eq!(percent(1.0 / 32.0), 3.12);
        assert_eq!(percent(3.0 / 32.0), 9.38);
        assert_eq!(percent(2.0 / 3.0), 66.67);
        assert_eq!(percent(1.0), 100.0);
    }

    #[test]
    fn nothing_is_scored_as_nothing() {
        let figures = Score::default().counts.figures();
        assert_eq!(figures, Figures::default());
    }
}

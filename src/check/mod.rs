//! The date logic against fixtures: texts with what is true of them; and against corpora that others annotated.
//!
//! A case gives a text (or an article beside its file), the publication date, and what must come out: expressions
//! with their values, phrases in which nothing may be found, events with their place in time. [`run`] reads each
//! as the program itself would and reports what differs. Nothing is printed.
//!
//! ```
//! use dateline::check::{FixtureFile, run};
//! let file = FixtureFile::parse("mine", r#"{"text":"The pier opened on Friday.","published":"2025-01-27",
//!     "mentions":[{"text":"Friday","value":"2025-01-24"}]}"#).unwrap();
//! let report = run(&[file], None).unwrap();
//! assert_eq!((report.expectations, report.differences.len()), (1, 0));
//! ```
//!
//! A corpus is a folder of TimeML. [`evaluate`] tags each text and scores what was found as TempEval-3 did;
//! [`Score::add`] takes a document and what any other program found in it.
//!
//! ```
//! use dateline::check::{GoldDocument, Score};
//! let gold = GoldDocument::parse("mine", br#"<DCT><TIMEX3 value="2025-01-27"/></DCT>
//!     <TEXT>Opened on <TIMEX3 type="DATE" value="2025-01-24">Friday</TIMEX3>.</TEXT>"#).unwrap();
//! let mut score = Score::default();
//! score.add(&gold, &gold.found());
//! assert_eq!(score.counts.figures().value.f1, 100.0);
//! ```

mod builtin;
mod compare;
mod entries;
mod fixture;
mod gold;
mod links;
mod markup;
mod pairs;
mod score;
mod verbs;

pub use builtin::{BUILT_IN, built_in};
pub use entries::{EntryError, EntryScore, Fault, evaluate_entries};
pub use fixture::{Case, EventCase, FixtureError, FixtureFile, MentionCase};
pub use gold::{GoldDocument, GoldError, Timex, gold_files};
pub use links::{GoldLinks, LinkError, LinkScore, evaluate_links};
pub use score::{
    Agreement, Counts, ErrorKind, Figures, Half, Rates, Score, ScoreError, TypeCounts, evaluate,
    evaluate_with,
};
pub use verbs::{
    GoldVerb, GoldVerbs, VerbCounts, VerbError, VerbErrorKind, VerbScore, evaluate_verbs, timeml_tense,
};

use crate::Options;
use crate::document::{ReadOptions, read};
use crate::published::{Published, PublishedFrom};
use crate::tagged::{Tagged, tag};
use crate::time::Day;
use crate::timeline::{Timeline, TimelineRequest, timeline};
use std::path::Path;

/// What came of a run.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Report {
    /// How many cases were read.
    pub cases: usize,
    /// How many single expectations they held.
    pub expectations: usize,
    /// Those that do not hold, in the order of the files.
    pub differences: Vec<Difference>,
}

impl Report {
    /// How many expectations hold.
    pub fn held(&self) -> usize {
        self.expectations - self.differences.len().min(self.expectations)
    }
}

/// One expectation that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The fixture's file.
    pub file: String,
    /// The case's name, its article's, or its number.
    pub case: String,
    /// What it is about: `“Friday” #2`, `event “had signed”`.
    pub about: String,
    /// What should come out.
    pub expected: String,
    /// What came out.
    pub got: String,
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Difference {
            file,
            case,
            about,
            expected,
            got,
        } = self;
        write!(f, "{file}: {case}: {about}: expected {expected}, got {got}")
    }
}

/// Reads every case and compares. `today` is the latest day that a case without one of its own may infer a year
/// for. The error is an article that can't be read.
pub fn run(files: &[FixtureFile], today: Option<Day>) -> Result<Report, FixtureError> {
    let mut report = Report::default();
    for file in files {
        for (i, case) in file.cases.iter().enumerate() {
            report.cases += 1;
            let (tagged, timeline) = answer(file, case, today)?;
            let label = case.name.clone().or_else(|| case.article.clone());
            let mut at = compare::Comparing {
                file: &file.name,
                case: label.unwrap_or_else(|| format!("case {}", i + 1)),
                report: &mut report,
            };
            at.compare(case, &tagged, &timeline);
        }
    }
    Ok(report)
}

/// What the program makes of a case.
fn answer(file: &FixtureFile, case: &Case, today: Option<Day>) -> Result<(Tagged, Timeline), FixtureError> {
    let mut options = Options::new();
    options.published = case
        .published
        .map(|day| Published::new(day, PublishedFrom::Option, day.to_string()));
    options.today = case.today.or(today);
    options.mode = case.mode;
    let document = match (&case.article, &case.text) {
        (Some(article), _) => {
            let path = file.folder.as_deref().unwrap_or(Path::new("")).join(article);
            let source = path.display().to_string();
            let bytes = std::fs::read(&path).map_err(|e| FixtureError::Unreadable {
                path: source.clone(),
                source: e,
            })?;
            read(&bytes, &source, &ReadOptions::default())
        }
        (None, text) => {
            // A text of its own is a page with its date line only where the case says that one must be found.
            let is_body = case.published.is_some() || case.published_expected.is_none();
            options.text_only = is_body;
            let bytes = text.as_deref().unwrap_or_default().as_bytes();
            read(bytes, "fixture.txt", &ReadOptions::default().text_only(is_body))
        }
    };
    let document = document.map_err(|e| FixtureError::Format {
        file: file.name.clone(),
        case: case.article.clone().map(|a| format!(", {a}")).unwrap_or_default(),
        message: e.to_string(),
    })?;
    let tagged = tag(document, &options);
    let timeline = timeline(std::slice::from_ref(&tagged), &TimelineRequest::default());
    Ok((tagged, timeline))
}

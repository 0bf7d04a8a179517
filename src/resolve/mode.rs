//! News or narrative: which anchor bare months, days and relative phrases take.

use crate::rules::{DateParts, Meaning, Mention, Name, Which};
use crate::time::Day;
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// Which anchor a document's bare and relative expressions take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The publication date.
    #[default]
    News,
    /// The last full date that was told.
    Narrative,
}

impl Mode {
    /// `news` or `narrative`.
    pub fn word(self) -> &'static str {
        match self {
            Mode::News => "news",
            Mode::Narrative => "narrative",
        }
    }
}

/// Decides from the share of dates with their year, the deictics (yesterday, Friday, last week) and the distance of
/// the years to publication. A tie is news. `date_lines` are the mentions, rising, that date the text rather than tell
/// in it.
pub fn auto(mentions: &[Mention], published: Option<Day>, date_lines: &[usize]) -> Mode {
    let (mut full, mut deictic, mut distant) = (0usize, 0usize, 0usize);
    let year_now = published.map(|d| d.year());
    let mut told = 0;
    for (i, m) in mentions.iter().enumerate() {
        match kind(&m.meaning) {
            Kind::Full(year) => {
                full += 1;
                told += usize::from(date_lines.binary_search(&i).is_err());
                // With no publication date a full date counts as distant: nothing says that it is news.
                distant += usize::from(year_now.is_none_or(|y| (y - year).abs() > 1));
            }
            Kind::Deictic => deictic += 1,
            Kind::Neither => {}
        }
    }
    // A history may quote a "today"; news has a weekday in every other sentence.
    let enough = told >= 3;
    let past = distant * 2 > full;
    if enough && past && deictic * 4 < full {
        Mode::Narrative
    } else {
        Mode::News
    }
}

enum Kind {
    Full(i32),
    Deictic,
    Neither,
}

fn kind(m: &Meaning) -> Kind {
    match m {
        Meaning::Date(DateParts {
            year: Some(y),
            short_year: false,
            ..
        }) => Kind::Full(*y),
        Meaning::Years { first, .. } => Kind::Full(*first),
        Meaning::Days(_) => Kind::Deictic,
        Meaning::Named(Name::Weekday(_), Which::Bare) => Kind::Deictic,
        // "last Friday", "this autumn", "last Easter", "this morning"
        Meaning::Named(_, Which::Last | Which::Next | Which::This) => Kind::Deictic,
        Meaning::Unit(_, Which::Last | Which::Next | Which::This) => Kind::Deictic,
        Meaning::Shift {
            from: crate::rules::From::Writing,
            ..
        } => Kind::Deictic,
        Meaning::Modified(_, inner) => kind(inner),
        Meaning::Within(part, whole) => match kind(whole) {
            Kind::Neither => kind(part),
            k => k,
        },
        _ => Kind::Neither,
    }
}

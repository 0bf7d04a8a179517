use super::Why;
use crate::rules::Modifier;
use crate::time::{Grain, Moment};
use serde::{Deserialize, Serialize};

/// TIMEX3's four types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum TimexType {
    /// A day or longer, or no time in particular.
    Date,
    /// Shorter than a day.
    Time,
    /// A length.
    Duration,
    /// What comes again.
    Set,
}

impl TimexType {
    /// As TIMEX3 writes it.
    pub fn word(self) -> &'static str {
        match self {
            TimexType::Date => "DATE",
            TimexType::Time => "TIME",
            TimexType::Duration => "DURATION",
            TimexType::Set => "SET",
        }
    }
}

/// From what a time was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Anchor {
    /// The publication date.
    Published,
    /// The mention at this place in the list.
    Mention(usize),
}

impl Serialize for Anchor {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Anchor::Published => s.serialize_str("published"),
            Anchor::Mention(i) => s.collect_str(&format_args!("t{}", i + 1)),
        }
    }
}

/// A part of a date, stated or inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Part {
    /// The year.
    Year,
    /// The half of the year.
    Half,
    /// The quarter.
    Quarter,
    /// The season.
    Season,
    /// The month.
    Month,
    /// The week.
    Week,
    /// The day of the month.
    Day,
    /// The day of the week.
    Weekday,
    /// The part of the day.
    #[serde(rename = "part of day")]
    DayPart,
    /// The time of the clock.
    Time,
    /// The feast.
    Feast,
    /// The decade.
    Decade,
    /// The century.
    Century,
}

/// What a time expression denotes, how that was found out, and what else it could be.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct When {
    /// TIMEX3's type.
    #[serde(rename = "type")]
    pub kind: TimexType,
    /// TIMEX3's value; in its open form (`XXXX-10`) where it can't be resolved.
    pub value: String,
    /// TIMEX3's `mod`.
    #[serde(rename = "mod")]
    pub modifier: Option<Modifier>,
    /// Inclusive; what the phrase denotes, never cut.
    pub start: Option<Moment>,
    /// Exclusive.
    pub end: Option<Moment>,
    /// How precise the words are.
    pub grain: Option<Grain>,
    /// The parts that the words name.
    pub stated: Vec<Part>,
    /// The parts that came from the anchor.
    pub inferred: Vec<Part>,
    /// From what it was counted.
    pub anchor: Option<Anchor>,
    /// TIMEX3's `quant` of a set: `EVERY`, `EACH`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quant: Option<String>,
    /// TIMEX3's `freq` of a set: `2X`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freq: Option<String>,
    /// The id of the mention that begins it, for a length with a known start.
    #[serde(rename = "beginPoint", skip_serializing_if = "Option::is_none")]
    pub begin_point: Option<String>,
    /// The id of the mention that ends it.
    #[serde(rename = "endPoint", skip_serializing_if = "Option::is_none")]
    pub end_point: Option<String>,
    /// The readings that lost, likeliest first.
    pub alternatives: Vec<Alternative>,
    /// Why it stays open, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The steps, as codes; [`Why::note`] puts them into words.
    #[serde(skip)]
    pub why: Vec<Why>,
}

impl When {
    /// Whether it has a place on the axis.
    pub fn is_placed(&self) -> bool {
        self.start.is_some() && self.end.is_some()
    }
}

/// A reading that lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Alternative {
    /// Its TIMEX3 value.
    pub value: String,
    /// Inclusive.
    #[serde(default)]
    pub start: Option<Moment>,
    /// Exclusive.
    #[serde(default)]
    pub end: Option<Moment>,
    /// What it would mean, in words.
    #[serde(default)]
    pub note: String,
}

impl Alternative {
    /// A reading that lost: its value, its half-open span, and what it would mean.
    pub fn new(value: impl Into<String>, start: Moment, end: Moment, note: impl Into<String>) -> Alternative {
        Alternative {
            value: value.into(),
            start: Some(start),
            end: Some(end),
            note: note.into(),
        }
    }
}

use crate::rules::{DayOrder, Modifier};
use crate::time::{Clock, Day, Grain, Weekday};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One step of working out a date, as a code; put into words only when somebody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Why {
    /// Counted from the publication date.
    FromPublished(Day),
    /// Counted from the mention before it.
    FromMention(usize, Day),
    /// Counted from the last full date of a narrative.
    FromNarrative(usize, Day),
    /// Counted from the date line of its section.
    FromSection(Day),
    /// Counted from the day on which an entry of a log was written, so many days after its date.
    FromNight(Day, i32),
    /// All of it is in the text.
    Stated,
    /// The latest such weekday up to and including the anchor.
    LatestWeekday(Weekday, Day),
    /// The anchor's own weekday.
    SameWeekday(Day),
    /// The latest such weekday before the anchor.
    WeekdayBefore(Weekday, Day),
    /// The first such weekday after the anchor.
    WeekdayAfter(Weekday, Day),
    /// The weekday inside the anchor's week.
    WeekdayOfWeek(Day),
    /// The verb that governs it points ahead.
    GovernorFuture,
    /// The verb that governs it points back.
    GovernorPast,
    /// The preposition asks for what is to come.
    PrepositionAhead,
    /// The year nearest to the anchor.
    NearestYear(i32),
    /// The latest one that has begun.
    LatestBegun,
    /// The next one to begin.
    NextToBegin,
    /// The one before the anchor's.
    UnitBefore(Grain),
    /// The anchor's own.
    UnitOf(Grain),
    /// The one after the anchor's.
    UnitAfter(Grain),
    /// So many units back or on.
    Shifted(i32, Grain),
    /// It lies inside a period named beside it.
    Inside(String),
    /// The order of day and month, and whether the document itself decided it.
    Order(DayOrder, OrderFrom),
    /// The parts of it that are meant.
    Narrowed(Modifier),
    /// The weekday that is named is not the date's.
    WeekdayMismatch(Weekday, Day),
    /// A clock time on the day last named, or on the anchor's.
    ClockOn(Day),
    /// The hour could be in either half of the day.
    EitherHalf,
    /// A century chosen for a year of two figures or a decade.
    CenturyChosen(i32),
    /// Completed from the other end of its range.
    FromRange,
    /// Counted in the hours of the publication instant.
    FromInstant(Clock),
    /// The next day told after it lies in the week before, so this one does too.
    NarrationForward(usize),
    /// The two weekdays told after it go on through the week before, so it begins that week.
    WeekToldThrough(usize, usize),
    /// What is counted from it is told as past, and would lie after publication.
    PastNotAhead(usize),
    /// The week of the day that its own sentence names, not that of publication.
    WeekOfSentence(Day),
    /// Why it could not be resolved.
    Open(OpenReason),
}

/// What settled the order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderFrom {
    /// An option.
    Option,
    /// Another date of the document.
    Sibling,
    /// Nothing: a guess.
    Guess,
}

/// Why an expression stays open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpenReason {
    /// The document has no date.
    NoPublished,
    /// Nothing was told before that it could be counted from.
    NothingTold,
    /// One of many, and the words don't say which: "on a Friday".
    NotSaid,
    /// The amount is not a number.
    VagueAmount,
    /// Beyond the years that can be written.
    OutOfRange,
}

impl OpenReason {
    /// In words, with the remedy where there is one.
    pub fn words(self) -> &'static str {
        match self {
            OpenReason::NoPublished => "the document has no publication date; give one with --published",
            OpenReason::NothingTold => {
                "no date precise enough stands before it in its own or the previous sentence"
            }
            OpenReason::NotSaid => "the words mean one of many and don’t say which",
            OpenReason::VagueAmount => "the words name no number",
            OpenReason::OutOfRange => "beyond the years that can be written, 9998 BC to AD 9998",
        }
    }
}

impl Why {
    /// The step in words.
    pub fn note(&self) -> String {
        let d = |d: &Day| crate::time::Moment::of_day(*d).to_string();
        match self {
            Why::FromPublished(day) => format!("publication date, {}", d(day)),
            Why::FromMention(i, day) => format!("the date before it, t{}, {}", i + 1, d(day)),
            Why::FromNarrative(i, day) => {
                format!("the last full date of the narrative, t{}, {}", i + 1, d(day))
            }
            Why::FromNight(day, n) if *n > 0 => {
                format!("the day of its entry, {}, as the log has passed midnight", d(day))
            }
            Why::FromNight(day, _) => {
                format!(
                    "the day of its entry, {}, as the log goes back past midnight",
                    d(day)
                )
            }
            Why::FromSection(day) => format!("the date line of its section, {}", d(day)),
            Why::Stated => "all of it is in the text".into(),
            Why::LatestWeekday(w, a) => format!("latest {} up to {}", weekday_name(*w), d(a)),
            Why::SameWeekday(a) => format!("{} is that weekday itself", d(a)),
            Why::WeekdayBefore(w, a) => format!("latest {} before {}", weekday_name(*w), d(a)),
            Why::WeekdayAfter(w, a) => format!("first {} after {}", weekday_name(*w), d(a)),
            Why::WeekdayOfWeek(a) => format!("that weekday of the week of {}", d(a)),
            Why::GovernorFuture => "the verb points ahead".into(),
            Why::GovernorPast => "the verb points back".into(),
            Why::PrepositionAhead => "the preposition asks for what is to come".into(),
            Why::NearestYear(y) => {
                format!("the year that brings it nearest: {}", crate::time::year_value(*y))
            }
            Why::LatestBegun => "the latest one that has begun".into(),
            Why::NextToBegin => "the next one to begin".into(),
            Why::UnitBefore(g) => format!("the {} before", g.word()),
            Why::UnitOf(g) => format!("the {} it lies in", g.word()),
            Why::UnitAfter(g) => format!("the {} after", g.word()),
            Why::Shifted(n, g) => {
                let plural = if n.abs() == 1 { "" } else { "s" };
                format!(
                    "{} {}{plural} {}",
                    n.abs(),
                    g.word(),
                    if *n < 0 { "back" } else { "on" }
                )
            }
            Why::Inside(v) => format!("inside {v}, named in the same sentence"),
            Why::Order(o, from) => format!(
                "{} first, {}",
                if *o == DayOrder::DayFirst { "day" } else { "month" },
                match from {
                    OrderFrom::Option => "as the option says",
                    OrderFrom::Sibling => "as another date of the document shows",
                    OrderFrom::Guess => "a guess: nothing in the document decides",
                }
            ),
            Why::Narrowed(m) => match m {
                Modifier::Start => "its first part".into(),
                Modifier::Mid => "its middle".into(),
                Modifier::End => "its last part".into(),
                Modifier::Approx => "not exactly".into(),
                Modifier::LessThan => "somewhat less".into(),
                Modifier::MoreThan => "somewhat more".into(),
                Modifier::EqualOrLess => "at most".into(),
                Modifier::EqualOrMore => "at least".into(),
            },
            Why::WeekdayMismatch(w, day) => {
                format!(
                    "the text says {}, but {} is a {}",
                    weekday_name(*w),
                    d(day),
                    weekday_name(day.weekday())
                )
            }
            Why::ClockOn(day) => format!("on {}", d(day)),
            Why::EitherHalf => "morning or afternoon is not said".into(),
            Why::CenturyChosen(y) => format!("taken as {y}"),
            Why::FromRange => "completed from the other end of the range".into(),
            Why::FromInstant(at) => format!("counted from {}", at.format("%Y-%m-%dT%H:%M")),
            Why::NarrationForward(i) => {
                format!(
                    "narration moves forward: t{}, told after it, is the day after",
                    i + 1
                )
            }
            Why::WeekToldThrough(a, b) => format!(
                "t{} and t{}, told after it, go on through the week before publication",
                a + 1,
                b + 1
            ),
            Why::PastNotAhead(i) => {
                format!(
                    "t{}, counted from it, is told as past: not after publication",
                    i + 1
                )
            }
            Why::WeekOfSentence(day) => format!("the week of {}, named in the same sentence", d(day)),
            Why::Open(reason) => reason.words().into(),
        }
    }

    /// `anchor`, `resolve` or `choose`.
    pub fn step(&self) -> &'static str {
        match self {
            Why::NarrationForward(_)
            | Why::WeekToldThrough(..)
            | Why::PastNotAhead(_)
            | Why::WeekOfSentence(_) => "choose",
            Why::FromPublished(_)
            | Why::FromMention(..)
            | Why::FromNarrative(..)
            | Why::FromInstant(_)
            | Why::FromNight(..)
            | Why::FromSection(_) => "anchor",
            _ => "resolve",
        }
    }

    /// As the JSON writes it.
    pub fn written(&self) -> WhyStep {
        WhyStep {
            step: self.step().into(),
            rule: None,
            note: self.note(),
        }
    }
}

/// The English name of a weekday.
pub fn weekday_name(w: Weekday) -> &'static str {
    match w {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// One step of working out a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WhyStep {
    /// `read`, `anchor`, `resolve`, `relation`, `choose`.
    pub step: Cow<'static, str>,
    /// The rule that read the words, on a `read` step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Cow<'static, str>>,
    /// In words.
    pub note: String,
}

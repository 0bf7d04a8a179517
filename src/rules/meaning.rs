//! What a phrase says, before anybody asks from when it is counted.

use crate::text::Amount;
use crate::time::{DayPart, Grain, Season, Weekday};
use serde::{Deserialize, Serialize};

/// An anchor-free reading of a time expression.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Meaning {
    /// Year, month and day as far as they are named: "27 January", "October 2024", "1998", "Monday, 3 May".
    Date(DateParts),
    /// A thing that comes round again, and which one: "Friday", "last October", "next spring".
    Named(Name, Which),
    /// A unit of the calendar, and which one: "last week", "this year", "the month".
    Unit(Grain, Which),
    /// Ten, a hundred or a thousand years: "the 1990s", "the 19th century". `first` is astronomical.
    Years {
        /// The first year of it.
        first: i32,
        /// Decade, century or millennium.
        grain: Grain,
        /// Whether it is counted backwards from year 1.
        bc: bool,
    },
    /// A decade without its century: "the ’90s", "the nineties". 0 to 90.
    Decade(u8),
    /// A number of whole days from the anchor day: "yesterday" −1, "tomorrow" 1.
    Days(i8),
    /// A number of units from something: "three days ago", "two weeks later".
    Shift {
        /// How many.
        amount: Amount,
        /// Of what.
        grain: Grain,
        /// Towards the past.
        back: bool,
        /// From what.
        from: From,
    },
    /// A stretch that touches the anchor: "the past two months", "the next three years", "within five days".
    Stretch {
        /// How many.
        amount: Amount,
        /// Of what.
        grain: Grain,
        /// Whether it ends at the anchor (else it begins there).
        back: bool,
    },
    /// The first or last few units of a whole: "the first nine months of 2024".
    Portion {
        /// How many.
        count: u32,
        /// Of what.
        grain: Grain,
        /// The last ones.
        last: bool,
    },
    /// The stretch whose results are told: "the year-ago period" is it within the year before.
    Period,
    /// One thing inside another: "October last year", "Friday morning", "the spring of 1998".
    Within(Box<Meaning>, Box<Meaning>),
    /// A part or a vagueness of another: "early 2024", "the end of March", "about 1990".
    Modified(Modifier, Box<Meaning>),
    /// A time of the clock.
    Clock(ClockTime),
    /// A length: "three days".
    Length {
        /// How many.
        amount: Amount,
        /// Of what.
        grain: Grain,
    },
    /// Something that comes again and again.
    Set(SetOf),
    /// No time in particular.
    Reference(Reference),
    /// Reads like a date of the calendar, but there is no such day: "31 April".
    Impossible,
}

/// The parts of a calendar date that the words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct DateParts {
    /// Astronomical (44 BC is −43).
    pub year: Option<i32>,
    /// The year has two digits only; its century is to be found.
    pub short_year: bool,
    /// 1–12.
    pub month: Option<u8>,
    /// 1–31.
    pub day: Option<u8>,
    /// As named beside the date.
    pub weekday: Option<Weekday>,
    /// The order of day and month was a guess: `(month, day)` as the other order has them.
    pub swapped: Option<(u8, u8)>,
    /// The order of day and month that the figures leave no choice about.
    pub forced: Option<DayOrder>,
    /// A fiscal year.
    pub fiscal: bool,
}

/// Which of two figures is the day: settled once per document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayOrder {
    /// 27/01/2025
    DayFirst,
    /// 01/27/2025
    MonthFirst,
}

/// A thing of the calendar that comes round again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Name {
    /// Monday … Sunday.
    Weekday(Weekday),
    /// January … December, 1–12.
    Month(u8),
    /// Spring … winter.
    Season(Season),
    /// 1–4; whether of a fiscal year.
    Quarter(u8, bool),
    /// 1–2; whether of a fiscal year.
    Half(u8, bool),
    /// A week of the year by its ISO number.
    Week(u8),
    /// A day of a month, 1–12 and 1–31.
    MonthDay(u8, u8),
    /// A day of the month alone: "the 17th".
    DayOfMonth(u8),
    /// The nth such weekday of a month, −1 for its last: "the first Monday of May".
    NthWeekday(i8, Weekday),
    /// A part of the day.
    Part(DayPart),
    /// A feast or named day, by its place in the list of feasts.
    Feast(u8),
}

/// Which one of those that come round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Which {
    /// No word says: "Friday", "in October", "the quarter".
    Bare,
    /// "this", "current".
    This,
    /// "last", "past".
    Last,
    /// "next", "coming".
    Next,
    /// "the previous", "the preceding": before what was just told.
    Previous,
    /// "the following": after what was just told.
    Following,
    /// "that", "the same": what was just told.
    That,
    /// "earlier this …", "earlier in …": what of it lies behind.
    Earlier,
    /// "later this …", "later in …": what of it lies ahead.
    Later,
    /// "a week on Friday", "Friday week".
    AfterNext,
    /// "on a Friday": one of them, and nothing says which.
    Any,
    /// "the turn of the century": the year in which one follows another.
    Turn,
}

/// From what a shift is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum From {
    /// From the day of writing: "ago", "from now".
    Writing,
    /// From what was just told: "later", "earlier", "after that".
    Told,
    /// From a date named beside it: "two days after Christmas".
    Date(Box<Meaning>),
}

/// A time of the clock as the words give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClockTime {
    /// 0–24.
    pub hour: u8,
    /// 0–59, where said.
    pub minute: Option<u8>,
    /// 0–59, where said.
    pub second: Option<u8>,
    /// Minutes east of UTC, where a zone is said.
    pub zone: Option<i16>,
    /// Morning and afternoon are not told apart: "3 o'clock".
    pub either_half: bool,
}

/// How the words narrow or blur a time. TIMEX3's `mod`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum Modifier {
    /// "early", "the beginning of".
    Start,
    /// "mid-", "the middle of".
    Mid,
    /// "late", "the end of".
    End,
    /// "about", "around".
    Approx,
    /// "less than", "under", "nearly", "almost".
    LessThan,
    /// "more than", "over".
    MoreThan,
    /// "at most", "up to".
    EqualOrLess,
    /// "at least".
    EqualOrMore,
}

impl Modifier {
    /// As TIMEX3's `mod` writes it.
    pub fn word(self) -> &'static str {
        match self {
            Modifier::Start => "START",
            Modifier::Mid => "MID",
            Modifier::End => "END",
            Modifier::Approx => "APPROX",
            Modifier::LessThan => "LESS_THAN",
            Modifier::MoreThan => "MORE_THAN",
            Modifier::EqualOrLess => "EQUAL_OR_LESS",
            Modifier::EqualOrMore => "EQUAL_OR_MORE",
        }
    }
}

/// What comes again.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SetOf {
    /// What: a named day or season, or a length.
    pub what: SetWhat,
    /// How often in each: "twice a year" 2.
    pub times: Option<u32>,
    /// "every", "each".
    pub each: bool,
}

/// What comes again.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SetWhat {
    /// "every Wednesday", "each summer".
    Name(Name),
    /// "daily", "twice a year", "every two weeks".
    Length(Amount, Grain),
    /// "every second Tuesday": a name at an interval.
    NameEvery(Name, u32),
}

/// No time in particular.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reference {
    /// "recently".
    Past,
    /// "now".
    Present,
    /// "the future".
    Future,
}

impl Meaning {
    /// A named thing, nothing said about which.
    pub fn bare(name: Name) -> Meaning {
        Meaning::Named(name, Which::Bare)
    }

    /// A year alone.
    pub fn year(year: i32) -> Meaning {
        Meaning::Date(DateParts {
            year: Some(year),
            ..DateParts::default()
        })
    }

    /// `part` inside `whole`.
    pub fn within(part: Meaning, whole: Meaning) -> Meaning {
        Meaning::Within(Box::new(part), Box::new(whole))
    }

    /// The same, narrowed or blurred.
    pub fn modified(self, modifier: Modifier) -> Meaning {
        Meaning::Modified(modifier, Box::new(self))
    }

    /// Whether it is a date or time that can lie on an axis (not a length, set or reference).
    pub fn is_place(&self) -> bool {
        match self {
            Meaning::Length { .. } | Meaning::Set(_) | Meaning::Reference(_) | Meaning::Impossible => false,
            Meaning::Modified(_, inner) => inner.is_place(),
            _ => true,
        }
    }
}

impl Meaning {
    /// How precise the words are; `None` for references and what has no unit.
    pub fn grain(&self) -> Option<Grain> {
        Some(match self {
            Meaning::Date(p) => match p {
                DateParts { day: Some(_), .. } => Grain::Day,
                DateParts { month: Some(_), .. } => Grain::Month,
                _ => Grain::Year,
            },
            Meaning::Named(name, _) => match name {
                Name::Weekday(_)
                | Name::MonthDay(..)
                | Name::DayOfMonth(_)
                | Name::NthWeekday(..)
                | Name::Feast(_) => Grain::Day,
                Name::Month(_) => Grain::Month,
                Name::Season(_) => Grain::Season,
                Name::Quarter(..) => Grain::Quarter,
                Name::Half(..) => Grain::Half,
                Name::Week(_) => Grain::Week,
                Name::Part(_) => Grain::DayPart,
            },
            Meaning::Unit(grain, _) | Meaning::Years { grain, .. } => *grain,
            Meaning::Shift { grain, .. } | Meaning::Stretch { grain, .. } => *grain,
            Meaning::Portion { grain, .. } | Meaning::Length { grain, .. } => *grain,
            Meaning::Decade(_) => Grain::Decade,
            Meaning::Days(_) => Grain::Day,
            Meaning::Within(part, whole) => return part.grain().or_else(|| whole.grain()),
            Meaning::Modified(_, inner) => return inner.grain(),
            Meaning::Clock(ClockTime { minute: None, .. }) => Grain::Hour,
            Meaning::Clock(_) => Grain::Minute,
            Meaning::Set(_) | Meaning::Reference(_) | Meaning::Impossible | Meaning::Period => return None,
        })
    }
}

use serde::{Deserialize, Serialize};

/// How precise a date is: the unit that the words name, from the finest to the coarsest.
///
/// The order is the order of length, so `a <= b` reads "at least as fine as".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Grain {
    /// A second of a clock time.
    Second,
    /// A minute of a clock time.
    Minute,
    /// A whole hour ("within hours", "3 p.m." is a minute).
    Hour,
    /// Morning, afternoon, evening, night.
    #[serde(rename = "part of day")]
    DayPart,
    /// A civil day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// An ISO week, Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// Three months named by weather: spring, summer, autumn, winter.
    Season,
    /// Three months of the calendar or of a fiscal year.
    Quarter,
    /// Six months of the calendar or of a fiscal year.
    Half,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

impl Grain {
    /// The word for it in messages and in the JSON.
    pub fn word(self) -> &'static str {
        match self {
            Grain::Second => "second",
            Grain::Minute => "minute",
            Grain::Hour => "hour",
            Grain::DayPart => "part of day",
            Grain::Day => "day",
            Grain::Weekend => "weekend",
            Grain::Week => "week",
            Grain::Month => "month",
            Grain::Season => "season",
            Grain::Quarter => "quarter",
            Grain::Half => "half",
            Grain::Year => "year",
            Grain::Decade => "decade",
            Grain::Century => "century",
            Grain::Millennium => "millennium",
        }
    }

    /// Whether the unit is shorter than a day, so that a clock is needed to write it.
    pub fn is_clock(self) -> bool {
        self < Grain::Day
    }
}

//! Instants of the axis: seconds of local civil time, which is all that a chart needs to know of a date.

use crate::time::{Clock, Day, Grain};
use chrono::DateTime;

/// Seconds since 1970-01-01 of the proleptic Gregorian calendar, in local civil time. Offsets play no part:
/// labels tell the time that the text tells, and the axis agrees with its labels.
pub(super) type Instant = i64;

/// Seconds of a civil day.
pub(super) const DAY: Instant = 86_400;

/// A civil time on the axis.
pub(super) fn of_clock(at: Clock) -> Instant {
    at.and_utc().timestamp()
}

/// The first instant of a day.
pub(super) fn of_day(day: Day) -> Instant {
    of_clock(day.and_time(chrono::NaiveTime::MIN))
}

/// Back to the calendar; `None` beyond the years that chrono can count.
pub(super) fn to_clock(t: Instant) -> Option<Clock> {
    DateTime::from_timestamp(t, 0).map(|d| d.naive_utc())
}

/// How long a unit is, near enough to compare scales.
pub(super) fn length(grain: Grain) -> Instant {
    const YEAR: Instant = 31_556_952;
    match grain {
        Grain::Second => 1,
        Grain::Minute => 60,
        Grain::Hour => 3_600,
        Grain::DayPart => DAY / 4,
        Grain::Day => DAY,
        Grain::Weekend => 2 * DAY,
        Grain::Week => 7 * DAY,
        Grain::Month => YEAR / 12,
        Grain::Season | Grain::Quarter => YEAR / 4,
        Grain::Half => YEAR / 2,
        Grain::Year => YEAR,
        Grain::Decade => 10 * YEAR,
        Grain::Century => 100 * YEAR,
        Grain::Millennium => 1000 * YEAR,
    }
}

//! Civil-day arithmetic, half-open spans, granularities and TIMEX3 value strings. Knows no English.
//!
//! All arithmetic is on the proleptic Gregorian calendar in local civil time: a time zone only turns an
//! instant into its civil day, and no day is ever 23 hours long.

mod calendar;
mod grain;
mod lunar;
mod moment;
mod span;
mod value;

pub use calendar::{
    add_months, add_units, day, days_in_month, easter, iso_week_start, nth_weekday, start_of,
};
pub use chrono::Weekday;
pub use chrono::{NaiveDate as Day, NaiveDateTime as Clock};
pub use grain::Grain;
pub use lunar::{diwali, hanukkah, islamic, lunar_new_year, orthodox_easter, passover, rosh_hashanah};
pub use moment::Moment;
pub use span::Span;
pub use value::{DayPart, Season, duration_value, span_of_value, value_of, year_value};

//! Dates that people type: `--published "27 Jan 2025"`, `--since "3 weeks ago"`.
//!
//! Written dates come first: ISO 8601, RFC 3339, RFC 2822, English. What counts from today goes through the one
//! door to chrono-english at the end of this file.
//!
//! ```
//! use dateline::{time::day, typed};
//! let today = day(2025, 1, 27).unwrap(); // a Monday
//! assert_eq!(typed::read("last friday", today).unwrap().date, day(2025, 1, 24).unwrap());
//! assert!(typed::read("03/04/2025", today).is_err());
//! assert_eq!(typed::read_span("October 2024", today).unwrap().end, day(2024, 11, 1).unwrap());
//! ```

mod clock;
mod words;

use crate::time::{self, Day, Grain, Span};
use chrono::{Datelike, TimeDelta, Timelike};

/// The longest phrase that is looked at, in bytes.
const LONGEST: usize = 64;

/// What can be typed, for messages and help.
pub const FORMS: &str = "2025-01-27, 2025-01-27T14:30+09:00, 20250127, 27 January 2025, Jan. 27, 2025, 27/01/2025, 27 Jan, \
                         yesterday, friday, last friday, next friday, 3 weeks ago";

/// A single day that someone typed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Typed {
    /// The local civil day: an instant with an offset counts as its own day, wherever it is read.
    pub date: Day,
    /// `HH:MM`, where typed.
    pub time: Option<String>,
    /// `+HH:MM` or `-HH:MM`, where typed.
    pub offset: Option<String>,
    /// How it was written.
    pub form: Form,
}

/// Days that someone typed: one, or a month, a year, a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct TypedSpan {
    /// The first day.
    pub start: Day,
    /// The first day after it.
    pub end: Day,
    /// How it was written.
    pub form: Form,
}

/// How a typed date was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// ISO 8601, RFC 3339 and their compact kin; TIMEX3 values.
    Iso,
    /// The date of a mail: RFC 2822.
    Rfc2822,
    /// Numbers with strokes or dots whose order is beyond doubt.
    Numeric,
    /// In words, complete.
    English,
    /// In words, the year (or more) taken from the day nearest to today.
    Completed,
    /// Counted from today.
    Relative,
}

/// Those of [`FORMS`] that are complete: what a row's `published` may be.
pub const COMPLETE_FORMS: &str =
    "2025-01-27, 2025-01-27T14:30+09:00, 20250127, 27 January 2025, Jan. 27, 2025, 27/01/2025";

/// Why a typed date is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TypedError {
    /// None of the forms.
    #[error("`{0}` is not a date that can be read; give one like: {FORMS}")]
    Unknown(String),
    /// Two readings, both good.
    #[error(
        "`{phrase}` may be {month_first} (month first) or {day_first} (day first); write it as YYYY-MM-DD"
    )]
    Ambiguous {
        /// As typed.
        phrase: String,
        /// Read as month, day, year.
        month_first: Day,
        /// Read as day, month, year.
        day_first: Day,
    },
    /// A day that the calendar does not have.
    #[error("there is no day `{0}` in the calendar")]
    Impossible(String),
    /// A day of the calendar beyond the years that are reckoned with.
    #[error("`{0}` lies too far off; give a day of the years 1 to 9998")]
    FarOff(String),
    /// The weekday named is not that day's.
    #[error("`{phrase}`: {date} is a {weekday}")]
    Weekday {
        /// As typed.
        phrase: String,
        /// The day without the weekday.
        date: Day,
        /// Its weekday.
        weekday: &'static str,
    },
    /// A phrase that a text would mean otherwise: a length, no time in particular.
    #[error("`{phrase}` names no day; write `{instead}`")]
    NoDay {
        /// As typed.
        phrase: String,
        /// What names the day that was meant.
        instead: String,
    },
    /// A month, a year: more than a day where one day is needed.
    #[error("`{phrase}` names no single day ({start} to {last}); give one like: {FORMS}")]
    NoSingleDay {
        /// As typed.
        phrase: String,
        /// Its first day.
        start: Day,
        /// Its last day.
        last: Day,
    },
}

/// What a phrase names: days, and a clock time where there is one.
struct Reading {
    span: Span,
    time: Option<(u32, u32)>,
    offset: Option<i16>,
    form: Form,
}

impl Reading {
    fn day(date: Day, form: Form) -> Reading {
        Reading {
            span: Span::day(date),
            time: None,
            offset: None,
            form,
        }
    }
}

/// Reads a phrase that names one day. `today` is what "yesterday" counts from.
pub fn read(phrase: &str, today: Day) -> Result<Typed, TypedError> {
    let phrase = phrase.trim();
    let reading = reading(phrase, today)?;
    let (start, last) = (reading.span.first_day(), reading.span.last_day());
    if start != last {
        let phrase = phrase.to_owned();
        return Err(TypedError::NoSingleDay { phrase, start, last });
    }
    let sign = |o: i16| if o < 0 { '-' } else { '+' };
    Ok(Typed {
        date: start,
        time: reading.time.map(|(h, m)| format!("{h:02}:{m:02}")),
        offset: reading
            .offset
            .map(|o| format!("{}{:02}:{:02}", sign(o), o.abs() / 60, o.abs() % 60)),
        form: reading.form,
    })
}

/// Reads a complete date, such as a page's metadata carry: nothing is taken from today.
///
/// ```
/// use dateline::typed::read_written;
/// let found = read_written("2024-03-14T23:30:00-04:00").unwrap();
/// assert_eq!((found.date.to_string().as_str(), found.offset.as_deref()), ("2024-03-14", Some("-04:00")));
/// assert!(read_written("27 Jan").is_err());
/// ```
pub fn read_written(phrase: &str) -> Result<Typed, TypedError> {
    let found = read(phrase, Day::default())?;
    match found.form {
        Form::Completed | Form::Relative => Err(TypedError::Unknown(phrase.trim().to_owned())),
        _ => Ok(found),
    }
}

/// Reads a phrase that names a day or a longer stretch: what `--since` and `--until` take.
pub fn read_span(phrase: &str, today: Day) -> Result<TypedSpan, TypedError> {
    let reading = reading(phrase.trim(), today)?;
    Ok(TypedSpan {
        start: reading.span.first_day(),
        end: reading.span.end.date(),
        form: reading.form,
    })
}

fn reading(phrase: &str, today: Day) -> Result<Reading, TypedError> {
    let unknown = || TypedError::Unknown(phrase.chars().take(LONGEST).collect());
    if phrase.is_empty() || phrase.len() > LONGEST || !phrase.is_ascii() {
        return Err(unknown());
    }
    if let Some(found) = iso(phrase) {
        return found;
    }
    if let Ok(at) = chrono::DateTime::parse_from_rfc2822(phrase) {
        let mut found = Reading::day(at.date_naive(), Form::Rfc2822);
        found.time = Some((at.hour(), at.minute()));
        found.offset = i16::try_from(at.offset().local_minus_utc() / 60).ok();
        return Ok(found);
    }
    if let Some(found) = numeric(phrase) {
        return found;
    }
    // A day so far off that its neighbours cannot be written is no today.
    if today.year().abs() > 9990 {
        return Err(unknown());
    }
    match words::read(phrase, today) {
        Some(found) => found,
        None => Err(unknown()),
    }
}

/// `2025-01-27`, `2025/01/27`, `20250127`, each with a clock time and an offset; `2024-10`, `2025-W04`, `2024-Q3`.
fn iso(phrase: &str) -> Option<Result<Reading, TypedError>> {
    let digits = phrase.bytes().take_while(u8::is_ascii_digit).count();
    let (date, rest) = match digits {
        8 => phrase.split_at(8),
        4 if phrase.len() >= 10 && is_split(&phrase[..10]) => phrase.split_at(10),
        4 if phrase[4..].starts_with('-') => {
            let (start, end) = time::span_of_value(&phrase.to_ascii_uppercase())?;
            let span = Span::days(start.day(), end.day());
            let form = Form::Iso;
            return (!start.has_clock() && start.day() < end.day()).then_some(Ok(Reading {
                span,
                time: None,
                offset: None,
                form,
            }));
        }
        _ => return None,
    };
    let number = |s: &str| s.parse::<u32>().ok();
    let (m, d) = if digits == 8 {
        (&date[4..6], &date[6..8])
    } else {
        (&date[5..7], &date[8..10])
    };
    let found = i32::try_from(number(&date[..4])?).ok().filter(|y| *y > 0);
    let Some(date) = found.and_then(|y| time::day(y, number(m)?, number(d)?)) else {
        return Some(Err(no_such_day(phrase, found, number(m)?, number(d)?)));
    };
    let mut reading = Reading::day(date, Form::Iso);
    if !rest.is_empty() {
        let rest = rest.strip_prefix(['T', 't', ' '])?;
        let (at, offset) = clock::with_offset(rest.trim())?;
        reading.time = Some(at);
        reading.offset = offset;
    }
    Some(Ok(reading))
}

/// `dddd-dd-dd`, with one kind of sign between.
fn is_split(s: &str) -> bool {
    let b = s.as_bytes();
    b"-/.".contains(&b[4])
        && b[4] == b[7]
        && b.iter()
            .enumerate()
            .all(|(i, c)| i == 4 || i == 7 || c.is_ascii_digit())
}

/// `27/01/2025`, `1.27.2025`: taken when only one order gives a day, or both the same.
fn numeric(phrase: &str) -> Option<Result<Reading, TypedError>> {
    let sign = ['/', '.', '-'].into_iter().find(|c| phrase.contains(*c))?;
    let parts: Vec<&str> = phrase.split(sign).collect();
    let [a, b, year] = parts[..] else {
        return None;
    };
    let fits = |s: &str, len: std::ops::RangeInclusive<usize>| {
        len.contains(&s.len()) && s.bytes().all(|c| c.is_ascii_digit())
    };
    if !fits(a, 1..=2) || !fits(b, 1..=2) || !fits(year, 4..=4) {
        return None;
    }
    let year = year.parse().ok().filter(|y| *y > 0)?;
    let (a, b) = (a.parse().ok()?, b.parse().ok()?);
    let found = match (time::day(year, a, b), time::day(year, b, a)) {
        (Some(month_first), Some(day_first)) if month_first != day_first => {
            return Some(Err(TypedError::Ambiguous {
                phrase: phrase.to_owned(),
                month_first,
                day_first,
            }));
        }
        (x, y) => x.or(y),
    };
    Some(match found {
        Some(date) => Ok(Reading::day(date, Form::Numeric)),
        None => Err(no_such_day(phrase, Some(year), a, b)),
    })
}

/// Why there is no day: the calendar has none, or it lies beyond the years of the contract.
fn no_such_day(phrase: &str, year: Option<i32>, month: u32, day: u32) -> TypedError {
    let beyond = year.is_some_and(|y| y > 0 && chrono::NaiveDate::from_ymd_opt(y, month, day).is_some());
    if beyond {
        TypedError::FarOff(phrase.to_owned())
    } else {
        TypedError::Impossible(phrase.to_owned())
    }
}

/// The one door to chrono-english 0.2.1.
///
/// What it can be asked is fixed here: every string handed over is put together from the words of these two enums
/// and a number below ten thousand, never from what was typed. So its panics (a character beyond ASCII, an amount
/// that overflows an `i32`) have no way in. The only place where it prints is the month arithmetic of
/// `parse_date_string`; that is asked for days and weekdays alone, amounts go through `parse_duration`, which
/// counts nothing, and are added by [`time::add_units`].
mod door {
    use super::{Day, Grain, TimeDelta, time};
    use chrono::Datelike;
    use chrono_english::{Dialect, Interval, parse_date_string, parse_duration};

    /// Larger amounts are refused.
    const MOST: u32 = 9999;

    #[derive(Clone, Copy)]
    pub enum Unit {
        Day,
        Week,
        Month,
        Year,
    }

    /// `n` units before or after today; months and years keep the day of the month, or take its last.
    pub fn shift(today: Day, n: u32, unit: Unit, ago: bool) -> Option<Day> {
        if n > MOST {
            return None;
        }
        let unit = match unit {
            Unit::Day => "days",
            Unit::Week => "weeks",
            Unit::Month => "months",
            Unit::Year => "years",
        };
        let tail = if ago { " ago" } else { "" };
        let found = match parse_duration(&format!("{n} {unit}{tail}")).ok()? {
            Interval::Days(n) => time::add_units(today, n, Grain::Day)?,
            Interval::Months(n) => time::add_units(today, n, Grain::Month)?,
            Interval::Seconds(_) => return None,
        };
        (found.year() > 0).then_some(found)
    }

    #[derive(Clone, Copy)]
    pub enum Which {
        /// The latest up to and including today.
        Latest,
        /// The latest strictly before today.
        Last,
        /// The first strictly after today.
        Next,
    }

    /// A weekday near today. chrono-english reads a bare weekday as the coming one and, at noon, "last friday" on a
    /// Friday as that day: so a bare one is asked for as "last", and "last" is asked for as of yesterday. Its "next"
    /// is the first after today in the American dialect only.
    pub fn weekday(today: Day, weekday: time::Weekday, which: Which) -> Option<Day> {
        let name = super::words::WEEKDAYS[weekday.num_days_from_monday() as usize];
        let (word, base) = match which {
            Which::Latest => ("last", today),
            Which::Last => ("last", today.checked_sub_signed(TimeDelta::days(1))?),
            Which::Next => ("next", today),
        };
        let noon = base.and_hms_opt(12, 0, 0)?.and_utc();
        let found = parse_date_string(&format!("{word} {name}"), noon, Dialect::Us).ok()?;
        Some(found.date_naive())
    }

    /// Yesterday, today, tomorrow.
    pub fn near(today: Day, word: &'static str) -> Option<Day> {
        let noon = today.and_hms_opt(12, 0, 0)?.and_utc();
        let found = parse_date_string(word, noon, Dialect::Us).ok()?;
        Some(found.date_naive())
    }
}

/// The first of `candidates` that is nearest to today.
fn nearest(today: Day, candidates: impl Iterator<Item = Day>) -> Option<Day> {
    candidates.min_by_key(|d| (d.signed_duration_since(today).num_days().abs(), d.year()))
}

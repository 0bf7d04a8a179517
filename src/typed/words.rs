//! Typed dates in words. Every word must be on a list here; one that is not makes the phrase unknown.

use super::door::{self, Unit, Which};
use super::{Form, Reading, TypedError, clock, nearest, no_such_day};
use crate::time::{self, Day, Grain, Span, Weekday};
use chrono::Datelike;

/// From Monday on.
pub(super) const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const NUMBERS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

type Found = Option<Result<Reading, TypedError>>;

/// Reads a phrase in words; `None` when it is none that is known.
pub(super) fn read(phrase: &str, today: Day) -> Found {
    let words: Vec<String> = phrase
        .split(|c: char| c.is_ascii_whitespace() || c == ',')
        .map(|w| bare(&w.to_ascii_lowercase()))
        .filter(|w| !w.is_empty())
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (words, time, offset) = take_clock(words)?;
    // A text means no day by these, and the same words may not mean two things in one program.
    let instead = match words[..] {
        ["now"] => Some("today".to_owned()),
        ["in", n, unit] => amount(n, unit).map(|_| format!("{n} {unit} from now")),
        _ => None,
    };
    if let Some(instead) = instead {
        let phrase = phrase.to_owned();
        return Some(Err(TypedError::NoDay { phrase, instead }));
    }
    let found = match relative(&words, today) {
        Some(reading) => Ok(reading),
        None => calendar(phrase, &words, today)?,
    };
    Some(found.and_then(|mut reading| {
        if time.is_some() && reading.span != Span::day(reading.span.first_day()) {
            return Err(TypedError::Unknown(phrase.to_owned()));
        }
        reading.time = time;
        reading.offset = offset;
        Ok(reading)
    }))
}

/// `Jan.` is `jan`, `p.m.` is `pm`; `14.30` stays.
fn bare(word: &str) -> String {
    if word.bytes().any(|b| b.is_ascii_digit()) {
        word.trim_end_matches('.').to_owned()
    } else {
        word.replace('.', "")
    }
}

type Clocked<'a> = (Vec<&'a str>, Option<clock::At>, Option<i16>);

/// Takes a clock time with its "at" and its zone out of the words.
fn take_clock(mut words: Vec<&str>) -> Option<Clocked<'_>> {
    let found = (0..words.len()).find_map(|i| {
        let half = words.get(i + 1).copied().filter(|w| ["am", "pm"].contains(w));
        clock::spoken(words[i], half).map(|at| (i, at, half.is_some()))
    });
    let Some((i, at, has_half)) = found else {
        return Some((words, None, None));
    };
    let mut end = i + 1 + usize::from(has_half);
    let offset = words.get(end).and_then(|w| clock::offset(w));
    end += usize::from(offset.is_some());
    let start = i - usize::from(i > 0 && words[i - 1] == "at");
    words.drain(start..end);
    (!words.is_empty()).then_some((words, Some(at), offset))
}

/// What counts from today.
fn relative(words: &[&str], today: Day) -> Option<Reading> {
    let one = |d: Day| Reading::day(d, Form::Relative);
    let unit_span = |grain, n| {
        let at = time::add_units(time::start_of(today, grain)?.first_day(), n, grain)?;
        Some(Reading {
            span: time::start_of(at, grain)?,
            ..one(at)
        })
    };
    match words {
        ["today"] => door::near(today, "today").map(one),
        ["yesterday"] => door::near(today, "yesterday").map(one),
        ["tomorrow"] => door::near(today, "tomorrow").map(one),
        ["the", "day", "before", "yesterday"] | ["day", "before", "yesterday"] => {
            door::shift(today, 2, Unit::Day, true).map(one)
        }
        ["the", "day", "after", "tomorrow"] | ["day", "after", "tomorrow"] => {
            door::shift(today, 2, Unit::Day, false).map(one)
        }
        [name] | ["on", name] if weekday(name).is_some() => {
            door::weekday(today, weekday(name)?, Which::Latest).map(one)
        }
        ["last", name] if weekday(name).is_some() => {
            door::weekday(today, weekday(name)?, Which::Last).map(one)
        }
        ["next", name] if weekday(name).is_some() => {
            door::weekday(today, weekday(name)?, Which::Next).map(one)
        }
        ["last", name] if month(name).is_some() => {
            let this = today.with_day(1)?;
            let first = |y| time::day(y, month(name)?, 1);
            let found = [first(today.year()), first(today.year() - 1)];
            let at = found.into_iter().flatten().find(|d| *d < this)?;
            Some(Reading {
                span: time::start_of(at, Grain::Month)?,
                ..one(at)
            })
        }
        [which @ ("last" | "this" | "next"), unit] => {
            let grain = match *unit {
                "week" => Grain::Week,
                "weekend" => Grain::Weekend,
                "month" => Grain::Month,
                "quarter" => Grain::Quarter,
                "year" => Grain::Year,
                _ => return None,
            };
            unit_span(
                grain,
                ["last", "this", "next"].iter().position(|w| w == which)? as i32 - 1,
            )
        }
        [n, unit, "ago"] => amount(n, unit)
            .and_then(|(n, u)| door::shift(today, n, u, true))
            .map(one),
        [n, unit, "from", "now"] => amount(n, unit)
            .and_then(|(n, u)| door::shift(today, n, u, false))
            .map(one),
        _ => None,
    }
}

/// A number of at most four digits or a small number word, and a unit.
fn amount(n: &str, unit: &str) -> Option<(u32, Unit)> {
    let n = match n {
        "a" | "an" => 1,
        _ if (1..=4).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()) => n.parse().ok()?,
        _ => u32::try_from(NUMBERS.iter().position(|w| *w == n)?).ok()?,
    };
    let (unit, times) = match unit.strip_suffix('s').unwrap_or(unit) {
        "day" => (Unit::Day, 1),
        "week" => (Unit::Week, 1),
        "fortnight" => (Unit::Week, 2),
        "month" => (Unit::Month, 1),
        "year" => (Unit::Year, 1),
        // Not chrono-english's business: it takes a decade for December.
        "decade" => (Unit::Year, 10),
        _ => return None,
    };
    Some((n * times, unit))
}

/// What the words of a calendar date say.
#[derive(Default)]
struct Parts {
    weekday: Option<Weekday>,
    day: Option<u32>,
    month: Option<u32>,
    quarter: Option<u32>,
    year: Option<i32>,
    decade: Option<i32>,
}

impl Parts {
    /// Each part once; any other word ends it.
    fn of(words: &[&str]) -> Option<Parts> {
        let mut parts = Parts::default();
        fn set<T>(slot: &mut Option<T>, value: T) -> Option<()> {
            slot.replace(value).is_none().then_some(())
        }
        for word in words {
            let digits = word.bytes().take_while(u8::is_ascii_digit).count();
            let (number, tail) = word.split_at(digits);
            match (digits, tail) {
                (0, "of" | "the" | "on") => {}
                (0, _) => {
                    if let Some(w) = weekday(word) {
                        set(&mut parts.weekday, w)?;
                    } else if let Some(m) = month(word) {
                        set(&mut parts.month, m)?;
                    } else {
                        let q = word.strip_prefix('q')?.parse().ok();
                        set(&mut parts.quarter, q.filter(|q| (1..=4).contains(q))?)?;
                    }
                }
                (1 | 2, "" | "st" | "nd" | "rd" | "th") => set(&mut parts.day, number.parse().ok()?)?,
                (4, "") => set(&mut parts.year, number.parse().ok().filter(|y| *y > 0)?)?,
                (4, "s") if number.ends_with('0') => set(&mut parts.decade, number.parse().ok()?)?,
                _ => return None,
            }
        }
        Some(parts)
    }
}

fn calendar(phrase: &str, words: &[&str], today: Day) -> Found {
    let p = Parts::of(words)?;
    let impossible = || TypedError::Impossible(phrase.to_owned());
    let stretch = |start: Option<Day>, grain, form| {
        Some(match start.and_then(|d| time::start_of(d, grain)) {
            Some(span) => Ok(Reading {
                span,
                time: None,
                offset: None,
                form,
            }),
            None => Err(impossible()),
        })
    };
    let years = || today.year().saturating_sub(12)..=today.year().saturating_add(12);
    match (p.day, p.month, p.year, p.quarter, p.decade) {
        (Some(d), Some(m), Some(y), None, None) => Some(match time::day(y, m, d) {
            None => Err(no_such_day(phrase, Some(y), m, d)),
            Some(date) if p.weekday.is_some_and(|w| w != date.weekday()) => Err(TypedError::Weekday {
                phrase: phrase.to_owned(),
                date,
                weekday: name_of(date.weekday()),
            }),
            Some(date) => Ok(Reading::day(date, Form::English)),
        }),
        (Some(d), Some(m), None, None, None) => {
            // Any year that has the day; where a weekday is named, one that fits it: within 12 years there is one.
            let fits = |date: &Day| p.weekday.is_none_or(|w| w == date.weekday());
            let found = nearest(today, years().filter_map(|y| time::day(y, m, d)).filter(fits));
            Some(
                found
                    .map(|d| Reading::day(d, Form::Completed))
                    .ok_or_else(impossible),
            )
        }
        (None, Some(m), Some(y), None, None) if p.weekday.is_none() => {
            stretch(time::day(y, m, 1), Grain::Month, Form::English)
        }
        (None, Some(m), None, None, None) if p.weekday.is_none() => {
            // Nearest by its middle: on 27 January, October is the one before.
            let middle = nearest(today, years().filter_map(|y| time::day(y, m, 15)));
            stretch(middle, Grain::Month, Form::Completed)
        }
        (None, None, Some(y), Some(q), None) if p.weekday.is_none() => {
            stretch(time::day(y, q * 3, 1), Grain::Quarter, Form::English)
        }
        (None, None, Some(y), None, None) if p.weekday.is_none() => {
            stretch(time::day(y, 1, 1), Grain::Year, Form::English)
        }
        (None, None, None, None, Some(y)) if p.weekday.is_none() => {
            stretch(time::day(y, 1, 1), Grain::Decade, Form::English)
        }
        _ => None,
    }
}

fn name_of(weekday: Weekday) -> &'static str {
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ][weekday.num_days_from_monday() as usize]
}

/// Whole, or cut as people cut it: `mon`, `tues`, `thurs`.
fn weekday(word: &str) -> Option<Weekday> {
    let cut = [
        "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun",
    ];
    let i = WEEKDAYS
        .iter()
        .position(|n| *n == word || cut.contains(&word) && n.starts_with(&word[..3]))?;
    Weekday::try_from(u8::try_from(i).ok()?).ok()
}

/// Whole, or cut to three letters; `sept` too.
fn month(word: &str) -> Option<u32> {
    let i = MONTHS.iter().position(|n| {
        *n == word || word.len() == 3 && n.starts_with(word) || word == "sept" && n.starts_with(word)
    })?;
    u32::try_from(i + 1).ok()
}

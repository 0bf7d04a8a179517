//! The two ends of a range: each borrows from the other what it lacks.

use super::when::{Part, When};
use super::why::Why;
use crate::rules::{DateParts, Link, Meaning, Mention, Name, Which};
use crate::time::{Day, Grain, Moment, value_of};
use chrono::{Datelike, TimeDelta};

/// The meaning of a range's end with the year (or month) that only the other end names.
pub(super) fn completed(mentions: &[Mention], i: usize) -> Option<Meaning> {
    let m = mentions.get(i)?;
    match m.link {
        Link::Begin => first_end(&m.meaning, &mentions.get(i + 1)?.meaning),
        Link::End => second_end(&m.meaning, &mentions.get(i.checked_sub(1)?)?.meaning),
        Link::None => listed(m, mentions.get(i + 1..)?),
    }
}

/// How many members of a list may lean on its last.
const LIST: usize = 6;

/// "in April and June 1955", "the summer and autumn of 481 BC": the year is said once, behind both.
fn listed(m: &Mention, rest: &[Mention]) -> Option<Meaning> {
    // "April, May and June 2023": over the bare ones between
    let mut end = m.tokens.end;
    let mut next = None;
    for n in rest.iter().take(LIST) {
        if n.link != Link::None || n.tokens.start > end + 2 || n.tokens.start == end {
            return None;
        }
        end = n.tokens.end;
        next = Some(n);
        if month_of(&n.meaning).is_none() {
            break;
        }
    }
    let next = next?;
    if next.tokens.start != m.tokens.end + 1 && month_of(&m.meaning).is_none() {
        return None;
    }
    match (&m.meaning, &next.meaning) {
        (Meaning::Named(Name::Season(_), Which::Bare), Meaning::Within(part, whole))
            if matches!(**part, Meaning::Named(Name::Season(_), _)) =>
        {
            Some(Meaning::Within(Box::new(m.meaning.clone()), whole.clone()))
        }
        (Meaning::Named(Name::Month(_), _) | Meaning::Date(_), Meaning::Date(_) | Meaning::Within(..)) => {
            first_end(&m.meaning, &next.meaning)
        }
        _ => None,
    }
}

fn month_of(m: &Meaning) -> Option<(u8, Option<u8>)> {
    match m {
        Meaning::Named(Name::Month(m), Which::Bare) => Some((*m, None)),
        Meaning::Date(DateParts {
            year: None,
            month: Some(m),
            day,
            ..
        }) => Some((*m, *day)),
        _ => None,
    }
}

/// "March to May 2024", "Monday to Wednesday last week": the first end takes the year of the second, or the one before
/// when it comes later in it.
fn first_end(first: &Meaning, second: &Meaning) -> Option<Meaning> {
    // "from Monday to Wednesday last week", "from 9:12 to 9:40 on 3 May": the week or the day is said once.
    match (first, second) {
        (Meaning::Named(Name::Weekday(_), Which::Bare), Meaning::Within(part, whole))
            if matches!(**part, Meaning::Named(Name::Weekday(_), _)) =>
        {
            return Some(Meaning::Within(Box::new(first.clone()), whole.clone()));
        }
        (Meaning::Clock(_), Meaning::Within(part, whole)) if matches!(**part, Meaning::Clock(_)) => {
            return Some(Meaning::Within(Box::new(first.clone()), whole.clone()));
        }
        _ => {}
    }
    let (m, d) = month_of(first)?;
    let year = match second {
        Meaning::Date(DateParts {
            year: Some(y),
            short_year: false,
            month: Some(sm),
            day: sd,
            ..
        }) => {
            if (m, d.unwrap_or(1)) > (*sm, sd.unwrap_or(31)) {
                *y - 1
            } else {
                *y
            }
        }
        // "October to December last year"
        Meaning::Within(part, whole) if month_of(part).is_some() => {
            return Some(Meaning::Within(Box::new(first.clone()), whole.clone()));
        }
        _ => return None,
    };
    Some(Meaning::Date(DateParts {
        year: Some(year),
        month: Some(m),
        day: d,
        ..DateParts::default()
    }))
}

/// "March 2024 to May": the second end takes the year of the first, or the next when it comes earlier in it.
fn second_end(second: &Meaning, first: &Meaning) -> Option<Meaning> {
    // "on Friday 22 March, 3.15pm to 4.15pm"
    if let (Meaning::Clock(_), Meaning::Within(part, day)) = (second, first)
        && matches!(**part, Meaning::Clock(_))
    {
        return Some(Meaning::Within(Box::new(second.clone()), day.clone()));
    }
    let (m, d) = month_of(second)?;
    match first {
        Meaning::Date(DateParts {
            year: Some(y),
            short_year: false,
            month: Some(fm),
            day: fd,
            ..
        }) => {
            let year = if (m, d.unwrap_or(31)) < (*fm, fd.unwrap_or(1)) {
                *y + 1
            } else {
                *y
            };
            Some(Meaning::Date(DateParts {
                year: Some(year),
                month: Some(m),
                day: d,
                ..DateParts::default()
            }))
        }
        _ => None,
    }
}

/// A second end never lies before the first: "Monday to Friday", "from October to January".
pub(super) fn follow(when: &mut When, first: Option<&When>, meaning: &Meaning) {
    let (Some(start), Some(first)) = (when.start, first.and_then(|f| f.start)) else {
        return;
    };
    if start.at() >= first.at() {
        return;
    }
    match meaning {
        Meaning::Named(Name::Weekday(_), Which::Bare) => {
            let mut d = start.day();
            while d < first.day() {
                d += TimeDelta::days(7);
            }
            set(when, d, Grain::Day);
        }
        Meaning::Named(Name::Month(_), Which::Bare) | Meaning::Date(DateParts { year: None, .. }) => {
            let next = crate::time::add_months(start.day(), 12);
            if let (Some(d), Some(grain)) = (next, when.grain) {
                set(when, d, grain);
            }
        }
        _ => {}
    }
}

fn set(when: &mut When, d: Day, grain: Grain) {
    let Some(span) = crate::time::start_of(d, grain) else {
        return;
    };
    when.value = value_of(d, grain);
    when.start = Some(Moment::of_day(span.start.date()));
    when.end = Some(Moment::of_day(span.end.date()));
    when.alternatives.clear();
    if !when.inferred.contains(&Part::Year) && d.year() != 0 {
        when.inferred.push(Part::Year);
    }
    when.why.push(Why::FromRange);
}

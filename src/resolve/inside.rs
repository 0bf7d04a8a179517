//! One thing inside another: "October last year", "Friday morning", "the first nine months of 2024".

use super::place::place;
use super::placed::{Outcome, Placed};
use super::results::{Compared, is_year_before};
use super::when::{Part, TimexType};
use super::why::OpenReason;
use super::{Ground, State, clock, named};
use crate::rules::{DateParts, Meaning, Name, Which};
use crate::time::{
    Day, Grain, Span, Weekday, add_units, day, duration_value, nth_weekday, start_of, value_of,
};
use chrono::{Datelike, TimeDelta};

pub(super) fn within(part: &Meaning, whole: &Meaning, s: &State) -> Outcome {
    if *part == Meaning::Period {
        return period(whole, s);
    }
    if *part == Meaning::Unit(Grain::Quarter, Which::Bare) && is_year(whole) {
        return quarter(whole, s.quarter_told(), s);
    }
    let w = match (part, whole) {
        (Meaning::Unit(Grain::Week, _), Meaning::Named(name @ Name::Feast(_), Which::Bare)) => {
            nearest(*name, s)?
        }
        _ => place(whole, s)?,
    };
    let span = w.span.ok_or(OpenReason::NothingTold)?;
    let mut p = inside(part, span, &w).ok_or(OpenReason::OutOfRange)?;
    p.anchor = w.anchor;
    let mut why = w.why;
    why.append(&mut p.why);
    p.why = why;
    if p.stated.is_empty() {
        p.stated = w.stated;
        p.inferred = w.inferred;
    } else {
        p.stated.extend(w.stated);
        p.inferred = w.inferred;
    }
    Ok(p)
}

/// "Easter week": it has begun before its feast, so the tense tells nothing.
fn nearest(name: Name, s: &State) -> Outcome {
    let ground = s.reference()?;
    let year = ground.day.year();
    let spans = (year - 1..=year + 1).filter_map(|y| named::of_year(name, y));
    let (span, grain) = spans
        .min_by_key(|(x, _)| (x.first_day() - ground.day).num_days().abs())
        .ok_or(OpenReason::OutOfRange)?;
    Ok(Placed::date(span, grain).on(ground))
}

/// Whether it names a year that a quarter can be of.
fn is_year(m: &Meaning) -> bool {
    matches!(
        m,
        Meaning::Shift { .. } | Meaning::Date(_) | Meaning::Unit(Grain::Year, _)
    )
}

/// "the year-ago period", "the 1988 period": of a quarter's results that quarter, of anything longer the year.
fn period(whole: &Meaning, s: &State) -> Outcome {
    match s.period_told() {
        Some(Compared::Quarter(g)) if is_year(whole) => quarter(whole, Some(g), s),
        Some(Compared::Longer(Some(g))) if is_year_before(whole) => {
            let d = add_units(g.day, -1, Grain::Year).and_then(|d| start_of(d, Grain::Year));
            Ok(Placed::date(d.ok_or(OpenReason::OutOfRange)?, Grain::Year).on(g))
        }
        _ => place(whole, s),
    }
}

/// "the year-ago quarter": the quarter told of, or the one just over, in that year.
pub(super) fn quarter(whole: &Meaning, told: Option<Ground>, s: &State) -> Outcome {
    let out = OpenReason::OutOfRange;
    let ground = match told {
        Some(g) => g,
        None => {
            let g = s.writing()?;
            let day = add_units(g.day, -1, Grain::Quarter).ok_or(out)?;
            Ground { day, ..g }
        }
    };
    let d = if is_year_before(whole) {
        // from the quarter itself, not from the day of writing
        add_units(ground.day, -1, Grain::Year)
    } else {
        let year = place(whole, s)?.span.ok_or(OpenReason::NothingTold)?;
        day(year.first_day().year(), ground.day.month(), 1)
    };
    let span = d.and_then(|d| start_of(d, Grain::Quarter)).ok_or(out)?;
    Ok(Placed::date(span, Grain::Quarter).on(ground))
}

/// The part of a span that a meaning names.
fn inside(part: &Meaning, span: Span, whole: &Placed) -> Option<Placed> {
    let first = span.first_day();
    match part {
        Meaning::Clock(c) => {
            let mut p = clock::clock_on(c, first).ok()?;
            // The other readings of the day are other readings of the hour.
            p.alternatives = whole
                .alternatives
                .iter()
                .filter_map(|(s, _, note)| {
                    Some((
                        clock::clock_on(c, s.first_day()).ok()?.span?,
                        Grain::Minute,
                        note.clone(),
                    ))
                })
                .collect();
            Some(p)
        }
        Meaning::Named(Name::Part(part), _) => {
            let mut p = clock::part_on(*part, first);
            p.inferred.clear();
            p.why.clear();
            p.alternatives = whole
                .alternatives
                .iter()
                .map(|(s, _, note)| (part.on(s.first_day()), Grain::DayPart, note.clone()))
                .collect();
            Some(p)
        }
        Meaning::Unit(Grain::Week, Which::Bare) => {
            Some(Placed::date(start_of(first, Grain::Week)?, Grain::Week))
        }
        Meaning::Named(Name::Weekday(w), _) => {
            let d = weekday_from(first, *w);
            Some(Placed::date(Span::day(d), Grain::Day).parts(&[Part::Weekday], &[]))
        }
        Meaning::Named(Name::DayOfMonth(d), _) => {
            Some(Placed::date(Span::day(first.with_day((*d).into())?), Grain::Day).parts(&[Part::Day], &[]))
        }
        Meaning::Named(Name::NthWeekday(n, w), _) => {
            let d = nth_weekday(first.year(), first.month(), *w, (*n).into())?;
            Some(Placed::date(Span::day(d), Grain::Day).parts(&[Part::Weekday], &[Part::Day]))
        }
        Meaning::Named(Name::Week(w), _) => {
            let d = Day::from_isoywd_opt(first.year(), (*w).into(), Weekday::Mon)?;
            Some(Placed::date(start_of(d, Grain::Week)?, Grain::Week).parts(&[Part::Week], &[]))
        }
        Meaning::Named(name, _) => {
            let (s, grain) = named::of_year(*name, first.year())?;
            Some(Placed::date(s, grain))
        }
        Meaning::Date(DateParts {
            month: Some(m),
            day: Some(d),
            ..
        }) => {
            let x = day(first.year(), (*m).into(), (*d).into())?;
            Some(Placed::date(Span::day(x), Grain::Day).parts(&[Part::Day, Part::Month], &[]))
        }
        Meaning::Portion { count, grain, last } => {
            let n = i32::try_from(*count).ok()?;
            // Counted weeks of a month or year are its calendar weeks where one is meant.
            let s = if *last {
                Span {
                    start: Span::day(add_units(span.end.date(), -n, *grain)?).start,
                    end: span.end,
                }
            } else {
                Span {
                    start: span.start,
                    end: Span::day(add_units(first, n, *grain)?).start,
                }
            };
            let calendar = start_of(s.first_day(), *grain).filter(|u| n == 1 && *u == s);
            let value = match (n, grain) {
                (1, Grain::Week) => value_of(s.first_day(), Grain::Week),
                (6, Grain::Month) if s.first_day().month0() % 6 == 0 => value_of(s.first_day(), Grain::Half),
                (2, Grain::Quarter) if s.first_day().month0() % 6 == 0 => {
                    value_of(s.first_day(), Grain::Half)
                }
                _ if calendar.is_some() => value_of(s.first_day(), *grain),
                (n, g) => duration_value(&n.to_string(), *g),
            };
            let mut p = Placed::valued(s, *grain, value);
            if p.value.starts_with('P') {
                p.kind = TimexType::Duration;
            }
            Some(p)
        }
        _ => None,
    }
}

/// The first such weekday on or after a day.
fn weekday_from(d: Day, w: Weekday) -> Day {
    let on = (7 + w.num_days_from_monday() - d.weekday().num_days_from_monday()) % 7;
    d + TimeDelta::days(on.into())
}

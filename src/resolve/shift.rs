//! So many units from somewhere, and stretches that touch the day of writing.

use super::place::place;
use super::placed::{Outcome, Placed};
use super::results::Compared;
use super::when::{Anchor, Part, TimexType};
use super::why::{OpenReason, Why};
use super::{Ground, State, clock};
use crate::rules::{From, Meaning, Name};
use crate::text::Amount;
use crate::time::{Day, Grain, Span, add_units, duration_value, start_of};
use chrono::TimeDelta;

/// How many whole units of what grain a shift is: halves go over into the finer unit.
fn whole_units(amount: Amount, grain: Grain) -> Option<(i32, Grain)> {
    if let Some(n) = amount.count() {
        return Some((n, grain));
    }
    let Amount::Exact(milli) = amount else { return None };
    let (per, finer) = match grain {
        Grain::Year => (12, Grain::Month),
        Grain::Decade => (10, Grain::Year),
        Grain::Century => (100, Grain::Year),
        Grain::Month => (30, Grain::Day),
        Grain::Week => (7, Grain::Day),
        Grain::Day => (24, Grain::Hour),
        Grain::Hour => (60, Grain::Minute),
        Grain::Minute => (60, Grain::Second),
        _ => return None,
    };
    Some((i32::try_from(milli * per / 1000).ok()?, finer))
}

pub(super) fn shift(amount: Amount, grain: Grain, back: bool, from: &From, s: &State) -> Outcome {
    let Some((n, unit)) = whole_units(amount, grain) else {
        return Err(OpenReason::VagueAmount);
    };
    let n = if back { -n } else { n };
    let out = OpenReason::OutOfRange;
    // "listed in the mid-1990s; ten years later": of a decade whole ones can be counted, and no year.
    if let (From::Told, Grain::Year, Some((i, first))) = (from, unit, s.decade_just_told()) {
        if n % 10 != 0 {
            return Err(OpenReason::NotSaid);
        }
        let d = add_units(first, n, unit).ok_or(out)?;
        let span = start_of(d, Grain::Decade).ok_or(out)?;
        return Ok(Placed::date(span, Grain::Decade)
            .why(Why::Shifted(n, unit))
            .on(Ground {
                day: first,
                anchor: Anchor::Mention(i),
                why: Why::FromMention(i, first),
            }));
    }
    let (ground, unit) = match from {
        // "a year ago" in a report of a quarter's results is that quarter of the year before (17 of 24 in newswire).
        From::Writing if unit == Grain::Year && n == -1 => match s.period_near() {
            Some(Compared::Quarter(g)) => (g, unit),
            _ => (s.writing()?, unit),
        },
        From::Writing => (s.writing()?, unit),
        // "… a year ago. Sales rose from 20 million a year earlier": both compare with one quarter, told of once.
        From::Told
            if unit == Grain::Year
                && n == -1
                && let Some(period) = s.period_last() =>
        {
            match period {
                Compared::Quarter(g) | Compared::Longer(Some(g)) => (g, unit),
                Compared::Longer(None) => (s.writing()?, unit),
            }
        }
        // A comparison "a year earlier" with nothing dated before it is with the year before this one.
        From::Told if unit == Grain::Year && !s.narrative => (s.told(unit).or_else(|_| s.writing())?, unit),
        From::Told => (s.told(unit)?, unit),
        From::Date(inner) => {
            let p = place(inner, s)?;
            let span = p.span.ok_or(OpenReason::NothingTold)?;
            let anchor = p.anchor.unwrap_or(Anchor::Published);
            let why = p.why.into_iter().next().unwrap_or(Why::Stated);
            // Units are counted from the day named, so weeks keep their weekday.
            let unit_days = if unit == Grain::Week { Grain::Day } else { unit };
            let n = if unit == Grain::Week {
                n.checked_mul(7).ok_or(out)?
            } else {
                n
            };
            let from = span.first_day();
            let d = add_units(from, n, unit_days).ok_or(out)?;
            // "two summers ago" is a summer
            let (span, grain) = match **inner {
                Meaning::Named(Name::Season(_), _) => (start_of(d, Grain::Season).ok_or(out)?, Grain::Season),
                _ => (Span::day(d), Grain::Day),
            };
            let placed = Placed::date(span, grain).why(Why::Shifted(n, unit_days));
            return Ok(placed.on(Ground {
                day: from,
                anchor,
                why,
            }));
        }
    };
    if unit < Grain::Day {
        let at = s.instant(&ground).ok_or(OpenReason::NothingTold)?;
        let delta = match unit {
            Grain::Second => TimeDelta::try_seconds(n.into()),
            Grain::Minute => TimeDelta::try_minutes(n.into()),
            _ => TimeDelta::try_hours(n.into()),
        };
        let t = delta.and_then(|d| at.checked_add_signed(d)).ok_or(out)?;
        let mut p = clock::minute_at(t, None);
        p.why = vec![Why::FromInstant(at), Why::Shifted(n, unit)];
        p.anchor = Some(ground.anchor);
        return Ok(p);
    }
    let d = add_units(ground.day, n, unit).ok_or(out)?;
    // "a year earlier" behind a quarter is that quarter of the year before (6 of 12 in newswire, 3 the year).
    if unit == Grain::Year && s.grain_of(&ground) == Some(Grain::Quarter) {
        let span = start_of(d, Grain::Quarter).ok_or(out)?;
        return Ok(Placed::date(span, Grain::Quarter)
            .why(Why::Shifted(n, unit))
            .on(ground));
    }
    // Nights count as days.
    let as_day = if unit == Grain::DayPart { Grain::Day } else { unit };
    let span = start_of(d, as_day).ok_or(out)?;
    Ok(Placed::date(span, as_day)
        .parts(&[], &[Part::Day, Part::Month, Part::Year])
        .why(Why::Shifted(n, unit))
        .on(ground))
}

pub(super) fn stretch(amount: Amount, grain: Grain, back: bool, s: &State) -> Outcome {
    let value = duration_value(&amount.digits(), grain);
    // "the year ended 31 March": it ends with the day named behind it
    if back && let Some(end) = s.ended_by() {
        let last = place(&end.0, &end.1)?.span.ok_or(OpenReason::NothingTold)?;
        let whole = |d: Day| add_units(d, -amount.count()?, grain);
        let start = whole(last.end.date()).ok_or(OpenReason::OutOfRange)?;
        let mut p = Placed::valued(
            Span {
                start: Span::day(start).start,
                end: last.end,
            },
            grain,
            value,
        );
        p.kind = TimexType::Duration;
        return Ok(p);
    }
    let mut p = Placed::valued(Span::day(Day::default()), grain, value);
    p.kind = TimexType::Duration;
    p.span = None;
    let Ok(ground) = s.writing() else {
        return Ok(p);
    };
    if let Some((n, unit)) = whole_units(amount, grain)
        && unit >= Grain::Day
    {
        let far = add_units(ground.day, if back { -n } else { n }, unit).ok_or(OpenReason::OutOfRange)?;
        p.span = Some(if back {
            Span {
                start: Span::day(far).start,
                end: Span::day(ground.day).end,
            }
        } else {
            Span {
                start: Span::day(ground.day).start,
                end: Span::day(far).end,
            }
        });
        p = p.why(Why::Shifted(if back { -n } else { n }, unit));
    }
    Ok(p.on(ground))
}

//! One expression inside another that follows it at once: "October last year", "Friday morning", "5 p.m. Friday",
//! "last year’s third quarter".

use super::units::{possessive, unit, which};
use super::{Meaning, Name, Reading, Rule, Which, clock, find, quarter, set};
use crate::text::{Class, Cursor};
use crate::time::Grain;

/// Lengthens a reading by the whole it stands in, or by the part of it that follows.
pub(super) fn extend(c: Cursor, rule: &'static Rule, reading: Reading) -> (&'static Rule, Reading) {
    if reading.second.is_some() {
        return (rule, reading);
    }
    let longer = clock_after(c, &reading)
        .or_else(|| part_after(c, &reading))
        .or_else(|| set::comes_again(c, &reading))
        .or_else(|| whole_after(c, &reading))
        .or_else(|| part_of_possessive(c, &reading));
    (rule, longer.unwrap_or(reading))
}

fn is_day(m: &Meaning) -> bool {
    m.grain() == Some(Grain::Day)
        && m.is_place()
        && !matches!(
            m,
            Meaning::Shift { .. } | Meaning::Stretch { .. } | Meaning::Modified(..)
        )
}

/// "14 March 2024, 4:30 p.m.", "Friday 5 p.m."
fn clock_after(c: Cursor, r: &Reading) -> Option<Reading> {
    if !is_day(&r.meaning) || matches!(r.meaning, Meaning::Within(..)) {
        return None;
    }
    // "by Monday noon"
    if c.is(r.len, Class::Noon)
        && c.token(r.len).value == 12
        && !c.any(r.len + 1, &[Class::Word, Class::Hyphen])
    {
        let noon = Meaning::Clock(clock::exact(12, 0, None, None));
        return Reading::new(r.len + 1, Meaning::within(noon, r.meaning.clone()));
    }
    let at = r.len + usize::from(c.is(r.len, Class::Comma));
    let (time, end) = clock::clock_time(c, at)?;
    Reading::new(end, Meaning::within(Meaning::Clock(time), r.meaning.clone()))
}

/// "Friday morning", "yesterday afternoon", "3 May in the evening" (not read: its preposition parts it).
fn part_after(c: Cursor, r: &Reading) -> Option<Reading> {
    if !is_day(&r.meaning) {
        return None;
    }
    let mut k = r.len;
    let early = c.any(k, &[Class::Early, Class::Late]);
    k += usize::from(early);
    let part = clock::part(c, k)?;
    let noun = c.is(k + 1, Class::Word) && c.token(k + 1).capital() && !c.token(k + 1).glued();
    if noun {
        return None;
    }
    Reading::new(
        k + 1,
        Meaning::within(Meaning::bare(Name::Part(part)), r.meaning.clone()),
    )
}

/// "October last year", "Tuesday of last week", "5 p.m. Friday", "the third quarter of the year".
fn whole_after(c: Cursor, r: &Reading) -> Option<Reading> {
    let k = r.len;
    let of = c.is(k, Class::Of);
    let at = k + usize::from(of || (c.is(k, Class::Comma) && matches!(r.meaning, Meaning::Clock(_))));
    if let Meaning::Clock(_) = r.meaning {
        let at = if c.is(at, Class::On) && c.any(at + 1, &[]) {
            at + 1
        } else {
            at
        };
        if of {
            return None;
        }
        let day = find::read_inner(
            c.ahead(at),
            &[
                "clock", "modifier", "duration", "set", "range", "ago", "year", "century",
            ],
        )?;
        // "all at 3pm", and in the next line "1 Jan: …": a row of its own
        let row =
            c.token(at).begins_line() && c.any(at + day.len, &[Class::Colon, Class::Dash, Class::Hyphen]);
        // "8am to 4pm, Monday to Friday": the days are a range of their own
        let end = at + day.len;
        let days = c.is(at - 1, Class::Comma)
            && c.any(end, &[Class::To, Class::Hyphen, Class::Dash, Class::Through])
            && c.is(end + 1, Class::Weekday);
        // "03:12 the next morning"
        let morning = matches!(day.meaning, Meaning::Named(Name::Part(_), Which::Following));
        return ((is_day(&day.meaning) || morning) && !row && !days)
            .then(|| Reading::new(at + day.len, Meaning::within(r.meaning.clone(), day.meaning)))?;
    }
    match &r.meaning {
        Meaning::Named(Name::Weekday(_), Which::Bare) => {
            let (whole, end) = whole_unit(c, at, Grain::Week)?;
            Reading::new(end, Meaning::within(r.meaning.clone(), whole))
        }
        Meaning::Named(
            Name::Month(_) | Name::Season(_) | Name::Quarter(..) | Name::Half(..) | Name::Feast(_),
            Which::Bare,
        )
        | Meaning::Portion { .. } => {
            let (whole, end) = quarter::whole_year(c, at)?;
            Reading::new(end, Meaning::within(r.meaning.clone(), whole))
        }
        Meaning::Date(p) if p.year.is_none() => {
            let (whole, end) = quarter::whole_year(c, at)?;
            Reading::new(end, Meaning::within(r.meaning.clone(), whole))
        }
        Meaning::Named(Name::DayOfMonth(_), Which::Bare) => {
            let (whole, end) = whole_unit(c, at, Grain::Month)?;
            Reading::new(end, Meaning::within(r.meaning.clone(), whole))
        }
        _ => None,
    }
}

/// "last week", "this month" at `k`.
fn whole_unit(c: Cursor, k: usize, grain: Grain) -> Option<(Meaning, usize)> {
    let the = c.is(k, Class::The);
    let at = k + usize::from(the);
    let mut w = which(c, at)?;
    if the && w == Which::Next {
        w = Which::Following;
    }
    let u = unit(c, at + 1)?;
    (u.grain == grain && !u.plural).then_some((Meaning::Unit(grain, w), at + 2))
}

/// "last year’s third quarter", "this year’s summer".
fn part_of_possessive(c: Cursor, r: &Reading) -> Option<Reading> {
    if !matches!(
        r.meaning,
        Meaning::Unit(Grain::Year, _) | Meaning::Date(super::DateParts { month: None, .. })
    ) {
        return None;
    }
    let at = possessive(c, r.len)?;
    // "last year’s quarter": the one that the story is about
    if c.any(at, &[Class::Quarter]) && !(c.is(at + 1, Class::Hyphen) && c.glued(at + 1)) {
        let quarter = Meaning::Unit(Grain::Quarter, Which::Bare);
        return Reading::new(at + 1, Meaning::within(quarter, r.meaning.clone()));
    }
    if c.says(at, "period") {
        return Reading::new(at + 1, Meaning::within(Meaning::Period, r.meaning.clone()));
    }
    let part = find::read_inner(
        c.ahead(at),
        &["modifier", "duration", "set", "range", "ago", "deictic", "clock"],
    )?;
    let fits = matches!(
        part.meaning,
        Meaning::Named(
            Name::Month(_) | Name::Season(_) | Name::Quarter(..) | Name::Half(..),
            Which::Bare
        )
    );
    fits.then(|| Reading::new(at + part.len, Meaning::within(part.meaning, r.meaning.clone())))?
}

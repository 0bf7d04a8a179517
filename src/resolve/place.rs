//! From a meaning and its surroundings to a place in time.

use super::context::Preposition;
use super::placed::{Outcome, Placed};
use super::when::Part;
use super::why::{OpenReason, Why};
use super::{State, clock, following, inside, named, shift, units};
use crate::rules::{DateParts, Meaning, Name, Which};
use crate::time::{Day, Grain, Span, Weekday, add_months, add_units, day, start_of};
use chrono::Datelike;

/// Where a meaning lies.
pub(super) fn place(m: &Meaning, s: &State) -> Outcome {
    match m {
        Meaning::Date(p) => date(p, s),
        Meaning::Named(name, which) => named_one(*name, *which, s),
        Meaning::Unit(grain, which) => units::unit(*grain, *which, s),
        Meaning::Years { first, grain, bc } => units::years(*first, *grain, *bc),
        Meaning::Decade(tens) => units::decade(*tens, s),
        Meaning::Days(n) => {
            let ground = s.writing()?;
            let d = add_units(ground.day, i32::from(*n), Grain::Day).ok_or(OpenReason::OutOfRange)?;
            Ok(Placed::date(Span::day(d), Grain::Day)
                .parts(&[], &[Part::Day, Part::Month, Part::Year])
                .why(Why::Shifted((*n).into(), Grain::Day))
                .on(ground))
        }
        Meaning::Shift {
            amount,
            grain,
            back,
            from,
        } => shift::shift(*amount, *grain, *back, from, s),
        Meaning::Stretch { amount, grain, back } => shift::stretch(*amount, *grain, *back, s),
        Meaning::Within(part, whole) => inside::within(part, whole, s),
        Meaning::Modified(m, inner) => {
            let mut p = place(inner, s)?;
            p.why.push(Why::Narrowed(*m));
            Ok(p)
        }
        Meaning::Clock(c) => {
            let (ground, told) = s.clock_day()?;
            // "On Tuesday evening he fell ill. At midnight …": the story goes on, so the midnight is the next one.
            let midnight = c.hour == 0 && c.minute == Some(0) && c.zone.is_none();
            let next = told && midnight && s.is_late_in_day(&ground);
            // "It began at 11 a.m. and broke up around six o'clock": the later six.
            let later = told && c.either_half && s.is_before_noon_hour(&ground, c.hour);
            let c = &match () {
                () if next => crate::rules::ClockTime { hour: 24, ..*c },
                () if later => crate::rules::ClockTime {
                    hour: c.hour % 12 + 12,
                    either_half: false,
                    ..*c
                },
                () => *c,
            };
            let mut p = clock::clock_on(c, ground.day)?;
            p.why.insert(0, Why::ClockOn(ground.day));
            if !told {
                p.why.insert(0, ground.why);
            }
            p.anchor = Some(ground.anchor);
            Ok(p)
        }
        Meaning::Portion { .. }
        | Meaning::Length { .. }
        | Meaning::Period
        | Meaning::Set(_)
        | Meaning::Reference(_)
        | Meaning::Impossible => Err(OpenReason::NothingTold),
    }
}

fn date(p: &DateParts, s: &State) -> Outcome {
    use Part::*;
    let out = OpenReason::OutOfRange;
    let mut why = Vec::new();
    let year = match p.year {
        Some(y) if p.short_year => {
            let full = s.century_of(y);
            why.push(Why::CenturyChosen(full));
            Some(full)
        }
        y => y,
    };
    let placed = match (year, p.month, p.day) {
        (Some(y), None, _) => Placed::date(
            start_of(day(y, 1, 1).ok_or(out)?, Grain::Year).ok_or(out)?,
            Grain::Year,
        )
        .parts(&[Year], &[]),
        (Some(y), Some(m), None) => Placed::date(
            start_of(day(y, m.into(), 1).ok_or(out)?, Grain::Month).ok_or(out)?,
            Grain::Month,
        )
        .parts(&[Month, Year], &[]),
        (Some(y), Some(m), Some(d)) => {
            let (m, d) = s.ordered(p, m, d, &mut why);
            let x = day(y, m.into(), d.into()).ok_or(out)?;
            let mut placed = Placed::date(Span::day(x), Grain::Day).parts(&[Day, Month, Year], &[]);
            if let Some(w) = p.weekday.filter(|w| *w != x.weekday()) {
                why.push(Why::WeekdayMismatch(w, x));
            }
            if let Some(swapped) = p.swapped {
                let (om, od) = if (m, d) == swapped {
                    (p.month.unwrap_or(m), p.day.unwrap_or(d))
                } else {
                    swapped
                };
                let other = day(y, om.into(), od.into()).filter(|o| *o != x);
                let note = "day and month in the other order";
                placed
                    .alternatives
                    .extend(other.map(|o| (Span::day(o), Grain::Day, note.to_owned())));
            }
            placed
        }
        (None, Some(m), Some(d)) => return month_day(p, m, d, s),
        (None, Some(m), None) => return named_one(Name::Month(m), Which::Bare, s),
        (None, None, Some(d)) => return day_alone(d, p.weekday, s),
        (None, None, None) => return Err(OpenReason::NoPublished),
    };
    let mut placed = placed;
    if why.is_empty() {
        why.push(Why::Stated);
    }
    placed.why = why;
    Ok(placed)
}

/// So many days back a day without a year is no longer what somebody plans for.
const OVER: i64 = 45;

fn month_day(p: &DateParts, m: u8, d: u8, s: &State) -> Outcome {
    let mut order = Vec::new();
    let (m, d) = s.ordered(p, m, d, &mut order);
    let ground = s.reference()?;
    let candidates = |y: i32| day(y, m.into(), d.into());
    let parts = |placed: Placed| placed.parts(&[Part::Day, Part::Month], &[Part::Year]);
    // A period named in the same sentence decides.
    if let Some((whole, value)) = s.enclosing(Grain::Season) {
        let inside = (whole.first_day().year()..=whole.last_day().year())
            .filter_map(candidates)
            .find(|x| whole.holds(*x));
        if let Some(x) = inside {
            return Ok(parts(Placed::date(Span::day(x), Grain::Day))
                .why(Why::Inside(value))
                .on(ground));
        }
    }
    let anchor = ground.day;
    // Wide enough for 29 February, which skips eight years around 1900.
    // Next to sorted from the outset: this year, last, next, the one before last …
    let mut fitting: Vec<Day> = (0..=16)
        .map(|k| anchor.year() + if k % 2 == 0 { k / 2 } else { -(k + 1) / 2 })
        .filter_map(candidates)
        .collect();
    fitting.sort_by_key(|x| ((*x - anchor).num_days().abs(), *x > anchor));
    let mut weekday_decides = None;
    if let Some(w) = p.weekday {
        weekday_decides = fitting
            .iter()
            .copied()
            .filter(|x| x.weekday() == w)
            .min_by_key(|x| (*x - anchor).num_days().abs());
        // A weekday that fits no near year is a slip of the pen, not a distant year.
        weekday_decides = weekday_decides.filter(|x| (*x - anchor).num_days().abs() <= 800);
    }
    let told = s
        .of_story(|y| candidates(y).map(Span::day))
        .filter(|_| p.weekday.is_none())
        .map(Span::first_day);
    // "the year ended 31 March" is over, "the year ending 31 March" is not.
    let over = s.context.preposition == Preposition::Ended;
    let ahead = s.context.preposition == Preposition::Ending;
    let forwards = ahead
        .then(|| fitting.iter().copied().filter(|x| *x >= anchor).min())
        .flatten();
    let backwards = over
        .then(|| fitting.iter().copied().filter(|x| *x <= anchor).max())
        .flatten();
    // "31 Oct: … 26 Dec: … 9 Mar: …": the rows of a list go on, half a year at most from one to the next.
    let onwards = s.row_before().filter(|_| !s.narrative).and_then(|before| {
        let next = |x: &Day| (0..=183).contains(&(*x - before).num_days());
        fitting.iter().copied().find(next)
    });
    // "It ends on 27 April", said in June: what is planned is not two months over.
    let planned = (s.context.future() && !s.narrative && p.weekday.is_none())
        .then(|| fitting.first().filter(|x| (anchor - **x).num_days() > OVER))
        .flatten()
        .and_then(|_| fitting.iter().copied().filter(|x| *x > anchor).min());
    // What was announced in the past tense for a near day lies ahead ("extended to Nov. 20"); what lies a season or
    // more ahead was not told as past: "shot on Oct. 23", written in May (of the newswire's dates so far ahead, 4 of 4).
    let far_ahead = fitting.first().is_some_and(|x| (*x - anchor).num_days() > 90);
    let behind = (far_ahead && s.context.past() && !s.narrative)
        .then(|| fitting.iter().copied().filter(|x| *x <= anchor).max())
        .flatten();
    let best = weekday_decides
        .or(told)
        .or(backwards)
        .or(forwards)
        .or(onwards)
        .or(planned)
        .or(behind)
        .or(fitting.first().copied())
        .ok_or(OpenReason::OutOfRange)?;
    let mut placed = parts(Placed::date(Span::day(best), Grain::Day)).why(Why::NearestYear(best.year()));
    if let Some(w) = p.weekday.filter(|w| *w != best.weekday()) {
        placed.why.push(Why::WeekdayMismatch(w, best));
    }
    let other = fitting
        .iter()
        .copied()
        .find(|x| (*x < best) == (best > anchor) && *x != best && (x.year() - best.year()).abs() <= 8);
    if let Some(o) = other.filter(|o| {
        (*o - anchor).num_days().abs()
            < if s.context.past() && best > anchor {
                366
            } else {
                250
            }
    }) {
        placed.alternatives.push((
            Span::day(o),
            Grain::Day,
            format!("the {} one", if o < best { "earlier" } else { "coming" }),
        ));
    }
    Ok(placed.on(ground))
}

/// "the 17th", "Friday the 13th": the nearest such day, of those that fall on the weekday.
fn day_alone(d: u8, weekday: Option<Weekday>, s: &State) -> Outcome {
    let month = s.month_just_told().filter(|_| weekday.is_none());
    if let Some((x, ground)) = month.and_then(|g| Some((g.day.with_day(d.into())?, g))) {
        return Ok(Placed::date(Span::day(x), Grain::Day)
            .parts(&[Part::Day], &[Part::Month, Part::Year])
            .on(ground));
    }
    let ground = s.reference()?;
    let at = |k: i32| add_months(ground.day.with_day(1)?, k).and_then(|f| f.with_day(d.into()));
    // A day of the month falls on each weekday once within 14 months.
    let reach = if weekday.is_some() { 14 } else { 2 };
    let x = (-reach..=reach)
        .filter_map(at)
        .filter(|x| weekday.is_none_or(|w| x.weekday() == w))
        .min_by_key(|x| (*x - ground.day).num_days().abs());
    let x = x.ok_or(OpenReason::OutOfRange)?;
    Ok(Placed::date(Span::day(x), Grain::Day)
        .parts(&[Part::Day], &[Part::Month, Part::Year])
        .on(ground))
}

fn named_one(name: Name, which: Which, s: &State) -> Outcome {
    if which == Which::Any {
        return Err(OpenReason::NotSaid);
    }
    if let (Name::Month(month), Which::Bare, Some(year)) = (name, which, s.year_behind()) {
        let parts = DateParts {
            year: Some(year),
            month: Some(month),
            ..DateParts::default()
        };
        return date(&parts, s);
    }
    match name {
        Name::Part(part) => {
            let (ground, _) = match which {
                Which::This | Which::Last => (s.writing()?, false),
                Which::That => (s.day_of_part()?, true),
                _ => s.clock_day()?,
            };
            let shift = match which {
                Which::Last | Which::Previous => -1,
                Which::Following | Which::Next => 1,
                _ => 0,
            };
            let d = add_units(ground.day, shift, Grain::Day).ok_or(OpenReason::OutOfRange)?;
            Ok(clock::part_on(part, d).on(ground))
        }
        Name::DayOfMonth(d) => day_alone(d, None, s),
        _ => {
            let told = matches!(which, Which::Previous | Which::Following | Which::That);
            let mut about = false;
            let ground = if told && matches!(name, Name::Month(_) | Name::Season(_)) {
                // "That year it closed. The following spring …": a year will do to count a season from.
                let told = if which == Which::That {
                    s.told_for_that(Grain::Year)
                } else {
                    s.told(Grain::Year)
                };
                let ground = told.or_else(|_| s.reference())?;
                s.at_its_end(ground, which == Which::Following)
            } else if which == Which::That && matches!(name, Name::Weekday(_)) {
                // "the following week, on the Tuesday"
                s.told(Grain::Week).or_else(|_| s.reference())?
            } else if told && matches!(name, Name::Weekday(_)) {
                let (ground, flag) = following::ground(which, s)?;
                about = flag;
                ground
            } else if told {
                s.told(Grain::Day).or_else(|_| s.reference())?
            } else if matches!(name, Name::Weekday(_)) && s.narrative && !s.told_near() {
                // Of the weekdays of a year told before it can be any.
                s.writing().or_else(|_| s.reference())?
            } else {
                s.reference()?
            };
            // "in 2016 … that August": the one of the year told
            if which == Which::That
                && s.grain_of(&ground) == Some(Grain::Year)
                && let Some((span, grain)) = named::of_year(name, ground.day.year())
            {
                return Ok(Placed::date(span, grain)
                    .parts(&[], &[Part::Year])
                    .why(Why::UnitOf(Grain::Year))
                    .on(ground));
            }
            let writing = s.writing().ok().map(|g| g.day);
            let mut pick = named::pick(name, which, ground.day, s, writing).ok_or(OpenReason::OutOfRange)?;
            if about && let Some(later) = pick.span.first_day().checked_add_days(chrono::Days::new(7)) {
                let later = crate::time::Span::day(later);
                pick.alternatives.push((later, Grain::Day, "a week later".into()));
            }
            let stated = match name {
                Name::Weekday(_) => Part::Weekday,
                Name::Month(_) => Part::Month,
                Name::Season(_) => Part::Season,
                Name::Quarter(..) => Part::Quarter,
                Name::Half(..) => Part::Half,
                Name::Week(_) => Part::Week,
                _ => Part::Feast,
            };
            let inferred: &[Part] = match name {
                Name::Weekday(_) => &[Part::Day, Part::Month, Part::Year],
                _ => &[Part::Year],
            };
            Ok(Placed::from_pick(pick).parts(&[stated], inferred).on(ground))
        }
    }
}

//! Units, decades and centuries: "last week", "the quarter", "the 1990s".

use super::place::place;
use super::placed::{Outcome, Placed};
use super::results::Compared;
use super::when::{Anchor, Part};
use super::why::{OpenReason, Why};
use super::{Ground, State, inside};
use crate::rules::{Meaning, Which};
use crate::time::{Grain, Span, add_units, day, start_of, value_of};
use chrono::{Datelike, TimeDelta};

pub(super) fn unit(grain: Grain, which: Which, s: &State) -> Outcome {
    if which == Which::Turn {
        return turn(grain, s);
    }
    // "compared with a loss last year", of a quarter's results: the same quarter
    if grain == Grain::Year
        && which == Which::Last
        && s.context.compared
        && let Some(Compared::Quarter(g)) = s.period_near()
    {
        return inside::quarter(&Meaning::Unit(grain, which), Some(g), s);
    }
    let inferred: &[Part] = if grain >= Grain::Year {
        &[Part::Year]
    } else {
        &[Part::Month, Part::Year]
    };
    let (ground, step) = match which {
        Which::Previous => (s.told(grain).or_else(|open| s.calendar_day(grain, open))?, -1),
        Which::Following => (s.told(grain).or_else(|open| s.calendar_day(grain, open))?, 1),
        // "that season" of a sport is none of the year's four; a summer told before is.
        Which::That if grain == Grain::Season => {
            let told = s.told(grain)?;
            let season = s.grain_of(&told) == Some(Grain::Season);
            (season.then_some(told).ok_or(OpenReason::NothingTold)?, 0)
        }
        Which::That => (s.told(grain)?, 0),
        // "the quarter" of an earnings story: the one told of, else the last one over; "this quarter’s loss" too
        Which::Bare | Which::This if grain == Grain::Quarter && (which == Which::Bare || told_results(s)) => {
            match s.quarter_told() {
                Some(g) => (g, 0),
                None => match ended(s) {
                    Some(g) => (g, 0),
                    None => (s.writing()?, -1),
                },
            }
        }
        // "over the weekend" is the one just past, or the coming one of a plan
        Which::Bare if grain == Grain::Weekend => {
            let g = s.writing()?;
            let on = g.day.weekday().num_days_from_monday() >= 5;
            (g, if s.context.future() || on { 0 } else { -1 })
        }
        // "The council must decide by the end of the year", in a history: the writer's year.
        Which::Bare if s.will_be() => (s.writing()?, 0),
        // "… in the same period last year. For the first nine months of the year …"
        Which::Bare if grain == Grain::Year => (s.told_itself(grain).or_else(|_| s.writing())?, 0),
        Which::Bare if grain < Grain::Year => (s.told_for_unit(grain).or_else(|_| s.writing())?, 0),
        Which::Bare | Which::Any | Which::Turn => (s.told(grain).or_else(|_| s.writing())?, 0),
        Which::Last => (s.reference_or_writing()?, -1),
        Which::Next => (s.reference_or_writing()?, 1),
        Which::AfterNext => (s.writing()?, 2),
        // "another event of this year": the year that a history tells of
        Which::This | Which::Earlier | Which::Later if s.narrative => (s.reference()?, 0),
        Which::This | Which::Earlier | Which::Later => (s.writing()?, 0),
    };
    let out = OpenReason::OutOfRange;
    let d = add_units(start_of(ground.day, grain).ok_or(out)?.first_day(), step, grain).ok_or(out)?;
    let mut span = start_of(d, grain).ok_or(out)?;
    // "last weekend" said on a Sunday is the one before; on a Monday, the one just over.
    let value = value_of(span.first_day(), grain);
    let today = Span::day(ground.day);
    match which {
        Which::Earlier if span.contains(today) => span.end = today.end,
        Which::Later if span.contains(today) => span.start = today.start,
        _ => {}
    }
    let why = match step {
        0 => Why::UnitOf(grain),
        1.. => Why::UnitAfter(grain),
        _ => Why::UnitBefore(grain),
    };
    let mut p = Placed::valued(span, grain, value).parts(&[], inferred).why(why);
    // "released on Friday about the meeting this week", published on Monday: the week of that Friday is the better
    // reading, the week of publication the other.
    if which == Which::This
        && grain == Grain::Week
        && !s.settings.without_choice
        && s.context.past()
        && let Some((day, _)) = s.day_of_sentence()
        && let Some(own) = start_of(day, Grain::Week)
            .filter(|w| w.end <= span.start && span.start - w.end < TimeDelta::days(7))
    {
        let published = (span, Grain::Week, "the week of publication".to_owned());
        p = Placed::date(own, Grain::Week)
            .parts(&[], inferred)
            .why(Why::WeekOfSentence(day));
        p.alternatives.push(published);
    }
    Ok(p.on(ground))
}

/// Whether the results of "this quarter" are told as past while it has hardly begun: then it is the one just over.
fn told_results(s: &State) -> bool {
    const HARDLY: i64 = 50;
    let begun = s.writing().ok().and_then(|g| {
        let start = start_of(g.day, Grain::Quarter)?;
        Some((g.day - start.first_day()).num_days())
    });
    s.context.results && begun.is_some_and(|days| days < HARDLY)
}

/// "the turn of the century", counted from what was told: the next one, unless the last is not long over.
fn turn(grain: Grain, s: &State) -> Outcome {
    if grain == Grain::Year {
        return new_year(s);
    }
    let ground = s.told(Grain::Century).or_else(|_| s.reference())?;
    let long = match grain {
        Grain::Decade => 10,
        Grain::Century => 100,
        _ => 1000,
    };
    let now = ground.day.year();
    let before = now - now.rem_euclid(long);
    let year = if now - before > long / 4 {
        before + long
    } else {
        before
    };
    let first = day(year, 1, 1).ok_or(OpenReason::OutOfRange)?;
    let span = start_of(first, Grain::Year).ok_or(OpenReason::OutOfRange)?;
    Ok(Placed::date(span, Grain::Year)
        .parts(&[], &[Part::Year])
        .why(Why::UnitAfter(grain))
        .on(ground))
}

/// "in the new year": the one to come, unless this one has just begun or is told of as past in its first half; later
/// on a past verb tells only who said it.
fn new_year(s: &State) -> Outcome {
    let ground = s.reference()?;
    let month = ground.day.month();
    let begun = !s.narrative && (s.context.past() && month < 7 || month < 3 && !s.context.future());
    let year = ground.day.year() + i32::from(!begun);
    let out = OpenReason::OutOfRange;
    let span = start_of(day(year, 1, 1).ok_or(out)?, Grain::Year).ok_or(out)?;
    Ok(Placed::date(span, Grain::Year)
        .parts(&[], &[Part::Year])
        .why(if begun {
            Why::UnitOf(Grain::Year)
        } else {
            Why::UnitAfter(Grain::Year)
        })
        .on(ground))
}

/// "the quarter ended 31 July", of no number: that of the calendar which holds the middle of its three months.
fn ended(s: &State) -> Option<Ground> {
    let (meaning, there) = s.ended_by()?;
    let last = place(&meaning, &there).ok()?.span?.first_day();
    let day = last.checked_sub_signed(TimeDelta::days(45))?;
    Some(Ground {
        day,
        anchor: Anchor::Mention(s.done.len() + 1),
        why: Why::FromMention(s.done.len() + 1, last),
    })
}

pub(super) fn years(first: i32, grain: Grain, bc: bool) -> Outcome {
    let n = match grain {
        Grain::Decade => 10,
        Grain::Century => 100,
        _ => 1000,
    };
    let out = OpenReason::OutOfRange;
    let a = day(first, 1, 1).ok_or(out)?;
    let b = day(first + n, 1, 1).ok_or(out)?;
    let part = if grain == Grain::Decade {
        Part::Decade
    } else {
        Part::Century
    };
    let value = match (bc, grain) {
        (true, Grain::Decade) => format!("BC{:03}", (1 - first - 9) / n),
        (true, _) => format!("BC{:02}", (-first) / n),
        // What begins with year 0 of the calendar is counted from year 1.
        (_, Grain::Century) if first == 0 => "00".to_owned(),
        (_, Grain::Millennium) if first == 0 => "0".to_owned(),
        _ => value_of(a, grain),
    };
    let mut p = Placed::valued(Span::days(a, b), grain, value)
        .parts(&[part], &[])
        .why(Why::Stated);
    // "the 1700s" (annotators read the decade)
    if grain == Grain::Decade && !bc && first % 100 == 0 && first < 2000 {
        let century = day(first + 100, 1, 1).ok_or(out)?;
        p.alternatives.push((
            Span::days(a, century),
            Grain::Century,
            "the whole century".to_owned(),
        ));
    }
    Ok(p)
}

pub(super) fn decade(tens: u8, s: &State) -> Outcome {
    let first = s.decade_of(tens)?;
    let mut p = years(first, Grain::Decade, false)?;
    p.inferred = vec![Part::Century];
    p.why = vec![Why::CenturyChosen(first)];
    Ok(p)
}

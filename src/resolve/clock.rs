//! Times of the clock and parts of the day, on a day.

use super::placed::{Outcome, Placed};
use super::when::{Part, TimexType};
use super::why::{OpenReason, Why};
use crate::rules::ClockTime;
use crate::time::{Clock, Day, DayPart, Grain, Span, add_units, value_of};
use chrono::{TimeDelta, Timelike};

pub(super) fn part_on(part: DayPart, d: Day) -> Placed {
    let value = format!("{}T{}", value_of(d, Grain::Day), part.code());
    let mut p = Placed::valued(part.on(d), Grain::DayPart, value);
    p.kind = TimexType::Time;
    p.clock = true;
    p.parts(&[Part::DayPart], &[Part::Day, Part::Month, Part::Year])
        .why(Why::ClockOn(d))
}

/// A time of the clock on a day. 24:00 is the next day's midnight, and keeps its value.
pub(super) fn clock_on(c: &ClockTime, d: Day) -> Outcome {
    let out = OpenReason::OutOfRange;
    let named = d;
    let (d, hour) = if c.hour == 24 {
        (add_units(d, 1, Grain::Day).ok_or(out)?, 0)
    } else {
        (d, c.hour)
    };
    let at = d
        .and_hms_opt(
            hour.into(),
            c.minute.unwrap_or(0).into(),
            c.second.unwrap_or(0).into(),
        )
        .ok_or(out)?;
    let mut p = minute_at(at, c.zone);
    p.value = format!("{}T{}", value_of(named, Grain::Day), clock_text(c));
    p = p.parts(&[Part::Time], &[Part::Day, Part::Month, Part::Year]);
    if c.either_half {
        p.why.push(Why::EitherHalf);
        let later = p.span.map(|s| Span {
            start: s.start + TimeDelta::hours(12),
            end: s.end + TimeDelta::hours(12),
        });
        p.alternatives
            .extend(later.map(|s| (s, Grain::Minute, "in the afternoon".to_owned())));
    }
    Ok(p)
}

pub(super) fn minute_at(at: Clock, offset: Option<i16>) -> Placed {
    let start = at.with_second(0).unwrap_or(at);
    let span = Span {
        start,
        end: start + TimeDelta::minutes(1),
    };
    let value = format!(
        "{}T{:02}:{:02}",
        value_of(at.date(), Grain::Day),
        at.hour(),
        at.minute()
    );
    let mut p = Placed::valued(span, Grain::Minute, value);
    p.kind = TimexType::Time;
    p.clock = true;
    p.offset = offset;
    p
}

/// A clock time as TIMEX3 writes it behind the `T`, its zone as an offset.
pub(super) fn clock_text(c: &ClockTime) -> String {
    let mut s = format!("{:02}:{:02}", c.hour, c.minute.unwrap_or(0));
    if let Some(second) = c.second {
        s.push_str(&format!(":{second:02}"));
    }
    match c.zone {
        Some(0) => s.push('Z'),
        Some(z) => s.push_str(&format!(
            "{}{:02}:{:02}",
            if z < 0 { '-' } else { '+' },
            z.abs() / 60,
            z.abs() % 60
        )),
        None => {}
    }
    s
}

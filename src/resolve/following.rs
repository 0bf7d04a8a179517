//! From where “the following Tuesday” is counted: a day told, or a month of which the words say which part.

use super::state::{Ground, State};
use super::when::Anchor;
use super::why::{OpenReason, Why};
use crate::rules::{Modifier, Which};
use crate::time::{Day, Grain};
use chrono::{Datelike, TimeDelta};

/// The day that a weekday follows, or goes before. Behind a month or a week that was told later than any day ("It shut
/// in May. The following Tuesday …") no day is said, unless the words tell its beginning, middle or end: "in early
/// September", "at the end of August". The flag says that it may be the week after as well.
pub(super) fn ground(which: Which, s: &State) -> Result<(Ground, bool), OpenReason> {
    let Ok(told) = s.told(Grain::Month) else {
        return Ok((s.told(Grain::Day).or_else(|_| s.reference())?, false));
    };
    let Anchor::Mention(i) = told.anchor else {
        return Ok((told, false));
    };
    let Some(when) = s.done.get(i).filter(|w| w.grain > Some(Grain::Day)) else {
        return Ok((told, false));
    };
    let last = when.end.map(|e| e.day() - TimeDelta::days(1));
    let day = match (which, when.grain, when.modifier) {
        (Which::Following, Some(Grain::Week), _) | (Which::Following, _, Some(Modifier::End)) => last,
        (Which::Following, _, Some(Modifier::Start)) => Some(told.day),
        (Which::Following, _, Some(Modifier::Mid)) => middle(told.day),
        (Which::Previous, Some(Grain::Week), _) => Some(told.day),
        _ => None,
    };
    let day = day.ok_or(OpenReason::NotSaid)?;
    let about = matches!(when.modifier, Some(Modifier::Start | Modifier::Mid));
    let ground = Ground {
        day,
        why: Why::FromMention(i, day),
        ..told
    };
    Ok((ground, about))
}

/// The middle of the month that begins on a day.
fn middle(first: Day) -> Option<Day> {
    first.with_day(15)
}

//! Choices made once for a passage, not mention by mention.
//!
//! Narration moves forward: where the past tells of the publication day's own weekday and the next weekday told
//! after it is the one that follows, lying earlier in the same week, the first is a week back. An article published
//! on Monday the 27th that says "On Monday … officials said Tuesday" tells of the 20th and the 21st. The first weekday
//! of an article is likelier its own day, the day of its news: it moves only for a weekday of its own paragraph.

use super::context::Context;
use super::when::{Alternative, When};
use super::why::Why;
use crate::rules::{Meaning, Mention, Name, Which};
use crate::time::{Day, Grain, Moment, Weekday, value_of};
use chrono::{Datelike, TimeDelta};

/// How many paragraphs further on the next weekday may stand.
const REACH: usize = 4;

/// Moves a past statement's publication-day weekday a week back where what follows it in the text lies before it in
/// time. What it was stays as an alternative.
pub(super) fn move_forward(
    mentions: &[Mention],
    contexts: &[Context],
    whens: &mut [When],
    published: Option<Day>,
) {
    let Some(published) = published else {
        return;
    };
    let mut opened = false;
    for i in 0..mentions.len() {
        let Some(w) = bare(&mentions[i].meaning) else {
            continue;
        };
        let reach = if std::mem::replace(&mut opened, true) {
            REACH
        } else {
            0
        };
        let Some(c) = contexts.get(i).filter(|c| c.past()) else {
            continue;
        };
        if w != published.weekday() || whens[i].start.is_none_or(|s| s.day() != published) {
            continue;
        }
        let next = (i + 1..mentions.len()).take(8).find(|&k| {
            bare(&mentions[k].meaning).is_some_and(|v| v != w)
                && contexts
                    .get(k)
                    .is_some_and(|x| !x.future() && x.paragraph <= c.paragraph + reach)
        });
        let Some(next) = next else { continue };
        let follows = bare(&mentions[next].meaning) == Some(w.succ());
        let before = whens[next]
            .start
            .is_some_and(|s| s.day() == published - TimeDelta::days(6));
        if follows && before {
            a_week_back(&mut whens[i], next);
        }
    }
}

/// A weekday with no word that says which, with or without a part of the day.
fn bare(m: &Meaning) -> Option<Weekday> {
    match m {
        Meaning::Named(Name::Weekday(w), Which::Bare) => Some(*w),
        Meaning::Within(_, whole) => bare(whole),
        _ => None,
    }
}

fn a_week_back(when: &mut When, next: usize) {
    let (Some(start), Some(end)) = (when.start, when.end) else {
        return;
    };
    if when.grain != Some(Grain::Day) {
        return;
    }
    let week = TimeDelta::days(7);
    let day = start.day() - week;
    let lost = Alternative::new(when.value.clone(), start, end, "the publication day itself");
    when.value = value_of(day, Grain::Day);
    when.start = Some(Moment::of_day(day));
    when.end = Some(Moment::of_day(end.day() - week));
    when.alternatives.retain(|a| a.value != when.value);
    when.alternatives.insert(0, lost);
    when.why.push(Why::NarrationForward(next));
}

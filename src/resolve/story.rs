//! In a narrative a bare month, day or season belongs to the story's now. What that is the dates around it tell: the
//! last ones told and the next ones whose year is named. The occurrence is taken that agrees best with them, each
//! counting the less the further off it stands, and none for more than a year, so that a look ahead ("by November
//! 2008 …") or back does not carry the story away. (The one nearest to the last date alone: value F1 84.8/81.8 on the
//! two halves of WikiWars; so: 85.7/82.0.)

use super::{Preposition, State};
use crate::rules::{DateParts, Meaning};
use crate::time::{Grain, Span, day, start_of};

/// How much the dates told before count, from the last one back.
const TOLD: [i64; 3] = [8, 4, 2];
/// How much the dates named behind count, from the next one on.
const TO_COME: [i64; 2] = [6, 3];
/// A date further off than this says nothing more against an occurrence, in days.
const FAR: i64 = 365;

/// What ended so many days before the last date told is no end of what it tells.
const OVER: i64 = 60;

impl State<'_> {
    /// The occurrence that the story means, of those that `of_year` gives; `None` when this is no narrative or
    /// nothing is told around it.
    pub(super) fn of_story(&self, of_year: impl Fn(i32) -> Option<Span>) -> Option<Span> {
        if !self.narrative || self.will_be() {
            return None;
        }
        let told = self.told_before();
        let to_come = self.named_behind();
        let first = told.first().or(to_come.first())?;
        let year = chrono::Datelike::year(&first.first_day());
        let mut near = (year - 8..=year + 8).filter_map(&of_year);
        if self.context.governor.perfect && !told.is_empty() {
            return near.rfind(|s| s.start <= first.start);
        }
        let weighed: Vec<(Span, i64)> = told
            .iter()
            .copied()
            .zip(TOLD)
            .chain(to_come.iter().copied().zip(TO_COME))
            .collect();
        let best = (year - 8..=year + 8).filter_map(&of_year).min_by_key(|c| {
            let cost: i64 = weighed.iter().map(|(s, w)| w * apart(*c, *s).min(FAR)).sum();
            (cost, apart(*c, *first))
        })?;
        // "burned down in March 1921; it was rebuilt by the autumn": what has to be by then was not over long before.
        let ends = matches!(
            self.context.preposition,
            Preposition::By | Preposition::Until | Preposition::Through
        );
        let over = ends && !told.is_empty() && best.end < first.start && apart(best, *first) > OVER;
        let mut next = || near.find(|s| s.start >= first.start);
        if over { next().or(Some(best)) } else { Some(best) }
    }

    /// The last dates told whose year is known, last first.
    fn told_before(&self) -> Vec<Span> {
        let dates = (0..self.done.len()).rev().take(64).filter_map(|i| {
            let w = &self.done[i];
            self.is_full(i).then_some(())?;
            Some(Span {
                start: w.start?.at(),
                end: w.end?.at(),
            })
        });
        dates.take(TOLD.len()).collect()
    }

    /// The next dates whose year the words name.
    fn named_behind(&self) -> Vec<Span> {
        let rest = self.links.get(self.done.len() + 1..).unwrap_or_default();
        rest.iter()
            .take(16)
            .filter_map(|m| dated(&m.meaning))
            .take(TO_COME.len())
            .collect()
    }
}

/// The span of a date that names its year.
fn dated(m: &Meaning) -> Option<Span> {
    let p = match m {
        Meaning::Date(p) => p,
        Meaning::Modified(_, inner) => return dated(inner),
        Meaning::Within(_, whole) => return dated(whole),
        _ => return None,
    };
    let DateParts {
        year: Some(year),
        short_year: false,
        ..
    } = p
    else {
        return None;
    };
    let grain = match (p.month, p.day) {
        (Some(_), Some(_)) => Grain::Day,
        (Some(_), None) => Grain::Month,
        _ => Grain::Year,
    };
    let d = day(*year, p.month.unwrap_or(1).into(), p.day.unwrap_or(1).into())?;
    start_of(d, grain)
}

/// How many days lie between two spans; none where one holds the start of the other.
fn apart(a: Span, b: Span) -> i64 {
    if a.start >= b.end {
        (a.start - b.end).num_days() + 1
    } else if b.start >= a.end {
        (b.start - a.end).num_days() + 1
    } else {
        0
    }
}

//! In a narrative a bare month, day or season belongs to the story's now: the year just named, else the one that
//! brings it nearest to the last date told. (Making a step back cost three times a step on changed value F1 on
//! WikiWars from 82.0/81.3 to 81.4/81.9 on its two halves: no gain, so no such rule.)

use super::State;
use super::when::Anchor;
use crate::time::{Grain, Span};
use chrono::Datelike;

impl State<'_> {
    /// The occurrence that the story means, of those that `of_year` gives; `None` when this is no narrative or
    /// nothing was told yet.
    pub(super) fn of_story(&self, of_year: impl Fn(i32) -> Option<Span>) -> Option<Span> {
        if !self.narrative {
            return None;
        }
        let ground = self.last_full()?;
        let Anchor::Mention(i) = ground.anchor else {
            return None;
        };
        let told = self.done.get(i)?;
        let whole = Span {
            start: told.start?.at(),
            end: told.end?.at(),
        };
        let year = ground.day.year();
        let near: Vec<Span> = (year - 8..=year + 8).filter_map(of_year).collect();
        if self.context.governor.perfect {
            return near.iter().rev().find(|s| s.start <= whole.start).copied();
        }
        if told.grain >= Some(Grain::Season) {
            // A year named in passing ("by 1941") leaves the story where it stands in that year; else the year is
            // all that is known of its now.
            match self
                .last_fine(i)
                .filter(|f| f.start >= whole.start && f.start < whole.end)
            {
                Some(fine) => return nearest(near, fine),
                None => {
                    if let Some(inside) = near
                        .iter()
                        .find(|s| s.start >= whole.start && s.start < whole.end)
                    {
                        return Some(*inside);
                    }
                }
            }
        }
        nearest(near, whole)
    }

    /// The last month or day told before the mention `before`.
    fn last_fine(&self, before: usize) -> Option<Span> {
        (0..before).rev().take(32).find_map(|k| {
            let w = &self.done[k];
            let fine =
                w.grain.is_some_and(|g| g <= Grain::Month) && w.kind != super::when::TimexType::Duration;
            let aside = self.settings.is_date_line(k)
                || self.contexts[k].governor.perfect
                || self.contexts[k].future();
            (fine && !aside)
                .then(|| {
                    Some(Span {
                        start: w.start?.at(),
                        end: w.end?.at(),
                    })
                })
                .flatten()
        })
    }
}

/// The occurrence nearest to what was told; what holds it is no step at all.
fn nearest(near: Vec<Span>, told: Span) -> Option<Span> {
    near.into_iter().min_by_key(|s| {
        if s.start <= told.start && told.start < s.end {
            0
        } else {
            (s.start - told.start).num_days().abs()
        }
    })
}

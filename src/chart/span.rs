//! Where an event lies on the axis: a point, or a bar with what is known of its ends.

use super::instant::{DAY, Instant, of_clock};
use super::publications::Publication;
use crate::time::{Grain, Moment};
use crate::timeline::{Event, Relation, Shape};

/// How the time between two ends was spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fill {
    /// All of it.
    Lasted,
    /// Once, somewhere in there.
    Somewhere,
    /// Again and again.
    Repeated,
}

/// A bar beside the axis. An end that is not known is drawn as such, not guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bar {
    /// Where it begins; `None` when that is not known.
    pub from: Option<Instant>,
    /// Where it ends; `None` when that is not known.
    pub to: Option<Instant>,
    /// What it stands for.
    pub fill: Fill,
}

/// What makes two events share a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    /// Where its leader starts; `None` without any date.
    pub anchor: Option<Instant>,
    /// Where it ends, for the order of what begins together.
    pub reach: Instant,
    /// Its bar, where it is more than a point.
    pub bar: Option<Bar>,
}

impl Key {
    /// Whether its beginning is not known.
    pub fn comes_from_before(&self) -> bool {
        self.bar.is_some_and(|b| b.from.is_none())
    }
}

/// The key of an event. Bars that end with a day of publication end at its line.
pub(super) fn key(event: &Event, publications: &[Publication]) -> Key {
    let w = &event.when;
    let start = w.start.map(|m| of_clock(m.at()));
    let end = w.end.map(|m| of_clock(m.at()));
    let fill = match (event.relation, w.shape) {
        (Relation::Repeats, _) => Fill::Repeated,
        (Relation::Throughout | Relation::Since | Relation::Until, _) | (_, Shape::Duration) => Fill::Lasted,
        (Relation::Within, Shape::Open) => Fill::Lasted,
        _ => Fill::Somewhere,
    };
    // A window that ends with the day of publication ends at its line: both stand for that day.
    let stop = |hi: Instant, lo: Instant| {
        let line = publications
            .iter()
            .map(|p| p.at)
            .find(|&p| lo < p && hi > p && hi <= p + DAY);
        line.unwrap_or(hi)
    };
    match (start, end) {
        (None, None) => Key {
            anchor: None,
            reach: 0,
            bar: None,
        },
        (Some(lo), None) => Key {
            anchor: Some(lo),
            reach: Instant::MAX,
            bar: Some(Bar {
                from: Some(lo),
                to: None,
                fill,
            }),
        },
        (None, Some(hi)) => {
            // "Until Friday" has its dot on Friday, where other days have theirs; "until 2020" where the year ends.
            let clock = w.end.is_some_and(Moment::has_clock);
            let at = if clock || w.grain > Grain::Day {
                hi
            } else {
                hi - DAY
            };
            Key {
                anchor: Some(at),
                reach: at,
                bar: Some(Bar {
                    from: None,
                    to: Some(hi),
                    fill,
                }),
            }
        }
        (Some(lo), Some(hi)) => {
            // An end before its start is a slip of the pen; the start counts.
            let hi = hi.max(lo);
            let is_point = w.shape == Shape::Point || hi == lo;
            let to = stop(hi, lo);
            let bar = (!is_point).then_some(Bar {
                from: Some(lo),
                to: Some(to),
                fill,
            });
            Key {
                anchor: Some(lo),
                reach: hi,
                bar,
            }
        }
    }
}

//! The axis of time as a coordinate of plotters: pieces of different scale, one below the other.

use super::instant::{Instant, of_clock, to_clock};
use super::labels::Row;
use super::segments::{LEAST, Stop, cuts, needed};
use super::units::{UNITS, Unit};
use super::widths::Tenths;
use super::words::plain_day;
use crate::time::{Clock, Grain};
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use std::ops::Range;

/// The height of a stretch that is not drawn.
const FOLD: Tenths = 440;
/// A gap this high or lower is drawn rather than folded.
const DRAWN: i128 = 460;
/// A gap of so many units is drawn too, up to a height.
const UNITS_DRAWN: Instant = 3;
const DRAWN_MOST: i128 = 1_200;

/// One piece of the axis: linear inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its first instant.
    pub from: Instant,
    /// The first instant behind it.
    pub to: Instant,
    /// Where it begins.
    pub top: Tenths,
    /// Where it ends.
    pub bottom: Tenths,
    /// The finest grain of what it shows; `None` for a stretch that is not drawn.
    pub grain: Option<Grain>,
}

impl Piece {
    /// Whether it only stands for time that is left out.
    pub fn is_fold(&self) -> bool {
        self.grain.is_none()
    }

    /// The height of a stretch on this piece's scale.
    fn scale(&self, stretch: Instant) -> i128 {
        i128::from(stretch) * i128::from(self.bottom - self.top) / i128::from((self.to - self.from).max(1))
    }

    /// The place of an instant; beyond its ends, the end.
    pub fn y(&self, t: Instant) -> Tenths {
        let span = i128::from(self.to) - i128::from(self.from);
        let into = i128::from(t.clamp(self.from, self.to)) - i128::from(self.from);
        let height = i128::from(self.bottom) - i128::from(self.top);
        self.top + Tenths::try_from(into * height / span.max(1)).unwrap_or(0)
    }
}

/// The whole axis. Its pieces touch, in time and on the canvas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Axis {
    /// From the top.
    pub pieces: Vec<Piece>,
}

impl Axis {
    /// One scale for a span.
    pub fn linear(from: Instant, to: Instant, height: Tenths) -> Axis {
        let to = to.max(from + 1);
        Axis {
            pieces: vec![Piece {
                from,
                to,
                top: 0,
                bottom: height,
                grain: Some(Grain::Day),
            }],
        }
    }

    /// The axis for a timeline's stops (in order, each instant once) and the rows that hang on them.
    pub fn new(stops: &[Stop], rows: &[(Instant, Row)]) -> Axis {
        if stops.is_empty() {
            return Axis::default();
        }
        let starts = cuts(stops, rows);
        let ends = starts.iter().skip(1).copied().chain([stops.len()]);
        let runs: Vec<&[Stop]> = starts
            .iter()
            .zip(ends)
            .filter_map(|(&s, e)| stops.get(s..e))
            .collect();
        let mut segments: Vec<Segment> = Vec::with_capacity(runs.len());
        for (i, run) in runs.iter().enumerate() {
            let next = runs.get(i + 1).and_then(|r| r.first()).map(|s| s.at);
            segments.extend(Segment::of(run, segments.last().map(|s| s.to), next));
        }
        join(&segments)
    }

    /// The place of an instant below the top of the axis; beyond its ends, the end.
    ///
    /// Rises strictly from knot to knot and never falls between them: every piece is linear and at least as high
    /// as it has to be, and pieces touch.
    pub fn y(&self, t: Instant) -> Tenths {
        let i = self.pieces.partition_point(|p| p.to <= t);
        match self.pieces.get(i).or(self.pieces.last()) {
            Some(piece) => piece.y(t),
            None => 0,
        }
    }

    /// How high it is.
    pub fn height(&self) -> Tenths {
        self.pieces.last().map_or(0, |p| p.bottom)
    }

    /// Its first and last instant.
    pub fn ends(&self) -> (Instant, Instant) {
        match (self.pieces.first(), self.pieces.last()) {
            (Some(a), Some(b)) => (a.from, b.to),
            _ => (0, 0),
        }
    }

    /// Where one scale meets another without anything left out between them: a little to the side of the coarser,
    /// because at the seam itself there may be a point.
    pub fn seams(&self) -> impl Iterator<Item = Tenths> {
        self.pieces.windows(2).filter_map(|w| match w {
            [a, b] if !a.is_fold() && !b.is_fold() => {
                let coarser = a.scale(b.to - b.from) <= i128::from(b.bottom - b.top);
                let aside = |p: &Piece| 160.min((p.bottom - p.top) / 2);
                Some(if coarser {
                    a.bottom - aside(a)
                } else {
                    b.top + aside(b)
                })
            }
            _ => None,
        })
    }

    /// Whether an instant lies in a stretch that is drawn.
    pub fn shows(&self, t: Instant) -> bool {
        self.pieces
            .iter()
            .any(|p| !p.is_fold() && p.from <= t && t <= p.to)
    }
}

/// A run of stops with its calendar ends and the height of its scale.
#[derive(Debug, Clone, Copy)]
struct Segment {
    from: Instant,
    to: Instant,
    height: Tenths,
    grain: Grain,
    unit: Instant,
}

impl Segment {
    fn of(run: &[Stop], before: Option<Instant>, next: Option<Instant>) -> Option<Segment> {
        let (first, last) = (run.first()?.at, run.last()?.at);
        let grain = run.iter().map(|s| s.grain).min()?;
        let span = last - first;
        let least = Unit::of_grain(grain);
        // The calendar unit of the span: a fourth of it at most, never finer than what is known.
        let unit = UNITS
            .into_iter()
            .filter(|u| !matches!(u, Unit::Week | Unit::Minutes(5..=30) | Unit::Hours(3..=12)))
            .rfind(|u| u.length() <= span / 4 && u.length() >= least.length())
            .unwrap_or(least);
        let mut from = unit.floor(first);
        if before.is_some_and(|b| from < b) {
            from = first;
        }
        let mut to = unit.ceil(last);
        // A last stop of its own, or the mere end of a bar: the axis leads up to it, not on into nothing.
        let is_bare = run.iter().all(|s| s.height == 0);
        let leads = (is_bare || next.is_none()) && span == 0;
        if let (true, Some(before)) = (leads, before.filter(|&b| b < first)) {
            let from = before.max(unit.floor(first - 1));
            return Some(Segment {
                from,
                to: first,
                height: LEAST,
                grain,
                unit: unit.length(),
            });
        }
        if to <= from {
            to = unit.next(from).unwrap_or(from + 1);
        }
        if next.is_some_and(|n| to > n) {
            to = if span > 0 { last } else { next.unwrap_or(to) };
        }
        let to = to.max(from + 1);
        let need = i128::from(needed(run));
        let height = if span > 0 {
            need * i128::from(to - from) / i128::from(span)
        } else {
            need
        };
        let height = Tenths::try_from(height).unwrap_or(Tenths::MAX / 4).max(LEAST);
        Some(Segment {
            from,
            to,
            height,
            grain,
            unit: unit.length(),
        })
    }

    /// Tenths of a pixel that a stretch takes at this scale.
    fn scaled(&self, stretch: Instant) -> i128 {
        i128::from(stretch) * i128::from(self.height) / i128::from((self.to - self.from).max(1))
    }
}

fn join(segments: &[Segment]) -> Axis {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut y: Tenths = 0;
    let mut push = |from: Instant, to: Instant, high: i128, grain: Option<Grain>| {
        let high = Tenths::try_from(high.clamp(1, 10_000_000)).unwrap_or(1);
        let top = y;
        y = y.saturating_add(high);
        pieces.push(Piece {
            from,
            to,
            top,
            bottom: y,
            grain,
        });
    };
    let mut from = segments.first().map_or(0, |s| s.from);
    for (i, segment) in segments.iter().enumerate() {
        let next = segments.get(i + 1);
        let gap = next.map_or(0, |n| n.from - segment.to);
        // The coarser scale is the one on which the same stretch is lower.
        let mut end = segment.to;
        let mut fold = false;
        let mut resume = end;
        if let (Some(n), true) = (next, gap > 0) {
            resume = n.from;
            let (a, b) = (segment.scaled(gap), n.scaled(gap));
            let (high, unit) = if a <= b { (a, segment.unit) } else { (b, n.unit) };
            let is_drawn = high <= DRAWN || (gap <= UNITS_DRAWN * unit && high <= DRAWN_MOST);
            if !is_drawn {
                fold = true;
            } else if a <= b {
                end = n.from;
            } else {
                resume = segment.to;
            }
        }
        push(from, end, segment.scaled(end - from), Some(segment.grain));
        if fold {
            push(end, resume, FOLD.into(), None);
        }
        from = resume;
    }
    Axis { pieces }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = Instant;

    fn map(&self, value: &Instant, limit: (i32, i32)) -> i32 {
        limit.0 + self.y(*value)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<Instant> {
        let knots = self
            .pieces
            .iter()
            .map(|p| p.from)
            .chain(self.pieces.last().map(|p| p.to));
        knots.take(hint.max_num_points()).collect()
    }

    fn range(&self) -> Range<Instant> {
        let (from, to) = self.ends();
        from..to
    }
}

impl ValueFormatter<Instant> for Axis {
    fn format(value: &Instant) -> String {
        to_clock(*value).map(|c| plain_day(c.date())).unwrap_or_default()
    }
}

/// The two ends of a piece on the calendar, for words about it.
pub(super) fn clocks(piece: &Piece) -> Option<(Clock, Clock)> {
    let ends = (to_clock(piece.from)?, to_clock(piece.to)?);
    debug_assert!(of_clock(ends.0) == piece.from);
    Some(ends)
}

#[cfg(test)]
mod tests {
    use super::super::instant::DAY;
    use super::*;
    use proptest::prelude::*;

    fn build(days: &[i64]) -> (Vec<Stop>, Axis) {
        let stops: Vec<Stop> = days
            .iter()
            .map(|d| Stop {
                at: d * DAY,
                grain: Grain::Day,
                height: 330,
                tied: false,
            })
            .collect();
        let rows: Vec<_> = stops
            .iter()
            .map(|s| {
                (
                    s.at,
                    Row {
                        anchor: 0,
                        up: 100,
                        down: 230,
                    },
                )
            })
            .collect();
        let axis = Axis::new(&stops, &rows);
        (stops, axis)
    }

    #[test]
    fn a_fold_stands_for_what_is_left_out() {
        let (_, axis) = build(&[0, 1, 2, 3000, 3001, 3002, 3003]);
        assert_eq!(
            axis.pieces.iter().map(Piece::is_fold).collect::<Vec<_>>(),
            [false, true, false]
        );
        assert!(axis.shows(DAY) && !axis.shows(100 * DAY));
    }

    #[test]
    fn one_stop_is_an_axis_of_its_own_unit() {
        let (_, axis) = build(&[10]);
        assert_eq!(axis.ends(), (10 * DAY, 11 * DAY));
        assert_eq!(Axis::new(&[], &[]), Axis::default());
        assert_eq!(Axis::default().y(5), 0);
    }

    proptest! {
        #![proptest_config(crate::chart::seeded::seeded(256))]

        #[test]
        fn rises_and_touches_and_covers(days in proptest::collection::btree_set(-100_000i64..100_000, 1..60)) {
            let days: Vec<i64> = days.into_iter().collect();
            let (stops, axis) = build(&days);
            for p in &axis.pieces {
                prop_assert!(p.from < p.to && p.top < p.bottom);
            }
            for w in axis.pieces.windows(2) {
                prop_assert_eq!(w[0].to, w[1].from);
                prop_assert_eq!(w[0].bottom, w[1].top);
                // Continuous at the seam.
                prop_assert_eq!(w[0].y(w[0].to), axis.y(w[1].from));
            }
            for s in &stops {
                prop_assert!(axis.shows(s.at));
            }
            for w in stops.windows(2) {
                prop_assert!(axis.y(w[0].at) <= axis.y(w[1].at));
            }
            let knots = axis.key_points(usize::MAX);
            for w in knots.windows(2) {
                prop_assert!(axis.y(w[0]) < axis.y(w[1]));
            }
        }
    }
}

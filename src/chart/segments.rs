//! Where the axis changes its scale: exact by dynamic programming over the gaps that may part it.
//!
//! One scale for all of time crowds a week of news into two pixels beside a year. The axis is therefore cut
//! into segments, each with a scale at which its labels can stand near their points. A cut has a price, cheap
//! between unlike neighbourhoods and dear inside an even row, so that an even row stays whole. All arithmetic is
//! on integers, so the same timeline is cut alike on every machine.

use super::instant::{Instant, length};
use super::labels::{Row, place};
use super::widths::Tenths;
use crate::time::Grain;

/// The price of a cut, in tenths of a pixel of leader.
const PRICE: i64 = 600;
/// How many gaps are tried: the widest and, beside a dense cluster, the most abrupt.
const TRIED: usize = 24;
/// So much label height without a cut is worth trying one.
const STRETCH: i64 = 24_000;
/// The least height of a segment.
pub(super) const LEAST: Tenths = 440;
/// Two instants nearer than this on the canvas cannot be told apart.
const APART: i64 = 60;
/// What a tenth of a pixel too near costs, in tenths of leader.
const BLUR: i64 = 3;
/// Fractions of the logarithm.
const ONE: i64 = 256;

/// An instant that the axis has to show: a row's anchor, the end of a bar, a publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    /// Where it is.
    pub at: Instant,
    /// How precise it is.
    pub grain: Grain,
    /// The room that labels need here; 0 where there is none.
    pub height: Tenths,
    /// Whether the time before it must be shown, up to the stop before.
    pub tied: bool,
}

/// The stops cut into runs: the index of the first stop of each.
pub(super) fn cuts(stops: &[Stop], rows: &[(Instant, Row)]) -> Vec<usize> {
    let mut ends = candidates(stops);
    ends.push(stops.len());
    let mut starts = vec![0];
    starts.extend(ends.iter().take(ends.len() - 1));
    // best[j]: the price of the stops before ends[j], and where its last segment starts.
    let mut best: Vec<(i64, usize)> = Vec::with_capacity(ends.len());
    for &end in &ends {
        let mut least = (i64::MAX, 0);
        for (i, &start) in starts.iter().enumerate() {
            if start >= end {
                break;
            }
            let before = match i.checked_sub(1).and_then(|k| best.get(k)) {
                Some((cost, _)) => cost + price(stops, start),
                None => 0,
            };
            let total = before + stretch(stops, rows, start, end);
            if total < least.0 {
                least = (total, i);
            }
        }
        best.push(least);
    }
    let mut found = Vec::new();
    let mut at = best.len();
    while let Some(&(_, i)) = at.checked_sub(1).and_then(|k| best.get(k)) {
        found.push(starts.get(i).copied().unwrap_or(0));
        at = i;
    }
    found.reverse();
    found
}

/// The gaps that may part the axis, as the index of the stop behind each.
fn candidates(stops: &[Stop]) -> Vec<usize> {
    let mut allowed: Vec<(i64, i64, usize)> = Vec::new();
    for i in 1..stops.len() {
        let gap = gap(stops, i).unwrap_or(0);
        let unit = match (stops.get(i - 1), stops.get(i)) {
            (Some(a), Some(b)) => length(a.grain.min(b.grain)),
            _ => continue,
        };
        let tied = stops.get(i).is_some_and(|s| s.tied);
        if gap * 10 >= unit * 39 && !tied {
            let (_, smaller) = neighbours(stops, i);
            allowed.push((gap, log2(gap, smaller), i));
        }
    }
    let mut chosen = Vec::new();
    allowed.sort_by_key(|&(gap, _, i)| (std::cmp::Reverse(gap), i));
    chosen.extend(allowed.iter().take(TRIED).map(|a| a.2));
    allowed.sort_by_key(|&(_, abrupt, i)| (std::cmp::Reverse(abrupt), i));
    chosen.extend(allowed.iter().take(TRIED / 2).map(|a| a.2));
    chosen.extend(landmarks(stops).filter(|&i| stops.get(i).is_some_and(|s| !s.tied)));
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// In a long chart also one place for every [`STRETCH`] of labels. A thousand days in a row have no wide gap, yet
/// the months with most events need a scale of their own.
fn landmarks(stops: &[Stop]) -> impl Iterator<Item = usize> {
    let total: i64 = stops.iter().map(|s| i64::from(s.height)).sum();
    let step = STRETCH.max(total / TRIED as i64);
    let (mut height, mut next) = (0, step);
    stops.iter().enumerate().filter_map(move |(i, stop)| {
        let reached = height >= next && i > 0;
        if reached {
            next = height + step;
        }
        height += i64::from(stop.height);
        reached.then_some(i)
    })
}

fn gap(stops: &[Stop], i: usize) -> Option<Instant> {
    let before = stops.get(i.checked_sub(1)?)?;
    Some(stops.get(i)?.at.saturating_sub(before.at).max(1))
}

/// The larger and the smaller of the gaps on both sides of gap `i`; its own where there is none.
fn neighbours(stops: &[Stop], i: usize) -> (Instant, Instant) {
    let own = gap(stops, i).unwrap_or(1);
    let left = i.checked_sub(1).and_then(|k| gap(stops, k));
    let right = gap(stops, i + 1);
    match (left, right) {
        (Some(a), Some(b)) => (a.max(b), a.min(b)),
        (Some(a), None) | (None, Some(a)) => (a, a),
        (None, None) => (own, own),
    }
}

/// What a cut in the gap before stop `i` costs: λ·(1 + log₂⁺(larger/gap) + 4·(1 − clamp(log₂(gap/smaller)/3))).
fn price(stops: &[Stop], i: usize) -> i64 {
    let own = gap(stops, i).unwrap_or(1);
    let (larger, smaller) = neighbours(stops, i);
    let above = log2(larger, own).max(0);
    let below = (log2(own, smaller) / 3).clamp(0, ONE);
    PRICE * (ONE + above + 4 * (ONE - below)) / ONE
}

/// The height that the labels of a run need.
pub(super) fn needed(stops: &[Stop]) -> Tenths {
    let sum: i64 = stops.iter().map(|s| i64::from(s.height)).sum();
    Tenths::try_from(sum).unwrap_or(Tenths::MAX / 4).max(LEAST)
}

/// How long the leaders of a run become on one scale in the height that its labels need, and how much is lost where
/// different instants fall together: short leaders to one and the same point would be no gain.
fn stretch(stops: &[Stop], rows: &[(Instant, Row)], start: usize, end: usize) -> i64 {
    let Some(run) = stops.get(start..end) else {
        return 0;
    };
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return 0;
    };
    let height = i128::from(needed(run));
    let span = i128::from(last.at.saturating_sub(first.at)).max(1);
    let from = rows.partition_point(|(at, _)| *at < first.at);
    let to = rows.partition_point(|(at, _)| *at <= last.at);
    let scaled: Vec<Row> = rows
        .get(from..to)
        .unwrap_or(&[])
        .iter()
        .map(|(at, row)| {
            let y = i128::from(at - first.at) * height / span;
            Row {
                anchor: Tenths::try_from(y).unwrap_or(Tenths::MAX),
                ..*row
            }
        })
        .collect();
    let lines = place(&scaled, None);
    let leaders: i64 = scaled
        .iter()
        .zip(lines)
        .map(|(r, l)| i64::from(l - r.anchor).abs())
        .sum();
    let mut blur = 0;
    for pair in run.windows(2) {
        if let [a, b] = pair {
            let apart = i128::from(b.at.saturating_sub(a.at)) * height / span;
            blur += (APART - i64::try_from(apart).unwrap_or(APART)).max(0) * BLUR;
        }
    }
    leaders + blur
}

/// log₂(a/b) in 1/256, by squaring: the same on every machine, which `f64::log2` does not promise.
fn log2(a: i64, b: i64) -> i64 {
    fixed_log2(a) - fixed_log2(b)
}

fn fixed_log2(n: i64) -> i64 {
    let n = n.max(1) as u64;
    let whole = i64::from(n.ilog2());
    // The mantissa in [1, 2) with 31 bits behind the point.
    let mut m = if whole >= 31 {
        n >> (whole - 31)
    } else {
        n << (31 - whole)
    };
    let mut result = whole;
    for _ in 0..8 {
        m = (m * m) >> 31;
        result <<= 1;
        if m >= 1 << 32 {
            m >>= 1;
            result |= 1;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::super::instant::DAY;
    use super::*;
    use proptest::prelude::*;

    fn stop(at: Instant) -> (Stop, (Instant, Row)) {
        let row = Row {
            anchor: 0,
            up: 100,
            down: 230,
        };
        (
            Stop {
                at,
                grain: Grain::Day,
                height: 330,
                tied: false,
            },
            (at, row),
        )
    }

    fn total(stops: &[Stop], rows: &[(Instant, Row)], starts: &[usize]) -> i64 {
        let ends = starts.iter().skip(1).copied().chain([stops.len()]);
        let runs: i64 = starts
            .iter()
            .zip(ends)
            .map(|(&s, e)| stretch(stops, rows, s, e))
            .sum();
        runs + starts.iter().skip(1).map(|&s| price(stops, s)).sum::<i64>()
    }

    #[test]
    fn logarithm() {
        assert_eq!(fixed_log2(1), 0);
        assert_eq!(fixed_log2(1024), 10 * ONE);
        for n in [3i64, 10, 12345, 1 << 40, i64::MAX] {
            let exact = (n as f64).log2() * ONE as f64;
            assert!((fixed_log2(n) as f64 - exact).abs() <= 1.5, "{n}");
        }
    }

    #[test]
    fn a_week_of_news_and_a_year_long_past_are_parted() {
        let days = [0, 1, 2, 3000, 3001, 3002, 3003].map(|d| stop(d * DAY));
        let (stops, rows): (Vec<_>, Vec<_>) = days.into_iter().unzip();
        assert_eq!(cuts(&stops, &rows), [0, 3]);
        let (stops, rows): (Vec<_>, Vec<_>) = (0..9).map(|d| stop(d * 10 * DAY)).unzip();
        assert_eq!(cuts(&stops, &rows), [0], "an even row stays whole");
        assert_eq!(cuts(&stops[..1], &rows[..1]), [0]);
    }

    proptest! {
        #![proptest_config(crate::chart::seeded::seeded(256))]

        #[test]
        fn cheapest_of_all_cuts(gaps in proptest::collection::vec(1i64..4000, 1..9)) {
            let mut at = 0;
            let days: Vec<_> = std::iter::once(0).chain(gaps.iter().map(|g| { at += g * DAY; at })).map(stop).collect();
            let (stops, rows): (Vec<_>, Vec<_>) = days.into_iter().unzip();
            let allowed = candidates(&stops);
            let best = (0u32..1 << allowed.len())
                .map(|set| {
                    let chosen = allowed.iter().enumerate().filter(|(k, _)| set & (1 << k) != 0).map(|(_, &i)| i);
                    total(&stops, &rows, &std::iter::once(0).chain(chosen).collect::<Vec<_>>())
                })
                .min();
            prop_assert_eq!(Some(total(&stops, &rows, &cuts(&stops, &rows))), best);
        }
    }
}

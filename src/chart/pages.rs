//! A chart cut into pages of a height, between segments where that fills them.

use super::axis::{Axis, Piece};
use super::instant::Instant;
use super::items::{Group, Items};
use super::layout::Layout;
use super::plan::{Plan, PlanRow};
use super::widths::Tenths;
use std::ops::Range;

/// So many statements of one date stay together where it is too high for a page.
const TOGETHER: usize = 16;

/// A part of a plan that is drawn by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Which of the plan's rows.
    pub rows: Range<usize>,
    /// Which stretch of the axis; all of it where there is one page only.
    pub stretch: Option<(Instant, Instant)>,
    /// Which page, and of how many.
    pub number: Option<(usize, usize)>,
}

impl Part {
    /// All of a plan.
    pub fn whole(plan: &Plan) -> Part {
        Part {
            rows: 0..plan.rows.len(),
            stretch: None,
            number: None,
        }
    }

    /// Whether what has no date stands here.
    pub fn is_last(&self) -> bool {
        self.number.is_none_or(|(n, of)| n == of)
    }
}

/// Cuts a plan into pages no higher than `limit`, one row each at least.
///
/// A page ends where a segment of the axis ends, with the fold behind it, unless that left it half empty: then it
/// takes as many rows of the next segment as it can hold. Every row is on exactly one page.
pub(super) fn parts(plan: &Plan, limit: Tenths) -> Vec<Part> {
    let whole = Part::whole(plan);
    if Layout::new(plan, &whole).height <= limit || plan.rows.len() < 2 {
        return vec![whole];
    }
    let mut found: Vec<Part> = Vec::new();
    let (first, last) = plan.axis.ends();
    let (mut start, mut from) = (0, first);
    while start < plan.rows.len() {
        let part = |end: usize| Part {
            rows: start..end,
            stretch: Some((from, cut(plan, end).unwrap_or(last).max(from))),
            // The widest there can be: the true numbers take no more lines than these.
            number: Some(if end == plan.rows.len() {
                (999, 999)
            } else {
                (998, 999)
            }),
        };
        let height = |end: usize| Layout::new(plan, &part(end)).height;
        let most = most_rows(&plan.rows, start, limit);
        let fits = |end: &usize| height(*end) <= limit;
        let whole = (start + 1..=most)
            .rev()
            .filter(|&e| begins_segment(plan, e))
            .find(fits);
        let end = match whole {
            Some(end) if end == plan.rows.len() || height(end) >= limit / 2 => end,
            _ => (start + 2..=most).rev().find(fits).unwrap_or(start + 1),
        };
        let part = part(end);
        from = part.stretch.map_or(from, |s| s.1);
        found.push(part);
        start = end;
    }
    let count = found.len();
    for (i, part) in found.iter_mut().enumerate() {
        part.number = Some((i + 1, count));
    }
    found
}

/// The row behind the last one that can be on a page with `start`: labels alone need that much.
fn most_rows(rows: &[PlanRow], start: usize, limit: Tenths) -> usize {
    let mut height: Tenths = 0;
    let mut end = start;
    for r in rows.iter().skip(start) {
        height = height.saturating_add(r.row.up + r.row.down);
        if height > limit && end > start {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a page may end before this row without cutting a segment; a fold stays with what lies before it.
fn begins_segment(plan: &Plan, row: usize) -> bool {
    let piece = |i: usize| {
        let at = plan.rows.get(i)?.at;
        let k = plan.axis.pieces.partition_point(|p| p.to <= at);
        Some((k, plan.axis.pieces.get(k)?.is_fold()))
    };
    match (row.checked_sub(1).and_then(piece), piece(row)) {
        (Some((a, _)), Some((b, is_fold))) => a != b && !is_fold,
        _ => true,
    }
}

/// Where the axis is cut before a row; `None` behind the last.
fn cut(plan: &Plan, row: usize) -> Option<Instant> {
    let (before, at) = (plan.rows.get(row.checked_sub(1)?)?.at, plan.rows.get(row)?.at);
    if begins_segment(plan, row) {
        let k = plan.axis.pieces.partition_point(|p| p.to <= at);
        return plan.axis.pieces.get(k).map(|p| p.from);
    }
    Some(before + (at - before) / 2)
}

/// A stretch of an axis, at the same scales, from the top of the canvas.
pub(super) fn slice(axis: &Axis, from: Instant, to: Instant) -> Axis {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut y = 0;
    for piece in &axis.pieces {
        let (a, b) = (piece.from.max(from), piece.to.min(to));
        if a >= b {
            continue;
        }
        let high = (piece.y(b) - piece.y(a)).max(1);
        pieces.push(Piece {
            from: a,
            to: b,
            top: y,
            bottom: y + high,
            grain: piece.grain,
        });
        y += high;
    }
    if pieces.is_empty() {
        return Axis::linear(from, from, 10);
    }
    Axis { pieces }
}

/// The items with each date that is higher than `limit` parted, so that a page can hold it.
pub(super) fn parted(plan: &Plan, limit: Tenths) -> Option<Items> {
    let is_high = |i: usize| plan.texts.get(i).is_some_and(|t| t.down > limit);
    let groups = &plan.items.groups;
    if !(0..groups.len()).any(is_high) {
        return None;
    }
    let mut items = plan.items.clone();
    items.groups.clear();
    let mut now = vec![0];
    for (i, group) in groups.iter().enumerate() {
        if is_high(i) {
            items.groups.extend(part(group));
        } else {
            items.groups.push(group.clone());
        }
        now.push(items.groups.len());
    }
    for before in &mut items.before {
        *before = now.get(*before).copied().unwrap_or(0);
    }
    Some(items)
}

fn part(group: &Group) -> impl Iterator<Item = Group> {
    let chunks = group.entries.chunks(TOGETHER);
    let last = chunks.len().saturating_sub(1);
    chunks.enumerate().map(move |(i, entries)| Group {
        entries: entries.to_vec(),
        more: if i == last { group.more } else { 0 },
        // The bar and the other readings are drawn once.
        bar: group.bar.filter(|_| i == 0),
        others: if i == 0 { group.others.clone() } else { Vec::new() },
        ..group.clone()
    })
}

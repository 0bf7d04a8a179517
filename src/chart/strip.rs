//! The uniform strip: the whole span on one scale, so that the broken axis below cannot mislead.

use super::axis::Axis;
use super::columns::STRIP;
use super::instant::Instant;
use super::items::Items;
use super::paint::Paint;
use super::plan::Plan;
use super::span::Fill;
use super::text::{Ink, Rect, Text};
use super::theme::Tone;
use super::ticks::level;
use super::widths::Tenths;
use crate::time::Grain;

/// So many bars lie above one another.
const LEVELS: usize = 4;

/// A mark of the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StripMark {
    /// From, to; the same for a stroke.
    pub span: (Instant, Instant),
    /// Which level it lies on, from the bottom.
    pub level: usize,
    /// A bar's filling.
    pub fill: Option<Fill>,
    /// Its colour.
    pub tone: Tone,
}

/// The strip, laid out.
#[derive(Debug, Clone)]
pub(super) struct Strip {
    /// Its background.
    pub frame: Rect,
    /// Where its scale begins and ends.
    pub scale: (Tenths, Tenths),
    /// Its base line.
    pub base: Tenths,
    /// The top of its windows.
    pub ceiling: Tenths,
    /// Its coordinate.
    pub axis: Axis,
    /// The stretches that the chart draws.
    pub windows: Vec<(Instant, Instant)>,
    /// Bars and strokes.
    pub marks: Vec<StripMark>,
    /// Strokes for events that are only counted.
    pub counted: Vec<Instant>,
    /// Publications.
    pub published: Vec<Instant>,
    /// Ticks.
    pub ticks: Vec<Instant>,
    /// Caption and tick labels.
    pub texts: Vec<Text>,
}

/// A strip below `top` with windows where the page's part of the axis lies, if the axis is not of one piece anyway.
pub(super) fn strip(plan: &Plan, page: &Axis, top: Tenths) -> Option<Strip> {
    if plan.axis.pieces.len() < 2 && *page == plan.axis {
        return None;
    }
    let (items, cols) = (&plan.items, &plan.cols);
    let (from, to) = plan.axis.ends();
    let frame = [cols.margin, top, cols.width - cols.margin, top + 760];
    let (left, right) = (cols.margin + 180, cols.width - cols.margin - 180);
    let linear = Axis::linear(from, to, right - left);
    let (ceiling, base) = (top + 230, top + 530);
    let mut texts = Vec::new();
    texts
        .push(Text::line(cols.margin + 100, top + 120, STRIP, "The whole span at one scale").ink(Ink::Muted));
    let bounds = (frame[0] + 30, frame[2] - 30);
    let (ticks, labels) = level(&linear, left, base + 130, STRIP, bounds, Some(Grain::Minute));
    texts.extend(labels);
    Some(Strip {
        frame,
        scale: (left, right),
        base,
        ceiling,
        windows: windows(page),
        marks: marks(items, &plan.paint, &linear),
        counted: counted(items, &linear),
        published: items.publications.iter().map(|p| p.at).collect(),
        axis: linear,
        ticks,
        texts,
    })
}

fn windows(axis: &Axis) -> Vec<(Instant, Instant)> {
    let mut found: Vec<(Instant, Instant)> = Vec::new();
    for piece in axis.pieces.iter().filter(|p| !p.is_fold()) {
        match found.last_mut() {
            Some(last) if last.1 == piece.from => last.1 = piece.to,
            _ => found.push((piece.from, piece.to)),
        }
    }
    found
}

/// One stroke for each tenth of a pixel, however many lie there.
fn counted(items: &Items, axis: &Axis) -> Vec<Instant> {
    let rests = items.groups.iter().filter_map(|g| g.rest.as_ref());
    let mut found: Vec<Instant> = rests.flat_map(|r| r.at.iter().copied()).collect();
    found.dedup_by_key(|t| axis.y(*t) / 10);
    found
}

fn marks(items: &Items, paint: &Paint, axis: &Axis) -> Vec<StripMark> {
    let (first, last) = axis.ends();
    let mut ends = [Tenths::MIN; LEVELS];
    let mut found = Vec::new();
    for group in &items.groups {
        let Some(anchor) = group.anchor.filter(|_| group.rest.is_none()) else {
            continue;
        };
        let tone = paint.group(group);
        let (span, fill) = match group.bar {
            Some(bar) => {
                let to = bar.to.unwrap_or_else(|| items.still(anchor).unwrap_or(last));
                let short = to.saturating_sub((last - first) / 60).max(first);
                ((bar.from.unwrap_or(short).min(to), to), Some(bar.fill))
            }
            None => ((anchor, anchor), None),
        };
        let level = match fill {
            Some(_) => {
                let (x, until) = (axis.y(span.0), axis.y(span.1));
                let level = ends.iter().position(|&e| e <= x).unwrap_or(LEVELS - 1);
                if let Some(end) = ends.get_mut(level) {
                    *end = (*end).max(until + 10);
                }
                level
            }
            None => 0,
        };
        found.push(StripMark {
            span,
            level,
            fill,
            tone,
        });
    }
    found
}

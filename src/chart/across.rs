//! The chart across the page, for slides: one axis from left to right, dates in turn above and below it.
//!
//! The segments are those of the chart down the page, with the widths of labels for their heights. Each of the two
//! rows of labels is placed by [`place_within`], and all leaders of a row run between the same two heights; so the
//! proofs of the other layout hold for each row with x and y exchanged: *no two labels of a row overlap*, and *no two
//! leaders of a row cross*. The leaders of the lower row first run straight down through the lanes, side by side.

use super::across_text::{FACE, label};
use super::axis::{Axis, Piece};
use super::columns::STRIP;
use super::head::{Head, head};
use super::instant::Instant;
use super::items::Group;
use super::labels::{Row, place_within};
use super::marks::Shape;
use super::options::ChartOptions;
use super::plan::{Content, Plan, PlanRow, axis, fold_words};
use super::rows::GroupText;
use super::strip::{Strip, strip};
use super::text::{Ink, Side, Text};
use super::theme::Tone;
use super::ticks::level;
use super::widths::Tenths;
use super::wrap::wrap;
use crate::timeline::Timeline;

/// The least width that a label is worth reading in.
const LABEL: Tenths = 1_700;
/// A label wider than this leaves its point.
const WIDEST: Tenths = 2_600;
/// Air between two labels of a row.
const AIR: Tenths = 180;
/// How high leaders are.
const GUTTER: Tenths = 450;
/// From lane to lane.
const LANE: Tenths = 110;
/// The width of a bar.
const BAR: Tenths = 70;
/// The room for the words of a fold.
const FOLD: Tenths = 720;
/// Where a bar whose end is not known runs on beyond the axis.
const STUB: Tenths = 260;

/// A date or a publication with its place.
#[derive(Debug, Clone)]
pub(super) struct Label {
    /// Which row of the plan it is.
    pub content: Content,
    /// Where it belongs on the axis.
    pub at: Instant,
    /// Whether it stands above the axis.
    pub above: bool,
    /// Its left side, where its leader ends.
    pub x: Tenths,
    /// Its texts, in place.
    pub texts: GroupText,
}

/// A bar that lies along the axis, with the group that it belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct LevelBar {
    /// Which group.
    pub index: usize,
    /// As if time ran down: x and y are to be exchanged.
    pub shape: Shape,
    /// Its colour.
    pub tone: Tone,
}

/// The chart across, laid out.
#[derive(Debug, Clone)]
pub(super) struct Across {
    /// What is drawn; its axis is the one across.
    pub plan: Plan,
    /// How high the canvas is.
    pub height: Tenths,
    /// Title, subtitle, legend.
    pub head: Head,
    /// The whole span on one scale.
    pub strip: Option<Strip>,
    /// Where the axis begins.
    pub left: Tenths,
    /// The height of the axis.
    pub line: Tenths,
    /// Where the leaders of the upper row end.
    pub upper: Tenths,
    /// Where those of the lower row begin to bend, and where they end.
    pub lower: (Tenths, Tenths),
    /// Dates and publications in the order of time.
    pub labels: Vec<Label>,
    /// Ticks.
    pub ticks: Vec<Instant>,
    /// Their labels, and the words of folds.
    pub texts: Vec<Text>,
    /// Bars.
    pub bars: Vec<LevelBar>,
    /// What has no date, below everything.
    pub undated: Vec<(usize, GroupText)>,
}

/// Lays a timeline out across, if it has few enough dates for the width.
pub(super) fn across(timeline: &Timeline, options: &ChartOptions, width: Tenths) -> Option<Across> {
    let mut plan = Plan::new(timeline, options, width);
    let rows: Vec<PlanRow> = plan
        .rows
        .iter()
        .filter(|r| !matches!(r.content, Content::Fold(_)))
        .copied()
        .collect();
    let most = 2 * usize::try_from(width / LABEL).unwrap_or(0);
    if rows.is_empty() || rows.len() > most {
        return None;
    }
    let margin = plan.cols.margin;
    let opens = |end: fn(&Group) -> bool| {
        let reach = plan.items.groups.iter().any(|g| g.anchor.is_some() && end(g));
        margin + if reach { STUB } else { 60 }
    };
    let left = opens(|g| g.bar.is_some_and(|b| b.from.is_none()));
    let right = width - opens(|g| g.bar.is_some_and(|b| b.to.is_none()));
    let side = Tenths::try_from(rows.len().div_ceil(2)).unwrap_or(1).max(1);
    let room = ((width - 2 * margin) / side - AIR).min(WIDEST);
    // Two rows share the axis: a label takes half its width of it.
    let half = PlanRow::with_row(&rows, (room + AIR) / 2);
    plan.axis = scaled(&axis(&plan.items, &half), right - left);
    let axis = &plan.axis;

    let groups: Vec<&Group> = plan.items.groups.iter().collect();
    let head = head(&plan, &groups, axis, None);
    let strip = strip(&plan, axis, head.bottom + 60);
    let labels_top = strip.as_ref().map_or(head.bottom, |s| s.frame[3]) + 250;
    let mut labels = Vec::with_capacity(rows.len());
    for above in [true, false] {
        let turn = usize::from(!above);
        let mine: Vec<&PlanRow> = rows.iter().skip(turn).step_by(2).collect();
        let wanted: Vec<Row> = mine
            .iter()
            .map(|r| Row {
                anchor: left + axis.y(r.at),
                up: 0,
                down: room + AIR,
            })
            .collect();
        let places = place_within(&wanted, Some(margin), Some(width - margin + AIR));
        for (r, x) in mine.iter().zip(places) {
            labels.push(Label {
                content: r.content,
                at: r.at,
                above,
                x,
                texts: label(&plan, r.content, x, room)?,
            });
        }
    }
    let high = |above: bool| {
        let mine = labels.iter().filter(|l| l.above == above);
        mine.map(|l| l.texts.down).max().unwrap_or(0)
    };
    let upper = labels_top + high(true);
    let line = upper + GUTTER;
    let folds = folds(&plan, left, line + 330, (margin, width - margin));
    let lanes_top = folds
        .iter()
        .map(|t| t.last() + 130)
        .max()
        .unwrap_or(line + 270)
        .max(line + 270);
    let lanes = Tenths::try_from(plan.cols.lanes).unwrap_or(0);
    let bend = lanes_top + lanes * LANE + 40;
    let lower = (bend, bend + GUTTER);
    let (ticks, mut texts) = level(
        axis,
        left,
        line + 160,
        STRIP,
        (margin / 2, width - margin / 2),
        None,
    );
    texts.extend(folds);
    let high_below = high(false);
    for l in &mut labels {
        let y = if l.above {
            upper - l.texts.down
        } else {
            lower.1 + 100
        };
        l.texts = l.texts.clone().at(y);
    }
    labels.sort_by_key(|l| l.at);
    let mut bottom = lower.1 + 100 + high_below;
    let mut undated = Vec::new();
    for (i, _) in groups.iter().enumerate().filter(|(_, g)| g.anchor.is_none()) {
        let text = plan.texts.get(i)?;
        undated.push((i, text.clone().at(bottom + text.row(0).up)));
        bottom += text.row(0).up + text.row(0).down;
    }
    let bars = level_bars(&plan, left, line, lanes_top);
    Some(Across {
        height: bottom + 150,
        head,
        strip,
        left,
        line,
        upper,
        lower,
        labels,
        ticks,
        texts,
        bars,
        undated,
        plan,
    })
}

/// An axis made as wide as there is room.
fn scaled(axis: &Axis, width: Tenths) -> Axis {
    let whole = i64::from(axis.height().max(1));
    let mut pieces: Vec<Piece> = Vec::with_capacity(axis.pieces.len());
    for p in &axis.pieces {
        let top = pieces.last().map_or(0, |b| b.bottom);
        let bottom = i64::from(p.bottom) * i64::from(width) / whole;
        let bottom = Tenths::try_from(bottom).unwrap_or(Tenths::MAX).max(top + 1);
        pieces.push(Piece { top, bottom, ..*p });
    }
    Axis { pieces }
}

/// The words of the folds below the axis, apart from one another.
fn folds(plan: &Plan, left: Tenths, y: Tenths, bounds: (Tenths, Tenths)) -> Vec<Text> {
    let pieces: Vec<&Piece> = plan.axis.pieces.iter().filter(|p| p.is_fold()).collect();
    let rows: Vec<Row> = pieces
        .iter()
        .map(|p| Row {
            anchor: left + (p.top + p.bottom) / 2,
            up: FOLD / 2,
            down: FOLD / 2 + 40,
        })
        .collect();
    let places = place_within(&rows, Some(bounds.0), Some(bounds.1 + 40));
    let texts = pieces.iter().zip(places).map(|(p, x)| {
        let lines = wrap(&fold_words(p), FOLD, FACE, 4);
        let mut text = Text::new(x, y, STRIP, 140, lines)
            .ink(Ink::Muted)
            .side(Side::Middle);
        text.italic = true;
        text
    });
    texts.collect()
}

fn level_bars(plan: &Plan, left: Tenths, line: Tenths, lanes_top: Tenths) -> Vec<LevelBar> {
    let mut found = Vec::new();
    for (index, (group, lane)) in plan.items.groups.iter().zip(&plan.lanes).enumerate() {
        let (Some(bar), Some(anchor), Some(lane)) = (group.bar, group.anchor, lane) else {
            continue;
        };
        let place = |t: Instant| left + plan.axis.y(t);
        let still = || plan.items.still(anchor);
        let to = bar.to.or_else(still).unwrap_or(plan.axis.ends().1);
        let (mut top, mut bottom) = (place(bar.from.unwrap_or(anchor)), place(to));
        if bar.from.is_none() {
            top = place(anchor) - STUB / 2;
        }
        if bar.to.is_none() {
            bottom = bottom.max(place(anchor) + STUB / 2);
        }
        let down = Tenths::try_from(*lane).unwrap_or(0) * LANE;
        let shape = Shape {
            x: (lanes_top + down).max(line),
            wide: BAR,
            top,
            bottom,
            open_top: bar.from.is_none(),
            open_bottom: bar.to.is_none(),
            fill: bar.fill,
            approx: group.approx,
        };
        let tone = plan.paint.group(group);
        found.push(LevelBar { index, shape, tone });
    }
    found
}

#[cfg(test)]
#[path = "across_tests.rs"]
mod tests;

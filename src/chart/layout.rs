//! The whole chart laid out: every text and mark with its place, before anything is drawn.

use super::axis::{Axis, Piece, clocks};
use super::columns::Columns;
use super::head::{Head, head};
use super::instant::{Instant, length};
use super::items::{Group, Items, items};
use super::labels::{Row, place};
use super::lanes::lanes;
use super::rows::{GroupText, Note, group};
use super::segments::Stop;
use super::strip::{Strip, strip};
use super::text::Text;
use super::ticks::{self, Tick};
use super::widths::Tenths;
use super::words::stretch_words;
use crate::time::Grain;
use crate::timeline::Timeline;

/// Where a bar with an unknown end fades out beyond its known one, at least.
pub(super) const STUB: Tenths = 260;

/// A date with its place.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    /// What is drawn.
    pub group: Group,
    /// The middle of its first line.
    pub line: Tenths,
    /// Its texts.
    pub texts: GroupText,
    /// The lane of its bar.
    pub lane: usize,
}

/// A note with its place: a publication, a fold.
#[derive(Debug, Clone)]
pub(super) struct PlacedNote {
    /// Where it belongs on the axis.
    pub at: Instant,
    /// Its text.
    pub text: Text,
}

/// A chart, ready to be drawn.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    /// Columns.
    pub cols: Columns,
    /// How high the canvas is.
    pub height: Tenths,
    /// Title, subtitle, legend.
    pub head: Head,
    /// The whole span on one scale, where the axis is broken.
    pub strip: Option<Strip>,
    /// The axis.
    pub axis: Axis,
    /// Where the axis begins.
    pub top: Tenths,
    /// Ticks with their labels' texts.
    pub ticks: Vec<(Tick, Option<Text>)>,
    /// Dates, in the order of their lines.
    pub groups: Vec<Placed>,
    /// Publications.
    pub publications: Vec<PlacedNote>,
    /// Stretches left out.
    pub folds: Vec<PlacedNote>,
    /// What was laid out, for marks that need all of it.
    pub items: Items,
}

/// What stands in a row.
enum Content {
    Date(usize),
    Publication(usize),
    Fold(usize),
}

impl Layout {
    /// Lays a timeline out for a width in tenths of a pixel.
    pub fn new(timeline: &Timeline, width: Tenths) -> Layout {
        let items = items(timeline);
        let bars: Vec<(Instant, Instant)> = items.groups.iter().filter_map(|g| extent(g, &items)).collect();
        let (lane_of, lane_count) = lanes(&bars);
        let cols = Columns::new(width, &items, lane_count);
        let texts: Vec<GroupText> = items.groups.iter().map(|g| group(g, &cols)).collect();
        let published: Vec<Note> = items
            .publications
            .iter()
            .map(|p| Note::published(&p.words, &cols))
            .collect();

        let order = order(&items);
        let axis = axis(&items, &order, &texts, &published);
        let head = head(timeline, &items, &axis, &cols);
        let strip = strip(&items, &axis, &cols, head.bottom + 60);
        let labels_top = strip.as_ref().map_or(head.bottom, |s| s.frame[3]) + 150;
        let top = labels_top + if opens_upward(&items, &axis) { STUB } else { 100 };

        // Folds join the rows here: where they are is known only once the axis is cut.
        let folds: Vec<(Instant, Note)> = axis
            .pieces
            .iter()
            .filter(|p| p.is_fold())
            .map(|p| (p.from + (p.to - p.from) / 2, Note::fold(&fold_words(p), &cols)))
            .collect();
        let mut rows: Vec<(Tenths, Row, Content)> = order
            .into_iter()
            .filter(|_| !axis.pieces.is_empty())
            .filter_map(|(at, content)| {
                let anchor = top + axis.y(at);
                let row = match content {
                    Content::Date(i) => texts.get(i)?.row(anchor),
                    Content::Publication(i) => published.get(i)?.row(anchor),
                    Content::Fold(_) => return None,
                };
                Some((anchor, row, content))
            })
            .collect();
        for (i, (at, note)) in folds.iter().enumerate() {
            let anchor = top + axis.y(*at);
            let k = rows.partition_point(|(a, ..)| *a <= anchor);
            rows.insert(k, (anchor, note.row(anchor), Content::Fold(i)));
        }
        let plain: Vec<Row> = rows.iter().map(|(_, row, _)| *row).collect();
        let lines = place(&plain, Some(labels_top));
        let mut bottom = (top + axis.height()).max(head.bottom);
        if opens_downward(&items, &axis) {
            bottom += STUB;
        }

        let mut lane_of = lane_of.into_iter();
        let mut lanes = Vec::with_capacity(items.groups.len());
        for g in &items.groups {
            lanes.push(extent(g, &items).and_then(|_| lane_of.next()).unwrap_or(0));
        }
        let mut groups = Vec::with_capacity(items.groups.len());
        let mut publications = Vec::new();
        let mut placed_folds = Vec::new();
        let mut below = bottom.max(labels_top) + 250;
        let put = |i: usize, line: Tenths, groups: &mut Vec<Placed>| {
            if let (Some(g), Some(t)) = (items.groups.get(i), texts.get(i)) {
                let lane = lanes.get(i).copied().unwrap_or(0);
                groups.push(Placed {
                    group: g.clone(),
                    line,
                    texts: t.clone().at(line),
                    lane,
                });
            }
        };
        for ((_, row, content), line) in rows.iter().zip(lines) {
            bottom = bottom.max(line.saturating_add(row.down));
            below = below.max(line.saturating_add(row.down) + 100);
            match content {
                Content::Date(i) => put(*i, line, &mut groups),
                Content::Publication(i) => {
                    if let (Some(p), Some(n)) = (items.publications.get(*i), published.get(*i)) {
                        publications.push(PlacedNote {
                            at: p.at,
                            text: n.text.clone().lower(line),
                        });
                    }
                }
                Content::Fold(i) => {
                    if let Some((at, n)) = folds.get(*i) {
                        placed_folds.push(PlacedNote {
                            at: *at,
                            text: n.text.clone().lower(line),
                        });
                    }
                }
            }
        }
        // Without any date there is no place on the axis, only one below it.
        for (i, g) in items
            .groups
            .iter()
            .enumerate()
            .filter(|(_, g)| g.anchor.is_none())
        {
            put(i, below, &mut groups);
            below = below.saturating_add(texts.get(i).map_or(0, |t| t.row(0).down + 100));
            bottom = below;
            debug_assert!(g.bar.is_none());
        }
        let ticks = ticks::ticks(&axis, cols.ticks_room, cols.ticks_size)
            .into_iter()
            .map(|t| {
                let text = ticks::text(&t, cols.ticks, top + axis.y(t.at), cols.ticks_size);
                (t, text)
            })
            .collect();
        let height = bottom.saturating_add(if cols.is_wide { 180 } else { 120 });
        Layout {
            cols,
            height,
            head,
            strip,
            axis,
            top,
            ticks,
            groups,
            publications,
            folds: placed_folds,
            items,
        }
    }

    /// All texts of the chart.
    #[cfg(test)]
    pub fn texts(&self) -> Vec<&Text> {
        let mut all: Vec<&Text> = self.head.texts.iter().collect();
        all.extend(self.head.legend.iter().map(|(_, _, t)| t));
        all.extend(self.strip.iter().flat_map(|s| &s.texts));
        all.extend(self.ticks.iter().filter_map(|(_, t)| t.as_ref()));
        all.extend(self.groups.iter().flat_map(|g| g.texts.texts()));
        all.extend(self.publications.iter().chain(&self.folds).map(|n| &n.text));
        all.retain(|t| !t.lines.is_empty());
        all
    }

    /// How far each date's label stands from its point.
    #[cfg(test)]
    pub fn leaders(&self) -> Vec<Tenths> {
        let dated = self.groups.iter().filter_map(|g| Some((g.group.anchor?, g.line)));
        dated
            .map(|(at, line)| (line - self.top - self.axis.y(at)).abs())
            .collect()
    }
}

/// From when to when a group's bar needs its lane.
fn extent(group: &Group, items: &Items) -> Option<(Instant, Instant)> {
    let bar = group.bar?;
    let anchor = group.anchor?;
    let from = bar.from.unwrap_or(anchor);
    let to = bar.to.or_else(|| items.still(anchor)).unwrap_or(Instant::MAX);
    Some((from, to.max(from)))
}

/// Rows in the order of their anchors; publications below what was told for the same day.
fn order(items: &Items) -> Vec<(Instant, Content)> {
    let mut rows = Vec::new();
    let mut publications = items
        .publications
        .iter()
        .zip(&items.before)
        .enumerate()
        .peekable();
    for (i, group) in items.groups.iter().enumerate() {
        while let Some((k, (p, _))) = publications.next_if(|(_, (_, before))| **before <= i) {
            rows.push((p.at, Content::Publication(k)));
        }
        if let Some(at) = group.anchor {
            rows.push((at, Content::Date(i)));
        }
    }
    rows.extend(publications.map(|(k, (p, _))| (p.at, Content::Publication(k))));
    rows
}

/// The axis for all that has to be shown: anchors, ends of bars, publications.
fn axis(items: &Items, order: &[(Instant, Content)], texts: &[GroupText], published: &[Note]) -> Axis {
    // Without events there is nothing that a publication could be compared with.
    if items.groups.iter().all(|g| g.anchor.is_none()) {
        return Axis::default();
    }
    let mut stops = Vec::new();
    let mut rows = Vec::with_capacity(order.len());
    for (at, content) in order {
        let (row, grain) = match content {
            Content::Date(i) => match (texts.get(*i), items.groups.get(*i)) {
                (Some(t), Some(g)) => (t.row(0), g.grain),
                _ => continue,
            },
            Content::Publication(i) => match published.get(*i) {
                Some(n) => (n.row(0), Grain::Day),
                None => continue,
            },
            Content::Fold(_) => continue,
        };
        stops.push(Stop {
            at: *at,
            grain,
            height: row.up + row.down,
        });
        rows.push((*at, row));
    }
    for group in &items.groups {
        if let Some(bar) = group.bar {
            let ends = bar.from.into_iter().chain(bar.to);
            stops.extend(ends.map(|at| Stop {
                at,
                grain: group.grain,
                height: 0,
            }));
        }
    }
    stops.sort_by_key(|s| s.at);
    stops.dedup_by(|b, a| {
        let same = a.at == b.at;
        if same {
            a.height = a.height.saturating_add(b.height);
            a.grain = finer(a.grain, b.grain);
        }
        same
    });
    Axis::new(&stops, &rows)
}

fn finer(a: Grain, b: Grain) -> Grain {
    if length(a) <= length(b) { a } else { b }
}

fn fold_words(piece: &Piece) -> String {
    clocks(piece).map_or_else(
        || "time not drawn".into(),
        |(from, to)| format!("{} not drawn", stretch_words(from, to)),
    )
}

/// Whether a bar without a beginning reaches above the top of the axis.
fn opens_upward(items: &Items, axis: &Axis) -> bool {
    items
        .groups
        .iter()
        .any(|g| g.bar.is_some_and(|b| b.from.is_none()) && g.anchor.is_some_and(|a| axis.y(a) < STUB))
}

/// Whether a bar without an end reaches below the bottom of the axis.
fn opens_downward(items: &Items, axis: &Axis) -> bool {
    items.groups.iter().any(|g| {
        let open = g.bar.is_some_and(|b| b.to.is_none());
        open && g
            .anchor
            .is_some_and(|a| items.still(a).is_none() || axis.y(a) + STUB > axis.height())
    })
}

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;

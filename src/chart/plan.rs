//! What all pages of a chart share: its rows in their order with their texts, its axis, its columns and lanes.

use super::axis::{Axis, Piece, clocks};
use super::columns::Columns;
use super::head::{subtitle_words, title_words};
use super::instant::{Instant, length};
use super::items::{Group, Items, items};
use super::labels::Row;
use super::lanes::lanes;
use super::options::ChartOptions;
use super::pages::parted;
use super::paint::Paint;
use super::rows::{GroupText, Note, group};
use super::segments::Stop;
use super::widths::Tenths;
use super::words::stretch_words;
use crate::time::Grain;
use crate::timeline::Timeline;

/// What stands in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A date, by its place among the groups.
    Date(usize),
    /// A publication, by its place among them.
    Publication(usize),
    /// A stretch left out, by its place among the folds.
    Fold(usize),
}

/// A row before it has a place: its instant, the room it takes, what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PlanRow {
    /// Where its leader starts.
    pub at: Instant,
    /// The room it takes; the anchor is not set yet.
    pub row: Row,
    /// What it is.
    pub content: Content,
}

impl PlanRow {
    /// The same rows, each taking so much room.
    pub fn with_row(rows: &[PlanRow], down: Tenths) -> Vec<PlanRow> {
        let row = Row {
            anchor: 0,
            up: 0,
            down,
        };
        rows.iter().map(|r| PlanRow { row, ..*r }).collect()
    }
}

/// A chart before it is cut into pages and placed.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The title.
    pub title: String,
    /// What is counted and from when.
    pub subtitle: String,
    /// Whether the renderer knows no direction of text.
    pub plain: bool,
    /// What is drawn.
    pub items: Items,
    /// What colours stand for.
    pub paint: Paint,
    /// Columns.
    pub cols: Columns,
    /// The texts of each group.
    pub texts: Vec<GroupText>,
    /// The lane of each group's bar; `None` where there is no bar or no room for one.
    pub lanes: Vec<Option<usize>>,
    /// The row of each publication.
    pub published: Vec<Note>,
    /// The row of each stretch left out.
    pub folds: Vec<Note>,
    /// The axis.
    pub axis: Axis,
    /// Everything that hangs on the axis, from the top.
    pub rows: Vec<PlanRow>,
}

impl Plan {
    /// Plans a chart of a width in tenths of a pixel.
    pub fn new(timeline: &Timeline, options: &ChartOptions, width: Tenths) -> Plan {
        let items = items(timeline, options.max_rows);
        let plan = Plan::of(items, timeline, options, width);
        // A date with a hundred statements may be higher than a page.
        match options
            .page_limit()
            .and_then(|limit| parted(&plan, limit * 3 / 4))
        {
            Some(items) => Plan::of(items, timeline, options, width),
            None => plan,
        }
    }

    fn of(items: Items, timeline: &Timeline, options: &ChartOptions, width: Tenths) -> Plan {
        let bars: Vec<(Instant, Instant)> = items.groups.iter().filter_map(|g| extent(g, &items)).collect();
        let (lane_of, lane_count) = lanes(&bars, Columns::most_lanes(width));
        let mut lane_of = lane_of.into_iter();
        let lanes = items
            .groups
            .iter()
            .map(|g| extent(g, &items).and_then(|_| lane_of.next().flatten()))
            .collect();
        let cols = Columns::new(width, &items, lane_count);
        let texts: Vec<GroupText> = items.groups.iter().map(|g| group(g, &cols)).collect();
        let published: Vec<Note> = items
            .publications
            .iter()
            .map(|p| Note::published(p, &cols))
            .collect();
        let mut rows = rows(&items, &texts, &published);
        let axis = axis(&items, &rows);
        if axis.pieces.is_empty() {
            rows.clear();
        }
        // Folds join the rows here: where they are is known only once the axis is cut.
        let mut folds = Vec::new();
        for piece in axis.pieces.iter().filter(|p| p.is_fold()) {
            let note = Note::fold(&fold_words(piece), &cols);
            let at = piece.from + (piece.to - piece.from) / 2;
            let k = rows.partition_point(|r| axis.y(r.at) <= axis.y(at));
            let fold = PlanRow {
                at,
                row: note.row(0),
                content: Content::Fold(folds.len()),
            };
            rows.insert(k, fold);
            folds.push(note);
        }
        Plan {
            title: title_words(timeline),
            subtitle: subtitle_words(timeline, items.drawn),
            plain: options.plain,
            paint: Paint::new(timeline, options),
            items,
            cols,
            texts,
            lanes,
            published,
            folds,
            axis,
            rows,
        }
    }
}

/// From when to when a group's bar needs its lane.
pub(super) fn extent(group: &Group, items: &Items) -> Option<(Instant, Instant)> {
    let bar = group.bar?;
    let anchor = group.anchor?;
    let from = bar.from.unwrap_or(anchor);
    let to = bar.to.or_else(|| items.still(anchor)).unwrap_or(Instant::MAX);
    Some((from, to.max(from)))
}

/// Rows in the order of their anchors; publications below what was told for the same day.
fn rows(items: &Items, texts: &[GroupText], published: &[Note]) -> Vec<PlanRow> {
    let publication = |k: usize| {
        Some(PlanRow {
            at: items.publications.get(k)?.at,
            row: published.get(k)?.row(0),
            content: Content::Publication(k),
        })
    };
    let mut rows = Vec::new();
    let mut publications = items.before.iter().enumerate().peekable();
    for (i, (group, text)) in items.groups.iter().zip(texts).enumerate() {
        while let Some((k, _)) = publications.next_if(|(_, before)| **before <= i) {
            rows.extend(publication(k));
        }
        rows.extend(group.anchor.map(|at| PlanRow {
            at,
            row: text.row(0),
            content: Content::Date(i),
        }));
    }
    rows.extend(publications.filter_map(|(k, _)| publication(k)));
    rows
}

/// The axis for all that has to be shown: anchors, ends of bars, publications.
pub(super) fn axis(items: &Items, rows: &[PlanRow]) -> Axis {
    // Without events there is nothing that a publication could be compared with.
    if items.groups.iter().all(|g| g.anchor.is_none()) {
        return Axis::default();
    }
    let stop = |at: Instant, grain: Grain, height: Tenths| Stop {
        at,
        grain,
        height,
        tied: false,
    };
    let mut stops = Vec::with_capacity(rows.len());
    for r in rows {
        let grain = match r.content {
            Content::Date(i) => items.groups.get(i).map_or(Grain::Day, |g| g.grain),
            Content::Publication(_) | Content::Fold(_) => Grain::Day,
        };
        stops.push(stop(r.at, grain, r.row.up + r.row.down));
    }
    for group in &items.groups {
        let bar = group.bar.map(|b| (b.from, b.to));
        let rest = group.rest.as_ref().and_then(|r| r.ends());
        let ends = bar.or(rest.map(|(a, b)| (Some(a), Some(b))));
        let ends = ends.into_iter().flat_map(|(a, b)| a.into_iter().chain(b));
        stops.extend(ends.map(|at| stop(at, group.grain, 0)));
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
    // Where events lie that are only counted nothing is left out: "nothing here" would be untrue.
    for (from, to) in items.groups.iter().filter_map(|g| g.rest.as_ref()?.ends()) {
        let start = stops.partition_point(|s| s.at <= from);
        let end = stops.partition_point(|s| s.at <= to);
        for s in stops.iter_mut().take(end).skip(start) {
            s.tied = true;
        }
    }
    let hung: Vec<(Instant, Row)> = rows.iter().map(|r| (r.at, r.row)).collect();
    Axis::new(&stops, &hung)
}

fn finer(a: Grain, b: Grain) -> Grain {
    if length(a) <= length(b) { a } else { b }
}

/// "4 years 9 months not drawn".
pub(super) fn fold_words(piece: &Piece) -> String {
    clocks(piece).map_or_else(
        || "time not drawn".into(),
        |(from, to)| format!("{} not drawn", stretch_words(from, to)),
    )
}

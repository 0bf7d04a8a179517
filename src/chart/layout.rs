//! The chart laid out: every text and mark with its place, before anything is drawn.

use super::axis::Axis;
use super::bars::{PlacedBar, bars};
use super::columns::Columns;
use super::head::{Head, head};
use super::instant::Instant;
use super::items::Group;
use super::labels::{Row, place};
use super::pages::{Part, slice};
use super::plan::{Content, Plan};
use super::rows::GroupText;
use super::strip::{Strip, strip};
use super::text::Text;
use super::ticks::{self, Tick};
use super::widths::Tenths;

/// Where a bar with an unknown end fades out beyond its known one, at least.
pub(super) const STUB: Tenths = 260;

/// A date with its place.
#[derive(Debug, Clone)]
pub(super) struct Placed<'a> {
    /// Its place among the plan's groups.
    pub index: usize,
    /// What is drawn.
    pub group: &'a Group,
    /// The middle of its first line.
    pub line: Tenths,
    /// Its texts.
    pub texts: GroupText,
}

/// A note with its place: a publication, a fold.
#[derive(Debug, Clone)]
pub(super) struct PlacedNote {
    /// Which one of its kind it is.
    pub index: usize,
    /// Where it belongs on the axis.
    pub at: Instant,
    /// Its text.
    pub text: Text,
}

/// One page of a chart, ready to be drawn.
#[derive(Debug, Clone)]
pub(super) struct Layout<'a> {
    /// What it is a page of.
    pub plan: &'a Plan,
    /// Columns.
    pub cols: Columns,
    /// How high the canvas is.
    pub height: Tenths,
    /// Title, subtitle, legend.
    pub head: Head,
    /// The whole span on one scale, where the axis is broken.
    pub strip: Option<Strip>,
    /// The axis, as far as this page shows it.
    pub axis: Axis,
    /// Where the axis begins.
    pub top: Tenths,
    /// Ticks with their labels' texts.
    pub ticks: Vec<(Tick, Option<Text>)>,
    /// Dates, in the order of their lines.
    pub groups: Vec<Placed<'a>>,
    /// Bars, those of other pages' dates that reach into this one included.
    pub bars: Vec<PlacedBar>,
    /// Publications.
    pub publications: Vec<PlacedNote>,
    /// Stretches left out.
    pub folds: Vec<PlacedNote>,
}

impl<'a> Layout<'a> {
    /// Lays out a part of a plan.
    pub fn new(plan: &'a Plan, part: &Part) -> Layout<'a> {
        let cols = plan.cols;
        let rows = plan.rows.get(part.rows.clone()).unwrap_or(&[]);
        let axis = match part.stretch {
            Some((from, to)) => slice(&plan.axis, from, to),
            None => plan.axis.clone(),
        };
        let dated = rows.iter().filter_map(|r| match r.content {
            Content::Date(i) => plan.items.groups.get(i),
            _ => None,
        });
        let undated = plan.items.groups.iter().filter(|g| g.anchor.is_none());
        let here: Vec<&Group> = dated.chain(undated.filter(|_| part.is_last())).collect();
        let head = head(plan, &here, &axis, part.number);
        let strip = strip(plan, &axis, head.bottom + 60);
        let labels_top = strip.as_ref().map_or(head.bottom, |s| s.frame[3]) + 150;
        let upward = opens_upward(&here, &axis);
        let top = labels_top + if upward { STUB } else { 100 };

        let anchored: Vec<Row> = rows
            .iter()
            .map(|r| Row {
                anchor: top + axis.y(r.at),
                ..r.row
            })
            .collect();
        let lines = place(&anchored, Some(labels_top));
        let mut bottom = (top + axis.height()).max(head.bottom);
        if opens_downward(plan, &here, &axis) {
            bottom += STUB;
        }
        let mut layout = Layout {
            plan,
            cols,
            height: 0,
            head,
            strip,
            axis,
            top,
            ticks: Vec::new(),
            groups: Vec::with_capacity(here.len()),
            bars: Vec::new(),
            publications: Vec::new(),
            folds: Vec::new(),
        };
        let mut below = bottom.max(labels_top) + 250;
        for (r, line) in rows.iter().zip(lines) {
            bottom = bottom.max(line.saturating_add(r.row.down));
            below = below.max(line.saturating_add(r.row.down) + 100);
            layout.put(r.content, r.at, line);
        }
        // Without any date there is no place on the axis, only one below it.
        for (i, g) in plan.items.groups.iter().enumerate() {
            if g.anchor.is_some() || !part.is_last() {
                continue;
            }
            let Some(text) = plan.texts.get(i) else {
                continue;
            };
            layout.put(Content::Date(i), 0, below);
            below = below.saturating_add(text.row(0).up + text.row(0).down);
            bottom = below;
        }
        layout.ticks = layout.tick_texts();
        layout.bars = bars(&layout);
        layout.height = bottom.saturating_add(if cols.is_wide { 180 } else { 120 });
        layout
    }

    fn put(&mut self, content: Content, at: Instant, line: Tenths) {
        let plan = self.plan;
        match content {
            Content::Date(i) => {
                if let (Some(group), Some(texts)) = (plan.items.groups.get(i), plan.texts.get(i)) {
                    let texts = texts.clone().at(line);
                    self.groups.push(Placed {
                        index: i,
                        group,
                        line,
                        texts,
                    });
                }
            }
            Content::Publication(index) => {
                if let Some(note) = plan.published.get(index) {
                    let text = note.text.clone().lower(line);
                    self.publications.push(PlacedNote { index, at, text });
                }
            }
            Content::Fold(index) => {
                if let Some(note) = plan.folds.get(index) {
                    let text = note.text.clone().lower(line);
                    self.folds.push(PlacedNote { index, at, text });
                }
            }
        }
    }

    fn tick_texts(&self) -> Vec<(Tick, Option<Text>)> {
        let cols = &self.cols;
        ticks::ticks(&self.axis, cols.ticks_room, cols.ticks_size)
            .into_iter()
            .map(|t| {
                let y = self.top + self.axis.y(t.at);
                let text = ticks::text(&t, cols.ticks, y, cols.ticks_size);
                (t, text)
            })
            .collect()
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

/// Whether a bar without a beginning reaches above the top of the axis.
fn opens_upward(here: &[&Group], axis: &Axis) -> bool {
    here.iter()
        .any(|g| g.bar.is_some_and(|b| b.from.is_none()) && g.anchor.is_some_and(|a| axis.y(a) < STUB))
}

/// Whether a bar without an end reaches below the bottom of the axis.
fn opens_downward(plan: &Plan, here: &[&Group], axis: &Axis) -> bool {
    here.iter().any(|g| {
        let open = g.bar.is_some_and(|b| b.to.is_none());
        open && g
            .anchor
            .is_some_and(|a| plan.items.still(a).is_none() || axis.y(a) + STUB > axis.height())
    })
}

#[cfg(test)]
#[path = "layout_tests.rs"]
pub(super) mod tests;

//! The timeline as a chart: one vertical axis of time, every date beside its statement and the words it was read
//! from.
//!
//! Points, spans that lasted, spans in which something happened once and spans without a known end are drawn as
//! different things. Where time is crowded the axis has its own scale, and where nothing happened it is folded
//! and says how much is left out; a strip on top shows the whole on one scale. No two texts overlap, whatever
//! common font the viewer has: widths are bounded from above (`widths`), labels are placed under constraints
//! that keep them apart (`labels`), and columns do not share any x (`columns`).
//!
//! A timeline of a thousand events is not a thousand rows: the most salient are drawn, the others counted where they
//! lie (`choose`, `rest`), or all of them stand on pages (`pages`). For slides the axis runs across (`across`), by the
//! same segments and the same placement.
//!
//! The way of the data: a timeline becomes `items`, these a `plan` (texts, axis, rows in order), each part of the plan
//! a `layout`, and that is drawn.
//!
//! The picture is drawn through plotters' traits, with a backend of our own that writes SVG with groups, ids and
//! titles. The same timeline and options give the same bytes everywhere.
//!
//! ```
//! use dateline::chart::{ChartOptions, draw};
//! let timeline = serde_json::from_str(
//!     r#"{"schema":"dateline/1","title":"Harbour","events":[{"id":"e1","statement":"the harbour opened",
//!         "when":{"value":"2025-01-24","start":"2025-01-24","end":"2025-01-25"}}]}"#,
//! )
//! .unwrap();
//! let svg = draw(&timeline, &ChartOptions::new().width(800)).unwrap();
//! assert!(svg.contains("Fri 24 January 2025"));
//! ```

mod across;
mod across_text;
mod axis;
mod bars;
mod choose;
mod clean;
mod columns;
mod draw;
mod draw_across;
mod draw_strip;
mod entry;
mod head;
mod instant;
mod items;
mod labels;
mod lanes;
mod layout;
mod marks;
mod node;
mod options;
mod pages;
mod paint;
mod path;
mod plan;
mod publications;
mod rest;
mod rows;
#[cfg(test)]
#[path = "../../tests/common/seeded.rs"]
mod seeded;
mod segments;
mod span;
mod strip;
mod svg;
mod text;
mod theme;
mod ticks;
mod units;
mod widths;
mod widths_table;
mod words;
mod wrap;

pub use options::{ChartColor, ChartLayout, ChartOptions, MAX_WIDTH, MIN_WIDTH};

use crate::time::Day;
use crate::timeline::{Alternative, Event, Timeline};
use across::{Across, across};
use draw_across::draw_across;
use layout::Layout;
use pages::{Part, parts};
use plan::Plan;
use widths::Tenths;

/// Why a chart was not drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChartError {
    /// The canvas is too narrow or too wide.
    #[error("a chart is {MIN_WIDTH} to {MAX_WIDTH} pixels wide, not {0}: choose a width in between")]
    Width(u32),
    /// plotters refused an element.
    #[error("the chart could not be drawn: {0}")]
    Drawing(String),
}

/// Draws a timeline as one SVG.
///
/// # Errors
///
/// [`ChartError::Width`] when the width is out of range. Whatever the timeline holds, even an edited one whose
/// events end before they begin, is drawn.
pub fn draw(timeline: &Timeline, options: &ChartOptions) -> Result<String, ChartError> {
    let width = width(options)?;
    if let Some(across) = laid_across(timeline, options, width) {
        return sheet(|out| draw_across(&across, out));
    }
    let plan = Plan::new(timeline, options, width);
    page(&plan, &Part::whole(&plan))
}

/// Draws a timeline as one SVG or, with [`ChartOptions::page_height`], as many as it takes. A chart across the page
/// is always one.
///
/// # Errors
///
/// As [`draw`].
pub fn draw_pages(timeline: &Timeline, options: &ChartOptions) -> Result<Vec<String>, ChartError> {
    let width = width(options)?;
    if let Some(across) = laid_across(timeline, options, width) {
        return Ok(vec![sheet(|out| draw_across(&across, out))?]);
    }
    let plan = Plan::new(timeline, options, width);
    let parts = match options.page_limit() {
        Some(limit) => parts(&plan, limit),
        None => vec![Part::whole(&plan)],
    };
    parts.iter().map(|part| page(&plan, part)).collect()
}

/// The same for renderers that know no direction of text: lines that run from right to left stand alone, at the place
/// that a browser would give them.
#[cfg(feature = "png")]
pub(crate) fn draw_plainly(timeline: &Timeline, options: &ChartOptions) -> Result<Vec<String>, ChartError> {
    let mut plain = options.clone();
    plain.plain = true;
    draw_pages(timeline, &plain)
}

/// The layout that a timeline is drawn in: the one that the options ask for or, where it has too many dates to stand
/// side by side, the vertical one.
///
/// # Errors
///
/// As [`draw`].
pub fn layout_of(timeline: &Timeline, options: &ChartOptions) -> Result<ChartLayout, ChartError> {
    let is_across = laid_across(timeline, options, width(options)?).is_some();
    Ok(if is_across {
        ChartLayout::Horizontal
    } else {
        ChartLayout::Vertical
    })
}

fn width(options: &ChartOptions) -> Result<Tenths, ChartError> {
    if !(MIN_WIDTH..=MAX_WIDTH).contains(&options.width) {
        return Err(ChartError::Width(options.width));
    }
    Tenths::try_from(options.width * 10).map_err(|_| ChartError::Width(options.width))
}

fn laid_across(timeline: &Timeline, options: &ChartOptions, width: Tenths) -> Option<Across> {
    (options.layout == ChartLayout::Horizontal)
        .then(|| across(timeline, options, width))
        .flatten()
}

fn page(plan: &Plan, part: &Part) -> Result<String, ChartError> {
    let layout = Layout::new(plan, part);
    sheet(|out| draw::draw(&layout, out))
}

fn sheet(draw: impl FnOnce(&mut String) -> draw::Done) -> Result<String, ChartError> {
    let mut out = String::with_capacity(32_768);
    draw(&mut out).map_err(|e| ChartError::Drawing(e.to_string()))?;
    Ok(out)
}

/// An event's place on the axis in words, as its label has it: "Since about 2019".
pub fn date_words(event: &Event) -> String {
    words::event_words(event)
}

/// Another reading of an event's date in words: "Mon 27 January", without the year where that is the same.
pub fn reading_words(event: &Event, other: &Alternative) -> String {
    let like = event.when.start.or(event.when.end).map(|m| m.day());
    match (other.start, other.end) {
        (Some(a), Some(b)) => words::alternative_words(a, b, event.when.grain, &other.value, like),
        _ => other.value.clone(),
    }
}

/// A day in full: "Monday 27 January 2025".
pub fn day_words(day: Day) -> String {
    words::full_day(day)
}

//! The timeline as a chart: one vertical axis of time, every date beside its statement and the words it was read
//! from.
//!
//! Points, spans that lasted, spans in which something happened once and spans without a known end are drawn as
//! different things. Where time is crowded the axis has its own scale, and where nothing happened it is folded
//! and says how much is left out; a strip on top shows the whole on one scale. No two texts overlap, whatever
//! common font the viewer has: widths are bounded from above (`widths`), labels are placed under constraints
//! that keep them apart (`labels`), and columns do not share any x (`columns`).
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

mod axis;
mod clean;
mod columns;
mod draw;
mod head;
mod instant;
mod items;
mod labels;
mod lanes;
mod layout;
mod marks;
mod node;
mod path;
mod publications;
mod rows;
#[cfg(test)]
#[path = "../../tests/common/seeded.rs"]
mod seeded;
mod segments;
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

use crate::time::Day;
use crate::timeline::{Alternative, Event, Timeline};
use layout::Layout;

/// The narrowest canvas that a line of text fits on beside the axis.
pub const MIN_WIDTH: u32 = 280;
/// The widest canvas; a wider one would only be empty.
pub const MAX_WIDTH: u32 = 4000;

/// How a chart is to look.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChartOptions {
    /// The width of the canvas in pixels. The layout is made for it, never scaled to it; below 760 everything
    /// stands in one column.
    pub width: u32,
}

impl Default for ChartOptions {
    fn default() -> ChartOptions {
        ChartOptions { width: 1200 }
    }
}

impl ChartOptions {
    /// The default: 1200 pixels wide.
    pub fn new() -> ChartOptions {
        ChartOptions::default()
    }

    /// Another width, from [`MIN_WIDTH`] to [`MAX_WIDTH`].
    #[must_use]
    pub fn width(mut self, pixels: u32) -> ChartOptions {
        self.width = pixels;
        self
    }
}

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

/// Draws a timeline as SVG.
///
/// # Errors
///
/// [`ChartError::Width`] when the width is out of range. Whatever the timeline holds, even an edited one whose
/// events end before they begin, is drawn.
pub fn draw(timeline: &Timeline, options: &ChartOptions) -> Result<String, ChartError> {
    if !(MIN_WIDTH..=MAX_WIDTH).contains(&options.width) {
        return Err(ChartError::Width(options.width));
    }
    let width = widths::Tenths::try_from(options.width * 10).map_err(|_| ChartError::Width(options.width))?;
    let layout = Layout::new(timeline, width);
    let mut out = String::with_capacity(4_096 + timeline.events.len() * 1_200);
    draw::draw(&layout, &mut out).map_err(|e| ChartError::Drawing(e.to_string()))?;
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

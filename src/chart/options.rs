//! How a chart is to look.

use super::widths::Tenths;

/// The narrowest canvas that a line of text fits on beside the axis.
pub const MIN_WIDTH: u32 = 280;
/// The widest canvas; a wider one would only be empty.
pub const MAX_WIDTH: u32 = 4000;
/// So many events are drawn in full where nothing else is asked for.
const ROWS: usize = 60;

/// How a chart is to look.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChartOptions {
    /// The width of the canvas in pixels. The layout is made for it, never scaled to it; below 760 everything
    /// stands in one column.
    pub width: u32,
    /// Which way time runs.
    pub layout: ChartLayout,
    /// What colours stand for; `None` lets the number of documents decide.
    pub color: Option<ChartColor>,
    /// At most so many events are drawn in full, the most salient; the others are counted in rows of their own.
    pub max_rows: usize,
    /// The height in pixels that no page may pass; `None` for one page, however high.
    pub page_height: Option<u32>,
    /// Whether the renderer knows no direction of text.
    pub(super) plain: bool,
}

/// The lowest page that holds the head of a chart and some rows; lower limits are taken as this one.
const LEAST_PAGE: u32 = 1_000;

/// Which way time runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChartLayout {
    /// Down the page: for any number of events and any width.
    #[default]
    Vertical,
    /// Across it, for slides: for so few dates that each has 170 pixels of the width above or below the axis. With
    /// more the chart is drawn vertically.
    Horizontal,
}

/// What colours stand for. Symbols always tell the certainty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChartColor {
    /// The document that tells the event.
    Source,
    /// How sure its date is.
    Certainty,
}

impl Default for ChartOptions {
    fn default() -> ChartOptions {
        ChartOptions {
            width: 1200,
            layout: ChartLayout::default(),
            color: None,
            max_rows: ROWS,
            page_height: None,
            plain: false,
        }
    }
}

impl ChartOptions {
    /// The default: 1200 pixels wide, sixty events at most, coloured by document where there are several.
    pub fn new() -> ChartOptions {
        ChartOptions::default()
    }

    /// Another width, from [`MIN_WIDTH`] to [`MAX_WIDTH`].
    #[must_use]
    pub fn width(mut self, pixels: u32) -> ChartOptions {
        self.width = pixels;
        self
    }

    /// Which way time is to run.
    #[must_use]
    pub fn layout(mut self, layout: ChartLayout) -> ChartOptions {
        self.layout = layout;
        self
    }

    /// What colours are to stand for.
    #[must_use]
    pub fn color(mut self, color: ChartColor) -> ChartOptions {
        self.color = Some(color);
        self
    }

    /// Pages no higher than this many pixels, instead of one.
    #[must_use]
    pub fn page_height(mut self, pixels: u32) -> ChartOptions {
        self.page_height = Some(pixels);
        self
    }

    /// The limit of a page in tenths of a pixel.
    pub(super) fn page_limit(&self) -> Option<Tenths> {
        let pixels = self.page_height?.max(LEAST_PAGE);
        Some(Tenths::try_from(pixels.saturating_mul(10)).unwrap_or(Tenths::MAX / 4))
    }

    /// At most so many events in full; with 0 all of them are only counted.
    #[must_use]
    pub fn max_rows(mut self, most: usize) -> ChartOptions {
        self.max_rows = most;
        self
    }
}

use super::{ExportError, Format};
use crate::chart::{ChartOptions, draw, draw_pages};
use crate::timeline::Timeline;

/// The timeline as a chart.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Svg {
    /// How it is to look.
    pub options: ChartOptions,
}

impl Svg {
    /// A chart that looks as the options say.
    pub fn new(options: ChartOptions) -> Svg {
        Svg { options }
    }
}

impl Format for Svg {
    fn name(&self) -> &'static str {
        "svg"
    }

    fn write(&self, timeline: &Timeline) -> Result<String, ExportError> {
        draw(timeline, &self.options).map_err(|e| ExportError(e.to_string()))
    }

    fn files(&self, timeline: &Timeline) -> Result<Vec<Vec<u8>>, ExportError> {
        let pages = draw_pages(timeline, &self.options).map_err(|e| ExportError(e.to_string()))?;
        Ok(pages.into_iter().map(String::into_bytes).collect())
    }
}

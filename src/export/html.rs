use super::{ExportError, Format};
use crate::chart::ChartOptions;
use crate::page::{Article, page};
use crate::timeline::Timeline;

/// The timeline as a page, beside its articles.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Page {
    /// How its charts are to look.
    pub options: ChartOptions,
    /// The articles of the timeline's documents, in their order; none where they are not at hand.
    pub articles: Vec<Article>,
}

impl Page {
    /// A page with charts that look as the options say.
    pub fn new(options: ChartOptions, articles: Vec<Article>) -> Page {
        Page { options, articles }
    }
}

impl Format for Page {
    fn name(&self) -> &'static str {
        "html"
    }

    fn write(&self, timeline: &Timeline) -> Result<String, ExportError> {
        page(timeline, &self.articles, &self.options).map_err(|e| ExportError(e.to_string()))
    }
}

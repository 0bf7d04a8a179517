//! The timeline as a page: one file of HTML, its article beside its chart, that asks nothing of the network.
//!
//! Every time expression of the article is marked and links to its event in the chart, every event of the chart
//! links back to its words, and each date says how it was worked out. Links, filters and details are HTML and CSS;
//! the script (`page.js`) adds finding, keys and the lighting of both ends, and everything else works without it.
//! A content security policy forbids whatever the page does not need: it would stop even what slipped through the
//! escaping.
//!
//! One file here per part of the page; `html` is the one place where text becomes markup.
//!
//! ```
//! use dateline::chart::ChartOptions;
//! use dateline::page::{Article, page};
//! use dateline::timeline::{TimelineRequest, timeline};
//! use dateline::{Options, document::Document, tag};
//! let options = Options::new().published("2025-01-27".parse().unwrap());
//! let tagged = tag(Document::from_text("pier", "The pier opened on Friday."), &options);
//! let made = timeline(std::slice::from_ref(&tagged), &TimelineRequest::default());
//! let html = page(&made, &[Article::of(&tagged)], &ChartOptions::new()).unwrap();
//! assert!(html.contains(r##"<a href="#e1" id="t1""##));
//! ```

mod about;
mod article;
mod base64;
mod chart;
mod downloads;
mod filters;
mod head;
mod html;
mod inline;
mod links;
mod table;
mod text;
mod why;

pub use article::{Article, Mark};

use crate::chart::{ChartError, ChartOptions};
use crate::timeline::Timeline;
use html::Html;
use links::Links;

/// Makes the page of a timeline. `articles` are those of its documents, in their order; where they are missing, as
/// they are when only the JSON of a timeline is left, the page is made without them and says so.
///
/// The options are those of its charts; their width is the page's own choice.
///
/// # Errors
///
/// When a chart can't be drawn; see [`crate::chart::draw`].
pub fn page(timeline: &Timeline, articles: &[Article], options: &ChartOptions) -> Result<String, ChartError> {
    let links = Links::new(timeline, articles);
    let charts = chart::charts(timeline, &links, options)?;
    let mut out = Html::with_capacity(charts.html.len() * 2);
    out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n");
    head::head(&mut out, timeline);
    out.raw("<body>\n<header class=\"bar\">\n");
    out.raw("<a class=\"skip\" href=\"#timeline\">Skip to the timeline</a>\n");
    filters::bar(&mut out, timeline, &links);
    out.raw("</header>\n<main class=\"text\" id=\"text\">\n");
    about::title(&mut out, timeline, articles);
    about::about(&mut out, timeline, articles);
    for i in 0..timeline.documents.len().max(articles.len()) {
        if let Some(article) = articles.get(i) {
            text::article(&mut out, timeline, &links, article, i);
        }
    }
    out.raw("</main>\n<aside class=\"side\" id=\"timeline\" aria-label=\"Timeline\">\n");
    out.raw(&charts.html);
    why::list(&mut out, timeline, &links, &charts.drawn);
    about::undated(&mut out, timeline, &links);
    table::table(&mut out, timeline, &links);
    downloads::downloads(&mut out, timeline);
    out.raw("</aside>\n");
    head::script(&mut out);
    out.raw("</body>\n</html>\n");
    Ok(out.into_string())
}

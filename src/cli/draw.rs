use super::Outcome;
use super::inputs::remedy;
use super::message::{Messages, Stop};
use super::options::{ChartArgs, ChartFormat, ChoosingArgs, clock_day};
use super::outputs::Folder;
use super::stored;
use clap::Args;
use dateline::export::{Format, Page, Svg};
use dateline::timeline;
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  dateline draw output/report.json                  output/report.svg anew
  dateline draw output/report.json --title \"The storm\" --since 2024 --out charts
  dateline draw output/report.json --format html    output/report.html, without the text
  dateline events report.txt --with-text > report.json && dateline draw report.json --format html";

/// Draw the chart again from a timeline's JSON, which may have been edited
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Draw {
    /// A JSON that `build` or `events` wrote
    #[arg(value_name = "TIMELINE.json")]
    timeline: PathBuf,
    /// The folder to write into [default: the JSON's own]
    #[arg(long, value_name = "DIR", help_heading = "Writing")]
    out: Option<PathBuf>,
    /// What to draw: a chart, or a page. Only a JSON of `events --with-text` holds the text that a page shows
    #[arg(long, value_name = "FORMAT", default_value = "svg", help_heading = "Writing")]
    format: ChartFormat,
    /// Another title
    #[arg(long, value_name = "TITLE", help_heading = "Chart")]
    title: Option<String>,
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    choosing: ChoosingArgs,
}

impl Draw {
    pub fn run(&self, to: &Messages) -> Result<Outcome, Stop> {
        let (since, until) = self.choosing.ends(Some(clock_day()))?;
        let shown = self.timeline.display();
        let json =
            std::fs::read(&self.timeline).map_err(|e| Stop::Failed(format!("{shown}: {}", remedy(&e))))?;
        let json = String::from_utf8(json).map_err(|_| {
            Stop::Failed(format!(
                "{shown}: this is not a timeline's JSON: it is no UTF-8 text"
            ))
        })?;
        let mut drawn = timeline::read(&json).map_err(|e| Stop::Failed(format!("{shown}: {e}")))?;
        if let Some(title) = &self.title {
            drawn.title = title.clone();
        }
        stored::keep(&mut drawn, since, until);
        if drawn.events.is_empty() {
            to.warn(&shown.to_string(), "there is no event to draw");
        }
        let beside = self.timeline.parent().unwrap_or(Path::new(""));
        let folder = Folder::new(self.out.as_deref().unwrap_or(beside));
        let stem = self.timeline.file_stem().unwrap_or_default().to_string_lossy();
        let svg = Svg::new(self.chart.options());
        let page = Page::new(self.chart.options(), stored::articles(&json, &drawn));
        if self.format == ChartFormat::Html && page.articles.is_empty() && !drawn.documents.is_empty() {
            to.warn(
                &shown.to_string(),
                "the text is not in this JSON, so the page has none beside its chart; make the page with `build --format html`, or the JSON with `events --with-text`",
            );
        }
        let format: &dyn Format = match self.format {
            ChartFormat::Svg => &svg,
            ChartFormat::Html => &page,
        };
        let written = folder.write(&stem, &drawn, &[format], true)?;
        if !to.quiet() {
            super::build::print_counts(to, &drawn)?;
            to.line(&format!(
                "wrote {}",
                super::message::printable(&written.join(", "))
            ))?;
        }
        to.flush()?;
        Ok(Outcome::Done)
    }
}

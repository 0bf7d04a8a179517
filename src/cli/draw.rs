use super::Outcome;
use super::inputs::remedy;
use super::message::{Messages, Stop};
use super::options::{ChartArgs, ChartFormat, ChoosingArgs, clock_day};
use super::outputs::Folder;
use super::stored;
use clap::Args;
use dateline::export::{Format, Page};
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
    /// What to write; the JSON itself is left as it is. Only a JSON of `events --with-text` holds the text for a page
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "svg",
        help_heading = "Writing"
    )]
    format: Vec<ChartFormat>,
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
        if self.format.contains(&ChartFormat::Json) {
            return Err(Stop::failed(
                "--format json: draw reads a JSON and writes none; copy the file instead",
            ));
        }
        let writers = self.chart.formats(&self.format)?;
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
        if let Some(top) = self.choosing.top() {
            timeline::keep_top(&mut drawn, top);
        }
        if drawn.events.is_empty() {
            to.warn(&shown.to_string(), "there is no event to draw");
        }
        self.chart.warn(to, &shown.to_string(), &drawn);
        let beside = self.timeline.parent().unwrap_or(Path::new(""));
        let folder = Folder::new(self.out.as_deref().unwrap_or(beside));
        let stem = self.timeline.file_stem().unwrap_or_default().to_string_lossy();
        let wants_page = self.format.contains(&ChartFormat::Html);
        let page = Page::new(self.chart.options(), stored::articles(&json, &drawn));
        if wants_page && page.articles.is_empty() && !drawn.documents.is_empty() {
            to.warn(
                &shown.to_string(),
                "the text is not in this JSON, so the page has none beside its chart; make the page with `build --format html`, or the JSON with `events --with-text`",
            );
        }
        let page = wants_page.then_some(&page as &dyn Format);
        let formats: Vec<&dyn Format> = writers.iter().map(|f| f.as_ref()).chain(page).collect();
        let written = folder.write(&stem, &drawn, &formats, true)?;
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

use super::Outcome;
use super::events::warn_timeline;
use super::inputs::InputArgs;
use super::message::{Ink, Messages, Stop, printable};
use super::options::{ChartArgs, ChartFormat, ChoosingArgs, ReadingArgs};
use super::outputs::Folder;
use super::table::print_events;
use clap::Args;
use dateline::export::{Format, Page};
use dateline::page::Article;
use dateline::timeline::{Timeline, TimelineRequest, timeline};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  dateline build report.txt
  dateline build notes/ letter.md --out charts --published \"27 Jan 2025\"
  dateline build report.txt --title \"The storm\" --since 2024 --format svg
  dateline build report.txt --format html,json     a page to read and to send, and its JSON";

/// Make the timeline of texts: a chart and a JSON of each, or a page, and a table of its events
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Build {
    #[command(flatten)]
    inputs: InputArgs,
    /// The folder to write into
    #[arg(long, value_name = "DIR", default_value = "output", help_heading = "Writing")]
    out: PathBuf,
    /// What to write: a chart, its JSON, a table for spreadsheets, a calendar, a page with the text beside its chart
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "svg,json",
        help_heading = "Writing"
    )]
    format: Vec<ChartFormat>,
    /// Overwrite a JSON that somebody has edited
    #[arg(long, help_heading = "Writing")]
    force: bool,
    /// The title, instead of the document's own (one input only)
    #[arg(long, value_name = "TITLE", help_heading = "Chart")]
    title: Option<String>,
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    choosing: ChoosingArgs,
    #[command(flatten)]
    reading: ReadingArgs,
}

impl Build {
    pub fn run(&self, to: &Messages) -> Result<Outcome, Stop> {
        if self.title.is_some() && !self.inputs.is_single() {
            return Err(Stop::failed(
                "--title names one timeline, and there are several inputs; build them one by one",
            ));
        }
        let options = self.reading.options()?;
        let mut request = TimelineRequest::default();
        request.title = self.title.clone();
        (request.since, request.until) = self.choosing.ends(options.today)?;
        let writers = self.chart.formats(&self.format)?;
        let mut folder = Folder::new(&self.out);
        self.inputs.each(to, &options, |tagged| {
            let made = timeline(std::slice::from_ref(&tagged), &request);
            warn_timeline(to, &tagged, &made);
            self.chart.warn(to, &tagged.document.source, &made);
            let name = folder.name(&tagged.document.name);
            let page = Page::new(self.chart.options(), vec![Article::of(&tagged)]);
            let page = self
                .format
                .contains(&ChartFormat::Html)
                .then_some(&page as &dyn Format);
            let formats: Vec<&dyn Format> = writers.iter().map(|f| f.as_ref()).chain(page).collect();
            let written = folder.write(&name, &made, &formats, self.force)?;
            if to.quiet() {
                return Ok(());
            }
            print_head(to, &name, &made)?;
            print_events(to, &made)?;
            print_counts(to, &made)?;
            to.line(&format!("wrote {}", printable(&written.join(", "))))
        })
    }
}

/// Title and publication date.
fn print_head(to: &Messages, name: &str, made: &Timeline) -> Result<(), Stop> {
    let title = if made.title.is_empty() { name } else { &made.title };
    to.line(&to.ink(Ink::Bold, &printable(title)))?;
    let published = made.documents.first().and_then(|d| d.published.as_ref());
    to.line(&match published {
        Some(p) if p.inferred.is_empty() => format!("published {} (from {})", p.date, p.from.words()),
        Some(p) => format!(
            "published {} (from {}; {} inferred)",
            p.date,
            p.from.words(),
            p.inferred.join(", ")
        ),
        None => "publication date not known".to_owned(),
    })
}

/// How many events, and what became of the others.
pub fn print_counts(to: &Messages, made: &Timeline) -> Result<(), Stop> {
    let count = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    let mut parts = vec![count(made.events.len(), "event", "events")];
    if !made.undated.is_empty() {
        parts.push(format!(
            "{} without a date",
            count(made.undated.len(), "statement", "statements")
        ));
    }
    if made.options.left_out > 0 {
        parts.push(format!("{} outside --since and --until", made.options.left_out));
    }
    to.line(&parts.join(", "))
}

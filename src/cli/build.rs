use super::Outcome;
use super::events::warn_timeline;
use super::inputs::InputArgs;
use super::message::{Ink, Messages, Stop, printable};
use super::options::{ChartArgs, ChartFormat, ChoosingArgs, ReadingArgs};
use super::outputs::Folder;
use super::table::print_events;
use clap::Args;
use dateline::Tagged;
use dateline::export::{Format, Page};
use dateline::page::Article;
use dateline::timeline::{Timeline, timeline};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  dateline build report.txt
  dateline build notes/ letter.md --out charts --published \"27 Jan 2025\"
  dateline build report.txt --title \"The storm\" --since 2024 --format svg
  dateline build court.txt paper.html --merge --title \"The storm\"
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
    /// One timeline of all inputs; what two of them tell is one event
    #[arg(long, help_heading = "Writing")]
    merge: bool,
    /// The title, instead of the document's own (one input, or --merge)
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
        if self.title.is_some() && !self.merge && !self.inputs.is_single() {
            return Err(Stop::failed(
                "--title names one timeline, and there are several inputs; build them one by one, or --merge them",
            ));
        }
        let options = self.reading.options()?;
        let mut request = self.choosing.request(options.today)?;
        request.title = self.title.clone();
        let writers = self.chart.formats(&self.format)?;
        let mut folder = Folder::new(&self.out);
        if !self.merge {
            return self.inputs.each(to, &options, |tagged| {
                let made = timeline(std::slice::from_ref(&tagged), &request);
                warn_timeline(to, &tagged, &made);
                let name = folder.name(&tagged.document.name);
                self.write(to, &folder, &name, &made, &[tagged], &writers)
            });
        }
        let mut all = Vec::new();
        let outcome = self.inputs.each(to, &options, |tagged| {
            all.push(tagged);
            Ok(())
        })?;
        if !all.is_empty() {
            let made = timeline(&all, &request);
            let name = self.title.as_deref().map_or(MERGED.to_owned(), file_stem);
            self.write(to, &folder, &name, &made, &all, &writers)?;
            to.flush()?;
        }
        Ok(outcome)
    }

    /// Writes a timeline of some documents in every format asked for, and tells of it.
    fn write(
        &self,
        to: &Messages,
        folder: &Folder,
        name: &str,
        made: &Timeline,
        documents: &[Tagged],
        writers: &[Box<dyn Format>],
    ) -> Result<(), Stop> {
        let shown = documents
            .first()
            .filter(|_| documents.len() == 1)
            .map_or(name, |t| t.document.source.as_str());
        self.chart.warn(to, shown, made);
        let page = Page::new(self.chart.options(), documents.iter().map(Article::of).collect());
        let page = self
            .format
            .contains(&ChartFormat::Html)
            .then_some(&page as &dyn Format);
        let formats: Vec<&dyn Format> = writers.iter().map(|f| f.as_ref()).chain(page).collect();
        let written = folder.write(name, made, &formats, self.force)?;
        if to.quiet() {
            return Ok(());
        }
        print_head(to, name, made)?;
        print_events(to, made)?;
        print_counts(to, made)?;
        to.line(&format!("wrote {}", printable(&written.join(", "))))
    }
}

/// The name of what is written of several documents together.
const MERGED: &str = "timeline";

/// A title as the name of a file: letters and digits, hyphens between.
fn file_stem(title: &str) -> String {
    let words: Vec<String> = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    match words.is_empty() {
        true => MERGED.to_owned(),
        false => words.join("-").chars().take(80).collect(),
    }
}

/// Title and publication date.
fn print_head(to: &Messages, name: &str, made: &Timeline) -> Result<(), Stop> {
    let title = if made.title.is_empty() { name } else { &made.title };
    to.line(&to.ink(Ink::Bold, &printable(title)))?;
    if made.documents.len() > 1 {
        return to.line(&format!("{} documents", made.documents.len()));
    }
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
    if !made.more.is_empty() {
        parts.push(format!("{} beyond --top", made.more.len()));
    }
    if made.options.left_out > 0 {
        parts.push(format!("{} outside --since and --until", made.options.left_out));
    }
    to.line(&parts.join(", "))
}

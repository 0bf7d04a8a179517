use super::Outcome;
use super::filter::FilterArgs;
use super::inputs::InputArgs;
use super::message::{Messages, Stop};
use super::options::{ChoosingArgs, ReadingArgs};
use clap::{Args, ValueEnum};
use dateline::export::{Csv, Format, Ics, csv_rows, timeline_json, timeline_line, timeline_row};
use dateline::timeline::{Timeline, TimelineRequest, timeline};
use dateline::{Options, Tagged, tag};

const EXAMPLES: &str = "\
Examples:
  dateline events report.txt > report.json
  dateline events notes/ --format csv > notes.csv
  dateline events a.txt b.html --merge --top 20 > both.json
  dateline events notes/ | jq -r '.events[] | [.when.start, .statement] | @tsv'
  dateline events --jsonl --threads 4 < rows.jsonl > timelines.jsonl";

/// Write the timeline of texts as JSON: one text indented, several one per line; or as a table or a calendar
#[derive(Args)]
#[command(after_help = EXAMPLES)]
#[command(mut_arg("inputs", |a| a.required(false).required_unless_present("jsonl")))]
pub struct Events {
    #[command(flatten)]
    inputs: InputArgs,
    /// One timeline of all inputs; what two of them tell is one event
    #[arg(long, conflicts_with_all = ["jsonl", "with_text"])]
    merge: bool,
    /// JSON, a table for spreadsheets, or a calendar
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    format: EventsFormat,
    /// Put the text of the document into the JSON
    #[arg(long)]
    with_text: bool,
    /// The input is the body itself: nothing is cleaned or searched for a date line
    #[arg(long)]
    text_only: bool,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    choosing: ChoosingArgs,
    #[command(flatten)]
    reading: ReadingArgs,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum EventsFormat {
    Json,
    Csv,
    Ics,
}

impl Events {
    pub fn run(&self, to: &Messages) -> Result<Outcome, Stop> {
        if self.format != EventsFormat::Json && (self.filter.jsonl || self.with_text) {
            return Err(Stop::failed(
                "--jsonl and --with-text write JSON: leave out --format, or leave them out",
            ));
        }
        if self.filter.jsonl {
            return self.rows(to);
        }
        let options = self.reading.options()?.text_only(self.text_only);
        let request = self.choosing.request(options.today)?;
        let single = self.inputs.is_single();
        if self.merge {
            return self.merged(to, &options, &request);
        }
        let mut first = true;
        self.inputs.each(to, &options, |tagged| {
            let made = timeline(std::slice::from_ref(&tagged), &request);
            warn_timeline(to, &tagged, &made);
            self.warn_more(to, &tagged.document.source, &made);
            let text = self.with_text.then_some(tagged.document.text.as_str());
            match (self.format, single) {
                (EventsFormat::Json, true) => to.line(timeline_json(&made, text)?.trim_end()),
                (EventsFormat::Json, false) => to.line(&timeline_line(&made, text)?),
                // One table, whose rows name their document, under one row of names.
                (EventsFormat::Csv, _) if std::mem::take(&mut first) => {
                    to.bytes(Csv.write(&made)?.as_bytes())
                }
                (EventsFormat::Csv, _) => to.bytes(csv_rows(&made).as_bytes()),
                // RFC 5545, 3.4: a stream holds one calendar after the other.
                (EventsFormat::Ics, _) => to.bytes(Ics.write(&made)?.as_bytes()),
            }
        })
    }

    /// A table and a calendar have no place for the events beyond `--top`; the JSON has.
    fn warn_more(&self, to: &Messages, of: &str, made: &Timeline) {
        if self.format != EventsFormat::Json && !made.more.is_empty() {
            let message = format!("{} more beyond --top; only the JSON holds them", made.more.len());
            to.warn(of, &message);
        }
    }

    /// All inputs as one timeline; an input that can't be read leaves the others.
    fn merged(&self, to: &Messages, options: &Options, request: &TimelineRequest) -> Result<Outcome, Stop> {
        let mut all = Vec::new();
        let outcome = self.inputs.each(to, options, |tagged| {
            all.push(tagged);
            Ok(())
        })?;
        if all.is_empty() {
            return Ok(outcome);
        }
        let made = timeline(&all, request);
        self.warn_more(to, &made.title, &made);
        match self.format {
            EventsFormat::Json => to.line(timeline_json(&made, None)?.trim_end())?,
            EventsFormat::Csv => to.bytes(Csv.write(&made)?.as_bytes())?,
            EventsFormat::Ics => to.bytes(Ics.write(&made)?.as_bytes())?,
        }
        to.flush()?;
        Ok(outcome)
    }

    fn rows(&self, to: &Messages) -> Result<Outcome, Stop> {
        self.inputs.only_stdin("events")?;
        let options = self.reading.options_without_clock()?.text_only(self.text_only);
        let request = self.choosing.request(options.today)?;
        self.filter.run(to, &options, |row| {
            let tagged = tag(row.document, &options);
            let made = timeline(std::slice::from_ref(&tagged), &request);
            let text = self.with_text.then_some(tagged.document.text.as_str());
            timeline_row(&made, text, &row.id)
        })
    }
}

/// What the timeline warns of beyond its documents.
pub fn warn_timeline(to: &Messages, tagged: &Tagged, made: &Timeline) {
    let source = &tagged.document.source;
    for warning in made.warnings.iter().filter(|w| !tagged.warnings.contains(w)) {
        to.warn(source, &warning.message);
    }
    if made.events.is_empty() && !tagged.mentions.is_empty() {
        to.warn(source, "no statement with a place in time found");
    }
}

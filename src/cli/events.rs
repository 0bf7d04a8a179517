use super::Outcome;
use super::filter::FilterArgs;
use super::inputs::InputArgs;
use super::message::{Messages, Stop};
use super::options::{ChoosingArgs, ReadingArgs};
use clap::Args;
use dateline::export::{timeline_json, timeline_line, timeline_row};
use dateline::timeline::{Timeline, TimelineRequest, timeline};
use dateline::{Tagged, tag};

const EXAMPLES: &str = "\
Examples:
  dateline events report.txt > report.json
  dateline events notes/ | jq -r '.events[] | [.when.start, .statement] | @tsv'
  dateline events --jsonl --threads 4 < rows.jsonl > timelines.jsonl";

/// Write the timeline of texts as JSON: one text indented, several one per line
#[derive(Args)]
#[command(after_help = EXAMPLES)]
#[command(mut_arg("inputs", |a| a.required(false).required_unless_present("jsonl")))]
pub struct Events {
    #[command(flatten)]
    inputs: InputArgs,
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

impl Events {
    pub fn run(&self, to: &Messages) -> Result<Outcome, Stop> {
        if self.filter.jsonl {
            return self.rows(to);
        }
        let options = self.reading.options()?.text_only(self.text_only);
        let mut request = TimelineRequest::default();
        (request.since, request.until) = self.choosing.ends(options.today)?;
        let single = self.inputs.is_single();
        self.inputs.each(to, &options, |tagged| {
            let made = timeline(std::slice::from_ref(&tagged), &request);
            warn_timeline(to, &tagged, &made);
            let text = self.with_text.then_some(tagged.document.text.as_str());
            match single {
                true => to.line(timeline_json(&made, text)?.trim_end()),
                false => to.line(&timeline_line(&made, text)?),
            }
        })
    }

    fn rows(&self, to: &Messages) -> Result<Outcome, Stop> {
        self.inputs.only_stdin("events")?;
        let options = self.reading.options_without_clock()?.text_only(self.text_only);
        let mut request = TimelineRequest::default();
        (request.since, request.until) = self.choosing.ends(options.today)?;
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

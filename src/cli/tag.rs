use super::Outcome;
use super::filter::FilterArgs;
use super::inputs::InputArgs;
use super::message::{Messages, Stop, printable};
use super::options::ReadingArgs;
use super::outputs::Folder;
use super::table::aligned;
use clap::{Args, ValueEnum};
use dateline::export::{TagFields, tagged_row, tagged_table, tagged_to, timeml};
use dateline::{Options, Tagged, tag};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  dateline tag report.txt | jq '.mentions[] | [.text, .when.value]'
  dateline tag letter.md --published 1848-03-01 --format text
  dateline tag report.txt --format timeml > report.tml
  dateline tag notes/ --format timeml --out annotated
  dateline tag - --text-only --published 2025-01-27 < body.txt
  dateline tag --jsonl --text-only < rows.jsonl > dates.jsonl";

/// List the time expressions of texts: one line of JSON per document
#[derive(Args)]
#[command(after_help = EXAMPLES)]
#[command(mut_arg("inputs", |a| a.required(false).required_unless_present("jsonl")))]
pub struct Tag {
    #[command(flatten)]
    inputs: InputArgs,
    /// One line of JSON per document, a table to read, or TimeML
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    format: TagFormat,
    /// The folder to write TimeML into, one file per input, instead of standard output
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Put the document's text into the JSON
    #[arg(long)]
    with_text: bool,
    /// Put into the JSON how each date was worked out
    #[arg(long)]
    explain: bool,
    /// The input is the body itself: nothing is cleaned or searched for a date line
    #[arg(long)]
    text_only: bool,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    reading: ReadingArgs,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TagFormat {
    Json,
    Text,
    #[value(name = "timeml")]
    TimeMl,
}

impl Tag {
    pub fn run(&self, to: &Messages) -> Result<Outcome, Stop> {
        let timeml = matches!(self.format, TagFormat::TimeMl);
        if self.out.is_some() && !timeml {
            return Err(Stop::failed(
                "--out is for --format timeml; the other formats go to standard output: dateline tag INPUT > FILE",
            ));
        }
        let fields = TagFields::new().text(self.with_text).why(self.explain);
        if self.filter.jsonl {
            return self.rows(to, fields);
        }
        let options = self.reading.options()?.text_only(self.text_only);
        let options = options.mentions_only(true);
        if timeml {
            return self.timeml(to, &options);
        }
        let several = !self.inputs.is_single();
        self.inputs.each(to, &options, |tagged| match self.format {
            TagFormat::Json => to.write_line(|out| tagged_to(&tagged, fields, out)),
            _ => {
                if several {
                    to.line(&printable(&tagged.document.source))?;
                }
                let rows = tagged_table(&tagged);
                match rows.is_empty() {
                    true => Ok(()),
                    false => to.line(&aligned(&rows)),
                }
            }
        })
    }

    fn rows(&self, to: &Messages, fields: TagFields) -> Result<Outcome, Stop> {
        self.inputs.only_stdin("tag")?;
        if self.format != TagFormat::Json {
            return Err(Stop::failed("--jsonl writes JSON; leave out --format"));
        }
        let options = self.reading.options_without_clock()?.text_only(self.text_only);
        let options = options.mentions_only(true);
        self.filter.run(to, &options, |row| {
            tagged_row(&tag(row.document, &options), fields, &row.id)
        })
    }

    /// Two documents one after the other are no XML: several inputs need a folder.
    fn timeml(&self, to: &Messages, options: &Options) -> Result<Outcome, Stop> {
        let Some(out) = &self.out else {
            if !self.inputs.is_single() {
                return Err(Stop::failed(
                    "a TimeML file holds one document, and there are several inputs; give a folder for them: --out DIR",
                ));
            }
            return self.inputs.each(to, options, |tagged| {
                to.line(written(to, &tagged).trim_end_matches('\n'))
            });
        };
        let read = self.inputs.files();
        let mut folder = Folder::new(out);
        self.inputs.each(to, options, |tagged| {
            let name = format!("{}.tml", folder.name(&tagged.document.name));
            let target = out.join(&name);
            if target.canonicalize().is_ok_and(|path| read.contains(&path)) {
                return Err(Stop::Failed(format!(
                    "{}: this is an input, and what it holds would be lost; choose another folder with --out",
                    target.display()
                )));
            }
            let path = folder.write_text(&name, &written(to, &tagged))?;
            match to.quiet() {
                true => Ok(()),
                false => to.line(&format!("wrote {}", printable(&path))),
            }
        })
    }
}

/// A document as TimeML; what it could not take over is told.
fn written(to: &Messages, tagged: &Tagged) -> String {
    let made = timeml(tagged);
    if made.replaced > 0 {
        let message = match made.replaced {
            1 => "1 character that XML cannot hold was replaced".to_owned(),
            n => format!("{n} characters that XML cannot hold were replaced"),
        };
        to.warn(&tagged.document.source, &message);
    }
    made.xml
}

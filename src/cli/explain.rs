use super::Outcome;
use super::message::{Ink, Messages, Stop, printable};
use super::options::ReadingArgs;
use clap::Args;
use dateline::document::Document;
use dateline::resolve::When;
use dateline::time::Moment;
use dateline::{Tagged, rules, tag};

const EXAMPLES: &str = "\
Examples:
  dateline explain \"last Friday\" --published 2025-01-27
  dateline explain \"The council will vote on Friday.\" --published 2025-01-27
  dateline explain 03/04/2025 --day-first";

/// Show how a phrase is read and resolved, step by step, with its other readings
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Explain {
    /// A time expression, alone or in its sentence
    #[arg(value_name = "PHRASE", allow_hyphen_values = true)]
    phrase: String,
    #[command(flatten)]
    reading: ReadingArgs,
}

impl Explain {
    pub fn run(&self, to: &Messages) -> Result<Outcome, Stop> {
        let options = self.reading.options()?.text_only(true);
        let tagged = tag(Document::from_text("phrase", &self.phrase), &options);
        for warning in &tagged.warnings {
            to.warn("phrase", &warning.message);
        }
        if tagged.mentions.is_empty() {
            to.warn(
                "phrase",
                "no time expression found; a word like “may” or “second” needs its sentence, and `dateline rules` \
                 lists all that is read",
            );
        }
        for i in 0..tagged.mentions.len() {
            if i > 0 {
                to.line("")?;
            }
            show(to, &tagged, i)?;
        }
        to.flush()?;
        Ok(Outcome::Done)
    }
}

fn show(to: &Messages, tagged: &Tagged, i: usize) -> Result<(), Stop> {
    let (Some(mention), Some(when)) = (tagged.mentions.get(i), tagged.whens.get(i)) else {
        return Ok(());
    };
    let words = tagged
        .document
        .text
        .get(mention.range.clone())
        .unwrap_or_default();
    to.line(&to.ink(Ink::Bold, &format!("t{}  “{}”", i + 1, printable(words))))?;
    let row = |label: &str, words: &str| to.line(&format!("  {label:<9} {}", printable(words)));
    let says = rules::all()
        .find(|r| r.name == mention.rule)
        .map_or("", |r| r.says);
    row("read", &format!("{}: {says}", mention.rule))?;
    for why in &when.why {
        row(why.step(), &why.note())?;
    }
    row("value", &value(when))?;
    match (when.start, when.end) {
        (Some(start), Some(end)) => row("from", &format!("{start} up to, not including, {end}"))?,
        (Some(start), None) => row("from", &format!("{start} on"))?,
        (None, Some(end)) => row("up to", &format!("{end}, not included"))?,
        (None, None) => row("from", "it has no place of its own on the axis")?,
    }
    if !when.stated.is_empty() {
        row("stated", &parts(&when.stated))?;
    }
    if !when.inferred.is_empty() {
        row("inferred", &parts(&when.inferred))?;
    }
    for other in &when.alternatives {
        let end = |m: Option<Moment>| m.map_or("open".to_owned(), |m| m.to_string());
        let span = format!("{} to {}", end(other.start), end(other.end));
        row("or", &format!("{} ({span}): {}", other.value, other.note))?;
    }
    Ok(())
}

fn value(when: &When) -> String {
    let mut out = vec![code(&when.kind)];
    out.extend(when.grain.map(|g| g.word().to_owned()));
    out.extend(when.modifier.as_ref().map(code));
    format!("{} ({})", when.value, out.join(", "))
}

fn parts(parts: &[dateline::resolve::Part]) -> String {
    parts.iter().map(code).collect::<Vec<_>>().join(", ")
}

/// As the JSON writes it.
fn code(name: &impl serde::Serialize) -> String {
    let written = serde_json::to_value(name).unwrap_or_default();
    written.as_str().unwrap_or_default().to_owned()
}

//! `eval --links` and `eval --entries`: how well dates are tied to events, and how well what the entries say stands.

use super::Outcome;
use super::eval::{Eval, stop};
use super::message::{Ink, Messages, Stop, printable};
use dateline::check::{EntryError, Half, LinkError, evaluate_entries, evaluate_links};
use serde::Serialize;

#[derive(Serialize)]
struct LinksJson<'a> {
    schema: &'static str,
    docs: usize,
    made: usize,
    judged: usize,
    within: usize,
    gold: usize,
    precision: f64,
    recall: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<&'a LinkError>>,
}

impl Eval {
    pub(super) fn run_links(&self, to: &Messages, half: Option<Half>) -> Result<Outcome, Stop> {
        let score = evaluate_links(&self.gold, half).map_err(stop)?;
        if score.gold == 0 {
            let message = "no TLINK between an EVENT and a TIMEX3 of one sentence in the texts that were read, so there is nothing to compare with";
            to.warn(&self.gold.display().to_string(), message);
        }
        if self.json {
            let json = LinksJson {
                schema: dateline::timeline::SCHEMA,
                docs: score.documents,
                made: score.made,
                judged: score.judged,
                within: score.right,
                gold: score.gold,
                precision: score.precision(),
                recall: score.recall(),
                errors: self.errors.then(|| score.sorted_errors()),
            };
            to.line(&serde_json::to_string_pretty(&json).map_err(Stop::failed)?)?;
        } else {
            if self.errors {
                for e in score.sorted_errors() {
                    let head = format!(
                        "{:<6} {}@{}  “{}” and “{}”",
                        e.kind, e.document, e.start, e.text, e.event
                    );
                    to.line(&printable(&head))?;
                    to.line(&to.ink(Ink::Dim, &format!("       {}", printable(&e.context))))?;
                }
            }
            to.line(&format!(
                "docs {}  pairs made {}  judged {}  within {}  gold within {}",
                score.documents, score.made, score.judged, score.right, score.gold
            ))?;
            to.line(&format!(
                "precision {:6.2}  recall {:6.2}",
                score.precision(),
                score.recall()
            ))?;
        }
        to.flush()?;
        Ok(Outcome::Done)
    }
}

#[derive(Serialize)]
struct EntriesJson<'a> {
    schema: &'static str,
    docs: usize,
    entries: usize,
    verbless: usize,
    long: usize,
    sound: usize,
    sound_rate: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<&'a [EntryError]>,
}

impl Eval {
    pub(super) fn run_entries(&self, to: &Messages, half: Option<Half>) -> Result<Outcome, Stop> {
        let score = evaluate_entries(&self.gold, half).map_err(stop)?;
        if self.json {
            let json = EntriesJson {
                schema: dateline::timeline::SCHEMA,
                docs: score.documents,
                entries: score.entries,
                verbless: score.verbless,
                long: score.long,
                sound: score.sound,
                sound_rate: score.sound_rate(),
                errors: self.errors.then_some(&score.errors),
            };
            to.line(&serde_json::to_string_pretty(&json).map_err(Stop::failed)?)?;
        } else {
            if self.errors {
                for e in &score.errors {
                    let line = format!("{:<11} {}@{}  {}", e.fault.word(), e.document, e.start, e.entry);
                    to.line(&printable(&line))?;
                }
            }
            to.line(&format!(
                "docs {}  entries {}  without a verb in their sentence {}  over 40 words {}  standing alone {} ({:.2} %)",
                score.documents,
                score.entries,
                score.verbless,
                score.long,
                score.sound,
                score.sound_rate()
            ))?;
        }
        to.flush()?;
        Ok(Outcome::Done)
    }
}

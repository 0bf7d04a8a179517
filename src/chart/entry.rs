//! An event's words: its statement, what the text said, and how its date was worked out.

use super::clean::clean;
use super::words::alternative_words;
use crate::time::Moment;
use crate::timeline::{Certainty, DocumentInfo, Event};

/// How many other readings are named beside an event; all of them are in its `<title>`.
const NAMED: usize = 2;

/// A statement with all the words that go with it.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The event's id.
    pub id: String,
    /// Its statement, cleaned.
    pub statement: String,
    /// The words of the text, in quotes, and other readings.
    pub phrase: String,
    /// Everything, for the tooltip.
    pub title: String,
    /// How sure the date is.
    pub certainty: Certainty,
    /// Which of the documents tells it; `None` when several do or none is named.
    pub source: Option<usize>,
    /// `data-start`, `data-end`, `data-grain`.
    pub data: [String; 3],
}

/// Whether the other readings are as good, so that the chart itself shows them. Readings that merely lost, as the
/// coming Friday does to a story of the past, stay in the mark's title.
pub(super) fn rivals(event: &Event) -> bool {
    event.certainty != Certainty::Inferred
}

/// The words of an event whose date has been put into words already.
pub(super) fn entry(event: &Event, date: &str, documents: &[DocumentInfo]) -> Entry {
    let like = event.when.start.or(event.when.end).map(Moment::day);
    let statement = clean(&event.headline());
    let mut phrase = clean(&event.phrase);
    if phrase.is_empty() {
        let words: Vec<String> = event.mentions.iter().map(|m| clean(&m.text)).collect();
        phrase = words.join(" … ");
    }
    let mut title = format!("{date} — {statement}");
    if let Some(who) = &event.attribution {
        title.push_str(&format!(" (according to {})", clean(&who.text)));
    }
    let mut parts = Vec::new();
    if !phrase.is_empty() {
        parts.push(format!("“{phrase}”"));
        title.push_str(&format!("\nIn the text: “{phrase}”"));
    }
    for step in &event.why {
        let note = clean(&step.note);
        match step.rule.as_deref().map(clean) {
            Some(rule) if note.is_empty() => title.push_str(&format!("\n{}: {rule}", clean(&step.step))),
            Some(rule) => title.push_str(&format!("\n{}: {note} ({rule})", clean(&step.step))),
            None => title.push_str(&format!("\n{}: {note}", clean(&step.step))),
        }
    }
    for (i, other) in event.alternatives.iter().enumerate() {
        let words = match (other.start, other.end) {
            (Some(a), Some(b)) => alternative_words(a, b, event.when.grain, &other.value, like),
            _ => other.value.clone(),
        };
        let words = clean(&words);
        let note = clean(&other.note);
        let note = if note.is_empty() {
            note
        } else {
            format!(" ({note})")
        };
        title.push_str(&format!("\nor {words}{note}"));
        if !rivals(event) {
            continue;
        }
        if i < NAMED {
            parts.push(format!("or {words}"));
        } else if i == NAMED {
            parts.push("…".into());
        }
    }
    for conflict in &event.conflicts {
        let conflict = clean(conflict);
        title.push_str(&format!("\nbut {conflict}"));
        parts.push(format!("but {conflict}"));
    }
    let end = |m: Option<Moment>| m.map(|m| m.to_string()).unwrap_or_default();
    Entry {
        id: clean(&event.id),
        statement,
        phrase: parts.join(" · "),
        title,
        certainty: event.certainty,
        source: match event.sources.as_slice() {
            [one] => documents.iter().position(|d| d.id == *one),
            _ => None,
        },
        data: [
            end(event.when.start),
            end(event.when.end),
            event.when.grain.word().into(),
        ],
    }
}

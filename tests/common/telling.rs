//! Sentences and the events that they are told in.
#![allow(dead_code)]

use dateline::document::Document;
use dateline::timeline::{Event, Timeline, TimelineRequest, timeline};
use dateline::{Options, tag};

/// A sentence, and for each of its events in the order of time: what it says, how it lies to its date, from, to.
pub type Case = (
    &'static str,
    &'static [(&'static str, &'static str, &'static str)],
);

/// The timeline of a text that was published on Monday, 27 January 2025.
pub fn told(text: &str) -> Timeline {
    let options = Options::new().published("2025-01-27".parse().unwrap());
    let doc = Document::from_text("note", text);
    timeline(&[tag(doc, &options)], &TimelineRequest::default())
}

/// From where to where an event lies.
pub fn place(e: &Event) -> String {
    let end = |m: Option<dateline::time::Moment>| m.map_or_else(|| "..".to_owned(), |m| m.to_string());
    format!("{} {}", end(e.when.start), end(e.when.end))
}

/// How it lies to its date.
pub fn relation(e: &Event) -> String {
    format!("{:?}", e.relation).to_lowercase()
}

/// The cases that come out otherwise.
pub fn unlike(cases: &[Case]) -> String {
    let mut wrong = String::new();
    for (text, want) in cases {
        let got: Vec<(String, String, String)> = told(text)
            .events
            .iter()
            .map(|e| (e.statement.clone(), relation(e), place(e)))
            .collect();
        let want: Vec<_> = want
            .iter()
            .map(|(s, r, p)| (s.to_string(), r.to_string(), p.to_string()))
            .collect();
        if got != want {
            wrong += &format!("{text}\n  got  {got:?}\n  want {want:?}\n");
        }
    }
    wrong
}

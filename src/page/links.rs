use super::article::Article;
use crate::timeline::{Certainty, Event, Timeline};
use std::collections::{HashMap, HashSet};

/// Which words belong to which events, and under which ids either stands on the page.
pub(super) struct Links<'t> {
    several: bool,
    /// By document and mark: the events that hang on it, in the order of time.
    events: HashMap<(usize, String), Vec<&'t Event>>,
    /// By event id: its marks on this page.
    marks: HashMap<&'t str, Vec<(usize, String)>>,
    documents: HashMap<&'t str, usize>,
}

impl<'t> Links<'t> {
    pub fn new(timeline: &'t Timeline, articles: &[Article]) -> Links<'t> {
        let documents: HashMap<_, _> = timeline
            .documents
            .iter()
            .enumerate()
            .map(|(i, d)| (d.id.as_str(), i))
            .collect();
        let mut links = Links {
            several: timeline.documents.len().max(articles.len()) > 1,
            events: HashMap::new(),
            marks: HashMap::new(),
            documents,
        };
        let marked: HashSet<(usize, &str)> = articles
            .iter()
            .enumerate()
            .flat_map(|(i, a)| a.marks.iter().map(move |m| (i, m.id.as_str())))
            .collect();
        for event in &timeline.events {
            for mention in &event.mentions {
                let Some((document, mark)) = mention.id.split_once('.') else {
                    continue;
                };
                let Some(&i) = links.documents.get(document) else {
                    continue;
                };
                let key = (i, mark.to_owned());
                links.events.entry(key.clone()).or_default().push(event);
                if marked.contains(&(i, mark)) {
                    links.marks.entry(&event.id).or_default().push(key);
                }
            }
        }
        links
    }

    /// The place of a document in the timeline's list.
    pub fn document(&self, id: &str) -> Option<usize> {
        self.documents.get(id).copied()
    }

    /// The events that hang on a mark.
    pub fn events(&self, document: usize, mark: &str) -> &[&'t Event] {
        let key = (document, mark.to_owned());
        self.events.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The id of a mark.
    pub fn mark(&self, document: usize, mark: &str) -> String {
        match self.several {
            true => format!("d{}-{mark}", document + 1),
            false => mark.to_owned(),
        }
    }

    /// The ids of an event's marks.
    pub fn marks(&self, event: &Event) -> Vec<String> {
        let marks = self.marks.get(event.id.as_str());
        marks
            .into_iter()
            .flatten()
            .map(|(i, mark)| self.mark(*i, mark))
            .collect()
    }

    /// The class of what comes from one document alone, for the filter by source.
    pub fn source_class(&self, sources: &[String]) -> Option<String> {
        match sources {
            [one] if self.several => Some(format!("from-{}", self.document(one)? + 1)),
            _ => None,
        }
    }

    /// The classes that filters look for.
    pub fn classes(&self, event: &Event) -> String {
        let mut classes = event.certainty.word().to_owned();
        if let Some(source) = self.source_class(&event.sources) {
            classes.push(' ');
            classes.push_str(&source);
        }
        classes
    }
}

/// The id of an event on the page: its own. One that somebody invented gets a prefix, so that it can't be the id of
/// anything else here.
pub(super) fn event_id(id: &str) -> String {
    let ours = id
        .strip_prefix('e')
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    if ours { id.to_owned() } else { format!("ev-{id}") }
}

/// The id of the account of how its date was worked out.
pub(super) fn why_id(id: &str) -> String {
    format!("why-{id}")
}

pub(super) fn certainty_words(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "stated in full",
        Certainty::Inferred => "completed from the context",
        Certainty::Ambiguous => "another date fits as well",
    }
}

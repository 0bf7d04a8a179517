//! What colours stand for: how sure a date is, or which document tells it.

use super::clean::clean;
use super::entry::Entry;
use super::items::Group;
use super::options::{ChartColor, ChartOptions};
use super::theme::{NEUTRAL, TONES, Tone};
use crate::timeline::{Certainty, Timeline};

/// Documents that get a colour of their own, in the order of the colours.
const SOURCES: [Tone; 5] = [TONES[0], TONES[2], TONES[4], TONES[3], TONES[1]];

/// What the colours of a chart stand for.
#[derive(Debug, Clone, Default)]
pub(super) struct Paint {
    /// The documents' names, when colours stand for them.
    sources: Option<Vec<String>>,
}

impl Paint {
    /// As the options say; without a word from them, documents where there are several.
    pub fn new(timeline: &Timeline, options: &ChartOptions) -> Paint {
        let by_source = match options.color {
            Some(color) => color == ChartColor::Source,
            None => timeline.documents.len() > 1,
        };
        let names = || timeline.documents.iter().map(|d| clean(&d.name)).collect();
        Paint {
            sources: by_source.then(names),
        }
    }

    /// Whether colours stand for documents.
    pub fn by_source(&self) -> bool {
        self.sources.is_some()
    }

    /// The colour of a statement.
    pub fn entry(&self, entry: &Entry) -> Tone {
        match self.sources {
            Some(_) => entry.source.map_or(NEUTRAL, source),
            None => of(entry.certainty),
        }
    }

    /// The colour of a date: that of its statements where they agree.
    pub fn group(&self, group: &Group) -> Tone {
        let mut tones = group.entries.iter().map(|e| self.entry(e));
        match tones.next() {
            Some(first) if tones.all(|t| t == first) => first,
            _ => NEUTRAL,
        }
    }

    /// The colour of a certainty's symbol in the legend.
    pub fn certainty(&self, certainty: Certainty) -> Tone {
        match self.sources {
            Some(_) => NEUTRAL,
            None => of(certainty),
        }
    }

    /// The colour of a document.
    pub fn document(&self, index: usize) -> Tone {
        match self.sources {
            Some(_) => source(index),
            None => NEUTRAL,
        }
    }

    /// The colours of documents that occur among some groups, with their words; what shares a colour shares a line.
    pub fn legend(&self, groups: &[&Group]) -> Vec<(Tone, String)> {
        let Some(names) = &self.sources else {
            return Vec::new();
        };
        let entries = || groups.iter().flat_map(|g| &g.entries);
        let occurs = |i: usize| entries().any(|e| e.source == Some(i));
        let own = names.iter().enumerate().take(SOURCES.len());
        let mut found: Vec<_> = own
            .filter(|(i, _)| occurs(*i))
            .map(|(i, name)| (source(i), name.clone()))
            .collect();
        if entries().any(|e| e.source.is_none_or(|i| i >= SOURCES.len())) {
            let words = if found.is_empty() {
                "no single source"
            } else {
                "another source, or several"
            };
            found.push((NEUTRAL, words.to_owned()));
        }
        found
    }
}

fn source(index: usize) -> Tone {
    SOURCES.get(index).copied().unwrap_or(NEUTRAL)
}

fn of(certainty: Certainty) -> Tone {
    match certainty {
        Certainty::Stated => TONES[2],
        Certainty::Inferred => TONES[0],
        Certainty::Ambiguous => TONES[4],
    }
}

use crate::Tagged;
use crate::document::{Block, Document};
use crate::timeline::Timeline;
use std::collections::BTreeMap;
use std::ops::Range;

/// A text with its time expressions marked: what a [`Timeline`] does not hold and a page shows beside it.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Article {
    /// The text.
    pub text: String,
    /// Headlines, paragraphs, items; between them only white space.
    pub blocks: Vec<Block>,
    /// Its time expressions, in the order of the text, apart from one another.
    pub marks: Vec<Mark>,
}

/// A time expression in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mark {
    /// `t7`, as the JSON counts them.
    pub id: String,
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Its TIMEX3 value, where it has one.
    pub value: String,
    /// Whether it dates the document or a section of it.
    pub is_date_line: bool,
}

impl Article {
    /// The text of a document that was read, with every expression found in it.
    pub fn of(tagged: &Tagged) -> Article {
        let marks = tagged.mentions.iter().zip(&tagged.whens).enumerate();
        let marks = marks.map(|(i, (mention, when))| Mark {
            id: format!("t{}", i + 1),
            range: mention.range.clone(),
            value: when.value.clone(),
            is_date_line: tagged.date_lines.contains(&i),
        });
        Article {
            text: tagged.document.text.clone(),
            blocks: tagged.document.blocks.clone(),
            marks: marks.collect(),
        }
    }

    /// The text of a timeline's document as `events --with-text` stores it. Only the expressions that events hang on
    /// are marked in it, and of those only the ones whose words still stand where they stood.
    pub fn stored(timeline: &Timeline, document: &str, text: &str) -> Article {
        let lead = format!("{document}.");
        let mut found = BTreeMap::new();
        for mention in timeline.events.iter().flat_map(|e| &e.mentions) {
            if let Some(id) = mention.id.strip_prefix(&lead) {
                found.insert(mention.span, (id, mention.text.as_str()));
            }
        }
        let ends: Vec<usize> = found.keys().flatten().copied().collect();
        let places = bytes_of(text, &ends);
        let mut marks: Vec<Mark> = Vec::new();
        for (place, (id, words)) in places.chunks(2).zip(found.into_values()) {
            let &[start, end] = place else { continue };
            let follows = marks.last().is_none_or(|m| m.range.end <= start);
            if follows && text.get(start..end) == Some(words) && !words.is_empty() {
                marks.push(Mark {
                    id: id.to_owned(),
                    range: start..end,
                    value: String::new(),
                    is_date_line: false,
                });
            }
        }
        let document = Document::from_text("", text);
        Article {
            text: document.text,
            blocks: document.blocks,
            marks,
        }
    }
}

/// The byte places of character places, in the order asked for; what lies beyond the text is its end.
pub(super) fn bytes_of(text: &str, chars: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..chars.len()).collect();
    order.sort_by_key(|&i| chars[i]);
    let mut places = vec![text.len(); chars.len()];
    let mut wanted = order.into_iter().peekable();
    for (n, (byte, _)) in text.char_indices().enumerate() {
        while let Some(i) = wanted.next_if(|&i| chars[i] <= n) {
            places[i] = byte;
        }
        if wanted.peek().is_none() {
            break;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_characters() {
        assert_eq!(bytes_of("é–x", &[2, 0, 1, 9, 3]), [5, 0, 2, 6, 6]);
        assert_eq!(bytes_of("", &[0, 4]), [0, 0]);
    }
}

//! Which word each date of a text belongs to, whether or not the date has a place on the axis.

use super::beside::beside;
use super::group::subject;
use super::noun::{Dated, dated};
use super::phrase::{Phrase, phrase};
use super::scene::Scene;
use super::{LONGEST, clause, governor};
use crate::tagged::Tagged;
use crate::text::{Class, Token};
use std::ops::Range;

/// A date and the word that happened in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DateLink {
    /// The mention, by its place in [`Tagged::mentions`].
    pub mention: usize,
    /// Its sentence, by its place in [`Tagged::sentences`].
    pub sentence: usize,
    /// The token that it belongs to: the last verb of the verb group that governs it, or the noun that it describes.
    pub head: usize,
    /// All tokens of that group or noun.
    pub tokens: Range<usize>,
}

/// The dates of a document that say when something happened, each with the verb or noun that did, in the order of the
/// text. Left out are dates that only bound it ("since", "by", "before"), that something is compared with, and those
/// of things that do not happen.
pub fn date_links(tagged: &Tagged) -> Vec<DateLink> {
    let mut links = Vec::new();
    for (i, sentence) in tagged.sentences.iter().enumerate() {
        let at = |token: usize| tagged.mentions.partition_point(|m| m.tokens.start < token);
        let dates = at(sentence.tokens.start)..at(sentence.tokens.end);
        if dates.is_empty() || sentence.tokens.len() > LONGEST {
            continue;
        }
        let s = Scene::new(
            &tagged.document.text,
            &tagged.tokens,
            &tagged.mentions,
            sentence.tokens.clone(),
            dates.clone(),
        );
        let clauses = clause::clauses(&s);
        links.extend(dates.filter_map(|mention| link(tagged, &s, &clauses, mention, i)));
    }
    links
}

fn link(
    tagged: &Tagged,
    s: &Scene,
    clauses: &[clause::Clause],
    mention: usize,
    sentence: usize,
) -> Option<DateLink> {
    let m = s.mentions.get(mention)?;
    if m.tokens.start < s.range.start {
        return None;
    }
    let words = phrase(s, mention, mention);
    if bounds(s, &words) {
        return None;
    }
    if words.of_noun && words.owned {
        match dated(s, m.tokens.start, m.tokens.end) {
            Dated::Happening(noun, _) if subject(s, &noun) => {}
            Dated::Happening(noun, head) => {
                return Some(DateLink {
                    mention,
                    sentence,
                    head,
                    tokens: noun,
                });
            }
            Dated::Measure => {}
            Dated::Thing => return None,
        }
    }
    let governed = governor::governor(s, clauses, &words.tokens)?;
    let group = s.groups.get(governed.group)?;
    if beside(tagged, s, clauses, mention, Some(group)).is_some() {
        return None;
    }
    Some(DateLink {
        mention,
        sentence,
        head: group.head,
        tokens: group.tokens.clone(),
    })
}

/// Whether the words before the date say that it only bounds what happened.
fn bounds(s: &Scene, phrase: &Phrase) -> bool {
    phrase.tokens.clone().take(3).any(|i| {
        matches!(
            s.class(i),
            Class::Since
                | Class::From
                | Class::Until
                | Class::Through
                | Class::By
                | Class::Before
                | Class::After
                | Class::Than
        ) && s.date_at(i).is_none()
    })
}

/// The tokens of a stretch of bytes.
pub(crate) fn tokens_of(tokens: &[Token], bytes: &Range<usize>) -> Range<usize> {
    let start = tokens.partition_point(|t| t.end as usize <= bytes.start);
    let end = tokens.partition_point(|t| (t.start as usize) < bytes.end);
    start..end.max(start)
}

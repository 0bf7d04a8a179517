//! Which word each date of a text belongs to, whether or not the date has a place on the axis.

use super::bounding::before_date;
use super::group::alone;
use super::relation::relation;
use super::scene::Scene;
use super::{LONGEST, Relation, clause};
use crate::tagged::Tagged;
use std::ops::Range;

/// A date and the word that happened in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DateLink {
    /// The mention, by its place in [`Tagged::mentions`].
    pub mention: usize,
    /// The token that it belongs to: the last verb of the verb group that governs it, or the noun that it describes.
    pub head: usize,
    /// All tokens of that group, or of that noun with what hangs on it.
    pub tokens: Range<usize>,
}

/// The dates of a document that say when something happened, each with the verb or noun that did, in the order of the
/// text: as [`super::statements`] ties them, each by itself. Left out are dates that only bound it ("since", "by",
/// "before"), that something is compared with, and those of things that do not happen.
pub fn date_links(tagged: &Tagged) -> Vec<DateLink> {
    let mut links = Vec::new();
    for sentence in &tagged.sentences {
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
            None,
        );
        let clauses = clause::clauses(&s);
        links.extend(dates.filter_map(|mention| link(tagged, &s, &clauses, mention)));
    }
    links
}

fn link(tagged: &Tagged, s: &Scene, clauses: &[clause::Clause], mention: usize) -> Option<DateLink> {
    // A place line's date is not the sentence's.
    s.mentions
        .get(mention)
        .filter(|m| m.tokens.start >= s.range.start)?;
    let unit = alone(tagged, s, clauses, mention)?;
    let (relation, _) = relation(tagged, s, &unit.dates, &unit.phrase, false, false);
    if !matches!(relation, Relation::Within | Relation::Throughout) {
        return None;
    }
    // "idle since the fire in May": it burned in May.
    let bounding = before_date(s, unit.phrase.tokens.start).and_then(|b| b.noun);
    let (head, tokens) = match (unit.noun, bounding) {
        (Some(noun), _) => (noun.head, noun.words),
        (None, Some(head)) => (head, head..head + 1),
        (None, None) => {
            let group = s.groups.get(unit.governed?.group)?;
            (group.head, group.tokens.clone())
        }
    };
    Some(DateLink {
        mention,
        head,
        tokens,
    })
}

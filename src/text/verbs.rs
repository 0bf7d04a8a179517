//! Verb groups: "opened", "had been closed", "will hold", "is due to arrive", "to pay", "sending". Found by a list of
//! verbs with their forms, by endings, and by what stands left and right of a word that could also be a noun.

use super::Token;
use super::verb_reader::Reader;
use std::ops::Range;

/// Which side of now a verb group points to, as far as its own words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerbTense {
    /// "left", "was held", "has said", "would have left".
    Past,
    /// "leaves", "is held".
    Present,
    /// "will leave", "is due to leave", "may leave".
    Future,
}

/// What a verb group can be in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerbKind {
    /// It makes a clause with its subject.
    Finite,
    /// "to pay"
    Infinitive,
    /// "sending", "built by"
    Participle,
}

/// A verb group: from its first auxiliary to its main verb, and an infinitive that follows directly.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerbGroup {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its last verb.
    pub head: usize,
    /// What it can be in its clause.
    pub kind: VerbKind,
    /// Which side of now it points to.
    pub tense: VerbTense,
    /// It tells of saying.
    pub says: bool,
    /// It tells of what lasts: "reigned", "has worked", "was ruled".
    pub lasts: bool,
    /// It puts something off: "was postponed", "extended".
    pub defers: bool,
    /// It is under way: "is meeting", "were being held".
    pub progressive: bool,
    /// The auxiliary that it shares with a group before "and": "will sink and burn".
    pub(super) shared: Option<Range<usize>>,
    /// It could be a participle or a noun as well: no auxiliary and no form of its own tells.
    pub(super) weak: Weak,
}

impl VerbGroup {
    /// Whether it is a lone past form that could be a participle as well: "sold", "charged".
    pub fn participle(&self) -> bool {
        self.weak == Weak::Past
    }

    /// The auxiliary, by its tokens, that it shares with a group before "and": "will sink and burn".
    pub fn shared(&self) -> Option<Range<usize>> {
        self.shared.clone()
    }
}

/// Why a group could be something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weak {
    /// It is what it is.
    No,
    /// "built", "closed": a past or a participle.
    Past,
    /// "plans", "work": a verb or a noun; how much speaks for the verb.
    Noun(i8),
}

/// The verb groups of a sentence, given by its tokens, in order. The tokens of `dates` are
/// no verbs.
pub fn verb_groups(
    text: &str,
    tokens: &[Token],
    sentence: Range<usize>,
    dates: impl IntoIterator<Item = Range<usize>>,
) -> Vec<VerbGroup> {
    let r = Reader::new(text, tokens, sentence.clone(), dates);
    let mut groups = Vec::new();
    let mut i = sentence.start;
    while i < sentence.end {
        match r.group(i) {
            Some(g) => {
                i = g.tokens.end.max(i + 1);
                groups.push(g);
            }
            None => i += 1,
        }
    }
    r.settle(groups)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lex;

    fn groups(text: &str) -> Vec<(String, VerbKind, VerbTense)> {
        let tokens = lex(text);
        verb_groups(text, &tokens, 0..tokens.len(), [])
            .into_iter()
            .map(|g| {
                let bytes = tokens[g.tokens.start].start as usize..tokens[g.tokens.end - 1].end as usize;
                (text[bytes].to_owned(), g.kind, g.tense)
            })
            .collect()
    }

    /// The finite groups alone.
    fn finite(text: &str) -> Vec<(String, VerbTense)> {
        groups(text)
            .into_iter()
            .filter(|(_, k, _)| *k == VerbKind::Finite)
            .map(|(w, _, t)| (w, t))
            .collect()
    }

    #[test]
    fn groups_with_their_tense() {
        use VerbTense::{Future, Past, Present};
        for (text, want, tense) in [
            ("The ferry sank", "sank", Past),
            ("The ferry had been moved", "had been moved", Past),
            ("The ferry will not sail", "will not sail", Future),
            ("The ferry is due to sail", "is due to sail", Future),
            ("The ferry is to be sold", "is to be sold", Future),
            ("The ferry may be sold", "may be sold", Future),
            ("The ferry didn’t sail", "didn’t sail", Past),
            ("The ferry won’t sail", "won’t sail", Future),
            ("The ferry expects guests", "expects", Present),
            ("The ferry should have sailed", "should have sailed", Past),
            ("The ferry has always been slow", "has always been", Past),
            ("The pilot promises to return", "promises to return", Future),
            ("They’ve left", "ve left", Past),
        ] {
            assert_eq!(finite(text), [(want.to_owned(), tense)], "{text}");
        }
    }

    #[test]
    fn nouns_and_participles_are_no_verbs() {
        for (text, want) in [
            ("The report named the pilot", vec!["named"]),
            ("The council votes to close the pier", vec!["votes to close"]),
            (
                "Load tests start at noon and may be repeated",
                vec!["start", "may be repeated"],
            ),
            (
                "A letter sent to the mayor did not arrive",
                vec!["did not arrive"],
            ),
            ("The damaged pier was closed", vec!["was closed"]),
            ("Letters attributed to Hale said so", vec!["said"]),
            ("It named people wounded in the fire", vec!["named"]),
            ("The pier, built by Hale, was closed", vec!["was closed"]),
            (
                "It showed that the rate for men declined to four",
                vec!["showed", "declined"],
            ),
            ("Hale, meanwhile, objected to it", vec!["objected"]),
            ("They each reported growing doubts", vec!["reported"]),
            ("Its planned move was slow", vec!["was"]),
            ("The U.S. maintains it", vec!["maintains"]),
            ("Two would-be robbers fired", vec!["fired"]),
            ("They also hold shares", vec!["hold"]),
            ("The council on Friday met", vec!["met"]),
            ("The mill, built in stone, burned", vec!["burned"]),
            ("Its plans for the market", vec![]),
            ("Prices of ships in the ports", vec![]),
        ] {
            let found: Vec<String> = finite(text).into_iter().map(|(w, _)| w).collect();
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn infinitives_and_participles() {
        let kinds: Vec<_> = groups("After selling the mill he moved north to work")
            .into_iter()
            .map(|(w, k, _)| (w, k))
            .collect();
        assert_eq!(
            kinds,
            [
                ("selling".to_owned(), VerbKind::Participle),
                ("moved".to_owned(), VerbKind::Finite),
                ("to work".to_owned(), VerbKind::Infinitive)
            ]
        );
    }
}

//! Verb groups: "opened", "had been closed", "will hold", "is due to arrive", "to pay", "sending". Found by a list of
//! verbs with their forms, by endings, and by what stands left and right of a word that could also be a noun.

use super::verb_reader::Reader;
use super::{Class, Token};
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
    /// Its main verb.
    pub head: usize,
    /// What it can be in its clause.
    pub kind: VerbKind,
    /// Which side of now it points to.
    pub tense: VerbTense,
    /// It tells of saying.
    pub says: bool,
    /// It tells of what lasts: "reigned", "has worked", "was ruled".
    pub lasts: bool,
    /// It could be a participle or a noun as well: no auxiliary and no form of its own tells.
    pub(super) weak: Weak,
}

impl VerbGroup {
    /// Whether it is a lone past form that could be a participle as well: "sold", "charged".
    pub fn participle(&self) -> bool {
        self.weak == Weak::Past
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

/// The verb groups of a sentence, given by its tokens, in order. Tokens for which `skip` holds (those of dates) are
/// no verbs.
pub fn verb_groups(
    text: &str,
    tokens: &[Token],
    sentence: Range<usize>,
    skip: impl Fn(usize) -> bool,
) -> Vec<VerbGroup> {
    let r = Reader::new(text, tokens, sentence.clone(), &skip);
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

impl Reader<'_> {
    /// Settles what could be a participle or a noun by what else the sentence holds.
    fn settle(&self, mut groups: Vec<VerbGroup>) -> Vec<VerbGroup> {
        // Nouns first. One that much speaks for is a verb; else the likeliest before the first verb without a subject
        // of its own ("Tests start at noon and may be repeated"), or of a sentence without any other verb.
        let score = |g: &VerbGroup| match g.weak {
            Weak::Noun(n) => n,
            _ => i8::MAX,
        };
        let sure = |g: &VerbGroup| g.kind == VerbKind::Finite && score(g) >= 5;
        let first = groups.iter().position(sure);
        let lacks = first.is_none_or(|k| self.shares_subject(groups[k].tokens.start));
        let best = (0..first.unwrap_or(groups.len()))
            .filter(|&k| lacks && score(&groups[k]) > 0 && matches!(groups[k].weak, Weak::Noun(_)))
            .max_by_key(|&k| (score(&groups[k]), std::cmp::Reverse(k)));
        let mut keep = vec![true; groups.len()];
        for k in 0..groups.len() {
            let near = |o: Option<&VerbGroup>, from: usize, to: usize| {
                o.is_some_and(|o| sure(o) && !self.parted(from.min(to), from.max(to)))
            };
            let alone = !near(
                k.checked_sub(1).and_then(|b| groups.get(b)),
                k.checked_sub(1).map_or(0, |b| groups[b].tokens.end),
                groups[k].tokens.start,
            ) && !near(
                groups.get(k + 1),
                groups[k].tokens.end,
                groups.get(k + 1).map_or(0, |n| n.tokens.start),
            );
            keep[k] = score(&groups[k]) >= 5 || best == Some(k) || (score(&groups[k]) >= 4 && alone);
        }
        let mut kept = keep.iter();
        groups.retain(|_| *kept.next().unwrap_or(&true));
        self.participles(&mut groups);
        groups
    }

    /// Whether "and" stands right before the verb group.
    fn shares_subject(&self, start: usize) -> bool {
        match self.before(start) {
            Class::And => true,
            _ => start >= 2 && self.word(start - 1).ends_with("ly") && self.class(start - 2) == Class::And,
        }
    }

    /// Whether a conjunction or a mark parts two groups into stretches that each may have a verb.
    fn parted(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| self.parts(i))
    }

    fn parts(&self, i: usize) -> bool {
        matches!(
            self.class(i),
            Class::And
                | Class::Or
                | Class::Conjunction
                | Class::That
                | Class::Semicolon
                | Class::Comma
                | Class::Dash
                | Class::Colon
                | Class::Quote
                | Class::As
                | Class::After
                | Class::Before
                | Class::Since
                | Class::Until
        )
    }

    /// "A report released on Friday did not say …": a past form without a helper is a participle where it describes
    /// a noun: the object of the verb before, or the subject of the one behind.
    fn participles(&self, groups: &mut [VerbGroup]) {
        // The last finite group before `k`, and the first of all: what lies before `k` is settled.
        let (mut prev, mut first) = (None, None);
        // Whether the first is in a relative clause; up to where a mark that parts was looked for, and the last one.
        let mut inserted_first = None;
        let (mut searched, mut mark) = (0, None);
        for k in 0..groups.len() {
            if let Some(b) = k.checked_sub(1).filter(|&b| groups[b].kind == VerbKind::Finite) {
                prev = Some(b);
                first = first.or(prev);
            }
            if groups[k].weak != Weak::Past
                || groups[k].kind != VerbKind::Finite
                || self.core_says(&groups[k])
            {
                continue;
            }
            let (start, end) = (groups[k].tokens.start, groups[k].tokens.end);
            let next = groups
                .get(k + 1..)
                .and_then(|rest| rest.iter().find(|g| g.kind == VerbKind::Finite));
            let follows = self.class(end);
            let preposition = matches!(
                follows,
                Class::In
                    | Class::On
                    | Class::At
                    | Class::By
                    | Class::From
                    | Class::For
                    | Class::To
                    | Class::With
                    | Class::During
                    | Class::Since
                    | Class::After
                    | Class::Before
                    | Class::Preposition
                    | Class::As
                    | Class::Comma
            ) || ((self.skip)(end) && self.sentence.contains(&end));
            let before = self.before(start);
            let noun_before = matches!(
                before,
                Class::Word
                    | Class::Counted
                    | Class::Label
                    | Class::Unit
                    | Class::Number
                    | Class::NumberWord
                    | Class::Close
                    | Class::Vague
                    | Class::These
                    | Class::Recent
            );
            let object = prev.map(|p| &groups[p]).is_some_and(|p| {
                let from = p.tokens.end;
                !p.says && noun_before && preposition && from < start && {
                    let fresh = (from.max(searched)..start).rev().find(|&i| self.parts(i));
                    mark = fresh.or(mark);
                    searched = start;
                    mark.is_none_or(|m| m < from)
                }
            });
            let subject = preposition
                && noun_before
                && next.is_some_and(|n| {
                    n.weak != Weak::Past
                        && !self.parted(end, n.tokens.start)
                        && self.before(n.tokens.start) != Class::Pronoun
                });
            let double = before == Class::Hyphen && start >= 2 && self.class(start - 2) == Class::Hyphen;
            // "Hale, based in Leeds, said"; but "The shop, which opened in May, closed on Friday".
            let inserted = prev.is_some()
                && prev == first
                && *inserted_first
                    .get_or_insert_with(|| prev.is_some_and(|p| self.relative(groups[p].tokens.start)));
            let aside = (double || matches!(before, Class::Comma | Class::Dash | Class::Open))
                && preposition
                && follows != Class::Comma
                && (next.is_some() || !inserted);
            let asked = before == Class::Conjunction
                && [
                    "when", "While", "When", "while", "if", "If", "although", "Although", "though", "Though",
                    "unless", "Unless",
                ]
                .contains(&self.word(start - 1));
            let opener = start == self.sentence.start || before == Class::Break || asked;
            let after_preposition = matches!(
                before,
                Class::After | Class::Before | Class::In | Class::Of | Class::From
            );
            let phrase = noun_before
                && preposition
                && (prev.is_some() || next.is_some())
                && self.in_prepositional_phrase(start);
            if phrase || object || subject || aside || (opener && next.is_some()) || after_preposition {
                groups[k].kind = VerbKind::Participle;
            }
        }
    }

    /// "according to a notice sent to the members": the noun before is the object of a preposition, so it is no
    /// subject.
    fn in_prepositional_phrase(&self, start: usize) -> bool {
        for back in 1..=5 {
            let Some(i) = start.checked_sub(back) else {
                return false;
            };
            match self.class(i) {
                Class::Word
                | Class::Counted
                | Class::Label
                | Class::Number
                | Class::NumberWord
                | Class::Hyphen => {}
                Class::The | Class::A | Class::These | Class::This => {
                    return matches!(
                        self.before(i),
                        Class::In
                            | Class::On
                            | Class::At
                            | Class::By
                            | Class::Of
                            | Class::With
                            | Class::From
                            | Class::To
                            | Class::For
                            | Class::Preposition
                    );
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether the first finite group, which starts here, stands in a relative clause.
    fn relative(&self, start: usize) -> bool {
        (self.sentence.start + 1..start).any(|i| {
            matches!(self.class(i), Class::Conjunction | Class::That) && self.before(i) != Class::Break
        })
    }

    /// "said" and "told" are hardly ever participles.
    fn core_says(&self, g: &VerbGroup) -> bool {
        matches!(
            self.word(g.head),
            "said" | "told" | "announced" | "warned" | "stated"
        ) && self.class(g.tokens.end) != Class::By
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lex;

    fn groups(text: &str) -> Vec<(String, VerbKind, VerbTense)> {
        let tokens = lex(text);
        verb_groups(text, &tokens, 0..tokens.len(), |_| false)
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

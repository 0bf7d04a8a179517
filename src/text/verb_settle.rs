//! What could be a participle or a noun, settled by what else the sentence holds.

use super::Class;
use super::verb_reader::Reader;
use super::verb_words::Form;
use super::verbs::{VerbGroup, VerbKind, VerbTense, Weak};

/// Between two commas, they part no verb from its subject.
const RESUMED: &[&str] = &[
    "however",
    "meanwhile",
    "meantime",
    "though",
    "therefore",
    "instead",
    "too",
    "then",
    "moreover",
    "nevertheless",
];

impl Reader<'_> {
    /// Settles what could be a participle or a noun by what else the sentence holds.
    pub fn settle(&self, mut groups: Vec<VerbGroup>) -> Vec<VerbGroup> {
        self.share(&mut groups);
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
        // "bring it back"
        groups.retain(|g| {
            let object = ["it", "them", "him", "her", "me", "us"];
            let back = g.tokens.len() == 1 && self.word(g.head) == "back" && g.head > self.sentence.start;
            !(back && object.contains(&self.word(g.head - 1)))
        });
        // "which last ran in 1951", "last seen on Friday"
        let adverb = |b: &VerbGroup, n: &VerbGroup| {
            b.tokens.end == n.tokens.start && n.tense == VerbTense::Past && self.word(b.head) == "last"
        };
        if let Some(k) = groups
            .windows(2)
            .position(|w| w[0].tokens.len() == 1 && adverb(&w[0], &w[1]))
        {
            groups.remove(k);
        }
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
            if groups[k].weak != Weak::Past || groups[k].kind != VerbKind::Finite {
                continue;
            }
            if prev.is_none() && self.between_commas(groups, k) {
                groups[k].kind = VerbKind::Participle;
                continue;
            }
            if self.core_says(&groups[k]) {
                continue;
            }
            // "The road stays shut"
            if k.checked_sub(1)
                .is_some_and(|b| groups[b].tokens.end == groups[k].tokens.start && self.stays(groups[b].head))
            {
                groups[k].kind = VerbKind::Participle;
                continue;
            }
            // "will start getting hurt", "got sold": what "get" stands before is done to its subject.
            if k.checked_sub(1).is_some_and(|b| {
                groups[b].tokens.end == groups[k].tokens.start
                    && ["get", "gets", "got", "getting"].contains(&self.word(groups[b].head))
            }) {
                groups[k].kind = VerbKind::Participle;
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
                    | Class::About
                    | Class::Of
                    | Class::Over
                    | Class::Under
                    | Class::Within
                    | Class::Through
                    | Class::Comma
            ) || (self.dated(end) && self.sentence.contains(&end));
            // "The council on Friday met": a date parts no verb from its subject.
            let dated = self.dated(start.saturating_sub(1)) && start > self.sentence.start;
            // "the quarter ended December 31": a period and its last day
            let closes = dated && self.word(start) == "ended" && self.dated(end);
            let before = match self.behind_subject(start) {
                Some(at) if dated => self.before(at),
                _ => self.before(start),
            };
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
                    (n.weak != Weak::Past || self.core_says(n))
                        && !self.parted(end, n.tokens.start)
                        && self.before(n.tokens.start) != Class::Pronoun
                });
            let double = before == Class::Hyphen && start >= 2 && self.class(start - 2) == Class::Hyphen;
            // "Hale, based in Leeds, said"; but "The shop, which opened in May, closed on Friday".
            let inserted = prev.is_some()
                && prev == first
                && *inserted_first
                    .get_or_insert_with(|| prev.is_some_and(|p| self.relative(groups[p].tokens.start)));
            // "Hale, meanwhile, objected to it"
            let resumed = before == Class::Comma
                && start >= self.sentence.start + 3
                && self.class(start - 3) == Class::Comma
                && (self.word(start - 2).ends_with("ly") || RESUMED.contains(&self.word(start - 2)));
            let aside = !resumed
                && (double || matches!(before, Class::Comma | Class::Dash | Class::Open))
                && preposition
                && follows != Class::Comma
                && (next.is_some() || !inserted);
            let asked = before == Class::Conjunction
                && [
                    "when", "While", "When", "while", "if", "If", "although", "Although", "though", "Though",
                    "unless", "Unless",
                ]
                .contains(&self.word(start - 1));
            let opener = start == self.sentence.start || before == Class::Break && !dated || asked;
            let after_preposition = matches!(
                before,
                Class::After | Class::Before | Class::In | Class::Of | Class::From
            );
            let phrase = noun_before
                && preposition
                && (prev.is_some() || next.is_some())
                && self.in_prepositional_phrase(start);
            // "The pier built by his father is gone"; but "prices dropped by a third".
            let agent = follows == Class::By
                && (noun_before || before == Class::Comma)
                && (prev.is_some() || next.is_some())
                && !matches!(
                    self.class(end + 1),
                    Class::Number
                        | Class::NumberWord
                        | Class::Money
                        | Class::Half
                        | Class::About
                        | Class::Nearly
                )
                && !self.form(end + 1).has(Form::ING);
            // "The people wounded in May"; but "the ship that the crew sank in May"
            let lacks = (preposition || matches!(follows, Class::Break | Class::Stop))
                && noun_before
                && (prev.is_some() || next.is_some())
                && self.form(groups[k].head).has(Form::OBJECT)
                && !self.opened(start, prev.map_or(self.sentence.start, |p| groups[p].tokens.end));
            // "Her ship, named Orlan, sank"
            let named = before == Class::Comma
                && next.is_some()
                && ["named", "called", "nicknamed"].contains(&self.word(start));
            // "Rates declined in May": what takes no object describes no noun before it.
            let describes = !self.form(groups[k].head).has(Form::NO_OBJECT)
                && (phrase || object || subject || aside || agent || named || lacks);
            if describes || closes || (opener && next.is_some()) || after_preposition {
                groups[k].kind = VerbKind::Participle;
            }
        }
    }

    /// Whether a word that opens a clause stands between `from` and a verb, not farther than a subject reaches.
    fn opened(&self, start: usize, from: usize) -> bool {
        /// A subject of more words is taken for none.
        const SUBJECT: usize = 12;
        (from.max(start.saturating_sub(SUBJECT))..start)
            .any(|i| matches!(self.class(i), Class::Conjunction | Class::That))
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
                            | Class::Under
                            | Class::Over
                            | Class::About
                            | Class::Through
                            | Class::Within
                            | Class::During
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

    /// "The plant, announced in June, was to open", "built in 1988 and bought in 2016": behind the only comma before it,
    /// and with a verb right behind the next comma. What the speaker is stands before a comma too, but "said" never tells
    /// of a thing, and the others do with a date.
    fn between_commas(&self, groups: &[VerbGroup], k: usize) -> bool {
        let (mut start, end) = (groups[k].tokens.start, groups[k].tokens.end);
        let comma = |i: &usize| self.class(*i) == Class::Comma;
        let dated = self.dated(end) || self.dated(end + 1);
        let joined = |g: &VerbGroup| g.weak == Weak::Past && self.before(g.tokens.start) == Class::And;
        let next = groups
            .get(k + 1..)
            .and_then(|rest| rest.iter().find(|g| g.kind == VerbKind::Finite && !joined(g)));
        // "last seen", "first sold"
        let adverb =
            |i: usize| self.class(i) == Class::Last || ["first", "once", "twice"].contains(&self.word(i));
        if start > self.sentence.start && adverb(start - 1) {
            start -= 1;
        }
        let coordinated = self.before(start) == Class::And
            && k.checked_sub(1).is_some_and(|b| {
                groups[b].kind == VerbKind::Participle && self.behind_one_comma(groups[b].tokens.start)
            });
        let told = !self.core_says(&groups[k]) || dated && self.word(groups[k].head) != "said";
        told && !self.form(groups[k].head).has(Form::NO_OBJECT)
            && (coordinated || self.behind_one_comma(start))
            && next.is_some_and(|n| {
                self.before(n.tokens.start) == Class::Comma
                    && (end..n.tokens.start).filter(comma).count() == 1
                    && !(end..n.tokens.start)
                        .any(|i| matches!(self.class(i), Class::Conjunction | Class::That))
            })
    }

    /// Whether the only comma of the sentence so far stands before a place.
    fn behind_one_comma(&self, start: usize) -> bool {
        let comma = |i: &usize| self.class(*i) == Class::Comma;
        self.before(start) == Class::Comma && (self.sentence.start..start).filter(comma).count() == 1
    }

    /// "said" and "told" are hardly ever participles.
    fn core_says(&self, g: &VerbGroup) -> bool {
        matches!(
            self.word(g.head),
            "said" | "told" | "announced" | "warned" | "stated"
        ) && self.class(g.tokens.end) != Class::By
    }
}

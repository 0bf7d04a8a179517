//! What is asked for or wished: "Ask me next month", "I would do it again tomorrow". Nothing is said to have happened
//! then, or to be going to.

use super::scene::Scene;
use crate::resolve::Part;
use crate::tagged::Tagged;
use crate::text::{Class, VerbGroup, VerbTense, bare_verb};
use crate::time::Grain;

/// Whether the date says when somebody is asked to do something, or would do it.
pub(super) fn wished(tagged: &Tagged, s: &Scene, mention: usize) -> bool {
    let Some(first) = s.mentions.get(mention).map(|m| m.tokens.start) else {
        return false;
    };
    // "People would come here in the 1990s": what is over by its own words is asked of nobody.
    let published = tagged.published.as_ref().map(|p| p.date);
    let over = tagged.whens.get(mention).is_some_and(|w| {
        let year = w.stated.contains(&Part::Year) || w.grain.is_some_and(|g| g >= Grain::Year);
        year && w.end.zip(published).is_some_and(|(end, p)| end.day() <= p)
    });
    if over {
        return false;
    }
    let quoted = s.quoted(first);
    let opens = |i: usize| s.class(i) == Class::Quote;
    let from = match (s.range.start..first).rev().find(|&i| opens(i)) {
        Some(quote) if quoted => quote + 1,
        _ => s.range.start,
    };
    quoted && asked(s, from, first) || conditional(s, from, first, quoted)
}

/// "Please come back on Friday", "Let us meet in May": a bare verb opens what is said.
fn asked(s: &Scene, from: usize, date: usize) -> bool {
    let mut at = from;
    while ["please", "just", "so", "and", "but", "then", "do", "don"]
        .iter()
        .any(|w| s.says(at, w))
        || matches!(s.class(at), Class::Comma | Class::Not | Class::Apostrophe)
        || s.says(at, "t") && s.before(at) == Class::Apostrophe
    {
        at += 1;
    }
    let word = s.word(at);
    let opened = s.capital(at) || at > from;
    let bare = bare_verb(word) || LEADING.iter().any(|w| word.eq_ignore_ascii_case(w));
    let let_us = s.says(at, "let");
    let finite = |g: &VerbGroup| (at + 1..date).contains(&g.tokens.start);
    let told = s
        .finite()
        .any(|g| finite(&s.groups[g]) && s.groups[g].tokens.start != at);
    let parted = |i| matches!(s.class(i), Class::Comma | Class::That | Class::Conjunction);
    at < date && opened && bare && (let_us || !told) && !(at + 1..date).any(parted)
}

/// Bare verbs that are nouns as well, where nobody is named before them.
const LEADING: &[&str] = &[
    "call", "visit", "vote", "look", "try", "come", "wait", "meet", "see", "watch", "stop",
];

/// "I would do it again tomorrow": not "He said he would come", which tells a plan.
fn conditional(s: &Scene, from: usize, date: usize, quoted: bool) -> bool {
    let would = |g: &VerbGroup| g.tokens.clone().any(|i| s.says(i, "would") || s.says(i, "d"));
    let before = |g: &&VerbGroup| (from..date).contains(&g.tokens.start);
    let groups: Vec<&VerbGroup> = s.finite().map(|g| &s.groups[g]).filter(before).collect();
    let Some(last) = groups.last().filter(|g| would(g)) else {
        return false;
    };
    let told = groups.iter().any(|g| g.tense == VerbTense::Past && !would(g));
    let subject = last.tokens.start.checked_sub(1);
    let own = subject.is_some_and(|i| s.says(i, "i") || s.says(i, "we"));
    !told && (quoted || own)
}

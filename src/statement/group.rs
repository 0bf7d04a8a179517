//! Which dates of a sentence make one event together.

use super::beside::{beside, denied};
use super::clause::Clause;
use super::governor::{Governed, governor};
use super::join;
use super::noun::{Dated, Noun, dated};
use super::phrase::{Phrase, phrase};
use super::relation::Dates;
use super::scene::Scene;
use crate::resolve::TimexType;
use crate::rules::{Link, Meaning};
use crate::tagged::Tagged;
use std::ops::Range;

/// The dates of one event, their words, and the verb group that they belong to.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub dates: Dates,
    pub phrase: Phrase,
    /// The words of the dates beside it.
    pub more: Vec<Phrase>,
    pub governed: Option<Governed>,
    /// The date stands before a noun that happens: the words of that noun.
    pub noun: Option<Noun>,
    /// Another date shares its clause, so that no clause says when: the whole sentence tells it, dates and all.
    pub whole: bool,
}

impl Unit {
    /// Of words that are no date themselves.
    pub fn of_phrase(phrase: Phrase, governed: Governed) -> Unit {
        Unit {
            dates: Dates {
                first: usize::MAX,
                last: None,
                beside: Vec::new(),
                day: None,
                listed: false,
            },
            phrase,
            more: Vec::new(),
            governed: Some(governed),
            noun: None,
            whole: false,
        }
    }
}

/// What the dates of a sentence come to.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub units: Vec<Unit>,
    /// Dates that have a place and make no event, and why.
    pub passed: Vec<(usize, &'static str)>,
}

/// Whether a mention can carry an event: it has a place, and is no length, set, reference or date line.
pub(super) fn placed(tagged: &Tagged, mention: usize) -> bool {
    let (Some(m), Some(w)) = (tagged.mentions.get(mention), tagged.whens.get(mention)) else {
        return false;
    };
    let length = w.kind == TimexType::Duration && !portion(&m.meaning);
    w.is_placed()
        && tagged.date_lines.binary_search(&mention).is_err()
        && !length
        && w.kind != TimexType::Set
        && !matches!(m.meaning, Meaning::Reference(_))
}

/// "the first nine months of 2024", "the past two weeks" are written as lengths, but have their place.
fn portion(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Portion { .. } | Meaning::Stretch { .. } => true,
        Meaning::Within(a, b) => portion(a) || portion(b),
        Meaning::Modified(_, m) => portion(m),
        _ => false,
    }
}

/// The events that the dates of a sentence make, in the order of the text.
pub(super) fn units(tagged: &Tagged, s: &Scene, clauses: &[Clause]) -> Found {
    let mut found = Found::default();
    let mut i = s.dates.start;
    while i < s.dates.end {
        // "MARBURY, Oct 12 —": the place line's date is not the sentence's.
        if s.mentions[i].tokens.start < s.range.start {
            i += 1;
            continue;
        }
        let mut last = None;
        if s.mentions[i].link == Link::Begin && i + 1 < s.dates.end && s.mentions[i + 1].link == Link::End {
            last = Some(i + 1);
        }
        let both = placed(tagged, i) && last.is_none_or(|l| placed(tagged, l));
        let unit = if both {
            Some(unit(s, clauses, i, last))
        } else {
            [Some(i), last]
                .into_iter()
                .flatten()
                .find(|&k| placed(tagged, k))
                .map(|one| unit(s, clauses, one, None))
        };
        if let Some(u) = unit {
            take(tagged, s, clauses, u, &mut found);
        }
        i = last.unwrap_or(i) + 1;
    }
    // A date that only describes a noun is not asked where another date says when it happened.
    if found.units.iter().any(|u| !u.phrase.of_noun) {
        found.units.retain(|u| !u.phrase.of_noun || u.noun.is_some());
    }
    let units = join::lists(tagged, s, join::ended(tagged, found.units));
    found.units = join::joined(tagged, s, clauses, units);
    found
}

/// What one date belongs to, by itself; `None` where it says nothing about when something happened.
pub(super) fn alone(tagged: &Tagged, s: &Scene, clauses: &[Clause], mention: usize) -> Option<Unit> {
    let mut found = Found::default();
    take(tagged, s, clauses, unit(s, clauses, mention, None), &mut found);
    found.units.pop()
}

/// Adds a date to those that make events, or to those that do not.
fn take(tagged: &Tagged, s: &Scene, clauses: &[Clause], mut u: Unit, found: &mut Found) {
    let first = u.dates.first;
    let verb = u.governed.and_then(|g| s.groups.get(g.group));
    if let Some(why) = beside(tagged, s, clauses, first, verb) {
        found.passed.push((first, why));
        return;
    }
    // "not in 1990 but in 1995": the first goes with the second.
    if let Some((not, but)) = first
        .checked_sub(1)
        .filter(|p| s.dates.contains(p))
        .and_then(|p| denied(s, p))
        && but < u.phrase.tokens.start
        && u.phrase.tokens.start <= but + 2
    {
        u.phrase.tokens.start = not;
        if let Some(cut) = &mut u.phrase.cut {
            cut.start = not;
        }
    }
    if u.phrase.of_noun && u.phrase.owned {
        let last = u.dates.last.unwrap_or(first);
        match dated(s, s.mentions[first].tokens.start, s.mentions[last].tokens.end) {
            // "The 1953 flood drowned 47 people": what is said of it is said of then.
            Dated::Happening(noun) if subject(s, &noun.words) => {}
            Dated::Happening(noun) => u.noun = Some(noun),
            Dated::Measure => {}
            Dated::Thing => {
                found
                    .passed
                    .push((first, "it describes a noun, not when the sentence happened"));
                return;
            }
        }
    }
    found.units.push(u);
}

/// Whether the words are the subject of the verb right behind them.
fn subject(s: &Scene, words: &Range<usize>) -> bool {
    let verb = s
        .finite()
        .map(|g| &s.groups[g])
        .find(|g| g.tokens.start >= words.end);
    let first = !s.finite().any(|g| s.groups[g].tokens.end <= words.start);
    first && verb.is_some_and(|v| v.tokens.start == words.end && !v.says)
}

fn unit(s: &Scene, clauses: &[Clause], first: usize, last: Option<usize>) -> Unit {
    let phrase = phrase(s, first, last.unwrap_or(first));
    Unit {
        governed: governor(s, clauses, &phrase.tokens),
        phrase,
        dates: Dates {
            first,
            last,
            beside: Vec::new(),
            day: None,
            listed: false,
        },
        more: Vec::new(),
        noun: None,
        whole: false,
    }
}

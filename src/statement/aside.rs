//! What stands between two commas behind a subject: "The plant, announced in June, was to open in May" tells that the
//! plant was announced, and when.

use super::clause::{Clause, Kind};
use super::entry::Pieces;
use super::group::Unit;
use super::phrase::takes_date;
use super::scene::Scene;
use crate::text::{Class, VerbGroup, VerbKind};
use std::ops::Range;

/// A participle between commas with its date, told of the subject before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aside {
    /// The subject, and the words of the aside.
    pub pieces: Pieces,
    /// The helper that the words leave out, before the token where the aside begins: the one word of a statement that
    /// is not its source's.
    pub helper: (usize, &'static str),
}

/// Words of a plan: what is listed for a day is not listed then.
const PLANS: &[&str] = &[
    "listed",
    "scheduled",
    "planned",
    "booked",
    "slated",
    "set",
    "fixed",
    "timetabled",
    "pencilled",
    "billed",
    "tabled",
    "expected",
    "forecast",
    "earmarked",
    "reserved",
    "intended",
    "meant",
    "due",
];

/// Whether the group says for when something is meant: "listed for 6 June". What is so planned lies in the date, not the
/// planning.
pub(super) fn planned(s: &Scene, group: usize, date: &Range<usize>) -> bool {
    let leads = matches!(s.class(date.start), Class::For | Class::To);
    s.groups
        .get(group)
        .is_some_and(|g| (leads || s.says(g.head, "due")) && g.tokens.end <= date.start && plans(s, g))
}

/// Whether the group is one of planning.
pub(super) fn plans(s: &Scene, g: &VerbGroup) -> bool {
    g.tokens.clone().any(|i| PLANS.contains(&s.word(i)))
}

/// The aside of a date, if it makes a statement of its own.
pub(super) fn passive(s: &Scene, clauses: &[Clause], unit: &Unit) -> Option<Aside> {
    let governed = unit.governed?;
    let group = s.groups.get(governed.group)?;
    let clause = clauses.get(governed.clause)?;
    let verb = s.groups.get(clause.verb?)?;
    let date = &unit.phrase.tokens;
    let comma = behind_comma(s, group.tokens.start)?;
    let past = group.kind == VerbKind::Participle
        && group.tokens.len() == 1
        && !s.word(group.head).ends_with("ing")
        && !s.says(group.head, "based");
    let told = matches!(clause.kind, Kind::Main | Kind::Content)
        && verb.tokens.start > date.end
        && !s.quoted(group.tokens.start)
        && !unit.whole;
    // "closed since 2019" tells of now, "listed for 6 June" of a plan.
    let lasts = (group.tokens.end..date.start).any(|i| matches!(s.class(i), Class::Since | Class::Until))
        || matches!(
            s.class(date.start),
            Class::Since | Class::Until | Class::From | Class::For
        );
    if !past || !told || lasts || planned(s, governed.group, date) || unit.dates.last.is_some() {
        return None;
    }
    let subject = subject(s, clause.body..comma)?;
    // "published in 1964 and ignored for four years": the date is that of the first.
    let closes = |i: usize| matches!(s.class(i), Class::Comma | Class::And | Class::Or);
    let end = (group.tokens.end..verb.tokens.start).find(|&i| closes(i) && s.date_at(i).is_none())?;
    let told = comma + 1..end;
    let other = (told.clone()).any(|i| {
        let other = s.groups.iter().any(|g| g.tokens.contains(&i) && g != group);
        let date_there = s.date_at(i).is_some() && !date.contains(&i);
        other || date_there
    });
    if other || date.end > told.end {
        return None;
    }
    let many = match s.class(verb.tokens.start) {
        // The verb that follows tells.
        _ if ["were", "are", "have"]
            .iter()
            .any(|w| s.says(verb.tokens.start, w)) =>
        {
            true
        }
        Class::Was | Class::Is | Class::Have => false,
        _ => plural(s, &subject),
    };
    let helper = if many { "were" } else { "was" };
    Some(Aside {
        helper: (told.start, helper),
        pieces: Pieces(vec![subject, told]),
    })
}

/// The comma that an aside opens with, an adverb between them at most: ", first announced".
fn behind_comma(s: &Scene, start: usize) -> Option<usize> {
    let adverb = |i: usize| {
        s.word(i).ends_with("ly")
            || s.class(i) == Class::Last
            || ["first", "later", "once", "twice"].iter().any(|w| s.says(i, w))
    };
    let comma = if start > s.range.start && adverb(start - 1) {
        start - 1
    } else {
        start
    }
    .checked_sub(1)?;
    (s.class(comma) == Class::Comma && comma > s.range.start).then_some(comma)
}

/// The words before an aside, where they are a subject and nothing else.
fn subject(s: &Scene, mut words: Range<usize>) -> Option<Range<usize>> {
    while words.start < words.end
        && matches!(
            s.class(words.start),
            Class::Quote | Class::And | Class::Conjunction
        )
    {
        words.start += 1;
    }
    let first = s.class(words.start);
    let begins = matches!(
        first,
        Class::The | Class::A | Class::This | Class::These | Class::That | Class::NumberWord | Class::Number
    ) || first == Class::Pronoun && words.len() > 1
        || s.capital(words.start) && !takes_date(first) && first != Class::Preposition;
    let plain = |i: usize| {
        s.date_at(i).is_none()
            && !matches!(
                s.class(i),
                Class::Comma
                    | Class::Colon
                    | Class::Semicolon
                    | Class::Dash
                    | Class::Conjunction
                    | Class::Open
            )
            // "a fishing boat"
            && !s.groups.iter().any(|g| g.tokens.contains(&i) && !s.word(i).ends_with("ing"))
    };
    let fine = (1..=12).contains(&words.len()) && begins && words.clone().all(plain);
    (fine && words.clone().any(|i| s.nominal(i) || s.capital(i))).then_some(words)
}

/// Whether a subject is more than one, by the last word of its own before a preposition.
fn plural(s: &Scene, subject: &Range<usize>) -> bool {
    const MANY: &[&str] = &[
        "people", "men", "women", "children", "police", "both", "all", "many", "few", "several",
    ];
    let joins = |i: usize| {
        takes_date(s.class(i))
            || matches!(
                s.class(i),
                Class::Of | Class::To | Class::With | Class::Preposition
            )
    };
    let end = subject
        .clone()
        .find(|&i| i > subject.start && joins(i))
        .unwrap_or(subject.end);
    let own = subject.start..end;
    if own.clone().any(|i| s.class(i) == Class::And) {
        return true;
    }
    let Some(last) = own.clone().next_back() else {
        return false;
    };
    let word = s.word(last);
    let counted = own.clone().any(|i| {
        matches!(
            s.class(i),
            Class::NumberWord | Class::Number | Class::These | Class::Vague
        ) && !s.says(i, "one")
    });
    let ending = word.ends_with('s')
        && !["ss", "us", "is", "ics", "ews"].iter().any(|e| word.ends_with(e))
        // A name is one: "Reuters", "James".
        && !s.capital(last);
    counted || ending || MANY.contains(&word) || MANY.iter().any(|w| s.says(own.start, w))
}

/// "The bridge, open since 1932, will close": a date that belongs to an aside without a verb, and dates nothing else.
pub(super) fn holds_date(s: &Scene, clauses: &[Clause], unit: &Unit) -> bool {
    let date = &unit.phrase.tokens;
    let Some(clause) = unit.governed.and_then(|g| clauses.get(g.clause)) else {
        return false;
    };
    let Some(verb) = clause.verb.and_then(|v| s.groups.get(v)) else {
        return false;
    };
    let mut commas = (clause.body..date.start)
        .rev()
        .filter(|&i| s.class(i) == Class::Comma);
    let Some(comma) = commas.next() else {
        return false;
    };
    let word = |i: usize| {
        s.date_at(i).is_none()
            && (s.nominal(i) || s.capital(i) || matches!(s.class(i), Class::Word | Class::Expected))
    };
    s.class(date.end) == Class::Comma
        && verb.tokens.start > date.end
        && (comma + 1..date.start).any(word)
        && subject(s, clause.body..comma).is_some()
        && !s
            .groups
            .iter()
            .any(|g| (comma..date.end).contains(&g.tokens.start) && !s.says(g.head, "due"))
}

/// The words of an aside with a participle that a date before `end` belongs to, commas and all: what has lost its date
/// says nothing.
pub(super) fn around(s: &Scene, from: usize, date: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let comma = (from..date.start).rev().find(|&i| s.class(i) == Class::Comma)?;
    let close = (date.end..end).find(|&i| s.class(i) == Class::Comma)?;
    let participle = s
        .groups
        .iter()
        .any(|g| g.tokens.start == comma + 1 && g.kind == VerbKind::Participle);
    participle.then_some(comma..close + 1)
}

/// The subject that a clause with "which" hangs on where it is more than a name: "the price of cocoa, which has doubled".
/// A second noun that an article or a name makes its own could be meant as well.
pub(super) fn of_relative(s: &Scene, clauses: &[Clause], relative: usize) -> Option<Range<usize>> {
    let clause = clauses.get(relative)?;
    let host = clauses.get(clause.host?)?;
    let comma = clause.tokens.start;
    let words = subject(s, host.body..comma).filter(|_| s.class(comma) == Class::Comma)?;
    let second = (words.start + 1..words.end).find(|&i| takes_date(s.class(i)) || s.class(i) == Class::Of)?;
    let bare = (second + 1..words.end).all(|i| s.class(i) == Class::Word && !s.capital(i));
    (s.says(comma + 1, "which") && bare && second + 1 < words.end).then_some(words)
}

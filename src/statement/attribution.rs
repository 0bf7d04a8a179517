//! Who says so, where the sentence tells it plainly.

use super::clause::{Clause, Kind};
use super::phrase::takes_date;
use super::scene::Scene;
use crate::text::{Class, VerbGroup, VerbKind};
use std::ops::Range;

/// Words that tell of saying whatever stands around them; the others do with a clause or a quotation only.
const PLAIN: &[&str] = &[
    "said",
    "says",
    "say",
    "told",
    "tells",
    "announced",
    "announces",
    "stated",
    "states",
    "warned",
    "warns",
    "confirmed",
    "confirms",
    "denied",
    "denies",
    "testified",
    "reported",
    "reports",
    "insisted",
    "declared",
    "predicted",
    "acknowledged",
];

/// Whether the group is an act of saying here.
pub(super) fn reports(s: &Scene, clauses: &[Clause], group: usize, clause: usize) -> bool {
    let g = &s.groups[group];
    if !g.says || g.kind != VerbKind::Finite {
        return false;
    }
    let takes_content = clauses
        .get(clause + 1)
        .is_some_and(|c| c.kind == Kind::Content && c.tokens.start >= g.tokens.end);
    let c = &clauses[clause];
    let quotes = c.kind == Kind::Tail || c.tokens.clone().any(|i| s.class(i) == Class::Quote);
    takes_content || quotes || g.tokens.clone().any(|i| PLAIN.contains(&s.word(i)))
}

/// The subject right before a verb of saying, or right behind it in a tail ("said the harbour master").
pub(super) fn speaker(s: &Scene, clause: &Clause) -> Option<Range<usize>> {
    let g = &s.groups[clause.verb?];
    // "was quoted at 87 cents", "was announced": what was said, not who said it; but "was quoted as saying".
    let passive = g
        .tokens
        .clone()
        .any(|i| i < g.head && matches!(s.class(i), Class::Was | Class::Is | Class::Be | Class::Been))
        && !s.word(g.head).ends_with("ing");
    if passive && !s.says(g.tokens.end, "as") {
        return None;
    }
    let inverted = headline(s, clause, g)
        || clause.kind == Kind::Tail && !(clause.body..g.tokens.start).any(|i| s.nominal(i) || s.capital(i));
    let range = if inverted {
        let end = (g.tokens.end..clause.tokens.end)
            .find(|&i| {
                matches!(
                    s.class(i),
                    Class::Stop | Class::Semicolon | Class::Conjunction | Class::Quote | Class::That
                )
            })
            .unwrap_or(clause.tokens.end);
        g.tokens.end..end
    } else {
        clause.body..g.tokens.start
    };
    named(s, range)
}

/// "Second bridge ‘not before 2030’, says minister": what is said stands before the comma, who says it behind the verb,
/// and no stop ends the line.
fn headline(s: &Scene, clause: &Clause, g: &VerbGroup) -> bool {
    let end = clause.tokens.end;
    let behind = g.tokens.end..end;
    let speaks = ["says", "say", "said", "warns", "claims"].contains(&s.word(g.head));
    let first = g.tokens.start;
    let comma = s.before(first) == Class::Comma || s.before(first.saturating_sub(1)) == Class::Comma;
    speaks
        && comma
        && (1..=8).contains(&behind.len())
        && s.class(end - 1) != Class::Stop
        && end == s.range.end
        && behind.clone().any(|i| s.nominal(i) || s.capital(i))
        && !s.groups.iter().any(|o| behind.contains(&o.tokens.start))
}

/// "Bridge to close on Friday, says mayor", "Bridge to close, council warns": where who says it begins, and who it is.
/// Before it stands no finite verb, and no stop ends the line.
pub(super) fn headline_tail(s: &Scene, clause: &Clause) -> Option<(usize, Range<usize>)> {
    let g = s.groups.get(clause.verb?).filter(|g| g.says)?;
    let comma = (clause.body..g.tokens.start)
        .rev()
        .find(|&i| matches!(s.class(i), Class::Comma | Class::Quote))?;
    let last = g.tokens.end == s.range.end;
    let before = comma + 1..g.tokens.start;
    let who = if headline(s, clause, g) {
        named(s, g.tokens.end..clause.tokens.end)
    } else if last && (1..=6).contains(&before.len()) {
        named(s, before)
    } else {
        None
    };
    let first = s.finite().next() == clause.verb;
    who.filter(|_| first).map(|who| (comma, who))
}

/// Without dates and marks around it; nothing without a name, a noun or a pronoun, or with too many words.
fn named(s: &Scene, mut range: Range<usize>) -> Option<Range<usize>> {
    let loose = |i: usize| {
        s.date_at(i).is_some()
            || matches!(
                s.class(i),
                Class::Comma
                    | Class::Quote
                    | Class::Apostrophe
                    | Class::On
                    | Class::In
                    | Class::At
                    | Class::And
                    | Class::Stop
                    | Class::Conjunction
                    | Class::Dash
                    | Class::Break
            )
            || s.word(i).eq_ignore_ascii_case("but")
    };
    // "A: The landlord said": who is interviewed stands before the colon.
    if let Some(c) = range.clone().rev().find(|&i| s.class(i) == Class::Colon) {
        range.start = c + 1;
    }
    // "On Friday, in a report, the ministry said": the subject is what stands behind the last comma before the verb,
    // unless an apposition closes there.
    if let Some(c) = range.clone().rev().find(|&i| s.class(i) == Class::Comma)
        && matches!(
            s.class(range.start),
            Class::In
                | Class::At
                | Class::On
                | Class::As
                | Class::During
                | Class::After
                | Class::Preposition
                | Class::With
        )
    {
        range.start = c + 1;
    }
    // "Opening the hearing, the coroner, Ruth Amell, said"
    let leads = s
        .groups
        .iter()
        .any(|g| g.tokens.start == range.start && g.kind == VerbKind::Participle);
    if leads && let Some(c) = range.clone().find(|&i| s.class(i) == Class::Comma) {
        range.start = c + 1;
    }
    while !range.is_empty() && loose(range.start) {
        range.start += 1;
    }
    // "Mr. Schwarz also said": the adverb is no part of the name.
    let adverb = |i: usize| {
        [
            "also", "then", "later", "earlier", "still", "even", "again", "now", "has", "had",
        ]
        .contains(&s.word(i))
            || (s.word(i).len() > 4 && s.word(i).ends_with("ly") && !s.capital(i))
    };
    while !range.is_empty() && (loose(range.end - 1) || adverb(range.end - 1)) {
        range.end -= 1;
    }
    // "said the leader, Ann Dorey, elected the previous May"
    let told_of = s.groups.iter().find_map(|g| {
        let comma = g.tokens.start.checked_sub(1)?;
        let aside = g.kind == VerbKind::Participle && s.class(comma) == Class::Comma;
        (aside && range.start < comma && range.contains(&g.tokens.start)).then_some(comma)
    });
    if let Some(comma) = told_of.filter(|_| s.groups.iter().any(|g| g.says && g.tokens.end <= range.start)) {
        range.end = comma;
    }
    // "After doctors said so, he left": no part of a speaker.
    let led = matches!(
        s.class(range.start),
        Class::After
            | Class::Before
            | Class::Since
            | Class::Until
            | Class::As
            | Class::With
            | Class::For
            | Class::From
            | Class::By
            | Class::During
            | Class::Than
            | Class::Of
            | Class::To
            | Class::Preposition
    ) || range
        .clone()
        .any(|i| s.class(i) == Class::Conjunction && !["who", "whose"].contains(&s.word(i)));
    let fine = !led
        && range.clone().any(|i| s.nominal(i) || s.capital(i))
        && range.len() <= 18
        // A date was taken off its preposition: these are words of what was said.
        && !takes_date(s.class(range.end - 1))
        // "described the platform as “unsafe”": what was spoken of.
        && s.class(range.end - 1) != Class::As
        && !range.clone().any(|i| s.date_at(i).is_some());
    fine.then_some(range)
}

/// "according to X": the whole of it, and X.
pub(super) fn according_to(s: &Scene, within: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let at = within
        .clone()
        .find(|&i| s.says(i, "according") && s.class(i + 1) == Class::To)?;
    let mut end = at + 2;
    if at == s.range.start
        && let Some(verb) = s.groups.iter().find(|g| g.kind == VerbKind::Finite)
        && let Some(comma) = (at + 2..verb.tokens.start.min(at + 18))
            .rev()
            .find(|&i| s.class(i) == Class::Comma)
    {
        // At the beginning everything up to the subject is the source and what is said about it.
        end = comma;
    }
    while end < within.end && end - at < 24 {
        let stop = match s.class(end) {
            Class::Stop => s.tokens.get(end + 1).is_none_or(|_| end + 1 >= within.end),
            Class::Semicolon | Class::Dash | Class::Quote => true,
            // A list of sources goes on behind its commas, a sentence with another clause does not.
            Class::Comma => !list_goes_on(s, end, within.end),
            _ => s
                .groups
                .iter()
                .any(|g| g.tokens.start == end && g.kind == VerbKind::Finite),
        };
        if stop {
            break;
        }
        end += 1;
    }
    // The source is plain only where no verb follows in the same breath.
    if s.groups.iter().any(|g| g.tokens.start == end) && end < within.end {
        return None;
    }
    let source = named(s, at + 2..end)?;
    let mut start = at;
    let opened = s.before(at) == Class::Comma && at > within.start;
    if opened {
        start -= 1;
    }
    let end = if s.class(end) == Class::Comma && (opened || start == within.start) {
        end + 1
    } else {
        end
    };
    Some((start..end, source))
}

fn list_goes_on(s: &Scene, comma: usize, end: usize) -> bool {
    let Some(and) = (comma + 1..end.min(comma + 8)).find(|&i| s.class(i) == Class::And) else {
        return false;
    };
    let names =
        (comma + 1..and).all(|i| s.capital(i) || s.class(i) == Class::Comma || s.class(i) == Class::The);
    names
        && !s
            .groups
            .iter()
            .any(|g| g.tokens.start > comma && g.tokens.start < and + 4)
}

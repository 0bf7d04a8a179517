//! Statements that no date could be given: kept apart, with what bounds them.

use super::anchored::{anchored, from_beginning};
use super::anchors::{Entry, Ledger};
use super::chars::Chars;
use super::clause::{Clause, Kind, clauses};
use super::elliptic::elliptic;
use super::entry::{Pieces, text, trimmed, words};
use super::group::Unit;
use super::happening::tells;
use super::lasting::{lasting_still, still};
use super::phrase::takes_date;
use super::scene::Scene;
use super::told::told;
use super::verbless::{furniture, teases};
use super::{Undated, waiting, worded};
use crate::tagged::Tagged;
use crate::text::{Class, VerbGroup, VerbTense};
use crate::time::Moment;

/// Shorter sentences ("He is one.") tell nothing that a chronology would list.
const LEAST_WORDS: usize = 4;

/// The sentence as an undated statement, if a chronology would list it. What it tells of, and from which other event
/// its time may be counted, goes into the ledger under its number.
pub(super) fn undated(
    tagged: &Tagged,
    s: &Scene,
    chars: &Chars,
    document: &str,
    ledger: &mut Ledger,
    number: usize,
) -> Option<Undated> {
    // What is, or may be, has no place in a chronology; what was and what will be has one, if an unknown one.
    let will = |g: &VerbGroup| g.tokens.clone().any(|i| s.class(i) == Class::Will);
    let open = s
        .dates
        .clone()
        .any(|i| tagged.whens.get(i).is_some_and(|w| w.reason.is_some()));
    let listed = |g: &VerbGroup| g.tense == VerbTense::Past || open || will(g);
    if !s.finite().any(|g| listed(&s.groups[g])) {
        return None;
    }
    let clauses = clauses(s);
    let stands = |c: &&Clause| matches!(c.kind, Kind::Main | Kind::Resumed | Kind::Content);
    let main = clauses.iter().find(|c| c.verb.is_some() && stands(c))?;
    let verb = &s.groups[main.verb?];
    if !listed(verb) {
        return None;
    }
    let entry = trimmed(s, Pieces::of(s.range.clone()));
    if s.asks() || words(s, &entry) < LEAST_WORDS || elliptic(s, &clauses, usize::MAX) || frames(s, &entry) {
        return None;
    }
    ledger.tell(Entry::Undated(number), tells(s, main, None), &s.range);
    if let Some((phrase, governed, length, when)) = lasting_still(tagged, s, &clauses) {
        let unit = Unit::of_phrase(phrase, governed);
        if let Some((event, _)) = worded(
            tagged,
            s,
            told(s, &clauses, &unit, false),
            &unit.phrase,
            &[length],
            chars,
            document,
        ) {
            ledger.place(number, still(tagged, event, when));
        }
    } else if let Some(time) = anchored(s, &clauses).or_else(|| from_beginning(s, &clauses))
        && let Some(event) = waiting(tagged, s, &clauses, &time, chars, document)
    {
        ledger.wait(number, time, event, &s.range);
    }
    let past = verb.tense == VerbTense::Past;
    let latest = tagged
        .published
        .as_ref()
        .filter(|_| past)
        .map(|p| Moment::of_day(p.date));
    Some(Undated {
        id: String::new(),
        statement: text(s, &entry),
        earliest: None,
        latest,
        after: None,
        before: None,
        reason: reason(tagged, s),
        sentence_span: Some(chars.span(&s.bytes(&s.range))),
        document: document.to_owned(),
    })
}

/// How many words an entry has beside its dates and their prepositions.
fn bare_words(s: &Scene, entry: &Pieces) -> usize {
    let bare = |i: usize| {
        let class = s.class(i);
        s.date_at(i).is_none() && !takes_date(class) && s.word(i).chars().any(char::is_alphabetic)
    };
    entry.tokens().filter(|&i| bare(i)).count()
}

/// A line that is only a date, a label or a part of the page's frame tells nothing.
fn frames(s: &Scene, entry: &Pieces) -> bool {
    furniture(s) && bare_words(s, entry) <= 3
}

/// Beyond this many words a sentence is cut short: it is none.
const MOST: usize = 60;

/// A sentence with a date that no event tells: nothing dated is lost without a word.
pub(super) fn kept(tagged: &Tagged, s: &Scene, chars: &Chars, document: &str, why: &str) -> Option<Undated> {
    let most = s.range.start..s.range.end.min(s.range.start + MOST);
    let entry = trimmed(s, Pieces::of(most));
    let statement = text(s, &entry);
    let told = bare_words(s, &entry);
    if statement.is_empty()
        || told == 0
        || teases(s)
        || frames(s, &entry)
        || (s.finite().next().is_none() && (words(s, &entry) < LEAST_WORDS || furniture(s)))
    {
        return None;
    }
    let past = s.finite().any(|g| s.groups[g].tense == VerbTense::Past);
    let latest = tagged
        .published
        .as_ref()
        .filter(|_| past)
        .map(|p| Moment::of_day(p.date));
    Some(Undated {
        id: String::new(),
        statement,
        earliest: None,
        latest,
        after: None,
        before: None,
        reason: why.to_owned(),
        sentence_span: Some(chars.span(&s.bytes(&s.range))),
        document: document.to_owned(),
    })
}

fn reason(tagged: &Tagged, s: &Scene) -> String {
    let open = tagged
        .whens
        .get(s.dates.clone())
        .unwrap_or_default()
        .iter()
        .zip(s.dates.clone())
        .find_map(|(w, i)| Some((w.reason.as_ref()?, tagged.mentions.get(i)?)));
    match open {
        Some((reason, m)) => {
            let words = tagged.document.text.get(m.range.clone()).unwrap_or_default();
            format!("“{words}” stays open: {reason}")
        }
        None if s.dates.is_empty() => "no date in the sentence".into(),
        None => "its sentence names no date, only how long or how often".into(),
    }
}

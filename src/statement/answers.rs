//! Answers that are only a date: "When did the bakery close? – On 3 May 2019." The question tells what happened then, in
//! its own words.

use super::clause::clauses;
use super::entry::{Pieces, trimmed};
use super::group::{Unit, units};
use super::phrase::takes_date;
use super::relation::place;
use super::scene::Scene;
use super::told::Told;
use super::{Event, Tense, chars::Chars, why, worded};
use crate::tagged::Tagged;
use crate::text::{Class, VerbTense};

/// How many tokens the name of who answers may have.
const LABEL: usize = 4;

/// What an answer may say beside the date.
const HEDGES: &[&str] = &[
    "i",
    "we",
    "think",
    "believe",
    "guess",
    "suppose",
    "probably",
    "perhaps",
    "yes",
    "well",
    "hope",
    "hopefully",
];

/// Whether the sentence asks when something happened, or will: not "When should I come?".
pub(super) fn asks_when(s: &Scene) -> bool {
    // Few sentences ask at all.
    let Some(mark) = question_mark(s) else {
        return false;
    };
    let first = labelled(s);
    let unit = |i: usize| {
        ["year", "month", "day", "date", "week", "time"]
            .iter()
            .any(|w| s.says(i, w))
    };
    let what = |i: usize| (s.says(i, "what") || s.says(i, "which")) && unit(i + 1);
    let led = first + usize::from(takes_date(s.class(first)));
    let when = s.says(first, "when") || s.says(led, "when") || what(first) || what(led);
    let modal = || {
        s.groups
            .iter()
            .any(|g| g.tokens.clone().any(|i| s.class(i) == Class::Modal))
    };
    let conditional = || s.range.clone().any(|i| s.says(i, "if"));
    // "When was that?" has to be known already.
    let told = mark > first + 3;
    told && when && s.finite().next().is_some() && !modal() && !conditional()
}

/// The event of an answer that is only a date, told by the question before it.
pub(super) fn answered(
    tagged: &Tagged,
    question: &Scene,
    s: &Scene,
    chars: &Chars,
    document: &str,
) -> Option<Event> {
    let unit = only_date(tagged, s)?;
    let verb = question.finite().next().map(|g| &question.groups[g])?;
    let place = place(tagged, s, &unit.dates, &unit.phrase, Some(verb), None)?;
    // "When will it open? In May.": a May that is over was read without the question.
    let published = tagged.published.as_ref().map(|p| p.date);
    let contrary = published.is_some_and(|p| {
        let over = place.when.end.is_some_and(|e| e.day() <= p);
        let ahead = place.when.start.is_some_and(|m| m.day() > p);
        verb.tense == VerbTense::Future && over || verb.tense == VerbTense::Past && ahead
    });
    if contrary {
        return None;
    }
    let mut dates = vec![unit.dates.first];
    dates.extend(unit.dates.last);
    dates.extend(&unit.dates.beside);
    let first = labelled(question);
    let told = Told {
        pieces: trimmed(question, Pieces::of(first..question_mark(question)? + 1)),
        speaker: None,
        reports: false,
        helper: None,
    };
    let (event, _) = worded(tagged, question, told, &unit.phrase, &dates, chars, document)?;
    let both = question.bytes(&question.range).start..s.bytes(&s.range).end;
    Some(Event {
        when: place.when,
        relation: place.relation,
        certainty: place.certainty,
        alternatives: tagged.whens.get(unit.dates.first)?.alternatives.clone(),
        tense: Some(Tense::of(verb.tense)),
        why: why(tagged, &dates, place.note),
        sentence_span: Some(chars.span(&both)),
        ..event
    })
}

/// The date that a sentence consists of, with no more than who answers before it.
fn only_date(tagged: &Tagged, s: &Scene) -> Option<Unit> {
    let hedge = |g: usize| HEDGES.contains(&s.word(s.groups[g].head));
    if !s.finite().all(hedge) || s.range.len() > 24 {
        return None;
    }
    let mut found = units(tagged, s, &clauses(s)).units;
    let unit = found.pop().filter(|_| found.is_empty())?;
    let told = |i: &usize| {
        unit.phrase.tokens.contains(i)
            || unit.more.iter().any(|p| p.tokens.contains(i))
            || HEDGES.iter().any(|w| s.says(*i, w))
            || matches!(
                s.class(*i),
                Class::Quote | Class::Comma | Class::Stop | Class::Shout | Class::Dash | Class::Hyphen
            )
    };
    (labelled(s)..s.range.end).all(|i| told(&i)).then_some(unit)
}

/// "Q." and "A.", "A:": letters that say only that a question or an answer begins. "A. Smith" is a name, unless a
/// question stands before.
pub(super) fn label(s: &Scene, at: usize) -> bool {
    let letter = s.word(at);
    let asked = || {
        let mut before = s.tokens.get(..at).unwrap_or_default().iter().rev();
        let mark = before.find(|t| t.class != Class::Break);
        mark.is_some_and(|t| t.class == Class::Shout)
    };
    match s.class(at + 1) {
        Class::Colon => matches!(letter, "Q" | "A"),
        Class::Stop => letter == "Q" || letter == "A" && (s.class(at + 2) != Class::Word || asked()),
        _ => false,
    }
}

/// The question mark at the end, or before "he asked".
fn question_mark(s: &Scene) -> Option<usize> {
    let mark = s
        .range
        .clone()
        .find(|&i| s.class(i) == Class::Shout && s.word(i) == "?")?;
    (s.asks() || s.class(mark + 1) == Class::Quote).then_some(mark)
}

/// Behind "Q:", "A.", "Marta Holm:" and an opening quotation mark.
fn labelled(s: &Scene) -> usize {
    let start = s.range.start;
    let colon = (start + 1..s.range.end.min(start + LABEL + 1)).find(|&i| s.class(i) == Class::Colon);
    let named = |end: usize| (start..end).all(|i| s.capital(i) && s.date_at(i).is_none());
    let mut first = colon.filter(|&end| named(end)).map_or(start, |c| c + 1);
    if label(s, start) {
        first = start + 2;
    }
    while matches!(s.class(first), Class::Quote | Class::Dash | Class::Sign) && first < s.range.end {
        first += 1;
    }
    first
}

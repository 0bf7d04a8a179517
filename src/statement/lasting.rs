//! Lengths attach to what lasts: with a start or an end they make a span, and of what still lasts they tell the start.

use super::clause::{Clause, Kind};
use super::governor::{Governed, governor};
use super::group::Unit;
use super::happening::{begins, key_of_verb, keys_of_noun, subject};
use super::phrase::Phrase;
use super::relation::Place;
use super::scene::Scene;
use super::{Certainty, Event, EventWhen, Relation, Shape, Tense};
use crate::resolve::WhyStep;
use crate::rules::Meaning;
use crate::tagged::Tagged;
use crate::text::{Class, VerbGroup, VerbKind, VerbTense};
use crate::time::{Grain, Moment, add_units, start_of, value_of};
use std::ops::Range;

/// What is done in a moment, so that a length behind it is that of what follows: a sentence, a ban, a contract.
const DONE: &[&str] = &[
    "jailed",
    "sentenced",
    "imprisoned",
    "suspended",
    "banned",
    "barred",
    "fined",
    "extended",
    "hired",
    "lent",
    "loaned",
    "signed",
    "arrested",
    "elected",
    "appointed",
    "postponed",
    "delayed",
    "adjourned",
    "renewed",
    "awarded",
    "granted",
    "given",
    "asked",
    "sought",
    "ordered",
    "convicted",
];

/// A length as it stands in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Length {
    pub mention: usize,
    pub n: i32,
    pub grain: Grain,
    /// "nearly eleven weeks"
    approx: bool,
    /// With its "for".
    pub tokens: Range<usize>,
}

/// The length that a mention names, if it counts whole days or more.
fn length(s: &Scene, mention: usize) -> Option<Length> {
    let m = s.mentions.get(mention)?;
    let (amount, grain) = match &m.meaning {
        Meaning::Length { amount, grain } => (amount, *grain),
        Meaning::Modified(_, inner) => match &**inner {
            Meaning::Length { amount, grain } => (amount, *grain),
            _ => return None,
        },
        _ => return None,
    };
    let mut start = m.tokens.start;
    while start > s.range.start
        && matches!(
            s.before(start),
            Class::About
                | Class::Nearly
                | Class::More
                | Class::Than
                | Class::Over
                | Class::Least
                | Class::At
                | Class::Just
        )
    {
        start -= 1;
    }
    let approx = matches!(m.meaning, Meaning::Modified(..)) || start < m.tokens.start;
    let start = if s.before(start) == Class::For {
        start - 1
    } else {
        m.tokens.start
    };
    let whole = (Grain::Day..=Grain::Century).contains(&grain);
    Some(Length {
        mention,
        approx,
        n: amount.count().filter(|_| whole)?,
        grain,
        tokens: start..m.tokens.end,
    })
}

/// A length led by "for" that stands right before the words of a date, or right behind them.
fn beside(s: &Scene, words: &Range<usize>) -> Option<Length> {
    s.dates
        .clone()
        .filter_map(|m| length(s, m))
        .filter(|l| s.class(l.tokens.start) == Class::For || lasts_behind(s, l.tokens.start))
        .find(|l| {
            let gap = if l.tokens.end <= words.start {
                l.tokens.end..words.start
            } else {
                words.end..l.tokens.start
            };
            gap.start <= gap.end
                && gap.len() <= 1
                && gap
                    .clone()
                    .all(|i| s.class(i) == Class::Comma || BEGINNING.contains(&s.word(i)))
        })
}

/// Whether a verb of lasting stands right before: "lasted eleven weeks, from 3 May".
fn lasts_behind(s: &Scene, at: usize) -> bool {
    let ends = |g: &&VerbGroup| g.tokens.end == at && g.kind == VerbKind::Finite;
    let verb = s.groups.iter().find(ends);
    verb.is_some_and(|g| key_of_verb(s.word(g.head)) == "v:last")
}

const BEGINNING: &[&str] = &["starting", "beginning"];

/// A date with a length beside it is where that length begins or ends: "for eleven weeks from 3 May", "for ten years
/// until 1990"; and a date of a noun behind "after" is counted on from: "two days after the fire on 3 May".
/// Gives the place, and where the words that tell it begin.
pub(super) fn with_length(
    tagged: &Tagged,
    s: &Scene,
    clauses: &[Clause],
    unit: &Unit,
    verb: Option<&VerbGroup>,
    place: Place,
) -> (Place, usize) {
    let words = unit.phrase.tokens.start;
    if unit.dates.last.is_some() || unit.phrase.of_noun || unit.whole {
        return (place, words);
    }
    if place.relation == Relation::Within
        && let Some(bounded) = super::bounding::bounded(tagged, s, clauses, unit, verb, &place)
    {
        return bounded;
    }
    (spanned(s, unit, verb, &place).unwrap_or(place), words)
}

fn spanned(s: &Scene, unit: &Unit, verb: Option<&VerbGroup>, place: &Place) -> Option<Place> {
    let words = &unit.phrase.tokens;
    let l = beside(s, words)?;
    let begins = BEGINNING.contains(&s.word(words.start.wrapping_sub(1)));
    let lasts = verb.is_some_and(|v| v.lasts || state(s, v));
    let (start, end) = match place.relation {
        Relation::Since if s.class(words.start) == Class::From => {
            let start = place.when.start?.day();
            (start, add_units(start, l.n, l.grain)?)
        }
        Relation::Within if begins || lasts && place.when.grain == Grain::Day => {
            let start = place.when.start?.day();
            (start, add_units(start, l.n, l.grain)?)
        }
        // "until 1990" may have ended in any month of it: counted from its beginning. "Through 1990" took all of it.
        Relation::Until => {
            let end = place.when.end?.day();
            let first = start_of(end.pred_opt()?, place.when.grain)?.start.date();
            let whole = s.class(words.start) == Class::Through;
            (add_units(if whole { end } else { first }, -l.n, l.grain)?, end)
        }
        _ => return None,
    };
    // "from May for three days" begins on no known day.
    if place.when.grain > l.grain || place.when.start.or(place.when.end)?.has_clock() {
        return None;
    }
    let grain = place.when.grain;
    let last = end.pred_opt()?;
    let when = EventWhen {
        value: format!("{}/{}", value_of(start, grain), value_of(last, grain)),
        start: Some(Moment::of_day(start)),
        end: Some(Moment::of_day(end)),
        grain,
        shape: Shape::Duration,
        approx: place.when.approx || grain > Grain::Day,
        cut: false,
    };
    let word = if place.relation == Relation::Until {
        "up to"
    } else {
        "from"
    };
    Some(Place {
        when,
        relation: Relation::Throughout,
        certainty: place.certainty,
        note: format!("{} {}s {word} that date: all of it", l.n, l.grain.word()),
    })
}

/// "was closed": a state, unless a moment brings it about.
fn state(s: &Scene, v: &VerbGroup) -> bool {
    v.tokens
        .clone()
        .any(|i| matches!(s.class(i), Class::Was | Class::Is | Class::Be | Class::Been))
        && !DONE.contains(&s.word(v.head))
}

/// What still lasts, with how long: "has been shut for two weeks". Its words, the verb, and when it began.
pub(super) fn lasting_still(
    tagged: &Tagged,
    s: &Scene,
    clauses: &[Clause],
) -> Option<(Phrase, Governed, usize, EventWhen)> {
    let published = tagged.published.as_ref()?.date;
    let (l, governed) = only_length(s, clauses)?;
    let group = s.groups.get(governed.group)?;
    let perfect = ["has", "have", "ve"]
        .iter()
        .any(|w| s.says(group.tokens.start, w))
        && group.tokens.len() > 1;
    let lasts = group.lasts || key_of_verb(s.word(group.head)) == "v:last" || state(s, group);
    if !perfect || !lasts || DONE.contains(&s.word(group.head)) {
        return None;
    }
    let span = start_of(add_units(published, -l.n, l.grain)?, l.grain)?;
    let when = EventWhen {
        value: value_of(span.first_day(), l.grain),
        start: Some(Moment::of_day(span.start.date())),
        end: None,
        grain: l.grain,
        shape: Shape::Open,
        approx: true,
        cut: false,
    };
    Some((held(l.tokens.clone()), governed, l.mention, when))
}

/// The event of what still lasts.
pub(super) fn still(tagged: &Tagged, event: Event, when: EventWhen) -> Event {
    let step = |step: &'static str, note: String| WhyStep {
        step: step.into(),
        rule: None,
        note,
    };
    let why = vec![
        step("read", format!("“{}”", event.phrase)),
        step(
            "anchor",
            tagged.published.as_ref().map(super::anchor).unwrap_or_default(),
        ),
        step("resolve", format!("so long before, {}", when.value)),
        step("relation", "it still lasts: from about then on".into()),
    ];
    Event {
        when,
        relation: Relation::Since,
        tense: Some(Tense::Past),
        why,
        ..event
    }
}

/// What lasted, with how long, told without its start: "the strike lasted eleven weeks". Its words, the verb, the
/// length, and the keys of the noun that another statement may tell the beginning of.
pub(super) fn lasted(
    s: &Scene,
    clauses: &[Clause],
) -> Option<(Phrase, Governed, Length, Vec<String>, String)> {
    let (l, governed) = only_length(s, clauses)?;
    let group = s.groups.get(governed.group)?;
    let clause = clauses.get(governed.clause)?;
    let past =
        group.tense == VerbTense::Past && !["has", "have"].iter().any(|w| s.says(group.tokens.start, w));
    if !past || key_of_verb(s.word(group.head)) != "v:last" {
        return None;
    }
    let before = clause.body..group.tokens.start;
    // "It lasted eleven weeks": what the sentence before began.
    if before.len() == 1 && ["it", "they"].iter().any(|w| s.says(before.start, w)) {
        let name = s.word(before.start).to_owned();
        return Some((held(l.tokens.clone()), governed, l, Vec::new(), name));
    }
    let noun = subject(s, before)?;
    let word = s.word(noun.end - 1);
    let keys: Vec<String> = keys_of_noun(word);
    let name = word.to_owned();
    (!keys.is_empty()).then(|| (held(l.tokens.clone()), governed, l, keys, name))
}

/// "The strike began on 3 May and lasted eleven weeks": the length whose clause goes on with what the dated one began,
/// as a unit of its own, with where it lies.
pub(super) fn went_on(
    s: &Scene,
    clauses: &[Clause],
    begun: &Unit,
    from: &EventWhen,
) -> Option<(Unit, usize, EventWhen)> {
    let first = begun.governed?;
    let verb = s.groups.get(clauses.get(first.clause)?.verb?)?;
    let word = s.word(verb.head);
    let begins = begins(word) || s.says(verb.tokens.end, "out") && s.says(verb.head, "broke");
    let ends = key_of_verb(word) == "v:end";
    let denied = |g: &VerbGroup| {
        let not = |i| {
            matches!(
                s.class(i),
                Class::Not | Class::Modal | Class::Expected | Class::PlanVerb
            )
        };
        g.tokens.clone().any(not)
    };
    if !(begins || ends) || denied(verb) || begun.dates.last.is_some() || begun.whole || begun.noun.is_some()
    {
        return None;
    }
    let (l, governed) = s
        .dates
        .clone()
        .filter_map(|m| governed_length(s, clauses, m))
        .find(|(_, g)| g.clause != first.clause && same_subject(s, clauses, first.clause, g.clause))?;
    let group = s.groups.get(governed.group)?;
    let lasts = group.lasts || lasts_by(s, group, &l);
    let (start, end) = (from.start?, from.end?);
    let most = if ends { Grain::Day } else { l.grain };
    if !lasts || denied(group) || from.grain > most || start.has_clock() {
        return None;
    }
    let (start, end) = if ends {
        (Moment::of_day(add_units(start.day(), -l.n, l.grain)?), end.day())
    } else {
        (start, add_units(start.day(), l.n, l.grain)?)
    };
    let when = EventWhen {
        value: format!(
            "{}/{}",
            value_of(start.day(), from.grain),
            value_of(end.pred_opt()?, from.grain)
        ),
        start: Some(Moment::of_day(start.day())),
        end: Some(Moment::of_day(end)),
        grain: from.grain,
        shape: Shape::Duration,
        approx: from.approx || from.grain > Grain::Day || l.approx,
        cut: false,
    };
    Some((Unit::of_phrase(held(l.tokens.clone()), governed), l.mention, when))
}

/// The event of what went on from where another began.
pub(super) fn spanning(event: Event, from: &Event, when: EventWhen) -> Event {
    let step = |step: &'static str, note: String| WhyStep {
        step: step.into(),
        rule: None,
        note,
    };
    let ambiguous = from.certainty == Certainty::Ambiguous;
    Event {
        why: vec![
            step("read", format!("“{}”", event.phrase)),
            step("anchor", format!("“{}”, {}", from.statement, from.when.value)),
            step("resolve", format!("so long from that date, {}", when.value)),
            step("relation", "all of it".into()),
        ],
        when,
        relation: Relation::Throughout,
        certainty: if ambiguous {
            Certainty::Ambiguous
        } else {
            Certainty::Inferred
        },
        tense: from.tense,
        ..event
    }
}

/// Whether two clauses tell of one subject: verbs that share it, or a relative clause behind it.
fn same_subject(s: &Scene, clauses: &[Clause], one: usize, other: usize) -> bool {
    let (a, b) = (&clauses[one], &clauses[other]);
    let shared = |x: &Clause, host: usize| x.kind == Kind::SharedSubject && x.host == Some(host);
    // "The strike, which began on 3 May, lasted": behind the subject and before its verb.
    let inserted = |inner: usize, outer: &Clause| {
        let inner = &clauses[inner];
        inner.kind == Kind::Relative
            && outer.kind == Kind::Resumed
            && outer.host == inner.host
            && s.says(inner.body.saturating_sub(1), "which")
            && outer.verb.is_some_and(|v| s.groups[v].tokens.start == outer.body)
    };
    shared(b, one)
        || shared(a, other)
        || a.kind == Kind::SharedSubject && b.kind == Kind::SharedSubject && a.host == b.host
        || inserted(one, b)
        || inserted(other, a)
}

/// "lasted eleven weeks", "will last eleven weeks", "took eleven weeks".
fn lasts_by(s: &Scene, group: &VerbGroup, l: &Length) -> bool {
    let behind = l.tokens.start == group.tokens.end
        && ["v:last", "v:tak"].contains(&key_of_verb(s.word(group.head)).as_str());
    let last = l.tokens.start.checked_sub(1);
    behind || last.is_some_and(|i| s.class(i) == Class::Last && group.tokens.end == i)
}

/// The length of a mention, behind the finite verb that it belongs to.
fn governed_length(s: &Scene, clauses: &[Clause], mention: usize) -> Option<(Length, Governed)> {
    let l = length(s, mention)?;
    let governed = governor(s, clauses, &l.tokens)?;
    let group = s.groups.get(governed.group)?;
    let led = s.class(l.tokens.start) == Class::For || lasts_by(s, group, &l);
    let after = s.class(l.tokens.end);
    // "for two weeks before the vote", "for two years of work"
    let alone = matches!(
        after,
        Class::Stop
            | Class::Comma
            | Class::Break
            | Class::And
            | Class::Conjunction
            | Class::Quote
            | Class::In
            | Class::At
    );
    let told = group.kind == VerbKind::Finite
        && group.tokens.end <= l.tokens.start
        && !group
            .tokens
            .clone()
            .any(|i| matches!(s.class(i), Class::Not | Class::Modal) || s.says(i, "may"))
        && clauses
            .get(governed.clause)
            .is_some_and(|c| stands(s, c) && said(s, clauses, c));
    (led && alone && told && !s.quoted(l.tokens.start)).then_some((l, governed))
}

/// "said he has been ill for two weeks" is told; "the power he has held for two weeks" describes the power.
fn said(s: &Scene, clauses: &[Clause], c: &Clause) -> bool {
    let host = c.host.and_then(|h| clauses.get(h)?.verb);
    c.kind != Kind::Content || host.is_some_and(|v| s.groups[v].says)
}

/// The only length of a sentence without other dates.
fn only_length(s: &Scene, clauses: &[Clause]) -> Option<(Length, Governed)> {
    let found = governed_length(s, clauses, s.dates.start).filter(|_| s.dates.len() == 1)?;
    let group = s.groups.get(found.1.group)?;
    let will = group.tokens.clone().any(|i| s.class(i) == Class::Will);
    (!will).then_some(found)
}

/// Whether the clause is told as true by itself.
pub(super) fn stands(s: &Scene, c: &Clause) -> bool {
    let supposed = ["if", "unless", "whether", "when"]
        .iter()
        .any(|w| s.says(c.tokens.start, w));
    !supposed
        && matches!(
            c.kind,
            Kind::Main | Kind::Resumed | Kind::SharedSubject | Kind::Content
        )
}

/// The length stays where it stands: without it less would be said.
fn held(tokens: Range<usize>) -> Phrase {
    Phrase {
        tokens,
        cut: None,
        of_noun: false,
        owned: false,
    }
}

//! What a dated statement says, who says so, and which words of its sentence that takes.

use super::aside::{Aside, holds_date, passive, planned};
use super::attribution::{according_to, headline_tail, reports, speaker};
use super::base::{Base, base};
use super::clause::{Clause, Kind};
use super::elliptic::elliptic;
use super::entry::{MOST_WORDS, Pieces, trimmed, words};
use super::group::Unit;
use super::phrase::takes_date;
use super::scene::Scene;
use super::sound::stands_alone;
use crate::rules::Meaning;
use crate::text::{Class, VerbKind};
use std::ops::Range;

/// An entry's words, all as tokens of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub pieces: Pieces,
    pub speaker: Option<Range<usize>>,
    pub reports: bool,
    /// A helper that the words leave out, before the token where it belongs: "The plant, announced in June".
    pub helper: Option<(usize, &'static str)>,
}

/// The words of an event; its date stays among them where `dated` holds.
pub(super) fn told(s: &Scene, clauses: &[Clause], unit: &Unit, dated: bool) -> Told {
    let plain = |pieces: Pieces| Told {
        pieces,
        speaker: None,
        reports: false,
        helper: None,
    };
    if let Some(noun) = unit.noun.as_ref().filter(|n| n.words.len() > 1) {
        return plain(trimmed(s, Pieces::of(noun.words.clone())));
    }
    let Some(governed) = unit.governed else {
        // A sentence without a verb: what stands beside its date.
        return plain(super::verbless::entry(s, unit));
    };
    let at = governed.clause;
    if let Some((end, who)) = headline_tail(s, &clauses[at]).filter(|t| unit.phrase.tokens.end <= t.0 + 1) {
        return Told {
            pieces: trimmed(s, without_dates(Pieces::of(clauses[at].body..end + 1), unit)),
            speaker: Some(who),
            reports: false,
            helper: None,
        };
    }
    let verb = clauses[at].verb;
    let reported = verb.is_some_and(|v| reports(s, clauses, v, at)) && verb == Some(governed.group);
    let mut speaker_of = None;
    if reported {
        speaker_of = speaker(s, &clauses[at]);
    }
    let whole = Pieces::of(s.range.clone());
    let mut tail = None;
    let Base {
        pieces: base,
        carrier,
        keeps_date,
    } = if unit.phrase.of_noun || unit.whole {
        Base::whole(s, at)
    } else {
        base(s, clauses, at, unit)
    };
    let asserted = base != whole;
    if !reported {
        if let Some(host) = clauses[carrier]
            .host
            .filter(|_| clauses[carrier].kind == Kind::Content && asserted)
        {
            speaker_of = speaker(s, &clauses[host]);
        }
        // "…,” said Hale, who left in May": that she left is nobody's words.
        let of_speaker =
            |tail: usize| clauses[carrier].kind == Kind::Relative && clauses[carrier].host == Some(tail);
        let tails = clauses.iter().enumerate().filter(|(_, c)| c.kind == Kind::Tail);
        if let Some((_, c)) = tails.into_iter().find(|(t, _)| !(asserted && of_speaker(*t))) {
            speaker_of = speaker_of.or_else(|| speaker(s, c));
            if speaker_of.is_some() && !unit.whole {
                tail = Some(c.tokens.clone());
            }
        }
    }
    if elliptic(s, clauses, carrier) {
        return plain(Pieces::default());
    }
    if let Some(Aside { pieces, helper }) = passive(s, clauses, unit) {
        return Told {
            pieces: without_dates(pieces, unit),
            speaker: speaker_of,
            reports: false,
            helper: Some(helper),
        };
    }
    let source = according_to(s, &s.range);
    let free = |cut: &Range<usize>| {
        // Neither the verb nor the date may go with it.
        let g = &s.groups[governed.group];
        (g.tokens.end <= cut.start || cut.end <= g.tokens.start)
            && (unit.phrase.tokens.end <= cut.start || cut.end <= unit.phrase.tokens.start)
    };
    let attributed = source.filter(|(cut, _)| free(cut) && speaker_of.is_none());
    if let Some((_, who)) = &attributed {
        speaker_of = Some(who.clone());
    }
    let stamp = stamp(s).filter(free);
    let cuts: Vec<Range<usize>> = attributed
        .map(|(cut, _)| cut)
        .into_iter()
        .chain(tail)
        .chain(stamp)
        .collect();
    let strip = |p: &Pieces| cuts.iter().fold(p.clone(), |p, cut| p.without(cut));
    let finite = clauses[carrier].verb;
    let content = clauses[carrier].kind == Kind::Content;
    let fine = |p: &Pieces, subject: bool| {
        // "in an interview that …" is what stood between who spoke and what was said.
        let left = content
            && subject
            && p.first()
                .is_some_and(|i| takes_date(s.class(i)) && s.date_at(i).is_none());
        !left
            && stands_alone(s, p, finite, subject)
            && s.groups[governed.group].tokens.clone().all(|i| p.contains(i))
    };
    // A date that belongs to a participle or a condition is left where it stands: taken out, it would seem to date
    // the whole.
    let group = &s.groups[governed.group];
    // "stopped selling" is one thing that was done.
    let chained = verb.is_some_and(|v| s.groups[v].tokens.end == group.tokens.start);
    // "The trial, due to start on Monday, was put off"
    let inserted =
        group.kind != VerbKind::Finite && verb.is_some_and(|v| s.groups[v].tokens.start > group.tokens.start);
    let aside = holds_date(s, clauses, unit) || planned(s, governed.group, &unit.phrase.tokens);
    let deep = dated
        || keeps_date
        || unit.whole
        || inserted
        || aside
        || (group.kind == VerbKind::Participle && !chained);
    let without_dates = |p: Pieces| if deep { p } else { without_dates(p, unit) };
    let sound = |p: Pieces, subject: bool| fine(&p, subject).then_some(p);
    let clause_alone = trimmed(s, without_dates(strip(&base)));
    let pieces = sound(shortened(s, clauses, &clause_alone, carrier, unit), true)
        .or_else(|| sound(clause_alone, true))
        .or_else(|| sound(trimmed(s, strip(&base)), true))
        .or_else(|| sound(trimmed(s, without_dates(strip(&whole))), false))
        .or_else(|| sound(trimmed(s, strip(&whole)), false))
        .unwrap_or_else(|| trimmed(s, whole.clone()));
    // "Published: 14 March 2024" and the like are labels.
    if words(s, &pieces) < 2 {
        return plain(Pieces::default());
    }
    Told {
        pieces,
        speaker: speaker_of,
        reports: reported,
        helper: None,
    }
}

/// The time of the clock that an entry of a log opens with: it says when this was written, and is none of its words.
pub(super) fn stamp(s: &Scene) -> Option<Range<usize>> {
    let first = s.mentions.get(s.date_at(s.range.start)?)?;
    let end = first.tokens.end;
    let begins = s.capital(end) || s.class(end) == Class::Quote;
    (matches!(first.meaning, Meaning::Clock(_)) && first.tokens.start == s.range.start && begins)
        .then_some(s.range.start..end)
}

/// The pieces without the words of the unit's dates.
pub(super) fn without_dates(p: Pieces, unit: &Unit) -> Pieces {
    std::iter::once(&unit.phrase)
        .chain(&unit.more)
        .filter_map(|phrase| phrase.cut.as_ref())
        // A date inside a quotation is part of what was said, and kept.
        .fold(p, |p, cut| p.without(cut))
}

/// Without the clauses at its end that hang on it, where it is too long for an entry.
fn shortened(s: &Scene, clauses: &[Clause], p: &Pieces, carrier: usize, unit: &Unit) -> Pieces {
    let mut p = p.clone();
    for c in clauses.iter().rev() {
        if words(s, &p) <= MOST_WORDS {
            break;
        }
        let last = p.last().unwrap_or(0);
        // "if" clauses stay: without them something else would be said.
        let hangs = matches!(c.kind, Kind::Sub | Kind::Relative | Kind::SharedSubject)
            && clauses
                .get(carrier)
                .is_some_and(|k| k.tokens.start < c.tokens.start);
        let keeps = c.tokens.start > unit.phrase.tokens.end || unit.phrase.cut.is_some();
        let governed = unit
            .governed
            .and_then(|g| s.groups.get(g.group))
            .is_some_and(|g| g.tokens.start >= c.tokens.start);
        if hangs && keeps && !governed && c.tokens.contains(&last) {
            p = trimmed(s, p.without(&(c.tokens.start..last + 1)));
        }
    }
    p
}

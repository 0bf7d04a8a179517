//! What a dated statement says, who says so, and which words of its sentence that takes.

use super::attribution::{according_to, reports, speaker};
use super::clause::{Clause, Kind};
use super::entry::{MOST_WORDS, Pieces, stands_alone, trimmed, words};
use super::group::Unit;
use super::scene::Scene;
use crate::text::{Class, VerbKind};
use std::ops::Range;

/// An entry's words, all as tokens of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub pieces: Pieces,
    pub speaker: Option<Range<usize>>,
    pub reports: bool,
}

/// The words of an event.
pub(super) fn told(s: &Scene, clauses: &[Clause], unit: &Unit) -> Told {
    let Some(governed) = unit.governed else {
        // An item without a verb: what stands beside its date.
        let pieces = trimmed(s, without_dates(Pieces::of(s.range.clone()), unit));
        return Told {
            pieces,
            speaker: None,
            reports: false,
        };
    };
    let at = governed.clause;
    let verb = clauses[at].verb;
    let reported = verb.is_some_and(|v| reports(s, clauses, v, at)) && verb == Some(governed.group);
    let mut speaker_of = None;
    if reported {
        speaker_of = speaker(s, &clauses[at]);
    }
    let whole = Pieces::of(s.range.clone());
    let mut tail = None;
    let (base, carrier) = if unit.phrase.of_noun {
        (whole.clone(), at)
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
        if let Some(c) = clauses.iter().find(|c| c.kind == Kind::Tail) {
            speaker_of = speaker_of.or_else(|| speaker(s, c));
            if speaker_of.is_some() {
                tail = Some(c.tokens.clone());
            }
        }
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
    let cuts: Vec<Range<usize>> = attributed.map(|(cut, _)| cut).into_iter().chain(tail).collect();
    let strip = |p: &Pieces| cuts.iter().fold(p.clone(), |p, cut| p.without(cut));
    let finite = clauses[carrier].verb;
    let fine = |p: &Pieces, subject: bool| {
        stands_alone(s, p, finite, subject) && s.groups[governed.group].tokens.clone().all(|i| p.contains(i))
    };
    // A date that belongs to a participle or a relative clause is left where it stands: taken out, it would seem to
    // date the whole.
    let group = &s.groups[governed.group];
    // "stopped selling" is one thing that was done.
    let chained = verb.is_some_and(|v| s.groups[v].tokens.end == group.tokens.start);
    let deep = (group.kind == VerbKind::Participle && !chained)
        || matches!(clauses[at].kind, Kind::Relative | Kind::Supposed);
    let without_dates = |p: Pieces| if deep { p } else { without_dates(p, unit) };
    let clause_alone = trimmed(s, without_dates(strip(&base)));
    let candidates = [
        (shortened(s, clauses, &clause_alone, carrier, unit), true),
        (clause_alone, true),
        (trimmed(s, without_dates(strip(&whole))), false),
        (trimmed(s, strip(&whole)), false),
    ];
    let pieces = candidates
        .into_iter()
        .find(|(p, subject)| fine(p, *subject))
        .map(|(p, _)| p)
        .unwrap_or_else(|| trimmed(s, whole));
    // "Published: 14 March 2024" and the like are labels.
    if words(s, &pieces) < 2 {
        return Told {
            pieces: Pieces::default(),
            speaker: None,
            reports: false,
        };
    }
    Told {
        pieces,
        speaker: speaker_of,
        reports: reported,
    }
}

fn without_dates(p: Pieces, unit: &Unit) -> Pieces {
    std::iter::once(&unit.phrase)
        .chain(&unit.more)
        .filter_map(|phrase| phrase.cut.as_ref())
        // A date inside a quotation is part of what was said, and kept.
        .fold(p, |p, cut| p.without(cut))
}

/// The clause of the event with what hangs on it, and the clause whose finite verb carries it.
fn base(s: &Scene, clauses: &[Clause], at: usize, unit: &Unit) -> (Pieces, usize) {
    let c = &clauses[at];
    let phrase = &unit.phrase.tokens;
    let run = |start: usize| Pieces::of(start..extent(s, clauses, at, phrase).max(start));
    match c.kind {
        Kind::Main => (run(c.body), at),
        Kind::Resumed => match c.host {
            Some(h) if clauses[h].kind != Kind::Relative => (run(clauses[h].body), at),
            _ => (Pieces::of(s.range.clone()), at),
        },
        Kind::Sub => (run(c.body), at),
        Kind::Content => match c.host {
            Some(h) if clauses[h].verb.is_some_and(|v| s.groups[v].says) => (run(c.body), at),
            Some(h) => base(s, clauses, h, unit),
            None => (Pieces::of(s.range.clone()), at),
        },
        Kind::SharedSubject => match c.host {
            Some(h)
                if matches!(
                    clauses[h].kind,
                    Kind::Main | Kind::Sub | Kind::Content | Kind::Resumed
                ) =>
            {
                let start = match (clauses[h].kind, clauses[h].host) {
                    (Kind::Resumed, Some(first)) => clauses[first].body,
                    _ => clauses[h].body,
                };
                let verb = clauses[h].verb.map_or(start, |v| s.groups[v].tokens.start);
                // The host's own date stays with the host.
                let mut pieces = Pieces(vec![
                    start..verb.max(start),
                    c.body..extent(s, clauses, at, phrase),
                ]);
                for i in s.dates.clone() {
                    if s.mentions[i].tokens.start < verb && s.mentions[i].tokens.start >= start {
                        let p = super::phrase::phrase(s, i, i);
                        if let Some(cut) = p.cut {
                            pieces = pieces.without(&cut);
                        }
                    }
                }
                (pieces, at)
            }
            Some(h) if h < at => base(s, clauses, h, unit),
            _ => (Pieces::of(s.range.clone()), at),
        },
        Kind::Relative | Kind::Supposed => match c.host {
            Some(h) if h < at && clauses[h].verb.is_some() => base(s, clauses, h, unit),
            _ => (Pieces::of(s.range.clone()), at),
        },
        Kind::Tail => (Pieces::of(s.range.clone()), at),
    }
}

/// Where the stretch ends that begins with the clause: before the next clause that stands for itself.
fn extent(s: &Scene, clauses: &[Clause], at: usize, phrase: &Range<usize>) -> usize {
    let mut end = clauses[at].tokens.end;
    for (j, c) in clauses.iter().enumerate().skip(at + 1) {
        let outer = c.host.is_some_and(|h| h < at);
        let stops = match c.kind {
            Kind::Tail => true,
            Kind::Main => !goes_on(s, clauses, at, j, phrase),
            // A verb that shares the subject shares a date that stands before both.
            Kind::SharedSubject => {
                c.host.is_some_and(|h| h <= at)
                    && (outer
                        || clauses[at]
                            .verb
                            .is_some_and(|v| phrase.start >= s.groups[v].tokens.start))
            }
            Kind::Resumed => outer,
            _ => clauses[at].kind == Kind::Sub && outer,
        };
        if stops && j > at {
            break;
        }
        end = c.tokens.end;
    }
    end
}

/// Whether a clause joined by "and" alone still belongs to what the first one says or dates: "said that 30 had died
/// and 40 had fled", "On Friday the roof fell and the wall cracked". One with a date of its own never does.
fn goes_on(s: &Scene, clauses: &[Clause], at: usize, next: usize, phrase: &Range<usize>) -> bool {
    let c = &clauses[next];
    let and = s.class(c.tokens.start) == Class::And;
    let dated = s
        .dates
        .clone()
        .any(|i| c.tokens.contains(&s.mentions[i].tokens.start));
    let inside = clauses[next - 1].kind == Kind::Content && clauses[next - 1].host.is_some_and(|h| h >= at);
    and && !dated && (inside || leads(clauses, at, phrase))
}

/// Whether the date stands at the clause's beginning, before its verb.
fn leads(clauses: &[Clause], at: usize, phrase: &Range<usize>) -> bool {
    phrase.start <= clauses[at].body + 1
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

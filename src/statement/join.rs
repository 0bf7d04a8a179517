//! Which dates of a sentence are one: lists, the two ends of a span, a part beside its whole.

use super::aside::holds_date;
use super::clause::Clause;
use super::group::Unit;
use super::phrase::phrase;
use super::scene::Scene;
use crate::resolve::{Part, Preposition, TimexType};
use crate::rules::{Meaning, Which};
use crate::tagged::Tagged;
use crate::text::Class;
use crate::time::{Grain, Moment};
use std::ops::Range;

/// Where the dates of a unit begin and end.
fn ends(tagged: &Tagged, u: &Unit) -> Option<(Moment, Moment)> {
    let first = tagged.whens.get(u.dates.first)?;
    let last = u.dates.last.and_then(|l| tagged.whens.get(l)).unwrap_or(first);
    Some((first.start?, last.end?))
}

/// Whether the second lies in the first.
fn holds(a: (Moment, Moment), b: (Moment, Moment)) -> bool {
    a.0.at() <= b.0.at() && b.1.at() <= a.1.at()
}

/// "the quarter ended 31 December": the end of the time says which it is.
pub(super) fn ended(tagged: &Tagged, units: Vec<Unit>) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::new();
    for mut u in units {
        let inside = |o: &Unit| {
            u.phrase.tokens.start <= o.phrase.tokens.start && o.phrase.tokens.end < u.phrase.tokens.end
        };
        if let Some(mut o) = out.pop_if(|o| inside(o)) {
            let same = ends(tagged, &o)
                .zip(ends(tagged, &u))
                .is_some_and(|(a, b)| a.1.at() == b.1.at() && holds(a, b));
            if same {
                o.dates.beside.push(u.dates.first);
                o.phrase = u.phrase;
                out.push(o);
                continue;
            }
            u.dates.beside.push(o.dates.first);
        }
        out.push(u);
    }
    out
}

/// "in 2001, 2005 and 2009": each date of a list tells the same, without the list; those that touch are one span.
pub(super) fn lists(tagged: &Tagged, s: &Scene, units: Vec<Unit>) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::new();
    let mut run: Vec<Unit> = Vec::new();
    for u in units {
        if run.last().is_some_and(|l| !listed(tagged, s, l, &u)) {
            out.append(&mut settled(tagged, s, std::mem::take(&mut run)));
        }
        run.push(u);
    }
    out.append(&mut settled(tagged, s, run));
    out
}

fn listed(tagged: &Tagged, s: &Scene, a: &Unit, b: &Unit) -> bool {
    let between = a.phrase.tokens.end..b.phrase.tokens.start;
    let marks = (1..=2).contains(&between.len())
        && between
            .clone()
            .all(|i| matches!(s.class(i), Class::And | Class::Comma | Class::Or));
    let nested = ends(tagged, a)
        .zip(ends(tagged, b))
        .is_none_or(|(x, y)| holds(x, y) || holds(y, x));
    let same = a.governed.map(|g| g.group) == b.governed.map(|g| g.group);
    marks && !nested && same && !a.phrase.of_noun && !b.phrase.of_noun
}

fn settled(tagged: &Tagged, s: &Scene, mut run: Vec<Unit>) -> Vec<Unit> {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return run;
    };
    if run.len() < 2 {
        return run;
    }
    let touch = run.windows(2).all(|w| {
        w.iter().all(|u| u.dates.last.is_none())
            && ends(tagged, &w[0])
                .zip(ends(tagged, &w[1]))
                .is_some_and(|(a, b)| a.1.at() == b.0.at())
    });
    let (one, other) = (first.dates.first, last.dates.last.unwrap_or(last.dates.first));
    let joint = phrase(s, one, other);
    if touch {
        let mut whole = run.swap_remove(0);
        whole.dates.beside.extend(one + 1..other);
        whole.dates.last = Some(other);
        whole.dates.listed = true;
        whole.phrase = joint;
        return vec![whole];
    }
    for u in &mut run {
        u.phrase.cut = joint.cut.clone();
        u.whole |= joint.cut.is_none();
    }
    run
}

/// Joins dates of one verb where they say one thing.
pub(super) fn joined(tagged: &Tagged, s: &Scene, clauses: &[Clause], units: Vec<Unit>) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::new();
    // Only dates of one verb are compared, and a sentence's last few at that.
    for u in units {
        let same = out
            .iter()
            .enumerate()
            .rev()
            .take(4)
            .find(|(_, o)| {
                // "Rents, unchanged since 2018, rise in May": the aside keeps its date to itself.
                o.noun.is_none()
                    && (!holds_date(s, clauses, o) || holds_date(s, clauses, &u))
                    && u.noun.is_none()
                    && o.governed.map(|g| g.group) == u.governed.map(|g| g.group)
            })
            .map(|(k, _)| k);
        match same {
            Some(k) => {
                if let Some(separate) = merge(tagged, s, &mut out[k], u) {
                    out.push(separate);
                }
            }
            None => out.push(u),
        }
    }
    out
}

/// Joins a second date of the same verb to the first; gives it back where it makes an event of its own.
fn merge(tagged: &Tagged, s: &Scene, a: &mut Unit, mut b: Unit) -> Option<Unit> {
    let (Some(x), Some(y)) = (ends(tagged, a), ends(tagged, &b)) else {
        return Some(b);
    };
    if holds(x, y) || holds(y, x) {
        // The finer one carries the event.
        if holds(x, y) && !holds(y, x) {
            std::mem::swap(a, &mut b);
        }
        a.dates.beside.push(b.dates.first);
        a.dates.beside.extend(b.dates.last);
        a.dates.beside.extend(b.dates.beside);
        a.more.push(b.phrase);
        a.more.extend(b.more);
        return None;
    }
    // "from 9:12 to 9:40 on 3 May 2024"
    let ahead = timed(tagged, a) && one_day(tagged, &b);
    if ahead || timed(tagged, &b) && one_day(tagged, a) {
        if !ahead {
            std::mem::swap(a, &mut b);
        }
        a.dates.day = Some(b.dates.first);
        a.dates.beside.push(b.dates.first);
        a.more.push(b.phrase);
        return None;
    }
    let preposition = |u: &Unit| {
        tagged
            .contexts
            .get(u.dates.first)
            .map_or(Preposition::None, |c| c.preposition)
    };
    let opens = matches!(preposition(a), Preposition::Since | Preposition::From);
    let closes = matches!(
        preposition(&b),
        Preposition::Until | Preposition::Through | Preposition::To
    );
    let single = a.dates.last.is_none() && b.dates.last.is_none();
    if opens && closes && single && x.0.at() <= y.0.at() {
        a.dates.last = Some(b.dates.first);
        a.more.push(b.phrase);
        return None;
    }
    if a.phrase.cut.is_some() && a.phrase.cut == b.phrase.cut {
        return Some(b);
    }
    // "fell 4% in 2023 and 2% in 2024", or a clause whose verb was not found: none of the two says when the whole was.
    if parted(s, a.phrase.tokens.end..b.phrase.tokens.start) {
        a.whole = true;
        b.whole = true;
        return Some(b);
    }
    // Two dates on one verb that are no span: the one nearest behind the verb says when, as in "sank on Friday on its
    // way to the 2026 fair".
    let verb = a
        .governed
        .and_then(|g| s.groups.get(g.group))
        .map_or(0, |g| g.tokens.end);
    if a.phrase.tokens.start < verb && b.phrase.tokens.start >= verb && b.phrase.tokens.start - verb <= 3 {
        *a = b;
    }
    None
}

/// Whether these are times of the clock whose day the words beside them do not name.
fn timed(tagged: &Tagged, u: &Unit) -> bool {
    u.dates.day.is_none()
        && [Some(u.dates.first), u.dates.last]
            .into_iter()
            .flatten()
            .all(|i| {
                // "last night" names its day, whatever day stands beside it
                let last = tagged
                    .mentions
                    .get(i)
                    .is_some_and(|m| matches!(m.meaning, Meaning::Named(_, Which::Last | Which::This)));
                tagged.whens.get(i).is_some_and(|w| {
                    w.kind == TimexType::Time
                        && !last
                        && w.inferred.contains(&Part::Day)
                        && !w.stated.contains(&Part::Weekday)
                })
            })
}

fn one_day(tagged: &Tagged, u: &Unit) -> bool {
    let when = tagged.whens.get(u.dates.first);
    u.dates.last.is_none() && when.is_some_and(|w| w.kind == TimexType::Date && w.grain == Some(Grain::Day))
}

/// Whether two dates of what seems one verb are parted by a word that joins two of something.
fn parted(s: &Scene, between: Range<usize>) -> bool {
    between.clone().any(|i| {
        matches!(
            s.class(i),
            Class::And | Class::Or | Class::Conjunction | Class::Semicolon | Class::That | Class::Dash
        )
    })
}

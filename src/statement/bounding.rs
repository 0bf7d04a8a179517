//! Dates of another event that stands in the same sentence behind "since", "until", "before" or "after": "idle since the
//! fire in May", "shut until the roof was mended in 2019". The statement is counted from the event, and does not lie in
//! its date.

use super::anchored::{Side, Step, counted, free, lead, noun};
use super::anchors::from_date;
use super::clause::{Clause, Kind};
use super::group::Unit;
use super::happening::{after_article, keys_of_noun, run};
use super::phrase::first_since;
use super::relation::Place;
use super::scene::Scene;
use crate::tagged::Tagged;
use crate::text::{Class, VerbGroup, VerbKind};
use crate::time::Grain;

/// An event named with its date: how the statement lies to it, where the words of both begin, and the event's own.
#[derive(Debug, Clone)]
pub(super) struct Bounding {
    pub side: Side,
    pub step: Step,
    pub start: usize,
    /// The noun that names the event, where no clause does.
    pub noun: Option<usize>,
    /// "the flood of 2007": the date is that of nothing else.
    own: bool,
}

/// The place of a statement that the date of another event bounds, and where the words that tell it begin.
pub(super) fn bounded(
    tagged: &Tagged,
    s: &Scene,
    clauses: &[Clause],
    unit: &Unit,
    verb: Option<&VerbGroup>,
    place: &Place,
) -> Option<(Place, usize)> {
    let date = unit.phrase.tokens.start;
    let (b, verb, start) = match before_date(s, date) {
        Some(b) => {
            let start = b.start;
            (b, verb, start)
        }
        None => {
            let (b, host) = in_clause(s, clauses, unit)?;
            (b, s.groups.get(host), date)
        }
    };
    // "met after a meeting on Friday", "left before the doors opened on Friday": most likely that day too; how long
    // after what was in a year, nobody can tell.
    let clause = start == date;
    let day = place.when.grain <= Grain::Day;
    let had = verb.is_some_and(|v| v.tokens.clone().any(|i| s.class(i) == Class::Had));
    let same = b.step == Step::Open
        && match b.side {
            Side::After if clause => day,
            Side::After => !b.own && b.start != s.range.start,
            Side::Before => clause && day && !had,
            Side::Since | Side::Until => false,
        };
    if same {
        return None;
    }
    Some((from_date(tagged, b.side, b.step, place, verb)?, start))
}

/// The words of an event that a date stands behind: "two days after the fire" on 3 May.
pub(super) fn before_date(s: &Scene, date: usize) -> Option<Bounding> {
    let own = s.before(date) == Class::Of;
    let end = if own { date - 1 } else { date };
    (s.range.start.max(date.saturating_sub(12))..date)
        .rev()
        .find_map(|i| {
            let (side, words, fixed) = lead(s, i)?;
            let (start, step, _) = counted(s, side, &words, fixed);
            let told = noun(s, words.end)
                .is_some_and(|n| !n.keys.is_empty() && (n.end == end || n.end == date))
                || (own || side != Side::After) && thing(s, side, words.end, end, own);
            (told && free(s, start) && !first_since(s, start)).then_some(Bounding {
                side,
                step,
                start,
                noun: run(s, after_article(s, words.end)).map(|r| r.end - 1),
                own,
            })
        })
}

/// "since a visit to Leeds", "until elections", "after the gale of 2015": whatever has a date behind "since", "until" or
/// "of" is what one counts from, once a verb has told what is counted.
fn thing(s: &Scene, side: Side, from: usize, end: usize, own: bool) -> bool {
    let known = |i: usize| s.nominal(i) || s.capital(i);
    let part = |i: usize| {
        known(i)
            || matches!(
                s.class(i),
                Class::The
                    | Class::A
                    | Class::Of
                    | Class::To
                    | Class::In
                    | Class::At
                    | Class::Hyphen
                    | Class::Apostrophe
                    | Class::Letter
                    | Class::PastVerb
            )
    };
    let verb = |i: usize| s.groups.iter().any(|g| g.tokens.contains(&i));
    let fine =
        from < end && known(end - 1) && (from..end).all(|i| part(i) && s.date_at(i).is_none() && !verb(i));
    let told = s.finite().any(|g| s.groups[g].tokens.end < from);
    let happens = || !keys_of_noun(s.word(end - 1)).is_empty();
    fine && told && (own || matches!(side, Side::Since | Side::Until) || happens())
}

/// The date of a clause behind "since", "until", "before" or "after" in a statement that is told whole: what bounds it,
/// and the verb of what is told.
fn in_clause(s: &Scene, clauses: &[Clause], unit: &Unit) -> Option<(Bounding, usize)> {
    let governed = unit.governed?;
    let clause = clauses.get(governed.clause)?;
    let group = s.groups.get(governed.group)?;
    // "since winning the vote in 2019"
    let gerund = group.kind == VerbKind::Participle && group.tokens.start > s.range.start;
    let (opener, host) = if gerund {
        (group.tokens.start - 1, clause.verb?)
    } else {
        let host = clause
            .host
            .filter(|_| clause.kind == Kind::Sub && clause.verb == Some(governed.group))?;
        (clause.body.checked_sub(1)?, clauses.get(host)?.verb?)
    };
    let (side, words, _) = lead(s, opener)?;
    // ", since it had lost in 2019": a reason.
    let reason = side == Side::Since && s.before(opener) == Class::Comma;
    let told = s.groups.get(host)?.tokens.end <= opener;
    let (start, step, _) = counted(s, side, &words, None);
    let fine = told && !reason && free(s, start) && !first_since(s, start) && words.len() == 1;
    fine.then_some((
        Bounding {
            side,
            step,
            start,
            noun: None,
            own: false,
        },
        host,
    ))
}

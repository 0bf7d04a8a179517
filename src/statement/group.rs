//! Which dates of a sentence make one event together.

use super::clause::Clause;
use super::governor::{Governed, governor};
use super::phrase::{Phrase, phrase};
use super::relation::Dates;
use super::scene::Scene;
use crate::resolve::{Preposition, TimexType};
use crate::rules::{Link, Meaning, Which};
use crate::tagged::Tagged;
use crate::text::Class;

/// The dates of one event, their words, and the verb group that they belong to.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub dates: Dates,
    pub phrase: Phrase,
    /// The words of the dates beside it.
    pub more: Vec<Phrase>,
    pub governed: Option<Governed>,
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

/// "the first nine months of 2024" is written as a length, but has its place.
fn portion(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Portion { .. } => true,
        Meaning::Within(a, b) => portion(a) || portion(b),
        Meaning::Modified(_, m) => portion(m),
        _ => false,
    }
}

/// The events that the dates of a sentence make, in the order of the text.
pub(super) fn units(tagged: &Tagged, s: &Scene, clauses: &[Clause]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
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
        if compared(s, i) {
            i = last.unwrap_or(i) + 1;
            continue;
        }
        let both = placed(tagged, i) && last.is_none_or(|l| placed(tagged, l));
        if both {
            units.push(unit(s, clauses, i, last));
        } else if let Some(one) = [Some(i), last].into_iter().flatten().find(|&k| placed(tagged, k)) {
            units.push(unit(s, clauses, one, None));
        }
        i = last.unwrap_or(i) + 1;
    }
    // A date that only describes a noun is not asked where another date says when it happened.
    if units.iter().any(|u| !u.phrase.of_noun) {
        units.retain(|u| !u.phrase.of_noun);
    }
    let mut out: Vec<Unit> = Vec::new();
    // Only dates of one verb are compared, and a sentence's last few at that.
    for u in units {
        let same = out
            .iter()
            .enumerate()
            .rev()
            .take(4)
            .find(|(_, o)| o.governed.map(|g| g.group) == u.governed.map(|g| g.group))
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

/// "up from a year earlier", "compared with last year": what is told did not happen then.
fn compared(s: &Scene, mention: usize) -> bool {
    let m = &s.mentions[mention];
    let before = m.tokens.start.wrapping_sub(1);
    let back = matches!(
        &m.meaning,
        Meaning::Shift { back: true, .. } | Meaning::Unit(_, Which::Last | Which::Previous)
    );
    match s.class(before) {
        Class::Than => true,
        Class::With => back,
        Class::From => back && before != s.range.start,
        _ => false,
    }
}

fn unit(s: &Scene, clauses: &[Clause], first: usize, last: Option<usize>) -> Unit {
    Unit {
        phrase: phrase(s, first, last.unwrap_or(first)),
        governed: governor(s, clauses, first),
        dates: Dates {
            first,
            last,
            beside: Vec::new(),
            listed: false,
        },
        more: Vec::new(),
    }
}

/// Joins a second date of the same verb to the first; gives it back where it makes an event of its own.
fn merge(tagged: &Tagged, s: &Scene, a: &mut Unit, mut b: Unit) -> Option<Unit> {
    let ends = |u: &Unit| {
        let first = tagged.whens.get(u.dates.first)?;
        let last = u.dates.last.and_then(|l| tagged.whens.get(l)).unwrap_or(first);
        Some((first.start?, last.end?))
    };
    let (Some((a0, a1)), Some((b0, b1))) = (ends(a), ends(&b)) else {
        return Some(b);
    };
    let within = |x: (_, _), y: (_, _)| y.0 <= x.0 && x.1 <= y.1;
    let (ta, tb) = ((a0.at(), a1.at()), (b0.at(), b1.at()));
    if within(tb, ta) || within(ta, tb) {
        // The finer one carries the event.
        if within(tb, ta) && !within(ta, tb) {
            std::mem::swap(a, &mut b);
        }
        a.dates.beside.push(b.dates.first);
        a.dates.beside.extend(b.dates.last);
        a.dates.beside.extend(b.dates.beside);
        a.more.push(b.phrase);
        a.more.extend(b.more);
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
    if opens && closes && single && ta.0 <= tb.0 {
        a.dates.last = Some(b.dates.first);
        a.more.push(b.phrase);
        return None;
    }
    let between = a.phrase.tokens.end..b.phrase.tokens.start;
    let listed = between.len() <= 2
        && !between.is_empty()
        && between
            .clone()
            .all(|i| matches!(s.class(i), Class::And | Class::Comma | Class::Or));
    if listed {
        if single && ta.1 == tb.0 {
            a.dates.last = Some(b.dates.first);
            a.dates.listed = true;
            a.phrase = phrase(s, a.dates.first, b.dates.first);
            return None;
        }
        // "on Monday and Wednesday": two events that say the same, without the two dates.
        let joint = phrase(s, a.dates.first, b.dates.first).cut;
        a.phrase.cut = joint.clone();
        b.phrase.cut = joint;
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

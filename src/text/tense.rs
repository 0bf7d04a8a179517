//! The verb group that governs a time expression, and which side of now it points to.

use super::verbs::{VerbGroup, VerbKind, VerbTense, Weak};
use super::{Class, Token};
use std::ops::Range;

/// What the governing verb group tells about direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Governor {
    /// Past, present, future or none found.
    pub modality: Modality,
    /// Whether the verb tells of saying ("said on Friday").
    pub reports: bool,
    /// Whether it is a past perfect ("had left").
    pub perfect: bool,
    /// Whether it looks ahead from the time of writing: "will leave", not "would leave".
    pub will: bool,
    /// Its modal verb, by its token: "must", "would".
    pub modal: Option<usize>,
}

/// Which side of now a verb group points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Modality {
    /// No verb group found, or one that may point to either.
    #[default]
    None,
    /// "left", "was held", "has said".
    Past,
    /// "is", "says".
    Present,
    /// "will leave", "is due to leave", "is expected on".
    Future,
    /// What was planned for it is told of in the past: "the march planned for Friday was called off".
    Either,
}

/// The verb group that governs the expression at `mention` (tokens): of the sentence's `groups` the nearest one
/// before it, else the first one behind it.
pub fn governor(tokens: &[Token], groups: &[VerbGroup], mention: Range<usize>) -> Governor {
    let at = groups.partition_point(|g| g.tokens.start < mention.start);
    let before = at
        .checked_sub(1)
        .and_then(|k| groups.get(k))
        .filter(|g| !parted(tokens, g.tokens.end, mention.start));
    let after = || groups[at..].iter().take(8).find(|g| g.kind == VerbKind::Finite);
    let before = before.filter(|_| !opens_clause(tokens, groups.get(at), mention.clone()));
    let Some(group) = before.or_else(after) else {
        return Governor::default();
    };
    // "will stay closed", "stays closed": two groups that touch are one.
    let group = match at.checked_sub(2).and_then(|k| groups.get(k)) {
        Some(first)
            if before.is_some()
                && first.tokens.end == group.tokens.start
                && (first.tense == VerbTense::Future
                    || first.tense == VerbTense::Present
                        && first.kind == VerbKind::Finite
                        && group.kind == VerbKind::Participle) =>
        {
            first
        }
        _ => group,
    };
    // "was scheduled for Friday": the plan is past, its date need not be; a perfect is over.
    let perfect = perfect(tokens, group);
    let planned = before.is_some() && done_by(tokens, group, mention.start)
        || class_in(tokens, group, Class::Expected) && !perfect
        || ahead(tokens, group)
        || before.is_some() && !perfect && put_off(tokens, group, mention.clone())
        || before.is_some() && under_way(tokens, group, mention.clone())
        || before.is_some() && lasts_until(tokens, groups, at, mention.start);
    let modality = if before.is_some() && plan_told(tokens, groups, group, mention.end) {
        Modality::Either
    } else if planned {
        Modality::Future
    } else {
        modality(tokens, groups, group)
    };
    Governor {
        modality,
        reports: group.says,
        perfect,
        will: class_in(tokens, group, Class::Will) && !class_in(tokens, group, Class::Had),
        modal: group
            .tokens
            .clone()
            .find(|&i| tokens.get(i).is_some_and(|t| t.class == Class::Modal)),
    }
}

/// Whether the group only says for when something was planned that is told of in the past: it is over, or was called
/// off.
fn plan_told(tokens: &[Token], groups: &[VerbGroup], group: &VerbGroup, end: usize) -> bool {
    let at = groups.partition_point(|g| g.tokens.start < end);
    group.kind == VerbKind::Participle
        && class_in(tokens, group, Class::Expected)
        && groups.get(at).is_some_and(|next| {
            next.kind == VerbKind::Finite
                && next.tense == VerbTense::Past
                && !parted(tokens, end, next.tokens.start)
                && !tokens
                    .get(end..next.tokens.start)
                    .unwrap_or_default()
                    .iter()
                    .any(|t| {
                        matches!(
                            t.class,
                            Class::And | Class::Conjunction | Class::That | Class::Quote
                        )
                    })
        })
}

/// Whether the words of the group point ahead whatever its tense: "has to answer by Friday", "did not plan to
/// leave on Friday".
fn ahead(tokens: &[Token], group: &VerbGroup) -> bool {
    let class = |i: usize| tokens.get(i).map(|t| t.class);
    let at = group.tokens.start;
    let obliged = class(at) == Some(Class::Have) && class(at + 1) == Some(Class::To);
    // The wish is past, what was wished need not be; a perfect is over.
    let mut wish = group
        .tokens
        .clone()
        .skip_while(|&i| class(i) != Some(Class::PlanVerb));
    let wished = wish.next().is_some() && wish.any(|i| class(i) == Some(Class::To));
    obliged || wished && !perfect(tokens, group)
}

/// Whether the expression says how long somebody has from now on: "was postponed to Friday", "gave them until Friday to
/// answer".
fn put_off(tokens: &[Token], group: &VerbGroup, mention: Range<usize>) -> bool {
    let class = |i: Option<usize>| i.and_then(|i| tokens.get(i)).map(|t| t.class);
    let led = class(mention.start.checked_sub(1));
    // "until noon on Friday"
    let noon = led == Some(Class::On) && class(mention.start.checked_sub(2)) == Some(Class::Noon);
    let led = if noon {
        class(mention.start.checked_sub(3))
    } else {
        led
    };
    let until = matches!(led, Some(Class::Until | Class::Through));
    let to = matches!(led, Some(Class::To | Class::For));
    group.defers && (until || to) || until && class(Some(mention.end)) == Some(Class::To)
}

/// Whether it is what will have been done by then: "who has not paid by Friday". Of what is over the past perfect would
/// tell.
fn done_by(tokens: &[Token], group: &VerbGroup, mention: usize) -> bool {
    let class = |i: usize| tokens.get(i).map(|t| t.class);
    let led = mention.checked_sub(1).and_then(class) == Some(Class::By);
    led && class(group.tokens.start) == Some(Class::Have) && group.tokens.len() > 1
}

/// Whether the present tells what is arranged: "is meeting on Friday", "reopens on Friday". The date must stand close
/// behind it: "is recovering in a clinic after a fall on Friday" points back. What is, and what is said, may have been
/// on the day before.
fn under_way(tokens: &[Token], group: &VerbGroup, mention: Range<usize>) -> bool {
    const CLOSE: usize = 5;
    let between = tokens.get(group.tokens.end..mention.start).unwrap_or_default();
    let date = tokens.get(mention).unwrap_or_default();
    let class = |i: usize| tokens.get(i).map(|t| t.class);
    let progressive = group.progressive && class(group.tokens.start) == Some(Class::Is);
    // "is on Friday", "is in July": what is to be held then
    let held = group.tokens.len() == 1
        && class(group.tokens.start) == Some(Class::Is)
        && between.len() == 1
        && matches!(between[0].class, Class::On | Class::In);
    let simple = || {
        group.tokens.len() == 1
            && group.kind == VerbKind::Finite
            && !group.says
            && !matches!(
                class(group.tokens.start),
                Some(Class::Is | Class::Have | Class::Do | Class::SayPresent)
            )
            && (date.iter().any(|t| t.class == Class::Weekday)
                || date.len() > 1 && date.iter().any(|t| t.class == Class::Month))
            && between.last().is_some_and(|t| {
                // "peaks in the small hours of Tuesday"; "falls in Friday trading" is over
                matches!(t.class, Class::On | Class::At) || t.class == Class::In && date.len() > 2
            })
    };
    group.tense == VerbTense::Present
        && (progressive || held || simple())
        && between.len() <= CLOSE
        && !between.iter().any(|t| {
            matches!(
                t.class,
                Class::After
                    | Class::Before
                    | Class::Since
                    | Class::From
                    | Class::Comma
                    | Class::Of
                    | Class::That
            )
        })
}

/// "stays shut until the vote on Friday": what is so now ends at what is to come.
fn lasts_until(tokens: &[Token], groups: &[VerbGroup], at: usize, mention: usize) -> bool {
    const CLOSE: usize = 6;
    let nearest = at.checked_sub(1).and_then(|k| groups.get(k));
    let Some(nearest) = nearest else { return false };
    let first = at.checked_sub(2).and_then(|k| groups.get(k));
    let group = first
        .filter(|f| f.tokens.end == nearest.tokens.start)
        .unwrap_or(nearest);
    let between = tokens.get(nearest.tokens.end..mention).unwrap_or_default();
    let near = &between[between.len().saturating_sub(CLOSE)..];
    let until = near.iter().rposition(|t| t.class == Class::Until);
    let whole = !near.iter().any(|t| {
        matches!(
            t.class,
            Class::Comma | Class::Conjunction | Class::That | Class::Since
        )
    });
    group.tense == VerbTense::Present && !group.says && whole && until.is_some()
}

/// Whether the expression opens a clause of its own: "They sued to overturn it, but in March a judge ruled …". A verb
/// must follow before the clause ends, and after a subject ("opened in May, and in June closed" is left alone: there
/// both verbs point the same way).
fn opens_clause(tokens: &[Token], next: Option<&VerbGroup>, mention: Range<usize>) -> bool {
    let back = |k: usize| {
        mention
            .start
            .checked_sub(k)
            .and_then(|i| tokens.get(i))
            .map(|t| t.class)
    };
    let led = matches!(
        back(1),
        Some(Class::In | Class::On | Class::At | Class::By | Class::During)
    );
    let mark = if led { 2 } else { 1 };
    let joined = matches!(back(mark), Some(Class::And | Class::Conjunction))
        && (back(mark) == Some(Class::Conjunction) || back(mark + 1) == Some(Class::Comma));
    let ends = |t: &Token| {
        matches!(
            t.class,
            Class::Semicolon
                | Class::Break
                | Class::And
                | Class::Or
                | Class::Conjunction
                | Class::That
                | Class::Quote
        )
    };
    joined
        && next.is_some_and(|n| {
            n.kind == VerbKind::Finite
                && n.tokens.start > mention.end
                && !tokens
                    .get(mention.end..n.tokens.start)
                    .unwrap_or_default()
                    .iter()
                    .any(ends)
        })
}

/// Whether a clause ends between two places: "He left; on Friday …".
fn parted(tokens: &[Token], from: usize, to: usize) -> bool {
    tokens
        .get(from..to)
        .unwrap_or_default()
        .iter()
        .any(|t| matches!(t.class, Class::Semicolon | Class::Break))
}

fn modality(tokens: &[Token], groups: &[VerbGroup], group: &VerbGroup) -> Modality {
    match (group.kind, group.tense) {
        // "to open": ahead of the verb that it hangs on. Behind a past one it may be over or not: "sailed to open the
        // pier in May", "has signed a contract to open it in May".
        (VerbKind::Infinitive, _) => match host(groups, group).map(|h| h.tense) {
            Some(VerbTense::Past) => Modality::None,
            _ => Modality::Future,
        },
        (_, VerbTense::Future) => Modality::Future,
        // "agreed to open it in May"
        (VerbKind::Finite, VerbTense::Past) if aims(tokens, group) => Modality::None,
        (VerbKind::Finite, VerbTense::Past) => Modality::Past,
        (VerbKind::Finite, VerbTense::Present) => Modality::Present,
        // "sending", "built": as the verb that it hangs on
        (VerbKind::Participle, tense) => {
            // "the report released on Friday will be read": done before what its sentence tells
            let behind = || host_behind(tokens, groups, group).filter(|_| group.weak != Weak::Past);
            let host = host(groups, group).or_else(behind);
            match (host.map(|h| h.tense), tense) {
                // "will stay closed until"
                (Some(VerbTense::Future), _) => Modality::Future,
                (Some(VerbTense::Past), _) | (_, VerbTense::Past) => Modality::Past,
                _ => Modality::Present,
            }
        }
    }
}

/// Whether a past group goes on to what need not be past: "agreed to open"; not "had to open".
fn aims(tokens: &[Token], group: &VerbGroup) -> bool {
    group.tokens.len() > 2 && class_in(tokens, group, Class::To) && !class_in(tokens, group, Class::Had)
}

/// The finite group that a participle or infinitive hangs on: the nearest one before it.
fn host<'g>(groups: &'g [VerbGroup], group: &VerbGroup) -> Option<&'g VerbGroup> {
    const REACH: usize = 6;
    let at = groups.partition_point(|g| g.tokens.start < group.tokens.start);
    groups[..at]
        .iter()
        .rev()
        .take(REACH)
        .find(|g| g.kind == VerbKind::Finite)
}

/// The finite group that one in "-ing" before it hangs on: "Closing it in May, as she plans, would cost jobs".
fn host_behind<'g>(tokens: &[Token], groups: &'g [VerbGroup], group: &VerbGroup) -> Option<&'g VerbGroup> {
    const SUBJECT: usize = 5;
    let aside = |g: &VerbGroup| {
        let from = g.tokens.start.saturating_sub(SUBJECT).max(group.tokens.end);
        let subject = tokens.get(from..g.tokens.start).unwrap_or_default();
        subject.iter().any(|t| t.class == Class::As)
    };
    let at = groups.partition_point(|g| g.tokens.start <= group.tokens.start);
    groups[at..]
        .iter()
        .find(|g| g.kind == VerbKind::Finite && !aside(g))
}

fn class_in(tokens: &[Token], group: &VerbGroup, class: Class) -> bool {
    tokens
        .get(group.tokens.clone())
        .unwrap_or_default()
        .iter()
        .any(|t| t.class == class)
}

fn perfect(tokens: &[Token], group: &VerbGroup) -> bool {
    group.tokens.len() > 1 && class_in(tokens, group, Class::Had)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lex;

    fn modality(text: &str, word: &str) -> Modality {
        let tokens = lex(text);
        let at = tokens.iter().position(|t| &text[t.range()] == word).unwrap();
        let groups = crate::text::verb_groups(text, &tokens, 0..tokens.len(), std::iter::once(at..at + 1));
        governor(&tokens, &groups, at..at + 1).modality
    }

    #[test]
    fn governors() {
        for (text, word, want) in [
            ("The ministry said on Friday it had", "Friday", Modality::Past),
            ("The council will meet on Friday", "Friday", Modality::Future),
            ("The vote is expected on Friday", "Friday", Modality::Future),
            ("The vote was scheduled for Friday", "Friday", Modality::Future),
            (
                "All but one had left hospital by Wednesday",
                "Wednesday",
                Modality::Past,
            ),
            ("On Friday the ministers met again", "Friday", Modality::Past),
            ("On Friday the ministers will meet", "Friday", Modality::Future),
            ("He is to appear in court on Monday", "Monday", Modality::Future),
            ("The council has to answer by Friday", "Friday", Modality::Future),
            (
                "The firm did not plan to finish it on Friday",
                "Friday",
                Modality::Future,
            ),
            ("The firm had to answer on Friday", "Friday", Modality::Past),
            ("The board is meeting on Friday", "Friday", Modality::Future),
            ("Prices are rising since Friday", "Friday", Modality::Present),
            (
                "She is recovering after a fall on Friday",
                "Friday",
                Modality::Present,
            ),
            (
                "The port has agreed to admit them in March",
                "March",
                Modality::None,
            ),
            (
                "The port has signed a contract to open the pier in March",
                "March",
                Modality::None,
            ),
            (
                "The port wants a contract to open the pier in March",
                "March",
                Modality::Future,
            ),
            ("They hoped to finish by Friday", "Friday", Modality::Future),
            ("They had hoped to finish by Friday", "Friday", Modality::Past),
            (
                "The deadline was extended until Friday",
                "Friday",
                Modality::Future,
            ),
            (
                "The lease was extended through Friday",
                "Friday",
                Modality::Future,
            ),
            ("The pier was closed until Friday", "Friday", Modality::Past),
            ("The regatta is on Friday", "Friday", Modality::Future),
            (
                "Who has not paid by Friday must leave",
                "Friday",
                Modality::Future,
            ),
            ("The pier is shut since Friday", "Friday", Modality::Present),
            ("It ends at noon on Friday", "Friday", Modality::Future),
            (
                "They have until noon on Friday to answer",
                "Friday",
                Modality::Future,
            ),
            (
                "Ferries will start getting sold on Friday",
                "Friday",
                Modality::Future,
            ),
            ("The ferry got sold on Friday", "Friday", Modality::Past),
            (
                "The hearing had been adjourned to Friday",
                "Friday",
                Modality::Past,
            ),
            (
                "He stays in prison until the vote on Friday",
                "Friday",
                Modality::Future,
            ),
            (
                "The road is shut until the vote on Friday",
                "Friday",
                Modality::Future,
            ),
            (
                "The road was shut until the vote on Friday",
                "Friday",
                Modality::Past,
            ),
            ("It gave them until Friday to answer", "Friday", Modality::Future),
            (
                "They sued to overturn the decision, but in March a judge ruled against them",
                "March",
                Modality::Past,
            ),
            (
                "The pier was shut in spring, and on Monday the council will vote",
                "Monday",
                Modality::Future,
            ),
        ] {
            assert_eq!(modality(text, word), want, "{text}");
        }
    }
}

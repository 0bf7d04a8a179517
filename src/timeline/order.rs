//! The order of time, and which events a request leaves out.

use super::model::Timeline;
use crate::statement::{Event, Relation};
use crate::time::Moment;
use chrono::TimeDelta;
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Puts events in order: by instant where all that lie on a clock carry offsets, else by local civil time; an event
/// without a start by its end; of those at one time first what lies before it, last what lies after it, between them the
/// longer first; then in the order they came in. What is only known to lie before another event stands before it.
pub(super) fn sort(events: &mut [Event]) {
    // Instants and local times don't mix into one order: decided once for all.
    let instants = events
        .iter()
        .flat_map(|e| [e.when.start, e.when.end])
        .flatten()
        .filter(|m| m.has_clock())
        .all(|m| m.offset().is_some());
    let key = |m: Moment| match m.offset().filter(|_| instants) {
        Some(o) => m.at() - TimeDelta::minutes(o.into()),
        None => m.at(),
    };
    let anchors: HashSet<&str> = events.iter().filter_map(|e| e.anchor.as_deref()).collect();
    let starts: HashMap<String, Moment> = events
        .iter()
        .filter(|e| anchors.contains(e.id.as_str()))
        .filter_map(|e| Some((e.id.clone(), e.when.start?)))
        .collect();
    // "Ahead of the vote" reaches to the end of the vote's day, and yet lies before the vote.
    let before = |e: &Event| match (&e.anchor, e.relation, e.when.start) {
        (Some(anchor), Relation::Before, None) => starts.get(anchor).copied(),
        _ => None,
    };
    events.sort_by(|a, b| {
        let at = |e: &Event| before(e).or(e.when.start).or(e.when.end).map(key);
        let by_time = match (at(a), at(b)) {
            (Some(x), Some(y)) => x.cmp(&y),
            // What lies nowhere comes last.
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (None, None) => Ordering::Equal,
        };
        // Without a start, the one that reaches less far.
        let end = |e: &Event| e.when.end.filter(|_| e.when.start.is_none()).map(key);
        by_time
            .then_with(|| side(a).cmp(&side(b)))
            .then_with(|| end(a).cmp(&end(b)))
            .then_with(|| length(b).cmp(&length(a)))
    });
}

/// On which side of its time an event lies.
fn side(e: &Event) -> i8 {
    match (e.relation, e.when.start) {
        (_, None) => -1,
        (Relation::After, _) => 1,
        _ => 0,
    }
}

/// Keeps the `top` most salient events, of equals the earlier; the others go to [`Timeline::more`], from where a larger
/// `top` takes them back. Both stay in the order of time.
pub fn keep_top(timeline: &mut Timeline, top: usize) {
    let mut all = std::mem::take(&mut timeline.events);
    all.append(&mut timeline.more);
    sort(&mut all);
    let mut ranked: Vec<usize> = (0..all.len()).collect();
    let salience = |i: &usize| all[*i].salience.unwrap_or_default();
    ranked.sort_by(|a, b| salience(b).total_cmp(&salience(a)).then(a.cmp(b)));
    let kept: BTreeSet<usize> = ranked.into_iter().take(top).collect();
    for (i, event) in all.into_iter().enumerate() {
        let to = if kept.contains(&i) {
            &mut timeline.events
        } else {
            &mut timeline.more
        };
        to.push(event);
    }
    timeline.options.top = Some(top);
}

/// How long it lies; without an end, longer than anything; without a start, no longer than its end.
fn length(e: &Event) -> TimeDelta {
    match (e.when.start, e.when.end) {
        (Some(s), Some(e)) => e.at() - s.at(),
        (Some(_), None) => TimeDelta::MAX,
        _ => TimeDelta::zero(),
    }
}

/// Whether an event lies in the window that a request asks for.
pub(super) fn wanted(e: &Event, since: Option<Moment>, until: Option<Moment>) -> bool {
    let late_enough = match (since, e.when.end) {
        (Some(s), Some(end)) => end.compare(s) == Ordering::Greater,
        _ => true,
    };
    let early_enough = match (until, e.when.start.or(e.when.end)) {
        (Some(u), Some(start)) => start.compare(u) == Ordering::Less,
        _ => true,
    };
    late_enough && early_enough
}

//! What had gone on up to what its sentence tells: "The county took over the depot in 2019 from a trust, which had run it
//! since 1950" tells a stretch that ended with the taking over, where "has run it" would still go on.

use super::scene::Scene;
use super::{Event, Relation, Shape};
use crate::resolve::WhyStep;
use crate::text::{Class, VerbGroup, VerbKind, VerbTense};
use std::ops::Range;

/// Gives each event of a sentence that had gone on since its date the end that the sentence tells of: the one other event
/// in it, if what governs that is a plain past. `governed` are the events by their numbers, each with the verb group
/// that governs its date and the words that it is told in.
pub(super) fn ended(
    s: &Scene,
    governed: impl Iterator<Item = (usize, usize, Range<usize>)>,
    events: &mut [Event],
) {
    let told: Vec<_> = governed
        .filter_map(|(event, group, words)| Some((event, s.groups.get(group)?, words)))
        .collect();
    let relation = |e: usize| events.get(e).map(|e| e.relation);
    let goes_on = |e: usize, g: &VerbGroup| {
        relation(e) == Some(Relation::Since) && s.class(g.tokens.start) == Class::Had
    };
    let ends = |e: usize, g: &VerbGroup| relation(e) == Some(Relation::Within) && happened(s, g);
    let mut ends = told.iter().filter(|(e, g, _)| ends(*e, g));
    let (Some((last, verb, _)), None) = (ends.next(), ends.next()) else {
        return;
    };
    let Some(last) = events.get(*last).cloned() else {
        return;
    };
    // What the whole sentence tells would read as if the end of it had gone on.
    let going = told
        .iter()
        .filter(|(e, g, words)| goes_on(*e, g) && !words.contains(&verb.head));
    for e in going.map(|t| t.0).collect::<Vec<_>>() {
        let Some(event) = events.get_mut(e) else {
            continue;
        };
        let (Some(from), Some(to), Some(end)) = (event.when.start, last.when.start, last.when.end) else {
            continue;
        };
        if from.at() >= to.at() {
            continue;
        }
        event.relation = Relation::Throughout;
        event.when.value = format!("{}/{}", event.when.value, last.when.value);
        event.when.end = Some(end);
        event.when.shape = Shape::Duration;
        event.when.grain = event.when.grain.min(last.when.grain);
        // A span is as sure as the less sure of its ends.
        event.certainty = event.certainty.max(last.certainty);
        event.why.push(WhyStep {
            step: "relation".into(),
            rule: None,
            note: format!("“had” tells that it went on until then: {}", last.when.value),
        });
    }
}

/// Whether the group tells what happened, and not who said so: "said on Friday that it had been shut since Monday" ends
/// nothing.
fn happened(s: &Scene, g: &VerbGroup) -> bool {
    let perfect = matches!(s.class(g.tokens.start), Class::Had | Class::Have);
    g.kind == VerbKind::Finite && g.tense == VerbTense::Past && !g.says && !perfect
}

//! What had gone on up to what its sentence tells: "The county took over the depot in 2019 from a trust, which had run it
//! since 1950" tells a stretch that ended with the taking over, where "has run it" would still go on.

use super::scene::Scene;
use super::{Event, Relation, Shape};
use crate::resolve::WhyStep;
use crate::text::{Class, VerbGroup, VerbKind, VerbTense};

/// Gives each event of a sentence that had gone on since its date the end that the sentence tells of: the one other event
/// in it, if what governs that is a plain past. `governed` are the events by their numbers, each with the verb group
/// that governs its date.
pub(super) fn ended(s: &Scene, governed: impl Iterator<Item = (usize, usize)>, events: &mut [Event]) {
    let told: Vec<_> = governed
        .filter_map(|(event, group)| Some((event, s.groups.get(group)?)))
        .collect();
    let goes_on = |&(e, g): &(usize, &VerbGroup)| {
        events[e].relation == Relation::Since && s.class(g.tokens.start) == Class::Had
    };
    let ends = |&(e, g): &(usize, &VerbGroup)| events[e].relation == Relation::Within && happened(s, g);
    let mut ends = told.iter().filter(|t| ends(t));
    let (Some((last, verb)), None) = (ends.next(), ends.next()) else {
        return;
    };
    let verb = s.word(verb.head);
    let last = events[*last].clone();
    let going: Vec<usize> = told.iter().filter(|t| goes_on(t)).map(|t| t.0).collect();
    for e in going {
        let Some(event) = events.get_mut(e) else {
            continue;
        };
        let (Some(from), Some(to), Some(end)) = (event.when.start, last.when.start, last.when.end) else {
            continue;
        };
        // Told by the whole sentence, it would read as if that went on.
        let told_by_both = event.statement.split(' ').any(|word| word == verb);
        if from.at() >= to.at() || told_by_both {
            continue;
        }
        event.relation = Relation::Throughout;
        event.when.value = format!("{}/{}", event.when.value, last.when.value);
        event.when.end = Some(end);
        event.when.shape = Shape::Duration;
        event.when.grain = event.when.grain.min(last.when.grain);
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

//! Which events of a long timeline are drawn in full.

use crate::timeline::{Certainty, Event, Timeline};
use std::cmp::Reverse;
use std::collections::HashMap;

/// A whole score; all parts of it add up to this.
const WHOLE: u64 = 1_000;

/// For each event whether it is among the `most` that are drawn.
///
/// The most salient are kept. Of equally salient ones those are kept that lie spread over the timeline: the first
/// sixty of a thousand would show its beginning only.
pub(super) fn chosen(timeline: &Timeline, most: usize) -> Vec<bool> {
    let events = &timeline.events;
    if events.len() <= most {
        return vec![true; events.len()];
    }
    let lengths = lengths(events);
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by_cached_key(|&i| {
        let score = events.get(i).map_or(0, |e| score(e, &lengths));
        // Halves first, then quarters: bits of the place, the lowest foremost, leave even gaps at every length.
        (Reverse(score), (i as u64).reverse_bits(), i)
    });
    let mut found = vec![false; events.len()];
    for i in order.into_iter().take(most) {
        if let Some(kept) = found.get_mut(i) {
            *kept = true;
        }
    }
    found
}

/// How far into each document its dated statements reach, in characters.
fn lengths(events: &[Event]) -> HashMap<&str, u64> {
    let mut lengths = HashMap::new();
    for e in events {
        let reach = e.sentence_span.map_or(0, |s| s[1] as u64);
        let longest = lengths.entry(document(e)).or_insert(0);
        *longest = reach.max(*longest);
    }
    lengths
}

fn document(e: &Event) -> &str {
    e.sources.first().map_or("", String::as_str)
}

/// The salience in thousandths. Where the JSON gives none: up to 300 for how sure the date is, up to 500 for how
/// near the head of its document the statement stands, up to 200 for more than one expression that dates it.
fn score(e: &Event, lengths: &HashMap<&str, u64>) -> u64 {
    if let Some(given) = e.salience {
        // Saturates, and is 0 for what is no number.
        return (given.clamp(0.0, 1.0) * WHOLE as f64) as u64;
    }
    let sure = match e.certainty {
        Certainty::Stated => 300,
        Certainty::Inferred => 200,
        Certainty::Ambiguous => 100,
    };
    let length = lengths.get(document(e)).copied().unwrap_or(0).max(1);
    let lead = e
        .sentence_span
        .map_or(0, |s| 500 * (length - (s[0] as u64).min(length)) / length);
    let mentions = (e.mentions.len().saturating_sub(1) as u64).min(2) * 100;
    sure + lead + mentions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline(events: Vec<serde_json::Value>) -> Timeline {
        serde_json::from_value(serde_json::json!({"schema": "dateline/1", "events": events})).unwrap()
    }

    fn event(i: usize) -> serde_json::Value {
        serde_json::json!({"id": format!("e{i}"), "statement": "s", "when": {"value": ""}})
    }

    fn kept(t: &Timeline, most: usize) -> Vec<usize> {
        let found = chosen(t, most);
        (0..found.len()).filter(|&i| found[i]).collect()
    }

    #[test]
    fn the_salient_are_kept() {
        let mut events: Vec<_> = (0..6).map(event).collect();
        events[4]["salience"] = 0.9.into();
        events[1]["salience"] = 0.8.into();
        events[2]["salience"] = (-3.0).into();
        let t = timeline(events);
        assert_eq!(kept(&t, 2), [1, 4]);
        assert_eq!(kept(&t, 6).len(), 6);
        assert!(!kept(&t, 5).contains(&2));
    }

    #[test]
    fn without_salience_the_lead_and_the_sure_count() {
        let mut events: Vec<_> = (0..4).map(event).collect();
        for (i, e) in events.iter_mut().enumerate() {
            e["sentence_span"] = serde_json::json!([100 - 30 * i, 120 - 30 * i]);
            e["certainty"] = if i == 0 { "stated" } else { "inferred" }.into();
        }
        assert_eq!(kept(&timeline(events), 1), [3], "the nearest to the head");
    }

    #[test]
    fn equals_are_spread() {
        let t = timeline((0..64).map(event).collect());
        let kept = kept(&t, 8);
        assert_eq!(kept.len(), 8);
        assert!(kept.windows(2).all(|w| w[1] - w[0] == 8), "{kept:?}");
    }
}

//! What a chart that can't hold all should keep: few terms, each from 0 to 1.

use crate::statement::{Certainty, Event};
use crate::time::Grain;
use std::collections::BTreeMap;

/// An event of the first sentences: news tells first what matters most.
const LEAD: f64 = 0.35;
/// A date of its own, stated, and precise.
const DATED: f64 = 0.3;
/// Told as a fact rather than as something said.
const TOLD: f64 = 0.2;
/// Told more than once, or by more than one date.
const AGAIN: f64 = 0.15;
/// At this place in its document, an event's lead is worth half.
const HALF: f64 = 6.0;

/// Gives every event its salience, from 0 to 1 with two decimals. Events come in the order of each document's text.
pub(super) fn rate(events: &mut [Event]) {
    let mut seen: BTreeMap<String, (usize, Option<[usize; 2]>)> = BTreeMap::new();
    for e in events {
        let document = e.sources.first().cloned().unwrap_or_default();
        let (place, last) = seen.entry(document).or_insert((0, e.sentence_span));
        if *last != e.sentence_span {
            *place += 1;
            *last = e.sentence_span;
        }
        let lead = HALF / (HALF + *place as f64);
        let sure = match e.certainty {
            Certainty::Stated => 1.0,
            Certainty::Inferred => 0.6,
            _ => 0.2,
        };
        let precise = match e.when.grain {
            g if g <= Grain::Day => 1.0,
            g if g <= Grain::Month => 0.6,
            _ => 0.3,
        };
        let told = if e.reports || e.attribution.is_some() {
            0.0
        } else {
            1.0
        };
        let times = (e.also.len() + e.mentions.len().saturating_sub(1)).min(2) as f64 / 2.0;
        let sum = LEAD * lead + DATED * sure * precise + TOLD * told + AGAIN * times;
        e.salience = Some((sum * 100.0).round() / 100.0);
    }
}

//! What is to be drawn: events of one date gathered, their words chosen, their marks decided.

use super::choose::chosen;
use super::clean::clean;
use super::entry::{Entry, entry, rivals};
use super::instant::{Instant, of_clock};
use super::publications::{Publication, publications};
use super::rest::{Gathering, Rest};
use super::span::{Bar, Key, key};
use super::words::event_words;
use crate::time::{Grain, Moment};
use crate::timeline::{Event, Shape, Tense, Timeline};
use std::cmp::Reverse;

/// Statements of one date.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Where its leader starts; `None` without any date.
    pub anchor: Option<Instant>,
    /// The date in words.
    pub date: String,
    /// Its bar, where it is more than a point.
    pub bar: Option<Bar>,
    /// Whether the dot is an exact place: an instant or a day.
    pub exact: bool,
    /// Whether the ends are only about right.
    pub approx: bool,
    /// How precise the date is.
    pub grain: Grain,
    /// The statements that are drawn, in the order of the timeline.
    pub entries: Vec<Entry>,
    /// How many more of this very date are only counted.
    pub more: usize,
    /// What the row stands for when it only counts: then it has no entries.
    pub rest: Option<Rest>,
    /// Places of other readings.
    pub others: Vec<Instant>,
}

/// Everything that has a place in the chart.
#[derive(Debug, Clone, Default)]
pub(super) struct Items {
    /// In the order of time; those without a date last.
    pub groups: Vec<Group>,
    /// In the order of time.
    pub publications: Vec<Publication>,
    /// For each publication, how many groups stand before its row.
    pub before: Vec<usize>,
    /// How many of them are drawn rather than counted.
    pub drawn: usize,
}

impl Items {
    /// Up to when something that began at `from` is known to go on: the last publication after it.
    pub fn still(&self, from: Instant) -> Option<Instant> {
        self.publications.last().map(|p| p.at).filter(|&at| at > from)
    }
}

/// Gathers the events and the publication days of a timeline; at most `most` events are drawn in full, and the others
/// are counted in the row of their date or in rows that stand for a stretch.
pub(super) fn items(timeline: &Timeline, most: usize) -> Items {
    let publications = publications(timeline);
    let is_drawn = chosen(timeline, most);
    let mut order: Vec<(&Event, bool, Key)> = timeline
        .events
        .iter()
        .zip(is_drawn.iter().copied())
        .map(|(e, drawn)| (e, drawn, key(e, &publications)))
        .collect();
    // What came from before stands above what begins there, the longer above the shorter.
    order.sort_by_key(|(.., k)| {
        (
            k.anchor.is_none(),
            k.anchor,
            !k.comes_from_before(),
            Reverse(k.reach),
        )
    });
    let dates = dates(&order);
    let before: Vec<usize> = publications.iter().map(|p| standing_before(p, &dates)).collect();
    // Dates of which nothing is drawn are gathered, but never across the row of a publication.
    let mut groups: Vec<Group> = Vec::new();
    let mut before_now = vec![0; before.len()];
    let mut gathering = Gathering::default();
    for (i, date) in dates.iter().enumerate() {
        let ends_here = before.contains(&i);
        let is_drawn = date.events.iter().any(|(_, drawn)| *drawn);
        if ends_here || is_drawn || date.key.anchor.is_none() != gathering.is_undated() {
            groups.extend(gathering.finish());
        }
        for (now, _) in before_now.iter_mut().zip(&before).filter(|(_, b)| **b == i) {
            *now = groups.len();
        }
        if is_drawn {
            groups.push(group(date, timeline));
        } else {
            gathering.add(date.key.anchor, date.events.iter().map(|(e, _)| *e), &date.words);
        }
    }
    groups.extend(gathering.finish());
    for (now, _) in before_now
        .iter_mut()
        .zip(&before)
        .filter(|(_, b)| **b >= dates.len())
    {
        *now = groups.len();
    }
    Items {
        groups,
        publications,
        before: before_now,
        drawn: is_drawn.iter().filter(|d| **d).count(),
    }
}

/// Events that share a date and its words.
struct Date<'a> {
    key: Key,
    words: String,
    /// With whether each is drawn.
    events: Vec<(&'a Event, bool)>,
}

fn dates<'a>(order: &[(&'a Event, bool, Key)]) -> Vec<Date<'a>> {
    let mut dates: Vec<Date<'a>> = Vec::new();
    for (event, drawn, key) in order {
        let words = clean(&event_words(event));
        match dates.last_mut() {
            Some(last) if last.key == *key && last.words == words => last.events.push((event, *drawn)),
            _ => dates.push(Date {
                key: *key,
                words,
                events: vec![(event, *drawn)],
            }),
        }
    }
    dates
}

/// How many dates stand before the row of a publication. What is foretold for its very day stands below its line,
/// what is told stands above.
fn standing_before(p: &Publication, dates: &[Date<'_>]) -> usize {
    let past = |d: &Date<'_>| d.key.anchor.is_some_and(|a| a < p.at);
    let start = dates.partition_point(past);
    let told = |d: &&Date<'_>| {
        let first = d.events.first().and_then(|(e, _)| e.tense);
        d.key.anchor == Some(p.at) && first != Some(Tense::Future)
    };
    start + dates.iter().skip(start).take_while(told).count()
}

fn group(date: &Date<'_>, timeline: &Timeline) -> Group {
    let drawn = || date.events.iter().filter(|(_, drawn)| *drawn).map(|(e, _)| *e);
    let of_readings = |e: &Event| -> Vec<Instant> {
        let shown = if rivals(e) { e.alternatives.as_slice() } else { &[] };
        shown
            .iter()
            .filter_map(|a| a.start)
            .map(|m: Moment| of_clock(m.at()))
            .collect()
    };
    let mut others: Vec<Instant> = drawn().flat_map(of_readings).collect();
    others.sort_unstable();
    others.dedup();
    let entries: Vec<Entry> = drawn()
        .map(|e| entry(e, &date.words, &timeline.documents))
        .collect();
    let when = drawn().next().map(|e| &e.when);
    Group {
        anchor: date.key.anchor,
        date: date.words.clone(),
        bar: date.key.bar,
        exact: when.is_some_and(|w| w.shape == Shape::Point && w.grain <= Grain::Day),
        approx: when.is_some_and(|w| w.approx),
        grain: when.map_or(Grain::Day, |w| w.grain),
        more: date.events.len() - entries.len(),
        entries,
        rest: None,
        others,
    }
}

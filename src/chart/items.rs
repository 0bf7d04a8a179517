//! What is to be drawn: events of one date gathered, their words chosen, their marks decided.

use super::clean::clean;
use super::instant::{DAY, Instant, of_clock};
use super::publications::{Publication, publications};
use super::words::{alternative_words, event_words};
use crate::time::{Grain, Moment};
use crate::timeline::{Certainty, Event, Relation, Shape, Tense, Timeline};
use std::cmp::Reverse;

/// How many other readings are named beside an event; all of them are in its `<title>`.
const NAMED: usize = 2;

/// How the time between two ends was spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fill {
    /// All of it.
    Lasted,
    /// Once, somewhere in there.
    Somewhere,
    /// Again and again.
    Repeated,
}

/// A bar beside the axis. An end that is not known is drawn as such, not guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bar {
    /// Where it begins; `None` when that is not known.
    pub from: Option<Instant>,
    /// Where it ends; `None` when that is not known.
    pub to: Option<Instant>,
    /// What it stands for.
    pub fill: Fill,
}

/// A statement with all the words that go with it.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The event's id.
    pub id: String,
    /// Its statement, cleaned.
    pub statement: String,
    /// The words of the text, in quotes, and other readings.
    pub phrase: String,
    /// Everything, for the tooltip.
    pub title: String,
    /// How sure the date is.
    pub certainty: Certainty,
    /// `data-start`, `data-end`, `data-grain`.
    pub data: [String; 3],
}

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
    /// The statements, in the order of the timeline.
    pub entries: Vec<Entry>,
    /// Places of other readings.
    pub others: Vec<Instant>,
}

impl Group {
    /// The certainty of all its entries, where they agree.
    pub fn certainty(&self) -> Option<Certainty> {
        let first = self.entries.first()?.certainty;
        self.entries.iter().all(|e| e.certainty == first).then_some(first)
    }
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
}

impl Items {
    /// Up to when something that began at `from` is known to go on: the last publication after it.
    pub fn still(&self, from: Instant) -> Option<Instant> {
        self.publications.last().map(|p| p.at).filter(|&at| at > from)
    }
}

/// Gathers the events and the publication days of a timeline.
pub(super) fn items(timeline: &Timeline) -> Items {
    let publications = publications(timeline);
    let mut order: Vec<(&Event, Key)> = timeline
        .events
        .iter()
        .map(|e| (e, key(e, &publications)))
        .collect();
    // What came from before stands above what begins there, the longer above the shorter.
    order.sort_by_key(|(_, k)| {
        (
            k.anchor.is_none(),
            k.anchor,
            !k.comes_from_before(),
            Reverse(k.reach),
        )
    });
    let mut groups: Vec<Group> = Vec::new();
    let mut groups_after = Vec::new();
    let mut same: Option<(Key, String)> = None;
    for (event, k) in order {
        let date = clean(&event_words(event));
        let shown = if rivals(event) {
            event.alternatives.as_slice()
        } else {
            &[]
        };
        let places = shown.iter().filter_map(|a| a.start).map(|m| of_clock(m.at()));
        match (groups.last_mut(), &same) {
            (Some(group), Some((key, words))) if *key == k && *words == date => {
                group.others.extend(places);
                group.entries.push(entry(event, &date));
            }
            _ => {
                groups_after.push(event.tense == Some(Tense::Future));
                groups.push(Group {
                    anchor: k.anchor,
                    bar: k.bar,
                    exact: event.when.shape == Shape::Point && event.when.grain <= Grain::Day,
                    approx: event.when.approx,
                    grain: event.when.grain,
                    entries: vec![entry(event, &date)],
                    others: places.collect(),
                    date: date.clone(),
                });
                same = Some((k, date));
            }
        }
    }
    for group in &mut groups {
        group.others.sort_unstable();
        group.others.dedup();
    }
    // What is foretold for the very day of publication stands below its line, what is told stands above.
    let before = publications
        .iter()
        .map(|p| {
            let past = |g: &Group| g.anchor.is_some_and(|a| a < p.at);
            let start = groups.partition_point(past);
            let same = groups.iter().zip(&groups_after).skip(start);
            start
                + same
                    .take_while(|(g, future)| g.anchor == Some(p.at) && !**future)
                    .count()
        })
        .collect();
    Items {
        groups,
        publications,
        before,
    }
}

/// Whether the other readings are as good, so that the chart itself shows them. Readings that merely lost, as the
/// coming Friday does to a story of the past, stay in the mark's title.
fn rivals(event: &Event) -> bool {
    event.certainty != crate::timeline::Certainty::Inferred
}

/// What makes two events share a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    anchor: Option<Instant>,
    reach: Instant,
    bar: Option<Bar>,
}

impl Key {
    fn comes_from_before(&self) -> bool {
        self.bar.is_some_and(|b| b.from.is_none())
    }
}

fn key(event: &Event, publications: &[Publication]) -> Key {
    let w = &event.when;
    let start = w.start.map(|m| of_clock(m.at()));
    let end = w.end.map(|m| of_clock(m.at()));
    let fill = match (event.relation, w.shape) {
        (Relation::Repeats, _) => Fill::Repeated,
        (Relation::Throughout | Relation::Since | Relation::Until, _) | (_, Shape::Duration) => Fill::Lasted,
        (Relation::Within, Shape::Open) => Fill::Lasted,
        _ => Fill::Somewhere,
    };
    // A window that ends with the day of publication ends at its line: both stand for that day.
    let stop = |hi: Instant, lo: Instant| {
        let line = publications
            .iter()
            .map(|p| p.at)
            .find(|&p| lo < p && hi > p && hi <= p + DAY);
        line.unwrap_or(hi)
    };
    match (start, end) {
        (None, None) => Key {
            anchor: None,
            reach: 0,
            bar: None,
        },
        (Some(lo), None) => Key {
            anchor: Some(lo),
            reach: Instant::MAX,
            bar: Some(Bar {
                from: Some(lo),
                to: None,
                fill,
            }),
        },
        (None, Some(hi)) => {
            // "Until Friday" has its dot on Friday, where other days have theirs; "until 2020" where the year ends.
            let clock = w.end.is_some_and(Moment::has_clock);
            let at = if clock || w.grain > Grain::Day {
                hi
            } else {
                hi - DAY
            };
            Key {
                anchor: Some(at),
                reach: at,
                bar: Some(Bar {
                    from: None,
                    to: Some(hi),
                    fill,
                }),
            }
        }
        (Some(lo), Some(hi)) => {
            // An end before its start is a slip of the pen; the start counts.
            let hi = hi.max(lo);
            let is_point = w.shape == Shape::Point || hi == lo;
            let to = stop(hi, lo);
            let bar = (!is_point).then_some(Bar {
                from: Some(lo),
                to: Some(to),
                fill,
            });
            Key {
                anchor: Some(lo),
                reach: hi,
                bar,
            }
        }
    }
}

fn entry(event: &Event, date: &str) -> Entry {
    let like = event.when.start.or(event.when.end).map(Moment::day);
    let statement = clean(&event.headline());
    let mut phrase = clean(&event.phrase);
    if phrase.is_empty() {
        let words: Vec<String> = event.mentions.iter().map(|m| clean(&m.text)).collect();
        phrase = words.join(" … ");
    }
    let mut title = format!("{date} — {statement}");
    if let Some(who) = &event.attribution {
        title.push_str(&format!(" (according to {})", clean(&who.text)));
    }
    let mut parts = Vec::new();
    if !phrase.is_empty() {
        parts.push(format!("“{phrase}”"));
        title.push_str(&format!("\nIn the text: “{phrase}”"));
    }
    for step in &event.why {
        let note = clean(&step.note);
        match step.rule.as_deref().map(clean) {
            Some(rule) if note.is_empty() => title.push_str(&format!("\n{}: {rule}", clean(&step.step))),
            Some(rule) => title.push_str(&format!("\n{}: {note} ({rule})", clean(&step.step))),
            None => title.push_str(&format!("\n{}: {note}", clean(&step.step))),
        }
    }
    for (i, other) in event.alternatives.iter().enumerate() {
        let words = match (other.start, other.end) {
            (Some(a), Some(b)) => alternative_words(a, b, event.when.grain, &other.value, like),
            _ => other.value.clone(),
        };
        let words = clean(&words);
        let note = clean(&other.note);
        let note = if note.is_empty() {
            note
        } else {
            format!(" ({note})")
        };
        title.push_str(&format!("\nor {words}{note}"));
        if !rivals(event) {
            continue;
        }
        if i < NAMED {
            parts.push(format!("or {words}"));
        } else if i == NAMED {
            parts.push("…".into());
        }
    }
    let end = |m: Option<Moment>| m.map(|m| m.to_string()).unwrap_or_default();
    Entry {
        id: clean(&event.id),
        statement,
        phrase: parts.join(" · "),
        title,
        certainty: event.certainty,
        data: [
            end(event.when.start),
            end(event.when.end),
            event.when.grain.word().into(),
        ],
    }
}

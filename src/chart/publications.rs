//! Days of publication: what relative dates count from, each a row of its own.

use super::clean::clean;
use super::instant::{Instant, of_clock, of_day};
use super::widths::Tenths;
use super::words::full_day;
use super::wrap::{Face, Lines, wrap};
use crate::published::Published;
use crate::time::Day;
use crate::timeline::{Tense, Timeline, WhyStep};
use std::collections::BTreeMap;

/// A day on which something was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Publication {
    /// Its place on the axis.
    pub at: Instant,
    /// "Published Monday 27 January 2025".
    pub words: String,
    /// " — “Friday”, “last month” are counted from here"; left out where there is no room for all of it.
    pub counted: String,
    /// The documents published then, by their place in the timeline.
    pub documents: Vec<usize>,
}

impl Publication {
    /// Its words as text no wider than `room`, in at most so many lines.
    pub fn lines(&self, room: Tenths, face: Face, most: usize) -> Lines {
        let whole = wrap(&format!("{}{}", self.words, self.counted), room, face, most);
        match whole.cut {
            true => wrap(&self.words, room, face, most),
            false => whole,
        }
    }
}

/// The days of publication of a timeline's documents, in order.
pub(super) fn publications(timeline: &Timeline) -> Vec<Publication> {
    let mut days: BTreeMap<Day, Vec<(usize, String, &Published)>> = BTreeMap::new();
    for (i, doc) in timeline.documents.iter().enumerate() {
        if let Some(p) = &doc.published {
            days.entry(p.date).or_default().push((i, clean(&doc.name), p));
        }
    }
    let several = timeline.documents.len() > 1;
    days.into_iter()
        .map(|(day, docs)| {
            let year = if docs.iter().any(|(_, _, p)| is_year_inferred(p)) {
                " (year inferred)"
            } else {
                ""
            };
            let names: Vec<&str> = docs.iter().map(|(_, name, _)| name.as_str()).collect();
            let names = if several {
                format!(": {}", names.join(", "))
            } else {
                String::new()
            };
            let at = place(day, &docs, timeline);
            let counted = match several {
                true => String::new(),
                false => counted_from(timeline),
            };
            Publication {
                at,
                documents: docs.iter().map(|(i, ..)| *i).collect(),
                words: format!("Published {}{year}{names}", full_day(day)),
                counted,
            }
        })
        .collect()
}

/// How many phrases are named as counted from the day of publication.
const NAMED: usize = 2;
/// How the steps of a resolution begin that counts from it.
const ANCHOR: &str = "publication date";

/// The first phrases of the text for which that is so.
fn counted_from(timeline: &Timeline) -> String {
    let mut found: Vec<([usize; 2], String)> = timeline
        .events
        .iter()
        .filter(|e| {
            let anchored = |w: &WhyStep| w.step == "anchor" && w.note.starts_with(ANCHOR);
            e.why.iter().any(anchored)
        })
        .filter_map(|e| e.mentions.first())
        .map(|m| (m.span, format!("“{}”", clean(&m.text))))
        .collect();
    found.sort();
    let mut words: Vec<String> = Vec::new();
    for (_, phrase) in found {
        if words.len() < NAMED && !words.contains(&phrase) {
            words.push(phrase);
        }
    }
    match words.as_slice() {
        [] => String::new(),
        [one] => format!(" — {one} is counted from here"),
        more => format!(" — {} are counted from here", more.join(", ")),
    }
}

/// A day of publication stands where days stand, at their beginning. Where the text tells the hours of that very
/// day, its line must not come before what it tells as past: then it stands at the time of publication or, if
/// that is not known, at the last hour that is told.
fn place(day: Day, docs: &[(usize, String, &Published)], timeline: &Timeline) -> Instant {
    let hours = timeline
        .events
        .iter()
        .filter(|e| e.tense != Some(Tense::Future))
        .filter_map(|e| e.when.start);
    let told = hours
        .filter(|m| m.has_clock() && m.day() == day)
        .map(|m| of_clock(m.at()))
        .max();
    let Some(told) = told else {
        return of_day(day);
    };
    let time = docs
        .iter()
        .filter_map(|(_, _, p)| seconds(p.time.as_deref()?))
        .max();
    time.map_or(told, |s| (of_day(day) + s).max(told))
}

/// Seconds into the day of `HH:MM`.
fn seconds(time: &str) -> Option<Instant> {
    let (h, m) = time.split_once(':')?;
    let (h, m): (u8, u8) = (h.parse().ok()?, m.get(..2)?.parse().ok()?);
    (h < 24 && m < 60).then_some(i64::from(h) * 3_600 + i64::from(m) * 60)
}

/// Whether the year of a publication date had to be worked out.
pub(super) fn is_year_inferred(p: &Published) -> bool {
    p.inferred.iter().any(|part| part == "year")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_told_whole_or_not_at_all() {
        let publication = Publication {
            at: 0,
            words: "Published Monday 27 January 2025".into(),
            counted: " — “Friday” is counted from here".into(),
            documents: vec![0],
        };
        let told = |room| publication.lines(room, Face::bold(130), 2);
        assert!(told(9_000).lines.concat().ends_with("from here"));
        let narrow = told(1_900);
        assert!(
            !narrow.cut && narrow.lines.concat().ends_with("2025"),
            "{narrow:?}"
        );
    }

    fn at(time: Option<&str>, start: &str) -> Instant {
        let json = serde_json::json!({
            "schema": "dateline/1",
            "documents": [{"id": "d1", "name": "a", "source": "a",
                "published": {"date": "2025-01-27", "time": time, "from": "date line"}}],
            "events": [{"id": "e1", "statement": "s", "when": {"value": "", "start": start, "end": null}}],
        });
        publications(&serde_json::from_value(json).unwrap())[0].at
    }

    #[test]
    fn the_line_stands_behind_the_hours_of_its_day() {
        let day = of_day(crate::time::day(2025, 1, 27).unwrap());
        assert_eq!(at(Some("14:30"), "2025-01-24"), day);
        assert_eq!(at(Some("14:30"), "2025-01-27"), day);
        assert_eq!(at(Some("14:30"), "2025-01-27T09:00"), day + 52_200);
        assert_eq!(at(None, "2025-01-27T09:00"), day + 32_400);
        assert_eq!(at(Some("é"), "2025-01-27T09:00"), day + 32_400);
    }
}

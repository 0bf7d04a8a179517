//! Logs and live blogs: entries that open with a time of the clock, under one date. Where the clock turns back, a
//! midnight lies between.

use super::date_line::sign;
use crate::document::{Block, BlockKind, Document};
use crate::rules::{ClockTime, Meaning, Mention};
use crate::text::Token;
use std::ops::Range;

/// So many entries make a log.
const LEAST: usize = 4;
/// A clock that turns back by more minutes has passed midnight; by fewer, an entry was added late.
const TURN: i32 = 6 * 60;

/// A log: blocks that each open with a time of the clock, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// The mention that opens its first entry.
    pub first: usize,
    /// The byte where its last entry ends.
    pub end: usize,
    /// The stretches that do not lie on the day it is dated, as bytes of the text, and how many days they lie after it
    /// (or before it, where the newest entry stands first).
    pub nights: Vec<(Range<usize>, i32)>,
}

/// The log that the text holds or is.
pub fn log(doc: &Document, tokens: &[Token], mentions: &[Mention]) -> Option<Log> {
    let entries = entries(doc, tokens, mentions);
    let steps = || entries.windows(2).map(|w| w[1].2 - w[0].2);
    let (up, down) = (
        steps().filter(|s| *s > 0).count(),
        steps().filter(|s| *s < 0).count(),
    );
    // One direction must be plain: each turn of the day is one step against it.
    let forward = up > down;
    if entries.len() < LEAST || up.min(down) * 2 > up.max(down) {
        return None;
    }
    let mut nights = Vec::new();
    let mut days = 0;
    for (i, (_, range, minute)) in entries.iter().enumerate() {
        let step = i.checked_sub(1).map_or(0, |b| minute - entries[b].2);
        if forward && step < -TURN {
            days += 1;
        } else if !forward && step > TURN {
            days -= 1;
        }
        if days != 0 {
            let end = entries
                .get(i + 1)
                .map_or_else(|| behind(doc, range.end), |n| n.1.start);
            nights.push((range.start..end, days));
        }
    }
    let (first, last) = (entries.first()?, entries.last()?);
    Some(Log {
        first: first.0,
        end: last.1.end,
        nights,
    })
}

/// Where what goes on with the last entry ends: before the next heading.
fn behind(doc: &Document, last: usize) -> usize {
    let heading = |b: &&Block| b.range.start >= last && b.kind == BlockKind::Heading;
    doc.blocks
        .iter()
        .find(heading)
        .map_or(doc.text.len(), |b| b.range.start)
}

/// The mentions that open a block with a time of the clock, each with the block and the minute of its day.
fn entries(doc: &Document, tokens: &[Token], mentions: &[Mention]) -> Vec<(usize, Range<usize>, i32)> {
    openers(doc, tokens, mentions)
        .filter_map(|(i, block)| {
            let Meaning::Clock(ClockTime { hour, minute, .. }) = mentions[i].meaning else {
                return None;
            };
            let minute = i32::from(hour) * 60 + i32::from(minute.unwrap_or(0));
            Some((i, block.range.clone(), minute))
        })
        .collect()
}

/// The mentions that open a block, by number, with it: before them stand signs at most.
pub(super) fn openers<'d>(
    doc: &'d Document,
    tokens: &'d [Token],
    mentions: &'d [Mention],
) -> impl Iterator<Item = (usize, &'d Block)> {
    let mut block = 0;
    let placed = mentions.iter().enumerate().filter_map(move |(i, m)| {
        while doc
            .blocks
            .get(block)
            .is_some_and(|b| b.range.end <= m.range.start)
        {
            block += 1;
        }
        Some((i, m, doc.blocks.get(block)?))
    });
    placed.filter_map(|(i, m, block)| {
        let before = tokens.get(..m.tokens.start).unwrap_or_default().iter().rev();
        let first = before
            .take_while(|t| t.start as usize >= block.range.start)
            .all(sign);
        first.then_some((i, block))
    })
}

#[cfg(test)]
mod tests {
    use crate::document::{ReadOptions, read};
    use crate::{Options, tag};

    /// The values of the times of a text, all of them.
    fn times(text: &str) -> Vec<String> {
        let document = read(text.as_bytes(), "log.txt", &ReadOptions::default()).unwrap();
        let tagged = tag(document, &Options::new());
        let times = tagged.whens.into_iter().map(|w| w.value);
        times.filter(|v| v.contains('T')).collect()
    }

    #[test]
    fn a_clock_that_turns_back_has_passed_midnight() {
        let log = "Log\n\n14 October 2025\n\n22:10 The gates close.\n\n23:40 The river rises.\n\n00:20 Water \
            stands in the market.\n\n02:10 The road is closed.";
        assert_eq!(
            times(log),
            [
                "2025-10-14T22:10",
                "2025-10-14T23:40",
                "2025-10-15T00:20",
                "2025-10-15T02:10"
            ]
        );
    }

    #[test]
    fn the_day_of_its_first_entry_may_be_told_before() {
        let log = "The outage\n\n24 September 2024\n\nAt 22:47 on Tuesday 17 September 2024 checkouts began to \
            fail.\n\n22:47 First alert.\n\n23:20 Rollback.\n\n00:05 Second engineer paged.\n\n03:12 All clear.";
        assert_eq!(
            times(log),
            [
                "2024-09-17T22:47",
                "2024-09-17T22:47",
                "2024-09-17T23:20",
                "2024-09-18T00:05",
                "2024-09-18T03:12"
            ]
        );
    }

    #[test]
    fn the_newest_may_stand_first() {
        let log = "Log\n\n15 October 2025\n\n02:10 The road is closed.\n\n00:20 Water stands in the market.\n\n23:40 The \
            river rises.\n\n22:10 The gates close.";
        assert_eq!(
            times(log),
            [
                "2025-10-15T02:10",
                "2025-10-15T00:20",
                "2025-10-14T23:40",
                "2025-10-14T22:10"
            ]
        );
    }

    #[test]
    fn a_late_entry_or_a_timetable_passes_none() {
        for text in [
            "Log\n\n14 October 2025\n\n10:00 It rains.\n\n10:40 It pours.\n\n10:20 It thundered.\n\n11:00 It stops.",
            "Boats\n\n14 October 2025\n\n9:00 Orlan.\n\n21:00 Sele.\n\n8:00 Garrow.\n\n20:00 Wyke.\n\n7:00 Tarn.",
        ] {
            assert!(times(text).iter().all(|v| v.starts_with("2025-10-14T")), "{text}");
        }
    }
}

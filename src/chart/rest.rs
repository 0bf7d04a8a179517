//! Rows that stand for events which are not drawn: how many, from when to when, how dense.

use super::clean::clean;
use super::instant::{DAY, Instant, length, to_clock};
use super::items::Group;
use super::words::{range_words, thousands};
use crate::time::Grain;
use crate::timeline::Event;

/// How many statements the row's `<title>` names.
const NAMED: usize = 8;

/// Events that a row stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rest {
    /// How many there are.
    pub count: usize,
    /// Where they lie, in order; empty without any date.
    pub at: Vec<Instant>,
    /// What the pointer shows.
    pub title: String,
}

impl Rest {
    /// The first and the last instant.
    pub fn ends(&self) -> Option<(Instant, Instant)> {
        Some((*self.at.first()?, *self.at.last()?))
    }

    /// "37 events not drawn".
    pub fn words(&self) -> String {
        let plural = if self.count == 1 { "" } else { "s" };
        format!("{} event{plural} not drawn", thousands(self.count as i64))
    }

    /// How many of them lie in each of so many equal parts of the stretch.
    pub fn density(&self, parts: usize) -> Vec<usize> {
        let mut found = vec![0; parts];
        let Some((from, to)) = self.ends() else {
            return found;
        };
        let span = i128::from(to) - i128::from(from) + 1;
        for t in &self.at {
            let into = (i128::from(*t) - i128::from(from)) * parts as i128 / span;
            if let Some(part) = usize::try_from(into).ok().and_then(|i| found.get_mut(i)) {
                *part += 1;
            }
        }
        found
    }
}

/// Gathers dates until something else stands between them.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    count: usize,
    at: Vec<Instant>,
    grain: Option<Grain>,
    dates: usize,
    first_date: String,
    named: Vec<String>,
}

impl Gathering {
    /// Whether it holds events without any date.
    pub fn is_undated(&self) -> bool {
        self.count > 0 && self.at.is_empty()
    }

    /// One more date with its events.
    pub fn add<'a>(&mut self, anchor: Option<Instant>, events: impl Iterator<Item = &'a Event>, date: &str) {
        self.dates += 1;
        if self.dates == 1 {
            date.clone_into(&mut self.first_date);
        }
        for e in events {
            self.count += 1;
            self.at.extend(anchor);
            let grain = e.when.grain;
            let finest = self.grain.get_or_insert(grain);
            if length(grain) < length(*finest) {
                *finest = grain;
            }
            if self.named.len() < NAMED {
                self.named.push(format!("{date} — {}", clean(&e.headline())));
            }
        }
    }

    /// The row for what was gathered, if anything was; the gathering is empty then.
    pub fn finish(&mut self) -> Option<Group> {
        let all = std::mem::take(self);
        if all.count == 0 {
            return None;
        }
        let rest = Rest {
            count: all.count,
            title: all.title(),
            at: all.at,
        };
        let ends = rest.ends();
        let date = match ends {
            Some((from, to)) if all.dates > 1 => stretch(from, to),
            _ => all.first_date,
        };
        Some(Group {
            anchor: ends.map(|(from, to)| from + (to - from) / 2),
            date,
            bar: None,
            exact: true,
            approx: false,
            grain: all.grain.unwrap_or(Grain::Day),
            entries: Vec::new(),
            more: 0,
            rest: Some(rest),
            others: Vec::new(),
        })
    }

    fn title(&self) -> String {
        let mut title = self.named.join("\n");
        let unnamed = self.count - self.named.len();
        if unnamed > 0 {
            title.push_str(&format!("\nand {} more", thousands(unnamed as i64)));
        }
        title
    }
}

/// From when to when, no finer than a reader needs it: years for what lasts years.
fn stretch(from: Instant, to: Instant) -> String {
    let (Some(a), Some(b)) = (to_clock(from), to_clock(to)) else {
        return String::new();
    };
    let span = to - from;
    let grain = match span {
        s if s < DAY => Grain::Minute,
        s if s < 3 * length(Grain::Month) => Grain::Day,
        s if s < 3 * length(Grain::Year) => Grain::Month,
        _ => Grain::Year,
    };
    range_words(a, b, grain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::instant::of_clock;
    use crate::time::Moment;

    fn at(s: &str) -> Instant {
        of_clock(s.parse::<Moment>().unwrap().at())
    }

    #[test]
    fn stretches_in_words() {
        for (from, to, words) in [
            ("2025-03-02", "2025-03-19", "2–19 March 2025"),
            ("2024-12-30", "2025-01-05", "30 December 2024 – 5 January 2025"),
            ("2024-01-30", "2024-11-05", "January–November 2024"),
            ("1951-01-30", "1987-11-05", "1951–1987"),
            (
                "2025-03-02T09:00",
                "2025-03-02T12:30",
                "Sun 2 March 2025, 09:00–12:30",
            ),
        ] {
            assert_eq!(stretch(at(from), at(to)), words);
        }
    }

    #[test]
    fn density_counts_each_once() {
        let rest = Rest {
            count: 5,
            at: vec![0, 0, 10, 99, 100],
            title: String::new(),
        };
        assert_eq!(rest.density(4), [3, 0, 0, 2]);
        assert_eq!(rest.density(4).iter().sum::<usize>(), rest.count);
    }
}

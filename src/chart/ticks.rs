//! Ticks of the axis: the finest calendar step that has room, labelled with no more than is new.

use super::axis::Axis;
use super::instant::{Instant, to_clock};
use super::text::{Ink, Side, Text};
use super::units::{UNITS, Unit};
use super::widths::Tenths;
use super::words::{month_short, weekday_short, year_words};
use super::wrap::Face;
use crate::time::{Clock, Grain};
use chrono::{Datelike, Timelike};

/// The least distance between two ticks of a step.
const STEP: Tenths = 210;
/// The least distance between two labels.
const APART: Tenths = 170;

/// The least distance between two ticks of a level axis.
const LEVEL: Tenths = 520;
/// Air between two labels of a level axis.
const AIR: Tenths = 100;

/// A tick and, where it has room, its label.
#[derive(Debug, Clone)]
pub(super) struct Tick {
    /// Where it lies in time.
    pub at: Instant,
    /// Whether it begins something larger: a year among months, a month among days.
    pub strong: bool,
    /// The label's words.
    pub label: Option<String>,
}

/// The ticks of a vertical axis, with labels no wider than `room`.
pub(super) fn ticks(axis: &Axis, room: Tenths, size: Tenths) -> Vec<Tick> {
    let mut found = Vec::new();
    let mut said = Said::default();
    let mut lowest = Tenths::MIN / 2;
    for piece in &axis.pieces {
        let Some(grain) = piece.grain else {
            continue;
        };
        // A scale without a single calendar boundary is labelled where it begins.
        let regular = step(piece.to - piece.from, piece.bottom - piece.top, grain, STEP)
            .map(|unit| (unit, unit.ceil(piece.from)))
            .filter(|(_, first)| *first <= piece.to);
        let (unit, first) = regular.unwrap_or((Unit::of_grain(grain), piece.from));
        let mut at = Some(first);
        while let Some(t) = at.filter(|t| *t <= piece.to) {
            let y = axis.y(t);
            let free = y - lowest >= APART;
            let label = to_clock(t)
                .filter(|_| free)
                .and_then(|c| said.label(c, unit, room, size));
            if label.is_some() {
                lowest = y;
            }
            let strong = label.as_ref().is_some_and(|(_, strong)| *strong);
            if found.last().is_none_or(|last: &Tick| last.at < t) {
                found.push(Tick {
                    at: t,
                    strong,
                    label: label.map(|(l, _)| l),
                });
            }
            at = regular.and_then(|_| unit.next(t));
        }
    }
    found
}

/// Ticks of a level axis that begins at `left`, and labels below each other's ends: centred under their tick, inside
/// `bounds`, apart by at least [`AIR`]. `grain` stands for that of the pieces where it is given.
pub(super) fn level(
    axis: &Axis,
    left: Tenths,
    y: Tenths,
    face: Face,
    bounds: (Tenths, Tenths),
    grain: Option<Grain>,
) -> (Vec<Instant>, Vec<Text>) {
    let (mut ticks, mut texts) = (Vec::new(), Vec::new());
    let mut said = Said::default();
    let mut free = bounds.0;
    for piece in &axis.pieces {
        let Some(known) = piece.grain.map(|g| grain.unwrap_or(g)) else {
            continue;
        };
        let Some(unit) = step(piece.to - piece.from, piece.bottom - piece.top, known, LEVEL) else {
            continue;
        };
        let mut at = Some(unit.ceil(piece.from));
        while let Some(t) = at.filter(|t| *t <= piece.to) {
            at = unit.next(t);
            if ticks.last().is_some_and(|last| *last >= t) {
                continue;
            }
            ticks.push(t);
            let x = left + axis.y(t);
            let mut now = said.clone();
            let label = to_clock(t).and_then(|c| now.label(c, unit, 1_200, face.size));
            if let Some((label, _)) = label {
                let half = face.width(&label) / 2 + 1;
                if x - half >= free && x + half <= bounds.1 {
                    let text = Text::line(x, y, face, &label);
                    texts.push(text.ink(Ink::Muted).side(Side::Middle));
                    free = x + half + AIR;
                    said = now;
                }
            }
        }
    }
    (ticks, texts)
}

/// The finest step of at least `least` that says no more than the grain knows.
pub(super) fn step(span: Instant, height: Tenths, grain: Grain, least: Tenths) -> Option<Unit> {
    let floor = Unit::of_grain(grain).length();
    UNITS.into_iter().filter(|u| u.length() >= floor).find(|u| {
        let room = i128::from(u.length()) * i128::from(height) / i128::from(span.max(1));
        room >= i128::from(least)
    })
}

/// What a reader coming down the axis already knows.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    year: Option<i32>,
    month: Option<(i32, u32)>,
    day: Option<(i32, u32)>,
}

impl Said {
    /// The longest label that fits, and whether it is a strong one.
    pub fn label(&mut self, at: Clock, unit: Unit, room: Tenths, size: Tenths) -> Option<(String, bool)> {
        let (year, month) = (at.year(), month_short(at.month()));
        let new_year = self.year != Some(year);
        let new_month = self.month != Some((year, at.month()));
        let new_day = self.day != Some((year, at.ordinal()));
        let (dom, weekday) = (at.day(), weekday_short(at.date()));
        let short = || format!("’{:02}", year.rem_euclid(100));
        let two = |s: &str| s.get(..2).unwrap_or("").to_owned();
        let clock = format!("{:02}:{:02}", at.hour(), at.minute());
        let (forms, strong) = match unit {
            Unit::Years(_) => (vec![year_words(year)], true),
            Unit::Months(_) if at.month() == 1 => (vec![year_words(year)], true),
            Unit::Months(_) if new_year => {
                let full = format!("{month} {}", year_words(year));
                (
                    if year > 999 {
                        vec![full, format!("{month} {}", short())]
                    } else {
                        vec![full]
                    },
                    true,
                )
            }
            Unit::Months(_) => (vec![month.to_owned()], false),
            Unit::Day | Unit::Week if new_year => {
                let full = format!("{dom} {month} {}", year_words(year));
                let weekday = format!("{weekday} {full}");
                let brief = format!("{dom} {month} {}", short());
                (
                    if year > 999 {
                        vec![weekday, full, brief, format!("{dom} {month}")]
                    } else {
                        vec![full]
                    },
                    true,
                )
            }
            Unit::Day | Unit::Week if new_month => (
                vec![format!("{weekday} {dom} {month}"), format!("{dom} {month}")],
                true,
            ),
            Unit::Day | Unit::Week => (
                vec![format!("{weekday} {dom}"), format!("{} {dom}", two(&weekday))],
                false,
            ),
            Unit::Hours(_) | Unit::Minutes(_) if new_day => {
                let day = format!("{dom} {month}");
                let midnight = at.hour() == 0 && at.minute() == 0;
                let first = if midnight {
                    format!("{weekday} {day}")
                } else {
                    format!("{day} {clock}")
                };
                (vec![first, if midnight { day } else { clock }], true)
            }
            Unit::Hours(_) | Unit::Minutes(_) => (vec![clock], false),
        };
        let fits = |f: &String| Face { size, bold: strong }.width(f) <= room;
        let label = forms.into_iter().find(fits)?;
        // Hours leave no room for the year; the next day that is labelled says it.
        if !matches!(unit, Unit::Hours(_) | Unit::Minutes(_)) {
            self.year = Some(year);
        }
        // "2025" among months begins the year but does not say "January".
        let is_year = matches!(unit, Unit::Years(_)) || matches!(unit, Unit::Months(_)) && at.month() == 1;
        if !is_year {
            self.month = Some((year, at.month()));
        }
        if matches!(unit, Unit::Day | Unit::Hours(_) | Unit::Minutes(_)) {
            self.day = Some((year, at.ordinal()));
        }
        Some((label, strong))
    }
}

/// A tick's label as a text left of the axis.
pub(super) fn text(tick: &Tick, x: Tenths, y: Tenths, size: Tenths) -> Option<Text> {
    let label = tick.label.as_deref()?;
    let (face, ink) = match tick.strong {
        true => (Face::bold(size), Ink::Full),
        false => (Face::regular(size), Ink::Muted),
    };
    Some(Text::line(x, y, face, label).ink(ink).side(Side::Right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Moment;

    fn at(s: &str) -> Instant {
        super::super::instant::of_clock(s.parse::<Moment>().unwrap().at())
    }

    fn labels(from: &str, to: &str, grain: Grain, height: Tenths) -> Vec<String> {
        let mut axis = Axis::linear(at(from), at(to), height);
        axis.pieces[0].grain = Some(grain);
        ticks(&axis, 880, 120)
            .into_iter()
            .filter_map(|t| t.label)
            .collect()
    }

    #[test]
    fn year_and_month_are_said_once() {
        assert_eq!(
            labels("2018-01-01", "2020-01-01", Grain::Year, 900),
            ["2018", "2019", "2020"]
        );
        assert_eq!(
            labels("2024-10-01", "2025-02-01", Grain::Month, 2000),
            ["Oct 2024", "Nov", "Dec", "2025", "Feb"]
        );
        assert_eq!(
            labels("2025-01-30", "2025-02-02", Grain::Day, 2000),
            ["30 Jan 2025", "Fri 31", "Sat 1 Feb", "Sun 2"]
        );
        assert_eq!(
            labels("2025-09-04T09:00", "2025-09-04T12:00", Grain::Minute, 900),
            ["4 Sep 09:00", "10:00", "11:00", "12:00"]
        );
    }

    #[test]
    fn no_finer_than_what_is_known() {
        assert_eq!(labels("2024-10-01", "2024-12-01", Grain::Month, 9000).len(), 3);
    }

    #[test]
    fn labels_keep_their_distance() {
        for height in [300, 700, 5000] {
            let axis = Axis::linear(at("1990-01-01"), at("2025-01-01"), height);
            let with: Vec<_> = ticks(&axis, 880, 120)
                .into_iter()
                .filter(|t| t.label.is_some())
                .collect();
            assert!(
                with.windows(2)
                    .all(|w| axis.y(w[1].at) - axis.y(w[0].at) >= APART)
            );
        }
    }
}

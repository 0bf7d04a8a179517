//! Steps of the calendar that an axis can be divided by.

use super::instant::{DAY, Instant, length, of_day, to_clock};
use crate::time::{Day, Grain};
use chrono::{Datelike, NaiveDate};

/// A calendar step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Minutes, a divisor of 60.
    Minutes(i64),
    /// Hours, a divisor of 24.
    Hours(i64),
    /// Every day.
    Day,
    /// Every Monday.
    Week,
    /// Months, a divisor of 12.
    Months(i32),
    /// Years, round numbers of their era.
    Years(i32),
}

/// All steps, from the finest.
pub(super) const UNITS: [Unit; 26] = [
    Unit::Minutes(1),
    Unit::Minutes(5),
    Unit::Minutes(15),
    Unit::Minutes(30),
    Unit::Hours(1),
    Unit::Hours(3),
    Unit::Hours(6),
    Unit::Hours(12),
    Unit::Day,
    Unit::Week,
    Unit::Months(1),
    Unit::Months(3),
    Unit::Months(6),
    Unit::Years(1),
    Unit::Years(2),
    Unit::Years(5),
    Unit::Years(10),
    Unit::Years(20),
    Unit::Years(50),
    Unit::Years(100),
    Unit::Years(200),
    Unit::Years(500),
    Unit::Years(1000),
    Unit::Years(2000),
    Unit::Years(5000),
    Unit::Years(10_000),
];

impl Unit {
    /// Its length, near enough to compare scales.
    pub(super) fn length(self) -> Instant {
        match self {
            Unit::Minutes(n) => 60 * n,
            Unit::Hours(n) => 3_600 * n,
            Unit::Day => DAY,
            Unit::Week => 7 * DAY,
            Unit::Months(n) => i64::from(n) * length(Grain::Month),
            Unit::Years(n) => i64::from(n) * length(Grain::Year),
        }
    }

    /// The finest step that says no more than a date of this grain knows.
    pub(super) fn of_grain(grain: Grain) -> Unit {
        match grain {
            Grain::Second | Grain::Minute => Unit::Minutes(1),
            Grain::Hour => Unit::Hours(1),
            Grain::DayPart => Unit::Hours(6),
            Grain::Day | Grain::Weekend => Unit::Day,
            Grain::Week => Unit::Week,
            Grain::Month => Unit::Months(1),
            Grain::Season | Grain::Quarter => Unit::Months(3),
            Grain::Half => Unit::Months(6),
            Grain::Year => Unit::Years(1),
            Grain::Decade => Unit::Years(10),
            Grain::Century => Unit::Years(100),
            Grain::Millennium => Unit::Years(1000),
        }
    }

    /// The last boundary of this step at or before an instant; the instant itself where the calendar ends.
    pub(super) fn floor(self, t: Instant) -> Instant {
        let Some(date) = to_clock(t).map(|c| c.date()) else {
            return t;
        };
        let first = |d: Option<Day>| d.map_or(t, of_day);
        match self {
            Unit::Minutes(_) | Unit::Hours(_) | Unit::Day => t - t.rem_euclid(self.length()),
            // 1970-01-01 was a Thursday: Mondays lie four days on.
            Unit::Week => t - (t - 4 * DAY).rem_euclid(7 * DAY),
            Unit::Months(n) => {
                let m = date.month0() as i32;
                first(NaiveDate::from_ymd_opt(date.year(), (m - m % n) as u32 + 1, 1))
            }
            Unit::Years(n) => first(NaiveDate::from_ymd_opt(round_year(date.year(), n), 1, 1)),
        }
    }

    /// The first boundary after an instant; `None` where the calendar ends.
    pub(super) fn next(self, t: Instant) -> Option<Instant> {
        let date = to_clock(t)?.date();
        let at = match self {
            Unit::Minutes(_) | Unit::Hours(_) | Unit::Day | Unit::Week => self.floor(t) + self.length(),
            Unit::Months(n) => {
                let months = i64::from(date.year()) * 12 + i64::from(date.month0());
                let on = months - months.rem_euclid(n.into()) + i64::from(n);
                of_day(NaiveDate::from_ymd_opt(
                    i32::try_from(on.div_euclid(12)).ok()?,
                    on.rem_euclid(12) as u32 + 1,
                    1,
                )?)
            }
            Unit::Years(n) => {
                let here = round_year(date.year(), n);
                // Year 0 is 1 BC: the round years next to it are −n + 1 (n BC), 1 (AD 1, or 1 BC for n = 1) and n.
                let on = match here {
                    1 if n > 1 => n,
                    y if y <= 0 && y + n > 0 && n > 1 => 1,
                    y => y + n,
                };
                of_day(NaiveDate::from_ymd_opt(on, 1, 1)?)
            }
        };
        (at > t).then_some(at)
    }

    /// The first boundary at or after an instant.
    pub(super) fn ceil(self, t: Instant) -> Instant {
        let floor = self.floor(t);
        if floor == t { t } else { self.next(t).unwrap_or(t) }
    }
}

/// The last year at or before `year` whose number in its era is a multiple of `n`; AD 1 counts as round, because
/// there is no year 0.
fn round_year(year: i32, n: i32) -> i32 {
    if n == 1 {
        return year;
    }
    if year > 0 {
        return (year - year % n).max(1);
    }
    // Counted back: 44 BC is −43. The round number at or before 44 BC, for ten, is 50 BC.
    let bc = 1 - year;
    1 - (bc + (n - bc % n) % n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Moment;

    fn at(s: &str) -> Instant {
        super::super::instant::of_clock(s.parse::<Moment>().unwrap().at())
    }

    #[test]
    fn floors_and_steps() {
        for (unit, t, floor, next) in [
            (Unit::Day, "2025-01-20T09:12", "2025-01-20", "2025-01-21"),
            (Unit::Week, "2025-01-22", "2025-01-20", "2025-01-27"),
            (Unit::Months(3), "2025-02-22", "2025-01-01", "2025-04-01"),
            (Unit::Months(1), "2024-12-31", "2024-12-01", "2025-01-01"),
            (Unit::Years(10), "2025-01-01", "2020-01-01", "2030-01-01"),
            (Unit::Years(10), "0007-05-01", "0001-01-01", "0010-01-01"),
            (Unit::Years(10), "-0043-05-01", "-0049-01-01", "-0039-01-01"),
            (Unit::Years(10), "-0005-05-01", "-0009-01-01", "0001-01-01"),
            (Unit::Years(1), "-0001-05-01", "-0001-01-01", "0000-01-01"),
        ] {
            assert_eq!(unit.floor(at(t)), at(floor), "{unit:?} {t}");
            assert_eq!(unit.next(at(t)), Some(at(next)), "{unit:?} {t}");
            assert_eq!(unit.ceil(at(floor)), at(floor));
        }
    }

    #[test]
    fn every_step_ends() {
        for unit in UNITS {
            let mut t = unit.floor(at("-0299-03-04"));
            for _ in 0..200 {
                let Some(next) = unit.next(t) else { break };
                assert!(next > t && unit.floor(next) == next, "{unit:?} {t} {next}");
                t = next;
            }
        }
    }
}

//! Feasts that follow the moon: the Jewish and Islamic calendars by arithmetic, new moons by a short series.

use super::{Day, day};
use chrono::{Datelike, TimeDelta};

/// The day whose number from 1 January of the year 1 is `n` (1 is that day).
fn from_fixed(n: i64) -> Option<Day> {
    Day::from_num_days_from_ce_opt(i32::try_from(n).ok()?)
}

/// Days from the Hebrew epoch to the mean new moon of a year, put off as the rules of the calendar want it.
/// Source: Reingold and Dershowitz, Calendrical Calculations, "hebrew-calendar-elapsed-days".
fn hebrew_elapsed(year: i64) -> i64 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    if (3 * (day + 1)).rem_euclid(7) < 3 {
        day + 1
    } else {
        day
    }
}

/// The fixed number of 1 Tishri of a Hebrew year.
fn hebrew_new_year(year: i64) -> i64 {
    const EPOCH: i64 = -1_373_427;
    let (before, this, next) = (
        hebrew_elapsed(year - 1),
        hebrew_elapsed(year),
        hebrew_elapsed(year + 1),
    );
    let delay = match (next - this, this - before) {
        (356, _) => 2,
        (_, 382) => 1,
        _ => 0,
    };
    EPOCH + this + delay
}

/// Rosh Hashanah, 1 Tishri: the Hebrew year that begins in a civil year.
pub fn rosh_hashanah(year: i32) -> Option<Day> {
    from_fixed(hebrew_new_year(i64::from(year) + 3761))
}

/// The first day of Passover, 15 Nisan: always 163 days before the next Rosh Hashanah.
pub fn passover(year: i32) -> Option<Day> {
    rosh_hashanah(year)?.checked_sub_signed(TimeDelta::days(163))
}

/// The first day of Hanukkah, 25 Kislev; Heshvan before it has 29 or 30 days.
pub fn hanukkah(year: i32) -> Option<Day> {
    let h = i64::from(year) + 3761;
    let first = hebrew_new_year(h);
    let length = hebrew_new_year(h + 1) - first;
    from_fixed(first + if length % 10 == 5 { 84 } else { 83 })
}

/// A day of the tabular Islamic calendar in a civil year, the first if there are two. The sighted calendar may differ
/// by a day. Source: Reingold and Dershowitz, "fixed-from-islamic".
pub fn islamic(year: i32, month: i64, of_month: i64) -> Option<Day> {
    const EPOCH: i64 = 227_015;
    let about = (i64::from(year) - 622) * 33 / 32;
    (about - 1..=about + 2).find_map(|h| {
        let n = of_month
            + 29 * (month - 1)
            + (6 * month - 1) / 11
            + (h - 1) * 354
            + (3 + 11 * h).div_euclid(30)
            + EPOCH
            - 1;
        from_fixed(n).filter(|d| d.year() == year)
    })
}

/// Easter Sunday of the Eastern churches: the Julian computus (Meeus, Astronomical Algorithms, chapter 8), in the
/// Gregorian calendar.
pub fn orthodox_easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let d = (19 * c + 15).rem_euclid(30);
    let e = (2 * a + 4 * b - d + 34).rem_euclid(7);
    let month = (d + e + 114) / 31;
    let of_month = (d + e + 114) % 31 + 1;
    let shift = year.div_euclid(100) - year.div_euclid(400) - 2;
    day(year, month.try_into().ok()?, of_month.try_into().ok()?)?
        .checked_add_signed(TimeDelta::days(shift.into()))
}

/// The new moon on or after a day, as days and their fraction from 1 January of the year 1, in universal time. Source:
/// Meeus, chapter 49, the larger terms: right to a few minutes between 1900 and 2100.
fn new_moon_from(from: Day) -> f64 {
    const JD_OF_CE: f64 = 1_721_424.5;
    let start = f64::from(from.num_days_from_ce()) + JD_OF_CE;
    let mut k = ((start - 2_451_550.097_66) / 29.530_588_861).floor() - 1.0;
    loop {
        let t = k / 1236.85;
        let e = 1.0 - 0.002_516 * t;
        let sun = (2.5534 + 29.105_356_70 * k).to_radians();
        let moon = (201.5643 + 385.816_935_28 * k + 0.010_758_2 * t * t).to_radians();
        let node = (160.7108 + 390.670_502_84 * k).to_radians();
        let jd = 2_451_550.097_66 + 29.530_588_861 * k + 0.000_154_37 * t * t - 0.407_20 * moon.sin()
            + 0.172_41 * e * sun.sin()
            + 0.016_08 * (2.0 * moon).sin()
            + 0.010_39 * (2.0 * node).sin()
            + 0.007_39 * e * (moon - sun).sin()
            - 0.005_14 * e * (moon + sun).sin()
            + 0.002_08 * (2.0 * sun).sin()
            - 0.001_11 * (moon - 2.0 * node).sin()
            - 0.000_57 * (moon + 2.0 * node).sin();
        if jd >= start {
            return jd - JD_OF_CE;
        }
        k += 1.0;
    }
}

/// Years in which the series is good enough.
fn near(year: i32) -> Option<i32> {
    (1900..=2100).contains(&year).then_some(year)
}

/// The Lunar (Chinese) New Year: the day in China of the new moon between 21 January and 20 February.
pub fn lunar_new_year(year: i32) -> Option<Day> {
    // Midnight of 21 January in China is 16:00 of the day before in universal time.
    let moon = new_moon_from(day(near(year)?, 1, 20)?) + 8.0 / 24.0;
    let first = day(year, 1, 21)?;
    let found = from_fixed(moon.floor() as i64)?;
    if found >= first {
        return Some(found);
    }
    from_fixed((new_moon_from(day(year, 1, 21)?) + 8.0 / 24.0).floor() as i64)
}

/// Diwali: the evening on which the new moon of late October or November rules in India, which is the day before it
/// unless it falls into the night.
pub fn diwali(year: i32) -> Option<Day> {
    let moon = new_moon_from(day(near(year)?, 10, 17)?) + 5.5 / 24.0;
    from_fixed((moon - 18.6 / 24.0).floor() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Option<Day> {
        text.parse().ok()
    }

    #[test]
    fn jewish_feasts() {
        for (year, new_year, pesach, lights) in [
            (2020, "2020-09-19", "2020-04-09", "2020-12-11"),
            (2023, "2023-09-16", "2023-04-06", "2023-12-08"),
            (2024, "2024-10-03", "2024-04-23", "2024-12-26"),
            (2025, "2025-09-23", "2025-04-13", "2025-12-15"),
        ] {
            assert_eq!(rosh_hashanah(year), d(new_year), "{year}");
            assert_eq!(passover(year), d(pesach), "{year}");
            assert_eq!(hanukkah(year), d(lights), "{year}");
        }
    }

    #[test]
    fn islamic_feasts() {
        for (year, fast, end) in [
            (2021, "2021-04-13", "2021-05-13"),
            (2023, "2023-03-23", "2023-04-21"),
            (2024, "2024-03-11", "2024-04-10"),
            (1998, "1998-12-20", "1998-01-30"),
        ] {
            // The tabular calendar and the sighted one are at most a day apart.
            let apart = |a: Option<Day>, b: &str| (a.unwrap() - d(b).unwrap()).num_days().abs();
            assert!(apart(islamic(year, 9, 1), fast) <= 1, "{year}");
            assert!(apart(islamic(year, 10, 1), end) <= 1, "{year}");
        }
    }

    #[test]
    fn new_moons_and_eastern_easter() {
        for (year, new_year, lights, easter) in [
            (2018, "2018-02-16", "2018-11-07", "2018-04-08"),
            (2019, "2019-02-05", "2019-10-27", "2019-04-28"),
            (2020, "2020-01-25", "2020-11-14", "2020-04-19"),
            (2021, "2021-02-12", "2021-11-04", "2021-05-02"),
            (2022, "2022-02-01", "2022-10-24", "2022-04-24"),
            (2023, "2023-01-22", "2023-11-12", "2023-04-16"),
            (2024, "2024-02-10", "2024-10-31", "2024-05-05"),
            (2025, "2025-01-29", "2025-10-20", "2025-04-20"),
        ] {
            assert_eq!(lunar_new_year(year), d(new_year), "{year}");
            assert_eq!(diwali(year), d(lights), "{year}");
            assert_eq!(orthodox_easter(year), d(easter), "{year}");
        }
        assert_eq!(lunar_new_year(1850), None);
    }
}

use super::{Day, Grain, Span, Weekday};
use chrono::{Datelike, TimeDelta};

/// The last year, on either side of year 0, that a day may lie in.
const LAST_YEAR: i32 = 9998;

/// The civil day, if there is one: `day(2023, 2, 29)` is `None`. Years beyond ±9998 are refused, because the
/// contract's date strings have four digits, exclusive ends too.
pub fn day(year: i32, month: u32, dom: u32) -> Option<Day> {
    if year.abs() > LAST_YEAR {
        return None;
    }
    Day::from_ymd_opt(year, month, dom)
}

/// How many days a month has; 0 for a month that does not exist.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if chrono::NaiveDate::from_ymd_opt(year, 2, 29).is_some() => 29,
        2 => 28,
        _ => 0,
    }
}

/// `n` months on (or back); a day that the month does not have becomes its last ("a month after 31 January" is
/// 28 or 29 February).
pub fn add_months(d: Day, n: i32) -> Option<Day> {
    let months = i64::from(d.year()) * 12 + i64::from(d.month0()) + i64::from(n);
    let (y, m) = (
        i32::try_from(months.div_euclid(12)).ok()?,
        months.rem_euclid(12) as u32 + 1,
    );
    day(y, m, d.day().min(days_in_month(y, m)))
}

/// `n` units of `grain` on (or back) from a day; clock units count as none.
pub fn add_units(d: Day, n: i32, grain: Grain) -> Option<Day> {
    let months = |k: i32| n.checked_mul(k).and_then(|m| add_months(d, m));
    let days = |k: i64| {
        let delta = TimeDelta::try_days(i64::from(n).checked_mul(k)?)?;
        d.checked_add_signed(delta)
            .filter(|x| x.year().abs() <= LAST_YEAR)
    };
    match grain {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::DayPart => Some(d),
        Grain::Day => days(1),
        Grain::Weekend | Grain::Week => days(7),
        Grain::Month => months(1),
        Grain::Season | Grain::Quarter => months(3),
        Grain::Half => months(6),
        Grain::Year => months(12),
        Grain::Decade => months(120),
        Grain::Century => months(1200),
        Grain::Millennium => months(12_000),
    }
}

/// The Monday of the ISO week that holds the day.
pub fn iso_week_start(d: Day) -> Day {
    d - TimeDelta::days(d.weekday().num_days_from_monday().into())
}

/// The calendar unit of `grain` that holds the day, as a span. A weekend is the one of its ISO week; a season
/// begins with March, June, September or December.
pub fn start_of(d: Day, grain: Grain) -> Option<Span> {
    let (y, m) = (d.year(), d.month());
    let years = |first: i32, n: i32| Some(Span::days(day(first, 1, 1)?, day(first + n, 1, 1)?));
    let months = |first: u32, n: i32| {
        let s = day(y, first, 1)?;
        Some(Span::days(s, add_months(s, n)?))
    };
    match grain {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::DayPart | Grain::Day => Some(Span::day(d)),
        Grain::Week => {
            let s = iso_week_start(d);
            Some(Span::days(s, s + TimeDelta::days(7)))
        }
        Grain::Weekend => {
            let s = iso_week_start(d) + TimeDelta::days(5);
            Some(Span::days(s, s + TimeDelta::days(2)))
        }
        Grain::Month => months(m, 1),
        Grain::Quarter => months((m - 1) / 3 * 3 + 1, 3),
        Grain::Half => months((m - 1) / 6 * 6 + 1, 6),
        Grain::Season => {
            let s = if m < 3 {
                day(y - 1, 12, 1)?
            } else {
                day(y, m / 3 * 3, 1)?
            };
            Some(Span::days(s, add_months(s, 3)?))
        }
        Grain::Year => years(y, 1),
        Grain::Decade => years(y.div_euclid(10) * 10, 10),
        // The 20th century is 1901–2000 to a historian and 1900–1999 in TIMEX3 (`19`) and in everyday use.
        Grain::Century => years(y.div_euclid(100) * 100, 100),
        Grain::Millennium => years(y.div_euclid(1000) * 1000, 1000),
    }
}

/// The `n`th (1 first, −1 last) given weekday of a month: "the fourth Thursday in November".
pub fn nth_weekday(year: i32, month: u32, weekday: Weekday, n: i32) -> Option<Day> {
    if n < 0 {
        let last = day(year, month, days_in_month(year, month))?;
        let back = (7 + last.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
        return day(year, month, last.day() - back);
    }
    let first = day(year, month, 1)?;
    let on = (7 + weekday.num_days_from_monday() - first.weekday().num_days_from_monday()) % 7;
    day(year, month, 1 + on + 7 * u32::try_from(n.checked_sub(1)?).ok()?)
}

/// Easter Sunday of the Gregorian calendar (the anonymous computus, Nature 1876; Meeus, Astronomical
/// Algorithms, chapter 8).
pub fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let dom = (h + l - 7 * m + 33 * month + 19) % 32;
    day(year, u32::try_from(month).ok()?, u32::try_from(dom).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(s: &str) -> Day {
        s.parse().unwrap()
    }

    #[test]
    fn months_clamp_to_the_last_day() {
        assert_eq!(add_months(d("2024-01-31"), 1), Some(d("2024-02-29")));
        assert_eq!(add_months(d("2023-01-31"), 1), Some(d("2023-02-28")));
        assert_eq!(add_months(d("2024-01-15"), -1), Some(d("2023-12-15")));
        assert_eq!(add_months(d("9998-12-01"), 1), None);
    }

    #[test]
    fn easter_of_known_years() {
        for s in [
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "1998-04-12",
            "2038-04-25",
            "1818-03-22",
        ] {
            assert_eq!(easter(d(s).year()), Some(d(s)));
        }
    }

    #[test]
    fn nth_weekdays() {
        assert_eq!(nth_weekday(2025, 11, Weekday::Thu, 4), Some(d("2025-11-27")));
        assert_eq!(nth_weekday(2025, 5, Weekday::Mon, -1), Some(d("2025-05-26")));
        assert_eq!(nth_weekday(2025, 2, Weekday::Sat, 5), None);
    }

    #[test]
    fn units_hold_their_day() {
        let s = start_of(d("2025-01-01"), Grain::Week).unwrap();
        assert_eq!((s.first_day(), s.last_day()), (d("2024-12-30"), d("2025-01-05")));
        let w = start_of(d("2025-01-15"), Grain::Season).unwrap();
        assert_eq!(w.first_day(), d("2024-12-01"));
        let bc = start_of(Day::from_ymd_opt(-43, 3, 15).unwrap(), Grain::Century).unwrap();
        assert_eq!(bc.first_day().year(), -100);
    }
}

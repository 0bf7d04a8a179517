//! TIMEX3 value strings (TimeML 1.2.1, section 2.2), both ways: written from a day and its granularity, read
//! back to the span they denote.

use super::{Day, Grain, Moment, Span, add_months, day};
use chrono::{Datelike, TimeDelta, Timelike};

/// A part of the day, as TIMEX3 writes it behind `T`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DayPart {
    /// `MO`, 06:00–12:00.
    Morning,
    /// `MI`, 11:00–13:00.
    Midday,
    /// `AF`, 12:00–18:00.
    Afternoon,
    /// `EV`, 18:00–22:00.
    Evening,
    /// `NI`, 20:00–06:00 of the next day.
    Night,
    /// `DT`, 08:00–18:00, working hours.
    Daytime,
}

impl DayPart {
    /// All of them, for reading values back.
    pub const ALL: [DayPart; 6] = [
        DayPart::Morning,
        DayPart::Midday,
        DayPart::Afternoon,
        DayPart::Evening,
        DayPart::Night,
        DayPart::Daytime,
    ];

    /// The two letters of TIMEX3.
    pub fn code(self) -> &'static str {
        match self {
            DayPart::Morning => "MO",
            DayPart::Midday => "MI",
            DayPart::Afternoon => "AF",
            DayPart::Evening => "EV",
            DayPart::Night => "NI",
            DayPart::Daytime => "DT",
        }
    }

    /// The hours it covers, the second exclusive and counted on past 24. A convention, not a fact: TimeML
    /// leaves the bounds open.
    pub fn hours(self) -> (u32, u32) {
        match self {
            DayPart::Morning => (6, 12),
            DayPart::Midday => (11, 13),
            DayPart::Afternoon => (12, 18),
            DayPart::Evening => (18, 22),
            DayPart::Night => (20, 30),
            DayPart::Daytime => (8, 18),
        }
    }

    /// Its span on a day.
    pub fn on(self, d: Day) -> Span {
        let (from, to) = self.hours();
        let zero = d.and_time(chrono::NaiveTime::MIN);
        Span {
            start: zero + TimeDelta::hours(from.into()),
            end: zero + TimeDelta::hours(to.into()),
        }
    }
}

/// A season of the northern meteorological year; winter counts to the year it begins in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Season {
    /// March to May, `SP`.
    Spring,
    /// June to August, `SU`.
    Summer,
    /// September to November, `FA`.
    Autumn,
    /// December to February, `WI`.
    Winter,
}

impl Season {
    /// All of them, in the order of the year.
    pub const ALL: [Season; 4] = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];

    /// The two letters of TIMEX3.
    pub fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    /// The month it begins in.
    pub fn first_month(self) -> u32 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }

    /// The season that a month belongs to.
    pub fn of_month(month: u32) -> Season {
        match month {
            3..=5 => Season::Spring,
            6..=8 => Season::Summer,
            9..=11 => Season::Autumn,
            _ => Season::Winter,
        }
    }

    /// Its span in the year it begins in.
    pub fn of_year(self, year: i32) -> Option<Span> {
        let first = day(year, self.first_month(), 1)?;
        Some(Span::days(first, add_months(first, 3)?))
    }
}

/// A year as TIMEX3 has it: `1998`, `0476`, `BC0044` (astronomical −43).
pub fn year_value(year: i32) -> String {
    let mut s = String::with_capacity(12);
    push_year(&mut s, year);
    s
}

fn push_year(s: &mut String, year: i32) {
    let n = if year > 0 {
        year
    } else {
        s.push_str("BC");
        1 - year
    };
    push_number(s, n.unsigned_abs(), 4);
}

/// Appends a number with at least `width` digits.
pub(super) fn push_number(s: &mut String, n: u32, width: usize) {
    let mut digits = [b'0'; 10];
    let mut rest = n;
    let mut first = digits.len();
    while rest > 0 || digits.len() - first < width {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    s.push_str(std::str::from_utf8(&digits[first..]).unwrap_or_default());
}

/// The value of the unit of `grain` that begins with (or holds) the day.
///
/// ```
/// use dateline::time::{Grain, day, value_of};
/// let d = day(2025, 1, 20).unwrap();
/// assert_eq!(value_of(d, Grain::Day), "2025-01-20");
/// assert_eq!(value_of(d, Grain::Week), "2025-W04");
/// assert_eq!(value_of(d, Grain::Quarter), "2025-Q1");
/// assert_eq!(value_of(d, Grain::Decade), "202");
/// ```
pub fn value_of(d: Day, grain: Grain) -> String {
    let mut s = String::with_capacity(12);
    let y = d.year();
    let in_year = |s: &mut String, letter: &str, n: u32, width: usize| {
        push_year(s, y);
        s.push_str(letter);
        push_number(s, n, width);
    };
    match grain {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::DayPart | Grain::Day => {
            in_year(&mut s, "-", d.month(), 2);
            s.push('-');
            push_number(&mut s, d.day(), 2);
        }
        Grain::Week | Grain::Weekend => {
            let w = d.iso_week();
            push_year(&mut s, w.year());
            s.push_str("-W");
            push_number(&mut s, w.week(), 2);
            if grain == Grain::Weekend {
                s.push_str("-WE");
            }
        }
        Grain::Month => in_year(&mut s, "-", d.month(), 2),
        Grain::Season => {
            push_year(&mut s, if d.month() < 3 { y - 1 } else { y });
            s.push('-');
            s.push_str(Season::of_month(d.month()).code());
        }
        Grain::Quarter => in_year(&mut s, "-Q", d.month0() / 3 + 1, 1),
        Grain::Half => in_year(&mut s, "-H", d.month0() / 6 + 1, 1),
        Grain::Year => push_year(&mut s, y),
        Grain::Decade | Grain::Century | Grain::Millennium => {
            let cut = match grain {
                Grain::Decade => 1,
                Grain::Century => 2,
                _ => 3,
            };
            push_year(&mut s, y);
            s.truncate(s.len() - cut);
        }
    }
    s
}

/// A duration as TIMEX3 has it: `P3D`, `PT2H`, `PXM` for an unknown amount, `P0.5Y` written as given.
pub fn duration_value(amount: &str, grain: Grain) -> String {
    // Half an hour is thirty minutes to everybody; other fractions keep their unit.
    if amount == "0.5" {
        match grain {
            Grain::Minute => return "PT30S".into(),
            Grain::Hour => return "PT30M".into(),
            Grain::Year => return "P6M".into(),
            Grain::Decade => return "P5Y".into(),
            Grain::Century => return "P50Y".into(),
            _ => {}
        }
    }
    // A known number of decades or centuries is written in years, as the gold corpora do; an unknown one is not.
    let years = match (grain, amount.parse::<u32>()) {
        (Grain::Decade, Ok(n)) => n.checked_mul(10),
        (Grain::Century, Ok(n)) => n.checked_mul(100),
        (Grain::Millennium, Ok(n)) => n.checked_mul(1000),
        _ => None,
    };
    if let Some(n) = years {
        return format!("P{n}Y");
    }
    let letter = match grain {
        Grain::Second => "S",
        Grain::Minute => "M",
        Grain::Hour => "H",
        Grain::DayPart | Grain::Day => "D",
        Grain::Weekend => "WE",
        Grain::Week => "W",
        Grain::Month => "M",
        Grain::Season => "SE",
        Grain::Quarter => "Q",
        Grain::Half => "H",
        Grain::Year => "Y",
        Grain::Decade => "DE",
        Grain::Century => "CE",
        Grain::Millennium => "ML",
    };
    let t = if grain.is_clock() && grain != Grain::DayPart {
        "T"
    } else {
        ""
    };
    format!("P{t}{amount}{letter}")
}

/// The span that a date value denotes, with its ends as they are written; `None` for durations, sets, open
/// values and what is no value at all.
///
/// ```
/// use dateline::time::span_of_value;
/// let (start, end) = span_of_value("2025-W04").unwrap();
/// assert_eq!((start.to_string(), end.to_string()), ("2025-01-20".into(), "2025-01-27".into()));
/// assert!(span_of_value("XXXX-10").is_none());
/// ```
pub fn span_of_value(value: &str) -> Option<(Moment, Moment)> {
    if !value.is_ascii() {
        return None;
    }
    let (date, time) = match value.split_once('T') {
        Some((d, t)) => (d, Some(t)),
        None => (value, None),
    };
    let span = date_span(date)?;
    let Some(time) = time else {
        return Some((Moment::of_day(span.first_day()), Moment::of_day(span.end.date())));
    };
    if let Some(part) = DayPart::ALL.into_iter().find(|p| p.code() == time) {
        let s = part.on(span.first_day());
        return Some((Moment::of_clock(s.start, None), Moment::of_clock(s.end, None)));
    }
    let (clock, offset) = split_offset(time)?;
    let mut parts = clock.split(':');
    let h = number(parts.next()?)?;
    let m = parts.next().map(number);
    let s = parts.next().map(number);
    if parts.next().is_some() || matches!(m, Some(None)) || matches!(s, Some(None)) {
        return None;
    }
    // T24:00 is the end of the day (ISO 8601-1, 4.3.8).
    let (carry, hour) = if h == 24 { (1, 0) } else { (0, h) };
    let first = span.first_day() + TimeDelta::days(carry);
    let at = first.and_hms_opt(hour, m.flatten().unwrap_or(0), s.flatten().unwrap_or(0))?;
    let length = if m.is_some() {
        TimeDelta::minutes(1)
    } else {
        TimeDelta::hours(1)
    };
    let end = at.with_second(0)? + length;
    Some((Moment::of_clock(at, offset), Moment::of_clock(end, offset)))
}

fn number(s: &str) -> Option<u32> {
    (!s.is_empty() && s.len() <= 4 && s.bytes().all(|b| b.is_ascii_digit()))
        .then(|| s.parse().ok())
        .flatten()
}

fn split_offset(time: &str) -> Option<(&str, Option<i16>)> {
    if let Some(t) = time.strip_suffix('Z') {
        return Some((t, Some(0)));
    }
    let Some(i) = time.find(['+', '-']) else {
        return Some((time, None));
    };
    let tail = &time[i + 1..];
    let (h, m) = tail.split_once(':').unwrap_or((tail, "00"));
    let total = i16::try_from(number(h)? * 60 + number(m)?).ok()?;
    Some((
        &time[..i],
        Some(if time[i..].starts_with('-') { -total } else { total }),
    ))
}

fn date_span(s: &str) -> Option<Span> {
    let (bc, rest) = match s.strip_prefix("BC") {
        Some(r) => (true, r),
        None => (false, s),
    };
    let (year, tail) = match rest.split_once('-') {
        Some((y, t)) => (y, Some(t)),
        None => (rest, None),
    };
    let n = i32::try_from(number(year)?).ok()?;
    let unit = match year.len() {
        4 => 1,
        3 => 10,
        2 => 100,
        1 => 1000,
        _ => return None,
    };
    if unit > 1 {
        if tail.is_some() {
            return None;
        }
        let first = if bc { -(n * unit) - unit + 2 } else { n * unit };
        let after = first + unit;
        return Some(Span::days(day(first, 1, 1)?, day(after, 1, 1)?));
    }
    let y = if bc { 1 - n } else { n };
    let Some(tail) = tail else {
        return Some(Span::days(day(y, 1, 1)?, day(y + 1, 1, 1)?));
    };
    let months = |first: u32, count: i32| {
        let d = day(y, first, 1)?;
        Some(Span::days(d, add_months(d, count)?))
    };
    if let Some(season) = Season::ALL.into_iter().find(|x| x.code() == tail) {
        return season.of_year(y);
    }
    if let Some(w) = tail.strip_prefix('W') {
        let (w, weekend) = match w.strip_suffix("-WE") {
            Some(w) => (w, true),
            None => (w, false),
        };
        let (w, weekday) = match w.split_once('-') {
            Some((w, d)) => (w, Some(number(d)?)),
            None => (w, None),
        };
        let first = Day::from_isoywd_opt(y, number(w)?, chrono::Weekday::Mon)?;
        return Some(match weekday {
            _ if weekend => Span::days(first + TimeDelta::days(5), first + TimeDelta::days(7)),
            Some(d @ 1..=7) => Span::day(first + TimeDelta::days(i64::from(d) - 1)),
            Some(_) => return None,
            None => Span::days(first, first + TimeDelta::days(7)),
        });
    }
    if let Some(q) = tail.strip_prefix('Q') {
        let q = number(q).filter(|q| (1..=4).contains(q))?;
        return months(q * 3 - 2, 3);
    }
    if let Some(h) = tail.strip_prefix('H') {
        let h = number(h).filter(|h| (1..=2).contains(h))?;
        return months(h * 6 - 5, 6);
    }
    match tail.split_once('-') {
        None if tail.len() == 2 => months(number(tail)?, 1),
        Some((m, "WE")) if m.starts_with('W') => None,
        Some((m, d)) if m.len() == 2 && d.len() == 2 => Some(Span::day(day(y, number(m)?, number(d)?)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_back() {
        for (v, start, end) in [
            ("2024-10", "2024-10-01", "2024-11-01"),
            ("2025-W01", "2024-12-30", "2025-01-06"),
            ("2025-W04-WE", "2025-01-25", "2025-01-27"),
            ("2024-Q3", "2024-07-01", "2024-10-01"),
            ("2024-H1", "2024-01-01", "2024-07-01"),
            ("1987-WI", "1987-12-01", "1988-03-01"),
            ("199", "1990-01-01", "2000-01-01"),
            ("19", "1900-01-01", "2000-01-01"),
            ("BC0300", "-0299-01-01", "-0298-01-01"),
            ("2025-01-24TMO", "2025-01-24T06:00", "2025-01-24T12:00"),
            ("2025-01-24T14:30", "2025-01-24T14:30", "2025-01-24T14:31"),
            (
                "2025-01-24T14:30+09:00",
                "2025-01-24T14:30+09:00",
                "2025-01-24T14:31+09:00",
            ),
            ("2025-01-24T24:00", "2025-01-25T00:00", "2025-01-25T00:01"),
        ] {
            let (a, b) = span_of_value(v).unwrap_or_else(|| panic!("{v}"));
            assert_eq!(
                (a.to_string().as_str(), b.to_string().as_str()),
                (start, end),
                "{v}"
            );
        }
        for v in [
            "",
            "XXXX-10",
            "P3D",
            "PRESENT_REF",
            "2025-13",
            "2025-02-30",
            "2025-W60",
            "2025-Q5",
            "é",
        ] {
            assert!(span_of_value(v).is_none(), "{v}");
        }
    }

    #[test]
    fn every_grain_is_written_and_read_back() {
        for grain in [
            Grain::Day,
            Grain::Week,
            Grain::Weekend,
            Grain::Month,
            Grain::Season,
            Grain::Quarter,
            Grain::Half,
            Grain::Year,
            Grain::Decade,
            Grain::Century,
        ] {
            for d in ["2024-02-29", "2025-01-01", "1999-12-31", "0476-09-04"] {
                let unit = crate::time::start_of(d.parse().unwrap(), grain).unwrap();
                let (a, b) = span_of_value(&value_of(unit.first_day(), grain)).unwrap();
                assert_eq!(
                    Span {
                        start: a.at(),
                        end: b.at()
                    },
                    unit,
                    "{d} {grain:?}"
                );
            }
        }
    }
}

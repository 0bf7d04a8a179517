use super::value::push_number;
use super::{Clock, Day};
use chrono::{Datelike, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{cmp::Ordering, fmt, str::FromStr};

/// One end of a span: a civil day, or a minute of it where a clock time is known, with the offset from UTC
/// (in minutes, east positive) where one is stated.
///
/// Written `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM+HH:MM`; years before 1 astronomically
/// (`-0299` is 300 BC).
///
/// ```
/// use dateline::time::Moment;
/// let m: Moment = "2025-01-24T14:30+09:00".parse().unwrap();
/// assert_eq!(m.to_string(), "2025-01-24T14:30+09:00");
/// assert_eq!(m.day().to_string(), "2025-01-24");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    at: Clock,
    clock: bool,
    offset: Option<i16>,
}

impl Moment {
    /// The start of a civil day.
    pub fn of_day(day: Day) -> Moment {
        Moment {
            at: day.and_time(chrono::NaiveTime::MIN),
            clock: false,
            offset: None,
        }
    }

    /// A clock time; seconds are kept for ordering, never written. `offset` in minutes east of UTC.
    pub fn of_clock(at: Clock, offset: Option<i16>) -> Moment {
        Moment {
            at,
            clock: true,
            offset,
        }
    }

    /// The civil day it lies on.
    pub fn day(self) -> Day {
        self.at.date()
    }

    /// The local civil time; midnight when only the day is known.
    pub fn at(self) -> Clock {
        self.at
    }

    /// Whether a clock time is known.
    pub fn has_clock(self) -> bool {
        self.clock
    }

    /// Minutes east of UTC, where stated.
    pub fn offset(self) -> Option<i16> {
        self.offset
    }

    /// By instant where both carry offsets, else by local civil time. Not transitive over a mix of the two, so
    /// not an `Ord`: whoever sorts many decides once for all of them which of the two applies.
    pub fn compare(self, other: Moment) -> Ordering {
        match (self.offset, other.offset) {
            (Some(a), Some(b)) => (self.at - minutes(a)).cmp(&(other.at - minutes(b))),
            _ => self.at.cmp(&other.at),
        }
    }
}

fn minutes(n: i16) -> chrono::TimeDelta {
    chrono::TimeDelta::minutes(n.into())
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}

impl Moment {
    /// Written by hand: every mention has two of them, and padded formatting costs several times as much.
    fn written(&self) -> String {
        let d = self.at.date();
        let mut s = String::with_capacity(24);
        if d.year() < 0 {
            s.push('-');
        }
        push_number(&mut s, d.year().unsigned_abs(), 4);
        s.push('-');
        push_number(&mut s, d.month(), 2);
        s.push('-');
        push_number(&mut s, d.day(), 2);
        if self.clock {
            s.push('T');
            push_number(&mut s, self.at.hour(), 2);
            s.push(':');
            push_number(&mut s, self.at.minute(), 2);
        }
        if let Some(o) = self.offset {
            s.push(if o < 0 { '-' } else { '+' });
            let minutes = u32::from(o.unsigned_abs());
            push_number(&mut s, minutes / 60, 2);
            s.push(':');
            push_number(&mut s, minutes % 60, 2);
        }
        s
    }
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(s: &str) -> Result<Moment, String> {
        parse(s).ok_or_else(|| format!("`{s}` is not YYYY-MM-DD or YYYY-MM-DDTHH:MM"))
    }
}

fn parse(s: &str) -> Option<Moment> {
    if !s.is_ascii() {
        return None;
    }
    let (sign, rest) = match s.strip_prefix('-') {
        Some(r) => (-1, r),
        None => (1, s),
    };
    let (date, time) = match rest.split_once('T') {
        Some((d, t)) => (d, Some(t)),
        None => (rest, None),
    };
    let mut parts = date.split('-');
    let year = digits(parts.next()?, 4, 5)?;
    let month = digits(parts.next()?, 2, 2)?;
    let dom = digits(parts.next()?, 2, 2)?;
    if parts.next().is_some() {
        return None;
    }
    let day = Day::from_ymd_opt(sign * i32::try_from(year).ok()?, month, dom)?;
    let Some(time) = time else {
        return Some(Moment::of_day(day));
    };
    let (hhmm, offset) = match time.find(['+', '-']) {
        Some(i) => {
            let (h, m) = time[i + 1..].split_once(':')?;
            let (h, m) = (digits(h, 2, 2)?, digits(m, 2, 2)?);
            if h > 23 || m > 59 {
                return None;
            }
            let total = i16::try_from(h * 60 + m).ok()?;
            (
                &time[..i],
                Some(if time[i..].starts_with('-') { -total } else { total }),
            )
        }
        None => (time, None),
    };
    let (h, m) = hhmm.split_once(':')?;
    let at = day.and_hms_opt(digits(h, 2, 2)?, digits(m, 2, 2)?, 0)?;
    Some(Moment::of_clock(at, offset))
}

fn digits(s: &str, least: usize, most: usize) -> Option<u32> {
    (s.len() >= least && s.len() <= most && s.bytes().all(|b| b.is_ascii_digit()))
        .then(|| s.parse().ok())
        .flatten()
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.written())
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Moment, D::Error> {
        let s = std::borrow::Cow::<'de, str>::deserialize(d)?;
        s.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_and_read_back() {
        for s in [
            "2025-01-24",
            "-0299-01-01",
            "0001-12-31",
            "2025-01-24T14:30",
            "2025-01-24T14:30-05:00",
        ] {
            assert_eq!(s.parse::<Moment>().unwrap().to_string(), s);
        }
        for s in [
            "",
            "2025",
            "2025-02-30",
            "2025-1-1",
            "2025-01-24T25:00",
            "25-01-24",
            "2025-01-24T14:30+99:00",
        ] {
            assert!(s.parse::<Moment>().is_err(), "{s}");
        }
    }

    #[test]
    fn offsets_order_by_instant() {
        let a: Moment = "2025-01-24T14:30+09:00".parse().unwrap();
        let b: Moment = "2025-01-24T06:00+00:00".parse().unwrap();
        assert_eq!(a.compare(b), Ordering::Less);
    }
}

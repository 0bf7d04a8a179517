//! Dates in words, as precise as the text was and no more.

use super::instant::DAY;
use crate::time::{
    Clock, Day, DayPart, Grain, Moment, Season, Span, iso_week_start, span_of_value, start_of,
};
use crate::timeline::{Event, EventWhen, Relation};
use chrono::{Datelike, TimeDelta, Timelike};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month; empty for a month that there is not.
pub(super) fn month_name(month: u32) -> &'static str {
    MONTHS.get(month.wrapping_sub(1) as usize).copied().unwrap_or("")
}

/// Its first three letters.
pub(super) fn month_short(month: u32) -> &'static str {
    month_name(month).get(..3).unwrap_or("")
}

/// Three letters of the weekday.
pub(super) fn weekday_short(day: Day) -> String {
    day.format("%a").to_string()
}

/// "2025", "AD 476", "44 BC".
pub(super) fn year_words(year: i32) -> String {
    match year {
        ..=0 => format!("{} BC", 1 - i64::from(year)),
        1..=999 => format!("AD {year}"),
        _ => year.to_string(),
    }
}

/// The publication day in full: "Monday 27 January 2025".
pub(super) fn full_day(day: Day) -> String {
    format!("{} {}", day.format("%A"), plain_day(day))
}

/// "20 January 2025".
pub(super) fn plain_day(day: Day) -> String {
    format!(
        "{} {} {}",
        day.day(),
        month_name(day.month()),
        year_words(day.year())
    )
}

/// "Mon 20 January 2025". Before the Gregorian calendar the weekday would be an arithmetical fiction, so it
/// is left out.
fn day_words(day: Day) -> String {
    if day.year() < 1583 {
        return plain_day(day);
    }
    format!("{} {}", weekday_short(day), plain_day(day))
}

/// The label of an event: its place on the axis with the relation and "about" where they apply.
pub(super) fn event_words(event: &Event) -> String {
    let when = &event.when;
    let (lead, named) = named(event);
    let about = if when.approx { "about " } else { "" };
    capital(&match lead {
        Some(lead) => format!("{lead} {about}{named}"),
        None => format!("{about}{named}"),
    })
}

/// The word that says how the event lies to its date, and the date itself.
fn named(event: &Event) -> (Option<&'static str>, String) {
    let w = &event.when;
    let value = span_of_value(&w.value);
    let value_words = |s: (Moment, Moment)| span_words(s.0, s.1, w.grain, &w.value);
    match (w.start, w.end) {
        (None, None) => (None, "no date".into()),
        (Some(start), None) => {
            let lead = match event.relation {
                // It may have followed what is dated so on the same day.
                Relation::After if value.is_some_and(|v| v.0 == start) => "not before",
                Relation::After => "after",
                _ => "since",
            };
            let fits = value.filter(|v| v.0 == start || (lead == "after" && v.1 == start));
            (
                Some(lead),
                fits.map_or_else(|| unit_words(start, w, lead == "after"), value_words),
            )
        }
        (None, Some(end)) => {
            let lead = match event.relation {
                Relation::By => "by",
                Relation::Before if value.is_some_and(|v| v.1 == end) => "not after",
                Relation::Before => "before",
                _ => "until",
            };
            let fits = value.filter(|v| v.1 == end || (lead == "before" && v.0 == end));
            (
                Some(lead),
                fits.map_or_else(|| unit_words(end, w, lead != "before"), value_words),
            )
        }
        (Some(start), Some(end)) => {
            let upper = value.filter(|v| v.1 == end);
            match (event.relation, upper) {
                (Relation::By, Some(v)) => (Some("by"), value_words(v)),
                (Relation::Until, Some(v)) if v.0 != start => (Some("until"), value_words(v)),
                _ => (None, span_words(start, end, w.grain, &w.value)),
            }
        }
    }
}

/// The unit of the event's grain that an end belongs to: the one before it when the end is exclusive.
fn unit_words(end: Moment, when: &EventWhen, exclusive: bool) -> String {
    if end.has_clock() {
        return clock_day(end.at(), end.offset());
    }
    let day = if exclusive {
        end.day().pred_opt().unwrap_or(end.day())
    } else {
        end.day()
    };
    match start_of(day, when.grain) {
        Some(unit) if unit.first_day() == end.day() || unit.end == end.at() => span_words(
            Moment::of_day(unit.first_day()),
            Moment::of_day(unit.end.date()),
            when.grain,
            "",
        ),
        _ => day_words(day),
    }
}

/// Another reading of a date, the year left out where it goes without saying: "Mon 27 January".
pub(super) fn alternative_words(
    start: Moment,
    end: Moment,
    grain: Grain,
    value: &str,
    like: Option<Day>,
) -> String {
    let words = span_words(start, end, grain, value);
    let year = start.day().year();
    match like {
        Some(d) if d.year() == year && grain < Grain::Year => words
            .strip_suffix(&format!(" {}", year_words(year)))
            .map_or(words.clone(), str::to_owned),
        _ => words,
    }
}

/// A half-open span in words.
pub(super) fn span_words(start: Moment, end: Moment, grain: Grain, value: &str) -> String {
    if start.has_clock() || end.has_clock() {
        return clock_words(start, end, grain, value);
    }
    let first = start.day();
    if end.day() <= first {
        return day_words(first);
    }
    let after = end.day();
    let last = after.pred_opt().unwrap_or(first);
    let whole = |g: Grain| start_of(first, g).is_some_and(|u| u == Span::days(first, after));
    if first.ordinal() == 1 && after.ordinal() == 1 {
        return years_words(first.year(), after.year(), grain);
    }
    if first == last {
        return day_words(first);
    }
    if first.day() == 1 && after.day() == 1 {
        return months_words(first, last, grain);
    }
    if grain == Grain::Week && iso_week_start(first) == first && (after - first).num_days() == 7 {
        return format!("week of {}", plain_day(first));
    }
    if grain == Grain::Weekend && whole(Grain::Weekend) {
        return format!("weekend of {}", days_words(first, last));
    }
    days_words(first, last)
}

/// From one instant to another, both included, in units of a grain: "2–19 March 2025".
pub(super) fn range_words(from: Clock, to: Clock, grain: Grain) -> String {
    let (first, last) = (from.date(), to.date());
    let midnight = |c: Clock| c.time().num_seconds_from_midnight() == 0;
    match grain {
        Grain::Year if first.year() == last.year() => year_words(first.year()),
        Grain::Year => year_range(first.year(), last.year()),
        Grain::Month => months_words(first, last, Grain::Month),
        _ if grain < Grain::Day && !(midnight(from) && midnight(to)) => match first == last {
            true if from == to => clock_day(from, None),
            true => format!("{}, {}–{}", day_words(first), hhmm(from), hhmm(to)),
            false => format!("{} – {}", clock_day(from, None), clock_day(to, None)),
        },
        _ if first == last => day_words(first),
        _ => days_words(first, last),
    }
}

fn days_words(first: Day, last: Day) -> String {
    if first.year() != last.year() {
        return format!("{} – {}", plain_day(first), plain_day(last));
    }
    let (m, y) = (month_name(last.month()), year_words(last.year()));
    if first.month() != last.month() {
        return format!(
            "{} {} – {} {m} {y}",
            first.day(),
            month_name(first.month()),
            last.day()
        );
    }
    format!("{}–{} {m} {y}", first.day(), last.day())
}

fn months_words(first: Day, last: Day, grain: Grain) -> String {
    let (a, b) = (month_name(first.month()), month_name(last.month()));
    let (y, z) = (first.year(), last.year());
    let count = (i64::from(z) - i64::from(y)) * 12 + i64::from(last.month()) - i64::from(first.month()) + 1;
    if count == 1 {
        return format!("{a} {}", year_words(y));
    }
    if count == 3 && grain == Grain::Season && first.month().is_multiple_of(3) {
        let season = match Season::of_month(first.month()) {
            Season::Spring => "spring",
            Season::Summer => "summer",
            Season::Autumn => "autumn",
            Season::Winter => "winter",
        };
        // TIMEX3 `2019-WI` may be the winter that begins or the one that ends in 2019; both years settle it.
        let years = if y == z { year_words(y) } else { year_range(y, z) };
        return format!("{season} {years}");
    }
    if y == z {
        return format!("{a}–{b} {}", year_words(y));
    }
    format!("{a} {} – {b} {}", year_words(y), year_words(z))
}

fn years_words(first: i32, after: i32, grain: Grain) -> String {
    let n = after - first;
    // A year inside the span, counted from 1 in its own era.
    let middle = first + n / 2;
    let era = if middle > 0 { "" } else { " BC" };
    let counted = if middle > 0 { middle } else { 1 - middle };
    match grain {
        Grain::Decade if n == 10 && (middle <= 0 || first % 10 == 0 && first >= 100) => {
            return format!("{}0s{era}", counted / 10);
        }
        Grain::Century if n == 100 => return format!("{} century{era}", ordinal((counted - 1) / 100 + 1)),
        Grain::Millennium if n == 1000 => {
            return format!("{} millennium{era}", ordinal((counted - 1) / 1000 + 1));
        }
        _ => {}
    }
    if n == 1 {
        year_words(first)
    } else {
        year_range(first, after - 1)
    }
}

/// "2018–2019", "AD 14–37", "300–290 BC", "44 BC – AD 12".
fn year_range(first: i32, last: i32) -> String {
    match (first > 0, last > 0) {
        (true, true) if first < 1000 => format!("AD {first}–{last}"),
        (true, _) => format!("{first}–{last}"),
        (false, false) => format!("{}–{}", 1 - first, year_words(last)),
        (false, true) => format!("{} – {}", year_words(first), year_words(last)),
    }
}

fn ordinal(n: i32) -> String {
    let tail = match (n % 10, n % 100) {
        (1, x) if x != 11 => "st",
        (2, x) if x != 12 => "nd",
        (3, x) if x != 13 => "rd",
        _ => "th",
    };
    format!("{n}{tail}")
}

fn clock_words(start: Moment, end: Moment, grain: Grain, value: &str) -> String {
    let (a, b) = (start.at(), end.at());
    if let Some(part) = value.split_once('T').and_then(|(_, t)| part_name(t)) {
        return format!("{part} of {}", day_words(start.day()));
    }
    let unit = match grain {
        Grain::Second | Grain::Minute => TimeDelta::minutes(1),
        Grain::Hour => TimeDelta::hours(1),
        _ => TimeDelta::zero(),
    };
    if b - a <= unit {
        return clock_day(a, start.offset());
    }
    // "from 9:12 to 9:40" ends with that minute, which the exclusive end lies behind.
    let last = b - unit;
    let named = value
        .rsplit_once('/')
        .is_some_and(|(_, end)| end.ends_with(&format!("T{}", hhmm(last))));
    let b = if named { last } else { b };
    if a.date() == b.date() || (b - a).num_seconds() < DAY && b.time().num_seconds_from_midnight() == 0 {
        return format!(
            "{}, {}–{}{}",
            day_words(a.date()),
            hhmm(a),
            hhmm(b),
            zone(start.offset())
        );
    }
    format!(
        "{} – {}",
        clock_day(a, start.offset()),
        clock_day(b, end.offset())
    )
}

fn clock_day(at: Clock, offset: Option<i16>) -> String {
    format!("{}, {}{}", day_words(at.date()), hhmm(at), zone(offset))
}

fn hhmm(at: Clock) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

fn zone(offset: Option<i16>) -> String {
    let Some(o) = offset else {
        return String::new();
    };
    let n = o.unsigned_abs();
    let minutes = if n % 60 == 0 {
        String::new()
    } else {
        format!(":{:02}", n % 60)
    };
    match o {
        0 => " UTC".into(),
        _ => format!(" UTC{}{}{minutes}", if o < 0 { '−' } else { '+' }, n / 60),
    }
}

fn part_name(code: &str) -> Option<&'static str> {
    let part = DayPart::ALL.into_iter().find(|p| p.code() == code)?;
    Some(match part {
        DayPart::Morning => "morning",
        DayPart::Midday => "midday",
        DayPart::Afternoon => "afternoon",
        DayPart::Evening => "evening",
        DayPart::Night => "night",
        _ => "daytime",
    })
}

/// The same with a capital letter at its beginning.
pub(super) fn capital(s: &str) -> String {
    let mut chars = s.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// How long a stretch is, in its two largest units: "4 years 9 months".
pub(super) fn stretch_words(from: Clock, to: Clock) -> String {
    let month = |c: Clock| i64::from(c.year()) * 12 + i64::from(c.month0());
    let into = |c: Clock| (c.day(), c.time());
    let months = month(to) - month(from) - i64::from(into(to) < into(from));
    let days = (to - from).num_days();
    let (years, rest) = (months / 12, months % 12);
    if years >= 20 {
        return format!("{} years", thousands(years));
    }
    if years > 0 {
        return two(years, "year", rest, "month");
    }
    if months > 0 {
        let part = crate::time::add_months(from.date(), i32::try_from(months).unwrap_or(0))
            .map_or(0, |d| (to.date() - d).num_days().max(0));
        return two(months, "month", part, "day");
    }
    let hours = (to - from).num_hours();
    if days > 0 {
        return two(days, "day", if days < 7 { hours % 24 } else { 0 }, "hour");
    }
    two(hours, "hour", (to - from).num_minutes() % 60, "minute")
}

fn two(a: i64, unit: &str, b: i64, part: &str) -> String {
    let one = |n: i64, u: &str| format!("{n} {u}{}", if n == 1 { "" } else { "s" });
    match (a, b) {
        (0, _) => one(b, part),
        (_, 0) => one(a, unit),
        _ => format!("{} {}", one(a, unit), one(b, part)),
    }
}

/// A count with its thousands set apart: "12,400".
pub(super) fn thousands(n: i64) -> String {
    if n < 1000 {
        return n.to_string();
    }
    format!("{},{:03}", thousands(n / 1000), n % 1000)
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;

//! The line that says when a text was published. Looks only; what a date means is the business of the rules.

use crate::text::{Class, class_of};

const ZONES: &[&str] = &[
    "UTC", "GMT", "BST", "IST", "CET", "CEST", "EET", "EEST", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST",
    "MDT", "MT", "PST", "PDT", "PT", "JST", "KST", "AEST", "AEDT", "Z", "HKT", "SGT", "MSK", "WAT", "SAST",
    "EAT", "PKT", "AKST", "AKDT", "HST", "NZST", "NZDT", "AWST", "ACST", "UK",
];

const LEAD: &[&str] = &[
    "published",
    "posted",
    "date",
    "dated",
    "updated",
    "last",
    "modified",
    "on",
    "at",
    "of",
    "the",
    "noon",
    "midnight",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "o",
    "clock",
    "t",
    "first",
    "local",
    "time",
];

/// Words that say what the date behind them is.
pub(super) const LABELS: &[&str] = &["published", "posted", "first", "updated", "filed", "aired"];

/// Signs that part what stands beside the date on its line.
pub(super) const BARS: [char; 4] = ['|', '•', '·', '∙'];

/// Whether the abbreviation names a time zone, as far as a date line's look goes.
pub(super) fn is_zone(word: &str) -> bool {
    ZONES.contains(&word)
}

/// Whether the line is nothing but a date, perhaps with a clock time and a word such as "Published"; beside it, behind
/// a bar, there may stand who wrote it, where, and how long it takes to read.
pub(crate) fn is_date_line(line: &str) -> bool {
    if line.len() > 120 {
        return false;
    }
    if !line.contains(BARS) {
        return is_date(line);
    }
    let mut dated = false;
    line.split(BARS)
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .all(|part| {
            if is_date(part) {
                dated = true;
                return true;
            }
            is_side_note(part, dated)
        })
        && dated
}

/// "By Ann Smith", "4 MIN READ", "3 comments"; "LONDON", where it stands before the date.
fn is_side_note(part: &str, behind: bool) -> bool {
    let lower = part.to_lowercase();
    let words = part.split_whitespace().count();
    let by = lower.starts_with("by ") && words <= 6;
    let counted = [
        "min read",
        "mins read",
        "minute read",
        "minutes read",
        "comments",
        "comment",
        "views",
        "shares",
    ];
    let counted = words <= 4
        && lower.starts_with(|c: char| c.is_ascii_digit())
        && counted.iter().any(|c| lower.ends_with(c));
    let mut rest = part.split_whitespace();
    let clock = rest.next().and_then(clock).is_some() && rest.all(|w| is_zone(w) || is_half(w));
    by || counted || clock || is_zone(part) || !behind && is_name(part, 4)
}

/// A few words that each begin with a capital: a place, a person, a section of a paper.
pub(super) fn is_name(part: &str, most: usize) -> bool {
    let words = part.split_whitespace();
    (1..=most).contains(&words.clone().count())
        && words
            .clone()
            .all(|w| w.starts_with(char::is_uppercase) && !w.contains(|c: char| c.is_ascii_digit()))
        && !super::lines::ends_sentence(part)
}

/// Nothing but the words and numbers of a date.
fn is_date(line: &str) -> bool {
    if line.len() > 100 || line.ends_with('.') && !line.ends_with(".m.") {
        return false;
    }
    let (mut numbers, mut year, mut names) = (0, false, 0);
    for word in line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
    {
        let lower = word.to_lowercase();
        let digits = lower.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            let tail = &lower[digits..];
            let ordinal = ["", "st", "nd", "rd", "th", "am", "pm", "h", "z"].contains(&tail);
            // 14T16 and 20240314T163000
            let joined = tail.starts_with('t') && (digits <= 2 || digits == 8);
            if !joined && !(ordinal && (digits <= 4 || digits == 8)) {
                return false;
            }
            numbers += 1;
            year |= digits == 4 || digits == 8;
        } else if is_calendar_name(&lower) {
            names += 1;
        } else if !LEAD.contains(&lower.as_str()) && !is_zone(word) {
            return false;
        }
    }
    names > 0 && numbers > 0 || year && numbers > 2
}

fn is_calendar_name(word: &str) -> bool {
    is_month(word) || is_weekday(word)
}

/// Whole or cut to its usual abbreviation, whatever its case.
pub(super) fn is_month(word: &str) -> bool {
    class_of(word) == Class::Month
}

/// The same of a weekday.
pub(super) fn is_weekday(word: &str) -> bool {
    class_of(word) == Class::Weekday
}

/// Whether the word says which half of the day a time is of.
pub(super) fn is_half(word: &str) -> bool {
    ["am", "pm", "a.m.", "p.m."]
        .iter()
        .any(|h| word.eq_ignore_ascii_case(h))
}

/// `15.37`, `9:03`, `3:15pm`, `10:10:05`; whether the half of the day is part of it.
pub(super) fn clock(word: &str) -> Option<bool> {
    let bare = word.trim_end_matches([',', ';', '|']).to_lowercase();
    let time = bare.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    let tail = &bare[time.len()..];
    if !["", "am", "pm", "a.m.", "p.m.", "z"].contains(&tail) {
        return None;
    }
    let parts: Vec<&str> = time.split([':', '.']).collect();
    let number = |s: &str| (1..=2).contains(&s.len()).then(|| s.parse::<u8>().ok()).flatten();
    let (&hour, rest) = parts.split_first()?;
    let fits = number(hour)? < 25
        && rest
            .iter()
            .all(|m| m.len() == 2 && number(m).is_some_and(|m| m < 60))
        && (!rest.is_empty() || !tail.is_empty());
    fits.then_some(!tail.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_lines() {
        for line in [
            "Monday, January 27",
            "Published: 14 March 2024, 4:30 p.m.",
            "2024-03-14T16:30Z",
            "Tue 3rd Sept 2019 at 9am GMT",
            "14/03/2024",
            "Mar 14, 2024, 4:30 PM ET",
            "Mar 14 2024 at 4:30pm EST | By Ann",
            "By Ann Smith | 14 March 2024",
            "14 MARCH 2024 • 6 MIN READ",
            "Thursday 14 March 2024 10:15, UK",
            "SELE | Thu Mar 14, 2024 9:03 pm BST",
        ] {
            assert!(is_date_line(line), "{line}");
        }
        for line in [
            "May",
            "In March 2024",
            "1,200 boats",
            "2021",
            "Friday",
            "Room 12 March Street",
            "3 May 2019.",
            "3 May 2019 | The lock breaks",
            "3 May 2019 | Storm over the pier",
            "By Ann | 4 min read",
            "|",
        ] {
            assert!(!is_date_line(line), "{line}");
        }
    }
}

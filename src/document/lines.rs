//! What a line of plain text looks like: a date line, an item of a list, an entry of a log, the end of a sentence.
//! Looks only; what a date means is the business of the rules.

/// How an item of a list begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// `- `, `* `, `• `
    Bullet,
    /// `1. `, `2) `
    Number,
    /// `14:32 `, `[2024-05-03 10:22] `
    Clock,
    /// `3 May 2019 – `, `1953: `
    Date,
}

/// The marker that a line begins with.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let first = line.chars().next()?;
    let after = &line[first.len_utf8()..];
    if "-*+•·–—‣▪◦●".contains(first) && after.starts_with([' ', '\t', '\u{A0}']) {
        return Some(Marker::Bullet);
    }
    if begins_with_clock(line) {
        return Some(Marker::Clock);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits) {
        let mut rest = line[digits..].chars();
        if matches!(rest.next(), Some('.' | ')')) && matches!(rest.next(), Some(' ' | '\t')) {
            return Some(Marker::Number);
        }
    }
    begins_with_date(line).then_some(Marker::Date)
}

/// `14:32 Fire crews …`, `9.20 BST …`, `[10:22:11] …`, `2024-05-03 10:22 …`
fn begins_with_clock(line: &str) -> bool {
    let line = line.strip_prefix(['[', '(']).unwrap_or(line);
    let line = if is_iso_date(line.as_bytes()) {
        line[10..].trim_start_matches(['T', ' '])
    } else {
        line
    };
    let hours = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[hours..];
    let Some(rest) = rest.strip_prefix([':', '.']) else {
        return false;
    };
    let minutes = rest.bytes().take_while(u8::is_ascii_digit).count();
    let hour_fits = line[..hours].parse::<u8>().is_ok_and(|h| h < 25);
    let minute_fits = minutes == 2 && rest.as_bytes()[0] < b'6';
    let after = rest[minutes..].chars().next();
    let ends = match after {
        None => true,
        // "9.20 million" is no time, but a dot alone is too weak to tell: a zone or am/pm must follow it.
        Some(' ') if line.as_bytes()[hours] == b'.' => {
            let word: String = rest[minutes..]
                .trim_start()
                .chars()
                .take_while(|c| c.is_alphabetic() || *c == '.')
                .collect();
            ZONES.contains(&word.as_str()) || ["am", "pm", "a.m.", "p.m."].contains(&word.as_str())
        }
        Some(c) => c.is_whitespace() || ":,]).-–—apAPZh".contains(c),
    };
    hour_fits && minute_fits && ends
}

fn is_iso_date(b: &[u8]) -> bool {
    b.len() >= 10
        && b[..10].iter().enumerate().all(|(i, c)| match i {
            4 | 7 => *c == b'-',
            _ => c.is_ascii_digit(),
        })
}

/// A date, then a dash, a colon, a bar or a tab, then the entry.
fn begins_with_date(line: &str) -> bool {
    let head: String = line.chars().take(48).collect();
    let cut = [" – ", " — ", " - ", ": ", "\t", " | "]
        .iter()
        .filter_map(|s| head.find(s))
        .min();
    let Some(cut) = cut else {
        return false;
    };
    let date = head[..cut].trim();
    let year = date.len() == 4 && date.bytes().all(|b| b.is_ascii_digit()) && date.starts_with(['1', '2']);
    year || is_date_line(date)
}

const ZONES: &[&str] = &[
    "UTC", "GMT", "BST", "IST", "CET", "CEST", "EET", "EEST", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST",
    "MDT", "MT", "PST", "PDT", "PT", "JST", "KST", "AEST", "AEDT", "Z",
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

/// Whether the line is nothing but a date, perhaps with a clock time and a word such as "Published".
pub(super) fn is_date_line(line: &str) -> bool {
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
        } else if !LEAD.contains(&lower.as_str()) && !ZONES.contains(&word) {
            return false;
        }
    }
    names > 0 && numbers > 0 || year && numbers > 2
}

/// Month or weekday, whole or cut to its usual abbreviation.
fn is_calendar_name(lower: &str) -> bool {
    const NAMES: [&str; 19] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    (3..=9).contains(&lower.len())
        && NAMES
            .iter()
            .any(|n| *n == lower || lower.len() <= 5 && n.starts_with(lower))
}

/// Whether a sentence ends with the line: a full stop, question or exclamation mark, perhaps within quotes.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', ' '])
        .ends_with(['.', '!', '?', '…'])
}

/// A line of a mail's head: `Subject: …`.
pub(super) fn mail_header(line: &str) -> Option<(&str, &str)> {
    const KEYS: [&str; 9] = [
        "From",
        "To",
        "Cc",
        "Date",
        "Sent",
        "Subject",
        "Reply-To",
        "Message-ID",
        "Bcc",
    ];
    let (key, value) = line.split_once(':')?;
    KEYS.iter()
        .any(|k| k.eq_ignore_ascii_case(key.trim()))
        .then(|| (key.trim(), value.trim()))
}

/// Whether the line has letters and none of them is small.
pub(super) fn is_capitals(line: &str) -> bool {
    line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase)
}

/// A line made of `---`, `***` or `===` alone.
pub(super) fn is_ruler(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|b| b"-=*_~# ".contains(&b))
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
        ] {
            assert!(!is_date_line(line), "{line}");
        }
    }

    #[test]
    fn markers() {
        for (line, want) in [
            ("- a net", Some(Marker::Bullet)),
            ("12) twelve", Some(Marker::Number)),
            ("14:32 Crews arrive", Some(Marker::Clock)),
            ("15.05 BST The bridge opens", Some(Marker::Clock)),
            ("[2024-05-03 10:22:11] door open", Some(Marker::Clock)),
            ("3 May 2019 – the lock breaks", Some(Marker::Date)),
            ("1953: the flood", Some(Marker::Date)),
            ("9.20 million went", None),
            ("1.5 metres", None),
            ("–5 degrees", None),
            ("10:75", None),
            ("Monday: nothing new", None),
            ("é", None),
            ("", None),
        ] {
            assert_eq!(marker(line), want, "{line}");
        }
    }
}

//! The line that says when a text was published: whole, or glued to the first sentence by copying.
//! Looks only; what a date means is the business of the rules.

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
const LABELS: &[&str] = &["published", "posted", "first", "updated", "filed", "aired"];

/// Signs that part what stands beside the date on its line.
const BARS: [char; 4] = ['|', '•', '·', '∙'];

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

const MONTHS: [&str; 12] = [
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
];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Whole or cut to its usual abbreviation.
fn among(names: &[&str], lower: &str) -> bool {
    (3..=9).contains(&lower.len())
        && names
            .iter()
            .any(|n| *n == lower || lower.len() <= 5 && n.starts_with(lower))
}

fn is_calendar_name(lower: &str) -> bool {
    among(&MONTHS, lower) || among(&WEEKDAYS, lower)
}

/// How many bytes a headline, a place and a date line have together at the most.
const HEAD: usize = 320;

/// A date line that copying glued to what stands around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glued {
    /// The byte where it begins: 0, or behind a headline.
    pub start: usize,
    /// The byte where the text begins.
    pub end: usize,
    /// Whether a place or a name stands before it, behind a bar.
    pub placed: bool,
}

/// The date line that a sentence or a headline was glued to ("Tuesday 6 December 2005 15.37 GMT At least 43 people
/// …", "LONDON | Tue Apr 28, 2009 9:03 pm BST LONDON (Reuters) - …", "Pier lost Friday 3 May 2019 10:15 GMT The …").
///
/// The date has to be whole, with a time of the clock, and with one thing more that a sentence or an entry of a log
/// would not have there: a weekday, a zone, a bar, a label; behind a headline with all of them.
pub(super) fn glued(line: &str) -> Option<Glued> {
    let mut end = line.len().min(HEAD);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let head = &line[..end];
    if !holds_year(head) {
        return None;
    }
    if let Some((end, placed, _)) = at(line, head, 0) {
        return Some(Glued {
            start: 0,
            end,
            placed,
        });
    }
    for (here, word) in words(head) {
        if !word.starts_with(char::is_uppercase) {
            continue;
        }
        let bare = word.trim_end_matches([',', '.', ':']).to_lowercase();
        let opens = among(&WEEKDAYS, &bare) || LABELS.contains(&bare.as_str());
        let here = behind_headline(head, here);
        let before = head[..here].trim_end();
        // A sentence that tells of the day: "on Friday 3 May 2019 10:15 GMT".
        if !opens
            || before.ends_with([',', '(', '.'])
            || super::lines::runs_on(before)
            || lower_sentence(before)
        {
            continue;
        }
        if let Some((end, placed, true)) = at(line, head, here) {
            return Some(Glued {
                start: here,
                end,
                placed,
            });
        }
    }
    None
}

/// Most texts open without one, and need no closer look.
fn holds_year(line: &str) -> bool {
    line.as_bytes()
        .windows(4)
        .any(|w| matches!(w[0], b'1' | b'2') && w.iter().all(u8::is_ascii_digit))
}

/// The words of a line, each with where it begins.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = line;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let start = line.len() - rest.len();
        let (word, behind) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
        rest = behind;
        (!word.is_empty()).then_some((start, word))
    })
}

/// Where the place before a date line begins, if a bar parts them: "Pier lost OLD SELE, Norland | Fri May 3".
fn behind_headline(head: &str, date: usize) -> usize {
    let Some(place) = head[..date].trim_end().strip_suffix(BARS) else {
        return date;
    };
    let mut start = date;
    let mut at = place.len();
    for word in place.split_whitespace().rev().take(5) {
        at = place[..at].rfind(word).unwrap_or(at);
        if word.starts_with(char::is_lowercase) {
            break;
        }
        if word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.contains(char::is_lowercase) {
            start = at;
        }
    }
    start
}

/// Whether what stands before is no headline of the usual length.
fn lower_sentence(before: &str) -> bool {
    !before.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "'\"“‘".contains(c))
        || before.split_whitespace().count() < 3
}

/// A date line from `from` on: where the text behind it begins, whether it has a bar, and whether it is beyond doubt.
fn at(line: &str, head: &str, from: usize) -> Option<(usize, bool, bool)> {
    let mut words = Words { line: head, at: from };
    let label = words.label();
    let place = words.place();
    // "09:43 UK time, Thursday, 6 January 2011"
    let early = words.clock();
    words.signs();
    let weekday = words.date()?;
    words.signs();
    // "8 November 2011 Last updated at 11:01 GMT"
    let label = words.label() || label;
    let late = words.clock();
    let zoned = early.or(late)?;
    let bar = words.signs();
    if !(label || place || weekday || zoned || bar) {
        return None;
    }
    let rest = line[words.at..].trim_start();
    let begins = rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "\"“‘'(".contains(c));
    let enough = rest.split_whitespace().take(4).count() > 3;
    (begins && enough && !is_date_line(rest))
        .then(|| (line.len() - rest.len(), place, (weekday || label) && zoned))
}

/// The words of a line, one after the other.
struct Words<'a> {
    line: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    /// The next word, and where it ends.
    fn peek(&self) -> Option<(&'a str, usize)> {
        let rest = &self.line[self.at..];
        let start = self.at + (rest.len() - rest.trim_start().len());
        let word = self.line[start..].split_whitespace().next()?;
        Some((word, start + word.len()))
    }

    fn label(&mut self) -> bool {
        let before = self.at;
        while let Some((word, end)) = self.peek() {
            let bare = word.trim_end_matches([':', ',']).to_lowercase();
            let joins = self.at > before && ["on", "at"].contains(&bare.as_str())
                || ["page", "last"].contains(&bare.as_str());
            if !joins && !LABELS.contains(&bare.as_str()) {
                break;
            }
            self.at = end;
        }
        self.at > before
    }

    /// "LONDON |", "By Ann Smith |"
    fn place(&mut self) -> bool {
        let rest = &self.line[self.at..];
        let Some(bar) = rest.find(BARS) else {
            return false;
        };
        // "TRIPOLI, March 2 | Wed Mar 2, 2011"
        let name = rest[..bar].trim().trim_end_matches(|c: char| c.is_ascii_digit());
        let fits = is_name(name, 6)
            && !among(
                &WEEKDAYS,
                &name.split(' ').next().unwrap_or_default().to_lowercase(),
            );
        if fits {
            self.at += bar + rest[bar..].chars().next().map_or(1, char::len_utf8);
        }
        fits
    }

    /// Commas, bars and dashes that stand alone, "at"; whether a bar was among them.
    fn signs(&mut self) -> bool {
        let mut bar = false;
        while let Some((word, end)) = self.peek() {
            let is_bar = word.len() <= 3 && word.chars().all(|c| BARS.contains(&c));
            if !is_bar && !["-", "–", "—", "@", "at", ",", "/"].contains(&word) {
                break;
            }
            bar |= is_bar;
            self.at = end;
        }
        bar
    }

    /// Day, month and year in any order, each once; whether the weekday is there too.
    fn date(&mut self) -> Option<bool> {
        let (mut weekday, mut day, mut month, mut year) = (false, false, false, false);
        while let Some((word, end)) = self.peek() {
            let bare = word.trim_end_matches([',', ';', '.']).to_lowercase();
            let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
            let slot = match (digits, &bare[digits..]) {
                (0, name) if among(&WEEKDAYS, name) => &mut weekday,
                (0, name) if among(&MONTHS, name) => &mut month,
                (1 | 2, "" | "st" | "nd" | "rd" | "th") => &mut day,
                (4, "") if bare.starts_with(['1', '2']) => &mut year,
                _ => break,
            };
            if std::mem::replace(slot, true) {
                break;
            }
            self.at = end;
            if day && month && year && weekday {
                break;
            }
        }
        (day && month && year).then_some(weekday)
    }

    /// A time of the clock; whether its zone or its half of the day stands behind it.
    fn clock(&mut self) -> Option<bool> {
        let (word, end) = self.peek()?;
        let mut sure = clock(word)?;
        self.at = end;
        while let Some((word, end)) = self.peek() {
            let bare = word.trim_matches([',', ';', '(', ')']);
            let shift = bare.len() >= 5
                && bare.starts_with(['+', '-'])
                && bare[1..].bytes().all(|b| b.is_ascii_digit() || b == b':');
            let time = sure && ["time", "local"].contains(&bare);
            if !(is_half(bare) || shift || is_zone(bare) || time) {
                break;
            }
            sure = true;
            self.at = end;
        }
        Some(sure)
    }
}

fn is_half(word: &str) -> bool {
    ["am", "pm", "a.m.", "p.m."]
        .iter()
        .any(|h| word.eq_ignore_ascii_case(h))
}

/// `15.37`, `9:03`, `3:15pm`, `10:10:05`; whether the half of the day is part of it.
fn clock(word: &str) -> Option<bool> {
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

    #[test]
    fn a_date_line_before_its_text() {
        for (line, rest) in [
            (
                "Friday 3 May 2019 15.37 GMT At least four boats sank today.",
                "At least four boats sank today.",
            ),
            (
                "SELE | Fri May 3, 2019 9:03 pm BST SELE (Wire) - Mending is slow, a diver said.",
                "SELE (Wire) - Mending is slow, a diver said.",
            ),
            (
                "Friday, May 3, 2019; 10:10 AM Most boats fear a storm",
                "Most boats fear a storm",
            ),
            (
                "Published: 3 May 2019 at 10:10 | The pier is lost to the sea",
                "The pier is lost to the sea",
            ),
        ] {
            assert_eq!(
                glued(line).map(|g| (g.start, &line[g.end..])),
                Some((0, rest)),
                "{line}"
            );
        }
        for line in [
            "Storm over the bay: four boats lost OLD SELE, Norland | Fri May 3, 2019 9:03 pm BST OLD SELE (Wire) - The skippers had been warned.",
            "SELE, May 3 | Fri May 3, 2019 9:03 pm BST SELE, May 3 (Wire) - The skippers had been warned.",
        ] {
            let found = glued(line).unwrap();
            let at = line.find(" | ").unwrap();
            assert!(
                line[found.start..at].ends_with(if found.start > 0 {
                    "OLD SELE, Norland"
                } else {
                    "SELE, May 3"
                }),
                "{line}"
            );
        }
        let line = "Four boats lost in the bay Friday 3 May 2019 15.37 GMT The skippers had been warned.";
        let found = glued(line).unwrap();
        assert_eq!(&line[found.start..found.end], "Friday 3 May 2019 15.37 GMT ");
        for line in [
            "Friday 3 May 2019 was a warm day, and the pier was full.",
            "On Friday 3 May 2019 10:15 GMT The Times wrote so.",
            "3 May 2019 10:15 Crews arrive at the lock.",
            "Friday, May 3, 2019, The Courier wrote of it.",
            "Friday 3 May 2019 15.37 GMT",
            "Friday 3 May 15.37 GMT The pier fell down.",
            "Friday 3 May 2019 15.37 GMT the pier fell down.",
            "The Courier wrote on Friday 3 May 2019 15.37 GMT The pier fell down.",
            "The pier fell. Friday 3 May 2019 15.37 GMT The pier was mended.",
            "é | é",
            "",
        ] {
            assert_eq!(glued(line), None, "{line}");
        }
    }
}

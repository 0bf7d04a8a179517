//! A date line that copying ran in with the text behind it or the headline before it.

use super::stamp::{BARS, LABELS, clock, is_date_line, is_half, is_month, is_name, is_weekday, is_zone};

/// How many bytes a headline, a place and a date line have together at the most.
const HEAD: usize = 320;

/// Where such a date line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RunIn {
    /// The byte where it begins: 0, or behind a headline.
    pub start: usize,
    /// The byte where the text begins.
    pub end: usize,
    /// Whether a place or a name stands before it, behind a bar.
    pub placed: bool,
}

/// The date line that a sentence or a headline was run in with ("Tuesday 6 December 2005 15.37 GMT At least 43 people
/// …", "LONDON | Tue Apr 28, 2009 9:03 pm BST LONDON (Reuters) - …", "Pier lost Friday 3 May 2019 10:15 GMT The …").
///
/// The date has to be whole, with a time of the clock, and with one thing more that a sentence or an entry of a log
/// would not have there: a weekday, a zone, a bar, a label; behind a headline with all of them.
pub(super) fn run_in(line: &str) -> Option<RunIn> {
    let mut end = line.len().min(HEAD);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let head = &line[..end];
    if !holds_year(head) {
        return None;
    }
    if let Some((end, placed, _)) = at(line, head, 0) {
        return Some(RunIn {
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
        let opens = is_weekday(&bare) || LABELS.contains(&bare.as_str());
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
            return Some(RunIn {
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
        let fits = is_name(name, 6) && !is_weekday(name.split(' ').next().unwrap_or_default());
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
                (0, name) if is_weekday(name) => &mut weekday,
                (0, name) if is_month(name) => &mut month,
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

#[cfg(test)]
mod tests {
    use super::*;

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
                run_in(line).map(|g| (g.start, &line[g.end..])),
                Some((0, rest)),
                "{line}"
            );
        }
        for line in [
            "Storm over the bay: four boats lost OLD SELE, Norland | Fri May 3, 2019 9:03 pm BST OLD SELE (Wire) - The skippers had been warned.",
            "SELE, May 3 | Fri May 3, 2019 9:03 pm BST SELE, May 3 (Wire) - The skippers had been warned.",
        ] {
            let found = run_in(line).unwrap();
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
        let found = run_in(line).unwrap();
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
            assert_eq!(run_in(line), None, "{line}");
        }
    }
}

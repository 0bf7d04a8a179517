//! What a line of plain text looks like: a date line, an item of a list, an entry of a log, the end of a sentence.
//! Looks only; what a date means is the business of the rules.

pub(super) use super::stamp::is_date_line;

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
            super::stamp::is_zone(&word) || ["am", "pm", "a.m.", "p.m."].contains(&word.as_str())
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

/// What stands between the date of an entry and its words.
const PARTING: [&str; 6] = [" – ", " — ", " - ", ": ", "\t", " | "];

/// A date, then a dash, a colon, a bar or a tab, then the entry.
fn begins_with_date(line: &str) -> bool {
    const HEAD: usize = 48;
    let head = line.char_indices().nth(HEAD).map_or(line, |(i, _)| &line[..i]);
    let parts = |i: usize| {
        PARTING
            .iter()
            .any(|s| head.as_bytes()[i..].starts_with(s.as_bytes()))
    };
    let cut = head
        .bytes()
        .enumerate()
        .position(|(i, b)| matches!(b, b' ' | b':' | b'\t') && parts(i));
    let Some(cut) = cut else {
        return false;
    };
    let date = head[..cut].trim();
    let year = date.len() == 4 && date.bytes().all(|b| b.is_ascii_digit()) && date.starts_with(['1', '2']);
    year || is_date_line(date)
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

/// "SELE, May 3 (Wire) - The …", "(Wire) — The …": the first sentence of an agency's story.
pub(super) fn opens_story(line: &str) -> bool {
    let head = line.char_indices().nth(80).map_or(line, |(i, _)| &line[..i]);
    let dash = [") - ", ") -- ", ") – ", ") — "]
        .iter()
        .filter_map(|d| head.find(d))
        .min();
    dash.is_some_and(|at| {
        let open = head[..at].rfind('(').unwrap_or(at);
        is_capitals(&head[..open])
            || open == 0
            || head[..open].split([',', ' ']).next().is_some_and(is_capitals)
    })
}

/// Whether a wrapped line ends where its sentence can't.
pub(super) fn runs_on(line: &str) -> bool {
    const WORDS: [&str; 15] = [
        "on", "of", "by", "from", "to", "since", "until", "in", "and", "the", "for", "before", "after", "at",
        "a",
    ];
    let last = line
        .trim_end()
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    line.trim_end().ends_with([',', '–', '—', '-', '(']) || WORDS.iter().any(|w| last.eq_ignore_ascii_case(w))
}

/// Whether a line at `line` of the text, within a block, is no part of a wrapped sentence.
pub(crate) fn is_own_line(text: &str, block: &std::ops::Range<usize>, line: &std::ops::Range<usize>) -> bool {
    let before = text.get(block.start..line.start).unwrap_or_default();
    let after = text.get(line.end..block.end).unwrap_or_default();
    !runs_on(before) && !after.trim_start().starts_with(char::is_lowercase)
}

/// "On Wed, 6 Mar 2024 at 09:02, Tom wrote:": what stands before a quoted mail, wrapped or not.
pub(super) fn opens_quote(lines: &str) -> bool {
    lines.len() <= 200
        && lines.ends_with("wrote:")
        && lines.starts_with("On ")
        && lines.contains(|c: char| c.is_ascii_digit())
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

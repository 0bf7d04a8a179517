//! Page furniture: teasers, buttons, forms, credits that a copied page leaves between its paragraphs.
//!
//! Each pattern reads a whole block (a line, or a short paragraph) and is sparing: a teaser let through costs one
//! odd entry, a sentence taken away is lost. Sentences of running text that begin alike stand beside each pattern
//! as what stays, and one test runs them all.

mod notes;
mod patterns;
mod sections;

use super::lines;

pub use patterns::PATTERNS;
pub(super) use sections::sweep;

/// A kind of page furniture, with what it takes and what it must leave.
#[derive(Debug)]
pub struct Pattern {
    /// Its name.
    pub name: &'static str,
    /// Lines that go.
    pub goes: &'static [&'static str],
    /// Lines that look alike and stay.
    pub stays: &'static [&'static str],
    reads: fn(&Line<'_>) -> bool,
}

/// A block as the patterns see it.
struct Line<'a> {
    /// As it stands.
    raw: &'a str,
    /// In lower case, typographic apostrophes straight, white space as single blanks.
    lower: String,
}

/// The longest block that can be furniture, in bytes; cookie notices run to this.
const LONGEST: usize = 600;
/// Longer than this, or a sentence and longer than a label, are only notices known by their first word: most
/// paragraphs need no further look.
const LINE: usize = 240;
const LABEL: usize = 100;

fn may_run_on(raw: &str) -> bool {
    const FIRST: &[&str] = &[
        "we",
        "this",
        "our",
        "by",
        "your",
        "copyright",
        "©",
        "(c)",
        "save",
        "get",
        "sign",
        "subscribe",
        "join",
        "receive",
        "download",
        "click",
        "tap",
        "read",
        "also",
        "see",
        "related",
        "related:",
        "see:",
        "all",
        "photo:",
        "image:",
        "file",
        "in",
        "advertisement:",
        "sponsored:",
    ];
    let first = raw.split_whitespace().next().unwrap_or_default();
    raw.starts_with('©') || FIRST.iter().any(|w| w.eq_ignore_ascii_case(first))
}

impl Line<'_> {
    fn is(&self, any: &str) -> bool {
        let bare = self
            .lower
            .trim_end_matches([':', '.', '»', '→', '›', '>', '!', ' ', '…', '*']);
        self.alike(any).any(|w| w == bare)
    }

    /// Of the words, parted by bars, those that begin as the line does. Most begin with another letter, and a plain
    /// loop passes them faster than any search for the bars.
    fn alike<'w>(&self, any: &'w str) -> impl Iterator<Item = &'w str> {
        let first = self.lower.as_bytes().first().copied();
        let bytes = any.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < bytes.len() {
                let start = at;
                at += bytes[at..].iter().take_while(|b| **b != b'|').count() + 1;
                if bytes.get(start).copied() == first {
                    return any.get(start..at - 1);
                }
            }
            None
        })
    }

    /// What follows the words, where the line begins with them and they end there.
    fn after(&self, any: &str) -> Option<&str> {
        self.alike(any)
            .filter_map(|w| self.lower.strip_prefix(w))
            .find(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    }

    /// The words, then a colon or a bar.
    fn label(&self, any: &str) -> bool {
        let sign = |rest: &str| rest.trim_start().starts_with([':', '|', '»', '>', '→']);
        self.alike(any)
            .filter_map(|w| self.lower.strip_prefix(w))
            .any(sign)
    }

    fn has(&self, any: &str) -> bool {
        any.split('|').any(|w| self.lower.contains(w))
    }

    fn short(&self, bytes: usize) -> bool {
        self.lower.len() <= bytes
    }

    /// Ends like a sentence.
    fn stops(&self) -> bool {
        lines::ends_sentence(self.raw)
    }

    /// Begins with a word in capitals: `ALSO READ`.
    fn shouts(&self) -> bool {
        let mut words = self.raw.split_whitespace().take(2);
        words.all(|w| w.len() > 1 && !w.chars().any(char::is_lowercase))
    }
}

/// The pattern that reads the block, if it is page furniture.
pub(super) fn reads(block: &str) -> Option<&'static str> {
    let raw = block.trim();
    if raw.is_empty() || raw.len() > LONGEST {
        return None;
    }
    if (raw.len() > LINE || raw.len() > LABEL && lines::ends_sentence(raw)) && !may_run_on(raw) {
        return None;
    }
    let mut lower = String::with_capacity(raw.len());
    for word in raw.split_whitespace() {
        if !lower.is_empty() {
            lower.push(' ');
        }
        if word.is_ascii() {
            let at = lower.len();
            lower.push_str(word);
            lower[at..].make_ascii_lowercase();
            continue;
        }
        lower.extend(
            word.chars()
                .flat_map(char::to_lowercase)
                .map(|c| if c == '’' { '\'' } else { c }),
        );
    }
    let line = Line { raw, lower };
    PATTERNS.iter().find(|p| (p.reads)(&line)).map(|p| p.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_take_what_they_name_and_leave_the_rest() {
        for p in PATTERNS {
            for line in p.goes {
                assert_eq!(reads(line), Some(p.name), "{line}");
            }
            for line in p.stays {
                assert_eq!(reads(line), None, "{line}");
            }
        }
    }

    #[test]
    fn odd_lines_do_no_harm() {
        for line in [
            "",
            " ",
            "İ",
            "©",
            "…",
            "See also",
            "\u{1F4A9}".repeat(200).as_str(),
            "1 min read",
        ] {
            let _ = reads(line);
        }
    }
}

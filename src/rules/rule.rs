use super::Meaning;
use crate::text::{Class, Cursor};

/// One way of saying a time.
pub struct Rule {
    /// Its name in the field's words; the JSON's `rule`.
    pub name: &'static str,
    /// The file it stands in.
    pub family: &'static str,
    /// One sentence.
    pub says: &'static str,
    /// The classes of the tokens that may begin it.
    pub starts: &'static [Class],
    /// Reads from the cursor's token on.
    pub read: fn(Cursor) -> Option<Reading>,
    /// What it reads, in sentences.
    pub examples: &'static [Example],
    /// Sentences in which it must read nothing.
    pub refusals: &'static [&'static str],
}

/// A way of writing that looks like a time and is none.
pub struct Guard {
    /// Its name.
    pub name: &'static str,
    /// One sentence.
    pub says: &'static str,
    /// The classes of the tokens that may begin it.
    pub starts: &'static [Class],
    /// How many tokens from the cursor's on are blocked.
    pub blocks: fn(Cursor) -> Option<usize>,
    /// Sentences in which nothing may be found.
    pub examples: &'static [&'static str],
    /// What it lets through.
    pub lets_through: &'static [Example],
}

/// A sentence with the expression in square brackets, the publication date, and the TIMEX3 value.
pub type Example = (&'static str, &'static str, &'static str);

/// What a rule read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Tokens at the front that say how, but are no part of the expression ("about").
    pub skip: usize,
    /// Tokens in all, from the cursor's on.
    pub len: usize,
    /// What it says.
    pub meaning: Meaning,
    /// The second end of a range: first token, token after it, and what it says.
    pub second: Option<(usize, usize, Meaning)>,
    /// The second is no end of a range but another of a list: "April 24 and 25".
    pub listed: bool,
}

impl Reading {
    /// A reading of `len` tokens.
    pub fn new(len: usize, meaning: Meaning) -> Option<Reading> {
        Some(Reading {
            skip: 0,
            len,
            meaning,
            second: None,
            listed: false,
        })
    }

    /// Two ends of a range: the first is `0..first`, the second `second.0..second.1`.
    pub fn pair(first: usize, meaning: Meaning, second: (usize, usize, Meaning)) -> Option<Reading> {
        Some(Reading {
            skip: 0,
            len: first,
            meaning,
            second: Some(second),
            listed: false,
        })
    }

    /// The same two, as members of a list rather than the ends of a range.
    pub fn as_list(mut self, listed: bool) -> Reading {
        self.listed = listed;
        self
    }

    /// The position after all of it.
    pub fn end(&self) -> usize {
        self.second.as_ref().map_or(self.len, |s| s.1)
    }
}

//! What an entry says: the source's own words, put together from pieces of its sentence, and never a fragment.

use super::scene::Scene;
use crate::text::Class;
use std::ops::Range;

/// Human timelines say it in 20 words at the median; beyond this many, clauses at the end are given up.
pub(super) const MOST_WORDS: usize = 30;

/// The words of an entry: stretches of tokens, in order, not overlapping.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Pieces(pub Vec<Range<usize>>);

impl Pieces {
    pub fn of(range: Range<usize>) -> Pieces {
        Pieces(vec![range])
    }

    /// Without a stretch.
    pub fn without(&self, cut: &Range<usize>) -> Pieces {
        let mut out = Vec::with_capacity(self.0.len() + 1);
        for p in &self.0 {
            if cut.end <= p.start || p.end <= cut.start {
                out.push(p.clone());
                continue;
            }
            if p.start < cut.start {
                out.push(p.start..cut.start);
            }
            if cut.end < p.end {
                out.push(cut.end..p.end);
            }
        }
        Pieces(out)
    }

    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.0.iter().flat_map(|r| r.clone())
    }

    pub fn first(&self) -> Option<usize> {
        self.0.iter().find(|r| !r.is_empty()).map(|r| r.start)
    }

    pub fn last(&self) -> Option<usize> {
        self.0.iter().rev().find(|r| !r.is_empty()).map(|r| r.end - 1)
    }

    pub fn contains(&self, i: usize) -> bool {
        self.0.iter().any(|r| r.contains(&i))
    }

    fn drop_first(&mut self) {
        if let Some(r) = self.0.iter_mut().find(|r| r.start < r.end) {
            r.start += 1;
        }
    }

    fn drop_last(&mut self) {
        if let Some(r) = self.0.iter_mut().rev().find(|r| r.start < r.end) {
            r.end -= 1;
        }
    }
}

/// Words that lead from the sentence before and say nothing here.
const LEADING: &[&str] = &[
    "however",
    "just",
    "meanwhile",
    "additionally",
    "moreover",
    "furthermore",
    "also",
    "then",
    "thus",
    "therefore",
    "nevertheless",
    "nonetheless",
    "besides",
    "still",
    "instead",
    "afterwards",
    "afterward",
    "similarly",
    "finally",
    "so",
    "yet",
    "hence",
];

/// Takes off what only joins a statement to its neighbours: conjunctions and leading adverbs before, marks behind.
pub(super) fn trimmed(s: &Scene, p: Pieces) -> Pieces {
    // A lone quotation mark at the end may have hidden another mark.
    ends_trimmed(s, unquoted(s, ends_trimmed(s, p)))
}

fn ends_trimmed(s: &Scene, mut p: Pieces) -> Pieces {
    for _ in 0..8 {
        let Some(i) = p.first() else { break };
        let class = s.class(i);
        let word = s.word(i);
        let next = p.tokens().nth(1);
        let is = |w: &&str| word.eq_ignore_ascii_case(w);
        let adverb = next.is_some_and(|n| {
            s.class(n) == Class::Comma && LEADING.iter().any(is)
                || matches!(s.class(n), Class::Comma | Class::Dash)
                    && i == s.range.start
                    && ["sir", "madam", "sirs"].iter().any(is)
                || leads(s, n) && ["so", "yet", "then", "thus", "hence"].iter().any(is)
        });
        let joins = matches!(
            class,
            Class::And
                | Class::Or
                | Class::Comma
                | Class::Semicolon
                | Class::Colon
                | Class::Dash
                | Class::Hyphen
                | Class::Stop
                | Class::Close
                | Class::Break
        ) || word.eq_ignore_ascii_case("but")
            || (class == Class::Sign && !matches!(word, "<" | ">" | "~" | "@"));
        // "A: On 3 May": the letter says only that an answer begins.
        let answers = super::answers::label(s, i) && i == s.range.start;
        if !(adverb || joins || answers) {
            break;
        }
        p.drop_first();
    }
    for _ in 0..8 {
        let Some(i) = p.last() else { break };
        let class = s.class(i);
        // The stop of "Inc." stays with its word in the middle of a text, and is no loss at its end.
        let mark = matches!(
            class,
            Class::Comma
                | Class::Semicolon
                | Class::Colon
                | Class::Dash
                | Class::Hyphen
                | Class::Stop
                | Class::And
                | Class::Or
                | Class::Open
                | Class::Break
                | Class::Slash
        ) || s.says(i, "but");
        if !mark {
            break;
        }
        p.drop_last();
    }
    // “We sank the boat,” without its "said he"
    let ends: Vec<usize> = p.tokens().rev().take(2).collect();
    if let [quote, comma] = ends[..]
        && s.class(quote) == Class::Quote
        && s.class(comma) == Class::Comma
    {
        p = p.without(&(comma..comma + 1));
    }
    p
}

/// Whether a subject may begin here, so that "so" or "then" before it only joins: not in "So far it …", "so many",
/// "then-president".
fn leads(s: &Scene, i: usize) -> bool {
    matches!(
        s.class(i),
        Class::Pronoun | Class::The | Class::A | Class::This | Class::These | Class::That
    ) || s.capital(i)
}

/// Takes out a quotation mark or bracket whose partner is not there.
fn unquoted(s: &Scene, p: Pieces) -> Pieces {
    let mut open: Vec<usize> = Vec::new();
    let mut brackets: Vec<usize> = Vec::new();
    let mut lone: Vec<usize> = Vec::new();
    for i in p.tokens() {
        match s.class(i) {
            Class::Quote => {
                // Each sign pairs with its own kind only.
                let last = open.last().map_or("", |&o| s.word(o));
                let pair = match s.word(i) {
                    "”" | "‟" => matches!(last, "“" | "„" | "”"),
                    "''" => matches!(last, "``" | "''"),
                    "»" => last == "«",
                    "“" => last == "„",
                    "«" => last == "»",
                    w => last == w,
                };
                if pair {
                    open.pop();
                } else {
                    open.push(i);
                }
            }
            Class::Open => brackets.push(i),
            Class::Close if brackets.pop().is_none() => lone.push(i),
            _ => {}
        }
    }
    lone.append(&mut open);
    lone.append(&mut brackets);
    lone.sort_unstable();
    lone.iter().fold(p, |p, &i| p.without(&(i..i + 1)))
}

/// How many words the pieces have.
pub(super) fn words(s: &Scene, p: &Pieces) -> usize {
    p.tokens()
        .filter(|&i| !s.tokens[i].glued() && !matches!(s.class(i), Class::Dash | Class::Hyphen | Class::Sign))
        .count()
}

/// Whether the words of a piece, all ASCII, have one blank or one line end between them and no other white space.
/// Without branches, as nearly every piece is so.
fn evenly_spaced(piece: &str) -> bool {
    let b = piece.as_bytes();
    let white = |c: &u8| (*c == b' ') | (*c == b'\n');
    let plain = b.iter().fold(true, |plain, c| {
        plain & ((b' '..0x80).contains(c) | (*c == b'\n'))
    });
    let behind = b.get(1..).unwrap_or_default();
    let double = b
        .iter()
        .zip(behind)
        .fold(false, |double, (x, y)| double | white(x) & white(y));
    plain && !double && !b.first().is_some_and(white) && !b.last().is_some_and(white)
}

/// The same with a word put before a token.
pub(super) fn text_with(s: &Scene, p: &Pieces, at: usize, word: &str) -> String {
    let before = text(s, &p.without(&(at..usize::MAX)));
    let after = text(s, &p.without(&(0..at)));
    format!("{before} {word} {after}")
}

/// The pieces as text: the source's words, one space where white space or a cut stood.
pub(super) fn text(s: &Scene, p: &Pieces) -> String {
    let bytes: usize = p.0.iter().map(|r| s.bytes(r).len() + 1).sum();
    let mut out = String::with_capacity(bytes);
    for r in p.0.iter().filter(|r| !r.is_empty()) {
        let piece = s.text.get(s.bytes(r)).unwrap_or_default();
        // Most have single blanks between their words, and are taken line by line.
        let even = !piece.is_empty() && evenly_spaced(piece);
        let lines = even.then(|| piece.split('\n')).into_iter().flatten();
        let words = (!even).then(|| piece.split_whitespace()).into_iter().flatten();
        for (n, word) in lines.chain(words).enumerate() {
            let closing =
                n == 0 && word.starts_with([',', '.', ';', ':', '!', '?', ')', ']', '”', '’', '»', '%']);
            let closing = closing
                || n == 0 && s.class(r.start) == Class::Quote && s.tokens[r.start].glued() && !out.is_empty();
            let opened = n == 0 && (out.ends_with(['(', '[', '“', '«']) || out.ends_with("``"));
            if !(out.is_empty() || closing || opened) {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    out
}

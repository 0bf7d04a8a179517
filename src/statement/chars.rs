//! From bytes of a text to characters, for the whole text in one pass.

use super::CharSpan;
use std::ops::Range;

/// Counts characters up to any byte.
pub(super) struct Chars {
    /// How many characters begin before each byte; nothing for a text of ASCII, where the two are the same.
    before: Option<Vec<u32>>,
}

impl Chars {
    pub fn of(text: &str) -> Chars {
        let before = (!text.is_ascii()).then(|| {
            let mut n = 0;
            let mut before = Vec::with_capacity(text.len() + 1);
            for b in text.bytes() {
                before.push(n);
                // All but the bytes that go on with a character begin one.
                n += u32::from(b & 0xC0 != 0x80);
            }
            before.push(n);
            before
        });
        Chars { before }
    }

    fn at(&self, byte: usize) -> usize {
        match &self.before {
            None => byte,
            Some(b) => b.get(byte).or(b.last()).map_or(0, |&n| n as usize),
        }
    }

    pub fn span(&self, bytes: &Range<usize>) -> CharSpan {
        [self.at(bytes.start), self.at(bytes.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted() {
        let text = "é “Fri” 日";
        let c = Chars::of(text);
        let at = text.find("Fri").unwrap();
        assert_eq!(c.span(&(at..at + 3)), [3, 6]);
        assert_eq!(c.span(&(0..text.len())), [0, text.chars().count()]);
        assert_eq!(Chars::of("Fri").span(&(1..3)), [1, 3]);
    }
}

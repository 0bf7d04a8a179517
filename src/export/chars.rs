use std::ops::Range;

/// Turns byte places of a text into character places, in one pass over the text as long as the places that are
/// asked for come in order. A step back is answered too, by beginning anew.
pub(super) struct Chars<'t> {
    text: &'t str,
    byte: usize,
    chars: usize,
}

impl<'t> Chars<'t> {
    pub fn new(text: &'t str) -> Chars<'t> {
        Chars {
            text,
            byte: 0,
            chars: 0,
        }
    }

    pub fn span(&mut self, bytes: &Range<usize>) -> [usize; 2] {
        [self.at(bytes.start), self.at(bytes.end)]
    }

    fn at(&mut self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if byte < self.byte {
            (self.byte, self.chars) = (0, 0);
        }
        let passed = self.text.as_bytes()[self.byte..byte]
            .iter()
            .filter(|b| !is_continuation(**b));
        self.chars += passed.count();
        self.byte = byte;
        self.chars
    }
}

/// Of the bytes of a character in UTF-8, only the first does not look like `10xxxxxx`.
fn is_continuation(b: u8) -> bool {
    b & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_forwards_and_back() {
        let text = "a–b é😀 Friday";
        let mut chars = Chars::new(text);
        let at = text.find("Friday").unwrap();
        assert_eq!(chars.span(&(0..1)), [0, 1]);
        assert_eq!(chars.span(&(at..at + 6)), [7, 13]);
        assert_eq!(chars.span(&(1..4)), [1, 2]);
        assert_eq!(chars.span(&(at..usize::MAX)), [7, 13]);
    }
}

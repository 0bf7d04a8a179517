use super::{Class, Token};

/// A place in the tokens from which a rule looks ahead and back. Positions are relative: 0 is the token the rule
/// started at, −1 the one before. Nothing is seen beyond the block that it was made with.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'t> {
    text: &'t str,
    tokens: &'t [Token],
    at: usize,
}

/// How many tokens one expression may take.
const WINDOW: usize = 24;

impl<'t> Cursor<'t> {
    /// A cursor on the token at `at` of a block's tokens, which hold no [`Class::Break`].
    pub fn new(text: &'t str, tokens: &'t [Token], at: usize) -> Cursor<'t> {
        Cursor { text, tokens, at }
    }

    /// The same text, `k` tokens on.
    pub fn ahead(self, k: usize) -> Cursor<'t> {
        Cursor {
            at: self.at + k,
            ..self
        }
    }

    /// The absolute index of the token at `k`.
    pub fn index(self, k: usize) -> usize {
        self.at + k
    }

    /// The token `k` on, or [`Token::NONE`] beyond the block.
    #[inline]
    pub fn token(self, k: usize) -> Token {
        self.tokens.get(self.at + k).copied().unwrap_or(Token::NONE)
    }

    /// The tokens behind this one, fewer than `most`.
    pub fn behind(self, most: usize) -> &'t [Token] {
        let end = self.tokens.len().min(self.at + most);
        self.tokens.get(self.at + 1..end).unwrap_or_default()
    }

    /// The token `k` back (1 is the one just before).
    #[inline]
    pub fn back(self, k: usize) -> Token {
        self.at
            .checked_sub(k)
            .and_then(|i| self.tokens.get(i))
            .copied()
            .unwrap_or(Token::NONE)
    }

    /// The class of the token `k` on.
    #[inline]
    pub fn class(self, k: usize) -> Class {
        self.token(k).class
    }

    /// Whether the token `k` on is of the class.
    #[inline]
    pub fn is(self, k: usize, class: Class) -> bool {
        self.class(k) == class
    }

    /// Whether the token `k` on is of one of the classes.
    #[inline]
    pub fn any(self, k: usize, classes: &[Class]) -> bool {
        classes.contains(&self.class(k))
    }

    /// The words of the token `k` on.
    pub fn word(self, k: usize) -> &'t str {
        let t = self.token(k);
        self.text.get(t.range()).unwrap_or_default()
    }

    /// Whether the token `k` on is this word, whatever its case.
    #[inline]
    pub fn says(self, k: usize, word: &str) -> bool {
        // Most words differ in their lengths already.
        let t = self.token(k);
        t.range().len() == word.len() && self.word(k).eq_ignore_ascii_case(word)
    }

    /// The words of the token `k` back.
    pub fn word_back(self, k: usize) -> &'t str {
        let t = self.back(k);
        if t == Token::NONE {
            ""
        } else {
            self.text.get(t.range()).unwrap_or_default()
        }
    }

    /// Whether nothing stands between the tokens `k - 1` and `k`.
    pub fn glued(self, k: usize) -> bool {
        let t = self.token(k);
        t.class != Class::Break && t.glued()
    }

    /// The letter glued to what stands before it, as a capital.
    pub fn letter(self, k: usize) -> Option<u8> {
        let t = self.token(k);
        (t.class == Class::Letter).then_some(t.value as u8)
    }

    /// The letter just before the cursor, as a capital: the “s” of a possessive.
    pub fn letter_back(self) -> Option<u8> {
        let t = self.back(1);
        (t.class == Class::Letter).then_some(t.value as u8)
    }

    /// The number at `k`, with its digits, if it is written plainly.
    pub fn number(self, k: usize) -> Option<(u32, u8)> {
        let t = self.token(k);
        (t.class == Class::Number && !t.flags.has(super::Flags::GROUPED)).then_some((t.value, t.digits))
    }

    /// The text from the token at `k` on, at most `most` bytes of it.
    pub fn text_from(self, k: usize, most: usize) -> &'t str {
        let t = self.token(k);
        if t == Token::NONE {
            return "";
        }
        let rest = self.text.get(t.start as usize..).unwrap_or_default();
        let mut end = most.min(rest.len());
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        rest.get(..end).unwrap_or_default()
    }

    /// How many tokens, from this one on, `bytes` bytes of text take; `None` when they end inside one.
    pub fn tokens_in(self, bytes: usize) -> Option<usize> {
        let end = self.token(0).start as usize + bytes;
        (0..WINDOW)
            .find(|&k| self.token(k).end as usize >= end)
            .and_then(|k| {
                (self.token(k).end as usize == end && self.token(k) != Token::NONE).then_some(k + 1)
            })
    }
}

//! One pass from text to tokens.

use super::lexer_words::is_letter;
use super::vocabulary::{Entry, vocabulary};
use super::words::Words;
use super::{Class, Flags, Token};

/// Cuts a text into tokens: words (split where the case says that two were glued together), numbers, signs, and a
/// [`Class::Break`] for every blank line. Linear in the text's length; every token lies on character boundaries.
///
/// Texts beyond 4 GiB are cut there, since places are kept in 32 bits.
pub fn lex(text: &str) -> Vec<Token> {
    let text = within_u32(text);
    let mut lexer = Lexer {
        text,
        bytes: text.as_bytes(),
        at: 0,
        flags: Flags::SPACE | Flags::LINE,
        vocabulary: &vocabulary().words,
        // Dense text has a token for each four bytes; what is reserved beyond need is never touched.
        out: Vec::with_capacity(text.len() / 4 + 8),
    };
    lexer.run();
    lexer.out
}

/// As much of a text as 32 bits can point into.
fn within_u32(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

pub(super) struct Lexer<'t> {
    pub text: &'t str,
    pub bytes: &'t [u8],
    pub at: usize,
    /// Flags that the next token inherits from what stands before it.
    pub flags: u8,
    pub vocabulary: &'static Words<Entry>,
    pub out: Vec<Token>,
}

/// What a byte begins.
#[derive(Clone, Copy)]
enum Begins {
    Letter,
    Digit,
    Blank,
    Line,
    Beyond,
    Sign(Class),
}

/// For each byte what it begins.
const BEGINS: [Begins; 256] = {
    let mut table = [Begins::Sign(Class::Sign); 256];
    let mut b = 0;
    while b < 256 {
        table[b] = match b as u8 {
            b' ' | b'\t' | 0x0b | 0x0c | b'\r' => Begins::Blank,
            b'\n' => Begins::Line,
            b'a'..=b'z' | b'A'..=b'Z' => Begins::Letter,
            b'0'..=b'9' => Begins::Digit,
            0x80.. => Begins::Beyond,
            b'-' => Begins::Sign(Class::Hyphen),
            b'.' => Begins::Sign(Class::Stop),
            b',' => Begins::Sign(Class::Comma),
            b':' => Begins::Sign(Class::Colon),
            b';' => Begins::Sign(Class::Semicolon),
            b'/' => Begins::Sign(Class::Slash),
            b'\'' | b'`' => Begins::Sign(Class::Apostrophe),
            b'"' => Begins::Sign(Class::Quote),
            b'(' | b'[' => Begins::Sign(Class::Open),
            b')' | b']' => Begins::Sign(Class::Close),
            b'$' => Begins::Sign(Class::Money),
            b'%' => Begins::Sign(Class::Percent),
            b'#' => Begins::Sign(Class::Hash),
            b'!' | b'?' => Begins::Sign(Class::Shout),
            b'+' => Begins::Sign(Class::Plus),
            b'&' => Begins::Sign(Class::And),
            _ => Begins::Sign(Class::Sign),
        };
        b += 1;
    }
    table
};

impl Lexer<'_> {
    fn run(&mut self) {
        while let Some(&b) = self.bytes.get(self.at) {
            match BEGINS[usize::from(b)] {
                Begins::Letter => self.word(),
                Begins::Blank => {
                    self.at += 1;
                    self.flags |= Flags::SPACE;
                }
                // ``So wires write quotation marks.''
                Begins::Sign(Class::Apostrophe) if self.bytes.get(self.at + 1) == Some(&b) => {
                    self.push(self.at + 2, Class::Quote, 0, 0, 0);
                }
                Begins::Sign(class) => self.push(self.at + 1, class, 0, 0, 0),
                Begins::Line => self.line_break(),
                Begins::Digit => self.number(),
                Begins::Beyond => self.unicode(),
            }
        }
    }

    #[inline]
    pub fn push(&mut self, end: usize, class: Class, value: u32, digits: u8, more: u8) {
        self.add(Token {
            end: end as u32,
            class,
            flags: Flags(more),
            digits,
            value,
            ..Token::NONE
        });
    }

    /// A word with what the list knows of it.
    #[inline]
    pub fn push_word(&mut self, end: usize, entry: Entry, more: u8) {
        self.add(Token {
            end: end as u32,
            class: entry.class,
            flags: Flags(entry.flags | more),
            forms: entry.forms,
            value: entry.value,
            ..Token::NONE
        });
    }

    /// Adds a token that begins here.
    #[inline]
    fn add(&mut self, token: Token) {
        let end = token.end as usize;
        self.out.push(Token {
            start: self.at as u32,
            flags: Flags(self.flags | token.flags.0),
            ..token
        });
        // One blank between two words is the rule.
        let blank = self.bytes.get(end) == Some(&b' ');
        self.at = end + usize::from(blank);
        self.flags = if blank { Flags::SPACE } else { 0 };
    }

    fn line_break(&mut self) {
        let from = self.at;
        let mut lines = 0;
        while let Some(b) = self.bytes.get(self.at) {
            match b {
                b'\n' => lines += 1,
                b' ' | b'\t' | b'\r' => {}
                0xc2 if self.bytes.get(self.at + 1) == Some(&0xa0) => self.at += 1,
                _ => break,
            }
            self.at += 1;
        }
        if lines > 1 {
            let to = self.at;
            self.at = from;
            self.flags |= Flags::SPACE | Flags::LINE;
            self.push(to, Class::Break, 0, 0, 0);
        }
        self.flags |= Flags::SPACE | Flags::LINE;
    }

    fn number(&mut self) {
        let start = self.at;
        let b = self.bytes;
        let run = |from: usize| b[from..].iter().take_while(|c| c.is_ascii_digit()).count();
        let mut i = start + run(start);
        let mut digits = i - start;
        let mut grouped = false;
        // "10,000" is one number; "June 3,2001" is not.
        while digits <= 12 && (1..=3).contains(&(if grouped { 1 } else { digits })) {
            if b.get(i) == Some(&b',') && run(i + 1) == 3 {
                i += 4;
                digits += 3;
                grouped = true;
            } else {
                break;
            }
        }
        let value = b[start..i]
            .iter()
            .filter(|c| c.is_ascii_digit())
            .try_fold(0u32, |n, c| n.checked_mul(10)?.checked_add(u32::from(c - b'0')))
            .unwrap_or(u32::MAX);
        let digits = digits.min(255) as u8;
        let more = if grouped { Flags::GROUPED } else { 0 };
        let suffix: [u8; 2] = match (b.get(i), b.get(i + 1)) {
            (Some(x), Some(y)) => [x.to_ascii_lowercase(), y.to_ascii_lowercase()],
            _ => [0, 0],
        };
        let ends = !b
            .get(i + 2)
            .is_some_and(|c| c.is_ascii_alphanumeric() && !c.is_ascii_uppercase());
        if ends && matches!(&suffix, b"st" | b"nd" | b"rd" | b"th") {
            return self.push(i + 2, Class::OrdinalNumber, value, digits, more);
        }
        self.push(i, Class::Number, value, digits, more);
    }

    fn unicode(&mut self) {
        let Some(c) = self.text[self.at..].chars().next() else {
            self.at = self.bytes.len();
            return;
        };
        let next = self.at + c.len_utf8();
        if c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{2060}') {
            self.at = next;
            if c.is_whitespace() {
                self.flags |= Flags::SPACE;
            }
            if matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}') {
                self.flags |= Flags::LINE;
            }
            return;
        }
        if is_letter(c) {
            return self.foreign_word();
        }
        let class = match c {
            '\u{2010}' | '\u{2011}' => Class::Hyphen,
            '\u{2012}'..='\u{2015}' | '\u{2212}' => Class::Dash,
            '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{2032}' => Class::Apostrophe,
            '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => Class::Quote,
            '\u{20ac}' | '\u{a3}' | '\u{a5}' | '\u{20b9}' | '\u{20a9}' | '\u{20bd}' => Class::Money,
            '\u{2116}' => Class::Hash,
            '\u{bd}' => Class::Half,
            _ => Class::Sign,
        };
        self.push(next, class, 0, 0, 0);
    }

    /// A word with a letter beyond ASCII: never a word of the list, so that "märz" hides no "Mar".
    pub fn foreign_word(&mut self) {
        let start = self.at;
        let capital = self.text[start..].chars().next().is_some_and(char::is_uppercase);
        let mut end = start;
        for (i, c) in self.text[start..].char_indices() {
            if !is_letter(c) {
                break;
            }
            end = start + i + c.len_utf8();
        }
        if end == start {
            end = self.text[start..]
                .chars()
                .next()
                .map_or(self.bytes.len(), |c| start + c.len_utf8());
        }
        self.push(end, Class::Word, 0, 0, if capital { Flags::CAPITAL } else { 0 });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        lex(text).iter().map(|t| &text[t.range()]).collect()
    }

    #[test]
    fn glued_words_are_parted() {
        assert_eq!(words("SEOULThe army"), ["SEOUL", "The", "army"]);
        assert_eq!(words("PresidentGiven"), ["President", "Given"]);
        assert_eq!(words("MPs TVs"), ["MPs", "TVs"]);
        assert_eq!(words("coastHALMOUTHThe"), ["coast", "HALMOUTH", "The"]);
        assert_eq!(words("FridayPolice"), ["Friday", "Police"]);
        assert_eq!(
            words("BBCThe reporterLONDON"),
            ["BBC", "The", "reporter", "LONDON"]
        );
        assert_eq!(words("on FridayThe"), ["on", "Friday", "The"]);
        assert_eq!(words("2025The"), ["2025", "The"]);
    }

    #[test]
    fn numbers_and_their_tails() {
        let t = lex("10,000 3rd 1990s June 3,2001 5pm 4:30 p.m. 300 B.C.E. Q3");
        let classes: Vec<_> = t.iter().map(|t| (t.class, t.value)).collect();
        assert!(classes.contains(&(Class::Number, 10_000)));
        assert!(classes.contains(&(Class::OrdinalNumber, 3)));
        assert!(classes.contains(&(Class::Number, 2001)));
        assert!(classes.contains(&(Class::Meridiem, 12)));
        assert!(classes.contains(&(Class::Era, 1)));
        assert!(classes.contains(&(Class::Letter, u32::from(b'Q'))));
    }

    #[test]
    fn names_with_capitals_inside_are_whole() {
        for name in [
            "McDonald",
            "McKay",
            "MacArthur",
            "DeLuca",
            "LeBron",
            "YouTube",
            "iPhone",
            "PayPal",
            "LinkedIn",
            "eBay",
            "macOS",
            "GlaxoSmithKline",
            "McDONALD",
            "SpaceX",
            "USAid",
            "GoFundMe",
            "eCOMMERCE",
            "DoorDash",
        ] {
            assert_eq!(words(name), [name]);
        }
        assert_eq!(words("O'Neill"), ["O", "'", "Neill"]);
        assert_eq!(words("``Go,'' she said"), ["``", "Go", ",", "''", "she", "said"]);
    }

    #[test]
    fn addresses_and_foreign_words_are_whole() {
        assert_eq!(
            words("see https://a.b/2024/05/03."),
            ["see", "https://a.b/2024/05/03", "."]
        );
        assert_eq!(words("märz"), ["märz"]);
        assert_eq!(words("a@b.org, ok"), ["a@b.org", ",", "ok"]);
    }

    #[test]
    fn blank_lines_break() {
        let t = lex("one\n\ntwo\nthree");
        assert_eq!(t[1].class, Class::Break);
        assert!(t[3].begins_line());
        assert_eq!(t.len(), 4);
    }
}

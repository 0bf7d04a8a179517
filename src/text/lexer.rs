//! One pass from text to tokens.

use super::glued::glued;
use super::vocabulary::{LONGEST, look_up};
use super::words::{key, key_at};
use super::{Class, Flags, Token};

/// Cuts a text into tokens: words (split where the case says that two were glued together), numbers, signs, and a
/// [`Class::Break`] for every blank line. Linear in the text's length; every token lies on character boundaries.
///
/// Texts beyond 4 GiB are cut there, since places are kept in 32 bits.
pub fn lex(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let end = bytes.len().min(u32::MAX as usize);
    let mut lexer = Lexer {
        text,
        bytes,
        end,
        at: 0,
        flags: Flags::SPACE | Flags::LINE,
        out: Vec::with_capacity(end / 5 + 8),
    };
    lexer.run();
    lexer.out
}

struct Lexer<'t> {
    text: &'t str,
    bytes: &'t [u8],
    end: usize,
    at: usize,
    /// Flags that the next token inherits from what stands before it.
    flags: u8,
    out: Vec<Token>,
}

impl Lexer<'_> {
    fn run(&mut self) {
        while self.at < self.end {
            let b = self.bytes[self.at];
            match b {
                b' ' | b'\t' | 0x0b | 0x0c | b'\r' => {
                    self.at += 1;
                    self.flags |= Flags::SPACE;
                }
                b'\n' => self.line_break(),
                b'a'..=b'z' | b'A'..=b'Z' => self.word(),
                b'0'..=b'9' => self.number(),
                0x80.. => self.unicode(),
                _ => {
                    let class = match b {
                        b'-' => Class::Hyphen,
                        b'.' => Class::Stop,
                        b',' => Class::Comma,
                        b':' => Class::Colon,
                        b';' => Class::Semicolon,
                        b'/' => Class::Slash,
                        b'\'' | b'`' => Class::Apostrophe,
                        b'"' => Class::Quote,
                        b'(' | b'[' => Class::Open,
                        b')' | b']' => Class::Close,
                        b'$' => Class::Money,
                        b'%' => Class::Percent,
                        b'#' => Class::Hash,
                        b'!' | b'?' => Class::Shout,
                        b'+' => Class::Plus,
                        b'&' => Class::And,
                        _ => Class::Sign,
                    };
                    self.push(self.at + 1, class, 0, 0, 0);
                }
            }
        }
    }

    fn push(&mut self, end: usize, class: Class, value: u32, digits: u8, more: u8) {
        self.out.push(Token {
            start: self.at as u32,
            end: end as u32,
            class,
            flags: Flags(self.flags | more),
            digits,
            value,
        });
        self.at = end;
        self.flags = 0;
    }

    fn line_break(&mut self) {
        let from = self.at;
        let mut lines = 0;
        while self.at < self.end {
            match self.bytes[self.at] {
                b'\n' => lines += 1,
                b' ' | b'\t' | b'\r' => {}
                0xc2 if self.bytes.get(self.at + 1) == Some(&0xa0) => self.at += 1,
                _ => break,
            }
            self.at += 1;
        }
        self.flags |= Flags::SPACE | Flags::LINE;
        if lines > 1 {
            let to = self.at;
            self.at = from;
            self.push(to, Class::Break, 0, 0, 0);
            self.flags = Flags::SPACE | Flags::LINE;
        }
    }

    /// A run of letters. Split before a capital that follows a small letter ("PresidentGiven") and before the last
    /// of several capitals that a small letter follows ("SEOULThe"): scraped pages glue words so.
    fn word(&mut self) {
        let start = self.at;
        let b = self.bytes;
        // The common case first: a letter of any case, then small ones.
        let mut i = start + 1;
        while i < self.end && b[i].is_ascii_lowercase() {
            i += 1;
        }
        let mut upper = usize::from(b[start].is_ascii_uppercase());
        let plain = i > start + 1 || upper == 0;
        // "McDonald", "YouTube": one word, as long as nothing says that two were glued together.
        while plain && i < self.end && b[i].is_ascii_uppercase() && !glued(&b[start..i], &b[i..self.end]) {
            while i < self.end && b[i].is_ascii_uppercase() {
                i += 1;
            }
            while i < self.end && b[i].is_ascii_lowercase() {
                i += 1;
            }
        }
        if i < self.end && b[i].is_ascii_uppercase() && !plain {
            i = start;
            upper = 0;
        }
        while i == start || !plain {
            let c = *b.get(i).unwrap_or(&b' ');
            if i >= self.end {
                break;
            }
            if c.is_ascii_lowercase() {
                if upper >= 2 && i - start == upper && i - start > 2 {
                    // "SEOULThe": everything so far was capital; the last one begins the next word. A plural "s"
                    // ("MPs", "TVs") stays.
                    let plural = c == b's' && !b.get(i + 1).is_some_and(u8::is_ascii_alphabetic);
                    if !plural && glued(&b[start..i - 1], &b[i - 1..self.end]) {
                        i -= 1;
                        upper -= 1;
                        break;
                    }
                }
            } else if c.is_ascii_uppercase() {
                if i > start && b[i - 1].is_ascii_lowercase() {
                    break;
                }
                if i - start == upper {
                    upper += 1;
                }
            } else {
                break;
            }
            i += 1;
        }
        if i < self.end && b[i] >= 0x80 && self.text[i..].chars().next().is_some_and(is_letter) {
            return self.foreign_word();
        }
        if i < self.end && (b[i] == b':' || b[i] == b'@' || b[i] == b'.') && self.address(start) {
            return;
        }
        let len = i - start;
        let mut more = 0;
        if b[start].is_ascii_uppercase() {
            more |= Flags::CAPITAL;
            if upper == len && len > 1 {
                more |= Flags::CAPS;
            }
        }
        let entry = if len > LONGEST {
            None
        } else if let Some(sixteen) = b
            .get(start..start + 16)
            .and_then(|s| <[u8; 16]>::try_from(s).ok())
        {
            look_up(key_at(sixteen, len))
        } else {
            key(&b[start..i]).and_then(look_up)
        };
        let dotted = b.get(i) == Some(&b'.') && i < self.end;
        if len == 1 && (dotted || self.flags & Flags::SPACE == 0) {
            // A letter glued to a number or a sign: "Q3", "p.m.", "1H25", "1990s", "don’t".
            return self.single_letter(i, more);
        }
        match entry {
            // "8am", "8 am"; "I am"
            Some(e)
                if e.class == Class::Is
                    && b[start..i].eq_ignore_ascii_case(b"am")
                    && self
                        .out
                        .last()
                        .is_some_and(|t| t.class == Class::Number && t.digits <= 2) =>
            {
                self.push(i, Class::Meridiem, 0, 0, more);
            }
            Some(e) => {
                let short = if e.short { Flags::SHORT } else { 0 };
                self.push(i, e.class, e.value, 0, more | short);
            }
            None if len == 1 => self.single_letter(i, more),
            None if upper == len && roman(&b[start..i]).is_some() => {
                self.push(i, Class::Roman, roman(&b[start..i]).unwrap_or(0), 0, more);
            }
            None => self.push(i, Class::Word, 0, 0, more),
        }
    }

    /// "a.m.", "p.m.", "A.D.", "B.C." are one token; else the letter is kept for who asks.
    fn single_letter(&mut self, end: usize, more: u8) {
        let c = self.bytes[self.at].to_ascii_lowercase();
        let rest = &self.bytes[end..self.end];
        let dotted = |second: u8| {
            rest.len() >= 2 && rest[0] == b'.' && rest[1].to_ascii_lowercase() == second && {
                // not the start of a longer word: "a.most"
                !rest.get(2).is_some_and(u8::is_ascii_alphanumeric)
            }
        };
        let hit = match c {
            b'a' if dotted(b'm') => Some((Class::Meridiem, 0)),
            b'p' if dotted(b'm') => Some((Class::Meridiem, 12)),
            b'a' if dotted(b'd') => Some((Class::Era, 0)),
            b'b' if dotted(b'c') => Some((Class::Era, 1)),
            b'c' if dotted(b'e') => Some((Class::Era, 0)),
            _ => None,
        };
        if let Some((class, value)) = hit {
            let mut to = end + 2;
            if self.bytes.get(to) == Some(&b'.') && to < self.end {
                to += 1;
            }
            // "B.C.E."
            if class == Class::Era
                && self.bytes[to..self.end]
                    .first()
                    .is_some_and(|b| b.eq_ignore_ascii_case(&b'e'))
            {
                to += 1;
                if self.bytes.get(to) == Some(&b'.') && to < self.end {
                    to += 1;
                }
            }
            return self.push(to, class, value, 0, more);
        }
        if c == b'a' && self.flags & Flags::SPACE != 0 {
            return self.push(end, Class::A, 0, 0, more);
        }
        self.push(end, Class::Letter, u32::from(c.to_ascii_uppercase()), 0, more);
    }

    /// "https://…", "www.…", "name@host": one token, so that no number inside is read.
    fn address(&mut self, start: usize) -> bool {
        let rest = &self.bytes[start..self.end];
        let stop = rest
            .iter()
            .take(2048)
            .position(|b| b.is_ascii_whitespace() || matches!(b, b'<' | b'>' | b'"' | b')'));
        let run = &rest[..stop.unwrap_or(rest.len().min(2048))];
        let is = run.starts_with(b"http://")
            || run.starts_with(b"https://")
            || run.starts_with(b"www.")
            || run.starts_with(b"ftp://")
            || run.iter().take(64).position(|&b| b == b'@').is_some_and(|i| {
                i > 0
                    && run[i + 1..].contains(&b'.')
                    && run[i + 1..].first().is_some_and(u8::is_ascii_alphanumeric)
            });
        if !is {
            return false;
        }
        let mut len = run.len();
        while len > 1 && matches!(run[len - 1], b'.' | b',' | b';' | b':' | b'!' | b'?') {
            len -= 1;
        }
        while !self.text.is_char_boundary(start + len) {
            len -= 1;
        }
        self.push(start + len, Class::Address, 0, 0, 0);
        true
    }

    fn number(&mut self) {
        let start = self.at;
        let b = &self.bytes[..self.end];
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
            self.at = self.end;
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
    fn foreign_word(&mut self) {
        let start = self.at;
        let capital = self.text[start..].chars().next().is_some_and(char::is_uppercase);
        let mut end = start;
        for (i, c) in self.text[start..self.end.max(start)].char_indices() {
            if !is_letter(c) {
                break;
            }
            end = start + i + c.len_utf8();
        }
        if end == start {
            end = self.text[start..]
                .chars()
                .next()
                .map_or(self.end, |c| start + c.len_utf8());
        }
        self.push(end, Class::Word, 0, 0, if capital { Flags::CAPITAL } else { 0 });
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{ad}')
}

/// A Roman numeral from II on, as history writes its centuries and kings.
fn roman(word: &[u8]) -> Option<u32> {
    if word.len() < 2 || word.len() > 6 {
        return None;
    }
    let digit = |b: &u8| match b {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        _ => None,
    };
    let values: Vec<u32> = word.iter().map(digit).collect::<Option<_>>()?;
    let mut total = 0;
    for (i, v) in values.iter().enumerate() {
        if values.get(i + 1).is_some_and(|next| next > v) {
            total -= *v as i32;
        } else {
            total += *v as i32;
        }
    }
    u32::try_from(total).ok().filter(|n| (2..=30).contains(n))
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

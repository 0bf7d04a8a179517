//! The lexer's words: letters of ASCII, "a.m." and its like, web and mail addresses, Roman numerals.

use super::glued::glued;
use super::lexer::Lexer;
use super::vocabulary::{Entry, LONGEST};
use super::words::{Key, eight, key_at, short_key, small_letters};
use super::{Class, Flags};

/// Of the auxiliary, and of the hours before noon.
const AM: Key = Key::of_two(*b"am");

/// The bytes behind a word that may go on with it in some way: a full stop, what addresses are made of, a capital,
/// letters beyond ASCII.
static GOES_ON: [bool; 256] = {
    let mut table = [false; 256];
    let mut b = 0x80;
    while b < 256 {
        table[b] = true;
        b += 1;
    }
    b = b'A' as usize;
    while b <= b'Z' as usize {
        table[b] = true;
        b += 1;
    }
    table[b'.' as usize] = true;
    table[b':' as usize] = true;
    table[b'@' as usize] = true;
    table
};

impl Lexer<'_> {
    /// A run of letters, with what the list of words knows of it. Nearly all have two letters and more, small but for the
    /// first, with nothing behind them that could belong to them.
    #[inline]
    pub fn word(&mut self) {
        let head = eight(self.bytes, self.at);
        let mut len = 1 + small_letters(head >> 8);
        let mut tail = 0;
        if len == 8 {
            tail = eight(self.bytes, self.at + 8);
            len += small_letters(tail);
        }
        let end = self.at + len;
        let next = self.bytes.get(end).copied().unwrap_or_default();
        if len == 1 || len == 16 || GOES_ON[usize::from(next)] && !self.stops(end) {
            return self.any_word(head);
        }
        let entry = self.vocabulary.get(key_at(head, tail, len));
        if entry.class == Class::Is && short_key(head, len) == AM {
            return self.any_word(head);
        }
        let capital = if is_capital(head as u8) { Flags::CAPITAL } else { 0 };
        self.push_word(end, entry, capital);
    }

    /// Whether a full stop stands at `end`, and a blank or nothing behind it.
    #[inline]
    fn stops(&self, end: usize) -> bool {
        let next = self.bytes.get(end + 1);
        self.bytes.get(end) == Some(&b'.') && next.is_none_or(u8::is_ascii_whitespace)
    }

    /// A word of any length and case, whatever stands behind it.
    #[inline(never)]
    fn any_word(&mut self, head: u64) {
        let start = self.at;
        let b = self.bytes;
        let tail = eight(b, start + 8);
        let (len, upper) = self.measure(head, tail);
        let i = start + len;
        match b.get(i) {
            Some(0x80..) if self.text[i..].chars().next().is_some_and(is_letter) => {
                return self.foreign_word();
            }
            Some(b':' | b'@' | b'.') if self.address(start, i) => return,
            _ => {}
        }
        let mut more = 0;
        if upper > 0 {
            more |= Flags::CAPITAL;
            if upper == len && len > 1 {
                more |= Flags::CAPS;
            }
        }
        if len == 1 && (b.get(i) == Some(&b'.') || self.flags & Flags::SPACE == 0) {
            // A letter glued to a number or a sign: "Q3", "p.m.", "1H25", "1990s", "don’t".
            return self.single_letter(i, more);
        }
        let known = (len <= LONGEST).then(|| self.vocabulary.get(key_at(head, tail, len)));
        let entry = known.filter(|e| *e != Entry::UNKNOWN);
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
            Some(e) => self.push_word(i, e, more),
            None if len == 1 => self.single_letter(i, more),
            None if upper == len => match roman(&b[start..i]) {
                Some(n) => self.push(i, Class::Roman, n, 0, more),
                None => self.push(i, Class::Word, 0, 0, more),
            },
            None => self.push(i, Class::Word, 0, 0, more),
        }
    }

    /// How many letters the word has whose 16 first bytes these are, and how many capitals it begins with.
    #[inline]
    fn measure(&self, head: u64, tail: u64) -> (usize, usize) {
        // The common case first: a letter of any case, then small ones.
        let mut len = 1 + small_letters(head >> 8);
        if len == 8 {
            len += small_letters(tail);
            if len == 16 {
                let more = self.bytes.get(self.at + len..).unwrap_or_default().iter();
                len += more.take_while(|b| b.is_ascii_lowercase()).count();
            }
        }
        let upper = usize::from(is_capital(head as u8));
        let capitals = len == 1 && upper == 1;
        if capitals && self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_uppercase) {
            return self.capitals();
        }
        if len > 1 || upper == 0 {
            len = self.with_capitals_inside(len);
        }
        (len, upper)
    }

    /// "McDonald", "YouTube": one word, as long as nothing says that two were glued together.
    fn with_capitals_inside(&self, mut len: usize) -> usize {
        let run = self.bytes.get(self.at..).unwrap_or_default();
        let letters = |from: usize, of: fn(&u8) -> bool| run[from..].iter().take_while(|b| of(b)).count();
        while run.get(len).is_some_and(u8::is_ascii_uppercase) && !glued(&run[..len], &run[len..]) {
            len += letters(len, u8::is_ascii_uppercase);
            len += letters(len, u8::is_ascii_lowercase);
        }
        len
    }

    /// A run that begins with two capitals. Split before a capital that follows a small letter ("PresidentGiven") and
    /// before the last of several capitals that a small letter follows ("SEOULThe"): scraped pages glue words so.
    fn capitals(&self) -> (usize, usize) {
        let run = self.bytes.get(self.at..).unwrap_or_default();
        let upper = run.iter().take_while(|b| b.is_ascii_uppercase()).count();
        let small = run[upper..].iter().take_while(|b| b.is_ascii_lowercase()).count();
        // A plural "s" ("MPs", "TVs") stays.
        let plural =
            run.get(upper) == Some(&b's') && !run.get(upper + 1).is_some_and(u8::is_ascii_alphabetic);
        if small > 0 && upper > 2 && !plural && glued(&run[..upper - 1], &run[upper - 1..]) {
            return (upper - 1, upper - 1);
        }
        (upper + small, upper)
    }

    /// "a.m.", "p.m.", "A.D.", "B.C." are one token; else the letter is kept for who asks.
    fn single_letter(&mut self, end: usize, more: u8) {
        let c = self.bytes[self.at].to_ascii_lowercase();
        let rest = &self.bytes[end..];
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
            to += usize::from(self.bytes.get(to) == Some(&b'.'));
            // "B.C.E."
            if class == Class::Era && matches!(self.bytes.get(to), Some(b'e' | b'E')) {
                to += 1;
                to += usize::from(self.bytes.get(to) == Some(&b'.'));
            }
            return self.push(to, class, value, 0, more);
        }
        if c == b'a' && self.flags & Flags::SPACE != 0 {
            return self.push(end, Class::A, 0, 0, more);
        }
        self.push(end, Class::Letter, u32::from(c.to_ascii_uppercase()), 0, more);
    }

    /// "https://…", "www.…", "name@host": one token, so that no number inside is read. The word before the sign that
    /// makes it look like one ends at `end`.
    fn address(&mut self, start: usize, end: usize) -> bool {
        let rest = &self.bytes[start..];
        // A full stop or colon at the end of a word is by far the commonest; an address goes on behind it.
        let goes_on = !self.bytes.get(end + 1).is_none_or(u8::is_ascii_whitespace);
        if !goes_on && !rest.starts_with(b"www.") {
            return false;
        }
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
}

/// Of a letter of ASCII.
fn is_capital(letter: u8) -> bool {
    letter <= b'Z'
}

pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{ad}')
}

/// A Roman numeral from II on, as history writes its centuries and kings.
fn roman(word: &[u8]) -> Option<u32> {
    if !(2..=6).contains(&word.len()) {
        return None;
    }
    let (mut total, mut last) = (0i32, 0i32);
    for b in word.iter().rev() {
        let value = match b {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            _ => return None,
        };
        // A smaller one before a larger is taken from it.
        total += if value < last { -value } else { value };
        last = value;
    }
    u32::try_from(total).ok().filter(|n| (2..=30).contains(n))
}

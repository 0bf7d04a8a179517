//! Amounts in figures and in words.

use super::{Class, Cursor, Flags};

/// How many of something the words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Amount {
    /// A count in thousandths: "three" is 3000, "half a" is 500.
    Exact(u64),
    /// "several", "a few", "hours": no number said.
    Vague,
}

impl Amount {
    /// A whole count.
    pub fn whole(n: u32) -> Amount {
        Amount::Exact(u64::from(n) * 1000)
    }

    /// The count, if it is whole and known.
    pub fn count(self) -> Option<i32> {
        match self {
            Amount::Exact(n) if n % 1000 == 0 => i32::try_from(n / 1000).ok(),
            _ => None,
        }
    }

    /// The lesser of two known counts; vague when either is.
    pub fn min_of(self, other: Amount) -> Amount {
        match (self, other) {
            (Amount::Exact(a), Amount::Exact(b)) => Amount::Exact(a.min(b)),
            _ => Amount::Vague,
        }
    }

    /// As TIMEX3 writes it: `3`, `0.5`, `X`.
    pub fn digits(self) -> String {
        match self {
            Amount::Exact(n) if n % 1000 == 0 => (n / 1000).to_string(),
            Amount::Exact(n) => {
                let tail = format!("{:03}", n % 1000);
                format!("{}.{}", n / 1000, tail.trim_end_matches('0'))
            }
            Amount::Vague => "X".to_owned(),
        }
    }
}

impl Cursor<'_> {
    /// Reads an amount that begins at `k`: figures ("3", "10,000", "2.5"), words ("twenty-one", "two hundred",
    /// "a dozen", "half a", "one and a half", "several", "a few", "a couple of"), the article ("a", "an").
    /// Returns it and the position after it.
    pub fn amount(self, k: usize) -> Option<(Amount, usize)> {
        let t = self.token(k);
        match t.class {
            Class::Number => self.figures(k),
            Class::NumberWord => {
                let (n, mut next) = self.number_words(k)?;
                let mut milli = u64::from(n) * 1000;
                // "one and a half", "one-and-a-half"
                let dash = |k: usize| if self.is(k, Class::Hyphen) { k + 1 } else { k };
                let a = dash(next);
                if self.is(a, Class::And) {
                    let b = dash(a + 1);
                    // a letter that hangs on a hyphen is no article to the lexer
                    if self.is(b, Class::A) || self.letter(b) == Some(b'A') {
                        let c = dash(b + 1);
                        if self.is(c, Class::Half) {
                            milli += 500;
                            next = c + 1;
                        }
                    }
                }
                Some((Amount::Exact(milli), next))
            }
            Class::Half => {
                // "half a year", "half an hour", "half-year"
                if self.is(k + 1, Class::A) {
                    Some((Amount::Exact(500), k + 2))
                } else {
                    None
                }
            }
            Class::Dozen => Some((Amount::Vague, self.of(k + 1))),
            Class::Vague => Some((self.vague(k), self.of(k + 1))),
            Class::A => match self.class(k + 1) {
                Class::Vague if !self.says(k + 1, "many") => Some((self.vague(k + 1), self.of(k + 2))),
                Class::Dozen => Some((Amount::whole(12), k + 2)),
                Class::Half => Some((Amount::Exact(500), k + 2)),
                Class::NumberWord if self.token(k + 1).value >= 100 => {
                    let (n, next) = self.number_words(k + 1)?;
                    Some((Amount::whole(n), next))
                }
                _ => Some((Amount::whole(1), k + 1)),
            },
            _ => None,
        }
    }

    fn vague(self, k: usize) -> Amount {
        if self.token(k).value == 2 {
            Amount::whole(2)
        } else {
            Amount::Vague
        }
    }

    fn of(self, k: usize) -> usize {
        if self.is(k, Class::Of) { k + 1 } else { k }
    }

    fn figures(self, k: usize) -> Option<(Amount, usize)> {
        let t = self.token(k);
        if t.value > 10_000_000 {
            return None;
        }
        let mut milli = u64::from(t.value) * 1000;
        let mut next = k + 1;
        if self.is(next, Class::Stop)
            && self.glued(next)
            && self.glued(next + 1)
            && let Some((n, digits @ 1..=3)) = self.number(next + 1)
        {
            milli += u64::from(n) * 10u64.pow(3 - u32::from(digits));
            next += 2;
        }
        // "2 1/2 years"
        if self.number(next) == Some((1, 1))
            && self.is(next + 1, Class::Slash)
            && self.number(next + 2) == Some((2, 1))
            && !self.glued(next)
        {
            milli += 500;
            next += 3;
        } else if self.is(next, Class::Half) && self.word(next) == "½" {
            milli += 500;
            next += 1;
        }
        if self.is(next, Class::NumberWord) && self.token(next).value >= 100 {
            milli = milli.checked_mul(u64::from(self.token(next).value))?;
            next += 1;
        }
        (milli <= 10_000_000_000_000).then_some((Amount::Exact(milli), next))
    }

    /// Number words from `k` on, folded: "two hundred and twelve".
    pub fn number_words(self, k: usize) -> Option<(u32, usize)> {
        let mut total: u32 = 0;
        let mut part: u32 = 0;
        let mut last: u32 = u32::MAX;
        let mut next = k;
        let mut read = false;
        while next < k + 10 && self.is(next, Class::NumberWord) {
            let v = self.token(next).value;
            if v >= 1000 {
                total = total.checked_add(part.max(1).checked_mul(v)?)?;
                part = 0;
            } else if v == 100 {
                part = part.max(1).checked_mul(100)?;
            } else {
                // "twenty one", but not "five six"
                if read && last < 100 && !(last >= 20 && last.is_multiple_of(10) && v < 10 && v > 0) {
                    break;
                }
                part = part.checked_add(v)?;
            }
            read = true;
            last = v;
            next += 1;
            let join = match self.class(next) {
                Class::Hyphen if self.glued(next) => true,
                Class::And => last >= 100,
                _ => false,
            };
            if join && self.is(next + 1, Class::NumberWord) && self.token(next + 1).value < 100 {
                next += 1;
            }
        }
        read.then_some((total.checked_add(part)?, next))
    }

    /// An ordinal that begins at `k`: "3rd", "third", "twenty-first". "second" counts.
    pub fn ordinal(self, k: usize) -> Option<(u32, usize)> {
        let t = self.token(k);
        match t.class {
            Class::OrdinalNumber | Class::OrdinalWord if !t.flags.has(Flags::GROUPED) => {
                Some((t.value, k + 1))
            }
            Class::Second => Some((2, k + 1)),
            Class::NumberWord if (20..=90).contains(&t.value) => {
                let at = if self.is(k + 1, Class::Hyphen) {
                    k + 2
                } else {
                    k + 1
                };
                let o = self.token(at);
                let n = if o.class == Class::Second { 2 } else { o.value };
                (matches!(o.class, Class::OrdinalWord | Class::Second) && n < 10)
                    .then(|| (t.value + n, at + 1))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lex;

    fn amount(text: &str) -> Option<(String, usize)> {
        let tokens = lex(text);
        Cursor::new(text, &tokens, 0)
            .amount(0)
            .map(|(a, k)| (a.digits(), k))
    }

    #[test]
    fn amounts() {
        for (text, want, next) in [
            ("3 days", "3", 1),
            ("10,000 years", "10000", 1),
            ("2.5 years", "2.5", 3),
            ("2 1/2 years", "2.5", 4),
            ("twenty-one days", "21", 3),
            ("two hundred and twelve days", "212", 4),
            ("a dozen years", "12", 2),
            ("half a year", "0.5", 2),
            ("one and a half years", "1.5", 4),
            ("one-and-a-half years", "1.5", 7),
            ("several years", "X", 1),
            ("a few years", "X", 2),
            ("a couple of weeks", "2", 3),
            ("an hour", "1", 1),
            ("a hundred days", "100", 2),
        ] {
            assert_eq!(amount(text), Some((want.to_owned(), next)), "{text}");
        }
        assert_eq!(amount("days"), None);
        let text = "thirty 99999999999";
        assert_eq!(Cursor::new(text, &lex(text), 0).ordinal(0), None);
    }
}

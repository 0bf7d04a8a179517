use super::Class;

/// A word, a number or a sign, with where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in the text.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
    /// What kind of word it is.
    pub class: Class,
    /// Case and surroundings.
    pub flags: Flags,
    /// How many digits a number was written with; 0 for words.
    pub digits: u8,
    /// Which forms of a verb the word may be, as a code of the list of words; 0 for none, or for a word beyond it.
    pub(super) forms: u8,
    /// A number's value, or what its class says: the month of a month name, the number of a number word. Of
    /// [`Class::Word`] 1 where an expression may go on with it behind an article ("the very day"), else 0.
    pub value: u32,
}

impl Token {
    /// What stands beyond the text's ends.
    pub const NONE: Token = Token {
        start: 0,
        end: 0,
        class: Class::Break,
        flags: Flags(0),
        digits: 0,
        forms: 0,
        value: 0,
    };

    /// Its bytes in the text.
    #[inline]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether nothing, not even a space, stands before it.
    #[inline]
    pub fn glued(self) -> bool {
        !self.flags.has(Flags::SPACE)
    }

    /// Whether it begins with a capital.
    #[inline]
    pub fn capital(self) -> bool {
        self.flags.has(Flags::CAPITAL)
    }

    /// Whether it is written in capitals alone.
    pub fn shouting(self) -> bool {
        self.flags.has(Flags::CAPS)
    }

    /// Whether it begins a line.
    #[inline]
    pub fn begins_line(self) -> bool {
        self.flags.has(Flags::LINE)
    }
}

/// Small facts about a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags(pub u8);

impl Flags {
    /// White space (or the text's start) stands before it.
    pub const SPACE: u8 = 1;
    /// A line break stands before it.
    pub const LINE: u8 = 2;
    /// The first letter is a capital.
    pub const CAPITAL: u8 = 4;
    /// All letters are capitals, and there are two or more.
    pub const CAPS: u8 = 8;
    /// A number written with separators of thousands.
    pub const GROUPED: u8 = 16;
    /// An abbreviation ("Oct", "Mon"), or a word that is more often something else ("may", "sat").
    pub const SHORT: u8 = 32;

    /// Whether the fact holds.
    #[inline]
    pub fn has(self, flag: u8) -> bool {
        self.0 & flag != 0
    }
}

//! The forms of verbs, in one table built at first use, and what an ending tells of words beyond it.

use super::verb_lexicon::{
    ADVERBS, DEFERRING, LASTING, LASTING_NOUNS, NO_OBJECT, NOUNS, OBJECT, PLAIN, SAYING, SAYING_NOUNS,
};
use super::vocabulary::ROOM;
use super::words::{Words, key};
use std::sync::OnceLock;

/// Which forms of a verb a word may be, and what kind of verb it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Form(u16);

impl Form {
    /// Of no verb.
    pub const NONE: Form = Form(0);

    pub const BASE: u16 = 1;
    /// "opens"
    pub const THIRD: u16 = 2;
    /// "opened", "went"
    pub const PAST: u16 = 4;
    /// "opened", "gone"
    pub const PARTICIPLE: u16 = 8;
    /// "opening"
    pub const ING: u16 = 16;
    /// The same word is often a noun or an adjective: "report", "plans", "close".
    pub const NOUN: u16 = 32;
    /// It tells of saying.
    pub const SAYS: u16 = 64;
    /// It tells of what lasts: "reigned", "served".
    pub const LASTS: u16 = 128;
    /// It takes no object as a rule: "declined", "growing".
    pub const NO_OBJECT: u16 = 256;
    /// It needs one: "attributed", "wounded".
    pub const OBJECT: u16 = 512;

    /// It may stand inside a verb group: "still", "never".
    pub const ADVERB: u16 = 1024;

    /// It puts off: "postponed".
    pub const DEFERS: u16 = 2048;

    pub(super) fn of_bits(bits: u16) -> Form {
        Form(bits)
    }

    /// Without what is no verb's.
    pub fn verb(self) -> Form {
        Form(self.0 & !Form::ADVERB)
    }

    /// Without what is a verb's.
    pub fn adverb(self) -> Form {
        Form(self.0 & Form::ADVERB)
    }

    pub fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }
}

/// The forms of a word, whatever its case. Words beyond the list have the forms that their ending shows.
pub(super) fn form(word: &str) -> Form {
    form_in_list(word).verb()
}

/// Whether the word is a verb's bare form and nothing else: "ask", "remember".
pub(crate) fn bare_verb(word: &str) -> bool {
    let form = form(word);
    form.has(Form::BASE) && !form.has(Form::NOUN)
}

/// The same, and whether it is an adverb of the list.
pub(super) fn form_in_list(word: &str) -> Form {
    let known = key(word.as_bytes()).map_or(0, |key| forms().get(key));
    match known {
        0 => by_ending(word.as_bytes()),
        known => Form(known),
    }
}

/// The forms of a word beyond the list: what ends in "-ed" is a past.
pub(super) fn by_ending(word: &[u8]) -> Form {
    let ends = |end: &[u8]| word.len() > 4 && word[word.len() - end.len()..].eq_ignore_ascii_case(end);
    if !ends(b"ed")
        || word.len() > 24
        || ends(b"eed")
        || !word.iter().all(|b| b.is_ascii_alphabetic() || *b == b'-')
    {
        return Form(0);
    }
    if NOT_PAST.iter().any(|w| word.eq_ignore_ascii_case(w.as_bytes())) {
        return Form(0);
    }
    // "untouched" describes; nothing untouches.
    Form(if word[..2].eq_ignore_ascii_case(b"un") {
        Form::PARTICIPLE
    } else {
        Form::PAST | Form::PARTICIPLE
    })
}

/// The list of verbs and adverbs: what each word may be.
pub(super) fn forms() -> &'static Words<u16> {
    static TABLE: OnceLock<Words<u16>> = OnceLock::new();
    TABLE.get_or_init(build)
}

/// Words in "-ed" that are no pasts.
const NOT_PAST: &[&str] = &[
    "hundred",
    "sacred",
    "naked",
    "wicked",
    "rugged",
    "united",
    "kindred",
    "hatred",
    "beloved",
    "crooked",
    "biased",
    "red-headed",
    "so-called",
    "moped",
    "infrared",
    "unprecedented",
    "unexpected",
    "limited",
    "allied",
];

fn build() -> Words<u16> {
    let mut t = Words::with_room(0, ROOM);
    let mut add = |word: String, bits: u16| {
        // Longer words than a key holds are no verbs of the list.
        if let Some(k) = key(word.as_bytes()) {
            t.insert(k, t.get(k) | bits);
        }
    };
    for (words, kind) in [
        (PLAIN, 0),
        (NOUNS, Form::NOUN),
        (SAYING, Form::SAYS),
        (SAYING_NOUNS, Form::SAYS | Form::NOUN),
        (LASTING, Form::LASTS),
        (LASTING_NOUNS, Form::LASTS | Form::NOUN),
        (DEFERRING, Form::DEFERS),
        (NO_OBJECT, Form::NO_OBJECT),
        (OBJECT, Form::OBJECT),
    ] {
        for entry in words.split_ascii_whitespace() {
            let mut parts = entry.split(':');
            let base = parts.next().unwrap_or_default();
            let past = parts.next();
            let participle = parts.next().or(past);
            // Only the base and the "-s" form look like nouns; "-ing" forms are told from nouns by their neighbours.
            add(base.to_owned(), kind | Form::BASE);
            add(third(base), kind | Form::THIRD);
            let rest = kind & !Form::NOUN;
            add(ing(base, past), rest | Form::ING);
            match past {
                Some(p) => p.split('/').for_each(|p| add(p.to_owned(), rest | Form::PAST)),
                None => add(ed(base), rest | Form::PAST),
            }
            match participle {
                Some(p) => p
                    .split('/')
                    .for_each(|p| add(p.to_owned(), rest | Form::PARTICIPLE)),
                None => add(ed(base), rest | Form::PARTICIPLE),
            }
        }
    }
    // A preposition by now, but annotators and readers take it for what it was: somebody says so.
    add("according".to_owned(), Form::SAYS | Form::ING);
    for word in ADVERBS.split_ascii_whitespace() {
        add(word.to_owned(), Form::ADVERB);
    }
    t
}

fn vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn third(base: &str) -> String {
    let b = base.as_bytes();
    match b {
        [.., c, b'y'] if !vowel(*c) => format!("{}ies", &base[..base.len() - 1]),
        [.., b's' | b'x' | b'z' | b'o'] | [.., b'c' | b's', b'h'] => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

/// Whether the last consonant doubles: one vowel before one consonant, in a word of one syllable or one listed.
fn doubles(base: &str) -> bool {
    let b = base.as_bytes();
    let [.., c, v, last] = b else {
        return false;
    };
    let shape = !vowel(*c) && vowel(*v) && !vowel(*last) && !matches!(last, b'w' | b'x' | b'y');
    let syllables = b.iter().filter(|b| vowel(**b) || **b == b'y').count();
    shape && (syllables == 1 || DOUBLED.contains(&base)) || base == "quit" || base == "equip"
}

const DOUBLED: &[&str] = &[
    "admit", "commit", "submit", "permit", "refer", "occur", "transfer", "prefer", "expel", "compel",
    "control", "patrol", "propel", "cancel", "travel", "begin", "forget", "regret", "omit", "upset", "incur",
    "defer", "rebel", "label", "signal", "program", "kidnap", "worship", "outrun", "equip", "undercut",
    "outbid", "reset", "beset", "overrun", "input",
];

/// A past that is given shows whether the consonant doubles: "bar:barred".
fn ing(base: &str, past: Option<&str>) -> String {
    let b = base.as_bytes();
    let last = base.get(base.len().saturating_sub(1)..).unwrap_or_default();
    let given = past
        .and_then(|p| p.strip_prefix(base))
        .and_then(|p| p.strip_prefix(last));
    match b {
        _ if given == Some("ed") => format!("{base}{last}ing"),
        [.., b'i', b'e'] => format!("{}ying", &base[..base.len() - 2]),
        [.., c, b'e'] if !matches!(c, b'e' | b'o' | b'y') && base.len() > 2 => {
            format!("{}ing", &base[..base.len() - 1])
        }
        _ if doubles(base) => format!("{base}{}ing", &base[base.len() - 1..]),
        _ => format!("{base}ing"),
    }
}

fn ed(base: &str) -> String {
    let b = base.as_bytes();
    match b {
        [.., b'e'] => format!("{base}d"),
        [.., c, b'y'] if !vowel(*c) => format!("{}ied", &base[..base.len() - 1]),
        _ if doubles(base) => format!("{base}{}ed", &base[base.len() - 1..]),
        _ => format!("{base}ed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflections() {
        for (word, bits) in [
            ("opens", Form::THIRD),
            ("carries", Form::THIRD),
            ("reaches", Form::THIRD),
            ("stopped", Form::PAST),
            ("visited", Form::PAST),
            ("opened", Form::PARTICIPLE),
            ("taken", Form::PARTICIPLE),
            ("went", Form::PAST),
            ("planning", Form::ING),
            ("dying", Form::ING),
            ("making", Form::ING),
            ("fleeing", Form::ING),
            ("refurbished", Form::PAST),
            ("barring", Form::ING),
            ("undercutting", Form::ING),
            ("done", Form::PARTICIPLE),
        ] {
            assert!(form(word).has(bits), "{word}");
        }
        for word in ["hundred", "pier", "red", "thing"] {
            assert!(!form(word).has(Form::PAST | Form::ING), "{word}");
        }
        assert!(!form("taken").has(Form::PAST));
        assert!(!form("went").has(Form::PARTICIPLE));
    }
}

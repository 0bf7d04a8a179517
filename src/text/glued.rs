//! Words that a scraped page glued together, told from names with a capital inside.

use super::Class;
use super::vocabulary::{LONGEST, vocabulary};
use super::words::{eight, key_at};

/// Whether `left` is a word of its own and was glued to what begins at `right`, rather than the first part of a name
/// ("PayPal"): a word that opens a sentence or a date follows, a day or month stands before, or case says so where no
/// name has it.
pub(super) fn glued(left: &[u8], right: &[u8]) -> bool {
    let entry = |word: &[u8]| {
        (1..=LONGEST).contains(&word.len()).then(|| {
            vocabulary()
                .words
                .get(key_at(eight(word, 0), eight(word, 8), word.len()))
        })
    };
    let calendar = |word: &[u8]| {
        word.len() > 3 && entry(word).is_some_and(|e| matches!(e.class, Class::Month | Class::Weekday))
    };
    let caps = right
        .iter()
        .take(8)
        .take_while(|c| c.is_ascii_uppercase())
        .count();
    let small = right[caps.min(1)..]
        .iter()
        .take_while(|c| c.is_ascii_lowercase())
        .count();
    let word = &right[..caps.min(1) + small];
    let opener = word.len() > 2
        && (word == b"Given"
            || entry(word).is_some_and(|e| {
                matches!(
                    e.class,
                    Class::The
                        | Class::This
                        | Class::That
                        | Class::These
                        | Class::Pronoun
                        | Class::Conjunction
                        | Class::After
                        | Class::Before
                        | Class::Since
                        | Class::Until
                        | Class::During
                        | Class::For
                        | Class::From
                        | Class::With
                        | Class::And
                )
            }));
    let shouted = left.iter().all(u8::is_ascii_uppercase);
    let lowered = left.iter().all(u8::is_ascii_lowercase);
    opener
        || calendar(word)
        || calendar(left)
        || (shouted || lowered) && left.len() > 3
        || caps > 3 && left.len() > 4
}

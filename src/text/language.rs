use super::{Class, Token};

/// Whether a text is English, as far as its function words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// It is, or is too short to tell.
    English,
    /// Next to none of the words that every English text is full of.
    Other,
}

/// Judges by the share of English function words among the words of a text. English prose has 25–40 % of them;
/// other languages written in Latin letters share a few by chance ("in", "a", "was", "on"), so those are not
/// counted.
pub fn language(tokens: &[Token]) -> Language {
    let (mut words, mut english) = (0usize, 0usize);
    for t in tokens {
        match t.class {
            Class::The
            | Class::Of
            | Class::And
            | Class::To
            | Class::By
            | Class::From
            | Class::With
            | Class::That => {
                words += 1;
                english += 1;
            }
            Class::Was
            | Class::Is
            | Class::Had
            | Class::Have
            | Class::SayPast
            | Class::SayPresent
            | Class::Will => {
                words += 1;
                english += 1;
            }
            Class::This
            | Class::Last
            | Class::Before
            | Class::After
            | Class::Since
            | Class::Until
            | Class::At => {
                words += 1;
                english += 1;
            }
            Class::Pronoun
            | Class::Modal
            | Class::Been
            | Class::Be
            | Class::Not
            | Class::For
            | Class::PastVerb => {
                words += 1;
                english += 1;
            }
            Class::Word => words += 1,
            _ => {}
        }
    }
    if words >= 20 && english * 100 < words * 5 {
        Language::Other
    } else {
        Language::English
    }
}

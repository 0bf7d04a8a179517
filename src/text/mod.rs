//! Tokens and their classes, number words, auxiliaries, sentences. Knows words, not what they mean as dates.

mod class;
mod class_set;
mod cursor;
mod glued;
mod language;
mod lexer;
mod lexer_words;
mod numbers;
mod register;
mod sentences;
mod tense;
mod token;
mod verb_chain;
mod verb_lexicon;
mod verb_main;
mod verb_reader;
mod verb_settle;
mod verb_shared;
mod verb_words;
mod verbs;
mod vocabulary;
mod words;

pub use class::Class;
pub(crate) use class_set::ClassSet;
pub use cursor::Cursor;
pub use language::{Language, language};
pub use lexer::lex;
pub use numbers::Amount;
pub use register::{Register, register};
pub use sentences::{Sentence, sentences};
pub use tense::{Governor, Modality, governor};
pub use token::{Flags, Token};
pub use verb_chain::{Aspect, ModalVerb, Polarity, Verb, VerbForm, Voice};
pub(crate) use verb_words::bare_verb;
pub use verbs::{VerbGroup, VerbKind, VerbTense, verb_groups};
pub(crate) use vocabulary::class_of;

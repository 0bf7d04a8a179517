//! Dated statements in the order of time.

mod alike;
mod build;
mod derive;
mod digest;
mod merge;
mod model;
mod order;
mod read;
mod salience;

pub use crate::resolve::{Alternative, WhyStep};
pub use crate::statement::{
    Attribution, Certainty, CharSpan, Event, EventMention, EventWhen, Relation, Shape, Tense, Told, Undated,
};
pub use build::{TimelineRequest, timeline};
pub(crate) use digest::digest_of_json;
pub use digest::{digest, is_untouched};
pub use model::*;
pub use order::keep_top;
pub use read::{ReadError, read};

//! Dated statements in the order of time.

mod build;
mod derive;
mod digest;
mod model;
mod order;
mod read;

pub use crate::resolve::{Alternative, WhyStep};
pub use crate::statement::{
    Attribution, Certainty, CharSpan, Event, EventMention, EventWhen, Relation, Shape, Tense, Undated,
};
pub use build::{TimelineRequest, timeline};
pub use digest::{digest, is_untouched};
pub use model::*;
pub use read::{ReadError, read};

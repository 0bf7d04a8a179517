//! Reads dated text, finds and resolves every time expression, and draws the timeline.

#[cfg(feature = "chart")]
pub mod chart;
pub mod check;
pub mod document;
pub mod export;
mod options;
pub mod published;
pub mod resolve;
pub mod rows;
pub mod rules;
pub mod statement;
mod tagged;
pub mod text;
pub mod time;
pub mod timeline;
pub mod typed;
mod warning;

pub use options::Options;
pub use tagged::{Tagged, tag};
pub use warning::Warning;

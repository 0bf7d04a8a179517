//! Reads dated text, finds and resolves every time expression, and draws the timeline.

pub mod document;
pub mod rules;
pub mod text;
pub mod time;
pub mod typed;
mod warning;

pub use warning::Warning;

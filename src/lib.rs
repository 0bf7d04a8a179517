//! Reads dated text, finds and resolves every time expression, and draws the timeline.

pub mod rules;
pub mod text;
pub mod time;

//! Reads dated text, finds and resolves every time expression, and draws the timeline.

pub mod text;
pub mod time;

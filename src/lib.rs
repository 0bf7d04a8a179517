//! Reads dated text, finds and resolves every time expression, and draws the timeline.
//!
//! ```
//! use dateline::document::{ReadOptions, read};
//! use dateline::timeline::{TimelineRequest, timeline};
//! use dateline::{Options, tag};
//!
//! let bytes = b"Monday, 27 January 2025\n\nThe pier is shut\n\nThe storm tore it apart on Friday.";
//! let document = read(bytes, "pier.txt", &ReadOptions::default())?;
//! let tagged = tag(document, &Options::new());
//! assert_eq!(tagged.whens[1].value, "2025-01-24");
//! let made = timeline(&[tagged], &TimelineRequest::default());
//! # #[cfg(feature = "chart")]
//! let svg = dateline::chart::draw(&made, &dateline::chart::ChartOptions::new())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(feature = "chart")]
pub mod chart;
pub mod check;
pub mod document;
pub mod export;
mod options;
#[cfg(feature = "chart")]
pub mod page;
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

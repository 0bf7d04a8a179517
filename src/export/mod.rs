//! What is written out: one file per format behind one small trait. Nothing here opens a file or prints.

mod chars;
mod csv;
#[cfg(feature = "chart")]
mod html;
mod ics;
mod json;
#[cfg(feature = "png")]
mod png;
#[cfg(feature = "chart")]
mod svg;
mod tagged;
mod timeml;

pub use csv::{Csv, csv_head, csv_rows};
#[cfg(feature = "chart")]
pub use html::Page;
pub use ics::Ics;
pub use json::{Json, timeline_json, timeline_line, timeline_row};
#[cfg(feature = "png")]
pub use png::Png;
#[cfg(feature = "chart")]
pub use svg::Svg;
pub use tagged::{TagFields, tagged_line, tagged_row, tagged_table, tagged_to};
pub use timeml::{TimeMl, timeml};

use crate::timeline::Timeline;

/// A form that a timeline can be written in.
pub trait Format {
    /// What `--format` calls it; also the extension of its files.
    fn name(&self) -> &'static str;

    /// The whole content of a file.
    fn write(&self, timeline: &Timeline) -> Result<String, ExportError>;

    /// All files: one of what [`Format::write`] gives, unless the format says otherwise.
    fn files(&self, timeline: &Timeline) -> Result<Vec<Vec<u8>>, ExportError> {
        Ok(vec![self.write(timeline)?.into_bytes()])
    }
}

/// Why a timeline could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
#[non_exhaustive]
pub struct ExportError(pub String);

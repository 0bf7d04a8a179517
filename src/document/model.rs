use super::{map::SourceMap, plain::paragraphs};
use crate::warning::Warning;
use std::ops::Range;

/// A text as it is read by the rest of the program: decoded, line ends as LF, page furniture gone.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Document {
    /// The stem of the file's name; names the output.
    pub name: String,
    /// The path as it was given, or `-`.
    pub source: String,
    /// The headline, where the format or the layout shows one.
    pub title: Option<String>,
    /// The text. Every byte range of the program points into it, unless it says "source".
    pub text: String,
    /// The text cut into blocks, in order, not overlapping; what lies between them is white space. No sentence
    /// crosses a block's end.
    pub blocks: Vec<Block>,
    /// Dates that the format itself carries (JSON-LD, meta tags, TimeML's DCT), best first.
    pub metadata: Vec<MetaDate>,
    /// The address that the page names as its own.
    pub url: Option<String>,
    /// From the text back to the bytes on disk.
    pub map: SourceMap,
    /// Page furniture that was left out of the text, in order.
    pub dropped: Vec<Dropped>,
    /// What went wrong on the way in, and what was done about it.
    pub warnings: Vec<Warning>,
    /// Whether the text is the body itself and must not be searched for a date line (`--text-only`).
    pub body_only: bool,
}

impl Document {
    /// A document that is its text: no metadata, one byte of text for one byte of source.
    pub fn from_text(name: &str, text: &str) -> Document {
        let mut doc = Document {
            name: name.into(),
            source: name.into(),
            text: text.into(),
            ..Document::default()
        };
        doc.map = SourceMap::identity(text.len());
        doc.blocks = paragraphs(text);
        doc
    }
}

/// A stretch of text that no sentence crosses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it is on the page.
    pub kind: BlockKind,
}

/// What a block is on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BlockKind {
    /// The headline of the whole.
    Headline,
    /// A heading of a section.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list, a row of a table, an entry of a log.
    Item,
    /// A caption of a picture or table.
    Caption,
}

/// A date that the format carries outside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetaDate {
    /// The field it stands in: `datePublished`, `article:published_time`, `time`, `DCT`, `date` (front matter).
    pub field: String,
    /// Its content, as it stands.
    pub value: String,
    /// Whether it is TimeML's document creation time or a row's own field, which outrank a date line.
    pub authoritative: bool,
}

/// A line or paragraph of page furniture that was left out of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The pattern that read it.
    pub pattern: &'static str,
    /// Its bytes on disk.
    pub source: Range<usize>,
}

//! A document's text, the blocks it falls into, and the way back to the bytes of its file.
//!
//! [`read`] takes the bytes of a file and the name it goes by. It opens nothing and prints nothing.
//!
//! ```
//! use dateline::document::{read, ReadOptions};
//! let doc = read(b"3 May 2019\r\n\r\nThe ferry sank.", "notes/ferry.txt", &ReadOptions::default()).unwrap();
//! assert_eq!((doc.name.as_str(), doc.text.as_str()), ("ferry", "3 May 2019\n\nThe ferry sank."));
//! let at = doc.text.find("The").unwrap();
//! assert_eq!(doc.map.source(at..at + 3), 14..17);
//! ```

mod draft;
mod encoding;
mod error;
mod front;
mod furniture;
mod html;
mod html_meta;
mod html_tags;
mod html_text;
mod jsonld;
mod leading;
mod lines;
mod map;
mod markdown;
mod model;
mod plain;
mod quoted;
mod run_in;
mod stamp;
mod timeml;

pub use error::ReadError;
pub use furniture::{PATTERNS as FURNITURE, Pattern as FurniturePattern};
pub(crate) use html_text::entity;
pub(crate) use lines::is_own_line;
pub use map::SourceMap;
pub use model::{Block, BlockKind, Document, Dropped, MetaDate};
pub(crate) use stamp::is_date_line;

use crate::warning::Warning;

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    Plain,
    /// CommonMark, with tables and front matter.
    Markdown,
    /// A web page, or a part of one.
    Html,
    /// TimeML, or XML like it: the text stands in a `TEXT` element.
    TimeMl,
}

impl Format {
    /// By the name's extension; what has none that is known is plain text.
    pub fn of_name(source: &str) -> Format {
        let extension = file_name(source).rsplit_once('.').map_or("", |(_, e)| e);
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Format::Markdown,
            "html" | "htm" | "xhtml" => Format::Html,
            "tml" | "xml" => Format::TimeMl,
            _ => Format::Plain,
        }
    }

    /// A page saved under a text's name is still a page, and one under `.xml` no TimeML.
    fn sniffed(self, text: &str) -> Format {
        let head = text.trim_start();
        let begins = |mark: &str| {
            head.get(..mark.len())
                .is_some_and(|h| h.eq_ignore_ascii_case(mark))
        };
        if self != Format::Markdown && (begins("<!doctype html") || begins("<html")) {
            Format::Html
        } else {
            self
        }
    }
}

/// How to read a document. [`ReadOptions::default`] goes by the name and cleans the text.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The format, where the name does not tell it (a row of JSON Lines).
    pub format: Option<Format>,
    /// The input is the body itself: nothing trimmed, cleaned or searched for a date line. Plain text and Markdown
    /// come out exactly as decoded.
    pub text_only: bool,
}

impl ReadOptions {
    /// Sets the format.
    pub fn format(mut self, format: Format) -> ReadOptions {
        self.format = Some(format);
        self
    }

    /// Takes the input as the body itself.
    pub fn text_only(mut self, on: bool) -> ReadOptions {
        self.text_only = on;
        self
    }
}

/// Reads the bytes of a file that goes by the name `source` (a path, a URL, or `-`).
///
/// An input without any text is no error: the document is empty and carries the warning `empty`.
pub fn read(bytes: &[u8], source: &str, options: &ReadOptions) -> Result<Document, ReadError> {
    let mut decoded = encoding::decode(bytes)?;
    let warnings = std::mem::take(&mut decoded.warnings);
    let format = options
        .format
        .unwrap_or_else(|| Format::of_name(source).sniffed(&decoded.text));
    let mut doc = match format {
        Format::Plain | Format::Markdown if options.text_only => plain::as_is(decoded),
        Format::Plain => plain::read(&decoded),
        Format::Markdown => markdown::read(&decoded),
        Format::Html => html::read(&decoded, options.text_only),
        Format::TimeMl => timeml::read(&decoded)?,
    };
    doc.name = stem(source);
    doc.source = source.to_owned();
    doc.body_only |= options.text_only;
    doc.warnings.splice(0..0, warnings);
    if doc.text.trim().is_empty() {
        doc.warnings
            .push(Warning::new("empty", "the input holds no text"));
    }
    Ok(doc)
}

fn file_name(source: &str) -> &str {
    source.rsplit(['/', '\\']).next().unwrap_or(source)
}

/// The name of the output: the file's name without its extension; `stdin` for `-`.
fn stem(source: &str) -> String {
    if source == "-" {
        return "stdin".to_owned();
    }
    let name = file_name(source);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_formats() {
        assert_eq!(stem("a/b.tar.txt"), "b.tar");
        assert_eq!(stem("-"), "stdin");
        assert_eq!(stem(".hidden"), ".hidden");
        assert_eq!(Format::of_name("A.HTM"), Format::Html);
        assert_eq!(Format::of_name("a.b/c"), Format::Plain);
        assert_eq!(Format::Plain.sniffed("\n<!DOCTYPE HTML PUBLIC"), Format::Html);
        assert_eq!(Format::Plain.sniffed("<é"), Format::Plain);
    }
}

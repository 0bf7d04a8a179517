//! Rows of JSON Lines: one document in each line.
//!
//! A row is an object with `text` or `html` and, where they are known, `id`, `published` and `title`; what else it
//! holds is passed over. Nothing is taken from a clock, a file or a network, and no row knows of another: rows can
//! be read in any order, on any number of threads or machines.
//!
//! ```
//! use dateline::{Options, export::{TagFields, tagged_row}, rows, tag};
//! let options = Options::new();
//! let row = rows::read(br#"{"id":7,"published":"2025-01-27","text":"It shut on Friday."}"#, &options).unwrap();
//! let tagged = tag(row.document, &options);
//! assert_eq!(tagged.whens[0].value, "2025-01-24");
//! assert!(tagged_row(&tagged, TagFields::new(), &row.id).unwrap().contains(r#""id":7,"#));
//! let error = rows::read(b"{\"id\":8}", &options).unwrap_err();
//! assert!(error.line().starts_with(r#"{"id":8,"error":{"code":"no-text","#));
//! ```

mod error;
mod id;

pub use error::{RowError, RowProblem};
pub use id::RowId;

use crate::document::{self, Document, Format, MetaDate, ReadOptions};
use crate::options::Options;
use crate::typed::{self, TypedError};
use serde::Deserialize;
use serde_json::value::RawValue;

/// A row that could be read.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Row {
    /// What the row calls itself.
    pub id: RowId,
    /// Its text. `source` is `-`, and the map leads to the bytes of the field's content, not of the line.
    pub document: Document,
}

/// The fields that are read, not yet looked into: so that a row with a wrong one can still be told by its `id`, and
/// an `id` comes back digit for digit.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    published: Option<&'a RawValue>,
    #[serde(borrow, default)]
    title: Option<&'a RawValue>,
    #[serde(borrow, default)]
    text: Option<&'a RawValue>,
    #[serde(borrow, default)]
    html: Option<&'a RawValue>,
}

/// Reads one line, with or without its end. Of the options only [`Options::text_only`] and whether
/// [`Options::published`] is set matter here: a date that the caller gives makes the row's own one superfluous.
pub fn read(line: &[u8], options: &Options) -> Result<Row, RowError> {
    let nameless = |problem| RowError::new(RowId::none(), problem);
    let line = std::str::from_utf8(line).map_err(|e| nameless(RowProblem::NotUtf8(e.valid_up_to())))?;
    let line = line.trim();
    if line.is_empty() {
        return Err(nameless(RowProblem::EmptyLine));
    }
    let fields = fields(line).map_err(nameless)?;
    let id = RowId::read(fields.id).map_err(nameless)?;
    match document(&fields, &id, options) {
        Ok(document) => Ok(Row { id, document }),
        Err(problem) => Err(RowError::new(id, problem)),
    }
}

fn fields(line: &str) -> Result<Fields<'_>, RowProblem> {
    let bad = |e: serde_json::Error| RowProblem::BadJson(e.to_string());
    // Asked for a struct, serde would take an array for its fields in order.
    if !line.starts_with('{') {
        serde_json::from_str::<serde::de::IgnoredAny>(line).map_err(bad)?;
        return Err(RowProblem::NotAnObject);
    }
    serde_json::from_str(line).map_err(bad)
}

fn document(fields: &Fields, id: &RowId, options: &Options) -> Result<Document, RowProblem> {
    let published = string("published", fields.published)?;
    let title = string("title", fields.title)?;
    let (content, format) = match (string("text", fields.text)?, string("html", fields.html)?) {
        (Some(text), None) => (text, Format::Plain),
        (None, Some(html)) => (html, Format::Html),
        (None, None) => return Err(RowProblem::NoText),
        (Some(_), Some(_)) => return Err(RowProblem::TwoTexts),
    };
    let reading = ReadOptions::default().format(format).text_only(options.text_only);
    let read = document::read(content.as_bytes(), "-", &reading);
    let mut document = read.map_err(|e| RowProblem::Unreadable(e.to_string()))?;
    document.name = id.name();
    if let Some(title) = title.filter(|t| !t.trim().is_empty()) {
        document.title = Some(title);
    }
    let published = published.filter(|p| options.published.is_none() && !p.trim().is_empty());
    if let Some(value) = published {
        typed::read_written(&value).map_err(|e| {
            RowProblem::BadPublished(match e {
                // Their messages offer what counts from today, and a row has no today.
                TypedError::Unknown(phrase)
                | TypedError::NoSingleDay { phrase, .. }
                | TypedError::NoDay { phrase, .. } => format!(
                    "`{phrase}` is no complete date of one day; write it like {}",
                    typed::COMPLETE_FORMS
                ),
                e => e.to_string(),
            })
        })?;
        document.metadata.insert(
            0,
            MetaDate {
                field: "row".to_owned(),
                value,
                authoritative: true,
            },
        );
    }
    Ok(document)
}

/// A field's content; `null` is as good as none.
fn string(name: &'static str, raw: Option<&RawValue>) -> Result<Option<String>, RowProblem> {
    let Some(raw) = raw.map(RawValue::get).filter(|r| *r != "null") else {
        return Ok(None);
    };
    if !raw.starts_with('"') {
        return Err(RowProblem::WrongType(name, "a string"));
    }
    // A string that was passed over at first may still hold half of a surrogate pair.
    let content = serde_json::from_str(raw).map_err(|e| RowProblem::BadJson(format!("`{name}`: {e}")))?;
    Ok(Some(content))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagged::tag;

    fn error(line: &str) -> (String, &'static str) {
        let e = read(line.as_bytes(), &Options::new()).expect_err(line);
        (e.id.name(), e.problem.code())
    }

    #[test]
    fn each_fault_has_its_code() {
        for (line, id, code) in [
            ("", "", "empty-line"),
            (" \r\n", "", "empty-line"),
            ("{\"id\":\"a\"", "", "bad-json"),
            ("rubbish", "", "bad-json"),
            (r#"{"id":"a","text":"x"} {"id":"b"}"#, "", "bad-json"),
            (r#"{"id":"a","text":"x","text":"y"}"#, "", "bad-json"),
            (r#"{"id":"a","text":"\ud800"}"#, "a", "bad-json"),
            (r#"["a","2025-01-27","x","y"]"#, "", "not-an-object"),
            ("3", "", "not-an-object"),
            (r#"{"id":"a"}"#, "a", "no-text"),
            (r#"{"id":"a","text":null}"#, "a", "no-text"),
            (r#"{"id":"a","text":"x","html":"y"}"#, "a", "two-texts"),
            (r#"{"id":"a","text":3}"#, "a", "wrong-type"),
            (r#"{"id":"a","text":"x","title":["y"]}"#, "a", "wrong-type"),
            (r#"{"id":"a","text":"x","published":2025}"#, "a", "wrong-type"),
            (r#"{"id":["a"],"text":"x"}"#, "", "wrong-type"),
            (
                r#"{"id":"a","text":"x","published":"yesterday"}"#,
                "a",
                "bad-published",
            ),
            (
                r#"{"id":"a","text":"x","published":"03/04/2025"}"#,
                "a",
                "bad-published",
            ),
            (
                r#"{"id":"a","text":"x","published":"2025-02-30"}"#,
                "a",
                "bad-published",
            ),
            (r#"{"id":"a","text":"%PDF-1.7 and so on"}"#, "a", "unreadable"),
        ] {
            assert_eq!(error(line), (id.to_owned(), code), "{line}");
        }
        assert_eq!(
            read(b"{\"text\":\"\xff\"}", &Options::new())
                .unwrap_err()
                .problem
                .code(),
            "not-utf8"
        );
    }

    #[test]
    fn a_row_is_offered_only_what_it_takes() {
        for phrase in ["March 2025", "soon", "now", "in 3 weeks", "27 Jan"] {
            let row = format!(r#"{{"text":"x","published":"{phrase}"}}"#);
            let message = read(row.as_bytes(), &Options::new())
                .expect_err(phrase)
                .to_string();
            assert!(
                message.contains("2025-01-27") && !message.contains("yesterday"),
                "{message}"
            );
        }
        for form in typed::COMPLETE_FORMS
            .replace("Jan. 27, 2025", "Jan. 27 2025")
            .split(", ")
        {
            assert!(typed::read_written(form).is_ok(), "{form}");
        }
    }

    #[test]
    fn the_row_dates_its_text() {
        let tagged =
            |row: &str, options: &Options| tag(read(row.as_bytes(), options).unwrap().document, options);
        let row = r#"{"id":"2020-05-06-pier","published":"Mon, 27 Jan 2025 10:00:00 +0100","title":"A pier",
                      "text":"3 May 2019\n\nIt shut on Friday."}"#;
        let found = tagged(row, &Options::new());
        let json = serde_json::to_value(&found.published).unwrap();
        assert_eq!(
            (&json["date"], &json["from"]),
            (&"2025-01-27".into(), &"row".into())
        );
        assert_eq!(
            (&json["time"], &json["offset"]),
            (&"10:00".into(), &"+01:00".into())
        );
        assert_eq!(found.document.title.as_deref(), Some("A pier"));
        // The option outranks the row, whose date may then be anything.
        let options = Options::new().published("2001-02-03".parse().unwrap());
        let found = tagged(r#"{"published":"soon","text":"It shut on Friday."}"#, &options);
        assert_eq!(found.whens[0].value, "2001-02-02");
        // Without a date of its own a text may still have a date line; an `id` is no file's name.
        let found = tagged(r#"{"text":"3 May 2019\n\nIt shut on Friday."}"#, &Options::new());
        assert_eq!(found.whens[1].value, "2019-05-03");
        let found = tagged(
            r#"{"id":"2020-05-06-pier","text":"It shut on Friday."}"#,
            &Options::new(),
        );
        assert!(found.published.is_none());
    }

    #[test]
    fn pages_and_bodies() {
        let row = r#"{"html":"<html><nav>Menu</nav><p>It shut on <b>Friday</b>.</p></html>","published":"2025-01-27"}"#;
        let page = read(row.as_bytes(), &Options::new()).unwrap().document;
        assert!(page.text.contains("It shut on Friday."), "{}", page.text);
        let row = br#"{"text":"  It shut.\n\nSee also  A dog\n"}"#;
        let body = read(row, &Options::new().text_only(true)).unwrap().document;
        assert_eq!(body.text, "  It shut.\n\nSee also  A dog\n");
    }
}

use super::{ExportError, Format};
use crate::rows::RowId;
use crate::timeline::{DocumentInfo, Event, Timeline, TimelineOptions, Undated, digest, digest_of_json};
use crate::warning::Warning;
use serde::Serialize;
use std::borrow::Cow;

/// The timeline as JSON: the file that `build` writes, that a person may edit and `draw` reads.
#[derive(Debug, Clone, Copy, Default)]
pub struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn write(&self, timeline: &Timeline) -> Result<String, ExportError> {
        timeline_json(timeline, None)
    }
}

/// Indented, with a line end: for files and for people. `text` goes into the first document, where it is asked for.
pub fn timeline_json(timeline: &Timeline, text: Option<&str>) -> Result<String, ExportError> {
    let digest = digest_to_write(timeline);
    let mut json = serde_json::to_string_pretty(&Whole::of(timeline, &digest, text, None)).map_err(failed)?;
    json.push('\n');
    Ok(json)
}

/// On one line, without its end: for one line per document.
pub fn timeline_line(timeline: &Timeline, text: Option<&str>) -> Result<String, ExportError> {
    if timeline.digest.is_empty() && text.is_none() {
        return line(timeline, None);
    }
    let digest = digest_to_write(timeline);
    serde_json::to_string(&Whole::of(timeline, &digest, text, None)).map_err(failed)
}

/// On one line, without its end, under the `id` of the row that it comes from.
pub fn timeline_row(timeline: &Timeline, text: Option<&str>, id: &RowId) -> Result<String, ExportError> {
    if timeline.digest.is_empty() && text.is_none() {
        return line(timeline, Some(id));
    }
    let digest = digest_to_write(timeline);
    serde_json::to_string(&Whole::of(timeline, &digest, text, Some(id))).map_err(failed)
}

/// A digest that was read stays: it is how the edits since are told.
fn digest_to_write(timeline: &Timeline) -> Cow<'_, str> {
    match timeline.digest.as_str() {
        "" => digest(timeline).into(),
        read => read.into(),
    }
}

/// A timeline that has no digest yet. The bytes that are hashed are those that are written, but for the digest itself
/// and the id, which are put in afterwards: nothing is put into words twice.
fn line(timeline: &Timeline, id: Option<&RowId>) -> Result<String, ExportError> {
    const EMPTY: &str = "\"digest\":\"\"";
    let bare = serde_json::to_string(&Whole::of(timeline, "", None, None)).map_err(failed)?;
    let digest = digest_of_json(bare.as_bytes());
    let Some((before, behind)) = bare.split_once(EMPTY) else {
        return Ok(bare);
    };
    let id = match id {
        Some(id) => format!("\"id\":{},", serde_json::to_string(id).map_err(failed)?),
        None => String::new(),
    };
    Ok([before, &id, "\"digest\":\"", &digest, "\"", behind].concat())
}

fn failed(e: serde_json::Error) -> ExportError {
    ExportError(e.to_string())
}

/// A timeline whose documents may carry their text, which a [`Timeline`] never does.
#[derive(Serialize)]
struct Whole<'a> {
    schema: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RowId>,
    digest: &'a str,
    title: &'a str,
    options: &'a TimelineOptions,
    documents: Vec<WithText<'a>>,
    events: &'a [Event],
    #[serde(skip_serializing_if = "<[Event]>::is_empty")]
    more: &'a [Event],
    undated: &'a [Undated],
    warnings: &'a [Warning],
}

#[derive(Serialize)]
struct WithText<'a> {
    #[serde(flatten)]
    info: &'a DocumentInfo,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

impl<'a> Whole<'a> {
    fn of(
        timeline: &'a Timeline,
        digest: &'a str,
        text: Option<&'a str>,
        id: Option<&'a RowId>,
    ) -> Whole<'a> {
        // Taken apart field by field, so that a new field can't be forgotten here.
        let Timeline {
            schema,
            digest: _,
            title,
            options,
            documents,
            events,
            more,
            undated,
            warnings,
        } = timeline;
        let texts = std::iter::once(text).chain(std::iter::repeat(None));
        let documents = documents.iter().zip(texts);
        Whole {
            schema,
            id,
            digest,
            title,
            options,
            documents: documents.map(|(info, text)| WithText { info, text }).collect(),
            events,
            more,
            undated,
            warnings,
        }
    }
}

use super::{ExportError, Format};
use crate::rows::RowId;
use crate::timeline::{DocumentInfo, Event, Timeline, TimelineOptions, Undated};
use crate::warning::Warning;
use serde::Serialize;

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
    let mut json = serde_json::to_string_pretty(&Whole::of(timeline, text, None)).map_err(failed)?;
    json.push('\n');
    Ok(json)
}

/// On one line, without its end: for one line per document.
pub fn timeline_line(timeline: &Timeline, text: Option<&str>) -> Result<String, ExportError> {
    serde_json::to_string(&Whole::of(timeline, text, None)).map_err(failed)
}

/// On one line, without its end, under the `id` of the row that it comes from.
pub fn timeline_row(timeline: &Timeline, text: Option<&str>, id: &RowId) -> Result<String, ExportError> {
    serde_json::to_string(&Whole::of(timeline, text, Some(id))).map_err(failed)
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
    fn of(timeline: &'a Timeline, text: Option<&'a str>, id: Option<&'a RowId>) -> Whole<'a> {
        // Taken apart field by field, so that a new field can't be forgotten here.
        let Timeline {
            schema,
            digest,
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

//! A timeline from JSON that a person may have edited.

use super::model::{SCHEMA, Timeline};
use crate::statement::{Event, Relation, Shape};
use crate::time::{Moment, span_of_value};
use chrono::TimeDelta;
use std::cmp::Ordering;

/// Why a JSON could not be read as a timeline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// It is JSON, but not a timeline of this program.
    #[error("not a dateline timeline: `schema` is {found}, not \"dateline/1\"")]
    NotATimeline {
        /// What stands there instead.
        found: String,
    },
    /// It is no JSON at all.
    #[error("not JSON: {message}")]
    NotJson {
        /// What is wrong, with line and column.
        message: String,
    },
    /// A field does not hold what it must.
    #[error("{path}: {message}")]
    Field {
        /// The way to the field: `events[3].when.start`.
        path: String,
        /// What is wrong with it.
        message: String,
    },
}

/// Reads a timeline back. Where a person edited only an event's `value`, so that the event no longer begins inside
/// it, `start` and `end` are derived anew.
pub fn read(json: &str) -> Result<Timeline, ReadError> {
    let raw: serde_json::Value = serde_json::from_str(json).map_err(|e| ReadError::NotJson {
        message: e.to_string(),
    })?;
    let schema = raw.get("schema");
    if schema.and_then(|s| s.as_str()) != Some(SCHEMA) {
        return Err(ReadError::NotATimeline {
            found: schema.map_or_else(|| "missing".to_owned(), ToString::to_string),
        });
    }
    // From the text again rather than from the value, so that a mistake is told with its line.
    let mut from = serde_json::Deserializer::from_str(json);
    let mut timeline: Timeline =
        serde_path_to_error::deserialize(&mut from).map_err(|e| ReadError::Field {
            path: e.path().to_string(),
            message: e.inner().to_string(),
        })?;
    for (i, e) in timeline.events.iter_mut().enumerate() {
        let field = |name: &str, message: String| ReadError::Field {
            path: format!("events[{i}].when.{name}"),
            message,
        };
        derive(e).map_err(|m| field("value", m))?;
        if let (Some(a), Some(b)) = (e.when.start, e.when.end)
            && a.compare(b) == Ordering::Greater
        {
            return Err(field("end", format!("{b} lies before the start, {a}")));
        }
    }
    Ok(timeline)
}

/// Start and end of a value or of two joined by a slash.
fn ends(value: &str) -> Option<(Moment, Moment)> {
    match value.split_once('/') {
        Some((a, b)) => Some((span_of_value(a)?.0, span_of_value(b)?.1)),
        None => span_of_value(value),
    }
}

fn derive(e: &mut Event) -> Result<(), String> {
    let Some((start, end)) = ends(&e.when.value) else {
        if e.when.value.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(format!("`{}` is no date of the calendar", e.when.value));
        }
        // A length has no span to compare with; without ends it has no place either.
        return if e.when.start.is_none() && e.when.end.is_none() {
            Err(format!(
                "`{}` is no date, and neither `start` nor `end` is given",
                e.when.value
            ))
        } else {
            Ok(())
        };
    };
    let inside = |m: Moment| m.compare(start) != Ordering::Less && m.compare(end) == Ordering::Less;
    let touches = |m: Moment| m.compare(start) != Ordering::Less && m.compare(end) != Ordering::Greater;
    let still = match (e.relation, e.when.start, e.when.end) {
        (_, None, None) => false,
        // "after Friday" begins where Friday ends.
        (Relation::After, Some(s), _) => touches(s),
        (_, Some(s), _) => inside(s),
        (_, None, Some(end)) => touches(end),
    };
    if still {
        return Ok(());
    }
    let (start, end) = match e.relation {
        Relation::Since => (Some(start), None),
        Relation::Until | Relation::By => (None, Some(end)),
        Relation::After => (Some(end), None),
        Relation::Before => (None, Some(start)),
        _ => (Some(start), Some(end)),
    };
    e.when.start = start;
    e.when.end = end;
    e.when.cut = false;
    e.when.shape = match (start, end) {
        (Some(a), Some(b)) if b.at() - a.at() <= TimeDelta::days(1) => Shape::Point,
        (Some(_), Some(_)) if e.relation == Relation::Throughout => Shape::Duration,
        (Some(_), Some(_)) => Shape::Window,
        _ => Shape::Open,
    };
    Ok(())
}

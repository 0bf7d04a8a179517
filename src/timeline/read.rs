//! A timeline from JSON that a person may have edited.

use super::derive::derive;
use super::model::{SCHEMA, Timeline};
use std::cmp::Ordering;
use std::collections::HashMap;

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
    #[error("not JSON: {message}; give the JSON of a timeline, as `build` and `events` write it")]
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
    let mut timeline: Timeline = serde_path_to_error::deserialize(&mut from)
        .map_err(|e| field_error(&e.path().to_string(), &e.inner().to_string()))?;
    ids(&timeline)?;
    let Timeline { events, more, .. } = &mut timeline;
    let lists = [("events", events), ("more", more)];
    let all = lists
        .into_iter()
        .flat_map(|(list, of)| of.iter_mut().enumerate().map(move |(i, e)| (list, i, e)));
    for (list, i, e) in all {
        let field = |name: &str, message: String| ReadError::Field {
            path: format!("{list}[{i}].when.{name}"),
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

/// What serde says, in words a reader of the file knows.
fn field_error(path: &str, said: &str) -> ReadError {
    let (said, place) = match said.rfind(" at line ") {
        Some(at) => said.split_at(at),
        None => (said, ""),
    };
    let mut path = if path == "." {
        String::new()
    } else {
        path.to_owned()
    };
    let missing = said
        .strip_prefix("missing field `")
        .and_then(|m| m.strip_suffix('`'));
    let last = path.rsplit('.').next().unwrap_or_default();
    let is_day = ["date", "today"].contains(&last) || last.starts_with("candidates[");
    let message = if let Some(name) = missing {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(name);
        "this field is missing".to_owned()
    } else if let Some((found, wanted)) = said
        .strip_prefix("invalid type: ")
        .and_then(|m| m.split_once(", expected "))
    {
        let wanted = match wanted {
            "a sequence" => "a list",
            "a map" => "an object",
            w if w.starts_with("struct ") => "an object",
            w => w,
        };
        format!("it has to be {wanted}, not {found}")
    } else if is_day {
        "this is no day; write it like 2025-01-27".to_owned()
    } else {
        said.to_owned()
    };
    let path = if path.is_empty() {
        "the timeline".to_owned()
    } else {
        path
    };
    ReadError::Field {
        path,
        message: match place.strip_prefix(" at ") {
            Some(place) => format!("{message} ({place})"),
            None => message,
        },
    }
}

/// Each event's id becomes an id of the drawing, which has to be a name there and stands once.
fn ids(timeline: &Timeline) -> Result<(), ReadError> {
    let mut seen = HashMap::new();
    let lists = [("events", &timeline.events), ("more", &timeline.more)];
    let all = lists.iter().flat_map(|(name, list)| {
        list.iter()
            .enumerate()
            .map(move |(i, e)| (format!("{name}[{i}]"), e))
    });
    for (place, e) in all {
        let mut chars = e.id.chars();
        let named = chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
            && chars.all(|c| c.is_alphanumeric() || "._-".contains(c));
        let message = if !named {
            format!(
                "`{}` can't be an id; begin with a letter, and use letters, digits, `-`, `_` and `.`",
                e.id
            )
        } else if let Some(first) = seen.insert(e.id.as_str(), place.clone()) {
            format!("`{}` is the id of {first} too; give each event its own", e.id)
        } else {
            continue;
        };
        return Err(ReadError::Field {
            path: format!("{place}.id"),
            message,
        });
    }
    Ok(())
}

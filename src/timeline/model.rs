use crate::published::Published;
use crate::statement::{Event, Undated};
use crate::time::Moment;
use crate::warning::Warning;
use serde::{Deserialize, Serialize};

/// The name of the JSON form that this version reads and writes.
pub const SCHEMA: &str = "dateline/1";

/// Dated statements in the order of time, those that no date could be given, and where they come from.
///
/// This is the whole of what a chart, a page or an export may see; the article itself is not in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Timeline {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// A hash of the rest, so that a person's edit can be told from our own output; empty until it is first written.
    #[serde(default)]
    pub digest: String,
    /// The headline, or what `--title` said.
    #[serde(default)]
    pub title: String,
    /// The options that shaped it.
    #[serde(default)]
    pub options: TimelineOptions,
    /// The documents read, in input order.
    #[serde(default)]
    pub documents: Vec<DocumentInfo>,
    /// In order of time.
    pub events: Vec<Event>,
    /// The events beyond the most salient that `top` asked for, in order of time: kept, and not drawn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Event>,
    /// Statements without a place on the axis.
    #[serde(default)]
    pub undated: Vec<Undated>,
    /// What a reader should know before trusting it.
    #[serde(default)]
    pub warnings: Vec<Warning>,
}

/// What shaped a timeline, as far as its reader has to know it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct TimelineOptions {
    /// Only events that end after this moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Moment>,
    /// Only events that start before this moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
    /// Only so many events, the most salient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub top: Option<usize>,
    /// How many events `since` and `until` left out.
    pub left_out: usize,
}

/// One document of a timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DocumentInfo {
    /// `d1`, `d2`, …
    pub id: String,
    /// The stem of the file's name, or `stdin`.
    pub name: String,
    /// The path as it was given, or `-`.
    pub source: String,
    /// The headline.
    #[serde(default)]
    pub title: Option<String>,
    /// `news` or `narrative`: which anchor its bare dates took.
    #[serde(default)]
    pub mode: String,
    /// When it was published, where that is known.
    #[serde(default)]
    pub published: Option<Published>,
}

use crate::time::Day;
use serde::{Deserialize, Serialize};

/// The day a document was published, where that was found and what had to be inferred: the anchor of its
/// relative dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Published {
    /// The local civil day of the place of publication.
    pub date: Day,
    /// `HH:MM`, where known.
    #[serde(default)]
    pub time: Option<String>,
    /// `+HH:MM` or `-HH:MM`, where stated.
    #[serde(default)]
    pub offset: Option<String>,
    /// Where it was found.
    pub from: PublishedFrom,
    /// The words or the field's content that it was read from.
    #[serde(default)]
    pub text: String,
    /// The parts that were not stated: `year`.
    #[serde(default)]
    pub inferred: Vec<String>,
    /// Other days that the words would fit, latest first.
    #[serde(default)]
    pub candidates: Vec<Day>,
    /// The latest day that an inferred year was allowed to reach.
    #[serde(default)]
    pub today: Option<Day>,
    /// The byte range of the date line in the document's text, where it is part of it.
    #[serde(skip)]
    pub range: Option<(usize, usize)>,
}

impl Published {
    /// A publication date with nothing inferred.
    pub fn new(date: Day, from: PublishedFrom, text: impl Into<String>) -> Published {
        Published {
            date,
            time: None,
            offset: None,
            from,
            text: text.into(),
            inferred: Vec::new(),
            candidates: Vec::new(),
            today: None,
            range: None,
        }
    }
}

/// Where a publication date was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum PublishedFrom {
    /// `--published`.
    #[serde(rename = "option")]
    Option,
    /// The page's metadata.
    #[serde(rename = "metadata")]
    Metadata,
    /// A line of the text.
    #[serde(rename = "date line")]
    DateLine,
    /// The address of the page.
    #[serde(rename = "url")]
    Url,
    /// The name of the file.
    #[serde(rename = "file name")]
    FileName,
    /// The row of a JSON Lines file.
    #[serde(rename = "row")]
    Row,
    /// TimeML's document creation time.
    #[serde(rename = "dct")]
    Dct,
}

impl PublishedFrom {
    /// As a reader would say it: "from the date line".
    pub fn words(self) -> &'static str {
        match self {
            PublishedFrom::Option => "the option",
            PublishedFrom::Metadata => "the page's metadata",
            PublishedFrom::DateLine => "the date line",
            PublishedFrom::Url => "the URL",
            PublishedFrom::FileName => "the file name",
            PublishedFrom::Row => "the row",
            PublishedFrom::Dct => "the document creation time",
        }
    }
}

//! What a document says happened, and when.

use crate::resolve::{Alternative, WhyStep};
use crate::text::VerbTense;
use crate::time::{Grain, Moment};
use serde::{Deserialize, Serialize};

/// A place in a document's text: Unicode characters, first included, second not.
pub type CharSpan = [usize; 2];

/// What another place says of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Told {
    /// The id of its document.
    pub document: String,
    /// The source's words.
    pub statement: String,
    /// The value of its date.
    pub value: String,
    /// The words that date it.
    #[serde(default)]
    pub phrase: String,
    /// Where the statement stands in its document's text.
    #[serde(default)]
    pub statement_span: Option<CharSpan>,
    /// Where its sentence stands.
    #[serde(default)]
    pub sentence_span: Option<CharSpan>,
}

/// A statement with its place in time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Event {
    /// `e1`, `e2`, … in the order of the timeline; the chart's marks carry the same.
    pub id: String,
    /// The source's own words, date and attribution taken out. Only the "was" that an aside leaves out is put in: "The
    /// plant, announced in June, …" says that the plant was announced.
    pub statement: String,
    /// Where it lies on the axis.
    pub when: EventWhen,
    /// How the statement lies to the date that the words name.
    #[serde(default)]
    pub relation: Relation,
    /// How much of the date the text itself says.
    #[serde(default)]
    pub certainty: Certainty,
    /// Readings that lost, likeliest first.
    #[serde(default)]
    pub alternatives: Vec<Alternative>,
    /// The time expressions it hangs on.
    #[serde(default)]
    pub mentions: Vec<EventMention>,
    /// The words of the text that date it, with their preposition.
    #[serde(default)]
    pub phrase: String,
    /// Where the statement stands in the document's text.
    #[serde(default)]
    pub statement_span: Option<CharSpan>,
    /// Where its sentence stands.
    #[serde(default)]
    pub sentence_span: Option<CharSpan>,
    /// Who says so, where the sentence tells.
    #[serde(default)]
    pub attribution: Option<Attribution>,
    /// Whether the statement itself is the act of saying.
    #[serde(default)]
    pub reports: bool,
    /// Tense of its verb group.
    #[serde(default)]
    pub tense: Option<Tense>,
    /// 0 to 1: what a chart that can't hold all should keep.
    #[serde(default)]
    pub salience: Option<f64>,
    /// Ids of the documents that tell it.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The other places that tell the same event, each with its own words and date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Told>,
    /// The id of the event that its date was counted from: "two days after the fire".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// Where sources disagree: which event of which document says what instead.
    #[serde(default)]
    pub conflicts: Vec<String>,
    /// How the date was worked out, step by step.
    #[serde(default)]
    pub why: Vec<WhyStep>,
}

impl Event {
    /// The statement as a line of its own begins: with a capital, where the source's words begin with a small letter
    /// because the date before them was taken out. A word with a capital inside ("iPhone") stays.
    pub fn headline(&self) -> String {
        let mut chars = self.statement.chars();
        let first = chars.next();
        let word = self.statement.split_whitespace().next().unwrap_or_default();
        match first {
            Some(c) if c.is_lowercase() && !word.chars().any(char::is_uppercase) => {
                c.to_uppercase().chain(chars).collect()
            }
            _ => self.statement.clone(),
        }
    }
}

/// An event's place on the axis, the relation applied.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EventWhen {
    /// The TIMEX3 value of what the words name; for a range `first/last`.
    pub value: String,
    /// Inclusive; `null` when it reaches back without end.
    #[serde(default)]
    pub start: Option<Moment>,
    /// Exclusive; `null` when it reaches on without end.
    #[serde(default)]
    pub end: Option<Moment>,
    /// The precision of the words.
    #[serde(default = "EventWhen::default_grain")]
    pub grain: Grain,
    /// What kind of mark it is.
    #[serde(default)]
    pub shape: Shape,
    /// "about", "nearly": the ends are not exact.
    #[serde(default)]
    pub approx: bool,
    /// The window ends at publication, because a past statement can't lie after it.
    #[serde(default)]
    pub cut: bool,
}

impl EventWhen {
    /// Before it has a place.
    pub(super) fn nowhere() -> EventWhen {
        EventWhen {
            value: String::new(),
            start: None,
            end: None,
            grain: Grain::Day,
            shape: Shape::Open,
            approx: false,
            cut: false,
        }
    }

    fn default_grain() -> Grain {
        Grain::Day
    }
}

/// How a statement lies to its date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Relation {
    /// It happened in this span.
    #[default]
    Within,
    /// It lasted all of it.
    Throughout,
    /// From its start on.
    Since,
    /// Up to its end.
    Until,
    /// No later than its end.
    By,
    /// After it.
    After,
    /// Before it.
    Before,
    /// Again and again.
    Repeats,
}

impl Relation {
    /// As the JSON has it.
    pub fn word(self) -> &'static str {
        match self {
            Relation::Within => "within",
            Relation::Throughout => "throughout",
            Relation::Since => "since",
            Relation::Until => "until",
            Relation::By => "by",
            Relation::After => "after",
            Relation::Before => "before",
            Relation::Repeats => "repeats",
        }
    }
}

/// What kind of mark an event is on the axis.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Shape {
    /// An instant or one day.
    #[default]
    Point,
    /// Once, somewhere in there.
    Window,
    /// All of it.
    Duration,
    /// One end is not known.
    Open,
}

impl Shape {
    /// As the JSON has it.
    pub fn word(self) -> &'static str {
        match self {
            Shape::Point => "point",
            Shape::Window => "window",
            Shape::Duration => "duration",
            Shape::Open => "open",
        }
    }
}

/// How much of a date the text says; the less it says, the greater.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Certainty {
    /// All of it.
    #[default]
    Stated,
    /// Completed from the anchor.
    Inferred,
    /// Another reading is as good.
    Ambiguous,
}

impl Certainty {
    /// As the JSON has it.
    pub fn word(self) -> &'static str {
        match self {
            Certainty::Stated => "stated",
            Certainty::Inferred => "inferred",
            Certainty::Ambiguous => "ambiguous",
        }
    }
}

/// The tense of a verb group, as far as it decides about dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Tense {
    /// "left", "had left", "has left".
    Past,
    /// "leaves", "is leaving".
    Present,
    /// "will leave", "is to leave", "is expected to leave".
    Future,
}

impl Tense {
    pub(super) fn of(verb: VerbTense) -> Tense {
        match verb {
            VerbTense::Past => Tense::Past,
            VerbTense::Present => Tense::Present,
            VerbTense::Future => Tense::Future,
        }
    }
}

/// A time expression that an event hangs on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EventMention {
    /// `d1.t2`: the document's id and the expression's.
    pub id: String,
    /// Characters of the document's text.
    pub span: CharSpan,
    /// The words.
    pub text: String,
}

/// Who a statement is ascribed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attribution {
    /// The words that name them.
    pub text: String,
    /// Where they stand.
    #[serde(default)]
    pub span: Option<CharSpan>,
}

/// A statement that no date could be given, with what bounds it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Undated {
    /// `u1`, `u2`, … in the order of the text.
    pub id: String,
    /// The source's own words.
    pub statement: String,
    /// No earlier than this, where known.
    #[serde(default)]
    pub earliest: Option<Moment>,
    /// No later than this, where known: for what is told as past, the publication day.
    #[serde(default)]
    pub latest: Option<Moment>,
    /// The event, or the undated statement, that it follows, where the text says so.
    #[serde(default)]
    pub after: Option<String>,
    /// The event, or the undated statement, that it precedes, where the text says so.
    #[serde(default)]
    pub before: Option<String>,
    /// Why it has no date.
    pub reason: String,
    /// Where its sentence stands.
    #[serde(default)]
    pub sentence_span: Option<CharSpan>,
    /// Id of its document.
    #[serde(default)]
    pub document: String,
}

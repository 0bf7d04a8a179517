use super::RowId;
use serde::Serialize;

/// Why a row gives no document, and which row it is.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{problem}")]
#[non_exhaustive]
pub struct RowError {
    /// What the row calls itself, where that could still be read.
    pub id: RowId,
    /// What is wrong with it.
    pub problem: RowProblem,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RowProblem {
    /// Nothing but white space.
    #[error("the line is empty; a row is an object with `text` or `html`")]
    EmptyLine,
    /// More bytes than the caller is ready to hold.
    #[error("the line is longer than {0} bytes; cut its text into several rows")]
    TooLong(usize),
    /// Not UTF-8, which JSON has to be.
    #[error("the line is not UTF-8 (at byte {0}); convert it first, for example with iconv")]
    NotUtf8(usize),
    /// Not one JSON value.
    #[error("not JSON: {0}")]
    BadJson(String),
    /// JSON, but no object.
    #[error("a row is an object with `text` or `html`, and this is another kind of JSON")]
    NotAnObject,
    /// Neither `text` nor `html`.
    #[error("the row has no `text` and no `html`")]
    NoText,
    /// Both `text` and `html`.
    #[error("the row has both `text` and `html`; leave one out")]
    TwoTexts,
    /// A field holds another kind of value than it may.
    #[error("`{0}` has to be {1}")]
    WrongType(&'static str, &'static str),
    /// `published` names no day.
    #[error("`published`: {0}")]
    BadPublished(String),
    /// The field's content is no text.
    #[error("{0}")]
    Unreadable(String),
    /// A fault of the program's own.
    #[error("the program failed over this row: {0}; please report it")]
    Internal(String),
}

impl RowProblem {
    /// A word that programs may rely on.
    pub fn code(&self) -> &'static str {
        match self {
            RowProblem::EmptyLine => "empty-line",
            RowProblem::TooLong(_) => "too-long",
            RowProblem::NotUtf8(_) => "not-utf8",
            RowProblem::BadJson(_) => "bad-json",
            RowProblem::NotAnObject => "not-an-object",
            RowProblem::NoText => "no-text",
            RowProblem::TwoTexts => "two-texts",
            RowProblem::WrongType(..) => "wrong-type",
            RowProblem::BadPublished(_) => "bad-published",
            RowProblem::Unreadable(_) => "unreadable",
            RowProblem::Internal(_) => "internal",
        }
    }
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a RowId,
    error: Told<'a>,
}

#[derive(Serialize)]
struct Told<'a> {
    code: &'a str,
    message: &'a str,
}

impl RowError {
    /// A problem of a row.
    pub fn new(id: RowId, problem: RowProblem) -> RowError {
        RowError { id, problem }
    }

    /// The line of JSON that stands for the row in the output, without its end.
    pub fn line(&self) -> String {
        let line = Line {
            id: &self.id,
            error: Told {
                code: self.problem.code(),
                message: &self.problem.to_string(),
            },
        };
        // Strings and a value that was JSON before: nothing here can fail to be written.
        serde_json::to_string(&line).unwrap_or_else(|_| r#"{"id":null}"#.to_owned())
    }
}

/// Why a file is not read, and the way round.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// A PDF: its text needs another tool.
    #[error("this is a PDF; make a text of it first: pdftotext FILE.pdf FILE.txt")]
    Pdf,
    /// A word processor's file or an e-book.
    #[error("this is {0}; make a text of it first: pandoc FILE -t plain --wrap=none -o FILE.txt")]
    Office(&'static str),
    /// No text at all.
    #[error("this is not text ({0}); give a text, Markdown, HTML or TimeML file")]
    Binary(&'static str),
    /// Markup that must be well-formed and is not.
    #[error("line {line}, column {column}: {message}; TimeML must be well-formed XML")]
    Xml {
        /// From 1.
        line: usize,
        /// In characters, from 1.
        column: usize,
        /// What is wrong there.
        message: String,
    },
}

impl ReadError {
    /// A stable name for machines.
    pub fn code(&self) -> &'static str {
        match self {
            ReadError::Pdf => "pdf",
            ReadError::Office(_) => "office",
            ReadError::Binary(_) => "binary",
            ReadError::Xml { .. } => "bad-xml",
        }
    }
}

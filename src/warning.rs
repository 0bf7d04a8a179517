use serde::{Deserialize, Serialize};

/// Something a reader should know before trusting a result. Never printed by the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Warning {
    /// A stable name for machines: `year-inferred`, `no-date`, `not-utf8`, `weekday-mismatch` …
    pub code: String,
    /// What happened, and what to do about it.
    pub message: String,
}

impl Warning {
    /// A warning of a code with its message.
    pub fn new(code: &str, message: impl Into<String>) -> Warning {
        Warning {
            code: code.to_owned(),
            message: message.into(),
        }
    }
}

use super::error::RowProblem;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// What a row calls itself: a string or a number, written back as it stood. Without one it is `null`.
#[derive(Debug, Clone)]
pub struct RowId(Option<Box<RawValue>>);

impl RowId {
    /// The row has no `id`, or none that could be read.
    pub fn none() -> RowId {
        RowId(None)
    }

    pub(super) fn read(raw: Option<&RawValue>) -> Result<RowId, RowProblem> {
        let Some(raw) = raw.filter(|r| r.get() != "null") else {
            return Ok(RowId::none());
        };
        if raw.get().starts_with(['{', '[', 't', 'f']) {
            return Err(RowProblem::WrongType("id", "a string or a number"));
        }
        Ok(RowId(Some(raw.to_owned())))
    }

    /// As the name of a document: a string's content, a number's digits, else nothing.
    pub fn name(&self) -> String {
        let raw = self.0.as_ref().map_or("", |r| r.get());
        serde_json::from_str(raw).unwrap_or_else(|_| raw.to_owned())
    }
}

impl Serialize for RowId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_stood() {
        for (raw, name) in [
            (r#""a""#, "a"),
            (r#""h\u00e4fen""#, "häfen"),
            ("123456789012345678901234567890", "123456789012345678901234567890"),
            ("1.50", "1.50"),
            ("null", ""),
        ] {
            let id = RowId::read(Some(serde_json::from_str(raw).unwrap())).unwrap();
            assert_eq!(serde_json::to_string(&id).unwrap(), raw);
            assert_eq!(id.name(), name);
        }
    }
}

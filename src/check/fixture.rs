use crate::resolve::Mode;
use crate::time::Day;
use serde::{Deserialize, Deserializer};
use std::path::{Path, PathBuf};

/// A file of cases, with the place that its articles lie beside.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct FixtureFile {
    /// The name that differences are reported under.
    pub name: String,
    /// The folder of its articles; `None` for the built-in set, which has none.
    pub folder: Option<PathBuf>,
    /// Its cases.
    pub cases: Vec<Case>,
}

/// Why a file of fixtures can't be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FixtureError {
    /// It could not be opened, or an article of it.
    #[error("{path}: {source}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// It is not in the format.
    #[error(
        "{file}{case}: {message}; a fixture is {{\"text\" or \"article\", \"published\", \"mentions\", …}}, one or a list"
    )]
    Format {
        /// The file.
        file: String,
        /// Which case, in words; empty where it is not one case.
        case: String,
        /// What is wrong there.
        message: String,
    },
}

impl FixtureFile {
    /// Reads the JSON of one case or a list of them.
    pub fn parse(name: &str, json: &str) -> Result<FixtureFile, FixtureError> {
        let fail = |case: String, e: serde_json::Error| FixtureError::Format {
            file: name.to_owned(),
            case,
            message: e.to_string(),
        };
        let value: serde_json::Value = serde_json::from_str(json).map_err(|e| fail(String::new(), e))?;
        let list = match value {
            serde_json::Value::Array(list) => list,
            one => vec![one],
        };
        let mut cases = Vec::with_capacity(list.len());
        for (i, value) in list.into_iter().enumerate() {
            let called = value.get("name").and_then(|n| n.as_str()).map(str::to_owned);
            let place = || match &called {
                Some(name) => format!(", case {} ({name})", i + 1),
                None => format!(", case {}", i + 1),
            };
            let case: Case = serde_json::from_value(value).map_err(|e| fail(place(), e))?;
            if let Some(message) = case.flaw() {
                return Err(FixtureError::Format {
                    file: name.to_owned(),
                    case: place(),
                    message,
                });
            }
            cases.push(case);
        }
        Ok(FixtureFile {
            name: name.to_owned(),
            folder: None,
            cases,
        })
    }

    /// Opens a file; its articles lie beside it.
    pub fn open(path: &Path) -> Result<FixtureFile, FixtureError> {
        let name = path.display().to_string();
        let json = std::fs::read_to_string(path).map_err(|source| FixtureError::Unreadable {
            path: name.clone(),
            source,
        })?;
        let mut file = FixtureFile::parse(&name, &json)?;
        file.folder = Some(path.parent().unwrap_or(Path::new("")).to_owned());
        Ok(file)
    }
}

/// A text and what is true of it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Case {
    /// What differences are reported under.
    pub name: Option<String>,
    /// The text itself.
    pub text: Option<String>,
    /// Instead of a text: a file beside the fixture.
    pub article: Option<String>,
    /// The publication day given to the program; `null` for none.
    pub published: Option<Day>,
    /// The publication day that must come out.
    pub published_expected: Option<Day>,
    /// The latest day that a year may be inferred for.
    pub today: Option<Day>,
    /// The mode asked for.
    pub mode: Option<Mode>,
    /// Expressions that must be found.
    pub mentions: Vec<MentionCase>,
    /// Phrases in which nothing may be found.
    pub untagged: Vec<String>,
    /// Events that must be told.
    pub events: Vec<EventCase>,
    /// Words that no event may hold.
    pub never: Vec<String>,
    /// Words of events, in the order in which they must come.
    pub order: Vec<String>,
    /// Every mention and every event is listed: any other is a difference.
    pub complete: bool,
}

impl Case {
    /// What serde can't tell.
    fn flaw(&self) -> Option<String> {
        match (&self.text, &self.article) {
            (None, None) => return Some("neither `text` nor `article`".into()),
            (Some(_), Some(_)) => return Some("both `text` and `article`".into()),
            _ => {}
        }
        for m in &self.mentions {
            let text = &m.text;
            if m.nth == 0 {
                return Some(format!(
                    "mention `{text}`: `nth` counts from 1, or from -1 at the end"
                ));
            }
            if m.value.is_none() && m.any.is_empty() && (m.start.is_none() || m.end.is_none()) {
                return Some(format!(
                    "mention `{text}`: give `value`, `any`, or `start` and `end`"
                ));
            }
        }
        self.events
            .iter()
            .find(|e| e.value.is_none() && (e.start.is_none() || e.end.is_none()))
            .map(|e| format!("event `{}`: give `value`, or `start` and `end`", e.has))
    }
}

/// An expression that must be found.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MentionCase {
    /// Its words, or some of them.
    pub text: String,
    /// Which of the expressions that hold them: 1 the first, −1 the last.
    #[serde(default = "MentionCase::first")]
    pub nth: i32,
    /// Its TIMEX3 value.
    #[serde(default)]
    pub value: Option<String>,
    /// Any of these values.
    #[serde(default)]
    pub any: Vec<String>,
    /// Its start; inside, `None` is an open end.
    #[serde(default, deserialize_with = "given")]
    pub start: Option<Option<String>>,
    /// Its end.
    #[serde(default, deserialize_with = "given")]
    pub end: Option<Option<String>>,
    /// Readings that must be offered.
    #[serde(default, deserialize_with = "one_or_many")]
    pub also: Vec<String>,
}

impl MentionCase {
    fn first() -> i32 {
        1
    }
}

/// An event that must be told.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EventCase {
    /// Words of its statement.
    pub has: String,
    /// Where it starts; inside, `None` is an open end.
    #[serde(default, deserialize_with = "given")]
    pub start: Option<Option<String>>,
    /// Where it ends.
    #[serde(default, deserialize_with = "given")]
    pub end: Option<Option<String>>,
    /// Its value, instead of both.
    #[serde(default)]
    pub value: Option<String>,
    /// How it lies to its date.
    #[serde(default)]
    pub relation: Option<crate::timeline::Relation>,
}

/// Tells `null` (an open end) from a field that is not there.
fn given<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(d).map(Some)
}

fn one_or_many<'de, D: Deserializer<'de>>(d: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        One(String),
        Many(Vec<String>),
    }
    Ok(match Either::deserialize(d)? {
        Either::One(one) => vec![one],
        Either::Many(many) => many,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_case_or_a_list() {
        let one = r#"{"text":"On Friday.","mentions":[{"text":"Friday","start":null,"end":"2025-01-01","also":"x"}]}"#;
        let file = FixtureFile::parse("one.json", one).unwrap();
        let m = &file.cases[0].mentions[0];
        assert_eq!(
            (&m.start, &m.end),
            (&Some(None), &Some(Some("2025-01-01".to_owned())))
        );
        assert_eq!((m.nth, m.also.len()), (1, 1));
        assert_eq!(
            FixtureFile::parse("l", &format!("[{one},{one}]"))
                .unwrap()
                .cases
                .len(),
            2
        );
    }

    #[test]
    fn mistakes_name_file_case_and_field() {
        for (json, words) in [
            (r#"{"mentions":[]}"#, "neither `text` nor `article`"),
            (r#"[{"text":"x","name":"n"},{"text":"x","wrong":1}]"#, "wrong"),
            (r#"{"text":"x","mentions":[{"text":"y"}]}"#, "mention `y`"),
            (
                r#"{"text":"x","mentions":[{"text":"y","nth":0,"value":"1"}]}"#,
                "nth",
            ),
            (r#"{"text":"x","events":[{"has":"y"}]}"#, "event `y`"),
            (r#"{"text":"x","published":"2025-02-30"}"#, "case 1"),
            ("{", "EOF"),
        ] {
            let message = FixtureFile::parse("f.json", json).unwrap_err().to_string();
            assert!(
                message.starts_with("f.json") && message.contains(words),
                "{message}"
            );
        }
    }
}

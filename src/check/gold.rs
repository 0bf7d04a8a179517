//! Annotated texts to score against, read as the scorers of the field read them.
//!
//! Corpora are not always well-formed XML, and their tools never parse them as such: they strip what looks like a
//! tag. Figures can be compared only where the text and its places are the same to the character, so this reader
//! does the same and [`crate::document`]'s, which insists on XML, is not used.

use super::markup::{attribute, entities, is_tag, next_tag};
use crate::document::Document;
use crate::time::{self, Day};
use crate::{Options, tag};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A time expression as a corpus marks it, or as the program found it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Timex {
    /// Characters of the document's text.
    pub span: Range<usize>,
    /// Its words.
    pub text: String,
    /// TIMEX3's type; empty where the corpus gives none.
    #[serde(rename = "type")]
    pub kind: String,
    /// TIMEX3's value; empty where the corpus gives none.
    pub value: String,
}

/// An annotated text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoldDocument {
    /// The file's name without `.tml`.
    pub name: String,
    /// What stands between `<TEXT>` and `</TEXT>`: tags taken off, entities read, line ends as LF, nothing trimmed.
    pub text: String,
    /// Its time expressions by their start, longer first. Those without words are left out: there is nothing to find.
    pub timexes: Vec<Timex>,
    /// The day of the document creation time.
    pub created: Option<Day>,
}

/// Why a corpus can't be scored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GoldError {
    /// A file or the folder could not be opened.
    #[error("{path}: {source}")]
    Unreadable {
        /// The file or folder.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file where a folder should be.
    #[error("{path}: this is a file; give the folder that it lies in")]
    NotAFolder {
        /// The file.
        path: String,
    },
    /// The folder holds nothing to score.
    #[error("{folder}: no .tml file in this folder; give the folder that the annotated texts lie in")]
    Empty {
        /// The folder.
        folder: String,
    },
    /// A file has no text.
    #[error("{path}: no <TEXT> … </TEXT> in it; a corpus file is TimeML, its text in one TEXT element")]
    NoText {
        /// The file.
        path: String,
    },
    /// A file's creation time is no day.
    #[error("{path}: the creation time {value} is no day of the calendar; correct it, or take it out")]
    NoSuchDay {
        /// The file.
        path: String,
        /// The creation time as it stands.
        value: String,
    },
}

/// The corpus files of a folder, sorted by name. Those that begin with `._` are the shadows that some systems leave
/// beside copied files.
pub fn gold_files(folder: &Path) -> Result<Vec<PathBuf>, GoldError> {
    let shown = || folder.display().to_string();
    let unreadable = |source| GoldError::Unreadable {
        path: shown(),
        source,
    };
    if folder.is_file() {
        return Err(GoldError::NotAFolder { path: shown() });
    }
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name();
        let readable = name.to_string_lossy();
        if readable.ends_with(".tml") && !readable.starts_with("._") {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Err(GoldError::Empty { folder: shown() });
    }
    names.sort();
    Ok(names.iter().map(|name| folder.join(name)).collect())
}

/// A corpus file: its path for messages, its name without `.tml`, and its bytes.
pub(super) fn opened(path: &Path) -> Result<(String, String, Vec<u8>), GoldError> {
    let shown = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|source| GoldError::Unreadable {
        path: shown.clone(),
        source,
    })?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".tml").unwrap_or(&name).to_owned();
    Ok((shown, name, bytes))
}

impl GoldDocument {
    /// Opens a corpus file.
    pub fn open(path: &Path) -> Result<GoldDocument, GoldError> {
        let (shown, name, bytes) = opened(path)?;
        let mut gold = GoldDocument::parse(&shown, &bytes)?;
        gold.name = name;
        Ok(gold)
    }

    /// Reads a corpus file's bytes; `name` is for messages and for the list of errors.
    pub fn parse(name: &str, bytes: &[u8]) -> Result<GoldDocument, GoldError> {
        let source = decoded(bytes);
        let body = body(&source).ok_or_else(|| GoldError::NoText {
            path: name.to_owned(),
        })?;
        let created = created(name, &source)?;
        let (text, timexes) = inline(body);
        Ok(GoldDocument {
            name: name.to_owned(),
            text,
            timexes,
            created,
        })
    }

    /// A time expression at these characters of the text; `None` where they lie outside it or hold no word.
    pub fn timex(&self, span: Range<usize>, kind: &str, value: &str) -> Option<Timex> {
        let length = span.end.checked_sub(span.start)?;
        let text: String = self.text.chars().skip(span.start).take(length).collect();
        let inside = text.chars().count() == length;
        (inside && !text.chars().all(is_blank)).then(|| Timex {
            span,
            text,
            kind: kind.to_owned(),
            value: value.to_owned(),
        })
    }

    /// What the program finds in the text, knowing nothing but the text and the day of its creation.
    pub fn found(&self) -> Vec<Timex> {
        self.found_with(&Options::new())
    }

    /// The same, read as the options say; the publication day stays that of the creation.
    pub fn found_with(&self, options: &Options) -> Vec<Timex> {
        let mut options = options.clone().text_only(true);
        options.published = None;
        if let Some(day) = self.created {
            options = options.published(day);
        }
        let tagged = tag(Document::from_text(&self.name, &self.text), &options);
        let (mut byte, mut chars) = (0, 0);
        let mut found = Vec::new();
        for (mention, when) in tagged.mentions.iter().zip(&tagged.whens) {
            let range = mention.range.clone();
            let (Some(before), Some(words)) =
                (self.text.get(byte..range.start), self.text.get(range.clone()))
            else {
                continue;
            };
            let start = chars + before.chars().count();
            chars = start + words.chars().count();
            byte = range.end;
            found.push(Timex {
                span: start..chars,
                text: words.to_owned(),
                kind: when.kind.word().to_owned(),
                value: when.value.clone(),
            });
        }
        found
    }
}

/// UTF-8, else Latin-1; line ends as every XML parser makes them.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|b| char::from(*b)).collect(),
    };
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// From the first `<TEXT>` to the last `</TEXT>`.
pub(super) fn body(source: &str) -> Option<&str> {
    let mut at = 0;
    let start = loop {
        let open = at + source[at..].find("<TEXT")?;
        if is_tag(&source[open..], "TEXT") {
            break open + source[open..].find('>')? + 1;
        }
        at = open + 1;
    };
    let end = source.rfind("</TEXT>")?;
    Some(source.get(start..end).unwrap_or_default())
}

/// The day of the creation time, where there is one; `name` is for the message.
pub(super) fn created(name: &str, source: &str) -> Result<Option<Day>, GoldError> {
    let Some(value) = creation_time(source) else {
        return Ok(None);
    };
    day_of(&value).map_err(|()| GoldError::NoSuchDay {
        path: name.to_owned(),
        value,
    })
}

/// The value of the first TIMEX3 inside `<DCT>`; without a `DCT`, of the first that says it is the document's.
fn creation_time(source: &str) -> Option<String> {
    let dct = source
        .split_once("<DCT>")
        .and_then(|(_, rest)| rest.split_once("</DCT>"));
    let place = dct.map_or(source, |(inside, _)| inside);
    let mut at = 0;
    while let Some(tag) = next_tag(place, at) {
        at = tag.end;
        let tag = &place[tag];
        if !is_tag(tag, "TIMEX3") {
            continue;
        }
        let role = attribute(tag, "functionInDocument").unwrap_or_default();
        if dct.is_some() || role == "CREATION_TIME" || role == "PUBLICATION_TIME" {
            return attribute(tag, "value");
        }
    }
    None
}

/// The day that a value begins with, its hyphens there or not; none where it is less than a day.
fn day_of(value: &str) -> Result<Option<Day>, ()> {
    let mut rest = value;
    let mut parts = [0u32; 3];
    for (i, (part, length)) in parts.iter_mut().zip([4, 2, 2]).enumerate() {
        if i > 0 {
            rest = rest.strip_prefix('-').unwrap_or(rest);
        }
        let digits = rest
            .get(..length)
            .filter(|d| d.bytes().all(|b| b.is_ascii_digit()));
        let Some(number) = digits.and_then(|d| d.parse().ok()) else {
            return Ok(None);
        };
        *part = number;
        rest = &rest[length..];
    }
    let year = i32::try_from(parts[0]).map_err(|_| ())?;
    time::day(year, parts[1], parts[2]).map(Some).ok_or(())
}

/// The text, tags taken off, and its time expressions in the order of their starts.
fn inline(body: &str) -> (String, Vec<Timex>) {
    let (text, marks) = stripped(body, "TIMEX3");
    let (mut byte, mut chars) = (0, 0);
    let words = |bytes: Range<usize>| text.get(bytes).unwrap_or_default();
    let mut timexes = Vec::new();
    for (bytes, tag) in marks {
        chars += words(byte..bytes.start).chars().count();
        byte = bytes.start;
        let inside = words(bytes);
        if !inside.chars().all(is_blank) {
            let value = attribute(tag, "value").or_else(|| attribute(tag, "val"));
            timexes.push(Timex {
                span: chars..chars + inside.chars().count(),
                text: inside.to_owned(),
                kind: attribute(tag, "type").unwrap_or_default(),
                value: value.unwrap_or_default(),
            });
        }
    }
    (text, timexes)
}

/// The text, tags taken off, and what the elements of that name hold: bytes of the text and the tag that opens it, by
/// their starts, longer ones first.
pub(super) fn stripped<'b>(body: &'b str, name: &str) -> (String, Vec<(Range<usize>, &'b str)>) {
    let closes = format!("</{name}>");
    let mut text = String::with_capacity(body.len());
    let mut at = 0;
    let mut open = Vec::new();
    let mut marks = Vec::new();
    while let Some(range) = next_tag(body, at) {
        text.push_str(&entities(&body[at..range.start]));
        at = range.end;
        let tag = &body[range];
        if tag == closes {
            if let Some((start, tag)) = open.pop() {
                marks.push((start..text.len(), tag));
            }
        } else if is_tag(tag, name) && !tag.ends_with("/>") {
            open.push((text.len(), tag));
        }
    }
    text.push_str(&entities(&body[at..]));
    marks.sort_by_key(|(bytes, _)| (bytes.start, std::cmp::Reverse(bytes.end)));
    (text, marks)
}

/// White space, and the four separators that Python's `strip` takes for it.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

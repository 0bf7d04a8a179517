use super::ExportError;
use super::chars::Chars;
use crate::Warning;
use crate::published::Published;
use crate::resolve::{When, WhyStep};
use crate::rows::RowId;
use crate::tagged::Tagged;
use crate::timeline::SCHEMA;
use serde::{Serialize, Serializer};
use std::io::{self, Write};

/// What the JSON of a tagged document holds beyond the usual.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct TagFields {
    /// The document's text.
    pub text: bool,
    /// How each date was worked out, step by step.
    pub why: bool,
}

impl TagFields {
    /// Nothing beyond the usual.
    pub fn new() -> TagFields {
        TagFields::default()
    }

    /// With the document's text.
    pub fn text(mut self, yes: bool) -> TagFields {
        self.text = yes;
        self
    }

    /// With the steps of each date.
    pub fn why(mut self, yes: bool) -> TagFields {
        self.why = yes;
        self
    }
}

/// Field for field the JSON, in the order in which it is written.
#[derive(Serialize)]
struct DocumentLine<'a, I> {
    schema: &'static str,
    id: I,
    title: Option<&'a str>,
    mode: &'static str,
    published: Option<&'a Published>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    mentions: MentionLines<'a>,
    warnings: &'a [Warning],
}

#[derive(Serialize)]
struct MentionLine<'a> {
    id: String,
    /// Characters of the document's text.
    span: [usize; 2],
    /// Bytes of the source file.
    bytes: [usize; 2],
    text: &'a str,
    rule: &'static str,
    when: &'a When,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Vec<WhyStep>>,
}

/// A document's time expressions as one line of JSON, without the line's end.
///
/// ```
/// use dateline::export::{TagFields, tagged_line};
/// use dateline::{Options, document::Document, tag};
/// let tagged = tag(Document::from_text("note", "Opened in 1998."), &Options::new());
/// let line = tagged_line(&tagged, TagFields::new()).unwrap();
/// assert!(line.contains(r#""span":[10,14],"bytes":[10,14],"text":"1998""#));
/// ```
pub fn tagged_line(tagged: &Tagged, fields: TagFields) -> Result<String, ExportError> {
    line(tagged, fields, &tagged.document.name)
}

/// The same under the `id` of the row that the document comes from.
pub fn tagged_row(tagged: &Tagged, fields: TagFields, id: &RowId) -> Result<String, ExportError> {
    line(tagged, fields, id)
}

/// Writes what [`tagged_line`] returns, piece by piece: of a large text the line is as long as the text.
pub fn tagged_to(tagged: &Tagged, fields: TagFields, out: impl io::Write) -> io::Result<()> {
    let mut out = Pieces::new(out);
    serde_json::to_writer(&mut out, &whole(tagged, fields, &tagged.document.name))?;
    out.flush()
}

/// Gathers the many small pieces of a line, a hundred for each mention; cheaper for that than a writer that has to be
/// ready for large ones.
struct Pieces<W: io::Write> {
    out: W,
    gathered: Vec<u8>,
}

impl<W: io::Write> Pieces<W> {
    const ENOUGH: usize = 1 << 16;

    fn new(out: W) -> Pieces<W> {
        Pieces {
            out,
            gathered: Vec::with_capacity(2 * Pieces::<W>::ENOUGH),
        }
    }
}

impl<W: io::Write> io::Write for Pieces<W> {
    #[inline]
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.gathered.extend_from_slice(piece);
        if self.gathered.len() > Pieces::<W>::ENOUGH {
            self.out.write_all(&self.gathered)?;
            self.gathered.clear();
        }
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.write_all(&self.gathered)?;
        self.gathered.clear();
        self.out.flush()
    }
}

fn line(tagged: &Tagged, fields: TagFields, id: impl Serialize) -> Result<String, ExportError> {
    serde_json::to_string(&whole(tagged, fields, id)).map_err(|e| ExportError(e.to_string()))
}

fn whole<I>(tagged: &Tagged, fields: TagFields, id: I) -> DocumentLine<'_, I> {
    let document = &tagged.document;
    DocumentLine {
        schema: SCHEMA,
        id,
        title: document.title.as_deref(),
        mode: tagged.mode.word(),
        published: tagged.published.as_ref(),
        text: fields.text.then_some(document.text.as_str()),
        mentions: MentionLines { tagged, fields },
        warnings: &tagged.warnings,
    }
}

/// The mentions, each made when it is written.
struct MentionLines<'a> {
    tagged: &'a Tagged,
    fields: TagFields,
}

impl Serialize for MentionLines<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let document = &self.tagged.document;
        let mut chars = Chars::new(&document.text);
        let mentions = self.tagged.mentions.iter().zip(&self.tagged.whens).enumerate();
        s.collect_seq(mentions.map(|(i, (mention, when))| {
            let source = document.map.source(mention.range.clone());
            MentionLine {
                id: format!("t{}", i + 1),
                span: chars.span(&mention.range),
                bytes: [source.start, source.end],
                text: document.text.get(mention.range.clone()).unwrap_or_default(),
                rule: mention.rule,
                when,
                why: self.fields.why.then(|| steps(mention.rule, when)),
            }
        }))
    }
}

/// The rule that read it, then what resolving did.
fn steps(rule: &'static str, when: &When) -> Vec<WhyStep> {
    let mut read = crate::resolve::Why::Stated.written();
    read.step = "read".into();
    read.rule = Some(rule.into());
    read.note = crate::rules::all()
        .find(|r| r.name == rule)
        .map_or(String::new(), |r| r.says.to_owned());
    let rest = when.why.iter().map(crate::resolve::Why::written);
    std::iter::once(read).chain(rest).collect()
}

/// A document's time expressions as rows: line and column in the text, words, type, value, start and end.
pub fn tagged_table(tagged: &Tagged) -> Vec<[String; 6]> {
    let text = &tagged.document.text;
    let (mut line, mut column, mut at) = (1, 1, 0);
    let mentions = tagged.mentions.iter().zip(&tagged.whens);
    mentions
        .map(|(mention, when)| {
            // Each stretch of the text is looked at once, however many expressions stand in one line.
            let passed = text.get(at..mention.range.start).unwrap_or_default();
            at = at.max(mention.range.start);
            line += passed.matches('\n').count();
            column = match passed.rsplit_once('\n') {
                Some((_, last)) => 1 + last.chars().count(),
                None => column + passed.chars().count(),
            };
            let end = |m: Option<crate::time::Moment>| m.map_or("-".to_owned(), |m| m.to_string());
            [
                format!("{line}:{column}"),
                text.get(mention.range.clone()).unwrap_or_default().to_owned(),
                when.kind.word().to_owned(),
                when.value.clone(),
                end(when.start),
                end(when.end),
            ]
        })
        .collect()
}

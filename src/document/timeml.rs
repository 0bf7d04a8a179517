//! TimeML: what stands between `<TEXT>` and `</TEXT>`, its tags taken off and nothing trimmed, so that the first
//! character after `<TEXT>` is character 0, as the tools of the field count. The annotation inside is not looked at.

use super::{Document, MetaDate, ReadError, encoding::Decoded, plain::paragraphs};
use crate::document::SourceMap;
use crate::warning::Warning;
use quick_xml::{Reader, XmlVersion, events::BytesStart, events::Event};
use std::ops::Range;

/// The text and the document creation time.
pub(super) fn read(decoded: &Decoded) -> Result<Document, ReadError> {
    let mut walk = Walk {
        source: &decoded.text,
        ..Walk::default()
    };
    let found = walk.run()?;
    if !found {
        // XML of another kind: its words, at least.
        walk = Walk {
            source: &decoded.text,
            depth: 1,
            ..Walk::default()
        };
        walk.run()?;
    }
    let mut doc = Document {
        blocks: paragraphs(&walk.text),
        text: walk.text,
        map: walk.map.through(&decoded.map),
        title: walk.title,
        body_only: true,
        ..Document::default()
    };
    if !found {
        doc.warnings.push(Warning::new(
            "no-text-element",
            "the XML has no TEXT element; all its words were taken as the text",
        ));
    }
    if let Some(value) = walk.dct {
        doc.metadata.push(MetaDate {
            field: "DCT".to_owned(),
            value,
            authoritative: true,
        });
    }
    Ok(doc)
}

/// What the element being read is kept for.
#[derive(Default, PartialEq)]
enum Field {
    #[default]
    None,
    Dct,
    Title,
}

#[derive(Default)]
struct Walk<'a> {
    source: &'a str,
    text: String,
    map: SourceMap,
    /// How many elements deep inside `TEXT`, itself counted; 0 is outside.
    depth: usize,
    field: Field,
    field_text: String,
    dct: Option<String>,
    title: Option<String>,
}

impl Walk<'_> {
    /// Goes through the whole; whether there was a `TEXT` element.
    fn run(&mut self) -> Result<bool, ReadError> {
        let mut reader = Reader::from_str(self.source);
        reader.config_mut().allow_dangling_amp = true;
        let mut found = false;
        let mut open = 0usize;
        loop {
            let start = position(&reader);
            let event = reader.read_event().map_err(|e| {
                self.error(
                    usize::try_from(reader.error_position()).unwrap_or(0),
                    e.to_string(),
                )
            })?;
            let range = start..position(&reader);
            match event {
                Event::Start(tag) => {
                    open += 1;
                    found |= tag.name().as_ref() == "TEXT";
                    self.start(&tag);
                }
                Event::Empty(tag) => self.take_value(&tag),
                Event::End(tag) => {
                    open = open.saturating_sub(1);
                    self.depth = self.depth.saturating_sub(1);
                    self.end(tag.name().as_ref());
                }
                Event::Text(_) => self.words(range),
                Event::CData(_) => self.cdata(range),
                Event::GeneralRef(_) => self.reference(range),
                Event::Eof if open > 0 => {
                    return Err(self.error(
                        self.source.len(),
                        format!("the file ends with {open} elements open"),
                    ));
                }
                Event::Eof => return Ok(found),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        if self.depth > 0 || tag.name().as_ref() == "TEXT" {
            self.depth += 1;
        }
        match tag.name().as_ref() {
            "DCT" | "DATETIME" | "DATE_TIME" if self.depth == 0 => self.begin(Field::Dct),
            "TITLE" | "HEADLINE" if self.depth == 0 => self.begin(Field::Title),
            _ => self.take_value(tag),
        }
    }

    fn begin(&mut self, field: Field) {
        self.field = field;
        self.field_text.clear();
    }

    /// The creation time's normalised value, where a TIMEX3 gives it.
    fn take_value(&mut self, tag: &BytesStart<'_>) {
        if self.field != Field::Dct || self.dct.is_some() {
            return;
        }
        let value = tag.try_get_attribute("value").ok().flatten();
        let value = value.and_then(|a| {
            a.normalized_value(XmlVersion::Implicit1_0)
                .ok()
                .map(|v| v.into_owned())
        });
        self.dct = value.filter(|v| !v.is_empty());
    }

    fn end(&mut self, name: &str) {
        let text = self.field_text.trim();
        match (name, &self.field) {
            ("DCT" | "DATETIME" | "DATE_TIME", Field::Dct) => {
                if self.dct.is_none() && !text.is_empty() {
                    self.dct = Some(text.to_owned());
                }
                self.field = Field::None;
            }
            ("TITLE" | "HEADLINE", Field::Title) => {
                self.title = self
                    .title
                    .take()
                    .or(Some(text.to_owned()).filter(|t| !t.is_empty()));
                self.field = Field::None;
            }
            _ => {}
        }
    }

    fn put(&mut self, words: &str, from: Range<usize>) {
        if self.depth > 0 {
            self.text.push_str(words);
            self.map.push(words.len(), from);
        } else if self.field != Field::None {
            self.field_text.push_str(words);
        }
    }

    fn words(&mut self, range: Range<usize>) {
        let source = self.source;
        if let Some(words) = source.get(range.clone()) {
            self.put(words, range);
        }
    }

    fn cdata(&mut self, range: Range<usize>) {
        const OPEN: usize = "<![CDATA[".len();
        const CLOSE: usize = "]]>".len();
        if range.len() >= OPEN + CLOSE {
            self.words(range.start + OPEN..range.end - CLOSE);
        }
    }

    /// `&amp;`, `&#233;`; a name that XML does not know stays as it stands.
    fn reference(&mut self, range: Range<usize>) {
        let raw = self.source.get(range.clone()).unwrap_or_default();
        let name = raw.trim_start_matches('&').trim_end_matches(';');
        let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
        let known = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => match name.strip_prefix('#') {
                Some(n) => match n.strip_prefix(['x', 'X']) {
                    Some(hex) => number(hex, 16),
                    None => number(n, 10),
                },
                None => None,
            },
        };
        match known {
            Some(c) => self.put(c.encode_utf8(&mut [0; 4]), range),
            None => self.words(range),
        }
    }

    fn error(&self, at: usize, message: String) -> ReadError {
        let before = self.source.get(..at).unwrap_or(self.source);
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        ReadError::Xml {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message,
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::encoding::decode;

    const DOC: &str = "<?xml version=\"1.0\"?>\r\n<TimeML><DOCID>a</DOCID>\r\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" \
                       value=\"2024-03-14\">March 14</TIMEX3></DCT><TITLE>Nets &amp; boats</TITLE>\r\n<TEXT>\r\nIt \
                       <EVENT eid=\"e1\">sank</EVENT> on <TIMEX3 tid=\"t1\">3&#160;May</TIMEX3> &lt;1953&gt; R&D.\r\n</TEXT></TimeML>";

    #[test]
    fn text_is_counted_from_its_tag() {
        let doc = read(&decode(DOC.as_bytes()).unwrap()).unwrap();
        assert_eq!(doc.text, "\nIt sank on 3\u{A0}May <1953> R&D.\n");
        assert_eq!(doc.metadata[0].value, "2024-03-14");
        assert!(doc.metadata[0].authoritative && doc.body_only);
        assert_eq!(doc.title.as_deref(), Some("Nets & boats"));
        let at = doc.text.find("3\u{A0}May").unwrap();
        assert_eq!(&DOC[doc.map.source(at..at + 6)], "3&#160;May");
    }

    #[test]
    fn bad_markup_is_an_error_with_its_place() {
        for (source, at) in [
            ("<TimeML>\n<TEXT>a <b>c</TEXT>", 2),
            ("<TEXT>", 1),
            ("<a>\n\n<", 3),
            ("<TEXT></X>", 1),
        ] {
            match read(&decode(source.as_bytes()).unwrap()) {
                Err(ReadError::Xml { line, .. }) => assert_eq!(line, at, "{source}"),
                other => panic!("{source}: {other:?}"),
            }
        }
    }

    #[test]
    fn other_xml_gives_its_words() {
        let doc = read(&decode(b"<r><p>On 3 May</p></r>").unwrap()).unwrap();
        assert_eq!(
            (doc.text.as_str(), doc.warnings[0].code.as_str()),
            ("On 3 May", "no-text-element")
        );
    }
}

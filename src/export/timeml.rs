use crate::published::Published;
use crate::resolve::{Anchor, When};
use crate::tagged::Tagged;
use std::fmt::Write;

/// A tagged document as TimeML.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimeMl {
    /// The whole file.
    pub xml: String,
    /// How many characters of the text XML can't hold, so that another stands in their place.
    pub replaced: usize,
}

/// The form that TempEval-3 gave to TimeML files, which the tools of the field read.
const ROOT: &str = "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
                    xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">";

/// A document as TimeML 1.2.1: its text as it is, the time expressions marked in it as `TIMEX3`, and the publication
/// date, where it is known, as the document creation time `t0`.
///
/// Between `<TEXT>` and `</TEXT>` stands every character of the text and nothing else, so that places count alike in
/// the text, in the file and in the JSON. XML 1.0 has no way to hold control characters but tab and line ends, nor
/// U+FFFE and U+FFFF: each gives way to one U+FFFD, form feed and vertical tab to a blank.
///
/// ```
/// use dateline::{Options, document::Document, export::timeml, tag};
/// let options = Options::new().published("2025-01-27".parse().unwrap());
/// let made = timeml(&tag(Document::from_text("note", "Opened on Friday."), &options));
/// assert!(made.xml.contains(r#"<TEXT>Opened on <TIMEX3 tid="t1" type="DATE" value="2025-01-24""#));
/// ```
pub fn timeml(tagged: &Tagged) -> TimeMl {
    let document = &tagged.document;
    let mut out = Writer(String::with_capacity(document.text.len() * 2));
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.raw(ROOT);
    out.raw("\n\n<DOCID>");
    out.text(&document.name);
    out.raw("</DOCID>\n");
    if let Some(published) = &tagged.published {
        out.raw("\n<DCT>");
        creation_time(&mut out, published);
        out.raw("</DCT>\n");
    }
    if let Some(title) = &document.title {
        out.raw("\n<TITLE>");
        out.text(title);
        out.raw("</TITLE>\n");
    }
    out.raw("\n<TEXT>");
    body(&mut out, tagged);
    out.raw("</TEXT>\n\n</TimeML>\n");
    TimeMl {
        xml: out.0,
        replaced: document.text.chars().filter(|c| stand_in(*c).is_some()).count(),
    }
}

/// With its time, where that is known: "two hours ago" counts from it.
fn creation_time(out: &mut Writer, published: &Published) {
    let mut value = published.date.to_string();
    if let Some(time) = &published.time {
        let offset = published.offset.as_deref().unwrap_or_default();
        let _ = write!(value, "T{time}{offset}");
    }
    out.raw("<TIMEX3");
    out.attribute("tid", "t0");
    let kind = if published.time.is_some() { "TIME" } else { "DATE" };
    out.attribute("type", kind);
    out.attribute("value", &value);
    out.attribute("temporalFunction", "false");
    out.attribute("functionInDocument", "CREATION_TIME");
    out.raw(">");
    out.text(&value);
    out.raw("</TIMEX3>");
}

fn body(out: &mut Writer, tagged: &Tagged) {
    let text = &tagged.document.text;
    let mut at = 0;
    for (i, (mention, when)) in tagged.mentions.iter().zip(&tagged.whens).enumerate() {
        let range = mention.range.clone();
        // Mentions come in order and apart; should two ever overlap, the text matters more than the second mark.
        let (Some(before), Some(words)) = (text.get(at..range.start), text.get(range.clone())) else {
            continue;
        };
        out.text(before);
        open(out, tagged, i, when);
        out.text(words);
        out.raw("</TIMEX3>");
        at = range.end;
    }
    out.text(text.get(at..).unwrap_or_default());
}

fn open(out: &mut Writer, tagged: &Tagged, i: usize, when: &When) {
    // An attribute that points at a mark must point at one that is there.
    let anchor = match when.anchor {
        Some(Anchor::Published) => tagged.published.is_some().then(|| "t0".to_owned()),
        Some(Anchor::Mention(of)) => (of < tagged.mentions.len()).then(|| format!("t{}", of + 1)),
        None => None,
    };
    out.raw("<TIMEX3");
    out.attribute("tid", &format!("t{}", i + 1));
    out.attribute("type", when.kind.word());
    out.attribute("value", &when.value);
    for (name, value) in [
        ("mod", when.modifier.map(|m| m.word())),
        ("quant", when.quant.as_deref()),
        ("freq", when.freq.as_deref()),
        ("beginPoint", when.begin_point.as_deref()),
        ("endPoint", when.end_point.as_deref()),
    ] {
        if let Some(value) = value {
            out.attribute(name, value);
        }
    }
    out.attribute(
        "temporalFunction",
        if anchor.is_some() { "true" } else { "false" },
    );
    if dates_the_document(tagged, i, when) {
        out.attribute("functionInDocument", "PUBLICATION_TIME");
    }
    if let Some(anchor) = anchor {
        out.attribute("anchorTimeID", &anchor);
    }
    out.raw(">");
}

/// A date line that names another day, such as an older mail's in a thread, dates its section alone.
fn dates_the_document(tagged: &Tagged, i: usize, when: &When) -> bool {
    let published = tagged.published.as_ref().map(|p| p.date);
    tagged.date_lines.contains(&i) && published.is_some() && published == when.start.map(|s| s.day())
}

/// What is written for a character that XML 1.0 (2.2, Char) rules out, even as a reference. One character for one,
/// and white space for white space, so that places and words stay.
fn stand_in(c: char) -> Option<char> {
    match c {
        '\u{b}' | '\u{c}' => Some(' '),
        '\t' | '\n' | '\r' => None,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => Some('\u{fffd}'),
        _ => None,
    }
}

struct Writer(String);

impl Writer {
    fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match stand_in(c).unwrap_or(c) {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                // Not everywhere needed, but never wrong: `]]>` may not stand in text.
                '>' => self.raw("&gt;"),
                // As they stand, a parser would make a line feed of the one, and a reader take the others for damage.
                c @ ('\r' | '\u{7f}'..='\u{9f}') => self.reference(c),
                c => self.0.push(c),
            }
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        for c in value.chars() {
            match c {
                '"' => self.raw("&quot;"),
                // A parser would make blanks of them.
                '\t' | '\n' => self.reference(c),
                c => self.text(c.encode_utf8(&mut [0; 4])),
            }
        }
        self.raw("\"");
    }

    fn reference(&mut self, c: char) {
        // Writing to a string cannot fail.
        let _ = write!(self.0, "&#{};", u32::from(c));
    }
}

//! From bytes to text: UTF-8, UTF-16 and, for what is neither, windows-1252; line ends as LF; no BOM.
//!
//! English text comes in these three. Both tables are short enough to stand here, and the way back to the file's
//! bytes needs every character's length, which a decoder of whole buffers does not give.

use super::{ReadError, SourceMap};
use crate::warning::Warning;
use memchr::memchr;

/// A file's text before any reader has seen it.
pub(super) struct Decoded {
    pub text: String,
    pub map: SourceMap,
    pub warnings: Vec<Warning>,
}

/// Decodes, or says what the file is instead of text.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    refuse(bytes)?;
    let mut out = Decoder::default();
    if let Some(body) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        out.bytes(body, 3)?;
    } else if let Some(body) = bytes.strip_prefix(b"\xFF\xFE") {
        out.utf16(body, 2, u16::from_le_bytes);
    } else if let Some(body) = bytes.strip_prefix(b"\xFE\xFF") {
        out.utf16(body, 2, u16::from_be_bytes);
    } else {
        match bytes {
            [a, 0, b, 0, ..] if *a != 0 && *b != 0 => out.utf16(bytes, 0, u16::from_le_bytes),
            [0, a, 0, b, ..] if *a != 0 && *b != 0 => out.utf16(bytes, 0, u16::from_be_bytes),
            _ => out.bytes(bytes, 0)?,
        }
    }
    out.finish()
}

/// The formats that people try most often, known by their first bytes.
fn refuse(bytes: &[u8]) -> Result<(), ReadError> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    // A PDF may have a little rubbish before its mark.
    if bytes[..bytes.len().min(64)].windows(5).any(|w| w == b"%PDF-") {
        return Err(ReadError::Pdf);
    }
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return Err(ReadError::Office("a ZIP archive (DOCX, ODT, EPUB)"));
    }
    if starts(b"\xD0\xCF\x11\xE0") {
        return Err(ReadError::Office("an old Office file (DOC)"));
    }
    if starts(b"{\\rtf") {
        return Err(ReadError::Office("an RTF file"));
    }
    for (magic, what) in [
        (&b"\x1F\x8B"[..], "gzip"),
        (b"\x89PNG", "a PNG picture"),
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (b"\x7FELF", "a program"),
        (b"SQLite format 3\0", "a database"),
    ] {
        if starts(magic) {
            return Err(ReadError::Binary(what));
        }
    }
    Ok(())
}

/// Of so many characters at the beginning one in ten may be a control character, and no more.
const HEAD: usize = 8192;

#[derive(Default)]
struct Decoder {
    text: String,
    map: SourceMap,
    warnings: Vec<Warning>,
    /// Where a CR stands that has not been written yet: an LF may follow.
    cr: Option<(usize, usize)>,
}

impl Decoder {
    fn finish(mut self) -> Result<Decoded, ReadError> {
        self.flush_cr();
        if self.text.contains('\0') {
            return Err(ReadError::Binary("it holds NUL bytes"));
        }
        // The control characters are below the space, DEL, and U+0080 to U+009F, which begin with C2: most texts have
        // none of these bytes, and their characters need not be counted.
        let head = self.text.chars().take(HEAD);
        let odd = |c: &char| c.is_control() && !c.is_whitespace() && *c != '\x1b';
        let suspect = |b: u8| b < b'\t' || (0x0E..0x20).contains(&b) || b == 0x7F || b == 0xC2;
        let suspected = self.text.bytes().take(HEAD * char::MAX.len_utf8()).any(suspect);
        if suspected && head.clone().filter(odd).count() * 10 > head.count() {
            return Err(ReadError::Binary("it is full of control characters"));
        }
        Ok(Decoded {
            text: self.text,
            map: self.map,
            warnings: self.warnings,
        })
    }

    /// UTF-8, or what is left when it is not.
    fn bytes(&mut self, body: &[u8], base: usize) -> Result<(), ReadError> {
        match std::str::from_utf8(body) {
            Ok(text) => self.verbatim(text, base),
            // NUL is valid UTF-8 and windows-1252, and neither's text has it: no need to guess further.
            Err(_) if body.contains(&0) => return Err(ReadError::Binary("it holds NUL bytes")),
            Err(_) => self.not_utf8(body, base),
        }
        Ok(())
    }

    /// Text that is good UTF-8: only line ends change.
    fn verbatim(&mut self, text: &str, base: usize) {
        self.flush_cr();
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(cr) = memchr(b'\r', &bytes[at..]) {
            let cr = at + cr;
            let end = if bytes.get(cr + 1) == Some(&b'\n') {
                cr + 2
            } else {
                cr + 1
            };
            self.text.push_str(&text[at..cr]);
            self.map.push(cr - at, base + at..base + cr);
            self.text.push('\n');
            self.map.push(1, base + cr..base + end);
            at = end;
        }
        self.text.push_str(&text[at..]);
        self.map.push(text.len() - at, base + at..base + text.len());
    }

    /// Damaged UTF-8 keeps its good characters; everything else is windows-1252, whose text hardly ever holds a
    /// valid UTF-8 sequence of several bytes by chance ("Ã©" and its like).
    fn not_utf8(&mut self, body: &[u8], base: usize) {
        let (mut good, mut bad) = (0usize, 0usize);
        for chunk in body.utf8_chunks() {
            good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
            bad += usize::from(!chunk.invalid().is_empty());
        }
        if good > bad {
            let mut at = base;
            for chunk in body.utf8_chunks() {
                self.verbatim(chunk.valid(), at);
                at += chunk.valid().len();
                if !chunk.invalid().is_empty() {
                    self.char('\u{FFFD}', at, chunk.invalid().len());
                    at += chunk.invalid().len();
                }
            }
            self.warnings.push(Warning::new(
                "not-utf8",
                format!("{bad} places are not valid UTF-8 and were read as \u{FFFD}"),
            ));
            return;
        }
        for (i, b) in body.iter().enumerate() {
            self.char(windows_1252(*b), base + i, 1);
        }
        self.flush_cr();
        self.warnings.push(Warning::new(
            "not-utf8",
            "the text is not valid UTF-8 and was read as windows-1252; if letters look wrong, convert it: iconv -f ENCODING -t UTF-8",
        ));
    }

    fn utf16(&mut self, body: &[u8], base: usize, unit: fn([u8; 2]) -> u16) {
        let (pairs, rest) = body.as_chunks::<2>();
        let mut at = base;
        let mut bad = 0;
        for c in char::decode_utf16(pairs.iter().map(|p| unit(*p))) {
            let c = c.unwrap_or_else(|_| {
                bad += 1;
                '\u{FFFD}'
            });
            self.char(c, at, c.len_utf16() * 2);
            at += c.len_utf16() * 2;
        }
        if !rest.is_empty() {
            bad += 1;
            self.char('\u{FFFD}', at, 1);
        }
        self.flush_cr();
        if bad > 0 {
            let message = format!("{bad} places are not valid UTF-16 and were read as \u{FFFD}");
            self.warnings.push(Warning::new("not-utf16", message));
        }
    }

    /// One character of `len` bytes on disk.
    fn char(&mut self, c: char, at: usize, len: usize) {
        match (c, self.cr.take()) {
            ('\n', Some((cr, _))) => {
                self.write('\n', cr, at + len);
                return;
            }
            (_, Some((cr, end))) => self.write('\n', cr, end),
            (_, None) => {}
        }
        if c == '\r' {
            self.cr = Some((at, at + len));
        } else {
            self.write(c, at, at + len);
        }
    }

    fn flush_cr(&mut self) {
        if let Some((at, end)) = self.cr.take() {
            self.write('\n', at, end);
        }
    }

    fn write(&mut self, c: char, at: usize, end: usize) {
        self.text.push(c);
        self.map.push(c.len_utf8(), at..end);
    }
}

/// The WHATWG windows-1252: 0x80–0x9F by table, the five unassigned bytes as control characters, the rest Latin-1.
fn windows_1252(b: u8) -> char {
    const TABLE: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match b {
        0x80..=0x9F => TABLE[usize::from(b - 0x80)],
        _ => char::from(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).unwrap().text
    }

    #[test]
    fn line_ends_and_marks() {
        assert_eq!(text(b"\xEF\xBB\xBFa\r\nb\rc\n\r"), "a\nb\nc\n\n");
        assert_eq!(text(b"\xFF\xFEa\0\r\0\n\0\xB7\x03"), "a\nη");
        assert_eq!(text(b"\xFE\xFF\0a\0\r\x03\xB7"), "a\nη");
        assert_eq!(text(b"M\0a\0y\0"), "May");
        assert_eq!(text(b""), "");
    }

    #[test]
    fn not_utf8_is_read_and_said() {
        let d = decode(b"caf\xE9 \x96 3 May\r\nend").unwrap();
        assert_eq!(d.text, "café – 3 May\nend");
        assert_eq!(d.warnings[0].code, "not-utf8");
        let dash = d.text.find('–').unwrap();
        assert_eq!(d.map.source(dash..dash + 3), 5..6);
        // One torn character in a UTF-8 text does not make it windows-1252.
        let torn = ["Élan, Évian, Ölse".as_bytes(), b"\xC3"].concat();
        assert_eq!(text(&torn), "Élan, Évian, Ölse\u{FFFD}");
    }

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        assert_eq!(decode(b"%PDF-1.7\n%\xE2").err(), Some(ReadError::Pdf));
        assert_eq!(decode(b"PK\x03\x04word").err().unwrap().code(), "office");
        assert_eq!(decode(b"a\0\0\0b").err().unwrap().code(), "binary");
        assert_eq!(decode(b"\x01\x02\x03\x04 abc").err().unwrap().code(), "binary");
        assert!(decode(b"%PDF-1").unwrap_err_message().contains("pdftotext"));
    }

    trait Message {
        fn unwrap_err_message(self) -> String;
    }

    impl Message for Result<Decoded, ReadError> {
        fn unwrap_err_message(self) -> String {
            self.err().map(|e| e.to_string()).unwrap_or_default()
        }
    }
}

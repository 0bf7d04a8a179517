//! Quoted mail: `> ` before each line. The sign is no part of what is said, and where its depth changes somebody else
//! speaks.

use super::{SourceMap, encoding::Decoded, lines};

/// The text without its quotation signs, a blank line where their number changes; nothing where there are none.
pub(super) fn without_signs(decoded: &Decoded) -> Option<Decoded> {
    let text = &decoded.text;
    if !text.starts_with('>') && !text.contains("\n>") {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut map = SourceMap::default();
    let mut any = false;
    let (mut at, mut depth) = (0, 0);
    let mut before = "";
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let alone = depth == 0 && !lines.peek().is_some_and(|next| next.starts_with('>'));
        let (signs, here) = signs(line);
        // "> 50 boats": a line that begins with "more than".
        let says_more = alone
            && line[signs..].starts_with(|c: char| c.is_ascii_digit())
            && !lines::opens_quote(before.trim());
        let (signs, here) = if says_more { (0, 0) } else { (signs, here) };
        any |= here > 0;
        if here != depth && !out.is_empty() && !out.ends_with("\n\n") {
            out.push('\n');
            map.push(1, at..at);
        }
        depth = here;
        out.push_str(&line[signs..]);
        map.push(line.len() - signs, at + signs..at + line.len());
        at += line.len();
        before = line;
    }
    any.then(|| Decoded {
        text: out,
        map: map.through(&decoded.map),
        warnings: Vec::new(),
    })
}

/// How many bytes of signs a line begins with, blanks among them included, and how many signs.
fn signs(line: &str) -> (usize, usize) {
    let (mut at, mut depth) = (0, 0);
    while line[at..].starts_with('>') {
        at += 1;
        depth += 1;
        if line[at..].starts_with([' ', '\t']) {
            at += 1;
        }
    }
    (at, depth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::encoding::decode;

    fn read(text: &str) -> Option<String> {
        without_signs(&decode(text.as_bytes()).unwrap()).map(|d| d.text)
    }

    #[test]
    fn signs_go_and_speakers_are_parted() {
        let text = "I agree.\nOn Tue, 4 Mar 2025 at 17:02 Bob <b@c.org> wrote:\n> It fell\n> down.\n>\n>> Did it?\nYes.";
        let want =
            "I agree.\nOn Tue, 4 Mar 2025 at 17:02 Bob <b@c.org> wrote:\n\nIt fell\ndown.\n\nDid it?\n\nYes.";
        assert_eq!(read(text).as_deref(), Some(want));
    }

    #[test]
    fn more_than_is_no_quotation() {
        for text in [
            "Boats were lost:\n> 50 in May\nSome sank.",
            "a > b",
            "",
            "-> x\n->",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(
            read("> 50 in May\n> 20 in June").as_deref(),
            Some("50 in May\n20 in June")
        );
    }

    #[test]
    fn the_map_leads_home() {
        let source = "Ann:\r\n> It fell\r\n> é.";
        let d = without_signs(&decode(source.as_bytes()).unwrap()).unwrap();
        for word in ["Ann", "It fell", "é"] {
            let at = d.text.find(word).unwrap();
            assert_eq!(&source[d.map.source(at..at + word.len())], word);
        }
    }
}

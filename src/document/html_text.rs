//! From pieces of a page to blocks: entities decoded, white space as a browser shows it, every character with the
//! place it came from.

use super::{BlockKind, draft::DraftBlock};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use std::ops::Range;

/// A step through a page, in order.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Words, as they stand in the source.
    Words {
        range: Range<usize>,
        kind: BlockKind,
        pre: bool,
    },
    /// Here one block ends and another may begin.
    Break,
    /// A line end or a tab within the block, at this place.
    White(char, usize),
}

/// Puts steps together to blocks.
pub(super) fn blocks<'a>(source: &str, steps: impl Iterator<Item = &'a Step>) -> Vec<DraftBlock> {
    let mut blocks = Vec::new();
    let mut open: Option<DraftBlock> = None;
    for step in steps {
        match step {
            Step::Break => blocks.extend(open.take()),
            Step::White(white, at) => {
                // Two line ends in a row: the paragraphs of pages that have no `<p>`.
                if *white == '\n' && open.as_ref().is_some_and(|b| b.text.ends_with('\n')) {
                    blocks.extend(open.take());
                } else if let Some(block) = &mut open {
                    block.gap(*white, *at..*at);
                }
            }
            Step::Words { range, kind, pre } => {
                let block = open.get_or_insert_with(|| DraftBlock::new(*kind));
                // A block that begins with a bare word of a wider element takes the kind of its first words.
                if block.text.is_empty() {
                    block.kind = *kind;
                }
                words(source, range.clone(), *pre, block);
            }
        }
    }
    blocks.extend(open);
    blocks
}

/// Appends words: entities decoded, and outside `<pre>` each run of white space one blank.
fn words(source: &str, range: Range<usize>, pre: bool, block: &mut DraftBlock) {
    let text = &source[range.clone()];
    let bytes = text.as_bytes();
    let white = |b: u8| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c');
    let mut at = 0;
    while at < bytes.len() {
        let here = range.start + at;
        let b = bytes[at];
        let rest = &bytes[at..];
        if b == b'&' {
            let name = rest[1..]
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric() || **b == b'#')
                .count();
            let mut len = 1 + name;
            len += usize::from(rest.get(len) == Some(&b';'));
            let read = entity(&text[at..at + len]);
            block.put(&visible(&read), here..here + len);
            at += len;
        } else if white(b) && !pre {
            let len = rest.iter().take_while(|b| white(**b)).count();
            block.gap(' ', here..here + len);
            at += len;
        } else {
            let len = rest
                .iter()
                .take_while(|b| **b != b'&' && (pre || !white(**b)))
                .count();
            visible_parts(&text[at..at + len], here, block);
            at += len;
        }
    }
}

/// An entity's characters; what is none stays as it stands.
pub(crate) fn entity(raw: &str) -> String {
    let mut out = Vec::new();
    let tokens = Tokenizer::new_with_emitter(raw, DefaultEmitter::<()>::default());
    for Ok(token) in tokens {
        if let Token::String(words) = token {
            out.extend_from_slice(&words);
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| raw.to_owned())
}

/// Characters that no reader sees and that would cut a word: soft hyphen, zero-width space and joiners, BOM.
fn invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

fn visible(text: &str) -> String {
    text.chars().filter(|c| !invisible(*c)).collect()
}

fn visible_parts(text: &str, at: usize, block: &mut DraftBlock) {
    let mut start = 0;
    for (i, c) in text.char_indices().filter(|(_, c)| invisible(*c)) {
        block.put(&text[start..i], at + start..at + i);
        start = i + c.len_utf8();
    }
    block.put(&text[start..], at + start..at + text.len());
}

/// The words of a piece of source, on one line: for titles.
pub(super) fn line(source: &str, range: Range<usize>) -> String {
    let mut block = DraftBlock::new(BlockKind::Paragraph);
    words(source, range, false, &mut block);
    block.text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_white_space_and_soft_hyphens() {
        let source = "3&nbsp;May,  Wednes&shy;day\u{AD} &amp;amp; R&D &bogus; &eacute;&#8217;";
        let text = line(source, 0..source.len());
        assert_eq!(text, "3\u{A0}May, Wednesday &amp; R&D &bogus; é’");
    }
}

//! Markdown: CommonMark with tables and front matter. Markup goes, the words stay where they were.

use super::draft::{DraftBlock, assemble};
use super::{BlockKind, Document, encoding::Decoded, front};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The text of a Markdown file: headings, paragraphs, list items and table rows; no code, no HTML.
pub(super) fn read(decoded: &Decoded) -> Document {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader {
        source: &decoded.text,
        drafts: Vec::new(),
        open: None,
        items: 0,
        silent: 0,
        front: None,
        title: None,
    };
    for (event, range) in Parser::new_ext(&decoded.text, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.close();
    let (front, title) = (reader.front.take(), reader.title.take());
    let mut doc = assemble(&reader.drafts, decoded, true);
    if let Some(front) = front {
        front::into(&front, &mut doc);
    }
    doc.title = doc.title.take().or(title);
    doc
}

struct Reader<'a> {
    source: &'a str,
    drafts: Vec<DraftBlock>,
    open: Option<DraftBlock>,
    /// How many list items are open.
    items: usize,
    /// How many elements are open whose words are not text: code, pictures.
    silent: usize,
    front: Option<String>,
    title: Option<String>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => match &mut self.front {
                Some(front) if self.silent > 0 && self.drafts.is_empty() => front.push_str(&words),
                _ => self.words(&words, range),
            },
            Event::Code(words) => {
                // The range holds the backticks.
                let at = self.source[range.clone()].find(&*words).unwrap_or(0);
                let start = range.start + at;
                let end = (start + words.len()).min(range.end);
                self.words(&words, start..end);
            }
            Event::SoftBreak | Event::HardBreak => self.gap('\n', range),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                let first = *level == HeadingLevel::H1 && self.title.is_none();
                self.begin(if first {
                    BlockKind::Headline
                } else {
                    BlockKind::Heading
                });
            }
            Tag::Item => {
                self.items += 1;
                self.begin(BlockKind::Item);
            }
            Tag::TableRow | Tag::TableHead => self.begin(BlockKind::Item),
            Tag::TableCell => {
                let end = self
                    .open
                    .as_ref()
                    .map_or(0, |d| d.map.source(0..d.text.len()).end);
                self.gap('\t', end..end);
            }
            Tag::Paragraph if self.items > 0 => match &self.open {
                Some(item) if item.text.is_empty() => {}
                _ => self.begin(BlockKind::Item),
            },
            Tag::Paragraph => self.begin(BlockKind::Paragraph),
            Tag::BlockQuote(_) => self.close(),
            Tag::CodeBlock(_) | Tag::HtmlBlock => {
                self.close();
                self.silent += 1;
            }
            Tag::Image { .. } => self.silent += 1,
            Tag::MetadataBlock(_) => {
                self.silent += 1;
                self.front = Some(String::new());
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(HeadingLevel::H1) if self.title.is_none() => {
                self.title = self
                    .open
                    .as_ref()
                    .map(|d| d.text.trim().to_owned())
                    .filter(|t| !t.is_empty());
                self.close();
            }
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::TableRow | TagEnd::TableHead => self.close(),
            TagEnd::Item => {
                self.items = self.items.saturating_sub(1);
                self.close();
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image | TagEnd::MetadataBlock(_) => {
                self.silent = self.silent.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.close();
        self.open = Some(DraftBlock::new(kind));
    }

    fn close(&mut self) {
        self.drafts
            .extend(self.open.take().filter(|d| !d.text.is_empty()));
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        if self.silent == 0 {
            self.draft().put(words, range);
        }
    }

    fn gap(&mut self, white: char, range: Range<usize>) {
        if self.silent == 0 {
            self.draft().gap(white, range);
        }
    }

    fn draft(&mut self) -> &mut DraftBlock {
        let kind = if self.items > 0 {
            BlockKind::Item
        } else {
            BlockKind::Paragraph
        };
        self.open.get_or_insert_with(|| DraftBlock::new(kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::encoding::decode;

    #[test]
    fn markup_goes_and_the_words_stay_where_they_were() {
        let source = "---\ntitle: \"The pier\"\ndate: 2024-03-14\n---\n# The *old* pier\r\n\r\nIt fell on **3 May**\r\n`2019` \\& so.\n\n\
                      ```\n1 May 1990\n```\n- one [net](http://x.example/2001)\n- two\n\n| year | what |\n|---|---|\n| 1953 | flood |\n\n\
                      See also  Ten piers\n\n> A quote\n> of 1912.\n";
        let doc = read(&decode(source.as_bytes()).unwrap());
        assert_eq!(
            doc.text,
            "The old pier\n\nIt fell on 3 May\n2019 & so.\n\none net\n\ntwo\n\nyear\twhat\n\n1953\tflood\n\nA quote\nof 1912."
        );
        assert_eq!(doc.title.as_deref(), Some("The pier"));
        assert_eq!(doc.metadata[0].value, "2024-03-14");
        assert_eq!(doc.blocks[0].kind, BlockKind::Headline);
        for word in ["old", "3 May", "2019", "net", "1953", "of 1912."] {
            let at = doc.text.find(word).unwrap();
            assert_eq!(&source[doc.map.source(at..at + word.len())], word);
        }
        assert_eq!(doc.dropped.len(), 1);
    }

    #[test]
    fn nested_items_stand_alone() {
        let doc = read(&decode(b"- a\n  - b\n\n  c\n- d").unwrap());
        let texts: Vec<_> = doc.blocks.iter().map(|b| &doc.text[b.range.clone()]).collect();
        assert_eq!(texts, ["a", "b", "c", "d"]);
        assert!(doc.blocks.iter().all(|b| b.kind == BlockKind::Item));
    }
}

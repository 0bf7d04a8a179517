//! What a reader of marked-up text hands over: blocks with their own text and their own way back, not yet cleaned.

use super::{Block, BlockKind, Document, Dropped, SourceMap, encoding::Decoded, furniture, leading};
use std::ops::Range;

/// A block as its reader saw it. Its map leads to the decoded text, not yet to the disk.
pub(super) struct DraftBlock {
    pub kind: BlockKind,
    pub text: String,
    pub map: SourceMap,
}

impl DraftBlock {
    pub fn new(kind: BlockKind) -> DraftBlock {
        DraftBlock {
            kind,
            text: String::new(),
            map: SourceMap::default(),
        }
    }

    /// The text itself, as it stands at `from`.
    pub fn put(&mut self, text: &str, from: Range<usize>) {
        self.text.push_str(text);
        self.map.push(text.len(), from);
    }

    /// A blank, line end or tab for `from`, unless the block is empty or ends in white space already.
    pub fn gap(&mut self, white: char, from: Range<usize>) {
        match self.text.chars().next_back() {
            None => {}
            Some(last) if last == white || (white == ' ' && last.is_whitespace()) => {}
            Some(' ') => {
                // A line end or tab is worth more than the blank before it.
                self.text.pop();
                self.text.push(white);
            }
            Some(_) => self.put(white.encode_utf8(&mut [0; 4]), from),
        }
    }

    fn trimmed(&self) -> Range<usize> {
        let start = self.text.len() - self.text.trim_start().len();
        start..start + self.text.trim().len()
    }
}

/// Puts the blocks together, a blank line between them, without those that are page furniture.
pub(super) fn assemble(drafts: &[DraftBlock], decoded: &Decoded, clean: bool) -> Document {
    let mut doc = Document::default();
    let parted = if clean { parted(drafts) } else { None };
    let drafts = parted.as_deref().unwrap_or(drafts);
    let drafts: Vec<_> = drafts.iter().filter(|d| !d.text.trim().is_empty()).collect();
    let verdicts = if clean {
        furniture::sweep(drafts.iter().map(|d| d.text.as_str()))
    } else {
        vec![None; drafts.len()]
    };
    let mut map = SourceMap::default();
    for (draft, verdict) in drafts.iter().zip(verdicts) {
        let part = draft.trimmed();
        if let Some(pattern) = verdict {
            let source = decoded.map.source(draft.map.source(part));
            doc.dropped.push(Dropped { pattern, source });
            continue;
        }
        if !doc.text.is_empty() {
            let here = map.source(0..doc.text.len()).end;
            let next = draft.map.source(part.clone()).start;
            doc.text.push_str("\n\n");
            map.push(2, here..next.max(here));
        }
        let start = doc.text.len();
        doc.text.push_str(&draft.text[part.clone()]);
        map.append(&draft.map, part);
        let range = start..doc.text.len();
        doc.blocks.push(Block {
            range,
            kind: draft.kind,
        });
    }
    doc.map = map.through(&decoded.map);
    doc
}

/// The blocks with what was glued before their first sentence as blocks of its own, where there is such a thing.
fn parted(drafts: &[DraftBlock]) -> Option<Vec<DraftBlock>> {
    let cuts = leading::cuts(drafts.iter().map(|d| (d.kind, d.text.as_str())));
    if cuts.is_empty() {
        return None;
    }
    let mut out = Vec::with_capacity(drafts.len() + cuts.len());
    for (i, d) in drafts.iter().enumerate() {
        let mut at = 0;
        let ends = cuts.iter().filter(|c| c.0 == i).map(|c| c.1);
        for end in ends.chain([d.text.len()]) {
            let mut part = DraftBlock::new(d.kind);
            part.text.push_str(&d.text[at..end]);
            part.map.append(&d.map, at..end);
            out.push(part);
            at = end;
        }
    }
    Some(out)
}

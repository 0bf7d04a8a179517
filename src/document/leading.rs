//! What copying glued before the first sentence of a paragraph: a photograph's credit in brackets, the date line.

use super::{Block, BlockKind, furniture, lines, run_in};

/// Only so many blocks from the top are looked at for a date line.
const TOP: usize = 4;

/// The places where blocks have to be parted, as number of the block and byte in it, in order. A text in which several
/// blocks begin with date and time is a log, and keeps them.
pub(super) fn cuts<'a>(blocks: impl Iterator<Item = (BlockKind, &'a str)>) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut stamps = Vec::new();
    let mut told = false;
    for (i, (kind, block)) in blocks.enumerate() {
        if kind == BlockKind::Item {
            continue;
        }
        if let Some(end) = credit(block) {
            out.push((i, end));
        }
        let line = block.split('\n').next().unwrap_or_default();
        // Further down they only tell whether this is a log.
        if (i < TOP || !stamps.is_empty())
            && let Some(found) = run_in::run_in(line)
        {
            stamps.push((i, found, i < TOP && (!told || found.placed)));
        }
        told |= lines::ends_sentence(block.trim_end());
    }
    if let [(i, found, true)] = stamps[..] {
        out.retain(|c| c.0 != i);
        out.extend([(i, found.start), (i, found.end)].into_iter().filter(|c| c.1 > 0));
        out.sort_unstable();
    }
    out
}

/// Parts blocks of a text at their [`cuts`].
pub(super) fn part(text: &str, blocks: &mut Vec<Block>) {
    let cuts = cuts(blocks.iter().map(|b| (b.kind, &text[b.range.clone()])));
    for (i, end) in cuts.into_iter().rev() {
        let Some(block) = blocks.get_mut(i) else { continue };
        let cut = block.range.start + end;
        let first = block.range.start..block.range.start + text[block.range.start..cut].trim_end().len();
        block.range.start = cut;
        let range = first;
        let kind = BlockKind::Heading;
        blocks.insert(i, Block { range, kind });
    }
}

/// "(By Ann Smith -- Courier) The storm …": the byte at which the text begins.
fn credit(block: &str) -> Option<usize> {
    if !block.starts_with(['(', '[']) {
        return None;
    }
    let end = block.find([')', ']'])? + 1;
    let rest = block[end..].trim_start();
    let more = rest.starts_with(|c: char| c.is_uppercase() || "\"“‘".contains(c));
    (more && furniture::reads(&block[..end]) == Some("credit")).then(|| block.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(blocks: &[&str]) -> Vec<(usize, usize)> {
        cuts(blocks.iter().map(|b| (BlockKind::Paragraph, *b)))
    }

    #[test]
    fn credits_and_one_date_line_are_parted() {
        assert_eq!(
            of(&["(By Nora Feld -- Courier) The pier fell.", "It was old."]),
            [(0, 26)]
        );
        assert_eq!(
            of(&[
                "Pier lost",
                "Friday 3 May 2019 15.37 GMT At least four boats sank."
            ]),
            [(1, 28)]
        );
        assert!(of(&["(In 1953 the pier fell.) It was old."]).is_empty());
        assert!(of(&["(By 1953 it was old) The pier fell."]).is_empty());
    }

    #[test]
    fn a_log_keeps_its_times() {
        let log = [
            "Fri 3 May 2019 15:37 UTC The pumps were started by hand.",
            "Sat 4 May 2019 09:10 UTC The pumps were stopped again.",
        ];
        assert!(of(&log).is_empty());
        assert!(of(&["It was old.", log[0]]).is_empty());
    }
}

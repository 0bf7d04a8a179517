//! Plain text: as people write it, as mail programs wrap it, as pages look when they are copied.

use super::lines::{self, Marker};
use super::{Block, BlockKind, Document, Dropped, SourceMap, encoding::Decoded, furniture, leading, quoted};
use memchr::memchr_iter;
use std::ops::Range;

/// A line longer than this was not wrapped by hand or by a mail program: it is a paragraph of its own.
const LONG: usize = 140;
/// A heading has at most this many bytes.
const SHORT: usize = 80;
/// A headline has at most this many bytes.
const HEADLINE: usize = 200;

/// The text without its page furniture, cut into blocks.
pub(super) fn read(decoded: &Decoded) -> Document {
    let unquoted = quoted::without_signs(decoded);
    let decoded = unquoted.as_ref().unwrap_or(decoded);
    let text = &decoded.text;
    let mut blocks = blocks(text);
    leading::part(text, &mut blocks);
    let verdicts = furniture::sweep(blocks.iter().map(|b| &text[b.range.clone()]));
    let mut doc = Document::default();
    let mut map = SourceMap::default();
    let mut copy = |doc: &mut Document, part: Range<usize>| {
        doc.text.push_str(&text[part.clone()]);
        map.push(part.len(), part);
    };
    // Of the white space around what is dropped the tallest piece stays.
    let height = |r: &Range<usize>| text[r.clone()].matches('\n').count();
    let mut gap = 0..0;
    let mut at = 0;
    for (block, verdict) in blocks.iter().zip(verdicts) {
        let range = block.range.clone();
        let before = at..range.start;
        if gap.is_empty() || height(&before) > height(&gap) {
            gap = before;
        }
        at = range.end;
        if let Some(pattern) = verdict {
            let source = decoded.map.source(range);
            doc.dropped.push(Dropped { pattern, source });
            continue;
        }
        copy(&mut doc, std::mem::replace(&mut gap, 0..0));
        let start = doc.text.len();
        copy(&mut doc, range);
        doc.blocks.push(Block {
            range: start..doc.text.len(),
            kind: block.kind,
        });
    }
    let rest = at..text.len();
    let rest = if gap.is_empty() || height(&rest) > height(&gap) {
        rest
    } else {
        gap
    };
    copy(&mut doc, rest);
    doc.map = map.through(&decoded.map);
    headline(&mut doc);
    doc
}

/// The text exactly as decoded; blank lines part its blocks.
pub(super) fn as_is(decoded: Decoded) -> Document {
    Document {
        blocks: paragraphs(&decoded.text),
        text: decoded.text,
        map: decoded.map,
        body_only: true,
        ..Document::default()
    }
}

/// The headline: the first short line without a final full stop, after date line, byline and a mail's head. A
/// short line in capitals is the name of a paper, a court, a town when another such line follows in ordinary letters.
fn headline(doc: &mut Document) {
    let mut found: Option<(usize, String)> = None;
    for (i, block) in doc.blocks.iter().enumerate().take(12) {
        let line = &doc.text[block.range.clone()];
        if let Some((key, value)) = lines::mail_header(line) {
            if key.eq_ignore_ascii_case("subject") && !value.is_empty() {
                found = Some((i, value.to_owned()));
                break;
            }
            continue;
        }
        let byline = line.starts_with("By ") && line.len() < SHORT;
        if lines::is_date_line(line) || lines::opens_quote(line) || lines::is_ruler(line) || byline {
            continue;
        }
        let kinds = match found {
            None => [BlockKind::Paragraph, BlockKind::Heading],
            Some(_) => [BlockKind::Heading, BlockKind::Heading],
        };
        let fits = line.len() <= HEADLINE
            && !line.contains('\n')
            && !line
                .trim_end_matches(['"', '”', '’', '\'', ')'])
                .ends_with(['.', ',', ';', ':'])
            && !lines::opens_story(line)
            && kinds.contains(&block.kind)
            && i + 1 < doc.blocks.len();
        if !fits {
            break;
        }
        let masthead = found.is_none() && lines::is_capitals(line) && line.split_whitespace().count() <= 6;
        found = Some((i, line.to_owned()));
        if !masthead {
            break;
        }
    }
    if let Some((i, title)) = found {
        doc.blocks[i].kind = BlockKind::Headline;
        doc.title = Some(title);
    }
}

/// Paragraphs: what blank lines part.
pub(super) fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut inside = false;
    for line in lines_of(text) {
        match blocks.last_mut().filter(|_| inside) {
            Some(block) if !line.is_empty() => block.range.end = line.end,
            None if !line.is_empty() => blocks.push(Block {
                range: line.clone(),
                kind: BlockKind::Paragraph,
            }),
            _ => {}
        }
        inside = !line.is_empty();
    }
    blocks
}

/// The lines of a text, trimmed; an empty one for a blank line.
fn lines_of(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    memchr_iter(b'\n', text.as_bytes())
        .chain(std::iter::once(text.len()))
        .map(move |end| {
            let line = text.get(at..end).unwrap_or_default();
            let body = line.trim_start();
            let start = at + (line.len() - body.len());
            at = end + 1;
            start..start + body.trim_end().len()
        })
}

/// The lines of each paragraph, trimmed.
fn groups(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut groups = Vec::new();
    let mut lines: Vec<Range<usize>> = Vec::new();
    for line in lines_of(text) {
        if !line.is_empty() {
            lines.push(line);
        } else if !lines.is_empty() {
            groups.push(std::mem::take(&mut lines));
        }
    }
    if !lines.is_empty() {
        groups.push(lines);
    }
    groups
}

/// Cuts a plain text into blocks.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let groups = groups(text);
    let last = groups.len().saturating_sub(1);
    for (i, group) in groups.iter().enumerate() {
        let parts = split(text, group);
        let n = parts.len();
        for (k, (range, marker)) in parts.into_iter().enumerate() {
            let at_end = i == last && k + 1 == n;
            let kind = match marker {
                Some(Marker::Clock) if text[range.clone()].len() <= 12 => BlockKind::Heading,
                Some(_) => BlockKind::Item,
                None if lines::is_date_line(&text[range.clone()]) => BlockKind::Heading,
                None if lines::opens_quote(&text[range.clone()]) => BlockKind::Heading,
                None if !at_end && is_heading(&text[range.clone()]) => BlockKind::Heading,
                None => BlockKind::Paragraph,
            };
            blocks.push(Block { range, kind });
        }
    }
    blocks
}

fn is_heading(line: &str) -> bool {
    line.len() <= SHORT
        && !line.contains('\n')
        && !lines::ends_sentence(line)
        && !line.ends_with([',', ';', ':'])
        && line
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        && line.split_whitespace().count() <= 14
}

/// Parts the lines of one paragraph where they are not one paragraph after all.
fn split(text: &str, group: &[Range<usize>]) -> Vec<(Range<usize>, Option<Marker>)> {
    let line = |i: usize| &text[group[i].clone()];
    let widest = group.iter().map(Range::len).max().unwrap_or(0);
    let starts_high = |i: usize| !line(i).starts_with(|c: char| c.is_lowercase());
    let n = group.len();
    // Each line a sentence or more, of very different lengths: no wrapping leaves them so.
    let ragged = group.iter().any(|r| r.len() * 4 < widest * 3) || widest > 100;
    let sentences = ragged && (0..n).all(|i| lines::ends_sentence(line(i)) && starts_high(i));
    // Names, titles, table cells: nothing runs on.
    let labels = n > 2
        && widest <= 60
        && (0..n).all(starts_high)
        && (0..n - 1).all(|i| !lines::ends_sentence(line(i)));
    let head = lines::mail_header(line(0)).is_some();

    // Asked of each line and of the one behind it.
    let mut above = n > 1 && furniture::reads(line(0)).is_some();
    let first = marker_of(line(0));
    let mut parts = vec![(group[0].clone(), first)];
    for (i, range) in group.iter().enumerate().skip(1) {
        let (prev, this) = (line(i - 1), line(i));
        let current = parts[parts.len() - 1].1;
        let marker = marker_of(this);
        let after_stop = lines::ends_sentence(prev) || prev.ends_with(':') || prev.len() * 5 < widest * 3;
        let item = marker.is_some() && (marker == current || after_stop);
        let runs_on = !starts_high(i) && !lines::ends_sentence(prev);
        let own = (this.len() > LONG || prev.len() > LONG) && !runs_on;
        let dated = i == 1 && lines::is_date_line(prev)
            || after_stop && lines::is_date_line(this)
            || dated_alone(group, text, i)
            || dated_alone(group, text, i - 1);
        let begun = parts[parts.len() - 1].0.start;
        let two = group.get(i + 1).map_or(range.end, |next| next.end);
        let quote = lines::opens_quote(&text[begun..group[i - 1].end])
            || lines::opens_quote(this)
            || lines::opens_quote(&text[range.start..two]);
        let mail = head && (lines::mail_header(this).is_some() || lines::mail_header(prev).is_some());
        let here = furniture::reads(this).is_some();
        let furniture = here || above;
        above = here;
        let ruler = lines::is_ruler(this) || lines::is_ruler(prev);
        // A clock time alone on its line opens the entry below it.
        let opens = current == Some(Marker::Clock) && prev.len() <= 12 && marker.is_none();
        if !opens && (item || own || sentences || labels || dated || quote || mail || furniture || ruler) {
            parts.push((range.clone(), marker.filter(|_| item)));
        } else if let Some(part) = parts.last_mut() {
            part.0.end = range.end;
        }
    }
    parts
}

/// A date line with its year in the middle of a paragraph that nobody wrapped there: the line before does not run on,
/// and the one behind begins anew.
fn dated_alone(group: &[Range<usize>], text: &str, i: usize) -> bool {
    let line = &text[group[i].clone()];
    if line.len() > 120 {
        return false;
    }
    let year = line
        .split(|c: char| !c.is_ascii_digit())
        .any(|d| d.len() == 4 && d.starts_with(['1', '2']));
    let before = i.checked_sub(1).map_or("", |k| &text[group[k].clone()]);
    let anew = group
        .get(i + 1)
        .is_none_or(|r| !text[r.clone()].starts_with(|c: char| c.is_lowercase()));
    anew && year && !lines::runs_on(before) && lines::is_date_line(line)
}

/// A whole date line is a heading, not an item.
fn marker_of(line: &str) -> Option<Marker> {
    lines::marker(line).filter(|_| !lines::is_date_line(line) || line.len() <= 8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::encoding::decode;

    fn shape(text: &str) -> Vec<(BlockKind, String)> {
        let doc = read(&decode(text.as_bytes()).unwrap());
        let part = |b: &Block| (b.kind, doc.text[b.range.clone()].replace('\n', "/"));
        doc.blocks.iter().map(part).collect()
    }

    fn kinds(text: &str) -> String {
        let letter = |k| match k {
            BlockKind::Headline => 'T',
            BlockKind::Heading => 'H',
            BlockKind::Item => 'I',
            BlockKind::Caption => 'C',
            BlockKind::Paragraph => 'P',
        };
        shape(text).iter().map(|(k, _)| letter(*k)).collect()
    }

    #[test]
    fn hard_wrapped_lines_stay_together() {
        let text = "The lock was built in 1931 by a firm from\nLudham, and it was rebuilt twice, the last\ntime in 1987.\n\nIt \
                    closed on Friday.";
        assert_eq!(kinds(text), "PP");
    }

    #[test]
    fn long_lines_stand_alone() {
        let long = "The harbour board met again on Monday to hear the divers. ".repeat(4);
        let text = format!("A second meeting\n{long}\n{long}\n{long}");
        assert_eq!(kinds(&text), "TPPP");
    }

    #[test]
    fn logs_and_lists_are_items() {
        assert_eq!(
            kinds("14:32 The alarm rings.\n14:40 The crew leaves.\n15:05 All out."),
            "III"
        );
        assert_eq!(
            kinds("We found:\n- nets of 1953,\n  all torn\n- a bell\n- rope"),
            "PIII"
        );
        assert_eq!(
            kinds("1953: the flood\n3 May 2019 – the lock breaks\n4 May 2019 – it is mended"),
            "III"
        );
        assert_eq!(kinds("10:15\nThe pumps start.\n\n10:40\nThe pumps stop."), "II");
    }

    #[test]
    fn a_time_at_a_wrapped_line_is_no_item() {
        assert_eq!(
            kinds(
                "The ferry that should have left Sele quay at\n14:30 EST on Friday never came, said the mate of it"
            ),
            "P"
        );
    }

    #[test]
    fn headline_after_the_date_line() {
        let text = "Monday, January 27\n\nStorm tears the pier apart\n\nThe pier broke on Friday.";
        assert_eq!(kinds(text), "HTP");
        assert_eq!(
            kinds("TOWN OF SELE\n\nThe pier is closed\n\nIt broke on Friday."),
            "HTP"
        );
        assert_eq!(kinds("PIER CLOSED\n\nIt broke on Friday."), "TP");
        let doc = read(&decode(b"The pier broke on Friday.\n\nIt was old.").unwrap());
        assert_eq!(doc.title, None);
        let mail =
            "From: Ann\nDate: Mon, 27 Jan 2025 10:00:00 +0100\nSubject: The pier\n\nIt broke on Friday.";
        let doc = read(&decode(mail.as_bytes()).unwrap());
        assert_eq!((doc.title.as_deref(), doc.blocks.len()), (Some("The pier"), 4));
    }

    #[test]
    fn furniture_goes_and_the_map_still_leads_home() {
        let source = "\u{FEFF}Pier lost\r\n\r\nIt fell.\r\n\r\nSee also  A dog is saved\r\n\r\nIt was old.\r\n\r\nLeave a Reply\r\n\r\nName *\r\n";
        let doc = read(&decode(source.as_bytes()).unwrap());
        assert_eq!(doc.text, "Pier lost\n\nIt fell.\n\nIt was old.\n\n");
        assert_eq!(doc.dropped.len(), 3);
        assert_eq!(&source[doc.dropped[0].source.clone()], "See also  A dog is saved");
        let at = doc.text.find("It was").unwrap();
        assert_eq!(&source[doc.map.source(at..at + 11)], "It was old.");
    }
}

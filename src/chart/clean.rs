//! Text made safe to draw: what XML forbids and what would reorder a neighbour's letters is taken out.

use super::widths::is_mark;

/// How many combining marks one letter may carry. Scripts that write vowels as marks put some of them below and
/// inside.
const MARKS: usize = 4;
/// How many of those that stand upon one another above a letter, as in Vietnamese: a third would climb into the line
/// above.
const STACKED: usize = 2;

/// The text with control characters, bidirectional overrides and invisible format characters removed and every
/// run of white space made one space. What is left is legal in XML 1.0 (section 2.2).
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            marks = 0;
            continue;
        }
        if is_forbidden(c) {
            continue;
        }
        marks = if is_mark(c) { marks + 1 } else { built_in(c) };
        let most = match u32::from(c) {
            0x0300..=0x036F => STACKED,
            _ => MARKS,
        };
        if !is_mark(c) || marks <= most {
            out.push(c);
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// How many marks a Latin letter brings with it.
fn built_in(c: char) -> usize {
    match u32::from(c) {
        0x00C0..=0x024F => 1,
        0x1E00..=0x1EFF => 2,
        _ => 0,
    }
}

fn is_forbidden(c: char) -> bool {
    let n = u32::from(c);
    c.is_control()
        // Zero-width space, soft hyphen, byte order mark: nothing to see, and widths are counted by letter.
        || matches!(n, 0x00AD | 0x200B | 0x2060 | 0xFEFF)
        // Embeddings, overrides and isolates (UAX 9): one left open would turn the rest of the line around.
        || matches!(n, 0x202A..=0x202E | 0x2066..=0x206F)
        || matches!(n, 0xFFF9..=0xFFFB | 0xFDD0..=0xFDEF)
        || n & 0xFFFE == 0xFFFE
}

/// Whether the first letter with a direction of its own runs from right to left (UAX 9, rules P2 and P3).
pub(super) fn is_rtl(text: &str) -> bool {
    text.chars()
        .find_map(|c| match u32::from(c) {
            0x0660..=0x0669 | 0x06F0..=0x06F9 => None,
            0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF => {
                (!is_mark(c)).then_some(true)
            }
            _ => c.is_alphabetic().then_some(false),
        })
        .unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_forbidden_is_left() {
        assert_eq!(clean("  a\u{1}b \n\t c\u{202e}d\u{0}  "), "ab cd");
        assert_eq!(clean("\u{ffff}\u{feff}x\u{85}y"), "x y");
        assert_eq!(clean(&format!("e{}", "\u{301}".repeat(50))).chars().count(), 3);
        assert_eq!(
            clean("\u{5E9}\u{5C1}\u{5B8}\u{5BC}").chars().count(),
            4,
            "a letter with its vowel and points"
        );
    }

    #[test]
    fn direction_of_the_first_strong_letter() {
        assert!(is_rtl("12 – שלום hello"));
        assert!(is_rtl("مرحبا"));
        assert!(!is_rtl("“Hello” שלום"));
        assert!(!is_rtl("12.5"));
    }
}

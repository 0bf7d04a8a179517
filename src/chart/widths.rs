//! How wide a text can become in any common font: an upper bound, so that boxes laid out by it never collide.

use super::widths_table::BLOCKS;

/// Lengths on the canvas, in tenths of a pixel.
pub(super) type Tenths = i32;

/// The width that a text of a size can have at most.
pub(super) fn width(text: &str, size: Tenths, bold: bool) -> Tenths {
    let wide = exact(text, size, bold).saturating_add(999) / 1000;
    Tenths::try_from(wide).unwrap_or(Tenths::MAX)
}

/// The same before rounding, in thousandths of a tenth: these can be added up.
pub(super) fn exact(text: &str, size: Tenths, bold: bool) -> i64 {
    let sum: i64 = text.chars().map(|c| i64::from(advance(c, bold))).sum();
    sum * i64::from(size)
}

/// The largest advance of a letter, in thousandths of an em.
pub(super) fn advance(c: char, bold: bool) -> u32 {
    let n = u32::from(c);
    for block in &BLOCKS {
        let Some(i) = n.checked_sub(block.first) else {
            break;
        };
        let table = if bold { block.bold } else { block.regular };
        if let Some(w) = table.get(i as usize) {
            // Below: joiners and marks that the fonts place over the letter before.
            return if is_mark(c) { 0 } else { u32::from(*w) };
        }
    }
    by_script(c, n)
}

/// Scripts that the table leaves to the viewer's fallback fonts: one generous figure each, from the widest
/// common letters of the Noto families.
fn by_script(c: char, n: u32) -> u32 {
    if is_mark(c) {
        return 0;
    }
    match n {
        0x0530..=0x05FF => 900,
        0x0600..=0x08FF | 0xFE70..=0xFEFC => 900,
        0xFDFD => 12_000,
        0xFB50..=0xFDFF => 2_500,
        0x0900..=0x0DFF => 950,
        0x0E00..=0x0EFF => 750,
        0x1000..=0x109F => 1_300,
        0x1100..=0x11FF | 0x2E80..=0x9FFF | 0xA960..=0xA97F | 0xAC00..=0xD7FF => 1_000,
        0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF => 1_000,
        0x2E3A => 2_000,
        0x2E3B => 3_000,
        0x12000..=0x1254F => 5_000,
        0x2600..=0x27BF | 0x2B00..=0x2BFF | 0x1F000..=0x1FAFF => 1_400,
        _ => 1_100,
    }
}

/// Whether a letter is drawn over or under the one before it and takes no room of its own.
pub(super) fn is_mark(c: char) -> bool {
    matches!(u32::from(c),
        0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C2 | 0x05C4..=0x05C5
        | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06DC | 0x06DF..=0x06E4 | 0x06E7..=0x06E8
        | 0x0E31 | 0x0E34..=0x0E3A | 0x0E47..=0x0E4E | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200F
        | 0x20D0..=0x20FF | 0x0900..=0x0902 | 0x093C | 0x0941..=0x0948 | 0x094D | 0x3099..=0x309A
        | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0x1F3FB..=0x1F3FF | 0xE0100..=0xE01EF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_in_order_and_even() {
        for pair in BLOCKS.windows(2) {
            assert!(pair[0].first + (pair[0].regular.len() as u32) <= pair[1].first);
        }
        assert!(BLOCKS.iter().all(|b| b.regular.len() == b.bold.len()));
    }

    /// What a browser measures, shaped and kerned, in thousandths of an em: text, weight, family, width.
    #[test]
    fn no_family_is_wider_than_the_bound() {
        let mut seen = 0;
        for row in include_str!("../../tests/chart-golden/widths.tsv").lines() {
            let parts: Vec<&str> = row.split('\t').collect();
            let [text, weight, family, measured] = parts[..] else {
                panic!("{row}");
            };
            let bound = width(text, 1000, weight == "700");
            assert!(
                bound >= measured.parse::<i32>().unwrap(),
                "{text} {weight} {family}: {measured} > {bound}"
            );
            seen += 1;
        }
        assert!(seen >= 200);
    }

    #[test]
    fn narrow_letters_are_narrow_and_wide_ones_wide() {
        assert!(advance('i', false) < 320 && advance('W', false) > 950);
        assert!(advance('W', true) >= advance('W', false));
        assert_eq!(advance('\u{301}', false), 0);
        assert_eq!(advance('한', false), 1000);
        assert_eq!(width("", 150, false), 0);
        assert_eq!(width("한한", 150, false), 300);
    }
}

//! Lines of text for a column, broken where a reader expects it.

use super::widths::{Tenths, advance, exact, is_mark, width};

/// The look of a text as far as its width goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Face {
    /// Height of the em, in tenths of a pixel.
    pub size: Tenths,
    /// Whether it is the bold face.
    pub bold: bool,
}

impl Face {
    /// A regular face of a size.
    pub const fn regular(size: Tenths) -> Face {
        Face { size, bold: false }
    }

    /// A bold face of a size.
    pub const fn bold(size: Tenths) -> Face {
        Face { size, bold: true }
    }

    /// The bound of 2.4 for a text in this face.
    pub fn width(self, text: &str) -> Tenths {
        width(text, self.size, self.bold)
    }

    fn exact(self, text: &str) -> i64 {
        exact(text, self.size, self.bold)
    }
}

/// A text in lines; `cut` when some of it had to go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lines {
    /// At least one, unless the text is empty.
    pub lines: Vec<String>,
    /// Whether the last line ends in an ellipsis that the text does not have.
    pub cut: bool,
}

impl Lines {
    /// The widest line.
    #[cfg(test)]
    pub fn width(&self, face: Face) -> Tenths {
        self.lines.iter().map(|l| face.width(l)).max().unwrap_or(0)
    }
}

/// Breaks a text into at most `most` lines no wider than `room`, greedily; what does not fit ends in "…".
pub(super) fn wrap(text: &str, room: Tenths, face: Face, most: usize) -> Lines {
    let mut out = Lines::default();
    let limit = i64::from(room) * 1000;
    let mut line = String::new();
    let mut filled = 0;
    for piece in pieces(text) {
        let wide = face.exact(piece.trim_end());
        if filled + wide > limit && !line.is_empty() {
            out.lines.push(std::mem::take(&mut line).trim_end().to_owned());
            filled = 0;
        }
        if filled + wide <= limit {
            line.push_str(piece);
            filled += face.exact(piece);
            continue;
        }
        for cluster in clusters(piece) {
            let wide = face.exact(cluster);
            if !line.is_empty() && filled + wide > limit {
                out.lines.push(std::mem::take(&mut line));
                filled = 0;
            }
            // One letter wider than the column: nothing of it can be shown.
            let shown = if wide <= limit { cluster } else { "…" };
            out.cut |= wide > limit;
            line.push_str(shown);
            filled += face.exact(shown);
            if out.lines.len() > most {
                break;
            }
        }
        if out.lines.len() > most {
            break;
        }
    }
    if !line.trim_end().is_empty() {
        out.lines.push(line.trim_end().to_owned());
    }
    if out.lines.len() > most {
        out.lines.truncate(most);
        out.cut = true;
        if let Some(last) = out.lines.last_mut() {
            shorten(last, room, face);
        }
    }
    out
}

/// The narrowest block with as few lines as greedy breaking needs: titles look balanced that way.
pub(super) fn balanced(text: &str, room: Tenths, face: Face, most: usize) -> Lines {
    let best = wrap(text, room, face, most);
    if best.cut || best.lines.len() < 2 {
        return best;
    }
    let (mut low, mut high) = (room / 2, room);
    while high - low > 20 {
        let middle = (low + high) / 2;
        let tried = wrap(text, middle, face, most);
        if tried.lines.len() == best.lines.len() && !tried.cut {
            high = middle;
        } else {
            low = middle;
        }
    }
    wrap(text, high, face, most)
}

/// Takes letters off the end until an ellipsis fits behind.
fn shorten(line: &mut String, room: Tenths, face: Face) {
    let dots = face.width("…");
    while !line.is_empty() && face.width(line) + dots > room {
        let keep = clusters(line)
            .map(str::len)
            .fold((0, 0), |(_, end), n| (end, end + n))
            .0;
        line.truncate(keep);
    }
    let kept = line.trim_end_matches([' ', ',', ';', ':', '–', '—', '…']).len();
    line.truncate(kept);
    line.push('…');
}

/// The text cut at every place where a line may end; a piece keeps the spaces behind it.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut chars = rest.char_indices().peekable();
        while let Some((_, c)) = chars.next() {
            let Some(&(at, next)) = chars.peek() else {
                break;
            };
            if may_break(c, next) {
                let (head, tail) = rest.split_at(at);
                rest = tail;
                return Some(head);
            }
        }
        Some(std::mem::take(&mut rest))
    })
}

fn may_break(c: char, next: char) -> bool {
    if next == ' ' || is_joined(c, next) {
        return false;
    }
    match c {
        ' ' => true,
        '-' | '–' | '—' | '/' => next.is_alphabetic(),
        _ => (is_ideograph(c) || is_ideograph(next)) && !is_closing(next) && !is_opening(c),
    }
}

/// Hangul is left out: Korean is broken at its spaces.
fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// What may not begin a line (kinsoku, JIS X 4051).
fn is_closing(c: char) -> bool {
    "、。，．・：；？！」』）〕】〉》〗〙”’ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々)]},.!?:;%…".contains(c)
}

/// What may not end a line.
fn is_opening(c: char) -> bool {
    "「『（〔【〈《“‘([{".contains(c)
}

/// Letters that belong to one another: a mark, a variation selector, what a joiner joins.
fn is_joined(c: char, next: char) -> bool {
    is_mark(next) || matches!(next, '\u{200D}') || c == '\u{200D}'
}

/// A letter with its marks.
fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut chars = rest.char_indices().peekable();
        let mut wide = 0;
        while let Some((_, c)) = chars.next() {
            wide += advance(c, true);
            match chars.peek() {
                // A chain of joined letters is one emoji; past four ems it is an attack on the column.
                Some(&(_, next)) if is_joined(c, next) && wide < 4_000 => {}
                Some(&(at, _)) => {
                    let (head, tail) = rest.split_at(at);
                    rest = tail;
                    return Some(head);
                }
                None => {}
            }
        }
        (!rest.is_empty()).then(|| std::mem::take(&mut rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: Face = Face::regular(150);

    fn lines(text: &str, room: Tenths) -> Vec<String> {
        wrap(text, room, FACE, 4).lines
    }

    #[test]
    fn breaks_at_spaces_and_dashes() {
        assert_eq!(lines("one two three", 700), ["one two", "three"]);
        assert_eq!(lines("North–South", 600), ["North–", "South"]);
        assert_eq!(
            lines("10,000–12,000", 600).len(),
            3,
            "no break between figures, so letter by letter"
        );
        assert!(lines("", 100).is_empty());
    }

    #[test]
    fn ideographs_break_anywhere_but_not_before_a_stop() {
        for line in lines("東京都知事は、二十日に会見を開いた。その後", 600) {
            assert!(!line.starts_with(['、', '。']), "{line}");
        }
    }

    #[test]
    fn too_long_a_text_ends_in_an_ellipsis_inside_the_column() {
        let w = wrap(&"word ".repeat(60), 900, FACE, 3);
        assert!(w.cut && w.lines.len() == 3 && w.lines[2].ends_with('…'));
        assert!(w.width(FACE) <= 900);
        let w = wrap(&"x".repeat(300), 900, FACE, 3);
        assert!(w.cut && w.width(FACE) <= 900);
    }

    #[test]
    fn marks_stay_with_their_letter() {
        for line in lines(&"e\u{301}".repeat(40), 300) {
            assert!(line.starts_with('e'));
        }
    }

    #[test]
    fn balanced_keeps_the_number_of_lines() {
        let t = "North Korea preparing to send more troops to Russia after suffering casualties";
        let (a, b) = (wrap(t, 6000, FACE, 4), balanced(t, 6000, FACE, 4));
        assert_eq!(a.lines.len(), b.lines.len());
        assert!(b.width(FACE) <= a.width(FACE));
    }

    proptest::proptest! {
        #![proptest_config(crate::chart::seeded::seeded(256))]

        #[test]
        fn no_line_is_wider_than_its_column(text in "\\PC{0,120}", room in 200i32..3000) {
            let text = crate::chart::clean::clean(&text);
            let w = wrap(&text, room, FACE, 4);
            proptest::prop_assert!(w.lines.len() <= 4);
            proptest::prop_assert!(w.width(FACE) <= room);
            proptest::prop_assert_eq!(w.lines.is_empty(), text.is_empty());
        }
    }
}

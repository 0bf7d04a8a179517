use super::Timex;
use std::cmp::Reverse;

/// TimeML-Normalizer's pairing, which TempEval-3 scored with: from left to right, an expression that begins while
/// one of the other side is open, and in no pair yet, is paired with it. The later opened takes the place of the
/// earlier, also where the earlier is longer.
pub(super) fn pairs(gold: &[Timex], found: &[Timex]) -> Vec<(usize, usize)> {
    let sides = [gold, found];
    let mut starts: Vec<(usize, usize, Reverse<usize>, usize)> = Vec::with_capacity(gold.len() + found.len());
    for (side, list) in sides.iter().enumerate() {
        starts.extend(
            list.iter()
                .enumerate()
                .map(|(i, t)| (t.span.start, side, Reverse(t.span.end), i)),
        );
    }
    starts.sort_unstable();
    // Of each side the one opened last, until it is in a pair.
    let mut open: [Option<usize>; 2] = [None, None];
    let mut pairs = Vec::new();
    for (at, side, _, i) in starts {
        let other = 1 - side;
        match open[other].filter(|o| sides[other][*o].span.end > at) {
            Some(o) => {
                pairs.push(if side == 0 { (i, o) } else { (o, i) });
                open = [None, None];
            }
            None => open[side] = Some(i),
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::super::GoldDocument;
    use super::*;

    #[test]
    fn pairs_are_made_from_left_to_right() {
        let gold = GoldDocument {
            text: "abcdefghijklmnopqrstuvwxyz".into(),
            ..GoldDocument::default()
        };
        let list = |spans: &[(usize, usize)]| -> Vec<Timex> {
            let made = spans
                .iter()
                .filter_map(|(a, b)| gold.timex(*a..*b, "DATE", "2025"));
            made.collect()
        };
        for (marked, found, expected) in [
            // Each of two that touch has its own.
            (
                &[(0, 3), (3, 6)][..],
                &[(0, 3), (3, 6)][..],
                &[(0, 0), (1, 1)][..],
            ),
            // One over two is paired with the first alone.
            (&[(0, 3), (4, 7)], &[(0, 7)], &[(0, 0)]),
            // One inside another: what was opened last is taken.
            (&[(0, 9), (2, 4)], &[(2, 4)], &[(1, 0)]),
            (&[(0, 2)], &[(2, 4)], &[]),
            (&[(0, 5)], &[(1, 2), (3, 4)], &[(0, 0)]),
        ] {
            assert_eq!(
                pairs(&list(marked), &list(found)),
                expected,
                "{marked:?} {found:?}"
            );
        }
    }
}

//! Lanes for bars: the shortest nearest to the axis, no two in one lane at the same time.

use super::instant::Instant;

/// The lane of every bar, given as its first and last instant, and how many lanes there are: `most` at most. A bar
/// for which all of them are taken gets none, as a bar upon a bar could not be read.
///
/// First fit from the shortest to the longest. Bars that only touch are kept apart too, so that one can be told
/// from two.
pub(super) fn lanes(bars: &[(Instant, Instant)], most: usize) -> (Vec<Option<usize>>, usize) {
    let mut order: Vec<usize> = (0..bars.len()).collect();
    order.sort_by_key(|&i| bars.get(i).map(|b| (b.1.saturating_sub(b.0), b.0, i)));
    let mut taken: Vec<Vec<(Instant, Instant)>> = Vec::new();
    let mut found = vec![None; bars.len()];
    for i in order {
        let (Some(&(from, to)), Some(slot)) = (bars.get(i), found.get_mut(i)) else {
            continue;
        };
        let free = |lane: &Vec<(Instant, Instant)>| {
            // Kept in order and apart, so only the neighbours can be in the way.
            let k = lane.partition_point(|b| b.1 < from);
            lane.get(k).is_none_or(|b| b.0 > to)
        };
        let lane = match taken.iter().position(free) {
            Some(lane) => lane,
            None if taken.len() < most => {
                taken.push(Vec::new());
                taken.len() - 1
            }
            None => continue,
        };
        *slot = Some(lane);
        if let Some(lane) = taken.get_mut(lane) {
            let k = lane.partition_point(|b| b.1 < from);
            lane.insert(k, (from, to));
        }
    }
    (found, taken.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_bars_stand_inside() {
        assert_eq!(
            lanes(&[(0, 100), (10, 20), (30, 40)], 6),
            (vec![Some(1), Some(0), Some(0)], 2)
        );
        assert_eq!(
            lanes(&[(0, 10), (10, 20)], 6).0,
            [Some(0), Some(1)],
            "bars that touch are kept apart"
        );
        assert_eq!(lanes(&[], 6), (vec![], 0));
    }

    #[test]
    fn no_bar_upon_a_bar() {
        let many: Vec<_> = (0..20).map(|i| (0, 100 + i)).collect();
        let (found, count) = lanes(&many, 6);
        assert_eq!(count, 6);
        assert_eq!(found.iter().flatten().count(), 6);
    }
}

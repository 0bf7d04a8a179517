//! Where labels stand: as near to their points as their heights allow, exactly.
//!
//! Row *i* wants its line at `anchor`; it takes `up` above that line and `down` below it. Sought are places
//! *l* that minimise Σ(*l*ᵢ − *a*ᵢ)² under *l*ᵢ₊₁ − *l*ᵢ ≥ downᵢ + upᵢ₊₁. With the distances summed into offsets
//! *o*ᵢ the substitution *m*ᵢ = *l*ᵢ − *o*ᵢ turns this into isotonic regression, *m*ᵢ ≤ *m*ᵢ₊₁, which pooling
//! adjacent violators solves exactly in linear time (Ayer et al. 1955; Barlow et al. 1972). Bounds on the first and
//! the last row bound all *m*ᵢ, as these rise, and only clip the solution (the bounded problem's optimum is the
//! clipped one).
//!
//! *No two rows overlap*, because the constraint holds between neighbours and so between all. Integers only, so
//! the same rows stand at the same places on every machine.

use super::widths::Tenths;

/// A row that wants a place in the column of labels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Where its line wants to be.
    pub anchor: Tenths,
    /// Room above the line.
    pub up: Tenths,
    /// Room below it, air included.
    pub down: Tenths,
}

struct Pool {
    sum: i64,
    count: i64,
}

impl Pool {
    fn mean(&self) -> i64 {
        self.sum.div_euclid(self.count)
    }
}

/// The lines of the rows, in their order, none above `top` (its room above included). Anchors must not fall.
pub(super) fn place(rows: &[Row], top: Option<Tenths>) -> Vec<Tenths> {
    place_within(rows, top, None)
}

/// The same with none below `bottom` either (its room below included); where they have not enough room between the
/// two, `top` holds.
pub(super) fn place_within(rows: &[Row], top: Option<Tenths>, bottom: Option<Tenths>) -> Vec<Tenths> {
    let mut offsets = Vec::with_capacity(rows.len());
    let mut pools: Vec<Pool> = Vec::new();
    let mut offset = 0i64;
    let mut before: Option<&Row> = None;
    for row in rows {
        if let Some(b) = before {
            offset += i64::from(b.down) + i64::from(row.up);
        }
        before = Some(row);
        offsets.push(offset);
        let mut pool = Pool {
            sum: i64::from(row.anchor) - offset,
            count: 1,
        };
        while let Some(last) = pools.pop_if(|p| {
            i128::from(p.sum) * i128::from(pool.count) > i128::from(pool.sum) * i128::from(p.count)
        }) {
            pool.sum += last.sum;
            pool.count += last.count;
        }
        pools.push(pool);
    }
    let least = match (top, rows.first()) {
        (Some(top), Some(first)) => i64::from(top) + i64::from(first.up),
        _ => i64::MIN,
    };
    let most = match (bottom, rows.last()) {
        (Some(bottom), Some(last)) => (i64::from(bottom) - i64::from(last.down) - offset).max(least),
        _ => i64::MAX,
    };
    // The floor keeps the order of the means, so whole tenths break no constraint.
    let means = pools
        .iter()
        .flat_map(|p| std::iter::repeat_n(p.mean().clamp(least, most), p.count as usize));
    means.zip(offsets).map(|(m, o)| clamp(m + o)).collect()
}

fn clamp(n: i64) -> Tenths {
    n.clamp(i64::from(Tenths::MIN), i64::from(Tenths::MAX)) as Tenths
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows() -> impl Strategy<Value = Vec<Row>> {
        proptest::collection::vec((0i32..4000, 50i32..200, 100i32..900), 1..40).prop_map(|mut v| {
            v.sort_unstable();
            v.into_iter()
                .map(|(anchor, up, down)| Row { anchor, up, down })
                .collect()
        })
    }

    fn cost(rows: &[Row], lines: &[Tenths]) -> i64 {
        rows.iter()
            .zip(lines)
            .map(|(r, l)| i64::from(l - r.anchor).pow(2))
            .sum()
    }

    /// The best of every way to cut the rows into runs that touch, each run at its own mean.
    fn brute(rows: &[Row]) -> f64 {
        let n = rows.len();
        let mut best = f64::MAX;
        for cuts in 0u32..1 << (n - 1) {
            let (mut start, mut end, mut sum, mut ok) = (0, f64::MIN, 0.0, true);
            for i in 0..n {
                if i + 1 < n && cuts & (1 << i) == 0 {
                    continue;
                }
                let run = &rows[start..=i];
                let mut offset = 0.0;
                let mut wants = Vec::new();
                for (k, r) in run.iter().enumerate() {
                    if k > 0 {
                        offset += f64::from(run[k - 1].down + r.up);
                    }
                    wants.push((f64::from(r.anchor), offset));
                }
                let mean = wants.iter().map(|(a, o)| a - o).sum::<f64>() / wants.len() as f64;
                ok &= start == 0 || mean >= end + f64::from(rows[start - 1].down + run[0].up) - 1e-9;
                sum += wants.iter().map(|(a, o)| (mean + o - a).powi(2)).sum::<f64>();
                end = mean + offset;
                start = i + 1;
            }
            if ok {
                best = best.min(sum);
            }
        }
        best
    }

    proptest! {
        #![proptest_config(crate::chart::seeded::seeded(256))]

        #[test]
        fn rows_keep_their_distance_and_order(rows in rows(), top in 0i32..500) {
            let lines = place(&rows, Some(top));
            prop_assert!(lines[0] - rows[0].up >= top);
            for i in 1..rows.len() {
                prop_assert!(lines[i] - lines[i - 1] >= rows[i - 1].down + rows[i].up);
            }
        }

        #[test]
        fn rows_stay_between_two_bounds(rows in rows(), top in 0i32..500, spare in 0i32..3000) {
            let need: i32 = rows.iter().map(|r| r.up + r.down).sum();
            let lines = place_within(&rows, Some(top), Some(top + need + spare));
            let last = rows.len() - 1;
            prop_assert!(lines[0] - rows[0].up >= top);
            prop_assert!(lines[last] + rows[last].down <= top + need + spare);
            for i in 1..rows.len() {
                prop_assert!(lines[i] - lines[i - 1] >= rows[i - 1].down + rows[i].up);
            }
        }

        #[test]
        fn leaders_never_cross(rows in rows()) {
            let lines = place(&rows, Some(0));
            // y(s) = (1 − s)·a + s·l, with the same s(x) for all leaders.
            for i in 1..rows.len() {
                for s in 0..=40i64 {
                    let y = |k: usize| (40 - s) * i64::from(rows[k].anchor) + s * i64::from(lines[k]);
                    prop_assert!(y(i - 1) <= y(i));
                }
            }
        }

        #[test]
        fn placement_is_the_optimum(rows in rows().prop_map(|mut r| { r.truncate(6); r })) {
            let lines = place(&rows, None);
            let (got, best) = (cost(&rows, &lines) as f64, brute(&rows));
            // Whole tenths cost at most one tenth per row.
            let slack = rows.len() as f64 * (1.0 + 2.0 * best.sqrt());
            prop_assert!(got <= best + slack, "{} {}", got, best);
        }
    }

    #[test]
    fn free_rows_stand_at_their_points() {
        let rows = [100, 900, 2000].map(|anchor| Row {
            anchor,
            up: 100,
            down: 200,
        });
        assert_eq!(place(&rows, None), [100, 900, 2000]);
        assert!(place(&[], Some(10)).is_empty());
    }
}

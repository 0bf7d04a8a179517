use super::*;
use crate::chart::layout::tests::{overlap, timelines};
use crate::chart::seeded::seeded;
use crate::chart::text::Rect;
use proptest::prelude::*;

fn texts(a: &Across) -> Vec<&Text> {
    let mut all: Vec<&Text> = a.head.texts.iter().collect();
    all.extend(a.head.legend.iter().map(|(_, _, t)| t));
    all.extend(a.strip.iter().flat_map(|s| &s.texts));
    all.extend(&a.texts);
    all.extend(a.labels.iter().flat_map(|l| l.texts.texts()));
    all.extend(a.undated.iter().flat_map(|(_, t)| t.texts()));
    all.retain(|t| !t.lines.is_empty());
    all
}

proptest! {
    #![proptest_config(seeded(160))]

    #[test]
    fn across_texts_stay_apart_and_leaders_in_order(timeline in timelines(8), width in 400i32..1900) {
        let options = ChartOptions::new();
        let Some(a) = across(&timeline, &options, width * 10) else {
            return Ok(());
        };
        let boxes: Vec<(Rect, &Text)> = texts(&a).into_iter().map(|t| (t.bounds(), t)).collect();
        for (i, (b, t)) in boxes.iter().enumerate() {
            let inside = b[0] >= 0 && b[1] >= 0 && b[2] <= a.plan.cols.width && b[3] <= a.height;
            prop_assert!(inside, "outside the canvas: {:?} {:?}", b, t);
            for (c, u) in boxes.get(i + 1..).unwrap_or(&[]) {
                prop_assert!(!overlap(*b, *c), "{:?} {:?} over {:?} {:?}", b, t, c, u);
            }
        }
        for above in [true, false] {
            let row: Vec<&Label> = a.labels.iter().filter(|l| l.above == above).collect();
            for w in row.windows(2) {
                let y = |l: &Label| a.left + a.plan.axis.y(l.at);
                prop_assert!(y(w[0]) <= y(w[1]) && w[0].x < w[1].x);
            }
        }
        let drawn: usize = a.plan.items.groups.iter().map(|g| g.entries.len()).sum();
        prop_assert_eq!(drawn, timeline.events.len());
    }
}

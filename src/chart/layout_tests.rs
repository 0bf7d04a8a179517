use super::*;
use crate::chart::options::ChartOptions;
use crate::chart::pages::parts;
use crate::chart::seeded::seeded;
use crate::chart::text::Rect;
use crate::timeline::Timeline;
use proptest::prelude::*;

fn planned(timeline: &Timeline, width: Tenths) -> Plan {
    Plan::new(timeline, &ChartOptions::new(), width)
}

fn whole(plan: &Plan) -> Layout<'_> {
    Layout::new(plan, &Part::whole(plan))
}

fn timeline(json: &str) -> Timeline {
    serde_json::from_str(json).unwrap()
}

/// Half a pixel across and one down may be shared, as rounding of fonts may have it.
pub(in crate::chart) fn overlap(a: Rect, b: Rect) -> bool {
    a[2].min(b[2]) - a[0].max(b[0]) > 5 && a[3].min(b[3]) - a[1].max(b[1]) > 10
}

fn check(layout: &Layout<'_>) -> Result<(), TestCaseError> {
    let boxes: Vec<(Rect, &Text)> = layout.texts().into_iter().map(|t| (t.bounds(), t)).collect();
    for (i, (a, t)) in boxes.iter().enumerate() {
        let inside = a[0] >= 0 && a[1] >= 0 && a[2] <= layout.cols.width && a[3] <= layout.height;
        prop_assert!(inside, "outside the canvas: {:?} {:?}", a, t);
        for (b, u) in boxes.get(i + 1..).unwrap_or(&[]) {
            prop_assert!(!overlap(*a, *b), "{:?} {:?} over {:?} {:?}", a, t, b, u);
        }
        // Labels keep out of the gutter that belongs to leaders.
        let label = a[1] > layout.top - STUB && t.x >= layout.cols.axis;
        prop_assert!(!label || a[0] >= layout.cols.leader_to, "{:?}", t);
    }
    let dated: Vec<&Placed<'_>> = layout
        .groups
        .iter()
        .filter(|g| g.group.anchor.is_some())
        .collect();
    for w in dated.windows(2) {
        let y = |p: &Placed<'_>| layout.axis.y(p.group.anchor.unwrap_or(0));
        prop_assert!(y(w[0]) <= y(w[1]) && w[0].line < w[1].line);
    }
    let ys: Vec<Tenths> = layout
        .ticks
        .iter()
        .filter(|(_, t)| t.is_some())
        .map(|(t, _)| layout.axis.y(t.at))
        .collect();
    prop_assert!(ys.windows(2).all(|w| w[1] - w[0] >= 160));
    Ok(())
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,12}( [a-z]{1,12}){0,25}",
        "\\PC{0,60}",
        "[W@M]{40,80}",
        "[\u{4e00}-\u{4eff}]{1,60}",
        "[\u{5d0}-\u{5ea} ]{1,60}",
        Just(String::new()),
    ]
}

fn event() -> impl Strategy<Value = serde_json::Value> {
    let day = |n: i64| (crate::time::day(2025, 1, 27).unwrap() + chrono::TimeDelta::days(n)).to_string();
    let near = prop_oneof![3 => -10i64..10, 2 => -400i64..100, 1 => -40_000i64..8_000];
    let length = prop_oneof![Just(1i64), 1i64..40, -5i64..3000];
    let shape = prop_oneof![Just("point"), Just("window"), Just("duration"), Just("open")];
    let relation = prop_oneof![
        Just("within"),
        Just("since"),
        Just("until"),
        Just("by"),
        Just("repeats")
    ];
    let certainty = prop_oneof![Just("stated"), Just("inferred"), Just("ambiguous")];
    let grain = prop_oneof![3 => Just("day"), 1 => Just("month"), 1 => Just("year"), 1 => Just("minute")];
    let ends = (0u8..10, any::<bool>(), 0i64..1440);
    (near, length, shape, relation, certainty, grain, ends, words(), words()).prop_map(
        move |(at, length, shape, relation, certainty, grain, (open, approx, minute), statement, phrase)| {
            let clock = if grain == "minute" { format!("T{:02}:{:02}", minute / 60, minute % 60) } else { String::new() };
            let (a, b) = (format!("{}{clock}", day(at)), format!("{}{clock}", day(at + length)));
            let start = if open == 0 || open == 1 { None } else { Some(a.clone()) };
            let end = if open == 2 || open == 1 { None } else { Some(b) };
            serde_json::json!({
                "statement": statement, "phrase": phrase, "relation": relation, "certainty": certainty,
                "when": {"value": "x", "start": start, "end": end, "grain": grain, "shape": shape, "approx": approx},
                "alternatives": [{"value": "x", "start": day(at + 7), "end": day(at + 8)}],
            })
        },
    )
}

/// Up to so many events and two documents.
pub(in crate::chart) fn timelines(most: usize) -> impl Strategy<Value = Timeline> {
    (proptest::collection::vec(event(), 0..most), words(), 0usize..3).prop_map(|(mut events, title, docs)| {
        for (i, e) in events.iter_mut().enumerate() {
            e["id"] = format!("e{}", i + 1).into();
        }
        let documents: Vec<_> = (0..docs)
            .map(|i| {
                serde_json::json!({"id": format!("d{i}"), "name": "harbour", "source": "-",
                    "published": {"date": format!("2025-01-{}", 27 + i), "from": "option"}})
            })
            .collect();
        let json = serde_json::json!({
            "schema": "dateline/1", "title": title, "events": events, "documents": documents
        });
        serde_json::from_value(json).unwrap()
    })
}

proptest! {
    #![proptest_config(seeded(160))]

    #[test]
    fn texts_stay_apart_and_inside(timeline in timelines(40), width in prop_oneof![280i32..760, 760i32..1700]) {
        check(&whole(&planned(&timeline, width * 10)))?;
    }

    #[test]
    fn rows_hold_every_event(timeline in timelines(40), width in 280i32..1700) {
        let plan = planned(&timeline, width * 10);
        let layout = whole(&plan);
        let rows: usize = layout.groups.iter().map(|g| g.group.entries.len()).sum();
        prop_assert_eq!(rows, timeline.events.len());
        for g in &layout.groups {
            if let Some(at) = g.group.anchor {
                prop_assert!(layout.axis.shows(at));
            }
        }
    }
}

/// The events that a page shows and those that it counts.
fn told(layout: &Layout<'_>) -> (Vec<String>, usize) {
    let groups = || layout.groups.iter().map(|g| g.group);
    let ids = groups().flat_map(|g| &g.entries).map(|e| e.id.clone()).collect();
    let counted = groups()
        .map(|g| g.more + g.rest.as_ref().map_or(0, |r| r.count))
        .sum();
    (ids, counted)
}

proptest! {
    #![proptest_config(seeded(60))]

    #[test]
    fn every_event_is_drawn_or_counted(timeline in timelines(40), width in 280i32..1700, most in 0usize..20) {
        let options = ChartOptions::new().max_rows(most);
        let plan = Plan::new(&timeline, &options, width * 10);
        let layout = whole(&plan);
        check(&layout)?;
        let (ids, counted) = told(&layout);
        prop_assert_eq!(ids.len(), most.min(timeline.events.len()));
        prop_assert_eq!(ids.len() + counted, timeline.events.len());
        // Nothing is said to be left out where events lie that are only counted.
        for (from, to) in plan.items.groups.iter().filter_map(|g| g.rest.as_ref()?.ends()) {
            let folds = plan.axis.pieces.iter().filter(|p| p.is_fold());
            for fold in folds {
                prop_assert!(fold.to <= from || fold.from >= to);
            }
        }
    }

    #[test]
    fn pages_hold_every_event_once(timeline in timelines(40), width in 280i32..1700, height in 1_000i32..4_000) {
        let options = ChartOptions::new().page_height(height as u32).max_rows(usize::MAX);
        let plan = Plan::new(&timeline, &options, width * 10);
        let parts = parts(&plan, height * 10);
        let mut ids = Vec::new();
        for part in &parts {
            let layout = Layout::new(&plan, part);
            check(&layout)?;
            prop_assert!(part.rows.len() <= 1 || part.is_last() || layout.height <= height * 10);
            for g in layout.groups.iter().filter_map(|g| g.group.anchor) {
                let (from, to) = layout.axis.ends();
                prop_assert!(from <= g && g <= to);
            }
            ids.extend(told(&layout).0);
        }
        ids.sort();
        let mut all: Vec<String> = timeline.events.iter().map(|e| e.id.clone()).collect();
        all.sort();
        prop_assert_eq!(ids, all);
        for w in parts.windows(2) {
            prop_assert_eq!(w[0].rows.end, w[1].rows.start);
            prop_assert_eq!(w[0].stretch.unwrap().1, w[1].stretch.unwrap().0);
        }
    }
}

#[test]
fn nothing_at_all_is_a_chart_too() {
    let empty = timeline(r#"{"schema":"dateline/1","events":[]}"#);
    for width in [2800, 12_000] {
        let plan = planned(&empty, width);
        let layout = whole(&plan);
        check(&layout).unwrap();
        assert!(
            layout
                .texts()
                .iter()
                .any(|t| t.lines.join(" ").contains("No dated events were found."))
        );
    }
}

#[test]
fn a_bar_of_the_past_ends_at_the_publication_line() {
    let t = timeline(
        r#"{"schema":"dateline/1",
            "documents":[{"id":"d1","name":"a","source":"a","published":{"date":"2025-01-27","from":"option"}}],
            "events":[{"id":"e1","statement":"s","when":{"value":"2025-01","start":"2025-01-01","end":"2025-01-28",
                "grain":"month","shape":"window","cut":true}}]}"#,
    );
    let plan = planned(&t, 12_000);
    let layout = whole(&plan);
    let bar = layout.groups[0].group.bar.unwrap();
    assert_eq!(bar.to, Some(layout.publications[0].at));
    assert_eq!(layout.groups[0].group.date, "1–27 January 2025");
}

/// An article of the usual kind: two years long ago, some months, a crowded week.
#[test]
fn leaders_are_short() {
    let t = timeline(include_str!("../../tests/chart-golden/harbour.json"));
    let plan = planned(&t, 12_000);
    let layout = whole(&plan);
    let leaders = layout.leaders();
    let (sum, longest) = (
        leaders.iter().sum::<Tenths>(),
        leaders.iter().max().copied().unwrap_or(0),
    );
    let mean = sum / Tenths::try_from(leaders.len()).unwrap();
    assert!(mean <= 250 && longest <= 700, "mean {mean}, longest {longest}");
}

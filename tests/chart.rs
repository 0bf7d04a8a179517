//! What the chart promises: well-formed, complete, the same bytes every time, and pictures that were looked at.
#![cfg(feature = "chart")]

#[path = "common/seeded.rs"]
mod seeded;

use cpu_time::ThreadTime;
use dateline::chart::{
    ChartColor, ChartError, ChartLayout, ChartOptions, MAX_WIDTH, MIN_WIDTH, draw, draw_pages, layout_of,
};
use dateline::timeline::Timeline;
use proptest::prelude::*;
use seeded::seeded;
use std::path::{Path, PathBuf};

fn svg(timeline: &Timeline, width: u32) -> String {
    draw(timeline, &ChartOptions::new().width(width)).unwrap()
}

fn golden_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/chart-golden")
}

fn golden(name: &str) -> Timeline {
    serde_json::from_str(&std::fs::read_to_string(golden_dir().join(name)).unwrap()).unwrap()
}

fn timeline(events: &[serde_json::Value]) -> Timeline {
    let json = serde_json::json!({"schema": "dateline/1", "title": "Test", "events": events});
    serde_json::from_value(json).unwrap()
}

fn event(id: &str, statement: &str, start: &str, end: &str) -> serde_json::Value {
    serde_json::json!({"id": id, "statement": statement, "when": {"value": start, "start": start, "end": end}})
}

/// Every `name.json` is drawn as `name-WIDTH.svg`. `UPDATE_GOLDEN=1 cargo test` writes them anew; look at each
/// before it is committed.
#[test]
fn golden_pictures() {
    let mut names: Vec<_> = std::fs::read_dir(golden_dir())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    names.sort();
    for name in names.iter().filter_map(|n| n.to_str()?.strip_suffix(".json")) {
        let timeline = golden(&format!("{name}.json"));
        for width in [1200, 390] {
            kept(&format!("{name}-{width}"), &svg(&timeline, width));
        }
    }
    let harbour = golden("harbour.json");
    kept("harbour-720", &svg(&harbour, 720));
    let across = ChartOptions::new().layout(ChartLayout::Horizontal);
    kept("harbour-across", &draw(&harbour, &across).unwrap());
    let certain = ChartOptions::new().color(ChartColor::Certainty);
    kept(
        "merged-certainty",
        &draw(&golden("merged.json"), &certain).unwrap(),
    );
    kept("thousand-1200", &svg(&thousand(), 1200));
    let few = ChartOptions::new().width(390).max_rows(12);
    kept("thousand-390", &draw(&thousand(), &few).unwrap());
    let pages = ChartOptions::new().max_rows(200).page_height(4_000);
    let pages = draw_pages(&thousand(), &pages).unwrap();
    kept("thousand-page-2", &pages[1]);
}

/// Holds a picture against the one that was looked at.
fn kept(name: &str, drawn: &str) {
    roxmltree::Document::parse(drawn).unwrap();
    let path = golden_dir().join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, drawn).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(drawn == kept, "{} is drawn otherwise now", path.display());
}

/// A thousand events on seven hundred days, some days with several.
fn thousand() -> Timeline {
    let day =
        |n: u64| (chrono::NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + chrono::Days::new(n)).to_string();
    let told = [
        "the council votes on the bridge and the ferry",
        "the harbour master hires two divers",
        "a storm closes the pier",
        "insurers withdraw from the lower town",
        "the mayor tours the flooded streets and promises a new sea wall before the next winter",
    ];
    let events: Vec<_> = (0..1000u64)
        .map(|i| {
            let at = i * i % 1601;
            let mut e = event(&format!("e{i}"), told[i as usize % 5], &day(at), &day(at + 1));
            e["certainty"] = ["stated", "inferred", "ambiguous"][i as usize % 3].into();
            e["sentence_span"] = serde_json::json!([i * 7919 % 1000 * 60, i * 7919 % 1000 * 60 + 50]);
            e
        })
        .collect();
    timeline(&events)
}

#[test]
fn widths_out_of_range_are_refused() {
    let empty = timeline(&[]);
    for width in [0, MIN_WIDTH - 1, MAX_WIDTH + 1, u32::MAX] {
        let refused = draw(&empty, &ChartOptions::new().width(width));
        assert_eq!(refused, Err(ChartError::Width(width)));
    }
    assert!(ChartError::Width(100).to_string().contains("280"));
    for width in [MIN_WIDTH, MAX_WIDTH] {
        assert!(svg(&empty, width).contains("No dated events were found."));
    }
}

#[test]
fn an_event_carries_its_data_and_its_reasons() {
    let drawn = svg(&golden("harbour.json"), 1200);
    let xml = roxmltree::Document::parse(&drawn).unwrap();
    let root = xml.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(root.attribute("lang"), Some("en"));
    let e7 = xml
        .descendants()
        .find(|n| n.attribute("id") == Some("e7"))
        .unwrap();
    assert_eq!(e7.attribute("data-start"), Some("2025-01-20"));
    assert_eq!(e7.attribute("data-end"), Some("2025-01-21"));
    assert_eq!(e7.attribute("data-grain"), Some("day"));
    assert_eq!(e7.attribute("data-certainty"), Some("ambiguous"));
    let title = e7.first_element_child().unwrap().text().unwrap();
    for part in [
        "Mon 20 January 2025",
        "praises the crew",
        "“On Monday”",
        "publication date, from the date line",
        "or Mon 27 January",
    ] {
        assert!(title.contains(part), "{part} in {title}");
    }
    let desc = xml
        .descendants()
        .find(|n| n.has_tag_name("desc"))
        .unwrap()
        .text()
        .unwrap();
    assert_eq!(desc.lines().count(), 15);
    assert!(desc.contains("Since about 2019: After the talks failed"));
    for part in [
        "Published Monday 27 January 2025",
        "4 years 9 months not drawn",
        "lasted this long",
    ] {
        assert!(drawn.contains(part), "{part}");
    }
    assert!(
        !drawn.contains("again and again"),
        "the legend holds only what occurs"
    );
    assert!(drawn.contains("@media screen and (prefers-color-scheme:dark)"));
    assert!(drawn.len() < 40_000, "{}", drawn.len());
}

/// Leaders cannot cross while all of them run from one x to another one, and keep their order at both.
#[test]
fn leaders_are_of_one_family() {
    for name in ["harbour", "open-ends", "minutes", "merged"] {
        for width in [1200, 390] {
            let drawn = svg(&golden(&format!("{name}.json")), width);
            let leads: Vec<Vec<f64>> = drawn
                .split("class=\"lead ")
                .skip(1)
                .map(|part| {
                    let d = part.split("d=\"").nth(1).unwrap().split('"').next().unwrap();
                    d.split(['M', 'C', ' '])
                        .filter(|n| !n.is_empty())
                        .map(|n| n.parse().unwrap())
                        .collect()
                })
                .collect();
            for lead in &leads {
                let [x0, y0, x1, y1, x2, y2, x3, y3] = lead[..] else {
                    panic!("{lead:?}");
                };
                assert_eq!((x0, x3), (leads[0][0], leads[0][6]), "{name}");
                assert_eq!((x1, y1, x2, y2), (leads[0][2], y0, leads[0][2], y3), "{name}");
            }
            assert!(
                leads.windows(2).all(|w| w[0][1] <= w[1][1] && w[0][7] < w[1][7]),
                "{name}"
            );
        }
    }
}

#[test]
fn markup_and_controls_stay_text() {
    let nasty = "a <script>alert(1)</script> ]]> & \u{0} \u{1b} \u{202e}txet \u{ffff} \"q\" 'r'";
    let mut e = event("e1\u{1}<>&\"", nasty, "2025-01-20", "2025-01-21");
    e["phrase"] = nasty.into();
    let drawn = svg(&timeline(&[e]), 600);
    roxmltree::Document::parse(&drawn).unwrap();
    assert!(!drawn.contains("<script") && !drawn.contains('\u{202e}') && !drawn.contains('\u{1b}'));
}

#[test]
fn text_from_right_to_left_is_marked() {
    let drawn = svg(
        &timeline(&[event("e1", "הנמל נפתח", "2025-01-20", "2025-01-21")]),
        900,
    );
    assert_eq!(drawn.matches("direction=\"rtl\"").count(), 1);
}

#[test]
fn dates_at_the_ends_of_the_calendar() {
    for (start, end) in [
        ("0001-01-01", "0002-01-01"),
        ("9999-12-31", "9999-12-31"),
        ("-9999-01-01", "9999-01-01"),
        ("99999-12-31", "99999-12-31"),
        ("-99999-01-01", "99999-12-31"),
        ("2025-01-20T23:59", "2025-01-21T00:00"),
        ("2025-01-21", "2020-01-01"),
    ] {
        for shape in ["point", "window", "duration", "open"] {
            for grain in [
                "second",
                "day",
                "weekend",
                "season",
                "half",
                "decade",
                "century",
                "millennium",
            ] {
                let mut e = event("e1", "s", start, end);
                e["when"]["shape"] = shape.into();
                e["when"]["grain"] = grain.into();
                let mut open = e.clone();
                open["id"] = "e2".into();
                open["when"]["start"] = serde_json::Value::Null;
                let mut since = e.clone();
                since["id"] = "e3".into();
                since["when"]["end"] = serde_json::Value::Null;
                let drawn = svg(&timeline(&[e, open, since]), 760);
                for id in ["id=\"e1\"", "id=\"e2\"", "id=\"e3\""] {
                    assert!(drawn.contains(id), "{start} {end} {shape} {grain}");
                }
            }
        }
    }
}

#[test]
fn a_thousand_events_are_drawn_at_once() {
    let timeline = thousand();
    for most in [60, usize::MAX] {
        let options = ChartOptions::new().max_rows(most);
        let best = fastest(|| draw(&timeline, &options).unwrap());
        // 50 ms of processor time is the aim in release; an unoptimised build is given twenty times that.
        let limit = if cfg!(debug_assertions) { 1.0 } else { 0.05 };
        assert!(best < limit, "{most} rows: {best} s");
    }
}

/// The processor time of the fastest of five runs, in seconds.
fn fastest(run: impl Fn() -> String) -> f64 {
    let mut best = f64::MAX;
    for _ in 0..5 {
        let start = ThreadTime::now();
        let drawn = run();
        best = best.min(start.elapsed().as_secs_f64());
        assert!(drawn.contains("1,000 dated statements"));
    }
    best
}

/// Criterion of every chart: what the JSON holds is in the picture or counted in it.
#[test]
fn every_event_is_drawn_or_counted() {
    let timeline = thousand();
    let told = |drawn: &str| {
        let xml = roxmltree::Document::parse(drawn).unwrap();
        let events = xml.descendants().filter(|n| n.has_attribute("data-certainty"));
        let counts = xml.descendants().filter_map(|n| n.attribute("data-count"));
        events.count() + counts.map(|n| n.parse::<usize>().unwrap()).sum::<usize>()
    };
    for most in [0, 1, 60, 999, 1000] {
        let drawn = draw(&timeline, &ChartOptions::new().max_rows(most)).unwrap();
        assert_eq!(told(&drawn), 1000, "{most}");
        let says = drawn.contains(&format!("{most} of 1,000 events drawn"));
        assert_eq!(says, most < 1000, "{most}");
    }
    let pages = draw_pages(
        &timeline,
        &ChartOptions::new().max_rows(usize::MAX).page_height(4_000),
    )
    .unwrap();
    assert_eq!(pages.iter().map(|p| told(p)).sum::<usize>(), 1000);
    for (i, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("(page {} of {})</title>", i + 1, pages.len())));
        let xml = roxmltree::Document::parse(page).unwrap();
        let height: f64 = xml.root_element().attribute("height").unwrap().parse().unwrap();
        assert!(height <= 4_000.0, "{height}");
    }
}

#[test]
fn across_the_page_while_there_is_room() {
    let timeline = golden("harbour.json");
    let options = ChartOptions::new().layout(ChartLayout::Horizontal);
    assert_eq!(layout_of(&timeline, &options), Ok(ChartLayout::Horizontal));
    let drawn = draw(&timeline, &options).unwrap();
    for e in &timeline.events {
        assert_eq!(drawn.matches(&format!("id=\"{}\"", e.id)).count(), 1);
    }
    let narrow = options.clone().width(700);
    assert_eq!(layout_of(&timeline, &narrow), Ok(ChartLayout::Vertical));
    assert_eq!(draw(&timeline, &narrow).unwrap(), svg(&timeline, 700));
    assert_eq!(layout_of(&thousand(), &options), Ok(ChartLayout::Vertical));
}

fn any_event() -> impl Strategy<Value = serde_json::Value> {
    let moment = prop_oneof![
        Just(serde_json::Value::Null),
        (-300i32..2100, 1u32..13, 1u32..29).prop_map(|(y, m, d)| {
            let sign = if y < 0 { "-" } else { "" };
            format!("{sign}{:04}-{m:02}-{d:02}", y.abs()).into()
        }),
        (1u32..29, 0u32..24, 0u32..60)
            .prop_map(|(d, h, m)| format!("2025-01-{d:02}T{h:02}:{m:02}+09:00").into()),
    ];
    let grain = proptest::sample::select(vec![
        "second", "minute", "hour", "day", "week", "month", "season", "year", "century",
    ]);
    let shape = proptest::sample::select(vec!["point", "window", "duration", "open"]);
    let relation = proptest::sample::select(vec![
        "within",
        "throughout",
        "since",
        "until",
        "by",
        "after",
        "before",
        "repeats",
    ]);
    (moment.clone(), moment, grain, shape, relation, any::<bool>(), any::<String>(), any::<String>()).prop_map(
        |(start, end, grain, shape, relation, approx, statement, phrase)| {
            serde_json::json!({
                "statement": statement, "phrase": phrase, "relation": relation,
                "when": {"value": phrase, "start": start, "end": end, "grain": grain, "shape": shape, "approx": approx},
                "attribution": {"text": phrase}, "why": [{"step": statement, "rule": phrase, "note": phrase}],
                "alternatives": [{"value": statement, "start": end, "end": start, "note": phrase}],
            })
        },
    )
}

proptest! {
    #![proptest_config(seeded(120))]

    #[test]
    fn whatever_a_timeline_holds_is_drawn(
        mut events in proptest::collection::vec(any_event(), 0..20),
        title in any::<String>(),
        width in 280u32..1600,
    ) {
        for (i, e) in events.iter_mut().enumerate() {
            e["id"] = format!("e{}", i + 1).into();
        }
        let mut timeline = timeline(&events);
        timeline.title = title;
        let drawn = svg(&timeline, width);
        let xml = roxmltree::Document::parse(&drawn);
        prop_assert!(xml.is_ok(), "{:?}", xml.err());
        for e in &timeline.events {
            let quoted = format!("id=\"{}\"", e.id);
            prop_assert_eq!(drawn.matches(&quoted).count(), 1);
        }
        prop_assert_eq!(&drawn, &svg(&timeline, width), "the same bytes every time");
    }
}

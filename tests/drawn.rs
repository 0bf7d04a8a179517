//! What a person may do to a timeline's JSON before it is drawn again, and how a chart can be asked for.
#![cfg(feature = "cli")]

mod common;

use common::{refused, run_in};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const TEXT: &[u8] = b"Monday, 27 January 2025\n\nThe pier is shut\n\nThe storm tore it apart on Friday. \
It had been repaired in October. The council will vote tomorrow.";

/// A folder with the JSON of a small text, and that JSON.
fn built() -> (tempfile::TempDir, Value) {
    let dir = tempfile::tempdir().expect("a folder for the test");
    fs::write(dir.path().join("pier.txt"), TEXT).unwrap();
    let got = run_in(dir.path(), &["build", "pier.txt", "--out", ".", "--quiet"], b"");
    assert_eq!(got.code, 0, "{}", got.err);
    let json = fs::read_to_string(dir.path().join("pier.json")).unwrap();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["events"].as_array().unwrap().len(), 3);
    (dir, json)
}

fn drawn(dir: &Path, json: &Value, more: &[&str]) -> String {
    fs::write(dir.join("pier.json"), json.to_string()).unwrap();
    let mut args = vec!["draw", "pier.json"];
    args.extend(more);
    let got = run_in(dir, &args, b"");
    assert_eq!(got.code, 0, "{}", got.err);
    fs::read_to_string(dir.join("pier.svg")).unwrap()
}

#[test]
fn an_edited_timeline_is_drawn_as_it_was_edited() {
    let (dir, mut json) = built();
    json["title"] = "The pier, mended".into();
    json["events"][1]["statement"] = "the storm took the pier".into();
    json["events"][1]["when"]["value"] = "2025-01-23".into();
    json["events"].as_array_mut().unwrap().remove(0);
    let svg = drawn(dir.path(), &json, &[]);
    for part in [
        "The pier, mended",
        "The storm took the pier",
        "Thu 23 January 2025",
        "data-start=\"2025-01-23\"",
        "data-end=\"2025-01-24\"",
        "changed by hand to 2025-01-23",
        "2 dated statements",
    ] {
        assert!(svg.contains(part), "{part}");
    }
    assert!(!svg.contains("repaired"));
}

#[test]
fn a_coarser_value_changes_the_grain() {
    let (dir, mut json) = built();
    json["events"][1]["when"]["value"] = "2025-01".into();
    let svg = drawn(dir.path(), &json, &[]);
    assert!(svg.contains("data-start=\"2025-01-01\" data-end=\"2025-02-01\" data-grain=\"month\""));
}

#[test]
fn a_wrong_field_is_named() {
    let (dir, json) = built();
    for (path, value, says) in [
        (
            "/events/0/when/value",
            json!("2025-02-30"),
            "events[0].when.value",
        ),
        ("/events/1/when/start", json!("Friday"), "events[1].when.start"),
        ("/events/1/when/end", json!("2024-01-01"), "events[1].when.end"),
        ("/events/2/certainty", json!("sure"), "events[2].certainty"),
        ("/events/2/id", json!("e1"), "events[2].id"),
        ("/events/0/statement", json!(7), "events[0].statement"),
        (
            "/documents/0/published/date",
            json!("soon"),
            "documents[0].published.date",
        ),
    ] {
        let mut edited = json.clone();
        *edited.pointer_mut(path).unwrap() = value;
        fs::write(dir.path().join("pier.json"), edited.to_string()).unwrap();
        refused(&run_in(dir.path(), &["draw", "pier.json"], b""), &[says]);
    }
}

#[test]
fn a_chart_as_it_is_asked_for() {
    let (dir, mut json) = built();
    let svg = drawn(dir.path(), &json, &["--layout", "horizontal"]);
    assert!(svg.contains("class=\"turned\""));
    let svg = drawn(dir.path(), &json, &["--max-rows", "1"]);
    assert!(svg.contains("1 of 3 events drawn"));
    let svg = drawn(dir.path(), &json, &["--color", "source"]);
    assert!(svg.contains(">pier</text>"), "the legend names the document");

    let first = json["events"][0].clone();
    let events = json["events"].as_array_mut().unwrap();
    for i in 0..150 {
        let mut e = first.clone();
        let day = format!("2024-{:02}-{:02}", i / 28 + 3, i % 28 + 1);
        e["id"] = format!("x{i}").into();
        e["when"] = json!({"value": day, "start": day, "end": null, "grain": "day", "shape": "open"});
        e["relation"] = "since".into();
        events.push(e);
    }
    fs::write(dir.path().join("long.json"), json.to_string()).unwrap();
    let got = run_in(dir.path(), &["draw", "long.json", "--layout", "horizontal"], b"");
    assert_eq!(got.code, 0);
    assert!(
        got.err.contains("too many dates") && got.err.contains("--width"),
        "{}",
        got.err
    );
    let got = run_in(dir.path(), &["draw", "long.json", "--pages"], b"");
    assert_eq!(got.code, 0, "{}", got.err);
    assert!(
        got.out.contains("long-page-1.svg") && got.out.contains("long-page-2.svg"),
        "{}",
        got.out
    );
    assert!(dir.path().join("long-page-2.svg").exists());
    let args = [
        "draw",
        "long.json",
        "--pages=a4",
        "--width",
        "900",
        "--out",
        "sheets",
    ];
    assert_eq!(run_in(dir.path(), &args, b"").code, 0);
    let mut sheets = 0;
    for entry in fs::read_dir(dir.path().join("sheets")).unwrap() {
        let svg = fs::read_to_string(entry.unwrap().path()).unwrap();
        let height = svg.split("height=\"").nth(1).and_then(|h| h.split('"').next());
        assert!(
            height.unwrap().parse::<f64>().unwrap() <= 900.0 * 297.0 / 210.0,
            "{height:?}"
        );
        sheets += 1;
    }
    assert!(sheets > 3, "{sheets}");
    refused(
        &run_in(dir.path(), &["draw", "long.json", "--pages=100"], b""),
        &["1000 pixels"],
    );
}

#[test]
fn what_draw_does_not_write() {
    let (dir, _) = built();
    refused(
        &run_in(dir.path(), &["draw", "pier.json", "--format", "json"], b""),
        &["copy"],
    );
    #[cfg(not(feature = "png"))]
    refused(
        &run_in(dir.path(), &["draw", "pier.json", "--format", "png"], b""),
        &["--features png"],
    );
    #[cfg(feature = "png")]
    refused(
        &run_in(
            dir.path(),
            &["draw", "pier.json", "--format", "png", "--font", "pier.txt"],
            b"",
        ),
        &["--font pier.txt", ".ttf"],
    );
}

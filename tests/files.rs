//! Timelines as files: what `build` and `events` write and `draw` takes back.
#![cfg(feature = "cli")]

mod common;

use common::{refused, run, run_in};
use serde_json::Value;
use std::fs;
use std::path::Path;

const HARBOUR: &str = "tests/articles/harbour.txt";
const TEXT: &[u8] = b"The pier opened on Friday. It had closed in October.";
const TIMELINE: &str = r#"{"schema":"dateline/1","title":"Pier","events":[
 {"id":"e1","statement":"the pier closed","when":{"value":"2024-10","start":"2024-10-01","end":"2024-11-01","grain":"month","shape":"window"}},
 {"id":"e2","statement":"the pier opened","when":{"value":"2025-01-24","start":"2025-01-24","end":"2025-01-25"}}]}"#;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

fn temp() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

#[test]
fn build_writes_chart_and_json() {
    let dir = temp();
    let harbour = Path::new(env!("CARGO_MANIFEST_DIR")).join(HARBOUR);
    let harbour = harbour.to_str().expect("a path in UTF-8");
    let args = ["build", harbour, "--today", "2025-02-10"];
    let got = run_in(dir.path(), &args, b"");
    assert_eq!(got.code, 0, "{}", got.err);
    let svg = fs::read_to_string(dir.path().join("output/harbour.svg")).expect("the chart");
    assert!(svg.starts_with("<svg") || svg.starts_with("<?xml"));
    let made = fs::read_to_string(dir.path().join("output/harbour.json")).expect("the JSON");
    let timeline = json(&made);
    assert_eq!(timeline["schema"], "dateline/1");
    assert_eq!(timeline["documents"][0]["published"]["date"], "2025-01-27");
    assert_ne!(timeline["digest"], "");
    assert!(got.out.contains("published 2025-01-27"));
    assert!(got.out.contains("harbour.svg"));
    assert!(
        got.err.contains("warning: ") && got.err.contains("has no year"),
        "{}",
        got.err
    );
    assert!(
        got.out
            .lines()
            .all(|l| l.chars().count() <= 100 || l.starts_with("wrote")),
        "{}",
        got.out
    );
    // Once more: the same bytes, and nothing in the way.
    let again = run_in(dir.path(), &args, b"");
    assert_eq!(again.code, 0, "{}", again.err);
    assert_eq!(
        fs::read_to_string(dir.path().join("output/harbour.json")).unwrap(),
        made
    );
    // What a person edited is kept.
    fs::write(
        dir.path().join("output/harbour.json"),
        made.replace("Halmouth", "HALMOUTH"),
    )
    .unwrap();
    refused(
        &run_in(dir.path(), &args, b""),
        &["harbour.json", "edited", "--force", "dateline draw"],
    );
    let forced = run_in(dir.path(), &[&args[..], &["--force"]].concat(), b"");
    assert_eq!(forced.code, 0, "{}", forced.err);
    assert_eq!(
        fs::read_to_string(dir.path().join("output/harbour.json")).unwrap(),
        made
    );
}

#[test]
fn build_names_its_files() {
    let dir = temp();
    for name in ["a/note.txt", "b/note.md", "b/skip.dat"] {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, TEXT).unwrap();
    }
    let args = [
        "build",
        "a",
        "b",
        "-",
        "--published",
        "2025-01-27",
        "--out",
        "o/p",
        "--format",
        "svg",
        "-q",
    ];
    let got = run_in(dir.path(), &args, TEXT);
    assert_eq!((got.code, got.out.as_str(), got.err.as_str()), (0, "", ""));
    let mut names: Vec<String> = fs::read_dir(dir.path().join("o/p"))
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["note-2.svg", "note.svg", "stdin.svg"]);
}

#[test]
fn good_inputs_are_written_and_bad_ones_named() {
    let dir = temp();
    fs::write(dir.path().join("good.txt"), TEXT).unwrap();
    let args = ["build", "missing.txt", "good.txt", "--published", "2025-01-27"];
    let got = run_in(dir.path(), &args, b"");
    refused(&got, &["missing.txt", "no such file"]);
    assert!(dir.path().join("output/good.svg").exists());
    assert!(got.out.contains("output/good.json"));
}

#[test]
fn events_of_one_and_of_several() {
    let one = run(&["events", HARBOUR, "--today", "2025-02-10"]);
    assert_eq!(one.code, 0, "{}", one.err);
    assert_eq!(json(&one.out)["documents"][0]["name"], "harbour");
    assert!(one.out.lines().count() > 3);
    let several = run(&["events", HARBOUR, "tests/articles/court.txt", "--with-text"]);
    assert_eq!(several.out.lines().count(), 2);
    let court = json(several.out.lines().last().unwrap());
    assert_eq!(court["documents"][0]["name"], "court");
    assert!(
        court["documents"][0]["text"]
            .as_str()
            .is_some_and(|t| t.len() > 100)
    );
}

#[test]
fn draw_takes_an_edited_json() {
    let dir = temp();
    fs::write(dir.path().join("pier.json"), TIMELINE).unwrap();
    let got = run_in(dir.path(), &["draw", "pier.json"], b"");
    assert_eq!(got.code, 0, "{}", got.err);
    let svg = fs::read_to_string(dir.path().join("pier.svg")).unwrap();
    assert!(svg.contains("pier closed") && svg.contains("Pier"), "{svg}");
    let args = [
        "draw",
        "pier.json",
        "--title",
        "Moorings",
        "--since",
        "2025",
        "--out",
        "charts",
    ];
    let got = run_in(dir.path(), &args, b"");
    assert_eq!(got.code, 0, "{}", got.err);
    assert!(got.out.contains("1 event"), "{}", got.out);
    let svg = fs::read_to_string(dir.path().join("charts/pier.svg")).unwrap();
    assert!(svg.contains("Moorings") && !svg.contains("pier closed"));
}

#[test]
fn draw_refuses_what_is_no_timeline() {
    let dir = temp();
    for (content, words) in [
        ("{\"a\":1}", &["pier.json", "schema"][..]),
        ("[1,2", &["pier.json", "line"]),
        ("\u{feff}plain words", &["pier.json"]),
        (
            r#"{"schema":"dateline/1","events":[{"id":"e1","statement":"x","when":{"value":"2024","start":"2024-13-01","end":"2025-01-01"}}]}"#,
            &["pier.json", "2024-13-01", "start"],
        ),
        (
            r#"{"schema":"dateline/1","events":[{"id":"e1","when":{"value":"2024"}}]}"#,
            &["pier.json", "statement"],
        ),
        (
            r#"{"schema":"dateline/1"}"#,
            &["pier.json: events: this field is missing"],
        ),
        (
            r#"{"schema":"dateline/1","events":3}"#,
            &["pier.json: events: it has to be a list"],
        ),
        (
            r#"{"schema":"dateline/1","events":[],"documents":[{"id":"d1","name":"a","source":"-","published":{"date":"soon","from":"row"}}]}"#,
            &["documents[0].published.date: this is no day", "2025-01-27"],
        ),
        (
            r#"{"schema":"dateline/1","events":[{"id":"e1","statement":"x","when":{"value":"foo","start":"2024-01-01"}}]}"#,
            &["events[0].when.value", "`foo`", "2025-01-27"],
        ),
        (
            r#"{"schema":"dateline/1","events":[{"id":"e1","statement":"x","when":{"value":"2024"}},
               {"id":"e1","statement":"y","when":{"value":"2025"}}]}"#,
            &["events[1].id", "events[0]", "its own"],
        ),
        (
            r#"{"schema":"dateline/1","events":[{"id":"1 <","statement":"x","when":{"value":"2024"}}]}"#,
            &["events[0].id", "`1 <`", "letter"],
        ),
        (
            r#"{"schema":"dateline/9","events":[]}"#,
            &["pier.json", "dateline/9", "dateline/1"],
        ),
    ] {
        fs::write(dir.path().join("pier.json"), content).unwrap();
        refused(&run_in(dir.path(), &["draw", "pier.json"], b""), words);
    }
    refused(
        &run_in(dir.path(), &["draw", "gone.json"], b""),
        &["gone.json", "no such file"],
    );
}

#[test]
fn what_is_in_the_way_is_said() {
    let dir = temp();
    fs::write(dir.path().join("pier.txt"), "It shut on 3 May 2019.").unwrap();
    fs::write(dir.path().join("afile"), "x").unwrap();
    for out in ["afile", "afile/deeper"] {
        let got = run_in(dir.path(), &["build", "pier.txt", "--out", out], b"");
        refused(&got, &[out, "a file stands where a folder should be", "--out"]);
        assert!(!got.err.contains("os error"), "{}", got.err);
    }
    for (args, words) in [
        (
            &["check", "gone.json"][..],
            &["gone.json", "no such file", "spelling"][..],
        ),
        (&["check", "."], &["this is a folder"]),
        (&["eval", "gone"], &["gone", "no such folder", "spelling"]),
        (&["draw", "."], &["this is a folder"]),
    ] {
        let got = run_in(dir.path(), args, b"");
        refused(&got, words);
        assert!(!got.err.contains("os error"), "{}", got.err);
    }
}

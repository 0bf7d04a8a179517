//! A timeline in the forms of other programs: a table for spreadsheets, a calendar.
#![cfg(feature = "cli")]

mod common;

use common::{refused, run, run_in};
use dateline::export::{Csv, Format, Ics};
use dateline::timeline::Timeline;
use serde_json::json;
use std::path::Path;

fn timeline(events: &[serde_json::Value]) -> Timeline {
    let json = json!({
        "schema": "dateline/1", "title": "Ferries, piers; and more",
        "documents": [{"id": "d1", "name": "ferries", "source": "ferries.txt",
                       "published": {"date": "2025-01-27", "from": "option"}}],
        "events": events,
    });
    serde_json::from_value(json).unwrap()
}

fn event(statement: &str, start: Option<&str>, end: Option<&str>) -> serde_json::Value {
    let value = start.or(end).unwrap_or_default();
    json!({"id": "e1", "statement": statement, "sources": ["d1"], "phrase": "on that day",
           "when": {"value": value, "start": start, "end": end}})
}

/// Reads RFC 4180 strictly.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut cell, mut inside) = (Vec::new(), String::new(), false);
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if inside && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => inside = !inside,
            ',' if !inside => row.push(std::mem::take(&mut cell)),
            '\r' if !inside => {
                assert_eq!(chars.next(), Some('\n'), "a row ends in CRLF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\n' if !inside => panic!("a line feed alone"),
            c => cell.push(c),
        }
    }
    assert!(
        cell.is_empty() && row.is_empty() && !inside,
        "the last row is ended"
    );
    rows
}

#[test]
fn a_table_has_one_row_per_event() {
    let mut odd = event(
        "=HYPERLINK(\"http://example.org\",\"x\")",
        Some("-0299-03-01"),
        None,
    );
    odd["attribution"] = json!({"text": "@clerk,\nof the port"});
    odd["alternatives"] = json!([{"value": "-0298"}, {"value": "-0297"}]);
    let made = timeline(&[
        event("Café “Ö” opened", Some("2025-01-24"), Some("2025-01-25")),
        odd,
    ]);
    let csv = Csv.write(&made).unwrap();
    let rows = rows(&csv);
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|r| r.len() == rows[0].len()));
    let cell = |row: usize, name: &str| {
        let column = rows[0].iter().position(|c| c == name).expect("a column");
        rows[row][column].as_str()
    };
    assert_eq!(cell(1, "statement"), "Café “Ö” opened");
    assert_eq!(
        (cell(1, "start"), cell(1, "end"), cell(1, "grain")),
        ("2025-01-24", "2025-01-25", "day")
    );
    assert_eq!(
        (cell(1, "documents"), cell(1, "published")),
        ("ferries", "2025-01-27")
    );
    assert_eq!(cell(2, "statement"), "'=HYPERLINK(\"http://example.org\",\"x\")");
    assert_eq!(cell(2, "attribution"), "'@clerk,\nof the port");
    assert_eq!((cell(2, "start"), cell(2, "end")), ("-0299-03-01", ""));
    assert_eq!(cell(2, "alternatives"), "'-0298; -0297");
}

/// The properties of each entry, unfolded.
fn entries(ics: &str) -> Vec<Vec<(String, String)>> {
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert!(ics.ends_with("END:VCALENDAR\r\n"));
    assert!(
        ics.split("\r\n")
            .all(|l| l.len() <= 75 && !l.contains(['\r', '\n'])),
        "folded"
    );
    let unfolded = ics.replace("\r\n ", "");
    unfolded
        .split("BEGIN:VEVENT\r\n")
        .skip(1)
        .map(|part| {
            let (inside, _) = part.split_once("END:VEVENT\r\n").expect("an end");
            let lines = inside.lines().map(|l| l.split_once(':').expect("a property"));
            lines.map(|(n, v)| (n.to_owned(), v.to_owned())).collect()
        })
        .collect()
}

fn property<'a>(entry: &'a [(String, String)], name: &str) -> &'a str {
    let found: Vec<_> = entry.iter().filter(|(n, _)| n == name).collect();
    assert!(found.len() <= 1, "{name} stands once");
    found.first().map_or("", |(_, v)| v)
}

#[test]
fn a_calendar_has_whole_days_with_an_end_after_them() {
    let mut late = event("It will open", None, Some("2025-02-01"));
    late["relation"] = json!("by");
    let made = timeline(&[
        event(
            "The pier, closed; for good\nor not",
            Some("2025-01-24"),
            Some("2025-01-25"),
        ),
        event("Talks went on", Some("2021-01-01"), None),
        late,
        event("The lamp was lit", Some("0900-05-01"), Some("0900-06-01")),
        event("Rome fell", Some("-0299-01-01"), Some("-0298-01-01")),
        event("Nobody knows", None, None),
    ]);
    let ics = Ics.write(&made).unwrap();
    assert!(ics.contains("X-WR-CALNAME:Ferries\\, piers\\; and more\r\n"));
    assert!(ics.replace("\r\n ", "").contains("X-WR-CALDESC:2 events are not"));
    let all = entries(&ics);
    assert_eq!(all.len(), 4);
    let days = |i: usize| {
        (
            property(&all[i], "DTSTART;VALUE=DATE"),
            property(&all[i], "DTEND;VALUE=DATE"),
        )
    };
    assert_eq!(days(0), ("20250124", "20250125"));
    assert_eq!(days(1), ("20210101", "20210102"));
    assert_eq!(days(2), ("20250131", "20250201"));
    assert_eq!(days(3), ("09000501", "09000601"));
    assert_eq!(
        property(&all[0], "SUMMARY"),
        "The pier\\, closed\\; for good\\nor not"
    );
    assert_eq!(property(&all[1], "SUMMARY"), "Since: Talks went on");
    assert_eq!(property(&all[2], "SUMMARY"), "By: It will open");
    assert!(property(&all[0], "DESCRIPTION").contains("In the text: “on that day”\\n"));
    assert!(all.iter().all(|e| property(e, "DTSTAMP") == "20250127T000000Z"));
}

#[test]
fn a_calendar_keeps_clock_times() {
    let made = timeline(&[
        event(
            "The gale broke",
            Some("2025-01-24T23:30+09:00"),
            Some("2025-01-25T00:30+09:00"),
        ),
        event(
            "The bell rang",
            Some("2025-01-24T14:30"),
            Some("2025-01-24T14:31"),
        ),
        event("The watch began", Some("2025-01-24T14:30"), None),
    ]);
    let all = entries(&Ics.write(&made).unwrap());
    let ends = |i: usize| (property(&all[i], "DTSTART"), property(&all[i], "DTEND"));
    assert_eq!(ends(0), ("20250124T143000Z", "20250124T153000Z"));
    assert_eq!(ends(1), ("20250124T143000", "20250124T143100"));
    assert_eq!(ends(2), ("20250124T143000", ""));
}

#[test]
fn an_entry_keeps_its_name() {
    let one = event("The pier opened", Some("2025-01-24"), Some("2025-01-25"));
    let uid = |made: &Timeline, i: usize| property(&entries(&Ics.write(made).unwrap())[i], "UID").to_owned();
    let alone = uid(&timeline(std::slice::from_ref(&one)), 0);
    let other = event("The lamp was lit", Some("1900-05-01"), Some("1900-05-02"));
    let pair = timeline(&[other, one.clone(), one]);
    assert_eq!(uid(&pair, 1), alone, "another event before it changes nothing");
    assert_ne!(uid(&pair, 1), uid(&pair, 2), "twins are told apart");
    let mut undated = timeline(&[event("The pier opened", Some("2025-01-24"), None)]);
    undated.documents.clear();
    let ics = Ics.write(&undated).unwrap();
    assert!(ics.contains("DTSTAMP:19700101T000000Z"));
}

#[test]
fn the_program_writes_both() {
    let args = |format| {
        [
            "events",
            "-",
            "tests/articles/court.txt",
            "--published",
            "2025-01-27",
            "--format",
            format,
        ]
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let csv = run_in(root, &args("csv"), b"The pier opened on Friday.");
    let table = rows(&csv.out);
    assert_eq!(table[1][table[1].len() - 2], "stdin");
    assert_eq!(
        csv.out.matches("id,start").count(),
        1,
        "one row of names for all inputs"
    );
    assert!(table.len() > 3);
    let ics = run_in(root, &args("ics"), b"The pier opened on Friday.");
    assert_eq!(ics.out.matches("BEGIN:VCALENDAR").count(), 2);
    assert_eq!(ics.out.matches("BEGIN:VEVENT").count(), table.len() - 1);
    for more in ["--jsonl", "--with-text"] {
        refused(&run(&["events", "-", "--format", "csv", more]), &["--format"]);
    }
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().to_str().unwrap();
    let built = run_in(
        root,
        &["build", "-", "--format", "csv,ics", "--out", out],
        b"Opened in 1998.",
    );
    assert_eq!(built.code, 0, "{}", built.err);
    let mut names: Vec<_> = std::fs::read_dir(dir.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["stdin.csv", "stdin.ics"]);
}

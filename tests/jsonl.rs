//! The filter: `tag --jsonl` and `events --jsonl`.
#![cfg(feature = "cli")]

mod common;

use common::{Run, refused, run_in};
use serde_json::{Value, json};
use std::path::Path;

fn filter(args: &[&str], stdin: &[u8]) -> Run {
    run_in(Path::new("."), args, stdin)
}

fn parsed(got: &Run) -> Vec<Value> {
    let line = |l: &str| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l}"));
    got.out.lines().map(line).collect()
}

/// Rows of very different lengths, some of them bad.
fn rows(n: usize) -> String {
    let told = [
        "The ferry sank on Friday off Sele, and the last of the crew was found two days later.",
        "In October the council had voted 5–3 against the bridge.",
        "Nothing happened.",
        "Häfen and quays were rebuilt between 1998 and 2003; the lock has been shut since 3 May 2019.",
    ];
    let mut out = String::new();
    for i in 0..n {
        let row = match i % 97 {
            13 => "{\"id\":".to_owned(),
            41 => String::new(),
            60 => json!({"id": i, "text": ["no", "string"]}).to_string(),
            _ => {
                let text: Vec<_> = (0..i % 6).map(|k| told[(i + k) % told.len()]).collect();
                let day = format!("20{:02}-{:02}-{:02}", i % 25, 1 + i % 12, 1 + i % 28);
                json!({"id": i, "published": day, "text": text.join("\n\n"), "rank": [i, {"x": null}]})
                    .to_string()
            }
        };
        out += &row;
        out.push('\n');
    }
    out
}

#[test]
fn a_row_becomes_a_line() {
    let row =
        r#"{"id":"pier","published":"2025-01-27T09:30+01:00","title":"A pier","text":"It shut on Friday."}"#;
    let got = filter(&["tag", "--jsonl"], row.as_bytes());
    assert_eq!((got.code, got.err.as_str()), (0, ""));
    let [doc] = &parsed(&got)[..] else {
        panic!("{}", got.out)
    };
    assert_eq!(
        (&doc["schema"], &doc["id"], &doc["title"]),
        (&json!("dateline/1"), &json!("pier"), &json!("A pier"))
    );
    assert_eq!(
        (&doc["published"]["from"], &doc["published"]["offset"]),
        (&json!("row"), &json!("+01:00"))
    );
    assert_eq!(doc["mentions"][0]["when"]["value"], "2025-01-24");
    assert_eq!(doc["mentions"][0]["span"], json!([11, 17]));

    let got = filter(&["events", "--jsonl", "-", "--with-text"], row.as_bytes());
    let [made] = &parsed(&got)[..] else {
        panic!("{}", got.out)
    };
    assert_eq!(
        (&made["id"], &made["documents"][0]["name"]),
        (&json!("pier"), &json!("pier"))
    );
    assert_eq!(made["events"][0]["when"]["start"], "2025-01-24");
    assert_eq!(made["documents"][0]["text"], "It shut on Friday.");
    // A row's timeline is one like any other: `draw` takes it.
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("pier.json"), &got.out).unwrap();
    let drawn = run_in(dir.path(), &["draw", "pier.json"], b"");
    assert_eq!(drawn.code, 0, "{}", drawn.err);
}

#[test]
fn same_bytes_on_any_number_of_threads() {
    let input = rows(3000);
    for command in ["tag", "events"] {
        let one = filter(&[command, "--jsonl", "--threads", "1"], input.as_bytes());
        assert_eq!(one.code, 0, "{}", one.err);
        for threads in ["2", "7"] {
            let more = filter(&[command, "--jsonl", "--threads", threads], input.as_bytes());
            assert!(
                one.out == more.out && one.err == more.err,
                "{command} on {threads} threads"
            );
        }
        let lines = parsed(&one);
        assert_eq!(lines.len(), 3000);
        let mut bad = 0;
        for (i, line) in lines.iter().enumerate() {
            match i % 97 {
                13 | 41 => assert_eq!(line["id"], Value::Null),
                _ => assert_eq!(line["id"], i),
            }
            bad += usize::from(line.get("error").is_some());
        }
        assert_eq!(
            bad,
            (0..3000).filter(|i| [13, 41, 60].contains(&(i % 97))).count()
        );
        let told = format!("{bad} of 3000 rows");
        assert!(
            one.err.contains(&told) && one.err.lines().count() == 1,
            "{}",
            one.err
        );
    }
    let quiet = filter(&["tag", "--jsonl", "--quiet"], b"\n");
    assert_eq!((quiet.code, quiet.err.as_str()), (0, ""));
}

#[test]
fn a_bad_row_stops_nothing() {
    let mut input = b"{\"id\":1,\"text\":\"It shut in 1998.\"}\r\n".to_vec();
    let bad: [(&[u8], &str, Value); 6] = [
        (b"", "empty-line", Value::Null),
        (b"{\"id\":2,\"text\":\"\xff\"}", "not-utf8", Value::Null),
        (b"[3]", "not-an-object", Value::Null),
        (b"{\"id\":4,\"text\":\"x\"", "bad-json", Value::Null),
        (b"{\"id\":5}", "no-text", json!(5)),
        (
            b"{\"id\":\"six\",\"text\":\"x\",\"published\":\"next week\"}",
            "bad-published",
            json!("six"),
        ),
    ];
    for (row, ..) in &bad {
        input.extend_from_slice(row);
        input.push(b'\n');
    }
    input.extend_from_slice(b"{\"text\":\"It opened in 2003.\"}");
    let got = filter(&["tag", "--jsonl"], &input);
    assert_eq!(got.code, 0);
    assert!(got.err.contains("6 of 8 rows"), "{}", got.err);
    let lines = parsed(&got);
    assert_eq!(lines.len(), 8);
    assert_eq!(lines[0]["mentions"][0]["when"]["value"], "1998");
    for (line, (_, code, id)) in lines[1..7].iter().zip(&bad) {
        assert_eq!((&line["id"], &line["error"]["code"]), (id, &json!(code)));
        assert!(
            line["error"]["message"].as_str().is_some_and(|m| m.len() > 10),
            "{line}"
        );
        assert_eq!(line.as_object().map(|o| o.len()), Some(2));
    }
    assert_eq!(
        (&lines[7]["id"], &lines[7]["mentions"][0]["when"]["value"]),
        (&Value::Null, &json!("2003"))
    );
    assert_eq!(filter(&["tag", "--jsonl"], b"").out, "");
}

#[test]
fn no_clock() {
    let row =
        br#"{"id":1,"text":"Monday, January 27\n\nThe pier is shut\n\nIt shut on Friday, the port said."}"#;
    let published = |args: &[&str]| {
        let got = filter(&[&["tag", "--jsonl"], args].concat(), row);
        parsed(&got)[0]["published"]["date"].clone()
    };
    assert_eq!(published(&[]), Value::Null);
    assert_eq!(published(&["--today", "2025-02-10"]), "2025-01-27");
    assert_eq!(published(&["--year", "2020"]), "2020-01-27");
    assert_eq!(
        published(&["--published", "yesterday", "--today", "2025-02-10"]),
        "2025-02-09"
    );
    refused(
        &filter(&["tag", "--jsonl", "--today", "yesterday"], row),
        &["--today", "clock"],
    );
    refused(
        &filter(&["tag", "--jsonl", "--published", "27 Jan"], row),
        &["--published", "--today"],
    );
    refused(
        &filter(&["events", "--jsonl", "--since", "3 weeks ago"], row),
        &["--since", "--today"],
    );
}

#[test]
fn wrong_use_is_refused() {
    refused(
        &filter(&["tag", "--jsonl", "rows.jsonl"], b""),
        &["tag --jsonl < rows.jsonl"],
    );
    refused(
        &filter(&["events", "--jsonl", "rows.jsonl"], b""),
        &["events --jsonl < rows.jsonl"],
    );
    refused(
        &filter(&["tag", "--jsonl", "--format", "text"], b""),
        &["--format"],
    );
    for args in [
        &["tag", "a.txt", "--threads", "2"][..],
        &["tag", "--jsonl", "--threads", "0"],
        &["build", "--jsonl"],
        &["tag"],
        &["events"],
    ] {
        assert_eq!(filter(args, b"").code, 2, "{args:?}");
    }
}

/// A caller that waits for the answer to each row gets it.
#[test]
fn rows_one_by_one() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["tag", "--jsonl", "--threads", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    for i in 0..3 {
        writeln!(input, "{{\"id\":{i},\"text\":\"It shut in 1998.\"}}").expect("it reads");
        let line = output.next().expect("a line").expect("UTF-8");
        assert!(line.contains(&format!("\"id\":{i},")), "{line}");
    }
    drop(input);
    assert!(output.next().is_none());
    assert!(child.wait().expect("it ends").success());
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_error() {
    use std::io::{Read, Write};
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["events", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || input.write_all(rows(2000).as_bytes()));
    let mut out = child.stdout.take().expect("a pipe");
    out.read_exact(&mut [0; 100]).expect("it writes something");
    drop(out);
    let done = child.wait_with_output().expect("it ends");
    let _ = writer.join().expect("the writer ends");
    assert_eq!(done.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
}

//! The program as its callers meet it: arguments in, exit codes, files and messages out.
#![cfg(feature = "cli")]

mod common;

use common::{refused, run, run_in, run_with};
use serde_json::Value;
use std::fs;
use std::path::Path;

const HARBOUR: &str = "tests/articles/harbour.txt";
const TEXT: &[u8] = b"The pier opened on Friday. It had closed in October.";
fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

fn temp() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

#[test]
fn tag_writes_the_contract() {
    let text = "“Été” on Friday.\r\n\r\nAgain on 3 May 2019.".as_bytes();
    let args = ["tag", "-", "--published", "2025-01-27", "--text-only"];
    let got = run_in(Path::new("."), &args, text);
    assert_eq!((got.code, got.err.as_str()), (0, ""));
    assert_eq!(got.out.lines().count(), 1);
    let doc = json(&got.out);
    assert_eq!(doc["schema"], "dateline/1");
    assert_eq!(doc["id"], "stdin");
    assert_eq!(doc["mode"], "news");
    assert_eq!(doc["published"]["date"], "2025-01-27");
    assert_eq!(doc["published"]["from"], "option");
    assert!(doc.get("text").is_none());
    let first = &doc["mentions"][0];
    assert_eq!(first["id"], "t1");
    assert_eq!(first["span"], json("[9,15]"));
    assert_eq!(first["bytes"], json("[15,21]"));
    assert_eq!(first["text"], "Friday");
    assert_eq!(first["rule"], "weekday-named");
    assert!(first.get("why").is_none());
    let when = &first["when"];
    for (field, value) in [
        ("type", "\"DATE\""),
        ("value", "\"2025-01-24\""),
        ("mod", "null"),
        ("start", "\"2025-01-24\""),
        ("end", "\"2025-01-25\""),
        ("grain", "\"day\""),
        ("stated", "[\"weekday\"]"),
        ("anchor", "\"published\""),
    ] {
        assert_eq!(when[field], json(value), "{field}");
    }
    assert_eq!(when["alternatives"][0]["value"], "2025-01-31");
    // CRLF is one character of the text and two bytes on disk.
    let second = &doc["mentions"][1];
    assert_eq!(second["span"], json("[27,37]"));
    assert_eq!(second["bytes"], json("[35,45]"));
}

#[test]
fn tag_adds_text_and_steps() {
    let args = [
        "tag",
        "-",
        "--published",
        "2025-01-27",
        "--with-text",
        "--explain",
    ];
    let doc = json(&run_in(Path::new("."), &args, TEXT).out);
    assert_eq!(doc["text"], std::str::from_utf8(TEXT).unwrap());
    let why = doc["mentions"][0]["why"].as_array().expect("steps");
    assert_eq!(why[0]["step"], "read");
    assert_eq!(why[0]["rule"], "weekday-named");
    assert!(why.iter().any(|w| w["step"] == "anchor"));
    assert!(why.iter().any(|w| w["step"] == "resolve"));
}

#[test]
fn tag_as_text_is_a_table() {
    let args = ["tag", "-", "--published", "2025-01-27", "--format", "text"];
    let got = run_in(Path::new("."), &args, b"One line.\n\nIt opened on Friday.");
    assert_eq!(
        got.out.split_whitespace().collect::<Vec<_>>(),
        ["3:14", "Friday", "DATE", "2025-01-24", "2025-01-24", "2025-01-25"]
    );
}

#[test]
fn options_shape_the_reading() {
    let value = |args: &[&str], text: &str| {
        let all = [&["tag", "-"], args].concat();
        let got = run_in(Path::new("."), &all, text.as_bytes());
        assert_eq!(got.code, 0, "{}", got.err);
        json(&got.out)["mentions"][0]["when"]["value"].clone()
    };
    let numeric = "It shut on 03/04/2025.";
    assert_eq!(value(&["--day-first"], numeric), "2025-04-03");
    assert_eq!(value(&["--month-first"], numeric), "2025-03-04");
    let friday = "It shut on Friday.";
    assert_eq!(
        value(&["--published", "3 days ago", "--today", "2025-01-30"], friday),
        "2025-01-24"
    );
    assert_eq!(value(&["--published", "27 January 2025"], friday), "2025-01-24");
    let page = "Monday, January 27\n\nThe harbour is closed\n\nIt shut on Friday, the port said.";
    let anchored = |args: &[&str]| {
        let all = [&["tag", "-"], args].concat();
        let got = run_in(Path::new("."), &all, page.as_bytes());
        json(&got.out)["published"]["date"].clone()
    };
    assert_eq!(anchored(&["--today", "2025-02-10"]), "2025-01-27");
    assert_eq!(anchored(&["--year", "2020"]), "2020-01-27");
    // The line itself says what it was completed to, whatever its weekday.
    for year in ["2020", "2021"] {
        let got = run_in(Path::new("."), &["tag", "-", "--year", year], page.as_bytes());
        let doc = json(&got.out);
        let when = &doc["mentions"][0]["when"];
        assert_eq!(when["value"], doc["published"]["date"]);
        assert_eq!(
            (&when["stated"], &when["inferred"]),
            (&json(r#"["day","month"]"#), &json(r#"["year"]"#))
        );
        assert_eq!(
            got.err.matches("Wednesday").count(),
            usize::from(year == "2021"),
            "{}",
            got.err
        );
    }
    assert_eq!(anchored(&["--published", "2025-01-28"]), "2025-01-28");
    assert_eq!(anchored(&["--text-only"]), Value::Null);
}

#[test]
fn wrong_options_are_refused() {
    refused(
        &run(&["tag", HARBOUR, "--published", "the other day"]),
        &[
            "--published",
            "the other day",
            "2025-01-27",
            "yesterday",
            "3 weeks ago",
        ],
    );
    refused(
        &run(&["tag", HARBOUR, "--published", "03/04/2025"]),
        &["2025-03-04", "2025-04-03"],
    );
    refused(
        &run(&["tag", HARBOUR, "--published", "2025-02-30"]),
        &["--published", "2025-02-30"],
    );
    refused(&run(&["tag", HARBOUR, "--today", "soon"]), &["--today", "soon"]);
    refused(
        &run(&["events", HARBOUR, "--since", "tralala"]),
        &["--since", "tralala"],
    );
    refused(
        &run(&["events", HARBOUR, "--since", "2025", "--until", "2020"]),
        &["--since", "--until"],
    );
    for args in [
        &["tag"][..],
        &[],
        &["tag", HARBOUR, "--day-first", "--month-first"],
        &["tag", HARBOUR, "--format", "xml"],
        &["tag", HARBOUR, "--year", "0"],
        &["build", HARBOUR, "--width", "3"],
        &["build", HARBOUR, "--format", "bmp"],
        &["sing"],
    ] {
        let got = run(args);
        assert_eq!(got.code, 2, "{args:?}");
        assert!(
            got.err.contains("Usage") || got.err.contains("--help"),
            "{}",
            got.err
        );
    }
    refused(
        &run(&[
            "build",
            HARBOUR,
            "tests/articles/court.txt",
            "--title",
            "Both",
            "--out",
            "/nowhere",
        ]),
        &["--title"],
    );
}

#[test]
fn help_shows_examples() {
    let top = run(&["--help"]);
    assert_eq!((top.code, top.err.as_str()), (0, ""));
    for command in [
        "build", "events", "tag", "draw", "explain", "check", "eval", "rules",
    ] {
        assert!(top.out.contains(&format!("\n  {command} ")), "{command}");
        let got = run(&[command, "--help"]);
        assert_eq!(got.code, 0);
        assert!(command == "rules" || got.out.contains("Examples:"), "{command}");
    }
    // Lines are broken where they are full, not within a sentence.
    for args in [&["--help"][..], &["eval", "--help"]] {
        let got = run(args);
        let last: Vec<&str> = got
            .out
            .trim_end()
            .rsplit("\n\n")
            .next()
            .unwrap()
            .lines()
            .collect();
        for pair in last.windows(2) {
            let word = pair[1].split(' ').next().unwrap_or_default();
            assert!(pair[0].len() + word.len() >= 90, "broken early: {pair:?}");
        }
    }
    assert_eq!(
        run(&["--version"]).out,
        format!("dateline {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn explain_goes_step_by_step() {
    let got = run(&["explain", "last Friday", "--published", "2025-01-27"]);
    assert_eq!((got.code, got.err.as_str()), (0, ""));
    for words in [
        "“last Friday”",
        "weekday-which: ",
        "publication date, 2025-01-27",
        "2025-01-24 (DATE, day)",
        "2025-01-24 up to, not including, 2025-01-25",
    ] {
        assert!(got.out.contains(words), "no `{words}` in:\n{}", got.out);
    }
    let both = run(&["explain", "It shut on Friday.", "--published", "2025-01-27"]);
    assert!(both.out.contains("2025-01-31"), "{}", both.out);
    let open = run(&["explain", "on Friday"]);
    assert!(open.out.contains("XXXX-WXX-5"), "{}", open.out);
    assert!(open.err.contains("--published"), "{}", open.err);
    let nothing = run(&["explain", "a blue boat"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (0, ""));
    assert!(nothing.err.contains("dateline rules"), "{}", nothing.err);
}

#[test]
fn check_tells_differences() {
    let dir = temp();
    let case = |value: &str| {
        format!(
            r#"{{"name":"pier","text":"It opened on Friday.","published":"2025-01-27","mentions":[{{"text":"Friday","value":"{value}"}}]}}"#
        )
    };
    fs::write(dir.path().join("good.json"), case("2025-01-24")).unwrap();
    fs::write(dir.path().join("bad.json"), format!("[{}]", case("2025-01-23"))).unwrap();
    fs::write(dir.path().join("broken.json"), r#"[{"text":"x","mentoins":[]}]"#).unwrap();
    let good = run_in(dir.path(), &["check", "good.json"], b"");
    assert_eq!(
        (good.code, good.out.as_str()),
        (0, "1 of 1 expectations hold in 1 cases of 1 file\n")
    );
    let bad = run_in(dir.path(), &["check", "good.json", "bad.json"], b"");
    assert_eq!(bad.code, 1);
    assert_eq!(
        bad.out,
        "bad.json: pier: “Friday”: expected 2025-01-23, got 2025-01-24\n1 of 2 expectations hold in 2 cases of 2 files\n"
    );
    refused(
        &run_in(dir.path(), &["check", "broken.json"], b""),
        &["broken.json", "case 1", "mentoins"],
    );
    refused(&run_in(dir.path(), &["check", "gone.json"], b""), &["gone.json"]);
    fs::write(dir.path().join("article.json"), r#"{"article":"gone.txt"}"#).unwrap();
    refused(
        &run_in(dir.path(), &["check", "article.json"], b""),
        &["gone.txt"],
    );
}

#[test]
fn rules_are_the_whole_reference() {
    let got = run(&["rules"]);
    assert_eq!((got.code, got.err.as_str()), (0, ""));
    for rule in dateline::rules::all() {
        assert!(
            got.out.contains(&format!("\n{}\n  {}\n", rule.name, rule.says)),
            "{}",
            rule.name
        );
        let all = rule
            .examples
            .iter()
            .map(|e| e.0)
            .chain(rule.refusals.iter().copied());
        for sentence in all {
            assert!(got.out.contains(sentence), "{}: {sentence}", rule.name);
        }
    }
    for guard in dateline::rules::GUARDS {
        assert!(got.out.contains(&format!("\n{}\n  {}\n", guard.name, guard.says)));
    }
}

#[test]
fn colours_are_asked_for() {
    let args = ["explain", "last Friday", "--published", "2025-01-27"];
    let with = |more: &[&str], env: &[(&str, &str)]| {
        let all = [&args[..], more].concat();
        run_with(Path::new("."), &all, b"", env).out.contains('\u{1b}')
    };
    assert!(!with(&[], &[]), "a pipe takes no colour");
    assert!(with(&["--color-output", "always"], &[]));
    assert!(with(&["--color-output", "always"], &[("NO_COLOR", "1")]));
    assert!(!with(&["--color-output", "never"], &[]));
    assert!(!with(&[], &[("NO_COLOR", "1")]));
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_error() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    for args in [&["rules"][..], &["events", HARBOUR], &["--help"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut one = [0];
        let mut out = child.stdout.take().expect("a pipe");
        out.read_exact(&mut one).expect("it writes something");
        drop(out);
        let done = child.wait_with_output().expect("it ends");
        assert_eq!(done.status.code(), Some(0), "{args:?}");
        let err = String::from_utf8_lossy(&done.stderr);
        assert!(!err.contains("error") && !err.contains("panicked"), "{err}");
    }
}

#[test]
fn several_inputs_make_one_timeline() {
    let folder = temp();
    let at = |name: &str| folder.path().join(name).display().to_string();
    fs::write(
        at("a.txt"),
        "28 January 2025\n\nStorm\n\nA storm broke the north pier on Friday. A crane came on Monday.",
    )
    .unwrap();
    fs::write(
        at("b.txt"),
        "29 January 2025\n\nPier\n\nThe north pier was broken by a storm on Friday.",
    )
    .unwrap();
    let (a, b, out) = (at("a.txt"), at("b.txt"), at("out"));
    let args = ["build", &a, &b, "--merge", "--top", "1", "--out", &out];
    let got = run(&args);
    assert_eq!(got.code, 0, "{}", got.err);
    assert!(got.out.contains("1 event, 1 beyond --top\n"), "{}", got.out);
    let made = json(&fs::read_to_string(Path::new(&out).join("timeline.json")).unwrap());
    assert_eq!(made["title"], "Timeline of 2 documents");
    assert_eq!(made["events"][0]["sources"], json(r#"["d1","d2"]"#));
    assert_eq!(made["more"][0]["statement"], "A crane came");
    // Titled, the files are named by the title.
    let got = run(&["build", &a, &b, "--merge", "--title", "The storm", "--out", &out]);
    assert_eq!(got.code, 0, "{}", got.err);
    assert!(Path::new(&out).join("the-storm.svg").exists());
    let got = run(&["events", &a, &b, "--merge"]);
    assert_eq!(json(&got.out)["events"].as_array().map(Vec::len), Some(2));
    let got = run(&["events", &a, &b, "--merge", "--top", "1", "--format", "csv"]);
    assert_eq!(got.out.lines().count(), 2);
    assert!(got.err.contains("1 more beyond --top"), "{}", got.err);
    // What lies before --since is not taken back by a larger --top.
    let stored = Path::new(&out).join("timeline.json").display().to_string();
    let draw = |more: &[&str]| {
        let args = ["draw", &stored, "--format", "csv", "--out", &out];
        assert_eq!(run(&[&args[..], more].concat()).code, 0);
        fs::read_to_string(Path::new(&out).join("timeline.csv")).unwrap()
    };
    assert_eq!(draw(&["--top", "5"]).lines().count(), 3);
    assert_eq!(draw(&["--top", "5", "--since", "2025-01-26"]).lines().count(), 2);
    let title = run(&["build", &a, &b, "--title", "The storm", "--out", &out]);
    refused(&title, &["--merge them"]);
}

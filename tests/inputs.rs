//! Everything that is no good article: what the program says of it, and that it goes on.
#![cfg(feature = "cli")]

mod common;

use common::{Run, refused, run_in};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// A run over one file of these bytes.
fn over(name: &str, bytes: &[u8], args: &[&str]) -> Run {
    let dir = tempfile::tempdir().expect("a folder for the test");
    fs::write(dir.path().join(name), bytes).expect("the input is written");
    let all = [&[args[0], name], &args[1..]].concat();
    run_in(dir.path(), &all, b"")
}

/// Done, with a warning that holds these words, and nothing found.
fn empty_but_done(run: &Run, words: &[&str]) {
    assert_eq!(run.code, 0, "{}", run.err);
    for word in words {
        assert!(run.err.contains(word), "no `{word}` in: {}", run.err);
    }
    assert!(run.err.starts_with("warning: "), "{}", run.err);
    assert!(run.out.contains("\"mentions\":[]"), "{}", run.out);
}

#[test]
fn missing_and_unreadable() {
    let dir = tempfile::tempdir().unwrap();
    refused(
        &run_in(dir.path(), &["tag", "gone.txt"], b""),
        &["gone.txt", "no such file", "spelling"],
    );
    fs::create_dir(dir.path().join("folder")).unwrap();
    fs::write(dir.path().join("folder/picture.dat"), "x").unwrap();
    refused(
        &run_in(dir.path(), &["tag", "folder"], b""),
        &["folder", "no text", ".txt"],
    );
    refused(
        &run_in(dir.path(), &["tag", "-", "-"], b"It shut on 3 May 2019."),
        &["-", "once"],
    );
}

#[cfg(unix)]
#[test]
fn without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("shut.txt");
    fs::write(&path, "x").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return; // Who may read everything can't be refused.
    }
    refused(
        &run_in(dir.path(), &["tag", "shut.txt"], b""),
        &["shut.txt", "permission"],
    );
}

#[test]
fn a_folder_is_read_by_name() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["b.txt", "a.md", "c.htm", "d.dat"] {
        fs::write(dir.path().join(name), "It shut on 3 May 2019.").unwrap();
    }
    let got = run_in(dir.path(), &["tag", "."], b"");
    assert_eq!(got.code, 0, "{}", got.err);
    let ids: Vec<String> = got
        .out
        .lines()
        .map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap()["id"].to_string())
        .collect();
    assert_eq!(ids, ["\"a\"", "\"b\"", "\"c\""]);
}

#[test]
fn nothing_in_it() {
    empty_but_done(&over("empty.txt", b"", &["tag"]), &["empty.txt", "no text"]);
    empty_but_done(&over("blank.txt", b" \n\n ", &["tag"]), &["no text"]);
    empty_but_done(
        &over("plain.txt", b"The boat is blue.", &["tag"]),
        &["plain.txt", "no time expression"],
    );
    let got = over("empty.txt", b"", &["build"]);
    assert_eq!(got.code, 0, "{}", got.err);
    assert!(got.out.contains("0 events"), "{}", got.out);
}

#[test]
fn another_language() {
    let german = "Der Hafen wurde am Freitag gesperrt, und die Fischer blieben im Mai an Land, weil der Sturm \
                  die Mole zerstört hatte. Der Bürgermeister versprach am Montag, im Oktober neu zu bauen. ";
    let spanish = "El puerto cerró el viernes y los barcos quedaron en tierra hasta octubre, porque la tormenta \
                   rompió el muelle viejo. La alcaldesa prometió el lunes una obra nueva. ";
    for text in [german, spanish] {
        for times in [1, 4] {
            let got = over("puerto.txt", text.repeat(times).as_bytes(), &["tag"]);
            empty_but_done(&got, &["puerto.txt", "English"]);
        }
    }
}

#[test]
fn no_text_at_all() {
    refused(
        &over("a.pdf", b"%PDF-1.7\n%\xe2\xe3", &["tag"]),
        &["a.pdf", "PDF", "pdftotext"],
    );
    refused(
        &over("renamed.txt", b"%PDF-1.7\n%\xe2\xe3", &["build"]),
        &["pdftotext"],
    );
    refused(
        &over(
            "a.docx",
            b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml",
            &["tag"],
        ),
        &["a.docx", "pandoc"],
    );
    let noise: Vec<u8> = (0..4096u32)
        .map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    refused(&over("noise.txt", &noise, &["tag"]), &["noise.txt", "not text"]);
    refused(
        &over("rows.jsonl", b"{\"text\":\"x\"}\n", &["tag"]),
        &["rows.jsonl", "--jsonl <"],
    );
    for url in ["https://example.org/a.html", "file:///tmp/a.txt"] {
        refused(&run_in(Path::new("."), &["tag", url], b""), &[url, "curl"]);
    }
}

#[test]
fn encodings() {
    let text = "Das Café shut on 3 May 2019.";
    let value = |bytes: &[u8]| {
        let got = over("coded.txt", bytes, &["tag", "--with-text"]);
        assert_eq!(got.code, 0, "{}", got.err);
        let doc: serde_json::Value = serde_json::from_str(&got.out).unwrap();
        assert_eq!(doc["mentions"][0]["when"]["value"], "2019-05-03");
        (
            doc["text"].as_str().unwrap_or_default().to_owned(),
            doc["mentions"][0]["bytes"][0].as_u64(),
            got.err,
        )
    };
    assert_eq!(value(text.as_bytes()), (text.to_owned(), Some(18), String::new()));
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(value(&utf16), (text.to_owned(), Some(2 + 2 * 17), String::new()));
    let mut bom = b"\xef\xbb\xbf".to_vec();
    bom.extend(text.as_bytes());
    assert_eq!(value(&bom), (text.to_owned(), Some(21), String::new()));
    let (latin, _, warning) = value(b"Das Caf\xe9 shut on 3 May 2019.");
    assert_eq!(latin, text);
    assert!(
        warning.contains("UTF-8") && warning.contains("coded.txt"),
        "{warning}"
    );
    // A stray byte in a text that is UTF-8 elsewhere.
    let (_, _, warning) = value(
        "It shut – so – on 3 May 2019. \u{e9}\u{e8} ab"
            .as_bytes()
            .iter()
            .copied()
            .chain([0xff, b'.'])
            .collect::<Vec<_>>()
            .as_slice(),
    );
    assert!(warning.contains("UTF-8"), "{warning}");
}

#[test]
fn impossible_dates() {
    let got = over(
        "calendar.txt",
        b"It shut on 31 April 2019 and opened on 3 May 2019.",
        &["tag"],
    );
    assert_eq!(got.code, 0);
    assert!(
        got.err.contains("31 April 2019") && got.err.contains("no such day"),
        "{}",
        got.err
    );
    let doc: serde_json::Value = serde_json::from_str(&got.out).unwrap();
    assert_eq!(doc["mentions"].as_array().map(Vec::len), Some(1));
    assert_eq!(doc["warnings"][0]["code"], "impossible-date");
}

#[test]
fn words_steer_no_terminal() {
    let got = over(
        "esc.txt",
        b"\x1b]0;owned\x07The \x1b[31mpier\x1b[0m shut on 3 May 2019.",
        &["build", "--text-only"],
    );
    assert_eq!(got.code, 2, "`build` has no --text-only");
    let got = over(
        "esc.txt",
        b"\x1b]0;owned\x07The \x1b[31mpier\x1b[0m shut on 3 May 2019.",
        &["build"],
    );
    assert!(!got.out.contains('\u{1b}') && !got.err.contains('\u{1b}'));
}

#[test]
fn a_folder_that_takes_no_files() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.txt"), "It shut on 3 May 2019.").unwrap();
    fs::write(dir.path().join("taken"), "a file").unwrap();
    for out in ["taken", "taken/below"] {
        let got = run_in(dir.path(), &["build", "a.txt", "--out", out], b"");
        refused(&got, &["taken", "--out"]);
        assert!(!got.out.contains("wrote"), "{}", got.out);
    }
    // A folder where the file should be.
    fs::create_dir_all(dir.path().join("output/a.svg")).unwrap();
    refused(&run_in(dir.path(), &["build", "a.txt"], b""), &["a.svg", "--out"]);
}

/// One line, no sentence's end, dates all over it.
fn one_line(bytes: usize) -> Vec<u8> {
    b"the pier that shut on 3 May 2019 and the boat of last week, so they said, "
        .iter()
        .copied()
        .cycle()
        .take(bytes)
        .collect()
}

fn timed(bytes: usize, most: Duration) {
    let input = one_line(bytes);
    let start = Instant::now();
    let got = over("line.txt", &input, &["tag", "--published", "2025-01-27"]);
    let took = start.elapsed();
    assert_eq!(got.code, 0, "{}", got.err);
    assert!(took < most, "{bytes} bytes took {took:?}");
}

#[test]
fn one_long_line() {
    timed(1_000_000, Duration::from_secs(30));
}

#[test]
#[ignore = "50 MB: run with --release"]
fn fifty_megabytes_in_one_line() {
    timed(50_000_000, Duration::from_secs(60));
}

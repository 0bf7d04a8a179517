//! The committed samples in `output/` are what the program makes of their article today.
#![cfg(feature = "cli")]

mod common;

use common::run_in;
use std::fs;
use std::path::Path;

#[test]
fn samples_are_made_anew() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dir = tempfile::tempdir().expect("a folder for the test");
    let out = dir.path().to_str().expect("a path in UTF-8");
    let article = "tests/articles/harbour.txt";
    let args = [
        "build",
        article,
        "--today",
        "2025-02-10",
        "--format",
        "svg,json,html",
    ];
    let args = [&args[..], &["--out", out]].concat();
    let got = run_in(root, &args, b"");
    assert_eq!(got.code, 0, "{}", got.err);
    for name in ["harbour.svg", "harbour.json", "harbour.html"] {
        let made = fs::read_to_string(dir.path().join(name)).expect("a file was made");
        let kept = fs::read_to_string(root.join("output").join(name)).unwrap_or_default();
        assert!(
            made == kept,
            "output/{name} is not what is made now; look at the difference and commit it: cargo run --release -- build {article} --today 2025-02-10 --format svg,json,html"
        );
    }
}

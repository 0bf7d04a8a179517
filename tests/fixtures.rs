//! The built-in fixtures hold, and none of their files is forgotten.

use dateline::check::{BUILT_IN, built_in, run};
use std::path::Path;

#[test]
fn built_in_fixtures_hold() {
    let report = run(
        &built_in().expect("the built-in fixtures are in the format"),
        None,
    )
    .expect("they need no file");
    let list: Vec<String> = report.differences.iter().map(ToString::to_string).collect();
    assert!(
        list.is_empty(),
        "{} of {} expectations hold:\n{}",
        report.held(),
        report.expectations,
        list.join("\n")
    );
}

#[test]
fn every_file_is_built_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .expect("the fixtures lie in tests/fixtures")
        .map(|entry| {
            entry
                .expect("a readable entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    files.sort();
    let known: Vec<&str> = BUILT_IN.iter().map(|(name, _)| *name).collect();
    assert_eq!(known, files, "src/check/builtin.rs lists them, in this order");
}

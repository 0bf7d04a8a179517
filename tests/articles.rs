//! What is true of the articles in `tests/articles` comes out of them.

use dateline::check::{FixtureFile, run};
use std::path::Path;

#[test]
fn articles_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the articles lie in tests/articles")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.to_string_lossy().ends_with(".expect.json"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    let files: Vec<_> = paths
        .iter()
        .map(|path| {
            let mut file = FixtureFile::open(path).unwrap_or_else(|e| panic!("{e}"));
            file.name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            file
        })
        .collect();
    let report = run(&files, None).unwrap_or_else(|e| panic!("{e}"));
    let list: Vec<String> = report.differences.iter().map(ToString::to_string).collect();
    assert!(
        list.is_empty(),
        "{} of {} expectations hold:\n{}",
        report.held(),
        report.expectations,
        list.join("\n")
    );
}

//! Scoring the statements: which event a date is tied to, and whether what the entries say stands alone.

#[cfg(feature = "cli")]
mod common;

use dateline::check::{EntryScore, Fault, GoldDocument, GoldLinks, evaluate_links};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/links")
}

/// The links of a corpus go both ways; what is linked to the creation time or to nothing is no pair of its text.
#[test]
fn links_that_are_drawn() {
    let gold = GoldLinks::open(&folder().join("pier.tml")).unwrap();
    assert_eq!((gold.events.len(), gold.timexes.len()), (8, 5));
    let within = |event: &str, timex: &str| gold.within.get(&(event.to_owned(), timex.to_owned())).copied();
    assert_eq!(within("e1", "t1"), Some(true));
    assert_eq!(within("e2", "t2"), Some(true));
    assert_eq!(within("e5", "t4"), Some(false));
    assert_eq!(within("e7", "t5"), Some(false));
    assert_eq!(within("e1", "t2"), None);
}

/// Made: broke and Friday, searched and Saturday, said and Sunday, began and March. The corpus links the last another
/// way, ties the arrival to Sunday too, and has a link across sentences that does not count.
#[test]
fn links_are_scored() {
    let score = evaluate_links(&folder(), None).unwrap();
    assert_eq!((score.documents, score.made, score.judged), (1, 4, 4));
    assert_eq!((score.right, score.gold), (3, 4));
    assert_eq!((score.precision(), score.recall()), (75.0, 75.0));
    let errors: Vec<_> = score
        .sorted_errors()
        .iter()
        .map(|e| (e.kind, e.event.clone(), e.text.clone()))
        .collect();
    let error = |kind, event: &str, text: &str| (kind, event.to_owned(), text.to_owned());
    assert_eq!(
        errors,
        [
            error("MISS", "arrived", "Sunday"),
            error("WRONG", "began", "March")
        ]
    );
}

fn entries(text: &str) -> EntryScore {
    let source = format!("<DCT><TIMEX3 value=\"2025-01-27\"/></DCT><TEXT>{text}</TEXT>");
    let mut score = EntryScore::default();
    score.add(&GoldDocument::parse("mine", source.as_bytes()).unwrap());
    score
}

#[test]
fn entries_that_stand_alone() {
    let score = entries("The pier broke on Friday. On Saturday divers searched it.");
    assert_eq!(
        (score.entries, score.sound, score.verbless),
        (2, 2, 0),
        "{:?}",
        score.errors
    );
    assert_eq!(score.sound_rate(), 100.0);
}

/// A noun with its date is an entry, and no sentence.
#[test]
fn entries_that_do_not() {
    let score = entries("The owners praised Thursday’s verdict.");
    let faults: Vec<_> = score.errors.iter().map(|e| (e.fault, e.entry.as_str())).collect();
    assert_eq!(faults, [(Fault::NoVerb, "Thursday’s verdict")]);
    assert_eq!(score.sound_rate(), 0.0);
}

#[cfg(feature = "cli")]
mod program {
    use super::common::run;
    use serde_json::Value;

    #[test]
    fn links_are_printed() {
        let got = run(&["eval", "tests/gold/links", "--links", "--errors"]);
        assert_eq!((got.code, got.err.as_str()), (0, ""));
        for line in [
            "MISS   pier@",
            "“Sunday” and “arrived”\n       …",
            "WRONG  pier@",
            "docs 1  pairs made 4  judged 4  within 3  gold within 4\nprecision  75.00  recall  75.00\n",
        ] {
            assert!(got.out.contains(line), "no `{line}` in\n{}", got.out);
        }
        let json = run(&["eval", "tests/gold/links", "--links", "--json"]);
        let json: Value = serde_json::from_str(&json.out).unwrap();
        assert_eq!(
            (json["precision"].as_f64(), json["gold"].as_u64()),
            (Some(75.0), Some(4))
        );
        let none = run(&["eval", "tests/gold", "--links"]);
        assert!(none.err.contains("nothing to compare with"), "{}", none.err);
    }

    #[test]
    fn entries_are_printed() {
        let got = run(&["eval", "tests/gold/links", "--entries", "--errors"]);
        assert_eq!((got.code, got.err.as_str()), (0, ""));
        assert!(got.out.contains("standing alone"), "{}", got.out);
        let json = run(&["eval", "tests/gold/links", "--entries", "--json"]);
        let json: Value = serde_json::from_str(&json.out).unwrap();
        assert!(json["entries"].as_u64() > Some(3) && json["sound_rate"].is_number());
    }
}

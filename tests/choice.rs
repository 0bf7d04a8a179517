//! What the choice among readings changes, and that it changes nothing else.

use dateline::check::{ErrorKind, built_in, evaluate, evaluate_with};
use dateline::document::Document;
use dateline::resolve::Anchor;
use dateline::{Options, Tagged, tag};
use std::path::Path;

/// The readings of a text with the choice and without.
fn both(text: &str, options: &Options) -> [Tagged; 2] {
    [false, true].map(|without| {
        let options = options.clone().without_choice(without);
        tag(Document::from_text("t", text), &options)
    })
}

/// The values that are not what each mention by itself would have, each with what that is. Whatever differs must say
/// why and keep what it was, or be counted from what does.
fn chosen(text: &str, options: &Options) -> Vec<(String, String)> {
    let [with, without] = both(text, options);
    assert_eq!(with.mentions, without.mentions);
    let mut out = Vec::new();
    for (after, before) in with.whens.iter().zip(&without.whens) {
        if after == before {
            continue;
        }
        let along = match after.anchor {
            Some(Anchor::Mention(to)) => with.whens[to] != without.whens[to],
            _ => false,
        };
        if along {
            // Or from nothing: a past statement does not hang on a day to come.
            assert!(before.anchor.is_none() || before.anchor == after.anchor);
            continue;
        }
        let lost = after.alternatives.iter().any(|a| a.value == before.value);
        let named = after.why.iter().any(|w| w.step() == "choose");
        assert!(named && lost, "{text}\n{before:#?}\n{after:#?}");
        out.push((before.value.clone(), after.value.clone()));
    }
    out
}

fn on(day: &str) -> Options {
    Options::new().published(day.parse().unwrap())
}

fn moved(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect()
}

#[test]
fn narration_moves_forward() {
    let text = "The crew landed on Monday. On Tuesday they planted a flag.";
    assert_eq!(
        chosen(text, &on("2025-01-27")),
        moved(&[("2025-01-27", "2025-01-20")])
    );
    assert_eq!(chosen(text, &on("2025-01-28")), []);
}

#[test]
fn a_week_is_told_through() {
    let text = "On Monday the river rose. On Wednesday the bridge fell. On Friday the water went back.";
    assert_eq!(
        chosen(text, &on("2025-01-27")),
        moved(&[("2025-01-27", "2025-01-20")])
    );
    assert_eq!(chosen(text, &on("2025-01-26")), []);
}

#[test]
fn what_is_past_lies_not_after_publication() {
    let text = "The crew landed on Monday. The next day they planted a flag.";
    assert_eq!(
        chosen(text, &on("2025-01-27")),
        moved(&[("2025-01-27", "2025-01-20")])
    );
    assert_eq!(chosen(text, &on("2025-01-28")), []);
    let [with, without] = both(text, &on("2025-01-27"));
    assert_eq!(
        [&with.whens[1].value, &without.whens[1].value],
        ["2025-01-21", "2025-01-28"]
    );
}

#[test]
fn a_week_is_that_of_its_sentence() {
    let text = "A report released on Friday about the council this week named no date.";
    assert_eq!(
        chosen(text, &on("2025-01-27")),
        moved(&[("2025-W05", "2025-W04")])
    );
    assert_eq!(chosen(text, &on("2025-01-25")), []);
}

/// The built-in cases are a thousand texts of every kind.
#[test]
fn nothing_else_changes() {
    let mut changed = 0;
    for case in built_in().unwrap().iter().flat_map(|file| &file.cases) {
        let mut options = Options::new();
        options.mode = case.mode;
        options.today = case.today;
        if let Some(day) = case.published {
            options = options.published(day);
        }
        changed += chosen(case.text.as_deref().unwrap_or_default(), &options).len();
    }
    assert!((1..40).contains(&changed), "{changed}");
}

#[test]
fn what_it_is_worth_can_be_measured() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/choice");
    let score = evaluate(&folder, None).unwrap();
    assert_eq!(
        (score.counts.paired, score.counts.value),
        (5, 5),
        "{:#?}",
        score.errors
    );
    let without = evaluate_with(&folder, None, &Options::new().without_choice(true)).unwrap();
    assert_eq!((without.counts.paired, without.counts.strict), (5, 5));
    let errors = without.sorted_errors();
    let said: Vec<_> = errors.iter().map(|e| (e.kind, e.to_string())).collect();
    let value = |s: &str| (ErrorKind::Value, s.to_owned());
    assert_eq!(
        said,
        [
            value("“Monday” gold 2025-01-20, found 2025-01-27"),
            value("“this week” gold 2025-W04, found 2025-W05"),
        ]
    );
}

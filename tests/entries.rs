//! What entries say: whole sentences that stand alone, or none.

#[path = "common/telling.rs"]
mod telling;

use telling::{Case, told, unlike};

/// What leans on the sentence before, or only points to other articles.
const NOTHING: &[Case] = &[
    (
        "They did, according to a letter that the Gazette published last week.",
        &[],
    ),
    ("It was, the mayor said on Tuesday.", &[]),
    ("So she did in 1990.", &[]),
    ("The council did, in 1932.", &[]),
    (
        "In 2007 we had two days.",
        &[("we had two days", "within", "2007-01-01 2008-01-01")],
    ),
    (
        "The fair was in May.",
        &[("The fair was in May", "within", "2024-05-01 2024-06-01")],
    ),
    ("They had not, she told the court on Monday.", &[]),
    (
        "They have a boat since Friday.",
        &[("They have a boat", "since", "2025-01-24 ..")],
    ),
    ("Most read: 10 walks for a spring Sunday", &[]),
    (
        "Most read the letter on Friday.",
        &[("Most read the letter", "within", "2025-01-24 2025-01-25")],
    ),
];

#[test]
fn what_says_nothing_alone_is_no_entry() {
    assert_eq!(unlike(NOTHING), "");
    let t = told("Did they warn the owner? They did, she said on Friday.");
    assert!(t.events.is_empty() && t.undated.len() < 2, "{t:?}");
}

#[test]
fn a_lone_word_keeps_its_date() {
    let t = told("A title\n\nVote on Friday!");
    assert_eq!(t.events[0].statement, "Vote on Friday!");
}

#[test]
fn who_speaks_in_a_headline_without_a_finite_verb() {
    for (text, said, by) in [
        (
            "Bridge to close on Friday, says mayor",
            "Bridge to close",
            Some("mayor"),
        ),
        (
            "School to shut in May, council warns",
            "School to shut",
            Some("council"),
        ),
        (
            "Mill was sold in 2019, says owner",
            "Mill was sold",
            Some("owner"),
        ),
        ("Bridge to close on Friday", "Bridge to close", None),
    ] {
        let t = told(text);
        let e = &t.events[0];
        let who = e.attribution.as_ref().map(|a| a.text.as_str());
        assert_eq!(
            (e.statement.as_str(), who, e.reports),
            (said, by, false),
            "{text}"
        );
    }
}

#[test]
fn questions_and_answers_with_full_stops() {
    let first = |text: &str| {
        let t = told(text);
        t.events
            .iter()
            .map(|e| format!("{}: {}", e.when.value, e.statement))
            .collect::<Vec<_>>()
            .join("; ")
    };
    assert_eq!(
        first("Q. When did the mill close? A. In 1987."),
        "1987: When did the mill close?"
    );
    assert_eq!(
        first("Q. When will the pool open?\n\nA. We hope in May."),
        "2025-05: When will the pool open?"
    );
    assert_eq!(
        first("Q. Is it shut? A. Prices rose on Friday, so yes."),
        "2025-01-24: Prices rose, so yes"
    );
    assert_eq!(first("A. Hale left on Friday."), "2025-01-24: A. Hale left");
    assert_eq!(first("Q. When was that? A. Last year."), "");
}

//! Questions and their answers, wishes and orders in quotation marks, and headlines that quote.

#[path = "common/telling.rs"]
mod telling;

use telling::{Case, told, unlike};

const ANSWERS: &[Case] = &[
    // An answer that is only a date is told by its question.
    (
        "Q: When did the bakery close?\n\nA: On 3 May 2019.",
        &[("When did the bakery close?", "within", "2019-05-03 2019-05-04")],
    ),
    (
        "When did the river last flood? Ada Holm: In 2007, I think.",
        &[(
            "When did the river last flood?",
            "within",
            "2007-01-01 2008-01-01",
        )],
    ),
    (
        "“When did the ferry sink?” he asked. “On Friday.”",
        &[("When did the ferry sink?", "within", "2025-01-24 2025-01-25")],
    ),
    (
        "Since when has the mill been shut? Since 1990.",
        &[("Since when has the mill been shut?", "since", "1990-01-01 ..")],
    ),
    // One that tells more tells it itself.
    (
        "When did you come to Leeds? I came in 1990.",
        &[("I came", "within", "1990-01-01 1991-01-01")],
    ),
    // Nothing is answered where nobody asks when, or only when one should.
    ("What happened then? On 3 May 2019.", &[]),
    ("When should I come? On 3 May 2025.", &[]),
    ("When will it be built? In 2007.", &[]),
    ("When did the bakery close? Nobody knows. In 2019.", &[]),
];

#[test]
fn an_answer_that_is_only_a_date() {
    let wrong = unlike(ANSWERS);
    assert!(wrong.is_empty(), "\n{wrong}");
}

const WISHES: &[Case] = &[
    ("“Ask me next month,” she said.", &[]),
    ("“Please come back on Friday,” the guard said.", &[]),
    ("“Don't call on Friday,” the guard said.", &[]),
    ("“Let us meet on Friday,” he said.", &[]),
    ("“I would do it again tomorrow,” he said.", &[]),
    ("I would do it again tomorrow.", &[]),
    // What is told, planned or reported is no wish.
    (
        "“We will meet on Friday,” he said.",
        &[("“We will meet on Friday”", "within", "2025-01-31 2025-02-01")],
    ),
    (
        "“Fire in May destroyed the mill,” he said.",
        &[(
            "“Fire in May destroyed the mill”",
            "within",
            "2024-05-01 2024-06-01",
        )],
    ),
    (
        "“Look, in May the roof fell in,” she said.",
        &[(
            "“Look, in May the roof fell in”",
            "within",
            "2024-05-01 2024-06-01",
        )],
    ),
    (
        "“He told us he would come on Friday,” she said.",
        &[("he would come on Friday", "within", "2025-01-31 2025-02-01")],
    ),
    (
        "“People would come here in the 1990s,” he said.",
        &[(
            "“People would come here in the 1990s”",
            "within",
            "1990-01-01 2000-01-01",
        )],
    ),
    (
        "The mayor said he would come on Friday.",
        &[("he would come", "within", "2025-01-31 2025-02-01")],
    ),
];

#[test]
fn what_is_asked_for_or_wished_is_not_told() {
    let wrong = unlike(WISHES);
    assert!(wrong.is_empty(), "\n{wrong}");
}

const NAMES: &[Case] = &[
    ("The dog answers to the name of Tuesday.", &[]),
    (
        "Her daughter, named April, ran off on Friday.",
        &[(
            "Her daughter, named April, ran off",
            "within",
            "2025-01-24 2025-01-25",
        )],
    ),
    // What is done has been, whatever the verb says of it; what is planned comes.
    (
        "Wednesday’s ruling would look odd to voters.",
        &[(
            "Wednesday’s ruling would look odd to voters",
            "within",
            "2025-01-22 2025-01-23",
        )],
    ),
    (
        "Friday’s match will be played in Leeds.",
        &[(
            "Friday’s match will be played in Leeds",
            "within",
            "2025-01-31 2025-02-01",
        )],
    ),
];

#[test]
fn names_and_what_a_day_owns() {
    let wrong = unlike(NAMES);
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn who_speaks_in_a_headline() {
    for (text, who) in [
        ("Second bridge ‘not before 2030’, says minister", "minister"),
        ("Second bridge 'not before 2030', says minister", "minister"),
        ("Ferry sank on Friday, says Ada Holm", "Ada Holm"),
        // Who answers is no part of whom the answer names.
        (
            "A: No. The landlord told us on Friday that it had sunk.",
            "The landlord",
        ),
        (
            "Ada Holm: The landlord said on Friday it had sunk.",
            "The landlord",
        ),
        // Behind a name and what it is stands no speaker.
        (
            "Ada Holm, the mayor, said on Friday the ferry sank.",
            "Ada Holm, the mayor",
        ),
    ] {
        let t = told(text);
        let e = &t.events[0];
        assert_eq!(
            e.attribution.as_ref().map_or("", |a| a.text.as_str()),
            who,
            "{text}"
        );
    }
}

#[test]
fn the_time_in_a_quoted_headline_is_of_no_known_day() {
    let read = |text: &str| {
        let options = dateline::document::ReadOptions::default();
        let document = dateline::document::read(text.as_bytes(), "talk.md", &options).unwrap();
        let options = dateline::Options::new().published("2025-01-27".parse().unwrap());
        let request = dateline::timeline::TimelineRequest::default();
        dateline::timeline::timeline(&[dateline::tag(document, &options)], &request)
    };
    let told = |text: &str| -> Vec<String> { read(text).events.into_iter().map(|e| e.when.value).collect() };
    assert!(told("# “We sold the last loaf at noon”\n\nAda Holm ran the bakery.").is_empty());
    assert_eq!(
        told("# “We sold the last loaf at noon on Friday”\n\nAda Holm ran the bakery."),
        ["2025-01-24T12:00"]
    );
}

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

/// What stands between two commas behind a subject.
const ASIDES: &[Case] = &[
    (
        "The plant, announced in June, was to open in May.",
        &[
            ("The plant was announced", "within", "2024-06-01 2024-07-01"),
            (
                "The plant, announced in June, was to open in May",
                "within",
                "2025-05-01 2025-06-01",
            ),
        ],
    ),
    (
        "The office in Oslo, opened in 1961, was the first, and was followed by Turin in 1964.",
        &[
            ("The office in Oslo was opened", "within", "1961-01-01 1962-01-01"),
            (
                "The office in Oslo was followed by Turin",
                "within",
                "1964-01-01 1965-01-01",
            ),
        ],
    ),
    (
        "Her report on the dam, published in 1964 and ignored for years, was set as a text.",
        &[(
            "Her report on the dam was published",
            "within",
            "1964-01-01 1965-01-01",
        )],
    ),
    (
        "A fishing boat, last seen on Friday, has been found.",
        &[("A fishing boat was last seen", "within", "2025-01-24 2025-01-25")],
    ),
    (
        "The ship, built in Leeds in 1988 and bought by them in 2016, left port.",
        &[
            ("The ship was built in Leeds", "within", "1988-01-01 1989-01-01"),
            (
                "The ship, built in Leeds in 1988 and bought by them in 2016, left port",
                "within",
                "2016-01-01 2017-01-01",
            ),
        ],
    ),
    (
        "Work on the line, delayed twice since 2020, could start soon.",
        &[(
            "Work on the line, delayed twice since 2020, could start soon",
            "since",
            "2020-01-01 ..",
        )],
    ),
    (
        "The two mills, sold in 2019, stood empty.",
        &[("The two mills were sold", "within", "2019-01-01 2020-01-01")],
    ),
    // What still lasts, what is only planned, and words of another are left as they stand.
    (
        "The mill, closed since 2019, will be sold.",
        &[(
            "The mill, closed since 2019, will be sold",
            "since",
            "2019-01-01 ..",
        )],
    ),
    (
        "The bridge, open since 1932, will close.",
        &[(
            "The bridge, open since 1932, will close",
            "since",
            "1932-01-01 ..",
        )],
    ),
    (
        "“The plant, announced in 2019, was a mistake,” he said.",
        &[(
            "“The plant, announced in 2019, was a mistake”",
            "within",
            "2019-01-01 2020-01-01",
        )],
    ),
    (
        "Hale, the chairman, announced on Friday that the mill was sold.",
        &[(
            "Hale, the chairman, announced that the mill was sold",
            "within",
            "2025-01-24 2025-01-25",
        )],
    ),
];

#[test]
fn an_aside_with_a_date_is_a_statement_or_stays_whole() {
    assert_eq!(unlike(ASIDES), "");
    let t = told("The plant, announced in June, was to open in May.");
    assert!(t.events.iter().all(|e| e.attribution.is_none() && !e.reports));
}

/// Relative clauses: with their subject, or in their whole sentence.
const RELATIVES: &[Case] = &[
    (
        "The price of cocoa, which has doubled since 2023, fell again.",
        &[("The price of cocoa has doubled", "since", "2023-01-01 ..")],
    ),
    (
        "Traders fear the price of cocoa, which has doubled since 2023, will stay high.",
        &[(
            "Traders fear the price of cocoa, which has doubled since 2023, will stay high",
            "since",
            "2023-01-01 ..",
        )],
    ),
    (
        "Few recall the tram, which last ran in 1951.",
        &[(
            "Few recall the tram, which last ran in 1951",
            "within",
            "1951-01-01 1952-01-01",
        )],
    ),
    (
        "The mayor of Leeds, who left in 2019, sold the hall.",
        &[(
            "The mayor of Leeds, who left in 2019, sold the hall",
            "within",
            "2019-01-01 2020-01-01",
        )],
    ),
    (
        "Orr, who was born in Leeds in 1971 and has lived in York since 1998, wrote it.",
        &[
            ("Orr was born in Leeds", "within", "1971-01-01 1972-01-01"),
            ("Orr has lived in York", "since", "1998-01-01 .."),
        ],
    ),
    (
        "Her husband, whom she married in 1973, was a baker.",
        &[(
            "Her husband, whom she married in 1973, was a baker",
            "within",
            "1973-01-01 1974-01-01",
        )],
    ),
    (
        "He was taken to a clinic, where he died in 2019.",
        &[(
            "He was taken to a clinic, where he died in 2019",
            "within",
            "2019-01-01 2020-01-01",
        )],
    ),
];

#[test]
fn a_relative_clause_has_its_subject_or_its_sentence() {
    assert_eq!(unlike(RELATIVES), "");
}

/// What is listed for a day lies on that day, and its date stays in the words.
const PLANNED: &[Case] = &[
    (
        "The hearing was listed for 6 June.",
        &[(
            "The hearing was listed for 6 June",
            "within",
            "2025-06-06 2025-06-07",
        )],
    ),
    (
        "The hearing, listed for 6 June, will be held in Leeds.",
        &[(
            "The hearing, listed for 6 June, will be held in Leeds",
            "within",
            "2025-06-06 2025-06-07",
        )],
    ),
    (
        "She booked the hall for 6 June.",
        &[(
            "She booked the hall for 6 June",
            "within",
            "2025-06-06 2025-06-07",
        )],
    ),
    (
        "The firm was listed in 1990.",
        &[("The firm was listed", "within", "1990-01-01 1991-01-01")],
    ),
];

#[test]
fn what_is_planned_for_a_day_is_not_planned_on_it() {
    assert_eq!(unlike(PLANNED), "");
}

/// A year behind an article is part of a name, and stays with it.
const NAMED: &[Case] = &[
    (
        "She was made a dame in the 1994 New Year honours.",
        &[(
            "She was made a dame in the 1994 New Year honours",
            "within",
            "1994-01-01 1995-01-01",
        )],
    ),
    (
        "He was elected in the 2019 May elections.",
        &[(
            "He was elected in the 2019 May elections",
            "within",
            "2019-01-01 2020-01-01",
        )],
    ),
];

#[test]
fn a_year_in_a_name_stays() {
    assert_eq!(unlike(NAMED), "");
}

/// The day of a time of the clock in a quotation is the one that the quotation tells.
const QUOTED: &[Case] = &[
    (
        "“I left on Tuesday,” she said on Friday. “At 9 pm I was home.”",
        &[
            (
                "“At 9 pm I was home.”",
                "within",
                "2025-01-21T21:00 2025-01-21T21:01",
            ),
            ("“I left on Tuesday,” she said", "within", "2025-01-24 2025-01-25"),
        ],
    ),
    (
        "She said on Friday: “The water came at 9 pm.”",
        &[(
            "“The water came at 9 pm.”",
            "within",
            "2025-01-24T21:00 2025-01-24T21:01",
        )],
    ),
];

#[test]
fn times_in_a_quotation() {
    for (text, want) in QUOTED {
        let t = told(text);
        for (statement, _, at) in *want {
            let found = t.events.iter().find(|e| e.statement == *statement);
            assert_eq!(
                found.map(telling::place).as_deref(),
                Some(*at),
                "{statement}: {t:?}"
            );
        }
    }
}

/// What is so now ends at what is to come.
const AHEAD: &[Case] = &[
    (
        "The shop is closed until the fair on Saturday.",
        &[("The shop is closed until the fair", "until", ".. 2025-02-02")],
    ),
    (
        "The shop was closed until the fair on Saturday.",
        &[("The shop was closed until the fair", "until", ".. 2025-01-26")],
    ),
];

#[test]
fn until_looks_ahead_of_the_present() {
    assert_eq!(unlike(AHEAD), "");
}

/// A deadline is in the words of what was promised; another date of the promise is told by itself.
const DEADLINES: &[Case] = &[
    (
        "The owner promised on Friday to repair the ship by the end of August.",
        &[(
            "The owner promised to repair the ship by the end of August",
            "within",
            "2025-01-24 2025-01-25",
        )],
    ),
    (
        "The owner promised to repair the ship by the end of August.",
        &[(
            "The owner promised to repair the ship by the end of August",
            "by",
            ".. 2025-09-01",
        )],
    ),
    (
        "The council voted on Friday to close the school in May 2026.",
        &[
            (
                "The council voted to close the school in May 2026",
                "within",
                "2025-01-24 2025-01-25",
            ),
            (
                "The council voted on Friday to close the school in May 2026",
                "within",
                "2026-05-01 2026-06-01",
            ),
        ],
    ),
];

#[test]
fn a_promise_is_told_once() {
    assert_eq!(unlike(DEADLINES), "");
}

#[test]
fn an_entry_of_a_log_says_more_than_when_it_was_written() {
    let t = told(
        "Ferry strike\n\n06:00 Good morning.\n\n11:20 Update: the boat will now leave at 1.15 pm.\n\n12:50 The \
         pier is shut.\n\n19:00 That is all for today.",
    );
    let all: Vec<_> = t.events.iter().map(|e| e.statement.as_str()).collect();
    assert_eq!(
        all,
        ["The pier is shut", "Update: the boat will now leave"],
        "{t:?}"
    );
    assert!(t.undated.is_empty(), "{:?}", t.undated);
}

#[test]
fn speakers_behind_what_leads_to_them() {
    for (text, by) in [
        (
            "Opening the hearing, the coroner, Ruth Orr, said the rail was removed in August.",
            Some("the coroner, Ruth Orr"),
        ),
        ("Marking the day, Hale said he left in 1990.", Some("Hale")),
        (
            "“He left when they dug up the road in 1952,” says Ted Moss, 79.",
            Some("Ted Moss, 79"),
        ),
        (
            "Work could start in 2026, said Orla Finch, who has led the long campaign since her husband died at sea.",
            Some("Orla Finch"),
        ),
        ("When the mill shut in 1990, the mayor said it was a shame.", None),
        (
            "“We were wrong in 1990,” said the leader, Ann Orr, elected in 2019.",
            Some("the leader, Ann Orr"),
        ),
        (
            "A report written in July, and read to the jury, described the site as “a trap”.",
            None,
        ),
    ] {
        let t = told(text);
        let who = t.events[0].attribution.as_ref().map(|a| a.text.as_str());
        assert_eq!(who, by, "{text}");
    }
}

/// Words that only lead in go, words that mean something else stay.
const WORDS: &[Case] = &[
    (
        "Sir – The hall was sold on Friday.",
        &[("The hall was sold", "within", "2025-01-24 2025-01-25")],
    ),
    (
        "The story moves between the 1930s and the present day.",
        &[(
            "The story moves between the 1930s and the present day",
            "within",
            "1930-01-01 1940-01-01",
        )],
    ),
    ("A driver died after fall at depot.", &[]),
    (
        "The river, high after a wet Christmas, came over the wall.",
        &[(
            "The river, high after a wet Christmas, came over the wall",
            "within",
            "2024-12-25 2024-12-26",
        )],
    ),
    (
        "He was found shortly before 6 am on 7 January.",
        &[("He was found", "before", ".. 2025-01-07T06:00")],
    ),
    (
        "A campaign to bring it back, begun in 2011, has failed.",
        &[(
            "A campaign to bring it back, begun in 2011, has failed",
            "within",
            "2011-01-01 2012-01-01",
        )],
    ),
];

#[test]
fn what_leads_in_and_what_means_something_else() {
    assert_eq!(unlike(WORDS), "");
}

/// Asides with dates of their own, and a semicolon before one.
const PARTED: &[Case] = &[
    (
        "Rents, unchanged since 2018, would rise by £5 from 1 April.",
        &[
            (
                "Rents, unchanged since 2018, would rise by £5 from 1 April",
                "since",
                "2018-01-01 ..",
            ),
            (
                "Rents, unchanged since 2018, would rise by £5",
                "since",
                "2025-04-01 ..",
            ),
        ],
    ),
    (
        "A claim was made in May; the firm, whose letter came on Friday, will pay.",
        &[
            ("A claim was made", "within", "2024-05-01 2024-06-01"),
            (
                "the firm, whose letter came on Friday, will pay",
                "within",
                "2025-01-24 2025-01-25",
            ),
        ],
    ),
    (
        "The tap, broken since the frost in January 2024, is to be mended.",
        &[(
            "The tap, broken since the frost in January 2024, is to be mended",
            "within",
            "2024-01-01 2024-02-01",
        )],
    ),
    (
        "The shed burned down on 7 January. A claim was made on the Monday.",
        &[
            ("The shed burned down", "within", "2025-01-07 2025-01-08"),
            ("A claim was made", "within", "2025-01-13 2025-01-14"),
        ],
    ),
];

#[test]
fn asides_beside_other_dates() {
    assert_eq!(unlike(PARTED), "");
}

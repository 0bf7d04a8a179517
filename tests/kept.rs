//! No dated sentence is lost, and a whole sentence is told where a clause of it would be broken.

#[path = "common/seeded.rs"]
mod seeded;
#[path = "common/telling.rs"]
mod telling;

use dateline::document::Document;
use dateline::resolve::TimexType;
use dateline::rules::Meaning;
use dateline::timeline::{TimelineRequest, timeline};
use dateline::{Options, tag};
use proptest::prelude::*;
use seeded::seeded;
use telling::{Case, told, unlike};

/// Sentences whose clauses can't be taken apart, or must not be.
const WHOLE: &[Case] = &[
    // Verbs beyond the list, and none.
    (
        "The ferry zigzagged home on 3 May 2024.",
        &[("The ferry zigzagged home", "within", "2024-05-03 2024-05-04")],
    ),
    (
        "11/9/2022 Inspection.",
        &[("Inspection", "within", "2022-11-09 2022-11-10")],
    ),
    (
        "Inspection of the pier on 11 September 2022.",
        &[("Inspection of the pier", "within", "2022-09-11 2022-09-12")],
    ),
    // One verb for two, or one verb not found.
    (
        "Fares rose 4% in 2022 and 2% in 2023.",
        &[
            (
                "Fares rose 4% in 2022 and 2% in 2023",
                "within",
                "2022-01-01 2023-01-01",
            ),
            (
                "Fares rose 4% in 2022 and 2% in 2023",
                "within",
                "2023-01-01 2024-01-01",
            ),
        ],
    ),
    (
        "The choir sang in 1991, 1995 and 1999.",
        &[
            ("The choir sang", "within", "1991-01-01 1992-01-01"),
            ("The choir sang", "within", "1995-01-01 1996-01-01"),
            ("The choir sang", "within", "1999-01-01 2000-01-01"),
        ],
    ),
    // What stands between speaker and speech.
    (
        "The mayor said in a talk with the Sele Herald on Friday that the town had to save.",
        &[(
            "The mayor said in a talk with the Sele Herald that the town had to save",
            "within",
            "2025-01-24 2025-01-25",
        )],
    ),
    (
        "The harbour warned on Friday that if the wind rose, it would close.",
        &[(
            "The harbour warned that if the wind rose, it would close",
            "within",
            "2025-01-24 2025-01-25",
        )],
    ),
    (
        "She told the Herald on Friday: “I will row in March.”",
        &[
            (
                "She told the Herald: “I will row in March.”",
                "within",
                "2025-01-24 2025-01-25",
            ),
            ("“I will row in March.”", "within", "2025-03-01 2025-04-01"),
        ],
    ),
    // Conditions and leading clauses.
    (
        "If prices fall, the ferry will sail in May.",
        &[(
            "If prices fall, the ferry will sail",
            "within",
            "2025-05-01 2025-06-01",
        )],
    ),
    (
        "When the pump failed in late April, the crew began to bail.",
        &[(
            "When the pump failed, the crew began to bail",
            "within",
            "2024-04-01 2024-05-01",
        )],
    ),
    (
        "The crew left soon after the owner was asked in May to pay.",
        &[(
            "The crew left soon after the owner was asked in May to pay",
            "after",
            "2024-05-01 ..",
        )],
    ),
    // Shared helpers and lists.
    (
        "The mill was built in 1901 and sold in 1950.",
        &[
            ("The mill was built", "within", "1901-01-01 1902-01-01"),
            (
                "The mill was built in 1901 and sold in 1950",
                "within",
                "1950-01-01 1951-01-01",
            ),
        ],
    ),
    (
        "The rule would be put to a vote in March and take effect in May.",
        &[
            (
                "The rule would be put to a vote",
                "within",
                "2025-03-01 2025-04-01",
            ),
            ("The rule would take effect", "within", "2025-05-01 2025-06-01"),
        ],
    ),
    (
        "Four sailors were held on Sunday and two charged over the fire on Saturday.",
        &[
            (
                "Four sailors were held on Sunday and two charged over the fire on Saturday",
                "within",
                "2025-01-25 2025-01-26",
            ),
            ("Four sailors were held", "within", "2025-01-26 2025-01-27"),
        ],
    ),
    // Dates that can't be taken out.
    (
        "Not until 1990 was the toll dropped.",
        &[("Not until 1990 was the toll dropped", "until", ".. 1991-01-01")],
    ),
    (
        "The deadline is Friday.",
        &[("The deadline is Friday", "within", "2025-01-24 2025-01-25")],
    ),
    (
        "Profits for the quarter ended December 31, 2024 were small.",
        &[("Profits were small", "within", "2024-10-01 2025-01-01")],
    ),
    (
        "The toll was dropped not in 1990 but in 1995.",
        &[("The toll was dropped", "within", "1995-01-01 1996-01-01")],
    ),
    (
        "So far the ferry has not moved this week.",
        &[(
            "So far the ferry has not moved",
            "within",
            "2025-01-27 2025-01-28",
        )],
    ),
    // An inserted clause does not part a subject from its verb.
    (
        "The court held in May 2024 that the yard, which had denied it, must pay.",
        &[(
            "The court held that the yard, which had denied it, must pay",
            "within",
            "2024-05-01 2024-06-01",
        )],
    ),
    (
        "The race, due to start on Sunday, was put off.",
        &[(
            "The race, due to start on Sunday, was put off",
            "within",
            "2025-02-02 2025-02-03",
        )],
    ),
    (
        "Ada Holm (born 3 May 1950) is a pilot.",
        &[(
            "Ada Holm (born 3 May 1950) is a pilot",
            "within",
            "1950-05-03 1950-05-04",
        )],
    ),
    // A clause that hangs on a noun is told with it.
    (
        "After the strike, which ended in 1945, the yard was sold.",
        &[("the strike ended", "within", "1945-01-01 1946-01-01")],
    ),
    (
        "The mayor praised Sele Ferries, which sold a boat on 13 May 2024.",
        &[("Sele Ferries sold a boat", "within", "2024-05-13 2024-05-14")],
    ),
    // "who" and "which" go where what they stand for can be the subject, and stay where it can't be told.
    (
        "Ana Reyes, who came to Halmouth in 1961, believes it.",
        &[("Ana Reyes came to Halmouth", "within", "1961-01-01 1962-01-01")],
    ),
    (
        "Those who came in 1961 believe it.",
        &[(
            "Those who came in 1961 believe it",
            "within",
            "1961-01-01 1962-01-01",
        )],
    ),
    (
        "The mayor of Leeds, who resigned on 13 May 2024, was ill.",
        &[(
            "The mayor of Leeds, who resigned on 13 May 2024, was ill",
            "within",
            "2024-05-13 2024-05-14",
        )],
    ),
    // What is told of a speaker is nobody's words.
    (
        "“We had ten minutes,” said Nell Hardy, who has lived in Mill Lane since 1988.",
        &[("Nell Hardy has lived in Mill Lane", "since", "1988-01-01 ..")],
    ),
    // A day that is the subject stays.
    (
        "In the north, 13 May 2024 was the last day of the strike.",
        &[(
            "In the north, 13 May 2024 was the last day of the strike",
            "within",
            "2024-05-13 2024-05-14",
        )],
    ),
    (
        "The line is sure of its profits for 2024 and beyond.",
        &[(
            "The line is sure of its profits for 2024 and beyond",
            "within",
            "2024-01-01 2025-01-01",
        )],
    ),
    // What was done had not happened on a day ahead: the words keep it.
    (
        "The mayor has invited both crews to a talk on 12 March 2032.",
        &[(
            "The mayor has invited both crews to a talk on 12 March 2032",
            "within",
            "2032-03-12 2032-03-13",
        )],
    ),
];

#[test]
fn whole_sentences() {
    let wrong = unlike(WHOLE);
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// How statements lie to their dates.
const PLACED: &[Case] = &[
    (
        "The pump was down from 9:12 to 9:40 on 3 May 2024.",
        &[(
            "The pump was down",
            "throughout",
            "2024-05-03T09:12 2024-05-03T09:41",
        )],
    ),
    (
        "On Friday the road was shut from noon to midnight.",
        &[(
            "the road was shut",
            "throughout",
            "2025-01-24T12:00 2025-01-25T00:01",
        )],
    ),
    (
        "The strike lasted from Monday to Wednesday last week.",
        &[("The strike lasted", "throughout", "2025-01-20 2025-01-23")],
    ),
    (
        "The form must be sent no later than Friday.",
        &[("The form must be sent", "by", ".. 2025-02-01")],
    ),
    (
        "Over the past two weeks 30 boats sank.",
        &[("30 boats sank", "within", "2025-01-13 2025-01-28")],
    ),
    (
        "The crew won for the first time since 20 April 2024.",
        &[(
            "The crew won for the first time since 20 April 2024",
            "after",
            "2024-04-21 ..",
        )],
    ),
    (
        "In January 2024 the fare rose to 67 from 2030.",
        &[("the fare rose to 67 from 2030", "within", "2024-01-01 2024-02-01")],
    ),
    (
        "Fares will rise by 5% from 3 May 2025.",
        &[("Fares will rise by 5%", "since", "2025-05-03 ..")],
    ),
    (
        "On Friday she recalled the 1953 flood.",
        &[
            ("the 1953 flood", "within", "1953-01-01 1954-01-01"),
            ("she recalled the 1953 flood", "within", "2025-01-24 2025-01-25"),
        ],
    ),
    // None of these was then.
    ("Takings were up 12% from the year-ago quarter.", &[]),
    (
        "The toll was far higher than in a similar storm in Sele five years ago.",
        &[],
    ),
    (
        "Gloom now stands at more than double its level in December 2006.",
        &[],
    ),
    ("She said the 10 April deadline was not an excuse.", &[]),
    ("The baths are open every Wednesday from 9 a.m. to noon.", &[]),
];

#[test]
fn how_they_lie_to_their_dates() {
    let wrong = unlike(PLACED);
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn what_is_no_event_is_kept_apart_with_its_reason() {
    for (text, reason) in [
        ("Takings were up 12% from the year-ago quarter.", "compared"),
        (
            "She said the 10 April deadline was not an excuse.",
            "describes a noun",
        ),
        (
            "The baths are open every Wednesday from 9 a.m. to noon.",
            "comes again",
        ),
        ("Will the bridge reopen on Friday?", "asked"),
    ] {
        let t = told(text);
        assert!(t.events.is_empty(), "{text}");
        assert!(t.undated[0].reason.contains(reason), "{}", t.undated[0].reason);
    }
}

#[test]
fn what_surrounds_an_article_is_no_event() {
    for text in [
        "© 2025 Sele Herald",
        "Copyright 2024 Sele Herald. All rights reserved.",
        "By Ada Holm, 3 May 2024",
        "Updated 3 May 2024",
        "3 May 2024",
        "Holm, A. (2019). A history of boats.",
    ] {
        let t = told(text);
        assert!(
            t.events.is_empty() && t.undated.is_empty(),
            "{text}: {:?} {:?}",
            t.events,
            t.undated
        );
    }
}

#[test]
fn a_forecast_is_not_cut_at_publication() {
    let t = told("The bank said it expected trade to shrink during the first quarter of this year.");
    assert!(!t.events[0].when.cut);
}

#[test]
fn no_preposition_in_a_speaker() {
    let t = told("After doctors said on Friday that he was ill, he left.");
    assert_eq!(t.events[0].attribution, None);
    let t = told("Mr Holm also said the pier will close in May.");
    assert_eq!(t.events[0].attribution.as_ref().unwrap().text, "Mr Holm");
}

/// Pieces of sentences: subjects, predicates with and without a verb that is known, dates, what joins them.
const PIECES: &[&str] = &[
    "The ferry",
    "the crew",
    "It",
    "Sele Ferries",
    "three boats",
    "sank",
    "zigzagged",
    "will sail",
    "was sold",
    "on Friday",
    "in 1990",
    "in May 2024",
    "since 2021",
    "from 1990 to 1994",
    "by 3 May 2025",
    "next week",
    "yesterday",
    "the 1953 flood",
    "the 10 April deadline",
    "over the past two weeks",
    "at 5 p.m.",
    "from a year earlier",
    "up 12%",
    "said",
    "that",
    "and",
    "which",
    "when",
    "if",
    "but",
    ",",
    ";",
    "“",
    "”",
    "(",
    ")",
    "–",
    "more than in 2001",
    "not",
    "every Wednesday",
    "to pay",
    "sold",
    "of the port",
    "after",
    "first",
    "Friday’s",
    "is",
];

proptest! {
    #![proptest_config(seeded(1500))]

    /// Every date that has a place carries an event, stands in the words of one, or its sentence is kept apart.
    #[test]
    fn no_dated_sentence_is_lost(picks in prop::collection::vec(0..PIECES.len(), 2..24)) {
        let text = format!("{}.", picks.iter().map(|&i| PIECES[i]).collect::<Vec<_>>().join(" "));
        let options = Options::new().published("2025-01-27".parse().unwrap()).text_only(true);
        let tagged = tag(Document::from_text("note", &text), &options);
        let t = timeline(std::slice::from_ref(&tagged), &TimelineRequest::default());
        let chars = |byte: usize| text[..byte].chars().count();
        for (m, w) in tagged.mentions.iter().zip(&tagged.whens) {
            let length = w.kind == TimexType::Duration || w.kind == TimexType::Set;
            if !w.is_placed() || length || matches!(m.meaning, Meaning::Reference(_)) {
                continue;
            }
            let at = chars(m.range.start);
            let holds = |s: Option<[usize; 2]>| s.is_some_and(|s| s[0] <= at && at < s[1]);
            let carried = t.events.iter().any(|e| {
                e.mentions.iter().any(|x| x.span[0] == at) || holds(e.statement_span) || e.phrase.contains(&text[m.range.clone()])
            });
            let apart = t.undated.iter().any(|u| holds(u.sentence_span));
            // A line of one or two words beside its date is a label, and says nothing.
            let sentence = tagged.sentences.iter().find(|s| s.bytes.contains(&m.range.start));
            let dates: usize = tagged.mentions.iter().filter(|m| sentence.is_some_and(|s| s.bytes.contains(&m.range.start)))
                .map(|m| text[m.range.clone()].split_whitespace().count()).sum();
            let words = sentence.map_or(0, |s| text[s.bytes.clone()].split_whitespace().count()) - dates;
            let alone = words < 4 && !t.events.iter().any(|e| holds(e.sentence_span));
            prop_assert!(carried || apart || alone, "{:?} of {text:?} is lost", &text[m.range.clone()]);
        }
    }
}

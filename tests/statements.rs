//! What statements promise: which date belongs to which verb, how it lies to it, and what the entry says.

#[path = "common/seeded.rs"]
mod seeded;
#[path = "common/telling.rs"]
mod telling;

use dateline::document::{Document, ReadOptions, read};
use dateline::timeline::{self, Certainty, Event, Relation, Shape, Timeline, TimelineRequest, timeline};
use dateline::{Options, tag};
use proptest::prelude::*;
use seeded::seeded;
use telling::{Case, place, told, unlike};

const CASES: &[Case] = &[
    // One date, one verb.
    (
        "The ferry sank on Friday.",
        &[("The ferry sank", "within", "2025-01-24 2025-01-25")],
    ),
    (
        "On Friday, the ferry sank.",
        &[("the ferry sank", "within", "2025-01-24 2025-01-25")],
    ),
    (
        "In 1953 a flood drowned 12 goats.",
        &[("a flood drowned 12 goats", "within", "1953-01-01 1954-01-01")],
    ),
    (
        "The mayor on Friday opened the hall.",
        &[("The mayor opened the hall", "within", "2025-01-24 2025-01-25")],
    ),
    // Relations.
    (
        "The council has met since 2021.",
        &[("The council has met", "since", "2021-01-01 ..")],
    ),
    (
        "Fares will rise from 3 May 2025.",
        &[("Fares will rise", "since", "2025-05-03 ..")],
    ),
    (
        "He reigned until 1154.",
        &[("He reigned", "until", ".. 1155-01-01")],
    ),
    (
        "The firm must pay by 6 June 2025.",
        &[("The firm must pay", "by", ".. 2025-06-07")],
    ),
    (
        "The hall will open after 3 May 2025.",
        &[("The hall will open", "after", "2025-05-04 ..")],
    ),
    (
        "The ship had left port before Friday.",
        &[("The ship had left port", "before", ".. 2025-01-24")],
    ),
    // Spans.
    (
        "The town was ruled from Leeds from 1516 to 1713.",
        &[(
            "The town was ruled from Leeds",
            "throughout",
            "1516-01-01 1714-01-01",
        )],
    ),
    (
        "The parties met between 4 September and 13 October 2017.",
        &[("The parties met", "within", "2017-09-04 2017-10-14")],
    ),
    (
        "The quay was rebuilt in 2018–19 at some cost.",
        &[(
            "The quay was rebuilt at some cost",
            "within",
            "2018-01-01 2020-01-01",
        )],
    ),
    // Two dates of one verb.
    (
        "The bridge closed on Friday at 5 p.m.",
        &[("The bridge closed", "within", "2025-01-24T17:00 2025-01-24T17:01")],
    ),
    (
        "The mayor opened the market on Tuesday and Thursday.",
        &[
            ("The mayor opened the market", "within", "2025-01-21 2025-01-22"),
            ("The mayor opened the market", "within", "2025-01-23 2025-01-24"),
        ],
    ),
    // Two verbs, two dates.
    (
        "The mill burned down in 1990, and it was rebuilt in 1994.",
        &[
            ("The mill burned down", "within", "1990-01-01 1991-01-01"),
            ("it was rebuilt", "within", "1994-01-01 1995-01-01"),
        ],
    ),
    (
        "The firm was founded in 1978 and moved to Leeds in 1984.",
        &[
            ("The firm was founded", "within", "1978-01-01 1979-01-01"),
            ("The firm moved to Leeds", "within", "1984-01-01 1985-01-01"),
        ],
    ),
    (
        "Rain fell on Friday and snow followed on Saturday.",
        &[
            ("Rain fell", "within", "2025-01-24 2025-01-25"),
            ("snow followed", "within", "2025-01-25 2025-01-26"),
        ],
    ),
    // A clause that follows stays, one that leads goes.
    (
        "Although the crew was small, the ship left port on Friday.",
        &[("the ship left port", "within", "2025-01-24 2025-01-25")],
    ),
    (
        "When the dam broke on Tuesday, the village was flooded.",
        &[(
            "When the dam broke, the village was flooded",
            "within",
            "2025-01-21 2025-01-22",
        )],
    ),
    (
        "The company, which sells hats, closed its shop on Friday.",
        &[(
            "The company, which sells hats, closed its shop",
            "within",
            "2025-01-24 2025-01-25",
        )],
    ),
    // A date of a participle dates no more than that; it stays in the words.
    (
        "The letter sent on Friday did not name the pilot.",
        &[(
            "The letter sent on Friday did not name the pilot",
            "within",
            "2025-01-24 2025-01-25",
        )],
    ),
    (
        "Insurers stopped selling flood cover last month.",
        &[(
            "Insurers stopped selling flood cover",
            "within",
            "2024-12-01 2025-01-01",
        )],
    ),
    // What is compared, asked or counted has not happened then.
    (
        "The jump was the biggest since a rise of 38 cents in May 2005.",
        &[],
    ),
    ("Sales were up 9 percent from a year earlier.", &[]),
    (
        "The river is at its highest level since records began in 1871.",
        &[],
    ),
    ("Will the bridge reopen on Friday?", &[]),
    ("The strike lasted for three days.", &[]),
    ("The choir sings every Wednesday.", &[]),
    // Entries of a list.
    (
        "3 May 2019 – The bridge closes to lorries.",
        &[("The bridge closes to lorries", "within", "2019-05-03 2019-05-04")],
    ),
    (
        "12 May 1990: Fire at the docks",
        &[("Fire at the docks", "within", "1990-05-12 1990-05-13")],
    ),
    // A place line is no date of the sentence.
    (
        "LEEDS, Jan 24 — The ferry sank on Thursday.",
        &[("The ferry sank", "within", "2025-01-23 2025-01-24")],
    ),
    // Glued by scraping.
    (
        "HALMOUTHThe pier closed on Friday.",
        &[("The pier closed", "within", "2025-01-24 2025-01-25")],
    ),
];

#[test]
fn sentences_and_their_events() {
    let wrong = unlike(CASES);
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn who_says_so() {
    for (text, statement, who, reports) in [
        (
            "The harbour office said on Friday that the pier had lost its roof.",
            "The harbour office said that the pier had lost its roof",
            "The harbour office",
            true,
        ),
        // What was said of a thing is no speech of its.
        (
            "The crew was told on Friday that the pump had failed.",
            "The crew was told that the pump had failed",
            "",
            true,
        ),
        (
            "The crew told reporters Tuesday that the pump had failed.",
            "The crew told reporters that the pump had failed",
            "The crew",
            true,
        ),
        (
            "The crew said the pump failed on Friday.",
            "the pump failed",
            "The crew",
            false,
        ),
        (
            "The exchange halted trading on Friday, its clearing house said.",
            "The exchange halted trading",
            "its clearing house",
            false,
        ),
        (
            "Trading will resume on Friday, according to a notice sent to the members.",
            "Trading will resume",
            "a notice sent to the members",
            false,
        ),
        (
            "According to police, the thief fled on Sunday.",
            "the thief fled",
            "police",
            false,
        ),
        (
            "“We sank the boat on Friday,” said the captain, Ada Holm.",
            "“We sank the boat on Friday”",
            "the captain, Ada Holm",
            false,
        ),
    ] {
        let t = told(text);
        let e = &t.events[0];
        assert_eq!(e.statement, statement, "{text}");
        let speaker = e.attribution.as_ref().map_or("", |a| a.text.as_str());
        assert_eq!(speaker, who, "{text}");
        assert_eq!(e.reports, reports, "{text}");
    }
}

#[test]
fn a_quotation_may_go_on_over_sentences() {
    let speakers = |text: &str| -> Vec<String> {
        let who = |e: &Event| e.attribution.as_ref().map_or("-".to_owned(), |a| a.text.clone());
        let mut events = told(text).events;
        events.sort_by_key(|e| e.sentence_span);
        events.iter().map(who).collect()
    };
    for (text, want) in [
        // Who speaks is told at the end, at the beginning, or between.
        (
            "“We bought the boat in 2016. It sank in 2019,” said Ada Holm.",
            &["Ada Holm", "Ada Holm"][..],
        ),
        (
            "Ada Holm told the crew: “We bought it in 2016. It sank in 2019. I left in 2020.”",
            &["Ada Holm", "Ada Holm", "Ada Holm"],
        ),
        (
            "\"The shaft broke in May,\" the letter says. \"It was welded in 2016. We asked for another in 2019.\"",
            &["the letter", "the letter", "the letter"],
        ),
        // What is told between or behind is nobody's.
        (
            "“We bought the boat in 2016. It sank in 2019,” said Ada Holm. The pier burned in 2020.",
            &["Ada Holm", "Ada Holm", "-"],
        ),
        (
            "“We bought it in 2016. It sank,” said Ada Holm.\n\nThe pier burned in 2020. “It was old in 2019.”",
            &["Ada Holm", "-", "-"],
        ),
    ] {
        assert_eq!(speakers(text), want, "{text}");
    }
}

#[test]
fn nobody_could_and_what_is_supposed() {
    for (text, want) in [
        ("The pilot could not be reached on Friday.", "2025-01-24"),
        ("Nobody could say on Friday where it was.", "2025-01-24"),
        ("The mill could reopen on Friday.", "2025-01-31"),
    ] {
        assert_eq!(told(text).events[0].when.value, want, "{text}");
    }
    // The main clause tells it, with what it supposes.
    let t = told("If no ship has come by 3 May 2025, the line will hire one in September 2025.");
    let statements: Vec<_> = t.events.iter().map(|e| e.statement.as_str()).collect();
    assert_eq!(
        statements,
        ["If no ship has come by 3 May 2025, the line will hire one"]
    );
}

#[test]
fn a_past_window_ends_at_publication() {
    let t = told("This month the guard moved two boats. This month the guard will move two more.");
    let cut = t.events.iter().find(|e| e.when.cut).unwrap();
    assert_eq!(place(cut), "2025-01-01 2025-01-28");
    assert_eq!(cut.when.shape, Shape::Window);
    assert_eq!(cut.when.value, "2025-01");
    assert_eq!(t.events.iter().filter(|e| e.when.cut).count(), 1);
}

#[test]
fn how_sure_a_date_is() {
    for (text, want) in [
        ("The ferry sank on 3 May 2019.", Certainty::Stated),
        ("The ferry sank on Friday.", Certainty::Inferred),
        // Publication was on a Monday.
        ("The ferry sank on Monday.", Certainty::Ambiguous),
    ] {
        assert_eq!(told(text).events[0].certainty, want, "{text}");
    }
    assert!(told("The ferry sank about 1950.").events[0].when.approx);
}

#[test]
fn what_has_no_date_is_kept_apart() {
    let t = told("The ferry sank off the point. Who was on board? It is a pity. The crew will be paid.");
    assert!(t.events.is_empty());
    let told: Vec<_> = t
        .undated
        .iter()
        .map(|u| (u.id.as_str(), u.statement.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("u1", "The ferry sank off the point"),
            ("u2", "The crew will be paid")
        ]
    );
    assert_eq!(t.undated[0].latest.unwrap().to_string(), "2025-01-27");
    assert_eq!(t.undated[1].latest, None);
    let open = tag(
        Document::from_text("note", "The ferry sank on Friday."),
        &Options::new(),
    );
    let t = timeline(&[open], &TimelineRequest::default());
    assert!(t.undated[0].reason.contains("Friday"), "{}", t.undated[0].reason);
}

#[test]
fn headings_that_are_only_a_date_tell_nothing() {
    let doc = read(
        b"# 3 May 2019\n\nThe ferry sank on 4 May 2019.\n",
        "log.md",
        &ReadOptions::default(),
    )
    .unwrap();
    let t = timeline(&[tag(doc, &Options::new())], &TimelineRequest::default());
    assert_eq!(t.events.len(), 1);
}

#[test]
fn in_the_order_of_time() {
    let t = told(
        "The town was founded in 1900. The mill opened in May 1900. It burned on 1 May 1900. \
         The port has traded since 1900. The rail line closed by 1899.",
    );
    let order: Vec<_> = t.events.iter().map(|e| e.statement.as_str()).collect();
    assert_eq!(
        order,
        [
            "The rail line closed",
            "The port has traded",
            "The town was founded",
            "The mill opened",
            "It burned"
        ]
    );
    let ids: Vec<_> = t.events.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(ids, ["e1", "e2", "e3", "e4", "e5"]);
}

#[test]
fn since_and_until_count_what_they_leave_out() {
    let doc = Document::from_text(
        "note",
        "The mill opened in 1900. It burned in 1950. It reopened in 2000.",
    );
    let tagged = tag(doc, &Options::new());
    let mut request = TimelineRequest::default();
    request.since = Some("1940-01-01".parse().unwrap());
    request.until = Some("1990-01-01".parse().unwrap());
    let t = timeline(&[tagged], &request);
    assert_eq!(t.events.len(), 1);
    assert_eq!(t.options.left_out, 2);
}

#[test]
fn several_documents_make_one_timeline() {
    let options = Options::new();
    let a = tag(Document::from_text("a", "The mill burned in 1950."), &options);
    let b = tag(Document::from_text("b", "The mill opened in 1900."), &options);
    let mut request = TimelineRequest::default();
    request.title = Some("The mill".into());
    let t = timeline(&[a, b], &request);
    assert_eq!(t.title, "The mill");
    let sources: Vec<_> = t.events.iter().map(|e| e.sources[0].as_str()).collect();
    assert_eq!(sources, ["d2", "d1"]);
    assert_eq!(t.events[0].mentions[0].id, "d2.t1");
}

#[test]
fn an_edit_is_noticed_and_followed() {
    let mut t = told("The ferry sank on Friday. The crew has slept since Sunday.");
    let json = dateline::export::timeline_line(&t, None).unwrap();
    let back = timeline::read(&json).unwrap();
    t.digest = timeline::digest(&t);
    assert_eq!(back, t);
    assert!(timeline::is_untouched(&back));
    let edited = json.replace("\"value\":\"2025-01-24\"", "\"value\":\"2025-01-17\"");
    let edited = timeline::read(&edited).unwrap();
    assert!(!timeline::is_untouched(&edited));
    assert_eq!(place(&edited.events[0]), "2025-01-17 2025-01-18");
    assert_eq!(edited.events[1], t.events[1]);
    let edited = json.replace("\"value\":\"2025-01-26\"", "\"value\":\"2024-12\"");
    let e = &timeline::read(&edited).unwrap().events[1];
    assert_eq!(
        (place(e).as_str(), e.relation),
        ("2024-12-01 ..", Relation::Since)
    );
}

#[test]
fn what_is_no_timeline_is_refused_with_the_place() {
    let json = serde_json::to_string(&told("The ferry sank on Friday.")).unwrap();
    for (text, part) in [
        ("{".to_owned(), "not JSON"),
        ("{}".to_owned(), "not a dateline timeline"),
        ("[1]".to_owned(), "not a dateline timeline"),
        (json.replace("dateline/1", "dateline/9"), "dateline/9"),
        (
            json.replace("\"start\":\"2025-01-24\"", "\"start\":\"Friday\""),
            "events[0].when.start",
        ),
        (
            json.replace("\"end\":\"2025-01-25\"", "\"end\":\"2025-01-20\""),
            "events[0].when.end",
        ),
        (
            json.replace("\"relation\":\"within\"", "\"relation\":\"beside\""),
            "events[0].relation",
        ),
        (json.replace("\"statement\"", "\"state\""), "statement"),
    ] {
        let message = timeline::read(&text).unwrap_err().to_string();
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn spans_count_characters() {
    let t = told("Café “Zoë” closed on Friday – für immer.");
    let e = &t.events[0];
    let chars: Vec<char> = "Café “Zoë” closed on Friday – für immer.".chars().collect();
    let [a, b] = e.mentions[0].span;
    assert_eq!(chars[a..b].iter().collect::<String>(), "Friday");
    assert_eq!(e.phrase, "on Friday");
    let steps: Vec<_> = e.why.iter().map(|w| &*w.step).collect();
    assert_eq!(steps.first(), Some(&"read"));
    assert_eq!(steps.last(), Some(&"relation"));
}

/// Pieces that sentences are made of, to reach deeper than arbitrary characters do.
const WORDS: &[&str] = &[
    "The ferry",
    "sank",
    "on Friday",
    "since 2021",
    "from 1990 to 1994",
    "said",
    "that",
    "and",
    "which",
    "when",
    ",",
    ".",
    "“",
    "”",
    "(",
    ")",
    "because",
    "will close",
    "according to",
    "the mayor",
    "at 5 p.m.",
    "in May",
    "was closed",
    "–",
    ":",
    "to",
    "by",
    "3 May 2019",
    "a year earlier",
    "Ö",
    "?",
    "\n\n",
    "\n",
    "12",
    "had been",
    "however",
    "BOSTON",
    "'s",
    "between",
    "1200",
    "the 1990s",
    "if",
    "who",
    "but",
    ";",
    "\"",
    "…",
    "日",
    "of",
    "reports",
    "released",
];

fn holds(t: &Timeline, text: &str) -> Result<(), TestCaseError> {
    let chars = text.chars().count();
    let within = |s: [usize; 2]| s[0] <= s[1] && s[1] <= chars;
    let source: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for e in &t.events {
        // A mark may have moved up to the word before a cut.
        let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        for word in e.statement.split_whitespace().map(bare) {
            // An aside gets the helper that it leaves out: "The plant, announced in June".
            let helper = word == "was" || word == "were";
            prop_assert!(
                helper || source.contains(&word),
                "{word:?} of {:?} is not in {text:?}",
                e.statement
            );
        }
        prop_assert!(!e.statement.is_empty());
        for s in [e.statement_span, e.sentence_span].into_iter().flatten() {
            prop_assert!(within(s));
        }
        for m in &e.mentions {
            prop_assert!(within(m.span));
            let words: String = text.chars().skip(m.span[0]).take(m.span[1] - m.span[0]).collect();
            prop_assert_eq!(&words, &m.text);
        }
        prop_assert!(e.when.start.is_some() || e.when.end.is_some());
        if let (Some(a), Some(b)) = (e.when.start, e.when.end) {
            prop_assert!(a.at() < b.at());
        }
        let quotes = e.statement.matches('"').count();
        prop_assert!(quotes % 2 == 0, "{}", e.statement);
        prop_assert_eq!(e.statement.matches('(').count(), e.statement.matches(')').count());
    }
    let at = |e: &Event| e.when.start.or(e.when.end).map(|m| m.at());
    prop_assert!(t.events.windows(2).all(|w| at(&w[0]) <= at(&w[1])));
    for json in [
        dateline::export::timeline_line(t, None).unwrap(),
        dateline::export::timeline_json(t, None).unwrap(),
    ] {
        let mut back = timeline::read(&json).unwrap();
        prop_assert!(timeline::is_untouched(&back));
        back.digest.clear();
        prop_assert_eq!(&back, t);
    }
    Ok(())
}

proptest! {
    #![proptest_config(seeded(300))]

    #[test]
    fn any_text_is_told_in_its_own_words(text in "\\PC{0,200}") {
        holds(&told(&text), &text)?;
    }

    #[test]
    fn any_sentence_is_told_in_its_own_words(picks in prop::collection::vec(0..WORDS.len(), 0..40)) {
        let text = picks.iter().map(|&i| WORDS[i]).collect::<Vec<_>>().join(" ");
        holds(&told(&text), &text)?;
    }
}

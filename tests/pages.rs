//! Pages as people copy them: what is furniture, what is the date line, what is quoted; and what only looks so.

use dateline::document::{ReadOptions, read};
use dateline::timeline::{TimelineRequest, timeline};
use dateline::{Options, Tagged, tag};

fn tagged(text: &str, name: &str) -> Tagged {
    let document = read(text.as_bytes(), name, &ReadOptions::default()).unwrap_or_else(|e| panic!("{e}"));
    tag(document, &Options::new())
}

/// `value statement` of each event, and the undated statements.
fn told(tagged: &Tagged) -> Vec<String> {
    let made = timeline(std::slice::from_ref(tagged), &TimelineRequest::default());
    let dated = made
        .events
        .iter()
        .map(|e| format!("{} {}", e.when.value, e.statement));
    dated
        .chain(made.undated.iter().map(|u| format!("? {}", u.statement)))
        .collect()
}

fn published(tagged: &Tagged) -> String {
    let p = tagged.published.as_ref();
    p.map_or_else(String::new, |p| {
        let parts = [Some(p.date.to_string()), p.time.clone(), p.offset.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    })
}

const PAGE: &str = "The quay is closed\n\n14 March 2024\n\nThe flood broke it on Tuesday.\n\nThe port met on Wednesday to hear the engineers.";

#[test]
fn furniture_makes_no_events_and_no_title() {
    let want = told(&tagged(PAGE, "a.txt"));
    assert_eq!(want.len(), 2);
    for piece in [
        "Last updated: 16 March 2024 10:15",
        "Page last updated at 09:12 GMT, Saturday, 16 March 2024 09:12 UK",
        "Leave a Reply\n\nName *\n\nNils says: March 15, 2024 at 3:14 pm\n\nMy aunt sailed from it yesterday.",
        "Leave a comment\nNils says:\nMarch 15, 2024 at 3:14 pm\nMy aunt sailed from it yesterday.",
        "Comments (2)\n\nNils Orr\n\nI saw it break on Monday.\n\nReply\n\nIda\n\nIt was shut in 2019.",
        "2 comments\nNils Orr\nI saw it break on Monday.",
        "Related stories\nTwo locks opened in 2012\nA mill burned in 2018",
        "You might also like\n\nTwo locks opened in 2012\n\nA mill burned in 2018",
        "MOST READ\n1. Two locks opened in 2012\n2. A mill burned in 2018",
        "Next article: Two locks opened in 2012",
        "Watch: The quay broke on Friday",
        "All rights reserved since 1998.",
        "Advertisement: the fair ends on Sunday.",
        "We use cookies. The policy was changed on 3 May 2023.",
        "FILE - In this April 3, 2019 file photo, a ferry is moored at the quay.",
        "(By Ida Feld -- The Courier)",
    ] {
        let behind = tagged(&format!("{PAGE}\n\n{piece}"), "a.txt");
        assert_eq!(told(&behind), want, "{piece}");
        assert_eq!(published(&behind), "2024-03-14", "{piece}");
        if !piece.contains("read")
            && !piece.contains("stories")
            && !piece.contains("omment")
            && !piece.contains("Reply")
            && !piece.contains("like")
        {
            let before = tagged(&format!("{piece}\n\n{PAGE}"), "a.txt");
            assert_eq!(
                before.document.title.as_deref(),
                Some("The quay is closed"),
                "{piece}"
            );
            assert_eq!(told(&before), want, "{piece}");
        }
    }
    let glued = tagged(
        "(By Ida Feld -- The Courier) The flood broke it on Tuesday, 12 March 2024.\n\nIt was old.",
        "a.txt",
    );
    assert_eq!(told(&glued)[0], "2024-03-12 The flood broke it");
    assert_eq!(glued.document.title, None);
}

#[test]
fn sentences_that_begin_like_furniture_stay() {
    for (sentence, value) in [
        ("Watch sales fell in 2018.", "2018"),
        ("Comments made on Tuesday angered the union.", "2024-03-12"),
        ("Related deaths rose in 2019.", "2019"),
        ("Next articles appeared in 2011.", "2011"),
        ("Updated maps were handed out on Tuesday.", "2024-03-12"),
        ("Advertisement sales fell in 2018.", "2018"),
        ("Most read papers closed in 2018.", "2018"),
        ("File sharing began in 1999.", "1999"),
    ] {
        let events = told(&tagged(&format!("{PAGE}\n\n{sentence}"), "a.txt"));
        assert!(
            events
                .iter()
                .any(|e| e.starts_with(&format!("{value} {}", sentence.split(' ').next().unwrap()))),
            "{sentence}: {events:?}"
        );
    }
}

#[test]
fn a_date_line_glued_to_the_text_dates_it() {
    for (text, when, first, title) in [
        (
            "Thursday 14 March 2024 15.37 GMT At least four barges sank today when the quay broke.",
            "2024-03-14 15:37 +00:00",
            "2024-03-14 At least four barges sank today when the quay broke",
            None,
        ),
        (
            "SELE | Thu Mar 14, 2024 9:03 pm BST SELE (Wire) - Mending is slow, an engineer said on Tuesday.",
            "2024-03-14 21:03 +01:00",
            "2024-03-12 Mending is slow, an engineer said",
            None,
        ),
        (
            "Thursday, March 14, 2024; 10:10 AM Most skippers left yesterday\n\nThe quay broke on Tuesday.",
            "2024-03-14 10:10",
            "2024-03-12 The quay broke",
            Some("Most skippers left yesterday"),
        ),
    ] {
        for name in ["a.txt", "a.md", "a.html"] {
            let text = if name == "a.html" {
                text.split("\n\n").map(|p| format!("<p>{p}</p>")).collect()
            } else {
                text.to_owned()
            };
            let got = tagged(&text, name);
            assert_eq!(published(&got), when, "{name}: {text}");
            assert_eq!(told(&got)[0], first, "{name}: {text}");
            if name == "a.txt" {
                assert_eq!(got.document.title.as_deref(), title, "{text}");
            }
        }
    }
    // A log's times are no date lines, and a sentence's date is no date line.
    let log = "Fri 3 May 2019 15:37 UTC The pumps were started by hand.\n\nSat 4 May 2019 09:10 UTC The pumps were stopped again.";
    assert_eq!(published(&tagged(log, "a.txt")), "");
    assert_eq!(told(&tagged(log, "a.txt")).len(), 2);
    let sentence = "Friday 3 May 2019 was the day on which the pumps were started.";
    assert_eq!(published(&tagged(sentence, "a.txt")), "");
}

#[test]
fn date_lines_of_many_looks() {
    for (line, when) in [
        ("Mar 14, 2024, 3:15 PM ET", "2024-03-14 15:15"),
        ("Mar 14 2024 at 3:15pm EST | By Ida", "2024-03-14 15:15 -05:00"),
        ("14 MARCH 2024 • 4 MIN READ", "2024-03-14"),
        ("14 March 2024 · 4 min read", "2024-03-14"),
        ("Thursday 14 March 2024 10:15, UK", "2024-03-14 10:15"),
        ("Date: Thu, 14 Mar 2024 23:30:00 -0800", "2024-03-14 23:30 -08:00"),
        (
            "Date: Thu, 14 Mar 2024 23:30:00 +0530 (IST)",
            "2024-03-14 23:30 +05:30",
        ),
        ("Published 14 March 2024 | Updated 16 March 2024", "2024-03-14"),
    ] {
        for head in [
            format!("{line}\n\n"),
            format!("The quay is closed\n\n{line}\n\n"),
            format!("The quay is closed\n{line}\n"),
        ] {
            let got = tagged(
                &format!("{head}The flood broke it on Tuesday.\n\nIt was old."),
                "a.txt",
            );
            assert_eq!(published(&got), when, "{head}");
            assert_eq!(told(&got), ["2024-03-12 The flood broke it"], "{head}");
            let title = head.starts_with("The").then_some("The quay is closed");
            assert_eq!(got.document.title.as_deref(), title, "{head}");
        }
    }
    // A wrapped paragraph may have a date alone on its line.
    let wrapped =
        "The barge that had been built for the port was launched on\n14 March 2024\nand sank at once.";
    assert_eq!(published(&tagged(wrapped, "a.txt")), "");
}

#[test]
fn quoted_mail_counts_from_its_own_day() {
    for header in [
        "On Thu, Mar 14, 2024 at 5:02 PM Ida Feld <ida@example.org> wrote:",
        "On Thu, Mar 14, 2024 at 5:02 PM Ida Feld\n<ida@example.org> wrote:",
    ] {
        let mail = format!(
            "Subject: the quay\n\nI heard so on Friday.\n{header}\n> The quay broke yesterday.\n> It was mended in\n> 2019.\n>\n> Ida\n"
        );
        let document = read(mail.as_bytes(), "a.txt", &ReadOptions::default()).unwrap();
        let got = tag(document, &Options::new().published("2024-03-18".parse().unwrap()));
        assert_eq!(
            told(&got),
            [
                "2019 It was mended",
                "2024-03-13 The quay broke",
                "2024-03-15 I heard so on Friday"
            ],
            "{header}"
        );
        // The clock time of the header is that day's.
        let clock = got
            .whens
            .iter()
            .find(|w| w.value.contains('T'))
            .map(|w| w.value.as_str());
        assert_eq!(clock, Some("2024-03-14T17:02"));
    }
}

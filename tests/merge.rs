//! One event told twice is one entry; where sources disagree, both stay and say so.

use dateline::document::Document;
use dateline::timeline::{Event, Timeline, TimelineRequest, timeline};
use dateline::{Options, tag};

fn told(texts: &[(&str, &str)]) -> Timeline {
    let tagged: Vec<_> = texts
        .iter()
        .enumerate()
        .map(|(i, (published, text))| {
            let options = Options::new()
                .published(published.parse().unwrap())
                .text_only(true);
            tag(Document::from_text(&format!("t{i}"), text), &options)
        })
        .collect();
    timeline(&tagged, &TimelineRequest::default())
}

fn find<'t>(t: &'t Timeline, words: &str) -> Vec<&'t Event> {
    t.events.iter().filter(|e| e.statement.contains(words)).collect()
}

#[test]
fn two_documents_tell_one_event() {
    let t = told(&[
        (
            "2025-01-28",
            "A storm broke the north pier of Halmouth on Friday. The mayor spoke on Monday.",
        ),
        (
            "2025-01-29",
            "The north pier of Halmouth was broken by a storm on Friday, 24 January. A crane arrived on Tuesday.",
        ),
    ]);
    assert_eq!(t.events.len(), 3);
    let pier = find(&t, "pier")[0];
    assert_eq!(pier.sources, ["d1", "d2"]);
    assert_eq!(pier.also.len(), 1);
    assert_eq!(pier.also[0].document, "d2");
    assert_eq!(pier.also[0].value, "2025-01-24");
    assert!(pier.why.iter().any(|w| w.step == "merge"));
    assert!(pier.conflicts.is_empty());
}

#[test]
fn another_number_keeps_both_and_says_so() {
    let t = told(&[
        (
            "2025-01-28",
            "A storm broke the north pier of Halmouth on Friday, killing 12 people.",
        ),
        (
            "2025-01-29",
            "A storm broke the north pier of Halmouth on Friday, killing 14 people.",
        ),
    ]);
    let [a, b] = find(&t, "pier")[..] else {
        panic!("{:?}", t.events)
    };
    assert_eq!(
        a.conflicts,
        [format!("t1 says 14 people, not 12 people ({})", b.id)]
    );
    assert_eq!(
        b.conflicts,
        [format!("t0 says 12 people, not 14 people ({})", a.id)]
    );
}

#[test]
fn another_day_keeps_both_and_says_so() {
    let t = told(&[
        (
            "2025-01-28",
            "The north pier of Halmouth broke in the storm on 24 January 2025.",
        ),
        (
            "2025-01-29",
            "The north pier of Halmouth broke in the storm on 25 January 2025.",
        ),
    ]);
    let [a, b] = find(&t, "pier")[..] else {
        panic!("{:?}", t.events)
    };
    assert_eq!(
        a.conflicts,
        [format!("t1 says 2025-01-25, not 2025-01-24 ({})", b.id)]
    );
    assert_eq!(b.conflicts.len(), 1);
}

#[test]
fn what_only_sounds_alike_stays_apart() {
    // Another year, rough numbers, one document's own two sentences, other words on the same day.
    for texts in [
        vec![
            (
                "2025-01-28",
                "The north pier of Halmouth broke in the storm on 24 January 2025.",
            ),
            (
                "2025-01-29",
                "The north pier of Halmouth broke in the storm on 24 January 1953.",
            ),
        ],
        vec![(
            "2025-01-28",
            "The council met on Friday to hear the divers. The divers spoke on Friday of nine cracks.",
        )],
        vec![
            ("2025-01-28", "The council met on Friday."),
            ("2025-01-28", "A crane arrived from Kelsund on Friday."),
        ],
    ] {
        let t = told(&texts);
        assert_eq!(t.events.len(), 2, "{texts:?}");
        assert!(
            t.events
                .iter()
                .all(|e| e.conflicts.is_empty() && e.also.is_empty()),
            "{texts:?}"
        );
    }
    let t = told(&[
        (
            "2025-01-28",
            "A storm broke the north pier of Halmouth on Friday, killing at least 12 people.",
        ),
        (
            "2025-01-29",
            "A storm broke the north pier of Halmouth on Friday, killing 14 people.",
        ),
    ]);
    assert!(t.events.iter().all(|e| e.conflicts.is_empty()));
}

#[test]
fn every_event_has_its_salience() {
    let t = told(&[(
        "2025-01-28",
        "A storm broke the pier on 24 January 2025. Sales rose in the 1990s. The mayor said on Monday that it would be rebuilt.",
    )]);
    let of = |words: &str| find(&t, words)[0].salience.unwrap();
    assert!(
        t.events
            .iter()
            .all(|e| (0.0..=1.0).contains(&e.salience.unwrap()))
    );
    assert!(of("pier") > of("Sales"));
}

#[test]
fn the_most_salient_are_kept_and_none_is_lost() {
    let text =
        "A storm broke the pier on 24 January 2025. Sales rose in the 1990s. A crane arrived on 2 May 2024.";
    let tagged = tag(Document::from_text("t", text), &Options::new().text_only(true));
    let mut request = TimelineRequest::default();
    request.top = Some(1);
    let mut t = timeline(std::slice::from_ref(&tagged), &request);
    assert_eq!((t.events.len(), t.more.len(), t.options.top), (1, 2, Some(1)));
    assert!(t.events[0].statement.contains("pier"));
    dateline::timeline::keep_top(&mut t, 5);
    assert_eq!((t.events.len(), t.more.len()), (3, 0));
    let ids: Vec<_> = t.events.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(ids, ["e1", "e2", "e3"]);
}

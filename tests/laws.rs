//! Laws that hold for every input.

#[path = "common/seeded.rs"]
mod seeded;

use dateline::document::{self, Document, ReadOptions};
use dateline::time::{Day, day};
use dateline::{Options, Tagged, tag, typed};
use proptest::prelude::*;
use seeded::seeded;

/// Words that rules ask about, with signs and figures between them: what arbitrary text rarely hits.
const WORDS: &[&str] = &[
    "Friday",
    "Mon.",
    "Sunday",
    "January",
    "Oct.",
    "May",
    "march",
    "second",
    "27",
    "3rd",
    "31",
    "1998",
    "44",
    "BC",
    "AD",
    "’98",
    "1990s",
    "the",
    "The",
    "last",
    "next",
    "this",
    "past",
    "coming",
    "following",
    "previous",
    "same",
    "that",
    "every",
    "each",
    "other",
    "early",
    "mid-",
    "late",
    "earlier",
    "later",
    "ago",
    "end",
    "beginning",
    "of",
    "in",
    "on",
    "at",
    "by",
    "until",
    "since",
    "from",
    "to",
    "between",
    "and",
    "or",
    "two",
    "twenty-one",
    "a",
    "few",
    "several",
    "half",
    "dozen",
    "hundred",
    "days",
    "week",
    "months",
    "year",
    "decades",
    "century",
    "quarter",
    "weekend",
    "night",
    "morning",
    "yesterday",
    "today",
    "tomorrow",
    "tonight",
    "noon",
    "midnight",
    "9:12",
    "14.30",
    "p.m.",
    "UTC",
    "o’clock",
    "Christmas",
    "Day",
    "Eve",
    "Easter",
    "New",
    "Year’s",
    "summer",
    "fall",
    "Q3",
    "FY24",
    "H1",
    "3/4/2025",
    "2024-05-03",
    "2024-02-30",
    "2018–19",
    "-",
    "–",
    ",",
    ".",
    "(",
    ")",
    "'",
    "’s",
    "$",
    "now",
    "recently",
    "daily",
    "twice",
    "times",
    "per",
    "fiscal",
    "first",
    "third",
    "about",
    "nearly",
    "more",
    "than",
    "over",
    "at least",
    "will",
    "said",
    "had",
    "was",
    "meet",
    "\n",
    "\n\n",
    "\u{a0}",
    "é",
    "日本",
    "😀",
    "99999999999",
    "0",
    "9999",
    "10,000",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(WORDS), prop::bool::weighted(0.85)), 0..40).prop_map(
        |words| {
            words.into_iter().fold(String::new(), |mut s, (w, space)| {
                s.push_str(w);
                if space {
                    s.push(' ');
                }
                s
            })
        },
    )
}

fn any_day() -> impl Strategy<Value = Day> {
    (1i32..9999, 1u32..=12, 1u32..=31).prop_filter_map("no such day", |(y, m, d)| day(y, m, d))
}

fn check(t: &Tagged) {
    let text = &t.document.text;
    assert_eq!(t.mentions.len(), t.whens.len());
    assert_eq!(t.mentions.len(), t.contexts.len());
    let mut end = 0;
    for (m, w) in t.mentions.iter().zip(&t.whens) {
        assert!(
            text.get(m.range.clone()).is_some_and(|s| !s.trim().is_empty()),
            "{m:?}"
        );
        assert!(m.range.start >= end, "overlap at {m:?}");
        end = m.range.end;
        assert!(!w.value.is_empty());
        assert_eq!(w.start.is_some(), w.end.is_some(), "{w:?}");
        if let (Some(a), Some(b)) = (w.start, w.end) {
            assert!(a.at() < b.at(), "{:?} {w:?}", &text[m.range.clone()]);
        }
        for why in &w.why {
            assert!(!why.note().is_empty());
        }
        for a in &w.alternatives {
            assert_ne!(a.value, w.value, "{:?} {w:?}", &text[m.range.clone()]);
        }
    }
    let mut end = 0;
    for s in &t.sentences {
        assert!(text.get(s.bytes.clone()).is_some(), "{s:?}");
        assert!(s.bytes.start >= end);
        end = s.bytes.end;
    }
    for m in &t.mentions {
        let cut = t
            .sentences
            .iter()
            .any(|s| s.bytes.end > m.range.start && s.bytes.end < m.range.end);
        assert!(!cut, "a sentence ends inside {:?}", &text[m.range.clone()]);
    }
}

proptest! {
    #![proptest_config(seeded(1500))]

    #[test]
    fn any_text_is_tagged(text in "\\PC{0,200}", published in prop::option::of(any_day())) {
        let mut options = Options::new();
        options.published = published.map(|d| dateline::published::Published::new(d, dateline::published::PublishedFrom::Option, ""));
        check(&tag(Document::from_text("x", &text), &options));
    }

    #[test]
    fn any_dates_are_tagged(text in soup(), published in prop::option::of(any_day()), narrative in any::<bool>()) {
        let mut options = Options::new();
        if let Some(d) = published {
            options = options.published(d);
        }
        if narrative {
            options = options.mode(dateline::resolve::Mode::Narrative);
        }
        check(&tag(Document::from_text("x", &text), &options));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), today in any_day()) {
        if let Ok(doc) = document::read(&bytes, "x.txt", &ReadOptions::default()) {
            check(&tag(doc, &Options::new().today(today)));
        }
    }

    /// What a person types and what a text says are read alike, wherever both are read.
    #[test]
    fn typed_and_told_agree(phrase in typed_phrase(), today in (1950i32..2090, 1u32..=12, 1u32..=31).prop_filter_map("no such day", |(y, m, d)| day(y, m, d))) {
        if let Ok(t) = typed::read(&phrase, today) {
            let tagged = tag(Document::from_text("x", &phrase), &Options::new().published(today).text_only(true));
            let whole = tagged.mentions.first().filter(|m| m.range == (0..phrase.len()));
            if let Some(start) = whole.and(tagged.whens.first()).filter(|w| w.grain == Some(dateline::time::Grain::Day)).and_then(|w| w.start) {
                prop_assert_eq!(start.day(), t.date, "{} on {}", phrase, today);
            }
        }
    }

    #[test]
    fn the_same_twice(text in soup(), published in any_day()) {
        let options = Options::new().published(published);
        let (a, b) = (tag(Document::from_text("x", &text), &options), tag(Document::from_text("x", &text), &options));
        prop_assert_eq!(a.whens, b.whens);
    }
}

/// Phrases that both a person at the command line and a sentence use.
fn typed_phrase() -> impl Strategy<Value = String> {
    let weekday = prop::sample::select(vec![
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]);
    let month = prop::sample::select(vec![
        "January", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "October", "Nov.",
        "December",
    ]);
    let unit = prop::sample::select(vec!["days", "weeks", "months", "years", "day"]);
    let dom = 1u32..=31;
    let year = 1900i32..2100;
    prop_oneof![
        (prop::sample::select(vec!["", "last ", "next "]), weekday.clone())
            .prop_map(|(w, d)| format!("{w}{d}")),
        prop::sample::select(vec!["yesterday", "today", "tomorrow"]).prop_map(str::to_owned),
        (1u32..400, unit).prop_map(|(n, u)| format!("{n} {u} ago")),
        (dom.clone(), month.clone()).prop_map(|(d, m)| format!("{d} {m}")),
        (dom.clone(), month.clone(), year.clone()).prop_map(|(d, m, y)| format!("{d} {m} {y}")),
        (dom.clone(), month.clone(), year.clone()).prop_map(|(d, m, y)| format!("{m} {d}, {y}")),
        (dom.clone(), month.clone()).prop_map(|(d, m)| format!("{m} {d}")),
        (weekday, dom.clone(), month, year.clone()).prop_map(|(w, d, m, y)| format!("{w}, {d} {m} {y}")),
        (1u32..=12, dom.clone(), year.clone()).prop_map(|(m, d, y)| format!("{y}-{m:02}-{d:02}")),
        (1u32..=12, dom, year).prop_map(|(m, d, y)| format!("{m}/{d}/{y}")),
    ]
}

//! What people type as a date, and what they get.

#[path = "common/seeded.rs"]
mod seeded;

use chrono::{Datelike, TimeDelta};
use dateline::document::Document;
use dateline::time::{Day, day};
use dateline::typed::{Form, TypedError, read, read_span};
use dateline::{Options, tag};
use proptest::prelude::*;
use seeded::seeded;

/// A Monday.
fn today() -> Day {
    day(2025, 1, 27).unwrap()
}

fn date(phrase: &str) -> String {
    read(phrase, today())
        .unwrap_or_else(|e| panic!("{e}"))
        .date
        .to_string()
}

#[test]
fn written_dates() {
    for phrase in [
        "2025-01-24",
        "2025/01/24",
        "2025.01.24",
        "20250124",
        "2025-01-24T14:30",
        "2025-01-24 14:30:05.25Z",
        "2025-01-24T23:59:59-11:00",
        "20250124T1430",
        "Fri, 24 Jan 2025 23:10:00 +0900",
        "24 Jan 2025",
        "24 January 2025",
        "Jan. 24, 2025",
        "January 24th, 2025",
        "Friday, January 24, 2025",
        "Fri 24 Jan 2025 at 4:30 p.m.",
        "24th of January 2025",
        "24/01/2025",
        "01/24/2025",
        "24.1.2025",
        "24-01-2025",
        "  24 JAN 2025 ",
        "24 jan",
        "January 24",
        "Fri 24 January",
        "on the 24th of Jan",
    ] {
        assert_eq!(date(phrase), "2025-01-24", "{phrase}");
    }
    let typed = read("2025-01-24T23:59:59-11:30", today()).unwrap();
    assert_eq!(
        (typed.time.as_deref(), typed.offset.as_deref()),
        (Some("23:59"), Some("-11:30"))
    );
    let typed = read("24 January 2025 4:30pm UTC", today()).unwrap();
    assert_eq!(
        (typed.time.as_deref(), typed.offset.as_deref()),
        (Some("16:30"), Some("+00:00"))
    );
    let typed = read("January 24, 2025 at 4:30 PM EDT", today()).unwrap();
    assert_eq!(
        (typed.time.as_deref(), typed.offset.as_deref()),
        (Some("16:30"), Some("-04:00"))
    );
    assert_eq!(read("03/03/2025", today()).unwrap().form, Form::Numeric);
}

#[test]
fn a_day_without_its_year_is_the_nearest() {
    for (phrase, want) in [
        ("28 Dec", "2024-12-28"),
        ("3 August", "2024-08-03"),
        ("20 July", "2025-07-20"),
        ("29 Feb", "2024-02-29"),
        ("Monday, January 27", "2025-01-27"),
        ("Tuesday, January 27", "2026-01-27"),
    ] {
        assert_eq!(date(phrase), want, "{phrase}");
    }
}

#[test]
fn days_counted_from_today() {
    for (phrase, want) in [
        ("today", "2025-01-27"),
        ("Yesterday", "2025-01-26"),
        ("tomorrow", "2025-01-28"),
        ("yesterday 14:00", "2025-01-26"),
        ("the day before yesterday", "2025-01-25"),
        ("friday", "2025-01-24"),
        ("Monday", "2025-01-27"),
        ("last monday", "2025-01-20"),
        ("next monday", "2025-02-03"),
        ("last fri", "2025-01-24"),
        ("next Friday", "2025-01-31"),
        ("tues", "2025-01-21"),
        ("3 weeks ago", "2025-01-06"),
        ("a fortnight ago", "2025-01-13"),
        ("2 months ago", "2024-11-27"),
        ("5 years ago", "2020-01-27"),
        ("two decades ago", "2005-01-27"),
        ("10 days from now", "2025-02-06"),
        ("1 month from now", "2025-02-27"),
    ] {
        assert_eq!(date(phrase), want, "{phrase}");
    }
    let end_of_may = day(2024, 5, 31).unwrap();
    assert_eq!(
        read("3 months ago", end_of_may).unwrap().date,
        day(2024, 2, 29).unwrap()
    );
}

#[test]
fn stretches_are_spans_and_no_days() {
    for (phrase, start, end) in [
        ("2024", "2024-01-01", "2025-01-01"),
        ("October 2024", "2024-10-01", "2024-11-01"),
        ("oct", "2024-10-01", "2024-11-01"),
        ("last October", "2024-10-01", "2024-11-01"),
        ("last january", "2024-01-01", "2024-02-01"),
        ("2024-10", "2024-10-01", "2024-11-01"),
        ("2025-w04", "2025-01-20", "2025-01-27"),
        ("Q3 2024", "2024-07-01", "2024-10-01"),
        ("2024-Q3", "2024-07-01", "2024-10-01"),
        ("1990s", "1990-01-01", "2000-01-01"),
        ("last month", "2024-12-01", "2025-01-01"),
        ("this week", "2025-01-27", "2025-02-03"),
        ("last week", "2025-01-20", "2025-01-27"),
        ("last weekend", "2025-01-25", "2025-01-27"),
        ("next year", "2026-01-01", "2027-01-01"),
    ] {
        let span = read_span(phrase, today()).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(
            (span.start.to_string().as_str(), span.end.to_string().as_str()),
            (start, end),
            "{phrase}"
        );
        let error = read(phrase, today()).unwrap_err();
        assert!(
            matches!(error, TypedError::NoSingleDay { .. }),
            "{phrase}: {error}"
        );
        assert!(error.to_string().contains("2025-01-27"), "{error}");
    }
    let one = read_span("3 weeks ago", today()).unwrap();
    assert_eq!(
        (one.start, one.end),
        (day(2025, 1, 6).unwrap(), day(2025, 1, 7).unwrap())
    );
}

#[test]
fn what_is_refused_and_why() {
    let error = |phrase: &str| read(phrase, today()).expect_err(phrase);
    let both = error("03/04/2025").to_string();
    assert!(
        both.contains("2025-03-04") && both.contains("2025-04-03"),
        "{both}"
    );
    for phrase in [
        "2025-02-30",
        "20251301",
        "31 April 2025",
        "31/13/2025",
        "0000-01-01",
        "30 Feb",
    ] {
        assert!(matches!(error(phrase), TypedError::Impossible(_)), "{phrase}");
    }
    for phrase in ["9999-12-31", "31 December 9999", "12/31/9999"] {
        assert!(matches!(error(phrase), TypedError::FarOff(_)), "{phrase}");
        assert!(error(phrase).to_string().contains("9998"));
    }
    assert!(error("Tuesday, January 27, 2025").to_string().contains("Monday"));
    for phrase in [
        "",
        "   ",
        "soon",
        "5 é",
        "99999999999 years ago",
        "10000 days ago",
        "-3 days",
        "3 weeks",
        "2 hours ago",
        "9999 years ago",
        "friday the",
        "next",
        "last",
        "27/01/25",
        "2025-01-27x",
        "2025-01-27T25:00",
        "2025-01-27T10:00+99:00",
        "october friday",
        "at 5pm",
        "Octobers 2024",
        "monday friday",
        "2024 4pm",
    ] {
        assert!(
            matches!(error(phrase), TypedError::Unknown(_)),
            "{phrase}: {:?}",
            read(phrase, today())
        );
    }
    assert!(error("soon").to_string().contains("3 weeks ago"));
}

#[test]
fn a_today_at_the_end_of_time_does_no_harm() {
    for today in [Day::MIN, Day::MAX, day(9998, 12, 31).unwrap()] {
        for phrase in [
            "tomorrow",
            "this week",
            "last weekend",
            "mon",
            "29 Feb",
            "9 years from now",
            "oct",
            "2024-05-06",
        ] {
            let _ = (read(phrase, today), read_span(phrase, today));
        }
    }
}

#[test]
fn what_a_text_means_otherwise_is_refused_with_the_words_for_it() {
    for (phrase, instead) in [
        ("now", "`today`"),
        ("in 3 weeks", "`3 weeks from now`"),
        ("In a year", "`a year from now`"),
    ] {
        let error = read(phrase, today()).unwrap_err();
        assert!(matches!(error, TypedError::NoDay { .. }), "{phrase}: {error}");
        assert!(error.to_string().contains(instead), "{error}");
        assert!(read_span(phrase, today()).is_err());
    }
}

/// Phrases as people type them, all kinds mixed.
fn any_phrase() -> impl Strategy<Value = String> {
    let months = || prop::sample::select(vec!["January", "Feb.", "march", "Oct", "December", "Sept."]);
    let days = || prop::sample::select(vec!["monday", "Tuesday", "wed", "Friday", "Sunday"]);
    let units = || {
        prop::sample::select(vec![
            "day", "days", "week", "weeks", "month", "months", "year", "years", "decades",
        ])
    };
    let counts = || prop::sample::select(vec!["a", "one", "2", "3", "ten", "17", "400"]);
    prop_oneof![
        prop::sample::select(vec![
            "now",
            "today",
            "yesterday",
            "tomorrow",
            "the day before yesterday",
            "the day after tomorrow",
            "last week",
            "this week",
            "next week",
            "last month",
            "this month",
            "next month",
            "last year",
            "this year",
            "next year",
            "last quarter",
            "this weekend",
            "last weekend",
            "next weekend",
            "this quarter",
        ])
        .prop_map(str::to_owned),
        (prop::sample::select(vec!["last", "next", "on"]), days()).prop_map(|(w, d)| format!("{w} {d}")),
        (prop::sample::select(vec!["last"]), months()).prop_map(|(w, m)| format!("{w} {m}")),
        (counts(), units()).prop_map(|(n, u)| format!("{n} {u} ago")),
        (counts(), units()).prop_map(|(n, u)| format!("in {n} {u}")),
        (counts(), units()).prop_map(|(n, u)| format!("{n} {u} from now")),
        (1u8..29, months(), 1900i32..2100).prop_map(|(d, m, y)| format!("{d} {m} {y}")),
        (1u8..29, months(), 1900i32..2100).prop_map(|(d, m, y)| format!("{m} {d}, {y}")),
        (months(), 1900i32..2100).prop_map(|(m, y)| format!("{m} {y}")),
        (1u8..5, 1900i32..2100).prop_map(|(q, y)| format!("Q{q} {y}")),
        (1900i32..2100).prop_map(|y| y.to_string()),
        (190i32..210).prop_map(|d| format!("{d}0s")),
        (1900i32..2100, 1u8..13, 1u8..29).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        (1900i32..2100, 1u8..13, 13u8..29).prop_map(|(y, m, d)| format!("{d}/{m}/{y}")),
    ]
}

fn any_day() -> impl Strategy<Value = Day> {
    (-700_000i64..3_000_000).prop_map(|n| day(1, 1, 1).unwrap() + TimeDelta::days(n))
}

proptest! {
    #![proptest_config(seeded(256))]

    /// Typed, or found in a text of that day, the same words are the same days.
    #[test]
    fn typed_and_told_agree(phrase in any_phrase(), n in 0i64..40_000) {
        let today = day(1950, 1, 1).unwrap() + TimeDelta::days(n);
        let options = Options::new().published(today).text_only(true);
        let told = tag(Document::from_text("phrase", &phrase), &options);
        let whole = told.mentions.first().is_some_and(|m| m.range.len() + 3 >= phrase.trim_end_matches('.').len());
        if let (Ok(typed), true, 1) = (read_span(&phrase, today), whole, told.mentions.len()) {
            let when = &told.whens[0];
            let (start, end) = (when.start.unwrap().day(), when.end.unwrap().day());
            // "3 weeks ago" is a week in a text; an option needs its day.
            let agree = match phrase.ends_with("ago") || phrase.ends_with("from now") {
                true => start <= typed.start && typed.end <= end,
                false => (start, end) == (typed.start, typed.end),
            };
            prop_assert!(agree, "{} on {}: {} or {:?}", phrase, today, when.value, typed);
        }
    }

    #[test]
    fn no_phrase_panics(phrase in "\\PC{0,70}", today in any_day()) {
        let _ = (read(&phrase, today), read_span(&phrase, today));
    }

    #[test]
    fn no_mix_of_known_words_panics(words in prop::collection::vec(prop::sample::select(vec![
        "last", "next", "this", "friday", "mon", "may", "sept", "ago", "in", "from", "now", "3", "9999", "99999", "a", "two", "weeks",
        "month", "years", "decades", "2024", "0000", "9999-12-31", "29", "31st", "of", "the", "at", "5pm", "14:30", "pm", "utc", "+09:00",
        "q3", "1990s", "0000s", "yesterday", "today", "day", "before", "-", "/", "é", ",", "12/31/9999", "W53", "2020-W53", "weekend", "quarter",
    ]), 0..6), today in any_day()) {
        let phrase = words.join(" ");
        if let Ok(typed) = read(&phrase, today) {
            prop_assert!(typed.date.year() <= 9999);
            let span = read_span(&phrase, today).unwrap();
            prop_assert!(span.start == typed.date && span.end >= span.start);
        }
    }

    /// Two ways to count weekdays: chrono-english behind its door, and a walk from day to day.
    #[test]
    fn weekdays_are_where_a_walk_finds_them(today in any_day(), i in 0u8..7) {
        let weekday = chrono::Weekday::try_from(i).unwrap();
        let walk = |first: i64, step: i64| {
            let days = (0..7).map(|k| today + TimeDelta::days(first + step * k));
            days.into_iter().find(|d| d.weekday() == weekday).unwrap()
        };
        for (phrase, want) in [
            (format!("{weekday}"), walk(0, -1)),
            (format!("last {weekday}"), walk(-1, -1)),
            (format!("next {weekday}"), walk(1, 1)),
        ] {
            prop_assert_eq!(read(&phrase, today).map(|t| t.date), Ok(want), "{}", phrase);
        }
    }

    #[test]
    fn what_is_written_is_read(d in any_day().prop_filter("four digits", |d| (1..=9999).contains(&d.year())), today in any_day()) {
        for phrase in [d.to_string(), d.format("%Y%m%d").to_string(), d.format("%A, %B %-d, %Y").to_string(), d.format("%d %b. %Y").to_string()] {
            prop_assert_eq!(read(&phrase, today).map(|t| t.date), Ok(d), "{}", phrase);
        }
    }
}

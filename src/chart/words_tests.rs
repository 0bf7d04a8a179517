use super::*;

fn span(start: &str, end: &str, grain: Grain, value: &str) -> String {
    span_words(start.parse().unwrap(), end.parse().unwrap(), grain, value)
}

fn event(json: &str) -> String {
    let text = format!(r#"{{"id":"e1","statement":"s",{json}}}"#);
    event_words(&serde_json::from_str(&text).unwrap())
}

#[test]
fn spans_by_their_grain() {
    for (start, end, grain, value, words) in [
        ("2025-01-20", "2025-01-21", Grain::Day, "", "Mon 20 January 2025"),
        ("2024-10-01", "2024-11-01", Grain::Month, "", "October 2024"),
        ("2018-01-01", "2020-01-01", Grain::Year, "2018/2019", "2018–2019"),
        (
            "2025-01-20",
            "2025-01-27",
            Grain::Week,
            "2025-W04",
            "week of 20 January 2025",
        ),
        (
            "2025-01-25",
            "2025-01-27",
            Grain::Weekend,
            "2025-W04-WE",
            "weekend of 25–26 January 2025",
        ),
        (
            "2019-03-01",
            "2019-06-01",
            Grain::Season,
            "2019-SP",
            "spring 2019",
        ),
        (
            "1987-12-01",
            "1988-03-01",
            Grain::Season,
            "1987-WI",
            "winter 1987–1988",
        ),
        (
            "2024-07-01",
            "2024-10-01",
            Grain::Quarter,
            "2024-Q3",
            "July–September 2024",
        ),
        (
            "2024-11-01",
            "2025-02-01",
            Grain::Quarter,
            "",
            "November 2024 – January 2025",
        ),
        ("1990-01-01", "2000-01-01", Grain::Decade, "199", "1990s"),
        ("1800-01-01", "1900-01-01", Grain::Century, "18", "19th century"),
        ("1901-01-01", "2001-01-01", Grain::Century, "", "20th century"),
        (
            "-0298-01-01",
            "-0198-01-01",
            Grain::Century,
            "BC02",
            "3rd century BC",
        ),
        ("-0298-01-01", "-0288-01-01", Grain::Decade, "BC029", "290s BC"),
        ("-0043-01-01", "-0042-01-01", Grain::Year, "BC0044", "44 BC"),
        ("-0043-01-01", "0013-01-01", Grain::Year, "", "44 BC – AD 12"),
        ("-0299-01-01", "-0288-01-01", Grain::Year, "", "300–290 BC"),
        ("0476-09-04", "0476-09-05", Grain::Day, "", "4 September AD 476"),
        ("0476-01-01", "0477-01-01", Grain::Year, "", "AD 476"),
        (
            "2025-01-01",
            "2025-01-28",
            Grain::Month,
            "2025-01",
            "1–27 January 2025",
        ),
        (
            "2025-01-30",
            "2025-02-03",
            Grain::Day,
            "",
            "30 January – 2 February 2025",
        ),
        (
            "2024-12-30",
            "2025-01-03",
            Grain::Day,
            "",
            "30 December 2024 – 2 January 2025",
        ),
        (
            "2025-09-04T09:12",
            "2025-09-04T09:41",
            Grain::Minute,
            "2025-09-04T09:12/2025-09-04T09:40",
            "Thu 4 September 2025, 09:12–09:40",
        ),
        (
            "2025-09-04T22:00",
            "2025-09-05T00:01",
            Grain::Minute,
            "2025-09-04T22:00/2025-09-05T00:00",
            "Thu 4 September 2025, 22:00–00:00",
        ),
        (
            "2025-09-04T09:12",
            "2025-09-04T09:13",
            Grain::Minute,
            "",
            "Thu 4 September 2025, 09:12",
        ),
        (
            "2025-09-04T09:00",
            "2025-09-04T11:00",
            Grain::Minute,
            "",
            "Thu 4 September 2025, 09:00–11:00",
        ),
        (
            "2025-01-24T06:00",
            "2025-01-24T12:00",
            Grain::DayPart,
            "2025-01-24TMO",
            "morning of Fri 24 January 2025",
        ),
        (
            "2025-01-24T14:30+09:00",
            "2025-01-24T14:31+09:00",
            Grain::Minute,
            "",
            "Fri 24 January 2025, 14:30 UTC+9",
        ),
        ("2025-01-24", "2024-01-24", Grain::Day, "", "Fri 24 January 2025"),
    ] {
        assert_eq!(span(start, end, grain, value), words);
    }
}

#[test]
fn labels_say_how_the_event_lies_to_its_date() {
    for (json, words) in [
        (
            r#""when":{"value":"2020","start":"2020-01-01","grain":"year","shape":"open"},"relation":"since""#,
            "Since 2020",
        ),
        (
            r#""when":{"value":"2019","start":"2019-01-01","grain":"year","shape":"open","approx":true},"relation":"since""#,
            "Since about 2019",
        ),
        (
            r#""when":{"value":"2025-01-24","end":"2025-01-25","shape":"open"},"relation":"until""#,
            "Until Fri 24 January 2025",
        ),
        (
            r#""when":{"value":"2025-01-31","end":"2025-02-01","shape":"open"},"relation":"by""#,
            "By Fri 31 January 2025",
        ),
        (
            r#""when":{"value":"2020","end":"2020-01-01","grain":"year","shape":"open"},"relation":"before""#,
            "Before 2020",
        ),
        (
            r#""when":{"value":"2020","start":"2021-01-01","grain":"year","shape":"open"},"relation":"after""#,
            "After 2020",
        ),
        (
            r#""when":{"value":"","start":"2021-01-01","grain":"year","shape":"open"},"relation":"after""#,
            "After 2020",
        ),
        (
            r#""when":{"value":"x","end":"2025-01-25"}"#,
            "Until Fri 24 January 2025",
        ),
        (
            r#""when":{"value":"2019","start":"2019-01-01","end":"2020-01-01","grain":"year","approx":true}"#,
            "About 2019",
        ),
        (r#""when":{"value":"","start":null,"end":null}"#, "No date"),
    ] {
        assert_eq!(event(json), words);
    }
}

#[test]
fn another_reading_leaves_the_same_year_out() {
    let (a, b) = ("2025-01-27".parse().unwrap(), "2025-01-28".parse().unwrap());
    let like = crate::time::day(2025, 1, 20);
    assert_eq!(alternative_words(a, b, Grain::Day, "", like), "Mon 27 January");
    assert_eq!(
        alternative_words(a, b, Grain::Day, "", None),
        "Mon 27 January 2025"
    );
}

#[test]
fn stretches_in_their_two_largest_units() {
    let at = |s: &str| s.parse::<Moment>().unwrap().at();
    for (a, b, words) in [
        ("2020-01-01", "2024-10-01", "4 years 9 months"),
        ("2025-01-05", "2025-01-28", "23 days"),
        ("2025-01-05", "2025-02-06", "1 month 1 day"),
        ("1900-01-01", "2000-06-01", "100 years"),
        ("-3000-01-01", "2000-01-01", "5,000 years"),
        ("2025-01-05T10:00", "2025-01-05T13:30", "3 hours 30 minutes"),
        ("2025-01-05T10:00", "2025-01-07T13:30", "2 days 3 hours"),
    ] {
        assert_eq!(stretch_words(at(a), at(b)), words);
    }
}

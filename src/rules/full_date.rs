//! A day, its month and its year.

use super::month_day::{calendar_date, to_reading};
use super::{DateParts, Meaning, Reading, Rule};
use crate::text::{Class, Cursor};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "nine-eleven",
        family: "full_date",
        says: "“9/11”: the day it has become the name of.",
        starts: &[Class::Number],
        read: nine_eleven,
        examples: &[
            (
                "The law changed after [9/11] for good.",
                "2025-01-27",
                "2001-09-11",
            ),
            ("The [9/11] attacks changed it.", "2025-01-27", "2001-09-11"),
        ],
        refusals: &["They won 9/11 of the games.", "He hit 9/11 from the line."],
    },
    Rule {
        name: "full-date",
        family: "full_date",
        says: "Day, month and year in words, in any order, with or without the weekday.",
        starts: &[
            Class::Month,
            Class::Number,
            Class::OrdinalNumber,
            Class::OrdinalWord,
            Class::Weekday,
            Class::The,
            Class::NumberWord,
            Class::Second,
        ],
        read: |c| {
            calendar_date(c)
                .filter(|(p, _)| p.year.is_some())
                .and_then(to_reading)
        },
        examples: &[
            ("It opened on [27 January 2025].", "2025-02-01", "2025-01-27"),
            ("It opened on [January 27, 2025].", "2025-02-01", "2025-01-27"),
            (
                "It opened on [Jan. 27, 2025], at last.",
                "2025-02-01",
                "2025-01-27",
            ),
            (
                "It opened on [the 27th of January 2025].",
                "2025-02-01",
                "2025-01-27",
            ),
            (
                "It opened on [Monday, 27 January 2025].",
                "2025-02-01",
                "2025-01-27",
            ),
            ("It opened on [Sept. 3, 2019].", "2025-02-01", "2019-09-03"),
            ("It opened on [3-May-2019].", "2025-02-01", "2019-05-03"),
            ("It fell on [15 March 44 BC].", "2025-02-01", "BC0044-03-15"),
            (
                "It opened on [the third of May, 2019].",
                "2025-02-01",
                "2019-05-03",
            ),
            ("It opened on [29 February 2024].", "2025-02-01", "2024-02-29"),
        ],
        refusals: &[
            "It opened on 29 February 2023.",
            "It opened on 31 April 2024.",
            "He owes May 3,2001 dollars?",
        ],
    },
];

fn nine_eleven(c: Cursor) -> Option<Reading> {
    let is = c.number(0) == Some((9, 1)) && c.is(1, Class::Slash) && c.number(2) == Some((11, 2));
    let led = matches!(
        c.back(1).class,
        Class::The
            | Class::On
            | Class::After
            | Class::Since
            | Class::Before
            | Class::Until
            | Class::Hyphen
            | Class::Of
    );
    let alone =
        c.glued(1) && c.glued(2) && !(c.glued(3) && c.any(3, &[Class::Slash, Class::Percent, Class::Letter]));
    let counted = c.any(3, &[Class::Of, Class::Counted, Class::Unit]);
    let parts = DateParts {
        year: Some(2001),
        month: Some(9),
        day: Some(11),
        ..DateParts::default()
    };
    (is && led && alone && !counted).then(|| Reading::new(3, Meaning::Date(parts)))?
}

//! A day, its month and its year.

use super::Rule;
use super::month_day::{calendar_date, to_reading};
use crate::text::Class;

pub(super) const RULES: &[Rule] = &[Rule {
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
}];

//! Dates in figures with the year last: 03/04/2025, 3.5.2024, 3-4-2025. The order of day and month is settled once
//! per document, later; the reading keeps both where both can be.

use super::{DateParts, DayOrder, Meaning, Reading, Rule};
use crate::text::{Class, Cursor};
use crate::time::day;

pub(super) const RULES: &[Rule] = &[
    DAY_AND_MONTH,
    Rule {
        name: "numeric-date",
        family: "numeric",
        says: "Day, month and year in figures with the year last; month first unless the document says otherwise.",
        starts: &[Class::Number],
        read,
        examples: &[
            ("Signed on [03/04/2025] in the hall.", "2025-06-01", "2025-03-04"),
            ("Signed on [25/04/2025] in the hall.", "2025-06-01", "2025-04-25"),
            ("Signed on [04/25/2025] in the hall.", "2025-06-01", "2025-04-25"),
            ("Signed on [3.5.2024] in the hall.", "2025-06-01", "2024-05-03"),
            ("Signed on [4/25/98] in the hall.", "2025-06-01", "1998-04-25"),
        ],
        refusals: &[
            "The score was 3/4 in the end.",
            "Run 1.2.3 of the tool.",
            "It weighs 30/31/2025 or so.",
            "Version 10.0.2024.1 is out.",
            "Call 555-03-2025.",
        ],
    },
];

const DAY_AND_MONTH: Rule = Rule {
    name: "numeric-day",
    family: "numeric",
    says: "Day and month in figures behind a preposition, of which only one can be the month: “on 14/11”.",
    starts: &[Class::Number],
    read: day_and_month,
    examples: &[
        ("He fell ill on [14/11] again.", "2024-11-19", "2024-11-14"),
        ("It is shut until [01/31] there.", "2025-01-27", "2025-01-31"),
    ],
    refusals: &[
        "They remember it on 9/11 there.",
        "She put 3/16 of it on 5/16 of the rest.",
        "It runs on 24/31 gauge wire.",
        "He got on 14/11/12 pages.",
        "They are there from 14/20 on.",
    ],
};

/// "on 14/11", "until 01/31"
fn day_and_month(c: Cursor) -> Option<Reading> {
    if !c.is(1, Class::Slash) {
        return None;
    }
    let ((a, 2), (b, 2)) = (c.number(0)?, c.number(2)?) else {
        return None;
    };
    let led = matches!(
        c.back(1).class,
        Class::On | Class::By | Class::Until | Class::Since | Class::From | Class::Before | Class::After
    );
    let tight = c.glued(1) && c.glued(2) && !c.token(0).glued();
    let goes_on = c.glued(3)
        && !c.any(
            3,
            &[
                Class::Stop,
                Class::Comma,
                Class::Close,
                Class::Semicolon,
                Class::Colon,
            ],
        )
        || c.glued(3) && c.glued(4) && c.is(4, Class::Number);
    let (m, d, forced) = match (day(2024, a, b).is_some(), day(2024, b, a).is_some()) {
        (true, false) => (a, b, DayOrder::MonthFirst),
        (false, true) => (b, a, DayOrder::DayFirst),
        _ => return None,
    };
    let counts = c.any(3, &[Class::Of, Class::Counted, Class::Unit, Class::Percent]);
    let parts = DateParts {
        month: Some(m as u8),
        day: Some(d as u8),
        forced: Some(forced),
        ..DateParts::default()
    };
    (led && tight && !goes_on && !counts).then(|| Reading::new(3, Meaning::Date(parts)))?
}

fn read(c: Cursor) -> Option<Reading> {
    let (a, da) = c.number(0)?;
    let sep = c.class(1);
    if !matches!(sep, Class::Slash | Class::Stop | Class::Hyphen) || c.class(3) != sep || da > 2 {
        return None;
    }
    let (b, db) = c.number(2)?;
    let (y, dy) = c.number(4)?;
    if db > 2 || !(1..=4).all(|k| c.glued(k)) {
        return None;
    }
    let behind = c.glued(5)
        && (c.is(5, sep) || c.any(5, &[Class::Slash, Class::Hyphen, Class::Letter, Class::Percent]))
        && {
            // a full stop that ends the sentence is fine
            !(c.is(5, Class::Stop) && !(c.glued(6) && c.is(6, Class::Number)))
        };
    let before = c.back(1);
    let hangs = c.token(0).glued()
        && !matches!(
            before.class,
            Class::Open | Class::Quote | Class::Break | Class::Colon | Class::Word
        );
    if behind || hangs || before.class == Class::Money {
        return None;
    }
    let short = match dy {
        4 if (1000..=2199).contains(&y) => false,
        // two figures only with slashes: 4/25/98; "1.2.24" is a version
        2 if sep == Class::Slash && da + db >= 2 => true,
        // and with full stops where each part has its two: 27.03.15
        2 if sep == Class::Stop && da == 2 && db == 2 && y > 0 => true,
        _ => return None,
    };
    let year = y as i32;
    let probe = if short { 2000 + year } else { year };
    let month_first = day(probe, a, b).is_some();
    let day_first = day(probe, b, a).is_some();
    // Full stops and hyphens are Europe's: day first.
    let european = sep == Class::Stop || sep == Class::Hyphen && !month_first;
    let (m, d, swapped) = match (month_first, day_first) {
        (true, true) if european => (b, a, None),
        (true, true) if a == b => (a, b, None),
        (true, true) => (a, b, Some((b as u8, a as u8))),
        (true, false) => (a, b, None),
        (false, true) => (b, a, None),
        (false, false) => return None,
    };
    Reading::new(
        5,
        Meaning::Date(DateParts {
            year: Some(year),
            short_year: short,
            month: Some(m as u8),
            day: Some(d as u8),
            swapped,
            forced: match (month_first, day_first) {
                (true, false) => Some(DayOrder::MonthFirst),
                (false, true) => Some(DayOrder::DayFirst),
                _ => None,
            },
            ..DateParts::default()
        }),
    )
}

//! Dates in figures with the year last: 03/04/2025, 3.5.2024, 3-4-2025. The order of day and month is settled once
//! per document, later; the reading keeps both where both can be.

use super::{DateParts, DayOrder, Meaning, Reading, Rule};
use crate::text::{Class, Cursor};
use crate::time::day;

pub(super) const RULES: &[Rule] = &[Rule {
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
}];

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

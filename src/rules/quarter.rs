//! Quarters and halves, of the calendar's or of a fiscal year.

use super::units::{hyphen, which};
use super::{DateParts, Meaning, Name, Reading, Rule, Which};
use crate::text::{Class, Cursor};
use crate::time::Grain;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "quarter",
        family: "quarter",
        says: "A quarter or half by its number, with or without a year: “the third quarter”, “first half of 2024”.",
        starts: &[
            Class::The,
            Class::OrdinalWord,
            Class::OrdinalNumber,
            Class::Second,
            Class::Fiscal,
            Class::Last,
            Class::Number,
        ],
        read: numbered,
        examples: &[
            ("Sales rose in [the third quarter].", "2025-01-27", "2024-Q3"),
            (
                "Sales rose in [the third quarter of 2023].",
                "2025-01-27",
                "2023-Q3",
            ),
            ("Their [third-quarter] sales rose.", "2025-01-27", "2024-Q3"),
            ("Sales rose in [the first half of 2024].", "2025-01-27", "2024-H1"),
            (
                "Sales rose in [the second half of last year].",
                "2025-01-27",
                "2024-H2",
            ),
            (
                "Sales rose in [the fiscal first quarter].",
                "2025-01-27",
                "2025-Q1",
            ),
        ],
        refusals: &[
            "A quarter of them left.",
            "He scored in the second half against the visitors.",
            "It cost three quarters of it.",
            "The first quarter-final is on.",
        ],
    },
    Rule {
        name: "quarter-short",
        family: "quarter",
        says: "A quarter or half in figures: Q3, Q3 2024, 3Q24, H1 2025, 1H25.",
        starts: &[Class::Letter, Class::Number],
        read: short,
        examples: &[
            ("Sales in [Q3 2024] rose.", "2025-01-27", "2024-Q3"),
            ("Sales in [Q3] rose.", "2025-01-27", "2024-Q3"),
            ("Sales in [3Q24] rose.", "2025-01-27", "2024-Q3"),
            ("Sales in [H1 2025] rose.", "2025-01-27", "2025-H1"),
            ("Sales in [1H25] rose.", "2025-01-27", "2025-H1"),
        ],
        refusals: &["Take the Q7 bus.", "He rode an H1 car.", "The 1H sign."],
    },
    Rule {
        name: "results-period",
        family: "quarter",
        says: "The period of another year that results are compared with: “the same period last year”, “the comparable quarter of 2023”, “the quarter a year ago”.",
        starts: &[Class::The],
        read: of_another_year,
        examples: &[
            (
                "Third-quarter sales rose from [the same period last year].",
                "2025-01-27",
                "2023-Q3",
            ),
            (
                "Third-quarter sales beat those of [the comparable quarter of 2022].",
                "2025-01-27",
                "2022-Q3",
            ),
            (
                "Third-quarter sales fell. For [the quarter a year earlier], they had risen.",
                "2025-01-27",
                "2023-Q3",
            ),
            (
                "For the nine months, sales fell from [the corresponding period in 2023].",
                "2025-01-27",
                "2023",
            ),
        ],
        refusals: &[
            "It is the same period dress.",
            "They live in the period a poet chose.",
        ],
    },
];

fn numbered(c: Cursor) -> Option<Reading> {
    let mut k = usize::from(c.is(0, Class::The));
    let the = k == 1;
    let mut fiscal = false;
    let mut year = None;
    if c.is(k, Class::Fiscal) {
        fiscal = true;
        k += 1;
        if hyphen(c, k) {
            k += 1;
        }
    }
    // "the 1988 second quarter"
    if the && let Some((n, 4)) = c.number(k) {
        if !(1900..=2199).contains(&n) {
            return None;
        }
        year = Some(n as i32);
        k += 1;
    }
    let last = c.is(k, Class::Last);
    // "the latter half of 2008"
    let latter = c.says(k, "latter");
    let (n, mut end) = if last || latter {
        (if latter { 2 } else { 0 }, k + 1)
    } else {
        c.ordinal(k)?
    };
    let joined = hyphen(c, end);
    if joined {
        end += 1;
        // "the third-quarter loss": the article is the noun's
        if the && year.is_none() {
            return None;
        }
    }
    if c.is(end, Class::Fiscal) {
        fiscal = true;
        end += 1;
    }
    let name = match c.class(end) {
        Class::Quarter if (1..=4).contains(&n) => Name::Quarter(n as u8, fiscal),
        Class::Half if (1..=2).contains(&n) => Name::Half(n as u8, fiscal),
        Class::Half if last => Name::Half(2, fiscal),
        _ => return None,
    };
    end += 1;
    // "first quarter-final"
    if hyphen(c, end) && !joined {
        return None;
    }
    let of = if c.is(end, Class::Of) { end + 1 } else { end };
    let whole = whole_year(c, of);
    if let Some((meaning, after)) = whole {
        return Reading::new(after, Meaning::within(Meaning::bare(name), meaning));
    }
    if let Some(y) = year {
        return Reading::new(end, Meaning::within(Meaning::bare(name), Meaning::year(y)));
    }
    // A half without its year is a match's as often.
    if matches!(name, Name::Half(..)) && !fiscal {
        return None;
    }
    Reading::new(end, Meaning::bare(name))
}

/// The year that a quarter or half belongs to: "2024", "fiscal 2025", "last year", "the year".
pub(super) fn whole_year(c: Cursor, k: usize) -> Option<(Meaning, usize)> {
    if let Some((year, short_year, end)) = super::month_day::year_after(c, k) {
        return Some((
            Meaning::Date(DateParts {
                year: Some(year),
                short_year,
                ..DateParts::default()
            }),
            end,
        ));
    }
    if c.is(k, Class::Fiscal) || (c.is(k, Class::The) && c.is(k + 1, Class::Fiscal)) {
        let at = k + usize::from(c.is(k, Class::The)) + 1;
        let at = if c.says(at, "year") { at + 1 } else { at };
        if let Some((n, 4)) = c.number(at) {
            let parts = DateParts {
                year: Some(n as i32),
                fiscal: true,
                ..DateParts::default()
            };
            return Some((Meaning::Date(parts), at + 1));
        }
        return None;
    }
    let the = c.is(k, Class::The);
    let at = k + usize::from(the);
    if the && c.says(at, "year") {
        return Some((Meaning::Unit(Grain::Year, Which::Bare), at + 1));
    }
    let mut w = which(c, at)?;
    if the && w == Which::Next {
        w = Which::Following;
    }
    c.says(at + 1, "year")
        .then_some((Meaning::Unit(Grain::Year, w), at + 2))
}

/// The words before "period" that compare it with one told of.
pub(super) const ALIKE: &[&str] = &["corresponding", "comparable", "equivalent", "like", "similar"];

fn of_another_year(c: Cursor) -> Option<Reading> {
    let alike = c.is(1, Class::Same) || ALIKE.iter().any(|w| c.says(1, w));
    let k = 1 + usize::from(alike);
    let part = if c.says(k, "period") {
        Meaning::Period
    } else if c.is(k, Class::Quarter) {
        Meaning::Unit(Grain::Quarter, Which::Bare)
    } else {
        return None;
    };
    let at = k + 1 + usize::from(alike && c.any(k + 1, &[Class::Of, Class::In]));
    let (year, end) = super::ago::year_before(c, at).or_else(|| whole_year(c, at))?;
    let year = match year {
        Meaning::Unit(Grain::Year, Which::Last | Which::Previous) => Meaning::Unit(Grain::Year, Which::Last),
        Meaning::Date(_) if alike => year,
        Meaning::Shift { .. } => year,
        _ => return None,
    };
    Reading::new(end, Meaning::within(part, year))
}

fn short(c: Cursor) -> Option<Reading> {
    let kind = |k: usize| c.letter(k).filter(|l| matches!(l, b'Q' | b'H'));
    let (letter, n, mut end) = if let Some(l) = kind(0) {
        // "Q3": nothing may hang on its front
        if !c.token(0).capital() || (c.token(0).glued() && c.back(1).class != Class::Open) {
            return None;
        }
        let (n, 1) = c.number(1)? else { return None };
        (l, n, 2)
    } else {
        let (n, 1) = c.number(0)? else { return None };
        let l = kind(1).filter(|_| c.glued(1) && c.token(1).capital())?;
        (l, n, 2)
    };
    if !c.glued(1) {
        return None;
    }
    let name = match (letter, n) {
        (b'Q', 1..=4) => Name::Quarter(n as u8, false),
        (b'H', 1..=2) => Name::Half(n as u8, false),
        _ => return None,
    };
    let mut year = None;
    if let Some((y, digits)) = c.number(end)
        && ((digits == 2 && c.glued(end)) || (digits == 4 && (1900..=2199).contains(&y)))
    {
        year = Some(DateParts {
            year: Some(y as i32),
            short_year: digits == 2,
            ..DateParts::default()
        });
        end += 1;
    } else {
        let at = if c.is(end, Class::Of) || hyphen(c, end) {
            end + 1
        } else {
            end
        };
        if let Some((m, after)) = whole_year(c, at) {
            return Reading::new(after, Meaning::within(Meaning::bare(name), m));
        }
        if c.says(end, "FY")
            && let Some((y, 2..=4)) = c.number(end + 1)
        {
            year = Some(DateParts {
                year: Some(y as i32),
                short_year: y < 100,
                fiscal: true,
                ..DateParts::default()
            });
            end += 2;
        }
    }
    match year {
        Some(parts) => Reading::new(end, Meaning::within(Meaning::bare(name), Meaning::Date(parts))),
        // "in H2"; "H1" alone is a visa, a road, a heading.
        None if letter == b'H'
            && matches!(c.back(1).class, Class::In | Class::For | Class::During)
            && c.any(
                end,
                &[
                    Class::Stop,
                    Class::Comma,
                    Class::Break,
                    Class::Pronoun,
                    Class::The,
                    Class::And,
                ],
            ) =>
        {
            Reading::new(end, Meaning::bare(name))
        }
        // "Q3" alone is clear.
        None if letter == b'Q' && !(c.glued(end) && c.any(end, &[Class::Letter, Class::Word])) => {
            Reading::new(end, Meaning::bare(name))
        }
        None => None,
    }
}

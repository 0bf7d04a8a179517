//! Years alone.

use super::{DateParts, Meaning, Reading, Rule, plain_year};
use crate::text::{Class, Cursor, Flags};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "year",
        family: "year",
        says: "Four figures that stand where a year stands.",
        starts: &[Class::Number],
        read: plain_year::plain,
        examples: &[
            ("It opened in [1998] and closed.", "2025-01-27", "1998"),
            ("The war ([1914]) was long.", "2025-01-27", "1914"),
            ("The [1998] elections were close.", "2025-01-27", "1998"),
            ("Since [2021] it has grown.", "2025-01-27", "2021"),
            ("By [2030], it will be shut.", "2025-01-27", "2030"),
            ("[1916] Eleven miners die.", "2025-01-27", "1916"),
        ],
        refusals: &[
            "They counted 1998 people there.",
            "1998 people were counted there.",
            "It cost $1998 in all.",
            "Some 2000 troops came.",
            "Take flight 1998 to the coast.",
            "A 1998-page book.",
            "It rose 1990.5 points.",
            "The number was 1,998 then.",
            "He lives at 1905 Main Street.",
            "Win32-1998b broke.",
        ],
    },
    Rule {
        name: "year-short",
        family: "year",
        says: "Two figures behind an apostrophe: “’98”.",
        starts: &[Class::Apostrophe],
        read: short,
        examples: &[
            ("The class of [’98] met.", "2025-01-27", "1998"),
            ("Back in [’07] it was new.", "2025-01-27", "2007"),
        ],
        refusals: &["The ’98ers came.", "It said ’12 eggs’ on it."],
    },
    Rule {
        name: "year-era",
        family: "year",
        says: "A year with its era: 44 BC, AD 79, 300 B.C.E.",
        starts: &[Class::Number, Class::Era],
        read: era,
        examples: &[
            ("It fell in [44 BC] at last.", "2025-01-27", "BC0044"),
            ("It fell in [AD 79] at last.", "2025-01-27", "0079"),
            ("It fell in [300 B.C.E.] at last.", "2025-01-27", "BC0300"),
            ("It fell in [476 AD] at last.", "2025-01-27", "0476"),
        ],
        refusals: &["AD is short for it.", "The 12 bc-like signs."],
    },
    Rule {
        name: "year-words",
        family: "year",
        says: "A year in words: “nineteen ninety-six”, “the year 2000”, “the year two thousand”.",
        starts: &[Class::NumberWord, Class::The],
        read: words,
        examples: &[
            ("It was [nineteen ninety-six] again.", "2025-01-27", "1996"),
            ("Before [the year 2000] it was new.", "2025-01-27", "2000"),
        ],
        refusals: &["There were nineteen of them.", "The year was good."],
    },
    Rule {
        name: "year-fiscal",
        family: "year",
        says: "A fiscal year: “fiscal 2025”, “fiscal year 2025”, “FY2025”, “FY25”.",
        starts: &[Class::Fiscal, Class::FiscalShort, Class::The],
        read: fiscal,
        examples: &[
            ("Sales in [fiscal 2025] rose.", "2025-01-27", "2025"),
            ("Sales in [fiscal year 2025] rose.", "2025-01-27", "2025"),
            ("Sales in [FY24] rose.", "2025-01-27", "2024"),
        ],
        refusals: &["Their fiscal plan failed."],
    },
];

/// A year of one to four figures with its era at `k`: "44 BC", "476 AD". Returns the astronomical year.
pub(super) fn with_era(c: Cursor, k: usize) -> Option<(i32, usize)> {
    let (n, digits) = c.number(k)?;
    let era = c.token(k + 1);
    let known = era.class == Class::Era && era.capital() && digits <= 4 && (1..=9999).contains(&n);
    known.then_some((if era.value == 1 { 1 - n as i32 } else { n as i32 }, k + 2))
}

fn era(c: Cursor) -> Option<Reading> {
    if c.is(0, Class::Era) {
        // "AD 79" comes before the number; "BC" does not.
        let (n, digits) = c.number(1)?;
        let is = c.token(0).value == 0 && c.token(0).shouting() && digits <= 4 && n > 0;
        return is.then(|| Reading::new(2, Meaning::year(n as i32)))?;
    }
    let (year, end) = with_era(c, 0)?;
    Reading::new(end, Meaning::year(year))
}

/// What a street is called: a number before it is a house's.
pub(super) fn short(c: Cursor) -> Option<Reading> {
    let (n, 2) = c.number(1)? else { return None };
    let spaced = c.token(0).flags.has(Flags::SPACE)
        || matches!(c.back(1).class, Class::Break | Class::Open | Class::Dash);
    const CLOSERS: &[Class] = &[
        Class::Stop,
        Class::Comma,
        Class::Close,
        Class::Hyphen,
        Class::Dash,
        Class::Semicolon,
        Class::Shout,
    ];
    let plain = !c.glued(2) || c.any(2, CLOSERS);
    // An opening quote has a closing one; a year's apostrophe has none.
    let quoted = (2..10)
        .any(|k| c.is(k, Class::Apostrophe) && !(c.glued(k + 1) && c.token(k + 1).class != Class::Break));
    if !c.glued(1) || !spaced || !plain || quoted || c.any(2, &[Class::Counted, Class::Unit]) {
        return None;
    }
    Reading::new(
        2,
        Meaning::Date(DateParts {
            year: Some(n as i32),
            short_year: true,
            ..DateParts::default()
        }),
    )
}

fn words(c: Cursor) -> Option<Reading> {
    if c.is(0, Class::The) {
        // "the 1988 period", "the 1988 quarter": the year's own stretch that the story is about
        if let Some((n, 4)) = c.number(1)
            && (1900..=2199).contains(&n)
        {
            if c.is(2, Class::Quarter) && !(c.is(3, Class::Hyphen) && c.glued(3)) {
                let quarter = Meaning::Unit(crate::time::Grain::Quarter, super::Which::Bare);
                return Reading::new(3, Meaning::within(quarter, Meaning::year(n as i32)));
            }
            return c
                .says(2, "period")
                .then(|| Reading::new(3, Meaning::within(Meaning::Period, Meaning::year(n as i32))))?;
        }
        if !c.says(1, "year") {
            return None;
        }
        if let Some((n, 3..=4)) = c.number(2) {
            return Reading::new(3, Meaning::year(n as i32));
        }
        let (n, end) = c.number_words(2)?;
        return (1000..=2199)
            .contains(&n)
            .then(|| Reading::new(end, Meaning::year(n as i32)))?;
    }
    let (year, end) = spelled(c, 0)?;
    let counted = c.any(
        end,
        &[Class::Unit, Class::Counted, Class::NumberWord, Class::Percent],
    );
    (!counted).then(|| Reading::new(end, Meaning::year(year)))?
}

/// A year in two words at `k`, "nineteen ninety-six", "twenty twenty-five", and the position after it.
pub(super) fn spelled(c: Cursor, k: usize) -> Option<(i32, usize)> {
    let c = c.ahead(k);
    let first = c.token(0).value;
    if !(12..=20).contains(&first)
        || !c.is(1, Class::NumberWord)
        || c.token(1).value < 10
        || c.token(1).value >= 100
    {
        return None;
    }
    if !c.is(0, Class::NumberWord) {
        return None;
    }
    let mut end = 2;
    let mut rest = c.token(1).value;
    if rest >= 20 && c.is(2, Class::Hyphen) && c.is(3, Class::NumberWord) && c.token(3).value < 10 {
        rest += c.token(3).value;
        end = 4;
    } else if rest >= 20 && c.is(2, Class::NumberWord) && c.token(2).value < 10 {
        rest += c.token(2).value;
        end = 3;
    }
    Some(((first * 100 + rest) as i32, k + end))
}

fn fiscal(c: Cursor) -> Option<Reading> {
    // "FY24", "FY 2025"
    if c.is(0, Class::FiscalShort) {
        if !c.token(0).shouting() {
            return None;
        }
        let (n, digits) = c.number(1)?;
        let short_year = digits == 2;
        let fine = short_year || (digits == 4 && (1900..=2199).contains(&n));
        let parts = DateParts {
            year: Some(n as i32),
            short_year,
            fiscal: c.token(0).value == 0,
            ..DateParts::default()
        };
        return fine.then(|| Reading::new(2, Meaning::Date(parts)))?;
    }
    let k = usize::from(c.is(0, Class::The));
    if !c.is(k, Class::Fiscal) {
        return None;
    }
    let at = if c.says(k + 1, "year") { k + 2 } else { k + 1 };
    let (n, 4) = c.number(at)? else { return None };
    let parts = DateParts {
        year: Some(n as i32),
        fiscal: c.token(k).value != 1,
        ..DateParts::default()
    };
    (1900..=2199)
        .contains(&n)
        .then(|| Reading::new(at + 1, Meaning::Date(parts)))?
}

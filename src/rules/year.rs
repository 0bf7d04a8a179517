//! Years alone.

use super::{DateParts, Meaning, Reading, Rule};
use crate::text::{Class, Cursor, Flags};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "year",
        family: "year",
        says: "Four figures that stand where a year stands.",
        starts: &[Class::Number],
        read: plain,
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
pub(super) const STREETS: &[&str] = &[
    "Street",
    "Avenue",
    "Road",
    "Boulevard",
    "Drive",
    "Lane",
    "St",
    "Ave",
    "Rd",
    "Blvd",
    "Court",
    "Square",
    "Terrace",
];

/// Words that a year may follow at once.
const LEADS: &[Class] = &[
    Class::In,
    Class::Since,
    Class::Until,
    Class::By,
    Class::From,
    Class::To,
    Class::Through,
    Class::During,
    Class::Before,
    Class::After,
    Class::Between,
    Class::And,
    Class::Or,
    Class::Of,
    Class::The,
    Class::Open,
    Class::Comma,
    Class::Early,
    Class::Late,
    Class::Mid,
    Class::Hyphen,
    Class::Dash,
    Class::Slash,
    Class::Season,
    Class::Fiscal,
    Class::Throughout,
    Class::Break,
    Class::Stop,
    Class::Colon,
    Class::Quote,
    Class::This,
    Class::That,
    Class::With,
    Class::For,
    Class::Letter,
    Class::Feast,
    Class::As,
    Class::On,
    Class::Preposition,
    Class::About,
    Class::A,
    Class::Shout,
    Class::Unit,
    Class::Semicolon,
    Class::EndOf,
    Class::StartOf,
    Class::Pronoun,
];

/// Makes of cars. A year before one is the model's, behind an article or an owner.
const MAKES: &str = "Audi BMW Buick Cadillac Chevrolet Chevy Chrysler Datsun Dodge Fiat Ford Honda Hyundai \
    Jaguar Jeep Kia Lexus Mazda Mercedes Mitsubishi Nissan Oldsmobile Peugeot Plymouth Pontiac \
    Porsche Renault Saab Subaru Suzuki Toyota Vauxhall Volkswagen Volvo";

fn plain(c: Cursor) -> Option<Reading> {
    let t = c.token(0);
    let (n, digits) = c.number(0)?;
    let before = c.back(1);
    // "in 827" is a year only where nothing counted follows.
    if digits == 3 {
        let ends = c.any(
            1,
            &[
                Class::Stop,
                Class::Comma,
                Class::Semicolon,
                Class::Close,
                Class::Break,
                Class::And,
                Class::By,
                Class::After,
            ],
        ) && !(c.glued(2) && c.is(2, Class::Number));
        let led = before.class == Class::In && !t.glued() || before.class == Class::Until && !t.glued();
        return (led && ends && n >= 100).then(|| Reading::new(1, Meaning::year(n as i32)))?;
    }
    if digits != 4 {
        return None;
    }
    let earliest = if matches!(
        before.class,
        Class::In | Class::Since | Class::Until | Class::About
    ) {
        1000
    } else {
        1100
    };
    if !(earliest..=2199).contains(&n) {
        return None;
    }
    // "1864-1865", "1965’s": nothing but a year is written so
    let span = c.any(1, &[Class::Hyphen, Class::Dash])
        && c.glued(1)
        && c.glued(2)
        && c.number(2)
            .is_some_and(|(m, d)| d == 4 && (1100..=2199).contains(&m) && m > n);
    let owner = c.is(1, Class::Apostrophe) && c.glued(1) && c.letter(2) == Some(b'S') && c.glued(2);
    if (span || owner) && !t.glued() && n >= 1100 {
        return Reading::new(1, Meaning::year(n as i32));
    }
    // "2025-024"
    let code3 =
        c.is(1, Class::Hyphen) && c.glued(1) && c.glued(2) && c.number(2).is_some_and(|(_, d)| d == 3);
    if code3 {
        return None;
    }
    // "about 1400 of them", "1985 of them", "between 1900 and 2000 people"
    let of = c.is(1, Class::Of)
        && (before.class == Class::About
            || c.any(2, &[Class::Pronoun, Class::These]) && before.class != Class::In);
    let between = before.class == Class::Between
        && c.is(1, Class::And)
        && c.is(2, Class::Number)
        && c.is(3, Class::Counted);
    // "1999 AB Heemdrecht"
    let code =
        c.token(1).shouting() && c.word(1).len() == 2 && c.token(2).capital() && before.class == Class::To;
    if of || between || code {
        return None;
    }
    let glued = t.glued() && before.class != Class::Break;
    if glued {
        let fine = matches!(
            before.class,
            Class::Open
                | Class::Quote
                | Class::Hyphen
                | Class::Dash
                | Class::Slash
                | Class::Apostrophe
                | Class::Comma
                | Class::Colon
        ) || (before.class == Class::Word && before.end - before.start > 3);
        if !fine {
            return None;
        }
        // "Win32-1998", "555-1998", "B-1998"
        if matches!(before.class, Class::Hyphen | Class::Slash)
            && !matches!(
                c.back(2).class,
                Class::Number
                    | Class::Mid
                    | Class::Month
                    | Class::Word
                    | Class::Early
                    | Class::Late
                    | Class::Season
            )
        {
            return None;
        }
        if matches!(before.class, Class::Hyphen | Class::Slash)
            && c.back(2).class == Class::Number
            && c.back(2).digits != 4
        {
            return None;
        }
        // "HT/2024/0318"
        let sign = c.class(1);
        if matches!(before.class, Class::Hyphen | Class::Slash)
            && sign == before.class
            && c.glued(1)
            && c.back(2).class != Class::Number
        {
            return None;
        }
        // "OPS-2024-0503"
        if before.class == Class::Hyphen
            && c.back(2).class == Class::Word
            && c.back(2).capital()
            && (c.back(2).shouting() || c.is(1, Class::Hyphen) && c.glued(1) && c.is(2, Class::Number))
        {
            return None;
        }
        if before.class == Class::Comma
            && c.back(2).class == Class::Number
            && c.back(2).end == before.start
            && c.back(2).digits != 4
            && !matches!(c.back(3).class, Class::Month)
        {
            return None;
        }
    }
    let next = c.token(1);
    if next.class != Class::Break && next.glued() {
        let number_behind = c.is(2, Class::Number) && c.glued(2);
        match next.class {
            Class::Hyphen | Class::Dash
                // "1998-page", but "1998-99", "1998-born"
                if c.glued(2) && c.any(2, &[Class::Label, Class::Counted, Class::Unit, Class::Letter]) => {
                    return None;
                }
            Class::Stop | Class::Colon | Class::Slash | Class::Comma if number_behind => {
                let years = next.class != Class::Stop
                    && c.number(2)
                        .is_some_and(|(_, d)| d == 4 || (d == 2 && next.class == Class::Slash));
                if !years {
                    return None;
                }
            }
            Class::Percent | Class::Money | Class::Letter | Class::Sign => return None,
            Class::Word if next.end - next.start < 4 && !next.capital() => return None,
            _ => {}
        }
    }
    // "In 2019 workers left", "mid-2023 sales": no count stands so; "in 2000 homes" does.
    let dated = (1900..=2099).contains(&n)
        && match before.class {
            Class::Mid | Class::Early | Class::Late => true,
            Class::Hyphen => matches!(c.back(2).class, Class::Mid | Class::Early | Class::Late),
            Class::In | Class::Since | Class::Until | Class::During | Class::By => {
                n % 50 != 0 || matches!(c.back(2).class, Class::Break | Class::Stop | Class::Quote)
            }
            _ => false,
        };
    match next.class {
        Class::Counted if dated && !next.glued() => {}
        // "1916 Eleven miners die": a line of a chronology.
        Class::Counted | Class::NumberWord
            if c.token(0).begins_line() && next.capital() && !next.shouting() => {}
        Class::Counted
        | Class::Percent
        | Class::NumberWord
        | Class::Meridiem
        | Class::TimesWord
        | Class::Money
            if !next.glued() =>
        {
            return None;
        }
        Class::Unit if !next.glued() => return None,
        _ => {}
    }
    if matches!(
        before.class,
        Class::Money | Class::Hash | Class::Label | Class::Vague | Class::More | Class::Than | Class::Plus
    ) && !(before.class == Class::Label && c.word_back(1).len() > 6)
    {
        return None;
    }
    // A street: "1905 Main Street"; a count: "2000 troops".
    let lower_noun = next.class == Class::Word
        && !next.capital()
        && c.word(1).ends_with('s')
        && !c.word(1).ends_with("ss");
    let strong = matches!(
        before.class,
        Class::In
            | Class::Pronoun
            | Class::Since
            | Class::The
            | Class::Until
            | Class::Open
            | Class::During
            | Class::Mid
            | Class::Early
            | Class::Late
    );
    if lower_noun && !strong && !dated && before.class != Class::Apostrophe && c.letter_back() != Some(b'S') {
        return None;
    }
    if next.capital() && next.class == Class::Word && c.any(2, &[Class::Word]) && STREETS.contains(&c.word(2))
    {
        return None;
    }
    // "her 1987 Chevrolet": the year of the model
    let make = c.token(1).capital() && MAKES.split(' ').any(|m| m == c.word(1));
    let owned = matches!(
        before.class,
        Class::A | Class::The | Class::Pronoun | Class::Letter | Class::Word
    );
    if make && owned {
        return None;
    }
    if !LEADS.contains(&before.class) {
        // Behind any other word: a title or a name of the year ("the Paris 1924 games"), or a verb and its count.
        // or between an adjective and its noun: "his failed 1996 campaign" (a count would have a plural behind it).
        let described = matches!(before.class, Class::Word | Class::PastVerb)
            && !lower_noun
            && next.class == Class::Word
            && !next.capital()
            && !next.glued()
            && n % 50 != 0
            && (1900..=2099).contains(&n)
            && (matches!(c.back(2).class, Class::The | Class::A | Class::Pronoun)
                || c.back(2).class == Class::Letter);
        let ok = (before.capital() && before.class == Class::Word)
            || described
            || (1900..=2099).contains(&n)
                && matches!(
                    next.class,
                    Class::Break
                        | Class::Stop
                        | Class::Comma
                        | Class::Close
                        | Class::Semicolon
                        | Class::Dash
                        | Class::Hyphen
                        | Class::Quote
                        | Class::And
                );
        if !ok {
            return None;
        }
    }
    if matches!(
        before.class,
        Class::A
            | Class::To
            | Class::For
            | Class::On
            | Class::By
            | Class::With
            | Class::Of
            | Class::And
            | Class::Or
            | Class::From
    ) && !(1500..=2099).contains(&n)
        && !matches!(
            before.class,
            Class::To | Class::By | Class::Of | Class::And | Class::From | Class::Or
        )
    {
        return None;
    }
    Reading::new(1, Meaning::year(n as i32))
}

fn short(c: Cursor) -> Option<Reading> {
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

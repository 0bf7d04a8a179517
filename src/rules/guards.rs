//! What looks like a time and is none: each blocks a few tokens before any rule sees them.

use super::Guard;
use crate::text::{Class, Cursor, Flags};

/// Every guard, in the order of the reference.
pub const GUARDS: &[Guard] = &[
    Guard {
        name: "address",
        says: "A web or mail address, whole.",
        starts: &[Class::Address],
        blocks: |_| Some(1),
        examples: &["See https://example.org/2024/05/03/may-1998 for it."],
        lets_through: &[],
    },
    Guard {
        name: "age",
        says: "An age: “12-year-old”, “40 years old”, “aged 30”.",
        starts: &[Class::Number, Class::NumberWord, Class::Aged],
        blocks: age,
        examples: &[
            "A 12-year-old came.",
            "She is 40 years old.",
            "A man aged 30 came.",
            "A five-month-old baby slept.",
        ],
        lets_through: &[("It is [10 years] and older than that.", "2025-01-27", "P10Y")],
    },
    Guard {
        name: "money",
        says: "A sum: “$1,990”, “£2000”, “1990 euros”.",
        starts: &[Class::Money],
        blocks: money,
        examples: &[
            "It costs $1990 and more.",
            "It costs £2000 and more.",
            "US$1998 was paid.",
        ],
        lets_through: &[],
    },
    Guard {
        name: "count",
        says: "A number with separators of thousands, or a range of such: “10,000–12,000”.",
        starts: &[Class::Number],
        blocks: count,
        examples: &["Some 10,000–12,000 men came.", "It has 1,998 rooms."],
        lets_through: &[("It took [10,000 years] in all.", "2025-01-27", "P10000Y")],
    },
    Guard {
        name: "version",
        says: "A version or a place in a list: “v1.2”, “1.2.3”, “section 4.5.2010”.",
        starts: &[Class::Number, Class::Letter],
        blocks: version,
        examples: &[
            "Use v1.2.2024 of it.",
            "Run 1.2.3 of it.",
            "Run 10.0.2024.1 of it.",
        ],
        lets_through: &[("Signed on [3.5.2024] there.", "2025-01-27", "2024-05-03")],
    },
    Guard {
        name: "phone",
        says: "A telephone number: groups of figures with hyphens.",
        starts: &[Class::Number, Class::Plus, Class::Open],
        blocks: phone,
        examples: &[
            "Call 555-1998 for it.",
            "Call 555-010-2024 for it.",
            "Call +44 20 1946 0998 for it.",
        ],
        lets_through: &[("It ran from [2018]-2019 there.", "2025-01-27", "2018")],
    },
    Guard {
        name: "label",
        says: "A number behind a word that makes it a name: “page 1998”, “flight 1990”, “Room 2010”, “No. 1984”.",
        starts: &[Class::Label, Class::Hash],
        blocks: label,
        examples: &[
            "Your order #4471-2024 is on its way.",
            "See page 1998 there.",
            "Take flight 1990 home.",
            "It is No. 1984 of them.",
        ],
        lets_through: &[],
    },
    Guard {
        name: "paper",
        says: "A weekday in a name: “Sunday Times”, “Sheffield Wednesday”, “Black Monday”.",
        starts: &[Class::Weekday],
        blocks: paper,
        examples: &[
            "The Sunday Times wrote it.",
            "The Mail on Sunday wrote it.",
            "Sheffield Wednesday won.",
            "They spoke of Black Monday and of Bloody Sunday.",
        ],
        lets_through: &[("The club won on [Sunday] again.", "2025-01-27", "2025-01-26")],
    },
    Guard {
        name: "given-name",
        says: "A weekday or month that is a name given to somebody: “the name of Tuesday”, “a girl named April”.",
        starts: &[Class::Weekday, Class::Month],
        blocks: given_name,
        examples: &[
            "The dog answers to the name of Tuesday.",
            "She had a daughter, named April.",
            "He wrote of a man called Friday.",
            "A girl nicknamed May came.",
        ],
        lets_through: &[
            ("He called [Friday] for help.", "2025-01-27", "2025-01-24"),
            ("The ship was named [Friday].", "2025-01-27", "2025-01-24"),
        ],
    },
    Guard {
        name: "all-hours",
        says: "“24/7”, “24 hours a day”, “seven days a week”: always.",
        starts: &[Class::Number, Class::NumberWord],
        blocks: all_hours,
        examples: &[
            "It is open 24/7 there.",
            "It is open 24 hours a day, seven days a week.",
        ],
        lets_through: &[("It took [24 hours] a man.", "2025-01-27", "PT24H")],
    },
    Guard {
        name: "chance-of-second",
        says: "“a second”, “one second” before a noun: the next one, not a sixtieth of a minute.",
        starts: &[Class::Second],
        blocks: second,
        examples: &["The second man left.", "A second term began."],
        lets_through: &[("Sales in [the second quarter] rose.", "2025-07-27", "2025-Q2")],
    },
];

fn given_name(c: Cursor) -> Option<usize> {
    let named = matches!(c.word_back(1), "named" | "called" | "nicknamed" | "christened");
    // "a man called", ", named"; "the mayor called Friday" has another article.
    let whose = c.back(2).class == Class::Comma || c.back(3).class == Class::A;
    let of = c.word_back(1) == "of" && c.word_back(2) == "name";
    ((named && whose || of) && !c.is(1, Class::Number)).then_some(1)
}

fn age(c: Cursor) -> Option<usize> {
    if c.is(0, Class::Aged) {
        return c.any(1, &[Class::Number, Class::NumberWord]).then_some(2);
    }
    let (_, mut k) = c.amount(0)?;
    let joined = super::units::hyphen(c, k);
    k += usize::from(joined);
    super::units::unit(c, k)?;
    k += 1;
    let hyphen = super::units::hyphen(c, k);
    let old = k + usize::from(hyphen);
    if c.is(old, Class::Old) || c.says(old, "olds") {
        return Some(old + 1);
    }
    (c.is(k, Class::Of) && c.says(k + 1, "age")).then_some(k + 2)
}

fn money(c: Cursor) -> Option<usize> {
    let number = c.is(1, Class::Number);
    if !number {
        return None;
    }
    // "$1.50", "$1,990 million", "$10–12"
    let mut k = 2;
    while k < 8
        && c.glued(k)
        && c.any(k, &[Class::Stop, Class::Comma, Class::Hyphen, Class::Dash])
        && c.is(k + 1, Class::Number)
        && c.glued(k + 1)
    {
        k += 2;
    }
    Some(k)
}

fn count(c: Cursor) -> Option<usize> {
    if !c.token(0).flags.has(Flags::GROUPED) {
        return None;
    }
    let mut k = 1;
    if c.any(k, &[Class::Hyphen, Class::Dash, Class::To]) && c.is(k + 1, Class::Number) {
        k += 2;
    }
    // an amount of units is a length
    (super::units::unit(c, k).is_none() && !super::units::hyphen(c, k)).then_some(k)
}

fn version(c: Cursor) -> Option<usize> {
    if let Some(l) = c.letter(0) {
        let v = l == b'V' && c.is(1, Class::Number) && c.glued(1);
        return v.then(|| dotted(c, 1).1);
    }
    let (parts, end) = dotted(c, 0);
    let last_is_year = c.token(end - 1).digits == 4;
    // three parts that end in a year are a date
    let two = |k: usize| c.token(k).digits == 2;
    let short = two(0)
        && two(2)
        && two(4)
        && (1..=31).contains(&c.token(0).value)
        && (1..=12).contains(&c.token(2).value);
    let date = parts == 3 && (last_is_year || c.token(0).digits == 4 || short);
    (parts >= 3 && !date).then_some(end)
}

/// How many numbers hang together by full stops from `k` on, and the position after them.
fn dotted(c: Cursor, k: usize) -> (usize, usize) {
    let (mut n, mut at) = (1, k + 1);
    while n < 8 && c.is(at, Class::Stop) && c.glued(at) && c.is(at + 1, Class::Number) && c.glued(at + 1) {
        n += 1;
        at += 2;
    }
    (n, at)
}

fn phone(c: Cursor) -> Option<usize> {
    // "+44 20 …", "(555) 010-1998"
    if c.is(0, Class::Plus) {
        if !c.is(1, Class::Number) || !c.glued(1) || c.glued(0) {
            return None;
        }
        let mut k = 2;
        while k < 14
            && (c.is(k, Class::Number)
                || c.any(k, &[Class::Hyphen, Class::Open, Class::Close])
                    && c.any(k + 1, &[Class::Number, Class::Close]))
        {
            k += 1;
        }
        return (k > 3).then_some(k);
    }
    if c.is(0, Class::Open) {
        let three = c.number(1).is_some_and(|(_, d)| d == 3)
            && c.is(2, Class::Close)
            && c.is(3, Class::Number)
            && c.is(4, Class::Hyphen);
        return three.then_some(6);
    }
    let (_, digits) = c.number(0)?;
    if digits != 3 || c.token(0).glued() && c.back(1).class == Class::Stop {
        return None;
    }
    let hyphen =
        |k: usize| c.is(k, Class::Hyphen) && c.glued(k) && c.is(k + 1, Class::Number) && c.glued(k + 1);
    if hyphen(1) && hyphen(3) {
        return Some(5);
    }
    (hyphen(1) && c.token(2).digits == 4).then_some(3)
}

fn label(c: Cursor) -> Option<usize> {
    // "#4471-2024"; "#2024" alone may be a year's
    if c.is(0, Class::Hash) {
        let joined = c.is(1, Class::Number) && c.any(2, &[Class::Hyphen, Class::Slash]) && c.glued(2);
        return (joined && c.is(3, Class::Number) && c.glued(3)).then_some(4);
    }
    let k = if c.is(1, Class::Stop) && c.glued(1) { 2 } else { 1 };
    let k = if c.is(k, Class::Hash) { k + 1 } else { k };
    let t = c.token(k);
    // "Act 1998" of a law keeps its year: "the Railways Act 1993"
    let law = matches!(c.word(0), "Act" | "act" | "Issue" | "issue" | "vol");
    if t.class != Class::Number || law || c.says(0, "no") && !c.is(1, Class::Stop) && !c.token(0).capital() {
        return None;
    }
    // "version 2024" stays a version; "phase 2 in 2024" blocks the 2 alone; "level 20 days" is no length
    let (_, end) = dotted(c, k);
    let mut end = end;
    while end < 8
        && c.glued(end)
        && c.any(end, &[Class::Hyphen, Class::Slash, Class::Dash])
        && c.is(end + 1, Class::Number)
        && c.glued(end + 1)
    {
        end += 2;
    }
    Some(end)
}

fn paper(c: Cursor) -> Option<usize> {
    const PAPERS: &[&str] = &[
        "Times",
        "Telegraph",
        "Mirror",
        "Mail",
        "Express",
        "Herald",
        "Tribune",
        "Post",
        "World",
        "Independent",
        "Sun",
        "Star",
        "People",
        "Business",
        "Age",
        "Observer",
        "Review",
        "Magazine",
        "Night",
        "School",
        "Club",
    ];
    let mail = c.back(1).class == Class::On && c.word_back(2) == "Mail" && c.back(3).class == Class::The;
    if mail {
        return Some(1);
    }
    // "Black Monday", "Bloody Sunday": a day with a name, long past; Black Friday comes every year
    let named = ["Black", "Bloody"].contains(&c.word_back(1)) && !c.says(0, "Friday");
    if named {
        return Some(1);
    }
    let capital = c.token(1).capital() && PAPERS.contains(&c.word(1)) && c.token(1).class != Class::DayPart;
    // "Saturday Night Live"
    let live = c.says(1, "night") && c.token(1).capital() && c.token(2).capital();
    let sure = matches!(c.word(1), "Times" | "Telegraph" | "Mirror" | "School");
    if capital && (sure || c.back(1).class == Class::The) || live {
        return Some(2);
    }
    (c.word(0) == "Wednesday" && c.word_back(1) == "Sheffield").then_some(1)
}

/// So many of a unit as there are in a longer one.
const ALL_HOURS: &[(i32, &str, &str)] = &[
    (24, "hours", "day"),
    (7, "days", "week"),
    (12, "months", "year"),
    (52, "weeks", "year"),
    (365, "days", "year"),
];

fn all_hours(c: Cursor) -> Option<usize> {
    if let Some((count, k)) = c.amount(0).filter(|(_, k)| c.is(*k, Class::Unit)) {
        let whole = ALL_HOURS.iter().any(|(n, unit, of)| {
            count.count() == Some(*n)
                && c.says(k, unit)
                && c.any(k + 1, &[Class::A, Class::Per])
                && c.says(k + 2, of)
        });
        if whole {
            return Some(k + 3);
        }
    }
    let is = c.number(0) == Some((24, 2))
        && c.any(1, &[Class::Slash, Class::Hyphen])
        && c.number(2) == Some((7, 1));
    (is && c.glued(1) && c.glued(2) && !c.glued(3)).then_some(3)
}

fn second(c: Cursor) -> Option<usize> {
    let timely = c.any(
        1,
        &[
            Class::Quarter,
            Class::Half,
            Class::Hyphen,
            Class::Unit,
            Class::Weekend,
            Class::Month,
            Class::Weekday,
            Class::Of,
            Class::Fiscal,
            Class::Dash,
            Class::Season,
            Class::DayPart,
        ],
    );
    let article = c.back(1).class == Class::A;
    (!timely && article && c.any(1, &[Class::Word])).then_some(1)
}

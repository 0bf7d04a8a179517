//! A month and a day, in every usual order, with or without a weekday; and the reader of whole dates that
//! [`super::full_date`] shares.

use super::units::{abbreviated, month};
use super::{DateParts, Meaning, Name, Reading, Rule, Which};
use crate::text::{Class, Cursor, Flags};
use crate::time::{day, days_in_month};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "month-day",
        family: "month_day",
        says: "A day of a month without a year, in any order, with or without its weekday.",
        starts: &[
            Class::Month,
            Class::Number,
            Class::OrdinalNumber,
            Class::OrdinalWord,
            Class::Weekday,
            Class::The,
        ],
        read: |c| {
            let whole = calendar_date(c)
                .filter(|(p, _)| p.year.is_none())
                .and_then(to_reading);
            whole.or_else(|| beyond_the_month(c))
        },
        examples: &[
            ("It opened on [January 20].", "2025-01-27", "2025-01-20"),
            ("It opened on [20 January].", "2025-01-27", "2025-01-20"),
            ("It opened on [Dec. 12].", "2025-01-27", "2024-12-12"),
            ("It opened on [the 3rd of May].", "2025-05-27", "2025-05-03"),
            ("It opened on [May 3rd].", "2025-05-27", "2025-05-03"),
            ("It opened on [Monday, January 20].", "2025-01-27", "2025-01-20"),
            ("It opened on [Thursday 16 January].", "2025-01-27", "2025-01-16"),
            ("It opened on [January the 5th].", "2025-01-27", "2025-01-05"),
        ],
        refusals: &[
            "May 12 of them stay here?",
            "They march 20 miles a day.",
            "Nobody was there on 31 April.",
            "Win 3 may be the best.",
        ],
    },
    Rule {
        name: "month-day-which",
        family: "month_day",
        says: "A day of a month with a word that says which: “last Oct. 23”.",
        starts: &[Class::Last, Class::Next, Class::This],
        read: which_one,
        examples: &[
            (
                "It opened [last Oct. 23] at noon-ish.",
                "2025-01-27",
                "2024-10-23",
            ),
            ("It opens [next March 3] again.", "2025-01-27", "2025-03-03"),
        ],
        refusals: &["The last 23 of them left in May."],
    },
    Rule {
        name: "day-of-month",
        family: "month_day",
        says: "A day of the month alone, behind a preposition: “on the 17th”, “by the 5th of the month”.",
        starts: &[Class::The],
        read: day_alone,
        examples: &[
            ("It opened on [the 17th].", "2025-01-27", "2025-01-17"),
            (
                "It opened on [the 28th of last month].",
                "2025-01-27",
                "2024-12-28",
            ),
        ],
        refusals: &[
            "It rose from the 17th to the third place.",
            "They live on the 17th floor.",
            "He came in the 3rd.",
            "On the 4th try it worked.",
        ],
    },
];

fn which_one(c: Cursor) -> Option<Reading> {
    let which = match c.class(0) {
        Class::Last => Which::Last,
        Class::Next => Which::Next,
        Class::This => Which::This,
        _ => return None,
    };
    let (parts, end) = calendar_date(c.ahead(1)).filter(|(p, _)| p.year.is_none() && p.weekday.is_none())?;
    let (Some(m), Some(d)) = (parts.month, parts.day) else {
        return None;
    };
    (!impossible(&parts)).then(|| Reading::new(end + 1, Meaning::Named(Name::MonthDay(m, d), which)))?
}

fn day_alone(c: Cursor) -> Option<Reading> {
    let t = c.token(1);
    // "from the 21st to the 28th"
    let second = c.back(1).class == Class::To && c.back(2).class == Class::OrdinalNumber;
    let led = second
        || matches!(
            c.back(1).class,
            Class::On | Class::By | Class::Until | Class::Since | Class::From
        );
    if !led || t.class != Class::OrdinalNumber || !(1..=31).contains(&t.value) {
        return None;
    }
    let day = Meaning::bare(Name::DayOfMonth(t.value as u8));
    let month = c.is(2, Class::Of) && c.is(3, Class::The) && c.says(4, "month");
    let end = if month { 5 } else { 2 };
    let alone = c.any(
        end,
        &[
            Class::Stop,
            Class::Comma,
            Class::Break,
            Class::Semicolon,
            Class::And,
            Class::Close,
            Class::Of,
            // "From the 20th the trains run again."
            Class::The,
        ],
    ) || c.is(end, Class::To) && c.is(end + 1, Class::The) && c.is(end + 2, Class::OrdinalNumber);
    (month || alone).then(|| Reading::new(end, day))?
}

pub(super) fn to_reading((parts, end): (DateParts, usize)) -> Option<Reading> {
    if impossible(&parts) {
        return Reading::new(end, Meaning::Impossible);
    }
    Reading::new(end, Meaning::Date(parts))
}

/// Whether there is no such day in any year it could be.
pub(super) fn impossible(p: &DateParts) -> bool {
    let (Some(m), Some(d)) = (p.month, p.day) else {
        return false;
    };
    match p.year {
        Some(y) if !p.short_year => day(y, m.into(), d.into()).is_none(),
        _ => u32::from(d) > days_in_month(2024, m.into()),
    }
}

/// A calendar date from the cursor on: optional weekday, then month and day in any order, then an optional year.
/// Returns the parts and the position after them.
pub(super) fn calendar_date(c: Cursor) -> Option<(DateParts, usize)> {
    let mut parts = DateParts::default();
    let mut k = 0;
    if c.is(0, Class::Weekday) {
        // Before a date the short forms need no proof.
        let w = super::units::weekday(c, 0)?;
        parts.weekday = Some(w);
        k = 1;
        if abbreviated(c, 0) && c.is(k, Class::Stop) && c.glued(k) {
            k += 1;
        }
        if c.is(k, Class::Comma) {
            k += 1;
        }
        if c.is(k, Class::The) {
            k += 1;
        }
    } else if c.is(0, Class::The) {
        k = 1;
    }
    let needs_ordinal = k == 1 && c.is(0, Class::The);
    // "the Feb. 23 accord": the article is the noun's
    if needs_ordinal && c.is(k, Class::Month) {
        return None;
    }
    let (m, d, end, month_first) = match c.class(k) {
        Class::Month => {
            let (m, d, end) = month_then_day(c, k)?;
            (m, d, end, true)
        }
        _ => {
            let (m, d, end) = day_then_month(c, k, needs_ordinal)?;
            (m, d, end, false)
        }
    };
    parts.month = Some(m);
    parts.day = Some(d);
    let mut k = end;
    // ", 2025", " 2025", " of 2025"
    let comma = c.is(k, Class::Comma);
    // "3-May-2019"
    let hyphened = !month_first
        && c.is(k, Class::Hyphen)
        && c.glued(k)
        && c.glued(k + 1)
        && c.is(k.wrapping_sub(2), Class::Hyphen);
    let from = if comma || hyphened || (c.is(k, Class::Of) && !month_first) {
        k + 1
    } else {
        k
    };
    if let Some((year, short, end)) = year_after(c, from) {
        // "On May 3, 2000 people came" is read as the year all the same; "May 3, 20 people" is not.
        let quantity = comma && c.any(end, &[Class::Counted, Class::NumberWord, Class::Percent]);
        if !quantity {
            parts.year = Some(year);
            parts.short_year = short;
            k = end;
        }
    }
    Some((parts, k))
}

/// "32 May 2019", "January 32 was": no such day in any month, refused whole so that no part of it is read.
fn beyond_the_month(c: Cursor) -> Option<Reading> {
    let beyond = |k: usize| c.number(k).is_some_and(|(n, digits)| digits == 2 && n > 31);
    if beyond(0) {
        let (_, next) = month(c, 1).filter(|_| c.token(1).capital() && !c.glued(1))?;
        let (_, _, end) = year_after(c, next)?;
        return Reading::new(end, Meaning::Impossible);
    }
    let (_, next) = month(c, 0).filter(|_| c.token(0).capital())?;
    let alone = c.any(
        next + 1,
        &[
            Class::Stop,
            Class::Comma,
            Class::Break,
            Class::Was,
            Class::Is,
            Class::Close,
        ],
    );
    (beyond(next) && alone).then(|| Reading::new(next + 1, Meaning::Impossible))?
}

/// "January 27", "Jan. 27", "January 27th", "January the 27th".
fn month_then_day(c: Cursor, k: usize) -> Option<(u8, u8, usize)> {
    let t = c.token(k);
    let (m, mut next) = month(c, k)?;
    let small = !t.capital();
    if small && (t.flags.has(Flags::SHORT) || !t.flags.has(Flags::SPACE)) && !abbreviated(c, k) {
        // "may 12 …", "march 20 miles": verbs
        return None;
    }
    if c.is(next, Class::The) {
        next += 1;
    }
    // "Jan.27": scraped or typed without the space
    // "March eighth" is written out in speeches; "March second" may be anything
    let spoken = c.is(next, Class::OrdinalWord) && t.capital();
    let (d, after) = day_number(c, next, spoken)?;
    if t.value == 5 && small {
        return None;
    }
    // "May 12 of them stay?" opens a question, not a date.
    if t.flags.has(Flags::SHORT)
        && !abbreviated(c, k)
        && c.is(after, Class::Of)
        && !c.any(
            after + 1,
            &[
                Class::Number,
                Class::Last,
                Class::This,
                Class::Next,
                Class::The,
                Class::That,
            ],
        )
    {
        return None;
    }
    if c.any(after, &[Class::Percent, Class::Counted]) || (c.any(after, &[Class::Unit]) && !c.glued(after)) {
        return None;
    }
    // "March 20:30" is a clock, "June 30.5" a figure.
    if c.is(after, Class::Colon) && c.glued(after) && c.glued(after + 1) && c.is(after + 1, Class::Number) {
        return None;
    }
    Some((m, d, after))
}

/// "27 January", "27th January", "27th of January", "the 27th of January", "3-May".
fn day_then_month(c: Cursor, k: usize, needs_ordinal: bool) -> Option<(u8, u8, usize)> {
    let plain = c.is(k, Class::Number);
    let (d, mut next) = day_number(c, k, true)?;
    let of = c.is(next, Class::Of);
    if needs_ordinal && plain && !of {
        return None;
    }
    if of && plain && !needs_ordinal && !c.token(next + 1).capital() {
        return None;
    }
    // "27. January"
    let stop = plain && c.is(next, Class::Stop) && c.glued(next) && c.is(next + 1, Class::Month);
    let hyphen = c.is(next, Class::Hyphen) && c.glued(next) && c.glued(next + 1);
    if of || stop || hyphen {
        next += 1;
    }
    let t = c.token(next);
    let (m, after) = month(c, next)?;
    let verb = t.flags.has(Flags::SHORT) && !abbreviated(c, next);
    if !t.capital() && verb {
        return None;
    }
    // "Of the 12 May Pritchard kept two": a name.
    let n = c.token(after);
    if m == 5 && n.capital() && n.class == Class::Word && !n.glued() && c.back(1).class == Class::The {
        return None;
    }
    // "4 March Lane"
    if n.capital() && super::plain_year::STREETS.contains(&c.word(after)) {
        return None;
    }
    Some((m, d, after))
}

fn day_number(c: Cursor, k: usize, words: bool) -> Option<(u8, usize)> {
    let t = c.token(k);
    let d = match t.class {
        Class::Number if t.digits <= 2 && !t.flags.has(Flags::GROUPED) => t.value,
        Class::OrdinalNumber if t.digits <= 2 => t.value,
        Class::OrdinalWord | Class::Second if words => {
            let (n, next) = c.ordinal(k)?;
            return (1..=31).contains(&n).then_some((n as u8, next));
        }
        Class::NumberWord if words => {
            let (n, next) = c.ordinal(k)?;
            return (1..=31).contains(&n).then_some((n as u8, next));
        }
        _ => return None,
    };
    // "20.5", "20/30"
    let fraction = c.any(k + 1, &[Class::Slash]) && c.glued(k + 1);
    (!fraction && (1..=31).contains(&d)).then_some((d as u8, k + 1))
}

/// A year at `k`, for what stands before it to lean on: four digits, "’98", or one to four with an era. Returns the
/// astronomical year, whether its century is open, and the position after it.
pub(super) fn year_after(c: Cursor, k: usize) -> Option<(i32, bool, usize)> {
    if c.is(k, Class::Apostrophe) && c.glued(k + 1) {
        let (n, digits) = c.number(k + 1)?;
        return (digits == 2 && c.letter(k + 2).is_none()).then_some((n as i32, true, k + 2));
    }
    if let Some((year, end)) = super::year::spelled(c, k) {
        return Some((year, false, end));
    }
    let (n, digits) = c.number(k)?;
    if let Some((year, end)) = super::year::with_era(c, k) {
        return Some((year, false, end));
    }
    if digits != 4 || !(1000..=2199).contains(&n) {
        return None;
    }
    // "2024.5", "2024:30", "2024s", "1990s"
    let sign = c.any(k + 1, &[Class::Colon, Class::Slash]) && c.glued(k + 1) && c.is(k + 2, Class::Number);
    let plural = c.glued(k + 1) && c.letter(k + 1) == Some(b'S');
    (!sign && !plural).then_some((n as i32, false, k + 1))
}

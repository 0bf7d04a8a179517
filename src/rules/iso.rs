//! ISO 8601 and its look-alikes with four digits first.

use super::{ClockTime, DateParts, Meaning, Name, Reading, Rule};
use crate::text::{Class, Cursor};
use crate::time::day;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "iso-date",
        family: "iso",
        says: "A date with the year first: 2024-05-03, 2024/05/03, 2024.05.03, 20240503, with or without a time.",
        starts: &[Class::Number],
        read: date,
        examples: &[
            ("Start [2024-05-03] at the gate.", "2025-01-27", "2024-05-03"),
            ("Start [2024/05/03] at the gate.", "2025-01-27", "2024-05-03"),
            ("Start [20240503] at the gate.", "2025-01-27", "2024-05-03"),
            (
                "Start [2024-05-03T14:30Z] at the gate.",
                "2025-01-27",
                "2024-05-03T14:30Z",
            ),
            (
                "Start [2024-05-03T14:30:15+02:00] now-ish.",
                "2025-01-27",
                "2024-05-03T14:30:15+02:00",
            ),
            (
                "Start [2024-05-03 14:30] at the gate.",
                "2025-01-27",
                "2024-05-03T14:30",
            ),
        ],
        refusals: &[
            "Part 2024-13-03 is gone.",
            "It costs 20241399 units.",
            "Call 2024-555-0199.",
            "Deploy build 2024.9.1 at once.",
        ],
    },
    Rule {
        name: "iso-month",
        family: "iso",
        says: "A year and a month in figures: 2024-05.",
        starts: &[Class::Number],
        read: year_month,
        examples: &[("The [2024-05] figures are in.", "2025-01-27", "2024-05")],
        refusals: &[
            "The 1998-05-x part.",
            "Between 2010-11 and now",
            "In 2024-13 parts.",
        ],
    },
    Rule {
        name: "iso-week",
        family: "iso",
        says: "A year and a week: 2024-W05.",
        starts: &[Class::Number],
        read: week,
        examples: &[("Due in [2024-W05] or so.", "2025-01-27", "2024-W05")],
        refusals: &["Due in 2024-W99."],
    },
];

/// Whether the number at the cursor stands free: no letter, hyphen or figure hangs on its front.
fn free(c: Cursor) -> bool {
    let t = c.token(0);
    let b = c.back(1);
    !t.glued()
        || matches!(
            b.class,
            Class::Open
                | Class::Quote
                | Class::Colon
                | Class::Break
                | Class::Word
                | Class::Dash
                | Class::Sign
        ) && !matches!(c.word_back(1), "_" | "=" | "@" | "~")
}

fn date(c: Cursor) -> Option<Reading> {
    if !free(c) {
        return None;
    }
    let (y, digits) = c.number(0)?;
    let (parts, mut end) = if digits == 8 {
        let (y, m, d) = (y / 10_000, y / 100 % 100, y % 100);
        if !(1900..=2099).contains(&y)
            || (c.glued(1) && c.any(1, &[Class::Hyphen, Class::Slash, Class::Letter]))
        {
            return None;
        }
        (parts(y, m, d)?, 1)
    } else if digits == 4 && (1000..=2199).contains(&y) {
        let sep = c.class(1);
        let slash = matches!(sep, Class::Hyphen | Class::Slash | Class::Stop);
        if !slash || c.class(3) != sep || !(1..=4).all(|k| c.glued(k)) {
            return None;
        }
        let (m, md) = c.number(2)?;
        let (d, dd) = c.number(4)?;
        // "2024.9.1" is a version
        if md > 2 || dd > 2 || sep == Class::Stop && (md < 2 || dd < 2) {
            return None;
        }
        if parts(y, m, d).is_none()
            && sep == Class::Hyphen
            && md == 2
            && dd == 2
            && !(c.glued(5) && c.any(5, &[Class::Hyphen, Class::Letter]))
        {
            return Reading::new(5, Meaning::Impossible);
        }
        (parts(y, m, d)?, 5)
    } else {
        return None;
    };
    if c.glued(end) && (c.any(end, &[Class::Hyphen]) && c.is(end + 1, Class::Number)) {
        return None;
    }
    let joined = c.letter(end) == Some(b'T') && c.glued(end);
    let at = if joined { end + 1 } else { end };
    if digits == 4
        && let Some((clock, after)) = clock(c, at)
        && (joined || !c.glued(end))
    {
        end = after;
        return Reading::new(end, Meaning::within(Meaning::Clock(clock), Meaning::Date(parts)));
    }
    if joined || c.letter(end).is_some() && c.glued(end) {
        return None;
    }
    Reading::new(end, Meaning::Date(parts))
}

fn parts(y: u32, m: u32, d: u32) -> Option<DateParts> {
    day(y as i32, m, d)?;
    Some(DateParts {
        year: Some(y as i32),
        month: Some(m as u8),
        day: Some(d as u8),
        ..DateParts::default()
    })
}

/// `14:30`, `14:30:15`, with `Z` or `+02:00` glued on.
fn clock(c: Cursor, k: usize) -> Option<(ClockTime, usize)> {
    let two = |k: usize| {
        c.number(k)
            .filter(|&(_, digits)| digits == 2)
            .map(|(n, _)| n as u8)
    };
    let (h, m) = (two(k)?, two(k + 2)?);
    if !c.is(k + 1, Class::Colon) || !c.glued(k + 1) || h > 24 || m > 59 {
        return None;
    }
    let mut end = k + 3;
    let mut second = None;
    if c.is(end, Class::Colon) && c.glued(end) {
        second = Some(two(end + 1).filter(|s| *s < 60)?);
        end += 2;
        // fractions of a second
        if c.is(end, Class::Stop) && c.glued(end) && c.glued(end + 1) && c.is(end + 1, Class::Number) {
            end += 2;
        }
    }
    let mut zone = None;
    if c.letter(end) == Some(b'Z') && c.glued(end) {
        zone = Some(0);
        end += 1;
    } else if c.any(end, &[Class::Plus, Class::Hyphen, Class::Dash])
        && c.glued(end)
        && let (Some(zh), true) = (two(end + 1), c.is(end + 2, Class::Colon))
        && let Some(zm) = two(end + 3)
    {
        let minutes = i16::from(zh) * 60 + i16::from(zm);
        zone = Some(if c.is(end, Class::Plus) { minutes } else { -minutes });
        end += 4;
    }
    Some((
        ClockTime {
            hour: h,
            minute: Some(m),
            second,
            zone,
            either_half: false,
        },
        end,
    ))
}

fn year_month(c: Cursor) -> Option<Reading> {
    let (y, 4) = c.number(0)? else { return None };
    let (m, 2) = c.number(2)? else { return None };
    let hyphen = c.is(1, Class::Hyphen) && c.glued(1) && c.glued(2);
    let more = c.glued(3) && c.any(3, &[Class::Hyphen, Class::Letter, Class::Number, Class::Slash]);
    // "2010-11" and "2010-12" are seasons as often as months: only a month that cannot be the next year is one.
    let next_year = m > y % 100;
    if !free(c) || !hyphen || more || !(1..=12).contains(&m) || !(1900..=2099).contains(&y) || next_year {
        return None;
    }
    Reading::new(
        3,
        Meaning::Date(DateParts {
            year: Some(y as i32),
            month: Some(m as u8),
            ..DateParts::default()
        }),
    )
}

fn week(c: Cursor) -> Option<Reading> {
    let (y, 4) = c.number(0)? else { return None };
    if !c.is(1, Class::Hyphen) || !c.glued(1) || c.letter(2) != Some(b'W') {
        return None;
    }
    let (w, 2) = c.number(3)? else { return None };
    crate::time::Day::from_isoywd_opt(y as i32, w, crate::time::Weekday::Mon)?;
    Reading::new(
        4,
        Meaning::within(Meaning::bare(Name::Week(w as u8)), Meaning::year(y as i32)),
    )
}

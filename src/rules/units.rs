//! What several families read the same way.

use super::{Name, Which};
use crate::text::{Class, Cursor};
use crate::time::{Grain, Season, Weekday};

const UNITS: [Grain; 16] = [
    Grain::Minute,
    Grain::Hour,
    Grain::Day,
    Grain::Week,
    Grain::Month,
    Grain::Year,
    Grain::Decade,
    Grain::Century,
    Grain::Quarter,
    Grain::Second,
    Grain::Week, // fortnight: two of them
    Grain::Millennium,
    Grain::Half,
    Grain::DayPart, // night
    Grain::Half,
    Grain::Season,
];

/// A unit of time: which, whether in the plural, and how many days or weeks one of it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitWord {
    /// The unit.
    pub grain: Grain,
    /// "days" rather than "day".
    pub plural: bool,
    /// A fortnight is two weeks.
    pub times: u32,
}

/// The unit of time at `k`.
pub fn unit(c: Cursor, k: usize) -> Option<UnitWord> {
    let t = c.token(k);
    let word = |grain, plural| {
        Some(UnitWord {
            grain,
            plural,
            times: 1,
        })
    };
    match t.class {
        Class::Unit => {
            let i = t.value as usize % 32;
            let grain = *UNITS.get(i)?;
            Some(UnitWord {
                grain,
                plural: t.value >= 32,
                times: if i == 10 { 2 } else { 1 },
            })
        }
        Class::Second => word(Grain::Second, false),
        Class::Quarter => word(Grain::Quarter, false),
        Class::Weekend => word(Grain::Weekend, c.word(k).ends_with('s')),
        Class::DayPart if c.says(k, "night") => word(Grain::DayPart, false),
        _ => None,
    }
}

/// The weekday named at `k`, in full or short; not in the plural.
pub fn weekday(c: Cursor, k: usize) -> Option<Weekday> {
    let t = c.token(k);
    if t.class != Class::Weekday
        || (!t.flags.has(crate::text::Flags::SHORT) && c.word(k).ends_with(['s', 'S']))
    {
        return None;
    }
    weekday_of(t.value)
}

/// The weekday whose number from Monday is `n`.
pub fn weekday_of(n: u32) -> Option<Weekday> {
    Weekday::try_from(u8::try_from(n).ok()?).ok()
}

/// The season named at `k`.
pub fn season(c: Cursor, k: usize) -> Option<Season> {
    let t = c.token(k);
    (t.class == Class::Season)
        .then(|| Season::ALL.get(t.value as usize).copied())
        .flatten()
}

/// The month named at `k`, and the position after its full stop, if it is an abbreviation with one.
pub fn month(c: Cursor, k: usize) -> Option<(u8, usize)> {
    let t = c.token(k);
    if t.class != Class::Month {
        return None;
    }
    let next = if abbreviated(c, k) && c.is(k + 1, Class::Stop) && c.glued(k + 1) {
        k + 2
    } else {
        k + 1
    };
    Some((t.value as u8, next))
}

/// Whether the month or weekday at `k` is written short. "May" is whole.
pub fn abbreviated(c: Cursor, k: usize) -> bool {
    let t = c.token(k);
    t.flags.has(crate::text::Flags::SHORT)
        && t.end - t.start <= 5
        && !matches!(c.word(k).len(), 5 if t.value == 3)
        && !(t.class == Class::Month && t.value == 5)
}

/// "last", "next", "this" … at `k`.
pub fn which(c: Cursor, k: usize) -> Option<Which> {
    Some(match c.class(k) {
        Class::Last => Which::Last,
        Class::Next => Which::Next,
        Class::This => Which::This,
        Class::Current => Which::This,
        Class::Past => Which::Last,
        Class::Coming => Which::Next,
        Class::Previous => Which::Previous,
        Class::Following => Which::Following,
        Class::Same => Which::That,
        Class::That => Which::That,
        _ => return None,
    })
}

/// A named thing at `k` that "last", "next" and "this" may stand before, and the position after it.
pub fn name(c: Cursor, k: usize) -> Option<(Name, usize)> {
    if let Some(w) = weekday(c, k) {
        return Some((Name::Weekday(w), k + 1));
    }
    if let Some((m, next)) = month(c, k) {
        return Some((Name::Month(m), next));
    }
    if let Some(s) = season(c, k) {
        return Some((Name::Season(s), k + 1));
    }
    super::feast::feast_at(c, k).map(|(f, next)| (Name::Feast(f), next))
}

/// A hyphen or dash between two words: "mid-October", "year–end".
pub fn hyphen(c: Cursor, k: usize) -> bool {
    c.any(k, &[Class::Hyphen, Class::Dash]) && c.glued(k)
}

/// The position after an optional possessive ("today’s", "year’s").
pub fn possessive(c: Cursor, k: usize) -> Option<usize> {
    (c.is(k, Class::Apostrophe) && c.glued(k)).then(|| {
        if c.letter(k + 1) == Some(b'S') && c.glued(k + 1) {
            k + 2
        } else {
            k + 1
        }
    })
}

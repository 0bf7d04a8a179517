//! Parts and vaguenesses of another expression: early, mid, late, the end of, about, nearly, more than.

use super::units::{hyphen, unit};
use super::{Meaning, Modifier, Name, Reading, Rule, Which, find};
use crate::text::{Amount, Class, Cursor};
use crate::time::Grain;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "early-mid-late",
        family: "modifier",
        says: "The first, middle or last part of a time: “early 2024”, “mid-October”, “late last year”.",
        starts: &[Class::Early, Class::Mid, Class::Late, Class::The],
        read: part,
        examples: &[
            ("It opened in [early 2024].", "2025-01-27", "2024"),
            ("It opened in [mid-October].", "2025-01-27", "2024-10"),
            ("It opened [late last year].", "2025-01-27", "2024"),
            ("It opened in [the late 1990s].", "2025-01-27", "199"),
            ("It opened [early next week].", "2025-01-27", "2025-W06"),
            (
                "Snow will fall by [early evening].",
                "2025-01-27",
                "2025-01-27TEV",
            ),
        ],
        refusals: &[
            "He came late and left early.",
            "The middle of the road.",
            "The late Mr. Orr built it.",
            "It was shut by early evening traffic.",
        ],
    },
    Rule {
        name: "end-of",
        family: "modifier",
        says: "One end of a time: “the end of March”, “the beginning of next week”, “year-end”, “month’s end”.",
        starts: &[Class::The, Class::EndOf, Class::StartOf, Class::Mid, Class::Unit],
        read: end_of,
        examples: &[
            ("It opened at [the end of March].", "2025-04-27", "2025-03"),
            ("It opened at [the beginning of 2024].", "2025-01-27", "2024"),
            ("It opens at [the start of next week].", "2025-01-27", "2025-W06"),
            ("It opened in [the middle of May 2024].", "2025-01-27", "2024-05"),
            ("It opens by [the end of the year].", "2025-01-27", "2025"),
            ("It opened at [the turn of the century].", "2025-01-27", "2000"),
            ("It opened at [the turn of the decade].", "2028-01-27", "2030"),
            ("It opens by [year-end].", "2025-01-27", "2025"),
            ("It opens by [year end], they hope.", "2025-01-27", "2025"),
            ("It will open by [end-June] there.", "2025-01-27", "2025-06"),
            ("It will open by [end March] there.", "2025-01-27", "2025-03"),
            ("Debt stood at 3m at [end-2024] there.", "2025-01-27", "2024"),
        ],
        refusals: &[
            "At the end of the road it stopped.",
            "The start of it was slow.",
            "It rained till the end of the season.",
            "A dead end May found no way out of.",
        ],
    },
    Rule {
        name: "about",
        family: "modifier",
        says: "Not exactly: “about 1990”, “around noon”, “circa 300 BC”. The word itself stays outside.",
        starts: &[Class::About, Class::Letter],
        read: about,
        examples: &[
            ("It opened about [1990].", "2025-01-27", "1990"),
            ("It opened around [noon].", "2025-01-27", "2025-01-27T12:00"),
            ("It was built c. [1450] by monks.", "2025-01-27", "1450"),
        ],
        refusals: &["They talked about money.", "About 1990 people came."],
    },
    Rule {
        name: "amount-bound",
        family: "modifier",
        says: "A bound on a length or a shift: “nearly two years”, “more than a week”, “at least 10 days”.",
        starts: &[
            Class::Nearly,
            Class::More,
            Class::Over,
            Class::Under,
            Class::At,
            Class::Up,
            Class::Just,
            Class::Label,
        ],
        read: bound,
        examples: &[
            ("It lasted [nearly two years] in all.", "2025-01-27", "P2Y"),
            ("It lasted [more than a week] in all.", "2025-01-27", "P1W"),
            ("It lasted [at least 10 days] in all.", "2025-01-27", "P10D"),
            ("It began [more than two years ago].", "2025-01-27", "2023"),
        ],
        refusals: &[
            "More than two people came.",
            "At least he came.",
            "Up to 20 of them came.",
        ],
    },
    Rule {
        name: "first-units-of",
        family: "modifier",
        says: "The first or last few units of a whole: “the first nine months of 2024”.",
        starts: &[Class::The, Class::OrdinalWord, Class::Last],
        read: portion,
        examples: &[
            (
                "It grew in [the first nine months of 2024] too.",
                "2025-01-27",
                "P9M",
            ),
            (
                "It grew in [the last two weeks of May 2024] too.",
                "2025-01-27",
                "P2W",
            ),
            ("It grew in [the first days of 2013] too.", "2025-01-27", "2013"),
            (
                "It grew in [the first week of May 2024] too.",
                "2025-01-27",
                "2024-W18",
            ),
        ],
        refusals: &[
            "The first nine of them left.",
            "The first days of the siege were hard.",
            "The first two of the year’s three.",
        ],
    },
];

fn modifier_of(class: Class) -> Option<Modifier> {
    Some(match class {
        Class::Early | Class::StartOf => Modifier::Start,
        Class::Mid => Modifier::Mid,
        Class::Late | Class::EndOf => Modifier::End,
        _ => return None,
    })
}

fn part(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.is(0, Class::The));
    let m = modifier_of(c.class(k)).filter(|_| c.any(k, &[Class::Early, Class::Mid, Class::Late]))?;
    if c.says(k, "middle") {
        return None;
    }
    let mut at = k + 1;
    // "mid- to late 1990s", "early-to-mid 2024"
    if hyphen(c, at) {
        at += 1;
    }
    if c.is(at, Class::To) {
        at += 1;
        if hyphen(c, at) {
            at += 1;
        }
        if c.any(at, &[Class::Mid, Class::Late]) {
            at += 1;
            if hyphen(c, at) {
                at += 1;
            }
        }
    }
    // "early in 2024", "late on Friday", "early this morning"
    if c.any(at, &[Class::In, Class::On]) && k == 0 {
        let inner = inner_date(c, at + 1)?;
        return Reading::new(at + 1 + inner.len, inner.meaning.modified(m));
    }
    if let Some(inner) = inner_date(c, at) {
        // "late 20th century": the article may stand before "late"
        return Reading::new(at + inner.len, inner.meaning.modified(m));
    }
    // "mid-morning", "the early summer", "late spring", "mid-year"
    if let Some(s) = super::units::season(c, at).filter(|_| !c.says(at, "fall")) {
        return Reading::new(at + 1, Meaning::bare(Name::Season(s)).modified(m));
    }
    // "by early evening"
    let led = matches!(c.back(1).class, Class::By | Class::Until | Class::Since)
        && !c.any(at + 1, &[Class::Word, Class::Counted]);
    if let Some(p) = super::clock::part(c, at)
        .filter(|_| k == 1 || m == Modifier::Mid || led || c.any(at + 1, &[Class::NamedDay, Class::Weekday]))
    {
        let name = Meaning::bare(Name::Part(p));
        if let Some(day) = inner_date(c, at + 1).filter(|d| d.meaning.grain() == Some(Grain::Day)) {
            return Reading::new(at + 1 + day.len, Meaning::within(name, day.meaning).modified(m));
        }
        return Reading::new(at + 1, name.modified(m));
    }
    if m == Modifier::Mid && c.says(at, "year") {
        return Reading::new(at + 1, Meaning::Unit(Grain::Year, Which::Bare).modified(m));
    }
    if m == Modifier::Mid && c.is(at, Class::DecadeWord) {
        return Reading::new(at + 1, Meaning::Decade(c.token(at).value as u8).modified(m));
    }
    None
}

/// A date or unit at `k` that a part of can be meant.
fn inner_date(c: Cursor, k: usize) -> Option<Reading> {
    let r = find::read_inner(
        c.ahead(k),
        &[
            "modifier",
            "duration",
            "set",
            "clock",
            "range",
            "ago",
            "reference",
        ],
    )?;
    r.meaning.is_place().then_some(r)
}

fn end_of(c: Cursor) -> Option<Reading> {
    // "year-end", "month-end", "year’s end"
    if c.is(0, Class::Unit) {
        let u = unit(c, 0)
            .filter(|u| !u.plural && matches!(u.grain, Grain::Year | Grain::Month | Grain::Week))?;
        // "by year end": no sentence of a year that ends
        let led = matches!(
            c.back(1).class,
            Class::By | Class::At | Class::Before | Class::Until | Class::To | Class::From | Class::Since
        ) && c.says(1, "end")
            && !c.any(2, &[Class::Word, Class::Hyphen, Class::Of]);
        let at = if led {
            1
        } else if hyphen(c, 1) {
            2
        } else {
            super::units::possessive(c, 1)?
        };
        let end = c.says(at, "end").then_some(at + 1)?;
        return Reading::new(end, Meaning::Unit(u.grain, Which::Bare).modified(Modifier::End));
    }
    // "end-June", "by end March": of the business pages
    if c.says(0, "end")
        && let Some(inner) = end_alone(c)
    {
        return Some(inner);
    }
    let k = usize::from(c.is(0, Class::The));
    // "the very end of", "the latter part of"
    let k = if c.says(k, "very") || c.is(k, Class::Just) {
        k + 1
    } else {
        k
    };
    let m = modifier_of(c.class(k)).filter(|_| c.any(k, &[Class::EndOf, Class::StartOf, Class::Mid]))?;
    if c.is(k, Class::Mid) && !c.says(k, "middle") || c.says(k, "turn") && !c.is(k + 1, Class::Of) {
        return None;
    }
    let plain = c.is(k + 1, Class::Of) || (c.is(k + 1, Class::To) && m == Modifier::Start);
    if !plain {
        return None;
    }
    let at = k + 2;
    // "the middle of summer"
    if let Some(season) = super::units::season(c, at) {
        return Reading::new(at + 1, Meaning::bare(Name::Season(season)).modified(m));
    }
    let inner = inner_date(c, at).or_else(|| {
        // "the end of the month", "the end of the day"
        let u = unit(c, at + 1).filter(|u| !u.plural && u.grain >= Grain::Day && u.grain != Grain::Season)?;
        if c.says(k, "turn") && c.is(at, Class::The) && u.grain >= Grain::Decade {
            return Reading::new(2, Meaning::Unit(u.grain, Which::Turn));
        }
        let tail = c.is(at + 2, Class::Of);
        (c.is(at, Class::The) && !tail && u.grain != Grain::Day)
            .then(|| Reading::new(2, Meaning::Unit(u.grain, Which::Bare)))?
    })?;
    let m = match inner.meaning {
        Meaning::Unit(_, Which::Turn) => Modifier::Approx,
        _ => m,
    };
    Reading::new(at + inner.len, inner.meaning.modified(m))
}

/// "end-June", "end-2024", "by end March"
fn end_alone(c: Cursor) -> Option<Reading> {
    let joined = hyphen(c, 1);
    let led = matches!(
        c.back(1).class,
        Class::By | Class::At | Class::Until | Class::Before | Class::Since
    );
    let at = 1 + usize::from(joined);
    let named =
        c.any(at, &[Class::Month, Class::Number, Class::Letter]) && (joined || c.is(at, Class::Month));
    if !named || !(joined || led) {
        return None;
    }
    // a year glued to a hyphen is none elsewhere
    if let Some((year @ 1900..=2199, 4)) = c.number(at) {
        return Reading::new(at + 1, Meaning::year(year as i32).modified(Modifier::End));
    }
    let inner = inner_date(c, at).filter(|i| i.meaning.grain().is_some_and(|g| g >= Grain::Month))?;
    Reading::new(at + inner.len, inner.meaning.modified(Modifier::End))
}

fn about(c: Cursor) -> Option<Reading> {
    // "c. 1450", "c.1450": a small c with a full stop, before a year
    if let Some(letter) = c.letter(0) {
        let year = c.number(2).is_some_and(|(n, digits)| digits >= 3 && n < 2200);
        if letter != b'C' || c.token(0).capital() || !c.is(1, Class::Stop) || !c.glued(1) || !year {
            return None;
        }
    }
    let mut k = 1;
    // "ca. 300 BC"
    if c.is(k, Class::Stop) && c.glued(k) {
        k += 1;
    }
    let inner = find::read_inner(c.ahead(k), &["modifier", "set", "reference"])?;
    Some(Reading {
        skip: k,
        len: k + inner.len,
        meaning: inner.meaning.modified(Modifier::Approx),
        second: None,
        listed: false,
    })
}

fn bound(c: Cursor) -> Option<Reading> {
    let (m, k) = match c.class(0) {
        Class::Nearly => (Modifier::LessThan, 1),
        Class::Over => (Modifier::MoreThan, 1),
        Class::Under => (Modifier::LessThan, 1),
        Class::Just if c.any(1, &[Class::Over, Class::Under]) => (
            if c.is(1, Class::Over) {
                Modifier::MoreThan
            } else {
                Modifier::LessThan
            },
            2,
        ),
        Class::More if c.is(1, Class::Than) => (
            if c.token(0).value == 0 {
                Modifier::MoreThan
            } else {
                Modifier::LessThan
            },
            2,
        ),
        Class::Label if c.says(0, "no") && c.is(1, Class::More) && c.is(2, Class::Than) => {
            (Modifier::EqualOrLess, 3)
        }
        Class::At if c.is(1, Class::Least) => (
            if c.says(1, "least") {
                Modifier::EqualOrMore
            } else {
                Modifier::EqualOrLess
            },
            2,
        ),
        Class::Up if c.is(1, Class::To) => (Modifier::EqualOrLess, 2),
        _ => return None,
    };
    // "at least the first two quarters of 1990": a part of that year, bounded or not
    if c.is(k, Class::The) && portion(c.ahead(k)).is_some() {
        return None;
    }
    let inner = find::read_inner(c.ahead(k), &["modifier", "set", "reference", "range"])?;
    // "over the next three years" is a preposition's "over"
    let amount = match inner.meaning {
        // "evolved over several years": through, not more than
        Meaning::Length {
            amount: Amount::Vague,
            ..
        } => !c.any(0, &[Class::Over, Class::Under]),
        Meaning::Length { .. } | Meaning::Shift { .. } => true,
        Meaning::Stretch { .. } => !c.any(0, &[Class::Over, Class::Under]),
        _ => false,
    };
    amount.then(|| Reading::new(k + inner.len, inner.meaning.modified(m)))?
}

fn portion(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.is(0, Class::The));
    let last = c.is(k, Class::Last);
    let (nth, at) = match c.ordinal(k) {
        _ if last => (None, k + 1),
        Some((n, next)) if n <= 12 => (Some(n), next),
        _ => return None,
    };
    let (count, at) = match c.amount(at) {
        Some((a, next)) if nth.is_none_or(|n| n == 1) && !c.is(at, Class::A) => (a.count()?, next),
        _ => (1, at),
    };
    let u = unit(c, at)?;
    // "the first days of 2013", "the last weeks of May": no number of them
    if at == k + 1 && u.plural && u.grain >= Grain::Day && (last || nth == Some(1)) && c.is(at + 1, Class::Of)
    {
        let m = if last { Modifier::End } else { Modifier::Start };
        let inner = inner_date(c, at + 2).filter(|i| i.meaning.grain().is_some_and(|g| g > u.grain))?;
        return Reading::new(at + 2 + inner.len, inner.meaning.modified(m));
    }
    if u.grain < Grain::Day
        || u.grain == Grain::DayPart
        || (count > 1) != u.plural
        || !c.is(at + 1, Class::Of)
    {
        return None;
    }
    let inner = inner_date(c, at + 2).or_else(|| {
        // "the season" is that of a sport, a theatre, a harvest: no one of the year's four
        let whole = unit(c, at + 3).filter(|w| !w.plural && w.grain > u.grain && w.grain != Grain::Season)?;
        c.is(at + 2, Class::The)
            .then(|| Reading::new(2, Meaning::Unit(whole.grain, Which::Bare)))?
    })?;
    if inner.meaning.grain()? <= u.grain {
        return None;
    }
    let count = u32::try_from(count).ok().filter(|n| (1..=400).contains(n))?;
    let part = match nth {
        // "the third week of May": the nth one, not the first n
        Some(n) if count == 1 && n > 1 => return nth_of(n, u.grain, at, inner),
        _ => Meaning::Portion {
            count,
            grain: u.grain,
            last,
        },
    };
    Reading::new(at + 2 + inner.len, Meaning::within(part, inner.meaning))
}

/// "the third week of May", "the second day of the month": counted from the start.
fn nth_of(n: u32, grain: Grain, at: usize, inner: Reading) -> Option<Reading> {
    let through = Meaning::within(
        Meaning::Portion {
            count: n,
            grain,
            last: false,
        },
        inner.meaning,
    );
    let last = Meaning::within(
        Meaning::Portion {
            count: 1,
            grain,
            last: true,
        },
        through,
    );
    Reading::new(at + 2 + inner.len, last)
}

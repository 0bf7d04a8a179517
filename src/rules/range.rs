//! Ranges: two ends, two mentions. Here the second end that leaves out what the first said ("2018–19", "June 3–5",
//! "3–5 June"), and the pairing of two whole ends.

use super::{DateParts, Link, Meaning, Mention, Name, Reading, Rule, SetOf, SetWhat, Which, hour, month_day};
use crate::text::{Class, Cursor, Token};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "range-era",
        family: "range",
        says: "Two years before year 1 with the era said once: “499–493 BC”, “between 490 and 480 BC”.",
        starts: &[Class::Number],
        read: years_then_era,
        examples: &[
            ("It lasted from [499] to 493 BC in all.", "2025-01-27", "BC0499"),
            ("The war ([480]–479 BC) was short.", "2025-01-27", "BC0480"),
        ],
        refusals: &["Take 3 or 4 BC stamps."],
    },
    Rule {
        name: "range",
        family: "range",
        says: "Two days of one month with the month said once, behind them: “3–5 June”, “between 3 and 5 June 2024”.",
        starts: &[Class::Number, Class::OrdinalNumber, Class::The, Class::Weekday],
        read: days_then_month,
        examples: &[
            (
                "It comes on [Wednesday 27] or Thursday 28 November there.",
                "2024-11-25",
                "2024-11-27",
            ),
            ("It ran [3]–5 June 2024 there.", "2025-01-27", "2024-06-03"),
            ("It ran between [3] and 5 June there.", "2024-07-27", "2024-06-03"),
            ("It shut on [3] and 5 June there.", "2024-07-27", "2024-06-03"),
        ],
        refusals: &["3 to 5 of them came in June.", "Chapters 3-5 are gone."],
    },
];

/// "499–493 BC", "between 490 and 480 BC": the era is said once, behind both.
fn years_then_era(c: Cursor) -> Option<Reading> {
    let (first, digits) = c.number(0).filter(|&(n, d)| d <= 4 && n > 0)?;
    let (join, open) = joint(c, 1)?;
    if open && c.back(1).class != Class::Between && digits < 3 {
        return None;
    }
    let (second, end) = super::year::with_era(c, join)?;
    // Only years before year 1 count down.
    let first = 1 - first as i32;
    (second <= 0 && first < second)
        .then(|| Reading::pair(1, Meaning::year(first), (join, end, Meaning::year(second))))?
}

/// "3–5 June 2024", "the 3rd to the 5th of June".
fn days_then_month(c: Cursor) -> Option<Reading> {
    if c.is(0, Class::Weekday) {
        return weekdays_then_month(c);
    }
    let k = usize::from(c.is(0, Class::The));
    let first = c.token(k);
    if !matches!(first.class, Class::Number | Class::OrdinalNumber)
        || first.digits > 2
        || !(1..=31).contains(&first.value)
    {
        return None;
    }
    let (join, open) = joint(c, k + 1)?;
    // "and" makes a range only when "between" opened it: "3 and 5 June" are two days.
    let listed = open && c.back(1).class != Class::Between;
    let from = join + usize::from(c.is(join, Class::The) && k == 1);
    let (parts, end) = month_day::calendar_date(c.ahead(join)).map(|(p, n)| (p, join + n))?;
    if parts.weekday.is_some() || c.is(from, Class::Month) {
        return None;
    }
    let start = DateParts {
        day: Some(first.value as u8),
        ..parts
    };
    if month_day::impossible(&start) || month_day::impossible(&parts) {
        return None;
    }
    let pair = Reading::pair(k + 1, Meaning::Date(start), (join, end, Meaning::Date(parts)))?;
    Some(pair.as_list(listed))
}

/// "Wednesday 27 or Thursday 28 November": the month is said once for both.
fn weekdays_then_month(c: Cursor) -> Option<Reading> {
    let day = c.token(1);
    let weekday = super::units::weekday(c, 0)?;
    let fine = matches!(day.class, Class::Number | Class::OrdinalNumber) && day.digits <= 2;
    if !fine || !(1..=31).contains(&day.value) {
        return None;
    }
    let (join, listed) = match c.class(2) {
        Class::Or | Class::Comma => (3, true),
        _ => joint(c, 2)?,
    };
    if !c.is(join, Class::Weekday) {
        return None;
    }
    let (parts, len) = month_day::calendar_date(c.ahead(join))?;
    let start = DateParts {
        day: Some(day.value as u8),
        weekday: Some(weekday),
        ..parts
    };
    if c.is(join + 1, Class::Month) || month_day::impossible(&start) || month_day::impossible(&parts) {
        return None;
    }
    let pair = Reading::pair(2, Meaning::Date(start), (join, join + len, Meaning::Date(parts)))?;
    Some(pair.as_list(listed && c.back(1).class != Class::Between))
}

/// The position after what joins two ends at `k`, and whether it is "and".
fn joint(c: Cursor, k: usize) -> Option<(usize, bool)> {
    match c.class(k) {
        Class::Hyphen | Class::Dash => Some((k + 1, false)),
        Class::To | Class::Until | Class::Through => Some((k + 1, false)),
        Class::And => Some((k + 1, true)),
        Class::Slash => Some((k + 1, false)),
        _ => None,
    }
}

/// What may stand behind the last number of a list of days; a noun there would be what it counts.
fn ends_list(c: Cursor, k: usize) -> bool {
    c.any(
        k,
        &[
            Class::Stop,
            Class::Comma,
            Class::Break,
            Class::Semicolon,
            Class::Close,
            Class::In,
            Class::At,
            Class::For,
            Class::Was,
            Class::Is,
            Class::Will,
            Class::The,
        ],
    ) && !(c.glued(k + 1) && c.is(k + 1, Class::Number))
}

/// Adds the second end to a reading that it follows, when that end leaves out what the first said.
pub(super) fn elided(c: Cursor, r: &Reading) -> Option<Reading> {
    if r.second.is_some() || r.skip > 0 {
        return None;
    }
    let (at, and) = joint(c, r.len)?;
    let listed = and && c.back(1).class != Class::Between;
    let month_day = matches!(r.meaning, Meaning::Date(DateParts { day: Some(_), .. }));
    if listed && !(month_day && ends_list(c, at + 1)) {
        return None;
    }
    let slash = c.is(r.len, Class::Slash);
    let pair = |end, meaning| Reading::pair(r.len, r.meaning.clone(), (at, end, meaning));
    match &r.meaning {
        // "2018–19", "1998/99", "1914 to 18"
        Meaning::Date(
            p @ DateParts {
                month: None,
                year: Some(y),
                short_year: false,
                ..
            },
        ) if *y > 0 => {
            let (n, digits) = c.number(at).filter(|&(_, digits)| digits <= 2)?;
            let tight = c.glued(r.len) && c.glued(at);
            let n = n as i32;
            let century = y - y % 100;
            // "1957–8"
            let later = if digits == 1 { y - y % 10 + n } else { century + n };
            if digits == 1
                && (!tight || later <= *y || c.any(at + 1, &[Class::Counted, Class::Unit, Class::Percent]))
            {
                return None;
            }
            let next = if later <= *y && n == 0 && y % 100 == 99 {
                later + 100
            } else {
                later
            };
            let fine = next > *y
                && (tight
                    || c.any(r.len, &[Class::To, Class::Until, Class::Through])
                        && c.back(1).class == Class::From);
            let goes_on = c.glued(at + 1)
                && c.any(
                    at + 1,
                    &[Class::Hyphen, Class::Slash, Class::Letter, Class::Percent],
                );
            let season = slash && next != *y + 1;
            (fine && !goes_on && !season).then(|| {
                pair(
                    at + 1,
                    Meaning::Date(DateParts {
                        year: Some(next),
                        ..*p
                    }),
                )
            })?
        }
        // "June 3–5", "June 3 to 5, 2024"
        Meaning::Date(
            p @ DateParts {
                month: Some(_),
                day: Some(d),
                ..
            },
        ) if !slash => {
            let t = c.token(at);
            let number = matches!(t.class, Class::Number | Class::OrdinalNumber) && t.digits <= 2;
            // Only behind "June 3": behind "3 June" a number begins something else.
            let month_first = c.is(0, Class::Month) || c.is(0, Class::Weekday);
            if !number || !month_first || t.value <= u32::from(*d) || t.value > 31 {
                return None;
            }
            if c.any(
                at + 1,
                &[
                    Class::Colon,
                    Class::Month,
                    Class::Meridiem,
                    Class::Percent,
                    Class::Counted,
                    Class::Unit,
                ],
            ) {
                return None;
            }
            let mut parts = DateParts {
                day: Some(t.value as u8),
                weekday: None,
                ..*p
            };
            let mut end = at + 1;
            let mut first = *p;
            if let Some((year, short_year, after)) =
                month_day::year_after(c, end + usize::from(c.is(end, Class::Comma)))
                && p.year.is_none()
            {
                (parts.year, parts.short_year, end) = (Some(year), short_year, after);
                (first.year, first.short_year) = (Some(year), short_year);
            }
            if month_day::impossible(&parts) {
                return None;
            }
            let pair = Reading::pair(r.len, Meaning::Date(first), (at, end, Meaning::Date(parts)))?;
            Some(pair.as_list(listed))
        }
        // "1980s–90s"
        Meaning::Years {
            first,
            grain: crate::time::Grain::Decade,
            bc: false,
        } => {
            let (n, 2) = c.number(at)? else { return None };
            let next = first - first % 100 + n as i32;
            let s = c.letter(at + 1) == Some(b'S') && c.glued(at + 1);
            (s && next > *first && next % 10 == 0).then(|| {
                pair(
                    at + 2,
                    Meaning::Years {
                        first: next,
                        grain: crate::time::Grain::Decade,
                        bc: false,
                    },
                )
            })?
        }
        _ => None,
    }
}

/// Pairs neighbouring mentions that a joint makes the two ends of one range: "from A to B", "between A and B",
/// "A – B".
pub(super) fn link(tokens: &[Token], mentions: &mut [Mention]) {
    for i in 1..mentions.len() {
        let (left, right) = mentions.split_at_mut(i);
        let (Some(a), Some(b)) = (left.last_mut(), right.first_mut()) else {
            continue;
        };
        if a.link != Link::None || b.link != Link::None || !a.meaning.is_place() || !b.meaning.is_place() {
            continue;
        }
        let before = a
            .tokens
            .start
            .checked_sub(1)
            .and_then(|k| tokens.get(k))
            .map(|t| t.class);
        let between = &tokens[a.tokens.end..b.tokens.start];
        // "on Monday (2 December)": one day, said twice
        if let ([open], Meaning::Named(Name::Weekday(w), Which::Bare), Meaning::Date(day)) =
            (between, &a.meaning, &b.meaning)
            && open.class == Class::Open
            && day.day.is_some()
            && tokens.get(b.tokens.end).is_some_and(|t| t.class == Class::Close)
        {
            a.meaning = Meaning::Date(DateParts {
                weekday: Some(*w),
                ..*day
            });
            continue;
        }
        let joined = match between {
            [t] => match t.class {
                Class::Hyphen | Class::Dash => comparable(a, b),
                Class::To | Class::Until | Class::Through => comparable(a, b),
                Class::And => before == Some(Class::Between),
                _ => false,
            },
            // "from May up to June", "from 1914, to 1918"
            [s, t] => {
                (s.class == Class::Up && matches!(t.class, Class::To | Class::Until)
                    || s.class == Class::Comma
                        && matches!(t.class, Class::To | Class::Until)
                        && before == Some(Class::From))
                    && comparable(a, b)
            }
            _ => false,
        };
        if joined {
            a.link = Link::Begin;
            b.link = Link::End;
        }
    }
}

/// How many tokens may stand between a time of the clock and its day.
const TO_DAY: usize = 8;

/// "4:30 p.m. on Friday", "3 p.m. local time in Sele on Friday", "10:35 a.m. (0735 GMT) Friday", "from 9:12 to 9:40
/// on 3 May", "21:53 on the night of 3 May": several expressions, but the time is that of the day.
pub(super) fn clock_on_day(text: &str, tokens: &[Token], mentions: &mut [Mention]) {
    for i in (1..mentions.len()).rev() {
        let (left, right) = mentions.split_at_mut(i);
        let (Some(a), Some(b)) = (left.last_mut(), right.first()) else {
            continue;
        };
        let Some(clock) = clock_of(&mut a.meaning) else {
            continue;
        };
        let between = tokens.get(a.tokens.end..b.tokens.start).unwrap_or_default();
        let near = between.len() <= TO_DAY && between.iter().all(|t| leads_to_day(text, t));
        if !near {
            continue;
        }
        let whole = match &b.meaning {
            // The neighbour may be a clock that has found its day already.
            Meaning::Within(part, day)
                if matches!(**part, Meaning::Clock(_) | Meaning::Named(Name::Part(_), _))
                    && !(matches!(**day, Meaning::Named(_, Which::Any))
                        && between.iter().any(|t| t.class == Class::Open)) =>
            {
                // "seven o’clock on Friday evening"
                if let (Meaning::Clock(time), Meaning::Named(Name::Part(part), _)) = (&mut *clock, &**part)
                    && time.either_half
                    && let Some(settled) = hour::in_part(*time, *part)
                {
                    *time = settled;
                }
                day
            }
            m if m.grain() == Some(crate::time::Grain::Day) && m.is_place() => m,
            // "until 9pm on Thursdays": on any of them; "at 5:12 (7:40 on Sundays)" has two
            Meaning::Set(SetOf {
                what: SetWhat::Name(name @ Name::Weekday(_)),
                ..
            }) if between.iter().all(|t| t.class == Class::On) => &Meaning::Named(*name, Which::Any),
            _ => continue,
        };
        if !between.is_empty() || matches!(b.meaning, Meaning::Within(..)) {
            *clock = Meaning::within(clock.clone(), whole.clone());
        }
    }
}

/// The time of the clock in a meaning, with nothing but a modifier around it.
fn clock_of(m: &mut Meaning) -> Option<&mut Meaning> {
    match m {
        Meaning::Clock(_) => Some(m),
        Meaning::Modified(_, inner) if matches!(**inner, Meaning::Clock(_)) => Some(inner),
        _ => None,
    }
}

/// What may stand between a time and its day: prepositions, brackets, the name of a place or zone, "local time".
fn leads_to_day(text: &str, t: &Token) -> bool {
    match t.class {
        Class::On | Class::In | Class::Open | Class::Close | Class::Comma | Class::Zone => true,
        Class::To | Class::Until | Class::Hyphen | Class::Dash | Class::About => true,
        Class::Word | Class::TimeNoun => {
            t.capital() || text.get(t.range()).is_some_and(|w| matches!(w, "local" | "time"))
        }
        _ => false,
    }
}

/// Whether the two could be the ends of one span: of like granularity.
fn comparable(a: &Mention, b: &Mention) -> bool {
    let fine = |m: &Mention| m.meaning.grain();
    match (fine(a), fine(b)) {
        (Some(x), Some(y)) => {
            use crate::time::Grain::*;
            let open = matches!(b.meaning, Meaning::Reference(_));
            let clocks = x < Day && y < Day;
            let days = matches!(x, Day | Weekend) && matches!(y, Day | Weekend);
            let shift =
                matches!(b.meaning, Meaning::Shift { .. }) || matches!(a.meaning, Meaning::Shift { .. });
            let part = matches!(a.meaning, Meaning::Named(Name::Part(_), _));
            !part && !shift && (open || clocks || days || (x >= Week && y >= Week))
        }
        _ => false,
    }
}

//! What comes again: every Wednesday, daily, twice a year, Mondays.

use super::units::{name, unit, weekday_of};
use super::{DateParts, Meaning, Name, Reading, Rule, SetOf, SetWhat, Which};
use crate::text::{Amount, Class, Cursor};
use crate::time::Grain;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "rate",
        family: "set",
        says: "How much or how many in each unit: “960 a week”, “$33 million a year”, “200 per month”.",
        starts: &[Class::A, Class::Per],
        read: rate,
        examples: &[
            ("The mill ground 960 [a week] of it.", "2025-01-27", "P1W"),
            ("It earns $33 million [a year] now-ish.", "2025-01-27", "P1Y"),
            ("Some 30 trains [a day] stop.", "2025-01-27", "P1D"),
            ("It sank by 3 cm [per month] then.", "2025-01-27", "P1M"),
            (
                "They answer hundreds of letters [a day] there.",
                "2025-01-27",
                "P1D",
            ),
        ],
        refusals: &[
            "It sank a year or so before.",
            "Per day-trip it costs more.",
            "She had a day of it.",
        ],
    },
    Rule {
        name: "every",
        family: "set",
        says: "Every or each of something: “every Wednesday”, “each year”, “every two weeks”, “every second Tuesday”.",
        starts: &[Class::Every, Class::Each],
        read: every,
        examples: &[
            (
                "They meet [every Wednesday] at the hall.",
                "2025-01-27",
                "XXXX-WXX-3",
            ),
            ("They meet [each year] at the hall.", "2025-01-27", "P1Y"),
            ("They meet [every two weeks] at the hall.", "2025-01-27", "P2W"),
            ("They meet [every summer] at the hall.", "2025-01-27", "XXXX-SU"),
            ("They meet [every other day] at the hall.", "2025-01-27", "P2D"),
            ("They meet [every March] at the hall.", "2025-01-27", "XXXX-03"),
            ("They meet [each calendar month] there.", "2025-01-27", "P1M"),
        ],
        refusals: &["Every one of them came.", "Each second man left."],
    },
    Rule {
        name: "weekday-of-every",
        family: "set",
        says: "A weekday by its number in every month: “the first Sunday of every month”.",
        starts: &[Class::The, Class::OrdinalWord, Class::Second, Class::Last],
        read: nth_of_every,
        examples: &[(
            "Entry is free on [the first Sunday of every month] there.",
            "2025-01-27",
            "P1M",
        )],
        refusals: &["The first Sunday of the fair was wet."],
    },
    Rule {
        name: "periodic",
        family: "set",
        says: "A unit as an adverb: daily, weekly, monthly, yearly, annually.",
        starts: &[Class::Periodic],
        read: periodic,
        examples: &[
            ("They meet [daily] at the hall.", "2025-01-27", "P1D"),
            ("They meet [weekly] at the hall.", "2025-01-27", "P1W"),
            ("They meet [annually] at the hall.", "2025-01-27", "P1Y"),
        ],
        refusals: &["The Daily Herald wrote it.", "Its annual meeting was short."],
    },
    Rule {
        name: "times-a-unit",
        family: "set",
        says: "So often in a unit: “twice a year”, “three times a week”, “once every two days”.",
        starts: &[Class::Times, Class::NumberWord, Class::Number, Class::Vague],
        read: times,
        examples: &[
            ("They meet [twice a year] at the hall.", "2025-01-27", "P1Y"),
            ("They meet [three times a week] at the hall.", "2025-01-27", "P1W"),
            ("She works [three days a week] at the hall.", "2025-01-27", "P1W"),
            ("It ran for [two hours a day] then.", "2025-01-27", "P1D"),
        ],
        refusals: &["He was there twice.", "Three times he said no."],
    },
    Rule {
        name: "weekdays-plural",
        family: "set",
        says: "A weekday or part of a day in the plural: “Mondays”, “on Friday nights”.",
        starts: &[Class::Weekday],
        read: plural,
        examples: &[("They meet on [Mondays] at the hall.", "2025-01-27", "XXXX-WXX-1")],
        refusals: &["Monday’s meeting was short."],
    },
    Rule {
        name: "names-counted",
        family: "set",
        says: "So many seasons or weekdays up to now or from now on: “the past three summers”, “the next two Fridays”.",
        starts: SIDES,
        read: names_counted,
        examples: &[
            (
                "It rained in [the past three summers] there.",
                "2025-01-27",
                "XXXX-SU",
            ),
            (
                "They meet on [the next two Fridays] there.",
                "2025-01-27",
                "XXXX-WXX-5",
            ),
        ],
        refusals: &[
            "The last two of the summers were dry.",
            "The past three were dry.",
        ],
    },
];

/// On which side of now counted names lie, behind an article or without one.
const SIDES: &[Class] = &[
    Class::The,
    Class::Past,
    Class::Last,
    Class::Previous,
    Class::Next,
    Class::Coming,
    Class::Following,
];

fn set(len: usize, what: SetWhat, times: Option<u32>, each: bool) -> Option<Reading> {
    Reading::new(len, Meaning::Set(SetOf { what, times, each }))
}

fn every(c: Cursor) -> Option<Reading> {
    let mut k = 1;
    let mut step = 1;
    if c.is(k, Class::Other) {
        step = 2;
        k += 1;
    } else if let Some((n, next)) = c.ordinal(k)
        && (unit(c, next).is_some() || name(c, next).is_some())
    {
        step = n;
        k = next;
    } else if c.says(k, "single") || c.says(k, "calendar") {
        k += 1;
    }
    if let Some(u) = unit(c, k).filter(|u| !u.plural) {
        if u.grain == Grain::Second && step == 1 && !c.any(k + 1, &[Class::Stop, Class::Comma, Class::Break])
        {
            return None;
        }
        if u.grain == Grain::DayPart {
            return set(
                k + 1,
                SetWhat::Name(Name::Part(crate::time::DayPart::Night)),
                None,
                true,
            );
        }
        let amount = Amount::whole(step.checked_mul(u.times)?);
        return set(k + 1, SetWhat::Length(amount, u.grain), None, true);
    }
    if let Some((n, end)) = name(c, k) {
        if c.is(k, Class::Month) && !c.token(k).capital() {
            return None;
        }
        let what = if step == 1 {
            SetWhat::Name(n)
        } else {
            SetWhat::NameEvery(n, step)
        };
        return set(end, what, None, true);
    }
    if let Some(p) = super::clock::part(c, k) {
        return set(k + 1, SetWhat::Name(Name::Part(p)), None, true);
    }
    if step == 1 && !c.is(k, Class::A) {
        let (amount, grain, end) = super::ago::amount_of(c, k)?;
        return set(end, SetWhat::Length(amount, grain), None, true);
    }
    None
}

/// "the first Sunday of every month"
fn nth_of_every(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.is(0, Class::The));
    if !c.is(k + 1, Class::Weekday) || !c.any(k + 3, &[Class::Every, Class::Each]) {
        return None;
    }
    let counted = c.is(k, Class::Last) || c.ordinal(k).is_some_and(|(n, _)| n <= 5);
    let month =
        c.any(k + 2, &[Class::Of, Class::In]) && unit(c, k + 4).is_some_and(|u| u.grain == Grain::Month);
    let whole = SetWhat::Length(Amount::whole(1), Grain::Month);
    (counted && month).then(|| set(k + 5, whole, None, true))?
}

/// "1 April in every year", "the 15th of each month": a day with the unit in which it comes again.
pub(super) fn comes_again(c: Cursor, r: &Reading) -> Option<Reading> {
    let at = r.len + usize::from(c.any(r.len, &[Class::In, Class::Of]));
    if !c.any(at, &[Class::Every, Class::Each]) {
        return None;
    }
    let at = at + 1 + usize::from(c.says(at + 1, "calendar"));
    let u = unit(c, at).filter(|u| !u.plural)?;
    let name = match (&r.meaning, u.grain) {
        (
            Meaning::Date(DateParts {
                year: None,
                month: Some(m),
                day: Some(d),
                weekday: None,
                ..
            }),
            Grain::Year,
        ) => Name::MonthDay(*m, *d),
        (Meaning::Named(name @ Name::DayOfMonth(_), Which::Bare), Grain::Month)
        | (Meaning::Named(name @ (Name::Month(_) | Name::Feast(_)), Which::Bare), Grain::Year) => *name,
        _ => return None,
    };
    set(at + 1, SetWhat::Name(name), None, true)
}

fn periodic(c: Cursor) -> Option<Reading> {
    let t = c.token(0);
    let word = c.word(0);
    // "annual" and "biannual" are adjectives of what is held; a capital is a paper's name.
    let begins = matches!(c.back(1).class, Class::Break | Class::Stop | Class::Quote);
    if (t.capital() && !begins)
        || (t.capital() && c.token(1).capital())
        || word.eq_ignore_ascii_case("annual")
        || word.starts_with("bi")
        // "the party daily Granma": a paper
        || !begins && c.token(1).capital() && c.is(1, Class::Word) && !c.glued(1)
        || c.any(1, &[Class::Hyphen]) && c.glued(1)
    {
        return None;
    }
    let (amount, grain) = match t.value {
        1 => (1, Grain::Hour),
        2 => (1, Grain::Day),
        3 => (1, Grain::Week),
        4 => (1, Grain::Month),
        5 => (1, Grain::Year),
        // "quarterly dividend": an adjective, no time
        8 if !c.is(1, Class::Word) => (1, Grain::Quarter),
        10 => (2, Grain::Week),
        _ => return None,
    };
    set(1, SetWhat::Length(Amount::whole(amount), grain), None, false)
}

fn times(c: Cursor) -> Option<Reading> {
    let (n, mut k) = if c.is(0, Class::Times) {
        (Some(c.token(0).value), 1)
    } else {
        let (amount, next) = c.amount(0)?;
        let n = amount.count().and_then(|n| u32::try_from(n).ok());
        if let Some(long) = unit(c, next) {
            return so_long_in_each(c, next + 1, long.grain, n);
        }
        if !c.is(next, Class::TimesWord) {
            return None;
        }
        (n, next + 1)
    };
    // "twice a year", "three times per week", "once every two days", "twice daily"
    if c.is(k, Class::Periodic) {
        let inner = periodic(c.ahead(k))?;
        let Meaning::Set(s) = inner.meaning else {
            return None;
        };
        return set(k + 1, s.what, n, false);
    }
    if c.any(k, &[Class::Every, Class::Each]) {
        let inner = every(c.ahead(k))?;
        let Meaning::Set(s) = inner.meaning else {
            return None;
        };
        return set(k + inner.len, s.what, n, true);
    }
    if !c.any(k, &[Class::A, Class::Per]) {
        return None;
    }
    k += 1;
    let u = unit(c, k).filter(|u| !u.plural)?;
    set(k + 1, SetWhat::Length(Amount::whole(u.times), u.grain), n, false)
}

/// "three days a week", "two hours per day": so much of each. "Four days a week later" tells two things.
fn so_long_in_each(c: Cursor, k: usize, part: Grain, n: Option<u32>) -> Option<Reading> {
    if !c.any(k, &[Class::A, Class::Per]) {
        return None;
    }
    let whole = unit(c, k + 1).filter(|u| !u.plural && u.times == 1)?;
    let other = c.any(
        k + 2,
        &[
            Class::Ago,
            Class::Earlier,
            Class::Later,
            Class::Before,
            Class::After,
            Class::Hyphen,
        ],
    );
    if other || !(Grain::Hour..=Grain::Month).contains(&part) || part >= whole.grain {
        return None;
    }
    // On three days is three times; two hours may be any.
    let times = n.filter(|_| part == Grain::Day);
    set(
        k + 2,
        SetWhat::Length(Amount::whole(1), whole.grain),
        times,
        false,
    )
}

/// "960 a week", "$33 million a year", "200 per month": how often or how much in each.
fn rate(c: Cursor) -> Option<Reading> {
    let counts =
        |t: crate::text::Token| matches!(t.class, Class::Number | Class::NumberWord | Class::Percent);
    let per = c.is(0, Class::Per);
    let (one, two) = (c.back(1), c.back(2));
    let led = per
        || counts(one)
        || counts(two) && matches!(one.class, Class::Counted | Class::Percent | Class::Word)
        || many(c);
    let u =
        unit(c, 1).filter(|u| !u.plural && u.times == 1 && (Grain::Day..=Grain::Year).contains(&u.grain))?;
    let whole = c.is(1, Class::Unit)
        && !c.any(
            2,
            &[
                Class::Ago,
                Class::Earlier,
                Class::Later,
                Class::Before,
                Class::After,
                Class::And,
                Class::Or,
            ],
        )
        && !(c.is(2, Class::Hyphen) && c.glued(2));
    (led && whole).then(|| set(2, SetWhat::Length(Amount::whole(1), u.grain), None, false))?
}

/// "hundreds of letters" right before
fn many(c: Cursor) -> bool {
    matches!(c.back(1).class, Class::Counted | Class::Word)
        && c.word_back(1).ends_with('s')
        && c.back(2).class == Class::Of
        && (matches!(c.back(3).class, Class::Number | Class::NumberWord | Class::Dozen)
            || ["hundreds", "thousands", "millions", "scores", "tens"]
                .iter()
                .any(|w| c.word_back(3).eq_ignore_ascii_case(w)))
}

fn names_counted(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.is(0, Class::The));
    let which = !c.is(k, Class::The) && c.any(k, SIDES);
    let (_, at) = c
        .amount(k + 1)
        .filter(|a| which && a.0.count().is_some_and(|n| n > 1))?;
    let plural = c.any(at, &[Class::Season, Class::Weekday]) && c.word(at).ends_with('s');
    let name = match super::units::season(c, at) {
        Some(s) => Name::Season(s),
        None => Name::Weekday(weekday_of(c.token(at).value).filter(|_| c.is(at, Class::Weekday))?),
    };
    plural.then(|| set(at + 1, SetWhat::Name(name), None, false))?
}

fn plural(c: Cursor) -> Option<Reading> {
    let t = c.token(0);
    let full = !t.flags.has(crate::text::Flags::SHORT);
    let day = weekday_of(t.value)?;
    if full && c.word(0).ends_with('s') {
        return set(1, SetWhat::Name(Name::Weekday(day)), None, false);
    }
    let nights = c.is(1, Class::DayPart) && c.word(1).ends_with('s');
    (full && nights).then(|| set(2, SetWhat::Name(Name::Weekday(day)), None, false))?
}

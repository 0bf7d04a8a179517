//! A number of units from somewhere: ago, from now, later, earlier, after a named date.

use super::units::{hyphen, possessive, unit};
use super::{From, Meaning, Name, Reading, Rule, Which};
use crate::text::{Amount, Class, ClassSet, Cursor};
use crate::time::Grain;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "units-ago",
        family: "ago",
        says: "So many units before the day of writing: “three days ago”, “a year ago”, “decades ago”.",
        starts: AMOUNTS,
        read: ago,
        examples: &[
            ("It closed [a week ago Friday].", "2025-01-27", "2025-01-17"),
            ("It closed [two weeks ago on Friday].", "2025-01-27", "2025-01-17"),
            ("It closed [three days ago].", "2025-01-27", "2025-01-24"),
            ("It closed [two weeks ago].", "2025-01-27", "2025-W03"),
            ("It closed [five months ago].", "2025-01-27", "2024-08"),
            ("It closed [a year ago].", "2024-02-29", "2023"),
            ("It closed [a couple of years ago].", "2025-01-27", "2023"),
            ("It closed [a year or two ago].", "2025-01-27", "2024"),
            ("It closed [two decades ago].", "2025-01-27", "200"),
        ],
        refusals: &["It happened not long ago.", "It was three miles ago."],
    },
    Rule {
        name: "units-from-now",
        family: "ago",
        says: "So many units after the day of writing: “three days from now”, “two years hence”.",
        starts: AMOUNTS,
        read: from_now,
        examples: &[
            ("It closes [three days from now].", "2025-01-27", "2025-01-30"),
            ("It closes [two years from now].", "2025-01-27", "2027"),
            ("It will close in [two weeks’ time].", "2025-01-27", "2025-W07"),
        ],
        refusals: &["Three days from home they stopped."],
    },
    Rule {
        name: "units-later",
        family: "ago",
        says: "So many units from what was just told: “two weeks later”, “a year earlier”, “three days before”.",
        starts: AMOUNTS,
        read: later,
        examples: &[
            (
                "It closed on 3 May 2024. [Two days later] it opened.",
                "2025-01-27",
                "2024-05-05",
            ),
            (
                "It closed on 3 May 2024. [Ten days earlier] it had opened.",
                "2025-01-27",
                "2024-04-23",
            ),
            (
                "It closed in 1998. [Two years later] it burned.",
                "2025-01-27",
                "2000",
            ),
            (
                "It closed in 1998. It had opened [two years previously].",
                "2025-01-27",
                "1996",
            ),
        ],
        refusals: &["Two or three later left.", "Two previously closed yards opened."],
    },
    Rule {
        name: "units-from-date",
        family: "ago",
        says: "So many units from a date named beside it: “two days after Christmas”, “a week before 3 May”.",
        starts: AMOUNTS,
        read: from_date,
        examples: &[
            (
                "It closed [two days after Christmas].",
                "2025-01-27",
                "2024-12-27",
            ),
            (
                "It closed [three days before 3 May 2024].",
                "2025-01-27",
                "2024-04-30",
            ),
        ],
        refusals: &["It closed two days after the vote, by then alone."],
    },
    Rule {
        name: "day-after",
        family: "ago",
        says: "The unit before or after a date named beside it: “the day after Christmas”, “the week before Easter”.",
        starts: &[Class::The],
        read: day_after,
        examples: &[("It closed [the day after Christmas].", "2025-01-27", "2024-12-26")],
        refusals: &["The day after the vote was long."],
    },
    Rule {
        name: "unit-before-told",
        family: "ago",
        says: "The unit before or after what was just told: “the day before”, “the year after”.",
        starts: &[Class::The],
        read: unit_before,
        examples: &[
            (
                "It shut on 2 May 2022. [The day before], it had rained.",
                "2025-01-27",
                "2022-05-01",
            ),
            (
                "He died on 2 May 2022. [The day after] his death it shut.",
                "2025-01-27",
                "2022-05-03",
            ),
            (
                "It shut in May 2022 and burned [the year after].",
                "2025-01-27",
                "2023",
            ),
        ],
        refusals: &[
            "The day before the vote was long.",
            "The day after his brother came it shut.",
            "The week after Easter was dry.",
        ],
    },
    Rule {
        name: "year-ago-adjective",
        family: "ago",
        says: "“year-ago”, “year-earlier” before a noun.",
        starts: &[Class::Unit, Class::The, Class::A],
        read: year_ago,
        examples: &[(
            "It fell from [the year-ago quarter] and rose.",
            "2025-01-27",
            "2023-Q4",
        )],
        refusals: &["A year of it was enough."],
    },
];

/// What an amount may begin with. A rule of this family with these starts reads an amount of units first, else nothing:
/// the engine asks it only where there is one.
pub(super) const AMOUNTS: &[Class] = &[
    Class::Number,
    Class::NumberWord,
    Class::A,
    Class::Vague,
    Class::Dozen,
    Class::Half,
    Class::Unit,
    Class::Second,
];

/// An amount of units: "three days", "a year", "two and a half years", "weeks". Returns the position after it.
pub(super) fn amount_of(c: Cursor, k: usize) -> Option<(Amount, Grain, usize)> {
    if let Some(u) = unit(c, k).filter(|u| u.plural && u.grain != Grain::DayPart) {
        return Some((Amount::Vague, u.grain, k + 1));
    }
    if !amount_goes_on(c, k + 1) {
        return None;
    }
    if let Some((minutes, end)) = quarters_of_an_hour(c, k) {
        return Some((Amount::whole(minutes), Grain::Minute, end));
    }
    let (mut amount, mut at) = c.amount(k)?;
    // "1988 quarter" is a quarter of 1988, no number of them
    if c.number(k)
        .is_some_and(|(n, digits)| digits == 4 && (1500..=2199).contains(&n))
    {
        return None;
    }
    // "two to three weeks": one length, of which the words give both bounds; the lower one is the value
    if c.any(at, &[Class::To, Class::Or, Class::Hyphen, Class::Dash])
        && c.any(at + 1, &[Class::NumberWord, Class::Number])
        && !c.any(k, &[Class::A, Class::Vague])
        && let Some((second, next)) = c.amount(at + 1)
        && matches!((amount, second), (Amount::Exact(a), Amount::Exact(b)) if a < b)
        && unit(c, next).is_some_and(|u| u.plural)
    {
        at = next;
        amount = amount.min_of(second);
    }
    // "thirty-six (36) months": a contract says it twice
    if c.is(at, Class::Open)
        && c.is(at + 2, Class::Close)
        && c.number(at + 1).is_some_and(|(n, _)| amount == Amount::whole(n))
    {
        at += 3;
    }
    // "one more day", "the 12 long months", "ten trading days"
    if c.any(at, &[Class::More, Class::Whole, Class::Fiscal, Class::Long])
        || (c.is(at, Class::Word) && KINDS_OF_UNIT.iter().any(|w| c.says(at, w)))
    {
        at += 1;
    }
    if hyphen(c, at) && !c.is(at, Class::Dash) {
        at += 1;
    }
    let u = unit(c, at)?;
    if c.is(at, Class::Second) && !c.is(k, Class::Number) && !c.is(k, Class::A) {
        return None;
    }
    if u.grain == Grain::DayPart && !u.plural {
        return None;
    }
    let amount = match amount {
        Amount::Exact(n) => Amount::Exact(n.checked_mul(u.times.into())?),
        Amount::Vague => Amount::Vague,
    };
    // "a year and a half"
    if let Amount::Exact(n) = amount
        && !u.plural
        && c.is(at + 1, Class::And)
        && c.is(at + 2, Class::A)
        && c.is(at + 3, Class::Half)
        && !c.is(at + 4, Class::Hyphen)
    {
        return Some((Amount::Exact(n + 500), u.grain, at + 4));
    }
    // "a day or two": the lower bound here too
    let or_more = c.is(k, Class::A)
        && !u.plural
        && c.is(at + 1, Class::Or)
        && c.is(at + 2, Class::NumberWord)
        && (2..10).contains(&c.token(at + 2).value);
    // "a day or two boats"
    let counts_on = c.any(at + 3, &[Class::Counted, Class::Unit])
        || c.is(at + 3, Class::Word) && c.word(at + 3).ends_with('s');
    if or_more && !counts_on && amount == Amount::whole(u.times) {
        return Some((amount, u.grain, at + 3));
    }
    Some((amount, u.grain, at + 1))
}

/// What may stand between a number and its unit.
const KINDS_OF_UNIT: &[&str] = &[
    "consecutive",
    "straight",
    "trading",
    "working",
    "business",
    "further",
    "additional",
];

/// "a quarter of an hour", "three quarters of an hour" at `k`: the minutes, and the position after it.
fn quarters_of_an_hour(c: Cursor, k: usize) -> Option<(u32, usize)> {
    let at = k + 1 + usize::from(hyphen(c, k + 1));
    let n = match (c.class(k), c.class(at)) {
        (Class::A, Class::Quarter) => 1,
        (Class::NumberWord | Class::Number, Class::Unit)
            if c.token(k).value == 3 && c.says(at, "quarters") =>
        {
            3
        }
        _ => return None,
    };
    let hour = c.is(at + 1, Class::Of) && c.is(at + 2, Class::A) && c.says(at + 3, "hour");
    hour.then_some((15 * n, at + 4))
}

/// Whether behind the first word of an amount, at `k`, stands what an amount of units goes on with. Most numbers count
/// something else, and one look tells.
fn amount_goes_on(c: Cursor, k: usize) -> bool {
    match c.class(k) {
        Class::Stop => c.is(k + 1, Class::Number) && c.glued(k) && c.glued(k + 1),
        class => AMOUNT_GOES_ON.has(class),
    }
}

/// What may stand behind the first word of an amount of units; besides, the decimals of a number.
pub(super) static AMOUNT_GOES_ON: ClassSet = ClassSet::of(&[
    Class::Unit,
    Class::Second,
    Class::Quarter,
    Class::Weekend,
    Class::DayPart,
    Class::Word,
    Class::More,
    Class::Whole,
    Class::Fiscal,
    Class::Long,
    Class::Hyphen,
    Class::Dash,
    Class::To,
    Class::Or,
    Class::And,
    Class::Of,
    Class::A,
    Class::Half,
    Class::Dozen,
    Class::Vague,
    Class::Number,
    Class::NumberWord,
    Class::Open,
]);

fn ago(c: Cursor) -> Option<Reading> {
    let (amount, grain, end) = amount_of(c, 0)?;
    // "two and a half years ago", "a year or so ago"
    let end = if c.is(end, Class::Or) && c.any(end + 1, &[Class::More, Class::Word]) {
        end + 2
    } else {
        end
    };
    if !c.is(end, Class::Ago) {
        return None;
    }
    let shift = Meaning::Shift {
        amount,
        grain,
        back: true,
        from: From::Writing,
    };
    let on = c.is(end + 1, Class::On);
    let day = end + 1 + usize::from(on);
    if grain == Grain::Week
        && let Some(w) = super::units::weekday(c, day).filter(|_| !super::units::abbreviated(c, day))
    {
        // "a week ago Friday" is a week before the last Friday; "two weeks ago on Friday" that week's
        if !on {
            let inner = Meaning::Named(Name::Weekday(w), Which::Last);
            let from = From::Date(Box::new(inner));
            return Reading::new(
                day + 1,
                Meaning::Shift {
                    amount,
                    grain,
                    back: true,
                    from,
                },
            );
        }
        return Reading::new(day + 1, Meaning::within(Meaning::bare(Name::Weekday(w)), shift));
    }
    Reading::new(end + 1, shift)
}

fn from_now(c: Cursor) -> Option<Reading> {
    let (amount, grain, end) = amount_of(c, 0)?;
    let end = if c.is(end, Class::From) && (c.is(end + 1, Class::Now) || c.says(end + 1, "today")) {
        end + 2
    } else if c.says(end, "hence") {
        end + 1
    } else if let Some(after) = possessive(c, end).filter(|&a| c.says(a, "time")) {
        after + 1
    } else {
        return None;
    };
    Reading::new(
        end,
        Meaning::Shift {
            amount,
            grain,
            back: false,
            from: From::Writing,
        },
    )
}

fn later(c: Cursor) -> Option<Reading> {
    let (amount, grain, end) = amount_of(c, 0)?;
    let t = c.class(end);
    let (back, end) = match t {
        Class::Later => (false, end + 1),
        Class::Earlier => (true, end + 1),
        Class::Word if c.says(end, "previously") || c.says(end, "beforehand") => (true, end + 1),
        Class::Before | Class::After | Class::Previous => {
            // "two days before." or "two days after that": nothing that could be its object follows.
            let that = c.is(end + 1, Class::That) && !c.any(end + 2, &[Class::Word]);
            let bare = c.any(
                end + 1,
                &[
                    Class::Stop,
                    Class::Comma,
                    Class::Break,
                    Class::Semicolon,
                    Class::Close,
                    Class::Conjunction,
                ],
            );
            if !that && !bare {
                return None;
            }
            (t != Class::After, end + 1 + usize::from(that))
        }
        _ => return None,
    };
    // "a year later than", "two days earlier than planned"
    if c.is(end, Class::Than) {
        return None;
    }
    Reading::new(
        end,
        Meaning::Shift {
            amount,
            grain,
            back,
            from: From::Told,
        },
    )
}

fn from_date(c: Cursor) -> Option<Reading> {
    let (amount, grain, end) = amount_of(c, 0)?;
    let back = match c.class(end) {
        Class::Before => true,
        Class::After | Class::From => false,
        _ => return None,
    };
    if grain < Grain::Day {
        return None;
    }
    let (inner, after) = dated(c, end + 1)?;
    // "64 days from 21 November to 31 January": a length and where it starts
    let counted = matches!(inner, Meaning::Named(Name::Weekday(_), _) | Meaning::Days(_));
    // "shut for two weeks from Monday": how long, and from when
    let lasts = c.back(1).class == Class::For;
    if c.is(end, Class::From) && (!counted || lasts) {
        return None;
    }
    Reading::new(
        after,
        Meaning::Shift {
            amount,
            grain,
            back,
            from: From::Date(Box::new(inner)),
        },
    )
}

/// A date of day grain at `k`, for a shift to stand on.
fn dated(c: Cursor, k: usize) -> Option<(Meaning, usize)> {
    let inner = super::find::read_inner(
        c.ahead(k),
        &["ago", "modifier", "duration", "set", "range", "clock"],
    )?;
    let day = inner.meaning.grain() == Some(Grain::Day) && inner.meaning.is_place();
    day.then_some((inner.meaning, k + inner.len))
}

fn day_after(c: Cursor) -> Option<Reading> {
    let u = unit(c, 1).filter(|u| !u.plural && matches!(u.grain, Grain::Day | Grain::Week))?;
    let back = match c.class(2) {
        Class::Before => true,
        Class::After => false,
        _ => return None,
    };
    let (inner, after) = dated(c, 3)?;
    let amount = Amount::whole(1);
    Reading::new(
        after,
        Meaning::Shift {
            amount,
            grain: u.grain,
            back,
            from: From::Date(Box::new(inner)),
        },
    )
}

fn unit_before(c: Cursor) -> Option<Reading> {
    let u = unit(c, 1)
        .filter(|u| !u.plural && u.times == 1 && u.grain >= Grain::Day && u.grain != Grain::Weekend)?;
    let which = match c.class(2) {
        Class::Before => Which::Previous,
        Class::After => Which::Following,
        _ => return None,
    };
    let alone = c.any(
        3,
        &[
            Class::Stop,
            Class::Comma,
            Class::Break,
            Class::Semicolon,
            Class::Close,
            Class::And,
        ],
    );
    // "The day after his death": of what was just told
    let told = u.grain == Grain::Day && c.is(3, Class::Pronoun) && OF_A_LIFE.contains(&c.word(4));
    (alone || told).then(|| Reading::new(3, Meaning::Unit(u.grain, which)))?
}

/// What happens to somebody on one day.
const OF_A_LIFE: &[&str] = &[
    "death",
    "birth",
    "burial",
    "funeral",
    "wedding",
    "marriage",
    "arrest",
    "trial",
    "execution",
    "murder",
    "release",
    "escape",
    "arrival",
    "departure",
    "election",
    "resignation",
    "coronation",
    "surrender",
];

/// "a year ago", "a year earlier", "a year before" at `k`, and the position after it.
pub(super) fn year_before(c: Cursor, k: usize) -> Option<(Meaning, usize)> {
    let (amount, grain, end) = amount_of(c, k).filter(|a| a.1 == Grain::Year && a.0.count() == Some(1))?;
    let from = match c.class(end) {
        Class::Ago => From::Writing,
        Class::Earlier | Class::Before if !c.is(end + 1, Class::Than) => From::Told,
        _ => return None,
    };
    let shift = Meaning::Shift {
        amount,
        grain,
        back: true,
        from,
    };
    Some((shift, end + 1))
}

fn year_ago(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.any(0, &[Class::The, Class::A]));
    let u = unit(c, k).filter(|u| u.grain == Grain::Year && !u.plural)?;
    if !hyphen(c, k + 1) || !c.any(k + 2, &[Class::Ago, Class::Earlier]) {
        return None;
    }
    let from = if c.is(k + 2, Class::Ago) {
        From::Writing
    } else {
        From::Told
    };
    let shift = Meaning::Shift {
        amount: Amount::whole(1),
        grain: u.grain,
        back: true,
        from,
    };
    let whole = c.is(0, Class::The) || k == 0;
    if whole && c.is(k + 3, Class::Quarter) {
        return Reading::new(
            k + 4,
            Meaning::within(Meaning::Unit(Grain::Quarter, Which::Bare), shift),
        );
    }
    if whole && c.is(k + 3, Class::OrdinalWord) && c.is(k + 4, Class::Quarter) {
        let q = super::Name::Quarter(c.token(k + 3).value.min(4) as u8, false);
        return Reading::new(k + 5, Meaning::within(Meaning::bare(q), shift));
    }
    if whole && c.says(k + 3, "period") {
        return Reading::new(k + 4, Meaning::within(Meaning::Period, shift));
    }
    // before any other noun the article is the noun's
    (k == 0).then(|| Reading::new(3, shift))?
}

//! Days and units counted from here: yesterday, last week, this year, the following month.

use super::units::{possessive, unit, which};
use super::{Meaning, Name, Reading, Reference, Rule, Which};
use crate::text::{Amount, Class, Cursor};
use crate::time::{DayPart, Grain};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "named-day",
        family: "deictic",
        says: "Yesterday, today, tomorrow, tonight.",
        starts: &[Class::NamedDay],
        read: named_day,
        examples: &[
            ("It closed [yesterday].", "2025-01-01", "2024-12-31"),
            ("It closes [today].", "2025-01-27", "2025-01-27"),
            ("It will close [tomorrow].", "2024-02-28", "2024-02-29"),
            ("It opens [tonight].", "2025-01-27", "2025-01-27TNI"),
            ("[Today]’s youth reads little.", "2025-01-27", "PRESENT_REF"),
            ("[Today]’s vote was lost.", "2025-01-27", "2025-01-27"),
        ],
        refusals: &["USA Today reported it."],
    },
    Rule {
        name: "new-year",
        family: "deictic",
        says: "The beginning of the year to come, or of the one just begun: “in the new year”, “the turn of the year”.",
        starts: &[Class::The],
        read: new_year,
        examples: &[
            ("It will open in [the new year].", "2024-10-21", "2025"),
            ("It opened in [the New Year].", "2025-06-21", "2025"),
            ("It is due by [the turn of the year] there.", "2024-10-21", "2025"),
        ],
        refusals: &[
            "Happy New Year to all of you.",
            "She was named in the New Year honours.",
            "They drew up the new year’s plan.",
            "The new years were dry.",
        ],
    },
    Rule {
        name: "day-before-yesterday",
        family: "deictic",
        says: "The day before yesterday, the day after tomorrow.",
        starts: &[Class::The],
        read: day_before,
        examples: &[
            (
                "It closed [the day before yesterday].",
                "2025-01-27",
                "2025-01-25",
            ),
            ("It opens [the day after tomorrow].", "2025-01-27", "2025-01-29"),
        ],
        refusals: &["The day before was better."],
    },
    Rule {
        name: "unit-before-last",
        family: "deictic",
        says: "The unit but one: “the week before last”, “the year after next”.",
        starts: &[Class::The],
        read: before_last,
        examples: &[
            ("It closed [the week before last].", "2025-01-27", "2025-W03"),
            ("It closed [the year before last].", "2025-01-27", "2023"),
            ("It opens [the week after next].", "2025-01-27", "2025-W07"),
        ],
        refusals: &[
            "The week before lasted long.",
            "The year after, next to nothing was left.",
        ],
    },
    Rule {
        name: "unit-which",
        family: "deictic",
        says: "A unit with a word that says which: last week, this year, next month, the previous day, that year.",
        starts: &[
            Class::Last,
            Class::Next,
            Class::This,
            Class::The,
            Class::That,
            Class::Coming,
            Class::Same,
            Class::Current,
            Class::Previous,
            Class::Following,
        ],
        read: which_unit,
        examples: &[
            ("It closed [last week].", "2025-01-27", "2025-W04"),
            ("It closed [last month].", "2025-01-27", "2024-12"),
            ("It opens [next year].", "2025-01-27", "2026"),
            ("It opened [this month].", "2025-01-27", "2025-01"),
            ("It opened [last weekend].", "2025-01-27", "2025-W04-WE"),
            (
                "It closed on 3 May 2024 and opened [the following day].",
                "2025-01-27",
                "2024-05-04",
            ),
            (
                "It was sold in March 2019. [The next month] it burned.",
                "2025-01-27",
                "2019-04",
            ),
        ],
        refusals: &[
            "They last days on end.",
            "He spent his last decade in Odense.",
            "This second is lost.",
            "In the last minutes of the game.",
        ],
    },
    Rule {
        name: "week-of-day",
        family: "deictic",
        says: "The week that holds a day: “the week of March 6”, “w/c 12 May 2025”.",
        starts: &[Class::The, Class::Unit, Class::Letter],
        read: week_of,
        examples: &[
            (
                "A hearing is due [the week of March 6, 2025] there.",
                "2025-01-27",
                "2025-W10",
            ),
            ("It opens [w/c 12 May 2025] there.", "2025-01-27", "2025-W20"),
        ],
        refusals: &[
            "The week of the storm was long.",
            "She spent the week of rest there.",
        ],
    },
    Rule {
        name: "unit-told",
        family: "deictic",
        says: "A unit that the story is about: “the quarter”, “the latest quarter”, “the year ended”, “the weekend”.",
        starts: &[Class::The],
        read: the_unit,
        examples: &[
            (
                "Sales rose in the third quarter. In [the quarter], costs fell.",
                "2025-01-27",
                "2024-Q3",
            ),
            ("Sales rose in [the latest quarter] too.", "2025-01-27", "2024-Q4"),
            ("They met over [the weekend] again.", "2025-01-27", "2025-W04-WE"),
            ("For [the full year], sales rose.", "2025-01-27", "2025"),
        ],
        refusals: &[
            "The week was long for the crew.",
            "The year of the cat.",
            "The quarter-final is on.",
        ],
    },
    Rule {
        name: "earlier-later-in",
        family: "deictic",
        says: "What lies behind or ahead of a unit: “earlier this month”, “later that year”, “earlier in January”.",
        starts: &[Class::Earlier, Class::Later],
        read: earlier_in,
        examples: &[
            ("It closed [earlier this month].", "2025-01-27", "2025-01"),
            ("It opens [later this year].", "2025-01-27", "2025"),
            ("It closed [earlier in January].", "2025-01-27", "2025-01"),
            ("It closed [earlier in the day].", "2025-01-27", "2025-01-27"),
        ],
        refusals: &["He said it later in the hall."],
    },
    Rule {
        name: "part-which",
        family: "deictic",
        says: "A part of the day with this, last, that: “this morning”, “last night”, “that afternoon”.",
        starts: &[
            Class::This,
            Class::Last,
            Class::That,
            Class::The,
            Class::Same,
            Class::Next,
        ],
        read: which_part,
        examples: &[
            ("It closed [this morning].", "2025-01-27", "2025-01-27TMO"),
            ("It closed [last night].", "2025-01-27", "2025-01-26TNI"),
        ],
        refusals: &["This night club is shut."],
    },
];

fn named_day(c: Cursor) -> Option<Reading> {
    let t = c.token(0);
    let after = possessive(c, 1).unwrap_or(1);
    let begins = matches!(
        c.back(1).class,
        Class::Break | Class::Stop | Class::Quote | Class::Shout | Class::Colon | Class::Comma | Class::Open
    );
    // "USA Today", "The Tonight Show", "Tomorrow’s Kitchen"
    let title = t.capital()
        && !begins
        && !t.shouting()
        && (c.back(1).shouting()
            || c.token(after).capital()
            || c.back(1).class == Class::The && c.back(1).capital());
    if title {
        return None;
    }
    let of_our_time = || after > 1 && OF_OUR_TIME.iter().any(|w| c.says(after, w));
    if t.value == 1 && (nowadays(c) || of_our_time()) {
        return Reading::new(1, Meaning::Reference(Reference::Present));
    }
    match t.value {
        0 => Reading::new(1, Meaning::Days(-1)),
        1 => Reading::new(1, Meaning::Days(0)),
        2 => Reading::new(1, Meaning::Days(1)),
        _ => Reading::new(
            1,
            Meaning::within(Meaning::bare(Name::Part(DayPart::Night)), Meaning::Days(0)),
        ),
    }
}

/// What “today’s” makes nothing but of our time.
const OF_OUR_TIME: &[&str] = &[
    "youth",
    "youths",
    "youngsters",
    "teenagers",
    "children",
    "kids",
    "generation",
    "generations",
    "world",
    "society",
    "standards",
    "money",
    "era",
    "age",
];

/// "Children today spend more": a kind of people, a present verb, no day in particular.
fn nowadays(c: Cursor) -> bool {
    let noun = c.word_back(1);
    let kind = c.back(1).class == Class::Word || c.back(1).class == Class::Counted;
    let plural = (noun.ends_with('s') && !noun.ends_with("ss"))
        || matches!(
            noun,
            "Children" | "children" | "people" | "People" | "men" | "women"
        );
    let generic = matches!(
        c.back(2).class,
        Class::Break
            | Class::Stop
            | Class::Comma
            | Class::Conjunction
            | Class::Least
            | Class::Vague
            | Class::And
    );
    let verb = match c.class(1) {
        Class::Is | Class::Have | Class::Do => true,
        Class::Word => {
            !c.token(1).capital()
                && !c.word(1).ends_with("ed")
                && !c.word(1).ends_with("ly")
                && !c.word(1).ends_with("ing")
        }
        _ => false,
    };
    kind && plural && generic && verb
}

/// "the new year", "the turn of the year"
fn new_year(c: Cursor) -> Option<Reading> {
    let turn = c.says(1, "turn") && c.is(2, Class::Of) && c.is(3, Class::The) && c.says(4, "year");
    let new = c.is(2, Class::Unit) && c.says(1, "new") && c.says(2, "year");
    let end = match (new, turn) {
        (true, _) => 3,
        (_, true) => 5,
        _ => return None,
    };
    // before and after it stands for its first day
    let led = matches!(
        c.back(1).class,
        Class::In | Class::By | Class::Until | Class::At | Class::From
    ) || matches!(c.word_back(1), "into" | "early");
    let noun = c.any(end, &[Class::Word, Class::Apostrophe, Class::Hyphen]) && c.glued(end)
        || c.is(end, Class::Word) && (c.token(2).capital() || NEW_YEARS.contains(&c.word(end)));
    let year = Meaning::Unit(Grain::Year, Which::Turn).modified(super::Modifier::Start);
    (led && !noun).then(|| Reading::new(end, year))?
}

/// What is of the new year and no time.
const NEW_YEARS: &[&str] = &[
    "honours",
    "honors",
    "celebrations",
    "holiday",
    "holidays",
    "message",
    "list",
    "party",
];

fn day_before(c: Cursor) -> Option<Reading> {
    let days = match (c.class(2), c.token(3).class, c.token(3).value) {
        (Class::Before, Class::NamedDay, 0) => -2,
        (Class::After, Class::NamedDay, 2) => 2,
        _ => return None,
    };
    c.says(1, "day").then(|| Reading::new(4, Meaning::Days(days)))?
}

/// Whether a word before says that a stretch of time is meant: "over the next year", "for the next decade".
pub(super) fn over(c: Cursor) -> bool {
    matches!(
        c.back(1).class,
        Class::Over | Class::For | Class::Throughout | Class::Within
    )
}

fn before_last(c: Cursor) -> Option<Reading> {
    let u = unit(c, 1).filter(|u| !u.plural && u.grain >= Grain::Week && u.grain != Grain::Season)?;
    let back = match (c.class(2), c.class(3)) {
        (Class::Before, Class::Last) => true,
        (Class::After, Class::Next) => false,
        _ => return None,
    };
    let whole = !matches!(u.grain, Grain::Weekend)
        && !c.any(4, &[Class::Unit, Class::Word, Class::Weekday, Class::Month]);
    let shift = Meaning::Shift {
        amount: Amount::whole(2),
        grain: u.grain,
        back,
        from: super::From::Writing,
    };
    whole.then(|| Reading::new(4, shift))?
}

/// Whose.
const OWNERS: &[&str] = &["his", "her", "its", "their", "my", "our", "your"];

fn which_unit(c: Cursor) -> Option<Reading> {
    let the = c.is(0, Class::The);
    let mut k = usize::from(the);
    let mut w = which(c, k)?;
    let this = w == Which::This && c.is(k, Class::This);
    // "in his last year", "her next week": of a life, not of the calendar
    if c.back(1).class == Class::Pronoun
        && c.any(0, &[Class::Last, Class::Next])
        && OWNERS.contains(&c.word_back(1))
    {
        return None;
    }
    k += 1;
    // "this coming week", "this past month", "that same year", "this very day"
    if matches!(w, Which::This | Which::That) {
        if let Some(inner) = which(c, k).filter(|i| !matches!(i, Which::This)) {
            if c.any(k, &[Class::Past, Class::Coming, Class::Same, Class::Following]) {
                w = if inner == Which::That { w } else { inner };
                k += 1;
            }
        } else if c.says(k, "very") {
            k += 1;
        }
    }
    if c.is(k, Class::Fiscal) || c.is(k, Class::Whole) {
        k += 1;
    }
    // "on ABC’s “This Week”": a title
    let title = c.back(1).class == Class::Quote
        && c.token(0).capital()
        && c.token(k).capital()
        && !c.token(k).shouting();
    if title {
        return None;
    }
    // "the next year or so", "over the next year" are lengths
    if c.is(k + 1, Class::Or) && c.says(k + 2, "so")
        || the && w == Which::Next && over(c) && !c.says(k, "day")
    {
        return None;
    }
    let u = unit(c, k)?;
    if u.plural || u.times != 1 || u.grain < Grain::Day && u.grain != Grain::DayPart {
        return None;
    }
    if u.grain == Grain::DayPart || (u.grain == Grain::Season && w != Which::That) {
        return None;
    }
    // "this quarter", but "last quarter of an hour", "the last quarter"
    if the {
        w = match (w, u.grain) {
            (Which::Next, _) => Which::Following,
            // "the past year" is the stretch up to now; the family of durations reads it.
            (Which::Last, _) if c.is(1, Class::Past) => return None,
            // a day, or a length: "the last decade" is counted back from now
            (Which::Last, Grain::Day) => return None,
            (Which::Last, g) if g >= Grain::Decade => return None,
            (w, _) => w,
        };
    } else if c.any(
        0,
        &[
            Class::Past,
            Class::Coming,
            Class::Same,
            Class::Previous,
            Class::Following,
        ],
    ) {
        return None;
    }
    if u.grain == Grain::Day && matches!(w, Which::Last) {
        return None;
    }
    // "said that day trips would end", "that season tickets are sold": what is said, of a compound
    let says = matches!(c.back(1).class, Class::SayPast | Class::SayPresent);
    if c.is(0, Class::That) && c.is(k + 1, Class::Word) && (says || u.grain == Grain::Season) {
        return None;
    }
    // "that day" is what was told; "that year’s" too. "this day" is today only in "this very day"; "to this day".
    if this && u.grain == Grain::Day {
        return Reading::new(k + 1, Meaning::Days(0));
    }
    // "the day" + part: "the next morning" is read elsewhere; "the next day’s" keeps its possessive outside.
    Reading::new(k + 1, Meaning::Unit(u.grain, w))
}

/// "the week of March 6", "w/c 12 May": the week that holds a day.
fn week_of(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.is(0, Class::The));
    let commencing = c.letter(0) == Some(b'W') && c.is(1, Class::Slash) && c.letter(2) == Some(b'C');
    let at = match () {
        () if commencing => 3,
        () if c.says(k, "week") && c.any(k + 1, &[Class::Of]) => k + 2,
        () if c.says(k, "week") && (c.says(k + 1, "beginning") || c.says(k + 1, "commencing")) => k + 2,
        () => return None,
    };
    let inner = super::find::read_inner(
        c.ahead(at),
        &[
            "ago", "modifier", "duration", "set", "range", "clock", "deictic", "weekday",
        ],
    )?;
    let day = matches!(
        inner.meaning,
        Meaning::Date(super::DateParts { day: Some(_), .. })
    );
    day.then(|| {
        let week = Meaning::Unit(Grain::Week, Which::Bare);
        Reading::new(at + inner.len, Meaning::within(week, inner.meaning))
    })?
}

fn the_unit(c: Cursor) -> Option<Reading> {
    let mut k = 1;
    let latest = c.is(1, Class::Recent) && c.says(1, "latest");
    let full = c.is(1, Class::Whole);
    let fiscal = c.is(1, Class::Fiscal) && !c.says(1, "school");
    k += usize::from(latest || full || fiscal);
    if latest && c.says(k, "period") {
        return Reading::new(k + 1, Meaning::Unit(Grain::Quarter, Which::Bare));
    }
    let u = unit(c, k).filter(|u| !u.plural && u.times == 1)?;
    let after = c.class(k + 1);
    let closes = matches!(
        after,
        Class::Stop | Class::Comma | Class::Break | Class::Semicolon | Class::Close | Class::Apostrophe
    );
    let ended = c.says(k + 1, "ended") || c.says(k + 1, "ending");
    let led = matches!(
        c.back(1).class,
        Class::In
            | Class::For
            | Class::During
            | Class::Over
            | Class::On
            | Class::Of
            | Class::Throughout
            | Class::Within
    );
    // "the quarter-final", "the week of 3 May", "the year of the cat"
    if c.is(k + 1, Class::Of) || c.is(k + 1, Class::Hyphen) && c.glued(k + 1) {
        return None;
    }
    let told = match u.grain {
        Grain::Quarter => latest || ended || led,
        Grain::Weekend => {
            led || matches!(
                c.back(1).class,
                Class::At | Class::By | Class::Until | Class::Before | Class::Since | Class::After
            )
        }
        Grain::Year => full && led || ended || (led && closes && !c.is(k + 1, Class::Apostrophe)),
        Grain::Week | Grain::Month => led && closes && matches!(c.back(1).class, Class::For | Class::During),
        _ => false,
    };
    // "the year ended 31 March": the twelve months up to there (a length in 7 of newswire's 8)
    if ended && u.grain == Grain::Year {
        let year = Meaning::Stretch {
            amount: Amount::whole(1),
            grain: Grain::Year,
            back: true,
        };
        return Reading::new(k + 1, year);
    }
    told.then(|| Reading::new(k + 1, Meaning::Unit(u.grain, Which::Bare)))?
}

fn earlier_in(c: Cursor) -> Option<Reading> {
    let w = if c.is(0, Class::Earlier) {
        Which::Earlier
    } else {
        Which::Later
    };
    if c.is(1, Class::In) {
        if c.is(2, Class::The) {
            let u = unit(c, 3).filter(|u| !u.plural && u.grain >= Grain::Day)?;
            return Reading::new(4, Meaning::Unit(u.grain, w));
        }
        let (m, end) = super::units::month(c, 2)?;
        return c
            .token(2)
            .capital()
            .then(|| Reading::new(end, Meaning::Named(Name::Month(m), w)))?;
    }
    let told = match c.class(1) {
        Class::This => false,
        Class::That => true,
        Class::The if c.is(2, Class::Same) => true,
        _ => {
            // "earlier Friday", "later yesterday"
            let inner = super::find::read_inner(c.ahead(1), &["modifier"])?;
            let day = matches!(
                inner.meaning,
                Meaning::Named(Name::Weekday(_), Which::Bare) | Meaning::Days(_)
            );
            return day.then(|| Reading::new(1 + inner.len, inner.meaning))?;
        }
    };
    let k = if c.is(1, Class::The) { 3 } else { 2 };
    let k = if c.is(k, Class::Same) { k + 1 } else { k };
    if let Some(u) = unit(c, k).filter(|u| !u.plural && u.grain >= Grain::Day) {
        let meaning = if told {
            Meaning::Unit(u.grain, Which::That)
        } else if u.grain == Grain::Day {
            Meaning::Days(0)
        } else {
            Meaning::Unit(u.grain, w)
        };
        return Reading::new(k + 1, meaning);
    }
    if let Some(s) = super::units::season(c, k) {
        return Reading::new(
            k + 1,
            Meaning::Named(Name::Season(s), if told { Which::That } else { Which::This }),
        );
    }
    let part = super::clock::part(c, k)?;
    Reading::new(
        k + 1,
        Meaning::Named(Name::Part(part), if told { Which::That } else { Which::This }),
    )
}

fn which_part(c: Cursor) -> Option<Reading> {
    let the = c.is(0, Class::The);
    let mut k = usize::from(the);
    let mut w = which(c, k)?;
    k += 1;
    if c.is(k, Class::Same) {
        k += 1;
        w = Which::That;
    }
    let part = super::clock::part(c, k)?;
    let w = match w {
        Which::Next if the => Which::Following,
        Which::Following | Which::Previous | Which::That | Which::This => w,
        Which::Last if part == DayPart::Night || part == DayPart::Evening => w,
        _ => return None,
    };
    // "this night club"
    let noun = c.is(k + 1, Class::Word)
        && c.says(k, "night")
        && !c.word(k + 1).ends_with("ed")
        && possessive(c, k + 1).is_none()
        && w == Which::This;
    (!noun).then(|| Reading::new(k + 1, Meaning::Named(Name::Part(part), w)))?
}

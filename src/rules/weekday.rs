//! Weekdays: named, and which one.

use super::units::{abbreviated, which};
use super::{From, Meaning, Name, Reading, Rule, Which, units};
use crate::text::{Amount, Class, Cursor};
use crate::time::Grain;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "weekday-named",
        family: "weekday",
        says: "A weekday alone, in full or short.",
        starts: &[Class::Weekday],
        read: named,
        examples: &[
            ("The council met on [Friday].", "2025-01-27", "2025-01-24"),
            ("The council met on [Monday].", "2025-01-27", "2025-01-27"),
            ("The council will meet on [Friday].", "2025-01-27", "2025-01-31"),
            ("It closed on [Sat.] and stayed shut.", "2025-01-27", "2025-01-25"),
            (
                "It shut on [Friday morning] again.",
                "2025-01-27",
                "2025-01-24TMO",
            ),
            ("It broke on a [Friday] in spring.", "2025-01-27", "XXXX-WXX-5"),
            (
                "It broke on the [Friday] before the fair.",
                "2025-01-27",
                "XXXX-WXX-5",
            ),
            (
                "It broke on 3 May 2024 and was mended on the [Tuesday].",
                "2025-01-27",
                "2024-05-07",
            ),
            ("It broke on the [Friday] ferry.", "2025-01-27", "2025-01-24"),
            ("It shut in a [Friday] vote.", "2025-01-27", "2025-01-24"),
            ("They held a rally [Friday] in town.", "2025-01-27", "2025-01-24"),
            (
                "LONDONThe minister said [Friday] that it would.",
                "2025-01-27",
                "2025-01-24",
            ),
        ],
        refusals: &[
            "The cat sat on the wall in the sun.",
            "They wed and were soon a happy pair.",
            "She reads the Sunday Times.",
            "The sun set behind the hill.",
            "A comet goes round the Sun. It is seen rarely.",
        ],
    },
    Rule {
        name: "weekday-which",
        family: "weekday",
        says: "A weekday with a word that says which: last, next, this, coming, past, following, previous.",
        starts: &[
            Class::Last,
            Class::Next,
            Class::This,
            Class::Past,
            Class::Coming,
            Class::Following,
            Class::Previous,
            Class::That,
            Class::Same,
            Class::The,
        ],
        read: which_day,
        examples: &[
            ("They met [last Friday].", "2025-01-27", "2025-01-24"),
            ("They met [last Monday].", "2025-01-27", "2025-01-20"),
            ("They meet [next Tuesday].", "2025-01-27", "2025-01-28"),
            ("They meet [this Thursday].", "2025-01-27", "2025-01-30"),
            ("They met [this past Thursday].", "2025-01-27", "2025-01-23"),
            ("They meet [this coming Thursday].", "2025-01-27", "2025-01-30"),
            (
                "It closed on 3 May 2024 and opened [the following Monday].",
                "2025-01-27",
                "2024-05-06",
            ),
        ],
        refusals: &["They last met in the hall.", "The next of them sat down."],
    },
    Rule {
        name: "nth-weekday",
        family: "weekday",
        says: "A weekday by its number in a month: “the first Monday of May 2024”, “the last Friday in June”.",
        starts: &[Class::The, Class::OrdinalWord, Class::Second, Class::Last],
        read: nth,
        examples: &[
            (
                "They met on [the first Monday of May 2024].",
                "2025-01-27",
                "2024-05-06",
            ),
            (
                "They met on [the last Friday in June 2024].",
                "2025-01-27",
                "2024-06-28",
            ),
            (
                "They met on [the third Thursday of last month].",
                "2025-01-27",
                "2024-12-19",
            ),
        ],
        refusals: &[
            "The first of them came by day.",
            "The last of the crew left in haste.",
        ],
    },
    Rule {
        name: "weekdays-ago",
        family: "weekday",
        says: "So many of a weekday back: “two Fridays ago”.",
        starts: &[Class::NumberWord, Class::Number],
        read: ago,
        examples: &[
            ("It shut [two Fridays ago] for good.", "2025-01-27", "2025-01-17"),
            (
                "It shut [three Mondays ago] for good.",
                "2025-01-27",
                "2025-01-06",
            ),
        ],
        refusals: &["The two of Friday were long ago.", "Two Friday boats left."],
    },
    Rule {
        name: "week-on-weekday",
        family: "weekday",
        says: "A day of the week after, or of the one after that: “a week on Tuesday”, “Tuesday week”, \
               “tomorrow week”, “a fortnight today”.",
        starts: &[Class::A, Class::Weekday, Class::NamedDay],
        read: week_on,
        examples: &[
            ("They meet [a week on Tuesday].", "2025-01-27", "2025-02-04"),
            ("They meet [Tuesday week].", "2025-01-27", "2025-02-04"),
            ("They meet [tomorrow week].", "2025-01-27", "2025-02-04"),
            ("They meet [a fortnight today].", "2025-01-27", "2025-02-10"),
            ("They meet [a week tomorrow].", "2025-01-27", "2025-02-04"),
            ("They meet [a fortnight on Tuesday].", "2025-01-27", "2025-02-11"),
        ],
        refusals: &[
            "They spend a week on boats.",
            "He works three days a week today.",
            "It is a week today since it sank.",
            "They are tomorrow week-long guests.",
        ],
    },
];

fn ago(c: Cursor) -> Option<Reading> {
    let (amount, at) = c.amount(0)?;
    let n = u32::try_from(amount.count()?)
        .ok()
        .filter(|n| (2..=10).contains(n))?;
    let plural = c.is(at, Class::Weekday) && c.word(at).ends_with('s');
    let day = units::weekday_of(c.token(at).value).filter(|_| plural && c.is(at + 1, Class::Ago))?;
    let last = Meaning::Named(Name::Weekday(day), Which::Last);
    let shift = Meaning::Shift {
        amount: Amount::whole(n - 1),
        grain: Grain::Week,
        back: true,
        from: From::Date(Box::new(last)),
    };
    Reading::new(at + 2, shift)
}

/// A weekday at `k` that is surely one, and the position after it.
pub(super) fn sure_weekday(c: Cursor, k: usize) -> Option<(crate::time::Weekday, usize)> {
    let day = units::weekday(c, k)?;
    let t = c.token(k);
    if !abbreviated(c, k) {
        return Some((day, k + 1));
    }
    // "this fri", "next sat": a word that says which leaves no doubt
    let which = match k.checked_sub(1) {
        Some(p) => c.any(
            p,
            &[
                Class::This,
                Class::Last,
                Class::Next,
                Class::Every,
                Class::Each,
                Class::Coming,
            ],
        ),
        None => matches!(c.back(1).class, Class::This | Class::Every | Class::Each),
    };
    if which {
        let stop = c.is(k + 1, Class::Stop) && c.glued(k + 1) && !c.glued(k + 2);
        return Some((day, if stop { k + 2 } else { k + 1 }));
    }
    // "round the Sun."
    let star = c.word(k) == "Sun"
        && match k.checked_sub(1) {
            Some(p) => c.is(p, Class::The),
            None => c.back(1).class == Class::The,
        };
    if !t.capital() || star {
        return None;
    }
    let stop = c.is(k + 1, Class::Stop) && c.glued(k + 1);
    let after = if stop { k + 2 } else { k + 1 };
    let dated = |k| c.any(k, &[Class::Month, Class::Number, Class::OrdinalNumber]);
    let follows = dated(after) || (c.is(after, Class::Comma) && dated(after + 1));
    // "Sun.", "Sat." end sentences too: "Mon" and the like need a date, a preposition or a full stop to be days.
    let led = match k.checked_sub(1) {
        Some(p) => c.any(p, LEADS),
        None => LEADS.contains(&c.back(1).class),
    };
    let is = follows
        || (stop && !t.shouting())
        || (led && (!matches!(c.word(k), "Sun" | "Sat" | "Wed" | "Mon") || !c.token(k + 1).capital()));
    is.then_some((day, after))
}

const LEADS: &[Class] = &[
    Class::On,
    Class::By,
    Class::Until,
    Class::Since,
    Class::Last,
    Class::Next,
    Class::From,
    Class::To,
    Class::Hyphen,
    Class::Dash,
    Class::Before,
    Class::After,
];

fn named(c: Cursor) -> Option<Reading> {
    // "the novel, The Tuesday Thieves, sold": a title
    let the = c.back(1).class == Class::The
        && c.back(1).capital()
        && !matches!(c.back(2).class, Class::Break | Class::Stop | Class::Quote);
    if the && c.token(1).capital() {
        return None;
    }
    // "Mr. Friday"
    if c.back(1).class == Class::Stop
        && matches!(c.word_back(2), "Mr" | "Mrs" | "Ms" | "Dr")
        && c.back(1).glued()
    {
        return None;
    }
    if let Some(r) = numbered(c) {
        return Some(r);
    }
    let (day, end) = sure_weekday(c, 0)?;
    let which = match () {
        () if any(c, end) || of_the_unknown(c, end) => Which::Any,
        () if the_told(c, end) => Which::That,
        () => Which::Bare,
    };
    Reading::new(end, Meaning::Named(Name::Weekday(day), which))
}

/// What makes of a weekday one of its kind before a noun: "on the Friday boat".
const NOUNS: &[Class] = &[
    Class::Word,
    Class::Counted,
    Class::Label,
    Class::TimeNoun,
    Class::Hyphen,
    Class::Number,
];

/// "on the Friday before admission": counted from what no calendar knows.
fn of_the_unknown(c: Cursor, end: usize) -> bool {
    let what = c.any(end + 1, &[Class::Word, Class::The, Class::Pronoun, Class::A]);
    c.back(1).class == Class::The && c.any(end, &[Class::Before, Class::After]) && what
}

/// "on the Tuesday": of the week just told, or the first one after the day just told.
fn the_told(c: Cursor, end: usize) -> bool {
    let led = matches!(
        c.back(2).class,
        Class::On | Class::By | Class::Until | Class::And | Class::From
    );
    let end = end + usize::from(c.is(end, Class::DayPart));
    c.back(1).class == Class::The && led && !c.any(end, NOUNS) && !c.is(end, Class::Of)
}

/// "on a Friday", "on a wet Sunday night in March": not said which. "In a Friday interview" is the last one's.
fn any(c: Cursor, end: usize) -> bool {
    let article = |k: usize| c.back(k).class == Class::A;
    // "on a wet Friday", but "held a rally Friday"
    let described = c.back(1).class == Class::Word && article(2) && c.back(3).class == Class::On;
    let end = end + usize::from(c.is(end, Class::DayPart));
    let noun = c.any(end, NOUNS) && !matches!(c.word(end), "when" | "after");
    (article(1) || described) && !noun
}

fn which_day(c: Cursor) -> Option<Reading> {
    let mut k = 0;
    let the = c.is(0, Class::The);
    if the {
        k = 1;
    }
    let mut w = which(c, k)?;
    k += 1;
    // "this past Friday", "this coming Friday", "that same Friday"
    if matches!(w, Which::This | Which::That)
        && let Some(inner @ (Which::Last | Which::Next | Which::That)) = which(c, k)
        && !c.any(k, &[Class::Last, Class::Next])
    {
        w = inner;
        k += 1;
    }
    if the {
        w = match w {
            Which::Next => Which::Following,
            Which::Last if c.is(1, Class::Last) => return None,
            w => w,
        };
    }
    let (day, end) = sure_weekday(c, k)?;
    // "the last Thursday before the holidays": counted from what no calendar knows
    if c.is(0, Class::Last) && c.back(1).class == Class::The && c.is(end, Class::Before) {
        w = Which::Any;
    }
    Reading::new(end, Meaning::Named(Name::Weekday(day), w))
}

fn nth(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.is(0, Class::The));
    let n = match c.class(k) {
        Class::Last => -1,
        _ => i8::try_from(c.ordinal(k)?.0)
            .ok()
            .filter(|n| (1..=5).contains(n))?,
    };
    let day = units::weekday(c, k + 1)?;
    if !c.any(k + 2, &[Class::Of, Class::In]) {
        return None;
    }
    let inner = super::find::read_inner(
        c.ahead(k + 3),
        &["modifier", "duration", "set", "range", "ago", "clock"],
    )?;
    let month = inner.meaning.grain() == Some(Grain::Month) && inner.meaning.is_place();
    month.then(|| {
        let name = Meaning::bare(Name::NthWeekday(n, day));
        Reading::new(k + 3 + inner.len, Meaning::within(name, inner.meaning))
    })?
}

/// "Friday the 13th", "Tuesday 14th": day and weekday, the month left out.
fn numbered(c: Cursor) -> Option<Reading> {
    let day = units::weekday(c, 0)?;
    let k = 1 + usize::from(c.is(1, Class::The));
    let t = c.token(k);
    let number = t.class == Class::OrdinalNumber && (1..=31).contains(&t.value);
    if !number
        || c.any(k + 1, &[Class::Of, Class::Month, Class::Word, Class::Hyphen]) && !c.is(k + 1, Class::Word)
    {
        return None;
    }
    // "Sunday 2nd XI": what is counted stands behind without an article
    if k == 1 && c.is(2, Class::Word) && !c.token(2).begins_line() {
        return None;
    }
    let parts = super::DateParts {
        day: Some(t.value as u8),
        weekday: Some(day),
        ..Default::default()
    };
    Reading::new(k + 1, Meaning::Date(parts))
}

fn week_on(c: Cursor) -> Option<Reading> {
    let named = |k: usize| match c.token(k).value {
        1 => Some(0),
        2 => Some(1),
        _ => None,
    };
    if c.is(0, Class::NamedDay) {
        let bare = c.says(1, "week") && !c.any(2, &[Class::Word, Class::Hyphen, Class::Apostrophe]);
        return bare.then(|| Reading::new(2, Meaning::Days(7 + named(0)?)))?;
    }
    let weeks = match () {
        () if c.says(1, "week") => 1,
        () if c.says(1, "fortnight") => 2,
        () => 0,
    };
    if c.is(0, Class::A) && weeks > 0 && c.is(2, Class::NamedDay) {
        // "three days a week today", "a week today since"
        let rate = matches!(
            c.back(1).class,
            Class::Unit
                | Class::Number
                | Class::NumberWord
                | Class::Times
                | Class::TimesWord
                | Class::Counted
        );
        let days = Meaning::Days(7 * weeks + named(2)?);
        return (!rate && !c.is(3, Class::Since)).then(|| Reading::new(3, days))?;
    }
    if c.is(0, Class::A) && weeks == 2 && c.is(2, Class::On) {
        let (day, end) = sure_weekday(c, 3)?;
        let from = From::Date(Box::new(Meaning::Named(Name::Weekday(day), Which::AfterNext)));
        let shift = Meaning::Shift {
            amount: Amount::whole(1),
            grain: Grain::Week,
            back: false,
            from,
        };
        return Reading::new(end, shift);
    }
    if let Some(day) = units::weekday(c, 0) {
        let bare = c.says(1, "week") && !c.any(2, &[Class::Word, Class::Month]) && !abbreviated(c, 0);
        return bare.then(|| Reading::new(2, Meaning::Named(Name::Weekday(day), Which::AfterNext)))?;
    }
    if c.is(0, Class::A) && c.says(1, "week") && c.any(2, &[Class::On, Class::From]) {
        let (day, end) = sure_weekday(c, 3)?;
        let meaning = if c.is(2, Class::On) {
            Meaning::Named(Name::Weekday(day), Which::AfterNext)
        } else {
            Meaning::Shift {
                amount: Amount::whole(1),
                grain: Grain::Week,
                back: false,
                from: From::Date(Box::new(Meaning::Named(Name::Weekday(day), Which::Next))),
            }
        };
        return Reading::new(end, meaning);
    }
    None
}

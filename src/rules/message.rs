//! What names a time in a short message alone: there "morning all!!" is this morning and "long day :(" a day.
//! Annotators of messages mark each such word (of 742 messages every bare day, night, week and season, on both
//! halves); in prose the same words name no time. Which texts are messages: [`crate::text::register`].

use super::units::{season, unit};
use super::{Meaning, Name, Reading, Reference, Rule, Which, clock, feast};
use crate::text::{Amount, Class, Cursor, Flags};
use crate::time::Grain;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "message-unit",
        family: "message",
        says: "In a short message: a unit alone, “nice day”, “the week”, “last day”, “Day 3”.",
        starts: &[
            Class::Unit,
            Class::The,
            Class::A,
            Class::NumberWord,
            Class::Last,
            Class::OrdinalWord,
        ],
        read: bare_unit,
        examples: &[
            ("Have a nice [day] :)", "2025-01-27", "P1D"),
            ("What a way to end [the week]!!", "2025-01-27", "2025-W05"),
            ("[Last day] of the trip #sele", "2025-01-27", "2025-01-27"),
            ("[Day 3] of the trip #sele", "2025-01-27", "P1D"),
            ("Where did [the hours] go lol", "2025-01-27", "PTXH"),
        ],
        refusals: &[
            "Have a nice day, he told them.",
            "Where the day went nobody knew.",
            "The day of the pier has come.",
        ],
    },
    Rule {
        name: "message-part",
        family: "message",
        says: "In a short message: a part of its own day, “morning!!”, “date night”.",
        starts: &[Class::DayPart, Class::The, Class::A, Class::Noon],
        read: part,
        examples: &[
            ("Good [morning] all!!", "2025-01-27", "2025-01-27TMO"),
            ("Date [night] with @mia", "2025-01-27", "2025-01-27TNI"),
        ],
        refusals: &["Good morning to all of them.", "The night shift is tired."],
    },
    Rule {
        name: "message-season",
        family: "message",
        says: "In a short message: a season, a weekend or a feast, whatever stands before it.",
        starts: &[Class::Season, Class::Weekend, Class::Feast, Class::Word],
        read: season_or_feast,
        examples: &[
            (
                "New #jackets for spring, [winter] is over",
                "2025-03-27",
                "2024-WI",
            ),
            ("Great [weekend] with @mia", "2025-01-27", "2025-W04-WE"),
            ("Merry [Xmas] to all!!", "2024-12-24", "2024-12-25"),
        ],
        refusals: &["A Christmas Carol is on.", "A long weekend house is for sale."],
    },
    Rule {
        name: "message-reference",
        family: "message",
        says: "In a short message: the past and the future.",
        starts: &[Class::The, Class::FutureNoun],
        read: reference,
        examples: &[
            ("Left in [the past] #done", "2025-01-27", "PAST_REF"),
            ("This is [the future] lol", "2025-01-27", "FUTURE_REF"),
        ],
        refusals: &["The future of the pier is open.", "It is a thing of the past."],
    },
    Rule {
        name: "message-named-day",
        family: "message",
        says: "In a short message: “2day”, “2nite”, “2moro”.",
        starts: &[Class::Number],
        read: figure_day,
        examples: &[
            (
                "Band plays [2nite] at the #harbour",
                "2025-01-27",
                "2025-01-27TNI",
            ),
            ("See u [2moro] at the pier", "2025-01-27", "2025-01-28"),
        ],
        refusals: &["Got 2 days left lol", "Need 2 nights off :("],
    },
    Rule {
        name: "message-clock",
        family: "message",
        says: "In a short message: four figures of a clock, “abt 2250”.",
        starts: &[Class::Number],
        read: four_figures,
        examples: &[("Came back at [2250] lol", "2025-01-27", "2025-01-27T22:50")],
        refusals: &["Came back in 2050 lol maybe", "They met 1845 of them."],
    },
];

fn bare_unit(c: Cursor) -> Option<Reading> {
    let the = c.is(0, Class::The);
    let one = c.is(0, Class::NumberWord) && c.token(0).value == 1;
    let last = c.is(0, Class::Last);
    let first = c.is(0, Class::OrdinalWord) && c.token(0).value == 1;
    let led = the || one || last || first || c.is(0, Class::A);
    let k = usize::from(led);
    let u = unit(c, k).filter(|u| u.times == 1 && (Grain::Hour..=Grain::Year).contains(&u.grain))?;
    let class = c.class(k);
    if class != Class::Unit || u.grain == Grain::DayPart || c.is(k + 1, Class::Hyphen) && c.glued(k + 1) {
        return None;
    }
    let length = Meaning::Length {
        amount: if u.plural { Amount::Vague } else { Amount::whole(1) },
        grain: u.grain,
    };
    if !led && u.grain == Grain::Day && c.number(k + 1).is_some_and(|(_, digits)| digits <= 2) {
        return Reading::new(k + 2, length);
    }
    let own = (the || last && u.grain == Grain::Day) && !u.plural && u.grain >= Grain::Day;
    if last && !own || (one || first) && u.grain != Grain::Day {
        return None;
    }
    let meaning = match u.grain {
        Grain::Day if own => Meaning::Days(0),
        grain if own => Meaning::Unit(grain, Which::This),
        _ => length,
    };
    Reading::new(k + 1, meaning)
}

fn part(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.any(0, &[Class::The, Class::A]));
    if c.is(k, Class::Noon) {
        return None;
    }
    let part = clock::part_in(c, k)?;
    Reading::new(k + 1, Meaning::bare(Name::Part(part)))
}

fn season_or_feast(c: Cursor) -> Option<Reading> {
    if c.is(0, Class::Weekend) {
        return Reading::new(1, Meaning::Unit(Grain::Weekend, Which::Bare));
    }
    if let Some(s) = season(c, 0) {
        // "fall" is a verb more often
        return (!c.says(0, "fall"))
            .then(|| Reading::new(1, Meaning::Named(Name::Season(s), Which::This)))?;
    }
    let (f, end) = feast::named_at(c, 0, false)?;
    Reading::new(end, Meaning::bare(Name::Feast(f)))
}

fn reference(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.is(0, Class::The));
    if c.says(k, "future") {
        return Reading::new(k + 1, Meaning::Reference(Reference::Future));
    }
    let past = k == 1 && c.says(1, "past") && !c.any(2, super::ago::AMOUNTS);
    past.then(|| Reading::new(2, Meaning::Reference(Reference::Past)))?
}

fn four_figures(c: Cursor) -> Option<Reading> {
    let (n, 4) = c.number(0)? else { return None };
    let led = matches!(c.back(1).class, Class::At | Class::About | Class::Nearly) && !c.token(0).glued();
    let year = (1900..2100).contains(&n);
    let fine = n / 100 < 24 && n % 100 < 60 && !year && !c.token(1).flags.has(Flags::GROUPED);
    let counted = c.any(1, &[Class::Counted, Class::Unit, Class::Of, Class::Percent]);
    (led && fine && !counted)
        .then(|| Reading::new(1, Meaning::Clock(clock::exact(n / 100, n % 100, None, None))))?
}

fn figure_day(c: Cursor) -> Option<Reading> {
    if c.number(0) != Some((2, 1)) || !c.glued(1) {
        return None;
    }
    let day = match c.word(1).to_ascii_lowercase().as_str() {
        "nite" | "night" => Meaning::within(
            Meaning::bare(Name::Part(crate::time::DayPart::Night)),
            Meaning::Days(0),
        ),
        "day" => Meaning::Days(0),
        "moro" | "morrow" | "mrw" => Meaning::Days(1),
        _ => return None,
    };
    Reading::new(2, day)
}

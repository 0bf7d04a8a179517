//! Lengths, and stretches that touch the day of writing.

use super::ago::{AMOUNTS, amount_of};
use super::units::{hyphen, unit};
use super::{Meaning, Reading, Rule};
use crate::text::{Amount, Class, Cursor};
use crate::time::Grain;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "length",
        family: "duration",
        says: "A number of units: “three days”, “two and a half years”, “several months”, “10-minute”.",
        starts: AMOUNTS,
        read: length,
        examples: &[
            ("It lasted [three days] in all.", "2025-01-27", "P3D"),
            ("It lasted [two hours] in all.", "2025-01-27", "PT2H"),
            ("It lasted for [several months] in all.", "2025-01-27", "PXM"),
            ("It could take [a month or two] yet.", "2025-01-27", "P1M"),
            ("A [10-minute] pause.", "2025-01-27", "PT10M"),
            ("It lasted [two and a half years] in all.", "2025-01-27", "P2.5Y"),
            ("It lasted for [decades] in all.", "2025-01-27", "PXDE"),
            ("It will last [two days] in all.", "2025-01-27", "P2D"),
            (
                "It runs for [thirty-six (36) months] from then.",
                "2025-01-27",
                "P36M",
            ),
            (
                "It kept up for [a quarter of an hour] then.",
                "2025-01-27",
                "PT15M",
            ),
            ("It took [ten Working Days] to answer.", "2025-01-27", "P10D"),
        ],
        refusals: &[
            "The 12-year-old boy ran.",
            "She is 40 years old.",
            "One day it will be done.",
            "A second man came.",
            "A minute detail.",
            "The two (3) months were wrong.",
            "A quarter of an acre was sold.",
            "It was the second fire in as many weeks.",
        ],
    },
    Rule {
        name: "stretch",
        family: "duration",
        says: "A stretch up to or from now: “the past two months”, “the next three years”, “recent weeks”.",
        starts: &[
            Class::The,
            Class::Past,
            Class::Last,
            Class::Next,
            Class::Coming,
            Class::Recent,
            Class::Previous,
            Class::Following,
            Class::Within,
        ],
        read: stretch,
        examples: &[
            ("It grew in [the past two months] again.", "2025-01-27", "P2M"),
            (
                "It will grow over [the next three years] too.",
                "2025-01-27",
                "P3Y",
            ),
            ("It grew in [recent weeks] again.", "2025-01-27", "PXW"),
            ("It grew over [the last decade] again.", "2025-01-27", "P10Y"),
            ("In [the nine months] it grew.", "2025-01-27", "P9M"),
            ("It fell in [the four previous weeks] too.", "2025-01-27", "P4W"),
            (
                "It will grow over [the next two years or so] too.",
                "2025-01-27",
                "P2Y",
            ),
        ],
        refusals: &[
            "The past two were good.",
            "The next three left.",
            "The two previous owners left.",
        ],
    },
];

/// Verbs behind which a unit alone is a length: "it took days".
const LASTING: &[&str] = &[
    "take", "takes", "took", "taken", "taking", "lasts", "lasted", "lasting", "spend", "spends", "spent",
];

fn length(c: Cursor) -> Option<Reading> {
    // "month-long"
    if let Some(u) = unit(c, 0).filter(|u| !u.plural && u.grain >= Grain::Hour && c.is(0, Class::Unit))
        && hyphen(c, 1)
        && c.is(2, Class::Long)
    {
        let amount = Amount::whole(u.times);
        return Reading::new(
            3,
            Meaning::Length {
                amount,
                grain: u.grain,
            },
        );
    }
    // "in the weeks before the vote"
    if let Some(u) = unit(c, 0).filter(|u| u.plural && u.grain >= Grain::Day && c.is(0, Class::Unit))
        && c.back(1).class == Class::The
        && c.any(1, &[Class::Before, Class::After])
        && !c.any(2, &[Class::Stop, Class::Comma])
    {
        return Reading::new(
            1,
            Meaning::Length {
                amount: Amount::Vague,
                grain: u.grain,
            },
        );
    }
    // "the second fire in as many weeks": a number said before
    if c.back(1).class == Class::As && c.says(0, "many") {
        return None;
    }
    let bare = c.any(0, &[Class::Unit, Class::Second]);
    let (amount, grain, end) = amount_of(c, 0)?;
    if bare {
        // "for weeks", "in years", "took months": units alone say little
        let led = matches!(
            c.back(1).class,
            Class::For | Class::Within | Class::About | Class::In | Class::Over | Class::After
        ) || LASTING.contains(&c.word_back(1));
        let long = hyphen(c, end) && c.is(end + 1, Class::Long);
        if long && grain >= Grain::Hour {
            return Reading::new(end + 2, Meaning::Length { amount, grain });
        }
        if !led || grain < Grain::Hour || c.any(end, &[Class::Of]) {
            return None;
        }
    }
    // ages: "12-year-old", "40 years old", "aged"
    if hyphen(c, end) && c.is(end + 1, Class::Old)
        || c.is(end, Class::Old)
        || c.says(end, "of") && c.says(end + 1, "age")
    {
        return None;
    }
    let article = c.is(0, Class::A);
    if article {
        // "a day", "a year": how often or how much rather than how long, unless a word says length
        let led = matches!(
            c.back(1).class,
            Class::For
                | Class::Within
                | Class::Than
                | Class::Least
                | Class::Over
                | Class::Nearly
                | Class::In
                | Class::Under
                | Class::About
                | Class::Half
                | Class::After
        ) || (grain >= Grain::Day
            && c.any(end, &[Class::Before, Class::After])
            && c.any(end + 1, &[Class::The, Class::Pronoun]));
        // "a day or two" is a length, whatever leads to it
        let vague = amount != Amount::whole(1) || c.is(1, Class::Half) || c.is(2, Class::Or) && end > 2;
        // "a quarter" is a fourth as often
        let fourth = c.is(1, Class::Quarter) && grain == Grain::Quarter;
        if c.any(1, &[Class::Second, Class::Weekend]) || fourth || !(led || vague) {
            return None;
        }
    }
    // "one day", "one night": some day
    if c.is(0, Class::NumberWord)
        && c.token(0).value == 1
        && grain == Grain::Day
        && !hyphen(c, 1)
        && !matches!(
            c.back(1).class,
            Class::For | Class::Within | Class::Than | Class::Least | Class::Just | Class::Nearly | Class::In
        )
    {
        return None;
    }
    // "Day 3", "3 Quarter Street", "the 40 hour": a number before a capital unit is a name
    let defined = end > 1 && ["working", "business"].iter().any(|w| c.says(end - 2, w));
    if c.token(end - 1).capital() && !c.token(0).capital() && !c.token(end - 1).shouting() && !defined {
        return None;
    }
    if matches!(
        grain,
        Grain::Quarter | Grain::Half | Grain::Weekend | Grain::Season
    ) && amount == Amount::Vague
    {
        return None;
    }
    // "three quarters of the town", "two seconds"
    if grain == Grain::Quarter && c.any(end, &[Class::Of, Class::Hyphen]) {
        return None;
    }
    // "two minutes’ walk" keeps its possessive outside; "-long" belongs to it: "day-long", "week-long"
    let end = if hyphen(c, end) && c.is(end + 1, Class::Long) {
        end + 2
    } else {
        end
    };
    Reading::new(or_so(c, end), Meaning::Length { amount, grain })
}

/// The position after "or so", where it follows.
fn or_so(c: Cursor, k: usize) -> usize {
    if c.is(k, Class::Or) && c.says(k + 1, "so") {
        k + 2
    } else {
        k
    }
}

/// "the nine months", "the first two years": a length that the story has told of.
fn the_length(c: Cursor) -> Option<Reading> {
    let mut k = 1;
    if c.is(k, Class::OrdinalWord) && c.token(k).value == 1 {
        k += 1;
    }
    if !c.any(k, &[Class::NumberWord, Class::Number]) {
        return None;
    }
    let (amount, grain, end) = amount_of(c, k)?;
    let whole = amount.count().is_some_and(|n| n > 1) && (Grain::Day..=Grain::Century).contains(&grain);
    let adjective = hyphen(c, k + 1) || c.is(end, Class::Old) || hyphen(c, end);
    (whole && !adjective).then(|| Reading::new(end, Meaning::Length { amount, grain }))?
}

/// "the four previous weeks", "the two past years": the number before the word that says which.
fn counted_before(c: Cursor) -> Option<Reading> {
    let (amount, at) = c.amount(1).filter(|_| !c.is(1, Class::A))?;
    let back = match c.class(at) {
        Class::Past | Class::Previous => true,
        Class::Coming | Class::Following => false,
        _ => return None,
    };
    let u = unit(c, at + 1).filter(|u| u.plural && u.times == 1)?;
    Reading::new(
        at + 2,
        Meaning::Stretch {
            amount,
            grain: u.grain,
            back,
        },
    )
}

fn stretch(c: Cursor) -> Option<Reading> {
    let the = c.is(0, Class::The);
    if the && let Some(r) = the_length(c) {
        return Some(r);
    }
    let k = usize::from(the);
    if the && let Some(r) = counted_before(c) {
        return Some(r);
    }
    // "will last two days"
    let verb = matches!(c.back(1).class, Class::Will | Class::Modal | Class::To) || c.word_back(1) == "may";
    let back = match c.class(k) {
        Class::Last if verb && !the => return None,
        Class::Past | Class::Last | Class::Previous | Class::Recent => true,
        Class::Next | Class::Coming | Class::Following => false,
        Class::Within if !the => {
            let (amount, grain, end) = amount_of(c, 1)?;
            if c.is(1, Class::Unit) || c.any(end, &[Class::Of, Class::Old]) {
                return None;
            }
            let mut r = Reading::new(end, Meaning::Length { amount, grain })?;
            r.skip = 1;
            return Some(r);
        }
        _ => return None,
    };
    let at = k + 1;
    if let Some(u) = unit(c, at).filter(|u| !u.plural) {
        // "the past year", "the last decade"; "the last week" is a week, read elsewhere
        let past = c.is(k, Class::Past) || u.grain >= Grain::Decade;
        let coming = c.is(k, Class::Next) && super::deictic::over(c) && u.grain >= Grain::Week;
        let fine = the && (past || coming) && u.grain >= Grain::Day
            || (c.is(k, Class::Past) && matches!(u.grain, Grain::Decade | Grain::Year));
        let fine = fine || or_so(c, at + 1) > at + 1;
        if !fine || u.grain == Grain::DayPart || u.grain == Grain::Weekend {
            return None;
        }
        return Reading::new(
            or_so(c, at + 1),
            Meaning::Stretch {
                amount: Amount::whole(u.times),
                grain: u.grain,
                back,
            },
        );
    }
    let vague = unit(c, at).is_some_and(|u| u.plural);
    let (amount, grain, end) = amount_of(c, at)?;
    if c.is(at, Class::A) || c.any(end, &[Class::Of]) && vague {
        return None;
    }
    // "last minutes of the game"
    if vague
        && !c.any(
            k,
            &[
                Class::Recent,
                Class::Coming,
                Class::Past,
                Class::Following,
                Class::Previous,
            ],
        )
    {
        return None;
    }
    Reading::new(or_so(c, end), Meaning::Stretch { amount, grain, back })
}

//! Seasons: named, which one, and of which year.

use super::units::{season, which};
use super::{From, Meaning, Name, Reading, Rule, Which};
use crate::text::{Amount, Class, Cursor};
use crate::time::Grain;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "season-named",
        family: "season",
        says: "A season alone: “in the summer”, “winter”, “summer 1998”.",
        starts: &[Class::Season, Class::The],
        read: named,
        examples: &[
            ("It opened in [the summer] and closed.", "2025-01-27", "2024-SU"),
            ("It opened in [summer 1998] and closed.", "2025-01-27", "1998-SU"),
            (
                "It opened in [the spring of 1998] and closed.",
                "2025-01-27",
                "1998-SP",
            ),
            ("They left in [autumn].", "2025-01-27", "2024-FA"),
            (
                "It shut over [the winter of 1987/88] once.",
                "2025-01-27",
                "1987-WI",
            ),
        ],
        refusals: &[
            "They fall in line.",
            "The fall of the city was near.",
            "It will spring a leak.",
            "Prices fall again.",
            "Driver died after fall at depot.",
            "A man was hurt in fall from roof.",
            "A spring in the mattress broke.",
            "The Summer Palace is shut.",
        ],
    },
    Rule {
        name: "season-which",
        family: "season",
        says: "A season with a word that says which: last, next, this, the following.",
        starts: &[
            Class::Last,
            Class::Next,
            Class::This,
            Class::Past,
            Class::Coming,
            Class::Following,
            Class::Previous,
            Class::That,
            Class::The,
        ],
        read: which_season,
        examples: &[
            ("It opened [last summer].", "2025-01-27", "2024-SU"),
            ("It opens [next spring].", "2025-01-27", "2025-SP"),
            ("It opened [this winter].", "2025-01-27", "2024-WI"),
            ("It broke [last fall].", "2025-01-27", "2024-FA"),
        ],
        refusals: &["The last fall of snow was deep."],
    },
    Rule {
        name: "seasons-ago",
        family: "season",
        says: "So many of a season back: “two summers ago”.",
        starts: &[Class::NumberWord, Class::Number],
        read: ago,
        examples: &[
            ("It opened [two summers ago].", "2024-06-11", "2022-SU"),
            ("It opened [two summers ago].", "2024-11-11", "2023-SU"),
            ("It opened [three winters ago].", "2024-06-11", "2021-WI"),
        ],
        refusals: &["Two springs ago-go dancers drank from."],
    },
];

fn ago(c: Cursor) -> Option<Reading> {
    if !c.is(1, Class::Season) || !c.is(2, Class::Ago) || !c.word(1).ends_with('s') {
        return None;
    }
    let n = c.token(0).value;
    let last = Meaning::Named(Name::Season(season(c, 1)?), Which::Last);
    let shift = Meaning::Shift {
        amount: Amount::whole(n.checked_sub(1)?),
        grain: Grain::Year,
        back: true,
        from: From::Date(Box::new(last)),
    };
    (2..=10).contains(&n).then(|| Reading::new(3, shift))?
}

fn named(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.is(0, Class::The));
    let s = season(c, k)?;
    let name = Meaning::bare(Name::Season(s));
    let t = c.token(k);
    let word = c.word(k);
    let doubtful = word.eq_ignore_ascii_case("fall") || word.eq_ignore_ascii_case("spring");
    // "the fall of the city", "the spring of water"
    let of = if c.is(k + 1, Class::Of) { k + 2 } else { k + 1 };
    if let Some((year, end)) = two_years(c, of) {
        return Reading::new(end, Meaning::within(name, Meaning::year(year)));
    }
    if let Some((year, short_year, end)) = super::month_day::year_after(c, of) {
        let parts = super::DateParts {
            year: Some(year),
            short_year,
            ..Default::default()
        };
        return Reading::new(end, Meaning::within(name, Meaning::Date(parts)));
    }
    // "summer 2018–19" and the like are read by the above; a capital before a name is a name ("Summer Palace").
    let next = c.token(k + 1);
    if t.capital() && next.capital() && next.class == Class::Word {
        return None;
    }
    let before = c.back(1).class;
    let led = matches!(
        before,
        Class::In
            | Class::During
            | Class::Since
            | Class::By
            | Class::Until
            | Class::Before
            | Class::After
            | Class::Throughout
            | Class::Early
            | Class::Late
            | Class::Mid
            | Class::Hyphen
    );
    let of_thing = c.is(k + 1, Class::Of)
        && !c.any(
            k + 2,
            &[Class::Last, Class::This, Class::Next, Class::That, Class::Number],
        )
        && !(c.is(k + 2, Class::The)
            && c.any(
                k + 3,
                &[Class::Following, Class::Next, Class::Same, Class::Previous],
            ));
    // "died after fall at depot", "hurt in fall from roof"
    let dropped = k == 0
        && word.eq_ignore_ascii_case("fall")
        && (c.any(1, &[Class::From, Class::At]) && before != Class::Since
            || ["down", "off", "into", "onto"]
                .iter()
                .any(|w| c.word(1).eq_ignore_ascii_case(w)));
    if of_thing || dropped || (doubtful && !led) || (k == 0 && !led) {
        return None;
    }
    if k == 1 && !led && next.class == Class::Word && !next.capital() && !c.word(k + 1).ends_with('s') {
        // "the summer heat": a kind, not a time
        return None;
    }
    Reading::new(k + 1, name)
}

/// "the winter of 1987/88", "winter 2021-22" at `k`: the first of the two years, and the position after them.
fn two_years(c: Cursor, k: usize) -> Option<(i32, usize)> {
    let ((year, 4), (next, 2)) = (c.number(k)?, c.number(k + 2)?) else {
        return None;
    };
    let tight = c.any(k + 1, &[Class::Slash, Class::Hyphen, Class::Dash]) && c.glued(k + 1) && c.glued(k + 2);
    (tight && next == (year + 1) % 100).then_some((year as i32, k + 3))
}

fn which_season(c: Cursor) -> Option<Reading> {
    let the = c.is(0, Class::The);
    let mut k = usize::from(the);
    let mut w = which(c, k)?;
    k += 1;
    if w == Which::This && c.any(k, &[Class::Past, Class::Coming]) {
        w = which(c, k)?;
        k += 1;
    }
    if the && w == Which::Next {
        w = Which::Following;
    }
    let s = season(c, k).filter(|_| !c.word(k).ends_with('s'))?;
    // "this fall", but "this fall in prices", "the last fall of snow"
    let noun = c.word(k).eq_ignore_ascii_case("fall")
        && c.any(k + 1, &[Class::In, Class::Of])
        && c.any(k + 2, &[Class::Word, Class::The]);
    (!noun).then(|| Reading::new(k + 1, Meaning::Named(Name::Season(s), w)))?
}

//! Months: named, and which one, and of which year.

use super::month_day::year_after;
use super::units::{abbreviated, month, which};
use super::{DateParts, Meaning, Name, Reading, Rule, Which};
use crate::text::{Class, Cursor};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "month-named",
        family: "month",
        says: "A month alone, in full or short.",
        starts: &[Class::Month],
        read: named,
        examples: &[
            ("It sent them in [October].", "2025-01-27", "2024-10"),
            ("It fell in [January].", "2025-01-27", "2025-01"),
            ("The ban will start in [March].", "2025-01-27", "2025-03"),
            ("They left in [Sept.] and came back.", "2025-01-27", "2024-09"),
            ("The talks in [May] failed.", "2025-01-27", "2024-05"),
        ],
        refusals: &[
            "He may leave, and that may be well.",
            "They march on the city.",
            "May Pritchard opened the door.",
            "It was an august assembly.",
            "April Jones and June Carter sang.",
            "You may be right.",
            "Its shape may mar the view.",
        ],
    },
    Rule {
        name: "month-which",
        family: "month",
        says: "A month with a word that says which: last, next, this, the following.",
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
        read: which_month,
        examples: &[
            ("It opened [last December].", "2025-01-27", "2024-12"),
            ("It opened [last January].", "2025-01-27", "2024-01"),
            ("It opens [next May].", "2025-01-27", "2025-05"),
            ("It opens [this March].", "2025-01-27", "2025-03"),
        ],
        refusals: &["They last march together.", "This may be it."],
    },
    Rule {
        name: "month-year",
        family: "month",
        says: "A month of a year: “October 2024”, “Oct. 2024”, “October of 2024”, “October ’24”.",
        starts: &[Class::Month],
        read: of_year,
        examples: &[
            ("It closed in [October 2024].", "2025-01-27", "2024-10"),
            ("It closed in [Oct. 2024].", "2025-01-27", "2024-10"),
            ("It closed in [October of 1998].", "2025-01-27", "1998-10"),
            ("It closed in [May, 1998].", "2025-01-27", "1998-05"),
            ("It fell in [March 44 BC].", "2025-01-27", "BC0044-03"),
        ],
        refusals: &["March 2000 miles to the sea."],
    },
];

/// Whether the month at `k` is surely one. `led` says that a word before it leaves no doubt.
fn sure(c: Cursor, k: usize, led: bool) -> bool {
    let t = c.token(k);
    if !t.capital() {
        return false;
    }
    let doubtful = t.flags.has(crate::text::Flags::SHORT);
    if !doubtful && !matches!(t.value, 4 | 6) {
        return true;
    }
    let before = if k > 0 { c.token(k - 1) } else { c.back(1) };
    let preposition = matches!(
        before.class,
        Class::In
            | Class::Since
            | Class::Until
            | Class::By
            | Class::From
            | Class::During
            | Class::Before
            | Class::After
            | Class::Between
            | Class::Early
            | Class::Late
            | Class::Mid
            | Class::Through
            | Class::Throughout
            | Class::To
            | Class::Of
            | Class::Last
            | Class::Next
            | Class::This
            | Class::Each
            | Class::Every
            | Class::Hyphen
            | Class::Dash
            | Class::Slash
            | Class::And
            | Class::Or
    );
    // "Jan–Mar 2021": two months joined prove each other
    let joined =
        c.any(k + 1, &[Class::Hyphen, Class::Dash]) && c.is(k + 2, Class::Month) && c.token(k + 2).capital();
    if joined && t.capital() && !t.glued() {
        return true;
    }
    // "The March accession": an article before, a small noun behind
    let adjective = c.token(k + 1).class == Class::Word
        && !c.token(k + 1).capital()
        && k == 0
        && c.back(1).class == Class::The
        && !c.back(2).shouting();
    if doubtful && adjective && t.capital() && !t.shouting() && !t.glued() {
        return true;
    }
    let next = c.token(k + 1);
    let is_name = next.capital() && !next.glued() && matches!(next.class, Class::Word | Class::Letter);
    if abbreviated(c, k) {
        let stop = c.is(k + 1, Class::Stop) && c.glued(k + 1);
        // "Mar", "Jan", "Dec" alone are names and verbs as often.
        return (preposition || led) && (stop || !is_name) || (stop && t.value != 5 && !t.shouting());
    }
    if t.glued() && before.class == Class::Word {
        return false;
    }
    // "in April Nixon went" has a month before the name; "June Carter sang" has none.
    let sure_lead = matches!(
        before.class,
        Class::In
            | Class::Since
            | Class::Until
            | Class::During
            | Class::Early
            | Class::Late
            | Class::Mid
            | Class::Last
            | Class::Next
            | Class::Throughout
    );
    if is_name && !sure_lead {
        return false;
    }
    // "the March for Life", "the 1963 March on Washington": a march with a name of its own
    let behind = c.token(k + 2);
    let called = t.value == 3
        && c.any(k + 1, &[Class::For, Class::On, Class::Of])
        && behind.class == Class::Word
        && behind.capital();
    if called && !sure_lead && !c.token(k + 1).capital() {
        return false;
    }
    // "the Long March"
    if doubtful && before.capital() && !preposition && !led && before.class != Class::Break {
        return false;
    }
    // April and June are months unless a name follows; May, March and August need a preposition before them, or to
    // stand in the middle of a sentence, where a verb or adjective would not be a capital.
    let begins = matches!(
        before.class,
        Class::Break | Class::Stop | Class::Quote | Class::Shout | Class::Colon
    );
    preposition
        || led
        || (!begins && !before.shouting() && !(t.shouting()) && before.class != Class::Word)
        || (!begins && !t.shouting() && !before.capital())
        || (matches!(t.value, 4 | 6 | 8) && !t.shouting())
}

fn named(c: Cursor) -> Option<Reading> {
    let (m, end) = month(c, 0)?;
    sure(c, 0, false).then(|| Reading::new(end, Meaning::bare(Name::Month(m))))?
}

fn which_month(c: Cursor) -> Option<Reading> {
    let mut k = usize::from(c.is(0, Class::The));
    let the = k == 1;
    let mut w = which(c, k)?;
    k += 1;
    if matches!(w, Which::This) && c.any(k, &[Class::Past, Class::Coming]) {
        w = which(c, k)?;
        k += 1;
    }
    if the {
        w = match w {
            Which::Next => Which::Following,
            Which::Previous | Which::Following | Which::That => w,
            _ => return None,
        };
    }
    let (m, end) = month(c, k)?;
    // "this may" is a verb; "last March" is none.
    sure(c, k, true).then(|| Reading::new(end, Meaning::Named(Name::Month(m), w)))?
}

fn of_year(c: Cursor) -> Option<Reading> {
    let (m, mut k) = month(c, 0)?;
    if c.any(k, &[Class::Comma, Class::Of]) {
        k += 1;
    }
    let (year, short_year, end) = year_after(c, k)?;
    let counted = c.any(end, &[Class::Counted, Class::Percent, Class::Unit]) && !c.glued(end);
    let parts = DateParts {
        year: Some(year),
        short_year,
        month: Some(m),
        ..DateParts::default()
    };
    (c.token(0).capital() && !counted).then(|| Reading::new(end, Meaning::Date(parts)))?
}

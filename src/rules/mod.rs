//! From tokens to what they say: one file per family, one constant per rule. Never sees the anchor.
//!
//! To add a rule: write the constant in its family's file with examples and refusals, add it to that family's
//! `RULES`, run `cargo test rules`.

mod ago;
mod century;
mod clock;
mod compose;
mod deictic;
mod duration;
mod entry_time;
mod feast;
mod find;
mod full_date;
mod guards;
mod hour;
mod iso;
mod meaning;
mod message;
mod modifier;
mod month;
mod month_day;
mod numeric;
mod opening;
mod plain_year;
mod quarter;
mod range;
mod reference;
mod rule;
mod season;
mod set;
mod units;
mod weekday;
mod year;

pub use feast::{FEASTS, Feast};
pub use find::{Found, Link, Mention, find};
pub use guards::GUARDS;
pub use meaning::*;
pub use rule::{Example, Guard, Reading, Rule};

/// Every family, in the order of the reference.
pub const FAMILIES: &[&[Rule]] = &[
    weekday::RULES,
    month::RULES,
    month_day::RULES,
    full_date::RULES,
    iso::RULES,
    numeric::RULES,
    year::RULES,
    century::RULES,
    season::RULES,
    quarter::RULES,
    deictic::RULES,
    ago::RULES,
    clock::RULES,
    hour::RULES,
    feast::RULES,
    range::RULES,
    modifier::RULES,
    duration::RULES,
    set::RULES,
    reference::RULES,
    message::RULES,
];

/// Every rule, in the order of the reference.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|f| f.iter())
}

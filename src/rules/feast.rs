//! Feasts and named days.

use super::{Meaning, Name, Reading, Rule, Which, units};
use crate::text::{Class, Cursor};
use crate::time::{
    Day, Weekday, day, diwali, easter, hanukkah, islamic, lunar_new_year, nth_weekday, orthodox_easter,
    passover, rosh_hashanah,
};
use chrono::Datelike;
use chrono::TimeDelta;
use std::sync::OnceLock;

pub(super) const RULES: &[Rule] = &[Rule {
    name: "feast",
    family: "feast",
    says: "A feast or named day, with or without its year or a word that says which.",
    starts: &[Class::Feast, Class::Month, Class::Last, Class::Next, Class::This],
    read,
    examples: &[
        ("It closed on [Christmas Day].", "2025-01-27", "2024-12-25"),
        ("It closed at [Easter 2024].", "2025-01-27", "2024-03-31"),
        ("It closed on [Good Friday].", "2025-04-27", "2025-04-18"),
        ("It closed on [Thanksgiving].", "2024-12-01", "2024-11-28"),
        ("It closed on [Labor Day].", "2024-10-01", "2024-09-02"),
        ("It closed [last Christmas].", "2025-01-27", "2024-12-25"),
        ("It closed on [New Year’s Eve].", "2025-01-27", "2024-12-31"),
        ("It closed on [Yom Kippur].", "2025-01-27", "2024-10-12"),
        ("It closed for [Diwali 2023].", "2025-01-27", "2023-11-12"),
        ("It closed on [Eid al-Fitr].", "2025-01-27", "2024-04-10"),
        ("It closed in [Ramadan 2024].", "2025-01-27", "2024-03-11"),
        ("It closed at [Chinese New Year].", "2024-03-27", "2024-02-10"),
    ],
    refusals: &[
        "The Labor Party won.",
        "Columbus sailed on.",
        "All the good people came.",
        "The Memorial Hospital is shut.",
        "Easter Island is far.",
        "A new year’s plan.",
    ],
}];

/// A day that has a name, and the rule for its date.
#[derive(Debug, Clone, Copy)]
pub struct Feast {
    /// As it is called.
    pub name: &'static str,
    /// Other ways to call it; an apostrophe and an "s" may be left out.
    pub also: &'static [&'static str],
    /// Its date in a year, or its first day.
    pub on: fn(i32) -> Option<Day>,
    /// How many days it lasts.
    pub days: u8,
}

macro_rules! feast {
    ($name:literal, [$($also:literal),*], $on:expr) => {
        feast!($name, [$($also),*], $on, 1)
    };
    ($name:literal, [$($also:literal),*], $on:expr, $days:literal) => {
        Feast { name: $name, also: &[$($also),*], on: $on, days: $days }
    };
}

fn from_easter(year: i32, days: i64) -> Option<Day> {
    easter(year)?.checked_add_signed(TimeDelta::days(days))
}

fn last_monday(year: i32, month: u32) -> Option<Day> {
    nth_weekday(year, month, Weekday::Mon, -1)
}

/// Feasts by rule: Christian, then the public holidays of the United States, the United Kingdom and other countries
/// that English news comes from, then those of other calendars that it names. A Jewish or Islamic day begins on the
/// evening before.
pub const FEASTS: &[Feast] = &[
    feast!("Christmas Day", ["Christmas", "Xmas"], |y| day(y, 12, 25)),
    feast!("Christmas Eve", [], |y| day(y, 12, 24)),
    feast!("Boxing Day", [], |y| day(y, 12, 26)),
    feast!("New Year's Day", ["New Years Day"], |y| day(y, 1, 1)),
    feast!("New Year's Eve", ["New Years Eve"], |y| day(y, 12, 31)),
    feast!("Epiphany", [], |y| day(y, 1, 6)),
    feast!("Easter Sunday", ["Easter", "Easter Day"], |y| from_easter(y, 0)),
    feast!("Good Friday", [], |y| from_easter(y, -2)),
    feast!("Holy Saturday", [], |y| from_easter(y, -1)),
    feast!("Maundy Thursday", ["Holy Thursday"], |y| from_easter(y, -3)),
    feast!("Palm Sunday", [], |y| from_easter(y, -7)),
    feast!("Easter Monday", [], |y| from_easter(y, 1)),
    feast!("Ash Wednesday", [], |y| from_easter(y, -46)),
    feast!("Shrove Tuesday", [], |y| from_easter(y, -47)),
    feast!("Ascension Day", [], |y| from_easter(y, 39)),
    feast!("Pentecost", ["Whit Sunday", "Whitsun"], |y| from_easter(y, 49)),
    feast!("Whit Monday", [], |y| from_easter(y, 50)),
    feast!("All Saints' Day", ["All Saints Day"], |y| day(y, 11, 1)),
    feast!("All Souls' Day", ["All Souls Day"], |y| day(y, 11, 2)),
    feast!(
        "Martin Luther King Day",
        ["MLK Day", "Martin Luther King Jr. Day"],
        |y| nth_weekday(y, 1, Weekday::Mon, 3)
    ),
    feast!("Groundhog Day", [], |y| day(y, 2, 2)),
    feast!(
        "Valentine's Day",
        ["Valentines Day", "St. Valentine's Day"],
        |y| day(y, 2, 14)
    ),
    feast!("Presidents' Day", ["Presidents Day"], |y| nth_weekday(
        y,
        2,
        Weekday::Mon,
        3
    )),
    feast!(
        "St. Patrick's Day",
        ["St Patrick's Day", "Saint Patrick's Day"],
        |y| day(y, 3, 17)
    ),
    feast!("St. David's Day", ["St David's Day"], |y| day(y, 3, 1)),
    feast!("St. George's Day", ["St George's Day"], |y| day(y, 4, 23)),
    feast!("St. Andrew's Day", ["St Andrew's Day"], |y| day(y, 11, 30)),
    feast!("St. Stephen's Day", ["St Stephen's Day"], |y| day(y, 12, 26)),
    feast!("Earth Day", [], |y| day(y, 4, 22)),
    feast!("Mother's Day", ["Mothers Day"], |y| nth_weekday(
        y,
        5,
        Weekday::Sun,
        2
    )),
    feast!("Memorial Day", [], |y| last_monday(y, 5)),
    feast!("Father's Day", ["Fathers Day"], |y| nth_weekday(
        y,
        6,
        Weekday::Sun,
        3
    )),
    feast!("Juneteenth", [], |y| day(y, 6, 19)),
    feast!("Independence Day", [], |y| day(y, 7, 4)),
    feast!("Bastille Day", [], |y| day(y, 7, 14)),
    feast!("Labor Day", ["Labour Day"], |y| nth_weekday(
        y,
        9,
        Weekday::Mon,
        1
    )),
    feast!("Columbus Day", [], |y| nth_weekday(y, 10, Weekday::Mon, 2)),
    feast!("Halloween", [], |y| day(y, 10, 31)),
    feast!("Guy Fawkes Night", ["Guy Fawkes Day"], |y| day(y, 11, 5)),
    feast!("Veterans Day", ["Veterans' Day"], |y| day(y, 11, 11)),
    feast!("Armistice Day", [], |y| day(y, 11, 11)),
    feast!("Remembrance Day", [], |y| day(y, 11, 11)),
    feast!("Remembrance Sunday", [], |y| nth_weekday(y, 11, Weekday::Sun, 2)),
    feast!("Election Day", [], |y| nth_weekday(y, 11, Weekday::Mon, 1)?
        .succ_opt()),
    feast!("Thanksgiving", ["Thanksgiving Day"], |y| nth_weekday(
        y,
        11,
        Weekday::Thu,
        4
    )),
    feast!("Burns Night", [], |y| day(y, 1, 25)),
    feast!("Australia Day", [], |y| day(y, 1, 26)),
    feast!("Anzac Day", [], |y| day(y, 4, 25)),
    feast!("Canada Day", [], |y| day(y, 7, 1)),
    feast!("VE Day", [], |y| day(y, 5, 8)),
    feast!("VJ Day", [], |y| day(y, 8, 15)),
    feast!("Bloomsday", [], |y| day(y, 6, 16)),
    feast!("Michaelmas", [], |y| day(y, 9, 29)),
    feast!("May Day", [], |y| day(y, 5, 1)),
    feast!("Black Friday", [], |y| nth_weekday(y, 11, Weekday::Thu, 4)?
        .succ_opt()),
    feast!("Waitangi Day", [], |y| day(y, 2, 6)),
    feast!("Republic Day", [], |y| day(y, 1, 26)),
    feast!("Victoria Day", [], |y| {
        nth_weekday(y, 5, Weekday::Mon, -1)
            .filter(|d| d.day() < 25)
            .or_else(|| last_monday(y, 5)?.checked_sub_signed(TimeDelta::days(7)))
    }),
    feast!("Nowruz", [], |y| day(y, 3, 20)),
    feast!("Orthodox Easter", [], orthodox_easter),
    feast!("Orthodox Christmas", [], |y| day(y, 1, 7)),
    feast!("Lunar New Year", ["Chinese New Year"], lunar_new_year),
    feast!("Diwali", ["Deepavali"], diwali),
    feast!("Ramadan", [], |y| islamic(y, 9, 1), 30),
    feast!("Eid al-Fitr", ["Eid al - Fitr", "Eid ul - Fitr", "Eid"], |y| {
        islamic(y, 10, 1)
    }),
    feast!("Eid al-Adha", ["Eid al - Adha", "Eid ul - Adha"], |y| islamic(
        y, 12, 10
    )),
    feast!("Ashura", [], |y| islamic(y, 1, 10)),
    feast!("Rosh Hashanah", ["Rosh Hashana"], rosh_hashanah, 2),
    feast!("Yom Kippur", [], |y| rosh_hashanah(y)?
        .checked_add_signed(TimeDelta::days(9))),
    feast!("Passover", ["Pesach"], passover, 8),
    feast!("Purim", [], |y| passover(y)?
        .checked_sub_signed(TimeDelta::days(30))),
    feast!("Hanukkah", ["Chanukah", "Chanukkah"], hanukkah, 8),
];

/// The feast whose name begins at `k`, by its place in [`FEASTS`], and the position after it. The longest name
/// wins.
pub(super) fn feast_at(c: Cursor, k: usize) -> Option<(u8, usize)> {
    if !c.token(k).capital() {
        return None;
    }
    let (i, end) = named_at(c, k, true)?;
    // "Easter Island", "Christmas Carol": a capital behind a one-word name makes another name of it.
    let next = c.token(end);
    let name_goes_on = end == k + 1 && next.capital() && next.class == Class::Word && !next.glued();
    (!name_goes_on).then_some((i, end))
}

/// The names of feasts, each with its feast's place in [`FEASTS`], that begin with the same letter as a word, whatever
/// its case.
fn names_like(word: &str) -> &'static [(u8, &'static str)] {
    static NAMES: OnceLock<Vec<Vec<(u8, &'static str)>>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names = vec![Vec::new(); 128];
        for (i, feast) in FEASTS.iter().enumerate() {
            for &name in std::iter::once(&feast.name).chain(feast.also) {
                let first = name.bytes().next().unwrap_or_default().to_ascii_lowercase();
                names[usize::from(first)].push((i as u8, name));
            }
        }
        names
    });
    let first = word.bytes().next().unwrap_or_default().to_ascii_lowercase();
    names.get(usize::from(first)).map_or(&[], Vec::as_slice)
}

/// The same, whatever stands behind it; `cased` where its words must be capitals.
pub(super) fn named_at(c: Cursor, k: usize, cased: bool) -> Option<(u8, usize)> {
    let t = c.token(k);
    if !matches!(t.class, Class::Feast | Class::Month | Class::Word) {
        return None;
    }
    let mut best: Option<(u8, usize)> = None;
    let word = c.word(k).as_bytes();
    // Most names that share a first letter part at the second.
    let second = word.get(1).map(u8::to_ascii_lowercase);
    for &(i, name) in names_like(c.word(k)) {
        let alike = |w: u8| name.as_bytes().get(1).is_none_or(|n| n.to_ascii_lowercase() == w);
        if !second.is_none_or(alike) {
            continue;
        }
        if let Some(end) = matches_at(c, k, name, cased)
            && best.is_none_or(|(_, b)| end > b)
        {
            best = Some((i, end));
        }
    }
    best
}

/// Whether the words of a name stand at `k`, an apostrophe written any way or left out.
fn matches_at(c: Cursor, k: usize, name: &str, cased: bool) -> Option<usize> {
    let mut at = k;
    for word in name.split(' ') {
        let (stem, possessive) = match word.split_once('\'') {
            Some((stem, tail)) => (stem, Some(tail)),
            None => (word.trim_end_matches('.'), None),
        };
        if !c.says(at, stem) || cased && !c.token(at).capital() && stem.len() > 2 {
            return None;
        }
        at += 1;
        if word.ends_with('.') && c.is(at, Class::Stop) && c.glued(at) {
            at += 1;
        }
        if let Some(tail) = possessive {
            if !c.is(at, Class::Apostrophe) {
                return None;
            }
            at += 1;
            if tail == "s" {
                (c.letter(at) == Some(b'S')).then_some(())?;
                at += 1;
            }
        }
    }
    Some(at)
}

fn read(c: Cursor) -> Option<Reading> {
    let w = units::which(c, 0);
    let k = usize::from(w.is_some());
    let (feast, end) = feast_at(c, k)?;
    let name = Name::Feast(feast);
    // "Noel Christmas"
    if end == 1 && c.back(1).class == Class::Word && c.back(1).capital() && !c.back(1).shouting() {
        return None;
    }
    if let Some(w) = w {
        return Reading::new(end, Meaning::Named(name, w));
    }
    let of = if c.any(end, &[Class::Comma, Class::Of]) {
        end + 1
    } else {
        end
    };
    if let Some((year, false, after)) = super::month_day::year_after(c, of) {
        return Reading::new(after, Meaning::within(Meaning::bare(name), Meaning::year(year)));
    }
    // "Easter week", "in Christmas week"
    if c.says(end, "week") && !c.token(end).capital() {
        let week = Meaning::Unit(crate::time::Grain::Week, Which::Bare);
        return Reading::new(end + 1, Meaning::within(week, Meaning::bare(name)));
    }
    Reading::new(end, Meaning::Named(name, Which::Bare))
}

//! Four figures that are a year: what stands around them must not say that they count, number or name something else.

use super::{Meaning, Reading};
use crate::text::{Class, Cursor};

/// Words that a year may follow at once.
const LEADS: &[Class] = &[
    Class::In,
    Class::Since,
    Class::Until,
    Class::By,
    Class::From,
    Class::To,
    Class::Through,
    Class::During,
    Class::Before,
    Class::After,
    Class::Between,
    Class::And,
    Class::Or,
    Class::Of,
    Class::The,
    Class::Open,
    Class::Comma,
    Class::Early,
    Class::Late,
    Class::Mid,
    Class::Hyphen,
    Class::Dash,
    Class::Slash,
    Class::Season,
    Class::Fiscal,
    Class::Throughout,
    Class::Break,
    Class::Stop,
    Class::Colon,
    Class::Quote,
    Class::This,
    Class::That,
    Class::With,
    Class::For,
    Class::Letter,
    Class::Feast,
    Class::As,
    Class::On,
    Class::Preposition,
    Class::About,
    Class::A,
    Class::Shout,
    Class::Unit,
    Class::Semicolon,
    Class::EndOf,
    Class::StartOf,
    Class::Pronoun,
];

pub(super) const STREETS: &[&str] = &[
    "Street",
    "Avenue",
    "Road",
    "Boulevard",
    "Drive",
    "Lane",
    "St",
    "Ave",
    "Rd",
    "Blvd",
    "Court",
    "Square",
    "Terrace",
];

/// Makes of cars. A year before one is the model's, behind an article or an owner.
const MAKES: &str = "Audi BMW Buick Cadillac Chevrolet Chevy Chrysler Datsun Dodge Fiat Ford Honda Hyundai \
    Jaguar Jeep Kia Lexus Mazda Mercedes Mitsubishi Nissan Oldsmobile Peugeot Plymouth Pontiac \
    Porsche Renault Saab Subaru Suzuki Toyota Vauxhall Volkswagen Volvo";

/// A year in plain figures at the cursor.
pub(super) fn plain(c: Cursor) -> Option<Reading> {
    let (n, digits) = c.number(0)?;
    let fits = match digits {
        3 => three_figures(c, n),
        4 => four_figures(c, n),
        _ => false,
    };
    fits.then(|| Reading::new(1, Meaning::year(n as i32)))?
}

/// "in 827" is a year only where nothing counted follows.
fn three_figures(c: Cursor, n: u32) -> bool {
    let ends = c.any(
        1,
        &[
            Class::Stop,
            Class::Comma,
            Class::Semicolon,
            Class::Close,
            Class::Break,
            Class::And,
            Class::By,
            Class::After,
        ],
    ) && !(c.glued(2) && c.is(2, Class::Number));
    let led = matches!(c.back(1).class, Class::In | Class::Until) && !c.token(0).glued();
    led && ends && n >= 100
}

fn four_figures(c: Cursor, n: u32) -> bool {
    let before = c.back(1).class;
    let led = matches!(before, Class::In | Class::Since | Class::Until | Class::About);
    let earliest = if led { 1000 } else { 1100 };
    if !(earliest..=2199).contains(&n) {
        return false;
    }
    if sure(c, n) {
        return true;
    }
    let dated = dated(c, n);
    !of_a_code(c)
        && !of_a_count(c)
        && !glued_to_another(c)
        && !goes_on(c)
        && !counts(c, dated)
        && !follows_a_sum(c)
        && !names_what(c, dated)
        && (LEADS.contains(&before) || described(c, n))
        && (!early_alone(before) || (1500..=2099).contains(&n))
}

/// "1864-1865", "1965’s": nothing but a year is written so.
fn sure(c: Cursor, n: u32) -> bool {
    let later = |(m, digits)| digits == 4 && (1100..=2199).contains(&m) && m > n;
    let span =
        c.any(1, &[Class::Hyphen, Class::Dash]) && c.glued(1) && c.glued(2) && c.number(2).is_some_and(later);
    let owner = c.is(1, Class::Apostrophe) && c.glued(1) && c.letter(2) == Some(b'S') && c.glued(2);
    (span || owner) && !c.token(0).glued() && n >= 1100
}

/// "2025-024", "to 1999 AB Heemdrecht".
fn of_a_code(c: Cursor) -> bool {
    let three = c.is(1, Class::Hyphen)
        && c.glued(1)
        && c.glued(2)
        && c.number(2).is_some_and(|(_, digits)| digits == 3);
    let place =
        c.token(1).shouting() && c.word(1).len() == 2 && c.token(2).capital() && c.back(1).class == Class::To;
    three || place
}

/// "about 1400 of them", "1985 of them", "between 1900 and 2000 people".
fn of_a_count(c: Cursor) -> bool {
    let before = c.back(1).class;
    let of = c.is(1, Class::Of)
        && (before == Class::About || c.any(2, &[Class::Pronoun, Class::These]) && before != Class::In);
    let between =
        before == Class::Between && c.is(1, Class::And) && c.is(2, Class::Number) && c.is(3, Class::Counted);
    of || between
}

/// Whether the figures hang on what stands before them, and that is no bracket, quotation mark or other year.
fn glued_to_another(c: Cursor) -> bool {
    let before = c.back(1);
    if !c.token(0).glued() || before.class == Class::Break {
        return false;
    }
    let fine = matches!(
        before.class,
        Class::Open
            | Class::Quote
            | Class::Hyphen
            | Class::Dash
            | Class::Slash
            | Class::Apostrophe
            | Class::Comma
            | Class::Colon
    ) || (before.class == Class::Word && before.end - before.start > 3);
    if !fine {
        return true;
    }
    let two = c.back(2);
    let joined = matches!(before.class, Class::Hyphen | Class::Slash);
    // "Win32-1998", "555-1998", "B-1998"
    let other = !matches!(
        two.class,
        Class::Number | Class::Mid | Class::Month | Class::Word | Class::Early | Class::Late | Class::Season
    ) || two.class == Class::Number && two.digits != 4;
    // "HT/2024/0318"
    let inside = c.class(1) == before.class && c.glued(1) && two.class != Class::Number;
    // "OPS-2024-0503"
    let file = before.class == Class::Hyphen
        && two.class == Class::Word
        && two.capital()
        && (two.shouting() || c.is(1, Class::Hyphen) && c.glued(1) && c.is(2, Class::Number));
    // "10,1998"
    let grouped = before.class == Class::Comma
        && two.class == Class::Number
        && two.end == before.start
        && two.digits != 4
        && c.back(3).class != Class::Month;
    joined && (other || inside) || file || grouped
}

/// Whether what hangs on the figures makes them a part of something else: "1990.5", "1998-page".
fn goes_on(c: Cursor) -> bool {
    let next = c.token(1);
    if next.class == Class::Break || !next.glued() {
        return false;
    }
    let number_behind = c.is(2, Class::Number) && c.glued(2);
    match next.class {
        // "1998-page", but "1998-99", "1998-born"
        Class::Hyphen | Class::Dash
            if c.glued(2) && c.any(2, &[Class::Label, Class::Counted, Class::Unit, Class::Letter]) =>
        {
            true
        }
        Class::Stop | Class::Colon | Class::Slash | Class::Comma if number_behind => {
            next.class == Class::Stop
                || !c
                    .number(2)
                    .is_some_and(|(_, d)| d == 4 || (d == 2 && next.class == Class::Slash))
        }
        Class::Percent | Class::Money | Class::Letter | Class::Sign => true,
        Class::Word => next.end - next.start < 4 && !next.capital(),
        _ => false,
    }
}

/// "In 2019 workers left", "mid-2023 sales": no count stands so; "in 2000 homes" does.
fn dated(c: Cursor, n: u32) -> bool {
    (1900..=2099).contains(&n)
        && match c.back(1).class {
            Class::Mid | Class::Early | Class::Late => true,
            Class::Hyphen => matches!(c.back(2).class, Class::Mid | Class::Early | Class::Late),
            Class::In | Class::Since | Class::Until | Class::During | Class::By => {
                !n.is_multiple_of(50) || matches!(c.back(2).class, Class::Break | Class::Stop | Class::Quote)
            }
            _ => false,
        }
}

/// Whether a word behind the figures is what they count.
fn counts(c: Cursor, dated: bool) -> bool {
    let next = c.token(1);
    if next.glued() {
        return false;
    }
    match next.class {
        Class::Counted if dated => false,
        // "1916 Eleven miners die": a line of a chronology.
        Class::Counted | Class::NumberWord
            if c.token(0).begins_line() && next.capital() && !next.shouting() =>
        {
            false
        }
        Class::Counted
        | Class::Percent
        | Class::NumberWord
        | Class::Meridiem
        | Class::TimesWord
        | Class::Money
        | Class::Unit => true,
        _ => false,
    }
}

/// "$1998", "No. 1998", "more than 1998".
fn follows_a_sum(c: Cursor) -> bool {
    let before = c.back(1).class;
    matches!(
        before,
        Class::Money | Class::Hash | Class::Label | Class::Vague | Class::More | Class::Than | Class::Plus
    ) && !(before == Class::Label && c.word_back(1).len() > 6)
}

/// Whether a small noun in the plural stands behind: "2000 troops".
fn lower_noun(c: Cursor) -> bool {
    let next = c.token(1);
    next.class == Class::Word && !next.capital() && c.word(1).ends_with('s') && !c.word(1).ends_with("ss")
}

/// A count ("2000 troops"), a street ("1905 Main Street"), a model ("her 1987 Chevrolet").
fn names_what(c: Cursor, dated: bool) -> bool {
    let (before, next) = (c.back(1).class, c.token(1));
    let strong = matches!(
        before,
        Class::In
            | Class::Pronoun
            | Class::Since
            | Class::The
            | Class::Until
            | Class::Open
            | Class::During
            | Class::Mid
            | Class::Early
            | Class::Late
    );
    let count =
        lower_noun(c) && !strong && !dated && before != Class::Apostrophe && c.letter_back() != Some(b'S');
    let street = next.capital()
        && next.class == Class::Word
        && c.any(2, &[Class::Word])
        && STREETS.contains(&c.word(2));
    let make = next.capital() && MAKES.split(' ').any(|m| m == c.word(1));
    let owned = matches!(
        before,
        Class::A | Class::The | Class::Pronoun | Class::Letter | Class::Word
    );
    count || street || make && owned
}

/// Behind any other word: a title or a name of the year ("the Paris 1924 games"), or a verb and its count, or between an
/// adjective and its noun: "his failed 1996 campaign" (a count would have a plural behind it).
fn described(c: Cursor, n: u32) -> bool {
    let (before, next) = (c.back(1), c.token(1));
    let ours = (1900..=2099).contains(&n);
    let adjective = matches!(before.class, Class::Word | Class::PastVerb)
        && !lower_noun(c)
        && next.class == Class::Word
        && !next.capital()
        && !next.glued()
        && !n.is_multiple_of(50)
        && ours
        && matches!(
            c.back(2).class,
            Class::The | Class::A | Class::Pronoun | Class::Letter
        );
    let ends = matches!(
        next.class,
        Class::Break
            | Class::Stop
            | Class::Comma
            | Class::Close
            | Class::Semicolon
            | Class::Dash
            | Class::Hyphen
            | Class::Quote
            | Class::And
    );
    before.capital() && before.class == Class::Word || adjective || ours && ends
}

/// The words behind which only a year of these centuries stands: "for 1400", "with 1200".
fn early_alone(before: Class) -> bool {
    matches!(before, Class::A | Class::For | Class::On | Class::With)
}

//! Decades, centuries and millennia.

use super::{Meaning, Reading, Rule};
use crate::text::{Class, Cursor};
use crate::time::Grain;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "decade",
        family: "century",
        says: "Ten years by their first: “the 1990s”, “1990s”.",
        starts: &[Class::Number, Class::The],
        read: decade,
        examples: &[
            ("It grew in [the 1990s] and shrank.", "2025-01-27", "199"),
            ("It grew in [the 1930’s] and shrank.", "2025-01-27", "193"),
            ("It was [1920s] music.", "2025-01-27", "192"),
            ("It fell in [the 470s BC] at last.", "2025-01-27", "BC047"),
        ],
        refusals: &["It weighs 1990 sacks.", "The 1994s were bad."],
    },
    Rule {
        name: "decade-short",
        family: "century",
        says: "Ten years without their century: “the ’90s”, “the nineties”.",
        starts: &[Class::The, Class::Apostrophe, Class::DecadeWord],
        read: decade_short,
        examples: &[
            ("It grew in [the ’90s] and shrank.", "2025-01-27", "199"),
            ("It grew in [the nineties] and shrank.", "2025-01-27", "199"),
            ("It grew in [the 60s] and shrank.", "2025-01-27", "196"),
        ],
        refusals: &[
            "She is in her nineties.",
            "Temperatures in the 90s are usual.",
            "He was in his 60s.",
        ],
    },
    Rule {
        name: "century",
        family: "century",
        says: "A century or millennium by its number: “the 19th century”, “the third century BC”.",
        starts: &[
            Class::The,
            Class::OrdinalNumber,
            Class::OrdinalWord,
            Class::Second,
            Class::NumberWord,
            Class::Roman,
        ],
        read: century,
        examples: &[
            ("It stood in [the 19th century] too.", "2025-01-27", "18"),
            ("It stood in [the third century] too.", "2025-01-27", "02"),
            ("It stood in [the 3rd century BC] too.", "2025-01-27", "BC02"),
            ("A [19th-century] house.", "2025-01-27", "18"),
            ("It stood in [the twenty-first century] too.", "2025-01-27", "20"),
        ],
        refusals: &["The first of them left.", "A half century of runs."],
    },
];

fn decade(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.is(0, Class::The));
    let (n, digits) = c.number(k)?;
    let end = plural(c, k + 1)?;
    // "the 470s BC"
    if digits <= 3 {
        let bc = c.is(end, Class::Era) && c.token(end).value == 1 && n % 10 == 0 && n > 0;
        let first = 1 - (n as i32 + 9);
        return bc.then(|| {
            Reading::new(
                end + 1,
                Meaning::Years {
                    first,
                    grain: Grain::Decade,
                    bc: true,
                },
            )
        })?;
    }
    if digits != 4 {
        return None;
    }
    let fine = n % 10 == 0 && (1000..=2190).contains(&n);
    // "the 1900s" may be the century; gold reads the decade.
    fine.then(|| {
        Reading::new(
            end,
            Meaning::Years {
                first: n as i32,
                grain: Grain::Decade,
                bc: false,
            },
        )
    })?
}

/// The "s" or "’s" that makes a figure a decade.
fn plural(c: Cursor, k: usize) -> Option<usize> {
    let k = if c.is(k, Class::Apostrophe) && c.glued(k) {
        k + 1
    } else {
        k
    };
    (c.letter(k) == Some(b'S') && c.glued(k)).then_some(k + 1)
}

fn decade_short(c: Cursor) -> Option<Reading> {
    let the = c.is(0, Class::The);
    let mut k = usize::from(the);
    // "her nineties" is an age; "in the 90s" alone a temperature when the sentence is about heat.
    if !the && c.back(1).class == Class::Pronoun {
        return None;
    }
    if c.is(k, Class::DecadeWord) {
        let tens = c.token(k).value;
        let led =
            the || c.back(1).class == Class::Mid || c.back(1).class == Class::Hyphen || c.token(k).capital();
        let heat = (1..8).any(|b| c.word_back(b).to_ascii_lowercase().starts_with("temperature"));
        return (led && !heat).then(|| Reading::new(k + 1, Meaning::Decade(tens as u8)))?;
    }
    let apostrophe = c.is(k, Class::Apostrophe);
    k += usize::from(apostrophe);
    let (n, 2) = c.number(k)? else { return None };
    let end = plural(c, k + 1)?;
    let heat = (1..8).any(|b| c.word_back(b).to_ascii_lowercase().starts_with("temperature"));
    let fine = n % 10 == 0 && (the || apostrophe) && !heat;
    fine.then(|| Reading::new(end, Meaning::Decade(n as u8)))?
}

fn century(c: Cursor) -> Option<Reading> {
    let k = usize::from(c.is(0, Class::The));
    let (n, mut end) = if c.is(k, Class::Roman) {
        (c.token(k).value, k + 1)
    } else {
        c.ordinal(k)?
    };
    if super::units::hyphen(c, end) {
        end += 1;
    }
    let unit = super::units::unit(c, end)?;
    if !matches!(unit.grain, Grain::Century | Grain::Millennium) {
        return None;
    }
    // "20th Century Fox"
    if c.token(end).capital() && c.token(end + 1).capital() && c.is(end + 1, Class::Word) {
        return None;
    }
    end += 1;
    let era = c.token(end);
    let bc = era.class == Class::Era && era.value == 1;
    if era.class == Class::Era {
        end += 1;
    }
    let size = if unit.grain == Grain::Century { 100 } else { 1000 };
    let n = i32::try_from(n)
        .ok()
        .filter(|n| (1..=9999 / size + 1).contains(n))?;
    // The third century BC is 300–201 BC, astronomically −299 to −200.
    let first = if bc { 1 - n * size } else { (n - 1) * size };
    Reading::new(
        end,
        Meaning::Years {
            first,
            grain: unit.grain,
            bc,
        },
    )
}

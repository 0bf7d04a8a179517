//! No time in particular: now, recently, the future.

use super::{Meaning, Reading, Reference, Rule};
use crate::text::{Class, Cursor};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "present-reference",
        family: "reference",
        says: "Now, currently, these days; those days.",
        starts: &[
            Class::Now,
            Class::Currently,
            Class::These,
            Class::Current,
            Class::Right,
        ],
        read: present,
        examples: &[
            ("It is [now] shut.", "2025-01-27", "PRESENT_REF"),
            ("It is [currently] shut.", "2025-01-27", "PRESENT_REF"),
            ("It is shut [right now].", "2025-01-27", "PRESENT_REF"),
            ("It is shut [these days].", "2025-01-27", "PRESENT_REF"),
            ("It was shut in [those days].", "2025-01-27", "PAST_REF"),
            ("Its [current] owner is away.", "2025-01-27", "PRESENT_REF"),
        ],
        refusals: &[
            "Now, let us see.",
            "The current account is empty.",
            "These men came.",
        ],
    },
    Rule {
        name: "past-reference",
        family: "reference",
        says: "Recently, in the past.",
        starts: &[Class::Recently, Class::The],
        read: past,
        examples: &[
            ("It was [recently] shut.", "2025-01-27", "PAST_REF"),
            ("It was shut in [the past].", "2025-01-27", "PAST_REF"),
        ],
        refusals: &[
            "The former mayor spoke.",
            "It had previously been shut.",
            "He ran past the gate.",
        ],
    },
    Rule {
        name: "future-reference",
        family: "reference",
        says: "The future.",
        starts: &[Class::The],
        read: future,
        examples: &[("It will shut in [the future].", "2025-01-27", "FUTURE_REF")],
        refusals: &["Her future husband came.", "The future king was born."],
    },
];

fn present(c: Cursor) -> Option<Reading> {
    if c.is(0, Class::These) {
        // "in those days" is long ago
        let when = if c.says(0, "those") {
            Reference::Past
        } else {
            Reference::Present
        };
        return c
            .says(1, "days")
            .then(|| Reading::new(2, Meaning::Reference(when)))?;
    }
    if c.is(0, Class::Right) {
        return c
            .is(1, Class::Now)
            .then(|| Reading::new(2, Meaning::Reference(Reference::Present)))?;
    }
    if c.is(0, Class::Current) {
        // "the current year" is read as the year; "current account" is a name
        let noun = c.any(1, &[Class::Word, Class::Counted, Class::Feast]) && !c.says(1, "account");
        let adjective = !matches!(c.back(1).class, Class::Word | Class::Counted);
        return (noun && adjective).then(|| Reading::new(1, Meaning::Reference(Reference::Present)))?;
    }
    // "Now, let us see": said to open a sentence; "now that it is done": a reason
    let opens = c.token(0).capital() && c.is(1, Class::Comma) || c.is(1, Class::That);
    (!opens).then(|| Reading::new(1, Meaning::Reference(Reference::Present)))?
}

fn past(c: Cursor) -> Option<Reading> {
    if c.is(0, Class::Recently) {
        return Reading::new(1, Meaning::Reference(Reference::Past));
    }
    let led = matches!(c.back(1).class, Class::In)
        && c.any(2, &[Class::That, Class::Pronoun, Class::Have, Class::Had]);
    let bare = c.is(1, Class::Past)
        && (led
            || c.any(
                2,
                &[
                    Class::Stop,
                    Class::Comma,
                    Class::Break,
                    Class::Conjunction,
                    Class::Semicolon,
                    Class::And,
                ],
            ));
    bare.then(|| Reading::new(2, Meaning::Reference(Reference::Past)))?
}

fn future(c: Cursor) -> Option<Reading> {
    let k = if c.says(1, "near") { 2 } else { 1 };
    let bare = c.says(k, "future")
        && c.any(
            k + 1,
            &[
                Class::Stop,
                Class::Comma,
                Class::Break,
                Class::Conjunction,
                Class::Semicolon,
                Class::And,
            ],
        );
    let led = matches!(c.back(1).class, Class::In | Class::For);
    (bare && led).then(|| Reading::new(k + 1, Meaning::Reference(Reference::Future)))?
}

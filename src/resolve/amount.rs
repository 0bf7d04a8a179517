//! What has no place of its own: lengths, sets, references.

use super::State;
use super::open::set_name;
use super::when::{TimexType, When};
use crate::resolve::context::Preposition;
use crate::rules::{From, Meaning, Reference, SetOf, SetWhat};
use crate::time::{Grain, duration_value};

fn plain(kind: TimexType, value: String, grain: Option<Grain>) -> When {
    When {
        kind,
        value,
        modifier: None,
        start: None,
        end: None,
        grain,
        stated: Vec::new(),
        inferred: Vec::new(),
        anchor: None,
        quant: None,
        freq: None,
        begin_point: None,
        end_point: None,
        alternatives: Vec::new(),
        reason: None,
        why: Vec::new(),
    }
}

/// The answer for a length, a set or a reference; `None` for what has a place.
pub(super) fn not_a_place(m: &Meaning, s: &State) -> Option<When> {
    Some(match m {
        Meaning::Modified(modifier, inner) => {
            let mut w = not_a_place(inner, s)?;
            w.modifier = Some(*modifier);
            w
        }
        Meaning::Length { amount, grain } => {
            // "will open in two weeks": not how long, but when.
            if s.context.preposition == Preposition::In
                && s.context.future()
                && *grain >= Grain::Day
                && amount.count().is_some()
            {
                let shift = Meaning::Shift {
                    amount: *amount,
                    grain: *grain,
                    back: false,
                    from: From::Writing,
                };
                return super::place::place(&shift, s)
                    .ok()
                    .map(|p| super::written(p, None));
            }
            plain(
                TimexType::Duration,
                duration_value(&amount.digits(), *grain),
                Some(*grain),
            )
        }
        Meaning::Set(set) => set_value(set),
        Meaning::Reference(r) => plain(TimexType::Date, reference(*r).to_owned(), None),
        _ => return None,
    })
}

fn reference(r: Reference) -> &'static str {
    match r {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    }
}

/// "years ago" is the past, "in a few days" the future, no more.
pub(super) fn vague_reference(m: &Meaning) -> String {
    let back = match m {
        Meaning::Shift { back, .. } => *back,
        Meaning::Modified(_, inner) => return vague_reference(inner),
        _ => true,
    };
    reference(if back { Reference::Past } else { Reference::Future }).to_owned()
}

fn set_value(set: &SetOf) -> When {
    let (value, grain) = match &set.what {
        SetWhat::Name(n) => (set_name(n), Meaning::bare(*n).grain()),
        SetWhat::NameEvery(n, step) => {
            let grain = Meaning::bare(*n).grain();
            let unit = match n {
                crate::rules::Name::Weekday(_) => Grain::Week,
                _ => Grain::Year,
            };
            (duration_value(&step.to_string(), unit), grain)
        }
        SetWhat::Length(a, g) => (duration_value(&a.digits(), *g), Some(*g)),
    };
    let mut w = plain(TimexType::Set, value, grain);
    w.quant = set.each.then(|| "EVERY".to_owned());
    w.freq = set.times.map(|n| format!("{n}X"));
    w
}

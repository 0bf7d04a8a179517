//! 03/04/2025: the order of day and month, decided once per document, never value by value.

use super::why::OrderFrom;
use crate::rules::{DateParts, DayOrder, Meaning, Mention};

/// The option decides; else a date of the document that leaves no choice; else month first, a guess that is said.
pub(super) fn decide(mentions: &[Mention], option: Option<DayOrder>) -> (DayOrder, OrderFrom) {
    if let Some(o) = option {
        return (o, OrderFrom::Option);
    }
    let (mut day_first, mut month_first) = (0, 0);
    for m in mentions {
        let parts = match &m.meaning {
            Meaning::Date(p) => p,
            Meaning::Within(_, whole) => match &**whole {
                Meaning::Date(p) => p,
                _ => continue,
            },
            _ => continue,
        };
        match parts {
            DateParts {
                forced: Some(DayOrder::DayFirst),
                ..
            } => day_first += 1,
            DateParts {
                forced: Some(DayOrder::MonthFirst),
                ..
            } => month_first += 1,
            _ => {}
        }
    }
    match (day_first, month_first) {
        (0, 0) => (DayOrder::MonthFirst, OrderFrom::Guess),
        (d, m) if d > m => (DayOrder::DayFirst, OrderFrom::Sibling),
        _ => (DayOrder::MonthFirst, OrderFrom::Sibling),
    }
}

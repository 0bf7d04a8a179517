//! An event whose `value` a person has corrected, and nothing else: its span and grain follow from the value.

use crate::resolve::WhyStep;
use crate::statement::{Event, Relation, Shape};
use crate::time::{Grain, Moment, span_of_value};
use chrono::TimeDelta;
use std::cmp::Ordering;

/// Whether it looks like a TIMEX3 value that has no span of its own: a length, a set, a vague reference.
fn is_timex(value: &str) -> bool {
    let said = |c: char| c.is_ascii_digit() || c == 'X';
    ["PAST_REF", "PRESENT_REF", "FUTURE_REF"].contains(&value)
        || value.starts_with(|c| said(c) || "PT-".contains(c))
            && value.contains(said)
            && value
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "-:.+/".contains(c))
}

/// Start and end of a value or of two joined by a slash.
fn ends(value: &str) -> Option<(Moment, Moment)> {
    match value.split_once('/') {
        Some((a, b)) => Some((span_of_value(a)?.0, span_of_value(b)?.1)),
        None => span_of_value(value),
    }
}

/// Derives start, end, grain and shape anew where they are no longer those of the value. The error says what is wrong
/// with the value.
pub(super) fn derive(e: &mut Event) -> Result<(), String> {
    let Some((start, end)) = ends(&e.when.value) else {
        if e.when.value.starts_with(|c: char| c.is_ascii_digit()) || !is_timex(&e.when.value) {
            return Err(format!(
                "`{}` is no date of the calendar; write it like 2025-01-27, 2025-01 or 2025",
                e.when.value
            ));
        }
        // A length has no span to compare with; without ends it has no place either.
        return if e.when.start.is_none() && e.when.end.is_none() {
            Err(format!(
                "`{}` is no date, and neither `start` nor `end` is given",
                e.when.value
            ))
        } else {
            Ok(())
        };
    };
    let grain = grain_of(&e.when.value);
    if lies_as_before(e, start, end) && grain.is_none_or(|g| g == e.when.grain) {
        return Ok(());
    }
    // What is counted from another event may have followed it, or come before it, on the same day.
    let same_day = e.anchor.is_some();
    let (start, end) = match e.relation {
        Relation::After if same_day => (Some(start), None),
        Relation::Before if same_day => (None, Some(end)),
        Relation::Since => (Some(start), None),
        Relation::Until | Relation::By => (None, Some(end)),
        Relation::After => (Some(end), None),
        Relation::Before => (None, Some(start)),
        _ => (Some(start), Some(end)),
    };
    e.when.start = start;
    e.when.end = end;
    e.when.cut = false;
    e.when.shape = match (start, end) {
        (Some(a), Some(b)) if b.at() - a.at() <= TimeDelta::days(1) => Shape::Point,
        (Some(_), Some(_)) if e.relation == Relation::Throughout => Shape::Duration,
        (Some(_), Some(_)) => Shape::Window,
        _ => Shape::Open,
    };
    if let Some(grain) = grain {
        e.when.grain = grain;
    }
    e.why.push(WhyStep {
        step: "choose".into(),
        rule: None,
        note: format!("changed by hand to {}", e.when.value),
    });
    Ok(())
}

/// Whether the ends lie to the span of the value as the relation has it.
fn lies_as_before(e: &Event, start: Moment, end: Moment) -> bool {
    let from_start = |m: Moment| m.compare(start) != Ordering::Less && m.compare(end) == Ordering::Less;
    let to_end = |m: Moment| m.compare(start) == Ordering::Greater && m.compare(end) != Ordering::Greater;
    match (e.relation, e.when.start, e.when.end) {
        (_, None, None) => false,
        (Relation::After, Some(s), _) if e.anchor.is_some() => from_start(s) || to_end(s),
        (Relation::Before, None, Some(end)) if e.anchor.is_some() => from_start(end) || to_end(end),
        // "after Friday" begins where Friday ends, "before Friday" ends where it begins.
        (Relation::After, Some(s), _) => to_end(s),
        (Relation::Before, None, Some(end)) => from_start(end),
        (_, Some(s), _) => from_start(s),
        (_, None, Some(end)) => to_end(end),
    }
}

/// How precise a value is, by its form; `None` for a range whose ends differ in that.
fn grain_of(value: &str) -> Option<Grain> {
    if let Some((first, last)) = value.split_once('/') {
        return grain_of(first).filter(|g| grain_of(last) == Some(*g));
    }
    let (date, time) = value.split_once('T').map_or((value, None), |(d, t)| (d, Some(t)));
    if let Some(time) = time {
        let clock = time.split(['+', '-', 'Z']).next().unwrap_or_default();
        return Some(match clock.matches(':').count() {
            _ if clock.starts_with(|c: char| c.is_ascii_uppercase()) => Grain::DayPart,
            0 => Grain::Hour,
            1 => Grain::Minute,
            _ => Grain::Second,
        });
    }
    let date = date.trim_start_matches("BC").trim_start_matches('-');
    let mut parts = date.split('-');
    let (year, unit, day) = (parts.next()?, parts.next(), parts.next());
    Some(match (unit, day) {
        (None, _) => match year.len() {
            1 => Grain::Millennium,
            2 => Grain::Century,
            3 => Grain::Decade,
            _ => Grain::Year,
        },
        (Some(week), Some("WE")) if week.starts_with('W') => Grain::Weekend,
        (Some(_), Some(_)) => Grain::Day,
        (Some("SP" | "SU" | "FA" | "WI"), None) => Grain::Season,
        (Some(u), None) if u.starts_with('W') => Grain::Week,
        (Some(u), None) if u.starts_with('Q') => Grain::Quarter,
        (Some(u), None) if u.starts_with('H') => Grain::Half,
        (Some(_), None) => Grain::Month,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// start, end, grain, shape after the value was changed.
    fn changed(when: serde_json::Value, relation: &str) -> (String, String, Grain, Shape) {
        let json = serde_json::json!({"id": "e1", "statement": "s", "when": when, "relation": relation});
        let mut event: Event = serde_json::from_value(json).unwrap();
        derive(&mut event).unwrap();
        let w = &event.when;
        let word = |m: Option<Moment>| m.map(|m| m.to_string()).unwrap_or_default();
        (word(w.start), word(w.end), w.grain, w.shape)
    }

    #[test]
    fn a_value_corrected_alone_moves_its_event() {
        let day = |value: &str| serde_json::json!({"value": value, "start": "2025-01-24", "end": "2025-01-25", "grain": "day"});
        let told = |start: &str, end: &str, grain, shape| (start.to_owned(), end.to_owned(), grain, shape);
        assert_eq!(
            changed(day("2025-01-31"), "within"),
            told("2025-01-31", "2025-02-01", Grain::Day, Shape::Point)
        );
        // The day lies inside the month, and yet less is said now.
        assert_eq!(
            changed(day("2025-01"), "within"),
            told("2025-01-01", "2025-02-01", Grain::Month, Shape::Window)
        );
        assert_eq!(
            changed(day("2025-01-24T14:30"), "within"),
            told(
                "2025-01-24T14:30",
                "2025-01-24T14:31",
                Grain::Minute,
                Shape::Point
            )
        );
        assert_eq!(
            changed(day("2025-01-24"), "within"),
            told("2025-01-24", "2025-01-25", Grain::Day, Shape::Point)
        );
        assert_eq!(
            changed(day("2018/2019"), "throughout"),
            told("2018-01-01", "2020-01-01", Grain::Year, Shape::Duration)
        );
    }

    #[test]
    fn a_relation_stays_when_its_value_moves_by_one_day() {
        let until =
            serde_json::json!({"value": "2025-01-25", "end": "2025-01-25", "grain": "day", "shape": "open"});
        assert_eq!(changed(until.clone(), "until").1, "2025-01-26");
        assert_eq!(changed(until, "before").1, "2025-01-25");
        let after = serde_json::json!({"value": "2025-01-25", "start": "2025-01-25", "grain": "day", "shape": "open"});
        assert_eq!(changed(after.clone(), "after").0, "2025-01-26");
        assert_eq!(changed(after, "since").0, "2025-01-25");
    }

    #[test]
    fn grains_by_the_form_of_the_value() {
        for (value, grain) in [
            ("2", Grain::Millennium),
            ("19", Grain::Century),
            ("199", Grain::Decade),
            ("1990", Grain::Year),
            ("BC0300", Grain::Year),
            ("1990-H1", Grain::Half),
            ("1990-Q3", Grain::Quarter),
            ("1990-SP", Grain::Season),
            ("1990-03", Grain::Month),
            ("1990-W03", Grain::Week),
            ("1990-W03-WE", Grain::Weekend),
            ("1990-03-04", Grain::Day),
            ("1990-03-04TMO", Grain::DayPart),
            ("1990-03-04T14", Grain::Hour),
            ("1990-03-04T14:30+09:00", Grain::Minute),
            ("1990-03-04T14:30:10", Grain::Second),
        ] {
            assert_eq!(grain_of(value), Some(grain), "{value}");
        }
        assert_eq!(grain_of("1990/1991-03"), None);
    }
}

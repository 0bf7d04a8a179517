//! What stays open keeps the form of its value: `XXXX-10`, `XXXX-WXX-5`.

use super::when::TimexType;
use crate::rules::{DateParts, Meaning, Name};
use crate::time::{DayPart, Grain};

/// The open value of a meaning that can't be resolved.
pub(super) fn open_value(m: &Meaning) -> (TimexType, String) {
    let date = |s: String| (TimexType::Date, s);
    match m {
        Meaning::Date(p) => date(parts(p)),
        Meaning::Named(name, _) => named(name),
        Meaning::Unit(grain, _) => date(unit(*grain).into()),
        Meaning::Shift { grain, .. } => date(unit(*grain).into()),
        Meaning::Days(_) => date("XXXX-XX-XX".into()),
        Meaning::Decade(_) => date("XXX".into()),
        Meaning::Within(part, whole) => match &**part {
            Meaning::Clock(c) => (
                TimexType::Time,
                format!("{}T{}", open_value(whole).1, super::clock::clock_text(c)),
            ),
            Meaning::Named(Name::Part(p), _) => {
                (TimexType::Time, format!("{}T{}", open_value(whole).1, p.code()))
            }
            Meaning::Period => open_value(whole),
            part => open_value(part),
        },
        Meaning::Modified(_, inner) => open_value(inner),
        Meaning::Clock(c) => (
            TimexType::Time,
            format!("XXXX-XX-XXT{}", super::clock::clock_text(c)),
        ),
        _ => date("XXXX".into()),
    }
}

fn parts(p: &DateParts) -> String {
    let year = match p.year {
        Some(y) if !p.short_year => crate::time::year_value(y),
        Some(y) => format!("XX{y:02}"),
        None => "XXXX".into(),
    };
    match (p.month, p.day) {
        (Some(m), Some(d)) => format!("{year}-{m:02}-{d:02}"),
        (Some(m), None) => format!("{year}-{m:02}"),
        (None, Some(d)) => format!("{year}-XX-{d:02}"),
        _ => year,
    }
}

fn named(name: &Name) -> (TimexType, String) {
    let date = |s: String| (TimexType::Date, s);
    match name {
        Name::Weekday(w) => date(format!("XXXX-WXX-{}", w.number_from_monday())),
        Name::Month(m) => date(format!("XXXX-{m:02}")),
        Name::Season(s) => date(format!("XXXX-{}", s.code())),
        Name::Quarter(q, _) => date(format!("XXXX-Q{q}")),
        Name::Half(h, _) => date(format!("XXXX-H{h}")),
        Name::Week(w) => date(format!("XXXX-W{w:02}")),
        Name::MonthDay(m, d) => date(format!("XXXX-{m:02}-{d:02}")),
        Name::DayOfMonth(d) => date(format!("XXXX-XX-{d:02}")),
        Name::Part(p) => (TimexType::Time, format!("XXXX-XX-XXT{}", part(*p))),
        Name::Feast(_) | Name::NthWeekday(..) => date("XXXX-XX-XX".into()),
    }
}

fn part(p: DayPart) -> &'static str {
    p.code()
}

fn unit(grain: Grain) -> &'static str {
    match grain {
        Grain::Week => "XXXX-WXX",
        Grain::Weekend => "XXXX-WXX-WE",
        Grain::Month => "XXXX-XX",
        Grain::Quarter => "XXXX-QX",
        Grain::Half => "XXXX-HX",
        Grain::Season | Grain::Year => "XXXX",
        Grain::Decade => "XXX",
        Grain::Century => "XX",
        Grain::Millennium => "X",
        _ => "XXXX-XX-XX",
    }
}

/// The value of a set's named thing.
pub(super) fn set_name(name: &Name) -> String {
    named(name).1
}

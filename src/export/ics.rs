use super::{ExportError, Format};
use crate::time::{Day, Moment};
use crate::timeline::{Event, Relation, Timeline};
use chrono::{Datelike, NaiveDateTime, TimeDelta};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write;

/// The timeline as a calendar: iCalendar, RFC 5545, one `VEVENT` per event.
///
/// Days and longer units are all-day entries with an exclusive end. A clock time with an offset is written in UTC,
/// one without as local time of wherever it is read. Of an event with one end known, that end's day is written, and
/// its summary says "since", "until" or "by". The form has four figures for a year and no sign, so that what lies
/// before the year 1 is left out, and the calendar's description counts it.
///
/// There is no clock here: `DTSTAMP` is midnight of the publication day, else 1970-01-01. `UID` is a hash of the
/// document's name, the statement and its place in time, so that importing a calendar again renews its entries.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ics;

impl Format for Ics {
    fn name(&self) -> &'static str {
        "ics"
    }

    fn write(&self, timeline: &Timeline) -> Result<String, ExportError> {
        let mut out = Lines(String::new());
        out.line("BEGIN", "VCALENDAR");
        out.line("VERSION", "2.0");
        out.line(
            "PRODID",
            concat!("-//dateline//dateline ", env!("CARGO_PKG_VERSION"), "//EN"),
        );
        out.line("CALSCALE", "GREGORIAN");
        if !timeline.title.is_empty() {
            out.text("X-WR-CALNAME", &timeline.title);
        }
        let placed: Vec<(&Event, Place)> = timeline
            .events
            .iter()
            .filter_map(|e| Some((e, Place::of(e)?)))
            .collect();
        let missing = timeline.events.len() - placed.len();
        if missing > 0 {
            let told = match missing {
                1 => "1 event is not in this calendar, which can hold only the years 1 to 9999.".to_owned(),
                n => format!("{n} events are not in this calendar, which can hold only the years 1 to 9999."),
            };
            out.text("X-WR-CALDESC", &told);
        }
        let mut seen = HashMap::new();
        for (event, place) in placed {
            entry(&mut out, timeline, event, &place, &mut seen);
        }
        out.line("END", "VCALENDAR");
        Ok(out.0)
    }
}

/// Where an event lies in the calendar.
enum Place {
    /// From the first day to the day after the last.
    Days(Day, Day),
    /// From instant to instant; in UTC or local.
    Clock(NaiveDateTime, Option<NaiveDateTime>, bool),
}

impl Place {
    /// `None` for what the calendar can't hold: no ends at all, years before 1 or after 9999.
    fn of(event: &Event) -> Option<Place> {
        let (start, end) = (event.when.start, event.when.end);
        let first = start.or(end)?;
        let place = if first.has_clock() || end.is_some_and(Moment::has_clock) {
            let is_utc = [start, end].into_iter().flatten().all(|m| m.offset().is_some());
            let at = |m: Moment| match m.offset().filter(|_| is_utc) {
                Some(o) => m.at().checked_sub_signed(TimeDelta::minutes(o.into())),
                None => Some(m.at()),
            };
            let to = match (start, end) {
                (Some(_), Some(end)) => Some(at(end)?),
                _ => None,
            };
            let from = at(first)?;
            Place::Clock(from, to.filter(|to| *to > from), is_utc)
        } else {
            match (start, end) {
                (Some(s), Some(e)) => Place::Days(s.day(), e.day().max(s.day().succ_opt()?)),
                (Some(s), None) => Place::Days(s.day(), s.day().succ_opt()?),
                // The end is exclusive: what lasted until Friday has Friday's midnight as its end.
                (None, Some(e)) => Place::Days(e.day().pred_opt()?, e.day()),
                (None, None) => return None,
            }
        };
        let (from, to) = match &place {
            Place::Days(from, to) => (*from, *to),
            Place::Clock(from, to, _) => (from.date(), to.unwrap_or(*from).date()),
        };
        ((1..=9999).contains(&from.year()) && (1..=9999).contains(&to.year())).then_some(place)
    }
}

fn entry(
    out: &mut Lines,
    timeline: &Timeline,
    event: &Event,
    place: &Place,
    seen: &mut HashMap<String, usize>,
) {
    let source = timeline.documents.iter().find(|d| event.sources.contains(&d.id));
    let published = source.and_then(|d| d.published.as_ref()).map(|p| p.date);
    let stamp = published
        .filter(|d| (1..=9999).contains(&d.year()))
        .unwrap_or_default();
    out.line("BEGIN", "VEVENT");
    let hash = uid(source.map_or("", |d| &d.name), event);
    let twin = seen.entry(hash.clone()).and_modify(|n| *n += 1).or_insert(1);
    let twin = if *twin > 1 {
        format!("-{twin}")
    } else {
        String::new()
    };
    out.line("UID", &format!("{hash}{twin}@dateline"));
    out.line("DTSTAMP", &format!("{}T000000Z", stamp.format("%Y%m%d")));
    match place {
        Place::Days(from, to) => {
            out.line("DTSTART;VALUE=DATE", &from.format("%Y%m%d").to_string());
            out.line("DTEND;VALUE=DATE", &to.format("%Y%m%d").to_string());
        }
        Place::Clock(from, to, is_utc) => {
            let z = if *is_utc { "Z" } else { "" };
            let at = |t: &NaiveDateTime| format!("{}{z}", t.format("%Y%m%dT%H%M%S"));
            out.line("DTSTART", &at(from));
            if let Some(to) = to {
                out.line("DTEND", &at(to));
            }
        }
    }
    out.text("SUMMARY", &summary(event));
    out.text("DESCRIPTION", &description(event));
    out.line("CATEGORIES", event.certainty.word());
    // A timeline must not block anybody's hours.
    out.line("TRANSP", "TRANSPARENT");
    out.line("END", "VEVENT");
}

fn uid(document: &str, event: &Event) -> String {
    let end = |m: Option<Moment>| m.map(|m| m.to_string()).unwrap_or_default();
    let mut hash = Sha256::new();
    for part in [
        document,
        &event.statement,
        &end(event.when.start),
        &end(event.when.end),
    ] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let mut hex = String::new();
    for byte in hash.finalize().iter().take(12) {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// The statement; where only one end is known, or the date is not exact, the word for that before it.
fn summary(event: &Event) -> String {
    let lead = match (event.when.start, event.when.end) {
        (Some(_), None) if event.relation == Relation::After => "After: ",
        (Some(_), None) => "Since: ",
        (None, _) => match event.relation {
            Relation::By => "By: ",
            Relation::Before => "Before: ",
            _ => "Until: ",
        },
        _ if event.when.approx => "About: ",
        _ => "",
    };
    format!("{lead}{}", event.headline())
}

fn description(event: &Event) -> String {
    let mut lines = Vec::new();
    if !event.phrase.is_empty() {
        lines.push(format!("In the text: “{}”", event.phrase));
    }
    if let Some(who) = &event.attribution {
        lines.push(format!("According to {}", who.text));
    }
    lines.push(format!(
        "{} ({}), {}",
        event.when.value,
        event.relation.word(),
        event.certainty.word()
    ));
    lines.extend(event.why.iter().map(|s| format!("{}: {}", s.step, s.note)));
    for other in &event.alternatives {
        let note = if other.note.is_empty() {
            String::new()
        } else {
            format!(" ({})", other.note)
        };
        lines.push(format!("or {}{note}", other.value));
    }
    lines.join("\n")
}

/// Content lines, ended by CRLF and folded.
struct Lines(String);

impl Lines {
    fn text(&mut self, name: &str, text: &str) {
        self.line(name, &escaped(text));
    }

    /// No line is longer than 75 octets without its end (RFC 5545, 3.1); what is longer goes on in the next, after one
    /// blank. It is never cut inside a character.
    fn line(&mut self, name: &str, value: &str) {
        const MOST: usize = 75;
        let mut room = MOST;
        for c in name.chars().chain(":".chars()).chain(value.chars()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = MOST - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A `TEXT` value (RFC 5545, 3.3.11): control characters have no place in one.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut lines = Lines(String::new());
        lines.text("SUMMARY", &"é😀".repeat(60));
        for line in lines.0.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
        }
        let unfolded = lines.0.replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{}\r\n", "é😀".repeat(60)));
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\u{1}\tf"), "a\\,b\\;c\\\\d\\ne f");
    }
}

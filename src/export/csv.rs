use super::{ExportError, Format};
use crate::timeline::{Event, Timeline};

/// The timeline as a table for spreadsheets: RFC 4180, UTF-8, one row per event under one row of names.
///
/// Dates are written as in the JSON, an end that is not known as an empty cell. Several alternatives or documents
/// stand in one cell, parted by `; `.
#[derive(Debug, Clone, Copy, Default)]
pub struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn write(&self, timeline: &Timeline) -> Result<String, ExportError> {
        Ok(format!("{}{}", csv_head(), csv_rows(timeline)))
    }
}

/// The columns, in the order of a row's cells.
const COLUMNS: [&str; 15] = [
    "id",
    "start",
    "end",
    "value",
    "grain",
    "shape",
    "approximate",
    "relation",
    "certainty",
    "statement",
    "phrase",
    "attribution",
    "alternatives",
    "documents",
    "published",
];

/// The row of names.
pub fn csv_head() -> String {
    format!("{}\r\n", COLUMNS.join(","))
}

/// One row for each event.
pub fn csv_rows(timeline: &Timeline) -> String {
    let mut out = String::new();
    for event in &timeline.events {
        for (i, cell) in cells(timeline, event).iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            quote(&mut out, cell);
        }
        // RFC 4180, section 2: a row ends in CRLF.
        out.push_str("\r\n");
    }
    out
}

fn cells(timeline: &Timeline, e: &Event) -> [String; COLUMNS.len()] {
    let end = |m: Option<crate::time::Moment>| m.map(|m| m.to_string()).unwrap_or_default();
    let sources: Vec<_> = timeline
        .documents
        .iter()
        .filter(|d| e.sources.contains(&d.id))
        .collect();
    let names: Vec<&str> = sources.iter().map(|d| d.name.as_str()).collect();
    let published: Vec<String> = sources
        .iter()
        .filter_map(|d| d.published.as_ref())
        .map(|p| p.date.to_string())
        .collect();
    let others: Vec<&str> = e.alternatives.iter().map(|a| a.value.as_str()).collect();
    [
        e.id.clone(),
        end(e.when.start),
        end(e.when.end),
        e.when.value.clone(),
        e.when.grain.word().to_owned(),
        e.when.shape.word().to_owned(),
        e.when.approx.to_string(),
        e.relation.word().to_owned(),
        e.certainty.word().to_owned(),
        inert(&e.statement),
        inert(&e.phrase),
        inert(e.attribution.as_ref().map_or("", |a| &a.text)),
        inert(&others.join("; ")),
        inert(&names.join("; ")),
        published.join("; "),
    ]
}

/// Words of a text that a spreadsheet would take for a formula (`=HYPERLINK(…)`) get an apostrophe before them, which
/// it shows as text: what OWASP recommends against CSV injection. The columns that hold no words of the text can't
/// begin so, but for the years before 1, whose sign is part of the date.
fn inert(words: &str) -> String {
    // A spreadsheet may skip blanks before it looks.
    let first = words.trim_start_matches([' ', '\u{a0}']).chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            format!("'{words}")
        }
        _ => words.to_owned(),
    }
}

fn quote(out: &mut String, cell: &str) {
    let plain = !cell.contains([',', '"', '\r', '\n']) && !cell.starts_with(' ') && !cell.ends_with(' ');
    if plain {
        out.push_str(cell);
        return;
    }
    out.push('"');
    out.push_str(&cell.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(cell: &str) -> String {
        let mut out = String::new();
        quote(&mut out, cell);
        out
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(quoted("plain, or not"), "\"plain, or not\"");
        assert_eq!(quoted("say \"no\""), "\"say \"\"no\"\"\"");
        assert_eq!(quoted("two\nlines"), "\"two\nlines\"");
        assert_eq!(quoted(" edge"), "\" edge\"");
        assert_eq!(quoted("höher – weiter"), "höher – weiter");
    }

    #[test]
    fn formulas_are_made_inert() {
        for words in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1"] {
            assert_eq!(inert(words), format!("'{words}"));
        }
        for words in ["", "1=1", "a-b", "“=1”"] {
            assert_eq!(inert(words), words);
        }
    }
}

//! Rows of words in columns.

use super::message::{Ink, Messages, Stop, printable};
use dateline::time::Grain;
use dateline::timeline::{Certainty, Event, EventWhen, Relation, Timeline};

/// Columns as wide as their widest cell, two blanks between, the last as it is.
pub fn aligned<const N: usize>(rows: &[[String; N]]) -> String {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells: Vec<String> = row
                .iter()
                .zip(widths)
                .map(|(cell, width)| format!("{:width$}", printable(cell)))
                .collect();
            cells.join("  ").trim_end().to_owned()
        })
        .collect();
    lines.join("\n")
}

/// The events of a timeline: date, statement, the words that date it.
pub fn print_events(to: &Messages, timeline: &Timeline) -> Result<(), Stop> {
    let rows: Vec<[String; 3]> = timeline
        .events
        .iter()
        .map(|e| [date(e), printable(&e.headline()), words(e)])
        .collect();
    let column = |i: usize, most: usize| {
        rows.iter()
            .map(|r| r[i].chars().count())
            .max()
            .map(|w| w.min(most))
    };
    let (Some(dates), Some(words)) = (column(0, 26), column(2, 24)) else {
        return Ok(());
    };
    let told = to.width().saturating_sub(dates + words + 4).max(16);
    for [date, statement, phrase] in &rows {
        let line = format!(
            "{}  {:told$}  {}",
            to.ink(Ink::Bold, &format!("{:dates$}", cut(date, dates))),
            cut(statement, told),
            to.ink(Ink::Dim, &cut(phrase, words)),
        );
        to.line(line.trim_end())?;
    }
    Ok(())
}

fn words(e: &Event) -> String {
    let mentions = || e.mentions.iter().map(|m| m.text.as_str()).collect::<Vec<_>>();
    printable(&match e.phrase.is_empty() {
        true => mentions().join(" – "),
        false => e.phrase.clone(),
    })
}

/// No more than so many characters, the last of them `…` where something is left out.
fn cut(s: &str, most: usize) -> String {
    if s.chars().count() <= most {
        return s.to_owned();
    }
    let kept: String = s.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// Where an event lies, as short as it can be said: `2025-01-24`, `2024-10`, `since 2021`, `2024-12-16 – 2024-12-22`.
fn date(e: &Event) -> String {
    // What is counted from an event may lie on its day.
    let named = dateline::time::span_of_value(&e.when.value);
    let same = named.is_some_and(|(a, b)| e.when.start == Some(a) || e.when.end == Some(b));
    let before = match e.relation {
        Relation::After if same => "not before ",
        Relation::Before if same => "not after ",
        Relation::Since => "since ",
        Relation::Until => "until ",
        Relation::By => "by ",
        Relation::After => "after ",
        Relation::Before => "before ",
        _ => "",
    };
    let about = if e.when.approx { "about " } else { "" };
    let doubt = if e.certainty == Certainty::Ambiguous {
        " ?"
    } else {
        ""
    };
    format!("{before}{about}{}{doubt}", place(&e.when, before.is_empty()))
}

fn place(when: &EventWhen, is_bounded: bool) -> String {
    let value = &when.value;
    let plain = matches!(when.grain, Grain::Day | Grain::Month | Grain::Year) || when.grain.is_clock();
    // A value says its span but where the event has a part of it ("earlier in January"), or where it is a length
    // ("the first nine months of 2024").
    let whole = dateline::time::span_of_value(value)
        .is_some_and(|(start, end)| when.start == Some(start) && when.end == Some(end));
    let range = value.contains('/');
    if !is_bounded || (plain && (whole || (range && !when.cut))) {
        return value.replace('/', " – ");
    }
    let (Some(start), Some(end)) = (when.start, when.end) else {
        return value.replace('/', " – ");
    };
    let last = if end.has_clock() {
        end.to_string()
    } else {
        end.day()
            .pred_opt()
            .map_or(end.to_string(), |d| dateline::time::Moment::of_day(d).to_string())
    };
    let start = start.to_string();
    match start == last {
        true => start,
        false => format!("{start} – {last}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_align_and_long_ones_are_cut() {
        let rows = [
            ["a".to_owned(), "b\u{1b}[2J".to_owned()],
            ["ccc".to_owned(), "d".to_owned()],
        ];
        assert_eq!(aligned(&rows), "a    b [2J\nccc  d");
        assert_eq!(cut("häfen und", 6), "häfen…");
        assert_eq!(cut("häfen", 5), "häfen");
    }
}

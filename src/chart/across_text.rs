//! Labels of the chart across: date and statements below one another, in a column of their own.

use super::columns::{COUNT, DATE, PUBLISHED};
use super::entry::Entry;
use super::items::Group;
use super::plan::{Content, Plan};
use super::rows::{CAPITAL, EntryText, GroupText};
use super::text::{Ink, Text};
use super::widths::Tenths;
use super::words::thousands;
use super::wrap::{Face, wrap};

/// The face that the words of folds are measured in: no family slants wider than its bold.
pub(super) const FACE: Face = Face::bold(110);
/// The face of statements.
const STATEMENT: Face = Face::regular(140);
/// From line to line.
const LEADING: Tenths = 190;
/// From the left side of a label to its statements.
const INDENT: Tenths = 130;
/// Lines of a statement; a slide has no room for more.
const MOST: usize = 6;

/// The texts of a row as a label at `x`, with y counted from the middle of the first line; `down` is its height,
/// with half a line above that.
pub(super) fn label(plan: &Plan, content: Content, x: Tenths, room: Tenths) -> Option<GroupText> {
    match content {
        Content::Date(i) => plan.items.groups.get(i).map(|g| date(g, x, room)),
        Content::Publication(i) => {
            let lines = plan.items.publications.get(i)?.lines(room, PUBLISHED, 4);
            let text = Text::new(x, 0, PUBLISHED, LEADING, lines);
            Some(stacked(text.ink(Ink::Published), Vec::new(), None))
        }
        Content::Fold(_) => None,
    }
}

fn date(group: &Group, x: Tenths, room: Tenths) -> GroupText {
    let mut head = Text::new(x, 0, DATE, LEADING, wrap(&group.date, room, DATE, 3));
    let mut y = head.last() + LEADING + CAPITAL;
    let mut entries = Vec::with_capacity(group.entries.len());
    for e in &group.entries {
        let statement = statement(e, x, y, room);
        let next = statement.last() + LEADING + 40;
        entries.push(EntryText {
            symbol: y,
            statement,
            phrase: None,
        });
        y = next;
    }
    let words = match &group.rest {
        Some(rest) => {
            head.ink = Ink::Muted;
            Some(rest.words())
        }
        None if group.more > 0 => Some(format!("+{} more of this date", thousands(group.more as i64))),
        None => None,
    };
    let count = words.map(|words| {
        let lines = wrap(&words, room - INDENT, COUNT, 3);
        Text::new(x + INDENT, y, COUNT, LEADING, lines).ink(Ink::Muted)
    });
    stacked(head, entries, count)
}

fn statement(entry: &Entry, x: Tenths, y: Tenths, room: Tenths) -> Text {
    let lines = wrap(&entry.statement, room - INDENT, STATEMENT, MOST);
    Text::new(x + INDENT, y, STATEMENT, LEADING, lines)
}

fn stacked(date: Text, entries: Vec<EntryText>, count: Option<Text>) -> GroupText {
    let last = entries.iter().map(|e| e.statement.last());
    let last = last.chain(count.iter().map(Text::last)).max();
    GroupText {
        down: last.unwrap_or(0).max(date.last()) + LEADING / 2 + 60,
        date,
        entries,
        count,
        density: None,
    }
}

//! Rows of labels, laid out around their first line before they get a place.

use super::columns::{COUNT, Columns, DATE, PHRASE, PUBLISHED, STATEMENT};
use super::entry::Entry;
use super::items::Group;
use super::labels::Row;
use super::publications::Publication;
use super::text::{Ink, Rect, Text};
use super::widths::Tenths;
use super::words::thousands;
use super::wrap::wrap;

/// Half a line: the room above the middle of a first line, and below that of a last.
const HALF: Tenths = 100;
/// From line to line of statements and, in one column, of all.
const LEADING: Tenths = 200;
/// From line to line of small texts beside a statement. Fallback fonts are taller than Latin ones: less than
/// this and lines of other scripts touch.
const SMALL: Tenths = 185;
/// How wide the density of a stretch is drawn.
const DENSITY: Tenths = 1_200;
/// More below a date: a statement begins with a capital, which may carry two marks upon one another.
pub(super) const CAPITAL: Tenths = 20;
/// Air between two dates.
const AIR: Tenths = 120;
/// Air between two statements of one date.
const AIR_INSIDE: Tenths = 70;

/// A statement's texts.
#[derive(Debug, Clone)]
pub(super) struct EntryText {
    /// The middle of its symbol.
    pub symbol: Tenths,
    /// The statement.
    pub statement: Text,
    /// The words of the text.
    pub phrase: Option<Text>,
}

/// The texts of a date; y counts from the middle of the first line.
#[derive(Debug, Clone)]
pub(super) struct GroupText {
    /// The date in words.
    pub date: Text,
    /// One for each statement.
    pub entries: Vec<EntryText>,
    /// What is only counted: "+14 more on Fri 24 January 2025", "37 events not drawn".
    pub count: Option<Text>,
    /// Where the density of what is counted is drawn.
    pub density: Option<Rect>,
    /// Room below the first line's middle, air included.
    pub down: Tenths,
}

impl GroupText {
    /// The room that the row takes.
    pub fn row(&self, anchor: Tenths) -> Row {
        Row {
            anchor,
            up: HALF,
            down: self.down,
        }
    }

    /// The same with its first line at `y`.
    pub fn at(mut self, y: Tenths) -> GroupText {
        self.date = self.date.lower(y);
        for e in &mut self.entries {
            e.symbol += y;
            e.statement.y += y;
            if let Some(p) = &mut e.phrase {
                p.y += y;
            }
        }
        self.count = self.count.map(|t| t.lower(y));
        if let Some([_, top, _, bottom]) = &mut self.density {
            *top += y;
            *bottom += y;
        }
        self
    }

    /// All its texts.
    #[cfg(test)]
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let entries = self
            .entries
            .iter()
            .flat_map(|e| std::iter::once(&e.statement).chain(&e.phrase));
        std::iter::once(&self.date).chain(entries).chain(&self.count)
    }
}

/// Wraps and stacks the texts of a date.
pub(super) fn group(group: &Group, cols: &Columns) -> GroupText {
    let mut texts = if cols.is_wide {
        wide(group, cols)
    } else {
        narrow(group, cols)
    };
    counted(group, cols, &mut texts);
    texts
}

/// Adds the line that counts what is not drawn of this date, or of the stretch that the row stands for.
fn counted(group: &Group, cols: &Columns, texts: &mut GroupText) {
    let bottom = texts.down - HALF - AIR;
    if let Some(rest) = &group.rest {
        let y = if cols.is_wide {
            0
        } else {
            texts.date.last() + LEADING
        };
        let lines = wrap(&rest.words(), cols.statement_room, COUNT, 2);
        let text = Text::new(cols.statement, y, COUNT, LEADING, lines).ink(Ink::Muted);
        texts.date.ink = Ink::Muted;
        let (left, right) = match cols.is_wide {
            true => (cols.phrase, cols.phrase + cols.phrase_room.min(DENSITY)),
            false => {
                let left = text.x + text.width() + 120;
                (left, (cols.statement + cols.statement_room).min(left + DENSITY))
            }
        };
        let several = rest.ends().is_some_and(|(a, b)| a < b);
        texts.density = (several && right - left >= 300).then_some([left, y - 60, right, y + 60]);
        texts.down = bottom.max(text.last()) + HALF + AIR;
        texts.count = Some(text);
    } else if group.more > 0 {
        let n = thousands(i64::try_from(group.more).unwrap_or(i64::MAX));
        let words = match group.exact {
            true => format!("+{n} more on {}", group.date),
            false => format!("+{n} more of this date"),
        };
        let y = bottom + HALF + AIR_INSIDE + HALF;
        let lines = wrap(&words, cols.statement_room, COUNT, 2);
        let text = Text::new(cols.statement, y, COUNT, LEADING, lines).ink(Ink::Muted);
        texts.down = text.last() + HALF + AIR;
        texts.count = Some(text);
    }
}

fn wide(group: &Group, cols: &Columns) -> GroupText {
    let date = Text::new(
        cols.date,
        0,
        DATE,
        SMALL,
        wrap(&group.date, cols.date_room, DATE, 3),
    );
    let mut y = 0;
    let mut bottom = date.last();
    let mut entries = Vec::with_capacity(group.entries.len());
    for entry in &group.entries {
        let statement = statement(entry, y, cols, 4);
        let phrase = phrase(entry, y, cols, 3, SMALL);
        bottom = bottom
            .max(statement.last())
            .max(phrase.as_ref().map_or(y, Text::last));
        entries.push(EntryText {
            symbol: y,
            statement,
            phrase,
        });
        y = bottom + HALF + AIR_INSIDE + HALF;
    }
    GroupText {
        date,
        entries,
        count: None,
        density: None,
        down: bottom + HALF + AIR,
    }
}

/// One column: date, statement, phrase below one another; the first phrase beside the date where it fits.
fn narrow(group: &Group, cols: &Columns) -> GroupText {
    let date = Text::new(
        cols.date,
        0,
        DATE,
        LEADING,
        wrap(&group.date, cols.date_room, DATE, 3),
    );
    let mut y = date.last() + LEADING + CAPITAL;
    let mut bottom = date.last();
    let mut entries = Vec::with_capacity(group.entries.len());
    for (i, entry) in group.entries.iter().enumerate() {
        let statement = statement(entry, y, cols, 6);
        let symbol = if i == 0 { 0 } else { y };
        let beside = date.width() + 100;
        let fits = i == 0
            && date.lines.len() == 1
            && beside + PHRASE.width(&entry.phrase) <= cols.date_room
            && !date.is_rtl()
            && !super::clean::is_rtl(&entry.phrase);
        if !statement.lines.is_empty() {
            bottom = statement.last();
        }
        let phrase = if fits {
            phrase(entry, 0, cols, 1, LEADING).map(|mut p| {
                p.x += beside;
                p
            })
        } else {
            let p = phrase(entry, bottom + LEADING, cols, 2, LEADING);
            bottom = p.as_ref().map_or(bottom, Text::last);
            p
        };
        entries.push(EntryText {
            symbol,
            statement,
            phrase,
        });
        y = bottom + HALF + AIR_INSIDE + HALF;
    }
    GroupText {
        date,
        entries,
        count: None,
        density: None,
        down: bottom + HALF + AIR,
    }
}

fn statement(entry: &Entry, y: Tenths, cols: &Columns, most: usize) -> Text {
    let lines = wrap(&entry.statement, cols.statement_room, STATEMENT, most);
    Text::new(cols.statement, y, STATEMENT, LEADING, lines)
}

fn phrase(entry: &Entry, y: Tenths, cols: &Columns, most: usize, leading: Tenths) -> Option<Text> {
    let lines = wrap(&entry.phrase, cols.phrase_room, PHRASE, most);
    (!lines.lines.is_empty()).then(|| Text::new(cols.phrase, y, PHRASE, leading, lines).ink(Ink::Muted))
}

/// A line of its own across the columns: a publication, a stretch that is not drawn.
#[derive(Debug, Clone)]
pub(super) struct Note {
    /// Its words.
    pub text: Text,
    /// Room below the first line's middle, air included.
    pub down: Tenths,
}

impl Note {
    /// "Published Monday 27 January 2025".
    pub fn published(publication: &Publication, cols: &Columns) -> Note {
        let lines = publication.lines(cols.width - cols.margin - cols.date, PUBLISHED, 3);
        Note::of(Text::new(cols.date, 0, PUBLISHED, LEADING, lines).ink(Ink::Published))
    }

    /// "4 years 9 months not drawn".
    pub fn fold(words: &str, cols: &Columns) -> Note {
        // Measured as bold: the table has no italics, and none of the seven families slants wider than that.
        let lines = wrap(
            words,
            cols.width - cols.margin - cols.date,
            super::wrap::Face::bold(PHRASE.size),
            2,
        );
        let mut text = Text::new(cols.date, 0, PHRASE, LEADING, lines).ink(Ink::Muted);
        text.italic = true;
        Note::of(text)
    }

    fn of(text: Text) -> Note {
        let down = text.last() + HALF + AIR;
        Note { text, down }
    }

    /// The room that the row takes.
    pub fn row(&self, anchor: Tenths) -> Row {
        Row {
            anchor,
            up: HALF,
            down: self.down,
        }
    }
}

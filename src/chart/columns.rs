//! Columns of the chart for a width: everything that has an x.

use super::items::Items;
use super::widths::Tenths;
use super::wrap::Face;

/// From this width on, date, statement and the words of the text stand side by side.
const WIDE: Tenths = 7_600;
/// A statement's column narrower than this is not worth standing beside anything.
const STATEMENT_LEAST: Tenths = 2_600;

/// Faces of the chart.
pub(super) const TITLE: Face = Face::bold(230);
pub(super) const TITLE_NARROW: Face = Face::bold(190);
pub(super) const SUBTITLE: Face = Face::regular(135);
pub(super) const LEGEND: Face = Face::regular(125);
pub(super) const DATE: Face = Face::bold(135);
pub(super) const STATEMENT: Face = Face::regular(150);
pub(super) const PHRASE: Face = Face::regular(125);
pub(super) const COUNT: Face = Face::regular(135);
pub(super) const PUBLISHED: Face = Face::bold(130);
pub(super) const STRIP: Face = Face::regular(110);

/// Where the columns lie, in tenths of a pixel.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    /// Side by side, or one column of text.
    pub is_wide: bool,
    /// The whole canvas.
    pub width: Tenths,
    /// Air at the left and the right.
    pub margin: Tenths,
    /// The right end of tick labels.
    pub ticks: Tenths,
    /// The room for tick labels.
    pub ticks_room: Tenths,
    /// Their size.
    pub ticks_size: Tenths,
    /// How many lanes of bars there are.
    pub lanes: usize,
    /// From lane to lane.
    pub lane_step: Tenths,
    /// The width of a bar.
    pub bar: Tenths,
    /// The axis.
    pub axis: Tenths,
    /// Where leaders begin.
    pub leader_from: Tenths,
    /// Where leaders end: the same for all of them, or they could cross.
    pub leader_to: Tenths,
    /// Date labels.
    pub date: Tenths,
    /// Their room.
    pub date_room: Tenths,
    /// The middle of the symbols.
    pub symbol: Tenths,
    /// Statements.
    pub statement: Tenths,
    /// Their room.
    pub statement_room: Tenths,
    /// The words of the text.
    pub phrase: Tenths,
    /// Their room.
    pub phrase_room: Tenths,
}

impl Columns {
    /// The columns for a canvas, with lanes for so many bars beside one another.
    pub fn new(width: Tenths, items: &Items, lanes: usize) -> Columns {
        if width >= WIDE {
            let wide = Columns::wide(width, items, lanes);
            if wide.statement_room >= STATEMENT_LEAST {
                return wide;
            }
        }
        Columns::narrow(width, lanes)
    }

    /// How many lanes a canvas has room for.
    pub fn most_lanes(width: Tenths) -> usize {
        if width < 3_600 { 3 } else { 6 }
    }

    fn wide(width: Tenths, items: &Items, lanes: usize) -> Columns {
        let margin = 280;
        let (ticks_room, lane_step) = (880, 110);
        let ticks = margin + ticks_room;
        let axis = ticks + 120 + lane_step * count(lanes) + 70;
        let leader_to = axis + 650;
        let date = leader_to + 90;
        let longest = items
            .groups
            .iter()
            .map(|g| DATE.width(&g.date))
            .max()
            .unwrap_or(0);
        let date_room = longest.clamp(900, if width < 9_600 { 1_500 } else { 2_080 });
        let symbol = date + date_room + 170;
        let statement = symbol + 120;
        let right = width - margin;
        let rest = right - statement - 240;
        let phrase_room = (rest * 29 / 100).clamp(1_200, 2_300);
        let most = (rest - phrase_room).min(5_600);
        // Short statements draw the words of the text nearer.
        let entries = items.groups.iter().flat_map(|g| &g.entries);
        let longest = entries.map(|e| STATEMENT.width(&e.statement)).max().unwrap_or(0);
        let statement_room = longest.max(STATEMENT_LEAST).min(most);
        let phrase = statement + statement_room + 240;
        let phrase_room = (right - phrase).min(3_200);
        Columns {
            is_wide: true,
            width,
            margin,
            ticks,
            ticks_room,
            ticks_size: 120,
            lanes,
            lane_step,
            bar: 70,
            axis,
            leader_from: axis + 50,
            leader_to,
            date,
            date_room,
            symbol,
            statement,
            statement_room,
            phrase,
            phrase_room,
        }
    }

    fn narrow(width: Tenths, lanes: usize) -> Columns {
        let margin = if width < 5_000 { 120 } else { 240 };
        let ticks_room = if width < 5_000 { 520 } else { 800 };
        let lane_step = 80;
        let ticks = margin + ticks_room;
        let axis = ticks + 90 + lane_step * count(lanes) + 50;
        let leader_to = axis + 210;
        let symbol = leader_to + 90;
        let date = symbol + 120;
        let room = width - margin - date;
        Columns {
            is_wide: false,
            width,
            margin,
            ticks,
            ticks_room,
            ticks_size: 115,
            lanes,
            lane_step,
            bar: 50,
            axis,
            leader_from: axis + 50,
            leader_to,
            date,
            date_room: room,
            symbol,
            statement: date,
            statement_room: room,
            phrase: date,
            phrase_room: room,
        }
    }

    /// The left side of a lane; 0 is the innermost.
    pub fn lane(&self, lane: usize) -> Tenths {
        let lane = lane.min(self.lanes.saturating_sub(1));
        self.axis - if self.is_wide { 70 } else { 60 } - count(lane) * self.lane_step - self.bar
    }
}

fn count(n: usize) -> Tenths {
    Tenths::try_from(n).unwrap_or(0)
}

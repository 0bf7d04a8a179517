//! A text with its place: what the layout hands on and the tests measure.

use super::clean::is_rtl;
use super::widths::Tenths;
use super::wrap::{Face, Lines};

/// Which colour a text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// What is to be read first.
    Full,
    /// What explains.
    Muted,
    /// The publication line.
    Published,
}

/// Which side of a text its `x` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The left one.
    Left,
    /// Its middle.
    Middle,
    /// The right one.
    Right,
}

/// Lines of one face below one another.
#[derive(Debug, Clone)]
pub(super) struct Text {
    /// See [`Side`].
    pub x: Tenths,
    /// The middle of the first line's small letters, so that faces of different size stand level.
    pub y: Tenths,
    /// Which side `x` names.
    pub side: Side,
    /// Size and weight.
    pub face: Face,
    /// Whether it is slanted.
    pub italic: bool,
    /// Its colour.
    pub ink: Ink,
    /// From line to line.
    pub leading: Tenths,
    /// The lines.
    pub lines: Vec<String>,
}

/// A rectangle: left, top, right, bottom.
pub(super) type Rect = [Tenths; 4];

impl Text {
    /// A left-aligned text in full ink.
    pub fn new(x: Tenths, y: Tenths, face: Face, leading: Tenths, lines: Lines) -> Text {
        let (side, ink) = (Side::Left, Ink::Full);
        Text {
            x,
            y,
            side,
            face,
            italic: false,
            ink,
            leading,
            lines: lines.lines,
        }
    }

    /// One line that is known to fit.
    pub fn line(x: Tenths, y: Tenths, face: Face, line: &str) -> Text {
        Text::new(
            x,
            y,
            face,
            0,
            Lines {
                lines: vec![line.to_owned()],
                cut: false,
            },
        )
    }

    /// The same in another ink.
    pub fn ink(mut self, ink: Ink) -> Text {
        self.ink = ink;
        self
    }

    /// The same, with `x` naming another side.
    pub fn side(mut self, side: Side) -> Text {
        self.side = side;
        self
    }

    /// The same, lower by `dy`.
    pub fn lower(mut self, dy: Tenths) -> Text {
        self.y = self.y.saturating_add(dy);
        self
    }

    /// The baseline of the first line: small letters are about 0.52 em high and the middle between them and
    /// capitals lies 0.345 em above the baseline in all seven families.
    pub fn baseline(&self) -> Tenths {
        self.y + self.face.size * 345 / 1000
    }

    /// The middle of the last line.
    pub fn last(&self) -> Tenths {
        let more = Tenths::try_from(self.lines.len())
            .unwrap_or(0)
            .saturating_sub(1)
            .max(0);
        self.y + more * self.leading
    }

    /// The widest line by the bound.
    pub fn width(&self) -> Tenths {
        self.lines.iter().map(|l| self.face.width(l)).max().unwrap_or(0)
    }

    /// Whether its lines run from right to left.
    pub fn is_rtl(&self) -> bool {
        self.lines.first().is_some_and(|l| is_rtl(l))
    }

    /// The room it takes at most.
    #[cfg(test)]
    pub fn bounds(&self) -> Rect {
        let w = self.width();
        let left = match self.side {
            Side::Left => self.x,
            Side::Middle => self.x - w / 2,
            Side::Right => self.x - w,
        };
        let size = self.face.size;
        let below = self.last() + size * 345 / 1000 + size * 27 / 100;
        [left, self.baseline() - size * 95 / 100, left + w, below]
    }
}

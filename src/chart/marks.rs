//! Symbols and bars: what stands for an instant, a span, an end that is not known.

use super::head::Sign;
use super::layout::STUB;
use super::path::Path;
use super::span::Fill;
use super::svg::SemSvg;
use super::text::Rect;
use super::theme::{self, LINE, MUTED, NEUTRAL, Tone};
use super::widths::Tenths;
use crate::timeline::Certainty;
use plotters_backend::BackendCoord;

/// The symbol of a certainty, so that colour is never alone: a circle for what is stated, a square for what is
/// inferred, a triangle for what is ambiguous.
pub(super) fn symbol(svg: &mut SemSvg<'_>, certainty: Certainty, tone: Tone, (x, y): BackendCoord) {
    let path = match certainty {
        Certainty::Stated => Path::circle((x, y), 46),
        Certainty::Inferred => Path::rect([x - 42, y - 42, x + 42, y + 42]),
        Certainty::Ambiguous => Path::line([(x, y - 52), (x + 54, y + 42), (x - 54, y + 42)]).close(),
    };
    svg.filled(&path, tone, &[]);
}

/// A patch of a document's colour.
pub(super) fn patch(svg: &mut SemSvg<'_>, tone: Tone, (x, y): BackendCoord) {
    svg.filled(&Path::rect([x - 60, y - 35, x + 60, y + 35]), tone, &[]);
}

/// A span that found no lane.
pub(super) fn plus(svg: &mut SemSvg<'_>, tone: Tone, (x, y): BackendCoord) {
    svg.filled(&Path::circle((x, y), 60), theme::GROUND, &[]);
    let cross = Path::line([(x - 40, y), (x + 40, y)])
        .to('M', &[(x, y - 40)])
        .to('L', &[(x, y + 40)]);
    svg.stroked(&cross, tone, 16, &[]);
}

/// The stretch of the axis on which events lie that are only counted.
pub(super) fn counted(svg: &mut SemSvg<'_>, x: Tenths, top: Tenths, bottom: Tenths) {
    let path = Path::line([(x, top), (x, bottom.max(top + 10))]);
    let look = [("stroke-dasharray", "1.5 3")];
    svg.stroked(&path, MUTED, 70, &look);
}

/// How dense they lie, as strokes from a base line: the highest where most are.
pub(super) fn density(svg: &mut SemSvg<'_>, [left, top, right, bottom]: Rect, parts: &[usize]) {
    let most = parts.iter().copied().max().unwrap_or(0).max(1) as i64;
    let n = Tenths::try_from(parts.len()).unwrap_or(1).max(1);
    let wide = (right - left) / n;
    let mut path = Path::default();
    for (i, part) in (0..n).zip(parts) {
        let high = i64::from(bottom - top) * *part as i64 / most;
        let high = Tenths::try_from(high)
            .unwrap_or(0)
            .max(if *part > 0 { 15 } else { 0 });
        if high > 0 {
            let x = left + i * wide;
            path = path.to('M', &[(x, bottom)]);
            for p in [
                (x, bottom - high),
                (x + wide - 10, bottom - high),
                (x + wide - 10, bottom),
            ] {
                path = path.to('L', &[p]);
            }
            path = path.close();
        }
    }
    svg.filled(&path, LINE, &[]);
    svg.stroked(&Path::line([(left, bottom), (right, bottom)]), LINE, 8, &[]);
}

/// The place of another reading.
pub(super) fn diamond(svg: &mut SemSvg<'_>, (x, y): BackendCoord, tone: Tone) {
    let path = Path::line([(x, y - 55), (x + 55, y), (x, y + 55), (x - 55, y)]).close();
    svg.hollow(&path, tone, 14);
}

/// Time left out.
pub(super) fn zigzag(svg: &mut SemSvg<'_>, x: Tenths, top: Tenths, bottom: Tenths) {
    let middle = top + (bottom - top) / 2;
    let reach = ((bottom - top) / 2).min(110);
    let at = |dx: Tenths, part: Tenths| (x + dx, middle + reach * part / 6);
    let path = [
        (x, top),
        at(0, -6),
        at(-45, -4),
        at(45, -1),
        at(-45, 1),
        at(45, 4),
        at(0, 6),
        (x, bottom),
    ];
    svg.stroked(&Path::line(path), LINE, 16, &[("stroke-linejoin", "round")]);
}

/// A change of scale: two strokes across, on a ground that breaks the axis between them.
pub(super) fn double_bar(svg: &mut SemSvg<'_>, (x, y): BackendCoord) {
    svg.filled(&Path::rect([x - 60, y - 22, x + 60, y + 22]), theme::GROUND, &[]);
    for dy in [-20, 20] {
        svg.stroked(&Path::line([(x - 60, y + dy), (x + 60, y + dy)]), LINE, 16, &[]);
    }
}

/// A bar on the canvas; ends that are not known are drawn as such.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// Left.
    pub x: Tenths,
    /// How wide.
    pub wide: Tenths,
    /// Its top, or where it fades out.
    pub top: Tenths,
    /// Its bottom, or where it fades out.
    pub bottom: Tenths,
    /// Whether its beginning is not known.
    pub open_top: bool,
    /// Whether its end is not known.
    pub open_bottom: bool,
    /// What it stands for.
    pub fill: Fill,
    /// Whether its known ends are only about right.
    pub approx: bool,
}

/// Draws a bar: solid for what lasted, dashed and hatched for what happened somewhere in it, strokes for what
/// happened again and again. An unknown end is pointed, and strokes that thin out run on from it.
pub(super) fn bar(svg: &mut SemSvg<'_>, b: Shape, tone: Tone) {
    let (left, right, middle) = (b.x, b.x + b.wide, b.x + b.wide / 2);
    // Air between bars that touch in time, and never thinner than a line.
    let bottom = (b.bottom - 10).max(b.top + 30);
    let point = b.wide.min((bottom - b.top) / 2);
    let mut outline = Vec::new();
    if b.open_top {
        outline.extend([(left, b.top + point), (middle, b.top), (right, b.top + point)]);
    } else {
        outline.extend([(left, b.top), (right, b.top)]);
    }
    if b.open_bottom {
        outline.extend([(right, bottom - point), (middle, bottom), (left, bottom - point)]);
    } else {
        outline.extend([(right, bottom), (left, bottom)]);
    }
    let path = Path::line(outline).close();
    match b.fill {
        Fill::Lasted => svg.filled(&path, tone, &[("fill-opacity", "0.85")]),
        Fill::Somewhere => {
            svg.filled(&path, tone, &[("fill-opacity", "0.55")]);
            svg.hatched(&path);
            svg.stroked(&path, tone, 10, &[("stroke-dasharray", "2 2")]);
        }
        Fill::Repeated => {
            let line = Path::line([(middle, b.top), (middle, bottom)]);
            svg.stroked(&line, tone, b.wide, &[("stroke-dasharray", "2 4")]);
            svg.stroked(&path, tone, 8, &[("stroke-opacity", "0.5")]);
        }
    }
    let dots = |svg: &mut SemSvg<'_>, from: Tenths, to: Tenths| {
        let line = Path::line([(middle, from), (middle, to)]);
        let look = [("stroke-dasharray", "0.1 4"), ("stroke-linecap", "round")];
        svg.stroked(&line, tone, 20, &look);
    };
    // Priestley (1765): what is certain is a line, what is not is dots.
    if b.open_top {
        dots(svg, b.top - 30, b.top - 90);
    } else if b.approx {
        dots(svg, b.top - 30, b.top - 70);
    }
    if b.open_bottom {
        dots(svg, bottom + 30, bottom + 90);
    } else if b.approx {
        dots(svg, bottom + 30, bottom + 70);
    }
}

/// The mark of a legend entry around its middle.
pub(super) fn sign(svg: &mut SemSvg<'_>, sign: Sign, (x, y): BackendCoord) {
    let flat = |open_top: bool, open_bottom: bool, fill: Fill, approx: bool| Shape {
        x: x - 35,
        wide: 70,
        top: y - 65,
        bottom: y + 75,
        open_top,
        open_bottom,
        fill,
        approx,
    };
    match sign {
        Sign::Certainty(c, tone) => symbol(svg, c, tone, (x, y)),
        Sign::Source(tone) => patch(svg, tone, (x, y)),
        Sign::Crowded => plus(svg, NEUTRAL, (x, y)),
        Sign::Counted => counted(svg, x, y - 65, y + 65),
        Sign::Bar(fill) => bar(svg, flat(false, false, fill, false), NEUTRAL),
        Sign::OpenStart => {
            bar(
                svg,
                Shape {
                    top: y - 20,
                    bottom: y + 90,
                    ..flat(true, false, Fill::Lasted, false)
                },
                NEUTRAL,
            );
        }
        Sign::OpenEnd => {
            bar(
                svg,
                Shape {
                    top: y - 80,
                    bottom: y + 30,
                    ..flat(false, true, Fill::Lasted, false)
                },
                NEUTRAL,
            );
        }
        Sign::Approx => {
            let shape = Shape {
                top: y - 30,
                bottom: y + 40,
                ..flat(false, false, Fill::Lasted, true)
            };
            bar(svg, shape, NEUTRAL);
        }
        Sign::Other => diamond(svg, (x, y), NEUTRAL),
        Sign::Fold => zigzag(svg, x, y - 75, y + 75),
        Sign::Scale => double_bar(svg, (x, y)),
    }
}

/// How far beyond its known end a bar without the other reaches at least.
pub(super) fn stub(y: Tenths, up: bool) -> Tenths {
    if up { y - STUB + 120 } else { y + STUB - 120 }
}

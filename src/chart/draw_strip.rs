//! The uniform strip drawn: the same kind of coordinate as the chart's, the other way round.

use super::axis::Axis;
use super::draw::{Canvas, Done, write};
use super::node::{Node, Pixels};
use super::path::Path;
use super::span::Fill;
use super::strip::Strip;
use super::svg::SemSvg;
use super::theme::{GROUND, LINE, PANEL, PUBLISHED, rgb};
use super::widths::Tenths;
use plotters::coord::cartesian::Cartesian2d;
use plotters::element::PathElement;
use plotters::style::Color;
use plotters_backend::BackendCoord;

/// Draws the strip onto the canvas.
pub(super) fn draw_strip(canvas: &Canvas<'_>, strip: &Strip) -> Done {
    let (left, right) = strip.scale;
    write(canvas, |svg| {
        svg.open(&[("class", "strip"), ("aria-hidden", "true")]);
        svg.filled(&Path::rect(strip.frame), PANEL, &[]);
    })?;
    // Instants run across here: the same kind of coordinate, the other way round.
    let plot = canvas.apply_coord_spec(Cartesian2d::<Axis, Pixels>::new(
        strip.axis.clone(),
        Pixels(strip.base),
        (left..right, strip.ceiling..strip.base),
    ));
    for (from, to) in &strip.windows {
        let points = vec![(*from, strip.ceiling), (*to, strip.base)];
        plot.draw(&Node::new(points, |svg: &mut SemSvg<'_>, at: &[BackendCoord]| {
            if let [a, b] = at {
                svg.filled(&Path::rect([a.0, a.1, b.0.max(a.0 + 15), b.1]), GROUND, &[]);
            }
        }))?;
    }
    let ends = vec![
        (strip.axis.ends().0, strip.base),
        (strip.axis.ends().1, strip.base),
    ];
    plot.draw(&PathElement::new(ends, rgb(LINE).stroke_width(12)))?;
    let counted = strip.counted.iter().map(|t| (*t, strip.base)).collect();
    plot.draw(&Node::new(
        counted,
        |svg: &mut SemSvg<'_>, at: &[BackendCoord]| {
            let path = at.iter().fold(Path::default(), |p, (x, y)| {
                p.to('M', &[(*x, *y)]).to('L', &[(*x, y - 70)])
            });
            if !at.is_empty() {
                svg.stroked(&path, LINE, 8, &[]);
            }
        },
    ))?;
    for mark in &strip.marks {
        let y = strip.base - 40 - Tenths::try_from(mark.level).unwrap_or(0) * 52;
        let points = vec![(mark.span.0, y), (mark.span.1, y)];
        let tone = mark.tone;
        plot.draw(&Node::new(points, |svg: &mut SemSvg<'_>, at: &[BackendCoord]| {
            let [a, b] = at else {
                return;
            };
            match mark.fill {
                Some(fill) => {
                    let pale = [("fill-opacity", if fill == Fill::Lasted { "0.85" } else { "0.55" })];
                    svg.filled(&Path::rect([a.0, y - 18, b.0.max(a.0 + 15), y + 18]), tone, &pale);
                }
                None => svg.stroked(
                    &Path::line([(a.0, strip.base - 110), (a.0, strip.base)]),
                    tone,
                    12,
                    &[],
                ),
            }
        }))?;
    }
    let strokes = strip.ticks.iter().map(|t| (*t, strip.base)).collect();
    plot.draw(&Node::new(
        strokes,
        |svg: &mut SemSvg<'_>, at: &[BackendCoord]| {
            let path = at.iter().fold(Path::default(), |p, (x, y)| {
                p.to('M', &[(*x, *y)]).to('L', &[(*x, y + 40)])
            });
            if !at.is_empty() {
                svg.stroked(&path, LINE, 10, &[]);
            }
        },
    ))?;
    let published = strip.published.iter().map(|t| (*t, strip.ceiling)).collect();
    plot.draw(&Node::new(
        published,
        |svg: &mut SemSvg<'_>, at: &[BackendCoord]| {
            for (x, y) in at {
                let line = Path::line([(*x, y - 20), (*x, strip.base + 40)]);
                svg.stroked(&line, PUBLISHED, 14, &[("stroke-dasharray", "3 2")]);
            }
        },
    ))?;
    write(canvas, |svg| {
        strip.texts.iter().for_each(|t| svg.text(t));
        svg.close();
    })
}

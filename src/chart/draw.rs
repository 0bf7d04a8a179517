//! From the layout to the picture: everything goes through plotters' areas and coordinates.

use super::axis::Axis;
use super::instant::Instant;
use super::items::{Bar, Fill};
use super::layout::{Layout, Placed};
use super::marks::{self, Shape};
use super::node::{Node, Pixels};
use super::path::Path;
use super::strip::Strip;
use super::svg::SemSvg;
use super::text::Text;
use super::theme::{self, FAINT, GROUND, LINE, PANEL, PUBLISHED, rgb};
use super::widths::Tenths;
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::PathElement;
use plotters::style::Color;
use plotters_backend::BackendCoord;
use std::convert::Infallible;

type Canvas<'a> = DrawingArea<SemSvg<'a>, Shift>;
/// The area whose points are a place across and an instant down.
type Plot<'a> = DrawingArea<SemSvg<'a>, Cartesian2d<Pixels, Axis>>;
type Done = Result<(), DrawingAreaErrorKind<Infallible>>;

/// Draws a layout into `out`.
pub(super) fn draw(layout: &Layout, out: &mut String) -> Done {
    let (width, height) = (layout.cols.width, layout.height);
    let canvas: Canvas<'_> = SemSvg::new(out, (width, height)).into_drawing_area();
    let desc = describe(layout);
    write(&canvas, |svg| {
        svg.begin(&layout.head.title, &desc);
        svg.filled(&Path::rect([0, 0, width, height]), GROUND, &[]);
        for text in &layout.head.texts {
            svg.text(text);
        }
        svg.open(&[("class", "legend"), ("aria-hidden", "true")]);
        for (sign, at, text) in &layout.head.legend {
            marks::sign(svg, *sign, *at);
            svg.text(text);
        }
        svg.close();
    })?;
    if let Some(strip) = &layout.strip {
        draw_strip(&canvas, strip)?;
    }
    let down = layout.top..layout.top + layout.axis.height();
    let plot: Plot<'_> = canvas.apply_coord_spec(Cartesian2d::<Pixels, Axis>::new(
        Pixels(width),
        layout.axis.clone(),
        (0..width, down),
    ));
    draw_axis(&plot, layout)?;
    draw_publications(&plot, layout)?;
    for placed in &layout.groups {
        draw_group(&plot, layout, placed)?;
    }
    write(&canvas, |svg| svg.end())
}

/// Writes what has its place on the canvas already.
fn write(canvas: &Canvas<'_>, f: impl Fn(&mut SemSvg<'_>)) -> Done {
    canvas.draw(&Node::<(i32, i32), _>::new(
        Vec::new(),
        |svg: &mut SemSvg<'_>, _: &[BackendCoord]| f(svg),
    ))
}

/// All events in words, for those who cannot see the picture.
fn describe(layout: &Layout) -> String {
    let mut out = layout
        .head
        .texts
        .last()
        .map(|t| t.lines.join(" "))
        .unwrap_or_default();
    for p in &layout.items.publications {
        out.push_str(&format!(" {}.", p.words));
    }
    for placed in &layout.groups {
        for entry in &placed.group.entries {
            let end = if entry.statement.ends_with(['.', '!', '?', '。']) {
                ""
            } else {
                "."
            };
            out.push_str(&format!("\n{}: {}{end}", placed.group.date, entry.statement));
        }
    }
    out
}

/// A leader: the one family of curves. All start at one x and end at another, with horizontal tangents there and
/// both control points half-way. So x(t) is the same function for every leader and y(t) = (1 − s(t))·a + s(t)·l
/// with the same s; of two leaders the one that starts no lower and ends higher stays higher: *none cross*.
/// Leaders of one point touch there only.
fn leader(from: BackendCoord, to: BackendCoord) -> Path {
    let middle = from.0 + (to.0 - from.0) / 2;
    Path::line([from]).to('C', &[(middle, from.1), (middle, to.1), to])
}

fn draw_axis(plot: &Plot<'_>, layout: &Layout) -> Done {
    let cols = &layout.cols;
    let canvas = plot.use_screen_coord();
    write(&canvas, |svg| {
        svg.open(&[("class", "ticks"), ("aria-hidden", "true")]);
        let mut strokes = Path::default();
        let mut guides = Path::default();
        for (tick, text) in &layout.ticks {
            let y = layout.top + layout.axis.y(tick.at);
            strokes = strokes
                .to('M', &[(cols.ticks + 50, y)])
                .to('L', &[(cols.ticks + 90, y)]);
            guides = guides.to('M', &[(cols.ticks + 90, y)]).to('L', &[(cols.axis, y)]);
            if let Some(text) = text {
                svg.text(text);
            }
        }
        if !layout.ticks.is_empty() {
            svg.stroked(&guides, FAINT, 10, &[]);
            svg.stroked(&strokes, LINE, 10, &[]);
        }
        svg.close();
    })?;
    for piece in &layout.axis.pieces {
        let ends = vec![(cols.axis, piece.from), (cols.axis, piece.to)];
        if piece.is_fold() {
            plot.draw(&Node::new(ends, |svg: &mut SemSvg<'_>, at: &[BackendCoord]| {
                if let [a, b] = at {
                    marks::zigzag(svg, a.0, a.1, b.1);
                }
            }))?;
        } else {
            plot.draw(&PathElement::new(ends, rgb(LINE).stroke_width(20)))?;
        }
    }
    write(&canvas, |svg| {
        for y in layout.axis.seams() {
            marks::double_bar(svg, (cols.axis, layout.top + y));
        }
    })?;
    for fold in &layout.folds {
        let end = (cols.leader_to, fold.text.y);
        plot.draw(&Node::new(
            vec![(cols.leader_from, fold.at)],
            |svg: &mut SemSvg<'_>, at: &[BackendCoord]| {
                svg.open(&[("class", "fold")]);
                if let [from] = at {
                    svg.stroked(&leader(*from, end), LINE, 10, &[("stroke-dasharray", "1 3")]);
                }
                svg.text(&fold.text);
                svg.close();
            },
        ))?;
    }
    Ok(())
}

fn draw_publications(plot: &Plot<'_>, layout: &Layout) -> Done {
    let cols = &layout.cols;
    for (i, published) in layout.publications.iter().enumerate() {
        let id = if i == 0 {
            "published".to_owned()
        } else {
            format!("published-{}", i + 1)
        };
        let points = vec![(cols.ticks + 50, published.at), (cols.leader_from, published.at)];
        let end = (cols.leader_to, published.text.y);
        plot.draw(&Node::new(points, |svg: &mut SemSvg<'_>, at: &[BackendCoord]| {
            svg.open(&[("id", &id), ("class", "pub")]);
            if let [left, from] = at {
                let dashes = [("stroke-dasharray", "4 3")];
                svg.stroked(&Path::line([*left, *from]), PUBLISHED, 14, &dashes);
                svg.stroked(&leader(*from, end), PUBLISHED, 14, &dashes);
            }
            svg.text(&published.text);
            svg.close();
        }))?;
    }
    Ok(())
}

fn draw_group(plot: &Plot<'_>, layout: &Layout, placed: &Placed) -> Done {
    let (cols, group) = (&layout.cols, &placed.group);
    let tone = theme::of(group.certainty());
    // The points: the anchor, the two ends of the bar, the other readings.
    let anchor = group.anchor.unwrap_or(layout.axis.ends().0);
    let (from, to) = bar_ends(layout, anchor, group.bar);
    let mut points = vec![(cols.axis, anchor), (cols.axis, from), (cols.axis, to)];
    points.extend(
        group
            .others
            .iter()
            .filter(|t| layout.axis.shows(**t))
            .map(|t| (cols.axis, *t)),
    );
    plot.draw(&Node::new(points, |svg: &mut SemSvg<'_>, at: &[BackendCoord]| {
        svg.open(&[("class", "when")]);
        if let ([dot, from, to, others @ ..], Some(_)) = (at, group.anchor) {
            if let Some(bar) = group.bar {
                draw_bar(svg, layout, placed, bar, (dot.1, from.1, to.1));
            }
            for other in others {
                marks::diamond(svg, *other, tone);
            }
            let end = (cols.leader_to, placed.line);
            let look = [("class", "lead"), ("stroke-opacity", "0.75")];
            svg.stroked(&leader((cols.leader_from, dot.1), end), tone, 12, &look);
            draw_dot(svg, placed, *dot);
        }
        svg.text(&placed.texts.date);
        for (entry, texts) in group.entries.iter().zip(&placed.texts.entries) {
            let [start, end, grain] = &entry.data;
            let certainty = certainty_word(entry.certainty);
            let class = format!("ev {certainty}");
            let mut attrs = vec![("id", entry.id.as_str()), ("class", class.as_str())];
            attrs.extend([
                ("data-start", start.as_str()),
                ("data-end", end),
                ("data-grain", grain),
            ]);
            attrs.push(("data-certainty", certainty));
            attrs.retain(|(_, value)| !value.is_empty());
            svg.open(&attrs);
            svg.title(&entry.title);
            marks::symbol(svg, entry.certainty, (cols.symbol, texts.symbol));
            svg.text(&texts.statement);
            texts.phrase.iter().for_each(|p: &Text| svg.text(p));
            svg.close();
        }
        svg.close();
    }))
}

fn certainty_word(c: crate::timeline::Certainty) -> &'static str {
    match c {
        crate::timeline::Certainty::Stated => "stated",
        crate::timeline::Certainty::Inferred => "inferred",
        crate::timeline::Certainty::Ambiguous => "ambiguous",
    }
}

/// The instants between which a bar is drawn. One without an end goes on to the last publication after it, as far
/// as it is known to, or to the end of the axis.
fn bar_ends(layout: &Layout, anchor: Instant, bar: Option<Bar>) -> (Instant, Instant) {
    let Some(bar) = bar else {
        return (anchor, anchor);
    };
    let last = layout.axis.ends().1;
    let to = bar
        .to
        .unwrap_or_else(|| layout.items.still(anchor).unwrap_or(last));
    (bar.from.unwrap_or(anchor), to)
}

fn draw_bar(svg: &mut SemSvg<'_>, layout: &Layout, placed: &Placed, bar: Bar, y: (Tenths, Tenths, Tenths)) {
    let cols = &layout.cols;
    let tone = theme::of(placed.group.certainty());
    let (dot, mut top, mut bottom) = y;
    if bar.from.is_none() {
        top = marks::stub(dot, true);
    }
    if bar.to.is_none() {
        bottom = bottom.max(marks::stub(dot, false));
    }
    let x = cols.lane(placed.lane);
    svg.open(&[("class", "bar")]);
    let link = Path::line([(x + cols.bar, dot), (cols.axis - 40, dot)]);
    svg.stroked(&link, tone, 10, &[("stroke-opacity", "0.7")]);
    let shape = Shape {
        x,
        wide: cols.bar,
        top,
        bottom,
        open_top: bar.from.is_none(),
        open_bottom: bar.to.is_none(),
        fill: bar.fill,
        approx: placed.group.approx,
    };
    marks::bar(svg, shape, tone);
    svg.close();
}

fn draw_dot(svg: &mut SemSvg<'_>, placed: &Placed, at: BackendCoord) {
    let group = &placed.group;
    let tone = theme::of(group.certainty());
    if group.exact && !group.approx {
        svg.filled(&Path::circle(at, 50), tone, &[]);
    } else {
        svg.hollow(&Path::circle(at, 46), tone, 18);
    }
    if group.approx && group.bar.is_none() {
        let ring = [("stroke-dasharray", "0.1 3.5"), ("stroke-linecap", "round")];
        svg.stroked(&Path::circle(at, 85), tone, 14, &ring);
    }
}

fn draw_strip(canvas: &Canvas<'_>, strip: &Strip) -> Done {
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
    for mark in &strip.marks {
        let y = strip.base - 40 - Tenths::try_from(mark.level).unwrap_or(0) * 52;
        let points = vec![(mark.span.0, y), (mark.span.1, y)];
        let tone = theme::of(mark.certainty);
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

//! From the layout to the picture: everything goes through plotters' areas and coordinates.

use super::axis::Axis;
use super::bars::PlacedBar;
use super::draw_strip::draw_strip;
use super::entry::Entry;
use super::head::Head;
use super::items::Group;
use super::layout::{Layout, Placed};
use super::marks;
use super::node::{Node, Pixels};
use super::path::Path;
use super::plan::Plan;
use super::rows::GroupText;
use super::svg::SemSvg;
use super::text::Text;
use super::theme::{FAINT, GROUND, LINE, PUBLISHED, Tone, rgb};
use super::widths::Tenths;
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::PathElement;
use plotters::style::Color;
use plotters_backend::BackendCoord;
use std::convert::Infallible;

/// The whole picture; its points are tenths of a pixel.
pub(super) type Canvas<'a> = DrawingArea<SemSvg<'a>, Shift>;
/// The area whose points are a place across and an instant down.
type Plot<'a> = DrawingArea<SemSvg<'a>, Cartesian2d<Pixels, Axis>>;
/// Whether plotters could draw it.
pub(super) type Done = Result<(), DrawingAreaErrorKind<Infallible>>;

/// Draws a layout into `out`.
pub(super) fn draw(layout: &Layout<'_>, out: &mut String) -> Done {
    let (width, height) = (layout.cols.width, layout.height);
    let canvas: Canvas<'_> = SemSvg::new(out, (width, height), layout.plan.plain).into_drawing_area();
    // Without an axis there is no row to tell of a publication.
    let nowhere = layout.plan.axis.pieces.is_empty();
    let told = |i| nowhere || layout.publications.iter().any(|p| p.index == i);
    let groups = layout.groups.iter().map(|p| (p.group, &p.texts));
    let desc = describe(&layout.head, layout.plan, told, groups);
    write(&canvas, |svg| {
        svg.begin(&layout.head.title, &desc);
        svg.filled(&Path::rect([0, 0, width, height]), GROUND, &[]);
        layout.head.draw(svg);
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
    draw_bars(&plot, layout)?;
    draw_publications(&plot, layout)?;
    for placed in &layout.groups {
        draw_group(&plot, layout, placed)?;
    }
    write(&canvas, |svg| svg.end())
}

/// Writes what has its place on the canvas already.
pub(super) fn write(canvas: &Canvas<'_>, f: impl Fn(&mut SemSvg<'_>)) -> Done {
    canvas.draw(&Node::<(i32, i32), _>::new(
        Vec::new(),
        |svg: &mut SemSvg<'_>, _: &[BackendCoord]| f(svg),
    ))
}

/// All events in words, for those who cannot see the picture: of the publications those that are `told`, then the
/// groups with their texts.
pub(super) fn describe<'a>(
    head: &Head,
    plan: &Plan,
    told: impl Fn(usize) -> bool,
    groups: impl Iterator<Item = (&'a Group, &'a GroupText)>,
) -> String {
    let subtitle = head.texts.last();
    let mut out = subtitle.map(|t| t.lines.join(" ")).unwrap_or_default();
    for (i, p) in plan.items.publications.iter().enumerate() {
        if told(i) {
            out.push_str(&format!(" {}{}.", p.words, p.counted));
        }
    }
    for (group, texts) in groups {
        for entry in &group.entries {
            let end = if entry.statement.ends_with(['.', '!', '?', '。']) {
                ""
            } else {
                "."
            };
            out.push_str(&format!("\n{}: {}{end}", group.date, entry.statement));
        }
        if let Some(count) = &texts.count {
            out.push_str(&format!("\n{}: {}.", group.date, count.lines.join(" ")));
        }
    }
    out
}

/// A leader: the one family of curves. All start at one x and end at another, with horizontal tangents there and
/// both control points half-way. So x(t) is the same function for every leader and y(t) = (1 − s(t))·a + s(t)·l
/// with the same s; of two leaders the one that starts no lower and ends higher stays higher: *none cross*.
/// Leaders of one point touch there only.
pub(super) fn leader(from: BackendCoord, to: BackendCoord) -> Path {
    let middle = from.0 + (to.0 - from.0) / 2;
    Path::line([from]).to('C', &[(middle, from.1), (middle, to.1), to])
}

fn draw_axis(plot: &Plot<'_>, layout: &Layout<'_>) -> Done {
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

fn draw_publications(plot: &Plot<'_>, layout: &Layout<'_>) -> Done {
    let (plan, cols) = (layout.plan, &layout.cols);
    for published in &layout.publications {
        let id = match published.index {
            0 => "published".to_owned(),
            i => format!("published-{}", i + 1),
        };
        let points = vec![(cols.ticks + 50, published.at), (cols.leader_from, published.at)];
        let end = (cols.leader_to, published.text.y);
        let documents = plan.items.publications.get(published.index);
        let documents = documents.filter(|_| plan.paint.by_source());
        plot.draw(&Node::new(points, |svg: &mut SemSvg<'_>, at: &[BackendCoord]| {
            svg.open(&[("id", &id), ("class", "pub")]);
            if let [left, from] = at {
                let dashes = [("stroke-dasharray", "4 3")];
                svg.stroked(&Path::line([*left, *from]), PUBLISHED, 14, &dashes);
                svg.stroked(&leader(*from, end), PUBLISHED, 14, &dashes);
                // A tick for each document, in its colour and in the order of the names.
                for (i, document) in (0..TICKS).zip(documents.iter().flat_map(|p| &p.documents)) {
                    let x = from.0 + 40 + i * 45;
                    let tick = Path::line([(x, from.1 - 55), (x, from.1 + 55)]);
                    svg.stroked(&tick, plan.paint.document(*document), 30, &[]);
                }
            }
            svg.text(&published.text);
            svg.close();
        }))?;
    }
    Ok(())
}

/// How many ticks of documents stand beside one another on a day.
const TICKS: Tenths = 5;

fn draw_bars(plot: &Plot<'_>, layout: &Layout<'_>) -> Done {
    let cols = &layout.cols;
    write(&plot.use_screen_coord(), |svg| {
        for bar in layout.bars.iter().filter(|b| b.dot.is_none()) {
            if let Some(shape) = bar.shape {
                marks::bar(svg, shape, bar.tone);
            }
        }
    })?;
    for placed in &layout.groups {
        let rest = placed.group.rest.as_ref().and_then(|r| r.ends());
        let Some((from, to)) = rest else {
            continue;
        };
        let points = vec![(cols.axis, from), (cols.axis, to)];
        plot.draw(&Node::new(points, |svg: &mut SemSvg<'_>, at: &[BackendCoord]| {
            if let [a, b] = at {
                marks::counted(svg, a.0, a.1, b.1);
            }
        }))?;
    }
    Ok(())
}

fn draw_group(plot: &Plot<'_>, layout: &Layout<'_>, placed: &Placed<'_>) -> Done {
    let (cols, group, paint) = (&layout.cols, placed.group, &layout.plan.paint);
    let tone = paint.group(group);
    // The points: the anchor, the other readings.
    let anchor = group.anchor.unwrap_or(layout.axis.ends().0);
    let mut points = vec![(cols.axis, anchor)];
    points.extend(
        group
            .others
            .iter()
            .filter(|t| layout.axis.shows(**t))
            .map(|t| (cols.axis, *t)),
    );
    let bar = layout.bars.iter().find(|b| b.index == placed.index);
    plot.draw(&Node::new(points, |svg: &mut SemSvg<'_>, at: &[BackendCoord]| {
        svg.open(&[("class", "when")]);
        if let ([dot, others @ ..], Some(_)) = (at, group.anchor) {
            if let Some(bar) = bar {
                draw_bar(svg, layout, *bar);
            }
            for other in others {
                marks::diamond(svg, *other, tone);
            }
            let end = (cols.leader_to, placed.line);
            match group.rest {
                Some(_) => svg.stroked(
                    &leader((cols.leader_from, dot.1), end),
                    LINE,
                    12,
                    &[("class", "lead"), ("stroke-dasharray", "1 3")],
                ),
                None => {
                    let look = [("class", "lead"), ("stroke-opacity", "0.75")];
                    svg.stroked(&leader((cols.leader_from, dot.1), end), tone, 12, &look);
                    draw_dot(svg, group, tone, *dot);
                }
            }
        }
        svg.text(&placed.texts.date);
        for (entry, texts) in group.entries.iter().zip(&placed.texts.entries) {
            open_entry(svg, entry);
            svg.title(&entry.title);
            marks::symbol(
                svg,
                entry.certainty,
                paint.entry(entry),
                (cols.symbol, texts.symbol),
            );
            svg.text(&texts.statement);
            texts.phrase.iter().for_each(|p: &Text| svg.text(p));
            svg.close();
        }
        draw_counted(svg, group, &placed.texts);
        svg.close();
    }))
}

/// Opens the group of an event, with its id and its data.
pub(super) fn open_entry(svg: &mut SemSvg<'_>, entry: &Entry) {
    let [start, end, grain] = &entry.data;
    let certainty = certainty_word(entry.certainty);
    let class = format!("ev {certainty}");
    let mut attrs = vec![
        ("id", entry.id.as_str()),
        ("class", class.as_str()),
        ("data-start", start),
        ("data-end", end),
        ("data-grain", grain),
        ("data-certainty", certainty),
    ];
    attrs.retain(|(_, value)| !value.is_empty());
    svg.open(&attrs);
}

/// What is only counted, with its number for machines.
pub(super) fn draw_counted(svg: &mut SemSvg<'_>, group: &Group, texts: &GroupText) {
    let Some(text) = &texts.count else {
        return;
    };
    let rest = group.rest.as_ref();
    let count = rest.map_or(group.more, |r| r.count).to_string();
    svg.open(&[("class", "more"), ("data-count", &count)]);
    if let Some(rest) = rest {
        svg.title(&rest.title);
        if let Some(room) = texts.density {
            marks::density(svg, room, &rest.density(PARTS));
        }
    }
    svg.text(text);
    svg.close();
}

/// In how many parts the density of a stretch is shown.
const PARTS: usize = 24;

fn certainty_word(c: crate::timeline::Certainty) -> &'static str {
    match c {
        crate::timeline::Certainty::Stated => "stated",
        crate::timeline::Certainty::Inferred => "inferred",
        crate::timeline::Certainty::Ambiguous => "ambiguous",
    }
}

fn draw_bar(svg: &mut SemSvg<'_>, layout: &Layout<'_>, bar: PlacedBar) {
    let (cols, tone) = (&layout.cols, bar.tone);
    let Some(dot) = bar.dot else {
        return;
    };
    svg.open(&[("class", "bar")]);
    let outer = cols.lane(usize::MAX) + cols.bar / 2;
    let x = bar.shape.map_or(outer, |s| s.x + s.wide);
    let link = Path::line([(x, dot), (cols.axis - 40, dot)]);
    svg.stroked(&link, tone, 10, &[("stroke-opacity", "0.7")]);
    match bar.shape {
        Some(shape) => marks::bar(svg, shape, tone),
        None => marks::plus(svg, tone, (outer, dot)),
    }
    svg.close();
}

/// The dot on the axis: filled for an exact place, hollow for the first instant of a span.
pub(super) fn draw_dot(svg: &mut SemSvg<'_>, group: &Group, tone: Tone, at: BackendCoord) {
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

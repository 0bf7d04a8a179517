//! The chart across drawn. Marks are those of the chart down the page: written as if time ran down, inside a group
//! that exchanges x and y. Texts stand outside it.

use super::across::{Across, Label};
use super::draw::{Canvas, Done, describe, draw_counted, draw_dot, leader, open_entry, write};
use super::draw_strip::draw_strip;
use super::items::Group;
use super::marks;
use super::path::Path;
use super::plan::Content;
use super::svg::SemSvg;
use super::theme::{FAINT, GROUND, LINE, PUBLISHED};
use super::widths::Tenths;
use plotters::drawing::IntoDrawingArea;
use plotters_backend::BackendCoord;

/// Exchanges x and y.
const TURNED: [(&str, &str); 2] = [("class", "turned"), ("transform", "matrix(0 1 1 0 0 0)")];

/// Draws a layout across into `out`.
pub(super) fn draw_across(a: &Across, out: &mut String) -> Done {
    let (width, height) = (a.plan.cols.width, a.height);
    let canvas: Canvas<'_> = SemSvg::new(out, (width, height), a.plan.plain).into_drawing_area();
    let groups = a.labels.iter().filter_map(|l| match l.content {
        Content::Date(i) => Some((a.plan.items.groups.get(i)?, &l.texts)),
        _ => None,
    });
    let undated = a.undated.iter();
    let undated = undated.filter_map(|(i, texts)| Some((a.plan.items.groups.get(*i)?, texts)));
    let desc = describe(&a.head, &a.plan, |_| true, groups.chain(undated));
    write(&canvas, |svg| {
        svg.begin(&a.head.title, &desc);
        svg.filled(&Path::rect([0, 0, width, height]), GROUND, &[]);
        a.head.draw(svg);
    })?;
    if let Some(strip) = &a.strip {
        draw_strip(&canvas, strip)?;
    }
    write(&canvas, |svg| {
        draw_axis(svg, a);
        for label in &a.labels {
            match label.content {
                Content::Date(i) => {
                    if let Some(group) = a.plan.items.groups.get(i) {
                        draw_group(svg, a, label, i, group);
                    }
                }
                Content::Publication(i) => draw_publication(svg, a, label, i),
                Content::Fold(_) => {}
            }
        }
        for (i, texts) in &a.undated {
            if let Some(group) = a.plan.items.groups.get(*i) {
                svg.open(&[("class", "when")]);
                svg.text(&texts.date);
                for (entry, text) in group.entries.iter().zip(&texts.entries) {
                    open_entry(svg, entry);
                    svg.title(&entry.title);
                    let at = (a.plan.cols.symbol, text.symbol);
                    marks::symbol(svg, entry.certainty, a.plan.paint.entry(entry), at);
                    svg.text(&text.statement);
                    text.phrase.iter().for_each(|p| svg.text(p));
                    svg.close();
                }
                draw_counted(svg, group, texts);
                svg.close();
            }
        }
        svg.end();
    })
}

fn draw_axis(svg: &mut SemSvg<'_>, a: &Across) {
    let place = |y: Tenths| a.left + y;
    svg.open(&[("class", "ticks"), ("aria-hidden", "true")]);
    svg.open(&TURNED);
    let mut strokes = Path::default();
    for t in &a.ticks {
        let x = place(a.plan.axis.y(*t));
        strokes = strokes.to('M', &[(a.line, x)]).to('L', &[(a.line + 60, x)]);
    }
    if !a.ticks.is_empty() {
        svg.stroked(&strokes, LINE, 10, &[]);
    }
    for piece in &a.plan.axis.pieces {
        let (from, to) = (place(piece.top), place(piece.bottom));
        if piece.is_fold() {
            marks::zigzag(svg, a.line, from, to);
        } else {
            svg.stroked(&Path::line([(a.line, from), (a.line, to)]), LINE, 20, &[]);
        }
    }
    for y in a.plan.axis.seams() {
        marks::double_bar(svg, (a.line, place(y)));
    }
    // The lower row's leaders run straight down first, and the lines of publications through the lanes. They are
    // drawn before the labels of ticks, which keep a ground of their own.
    for label in &a.labels {
        let x = place(a.plan.axis.y(label.at));
        let line = Path::line([(a.line - 50, x), (a.lower.0, x)]);
        match label.content {
            Content::Publication(_) => {
                svg.stroked(&line, PUBLISHED, 14, &[("stroke-dasharray", "4 3")]);
            }
            _ if !label.above => svg.stroked(&line, FAINT, 10, &[]),
            _ => {}
        }
    }
    svg.close();
    for text in &a.texts {
        let half = text.width() / 2 + 20;
        let ground = [text.x - half, text.y - 70, text.x + half, text.last() + 70];
        svg.filled(&Path::rect(ground), GROUND, &[]);
        svg.text(text);
    }
    svg.close();
}

/// A leader from the axis to its label's side, for a row above or below.
fn lead(a: &Across, label: &Label) -> Path {
    let x = a.left + a.plan.axis.y(label.at);
    if label.above {
        leader((a.line - 50, x), (a.upper, label.x + 30))
    } else {
        leader((a.lower.0, x), (a.lower.1, label.x + 30))
    }
}

fn draw_group(svg: &mut SemSvg<'_>, a: &Across, label: &Label, index: usize, group: &Group) {
    let paint = &a.plan.paint;
    let tone = paint.group(group);
    let dot: BackendCoord = (a.line, a.left + a.plan.axis.y(label.at));
    svg.open(&[("class", "when")]);
    svg.open(&TURNED);
    if let Some(bar) = a.bars.iter().find(|b| b.index == index) {
        svg.open(&[("class", "bar")]);
        marks::bar(svg, bar.shape, bar.tone);
        svg.close();
    }
    for other in group.others.iter().filter(|t| a.plan.axis.shows(**t)) {
        marks::diamond(svg, (a.line, a.left + a.plan.axis.y(*other)), tone);
    }
    match group.rest.as_ref().map(|r| r.ends()) {
        Some(ends) => {
            if let Some((from, to)) = ends {
                let place = |t| a.left + a.plan.axis.y(t);
                marks::counted(svg, a.line, place(from), place(to));
            }
            let look = [("class", "lead"), ("stroke-dasharray", "1 3")];
            svg.stroked(&lead(a, label), LINE, 12, &look);
        }
        None => {
            let look = [("class", "lead"), ("stroke-opacity", "0.75")];
            svg.stroked(&lead(a, label), tone, 12, &look);
            draw_dot(svg, group, tone, dot);
        }
    }
    svg.close();
    svg.text(&label.texts.date);
    for (entry, text) in group.entries.iter().zip(&label.texts.entries) {
        open_entry(svg, entry);
        svg.title(&entry.title);
        let at = (label.x + 45, text.symbol);
        marks::symbol(svg, entry.certainty, paint.entry(entry), at);
        svg.text(&text.statement);
        svg.close();
    }
    draw_counted(svg, group, &label.texts);
    svg.close();
}

fn draw_publication(svg: &mut SemSvg<'_>, a: &Across, label: &Label, index: usize) {
    let id = match index {
        0 => "published".to_owned(),
        i => format!("published-{}", i + 1),
    };
    let x = a.left + a.plan.axis.y(label.at);
    svg.open(&[("id", &id), ("class", "pub")]);
    svg.open(&TURNED);
    svg.stroked(&lead(a, label), PUBLISHED, 14, &[("stroke-dasharray", "4 3")]);
    let documents = a.plan.items.publications.get(index);
    let documents = documents.filter(|_| a.plan.paint.by_source());
    for (i, document) in (0..5).zip(documents.iter().flat_map(|p| &p.documents)) {
        let y = a.line - 40 - i * 45;
        let tick = Path::line([(y, x - 55), (y, x + 55)]);
        svg.stroked(&tick, a.plan.paint.document(*document), 30, &[]);
    }
    svg.close();
    svg.text(&label.texts.date);
    svg.close();
}

//! The top of the chart: title, what it counts from, and a legend of what occurs.

use super::axis::{Axis, Piece};
use super::clean::clean;
use super::columns::{Columns, LEGEND, SUBTITLE, TITLE, TITLE_NARROW};
use super::items::Group;
use super::marks;
use super::plan::Plan;
use super::publications::is_year_inferred;
use super::span::Fill;
use super::svg::SemSvg;
use super::text::{Ink, Text};
use super::theme::Tone;
use super::widths::Tenths;
use super::words::{capital, full_day, thousands};
use super::wrap::{balanced, wrap};
use crate::published::Published;
use crate::timeline::{Certainty, Timeline};

/// A mark that the legend explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// A symbol of certainty in its colour.
    Certainty(Certainty, Tone),
    /// The colour of a document.
    Source(Tone),
    /// A bar.
    Bar(Fill),
    /// A bar whose beginning is not known.
    OpenStart,
    /// A bar whose end is not known.
    OpenEnd,
    /// Ends that are only about right.
    Approx,
    /// The place of another reading.
    Other,
    /// Time that is left out.
    Fold,
    /// A change of scale.
    Scale,
    /// A bar for which all lanes are taken.
    Crowded,
    /// A stretch of events that are not drawn.
    Counted,
}

impl Sign {
    fn words(self) -> &'static str {
        match self {
            Sign::Certainty(Certainty::Stated, _) => "date stated in full",
            Sign::Certainty(Certainty::Inferred, _) => "date completed from the context",
            Sign::Certainty(Certainty::Ambiguous, _) => "another date fits as well",
            Sign::Bar(Fill::Lasted) => "lasted this long",
            Sign::Bar(Fill::Somewhere) => "happened some time in this span",
            Sign::Bar(Fill::Repeated) => "again and again",
            Sign::OpenStart => "beginning not known",
            Sign::OpenEnd => "no end known",
            Sign::Approx => "approximate",
            Sign::Other => "other possible date",
            Sign::Fold => "time left out",
            Sign::Scale => "axis changes scale",
            Sign::Crowded => "a span without room for its bar",
            Sign::Counted => "events that are only counted",
            Sign::Source(_) => "",
        }
    }
}

/// The top of the chart, laid out.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// The title as one line, for those who hear it.
    pub title: String,
    /// Title and subtitle.
    pub texts: Vec<Text>,
    /// Marks with their middle, and their words.
    pub legend: Vec<(Sign, (Tenths, Tenths), Text)>,
    /// Where it ends.
    pub bottom: Tenths,
}

impl Head {
    /// Draws it.
    pub fn draw(&self, svg: &mut SemSvg<'_>) {
        for text in &self.texts {
            svg.text(text);
        }
        svg.open(&[("class", "legend"), ("aria-hidden", "true")]);
        for (sign, at, text) in &self.legend {
            marks::sign(svg, *sign, *at);
            svg.text(text);
        }
        svg.close();
    }
}

/// Lays out the top of a page that shows some groups, with their part of the axis.
pub(super) fn head(plan: &Plan, groups: &[&Group], axis: &Axis, page: Option<(usize, usize)>) -> Head {
    let cols = &plan.cols;
    let room = cols.width - 2 * cols.margin;
    let (face, leading) = if cols.is_wide {
        (TITLE, 290)
    } else {
        (TITLE_NARROW, 250)
    };
    let mut texts = Vec::new();
    let mut y = 300;
    if !plan.title.is_empty() {
        let lines = balanced(
            &plan.title,
            room.min(8_600),
            face,
            if cols.is_wide { 4 } else { 7 },
        );
        let text = Text::new(cols.margin, y + 90, face, leading, lines);
        y = text.last() + 270;
        texts.push(text);
    }
    let paged = page.map(|(n, of)| format!("page {n} of {of}"));
    let subtitle = match &paged {
        Some(page) => format!("{}. {}", capital(page), plan.subtitle),
        None => plan.subtitle.clone(),
    };
    let lines = wrap(&subtitle, room.min(10_000), SUBTITLE, 10);
    let text = Text::new(cols.margin, y, SUBTITLE, 195, lines).ink(Ink::Muted);
    y = text.last() + 130;
    texts.push(text);
    let legend = legend(&signs(plan, groups, axis), y + 130, cols);
    if let Some((_, at, text)) = legend.last() {
        y = at.1.max(text.last()) + 120;
    }
    Head {
        title: match paged {
            Some(page) => format!("{} ({page})", plan.title),
            None => plan.title.clone(),
        },
        texts,
        legend,
        bottom: y,
    }
}

fn legend(signs: &[(Sign, String)], mut y: Tenths, cols: &Columns) -> Vec<(Sign, (Tenths, Tenths), Text)> {
    let (mark, air) = (220, 220);
    let right = cols.width - cols.margin;
    let mut x = cols.margin;
    let mut placed = Vec::with_capacity(signs.len());
    for (sign, words) in signs {
        let width = mark + LEGEND.width(words);
        if x > cols.margin && x + width > right {
            x = cols.margin;
            y += 200;
        }
        let text = Text::new(x + mark, y, LEGEND, 200, wrap(words, right - x - mark, LEGEND, 2));
        let last = text.last();
        placed.push((*sign, (x + 70, y), text.ink(Ink::Muted)));
        y = last;
        x += width + air;
    }
    placed
}

fn signs(plan: &Plan, groups: &[&Group], axis: &Axis) -> Vec<(Sign, String)> {
    let paint = &plan.paint;
    let mut found: Vec<(Sign, String)> = paint
        .legend(groups)
        .into_iter()
        .map(|(tone, words)| (Sign::Source(tone), words))
        .collect();
    let any = |f: &dyn Fn(&Group) -> bool| groups.iter().any(|g| f(g));
    let mut add = |there: bool, sign: Sign| {
        if there {
            found.push((sign, sign.words().to_owned()));
        }
    };
    for c in [Certainty::Stated, Certainty::Inferred, Certainty::Ambiguous] {
        add(
            any(&|g| g.entries.iter().any(|e| e.certainty == c)),
            Sign::Certainty(c, paint.certainty(c)),
        );
    }
    for fill in [Fill::Lasted, Fill::Somewhere, Fill::Repeated] {
        add(any(&|g| g.bar.is_some_and(|b| b.fill == fill)), Sign::Bar(fill));
    }
    add(any(&|g| g.bar.is_some_and(|b| b.from.is_none())), Sign::OpenStart);
    add(any(&|g| g.bar.is_some_and(|b| b.to.is_none())), Sign::OpenEnd);
    let mut lanes = plan.items.groups.iter().zip(&plan.lanes);
    add(
        lanes.any(|(g, lane)| g.bar.is_some() && lane.is_none()),
        Sign::Crowded,
    );
    add(any(&|g| g.approx), Sign::Approx);
    add(any(&|g| g.others.iter().any(|&t| axis.shows(t))), Sign::Other);
    add(any(&|g| g.rest.is_some()), Sign::Counted);
    add(axis.pieces.iter().any(Piece::is_fold), Sign::Fold);
    add(axis.seams().next().is_some(), Sign::Scale);
    found
}

/// The title, or what may stand for it.
pub(super) fn title_words(timeline: &Timeline) -> String {
    let given = clean(&timeline.title);
    if !given.is_empty() {
        return given;
    }
    let doc = timeline
        .documents
        .first()
        .filter(|_| timeline.documents.len() == 1);
    let from = doc
        .and_then(|d| d.title.as_deref())
        .or(doc.map(|d| d.name.as_str()));
    match clean(from.unwrap_or("")) {
        empty if empty.is_empty() => "Timeline".into(),
        title => title,
    }
}

/// What is counted, what it is counted from, and what is not drawn.
pub(super) fn subtitle_words(timeline: &Timeline, drawn: usize) -> String {
    let mut out = String::new();
    let docs = timeline.documents.len();
    let events = timeline.events.len();
    if events == 0 {
        out.push_str("No dated events were found.");
    } else {
        out.push_str(&count(events, "dated statement"));
        match docs {
            0 => {}
            1 => out.push_str(" in one article"),
            n => out.push_str(&format!(" in {} articles", thousands(n as i64))),
        }
        out.push('.');
    }
    let published: Vec<&Published> = timeline
        .documents
        .iter()
        .filter_map(|d| d.published.as_ref())
        .collect();
    match (docs, published.as_slice()) {
        (0, _) => {}
        (1, [p]) if events > 0 => {
            let year = if is_year_inferred(p) {
                " (year inferred)"
            } else {
                ""
            };
            let day = full_day(p.date);
            out.push_str(&format!(
                " Relative dates are counted from the day it was published, {day}{year}."
            ));
        }
        (1, []) => out.push_str(" When it was published is not known."),
        (_, _) if events == 0 => {}
        (n, some) => {
            out.push_str(" Relative dates are counted from the day each was published");
            if some.len() < n {
                out.push_str(&format!("; for {} of them it is not known", n - some.len()));
            }
            out.push('.');
        }
    }
    if drawn < events {
        out.push_str(&format!(
            " {} of {} drawn; the others are counted in their place.",
            thousands(drawn as i64),
            count(events, "event")
        ));
    }
    let undated = timeline.undated.len();
    if undated > 0 {
        let verb = if undated == 1 { "is" } else { "are" };
        out.push_str(&format!(
            " {} without a date {verb} not drawn.",
            count(undated, "statement")
        ));
    }
    if !timeline.more.is_empty() {
        out.push_str(&format!(
            " {} less salient.",
            count(timeline.more.len(), "more event")
        ));
    }
    let left_out = timeline.options.left_out;
    if left_out > 0 {
        out.push_str(&format!(" {} left out by choice.", count(left_out, "more event")));
    }
    out
}

fn count(n: usize, what: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!(
        "{} {what}{plural}",
        thousands(i64::try_from(n).unwrap_or(i64::MAX))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subtitle(docs: serde_json::Value, events: usize, more: serde_json::Value) -> String {
        let when = serde_json::json!({"value": "2025", "start": "2025-01-01", "end": "2026-01-01"});
        let event = serde_json::json!({"id": "e1", "statement": "s", "when": when});
        let mut json =
            serde_json::json!({"schema": "dateline/1", "events": vec![event; events], "documents": docs});
        for (k, v) in more.as_object().unwrap() {
            json[k] = v.clone();
        }
        subtitle_words(&serde_json::from_value(json).unwrap(), events)
    }

    fn doc(published: serde_json::Value) -> serde_json::Value {
        serde_json::json!({"id": "d1", "name": "harbour", "source": "-", "published": published})
    }

    #[test]
    fn the_subtitle_says_what_dates_count_from() {
        let none = serde_json::json!({});
        let day = serde_json::json!({"date": "2025-01-27", "from": "date line", "inferred": ["year"]});
        assert_eq!(
            subtitle(serde_json::json!([doc(day.clone())]), 14, none.clone()),
            "14 dated statements in one article. Relative dates are counted from the day it was published, \
             Monday 27 January 2025 (year inferred)."
        );
        assert_eq!(
            subtitle(serde_json::json!([doc(serde_json::Value::Null)]), 1, none.clone()),
            "1 dated statement in one article. When it was published is not known."
        );
        assert_eq!(
            subtitle(
                serde_json::json!([doc(day.clone()), doc(serde_json::Value::Null)]),
                2,
                none.clone()
            ),
            "2 dated statements in 2 articles. Relative dates are counted from the day each was published; \
             for 1 of them it is not known."
        );
        assert_eq!(
            subtitle(serde_json::json!([]), 0, none),
            "No dated events were found."
        );
    }

    #[test]
    fn nothing_is_left_out_silently() {
        let undated = serde_json::json!({"id": "u1", "statement": "s", "reason": "r"});
        let more = serde_json::json!({"undated": [undated.clone(), undated], "options": {"left_out": 1200}});
        assert_eq!(
            subtitle(serde_json::json!([]), 3, more),
            "3 dated statements. 2 statements without a date are not drawn. 1,200 more events left out by choice."
        );
    }
}

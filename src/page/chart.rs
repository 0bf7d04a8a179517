//! The chart twice: laid out for a column beside the text, and for a phone.

use super::html::Html;
use super::inline::{Form, Inline, inline};
use super::links::{Links, event_id, why_id};
use crate::chart::{ChartError, ChartLayout, ChartOptions, draw};
use crate::timeline::Timeline;
use std::collections::HashSet;

/// The column beside the text; A4 between its margins has the same. `page.css` knows it too.
const WIDE: u32 = 700;
/// The narrowest common phone.
const NARROW: u32 = 360;

/// The height up to which a chart on paper is fitted to one page; beyond it would be too small to read.
const FITS: i64 = 1_500;

/// Both charts, and which events are drawn in them.
pub(super) struct Charts {
    pub html: String,
    pub drawn: HashSet<String>,
}

/// Both charts, of which the style sheet shows one, and the places in them that the text links to. A place is shown
/// as a frame around its event, and offers the way on; so a link has one target whichever chart is shown.
pub(super) fn charts(
    timeline: &Timeline,
    links: &Links<'_>,
    options: &ChartOptions,
) -> Result<Charts, ChartError> {
    let chart = |width: u32, form: Form| {
        let own = options.clone().width(width).layout(ChartLayout::Vertical);
        let svg = draw(timeline, &own)?;
        let made = inline(&svg, timeline, links, form);
        made.ok_or_else(|| ChartError::Drawing("the chart is no SVG".into()))
    };
    let wide = chart(
        WIDE,
        Form {
            prefix: "w-",
            class: "wide",
            has_tips: true,
        },
    )?;
    let narrow = chart(
        NARROW,
        Form {
            prefix: "n-",
            class: "narrow",
            has_tips: false,
        },
    )?;
    let mut out = Html::with_capacity(wide.svg.len() * 2);
    let fits = if wide.height <= FITS { " fits" } else { "" };
    out.raw(&format!("<div class=\"chart{fits}\">\n"));
    let mut drawn = HashSet::new();
    for event in &timeline.events {
        if place(&mut out, &event.id, &wide, &narrow) {
            drawn.insert(event.id.clone());
        }
    }
    out.raw(&wide.svg).raw("\n").raw(&narrow.svg).raw("</div>\n");
    Ok(Charts {
        html: out.into_string(),
        drawn,
    })
}

/// Nothing for an event that the charts only count: its account is what is linked to.
fn place(out: &mut Html, id: &str, wide: &Inline, narrow: &Inline) -> bool {
    let Some(w) = wide.places.get(id).or_else(|| narrow.places.get(id)) else {
        return false;
    };
    let n = narrow.places.get(id).unwrap_or(w);
    let percent = |n: i64| format!("{}.{:02}%", n / 100, n.rem_euclid(100));
    let style = format!(
        "--wt:{};--wh:{};--nt:{};--nh:{}",
        percent(w.0),
        percent(w.1),
        percent(n.0),
        percent(n.1)
    );
    out.raw("<div class=\"at\"")
        .attr("id", &event_id(id))
        .attr("style", &style)
        .raw(">")
        .link(&why_id(id), "How this date was worked out")
        .raw("</div>\n");
    true
}

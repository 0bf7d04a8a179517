//! How each date was worked out.

use super::html::Html;
use super::links::{Links, certainty_words, event_id, why_id};
use crate::chart::{date_words, reading_words};
use crate::timeline::{Event, Timeline};
use std::collections::{HashMap, HashSet};

/// One account for each event, in the order of time: folded up, and whole on paper. Of an event that is not drawn it
/// is what links lead to.
pub(super) fn list(out: &mut Html, timeline: &Timeline, links: &Links<'_>, drawn: &HashSet<String>) {
    if timeline.events.is_empty() {
        return;
    }
    out.raw("<section class=\"why\">\n<h2>How each date was worked out</h2>\n<ol>\n");
    let by_id: HashMap<&str, &Event> = timeline.events.iter().map(|e| (e.id.as_str(), e)).collect();
    for event in &timeline.events {
        account(out, timeline, links, event, &by_id, drawn.contains(&event.id));
    }
    out.raw("</ol>\n</section>\n");
}

fn account(
    out: &mut Html,
    timeline: &Timeline,
    links: &Links<'_>,
    event: &Event,
    by_id: &HashMap<&str, &Event>,
    is_drawn: bool,
) {
    out.raw("<li")
        .attr("class", &links.classes(event))
        .attr("data-e", &event.id);
    if !is_drawn {
        out.attr("id", &event_id(&event.id));
    }
    out.raw("><details><summary><i class=\"sign\"></i> ");
    out.element("b", &date_words(event)).raw(" <span dir=\"auto\">");
    out.text(&event.headline()).raw("</span></summary>\n<div");
    out.attr("id", &why_id(&event.id)).raw(">\n<p>");
    out.text(certainty_words(event.certainty));
    if is_drawn {
        out.raw(" · ").link(&event_id(&event.id), "on the chart");
    }
    for (n, mark) in links.marks(event).iter().enumerate() {
        let words = event.mentions.get(n).map_or("", |m| m.text.as_str());
        out.raw(" · ").link(mark, &format!("“{words}” in the text"));
    }
    out.raw("</p>\n<dl>\n");
    if !event.phrase.is_empty() {
        out.raw("<dt>words</dt><dd dir=\"auto\">“")
            .text(&event.phrase)
            .raw("”</dd>\n");
    }
    for step in &event.why {
        out.element("dt", &step.step)
            .raw("<dd dir=\"auto\">")
            .text(&step.note);
        if let Some(rule) = &step.rule {
            out.raw(" <code>").text(rule).raw("</code>");
        }
        out.raw("</dd>\n");
    }
    if let Some(from) = event.anchor.as_deref().and_then(|id| by_id.get(id)) {
        out.raw("<dt>from</dt><dd dir=\"auto\">");
        out.link(&event_id(&from.id), &from.headline()).raw("</dd>\n");
    }
    let when = &event.when;
    out.element("dt", "value")
        .raw("<dd><code>")
        .text(&when.value)
        .raw("</code>");
    match (when.start, when.end) {
        (Some(a), Some(b)) => out.text(&format!(": from {a} up to, not including, {b}")),
        (Some(a), None) => out.text(&format!(": from {a} on")),
        (None, Some(b)) => out.text(&format!(": up to, not including, {b}")),
        (None, None) => out.text(": no place in time"),
    };
    out.raw("</dd>\n");
    for other in &event.alternatives {
        out.raw("<dt>or</dt><dd>").text(&reading_words(event, other));
        if !other.note.is_empty() {
            out.text(&format!(": {}", other.note));
        }
        out.raw("</dd>\n");
    }
    if let Some(who) = &event.attribution {
        out.raw("<dt>says</dt><dd dir=\"auto\">")
            .text(&who.text)
            .raw("</dd>\n");
    }
    if timeline.documents.len() > 1 {
        let from = timeline
            .documents
            .iter()
            .filter(|d| event.sources.contains(&d.id));
        for document in from {
            let name = document.title.as_deref().unwrap_or(&document.name);
            out.raw("<dt>from</dt><dd dir=\"auto\">")
                .text(name)
                .raw("</dd>\n");
        }
    }
    for conflict in &event.conflicts {
        out.raw("<dt>but</dt><dd dir=\"auto\">")
            .text(conflict)
            .raw("</dd>\n");
    }
    out.raw("</dl>\n</div></details></li>\n");
}

//! The events as a table: for those who compare, copy or listen.

use super::html::Html;
use super::links::{Links, event_id};
use crate::chart::date_words;
use crate::timeline::Timeline;

pub(super) fn table(out: &mut Html, timeline: &Timeline, links: &Links<'_>) {
    if timeline.events.is_empty() {
        return;
    }
    out.raw("<section class=\"table\">\n<details><summary><h2>All events as a table</h2></summary>\n");
    out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of events\"><table>\n<thead><tr>");
    for head in [
        "Date",
        "From",
        "Up to, not including",
        "Certainty",
        "Statement",
        "Words",
    ] {
        out.raw("<th scope=\"col\">").text(head).raw("</th>");
    }
    out.raw("</tr></thead>\n<tbody>\n");
    for event in &timeline.events {
        let end = |m: Option<crate::time::Moment>| m.map(|m| m.to_string()).unwrap_or_default();
        out.raw("<tr")
            .attr("class", &links.classes(event))
            .attr("data-e", &event.id);
        out.raw("><th scope=\"row\">")
            .link(&event_id(&event.id), &date_words(event))
            .raw("</th>");
        for cell in [
            end(event.when.start),
            end(event.when.end),
            event.certainty.word().to_owned(),
            event.headline(),
            event.phrase.clone(),
        ] {
            out.raw("<td dir=\"auto\">").text(&cell).raw("</td>");
        }
        out.raw("</tr>\n");
    }
    out.raw("</tbody></table></div>\n</details>\n</section>\n");
}

//! What the page is about, what had to be guessed, and what has no date.

use super::article::Article;
use super::html::{Html, web_address};
use super::links::{Links, event_id};
use crate::chart::{date_words, day_words, reading_words};
use crate::document::BlockKind;
use crate::timeline::{Certainty, DocumentInfo, Event, Timeline, Undated};
use std::collections::HashMap;

/// How many dates that may be others are named before the text; the rest is folded up, or it would push the text away.
const UNSURE: usize = 8;

/// The title, unless it is the first article's headline, which stands there itself.
pub(super) fn title(out: &mut Html, timeline: &Timeline, articles: &[Article]) {
    let heads = match articles {
        [one] => one
            .blocks
            .iter()
            .find(|b| b.kind == BlockKind::Headline)
            .and_then(|b| one.text.get(b.range.clone())),
        _ => None,
    };
    let squeezed = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
    if heads.is_none_or(|h| squeezed(h) != squeezed(&timeline.title)) {
        let title = if timeline.title.trim().is_empty() {
            "Timeline"
        } else {
            &timeline.title
        };
        out.raw("<h1 dir=\"auto\">").text(title).raw("</h1>\n");
    }
}

/// Where the texts come from, when they were published, and what a reader should know before trusting the dates.
pub(super) fn about(out: &mut Html, timeline: &Timeline, articles: &[Article]) {
    out.raw("<section class=\"about\" aria-label=\"About this page\">\n");
    for (i, document) in timeline.documents.iter().enumerate() {
        published(out, timeline, document, i);
    }
    if articles.is_empty() {
        out.raw("<p class=\"note\">The text itself is not on this page: the timeline was drawn from its JSON alone.</p>\n");
    }
    let left_out = timeline.options.left_out;
    if left_out > 0 {
        let events = if left_out == 1 { "event" } else { "events" };
        out.raw(&format!(
            "<p class=\"note\">{left_out} more {events} left out by choice.</p>\n"
        ));
    }
    notes(out, timeline);
    out.raw("</section>\n");
}

fn published(out: &mut Html, timeline: &Timeline, document: &DocumentInfo, i: usize) {
    out.raw("<p").attr("id", &format!("doc-{}", i + 1)).raw(">");
    if timeline.documents.len() > 1 {
        let name = document.title.as_deref().unwrap_or(&document.name);
        out.element("b", name).raw(": ");
    }
    match &document.published {
        Some(p) => {
            let time = p.time.as_deref().map(|t| format!(", {t}")).unwrap_or_default();
            out.raw("Published ")
                .element("b", &format!("{}{time}", day_words(p.date)));
            out.text(&format!(", from {}", p.from.words()));
            if !p.inferred.is_empty() {
                out.text(&format!("; {} inferred", p.inferred.join(", ")));
            }
            if !p.candidates.is_empty() {
                let other: Vec<String> = p.candidates.iter().map(|d| day_words(*d)).collect();
                out.text(&format!("; it would fit {} as well", other.join(", ")));
            }
        }
        None => {
            out.raw("Publication date not known");
        }
    }
    if let Some(address) = web_address(&document.source) {
        out.raw(". <a rel=\"noreferrer\"")
            .attr("href", address)
            .raw(">Source</a>");
    }
    out.raw("</p>\n");
}

fn notes(out: &mut Html, timeline: &Timeline) {
    let unsure: Vec<_> = timeline
        .events
        .iter()
        .filter(|e| e.certainty == Certainty::Ambiguous)
        .collect();
    if timeline.warnings.is_empty() && unsure.is_empty() {
        return;
    }
    out.raw("<ul class=\"notes\" aria-label=\"What had to be guessed\">\n");
    for warning in &timeline.warnings {
        out.raw("<li>").text(&warning.message).raw("</li>\n");
    }
    let (shown, more) = unsure.split_at(unsure.len().min(UNSURE));
    shown.iter().for_each(|e| unsure_date(out, e));
    if !more.is_empty() {
        let dates = if more.len() == 1 { "date" } else { "dates" };
        out.raw("<li><details><summary>");
        out.text(&format!("{} more {dates} that may be another", more.len()));
        out.raw("</summary><ul class=\"notes\">\n");
        more.iter().for_each(|e| unsure_date(out, e));
        out.raw("</ul></details></li>\n");
    }
    out.raw("</ul>\n");
}

fn unsure_date(out: &mut Html, event: &Event) {
    out.raw("<li class=\"ambiguous\">“").text(&event.phrase).raw("” ");
    out.raw("is taken as ")
        .link(&event_id(&event.id), &date_words(event));
    for (n, other) in event.alternatives.iter().enumerate() {
        out.raw(if n == 0 { "; it may be " } else { ", " });
        out.text(&reading_words(event, other));
    }
    out.raw("</li>\n");
}

/// Statements that no date could be given. None of them is hidden.
pub(super) fn undated(out: &mut Html, timeline: &Timeline, links: &Links<'_>) {
    if timeline.undated.is_empty() {
        return;
    }
    out.raw("<section class=\"undated\">\n<h2>Without a date <small>");
    out.text(&timeline.undated.len().to_string())
        .raw("</small></h2>\n<ul>\n");
    let by_id: HashMap<&str, &Undated> = timeline.undated.iter().map(|u| (u.id.as_str(), u)).collect();
    for statement in &timeline.undated {
        let document = links.document(&statement.document);
        out.raw("<li dir=\"auto\"");
        out.attr("id", &undated_id(&statement.id));
        if let Some(class) = links.source_class(std::slice::from_ref(&statement.document)) {
            out.attr("class", &class);
        }
        out.raw(">");
        match document.filter(|_| statement.sentence_span.is_some()) {
            Some(i) => out.link(&sentence_id(links, i, &statement.id), &statement.statement),
            None => out.text(&statement.statement),
        };
        out.raw(" <small>").text(&statement.reason);
        for (word, bound) in [
            ("not before", statement.earliest),
            ("not after", statement.latest),
        ] {
            if let Some(moment) = bound {
                out.text(&format!("; {word} {}", day_words(moment.day())));
            }
        }
        for (word, event) in [("after", &statement.after), ("before", &statement.before)] {
            let Some(id) = event else { continue };
            let other = by_id.get(id.as_str());
            let to = other.map_or_else(|| event_id(id), |u| undated_id(&u.id));
            let name = other.map_or(id, |u| &u.statement);
            out.text(&format!("; {word} ")).link(&to, name);
        }
        out.raw("</small></li>\n");
    }
    out.raw("</ul>\n</section>\n");
}

/// The id of a statement without a date.
pub(super) fn undated_id(id: &str) -> String {
    format!("undated-{id}")
}

/// The id of the place in the text where its sentence begins.
pub(super) fn sentence_id(links: &Links<'_>, document: usize, id: &str) -> String {
    links.mark(document, &format!("sentence-{id}"))
}

use super::html::Html;
use super::links::{Links, certainty_words};
use crate::timeline::{Certainty, Timeline};

/// What is shown, and the field to find in. The boxes work by style alone, the field by script, which shows it.
pub(super) fn bar(out: &mut Html, timeline: &Timeline, links: &Links<'_>) {
    out.raw("<div class=\"filters\" role=\"group\" aria-label=\"Show events whose date is\">");
    for certainty in [Certainty::Stated, Certainty::Inferred, Certainty::Ambiguous] {
        let count = timeline
            .events
            .iter()
            .filter(|e| e.certainty == certainty)
            .count();
        if count > 0 {
            let class = certainty.word();
            checkbox(
                out,
                &format!("show-{class}"),
                class,
                certainty_words(certainty),
                count,
            );
        }
    }
    out.raw("</div>\n");
    if timeline.documents.len() > 1 {
        out.raw("<div class=\"filters\" role=\"group\" aria-label=\"Show events from\">");
        for (i, document) in timeline.documents.iter().enumerate() {
            let class = format!("from-{}", i + 1);
            let own = |e: &&crate::timeline::Event| links.source_class(&e.sources).as_deref() == Some(&class);
            let count = timeline.events.iter().filter(own).count();
            let name = document.title.as_deref().unwrap_or(&document.name);
            checkbox(out, &format!("source-{}", i + 1), "", name, count);
        }
        out.raw("</div>\n");
    }
    out.raw("<div class=\"find\"><label>Find <input type=\"search\" id=\"find\" ");
    out.raw("aria-describedby=\"found\" autocomplete=\"off\"></label> ");
    out.raw("<output id=\"found\" for=\"find\"></output> <span class=\"keys\" aria-hidden=\"true\">");
    out.raw("<kbd>j</kbd> <kbd>k</kbd> next, previous <kbd>/</kbd> find <kbd>Esc</kbd> all</span></div>\n");
}

fn checkbox(out: &mut Html, id: &str, class: &str, words: &str, count: usize) {
    out.raw("<label");
    if !class.is_empty() {
        out.attr("class", class);
    }
    out.raw("><input type=\"checkbox\" checked")
        .attr("id", id)
        .raw("> ");
    if !class.is_empty() {
        out.raw("<i class=\"sign\"></i> ");
    }
    out.text(words)
        .raw(" <small>")
        .text(&count.to_string())
        .raw("</small></label>\n");
}

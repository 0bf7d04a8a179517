//! What stands before and after everything that is seen: policy, style, script.

use super::base64::base64;
use super::html::Html;
use crate::timeline::Timeline;
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The head. Only the script whose hash is named may run, and nothing may be asked for. The empty picture keeps
/// browsers from looking for an icon beside the file.
pub(super) fn head(out: &mut Html, timeline: &Timeline) {
    let hash = base64(&Sha256::digest(SCRIPT.as_bytes()));
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'; img-src data:; \
         base-uri 'none'; form-action 'none'"
    );
    out.raw("<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
    // Its quotes are single ones, which need no escape between double ones.
    out.raw(&policy).raw("\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width\">\n");
    out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.raw("<link rel=\"icon\" href=\"data:,\">\n");
    let title = if timeline.title.trim().is_empty() {
        "Timeline"
    } else {
        &timeline.title
    };
    out.element("title", title).raw("\n<style>\n").raw(STYLE);
    out.raw(&sources_style(timeline.documents.len()));
    out.raw("</style>\n</head>\n");
}

/// The filter by source has a rule for each document.
fn sources_style(documents: usize) -> String {
    let mut css = String::new();
    for n in 1..=if documents > 1 { documents } else { 0 } {
        css.push_str(&format!(
            "body:has(#source-{n}:not(:checked)) :is(.from-{n},.when:not(:has(.ev:not(.from-{n}))))\
             {{visibility:hidden}}\n\
             body:has(#source-{n}:not(:checked)) :is(li,tr,article).from-{n}{{display:none}}\n"
        ));
    }
    css
}

/// The script, at the end, where everything is there that it works on.
pub(super) fn script(out: &mut Html) {
    out.raw("<script>").raw(SCRIPT).raw("</script>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_small_and_ends_where_it_should() {
        assert!(SCRIPT.len() <= 3_000, "{} bytes", SCRIPT.len());
        for text in [SCRIPT, STYLE] {
            assert!(!text.contains("</"), "a tag would end it");
            assert!(!text.contains("<!--"));
            assert!(!text.contains("http"), "nothing is asked for");
        }
    }
}

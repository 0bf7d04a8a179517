//! The same timeline for other programs, inside the page itself.

use super::base64::base64;
use super::html::Html;
use crate::export::{Csv, ExportError, Format, Ics, timeline_line};
use crate::timeline::Timeline;

pub(super) fn downloads(out: &mut Html, timeline: &Timeline) {
    let json = timeline_line(timeline, None).map(|line| line + "\n");
    let files: [(&str, &str, Result<String, ExportError>); 3] = [
        ("json", "application/json", json),
        ("csv", "text/csv", Csv.write(timeline)),
        ("ics", "text/calendar", Ics.write(timeline)),
    ];
    let name = match timeline.documents.as_slice() {
        [one] if !one.name.is_empty() => one.name.as_str(),
        _ => "timeline",
    };
    out.raw("<nav class=\"downloads\" aria-label=\"Downloads\">Download");
    for (extension, kind, content) in files {
        // What can't be written is not offered.
        let Ok(content) = content else { continue };
        out.raw(" <a").attr("download", &format!("{name}.{extension}"));
        out.raw(&format!(
            " href=\"data:{kind};charset=utf-8;base64,{}\"",
            base64(content.as_bytes())
        ));
        out.raw(">").text(&extension.to_uppercase()).raw("</a>");
    }
    out.raw("</nav>\n");
}

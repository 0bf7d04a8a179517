//! Front matter: the `key: value` lines (YAML) or `key = value` lines (TOML) before a Markdown text.

use super::{Document, MetaDate};

/// Takes date, title and address out of front matter. Nested keys and lists are left alone.
pub(super) fn into(front: &str, doc: &mut Document) {
    for line in front.lines() {
        if line.starts_with([' ', '\t', '#', '-']) {
            continue;
        }
        let Some((key, value)) = line.split_once([':', '=']) else {
            continue;
        };
        let value = unquoted(value);
        if value.is_empty() {
            continue;
        }
        match key.trim().to_ascii_lowercase().as_str() {
            "title" if doc.title.is_none() => doc.title = Some(value.to_owned()),
            "date" | "published" | "publishdate" | "publish_date" | "pubdate" | "date_published"
            | "datepublished" => {
                doc.metadata.push(MetaDate {
                    field: "date".to_owned(),
                    value: value.to_owned(),
                    authoritative: false,
                });
            }
            "url" | "canonical_url" | "canonical" if doc.url.is_none() => doc.url = Some(value.to_owned()),
            _ => {}
        }
    }
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    for quote in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(quote) {
            return rest.split(quote).next().unwrap_or(rest).trim();
        }
    }
    // A comment of YAML and TOML.
    value.split(" #").next().unwrap_or(value).trim()
}

//! JSON-LD: the publication date and the headline that a page states for machines.

use serde_json::Value;

/// What the scripts of a page say, the article's own statement before others'.
#[derive(Debug, Default)]
pub(super) struct JsonLd {
    pub published: Vec<String>,
    pub headline: Option<String>,
    pub bad: bool,
}

impl JsonLd {
    /// Reads one script. What is no JSON is noted, not an error: pages carry all kinds of it.
    pub fn script(&mut self, text: &str) {
        let body = text.trim();
        let body = body.strip_prefix("<!--").unwrap_or(body);
        let body = body
            .strip_suffix("-->")
            .unwrap_or(body)
            .trim()
            .trim_end_matches(';');
        // Raw line ends inside strings are the usual fault.
        let parsed = serde_json::from_str::<Value>(body)
            .or_else(|_| serde_json::from_str::<Value>(&body.replace(|c: char| c.is_control(), " ")));
        match parsed {
            Ok(value) => {
                let mut others = Vec::new();
                self.walk(&value, &mut others, 0);
                self.published.extend(others);
            }
            Err(_) => self.bad = true,
        }
    }

    fn walk(&mut self, value: &Value, others: &mut Vec<String>, depth: u8) {
        if depth > 8 {
            return;
        }
        match value {
            Value::Array(list) => list.iter().for_each(|v| self.walk(v, others, depth + 1)),
            Value::Object(map) => {
                let article = is_article(map.get("@type"));
                let text = |key: &str| {
                    map.get(key)
                        .and_then(Value::as_str)
                        .map(str::trim)
                        .filter(|s| !s.is_empty())
                };
                if let Some(date) = text("datePublished") {
                    if article {
                        self.published.push(date.to_owned());
                    } else if !is_type(
                        map.get("@type"),
                        &["Comment", "Review", "Answer", "Question", "ImageObject"],
                    ) {
                        others.push(date.to_owned());
                    }
                }
                if article && self.headline.is_none() {
                    self.headline = text("headline").or_else(|| text("name")).map(str::to_owned);
                }
                for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                    // Not `liveBlogUpdate`: the entries of a live blog have dates of their own.
                    if let Some(inner) = map.get(key) {
                        self.walk(inner, others, depth + 1);
                    }
                }
            }
            _ => {}
        }
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    const KINDS: &[&str] = &[
        "BlogPosting",
        "LiveBlogPosting",
        "SocialMediaPosting",
        "Report",
        "PressRelease",
    ];
    let one = |s: &str| s.ends_with("Article") || KINDS.contains(&s.rsplit('/').next().unwrap_or(s));
    match kind {
        Some(Value::String(s)) => one(s),
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).any(one),
        _ => false,
    }
}

fn is_type(kind: Option<&Value>, names: &[&str]) -> bool {
    match kind {
        Some(Value::String(s)) => names.contains(&s.as_str()),
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).any(|s| names.contains(&s)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn graphs_lists_and_faults() {
        let mut ld = JsonLd::default();
        ld.script(r#"[{"@type":"WebPage","datePublished":"2020-01-01"},{"@graph":[{"@type":["Thing","NewsArticle"],"datePublished":"2024-03-14","dateModified":"2025-01-01","headline":"A pier"}]}]"#);
        assert_eq!(ld.published, ["2024-03-14", "2020-01-01"]);
        assert_eq!(ld.headline.as_deref(), Some("A pier"));
        ld.script("{\"@type\":\"Article\",\"headline\":\"a\nb\"}");
        assert!(!ld.bad);
        ld.script("{oops");
        assert!(ld.bad);
        ld.script(&"[".repeat(10_000));
    }
}

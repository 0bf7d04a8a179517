//! What the tags of a page mean for its text.

use super::BlockKind;

/// Why the words inside an element are not the article's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Drop {
    /// They are.
    #[default]
    No,
    /// In a form: old page builders wrap the whole page in one.
    Form,
    /// By a name in `class` or `id`, or hidden.
    Hint,
    /// By the tag's own meaning: navigation, footer, aside.
    Tag,
    /// Never text: script, style.
    Never,
}

/// How an element parts the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// Not at all.
    Inline,
    /// Nothing inside, nothing parted.
    Void,
    /// A new line.
    Line,
    /// A cell of a table: parted from its neighbour within the row.
    Cell,
    /// A block of its own; its kind, or that of what it stands in.
    Block(Option<BlockKind>),
}

/// How an element parts the text.
pub(super) fn flow(tag: &str) -> Flow {
    match tag {
        "br" => Flow::Line,
        "td" | "th" => Flow::Cell,
        "area" | "base" | "col" | "embed" | "img" | "input" | "link" | "meta" | "param" | "source"
        | "track" | "wbr" => Flow::Void,
        "h1" => Flow::Block(Some(BlockKind::Headline)),
        "h2" | "h3" | "h4" | "h5" | "h6" => Flow::Block(Some(BlockKind::Heading)),
        "li" | "dt" | "dd" | "tr" => Flow::Block(Some(BlockKind::Item)),
        "figcaption" | "caption" => Flow::Block(Some(BlockKind::Caption)),
        "article" | "blockquote" | "body" | "main" | "section" | "table" | "html" => {
            Flow::Block(Some(BlockKind::Paragraph))
        }
        "address" | "aside" | "center" | "details" | "dialog" | "dir" | "div" | "dl" | "fieldset"
        | "figure" | "footer" | "form" | "header" | "hgroup" | "hr" | "legend" | "menu" | "nav" | "ol"
        | "optgroup" | "option" | "p" | "pre" | "summary" | "tbody" | "tfoot" | "thead" | "ul" | "head"
        | "title" | "search" => Flow::Block(None),
        _ => Flow::Inline,
    }
}

/// An open element that the start of `tag` closes, where the element is the innermost block (HTML, 13.1.2.4).
pub(super) fn closes(tag: &str, open: &str) -> bool {
    match tag {
        "li" => open == "li",
        "dt" | "dd" => matches!(open, "dt" | "dd"),
        "tr" => matches!(open, "tr" | "td" | "th"),
        "td" | "th" => matches!(open, "td" | "th"),
        "tbody" | "tfoot" => matches!(open, "tr" | "td" | "th" | "tbody" | "thead"),
        "body" => open == "head",
        _ => false,
    }
}

/// Whether the element's own meaning takes its words out of the text. `inside` an article or main, a header holds
/// the headline; outside, the masthead.
pub(super) fn by_tag(tag: &str, role: &str, inside: bool) -> Drop {
    match tag {
        "script" | "style" | "noscript" | "template" | "svg" | "math" | "iframe" | "object" | "canvas"
        | "audio" | "video" | "select" | "button" | "input" | "textarea" | "datalist" | "map" | "head"
        | "title" | "noembed" | "noframes" => Drop::Never,
        "nav" | "footer" | "aside" | "dialog" | "menu" | "search" => Drop::Tag,
        "header" if !inside => Drop::Tag,
        "form" | "label" | "fieldset" => Drop::Form,
        _ => match role {
            "navigation" | "complementary" | "contentinfo" | "search" | "dialog" | "alert"
            | "alertdialog" | "menu" => Drop::Tag,
            "banner" if !inside => Drop::Tag,
            _ => Drop::No,
        },
    }
}

/// First or last parts of class names and ids (`share-buttons`, `post-share`) that name page furniture.
const HINTS: &str = "ad|ads|advert|advertisement|advertising|breadcrumb|breadcrumbs|comment|commentlist|comments|\
    consent|cookie|cookies|disqus|footer|gdpr|masthead|menu|modal|nav|navbar|navigation|newsletter|\
    outbrain|pager|pagination|paywall|popup|promo|readmore|recirc|recommended|related|respond|share|\
    sharebar|sharing|sidebar|signup|skip|social|sponsored|subscribe|subscription|taboola|tags|toolbar|\
    trending|widget";

/// Whether the names that an element goes by mark it as furniture. Elements that hold the whole page or a run of
/// words are not judged: `<body class="has-comments">` says nothing about its words.
pub(super) fn by_hint(tag: &str, class: &str, id: &str) -> bool {
    match tag {
        "html" | "body" | "main" | "h1" | "p" | "a" | "em" | "strong" | "b" | "i" | "time" | "table"
        | "tbody" | "tr" => {
            return false;
        }
        // WordPress lists the settings of a post here; only a comment's own class counts.
        "article" => return class.split_ascii_whitespace().any(|c| c == "comment"),
        _ => {}
    }
    class.split_ascii_whitespace().chain([id]).any(|name| {
        let mut parts = name.split(['-', '_']).filter(|p| !p.is_empty());
        let first = parts.next();
        let last = parts.next_back();
        let negated = matches!(first, Some("has" | "no" | "with" | "is" | "without" | "js"));
        !negated
            && [first, last]
                .into_iter()
                .flatten()
                .any(|p| HINTS.split('|').any(|h| h.eq_ignore_ascii_case(p)))
    })
}

/// Whether the element is said to be invisible.
pub(super) fn hidden(style: &str, aria: &str, attribute: bool) -> bool {
    let style = style.to_ascii_lowercase().replace(' ', "");
    attribute || aria == "true" || style.contains("display:none") || style.contains("visibility:hidden")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_hint() {
        for class in [
            "share-buttons",
            "post-share",
            "related",
            "x newsletter_box",
            "Comments",
        ] {
            assert!(by_hint("div", class, ""), "{class}");
        }
        for class in [
            "has-comments",
            "story",
            "shared-history",
            "article-body",
            "",
            "commentary",
        ] {
            assert!(!by_hint("div", class, ""), "{class}");
        }
        assert!(by_hint("section", "", "comments"));
        assert!(!by_hint("body", "comments", ""));
        assert!(!by_hint("article", "post tag-share comment-status-open", ""));
        assert!(by_hint("article", "comment depth-1", ""));
    }
}

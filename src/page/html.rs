//! The one place where text becomes markup.

/// HTML as it grows. What is not written by [`Html::raw`] is escaped.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Html {
    pub fn with_capacity(bytes: usize) -> Html {
        Html(String::with_capacity(bytes))
    }

    pub fn into_string(self) -> String {
        self.0
    }

    /// Markup of our own.
    pub fn raw(&mut self, markup: &str) -> &mut Html {
        self.0.push_str(markup);
        self
    }

    /// Somebody's words.
    pub fn text(&mut self, words: &str) -> &mut Html {
        escape(&mut self.0, words);
        self
    }

    /// An attribute of the tag that is open.
    pub fn attr(&mut self, name: &str, value: &str) -> &mut Html {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// An element that holds words and nothing else.
    pub fn element(&mut self, name: &str, words: &str) -> &mut Html {
        self.raw("<").raw(name).raw(">").text(words);
        self.raw("</").raw(name).raw(">")
    }

    /// A link that is followed on the page.
    pub fn link(&mut self, id: &str, words: &str) -> &mut Html {
        self.raw("<a")
            .attr("href", &format!("#{id}"))
            .raw(">")
            .text(words)
            .raw("</a>")
    }
}

/// Words between tags and between quotes. Control characters and those that are none (Unicode, 23.7) may not stand in
/// HTML at all, and are left out.
pub(super) fn escape(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || is_no_character(c) => {}
            c => out.push(c),
        }
    }
}

fn is_no_character(c: char) -> bool {
    let n = u32::from(c);
    n & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&n)
}

/// The address, if it leads to the web; a `javascript:` of the input must not become a link.
pub(super) fn web_address(address: &str) -> Option<&str> {
    let scheme = address.split_once("://")?.0;
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_inert() {
        let mut out = Html::default();
        out.raw("<a")
            .attr("title", "\"><script>'&")
            .raw(">")
            .text("a\u{0}\u{1b}\u{ffff}b</a>");
        assert_eq!(
            out.into_string(),
            "<a title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">ab&lt;/a&gt;"
        );
    }

    #[test]
    fn only_the_web_is_linked() {
        assert!(web_address("https://example.org/a").is_some());
        assert!(web_address("HTTP://example.org").is_some());
        for other in [
            "javascript://%0aalert(1)",
            "file:///etc",
            "report.txt",
            "-",
            "data:text/html,x",
        ] {
            assert_eq!(web_address(other), None, "{other}");
        }
    }
}

//! Tags, attributes and references as the field's tools see them: by their signs, in whatever order they stand.

use crate::document::entity;
use std::ops::Range;

/// From the next `<` to the `>` after it.
pub(super) fn next_tag(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find('<')?;
    let end = start + text[start..].find('>')? + 1;
    Some(start..end)
}

pub(super) fn is_tag(tag: &str, name: &str) -> bool {
    let rest = tag.strip_prefix('<').and_then(|t| t.strip_prefix(name));
    rest.is_some_and(|r| !r.starts_with(is_word))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The last attribute of that name, its entities read.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut found = None;
    let mut rest = tag;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphabetic() || c == '_' || c == ':') {
        rest = &rest[start..];
        let end = rest.find(|c: char| !(is_word(c) || matches!(c, ':' | '.' | '-')));
        let (key, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        let Some(value) = after.trim_start().strip_prefix('=').map(str::trim_start) else {
            continue;
        };
        let quote = value.chars().next().filter(|q| matches!(q, '"' | '\''));
        if let Some((inside, after)) = quote.and_then(|q| value[1..].split_once(q)) {
            if key == name {
                found = Some(inside);
            }
            rest = after;
        }
    }
    found.map(entities)
}

/// References read: by number, XML's five names, and the names of HTML, which corpora use undeclared.
pub(super) fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let length = reference(rest);
        match length {
            Some(length) => {
                out.push_str(&referred(&rest[..length]));
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The length of the reference that the text begins with, from `&` to `;`.
fn reference(text: &str) -> Option<usize> {
    let inside = &text[1..];
    let (sign, of): (_, fn(&u8) -> bool) = match inside.as_bytes() {
        [b'#', b'x', ..] => (2, u8::is_ascii_hexdigit),
        [b'#', ..] => (1, u8::is_ascii_digit),
        _ => (0, u8::is_ascii_alphabetic),
    };
    let name = inside.as_bytes()[sign..].iter().take_while(|b| of(b)).count();
    let closed = inside.as_bytes().get(sign + name) == Some(&b';');
    (name > 0 && closed).then_some(1 + sign + name + 1)
}

fn referred(raw: &str) -> String {
    let name = &raw[1..raw.len() - 1];
    let number = match name.strip_prefix('#') {
        Some(n) => match n.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => n.parse(),
        },
        // Every named reference that XML knows is one of HTML's, and reads alike.
        None => return entity(raw),
    };
    // One place stays one place, also where the number is no character.
    let c = number.ok().and_then(char::from_u32).unwrap_or('\u{fffd}');
    c.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        for (raw, read) in [
            ("R&amp;D &lt;b&gt; &quot;&apos;", "R&D <b> \"'"),
            ("&#233;&#xE9;&eacute;&nbsp;", "ééé\u{a0}"),
            (
                "& &; &#; &#x; &# 3; &bogus; &amp &AMP;",
                "& &; &#; &#x; &# 3; &bogus; &amp &",
            ),
            ("&#0;&#xD800;&#99999999999;", "\0\u{fffd}\u{fffd}"),
            ("&amp;amp; &#X41; é&", "&amp; &#X41; é&"),
        ] {
            assert_eq!(entities(raw), read);
        }
    }

    #[test]
    fn attributes() {
        let tag = "<TIMEX3 tid='t1' value = \"a=&quot;b&quot; type='no'\" type=\"DATE\" x y=3 val=\"é>";
        assert_eq!(attribute(tag, "tid").as_deref(), Some("t1"));
        assert_eq!(attribute(tag, "value").as_deref(), Some("a=\"b\" type='no'"));
        assert_eq!(attribute(tag, "type").as_deref(), Some("DATE"));
        assert_eq!(attribute(tag, "val"), None);
        assert_eq!(attribute("<a v='1' v='2'>", "v").as_deref(), Some("2"));
    }

    #[test]
    fn tags() {
        assert_eq!(next_tag("a < b <c> d>", 0), Some(2..9));
        assert_eq!(next_tag("a < b", 0), None);
        assert!(is_tag("<TIMEX3/>", "TIMEX3") && is_tag("<TEXT\n a='b'>", "TEXT"));
        assert!(!is_tag("<TIMEX32>", "TIMEX3") && !is_tag("</TEXT>", "TEXT"));
    }
}

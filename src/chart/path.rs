//! What stands inside SVG's attributes and texts: path data, numbers, escaped characters.

use super::text::Rect;
use super::widths::Tenths;
use plotters_backend::BackendCoord;

/// The `d` of a path.
#[derive(Debug, Clone, Default)]
pub(super) struct Path(String);

impl Path {
    /// As the attribute has it.
    pub fn d(&self) -> &str {
        &self.0
    }

    /// A rectangle.
    pub fn rect([left, top, right, bottom]: Rect) -> Path {
        Path::line([(left, top), (right, top), (right, bottom), (left, bottom)]).close()
    }

    /// Straight lines from point to point.
    pub fn line(points: impl IntoIterator<Item = BackendCoord>) -> Path {
        let mut path = Path::default();
        for (i, p) in points.into_iter().enumerate() {
            path = if i == 0 {
                path.to('M', &[p])
            } else {
                path.to('L', &[p])
            };
        }
        path
    }

    /// A circle.
    pub fn circle((x, y): BackendCoord, r: Tenths) -> Path {
        let mut path = Path::default().to('M', &[(x - r, y)]);
        for dx in [2 * r, -2 * r] {
            path.0.push('a');
            for (i, n) in [r, r, 0, 10, 0, dx, 0].into_iter().enumerate() {
                if i > 0 {
                    path.0.push(' ');
                }
                tenths(&mut path.0, n);
            }
        }
        path.close()
    }

    /// One more command with its points.
    pub fn to(mut self, command: char, points: &[BackendCoord]) -> Path {
        self.0.push(command);
        for (i, (x, y)) in points.iter().enumerate() {
            if i > 0 {
                self.0.push(' ');
            }
            tenths(&mut self.0, *x);
            self.0.push(' ');
            tenths(&mut self.0, *y);
        }
        self
    }

    /// Back to where it began.
    pub fn close(mut self) -> Path {
        self.0.push('Z');
        self
    }
}

/// "12.3" for 123, "12" for 120.
pub(super) fn tenths(out: &mut String, n: Tenths) {
    if n < 0 {
        out.push('-');
    }
    let n = n.unsigned_abs();
    out.push_str(&(n / 10).to_string());
    if !n.is_multiple_of(10) {
        out.push('.');
        out.push(char::from(b'0' + (n % 10) as u8));
    }
}

/// XML's five characters, and nothing that XML 1.0 forbids.
pub(super) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_escapes() {
        let mut s = String::new();
        for n in [0, 5, -5, 120, -1234] {
            tenths(&mut s, n);
            s.push(' ');
        }
        assert_eq!(s, "0 0.5 -0.5 12 -123.4 ");
        let mut s = String::new();
        escape(&mut s, "a<b>&\"c\u{1}]]>");
        assert_eq!(s, "a&lt;b&gt;&amp;&quot;c]]&gt;");
    }
}

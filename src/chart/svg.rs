//! A backend for plotters that writes SVG with meaning: groups, ids, titles, classes.
//!
//! Coordinates are tenths of a pixel, written with one decimal by integer arithmetic, so the bytes do not depend
//! on any formatting of floating-point numbers.

use super::path::{Path, escape, tenths};
use super::text::{Ink, Side, Text};
use super::theme::{self, FONTS, Tone};
use super::widths::{Tenths, width};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::convert::Infallible;

/// Writes SVG into a string that somebody else keeps.
pub(super) struct SemSvg<'a> {
    out: &'a mut String,
    size: (Tenths, Tenths),
    plain: bool,
}

/// The size of statements, in tenths of a pixel.
const COMMON: Tenths = 150;

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SemSvg<'a> {
    /// A backend for a canvas of a size in tenths of a pixel; `plain` for renderers that know no direction of text.
    pub fn new(out: &'a mut String, size: (Tenths, Tenths), plain: bool) -> SemSvg<'a> {
        SemSvg { out, size, plain }
    }

    /// Opens the root element, with its title and description.
    pub fn begin(&mut self, title: &str, desc: &str) {
        let (w, h) = self.size;
        self.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        self.number("width", w);
        self.number("height", h);
        self.raw(" viewBox=\"0 0 ");
        tenths(self.out, w);
        self.raw(" ");
        tenths(self.out, h);
        self.raw("\"");
        self.attr("role", "img");
        self.attr("aria-labelledby", "tl-title tl-desc");
        self.attr("lang", "en");
        self.attr("font-family", FONTS);
        self.raw(">\n<title id=\"tl-title\">");
        escape(self.out, title);
        self.raw("</title>\n<desc id=\"tl-desc\">");
        escape(self.out, desc);
        self.raw("</desc>\n<style>");
        self.raw(&theme::style_sheet());
        self.raw("</style>\n<defs><pattern id=\"tl-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"");
        self.raw(" patternTransform=\"rotate(45)\"><rect width=\"1.6\" height=\"5\" fill=\"#FFFFFF\"");
        self.raw(" fill-opacity=\"0.62\" class=\"bg\"/></pattern></defs>\n<g");
        // What most texts have is inherited from here.
        self.attr("class", theme::INK.fill);
        self.attr("fill", theme::INK.light);
        self.number("font-size", COMMON);
        self.raw(">\n");
    }

    /// Closes the root element.
    pub fn end(&mut self) {
        self.raw("</g>\n</svg>\n");
    }

    /// Opens a group.
    pub fn open(&mut self, attrs: &[(&str, &str)]) {
        self.raw("<g");
        for (name, value) in attrs {
            self.attr(name, value);
        }
        self.raw(">\n");
    }

    /// Closes the innermost group.
    pub fn close(&mut self) {
        self.raw("</g>\n");
    }

    /// What a pointer over the group shows.
    pub fn title(&mut self, text: &str) {
        self.raw("<title>");
        escape(self.out, text);
        self.raw("</title>\n");
    }

    /// A path filled with a tone.
    pub fn filled(&mut self, path: &Path, tone: Tone, attrs: &[(&str, &str)]) {
        self.path(path, tone.fill, &[("fill", tone.light)], attrs);
    }

    /// A path drawn with a tone, its width in tenths.
    pub fn stroked(&mut self, path: &Path, tone: Tone, wide: Tenths, attrs: &[(&str, &str)]) {
        let mut w = String::new();
        tenths(&mut w, wide);
        self.path(
            path,
            tone.stroke,
            &[("fill", "none"), ("stroke", tone.light), ("stroke-width", &w)],
            attrs,
        );
    }

    /// A hollow shape: the ground's colour inside, a tone around.
    pub fn hollow(&mut self, path: &Path, tone: Tone, wide: Tenths) {
        let mut w = String::new();
        tenths(&mut w, wide);
        let class = format!("{} {}", theme::GROUND.fill, tone.stroke);
        let look = [
            ("fill", theme::GROUND.light),
            ("stroke", tone.light),
            ("stroke-width", w.as_str()),
        ];
        self.path(path, &class, &look, &[]);
    }

    /// A path of the hatching.
    pub fn hatched(&mut self, path: &Path) {
        self.path(path, "", &[("fill", "url(#tl-hatch)")], &[]);
    }

    fn path(&mut self, path: &Path, class: &str, look: &[(&str, &str)], attrs: &[(&str, &str)]) {
        self.raw("<path");
        // A caller's class stands beside the tone's.
        let own = attrs.iter().find(|(n, _)| *n == "class").map_or("", |(_, v)| v);
        match (own, class) {
            ("", "") => {}
            ("", c) | (c, "") => self.attr("class", c),
            (a, b) => self.attr("class", &format!("{a} {b}")),
        }
        self.attr("d", path.d());
        for (name, value) in look.iter().chain(attrs.iter().filter(|(n, _)| *n != "class")) {
            self.attr(name, value);
        }
        self.raw("/>\n");
    }

    /// A text of one or more lines.
    pub fn text(&mut self, text: &Text) {
        let Some((first, rest)) = text.lines.split_first() else {
            return;
        };
        let tone = tone_of_ink(text.ink);
        let rtl = text.is_rtl();
        if rtl && self.plain {
            return self.plain_lines(text);
        }
        // Where a right-to-left text begins is its right side: several lines stand flush there, one line stands
        // where the column begins.
        let flush = rtl && text.side == Side::Left && !rest.is_empty();
        let x = if flush { text.x + text.width() } else { text.x };
        self.raw("<text");
        let inherits = tone == theme::INK;
        if !inherits {
            self.attr("class", tone.fill);
        }
        self.number("x", x);
        self.number("y", text.baseline());
        if text.face.size != COMMON {
            self.number("font-size", text.face.size);
        }
        if !inherits {
            self.attr("fill", tone.light);
        }
        if text.face.bold {
            self.attr("font-weight", "700");
        }
        if text.italic {
            self.attr("font-style", "italic");
        }
        match (text.side, rtl) {
            (Side::Left, true) if !flush => self.attr("text-anchor", "end"),
            (Side::Left, _) => {}
            (Side::Middle, _) => self.attr("text-anchor", "middle"),
            (Side::Right, rtl) => self.attr("text-anchor", if rtl { "start" } else { "end" }),
        }
        if rtl {
            self.attr("direction", "rtl");
        }
        self.raw(">");
        if rest.is_empty() {
            escape(self.out, first);
        } else {
            self.raw("<tspan>");
            escape(self.out, first);
            self.raw("</tspan>");
            for line in rest {
                // The space keeps words apart for those who copy or hear the text.
                self.raw(" <tspan");
                self.number("x", x);
                self.number("dy", text.leading);
                self.raw(">");
                escape(self.out, line);
                self.raw("</tspan>");
            }
        }
        self.raw("</text>\n");
    }

    /// Each line a text of its own that says by itself which of its sides stands at `x`.
    fn plain_lines(&mut self, text: &Text) {
        let flush = text.side == Side::Left && text.lines.len() > 1;
        let (side, x) = match flush {
            true => (Side::Right, text.x + text.width()),
            false => (text.side, text.x),
        };
        let mut y = text.y;
        for line in &text.lines {
            self.raw("<text");
            self.number("x", x);
            self.number("y", y + text.baseline() - text.y);
            self.number("font-size", text.face.size);
            self.attr("fill", tone_of_ink(text.ink).light);
            if text.face.bold {
                self.attr("font-weight", "700");
            }
            match side {
                Side::Left => {}
                Side::Middle => self.attr("text-anchor", "middle"),
                Side::Right => self.attr("text-anchor", "end"),
            }
            self.raw(">");
            escape(self.out, line);
            self.raw("</text>\n");
            y += text.leading;
        }
    }

    fn raw(&mut self, s: &str) {
        self.out.push_str(s);
    }

    fn attr(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        escape(self.out, value);
        self.raw("\"");
    }

    fn number(&mut self, name: &str, n: Tenths) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        tenths(self.out, n);
        self.raw("\"");
    }
}

/// What plotters' own elements draw, in the tone of their colour where the theme has it.
impl DrawingBackend for SemSvg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.size.0.unsigned_abs(), self.size.1.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Done {
        self.filled(&Path::rect([x, y, x + 10, y + 10]), tone_of(color), &[]);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let path = Path::rect([a.0, a.1, b.0, b.1]);
        self.shape(&path, style, fill);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.shape(&Path::line(path), style, false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, fill: bool) -> Done {
        let path = Path::circle(at, Tenths::try_from(radius).unwrap_or(Tenths::MAX));
        self.shape(&path, style, fill);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Done {
        self.shape(&Path::line(vert).close(), style, true);
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Done {
        let (size, bold) = face(style);
        let anchor = style.anchor();
        let side = match anchor.h_pos {
            HPos::Left => Side::Left,
            HPos::Center => Side::Middle,
            HPos::Right => Side::Right,
        };
        let y = match anchor.v_pos {
            VPos::Top => at.1 + size / 2,
            VPos::Center => at.1,
            VPos::Bottom => at.1 - size / 2,
        };
        let face = super::wrap::Face { size, bold };
        self.text(&Text::line(at.0, y, face, &super::clean::clean(text)).side(side));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let (size, bold) = face(style);
        Ok((width(text, size, bold).unsigned_abs(), size.unsigned_abs()))
    }
}

impl SemSvg<'_> {
    fn shape<S: BackendStyle>(&mut self, path: &Path, style: &S, fill: bool) {
        let tone = tone_of(style.color());
        if fill {
            self.filled(path, tone, &[]);
        } else {
            self.stroked(
                path,
                tone,
                Tenths::try_from(style.stroke_width()).unwrap_or(10),
                &[],
            );
        }
    }
}

fn tone_of_ink(ink: Ink) -> Tone {
    match ink {
        Ink::Full => theme::INK,
        Ink::Muted => theme::MUTED,
        Ink::Published => theme::PUBLISHED,
    }
}

fn tone_of(color: BackendColor) -> Tone {
    theme::by_rgb(color.rgb).unwrap_or(theme::INK)
}

fn face<T: BackendTextStyle>(style: &T) -> (Tenths, bool) {
    let size = style.size().clamp(1.0, 10_000.0) as Tenths;
    (size, matches!(style.style(), FontStyle::Bold))
}

//! Colours, light and dark, and the style sheet that chooses between them.
//!
//! The light theme stands in plain presentation attributes, so that it also shows where style sheets are ignored
//! (word processors, mail, rasterisers); classes override it on dark screens. Paper stays light. The six colours
//! were searched for: on their ground each has a contrast of at least 3.4 (light) or 5 (dark), and the smallest
//! distance between two of them, for normal, protan, deutan and tritan eyes, is ΔE*₇₆ 27.1 or 26.8. The texts
//! have 6.4 and more.

use plotters::style::RGBColor;

/// A colour of the chart: its class and its light value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tone {
    /// Fills with it.
    pub fill: &'static str,
    /// Strokes with it.
    pub stroke: &'static str,
    /// In the light theme.
    pub light: &'static str,
    /// In the dark theme.
    pub dark: &'static str,
}

const fn tone(fill: &'static str, stroke: &'static str, light: &'static str, dark: &'static str) -> Tone {
    Tone {
        fill,
        stroke,
        light,
        dark,
    }
}

/// All of them, in the order of the style sheet.
pub(super) const TONES: [Tone; 12] = [
    tone("f0", "s0", "#3159E7", "#518CFF"),
    tone("f1", "s1", "#BB2A2D", "#E67F4C"),
    tone("f2", "s2", "#0D9E76", "#6EED99"),
    tone("f3", "s3", "#600E73", "#F6A9FF"),
    tone("f4", "s4", "#C67700", "#E3E85C"),
    tone("f5", "s5", "#393E44", "#B2DBD2"),
    INK,
    MUTED,
    LINE,
    FAINT,
    GROUND,
    PANEL,
];

/// What is to be read first.
pub(super) const INK: Tone = tone("ink", "sink", "#1B1F24", "#ECEFF3");
/// What explains.
pub(super) const MUTED: Tone = tone("mut", "smut", "#57606A", "#A9B4C0");
/// The axis.
pub(super) const LINE: Tone = tone("fln", "ln", "#8C959F", "#7D8794");
/// Lines that only guide.
pub(super) const FAINT: Tone = tone("ffnt", "fnt", "#D5DAE0", "#39414C");
/// The canvas.
pub(super) const GROUND: Tone = tone("bg", "sbg", "#FFFFFF", "#14171C");
/// The strip's background.
pub(super) const PANEL: Tone = tone("pan", "span", "#F4F6F8", "#1D2229");
/// The publication line.
pub(super) const PUBLISHED: Tone = TONES[1];
/// Several certainties under one date, and the legend's bars.
pub(super) const NEUTRAL: Tone = TONES[5];

/// The tone of a colour that one of plotters' own elements is drawn in.
pub(super) fn by_rgb((r, g, b): (u8, u8, u8)) -> Option<Tone> {
    TONES.into_iter().find(|t| rgb(*t) == RGBColor(r, g, b))
}

/// The light value as plotters has it.
pub(super) fn rgb(tone: Tone) -> RGBColor {
    let byte = |i: usize| {
        tone.light
            .get(i..i + 2)
            .and_then(|h| u8::from_str_radix(h, 16).ok())
            .unwrap_or(0)
    };
    RGBColor(byte(1), byte(3), byte(5))
}

/// Common sans families, the viewer's own first. The bound on widths holds for all that are named.
pub(super) const FONTS: &str =
    "Inter,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans','Liberation Sans','DejaVu Sans',sans-serif";

/// The style sheet: dark screens, and the pointer over an event.
pub(super) fn style_sheet() -> String {
    let mut css = String::from("text{white-space:pre}.when:hover .lead{stroke-width:2.4}");
    css.push_str("@media screen and (prefers-color-scheme:dark){");
    for t in TONES {
        for (class, property) in [(t.fill, "fill"), (t.stroke, "stroke")] {
            for part in [".", class, "{", property, ":", t.dark, "}"] {
                css.push_str(part);
            }
        }
    }
    css.push('}');
    css
}

#[cfg(test)]
#[path = "theme_tests.rs"]
mod tests;

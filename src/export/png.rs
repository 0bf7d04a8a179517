use super::{ExportError, Format};
use crate::chart::{ChartOptions, draw_plainly};
use crate::timeline::Timeline;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, Stretch, Style};
use resvg::usvg::{Options, Tree};
use std::sync::Arc;

/// The most pixels of one image: four bytes each are held at a time.
const MOST: u64 = 100_000_000;

/// The chart as an image of dots, in the light theme.
///
/// Without a font of its own it takes those of the system, and then its bytes are the same only where the fonts are.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Png {
    /// How it is to look.
    pub options: ChartOptions,
    /// The content of font files. The first is preferred, the others and those of the system stand in for letters that
    /// it does not have.
    pub fonts: Vec<Vec<u8>>,
    /// Whether the system's fonts are left aside.
    pub own_fonts_only: bool,
}

impl Png {
    /// A chart that looks as the options say.
    pub fn new(options: ChartOptions) -> Png {
        Png {
            options,
            ..Png::default()
        }
    }

    /// One more font, as the content of its file (TrueType or OpenType).
    ///
    /// # Errors
    ///
    /// When that is no font.
    pub fn font(mut self, content: Vec<u8>) -> Result<Png, ExportError> {
        let mut alone = Database::new();
        alone.load_font_data(content.clone());
        if alone.is_empty() {
            return Err(ExportError(
                "this is no font; give a TrueType or OpenType file (.ttf, .otf, .ttc)".into(),
            ));
        }
        self.fonts.push(content);
        Ok(self)
    }

    fn database(&self) -> Result<Database, ExportError> {
        let mut given = Database::new();
        for content in &self.fonts {
            given.load_font_data(content.clone());
        }
        let mut others = Database::new();
        if !self.own_fonts_only {
            others.load_system_fonts();
        }
        // A letter that the chosen font does not have is taken from the first that has it, so these are put in order.
        let mut rest: Vec<FaceInfo> = others.faces().cloned().collect();
        rest.sort_by_cached_key(rank);
        let mut fonts = given;
        for face in rest {
            fonts.push_face_info(face);
        }
        // Without a font all text would be missing, and nothing would say so.
        if fonts.is_empty() {
            return Err(ExportError(
                "no font was found to write the image's text with: give one by --font FILE, or install one"
                    .into(),
            ));
        }
        // What stands in where none of the families is there: else that text would be missing too.
        if let Some(name) = first_family(&fonts) {
            fonts.set_sans_serif_family(name.as_str());
            fonts.set_serif_family(name.as_str());
        }
        Ok(fonts)
    }
}

fn first_family(fonts: &Database) -> Option<String> {
    let (name, _) = fonts.faces().next()?.families.first()?;
    Some(name.clone())
}

/// Plain sans faces first, then in an order that does not depend on that of the files.
fn rank(face: &FaceInfo) -> impl Ord + use<> {
    let name = face.families.first().map_or("", |(name, _)| name.as_str());
    let kind = match name {
        n if n.contains("Serif") || n.contains("Mono") => 2,
        n if n.contains("Sans") => 0,
        _ => 1,
    };
    let slanted = face.style != Style::Normal;
    let stretched = face.stretch != Stretch::Normal;
    let weight = face.weight.0.abs_diff(400);
    (
        kind,
        slanted,
        stretched,
        weight,
        name.to_owned(),
        face.post_script_name.clone(),
        face.index,
    )
}

impl Format for Png {
    fn name(&self) -> &'static str {
        "png"
    }

    fn write(&self, _: &Timeline) -> Result<String, ExportError> {
        Err(ExportError("an image is no text".into()))
    }

    fn files(&self, timeline: &Timeline) -> Result<Vec<Vec<u8>>, ExportError> {
        let fonts = self.database()?;
        // The stack of families names none of the given ones, so the first of them goes before it.
        let preferred = first_family(&fonts).filter(|_| !self.fonts.is_empty());
        let preferred = preferred.map(|name| name.replace(['\'', '"', '<', '&'], " "));
        let options = Options {
            fontdb: Arc::new(fonts),
            ..Options::default()
        };
        let pages = draw_plainly(timeline, &self.options).map_err(|e| ExportError(e.to_string()))?;
        let mut images = Vec::with_capacity(pages.len());
        for svg in pages {
            let svg = match &preferred {
                Some(name) => svg.replacen(" font-family=\"", &format!(" font-family=\"'{name}',"), 1),
                None => svg,
            };
            images.push(image(&svg, &options)?);
        }
        Ok(images)
    }
}

fn image(svg: &str, options: &Options<'_>) -> Result<Vec<u8>, ExportError> {
    let failed = |e: &dyn std::fmt::Display| ExportError(format!("the image could not be made: {e}"));
    let tree = Tree::from_str(svg, options).map_err(|e| failed(&e))?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width(), size.height());
    if u64::from(width) * u64::from(height) > MOST {
        return Err(ExportError(format!(
            "an image of {width} by {height} pixels is too large; --pages makes several of it"
        )));
    }
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| failed(&"it has no width or no height"))?;
    resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|e| failed(&e))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline() -> Timeline {
        let json = r#"{"schema":"dateline/1","title":"Harbour","events":[{"id":"e1","statement":"the harbour opened",
            "when":{"value":"2025-01-24","start":"2025-01-24","end":"2025-01-25"}}]}"#;
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn without_a_font_there_is_no_image() {
        let mut png = Png::new(ChartOptions::new());
        png.own_fonts_only = true;
        let refused = png.files(&timeline()).unwrap_err();
        assert!(refused.0.contains("--font FILE"), "{refused}");
        let refused = png.font(b"no font at all".to_vec()).unwrap_err();
        assert!(refused.0.contains(".ttf"), "{refused}");
    }

    #[test]
    fn lines_from_right_to_left_stand_alone() {
        let mut timeline = timeline();
        timeline.events[0].statement = "הנמל נפתח ".repeat(20);
        let pages = draw_plainly(&timeline, &ChartOptions::new()).unwrap();
        assert!(!pages[0].contains("direction=") && pages[0].contains("text-anchor=\"end\">הנמל"));
    }

    /// Only where there is a font to draw with.
    #[test]
    fn the_same_image_every_time() {
        let png = Png::new(ChartOptions::new().width(400));
        let Ok(first) = png.files(&timeline()) else {
            return;
        };
        assert!(first[0].starts_with(b"\x89PNG\r\n"));
        assert_eq!(Ok(first), png.files(&timeline()));
    }
}

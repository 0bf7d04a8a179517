//! A chart that stands alone becomes a part of the page.
//!
//! The chart is drawn by [`crate::chart::draw`] as for a file of its own, then its markup is passed through once: ids
//! get a prefix, for two charts of the same events stand on one page; events become links; what only a picture needs
//! for those who can't see it goes, for here they can follow the links.

use super::links::{Links, why_id};
use crate::chart::date_words;
use crate::timeline::{Event, Timeline};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, BytesText, Event as Xml};
use std::collections::HashMap;

/// A chart ready for the page, and where in it each event stands.
pub(super) struct Inline {
    pub svg: String,
    /// Its height in pixels.
    pub height: i64,
    /// By event id, in parts of 10,000 of its height: top and height.
    pub places: HashMap<String, (i64, i64)>,
}

/// What is kept of a chart.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// Before each of its ids.
    pub prefix: &'static str,
    pub class: &'static str,
    /// Whether its events keep what a pointer shows: where there is none, it would only be weight.
    pub has_tips: bool,
}

/// The chart as a part of the page; `None` when it is no SVG, which our own always is.
pub(super) fn inline(svg: &str, timeline: &Timeline, links: &Links<'_>, form: Form) -> Option<Inline> {
    let events = timeline.events.iter().map(|e| (e.id.as_str(), e)).collect();
    let mut pass = Pass {
        links,
        form,
        events,
        out: String::with_capacity(svg.len()),
        open: Vec::new(),
        skip: None,
        height: 0,
        event: None,
        extents: HashMap::new(),
    };
    let mut reader = Reader::from_str(svg);
    loop {
        match reader.read_event().ok()? {
            Xml::Start(tag) => pass.start(&tag, false)?,
            Xml::Empty(tag) => pass.start(&tag, true)?,
            Xml::End(_) => pass.end(),
            Xml::Text(text) => pass.text(&text),
            Xml::GeneralRef(name) if pass.skip.is_none() => {
                pass.out.push('&');
                pass.out.push_str(&name);
                pass.out.push(';');
            }
            Xml::Eof => break,
            _ => {}
        }
    }
    let height = pass.height.max(1);
    let part = |n: i64| n * 10_000 / height;
    let places = pass.extents.into_iter();
    Some(Inline {
        places: places
            .map(|(id, (top, bottom))| (id, (part(top), part(bottom - top))))
            .collect(),
        height: height / 10,
        svg: pass.out,
    })
}

struct Pass<'a, 't> {
    links: &'a Links<'t>,
    form: Form,
    events: HashMap<&'t str, &'t Event>,
    out: String,
    /// The names under which open elements are to be closed.
    open: Vec<String>,
    /// The depth of an element that is left out.
    skip: Option<usize>,
    height: i64,
    /// The event that is being passed through, and its depth.
    event: Option<(String, usize)>,
    /// From where to where its texts reach, in tenths of a pixel.
    extents: HashMap<String, (i64, i64)>,
}

impl Pass<'_, '_> {
    fn start(&mut self, tag: &BytesStart<'_>, is_empty: bool) -> Option<()> {
        let name = tag.name();
        let name = name.as_ref().to_owned();
        let mut attributes = Vec::new();
        for attribute in tag.attributes() {
            let attribute = attribute.ok()?;
            // The value as it stands, escapes and all.
            attributes.push((attribute.key.as_ref().to_owned(), attribute.value.into_owned()));
        }
        let depth = self.open.len();
        let of_event = self.event.is_some();
        let left_out = match name.as_str() {
            // The page has its own; a tip over the whole chart would cover those of its events.
            "title" | "desc" if depth == 1 => true,
            "title" => of_event && !self.form.has_tips,
            _ => false,
        };
        if left_out && self.skip.is_none() && !is_empty {
            self.skip = Some(depth);
        }
        if self.skip.is_some() || left_out {
            if !is_empty {
                self.open.push(name);
            }
            return Some(());
        }
        let value = |key: &str| attributes.iter().find(|(k, _)| k == key).map(|(_, v)| v.clone());
        let event = value("id")
            .filter(|_| name == "g")
            .and_then(|id| self.events.get(id.as_str()).copied());
        if depth == 0 {
            self.height = tenths(&value("height")?)?;
            self.root(attributes);
        } else if let Some(event) = event {
            self.event = Some((event.id.clone(), depth));
            self.link(event, attributes);
            self.open.push("a".into());
            return Some(());
        } else {
            self.extent(&name, &value);
            self.tag(&name, attributes, &[]);
        }
        self.out.push_str(if is_empty { "/>" } else { ">" });
        if !is_empty {
            self.open.push(name);
        }
        Some(())
    }

    fn end(&mut self) {
        let Some(name) = self.open.pop() else { return };
        let depth = self.open.len();
        match self.skip {
            Some(skipped) if depth <= skipped => self.skip = None,
            Some(_) => {}
            None => {
                self.out.push_str("</");
                self.out.push_str(&name);
                self.out.push('>');
            }
        }
        if self.event.as_ref().is_some_and(|(_, d)| *d >= depth) {
            self.event = None;
        }
    }

    fn text(&mut self, text: &BytesText<'_>) {
        if self.skip.is_none() {
            // As it stands, escapes and all.
            self.out.push_str(text);
        }
    }

    fn root(&mut self, attributes: Vec<(String, String)>) {
        let dropped = ["role", "aria-labelledby", "xmlns", "class"];
        // What the chart's own style sheet goes by stays.
        let theirs = attributes.iter().find(|(k, _)| k == "class");
        let class = match theirs {
            Some((_, class)) => format!("{} {class}", self.form.class),
            None => self.form.class.to_owned(),
        };
        let own = [
            ("class", class.as_str()),
            ("role", "group"),
            ("aria-label", "Events in order of time"),
        ];
        let kept = attributes
            .into_iter()
            .filter(|(k, _)| !dropped.contains(&k.as_str()))
            .collect();
        self.tag("svg", kept, &own);
    }

    /// An event is a link to its first words in the text; without those, to how its date was worked out.
    fn link(&mut self, event: &Event, attributes: Vec<(String, String)>) {
        let target = self
            .links
            .marks(event)
            .into_iter()
            .next()
            .unwrap_or_else(|| why_id(&event.id));
        let label = format!("{}: {}", date_words(event), event.headline());
        let class = match attributes.iter().find(|(k, _)| k == "class") {
            Some((_, class)) => format!("{class} {}", self.links.classes(event)),
            None => self.links.classes(event),
        };
        let others = attributes.into_iter().filter(|(k, _)| k != "class").collect();
        let mut own = String::new();
        for (key, value) in [
            ("href", format!("#{target}")),
            ("class", class),
            ("data-e", event.id.clone()),
            ("aria-label", label),
        ] {
            own.push_str(&format!(" {key}=\""));
            super::html::escape(&mut own, &value);
            own.push('"');
        }
        self.tag("a", others, &[]);
        self.out.push_str(&own);
        self.out.push('>');
    }

    /// A tag without its end: its attributes with ids prefixed, then ours.
    fn tag(&mut self, name: &str, attributes: Vec<(String, String)>, own: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            let value = match key.as_str() {
                "id" => format!("{}{value}", self.form.prefix),
                _ => value.replace("url(#", &format!("url(#{}", self.form.prefix)),
            };
            self.out.push_str(&format!(" {key}=\"{value}\""));
        }
        for (key, value) in own {
            self.out.push_str(&format!(" {key}=\"{value}\""));
        }
    }

    /// A text of an event stretches the place that it takes.
    fn extent(&mut self, name: &str, value: &dyn Fn(&str) -> Option<String>) {
        let Some((id, _)) = &self.event else { return };
        let number = |key: &str| value(key).and_then(|v| tenths(&v));
        match name {
            "text" => {
                let (Some(y), size) = (number("y"), number("font-size").unwrap_or(150)) else {
                    return;
                };
                let (top, bottom) = (y - size - 30, y + size / 3 + 30);
                let extent = self.extents.entry(id.clone()).or_insert((top, bottom));
                *extent = (extent.0.min(top), extent.1.max(bottom));
            }
            "tspan" => {
                if let (Some(dy), Some(extent)) = (number("dy"), self.extents.get_mut(id)) {
                    extent.1 += dy;
                }
            }
            _ => {}
        }
    }
}

/// "12.3" as 123.
fn tenths(number: &str) -> Option<i64> {
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let sign = if number.starts_with('-') { -1 } else { 1 };
    Some(whole.parse::<i64>().ok()? * 10 + sign * part.get(..1)?.parse::<i64>().ok()?)
}

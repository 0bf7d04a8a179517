//! Web pages. The tokenizer is html5gum: it follows the standard, gives the exact bytes of each tag and run of words,
//! and brings no other crate. Which words belong to the article is decided here, on a stack of open elements.

use super::draft::assemble;
use super::html_tags::{self as tags, Drop, Flow};
use super::html_text::{self, Step};
use super::jsonld::JsonLd;
use super::{BlockKind, Document, encoding::Decoded};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::collections::HashMap;
use std::ops::Range;

/// A page with fewer bytes than this left was cleaned too hard.
const TOO_LITTLE: usize = 160;

/// The article of a page. With `text_only` all words that a reader sees are kept.
pub(super) fn read(decoded: &Decoded, text_only: bool) -> Document {
    let mut page = Page::new(&decoded.text);
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(decoded.text.as_str(), emitter) {
        match token {
            Token::StartTag(tag) => page.start(&tag),
            Token::EndTag(tag) => page.end(&String::from_utf8_lossy(&tag.name), tag.span.start),
            Token::String(words) => page.words(words.span.start..words.span.end),
            _ => {}
        }
    }
    let choice = if text_only { Choice::ALL } else { page.choose() };
    let steps = page
        .steps
        .iter()
        .filter(|s| choice.takes(&s.place))
        .map(|s| &s.step);
    let mut drafts = html_text::blocks(&decoded.text, steps);
    let mut seen = false;
    for draft in &mut drafts {
        if draft.kind == BlockKind::Headline && !draft.text.trim().is_empty() {
            if seen {
                draft.kind = BlockKind::Heading;
            }
            seen = true;
        }
    }
    let mut doc = assemble(&drafts, decoded, !text_only);
    page.metadata(&choice, &mut doc);
    doc
}

/// Where in the page a step stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    drop: Drop,
    /// The outermost article it is in, from 1.
    article: usize,
    main: bool,
}

struct Placed {
    place: Place,
    step: Step,
}

/// Which part of the page is the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    drop: Drop,
    article: Option<usize>,
    main: bool,
}

impl Choice {
    const ALL: Choice = Choice {
        drop: Drop::Tag,
        article: None,
        main: false,
    };

    pub(super) fn takes(&self, place: &Place) -> bool {
        place.drop <= self.drop
            && self.article.is_none_or(|a| a == place.article)
            && (!self.main || place.main)
    }
}

pub(super) struct Open {
    name: String,
    pub(super) place: Place,
    kind: BlockKind,
    pre: bool,
    block: bool,
}

pub(super) struct Page<'a> {
    pub(super) source: &'a str,
    pub(super) stack: Vec<Open>,
    /// How many elements of a name are open, so that a stray end tag is known without a search.
    count: HashMap<String, usize>,
    articles: usize,
    steps: Vec<Placed>,
    /// The fields of the page's head and its `<time>` elements: field, value.
    pub(super) metas: Vec<(String, String)>,
    pub(super) times: Vec<(String, Place, usize)>,
    pub(super) og_title: Option<String>,
    pub(super) title: Option<Range<usize>>,
    pub(super) url: Option<String>,
    pub(super) json: JsonLd,
    in_json: bool,
    pub(super) words: usize,
}

impl<'a> Page<'a> {
    fn new(source: &'a str) -> Page<'a> {
        Page {
            source,
            stack: Vec::new(),
            count: HashMap::new(),
            articles: 0,
            steps: Vec::new(),
            metas: Vec::new(),
            times: Vec::new(),
            og_title: None,
            title: None,
            url: None,
            json: JsonLd::default(),
            in_json: false,
            words: 0,
        }
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let attribute = |key: &str| {
            let value = tag.attributes.get(key.as_bytes());
            value.map_or_else(String::new, |v| String::from_utf8_lossy(v).trim().to_owned())
        };
        self.meta(&name, &attribute);
        self.close_implied(&name, tag.span.start);
        let flow = tags::flow(&name);
        let mut place = self.stack.last().map_or_else(Place::default, |o| o.place);
        let inside = place.article > 0 || place.main;
        let role = attribute("role");
        place.drop = place.drop.max(tags::by_tag(&name, &role, inside));
        let hidden = || {
            let attribute_set = tag.attributes.contains_key(b"hidden".as_slice());
            tags::hidden(&attribute("style"), &attribute("aria-hidden"), attribute_set)
        };
        if tags::by_hint(&name, &attribute("class"), &attribute("id")) || hidden() {
            place.drop = place.drop.max(Drop::Hint);
        }
        if name == "article" && place.article == 0 {
            self.articles += 1;
            place.article = self.articles;
        }
        place.main |= name == "main" || role == "main";
        match flow {
            Flow::Void => return,
            Flow::Line => return self.step(place, Step::White('\n', tag.span.start)),
            Flow::Cell => self.step(place, Step::White('\t', tag.span.start)),
            Flow::Block(_) => self.step(place, Step::Break),
            Flow::Inline => {}
        }
        if name == "hr" || tag.self_closing && flow == Flow::Inline {
            return;
        }
        let (outer, pre) = self
            .stack
            .last()
            .map_or((BlockKind::Paragraph, false), |o| (o.kind, o.pre));
        let kind = match flow {
            Flow::Block(Some(kind)) => kind,
            // A paragraph in a table's cell is a paragraph: pages are laid out with tables.
            Flow::Block(None)
                if self
                    .stack
                    .last()
                    .is_some_and(|o| tags::flow(&o.name) == Flow::Cell) =>
            {
                BlockKind::Paragraph
            }
            _ => outer,
        };
        *self.count.entry(name.clone()).or_default() += 1;
        self.in_json = name == "script" && attribute("type").to_ascii_lowercase().contains("ld+json");
        self.stack.push(Open {
            pre: pre || name == "pre",
            block: flow != Flow::Inline,
            name,
            place,
            kind,
        });
    }

    /// Elements whose end tag may be left out end where the next one begins.
    fn close_implied(&mut self, tag: &str, at: usize) {
        if matches!(tags::flow(tag), Flow::Block(_) | Flow::Cell)
            && self.count.get("p").is_some_and(|n| *n > 0)
        {
            self.end("p", at);
        }
        loop {
            // A bounded look past open inline elements, so that a heap of them costs no more than its own length.
            let nearest = self.stack.iter().rev().take(16).find(|o| o.block);
            match nearest.map(|o| o.name.clone()) {
                Some(open) if tags::closes(tag, &open) => self.end(&open, at),
                _ => return,
            }
        }
    }

    fn end(&mut self, name: &str, at: usize) {
        if self.count.get(name).is_none_or(|n| *n == 0) {
            // `</p>` and `</br>` without a start part the text all the same.
            if matches!(name, "p" | "br") {
                let place = self.stack.last().map_or_else(Place::default, |o| o.place);
                self.step(place, Step::White('\n', at));
            }
            return;
        }
        while let Some(open) = self.stack.pop() {
            if let Some(n) = self.count.get_mut(&open.name) {
                *n = n.saturating_sub(1);
            }
            match tags::flow(&open.name) {
                Flow::Block(_) => self.step(open.place, Step::Break),
                Flow::Cell => self.step(open.place, Step::White('\t', at)),
                _ => {
                    // What was taken out of a line leaves a blank, lest its neighbours grow together.
                    let outer = self.stack.last().map_or_else(Place::default, |o| o.place);
                    if open.place.drop > outer.drop {
                        self.step(outer, Step::White(' ', at));
                    }
                }
            }
            if open.name == name {
                return;
            }
        }
    }

    fn step(&mut self, place: Place, step: Step) {
        // What is left out parts the text too: a dropped aside stands between two paragraphs.
        let place = if matches!(step, Step::Break) {
            Place {
                drop: Drop::No,
                ..place
            }
        } else {
            place
        };
        if place.drop < Drop::Never {
            self.steps.push(Placed { place, step });
        }
    }

    fn words(&mut self, range: Range<usize>) {
        let Some(text) = self.source.get(range.clone()) else {
            return;
        };
        let (place, kind, pre) = match self.stack.last() {
            Some(open) => (open.place, open.kind, open.pre),
            None => (Place::default(), BlockKind::Paragraph, false),
        };
        if self.in_json {
            self.in_json = false;
            return self.json.script(text);
        }
        if self.title.is_none() && self.stack.last().is_some_and(|o| o.name == "title") {
            let in_picture = self.count.get("svg").is_some_and(|n| *n > 0);
            self.title = Some(range.clone()).filter(|_| !in_picture);
        }
        let mut place = place;
        // "1953" with the footnote 1 is not 19531; "3rd" keeps its end.
        let raised = self.count.get("sup").is_some_and(|n| *n > 0);
        if raised
            && text
                .trim_start()
                .starts_with(|c: char| c.is_ascii_digit() || "[*†‡]".contains(c))
        {
            place.drop = place.drop.max(Drop::Hint);
        }
        if place.drop == Drop::No {
            self.words += text.trim().len();
        }
        self.step(place, Step::Words { range, kind, pre });
    }

    /// The article that holds most of the page's words, else main, else everything; less cleaning where too little
    /// is left.
    fn choose(&self) -> Choice {
        let mut choice = Choice {
            drop: Drop::No,
            article: None,
            main: false,
        };
        for drop in [Drop::No, Drop::Form, Drop::Hint, Drop::Tag] {
            let mut per_article = vec![0; self.articles + 1];
            let (mut in_main, mut all) = (0, 0);
            for placed in &self.steps {
                let Step::Words { range, .. } = &placed.step else {
                    continue;
                };
                if placed.place.drop <= drop {
                    let len = self.source[range.clone()].trim().len();
                    all += len;
                    in_main += if placed.place.main { len } else { 0 };
                    per_article[placed.place.article] += len;
                }
            }
            let articles: usize = per_article[1..].iter().sum();
            let best = (1..=self.articles).max_by_key(|a| (per_article[*a], usize::MAX - a));
            let article =
                best.filter(|a| per_article[*a] * 2 > articles && per_article[*a] * 4 > in_main.max(all / 4));
            let chosen = Choice {
                drop,
                article,
                main: article.is_none() && in_main * 4 > all,
            };
            let size = article.map_or(if chosen.main { in_main } else { all }, |a| per_article[a]);
            let before = self.size(&choice);
            if before >= TOO_LITTLE {
                break;
            }
            // The first choice stands unless a looser one has several times as much.
            if drop == Drop::No
                || before == 0 && size > 0
                || drop < Drop::Tag && before < TOO_LITTLE && size > before * 4
            {
                choice = chosen;
            }
        }
        choice
    }

    fn size(&self, choice: &Choice) -> usize {
        let words = self.steps.iter().filter(|s| choice.takes(&s.place));
        words
            .filter_map(|s| match &s.step {
                Step::Words { range, .. } => Some(self.source[range.clone()].trim().len()),
                _ => None,
            })
            .sum()
    }
}

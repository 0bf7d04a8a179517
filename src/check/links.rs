//! Which events a text's dates are tied to, against the links that a corpus draws between them.

use super::gold::{GoldError, body, created, decoded, gold_files, opened, stripped};
use super::markup::{attribute, is_tag, next_tag};
use super::score::{Half, context, percent, ratio, step};
use crate::document::Document;
use crate::resolve::{Settings, contexts, resolve};
use crate::rules::{Link, Meaning, Mention, Reference};
use crate::statement::date_links;
use crate::tagged::{Tagged, tag};
use crate::text::{self, Sentence, Token};
use crate::{Options, time::Day};
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// An annotated text with its events, its time expressions and the links between the two.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoldLinks {
    /// The file's name without `.tml`.
    pub name: String,
    /// The text, as [`super::GoldDocument`] reads it.
    pub text: String,
    /// Its events, in order: their bytes and their ids.
    pub events: Vec<(Range<usize>, String)>,
    /// Its time expressions, in order: their bytes and their ids. The creation time stands outside the text and is none.
    pub timexes: Vec<(Range<usize>, String)>,
    /// The day of the document creation time.
    pub created: Option<Day>,
    /// Whether an event lies within an expression, by both ids. Only linked ones are here.
    pub within: BTreeMap<(String, String), bool>,
}

/// What was counted over a corpus. Only links inside a sentence count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct LinkScore {
    /// How many documents.
    pub documents: usize,
    /// Pairs that the program made, judged by the corpus or not.
    pub made: usize,
    /// Of those, pairs that the corpus links.
    pub judged: usize,
    /// Of those, pairs that the corpus links as within.
    pub right: usize,
    /// Pairs of the corpus that it links as within.
    pub gold: usize,
    /// Each disagreement, document after document.
    pub errors: Vec<LinkError>,
}

/// One disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LinkError {
    /// `WRONG`: made, and the corpus links the two another way. `MISS`: the corpus links them as within, and they were
    /// not made.
    pub kind: &'static str,
    /// The document.
    #[serde(rename = "doc")]
    pub document: String,
    /// The character of its text where the expression begins.
    pub start: usize,
    /// The expression.
    pub text: String,
    /// The event's word.
    pub event: String,
    /// The words around the expression, itself in double square brackets, line ends as `⏎`.
    pub context: String,
}

impl LinkScore {
    /// Of the pairs made and judged, how many lie within, in per cent with two decimals.
    pub fn precision(&self) -> f64 {
        percent(ratio(self.right, self.judged))
    }

    /// Of the corpus's pairs within, how many were made.
    pub fn recall(&self) -> f64 {
        percent(ratio(self.right, self.gold))
    }

    /// The disagreements by kind, then by document and place.
    pub fn sorted_errors(&self) -> Vec<&LinkError> {
        let mut errors: Vec<_> = self.errors.iter().collect();
        errors.sort_by_key(|e| (e.kind, &e.document, e.start));
        errors
    }

    /// Counts a document. The corpus's expressions are given, as if they had all been found as they stand; a pair is an
    /// expression and the event that its verb or noun is marked as.
    pub fn add(&mut self, gold: &GoldLinks) {
        self.documents += 1;
        let tagged = given(gold);
        let sentence_of = |byte: usize| sentence_at(&tagged.sentences, byte);
        let mut made: Vec<(usize, usize)> = Vec::new();
        for link in date_links(&tagged) {
            let event = |token: usize| {
                let bytes = tagged.tokens.get(token)?.range();
                let at = gold.events.partition_point(|(e, _)| e.end <= bytes.start);
                gold.events
                    .get(at)
                    .filter(|(e, _)| e.start < bytes.end)
                    .map(|_| at)
            };
            if let Some(event) = event(link.head) {
                made.push((event, link.mention));
            }
        }
        made.sort_unstable();
        made.dedup();
        self.made += made.len();
        let mut errors = Vec::new();
        for (e, (place, event)) in gold.events.iter().enumerate() {
            for (t, (span, timex)) in gold.timexes.iter().enumerate() {
                if sentence_of(place.start) != sentence_of(span.start) {
                    continue;
                }
                let linked = gold.within.get(&(event.clone(), timex.clone())).copied();
                let ours = made.binary_search(&(e, t)).is_ok();
                self.gold += usize::from(linked == Some(true));
                self.judged += usize::from(ours && linked.is_some());
                self.right += usize::from(ours && linked == Some(true));
                match (ours, linked) {
                    (true, Some(false)) => errors.push(("WRONG", e, t)),
                    (false, Some(true)) => errors.push(("MISS", e, t)),
                    _ => {}
                }
            }
        }
        let chars: Vec<char> = gold.text.chars().collect();
        let words = |range: &Range<usize>| gold.text.get(range.clone()).unwrap_or_default();
        self.errors.extend(errors.into_iter().map(|(kind, e, t)| {
            let (span, place) = (&gold.timexes[t].0, &gold.events[e].0);
            let start = words(&(0..span.start)).chars().count();
            let length = words(span).chars().count();
            LinkError {
                kind,
                document: gold.name.clone(),
                start,
                text: words(span).to_owned(),
                event: words(place).to_owned(),
                context: context(&chars, start, start + length),
            }
        }));
    }
}

/// Ties the dates of every document of a corpus to its events and holds the pairs against the corpus's links. One that
/// can't be read ends it.
pub fn evaluate_links(folder: &Path, half: Option<Half>) -> Result<LinkScore, GoldError> {
    let (first, step) = step(half);
    let mut score = LinkScore::default();
    for file in gold_files(folder)?.iter().skip(first).step_by(step) {
        score.add(&GoldLinks::open(file)?);
    }
    Ok(score)
}

/// The text with the corpus's expressions in the place of those that the program would find.
fn given(gold: &GoldLinks) -> Tagged {
    let mut options = Options::new().text_only(true);
    if let Some(day) = gold.created {
        options = options.published(day);
    }
    let mut tagged = tag(Document::from_text(&gold.name, &gold.text), &options);
    let found = std::mem::take(&mut tagged.mentions);
    let meaning = |bytes: &Range<usize>| {
        let at = found.partition_point(|m| m.range.end <= bytes.start);
        let found = found.get(at).filter(|m| m.range.start < bytes.end);
        found.map_or(Meaning::Reference(Reference::Present), |m| m.meaning.clone())
    };
    tagged.mentions = gold
        .timexes
        .iter()
        .map(|(bytes, _)| Mention {
            range: bytes.clone(),
            tokens: tokens_of(&tagged.tokens, bytes),
            meaning: meaning(bytes),
            rule: "given",
            link: Link::None,
        })
        .collect();
    // Everything else that goes by the place of a mention in the list.
    let keep: Vec<_> = gold.timexes.iter().map(|(bytes, _)| bytes.clone()).collect();
    let blocks: Vec<_> = tagged.document.blocks.iter().map(|b| b.range.clone()).collect();
    let (text, tokens) = (&tagged.document.text, &tagged.tokens);
    tagged.sentences = text::sentences(text, tokens, &keep, &blocks);
    tagged.contexts = contexts(text, tokens, &tagged.sentences, &tagged.mentions, tagged.mode);
    let mut settings = Settings::published(gold.created);
    settings.mode = tagged.mode;
    tagged.whens = resolve(&tagged.mentions, &tagged.contexts, &settings);
    tagged.date_lines.clear();
    tagged.verbs.clear();
    tagged
}

/// The tokens of a stretch of bytes.
fn tokens_of(tokens: &[Token], bytes: &Range<usize>) -> Range<usize> {
    let start = tokens.partition_point(|t| t.end as usize <= bytes.start);
    let end = tokens.partition_point(|t| (t.start as usize) < bytes.end);
    start..end.max(start)
}

fn sentence_at(sentences: &[Sentence], byte: usize) -> usize {
    sentences.partition_point(|s| s.bytes.end <= byte)
}

impl GoldLinks {
    /// Opens a corpus file.
    pub fn open(path: &Path) -> Result<GoldLinks, GoldError> {
        let (shown, name, bytes) = opened(path)?;
        let mut gold = GoldLinks::parse(&shown, &bytes)?;
        gold.name = name;
        Ok(gold)
    }

    /// Reads a corpus file's bytes; `name` is for messages and for the list of errors.
    pub fn parse(name: &str, bytes: &[u8]) -> Result<GoldLinks, GoldError> {
        let source = decoded(bytes);
        let body = body(&source).ok_or_else(|| GoldError::NoText {
            path: name.to_owned(),
        })?;
        let (text, events) = stripped(body, "EVENT");
        let (_, timexes) = stripped(body, "TIMEX3");
        let named = |marks: Vec<(Range<usize>, &str)>, id: &str| {
            let mut named: Vec<(Range<usize>, String)> = Vec::new();
            for (bytes, tag) in marks {
                let inside = named.last().is_some_and(|(last, _)| last.end > bytes.start);
                if let Some(id) = attribute(tag, id).filter(|_| !bytes.is_empty() && !inside) {
                    named.push((bytes, id));
                }
            }
            named
        };
        Ok(GoldLinks {
            name: name.to_owned(),
            events: named(events, "eid"),
            timexes: named(timexes, "tid"),
            created: created(name, &source)?,
            within: links(&source),
            text,
        })
    }
}

/// The TLINKs between an event and an expression. One that is within by one link and otherwise by another counts as
/// within.
fn links(source: &str) -> BTreeMap<(String, String), bool> {
    let (mut events, mut links) = (BTreeMap::new(), Vec::new());
    let mut at = 0;
    while let Some(range) = next_tag(source, at) {
        at = range.end;
        let tag = &source[range];
        if is_tag(tag, "MAKEINSTANCE") {
            if let (Some(id), Some(event)) = (attribute(tag, "eiid"), attribute(tag, "eventID")) {
                events.insert(id, event);
            }
        } else if is_tag(tag, "TLINK") {
            let kind = attribute(tag, "relType").unwrap_or_default();
            let place = |name: &str| attribute(tag, name);
            if let Some((event, timex)) = place("eventInstanceID").zip(place("relatedToTime")) {
                let within = ["IS_INCLUDED", "SIMULTANEOUS", "DURING", "IDENTITY"].contains(&kind.as_str());
                links.push((event, timex, within));
            } else if let Some((timex, event)) = place("timeID").zip(place("relatedToEventInstance")) {
                let within = ["INCLUDES", "SIMULTANEOUS", "DURING_INV", "IDENTITY"].contains(&kind.as_str());
                links.push((event, timex, within));
            }
        }
    }
    let mut out = BTreeMap::new();
    for (event, timex, within) in links {
        if let Some(event) = events.get(&event) {
            *out.entry((event.clone(), timex)).or_insert(false) |= within;
        }
    }
    out
}

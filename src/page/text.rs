//! The article, its expressions marked.

use super::about::{sentence_id, undated_id};
use super::article::{Article, Mark, bytes_of};
use super::html::Html;
use super::links::{Links, event_id};
use crate::chart::date_words;
use crate::document::{Block, BlockKind};
use crate::timeline::{Timeline, Undated};
use std::ops::Range;

/// A document's article. Every character of the text between the blocks' ends is in it.
pub(super) fn article(
    out: &mut Html,
    timeline: &Timeline,
    links: &Links<'_>,
    article: &Article,
    document: usize,
) {
    let several = timeline.documents.len() > 1;
    let title = timeline.documents.get(document).and_then(|d| d.title.as_deref());
    out.raw("<article");
    if several {
        out.attr("class", &format!("from-{}", document + 1));
        out.attr("aria-label", title.unwrap_or("Text"));
    }
    out.raw(">\n");
    let undated: Vec<&Undated> = timeline
        .undated
        .iter()
        .filter(|u| links.document(&u.document) == Some(document) && u.sentence_span.is_some())
        .collect();
    let ends: Vec<usize> = undated.iter().filter_map(|u| u.sentence_span).flatten().collect();
    let places = bytes_of(&article.text, &ends);
    let mut sentences: Vec<(Range<usize>, &Undated)> = undated
        .into_iter()
        .zip(places.chunks_exact(2))
        .map(|(u, ends)| (ends[0]..ends[1], u))
        .collect();
    sentences.sort_by_key(|(range, _)| range.start);
    let mut writer = Writer {
        out,
        links,
        article,
        document,
        sentences,
        placed: 0,
        first_head: !several,
    };
    for block in blocks(article) {
        writer.block(&block);
    }
    out.raw("</article>\n");
}

/// The blocks, and what no block covers as blocks of its own, so that nothing of the text is lost.
fn blocks(article: &Article) -> Vec<Block> {
    let mut all = Vec::new();
    let mut at = 0;
    let rest = |range: Range<usize>, all: &mut Vec<Block>| {
        if article
            .text
            .get(range.clone())
            .is_some_and(|t| !t.trim().is_empty())
        {
            all.push(Block {
                range,
                kind: BlockKind::Paragraph,
            });
        }
    };
    for block in &article.blocks {
        rest(at..block.range.start, &mut all);
        at = block.range.end;
        all.push(block.clone());
    }
    rest(at..article.text.len(), &mut all);
    all
}

struct Writer<'a, 't> {
    out: &'a mut Html,
    links: &'a Links<'t>,
    article: &'a Article,
    document: usize,
    /// Sentences of statements without a date, in the order of the text.
    sentences: Vec<(Range<usize>, &'t Undated)>,
    /// How many of them have their place already.
    placed: usize,
    /// Whether the next headline is the page's own.
    first_head: bool,
}

impl<'t> Writer<'_, 't> {
    fn block(&mut self, block: &Block) {
        let (tag, class) = match block.kind {
            BlockKind::Headline if std::mem::take(&mut self.first_head) => ("h1", ""),
            BlockKind::Headline => ("h2", ""),
            BlockKind::Heading => ("h3", ""),
            BlockKind::Item => ("p", " class=\"item\""),
            BlockKind::Caption => ("p", " class=\"caption\""),
            BlockKind::Paragraph => ("p", ""),
        };
        self.out.raw("<").raw(tag).raw(class).raw(" dir=\"auto\">");
        let (article, range) = (self.article, block.range.clone());
        let first = article.marks.partition_point(|m| m.range.start < range.start);
        let inside = article.marks.get(first..).unwrap_or_default();
        let mut at = range.start;
        for mark in inside.iter().take_while(|m| m.range.end <= range.end) {
            // Marks come in order and apart; should two ever overlap, the text matters more.
            if mark.range.start < at {
                continue;
            }
            self.words(at..mark.range.start);
            self.mark(mark);
            at = mark.range.end;
        }
        self.words(at..range.end);
        self.out.raw("</").raw(tag).raw(">\n");
    }

    /// Plain words, with the places where sentences without a date begin; one that begins with a marked expression has
    /// its place before it.
    fn words(&mut self, range: Range<usize>) {
        let text = &self.article.text;
        let mut at = range.start;
        while let Some((sentence, undated)) = self.sentences.get(self.placed)
            && sentence.start <= range.end
        {
            let start = sentence.start.max(at);
            self.out.text(text.get(at..start).unwrap_or_default());
            at = start;
            let id = sentence_id(self.links, self.document, &undated.id);
            self.out
                .raw("<span class=\"place\"")
                .attr("id", &id)
                .raw("></span>");
            self.placed += 1;
        }
        self.out.text(text.get(at..range.end).unwrap_or_default());
    }

    fn mark(&mut self, mark: &Mark) {
        let words = self.article.text.get(mark.range.clone()).unwrap_or_default();
        let id = self.links.mark(self.document, &mark.id);
        let events = self.links.events(self.document, &mark.id);
        let value = match mark.value.as_str() {
            "" => "time expression",
            value => value,
        };
        if let Some(first) = events.first() {
            let ids: Vec<&str> = events.iter().map(|e| e.id.as_str()).collect();
            let dates: Vec<String> = events.iter().map(|e| date_words(e)).collect();
            let class = format!("mark {}", first.certainty.word());
            self.out
                .raw("<a")
                .attr("href", &format!("#{}", event_id(&first.id)));
            self.out.attr("id", &id).attr("class", &class);
            self.out
                .attr("data-e", &ids.join(" "))
                .attr("title", &dates.join("; "));
            self.out.raw(">").text(words).raw("</a>");
        } else if mark.is_date_line {
            let to = format!("doc-{}", self.document + 1);
            self.loose(&id, &to, &format!("{value}: the date of the text"), words);
        } else if let Some(undated) = self.sentence(mark) {
            let to = undated_id(&undated.id);
            self.loose(&id, &to, &format!("{value}: a statement without a date"), words);
        } else {
            self.out.raw("<span").attr("id", &id).attr("class", "mark loose");
            self.out
                .attr("title", &format!("{value}: no event hangs on it"))
                .raw(">");
            self.out.text(words).raw("</span>");
        }
    }

    /// An expression that no event hangs on, but something else on the page does.
    fn loose(&mut self, id: &str, to: &str, title: &str, words: &str) {
        self.out.raw("<a").attr("href", &format!("#{to}")).attr("id", id);
        self.out.attr("class", "mark loose").attr("title", title).raw(">");
        self.out.text(words).raw("</a>");
    }

    /// The statement without a date whose sentence an expression stands in.
    fn sentence(&self, mark: &Mark) -> Option<&'t Undated> {
        let after = self
            .sentences
            .partition_point(|(s, _)| s.start <= mark.range.start);
        let (sentence, undated) = self.sentences.get(after.checked_sub(1)?)?;
        sentence.contains(&mark.range.start).then_some(*undated)
    }
}

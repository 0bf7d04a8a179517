//! What a page states for machines: dates, title, address.

use super::html::{Choice, Page, Place};
use super::{BlockKind, Document, MetaDate, html_text};
use crate::warning::Warning;

/// A `<time>` counts as the page's date when no more words than this (in bytes) stand before it.
const NEAR_THE_TOP: usize = 900;

impl Page<'_> {
    /// Takes down what a tag states.
    pub(super) fn meta(&mut self, name: &str, attribute: &dyn Fn(&str) -> String) {
        let first = |keys: &[&str]| keys.iter().map(|k| attribute(k)).find(|v| !v.is_empty());
        let itemprop = attribute("itemprop");
        let dated = itemprop.split_ascii_whitespace().any(|p| p == "datePublished");
        if let (true, Some(value)) = (dated, first(&["content", "datetime"])) {
            self.metas.push(("datePublished".to_owned(), value));
        }
        match name {
            "meta" => {
                let Some(field) = first(&["property", "name"]) else {
                    return;
                };
                let (field, value) = (field.to_ascii_lowercase(), attribute("content"));
                if value.is_empty() {
                    return;
                }
                if field == "og:title" {
                    self.og_title.get_or_insert(value);
                } else if field == "og:url" {
                    self.url.get_or_insert(value);
                } else if META_DATES.split('|').any(|m| m == field) {
                    self.metas.push((field, value));
                }
            }
            "link" if attribute("rel").eq_ignore_ascii_case("canonical") => {
                // The canonical link says it best, whatever came before.
                self.url = Some(attribute("href"))
                    .filter(|u| !u.is_empty())
                    .or(self.url.take());
            }
            "time" => {
                let value = attribute("datetime");
                let says =
                    format!("{itemprop} {} {}", attribute("class"), attribute("id")).to_ascii_lowercase();
                let later = ["modif", "updat", "edit"].iter().any(|w| says.contains(w));
                if !value.is_empty() && !later {
                    let place = self.stack.last().map_or_else(Place::default, |o| o.place);
                    self.times.push((value, place, self.words));
                }
            }
            _ => {}
        }
    }

    /// Hands it over, the most trustworthy first.
    pub(super) fn metadata(&mut self, choice: &Choice, doc: &mut Document) {
        let mut dates: Vec<(String, String)> = Vec::new();
        dates.extend(
            self.json
                .published
                .drain(..)
                .map(|v| ("datePublished".to_owned(), v)),
        );
        self.metas
            .sort_by_key(|(field, _)| !field.starts_with("article:"));
        dates.append(&mut self.metas);
        let first_word = self.times.iter().find(|(_, place, _)| choice.takes(place));
        if let Some((value, _, _)) = first_word.filter(|t| t.2 <= NEAR_THE_TOP) {
            dates.push(("time".to_owned(), value.clone()));
        }
        for (field, value) in dates {
            if !doc.metadata.iter().any(|m| m.value == value) {
                doc.metadata.push(MetaDate {
                    field,
                    value,
                    authoritative: false,
                });
            }
        }
        if self.json.bad {
            let message = "a JSON-LD script of the page is not valid JSON and was skipped";
            doc.warnings.push(Warning::new("bad-json-ld", message));
        }
        let headline = doc.blocks.iter().find(|b| b.kind == BlockKind::Headline);
        let headline = headline.map(|b| doc.text[b.range.clone()].replace('\n', " "));
        let stated = self.json.headline.take().or(self.og_title.take());
        let stated = stated.map(|t| html_text::line(&t, 0..t.len()));
        let title = || {
            self.title
                .clone()
                .map(|range| without_site(&html_text::line(self.source, range)))
        };
        doc.title = stated.or(headline).or_else(title).filter(|t| !t.is_empty());
        doc.url = self.url.take();
    }
}

/// `The pier is lost – The Courier` is the headline and the name of the site, where enough is left of the first.
fn without_site(title: &str) -> String {
    let cut = [" | ", " – ", " — ", " - ", " · ", " :: "]
        .iter()
        .filter_map(|s| title.rfind(s))
        .max();
    let head = cut.map_or(title, |i| title[..i].trim_end());
    if head.split_whitespace().count() >= 4 {
        head
    } else {
        title
    }
    .to_owned()
}

/// Names under which pages state their day of publication; never of modification.
const META_DATES: &str = "article:published_time|article:published|og:published_time|og:article:published_time|\
    datepublished|date|dc.date|dc.date.issued|dcterms.date|dcterms.issued|dcterms.created|\
    dc.date.created|pubdate|publishdate|publish-date|publish_date|publication_date|publication-date|\
    published_time|published|parsely-pub-date|sailthru.date|article.published|\
    citation_publication_date|citation_date|cxenseparse:recs:publishtime|originalpublicationdate|\
    bt:pubdate|release_date|article_date_original";

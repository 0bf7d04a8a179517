//! Chronologies: headings that are only a year give it to the months and days told under them.

use crate::document::{Block, BlockKind, Document};
use crate::rules::{DateParts, Link, Meaning, Mention, Name, Which};
use crate::text::{Class, Token};
use crate::time::Day;
use std::ops::Range;

/// So many years make a chronology; one may be a title, or the number of a chapter.
const LEAST: usize = 2;

/// Gives the months and days under headings of years their year, and finds the months that only such a place shows to
/// be some ("March: A survey counts the cracks"). Gives the bytes of those that have their year from a heading.
pub fn under_years(doc: &Document, tokens: &[Token], mentions: &mut Vec<Mention>) -> Vec<Range<usize>> {
    let heads = heads(doc, tokens, mentions);
    let rising = heads.windows(2).all(|w| w[0].1 < w[1].1);
    let falling = heads.windows(2).all(|w| w[0].1 > w[1].1);
    if heads.len() < LEAST || !(rising || falling) {
        return Vec::new();
    }
    let first = heads[0].0;
    let opening: Vec<Mention> = doc.blocks[first..]
        .iter()
        .filter_map(|b| month(tokens, b))
        .filter(|m| {
            let at = mentions.partition_point(|o| o.tokens.end <= m.tokens.start);
            mentions.get(at).is_none_or(|o| o.tokens.start >= m.tokens.end)
        })
        .collect();
    mentions.extend(opening);
    mentions.sort_by_key(|m| m.tokens.start);
    let mut completed = Vec::new();
    let mut at = 0;
    for (n, &(head, year)) in heads.iter().enumerate() {
        let next = heads.get(n + 1).map(|h| h.0);
        for block in &doc.blocks[head + 1..next.unwrap_or(doc.blocks.len())] {
            while mentions
                .get(at)
                .is_some_and(|m| m.range.start < block.range.start)
            {
                at += 1;
            }
            let mut opens = true;
            while let Some(m) = mentions.get_mut(at).filter(|m| m.range.end <= block.range.end) {
                // Behind the last year may stand what is told of today; what opens an entry is none of that.
                if (next.is_some() || opens && parted(tokens, m)) && complete(&mut m.meaning, year) {
                    completed.push(m.range.clone());
                }
                opens = false;
                at += 1;
            }
        }
    }
    completed
}

/// The blocks that are a year and nothing else, by number.
fn heads(doc: &Document, tokens: &[Token], mentions: &[Mention]) -> Vec<(usize, i32)> {
    let mut out = Vec::new();
    let mut at = 0;
    for (i, block) in doc.blocks.iter().enumerate() {
        while mentions
            .get(at)
            .is_some_and(|m| m.range.start < block.range.start)
        {
            at += 1;
        }
        let Some(m) = mentions.get(at).filter(|m| m.range.end <= block.range.end) else {
            continue;
        };
        let Meaning::Date(parts) = &m.meaning else {
            continue;
        };
        let (Some(year), None, false) = (parts.year, parts.month, parts.short_year) else {
            continue;
        };
        let within = |t: &Token| block.range.contains(&(t.start as usize));
        let around = tokens.get(..m.tokens.start).unwrap_or_default().iter().rev();
        let alone = around.take_while(|t| within(t)).all(super::date_line::sign)
            && tokens
                .get(m.tokens.end..)
                .unwrap_or_default()
                .iter()
                .take_while(|t| within(t))
                .all(super::date_line::sign);
        if alone && block.kind != BlockKind::Item {
            out.push((i, year));
        }
    }
    out
}

/// A month that a block opens with, parted from what happened in it: without a year beside it "March" and "May" may be
/// words of a sentence.
fn month(tokens: &[Token], block: &Block) -> Option<Mention> {
    let from = tokens.partition_point(|t| (t.start as usize) < block.range.start);
    let rest = tokens.get(from..)?;
    let skip = rest.iter().take_while(|t| super::date_line::sign(t)).count();
    let i = from + skip;
    let token = tokens
        .get(i)
        .filter(|t| block.range.contains(&(t.start as usize)))?;
    let mention = Mention {
        range: token.range(),
        tokens: i..i + 1,
        meaning: Meaning::bare(Name::Month(u8::try_from(token.value).ok()?)),
        rule: "month",
        link: Link::None,
    };
    (token.class == Class::Month && token.capital() && parted(tokens, &mention)).then_some(mention)
}

/// "3 May – The bridge closes", "March: A survey …"
fn parted(tokens: &[Token], m: &Mention) -> bool {
    tokens.get(m.tokens.end).is_some_and(|t| {
        matches!(t.class, Class::Dash | Class::Colon) || t.class == Class::Hyphen && !t.glued()
    })
}

/// Gives a month or a day its year, where it has none.
fn complete(meaning: &mut Meaning, year: i32) -> bool {
    match meaning {
        Meaning::Named(Name::Month(month), Which::Bare) => {
            *meaning = Meaning::Date(DateParts {
                year: Some(year),
                month: Some(*month),
                ..DateParts::default()
            });
            true
        }
        Meaning::Date(parts) if parts.year.is_none() => {
            let Some(month) = parts.month else { return false };
            let day = u32::from(parts.day.unwrap_or(1));
            let fits = Day::from_ymd_opt(year, month.into(), day).is_some();
            if fits {
                parts.year = Some(year);
            }
            fits
        }
        Meaning::Modified(_, inner) | Meaning::Within(_, inner) => complete(inner, year),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{ReadOptions, read};
    use crate::{Options, tag};

    /// The values of the months and days of a text that was published on 14 March 2022.
    fn values(text: &str) -> Vec<String> {
        let document = read(text.as_bytes(), "log.md", &ReadOptions::default()).unwrap();
        let tagged = tag(document, &Options::new().published("2022-03-14".parse().unwrap()));
        let values = tagged.whens.into_iter().map(|w| w.value);
        values.filter(|v| v.len() > 4).collect()
    }

    #[test]
    fn what_is_told_under_a_year_was_in_it() {
        let told = "## 2017\n\nJune: A survey is made.\n\n21 October – Cracks are found. In December they grew.\n\n\
                    ## 2018\n\nMarch: The road is closed.\n\nMay – It opens.\n\n29 February: It rains.";
        assert_eq!(
            values(told),
            [
                "2017-06",
                "2017-10-21",
                "2017-12",
                "2018-03",
                "2018-05",
                "2020-02-29"
            ]
        );
        // The newest first, and without marks of headings.
        let told = "2018\n\n8 January: It opens.\n\n2017\n\n21 October: It is closed.";
        assert_eq!(values(told), ["2018-01-08", "2017-10-21"]);
    }

    #[test]
    fn one_year_or_years_in_no_order_head_nothing() {
        for told in [
            "## 2017\n\nMarch: Cracks are found.",
            "## 2017\n\nMarch: Cracks are found.\n\n## 2019\n\nIt rains.\n\n## 2018\n\nIt snows.",
        ] {
            assert!(values(told).is_empty(), "{told}");
        }
    }
}

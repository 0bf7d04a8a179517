//! Date lines in the text: a line that is a date, a wire's dateline, a byline with its date.

use super::log::openers;
use crate::document::{Block, BlockKind, Document, is_date_line, is_own_line};
use crate::rules::{ClockTime, DateParts, Meaning, Mention, Name, Which};
use crate::text::{Class, Token};

/// A mention that dates the document, or a section of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateLine {
    /// The mention.
    pub mention: usize,
    /// What its words say.
    pub parts: DateParts,
    /// The time of publication, where the line says it.
    pub clock: Option<ClockTime>,
    /// Whether the line is nothing but the date (with "Published:", "Date:" or the like before it), so that it
    /// opens a section; a wire's dateline or a byline stands once.
    pub opens_section: bool,
    /// Whether what follows was written by somebody else at that time ("On 4 March Bob wrote:"), so that it is counted
    /// from there even if no other section is dated.
    pub opens_quote: bool,
    /// The mentions behind it that belong to the line, and are no events either: the time of the clock.
    pub also: std::ops::Range<usize>,
    /// The byte where the line ends.
    pub end: usize,
}

/// The stretches that are counted from a date of their own, for the resolver: entries of a diary, what is quoted in a
/// mail, and a date line itself, whose time of the clock is that day's.
pub fn stretches(
    doc: &Document,
    tokens: &[Token],
    mentions: &[Mention],
    lines: &[DateLine],
) -> Vec<(usize, usize)> {
    let mut out = entries(doc, tokens, mentions);
    for (i, l) in lines.iter().enumerate() {
        let next = lines[i + 1..].iter().find(|n| n.opens_section);
        let next = next.and_then(|n| mentions.get(n.mention));
        if l.opens_quote {
            out.push((l.mention, next.map_or(doc.text.len(), |m| m.range.start)));
        } else if !l.also.is_empty() {
            out.push((l.mention, l.end));
        }
    }
    out.sort_unstable();
    out.dedup_by_key(|e| e.0);
    out
}

/// The mentions with the year that was given in every date line that has none, where both are there.
pub fn completed(mentions: &[Mention], lines: &[DateLine], year: Option<i32>) -> Option<Vec<Mention>> {
    let year = year?;
    let open: Vec<_> = lines.iter().filter(|l| l.parts.year.is_none()).collect();
    if open.is_empty() {
        return None;
    }
    let mut out = mentions.to_vec();
    for line in open {
        let date = match out.get_mut(line.mention).map(|m| &mut m.meaning) {
            Some(Meaning::Date(p)) => p,
            Some(Meaning::Within(_, whole)) => match &mut **whole {
                Meaning::Date(p) => p,
                _ => continue,
            },
            _ => continue,
        };
        date.year = Some(year);
    }
    Some(out)
}

/// The mentions that open an entry of a diary or chronology ("3 May 2019 – The bridge closes."), each with the
/// end of its block in bytes: what the entry says is counted from its date. They stay events.
fn entries(doc: &Document, tokens: &[Token], mentions: &[Mention]) -> Vec<(usize, usize)> {
    let opens = |&(i, b): &(usize, &Block)| {
        let m = &mentions[i];
        let full = dated(&m.meaning).is_some_and(|(p, _)| p.year.is_some());
        let next = tokens
            .get(m.tokens.end)
            .filter(|t| (t.end as usize) <= b.range.end);
        let parted = next.is_some_and(|t| {
            matches!(t.class, Class::Dash | Class::Colon) || t.class == Class::Hyphen && !t.glued()
        });
        full && parted
    };
    openers(doc, tokens, mentions)
        .filter(opens)
        .map(|(i, b)| (i, b.range.end))
        .collect()
}

/// How many bytes from the start a byline or dateline may stand at.
const HEAD: usize = 4000;
/// How many tokens besides the date a byline may have.
const BYLINE: usize = 14;

/// Every date line of a document, in the order of the text.
pub fn date_lines(doc: &Document, tokens: &[Token], mentions: &[Mention]) -> Vec<DateLine> {
    let mut out: Vec<DateLine> = Vec::new();
    // Which kinds stand in `out` already.
    let (mut sections, mut single) = (false, false);
    // When the text was changed last.
    let mut changed = None;
    // Where the last line ends that is nothing but dates.
    let mut taken = 0;
    let mut block = 0;
    for (i, m) in mentions.iter().enumerate() {
        while doc
            .blocks
            .get(block)
            .is_some_and(|b| b.range.end <= m.range.start)
        {
            block += 1;
        }
        let Some(b) = doc.blocks.get(block) else { break };
        // "Published: … | Updated: …": the first of them counts.
        if m.range.end <= taken {
            if let Some(last) = out.last_mut() {
                last.also.end = i + 1;
            }
            continue;
        }
        // Under a dated heading a diary goes on with "Sunday", "Tuesday 8th".
        let next_day = || {
            let parts = sections.then(|| day_of_week(&m.meaning)).flatten();
            parts.map(|p| (p, None))
        };
        let Some((parts, clock)) = dated(&m.meaning).or_else(next_day) else {
            continue;
        };
        if b.range.start > m.range.start || (b.range.end - b.range.start > 600 && single) {
            continue;
        }
        let line = Line::around(doc, tokens, m, b.range.clone());
        let head = m.range.start < HEAD;
        let opens_quote = line.opens_quote(doc.text.get(m.range.end..b.range.end).unwrap_or_default());
        let alone = (line.is_bare() || is_date_line(line.whole()))
            && is_own_line(&doc.text, &b.range, &(line.start..line.end));
        let full = parts.month.is_some();
        let dating = |clock, opens_section, opens_quote, also| DateLine {
            mention: i,
            parts,
            clock,
            opens_section,
            opens_quote,
            also,
            end: line.end,
        };
        if full && head && changed.is_none() && line.is_change(&parts) {
            let (clock, also) = line.clock(mentions, i, clock);
            changed = Some(dating(clock, false, false, also));
            continue;
        }
        let opens_section =
            alone && b.kind != BlockKind::Item && (parts.day.is_some() || !full) || opens_quote && full;
        if opens_section && (head || sections)
            || (full && head && !single && (line.is_wire() || line.is_byline() || line.is_title(&parts)))
        {
            // "Updated 3 May" says when the page changed.
            if line.is_update() {
                continue;
            }
            sections |= opens_section;
            single |= !opens_section;
            let (clock, also) = line.clock(mentions, i, clock);
            if alone {
                taken = line.end;
            }
            out.push(dating(clock, opens_section, opens_quote, also));
        }
    }
    // Where nothing else says so, a text is as old as its last change.
    if out.is_empty() {
        out.extend(changed);
    }
    out
}

/// The calendar date of a meaning that could date a document: a day and a month at least.
fn dated(m: &Meaning) -> Option<(DateParts, Option<ClockTime>)> {
    match m {
        Meaning::Date(p) if p.day.is_some() && p.month.is_some() => Some((*p, None)),
        Meaning::Within(part, whole) => match (&**part, &**whole) {
            (Meaning::Clock(c), Meaning::Date(p)) if p.day.is_some() && p.month.is_some() => {
                Some((*p, Some(*c)))
            }
            _ => None,
        },
        _ => None,
    }
}

/// A weekday that only the heading before it dates, with or without the day of its month.
fn day_of_week(m: &Meaning) -> Option<DateParts> {
    match m {
        Meaning::Named(Name::Weekday(w), Which::Bare) => Some(DateParts {
            weekday: Some(*w),
            ..DateParts::default()
        }),
        Meaning::Date(p) if p.weekday.is_some() && p.month.is_none() => Some(*p),
        _ => None,
    }
}

/// The tokens of the line that a mention stands on.
pub(super) struct Line<'t> {
    text: &'t str,
    pub before: &'t [Token],
    pub after: &'t [Token],
    pub start: usize,
    end: usize,
}

impl<'t> Line<'t> {
    fn around(
        doc: &'t Document,
        tokens: &'t [Token],
        m: &Mention,
        block: std::ops::Range<usize>,
    ) -> Line<'t> {
        let inside = |t: &Token| t.start as usize >= block.start && (t.end as usize) <= block.end;
        let mut first = m.tokens.start;
        // The line's own start, and the end of it: a hard-wrapped paragraph has several lines.
        while first > 0
            && inside(&tokens[first - 1])
            && !tokens[first].begins_line()
            && m.tokens.start - first < 40
        {
            first -= 1;
        }
        let mut last = m.tokens.end;
        while tokens.get(last).is_some_and(|t| inside(t) && !t.begins_line()) && last - m.tokens.end < 40 {
            last += 1;
        }
        let end = tokens
            .get(last.wrapping_sub(1))
            .map_or(block.end, |t| t.end as usize);
        Line {
            text: &doc.text,
            before: &tokens[first..m.tokens.start],
            after: &tokens[m.tokens.end..last],
            start: tokens.get(first).map_or(block.start, |t| t.start as usize),
            end,
        }
    }

    pub fn word(&self, t: &Token) -> &'t str {
        self.text.get(t.range()).unwrap_or_default()
    }

    fn whole(&self) -> &'t str {
        self.text.get(self.start..self.end).unwrap_or_default()
    }

    fn says_before(&self, words: &[&str]) -> bool {
        self.before
            .iter()
            .any(|t| words.iter().any(|w| self.word(t).eq_ignore_ascii_case(w)))
    }

    /// Nothing but the date: labels, weekdays, times and signs apart.
    fn is_bare(&self) -> bool {
        const LABELS: &[&str] = &[
            "published",
            "posted",
            "date",
            "dated",
            "on",
            "filed",
            "sent",
            "issued",
            "released",
            "publication",
            "first",
        ];
        let label = |t: &Token| {
            sign(t)
                || LABELS.iter().any(|w| self.word(t).eq_ignore_ascii_case(w))
                || matches!(t.class, Class::Weekday | Class::TimeNoun)
        };
        let time = |t: &Token| {
            sign(t)
                || matches!(
                    t.class,
                    Class::Number
                        | Class::Meridiem
                        | Class::Zone
                        | Class::At
                        | Class::Weekday
                        | Class::Letter
                        | Class::TimeNoun
                        | Class::Plus
                )
        };
        let only_signs_after = self.after.iter().all(time);
        let numbers = self.after.iter().filter(|t| t.class == Class::Number).count();
        self.before.iter().all(label) && only_signs_after && numbers <= 4 && self.before.len() <= 8
    }

    /// "On Wed, 6 Mar 2024 at 09:02, Tom wrote:", a block of its own, wrapped or not.
    fn opens_quote(&self, rest: &str) -> bool {
        self.before.iter().all(|t| sign(t) || t.class == Class::On)
            && self.before.iter().any(|t| t.class == Class::On)
            && rest.len() < 200
            && rest
                .trim_end()
                .strip_suffix(':')
                .is_some_and(|r| r.ends_with(" wrote") || r.ends_with("\nwrote"))
    }

    /// "MIAMI, Oct 12 —", "LONDON, March 3 (Reuters) -", "SPRINGFIELD, Ill., Feb. 6, 2026 /Wire/ --".
    fn is_wire(&self) -> bool {
        let Some(place) = self.before.first() else {
            return false;
        };
        let shouted = (place.shouting()
            || self.word(place).len() > 1 && self.word(place).chars().all(|c| !c.is_lowercase()))
            && place.class != Class::Number;
        let plain = self.before.len() <= 10
            && self.before.iter().all(|t| {
                t.capital()
                    || sign(t)
                    || t.class == Class::Open
                    || t.class == Class::Close
                    || t.class == Class::Word && t.glued()
            });
        if !shouted
            || !plain
            || !matches!(
                self.before.last().map(|t| t.class),
                Some(Class::Comma | Class::Hyphen | Class::Dash | Class::Stop | Class::Open)
            )
        {
            return false;
        }
        // "WASHINGTON (AP) — Friday, Dec. 20, 2019", a line of its own
        if self.after.is_empty() {
            return true;
        }
        // The dash that opens the story, after a bracketed agency at most.
        let mut depth = false;
        for (k, t) in self.after.iter().take(12).enumerate() {
            match t.class {
                Class::Open => depth = true,
                Class::Close => {
                    depth = false;
                    if self.before.last().is_some_and(|b| b.class == Class::Open) {
                        return true;
                    }
                }
                Class::Slash => depth = !depth,
                Class::Dash => return true,
                Class::Hyphen
                    if !t.glued()
                        || k == 0
                        || self.after.get(k + 1).is_some_and(|n| n.class == Class::Hyphen) =>
                {
                    return true;
                }
                Class::Comma | Class::Stop => {}
                _ if depth => {}
                _ => return false,
            }
        }
        false
    }

    /// "By Ana Reyes | March 14, 2024 | 4 min read", "Ana Reyes, 14 March 2024": short, and no sentence.
    fn is_byline(&self) -> bool {
        let by = self
            .before
            .first()
            .is_some_and(|t| t.class == Class::By && t.capital());
        let words = self.before.iter().chain(self.after).filter(|t| !sign(t)).count();
        // "Published: … | Updated: …": labels, though verbs elsewhere
        const LABELS: &[&str] = &["published", "posted", "filed", "updated", "issued"];
        let label = |t: &Token| LABELS.iter().any(|w| self.word(t).eq_ignore_ascii_case(w));
        let verb = self.before.iter().chain(self.after).any(|t| {
            !label(t)
                && matches!(
                    t.class,
                    Class::PastVerb
                        | Class::Was
                        | Class::Is
                        | Class::Had
                        | Class::Have
                        | Class::Will
                        | Class::Modal
                        | Class::SayPast
                        | Class::In
                        | Class::Since
                        | Class::The
                        | Class::Until
                        | Class::From
                        | Class::To
                )
        });
        let labelled = self.says_before(&["published", "posted", "filed"]);
        let parted = self
            .before
            .iter()
            .any(|t| self.word(t) == "|" || self.word(t) == "•" || self.word(t) == "·");
        (by || labelled || parted) && words <= BYLINE && !verb
    }

    fn is_update(&self) -> bool {
        const UPDATES: &[&str] = &[
            "updated",
            "modified",
            "revised",
            "copyright",
            "accessed",
            "retrieved",
            "expires",
            "deadline",
            "due",
        ];
        let published = self.says_before(&["published", "posted", "issued"]);
        self.says_before(UPDATES) && !published || self.before.iter().any(|t| self.word(t) == "©")
    }

    /// A time of the clock, within the mention `i` or behind it on its line, and the mentions that say it.
    fn clock(
        &self,
        mentions: &[Mention],
        i: usize,
        inside: Option<ClockTime>,
    ) -> (Option<ClockTime>, std::ops::Range<usize>) {
        let mut from = mentions.get(i).map_or(self.end, |m| m.range.end);
        let mut also = i + 1..i + 1;
        let mut clock = inside;
        while let Some(m) = mentions.get(also.end).filter(|m| m.range.end <= self.end) {
            let Meaning::Clock(c) = &m.meaning else { break };
            if clock.is_none() {
                clock = Some(*c);
                from = m.range.end;
            }
            also.end += 1;
        }
        let zone = self.text.get(from..self.end).and_then(shift);
        let clock = clock.map(|c| ClockTime {
            zone: c.zone.or(zone),
            ..c
        });
        (clock, also)
    }
}

/// `-0800`, `+01:00`: what a mail's time is behind UTC, in minutes.
fn shift(rest: &str) -> Option<i16> {
    let rest = rest.trim_start();
    let sign = match rest.chars().next()? {
        '+' => 1,
        '-' | '\u{2212}' => -1,
        _ => return None,
    };
    let digits: String = rest
        .chars()
        .skip(1)
        .take_while(|c| c.is_ascii_digit() || *c == ':')
        .filter(char::is_ascii_digit)
        .collect();
    let (h, m): (i16, i16) = (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse().ok()?);
    (digits.len() == 4 && h < 15 && m < 60).then(|| sign * (h * 60 + m))
}

pub(super) fn sign(t: &Token) -> bool {
    matches!(
        t.class,
        Class::Comma
            | Class::Colon
            | Class::Dash
            | Class::Hyphen
            | Class::Stop
            | Class::Sign
            | Class::Semicolon
            | Class::Open
            | Class::Close
            | Class::Slash
            | Class::Hash
            | Class::Quote
            | Class::Apostrophe
    )
}

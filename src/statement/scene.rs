//! One sentence as the statement rules see it: its tokens, its dates and its verb groups.

use crate::rules::Mention;
use crate::text::{Class, Token, VerbGroup, VerbKind, verb_groups};
use std::borrow::Cow;
use std::ops::Range;

/// A sentence with what was found in it.
#[derive(Debug)]
pub(super) struct Scene<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    pub mentions: &'t [Mention],
    /// Tokens of the sentence, without a number of a list, a place line or an item's sign before it.
    pub range: Range<usize>,
    /// The mentions that stand in it.
    pub dates: Range<usize>,
    pub groups: Cow<'t, [VerbGroup]>,
}

impl<'t> Scene<'t> {
    /// `read` are the verb groups of the whole sentence, where they were read before.
    pub fn new(
        text: &'t str,
        tokens: &'t [Token],
        mentions: &'t [Mention],
        sentence: Range<usize>,
        dates: Range<usize>,
        read: Option<&'t [VerbGroup]>,
    ) -> Scene<'t> {
        let mut scene = Scene {
            text,
            tokens,
            mentions,
            range: sentence,
            dates,
            groups: Cow::default(),
        };
        let (whole, end) = (scene.range.start, scene.range.end);
        scene.range.start = scene.body();
        scene.range.end = scene.spoken();
        if let Some(groups) = read.filter(|_| scene.range == (whole..end)) {
            scene.groups = groups.into();
            return scene;
        }
        let dates = scene.mentions.get(scene.dates.clone()).unwrap_or_default();
        let dates = dates.iter().map(|m| m.tokens.clone());
        scene.groups = verb_groups(text, tokens, scene.range.clone(), dates).into();
        scene
    }

    pub fn class(&self, i: usize) -> Class {
        if self.range.contains(&i) {
            self.tokens.get(i).map_or(Class::Break, |t| t.class)
        } else {
            Class::Break
        }
    }

    /// The class of the token before; a break at the sentence's start.
    pub fn before(&self, i: usize) -> Class {
        i.checked_sub(1).map_or(Class::Break, |k| self.class(k))
    }

    pub fn word(&self, i: usize) -> &'t str {
        self.tokens
            .get(i)
            .and_then(|t| self.text.get(t.range()))
            .unwrap_or_default()
    }

    pub fn says(&self, i: usize, word: &str) -> bool {
        self.range.contains(&i) && self.word(i).eq_ignore_ascii_case(word)
    }

    pub fn capital(&self, i: usize) -> bool {
        self.range.contains(&i) && self.tokens.get(i).is_some_and(|t| t.capital())
    }

    /// The mention that the token belongs to.
    pub fn date_at(&self, i: usize) -> Option<usize> {
        let dates = self.mentions.get(self.dates.clone())?;
        let k = dates.partition_point(|m| m.tokens.end <= i);
        dates
            .get(k)
            .filter(|m| m.tokens.contains(&i))
            .map(|_| self.dates.start + k)
    }

    /// The finite groups, in order, as indices of `groups`.
    pub fn finite(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.groups.len()).filter(|&g| self.groups[g].kind == VerbKind::Finite)
    }

    /// Whether the sentence ends with a question mark.
    pub fn asks(&self) -> bool {
        let end = self.range.clone().rev().take(3);
        end.filter(|&i| self.class(i) == Class::Shout)
            .any(|i| self.word(i) == "?")
    }

    /// Whether the token stands inside quotation marks; a sentence may begin inside them.
    pub fn quoted(&self, at: usize) -> bool {
        let mut inside: Option<bool> = None;
        for i in self.range.clone().filter(|&i| self.class(i) == Class::Quote) {
            let opens = match self.word(i) {
                "“" | "„" | "«" | "``" => true,
                "”" | "»" => false,
                // A straight mark opens behind a space, and before a word.
                _ => match inside {
                    Some(open) => !open,
                    None => i == self.range.start || !self.tokens[i].glued(),
                },
            };
            if i >= at {
                return inside.unwrap_or(!opens);
            }
            inside = Some(opens);
        }
        inside.unwrap_or(false)
    }

    /// The bytes of a stretch of tokens.
    pub fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(0, |t| t.start as usize);
        let end = tokens
            .end
            .checked_sub(1)
            .and_then(|e| self.tokens.get(e))
            .map_or(start, |t| t.end as usize);
        start..end.max(start)
    }

    /// Whether the word is an adverb by its ending.
    fn adverb(&self, i: usize) -> bool {
        const NOUNS: &[&str] = &[
            "rally", "family", "supply", "reply", "assembly", "monopoly", "anomaly",
        ];
        let word = self.word(i);
        word.len() > 4 && word.ends_with("ly") && !self.capital(i) && !NOUNS.contains(&word)
    }

    /// Whether the token makes a word of its own: a name, a noun, a number, a pronoun.
    pub fn nominal(&self, i: usize) -> bool {
        self.date_at(i).is_none()
            && matches!(
                self.class(i),
                Class::Word
                    | Class::Pronoun
                    | Class::Number
                    | Class::NumberWord
                    | Class::Counted
                    | Class::Label
                    | Class::Vague
                    | Class::These
                    | Class::This
                    | Class::Address
                    | Class::Month
                    | Class::Unit
                    | Class::Season
                    | Class::Percent
                    | Class::PastVerb
                    | Class::TimeNoun
                    | Class::FutureNoun
                    | Class::Roman
            )
            && !self.adverb(i)
    }

    /// Where the sentence proper begins: after "1.", "- ", "MARBURY, Oct 12 —".
    fn body(&self) -> usize {
        let mut i = self.range.start;
        let end = self.range.end;
        if matches!(self.class(i), Class::Hyphen | Class::Dash | Class::Sign) && !self.next_glued(i) {
            i += 1;
        }
        if self.class(i) == Class::Number
            && matches!(self.class(i + 1), Class::Stop | Class::Close)
            && self.tokens.get(i).is_some_and(|t| t.digits <= 3)
            && self.date_at(i).is_none()
        {
            i += 2;
        }
        // A place line: capitals, perhaps a date, then a dash.
        if self.tokens.get(i).is_some_and(|t| t.shouting()) {
            let mut k = i;
            while k < end && k < i + 14 {
                match self.class(k) {
                    Class::Dash => return k + 1,
                    Class::Sign if self.word(k) == "_" => return k + 1,
                    Class::Hyphen if self.class(k + 1) == Class::Hyphen => return k + 2,
                    Class::Hyphen if !self.next_glued(k) && !self.tokens[k].glued() => return k + 1,
                    Class::Comma | Class::Open | Class::Close | Class::Stop | Class::Slash => {}
                    _ if self.capital(k) || self.date_at(k).is_some() => {}
                    _ => break,
                }
                k += 1;
            }
            // "HALMOUTHThe harbour authority": the place was glued to the first word.
            let glued = self
                .tokens
                .get(i + 1)
                .is_some_and(|t| t.glued() && t.capital() && !t.shouting());
            if glued {
                return i + 1;
            }
        }
        // "Northern coastHALMOUTHThe authority", "The HarbourBecause the pier": words glued by scraping; what stands
        // before the last of them is no part of the sentence.
        let mut from = i;
        for k in i + 1..end.min(i + 8) {
            let t = self.tokens[k];
            if t.class == Class::Word || t.capital() {
                let prior = self.tokens[k - 1];
                let letters = |t: Token| t.class == Class::Word || t.capital();
                if t.glued() && t.capital() && letters(prior) {
                    from = k;
                }
            }
        }
        from.min(end)
    }

    /// Where the words of a table's row end: cells of figures behind them tell nothing.
    fn spoken(&self) -> usize {
        let text = |r: Range<usize>| self.text.get(r).unwrap_or_default();
        let mut end = self.range.end;
        if !text(self.bytes(&self.range)).contains('\t') {
            return end;
        }
        let figure = |i: usize| {
            self.date_at(i).is_none()
                && !self.word(i).contains(char::is_alphabetic)
                && matches!(
                    self.class(i),
                    Class::Number
                        | Class::Money
                        | Class::Percent
                        | Class::Comma
                        | Class::Stop
                        | Class::Dash
                        | Class::Hyphen
                )
        };
        let mut i = end;
        while i > self.range.start + 1 && figure(i - 1) {
            i -= 1;
            let gap = self.tokens[i - 1].end as usize..self.tokens[i].start as usize;
            if text(gap).contains('\t') {
                end = i;
            }
        }
        end
    }

    fn next_glued(&self, i: usize) -> bool {
        self.tokens.get(i + 1).is_some_and(|t| t.glued())
    }
}

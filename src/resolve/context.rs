//! What resolving may know of a mention's surroundings, read off the tokens once.

use super::mode::Mode;
use crate::rules::{From, Meaning, Mention, Which};
use crate::text::{Class, Governor, Modality, Sentence, Token, VerbGroup, governor, verb_groups};
use crate::time::Grain;

/// The surroundings of a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Context {
    /// Number of its sentence in the document.
    pub sentence: usize,
    /// Number of its paragraph.
    pub paragraph: usize,
    /// The word before it that says how the statement lies to it.
    pub preposition: Preposition,
    /// The verb group that governs it.
    pub governor: Governor,
    /// It opens its sentence, behind a preposition at most: "On Monday …".
    pub opens: bool,
    /// It stands in a clause that only says more of a word before: “the shares, which fell on Monday, rose”.
    pub aside: bool,
    /// It opens a line of its own and a sign parts it from what stands behind: “26 Dec: all games”.
    pub row: bool,
    /// It is the period whose results are told: “this quarter’s loss”.
    pub results: bool,
    /// It is what is compared with: "compared with a loss of 3 million last year", "up from last year’s 3 million".
    pub compared: bool,
    /// A time of the clock, or what one may stand on, inside quotation marks.
    pub quoted: bool,
}

/// A preposition before a mention, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Preposition {
    /// None, or one that says nothing.
    #[default]
    None,
    /// in, on, at
    In,
    /// by
    By,
    /// until, till
    Until,
    /// through
    Through,
    /// since
    Since,
    /// from
    From,
    /// before
    Before,
    /// after
    After,
    /// for
    For,
    /// during, throughout
    During,
    /// between
    Between,
    /// within
    Within,
    /// to
    To,
    /// "ended": "the year ended 31 March"
    Ended,
    /// "ending"
    Ending,
}

impl Context {
    /// Whether the governing verb group points ahead.
    pub fn future(&self) -> bool {
        self.governor.modality == Modality::Future
    }

    /// Whether it may point to either side, so that nearness decides.
    pub fn either(&self) -> bool {
        self.governor.modality == Modality::Either
    }

    /// Whether it points back.
    pub fn past(&self) -> bool {
        self.governor.modality == Modality::Past
    }
}

/// The contexts of the mentions, in their order. Verb groups are read once for each sentence in which a mention asks
/// for its governor: in news one whose side of now is open, in a narrative every one.
pub fn contexts(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    mentions: &[Mention],
    mode: Mode,
) -> Vec<Context> {
    contexts_and_verbs(text, tokens, sentences, mentions, mode).0
}

/// The same, and the verb groups of each sentence that were read for them, with the sentence's number: who reads on
/// need not read them again.
pub(crate) fn contexts_and_verbs(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    mentions: &[Mention],
    mode: Mode,
) -> (Vec<Context>, Vec<(usize, Vec<VerbGroup>)>) {
    let mut verbs = Vec::new();
    let mut out = Vec::with_capacity(mentions.len());
    let mut at = 0;
    let mut i = 0;
    while let Some(m) = mentions.get(i) {
        while at + 1 < sentences.len() && sentences[at].tokens.end <= m.tokens.start {
            at += 1;
        }
        let Some(s) = sentences.get(at) else {
            out.resize(mentions.len(), Context::default());
            break;
        };
        let here = mentions[i..]
            .iter()
            .take_while(|m| m.tokens.start < s.tokens.end || at + 1 == sentences.len())
            .count()
            .max(1);
        let here = &mentions[i..i + here];
        let dated = |k: usize| {
            let at = here.partition_point(|m| m.tokens.end <= k);
            here.get(at).is_some_and(|m| m.tokens.start <= k)
        };
        let asks = mode == Mode::Narrative
            || here
                .iter()
                .any(|m| has_sides(&m.meaning) || may_be_when(&m.meaning) && led_by_in(tokens, s, m));
        let groups = if asks {
            verb_groups(
                text,
                tokens,
                s.tokens.clone(),
                here.iter().map(|m| m.tokens.clone()),
            )
        } else {
            Vec::new()
        };
        out.extend(here.iter().map(|m| Context {
            sentence: at,
            paragraph: s.paragraph,
            preposition: preposition(text, tokens, s, m),
            governor: match governor(tokens, &groups, m.tokens.clone()) {
                g if of_the_done(text, tokens, m) => Governor {
                    modality: Modality::Past,
                    ..g
                },
                g => Governor {
                    will: g.will || g.modal.is_some_and(|i| of_now(text, tokens, i)),
                    ..g
                },
            },
            opens: opens(tokens, s, m),
            aside: aside(text, tokens, s, m),
            row: row(tokens, m),
            results: results(text, tokens, m, &groups),
            compared: compared(text, tokens, s, m, dated),
            quoted: quoted(text, tokens, m),
        }));
        if asks {
            verbs.push((at, groups));
        }
        i += here.len();
    }
    (out, verbs)
}

/// Whether what the words say could lie on either side of now.
fn has_sides(m: &Meaning) -> bool {
    match m {
        Meaning::Named(_, which) => !matches!(which, Which::Last | Which::Next),
        // "this week" may be that of a day named beside it; "this year" is the year's own.
        Meaning::Unit(grain, Which::This | Which::Later) => matches!(grain, Grain::Week | Grain::Quarter),
        Meaning::Unit(_, which) => !matches!(which, Which::Last | Which::Next | Which::Earlier),
        Meaning::Date(p) => p.year.is_none(),
        Meaning::Shift { from, .. } => *from != From::Writing,
        Meaning::Within(_, whole) => has_sides(whole),
        Meaning::Modified(_, inner) => has_sides(inner),
        _ => false,
    }
}

/// Whether the words are a length that may say when: "will open in two weeks".
fn may_be_when(m: &Meaning) -> bool {
    match m {
        Meaning::Length { .. } => true,
        Meaning::Within(_, inner) | Meaning::Modified(_, inner) => may_be_when(inner),
        _ => false,
    }
}

/// Whether an "in" stands close before the mention.
fn led_by_in(tokens: &[Token], s: &Sentence, m: &Mention) -> bool {
    let from = m.tokens.start.saturating_sub(3).max(s.tokens.start);
    let before = tokens.get(from..m.tokens.start).unwrap_or_default();
    before
        .iter()
        .any(|t| matches!(t.class, Class::In | Class::On | Class::At))
}

/// Nouns of what nobody plans, or only tells of once it is done.
const DONE: &[&str] = &[
    "ruling",
    "decision",
    "verdict",
    "judgment",
    "judgement",
    "announcement",
    "attack",
    "attacks",
    "fire",
    "crash",
    "accident",
    "explosion",
    "blast",
    "bombing",
    "shooting",
    "earthquake",
    "quake",
    "collapse",
    "defeat",
    "loss",
    "victory",
    "win",
    "death",
    "killing",
    "arrest",
    "arrests",
    "resignation",
    "remarks",
    "violence",
    "riots",
];

/// "Wednesday’s ruling would look strange": the ruling has been, whatever the verb says of it.
fn of_the_done(text: &str, tokens: &[Token], m: &Mention) -> bool {
    owned(text, tokens, m).is_some_and(|w| DONE.contains(&w))
}

/// What is told of a quarter once it is over.
const RESULTS: &[&str] = &[
    "loss", "losses", "profit", "profits", "earnings", "results", "revenue", "revenues", "sales",
];

/// "this quarter’s loss", not one that is looked for
fn results(text: &str, tokens: &[Token], m: &Mention, groups: &[VerbGroup]) -> bool {
    m.meaning == Meaning::Unit(Grain::Quarter, Which::This)
        && owned(text, tokens, m).is_some_and(|w| RESULTS.contains(&w))
        && governor(tokens, groups, m.tokens.clone()).modality != Modality::Future
}

/// The noun that a mention with a possessive stands before.
fn owned<'t>(text: &'t str, tokens: &[Token], m: &Mention) -> Option<&'t str> {
    let at = m.tokens.end;
    let class = |k: usize| tokens.get(at + k).map(|t| t.class);
    let noun = if class(1) == Some(Class::Letter) { 2 } else { 1 };
    let word = tokens.get(at + noun).and_then(|t| text.get(t.range()));
    word.filter(|_| class(0) == Some(Class::Apostrophe))
}

/// Whether nothing but a preposition stands before the mention in its sentence.
fn opens(tokens: &[Token], s: &Sentence, m: &Mention) -> bool {
    match tokens.get(s.tokens.start..m.tokens.start) {
        Some([]) => true,
        Some([t]) => matches!(t.class, Class::In | Class::On | Class::At),
        _ => false,
    }
}

/// How many words may stand between “which” and a day in its clause.
const ASIDE: usize = 14;

/// Whether the mention is a date in a clause between commas that “which” or “who” opens.
fn aside(text: &str, tokens: &[Token], s: &Sentence, m: &Mention) -> bool {
    if !m
        .meaning
        .grain()
        .is_some_and(|g| (Grain::Day..=Grain::Year).contains(&g))
        || !m.meaning.is_place()
    {
        return false;
    }
    let from = s.tokens.start.max(m.tokens.start.saturating_sub(ASIDE));
    let opened = (from..m.tokens.start)
        .rev()
        .find(|&k| tokens[k].class == Class::Comma)
        .and_then(|k| tokens.get(k + 1))
        .filter(|t| t.class == Class::Conjunction)
        .and_then(|t| text.get(t.range()));
    let rest = tokens.get(m.tokens.end..s.tokens.end).unwrap_or_default();
    opened.is_some_and(|w| matches!(w, "which" | "who" | "whose" | "where"))
        && rest.iter().any(|t| t.class == Class::Comma)
}

/// Whether the mention opens a line and a colon or a dash follows.
fn row(tokens: &[Token], m: &Mention) -> bool {
    let opens = tokens.get(m.tokens.start).is_some_and(|t| t.begins_line());
    opens
        && tokens.get(m.tokens.end).is_some_and(|t| {
            matches!(t.class, Class::Dash | Class::Colon) || t.class == Class::Hyphen && !t.glued()
        })
}

/// How many words may stand between "compared" and what is compared with.
const COMPARED: usize = 16;

/// Whether a comparison opens before the mention and reaches to it, over no other date.
fn compared(text: &str, tokens: &[Token], s: &Sentence, m: &Mention, dated: impl Fn(usize) -> bool) -> bool {
    // Only of the year before is it asked.
    if m.meaning != Meaning::Unit(Grain::Year, Which::Last) {
        return false;
    }
    let says = |k: usize, word: &str| {
        let t = tokens.get(k).and_then(|t| text.get(t.range()));
        t.is_some_and(|t| t.eq_ignore_ascii_case(word))
    };
    let first = m.tokens.start;
    let from = s.tokens.start.max(first.saturating_sub(COMPARED));
    let level = first > from
        && matches!(tokens[first - 1].class, Class::From | Class::Than)
        && tokens
            .get(m.tokens.end)
            .is_some_and(|t| t.class == Class::Apostrophe);
    level
        || (from..first)
            .rev()
            .take_while(|&k| !dated(k) && tokens[k].class != Class::Semicolon)
            .any(|k| ["compared", "versus", "vs"].iter().any(|w| says(k, w)))
}

/// Whether a modal verb tells from the time of writing: "must decide by the end of the year", not "would", "could".
fn of_now(text: &str, tokens: &[Token], modal: usize) -> bool {
    let word = |i: usize| {
        tokens
            .get(i)
            .and_then(|t| text.get(t.range()))
            .unwrap_or_default()
    };
    matches!(word(modal), "must" | "can" | "should") && !matches!(word(modal + 1), "have" | "not")
}

/// How many words of a quotation may stand before a mention in it.
const QUOTED: usize = 160;

/// Whether a quotation is open where the mention stands. It ends with its paragraph.
fn quoted(text: &str, tokens: &[Token], m: &Mention) -> bool {
    let first = m.tokens.start;
    let before = tokens
        .get(first.saturating_sub(QUOTED)..first)
        .unwrap_or_default();
    let nearest = before
        .iter()
        .enumerate()
        .rev()
        .find(|(_, t)| matches!(t.class, Class::Quote | Class::Break));
    let Some((k, mark)) = nearest.filter(|(_, t)| t.class == Class::Quote) else {
        return false;
    };
    match text.get(mark.range()) {
        Some("“" | "„" | "«" | "``") => true,
        Some("”" | "»" | "''") => false,
        // A straight mark opens before a word that touches it, behind none that does.
        _ => {
            let behind = before.get(k + 1).or_else(|| tokens.get(first));
            !mark.glued() && behind.is_some_and(|t| t.glued())
        }
    }
}

fn preposition(text: &str, tokens: &[Token], s: &Sentence, m: &Mention) -> Preposition {
    let mut i = m.tokens.start;
    // "until noon on Friday", "by 5 p.m. on Friday": it is the day that is asked for
    let of_clock = |k: usize| {
        matches!(
            tokens[k].class,
            Class::On | Class::Noon | Class::Meridiem | Class::Number | Class::Colon | Class::Stop
        )
    };
    let clocked = |k: usize| matches!(tokens[k].class, Class::Noon | Class::Meridiem | Class::Number);
    if i > s.tokens.start + 2 && tokens[i - 1].class == Class::On && clocked(i - 2) {
        let led = (s.tokens.start..i).rev().take(6).find(|&k| !of_clock(k));
        if let Some(k) = led.filter(|&k| matches!(tokens[k].class, Class::By | Class::Until | Class::Before))
        {
            i = k + 1;
        }
    }
    while i > s.tokens.start {
        i -= 1;
        return match tokens[i].class {
            // "since early", "by about", "on the", "in late"
            Class::The
            | Class::About
            | Class::Nearly
            | Class::Just
            | Class::Early
            | Class::Late
            | Class::Mid
            | Class::Quote
            | Class::At
                if m.tokens.start - i < 3 && i > s.tokens.start && tokens[i].class != Class::At =>
            {
                continue;
            }
            Class::In | Class::On | Class::At => Preposition::In,
            Class::By => Preposition::By,
            Class::Until => Preposition::Until,
            Class::Through => Preposition::Through,
            Class::Since => Preposition::Since,
            Class::From => Preposition::From,
            Class::Before => Preposition::Before,
            Class::After => Preposition::After,
            Class::For => Preposition::For,
            Class::During | Class::Throughout => Preposition::During,
            Class::Between => Preposition::Between,
            Class::Within => Preposition::Within,
            Class::To => Preposition::To,
            _ => match text.get(tokens[i].range()) {
                Some("ended") => Preposition::Ended,
                Some("ending") => Preposition::Ending,
                _ => Preposition::None,
            },
        };
    }
    Preposition::None
}

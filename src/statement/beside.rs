//! Dates that do not tell when their clause happened: what it is compared with, what was not, what comes again.

use super::clause::Clause;
use super::phrase::first_since;
use super::scene::Scene;
use crate::resolve::TimexType;
use crate::rules::{Link, Meaning, Which};
use crate::tagged::Tagged;
use crate::text::{Class, VerbGroup, VerbKind, VerbTense};

/// How far a comparison may lie before the date that belongs to it.
const REACH: usize = 26;

/// Beginnings of words that tell of a change of amount, so that a "from" behind them counts and does not date.
const CHANGE: &[&str] = &[
    "up",
    "down",
    "rise",
    "rose",
    "rising",
    "fall",
    "fell",
    "drop",
    "increas",
    "decreas",
    "declin",
    "gain",
    "grew",
    "grow",
    "jump",
    "climb",
    "slip",
    "slid",
    "surg",
    "soar",
    "plung",
    "plummet",
    "tumbl",
    "advanc",
    "higher",
    "lower",
    "chang",
    "improv",
    "widen",
    "narrow",
    "shrank",
    "shrunk",
    "shrink",
    "swing",
    "swung",
    "accelerat",
    "slow",
    "double",
    "doubling",
    "triple",
    "cut",
    "rais",
    "trim",
    "reduc",
    "edg",
    "unchanged",
    "eas",
];

/// Why a date says nothing about when its clause happened; `None` where it may.
pub(super) fn beside(
    tagged: &Tagged,
    s: &Scene,
    clauses: &[Clause],
    mention: usize,
    verb: Option<&VerbGroup>,
) -> Option<&'static str> {
    if compared(s, mention) || counted(tagged, s, mention, verb) {
        return Some("it is what something is compared with");
    }
    if intended(tagged, s, mention, verb) {
        return Some("it says what something is for");
    }
    if super::wishes::wished(tagged, s, mention) {
        return Some("it is asked for or wished, not told");
    }
    if denied(s, mention).is_some() {
        return Some("it is said not to have been then");
    }
    if left_out(s, mention) {
        return Some("it is left out of what the sentence tells");
    }
    if repeated(tagged, s, clauses, mention) {
        return Some("it is a time of what comes again");
    }
    None
}

/// "up from a year earlier", "compared with last year", "higher than in May": what is told did not happen then.
fn compared(s: &Scene, mention: usize) -> bool {
    let m = &s.mentions[mention];
    let first = m.tokens.start;
    let back = matches!(
        &m.meaning,
        Meaning::Shift { back: true, .. } | Meaning::Unit(_, Which::Last | Which::Previous)
    );
    let led = match s.before(first) {
        Class::Than => bound(s, first - 1).is_none(),
        Class::With => back,
        Class::From => back && first - 1 != s.range.start,
        _ => false,
    };
    // "the biggest since a rise in May", "the highest since records began in 1871": that was then.
    let ranked = (s.range.start.max(first.saturating_sub(8))..first)
        .rev()
        .take_while(|&k| !matches!(s.class(k), Class::Comma | Class::Semicolon))
        .any(|k| k + 1 < first && s.class(k) == Class::Since && first_since(s, k));
    led || ranked
        || (s.range.start.max(first.saturating_sub(REACH))..first)
            .rev()
            .map_while(|k| comparison(s, k, first))
            .any(|c| c)
}

/// Whether the word at `k` opens a comparison that reaches to the date at `first`; `None` where nothing before `k`
/// can.
fn comparison(s: &Scene, k: usize, first: usize) -> Option<bool> {
    let next = s.class(k + 1);
    match s.class(k) {
        // "compared" may itself be read as a verb.
        _ if ["compared", "versus", "vs"].iter().any(|w| s.says(k, w)) => return Some(true),
        Class::Preposition if s.says(k, "against") && amount(s, k + 1) => return Some(true),
        Class::Than => {
            let placed = matches!(next, Class::In | Class::At | Class::On | Class::During);
            let same = ["its", "their", "his", "her", "that", "those"]
                .iter()
                .any(|w| s.says(k + 1, w));
            let times = ["double", "twice", "triple", "treble"]
                .iter()
                .any(|w| s.says(k + 1, w))
                && matches!(
                    s.class(k + 2),
                    Class::The | Class::Pronoun | Class::This | Class::That
                );
            return Some(placed || same || times);
        }
        Class::From if amount(s, k + 1) || level(s, k + 1) => {
            let settled = (k + 1..first).any(|i| s.class(i) == Class::To);
            return (!settled && changes(s, k)).then_some(true);
        }
        Class::Semicolon | Class::Colon | Class::Dash | Class::Conjunction | Class::That | Class::Break => {
            return None;
        }
        _ => {}
    }
    let verb = s.groups.iter().any(|g| g.tokens.contains(&k)) && !s.says(k, "compared");
    (!verb && s.date_at(k).is_none()).then_some(false)
}

/// "approved the budget for 2026": told as past, so the approval was not then.
fn intended(tagged: &Tagged, s: &Scene, mention: usize, verb: Option<&VerbGroup>) -> bool {
    let first = s.mentions[mention].tokens.start;
    let behind = verb.is_some_and(|v| v.tokens.end < first.saturating_sub(1));
    let past = verb.is_some_and(|v| {
        let plans = v
            .tokens
            .clone()
            .any(|i| matches!(s.class(i), Class::Expected | Class::PlanVerb | Class::To))
            || super::aside::plans(s, v);
        v.tense == VerbTense::Past && v.kind == VerbKind::Finite && !plans
    });
    let end = tagged.whens.get(mention).and_then(|w| w.end);
    let ahead = tagged
        .published
        .as_ref()
        .zip(end)
        .is_some_and(|(p, e)| e.day() > p.date);
    let noun = s.before(first) == Class::For && s.class(first.wrapping_sub(2)) == Class::Word;
    behind
        && past
        && ahead
        && noun
        && tagged
            .whens
            .get(mention)
            .is_some_and(|w| w.kind == TimexType::Date)
}

/// "12 percent", "$8", "C$252 million"
fn amount(s: &Scene, i: usize) -> bool {
    let figure = matches!(
        s.class(i),
        Class::Money | Class::Number | Class::NumberWord | Class::Hash
    );
    s.date_at(i).is_none() && (figure || s.class(i + 1) == Class::Money)
}

/// "a price of", "the level of"
fn level(s: &Scene, i: usize) -> bool {
    matches!(s.class(i), Class::A | Class::The)
        && [
            "price", "level", "rate", "high", "low", "loss", "profit", "peak", "record",
        ]
        .iter()
        .any(|w| s.says(i + 1, w))
}

/// Whether a word shortly before tells of a change of amount.
fn changes(s: &Scene, at: usize) -> bool {
    (s.range.start.max(at.saturating_sub(14))..at).any(|i| {
        let word = s.word(i).to_ascii_lowercase();
        CHANGE
            .iter()
            .any(|c| word.starts_with(c) && (c.len() > 3 || word.len() <= c.len() + 3))
    })
}

/// "rose 12 percent from 2023", "to 67 from 2030": an amount right before "from" is counted from the date's, unless
/// what is to come begins then.
fn counted(tagged: &Tagged, s: &Scene, mention: usize, verb: Option<&VerbGroup>) -> bool {
    let mut from = s.mentions[mention].tokens.start;
    while from > s.range.start && matches!(s.before(from), Class::The | Class::A) {
        from -= 1;
    }
    if s.before(from) != Class::From {
        return false;
    }
    let at = from - 1;
    // "was down from 9:12 to 9:40"
    if s.mentions[mention].link == Link::Begin {
        return false;
    }
    let valued = matches!(
        s.before(at),
        Class::Percent | Class::Number | Class::NumberWord | Class::Counted
    ) || [
        "percent",
        "million",
        "billion",
        "points",
        "cents",
        "up",
        "down",
        "higher",
        "lower",
        "unchanged",
    ]
    .contains(&s.word(at.wrapping_sub(1)));
    let behind = || {
        let end = tagged.whens.get(mention).and_then(|w| w.end);
        let publication = tagged.published.as_ref().map(|p| p.date);
        end.zip(publication).is_some_and(|(e, p)| e.day() <= p)
    };
    // "would rise by £5 from 1 April": from then on.
    let start = tagged.whens.get(mention).and_then(|w| w.start);
    let published = tagged.published.as_ref().map(|p| p.date);
    let would = verb.is_some_and(|v| v.tokens.clone().any(|i| s.class(i) == Class::Modal));
    let ahead = would && start.zip(published).is_some_and(|(m, p)| m.day() > p);
    let past = verb.is_none_or(|v| v.tense == VerbTense::Past) && !ahead;
    valued && changes(s, at) && (past || behind())
}

/// "no later than", "earlier than" before a date, which bound it: where the words begin, and whether they are denied.
pub(super) fn bound(s: &Scene, than: usize) -> Option<(usize, Class, bool)> {
    let word = than.checked_sub(1).filter(|&w| s.range.contains(&w))?;
    let class = match s.class(word) {
        c @ (Class::Later | Class::Earlier) => c,
        _ if s.says(word, "sooner") => Class::Earlier,
        _ => return None,
    };
    let denied = s.before(word) == Class::Not || (word > s.range.start && s.says(word - 1, "no"));
    let mut start = if denied { word - 1 } else { word };
    if denied && s.before(start) == Class::By {
        start -= 1;
    }
    Some((start, class, denied))
}

/// "not in 1990 but in 1995": where the "not" of such a date stands, and where its "but" does.
pub(super) fn denied(s: &Scene, mention: usize) -> Option<(usize, usize)> {
    let m = s.mentions.get(mention)?;
    let mut start = m.tokens.start;
    while start > s.range.start && matches!(s.before(start), Class::In | Class::On | Class::At | Class::The) {
        start -= 1;
    }
    let not = start.checked_sub(1).filter(|&n| s.class(n) == Class::Not)?;
    let but = (m.tokens.end..s.range.end.min(m.tokens.end + 2)).find(|&i| s.says(i, "but"))?;
    Some((not, but))
}

/// "dark from 1939 until 1945, but for eleven nights in May 1940", "every day except on Friday": the date is that of an
/// exception.
fn left_out(s: &Scene, mention: usize) -> bool {
    let first = s.mentions[mention].tokens.start;
    let from = s.range.start.max(first.saturating_sub(REACH));
    let mut back = (from..first)
        .rev()
        .take_while(|&k| !matches!(s.class(k), Class::Comma | Class::Semicolon | Class::Quote));
    back.any(|k| {
        let except = s.says(k, "except") || s.says(k, "excepting");
        let but = s.says(k, "but") && s.class(k + 1) == Class::For;
        let apart = s.says(k, "apart") && s.class(k + 1) == Class::From;
        let verb = s.finite().any(|g| (k..first).contains(&s.groups[g].head));
        (except || but || apart) && !verb
    })
}

/// "every Wednesday from 9 a.m. to noon": no one day.
fn repeated(tagged: &Tagged, s: &Scene, clauses: &[Clause], mention: usize) -> bool {
    let kind = |i: usize| tagged.whens.get(i).map(|w| w.kind);
    if kind(mention) != Some(TimexType::Time) {
        return false;
    }
    let at = |i: usize| {
        let first = s.mentions[i].tokens.start;
        clauses.partition_point(|c| c.tokens.end <= first)
    };
    let here = at(mention);
    s.dates
        .clone()
        .filter(|&i| i.abs_diff(mention) <= 4)
        .any(|i| kind(i) == Some(TimexType::Set) && at(i) == here)
}

//! Times that are counted from another event of the text: "two days after the fire", "following his inauguration", "a
//! week before the trial opened".

use super::clause::{Clause, Kind};
use super::governor::{Governed, governor};
use super::happening::{OWNERS, content, key_of_verb, keys_of_noun, only_happens, run};
use super::lasting::{lasted, stands};
use super::noun::goes_on;
use super::phrase::{Phrase, first_since, takes_date};
use super::scene::Scene;
use crate::rules::Meaning;
use crate::text::{Class, VerbKind, VerbTense};
use crate::time::Grain;
use std::ops::Range;

/// On which side of the event it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    After,
    Before,
    Since,
    Until,
}

/// How far from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The words don't say.
    Open,
    /// So many units away.
    Units(i32, Grain),
    /// All of so many units: "for three days after the fire".
    Lasts(i32, Grain),
}

/// A time that is counted from another event.
#[derive(Debug, Clone)]
pub(super) struct Anchored {
    pub phrase: Phrase,
    pub side: Side,
    pub step: Step,
    /// Any of these names the event.
    pub keys: Vec<String>,
    /// The noun or verb that names it.
    pub name: String,
    /// Words that the other statement's sentence must share, one at least where there are any.
    pub marks: Vec<String>,
    /// It is named by a clause, whose subject is the mark.
    pub clause: bool,
    /// Counted from where another statement tells that it began: "lasted eleven weeks".
    pub from_beginning: bool,
    pub governed: Governed,
    /// The lengths in it, as mentions.
    pub lengths: Range<usize>,
}

/// Words that may describe an event without telling which.
const DESCRIBING: &[&str] = &[
    "deadly",
    "fatal",
    "tragic",
    "historic",
    "narrow",
    "surprise",
    "sudden",
    "initial",
    "actual",
    "public",
    "official",
    "controversial",
    "disputed",
    "successful",
    "failed",
    "brief",
    "short",
    "long",
    "formal",
    "partial",
    "mysterious",
    "unexpected",
    "fierce",
    "devastating",
    "huge",
    "massive",
    "terrible",
    "bloody",
    "brutal",
    "dramatic",
    "crucial",
];

/// The first such time of a sentence's main line.
pub(super) fn anchored(s: &Scene, clauses: &[Clause]) -> Option<Anchored> {
    s.range.clone().find_map(|i| read(s, clauses, i))
}

/// "The strike lasted eleven weeks": from where another statement tells that it began.
pub(super) fn from_beginning(s: &Scene, clauses: &[Clause]) -> Option<Anchored> {
    let (phrase, governed, l, keys, name) = lasted(s, clauses)?;
    Some(Anchored {
        phrase,
        side: Side::Since,
        step: Step::Lasts(l.n, l.grain),
        keys,
        name,
        marks: Vec::new(),
        clause: false,
        from_beginning: true,
        governed,
        lengths: l.mention..l.mention + 1,
    })
}

/// "after", "ahead of", "in the wake of", "on the eve of": the side, where the words begin and where they end.
pub(super) fn lead(s: &Scene, i: usize) -> Option<(Side, Range<usize>, Option<Step>)> {
    let of = |k: usize| s.class(k) == Class::Of;
    let words = |side, n| Some((side, i..i + n, None));
    match s.class(i) {
        Class::After => words(Side::After, 1),
        Class::Before => words(Side::Before, 1),
        Class::Since => words(Side::Since, 1),
        Class::Until => words(Side::Until, 1),
        // "was following the race", "the following vote"
        Class::Following => {
            let verb = s
                .groups
                .iter()
                .any(|g| g.tokens.contains(&i) && (g.tokens.len() > 1 || g.kind == VerbKind::Finite));
            let placed = i == s.range.start || matches!(s.before(i), Class::Comma) || s.nominal(i - 1);
            (!verb && placed).then_some((Side::After, i..i + 1, None))
        }
        Class::Previous if s.says(i, "prior") && s.class(i + 1) == Class::To => words(Side::Before, 2),
        _ if of(i + 1) && s.says(i, "ahead") => words(Side::Before, 2),
        Class::In
            if s.class(i + 1) == Class::The
                && (s.says(i + 2, "wake") || s.says(i + 2, "aftermath"))
                && of(i + 3) =>
        {
            words(Side::After, 4)
        }
        Class::On if s.class(i + 1) == Class::The && s.class(i + 2) == Class::Eve && of(i + 3) => {
            Some((Side::Before, i..i + 4, Some(Step::Units(1, Grain::Day))))
        }
        _ => None,
    }
}

/// Where the words begin with their amount, how far they count, and the lengths among them.
pub(super) fn counted(
    s: &Scene,
    side: Side,
    words: &Range<usize>,
    fixed: Option<Step>,
) -> (usize, Step, Range<usize>) {
    match fixed {
        Some(step) => (words.start, step, 0..0),
        None if matches!(side, Side::Since | Side::Until) => (words.start, Step::Open, 0..0),
        None => amount(s, words.start),
    }
}

/// Whether the words that begin at `start` may be a time of what is told: not in "drew strength from before the slump",
/// "higher than before the vote", "not the day after the vote".
pub(super) fn free(s: &Scene, start: usize) -> bool {
    let taken = matches!(
        s.before(start),
        Class::From | Class::Than | Class::Not | Class::And | Class::Or | Class::Of | Class::To | Class::As
    );
    // "the day after the vote count": something was read in between.
    !taken && s.date_at(start.wrapping_sub(1)).is_none()
}

fn read(s: &Scene, clauses: &[Clause], i: usize) -> Option<Anchored> {
    let (side, words, fixed) = lead(s, i)?;
    if s.date_at(i).is_some() || s.quoted(i) {
        return None;
    }
    let event = noun(s, words.end).or_else(|| clause(s, words.end, side))?;
    let (start, step, lengths) = counted(s, side, &words, fixed);
    let told_of = free(s, start);
    let even = first_since(s, start);
    let tokens = start..event.end;
    let governed = governor(s, clauses, &tokens).filter(|g| {
        let group = &s.groups[g.group];
        let clause = &clauses[g.clause];
        group.kind == VerbKind::Finite && !tokens.contains(&group.tokens.start) && stands(s, clause)
    });
    let governed = governed.or_else(|| {
        // The phrase's own clause is no statement of when; what it hangs on is.
        let clause = clauses.iter().position(|c| {
            matches!(c.kind, Kind::Main | Kind::Resumed)
                && c.verb
                    .is_some_and(|v| !tokens.contains(&s.groups[v].tokens.start))
        })?;
        (event.clause && start == s.range.start).then_some(Governed {
            group: clauses[clause].verb?,
            clause,
        })
    })?;
    // What has not happened up to the event, or may, is told whole or not at all.
    let group = &s.groups[governed.group];
    let denied = group.tokens.clone().any(|k| s.class(k) == Class::Not);
    let supposed = group.tokens.clone().any(|k| s.class(k) == Class::Modal);
    if !told_of || supposed || (denied && side != Side::Since) || (event.clause && side == Side::Since) {
        return None;
    }
    let cut = cut(s, &tokens, even || denied);
    Some(Anchored {
        phrase: Phrase {
            tokens,
            cut,
            of_noun: false,
            owned: false,
        },
        side: if even { Side::After } else { side },
        step,
        keys: event.keys,
        name: event.name,
        marks: event.marks,
        clause: event.clause,
        from_beginning: false,
        governed,
        lengths,
    })
}

/// The words can go where a comma closes them off, or where they close the sentence.
fn cut(s: &Scene, tokens: &Range<usize>, held: bool) -> Option<Range<usize>> {
    let closes = s.class(tokens.end) == Class::Stop && tokens.end + 1 >= s.range.end;
    // "in the first hours after the quake" is one.
    let hung = matches!(
        s.before(tokens.start),
        Class::Comma | Class::And | Class::Unit | Class::Early | Class::Late
    );
    if held || closes && hung {
        None
    } else if tokens.start == s.range.start && s.class(tokens.end) == Class::Comma {
        Some(tokens.start..tokens.end + 1)
    } else {
        closes.then(|| tokens.clone())
    }
}

/// How an event is named.
pub(super) struct Named {
    pub keys: Vec<String>,
    name: String,
    marks: Vec<String>,
    pub end: usize,
    clause: bool,
}

/// "the vote", "his inauguration", "Hale's resignation", "the collapse of the pier".
pub(super) fn noun(s: &Scene, at: usize) -> Option<Named> {
    let owner = OWNERS.iter().any(|w| s.says(at, w));
    let known = s.class(at) == Class::The || owner;
    let from = if known { at + 1 } else { at };
    let run = run(s, from)?;
    let head = run.end - 1;
    let possessive = (run.start..head).any(|k| s.class(k) == Class::Apostrophe);
    let keys = keys_of_noun(s.word(head));
    // "a crash", "talks": told of for the first time. "the Great War" is a name.
    if !(known || possessive) || keys.is_empty() || s.capital(head) {
        return None;
    }
    let whole = goes_on(s, run.end);
    // "the vote on Friday": its date stands beside it.
    let dated = |&k: &usize| s.date_at(k).is_some() || takes_date(s.class(k)) && s.date_at(k + 1).is_some();
    let end = (run.end..whole).find(dated).unwrap_or(whole);
    let next = s.class(end);
    let ends = matches!(
        next,
        Class::Comma | Class::Stop | Class::Break | Class::And | Class::Semicolon | Class::Dash | Class::Quote
    ) || s.range.end <= end
        // "the fire on 3 May"
        || (end..end + 2).any(|i| s.date_at(i).is_some())
        || end == run.end && s.groups.iter().any(|g| g.tokens.start == end && g.kind != VerbKind::Finite);
    let verb = s
        .groups
        .iter()
        .any(|g| g.tokens.start == end && g.kind == VerbKind::Finite);
    let hung = s.class(end) == Class::Conjunction || s.class(end) == Class::That;
    let subject = matches!(next, Class::The | Class::Pronoun) || s.capital(end) && end > run.end;
    if !(ends || subject) || verb || hung {
        return None;
    }
    let marks = (run.start..head)
        .chain(run.end..end)
        .filter(|&k| !DESCRIBING.contains(&s.word(k)) && !s.word(k).ends_with("ly"))
        .filter_map(|k| content(s, k))
        .collect();
    Some(Named {
        keys,
        name: s.word(head).to_owned(),
        marks,
        end,
        clause: false,
    })
}

/// "the trial opened", "he was arrested", up to the comma or the end of the sentence.
fn clause(s: &Scene, at: usize, side: Side) -> Option<Named> {
    if side == Side::Since {
        return None;
    }
    let pronoun = ["he", "she", "it", "they"].iter().any(|w| s.says(at, w));
    let known = s.class(at) == Class::The || OWNERS.iter().any(|w| s.says(at, w));
    let subject = match (pronoun, known) {
        (true, _) => at..at + 1,
        (_, true) => run(s, at + 1)?,
        _ => run(s, at)?,
    };
    let verb = s
        .groups
        .iter()
        .find(|g| g.tokens.start == subject.end && g.kind == VerbKind::Finite)?;
    let told = verb.tense == VerbTense::Past
        && !verb.says
        && !verb
            .tokens
            .clone()
            .any(|i| matches!(s.class(i), Class::Not | Class::Modal));
    let copula = matches!(
        s.class(verb.head),
        Class::Was | Class::Is | Class::Been | Class::Have | Class::Had
    );
    if !told || copula {
        return None;
    }
    let most = s.range.end.min(at + 14);
    let end = (verb.tokens.end..most).find(|&i| {
        matches!(
            s.class(i),
            Class::Comma | Class::Stop | Class::Break | Class::Semicolon | Class::Dash
        )
    })?;
    let another = s
        .groups
        .iter()
        .any(|g| g.kind == VerbKind::Finite && (verb.tokens.end..end).contains(&g.tokens.start));
    if another {
        return None;
    }
    let head = subject.end - 1;
    let nouns = keys_of_noun(s.word(head));
    let (keys, name, marks) = if only_happens(s.word(verb.head)) {
        if pronoun || nouns.is_empty() {
            return None;
        }
        let marks = (subject.start..head).filter_map(|k| content(s, k)).collect();
        (nouns, s.word(head), marks)
    } else {
        let marks = if pronoun { None } else { content(s, head) };
        (
            vec![key_of_verb(s.word(verb.head))],
            s.word(verb.head),
            marks.into_iter().collect(),
        )
    };
    Some(Named {
        keys,
        name: name.to_owned(),
        marks,
        end,
        clause: true,
    })
}

/// The amount before "after" or "before": where the words begin, and how far it is.
fn amount(s: &Scene, at: usize) -> (usize, Step, Range<usize>) {
    let Some(before) = at.checked_sub(1).filter(|b| s.range.contains(b)) else {
        return (at, Step::Open, 0..0);
    };
    if let Some(m) = s.date_at(before) {
        let mention = &s.mentions[m];
        let start = mention.tokens.start;
        let (lasts, start) = match s.before(start) {
            Class::For => (true, start - 1),
            Class::In | Class::Within | Class::The => (false, lead_in(s, start)),
            _ => (false, start),
        };
        let exact = !matches!(
            s.before(mention.tokens.start),
            Class::Than | Class::Least | Class::In | Class::Within | Class::The | Class::Over | Class::Nearly
        );
        let step = match &mention.meaning {
            Meaning::Length { amount, grain } if exact && *grain >= Grain::Day => match amount.count() {
                Some(n) if lasts => Step::Lasts(n, *grain),
                Some(n) => Step::Units(n, *grain),
                None => Step::Open,
            },
            _ => Step::Open,
        };
        // "more than two weeks after"
        let start = if exact { start } else { lead_in(s, start) };
        return (start, step, m..m + 1);
    }
    // "the day after", "a week before", "the morning after"
    let grain = match s.word(before).to_ascii_lowercase().as_str() {
        "day" | "morning" | "evening" | "night" | "afternoon" => Grain::Day,
        "week" => Grain::Week,
        "month" => Grain::Month,
        "year" => Grain::Year,
        "shortly" | "soon" | "immediately" | "just" | "right" | "moments" | "long" => {
            return (before, Step::Open, 0..0);
        }
        _ => return (at, Step::Open, 0..0),
    };
    match s.before(before) {
        Class::The | Class::A if before > s.range.start => {
            let start = before - 1;
            let start = if matches!(s.before(start), Class::On | Class::In) {
                start - 1
            } else {
                start
            };
            (start, Step::Units(1, grain), 0..0)
        }
        _ => (at, Step::Open, 0..0),
    }
}

/// Back over "in the", "more than", "at least".
fn lead_in(s: &Scene, mut start: usize) -> usize {
    while start > s.range.start
        && matches!(
            s.before(start),
            Class::The
                | Class::In
                | Class::Within
                | Class::Than
                | Class::More
                | Class::Least
                | Class::At
                | Class::Over
                | Class::Nearly
        )
    {
        start -= 1;
    }
    start
}

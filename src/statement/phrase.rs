//! The words that date a statement, with their preposition, and whether they can be taken out of it.

use super::beside::bound;
use super::governor::describes_noun;
use super::scene::Scene;
use crate::rules::{Meaning, Name, Which};
use crate::text::Class;
use std::ops::Range;

/// The words of a date in its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// With the preposition: "on Friday", "earlier in January".
    pub tokens: Range<usize>,
    /// What to take out, commas included, where the sentence stays whole without it.
    pub cut: Option<Range<usize>>,
    /// It describes a noun rather than telling when something happened.
    pub of_noun: bool,
    /// An article or an owner stands before that noun, so that the date can't be an adverb: "the 10 April deadline".
    pub owned: bool,
}

/// Whether the word takes a date as its object.
pub(super) fn takes_date(c: Class) -> bool {
    matches!(
        c,
        Class::In
            | Class::On
            | Class::At
            | Class::By
            | Class::Until
            | Class::Since
            | Class::From
            | Class::Through
            | Class::Throughout
            | Class::Between
            | Class::During
            | Class::Before
            | Class::After
            | Class::Within
            | Class::For
            | Class::Over
    )
}

/// The phrase of the mentions from `first` to `last`.
pub(super) fn phrase(s: &Scene, first: usize, last: usize) -> Phrase {
    let (Some(a), Some(b)) = (s.mentions.get(first), s.mentions.get(last)) else {
        return Phrase {
            tokens: 0..0,
            cut: None,
            of_noun: false,
            owned: false,
        };
    };
    let end = b.tokens.end;
    let bare = a.tokens.start;
    let mut start = bare;
    let mut probe = start;
    // "since the early", "in about", "from the"
    while probe > s.range.start
        && start - probe < 3
        && matches!(
            s.class(probe - 1),
            Class::The
                | Class::About
                | Class::Nearly
                | Class::Just
                | Class::Early
                | Class::Late
                | Class::Mid
                | Class::Least
                | Class::Whole
        )
    {
        probe -= 1;
    }
    let mut preposition = false;
    if probe > s.range.start && takes_date(s.class(probe - 1)) && s.date_at(probe - 1).is_none() {
        start = probe - 1;
        preposition = true;
        if s.class(start) == Class::Of
            || matches!(
                s.before(start),
                Class::Earlier | Class::Later | Class::Early | Class::Late
            ) && s.date_at(start - 1).is_none()
        {
            start -= 1;
        }
        // "shortly before 6 am", "just after noon"
        let close = ["shortly", "soon", "just", "well", "long", "right", "immediately"];
        if matches!(s.class(start), Class::Before | Class::After)
            && start > s.range.start
            && close.iter().any(|w| s.says(start - 1, w))
        {
            start -= 1;
        }
    } else if matches!(s.before(bare), Class::About | Class::Nearly) {
        start = bare - 1;
    }
    // "on or before Friday", "as of May", "up to March"
    if s.before(start) == Class::Or && start >= s.range.start + 2 && takes_date(s.class(start - 2)) {
        start -= 2;
    }
    let mut held = false;
    // "no later than Friday"
    if s.before(bare) == Class::Than
        && let Some((from, _, denied)) = bound(s, bare - 1)
    {
        start = from;
        preposition = true;
        // "must not reopen earlier than 3 May" says nothing right without it.
        held = !denied;
    }
    // "for the quarter ended 31 December"
    let ended = ["ended", "ending"]
        .contains(&s.word(start.wrapping_sub(1)))
        .then(|| period(s, start - 1))
        .flatten();
    match ended {
        Some(from) => {
            start = from;
            preposition = true;
        }
        None => held |= !preposition && ["ended", "ending"].contains(&s.word(start.wrapping_sub(1))),
    }
    // "in the 1990 treaty": the article between preposition and date belongs to the noun behind the date.
    let noun = describes_noun(s, bare, end);
    let of_noun = noun.is_some();
    if of_noun {
        start = bare;
    }
    // "in the 1994 New Year honours", "the 2019 May elections": an article makes one thing of the year and what follows.
    let names = matches!(s.before(bare), Class::The | Class::A)
        && matches!(&a.meaning, Meaning::Date(d) if d.month.is_none() && d.year.is_some())
        && (s.date_at(end).is_some() || s.capital(end));
    let held = held || of_noun || names || first_since(s, start);
    Phrase {
        cut: (!held).then(|| cut(s, start, end, preposition)).flatten(),
        tokens: start..end,
        of_noun,
        owned: noun == Some(true),
    }
}

/// Where "for the quarter", "in the nine months" before "ended" begins; nothing without its preposition.
fn period(s: &Scene, ended: usize) -> Option<usize> {
    let mut at = ended;
    let mut unit = false;
    while at > s.range.start && ended - at < 7 {
        let i = at - 1;
        match s.class(i) {
            Class::Unit | Class::Quarter | Class::Half | Class::TimeNoun => unit = true,
            Class::The
            | Class::A
            | Class::Number
            | Class::NumberWord
            | Class::OrdinalWord
            | Class::Fiscal
            | Class::Hyphen
            | Class::Second
            | Class::Recent
            | Class::Pronoun => {}
            c if takes_date(c) && unit => return Some(i),
            _ => return None,
        }
        at = i;
    }
    None
}

/// A time of the clock, which stands before no noun.
fn timed(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Clock(_) => true,
        Meaning::Within(part, _) => timed(part),
        _ => false,
    }
}

/// Words that rank one above all others of its time.
const UTMOST: &[&str] = &[
    "only",
    "most",
    "least",
    "best",
    "worst",
    "biggest",
    "smallest",
    "largest",
    "highest",
    "lowest",
    "longest",
    "shortest",
    "strongest",
    "weakest",
    "fastest",
    "slowest",
    "hottest",
    "coldest",
    "warmest",
    "wettest",
    "driest",
    "deadliest",
    "heaviest",
    "steepest",
    "sharpest",
    "richest",
    "poorest",
    "closest",
    "greatest",
    "fewest",
    "latest",
];

/// "the first win since May", "the worst year since 1990": not how long, but after when.
pub(super) fn first_since(s: &Scene, start: usize) -> bool {
    if s.class(start) != Class::Since {
        return false;
    }
    (s.range.start.max(start.saturating_sub(8))..start)
        .rev()
        .take_while(|&i| !matches!(s.class(i), Class::Comma | Class::Semicolon | Class::Conjunction))
        .any(|i| {
            let word = s.word(i);
            let the = |k: usize| matches!(s.class(k), Class::The | Class::Pronoun | Class::Letter);
            UTMOST.contains(&word) && s.before(i) != Class::At
                || (matches!(s.class(i), Class::OrdinalWord | Class::Second)
                    && (the(i.wrapping_sub(1)) || the(i.wrapping_sub(2))))
        })
}

/// "In the north, today is the eighth day": no adverb but the subject, as the verb follows and before it stands no other.
fn is_subject(s: &Scene, start: usize, end: usize, preposition: bool) -> bool {
    let first = s.class(s.range.start);
    let aside = takes_date(first) || matches!(first, Class::Preposition | Class::With);
    let verb = s
        .finite()
        .map(|g| &s.groups[g])
        .any(|g| g.tokens.start == end && matches!(s.class(end), Class::Is | Class::Was));
    let alone = start == s.range.start
        || aside && s.before(start) == Class::Comma && !s.commas(s.range.start, start - 1);
    !preposition && verb && alone
}

fn cut(s: &Scene, start: usize, end: usize, preposition: bool) -> Option<Range<usize>> {
    let next = s.class(end);
    let before = s.before(start);
    if matches!(next, Class::Hyphen | Class::Slash | Class::Apostrophe)
        || s.tokens
            .get(end)
            .is_some_and(|t| t.glued() && t.class == Class::Word && s.range.contains(&end))
    {
        return None;
    }
    if before == Class::Open && next == Class::Close {
        return Some(start - 1..end + 1);
    }
    // "(born 3 May 1950)"
    let bracket = (s.range.start..start)
        .rev()
        .map(|i| s.class(i))
        .find(|c| matches!(c, Class::Open | Class::Close))
        == Some(Class::Open);
    if bracket {
        return None;
    }
    // "between the 1930s and the present day": one end alone.
    if s.class(start) == Class::Between && next == Class::And {
        return None;
    }
    // "gave them until Tuesday to sign" needs its date; so does what was said in quotation marks.
    let needed = next == Class::To && s.class(start) == Class::Until;
    // "Not until 1990 was it abolished" would be turned round.
    let turned = s.before(start) == Class::Not || s.says(start.wrapping_sub(1), "only");
    if needed || turned || s.quoted(start) {
        return None;
    }
    let opens = start == s.range.start
        || matches!(
            before,
            Class::Comma | Class::Semicolon | Class::And | Class::That | Class::Dash | Class::Colon
        );
    // A noun right behind makes one thing with the date: "in October elections"; at the beginning a name may follow.
    let word_next = matches!(next, Class::Word | Class::Counted | Class::Label | Class::Unit)
        && !s.groups.iter().any(|g| g.tokens.contains(&end));
    let loose = s.word(end).ends_with("ly")
        || ["amid", "alone", "onward", "onwards", "there", "according"].contains(&s.word(end))
        || (opens && s.capital(end))
        // "2024-05-03 14:05 server restarted"
        || (start == s.range.start && s.date_at(end - 1).is_some_and(|m| timed(&s.mentions[m].meaning)));
    // "for the year-earlier nine months"
    let counts = matches!(next, Class::NumberWord | Class::Number) && preposition && !opens;
    // "since August, when it opened": what follows hangs on the date.
    let hung = [end, end + 1]
        .iter()
        .any(|&i| ["when", "which"].iter().any(|w| s.says(i, w)) && (i == end || next == Class::Comma));
    // "in a year or two"
    let or = if next == Class::Comma { end + 1 } else { end };
    let either = s.class(or) == Class::Or
        && (matches!(
            s.class(or + 1),
            Class::Number | Class::NumberWord | Class::Early | Class::Late | Class::Earlier | Class::Later
        ) || s.says(or + 1, "so"));
    // "The deadline is Friday": without it nothing is said.
    let told = s.groups.iter().any(|g| {
        g.tokens.end == start
            && matches!(
                s.class(g.tokens.end - 1),
                Class::Is | Class::Was | Class::Be | Class::Been
            )
    }) && matches!(
        next,
        Class::Stop | Class::Comma | Class::Break | Class::And | Class::Or | Class::Semicolon | Class::Quote
    );
    // "its seasonally slow third quarter": no adverb.
    let noun = !preposition
        && s.date_at(end - 1).is_some_and(|m| {
            matches!(
                &s.mentions[m].meaning,
                Meaning::Named(Name::Quarter(..) | Name::Half(..) | Name::Season(_), Which::Bare)
            )
        })
        && !opens;
    // "on Friday at the earliest"
    let bounded = next == Class::At && ["earliest", "latest"].iter().any(|w| s.says(end + 2, w));
    if bounded {
        return None;
    }
    // "for 1990 and beyond"
    let beyond = next == Class::And
        && ["beyond", "after", "onward", "onwards"]
            .iter()
            .any(|w| s.says(end + 1, w));
    if word_next && !loose
        || counts
        || hung
        || either
        || told
        || noun
        || beyond
        || is_subject(s, start, end, preposition)
    {
        return None;
    }
    if matches!(next, Class::Of | Class::Than)
        || matches!(
            before,
            Class::Of | Class::Than | Class::To | Class::As | Class::Or
        )
    {
        return None;
    }
    if before == Class::And && !opens {
        return None;
    }
    // "after a wet Christmas", "a long summer": the words before belong to it.
    let kind = s.date_at(start).and_then(|m| s.mentions.get(m)).is_some_and(|m| {
        matches!(
            &m.meaning,
            Meaning::Named(Name::Feast(..) | Name::Season(_), Which::Bare)
        )
    });
    if kind && !preposition && before == Class::Word && s.class(start.wrapping_sub(2)) == Class::A {
        return None;
    }
    // "for its third quarter", "the firm’s third quarter"
    let owned = before == Class::Pronoun
        && ["its", "his", "her", "their", "our", "my", "your"]
            .contains(&s.word(start - 1).to_ascii_lowercase().as_str());
    if owned || (before == Class::Letter && s.says(start - 1, "s")) {
        return None;
    }
    // A bare date needs a place where an adverb may stand.
    if !preposition
        && matches!(
            before,
            Class::The
                | Class::A
                | Class::Preposition
                | Class::With
                | Class::This
                | Class::That
                | Class::Every
                | Class::Past
                | Class::Under
                | Class::Per
                | Class::Each
        )
    {
        return None;
    }
    if matches!(next, Class::And | Class::Or) && s.date_at(end + 1).is_some() {
        return None;
    }
    let comma_next = next == Class::Comma;
    let inner_comma = (start..end).any(|i| s.class(i) == Class::Comma);
    Some(if comma_next && start == s.range.start {
        start..end + 1
    } else if comma_next && before == Class::Comma {
        start - 1..end + 1
    } else if comma_next && (inner_comma || opens) {
        start..end + 1
    } else {
        start..end
    })
}

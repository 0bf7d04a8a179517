//! The words that date a statement, with their preposition, and whether they can be taken out of it.

use super::governor::describes_noun;
use super::scene::Scene;
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
    } else if matches!(s.before(bare), Class::About | Class::Nearly) {
        start = bare - 1;
    }
    // "on or before Friday", "as of May", "up to March"
    if s.before(start) == Class::Or && start >= s.range.start + 2 && takes_date(s.class(start - 2)) {
        start -= 2;
    }
    // "in the 1990 treaty": the article between preposition and date belongs to the noun behind the date.
    let of_noun = describes_noun(s, bare, end);
    if of_noun {
        start = bare;
    }
    Phrase {
        cut: (!of_noun).then(|| cut(s, start, end, preposition)).flatten(),
        tokens: start..end,
        of_noun,
    }
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
    // "gave them until Tuesday to sign" needs its date; so does what was said in quotation marks.
    let needed = next == Class::To && s.class(start) == Class::Until;
    let quoted = (s.range.start..start)
        .filter(|&i| s.class(i) == Class::Quote)
        .count()
        % 2
        == 1;
    if needed || quoted {
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
        || (opens && s.capital(end));
    if word_next && !loose {
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

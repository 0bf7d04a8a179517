//! Whether pieces of a sentence make a statement that stands alone. A whole sentence is better than a broken clause.

use super::entry::Pieces;
use super::scene::Scene;
use crate::text::{Class, VerbKind};

/// Whether the pieces make a statement that stands alone: it holds `verb`, with a subject before it where
/// `subject` asks for one, begins with no conjunction and ends with no preposition.
pub(super) fn stands_alone(s: &Scene, p: &Pieces, verb: Option<usize>, subject: bool) -> bool {
    let (Some(first), Some(last)) = (p.first(), p.last()) else {
        return false;
    };
    if !p
        .tokens()
        .any(|i| s.nominal(i) || s.capital(i) || s.date_at(i).is_some())
    {
        return false;
    }
    if let Some(g) = verb.and_then(|v| s.groups.get(v)) {
        if !g.tokens.clone().all(|i| p.contains(i)) {
            return false;
        }
        let named = p.tokens().take_while(|&i| i < g.tokens.start).any(|i| {
            s.nominal(i)
                || s.capital(i)
                || s.date_at(i).is_some()
                || matches!(
                    s.class(i),
                    Class::These
                        | Class::This
                        | Class::That
                        | Class::Least
                        | Class::Half
                        | Class::Each
                        | Class::Same
                        | Class::Vague
                        | Class::More
                )
        });
        if subject && !named {
            return false;
        }
    }
    let joins = |i: usize| {
        matches!(s.class(i), Class::Conjunction | Class::And | Class::Or) && s.date_at(i).is_none()
    };
    let opens = first == s.range.start;
    // "While sales fell, they rose later" begins with its conjunction, and has a main clause behind it.
    let led =
        opens && s.class(first) == Class::Conjunction && s.finite().count() > 1 && p.contains(first + 1);
    let bad_first = joins(first) && !led
        || (first != s.range.start
            && matches!(
                s.class(first),
                Class::As | Class::Than | Class::Of | Class::Is | Class::Was | Class::Will
            ))
        || (first != s.range.start && s.class(first) == Class::To)
        // "voted 19–14 on a limit": half of a result
        || first > s.range.start
            && s.tokens[first].glued()
            && matches!(s.class(first), Class::Number)
            && matches!(s.before(first), Class::Hyphen | Class::Dash);
    let bad_last = joins(last)
        || s.date_at(last).is_none()
            && matches!(
                s.class(last),
                Class::Is
                    | Class::Was
                    | Class::Be
                    | Class::Been
                    | Class::Will
                    | Class::The
                    | Class::A
                    | Class::Of
                    | Class::From
                    | Class::To
                    | Class::With
                    | Class::By
                    | Class::For
                    | Class::At
                    | Class::As
                    | Class::Between
                    | Class::During
                    | Class::Until
                    | Class::Preposition
                    | Class::Than
            )
        || matches!(s.class(last), Class::In | Class::On) && s.date_at(last).is_none() && cut_after(last, s);
    // "saying it would lose …" hangs on what was cut off.
    let gerund = !opens
        && s.groups
            .iter()
            .any(|g| g.kind == VerbKind::Participle && g.tokens.start == first);
    let open_ended = [
        "such", "if", "so", "whose", "very", "its", "their", "every", "no", "past",
    ]
    .iter()
    .any(|w| s.says(last, w))
        && s.date_at(last).is_none();
    !bad_first && !bad_last && !gerund && !open_ended && !attribution(s, p)
}

/// "its president said": who spoke, and nothing of what was said.
fn attribution(s: &Scene, p: &Pieces) -> bool {
    let Some(g) = s
        .groups
        .iter()
        .find(|g| g.kind == VerbKind::Finite && p.contains(g.tokens.start))
    else {
        return false;
    };
    let word = |i: usize| (s.nominal(i) || s.capital(i)) && s.date_at(i).is_none();
    let behind = p.tokens().filter(|&i| i >= g.tokens.end);
    let quoted = p.tokens().any(|i| s.class(i) == Class::Quote);
    let said = ["said", "says", "say", "added", "told", "adds"].contains(&s.word(g.head));
    g.says && said && !quoted && !behind.into_iter().any(word)
}

/// Whether the text goes on behind the last piece, so that an "in" or "on" there has lost its noun.
fn cut_after(last: usize, s: &Scene) -> bool {
    let next = s.class(last + 1);
    !matches!(
        next,
        Class::Stop | Class::Comma | Class::Break | Class::Shout | Class::Quote
    )
}

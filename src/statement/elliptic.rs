//! Clauses that lean on the sentence before: "They did, according to a letter." Without it they say nothing.

use super::clause::{Clause, Kind};
use super::phrase::takes_date;
use super::scene::Scene;
use crate::text::Class;

/// Whether what a clause says, or all that its sentence says, is a subject and its helping verb: "They did", "It was
/// not", "The council had".
pub(super) fn elliptic(s: &Scene, clauses: &[Clause], carrier: usize) -> bool {
    let tells = |c: &Clause| {
        c.verb.is_some() && !matches!(c.kind, Kind::Relative | Kind::Sub | Kind::Supposed | Kind::Tail)
    };
    let hollow_here = clauses.get(carrier).is_some_and(|c| hollow(s, c));
    hollow_here || clauses.iter().any(tells) && clauses.iter().filter(|c| tells(c)).all(|c| hollow(s, c))
}

/// Whether a clause is a subject and a helping verb, and perhaps a date. "The fair was in May" is none.
fn hollow(s: &Scene, clause: &Clause) -> bool {
    let Some(verb) = clause.verb.and_then(|v| s.groups.get(v)) else {
        return false;
    };
    let led = |i: usize| i == clause.body && ["so", "but", "and", "yet"].iter().any(|w| s.says(i, w));
    let named = |i: &usize| s.date_at(*i).is_none() && (s.nominal(*i) || s.capital(*i)) && !led(*i);
    let mut subject = (clause.body..verb.tokens.start).filter(named);
    let pronoun = subject.next().is_some_and(|i| s.class(i) == Class::Pronoun) && subject.next().is_none();
    let helper = |i: usize| match s.class(i) {
        Class::Do | Class::Have | Class::Had | Class::Will | Class::Modal => true,
        Class::Not | Class::Apostrophe | Class::Letter => true,
        Class::Is | Class::Was => pronoun,
        _ => s.says(i, "so"),
    };
    verb.tokens.clone().all(helper) && over(s, verb.tokens.end)
}

/// Whether nothing but a date follows.
fn over(s: &Scene, mut at: usize) -> bool {
    at += usize::from(["not", "so"].iter().any(|w| s.says(at, w)));
    // "We had two days", "it was Tuesday": without a preposition the date is what they had and what it was.
    let led = takes_date(s.class(at)) || matches!(s.before(at), Class::Do | Class::Will | Class::Modal);
    let dated = at + usize::from(takes_date(s.class(at)));
    if let Some(m) = s.date_at(dated).filter(|_| led) {
        at = s.mentions[m].tokens.end;
    }
    let ends = matches!(
        s.class(at),
        Class::Comma
            | Class::Stop
            | Class::Shout
            | Class::Break
            | Class::Semicolon
            | Class::Dash
            | Class::Quote
    );
    ends || s.says(at, "according")
}

//! Verbs that share the auxiliary of a verb before "and": "will sink and burn", "to sink or burn", "has been sold and
//! scrapped".

use super::Class;
use super::verb_reader::Reader;
use super::verb_words::Form;
use super::verbs::{VerbGroup, VerbKind, VerbTense, Weak};
use std::ops::Range;

/// How many groups back the one with the auxiliary may stand: "will sell what is left and leave".
const REACH: usize = 3;

/// How many tokens may lie between "have" with its verb and a participle that shares it.
const OBJECT: usize = 8;

impl Reader<'_> {
    /// Gives verbs behind "and" the auxiliary that they share.
    pub fn share(&self, groups: &mut [VerbGroup]) {
        for k in 1..groups.len() {
            let start = groups[k].tokens.start;
            let bare = groups[k].kind == VerbKind::Finite && groups[k].weak != Weak::No
                || self.form(start).has(Form::BASE);
            if !bare || !self.joined(start) {
                continue;
            }
            let f = self.form(start);
            let from = k.saturating_sub(REACH);
            for b in (from..k).rev() {
                if self.unlike(&groups[b], f) {
                    continue;
                }
                if let Some(shared) = self.auxiliary(&groups[b], f, start) {
                    let (kind, tense) = (groups[b].kind, groups[b].tense);
                    let to = self.class(shared.end - 1) == Class::To;
                    let host = groups[b].tokens.end;
                    let g = &mut groups[k];
                    g.kind = if to { VerbKind::Infinitive } else { kind };
                    g.tense = if to { VerbTense::Future } else { tense };
                    g.weak = match g.weak {
                        // "to sink and burn": a verb is not joined to a noun; "to sell food and drink": an object is.
                        Weak::Noun(n) => {
                            let next = start <= host + 2;
                            Weak::Noun(n.saturating_add(if next { 8 } else { 4 }))
                        }
                        _ => Weak::No,
                    };
                    g.shared = Some(shared);
                }
                break;
            }
        }
    }

    /// Whether "and" or "or" stands right before, or before an adverb.
    fn joined(&self, start: usize) -> bool {
        let joins = |c: Class| matches!(c, Class::And | Class::Or);
        joins(self.before(start))
            || start >= 2
                && (self.word(start - 1).ends_with("ly") || self.class(start - 1) == Class::Then)
                && joins(self.class(start - 2))
    }

    /// Whether a verb of this form can't go on with that group, so that one farther back is asked.
    fn unlike(&self, group: &VerbGroup, f: Form) -> bool {
        let first = self.form(group.tokens.start);
        let alone = group.tokens.len() == 1 && group.shared.is_none();
        if f.has(Form::BASE) && !f.has(Form::PAST) {
            alone && !first.has(Form::BASE)
        } else {
            group.kind == VerbKind::Participle && alone
        }
    }

    /// The auxiliaries of a group that a verb of this form can go on with.
    fn auxiliary(&self, group: &VerbGroup, f: Form, start: usize) -> Option<Range<usize>> {
        if group.shared.is_some() && group.tokens.len() == 1 {
            let shared = group.shared.clone()?;
            let base = matches!(
                self.class(shared.end - 1),
                Class::To | Class::Will | Class::Modal | Class::Do | Class::Not
            );
            return (base == f.has(Form::BASE)).then_some(shared);
        }
        let last = self.form(group.head);
        let end = group.head;
        if f.has(Form::BASE) {
            // The last "to" of the group, else what it begins with.
            let to = (group.tokens.start..end)
                .rev()
                .find(|&i| self.class(i) == Class::To);
            if let Some(to) = to {
                return last.has(Form::BASE).then_some(to..to + 1);
            }
            let governs = matches!(
                self.class(group.tokens.start),
                Class::Will | Class::Modal | Class::Do
            );
            // "would be put to a vote and take effect": the modal alone, not the "be" behind it
            let modal = (group.tokens.start + 1..end)
                .take_while(|&i| self.class(i) == Class::Not)
                .last()
                .unwrap_or(group.tokens.start);
            return (governs && last.has(Form::BASE) && end > group.tokens.start)
                .then_some(group.tokens.start..modal + 1);
        }
        if !last.has(Form::PARTICIPLE) || end == group.tokens.start {
            return None;
        }
        let near = start - group.tokens.end;
        let be = (group.tokens.start..end)
            .any(|i| matches!(self.class(i), Class::Is | Class::Was | Class::Be | Class::Been));
        let have = (group.tokens.start..end).any(|i| matches!(self.class(i), Class::Have | Class::Had));
        let close = (group.tokens.end..start).all(|i| self.class(i) != Class::Comma);
        let fits = be && near <= 2 || have && !be && near <= OBJECT && close;
        fits.then_some(group.tokens.start..end)
    }
}

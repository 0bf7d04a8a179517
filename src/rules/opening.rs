//! What tells at one look that no expression begins at a token: the commonest cases, so that no rule is asked there.
//! No more than a short cut: without it every rule would answer the same.

use super::ago::AMOUNT_GOES_ON;
use crate::text::{Class, ClassSet, Cursor, Flags};

/// Whether nothing begins at the cursor.
pub(super) fn opens_nothing(c: Cursor) -> bool {
    let next = c.token(1);
    match c.class(0) {
        Class::The | Class::A => {
            VERBS_AND_SUMS.has(next.class) || next.class == Class::Word && next.value == 0 || !names_time(c)
        }
        // "the town that they left", "that the town"
        Class::That => CLAUSE.has(next.class),
        // "’98"; else a possessive or a quotation
        Class::Apostrophe => !matches!(next.class, Class::Number | Class::DecadeWord),
        Class::Number => counts(c) || c.token(0).digits < 3 && !next.glued() && counts_nothing(c),
        Class::NumberWord => matches!(next.class, Class::Percent | Class::Counted) || counts_nothing(c),
        // "Q3", "w/c"; "c. 1450"
        Class::Letter => match next.class {
            Class::Number | Class::Slash => false,
            Class::Stop => c.letter(0) != Some(b'C') || c.token(0).capital(),
            _ => true,
        },
        Class::Vague
        | Class::At
        | Class::About
        | Class::More
        | Class::Up
        | Class::Over
        | Class::Under
        | Class::Just
        | Class::Nearly
        | Class::Label => !names_time(c),
        _ => false,
    }
}

/// Whether a number stands far from any word that names a time, and from the letter of "o’clock".
fn counts_nothing(c: Cursor) -> bool {
    !names_time(c) && !c.is(1, Class::Letter)
}

/// Whether a word that names a time or a number stands close behind: what begins with an article, a number of few
/// figures or a word that says "about" is no expression without one.
fn names_time(c: Cursor) -> bool {
    const NEAR: usize = 10;
    c.behind(NEAR).iter().any(|t| !NAMES_NONE.has(t.class))
}

/// What names neither: words beyond the list, signs, function words and verbs.
static NAMES_NONE: ClassSet = ClassSet::of(&[
    Class::Word,
    Class::Address,
    Class::Hyphen,
    Class::Dash,
    Class::Stop,
    Class::Comma,
    Class::Colon,
    Class::Semicolon,
    Class::Slash,
    Class::Apostrophe,
    Class::Quote,
    Class::Open,
    Class::Close,
    Class::Money,
    Class::Percent,
    Class::Hash,
    Class::Shout,
    Class::Plus,
    Class::Sign,
    Class::The,
    Class::A,
    Class::Of,
    Class::In,
    Class::On,
    Class::At,
    Class::By,
    Class::From,
    Class::To,
    Class::And,
    Class::Or,
    Class::For,
    Class::As,
    Class::With,
    Class::Preposition,
    Class::Pronoun,
    Class::Conjunction,
    Class::This,
    Class::That,
    Class::These,
    Class::Will,
    Class::Modal,
    Class::Is,
    Class::Was,
    Class::Be,
    Class::Been,
    Class::Have,
    Class::Had,
    Class::Do,
    Class::Going,
    Class::Expected,
    Class::PastVerb,
    Class::SayPast,
    Class::SayPresent,
    Class::PlanVerb,
    Class::Not,
    Class::Letter,
    Class::Label,
    Class::Counted,
    Class::More,
    Class::Than,
    Class::Over,
    Class::Under,
    Class::Least,
    Class::Up,
    Class::Just,
]);

static VERBS_AND_SUMS: ClassSet = ClassSet::of(&[
    Class::Money,
    Class::Percent,
    Class::Counted,
    Class::PastVerb,
    Class::SayPast,
]);

static CLAUSE: ClassSet = ClassSet::of(&[
    Class::Word,
    Class::Pronoun,
    Class::The,
    Class::A,
    Class::Is,
    Class::Was,
    Class::Have,
    Class::Had,
    Class::Will,
    Class::Modal,
    Class::PastVerb,
    Class::SayPast,
    Class::Conjunction,
]);

/// Whether a number counts what is no unit of time: "12 percent", "3.5 percent", "40 people", "2 million dollars". Four
/// figures and more may be a year or a whole date ("20240503"), whatever follows.
fn counts(c: Cursor) -> bool {
    let number = c.token(0);
    if number.digits > 3 && !number.flags.has(Flags::GROUPED) {
        return false;
    }
    let decimal = c.is(1, Class::Stop) && c.glued(1) && c.is(2, Class::Number) && c.glued(2);
    let k = if decimal { 3 } else { 1 };
    match c.class(k) {
        Class::Percent | Class::Counted => true,
        Class::NumberWord => {
            let next = c.class(k + 1);
            next != Class::Stop && !AMOUNT_GOES_ON.has(next)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{GUARDS, find};
    use crate::text::{Cursor, Register, lex};

    #[test]
    fn a_short_cut_only() {
        for text in [
            "20240503 eighteen of them",
            "20240503 people",
            "1998 percent",
            "2024.05.03 people",
            "3 o’clock",
            "three o'clock",
        ] {
            assert!(!opens_nothing(Cursor::new(text, &lex(text), 0)), "{text}");
        }
        for text in [
            "12 percent",
            "3.5 percent",
            "40 people",
            "2 million dollars",
            "10,000 men",
            "the people",
        ] {
            let tokens = lex(text);
            assert!(opens_nothing(Cursor::new(text, &tokens, 0)), "{text}");
            assert!(find(text, &tokens, Register::Prose).mentions.is_empty(), "{text}");
        }
    }

    #[test]
    fn what_goes_on_behind_an_article_is_known() {
        for word in crate::rules::quarter::ALIKE {
            let text = format!("the {word} period last year");
            assert!(!opens_nothing(Cursor::new(&text, &lex(&text), 0)), "{text}");
        }
    }

    /// Over every example and refusal of every rule: where the short cut says that nothing begins, no rule reads
    /// anything that no guard blocks.
    #[test]
    fn no_rule_would_have_read() {
        let texts = crate::rules::all().flat_map(|r| {
            let examples = r.examples.iter().map(|e| e.0.replace(['[', ']'], ""));
            examples.chain(r.refusals.iter().map(|&t| t.to_owned()))
        });
        for text in texts {
            let tokens = lex(&text);
            for block in tokens.split(|t| t.class == Class::Break) {
                let all = (0..block.len()).map(|i| Cursor::new(&text, block, i));
                for c in all.filter(|c| opens_nothing(*c)) {
                    let class = c.class(0);
                    let guards = GUARDS.iter().filter(|g| g.starts.contains(&class));
                    let blocked = guards.filter_map(|g| (g.blocks)(c)).next().is_some();
                    let rules = crate::rules::all()
                        .filter(|r| r.family != "message" && r.starts.contains(&class))
                        .find(|r| (r.read)(c).is_some());
                    assert!(blocked || rules.is_none(), "{text}: {:?}", rules.map(|r| r.name));
                }
            }
        }
    }
}

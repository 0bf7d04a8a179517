//! Sentences, cut after the mentions are known: a full stop inside a mention ends none ("Feb. 3", "5 p.m. Friday").

use super::{Class, ClassSet, Token};
use std::ops::Range;

/// A sentence: its bytes and its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the text, white space around it left out.
    pub bytes: Range<usize>,
    /// Tokens of the list that [`super::lex`] made.
    pub tokens: Range<usize>,
    /// Counts the blocks between blank lines, from 0.
    pub paragraph: usize,
}

/// An abbreviation whose full stop ends no sentence when a capital follows.
fn is_title(word: &str) -> bool {
    if word.starts_with(|c: char| c.is_ascii_lowercase()) {
        return matches!(
            word,
            "vs" | "cf" | "approx" | "ca" | "al" | "eg" | "ie" | "viz" | "pp"
        );
    }
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "Prof"
            | "Gen"
            | "Col"
            | "Lt"
            | "Maj"
            | "Capt"
            | "Sgt"
            | "Cpl"
            | "Adm"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Pres"
            | "Rev"
            | "Hon"
            | "St"
            | "Mt"
            | "Ft"
            | "Jr"
            | "Sr"
            | "Fig"
            | "No"
            | "Nos"
            | "Art"
            | "Sec"
            | "Ch"
            | "Messrs"
            | "Sgts"
            | "Supt"
            | "Insp"
            | "Cmdr"
            | "Brig"
            | "Hr"
            | "Pvt"
            | "Atty"
            | "Ald"
            | "Assn"
            | "Dept"
            | "Univ"
            | "Bros"
            | "Ave"
            | "Blvd"
            | "Rd"
            | "Vol"
    )
}

/// An abbreviation after which a sentence may end, when what follows opens one.
fn may_close(word: &str) -> bool {
    matches!(
        word,
        "Inc"
            | "Corp"
            | "Co"
            | "Ltd"
            | "Cos"
            | "LLC"
            | "Plc"
            | "plc"
            | "etc"
            | "Calif"
            | "Fla"
            | "Mass"
            | "Pa"
    )
}

/// What a sentence may end with.
static MAY_END: ClassSet = ClassSet::of(&[
    Class::Break,
    Class::Stop,
    Class::Shout,
    Class::Sign,
    Class::Meridiem,
    Class::Era,
]);

/// Cuts the tokens into sentences. `keep` are byte ranges, in order, that no sentence may end inside; `blocks` are
/// byte ranges, in order, that no sentence may cross.
pub fn sentences(
    text: &str,
    tokens: &[Token],
    keep: &[Range<usize>],
    blocks: &[Range<usize>],
) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut first = 0;
    let mut paragraph = 0;
    // How many sentences stand before this paragraph.
    let mut before = 0;
    let mut kept = keep.iter().peekable();
    let mut block = blocks.iter().peekable();
    let mut block_end = blocks.first().map_or(usize::MAX, |b| b.end);
    let mut i = 0;
    // Most tokens neither end a sentence nor leave a block.
    while let Some(passed) = tokens.get(i..).and_then(|rest| {
        let mut rest = rest.iter();
        rest.position(|t| MAY_END.has(t.class) || t.start as usize >= block_end)
    }) {
        i += passed;
        let t = tokens[i];
        while kept.peek().is_some_and(|k| k.end <= t.start as usize) {
            kept.next();
        }
        let mut left_block = false;
        while block.peek().is_some_and(|b| b.end <= t.start as usize) {
            block.next();
            left_block = true;
        }
        block_end = block.peek().map_or(usize::MAX, |b| b.end);
        if t.class == Class::Break || left_block {
            if first < i {
                push(&mut out, text, tokens, first..i, paragraph);
            }
            if out.len() > before {
                paragraph += 1;
                before = out.len();
            }
            first = if t.class == Class::Break { i + 1 } else { i };
            if t.class == Class::Break {
                i += 1;
                continue;
            }
        }
        let inside = kept
            .peek()
            .is_some_and(|k| k.start <= t.start as usize && (t.end as usize) < k.end);
        if !inside && let Some(end) = ends_at(text, tokens, i) {
            push(&mut out, text, tokens, first..end, paragraph);
            first = end;
            i = end;
            continue;
        }
        i += 1;
    }
    if first < tokens.len() {
        push(&mut out, text, tokens, first..tokens.len(), paragraph);
    }
    out
}

fn push(out: &mut Vec<Sentence>, text: &str, tokens: &[Token], range: Range<usize>, paragraph: usize) {
    let (Some(a), Some(b)) = (
        tokens.get(range.start),
        range.end.checked_sub(1).and_then(|e| tokens.get(e)),
    ) else {
        return;
    };
    let bytes = a.start as usize..b.end as usize;
    debug_assert!(text.get(bytes.clone()).is_some());
    out.push(Sentence {
        bytes,
        tokens: range,
        paragraph,
    });
}

/// If the token at `i` ends a sentence: the index after it and what closes with it (quotes, brackets).
fn ends_at(text: &str, tokens: &[Token], i: usize) -> Option<usize> {
    let t = tokens[i];
    let word_end = |t: Token| t.class == Class::Meridiem || t.class == Class::Era;
    let stop = match t.class {
        Class::Stop | Class::Shout => true,
        // "5 p.m." may itself carry the full stop of the sentence.
        _ if word_end(t) => text.as_bytes().get(t.end as usize - 1) == Some(&b'.'),
        Class::Sign => text
            .get(t.range())
            .is_some_and(|s| matches!(s, "…" | "。" | "！" | "？")),
        _ => false,
    };
    if !stop {
        return None;
    }
    let mut end = i + 1;
    while let Some(n) = tokens.get(end) {
        let closes = matches!(
            n.class,
            Class::Quote | Class::Close | Class::Apostrophe | Class::Stop | Class::Shout
        );
        if closes && n.glued() { end += 1 } else { break }
    }
    let Some(next) = tokens.get(end) else {
        return Some(end);
    };
    if next.class == Class::Break {
        return Some(end);
    }
    let opens = |t: &Token| {
        t.capital()
            || matches!(
                t.class,
                Class::Quote | Class::Open | Class::Apostrophe | Class::Number
            )
    };
    if next.glued() {
        // "ended.The": glued by scraping, when a small letter stands before and a capital behind.
        let before = i.checked_sub(1).and_then(|k| tokens.get(k));
        let is_word = before.is_some_and(|b| b.glued() || b.end == t.start)
            && before.is_some_and(|b| b.end - b.start > 2 && !b.capital());
        return (t.class == Class::Stop && next.capital() && next.end - next.start > 1 && is_word)
            .then_some(end);
    }
    if !opens(next) && !matches!(t.class, Class::Shout) {
        return None;
    }
    if t.class == Class::Shout {
        return (opens(next) || next.begins_line()).then_some(end);
    }
    let before = i.checked_sub(1).and_then(|k| tokens.get(k));
    if t.class == Class::Stop
        && end == i + 1
        && let Some(b) = before
        && b.end == t.start
    {
        let word = text.get(b.range()).unwrap_or_default();
        // "No. 7"; but "No. The landlord told us."
        let numbers = matches!(
            next.class,
            Class::Number | Class::NumberWord | Class::Letter | Class::Roman | Class::Hash
        );
        if is_title(word) && (word != "No" || numbers) {
            return None;
        }
        // "A. Smith left", "A. In 1987.": where a sentence begins, no article stands alone.
        let begins = i < 2 || b.begins_line() || matches!(tokens[i - 2].class, Class::Shout | Class::Break);
        if word == "A" && begins {
            return None;
        }
        // Initials: "J. Smith", "U.S. Army".
        let initial = b.class == Class::Letter && b.capital();
        if initial {
            let dotted = i >= 2 && tokens[i - 2].class == Class::Stop;
            let opener = matches!(
                next.class,
                Class::The | Class::In | Class::On | Class::At | Class::A | Class::Conjunction | Class::This
            );
            return (dotted && (opener || next.class == Class::Quote || next.class == Class::Pronoun))
                .then_some(end);
        }
        if b.flags.has(super::Flags::SHORT)
            && matches!(b.class, Class::Month | Class::Weekday)
            && next.class == Class::Number
        {
            return None;
        }
        if may_close(word) {
            let opener = matches!(
                next.class,
                Class::The
                    | Class::In
                    | Class::On
                    | Class::At
                    | Class::A
                    | Class::Pronoun
                    | Class::This
                    | Class::Quote
            );
            return opener.then_some(end);
        }
    }
    // "5 p.m. Friday", "9 a.m. EST": the mention held these together already, if it is one.
    if word_end(t)
        && !matches!(
            next.class,
            Class::The
                | Class::In
                | Class::On
                | Class::At
                | Class::A
                | Class::Pronoun
                | Class::Word
                | Class::Quote
                | Class::This
                | Class::Conjunction
        )
    {
        return None;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lex;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, &lex(text), &[], &[])
            .into_iter()
            .map(|s| &text[s.bytes])
            .collect()
    }

    #[test]
    fn stops_that_end_and_stops_that_do_not() {
        assert_eq!(cut("He left. She stayed."), ["He left.", "She stayed."]);
        assert_eq!(
            cut("Mr. Hale left. Dr. Orr did not."),
            ["Mr. Hale left.", "Dr. Orr did not."]
        );
        assert_eq!(
            cut("The U.S. Army left at 3.5 knots."),
            ["The U.S. Army left at 3.5 knots."]
        );
        assert_eq!(
            cut("“Go!” he said. \"Now.\" They went."),
            ["“Go!” he said.", "\"Now.\"", "They went."]
        );
        assert_eq!(
            cut("It ended.The next day came."),
            ["It ended.", "The next day came."]
        );
        assert_eq!(cut("One line\n\nAnother"), ["One line", "Another"]);
        assert_eq!(cut("Q. When? A. In 1987."), ["Q. When?", "A. In 1987."]);
        assert_eq!(cut("A. Hale left."), ["A. Hale left."]);
        assert_eq!(cut("He got an A. The boy ran."), ["He got an A.", "The boy ran."]);
        assert_eq!(
            cut("It opened at 5 p.m. The crowd came."),
            ["It opened at 5 p.m.", "The crowd came."]
        );
    }

    #[test]
    fn paragraphs_are_counted_whether_or_not_they_end_in_a_full_stop() {
        let text = "A heading\n\nHe left. She stayed.\n\n\n\nIt rained. Then it stopped\n\nThe end.";
        let of: Vec<_> = sentences(text, &lex(text), &[], &[])
            .iter()
            .map(|s| s.paragraph)
            .collect();
        assert_eq!(of, [0, 1, 1, 2, 2, 3]);
    }

    #[test]
    fn a_mention_is_never_cut() {
        let text = "It closed Feb. 3 for good. Then it rained.";
        let keep = std::slice::from_ref(&(10..16));
        let got: Vec<_> = sentences(text, &lex(text), keep, &[])
            .into_iter()
            .map(|s| &text[s.bytes])
            .collect();
        assert_eq!(got, ["It closed Feb. 3 for good.", "Then it rained."]);
    }
}

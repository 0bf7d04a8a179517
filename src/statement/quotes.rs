//! Quotations over several sentences: who says one of them says all.

use super::attribution::speaker;
use super::chars::Chars;
use super::clause::{Kind, clauses};
use super::entry::{Pieces, text};
use super::event::{Attribution, Event};
use super::scene::Scene;
use crate::text::Class;
use std::ops::Range;

/// What is open where the sentences of a paragraph are gone through.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    paragraph: usize,
    inside: bool,
    /// The events told in the quotation that is open.
    run: Vec<usize>,
    /// Who speaks in it, where its beginning tells.
    speaker: Option<Attribution>,
    /// Who spoke last in this paragraph.
    last: Option<Attribution>,
}

impl Quotes {
    /// Goes on by a sentence, whose events are `told`: gives those that stand in quotation marks the speaker that
    /// another sentence names.
    pub fn sentence(
        &mut self,
        s: &Scene,
        paragraph: usize,
        chars: &Chars,
        events: &mut [Event],
        told: Range<usize>,
    ) {
        if paragraph != self.paragraph {
            *self = Quotes {
                paragraph,
                ..Quotes::default()
            };
        }
        let mut marks = s.range.clone().filter(|&i| s.class(i) == Class::Quote).peekable();
        if marks.peek().is_none() {
            // Plain telling between two quotations: who spoke before need not speak again.
            match self.inside {
                true => self.run.extend(told),
                false => self.last = None,
            }
            return;
        }
        let began = self.inside;
        let opens = marks.peek() == Some(&s.range.start);
        let mut closed = None;
        for i in marks {
            self.inside = match s.word(i) {
                "“" | "„" | "«" | "``" => true,
                "”" | "»" => false,
                _ => !self.inside,
            };
            if !self.inside {
                closed = Some(i);
            }
        }
        let here = who(s, chars);
        if began || opens {
            self.run.extend(told.clone());
        }
        if !began && self.inside {
            self.speaker.clone_from(&here);
        }
        if !self.inside {
            let speaker = self.speaker.take().or(here.clone()).or_else(|| self.last.clone());
            let end = closed.map(|i| chars.span(&s.bytes(&(i..i + 1)))[1]);
            for i in self.run.drain(..) {
                if let Some(e) = events.get_mut(i)
                    && e.attribution.is_none()
                    && (!told.contains(&i) || e.statement_span.zip(end).is_some_and(|(s, end)| s[1] <= end))
                {
                    e.attribution.clone_from(&speaker);
                }
            }
            self.last = speaker;
        } else if !began {
            self.last = here.or(self.last.take());
        }
    }
}

/// Who speaks in a sentence, told outside the quotation marks.
fn who(s: &Scene, chars: &Chars) -> Option<Attribution> {
    let clauses = clauses(s);
    let says = |verb: Option<usize>| {
        verb.and_then(|v| s.groups.get(v))
            .is_some_and(|g| g.says && !s.quoted(g.tokens.start))
    };
    let clause = clauses
        .iter()
        .find(|c| c.kind == Kind::Tail && says(c.verb))
        .or_else(|| clauses.iter().find(|c| says(c.verb)))?;
    let tokens = speaker(s, clause)?;
    Some(Attribution {
        text: text(s, &Pieces::of(tokens.clone())),
        span: Some(chars.span(&s.bytes(&tokens))),
    })
}

//! Lines at the top that date their document without being its date line. Titles: “Letter to the editor, 9 June 2023”, “Minutes of the meeting held on 1 March 2025”.
//! What a title tells of has a date as often ("The collapse of the bridge, 3 May 2019"), so that it must name a kind of
//! writing whose date is its own.

use super::date_line::{Line, sign};
use crate::rules::DateParts;
use crate::text::{Class, Token};

/// What is written on the day that its title names.
const WRITINGS: &[&str] = &[
    "minutes",
    "letter",
    "memo",
    "memorandum",
    "newsletter",
    "bulletin",
    "circular",
    "agenda",
    "communiqué",
    "communique",
    "dispatch",
    "briefing",
    "transcript",
    "testimony",
    "deposition",
    "affidavit",
];

/// What minutes are of.
const SITTINGS: &[&str] = &[
    "meeting",
    "session",
    "hearing",
    "sitting",
    "assembly",
    "conference",
];

/// What opens a line that says who made the text, and when: "Issued by the harbour master, 3 June 2025".
const ISSUED: &[&str] = &[
    "issued",
    "published",
    "released",
    "posted",
    "filed",
    "prepared",
    "compiled",
    "written",
    "circulated",
    "approved",
    "adopted",
];

/// What leads to the date of a writing, or of what its minutes tell.
const MADE: &[&str] = &[
    "held", "dated", "issued", "written", "signed", "given", "made", "sworn", "taken",
];

/// A title stands at the top: within so many bytes.
const TOP: usize = 400;
/// A title has no more words before its date.
const WORDS: usize = 24;

/// What says when a text was changed.
const CHANGED: &[&str] = &["updated", "modified", "revised"];

impl Line<'_> {
    /// "Author: Ida Roth. Last updated 9 June 2023": whether the date is that of the last change.
    pub(super) fn is_change(&self, parts: &DateParts) -> bool {
        let mut back = self.before.iter().rev().filter(|t| !sign(t));
        let mut led = back.next();
        if led.is_some_and(|t| matches!(t.class, Class::On | Class::At)) {
            led = back.next();
        }
        let changed = led.is_some_and(|t| CHANGED.iter().any(|w| self.word(t).eq_ignore_ascii_case(w)));
        parts.year.is_some()
            && changed
            && self.before.len() <= WORDS
            && !self.tells()
            && self.after.iter().all(|t| sign(t) || clock(t))
    }

    /// Whether the line is such a title. The date must name its year.
    pub(super) fn is_title(&self, parts: &DateParts) -> bool {
        let whole = parts.year.is_some() && !parts.short_year;
        whole
            && self.start < TOP
            && (1..=WORDS).contains(&self.before.len())
            && !self.tells()
            && self.leads()
            && self.after.iter().all(|t| sign(t) || clock(t))
    }

    /// Whether a verb before the date makes a sentence of it.
    fn tells(&self) -> bool {
        let verb = |t: &Token| {
            matches!(
                t.class,
                Class::Was
                    | Class::Is
                    | Class::Had
                    | Class::Have
                    | Class::Will
                    | Class::Modal
                    | Class::SayPast
                    | Class::SayPresent
                    | Class::Shout
            )
        };
        self.before.iter().any(verb)
    }

    /// Whether what stands before the date leads to it.
    fn leads(&self) -> bool {
        let among = |t: Option<&Token>, words: &[&str]| {
            t.is_some_and(|t| words.iter().any(|w| self.word(t).eq_ignore_ascii_case(w)))
        };
        let any = |words: &[&str]| self.before.iter().any(|t| among(Some(t), words));
        let back = |k: usize| self.before.len().checked_sub(k).and_then(|i| self.before.get(i));
        // "held in the hut on Saturday 1 March 2025", under the title or in it
        let held = any(MADE) && (any(WRITINGS) || any(SITTINGS) || among(self.before.first(), &MADE[..1]));
        let issued = among(self.before.first(), ISSUED);
        match back(1).map(|t| t.class) {
            Some(Class::On) => held || issued,
            Some(Class::Of) => any(WRITINGS) && (among(back(2), WRITINGS) || among(back(2), SITTINGS)),
            Some(Class::Comma | Class::Colon | Class::Hyphen | Class::Dash | Class::Open | Class::Sign) => {
                any(WRITINGS) || issued
            }
            _ => among(back(1), WRITINGS) || among(back(1), &["dated"]) && any(WRITINGS),
        }
    }
}

/// Whether the token belongs to a time of the clock behind the date.
fn clock(t: &Token) -> bool {
    matches!(
        t.class,
        Class::Number | Class::Meridiem | Class::Zone | Class::At | Class::Noon | Class::From | Class::To
    )
}

#[cfg(test)]
mod tests {
    use crate::document::{ReadOptions, read};
    use crate::{Options, tag};

    fn published(text: &str) -> Option<String> {
        let read = read(text.as_bytes(), "a.txt", &ReadOptions::default()).unwrap();
        tag(read, &Options::new()).published.map(|p| p.date.to_string())
    }

    #[test]
    fn titles_that_date_their_document() {
        for title in [
            "Letter to the editor, 9 June 2023",
            "Minutes of the meeting of 9 June 2023",
            "Minutes of the Loft Street Association\nheld in the scout hut on Friday 9 June 2023 at 2pm",
            "Parish newsletter – 9 June 2023",
            "MEMORANDUM (9 June 2023)",
            "Affidavit of Ida Roth sworn on 9 June 2023",
            "Harbour users' notice 14/2023\n\nIssued by the Kelsund harbour master, 9 June 2023",
            "Plan of the pier\n\nPrepared by Ida Roth for the county on 9 June 2023",
        ] {
            let text = format!("{title}\n\nThe pool was shut on Tuesday, and nobody knew why.\n");
            assert_eq!(published(&text).as_deref(), Some("2023-06-09"), "{title}");
        }
    }

    #[test]
    fn the_last_change_dates_what_nothing_else_does() {
        let body = "The pool was shut on Tuesday, and nobody knew why.\n";
        let changed = "The pool\n\nAuthor: Ida Roth. Last updated 9 June 2023.\n\n";
        assert_eq!(
            published(&format!("{changed}{body}")).as_deref(),
            Some("2023-06-09")
        );
        let posted = format!("The pool\n\n7 June 2023\n\nUpdated 9 June 2023\n\n{body}");
        assert_eq!(published(&posted).as_deref(), Some("2023-06-07"));
        let told = format!("The pool\n\nThe rules were updated on 9 June 2023.\n\n{body}");
        assert_eq!(published(&told), None);
    }

    #[test]
    fn titles_that_tell_of_a_day_date_nothing() {
        for title in [
            "The collapse of the pier, 9 June 2023",
            "The pier was shut on 9 June 2023",
            "Storm of 9 June 2023",
            "A letter was found in the pier on 9 June 2023",
            "Report on the fire of 9 June 2023",
            "Minutes after the fire of 9 June 2023",
            "Issued licences were revoked, and the pier was closed on 9 June 2023",
        ] {
            let text = format!("{title}\n\nThe pool was shut on Tuesday, and nobody knew why.\n");
            assert_eq!(published(&text), None, "{title}");
        }
    }
}

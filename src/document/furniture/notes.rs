//! Furniture that carries a date of its own: when the page changed, when a picture was taken.

use super::{Line, Pattern};
use crate::document::lines;

/// "Last updated: 14 February 2025 10:15"
pub(super) const UPDATED: Pattern = Pattern {
    name: "updated",
    goes: &[
        "Last updated: 14 February 2025 10:15",
        "Page last updated at 11:24 GMT, Tuesday, 27 September 2011 12:24 UK",
        "Updated 3 May 2019",
        "This article was last modified on 3 May 2019 at 14:30 EST",
        "UPDATED: Fri 3 May 2019 | 10:15 GMT",
    ],
    stays: &[
        "Updated maps of 3 May 2019 were handed out.",
        "Published 3 May 2019 | Updated 4 May 2019",
        "The page was last updated by a monk on 3 May 1512.",
        "Last updated rules came into force on Friday.",
        "Friday, 3 May 2019",
    ],
    reads: |l| l.short(120) && updated(l).unwrap_or(false),
};

/// What follows the label has to be a date and nothing else.
fn updated(l: &Line<'_>) -> Option<bool> {
    const WHAT: &[&str] = &[
        "this", "the", "page", "article", "story", "post", "site", "was", "content",
    ];
    const HOW: &[&str] = &[
        "last",
        "first",
        "updated",
        "modified",
        "reviewed",
        "revised",
        "edited",
        "changed",
        "accessed",
        "retrieved",
        "on",
        "at",
        "update",
    ];
    const VERB: &[&str] = &[
        "updated",
        "modified",
        "reviewed",
        "revised",
        "edited",
        "changed",
        "accessed",
        "retrieved",
        "update",
    ];
    let mut at = 0;
    let mut said = false;
    let mut what = true;
    loop {
        let rest = &l.raw[at..];
        let start = at + rest.len() - rest.trim_start().len();
        let word = l.raw[start..].split_whitespace().next()?;
        let bare = word.trim_end_matches([':', ',']).to_lowercase();
        what &= WHAT.contains(&bare.as_str());
        if !what && !HOW.contains(&bare.as_str()) {
            return Some(said && lines::is_date_line(l.raw[start..].trim_end_matches('.')));
        }
        said |= VERB.contains(&bare.as_str());
        at = start + word.len();
    }
}

/// The caption of an agency's old picture.
pub(super) const CAPTION: Pattern = Pattern {
    name: "caption",
    goes: &[
        "FILE - In this March 3, 2020 file photo, the bridge is seen in Ostrava.",
        "FILE PHOTO: Boats lie at the quay of Sele on 3 May 2019.",
        "In this Friday, May 3, 2019 photo, boats lie at the quay.",
        "In this 2019 file photo provided by the harbour, boats lie at the quay.",
    ],
    stays: &[
        "In this March of 2020 nobody took a photo.",
        "In this photo nobody smiles, and yet it was taken on a Friday in 1953.",
        "FILE clerks were hired in 1998.",
        "File: the papers of 1998 came to the archive on Friday.",
    ],
    reads: |l| {
        let after = l
            .raw
            .strip_prefix("FILE")
            .map(|r| r.strip_prefix(" PHOTO").unwrap_or(r));
        let marked = after.is_some_and(|r| r.trim_start().starts_with(['-', '–', '—', ':']));
        let taken = l.after("in this").is_some_and(|rest| {
            let head: String = rest.chars().take(60).collect();
            let dated = |before: &str| before.contains(|c: char| c.is_ascii_digit());
            [
                "file photo",
                "photo,",
                "photo provided",
                "photo released",
                "file image",
                "image provided",
            ]
            .iter()
            .filter_map(|w| head.find(w))
            .any(|i| dated(&head[..i]))
        });
        marked || taken
    },
};

/// What stands on a page to lead elsewhere, its title behind a colon.
pub(super) const LEADS_ELSEWHERE: Pattern = Pattern {
    name: "next-article",
    goes: &[
        "Next article: Ten bridges fell in 2018",
        "Up next: The lock opens on Friday.",
        "Watch: The pier fell on Friday",
        "WATCH | Divers at work on 3 May",
        "Listen: How the pier was built in 1912",
    ],
    stays: &[
        "Watch sales fell in 2018.",
        "Watch: the pier fell on Friday, and nobody came.",
        "Next articles of war were signed in 1689.",
        "Listen, he said on Friday",
        "Video games sold well in 2019",
    ],
    reads: |l| {
        l.short(200)
            && (l.label(
                "next article|previous article|next story|previous story|next post|previous post|up next",
            ) || l
                .label("watch|watch now|watch live|listen|listen now|video|podcast|in pictures|gallery")
                && !l.stops())
    },
};

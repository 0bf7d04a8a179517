//! What follows a heading of page furniture and goes with it: the fields of a form, the comments of readers, the titles
//! of other articles.

use super::{lines, reads};
use memchr::memchr3_iter;

/// How many titles of other articles one heading may have.
const TEASERS: usize = 12;
/// A comment's first line has at most so many bytes.
const SHORT: usize = 80;

/// Reads blocks in order. After the heading of a comment form its labels and buttons go too, up to the first block
/// that is none: text behind a form is never lost. Comments go to the end of the page, where the text stands before
/// their heading and a reader's name behind it.
pub(in crate::document) fn sweep<'a>(blocks: impl Iterator<Item = &'a str>) -> Vec<Option<&'static str>> {
    let blocks: Vec<&str> = blocks.collect();
    let mut out: Vec<Option<&'static str>> = Vec::with_capacity(blocks.len());
    // How many sentences of the text itself were told so far (two are enough), and its bytes.
    let (mut told, mut kept) = (0, 0);
    let mut section = Section::Text;
    for (i, block) in blocks.iter().enumerate() {
        if section == Section::Comments {
            out.push(Some("comments"));
            continue;
        }
        let verdict = reads(block);
        section = match verdict {
            Some("leave-a-reply" | "comment-form") if told > 1 && comments_follow(&blocks[i + 1..], kept) => {
                Section::Comments
            }
            Some("leave-a-reply" | "comment-form") => Section::Form,
            Some("related") if heads_titles(block) => Section::Titles(TEASERS),
            Some(_) => section,
            None => match section {
                Section::Form if is_form_label(block) => Section::Form,
                Section::Titles(n) if n > 0 && is_title(block, told > 0) => Section::Titles(n - 1),
                _ => Section::Text,
            },
        };
        let gone = verdict.or(match section {
            Section::Form => Some("comment-form"),
            Section::Titles(_) => Some("related"),
            _ => None,
        });
        if gone.is_none() {
            if told < 2 {
                told += sentences(block);
            }
            kept += block.len();
        }
        out.push(gone);
    }
    out
}

#[derive(PartialEq)]
enum Section {
    Text,
    Form,
    /// Titles of other articles; how many more may come.
    Titles(usize),
    Comments,
}

/// How many sentences end in the block; more than three are not counted.
fn sentences(block: &str) -> usize {
    let inside = memchr3_iter(b'.', b'!', b'?', block.as_bytes()).filter(|i| {
        let mut rest = block[i + 1..].trim_start_matches(['"', '”', '’', ')']).chars();
        rest.next().is_some_and(char::is_whitespace)
            && rest.find(|c| !c.is_whitespace()).is_some_and(char::is_uppercase)
    });
    inside.take(3).count() + usize::from(lines::ends_sentence(block))
}

/// A heading without anything behind its colon.
fn heads_titles(block: &str) -> bool {
    block.trim_end().len() <= 40
        && block
            .split_once(':')
            .is_none_or(|(_, rest)| rest.trim().is_empty())
}

/// The title of another article: short lines that end like no sentence. Before the text begins only items of a list
/// are taken for that: its own headline stands there.
fn is_title(block: &str, text_before: bool) -> bool {
    let fits = |line: &str| {
        let line = line.trim();
        line.len() <= 160 && !line.ends_with(['.', ':', ',', ';'])
    };
    (text_before || lines::marker(block.trim()).is_some()) && block.lines().all(fits)
}

/// Whether readers' comments follow: behind the form, if there is one, somebody speaks. A mere name is believed where
/// less is lost than was kept.
fn comments_follow(blocks: &[&str], kept: usize) -> bool {
    let mut lines = blocks
        .iter()
        .flat_map(|b| b.lines())
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .skip_while(|l| is_form_label(l) || reads(l).is_some());
    let (Some(first), second) = (lines.next(), lines.next()) else {
        return false;
    };
    if speaks(first) {
        return true;
    }
    if !is_reader(first) {
        return false;
    }
    let stamped = second.is_some_and(|l| is_stamp(l) || is_form_label(l));
    stamped || blocks.iter().map(|b| b.len()).sum::<usize>() <= kept
}

/// "Bob says:", "Bob says: 3 May 2019 at 3:14 pm", "Bob on 3 May 2019 at 10:15", "Bob • 3 days ago"
fn speaks(line: &str) -> bool {
    if line.len() > SHORT {
        return false;
    }
    let says = ["says", "said", "wrote", "writes", "commented", "replied"]
        .iter()
        .any(|verb| {
            line.split_once(&format!(" {verb}")).is_some_and(|(who, rest)| {
                let rest = rest.trim_start_matches([':', ',', ' ']).trim_start_matches("on ");
                is_reader(who) && (rest.is_empty() || is_stamp(rest))
            })
        });
    says || [" on ", " • ", " · ", " | ", " at ", ", "].iter().any(|sign| {
        line.split_once(sign)
            .is_some_and(|(who, rest)| is_reader(who) && is_stamp(rest))
    })
}

/// When something was posted.
fn is_stamp(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    lines::is_date_line(line)
        || (2..=5).contains(&words.len()) && words.last().is_some_and(|w| w.eq_ignore_ascii_case("ago"))
}

/// A name or a nickname.
fn is_reader(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let letters = |c: char| c.is_alphanumeric() || " .-_'’@".contains(c);
    (1..=4).contains(&words)
        && line.len() <= 40
        && line.chars().all(letters)
        && (words == 1
            || line
                .split_whitespace()
                .all(|w| !w.starts_with(char::is_lowercase)))
        && !lines::ends_sentence(line)
        && !lines::is_date_line(line)
}

fn is_form_label(block: &str) -> bool {
    const LABELS: &[&str] = &[
        "name",
        "email",
        "website",
        "comment",
        "post comment",
        "submit comment",
        "submit",
        "your name",
        "your email",
        "message",
        "your comment",
        "δ",
        "url",
        "send",
        "reply",
        "e-mail",
        "your message",
        "…",
    ];
    let bare: String = block
        .to_lowercase()
        .lines()
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ");
    let bare = match bare.trim_matches(|c: char| !c.is_alphanumeric()) {
        "" => bare.trim(),
        inner => inner,
    };
    bare.len() < 40 && LABELS.contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gone(blocks: &[&str]) -> Vec<bool> {
        sweep(blocks.iter().copied())
            .iter()
            .map(Option::is_some)
            .collect()
    }

    const TEXT: [&str; 2] = [
        "The pier fell on Friday.",
        "The board met on Monday to hear the divers.",
    ];

    /// Which of the blocks behind the text go.
    fn behind(blocks: &[&str]) -> Vec<bool> {
        gone(&[&TEXT[..], blocks].concat()).split_off(2)
    }

    #[test]
    fn a_form_ends_where_the_text_goes_on() {
        let blocks = [
            "Leave a Reply",
            "Name *",
            "Email *",
            "Post Comment",
            "The pier reopened in May.",
            "Name",
        ];
        assert_eq!(gone(&blocks), [true, true, true, true, false, false]);
        assert_eq!(behind(&blocks), [true, true, true, true, false, false]);
    }

    #[test]
    fn comments_go_to_the_end_of_the_page() {
        for blocks in [
            &[
                "Leave a Reply",
                "Name *",
                "Ann Ray says: May 3, 2019 at 3:14 pm",
                "I crossed it yesterday.",
                "It shut in 2012.",
            ][..],
            &[
                "Comments (3)",
                "Ann Ray",
                "3 May 2019 at 10:15",
                "I crossed it yesterday, as I had done for all of my life.",
                "Reply",
            ],
            &["Comments (3)", "Ann Ray\nI crossed it yesterday."],
            &["2 comments", "seagull42", "3 days ago", "It shut in 2012."],
            &[
                "Join the conversation",
                "Ann Ray • 2 hours ago",
                "It shut in 2012.",
            ],
        ] {
            assert!(behind(blocks).iter().all(|g| *g), "{blocks:?}");
        }
    }

    #[test]
    fn a_count_of_comments_over_the_text_loses_nothing() {
        let page = [
            "Pier lost",
            "Comments (3)",
            "Ann Ray",
            "3 May 2019",
            TEXT[0],
            TEXT[1],
        ];
        assert_eq!(gone(&page), [false, true, false, false, false, false]);
        assert_eq!(
            behind(&["Comments (3)", "The vote in May was close.", "It shut."]),
            [true, false, false]
        );
        let long =
            "The divers had been at work since 1998, and what they found was told to the board at once.";
        assert_eq!(
            behind(&["3 comments", "What Next", long, long]),
            [true, false, false, false]
        );
    }

    #[test]
    fn titles_of_other_articles() {
        assert_eq!(
            behind(&[
                "Related articles",
                "Ten boats sank in 2018",
                "The lock opened in 2012",
                "The pier was mended in May."
            ]),
            [true, true, true, false]
        );
        assert_eq!(
            behind(&["MOST READ", "1. Ten boats sank in 2018", "2. Is it safe?"]),
            [true; 3]
        );
        let page = ["Most read", "1. Ten boats sank in 2018", "Pier lost", TEXT[0]];
        assert_eq!(gone(&page), [true, true, false, false]);
        assert_eq!(behind(&["Related: Storm in 2018", "What next"]), [true, false]);
    }
}

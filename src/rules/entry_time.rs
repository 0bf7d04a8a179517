//! Times with a stop that open the lines of a log: "20.30 Police clear Mill Lane". One line alone could be a section
//! ("10.30 Fees") or a price, so that several must open so.

use super::clock::exact;
use super::{Link, Meaning, Mention};
use crate::text::{Class, Token};

/// So many lines that open with a time make a log.
const LEAST: usize = 3;

/// Adds the times that open the lines of a log, where the lines are several. `openings` are the numbers that open lines;
/// `mentions` stay in order.
pub(super) fn log_times(text: &str, tokens: &[Token], openings: &[usize], mentions: &mut Vec<Mention>) {
    let stamps: Vec<(usize, u32)> = openings
        .iter()
        .filter_map(|&i| Some((i, minute(tokens, i)?)))
        .collect();
    if stamps.is_empty() {
        return;
    }
    let plain = mentions.iter().filter(|m| {
        let first = tokens.get(m.tokens.start);
        matches!(m.meaning, Meaning::Clock(_)) && first.is_some_and(|t| t.begins_line())
    });
    // "10.11", "10.12", "10.13": the sections of a contract.
    let numbered = stamps.windows(2).all(|w| w[1].1 == w[0].1 + 1);
    if stamps.len() + plain.count() < LEAST || stamps.len() > 1 && numbered {
        return;
    }
    let read = mentions.len();
    for (i, minute) in stamps {
        let at = mentions[..read].partition_point(|m| m.tokens.end <= i);
        if mentions[..read].get(at).is_some_and(|m| m.tokens.start < i + 3) {
            continue;
        }
        let range = tokens[i].start as usize..tokens[i + 2].end as usize;
        if text.get(range.clone()).is_some() {
            let meaning = Meaning::Clock(exact(minute / 60, minute % 60, None, None));
            let mention = Mention {
                range,
                tokens: i..i + 3,
                meaning,
                rule: "clock",
                link: Link::None,
            };
            mentions.push(mention);
        }
    }
    mentions.sort_by_key(|m| m.tokens.start);
}

/// The minute of the day that "20.30" at `i` names, if words begin behind it.
fn minute(tokens: &[Token], i: usize) -> Option<u32> {
    let [hour, stop, minute, next] = tokens.get(i..i + 4)? else {
        return None;
    };
    let joined = stop.class == Class::Stop && stop.glued() && minute.glued();
    let figures = hour.digits == 2 && minute.digits == 2;
    let words = !next.glued() && (next.capital() || next.class == Class::Quote);
    let fits = minute.class == Class::Number && hour.value < 24 && minute.value < 60;
    (joined && figures && words && fits).then(|| hour.value * 60 + minute.value)
}

#[cfg(test)]
mod tests {
    use crate::rules::find;
    use crate::text::{Register, lex};

    fn found(text: &str) -> Vec<&str> {
        let mentions = find(text, &lex(text), Register::Prose).mentions;
        mentions.into_iter().map(|m| &text[m.range]).collect()
    }

    #[test]
    fn the_lines_of_a_log_open_with_their_times() {
        let log = "19.05 The gates close.\n20.30 Police clear Mill Lane.\n00.20 Water stands in the market.";
        assert_eq!(found(log), ["19.05", "20.30", "00.20"]);
        let mixed = "18:40 The gates close.\n20.30 Police clear Mill Lane.\n21:10 Rain falls.";
        assert_eq!(found(mixed), ["18:40", "20.30", "21:10"]);
    }

    #[test]
    fn one_line_or_a_numbered_list_makes_no_log() {
        for text in [
            "20.30 Police clear Mill Lane.\nIt rains.",
            "10.11 The tenant pays.\n10.12 The owner mends.\n10.13 The court decides.",
            "12.50 euros\n13.40 euros\n14.10 euros",
            "27.30 Fees\n28.90 Costs\n31.20 Taxes",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}

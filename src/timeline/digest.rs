//! A hash of a timeline, by which a person's edit is told from our own output.

use super::model::Timeline;
use sha2::{Digest, Sha256};

/// How much of the hash is written: enough to notice an edit, which is all it is for.
const DIGITS: usize = 16;

/// The hash of everything in a timeline but the hash itself, in hexadecimal digits.
pub fn digest(timeline: &Timeline) -> String {
    if timeline.digest.is_empty() {
        return digest_of(timeline);
    }
    let mut bare = timeline.clone();
    bare.digest.clear();
    digest_of(&bare)
}

/// Of one whose own hash is empty.
fn digest_of(bare: &Timeline) -> String {
    // The fields are written in the order of the types, so the same timeline always gives the same bytes.
    serde_json::to_vec(bare).map_or(String::new(), |json| digest_of_json(&json))
}

/// Of the JSON of a timeline whose own hash is empty, on one line.
pub(crate) fn digest_of_json(json: &[u8]) -> String {
    let mut hex = String::with_capacity(DIGITS);
    for byte in Sha256::digest(json).iter().take(DIGITS / 2) {
        for half in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(half.into(), 16).unwrap_or('0'));
        }
    }
    hex
}

/// Whether nobody has changed a timeline since it was written: its hash is that of its content.
pub fn is_untouched(timeline: &Timeline) -> bool {
    !timeline.digest.is_empty() && timeline.digest == digest(timeline)
}

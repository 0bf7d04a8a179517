//! Clock times and offsets of typed dates.

/// Hour and minute.
pub(super) type At = (u32, u32);

/// `14:30`, `1430`, `14:30:05.123`, with `Z`, `UTC`, `+09:00`, `-0400` behind it or not.
pub(super) fn with_offset(s: &str) -> Option<(At, Option<i16>)> {
    let end = s
        .find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.')
        .unwrap_or(s.len());
    let (clock, zone) = s.split_at(end);
    let at = at(clock)?;
    let zone = zone.trim();
    if zone.is_empty() {
        return Some((at, None));
    }
    Some((at, Some(offset(zone)?)))
}

/// `14:30`, `14:30:05`, `1430`, `14`.
pub(super) fn at(s: &str) -> Option<At> {
    let whole = s.split_once('.').map_or(s, |(whole, _)| whole);
    let pair = |s: &str| (s.len() == 2).then(|| s.parse::<u32>().ok()).flatten();
    let parts: Vec<&str> = whole.split(':').collect();
    let (h, m, s) = match parts[..] {
        [all] if all.len() == 4 || all.len() == 6 => {
            let second = if all.len() == 6 { &all[4..] } else { "00" };
            (pair(&all[..2])?, pair(&all[2..4])?, pair(second)?)
        }
        [h] => (pair(h)?, 0, 0),
        [h, m] => (h.parse().ok()?, pair(m)?, 0),
        [h, m, s] => (h.parse().ok()?, pair(m)?, pair(s)?),
        _ => return None,
    };
    (h < 24 && m < 60 && s <= 60).then_some((h, m))
}

/// Zones by name, in hours east of UTC: those of RFC 2822 (4.3), and the European ones that mean one thing only.
const ZONES: [(&str, i16); 15] = [
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("ut", 0),
    ("bst", 1),
    ("cet", 1),
    ("cest", 2),
    ("est", -5),
    ("edt", -4),
    ("cst", -6),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
];

/// Minutes east of UTC.
pub(super) fn offset(zone: &str) -> Option<i16> {
    if let Some((_, hours)) = ZONES.iter().find(|(name, _)| zone.eq_ignore_ascii_case(name)) {
        return Some(hours * 60);
    }
    let digits = zone.strip_prefix(['+', '-'])?;
    let digits = digits.replacen(':', "", 1);
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let hours: i16 = digits[..2].parse().ok()?;
    let minutes: i16 = digits
        .get(2..)
        .filter(|m| !m.is_empty())
        .map_or(Some(0), |m| m.parse().ok())?;
    // The farthest zones are −12:00 and +14:00.
    let total = (hours <= 14 && minutes < 60).then_some(hours * 60 + minutes)?;
    Some(if zone.starts_with('-') { -total } else { total })
}

/// `4pm`, `4:30pm`, `16:30`; `half` is a following `am` or `pm` of its own.
pub(super) fn spoken(word: &str, half: Option<&str>) -> Option<At> {
    let own = word.strip_suffix("pm").map(|w| (w, true));
    let own = own.or_else(|| word.strip_suffix("am").map(|w| (w, false)));
    let (digits, afternoon) = match (own, half) {
        (Some((digits, pm)), _) => (digits, Some(pm)),
        (None, Some(half)) => (word, Some(half == "pm")),
        (None, None) => (word, None),
    };
    let Some(pm) = afternoon else {
        return digits.contains(':').then(|| at(digits)).flatten();
    };
    let (h, m) = match digits.len() {
        1 | 2 => (digits.parse().ok()?, 0),
        _ => at(digits)?,
    };
    (1..=12)
        .contains(&h)
        .then_some((h % 12 + if pm { 12 } else { 0 }, m))
}

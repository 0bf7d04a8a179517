use super::{FixtureError, FixtureFile};

macro_rules! families {
    ($($name:literal),* $(,)?) => {
        /// The built-in fixtures: name and JSON, one file per family.
        pub const BUILT_IN: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../tests/fixtures/", $name)))),*
        ];
    };
}

families![
    "ago_later.json",
    "choice.json",
    "clock.json",
    "date_line.json",
    "decade_century.json",
    "deictic.json",
    "duration.json",
    "full_date.json",
    "guard.json",
    "holiday.json",
    "iso.json",
    "message.json",
    "modifier.json",
    "month.json",
    "month_day.json",
    "numeric.json",
    "quarter.json",
    "range.json",
    "reference.json",
    "results.json",
    "season.json",
    "set.json",
    "story.json",
    "unicode.json",
    "weekday.json",
    "year.json",
];

/// The built-in fixtures, read.
pub fn built_in() -> Result<Vec<FixtureFile>, FixtureError> {
    BUILT_IN
        .iter()
        .map(|(name, json)| FixtureFile::parse(name, json))
        .collect()
}

//! Histories that come up to their writer's own time: what is told of then is counted from the day of writing.

#[path = "common/telling.rs"]
mod telling;

use telling::told;

/// Published on 27 January 2025.
const HISTORY: &str = "The works were founded in 1887 and sold in 1901. A fire in March 1921 destroyed the long shed; it \
     was rebuilt by the autumn. The firm moved in 1932 and in 1950, and was split in 1960. It was sold again in 1986 and won a prize in 1999. In June 2021 it bought a \
     mill. Last year it opened a museum. Next month Nell Dace will join the board. A fair will be held on 12 March. The board must \
     decide by the end of the year.";

fn value(text: &str, says: &str) -> Option<String> {
    let t = told(text);
    let e = t.events.iter().find(|e| e.statement.contains(says));
    e.map(|e| e.when.value.clone())
}

#[test]
fn a_history_comes_up_to_its_writers_time() {
    for (says, want) in [
        ("rebuilt", "1921-FA"),
        ("opened a museum", "2024"),
        ("join the board", "2025-02"),
        ("A fair", "2025-03-12"),
        ("The board must", "2025"),
    ] {
        assert_eq!(value(HISTORY, says).as_deref(), Some(want), "{says}");
    }
}

#[test]
fn what_would_be_stays_in_the_story() {
    let text = "The war began in 1914. The port fell in May 1915. It would be lost again in July. The town was \
                shelled in 1916 and burned in 1917.";
    assert_eq!(value(text, "lost again").as_deref(), Some("1915-07"));
}

#[test]
fn what_is_quoted_stays_in_the_story() {
    let text = "The war began in 1914. The port fell in 1915 and the mill in 1916. In May 1917 the army fell back. “We \
                can hold out until July,” said the general. It ended in 1918.";
    assert_eq!(value(text, "hold out").as_deref(), Some("1917-07"));
}

#[test]
fn seasons_beside_their_writer_make_news() {
    let text = "The book is set in 1932, in 1939 and in 1944. Its first part came out in 2015. She finished it last \
                summer, and a film is due next spring. The rights were sold on Monday.";
    assert_eq!(value(text, "The rights").as_deref(), Some("2025-01-27"));
}

#[test]
fn a_month_before_its_year() {
    let text = "The book, her first since 2015, opens on a January night in 1932.";
    let t = dateline::tag(
        dateline::document::Document::from_text("note", text),
        &dateline::Options::new().published("2025-01-27".parse().unwrap()),
    );
    let values: Vec<&str> = t.whens.iter().map(|w| w.value.as_str()).collect();
    assert_eq!(values, ["2015", "1932-01", "1932"]);
}

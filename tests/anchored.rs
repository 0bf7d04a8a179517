//! Times that are counted from another event of the text, and lengths that have a start.

use dateline::document::Document;
use dateline::timeline::{Event, Timeline, TimelineRequest, read, timeline};
use dateline::{Options, tag};

fn told(text: &str) -> Timeline {
    let document = Document::from_text("t", text);
    let options = Options::new().published("2025-01-27".parse().unwrap());
    timeline(&[tag(document, &options)], &TimelineRequest::default())
}

/// Each event as `start/end relation statement`.
fn entries(text: &str) -> Vec<String> {
    told(text).events.iter().map(line).collect()
}

fn line(e: &Event) -> String {
    let word = |m: Option<dateline::time::Moment>| m.map(|m| m.to_string()).unwrap_or_default();
    let (start, end) = (word(e.when.start), word(e.when.end));
    format!("{start}/{end} {} {}", e.relation.word(), e.statement)
}

/// The event that was dated from another.
#[track_caller]
fn anchored(text: &str) -> String {
    let t = told(text);
    let of: Vec<&Event> = t.events.iter().filter(|e| e.anchor.is_some()).collect();
    let [e] = of[..] else {
        panic!("{text}: {:?}", t.events.iter().map(line).collect::<Vec<_>>());
    };
    assert!(
        t.events
            .iter()
            .any(|o| Some(&o.id) == e.anchor.as_ref() && o.id != e.id)
    );
    line(e)
}

/// No event was dated from another; gives the reasons of what has no date.
#[track_caller]
fn open(text: &str) -> String {
    let t = told(text);
    let anchored: Vec<_> = t.events.iter().filter(|e| e.anchor.is_some()).map(line).collect();
    assert!(anchored.is_empty(), "{text}: {anchored:?}");
    t.undated
        .iter()
        .map(|u| u.reason.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_time_is_counted_from_the_statement_that_tells_the_event() {
    for (text, want) in [
        (
            "The harbour fire broke out on 3 May 2024. Two days after the fire, the mayor resigned.",
            "2024-05-05/2024-05-06 within the mayor resigned",
        ),
        (
            "The pier collapsed on 3 May 2024. The council met a week after the collapse.",
            "2024-05-06/2024-05-13 within The council met",
        ),
        (
            "The council voted on 4 June 2024. On the eve of the vote, Hale spoke to the crowd.",
            "2024-06-03/2024-06-04 within Hale spoke to the crowd",
        ),
        (
            "The council voted on 4 June 2024. The day after the vote, the leader left.",
            "2024-06-05/2024-06-06 within the leader left",
        ),
        (
            "Following his inauguration, the mayor promised new rules. He was inaugurated on 20 January 2025.",
            "2025-01-20/ after the mayor promised new rules",
        ),
        (
            "The pier collapsed on 3 May 2024. In the wake of the collapse, the port closed.",
            "2024-05-03/ after the port closed",
        ),
        (
            "The council held a vote on 4 June 2024. Ahead of the vote, the mayor left town.",
            "/2024-06-05 before the mayor left town",
        ),
        (
            "The mill closed on 3 May 2024. Since the closure, the town has lost its market.",
            "2024-05-03/ since the town has lost its market",
        ),
        (
            "The pier collapsed on 3 May 2024. The port was shut for three days after the collapse.",
            "2024-05-03/2024-05-06 throughout The port was shut",
        ),
        (
            "The trial opened on 20 May 2024. Three days before the trial opened, the witness fled.",
            "2024-05-17/2024-05-18 within Three days before the trial opened, the witness fled",
        ),
        (
            "Hale was arrested on 20 May 2024. Two days after he was arrested, the firm closed its doors.",
            "2024-05-22/2024-05-23 within Two days after he was arrested, the firm closed its doors",
        ),
        (
            "The pier collapsed on 3 May 2024. Hale wrote from the tower in the early hours after the collapse.",
            "2024-05-03/ after Hale wrote from the tower in the early hours after the collapse",
        ),
        (
            "The 12 May 2024 earthquake left 40 people homeless. Two days after the quake, the mayor resigned.",
            "2024-05-14/2024-05-15 within the mayor resigned",
        ),
        (
            "The ferry sank in 1990. Two years after the sinking, the line was sold.",
            "1992-01-01/1993-01-01 within the line was sold",
        ),
        (
            "The council will vote on 4 February 2025. The day after the vote, the mayor will resign.",
            "2025-02-05/2025-02-06 within the mayor will resign",
        ),
    ] {
        assert_eq!(anchored(text), want, "{text}");
    }
}

#[test]
fn the_account_names_what_it_was_counted_from() {
    let t = told("The harbour fire broke out on Friday. Two days after the fire, the mayor resigned.");
    let e = t.events.iter().find(|e| e.anchor.is_some()).unwrap();
    assert_eq!(e.certainty.word(), "inferred");
    assert_eq!(e.phrase, "Two days after the fire");
    assert_eq!(e.mentions.len(), 1);
    let notes: Vec<&str> = e.why.iter().map(|w| w.note.as_str()).collect();
    assert_eq!(
        notes,
        [
            "“Two days after the fire”",
            "“The harbour fire broke out”, 2025-01-24",
            "2 days on",
            "counted from that event: in it"
        ]
    );
}

#[test]
fn what_names_no_told_event_stays_open() {
    for text in [
        // Another noun behind the event's.
        "The council voted on 4 June 2024. After the vote count software failed, nobody knew.",
        "The council voted on 4 June 2024. The results of the day after the vote count were lost.",
        // No event at all.
        "The council voted on 4 June 2024. After all, the mayor resigned in the end.",
        "The hearing took place on 4 June 2024. The mayor appeared before the court in tears.",
        "The road opened on 4 June 2024. Following the road, the men reached the old mill.",
        "The pier collapsed on 4 June 2024. Ten years after the Civil War, the mill was built.",
        "The pier collapsed on 4 June 2024. After the war, the mill was built again.",
        // Told for the first time.
        "The council voted on 4 June 2024. After a vote, the members of the club went home.",
        // What is spelled alike and is another thing.
        "Hale was fired on 4 June 2024. Two days after the fire, the mayor resigned.",
        "The car struck a wall on 4 June 2024. Two days after the strike, the mayor resigned.",
        // Which one is meant.
        "The council voted on 4 June 2024. Two days after the first vote, the mayor resigned.",
        "The pier collapsed on 4 June 2024. After the collapse of the bank, the mayor resigned.",
        "Hale resigned on 4 June 2024. Two days after Doyle’s resignation, the mayor wept.",
        "Tests made for the club resumed on 4 June 2024. Two days after the club resumed, Hale wept.",
        // It did not happen, or only may.
        "The pier did not collapse on 4 June 2024. Two days after the collapse, the mayor resigned.",
        "The pier could collapse on 4 June 2024. Two days after the collapse, the mayor resigned.",
        "The vote was postponed on 4 June 2024. Two days after the vote, the mayor resigned.",
        // It is not told, only named in passing.
        "When the harbour war started in 2001, Hale was asked to go. After the war, the mayor resigned.",
        // Bounds and comparisons.
        "The council voted on 4 June 2024. The town was richer than before the vote.",
        "The council voted on 4 June 2024. The mayor drew strength from before the vote.",
        // Not before the day of publication is over.
        "The council will vote on 4 February 2025. The day after the vote, the mayor resigned.",
        // A plan hangs on no date.
        "The council voted on 4 June 2024. The mayor could resign two days after the vote.",
        // Said in somebody's words.
        "The council voted on 4 June 2024. “Two days after the vote I left the town,” Hale said.",
    ] {
        open(text);
    }
}

#[test]
fn several_of_a_kind_are_said_to_be() {
    let reason = open(
        "The council voted on 4 June 2024. The club voted on 9 July 2024. Two days after the vote, Hale resigned.",
    );
    assert!(reason.contains("several statements tell of “vote”"), "{reason}");
    // One says which.
    assert_eq!(
        anchored(
            "The council voted on 4 June 2024. The club voted on 9 July 2024. Two days after the club vote, Hale resigned."
        ),
        "2024-07-11/2024-07-12 within Hale resigned"
    );
    // The same day told twice is one.
    assert_eq!(
        anchored(
            "The council voted on 4 June 2024. It voted in June 2024. Two days after the vote, Hale resigned."
        ),
        "2024-06-06/2024-06-07 within Hale resigned"
    );
}

#[test]
fn what_has_no_date_gives_none_and_is_named() {
    let t = told("The pier collapsed without a warning. Two days after the collapse, the mayor resigned.");
    assert!(t.events.is_empty());
    assert_eq!(t.undated[1].after.as_ref(), Some(&t.undated[0].id));
    assert!(
        t.undated[1].reason.contains("no date for “collapse”"),
        "{:?}",
        t.undated[1]
    );
    assert_eq!(t.undated[1].latest.unwrap().to_string(), "2025-01-27");
}

#[test]
fn chains_are_followed_and_circles_are_not() {
    assert_eq!(
        entries(
            "A week after his resignation, Hale was arrested. Two days after the vote, Hale resigned. \
             The council voted on 4 June 2024."
        ),
        [
            "2024-06-04/2024-06-05 within The council voted",
            "2024-06-06/2024-06-07 within Hale resigned",
            "2024-06-10/2024-06-17 within Hale was arrested"
        ]
    );
    let t =
        told("Two days after his arrest, Hale resigned. Two days after his resignation, Hale was arrested.");
    assert!(t.events.is_empty(), "{:?}", t.events);
    assert_eq!(t.undated.len(), 2);
}

#[test]
fn a_day_of_the_noun_is_not_that_of_the_verb() {
    for (text, want) in [
        (
            "Two days after the fire on 3 May 2024, the mayor resigned.",
            "2024-05-05/2024-05-06 within Two days after the fire, the mayor resigned",
        ),
        (
            "He resigned two days after the vote on Friday.",
            "2025-01-26/2025-01-27 within He resigned two days after the vote",
        ),
        (
            "He has lived there since his release on 10 May 2024.",
            "2024-05-10/ since He has lived there since his release",
        ),
        (
            "The bridge was closed for three days after the fire on 3 May 2024.",
            "2024-05-03/2024-05-06 throughout The bridge was closed for three days after the fire",
        ),
        (
            "The council met in the hall on 3 May 2024.",
            "2024-05-03/2024-05-04 within The council met in the hall",
        ),
        (
            "The council met after the vote on 3 May 2024.",
            "2024-05-03/2024-05-04 within The council met after the vote",
        ),
    ] {
        assert_eq!(entries(text), [want], "{text}");
    }
}

#[test]
fn a_length_with_a_start_or_an_end_is_a_span() {
    for (text, want) in [
        (
            "The mill was closed for eleven weeks from 3 May 2024.",
            "2024-05-03/2024-07-19 throughout The mill was closed for eleven weeks",
        ),
        (
            "The mill was closed from 3 May 2024 for eleven weeks.",
            "2024-05-03/2024-07-19 throughout The mill was closed for eleven weeks",
        ),
        (
            "The road was closed for two weeks starting 13 May 2024.",
            "2024-05-13/2024-05-27 throughout The road was closed for two weeks starting 13 May 2024",
        ),
        (
            "The road was closed on 12 May 2024 for two weeks.",
            "2024-05-12/2024-05-26 throughout The road was closed for two weeks",
        ),
        (
            "Hale ruled for ten years until 1990.",
            "1980-01-01/1991-01-01 throughout Hale ruled for ten years",
        ),
        (
            "The hall will be closed for two weeks from 3 February 2025.",
            "2025-02-03/2025-02-17 throughout The hall will be closed for two weeks",
        ),
        (
            "The library has been shut for two weeks.",
            "2025-01-13/ since The library has been shut for two weeks",
        ),
        (
            "She has worked there for ten years.",
            "2015-01-01/ since She has worked there for ten years",
        ),
        (
            "The school was closed for two weeks from yesterday.",
            "2025-01-26/2025-02-09 throughout The school was closed for two weeks",
        ),
        (
            "The hall was open for six years through 2003.",
            "1998-01-01/2004-01-01 throughout The hall was open for six years",
        ),
        // What was done in a moment lasts no two years.
        (
            "Hale was jailed for ten years in 2019.",
            "2019-01-01/2020-01-01 within Hale was jailed for ten years",
        ),
        (
            "Hale was jailed on 12 May 2024 for two years.",
            "2024-05-12/2024-05-13 within Hale was jailed for two years",
        ),
        (
            "The ship was stuck for six days in March 2021.",
            "2021-03-01/2021-04-01 within The ship was stuck for six days",
        ),
    ] {
        assert_eq!(entries(text), [want], "{text}");
    }
    for text in [
        "Hale has been jailed for two years.",
        "The mill has stood empty for months.",
        "She waited for three days.",
        "The strike lasted eleven weeks.",
        "The road has not been shut for two weeks.",
        "Hale has been asked for two days off.",
        "If you have been married for two years, you know it.",
        "The council rejected the demand that Hale give up the power he has held for ten years.",
    ] {
        assert_eq!(entries(text), [""; 0], "{text}");
    }
}

#[test]
fn what_lasted_begins_where_another_statement_says() {
    assert_eq!(
        anchored("The strike began on 20 May 2024. The miners’ strike lasted eleven weeks."),
        "2024-05-20/2024-08-05 throughout The miners’ strike lasted eleven weeks"
    );
    // A vote on it is no beginning of it.
    open("The men voted on the strike on 20 May 2024. The strike lasted eleven weeks.");
    // It ended when, if it only began then?
    assert_eq!(
        anchored("The strike began on 20 May 2024. Two days after the strike, the mill closed its gates."),
        "2024-05-20/ after the mill closed its gates"
    );
}

#[test]
fn it_is_read_back_as_it_was_written() {
    for text in [
        "The pier collapsed on 3 May 2024. In the wake of the collapse, the port closed.",
        "The council voted on 4 June 2024. Ahead of the vote, the mayor left town.",
        "The council voted on 4 June 2024. The council met two days after the vote.",
        "The mill was closed for eleven weeks from 3 May 2024. The library has been shut for two weeks.",
    ] {
        let made = told(text);
        let json = serde_json::to_string(&made).unwrap();
        assert_eq!(read(&json).unwrap(), made, "{text}");
    }
}

#[test]
fn before_and_after_it_stand_so_in_the_order_of_time() {
    let t = told(
        "The council voted on 4 June 2024. Ahead of the vote, the mayor left town. In the wake of the vote, the leader \
         resigned. It rained until 3 June 2024.",
    );
    let order: Vec<&str> = t.events.iter().map(|e| e.statement.as_str()).collect();
    assert_eq!(
        order,
        [
            "It rained",
            "the mayor left town",
            "The council voted",
            "the leader resigned"
        ]
    );
}

#[cfg(feature = "chart")]
#[test]
fn what_may_lie_on_the_same_day_is_not_said_to_lie_after_it() {
    let t = told("The pier collapsed on 3 May 2024. In the wake of the collapse, the port closed.");
    let e = t.events.iter().find(|e| e.anchor.is_some()).unwrap();
    assert_eq!(dateline::chart::date_words(e), "Not before Fri 3 May 2024");
    let t = told("The council voted on 4 June 2024. Ahead of the vote, the mayor left town.");
    let e = t.events.iter().find(|e| e.anchor.is_some()).unwrap();
    assert_eq!(dateline::chart::date_words(e), "Not after Tue 4 June 2024");
}

/// Whatever the event, the amount and the side: what is counted lies so far from it, is inferred, and names it.
#[test]
fn law_so_far_from_the_event_as_the_words_say() {
    let day = |d: &str| d.parse::<dateline::time::Day>().unwrap();
    for (event, noun) in [
        ("The pier collapsed", "the collapse"),
        ("The council voted", "the vote"),
        ("A fire broke out", "the fire"),
        ("Hale resigned", "Hale’s resignation"),
    ] {
        for from in ["2024-02-27", "2023-12-31", "1999-07-04"] {
            for n in 2..40 {
                for (word, sign) in [("after", 1), ("before", -1)] {
                    let text = format!("{event} on {from}. The mayor left town {n} days {word} {noun}.");
                    let t = told(&text);
                    let e = t.events.iter().find(|e| e.anchor.is_some()).expect(&text);
                    let want = day(from) + chrono::TimeDelta::days(sign * n);
                    assert_eq!(e.when.start.unwrap().day(), want, "{text}");
                    assert_eq!(e.when.end.unwrap().day(), want.succ_opt().unwrap(), "{text}");
                    assert_eq!(e.certainty.word(), "inferred");
                    assert_eq!(e.mentions[0].text, format!("{n} days"));
                }
            }
        }
    }
}

//! Dates of one event in a sentence that tells another: what is counted from them does not lie in them.

#[path = "common/telling.rs"]
mod telling;

use telling::{Case, unlike};

const CASES: &[Case] = &[
    // What had gone on ends with what its sentence tells; what has gone on does not, nor what somebody said of it.
    (
        "Orlan took over the depot in 2019 from the county, which had run it since 1952.",
        &[
            ("the county had run it", "throughout", "1952-01-01 2020-01-01"),
            (
                "Orlan took over the depot from the county, which had run it since 1952",
                "within",
                "2019-01-01 2020-01-01",
            ),
        ],
    ),
    (
        "The drivers went back on Friday, ending a strike that had stopped all trains since 3 January.",
        &[
            (
                "a strike had stopped all trains",
                "throughout",
                "2025-01-03 2025-01-25",
            ),
            (
                "The drivers went back, ending a strike that had stopped all trains since 3 January",
                "within",
                "2025-01-24 2025-01-25",
            ),
        ],
    ),
    (
        "Orlan bought the depot in 2019 and has run it since 2021.",
        &[
            ("Orlan bought the depot", "within", "2019-01-01 2020-01-01"),
            ("Orlan has run it", "since", "2021-01-01 .."),
        ],
    ),
    (
        "The mayor said on Friday that the road had been closed since Monday.",
        &[
            ("the road had been closed", "since", "2025-01-20 .."),
            (
                "The mayor said that the road had been closed since Monday",
                "within",
                "2025-01-24 2025-01-25",
            ),
        ],
    ),
    // An exception is no event of its own.
    (
        "The lamp was dark from September 1939 until June 1945, but for eleven nights in May 1940.",
        &[(
            "The lamp was dark, but for eleven nights in May 1940",
            "throughout",
            "1939-09-01 1945-07-01",
        )],
    ),
    (
        "The road has been shut since 2019, except for a week in May 2021.",
        &[(
            "The road has been shut, except for a week in May 2021",
            "since",
            "2019-01-01 ..",
        )],
    ),
    (
        "The road was shut, but for the mill it opened in May 2021.",
        &[(
            "The road was shut, but for the mill it opened in May 2021",
            "within",
            "2021-05-01 2021-06-01",
        )],
    ),
    // A night that names its day is of no other.
    (
        "They waited until last night for the answers that they were promised before Friday.",
        &[
            (
                "They waited until last night for the answers that they were promised before Friday",
                "before",
                ".. 2025-01-24",
            ),
            (
                "They waited for the answers that they were promised before Friday",
                "until",
                ".. 2025-01-27T06:00",
            ),
        ],
    ),
    // Before the end of a month is not before the month.
    (
        "The members paid before the end of December.",
        &[("The members paid", "before", ".. 2025-01-01")],
    ),
    (
        "The members paid before December.",
        &[("The members paid", "before", ".. 2024-12-01")],
    ),
    // A noun with its date behind "since", "until", "before".
    (
        "The mill has been idle since the fire in May.",
        &[("The mill has been idle since the fire", "since", "2024-05-01 ..")],
    ),
    (
        "The town has been under curfew since riots in July.",
        &[(
            "The town has been under curfew since riots",
            "since",
            "2024-07-01 ..",
        )],
    ),
    (
        "She has run the line since a move to Leeds in 2019.",
        &[(
            "She has run the line since a move to Leeds",
            "since",
            "2019-01-01 ..",
        )],
    ),
    (
        "The rule will stay in force until the vote on Friday.",
        &[(
            "The rule will stay in force until the vote",
            "until",
            ".. 2025-02-01",
        )],
    ),
    (
        "The cabinet will serve until elections in 2026.",
        &[("The cabinet will serve until elections", "until", ".. 2027-01-01")],
    ),
    (
        "The mayor will resign before the election in November.",
        &[(
            "The mayor will resign before the election",
            "before",
            ".. 2025-12-01",
        )],
    ),
    // "of" ties the date to that noun and to nothing else.
    (
        "The wall was raised after the flood of 2007.",
        &[(
            "The wall was raised after the flood of 2007",
            "after",
            "2007-01-01 ..",
        )],
    ),
    (
        "The mill has been idle since the fire of 12 May 2007.",
        &[(
            "The mill has been idle since the fire of 12 May 2007",
            "since",
            "2007-05-12 ..",
        )],
    ),
    (
        "The bridge opened two years after the flood of 2007.",
        &[(
            "The bridge opened two years after the flood of 2007",
            "within",
            "2009-01-01 2010-01-01",
        )],
    ),
    // A clause with its date.
    (
        "The club has been closed since its licence was revoked in March.",
        &[(
            "The club has been closed since its licence was revoked in March",
            "since",
            "2024-03-01 ..",
        )],
    ),
    (
        "She has led the party since winning the vote in 2019.",
        &[(
            "She has led the party since winning the vote in 2019",
            "since",
            "2019-01-01 ..",
        )],
    ),
    (
        "The wall was raised after the river flooded the town in 2007.",
        &[(
            "The wall was raised after the river flooded the town in 2007",
            "after",
            "2007-01-01 ..",
        )],
    ),
    (
        "The firm had sold its ships before the line collapsed on Friday.",
        &[(
            "The firm had sold its ships before the line collapsed on Friday",
            "before",
            ".. 2025-01-25",
        )],
    ),
    // What came after something of one day came that day, as one reads it.
    (
        "They spoke after a meeting on Friday.",
        &[("They spoke after a meeting", "within", "2025-01-24 2025-01-25")],
    ),
    (
        "The road was closed after a tree fell on Friday.",
        &[(
            "The road was closed after a tree fell on Friday",
            "within",
            "2025-01-24 2025-01-25",
        )],
    ),
    (
        "He shook hands before he boarded the ship on Friday.",
        &[(
            "He shook hands before he boarded the ship on Friday",
            "within",
            "2025-01-24 2025-01-25",
        )],
    ),
    // No event stands between, or the date is that of the verb.
    (
        "The ship waited until the captain spoke. The mill burned in May.",
        &[("The mill burned", "within", "2024-05-01 2024-06-01")],
    ),
    (
        "The line has paid nothing since, and in May it closed.",
        &[("it closed", "within", "2024-05-01 2024-06-01")],
    ),
    // A reason, and no time.
    (
        "He will not run, since he lost the vote in 2019.",
        &[(
            "He will not run, since he lost the vote in 2019",
            "within",
            "2019-01-01 2020-01-01",
        )],
    ),
];

const LENGTHS: &[Case] = &[
    (
        "The strike began on 3 May and lasted eleven weeks.",
        &[
            (
                "The strike lasted eleven weeks",
                "throughout",
                "2024-05-03 2024-07-19",
            ),
            ("The strike began", "within", "2024-05-03 2024-05-04"),
        ],
    ),
    (
        "The siege started in June 1941 and lasted for 16 months.",
        &[
            (
                "The siege lasted for 16 months",
                "throughout",
                "1941-06-01 1942-10-01",
            ),
            ("The siege started", "within", "1941-06-01 1941-07-01"),
        ],
    ),
    (
        "The talks will begin on 3 May 2025 and will last two days.",
        &[
            (
                "The talks will last two days",
                "throughout",
                "2025-05-03 2025-05-05",
            ),
            ("The talks will begin", "within", "2025-05-03 2025-05-04"),
        ],
    ),
    (
        "The strike lasted eleven weeks and ended on 3 May 2024.",
        &[
            (
                "The strike lasted eleven weeks",
                "throughout",
                "2024-02-16 2024-05-04",
            ),
            ("The strike ended", "within", "2024-05-03 2024-05-04"),
        ],
    ),
    (
        "The siege lasted eleven weeks, from 3 May 2024.",
        &[(
            "The siege lasted eleven weeks",
            "throughout",
            "2024-05-03 2024-07-19",
        )],
    ),
    (
        "The strike began on 3 May 2024. It lasted eleven weeks.",
        &[
            ("It lasted eleven weeks", "throughout", "2024-05-03 2024-07-19"),
            ("The strike began", "within", "2024-05-03 2024-05-04"),
        ],
    ),
    // What may be, what another thing did, what the date does not begin, and a length finer than the date.
    (
        "The strike began on 3 May 2024 and may last eleven weeks.",
        &[("The strike began", "within", "2024-05-03 2024-05-04")],
    ),
    (
        "The strike began on 3 May 2024 and the lockout lasted eleven weeks.",
        &[("The strike began", "within", "2024-05-03 2024-05-04")],
    ),
    (
        "The bridge was sold on 3 May 2024 and lasted eleven weeks.",
        &[("The bridge was sold", "within", "2024-05-03 2024-05-04")],
    ),
    (
        "The war began in 1990 and lasted three months.",
        &[("The war began", "within", "1990-01-01 1991-01-01")],
    ),
    (
        "The strike began on 3 May 2024. The port was shut. It lasted eleven weeks.",
        &[("The strike began", "within", "2024-05-03 2024-05-04")],
    ),
];

#[test]
fn how_long_it_went_on_from_its_beginning() {
    let wrong = unlike(LENGTHS);
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn what_the_date_of_another_event_bounds() {
    let wrong = unlike(CASES);
    assert!(wrong.is_empty(), "\n{wrong}");
}

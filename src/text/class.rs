/// What kind of word a token is, as far as any rule asks. `value` in brackets: what [`super::Token::value`] holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[non_exhaustive]
pub enum Class {
    /// A blank line, or the end of the text: nothing is read across it.
    Break,
    /// A word that no rule begins with (1 where one may go on with it behind an article: "the trading day").
    Word,
    /// A web or mail address, whole.
    Address,
    /// Digits (the number).
    Number,
    /// "3rd", "21st" (the number).
    OrdinalNumber,
    /// "one" … "million" (the number).
    NumberWord,
    /// "first" … "hundredth" (the number); "second" has a class of its own.
    OrdinalWord,
    /// "second": the ordinal, or a sixtieth of a minute.
    Second,
    /// A Roman numeral in capitals, II to XXX (the number).
    Roman,

    // Signs
    /// `-`
    Hyphen,
    /// `–`, `—`, `−` and the like.
    Dash,
    /// `.`
    Stop,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// `/`
    Slash,
    /// `'`, `’`
    Apostrophe,
    /// `"`, `“`, `”`
    Quote,
    /// `(`, `[`
    Open,
    /// `)`, `]`
    Close,
    /// `$`, `€`, `£`, `¥`
    Money,
    /// `%`
    Percent,
    /// `#`, `№`
    Hash,
    /// `!`, `?`
    Shout,
    /// `+`
    Plus,
    /// Any other sign.
    Sign,

    // Names of dates
    /// A month's name or abbreviation (1–12).
    Month,
    /// A weekday's name or abbreviation (0 Monday – 6 Sunday).
    Weekday,
    /// A unit of time (see `unit_of`).
    Unit,
    /// "daily", "weekly", "annual" … (the unit).
    Periodic,
    /// Spring, summer, autumn or fall, winter (0–3).
    Season,
    /// Morning, afternoon, evening, night … (index of `DayPart`).
    DayPart,
    /// "noon", "midday" (12); "midnight" (0).
    Noon,
    /// "yesterday", "today", "tomorrow", "tonight" (−1, 0, 1 as 0, 1, 2; 3 tonight).
    NamedDay,
    /// "weekend".
    Weekend,
    /// A decade in words: "eighties" (80).
    DecadeWord,
    /// a.m. (0) and p.m. (12).
    Meridiem,
    /// A time zone's abbreviation (minutes east of UTC, plus 1440).
    Zone,
    /// "BC", "BCE" (1); "AD", "CE" (0).
    Era,
    /// The first word of a feast's or named day's name (index for the rules).
    Feast,
    /// "o'clock"
    OClock,

    // Which one
    /// "last"
    Last,
    /// "next"
    Next,
    /// "this"
    This,
    /// "that"
    That,
    /// "these", "those"
    These,
    /// "past"
    Past,
    /// "coming", "upcoming", "forthcoming", "ensuing"
    Coming,
    /// "previous", "preceding", "prior"
    Previous,
    /// "following", "subsequent"
    Following,
    /// "same"
    Same,
    /// "current"
    Current,
    /// "every"
    Every,
    /// "each"
    Each,
    /// "other", "alternate"
    Other,
    /// "whole", "entire", "full"
    Whole,
    /// "latest", "recent"
    Recent,

    // How
    /// "early"
    Early,
    /// "mid", "middle"
    Mid,
    /// "late"
    Late,
    /// "earlier"
    Earlier,
    /// "later"
    Later,
    /// "ago"
    Ago,
    /// "end", "close", "conclusion"
    EndOf,
    /// "beginning", "start", "outset", "onset", "turn"
    StartOf,
    /// "about", "around", "approximately", "roughly", "circa", "some"
    About,
    /// "nearly", "almost"
    Nearly,
    /// "more", "less", "fewer" (0 more, 1 less)
    More,
    /// "than"
    Than,
    /// "over"
    Over,
    /// "under"
    Under,
    /// "least", "most"
    Least,
    /// "up"
    Up,
    /// "just", "only"
    Just,
    /// "half"
    Half,
    /// "quarter"
    Quarter,
    /// "several", "few", "many", "some", "numerous", "various", "couple" (0 unknown, 2 couple)
    Vague,
    /// "dozen"
    Dozen,
    /// "fiscal", "financial", "academic", "calendar", "tax", "school" (0 fiscal, 1 calendar, 2 school)
    Fiscal,
    /// "once", "twice", "thrice" (the number)
    Times,
    /// "times"
    TimesWord,
    /// "per"
    Per,
    /// "old"
    Old,
    /// "long"
    Long,
    /// "now", "nowadays"
    Now,
    /// "currently", "presently"
    Currently,
    /// "recently", "lately"
    Recently,
    /// "soon", "shortly"
    Soon,
    /// "then"
    Then,
    /// "date", "time", "moment", "period", "term" – nouns that references are made with
    TimeNoun,
    /// "future", "present"
    FutureNoun,

    // Function words
    /// "the"
    The,
    /// "a", "an"
    A,
    /// "of"
    Of,
    /// "in"
    In,
    /// "on", "upon"
    On,
    /// "at"
    At,
    /// "by"
    By,
    /// "until", "till"
    Until,
    /// "since"
    Since,
    /// "from"
    From,
    /// "to"
    To,
    /// "through", "thru"
    Through,
    /// "throughout"
    Throughout,
    /// "between"
    Between,
    /// "and", "&"
    And,
    /// "or"
    Or,
    /// "during"
    During,
    /// "before"
    Before,
    /// "after"
    After,
    /// "within"
    Within,
    /// "for"
    For,
    /// "as"
    As,
    /// "with"
    With,
    /// "into", "towards" and other prepositions
    Preposition,
    /// "he", "it", "they" …
    Pronoun,
    /// "who", "which", "that" opening a clause, "when", "while", "because", "but" …
    Conjunction,

    // Verbs
    /// "will", "’ll", "shall"
    Will,
    /// "would", "could", "should", "might", "can", "may" is a month
    Modal,
    /// "is", "are", "am", "’s"
    Is,
    /// "was", "were"
    Was,
    /// "be", "being"
    Be,
    /// "been"
    Been,
    /// "have", "has"
    Have,
    /// "had"
    Had,
    /// "do", "does" (0), "did" (1)
    Do,
    /// "going"
    Going,
    /// "scheduled", "expected", "due", "set", "slated", "planned", "planning"
    Expected,
    /// A verb in the past by its form: irregular pasts, common "-ed" words
    PastVerb,
    /// A verb that tells of saying, past form ("said", "told")
    SayPast,
    /// A verb that tells of saying, present form ("says")
    SayPresent,
    /// "plans", "expects", "hopes", "intends", "aims" … which point ahead with "to"
    PlanVerb,
    /// "not", "never", "n’t"
    Not,
    /// A letter that rules ask about when a number is glued to it: Q, H, FY, W, S (its ASCII code)
    Letter,
    /// "eve"
    Eve,
    /// "aged", "ages"
    Aged,
    /// "right", before "now"
    Right,
    /// "FY", "CY": a fiscal or calendar year's number follows (0, 1)
    FiscalShort,
    /// "page", "room", "flight", "chapter" …: the number behind it is a label
    Label,
    /// "people", "points", "miles" …: the number before it is a count
    Counted,
}

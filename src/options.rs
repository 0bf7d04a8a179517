use crate::published::{Published, PublishedFrom};
use crate::resolve::Mode;
use crate::rules::DayOrder;
use crate::time::Day;

/// How a document is to be read. Everything may be left out.
///
/// ```
/// use dateline::Options;
/// let options = Options::new().published("2025-01-27".parse().unwrap());
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// The publication date; overrides what the document says.
    pub published: Option<Published>,
    /// Completes a date line without a year.
    pub year: Option<i32>,
    /// The latest day that an inferred year may reach. The library has no clock: without it no year is inferred.
    pub today: Option<Day>,
    /// News or narrative; `None` decides per document.
    pub mode: Option<Mode>,
    /// The order of day and month in figures; `None` decides per document.
    pub order: Option<DayOrder>,
    /// The text is the body itself: no date line is searched for.
    pub text_only: bool,
    /// Of the result only the mentions are wanted: its tokens and sentences are let go as soon as they have served, which
    /// halves the memory that a large text takes. No timeline can be made of such a result.
    pub mentions_only: bool,
    /// Each mention is read by itself: see [`crate::resolve::Settings::without_choice`].
    pub without_choice: bool,
}

impl Options {
    /// Nothing set.
    pub fn new() -> Options {
        Options::default()
    }

    /// Sets the publication day.
    pub fn published(mut self, day: Day) -> Options {
        self.published = Some(Published::new(day, PublishedFrom::Option, day.to_string()));
        self
    }

    /// Sets the publication date with its time and offset, and where it comes from.
    pub fn published_at(mut self, published: Published) -> Options {
        self.published = Some(published);
        self
    }

    /// Sets the year of a date line that has none.
    pub fn year(mut self, year: i32) -> Options {
        self.year = Some(year);
        self
    }

    /// Sets the latest day that an inferred year may reach.
    pub fn today(mut self, day: Day) -> Options {
        self.today = Some(day);
        self
    }

    /// Sets the mode.
    pub fn mode(mut self, mode: Mode) -> Options {
        self.mode = Some(mode);
        self
    }

    /// Sets the order of day and month in figures.
    pub fn order(mut self, order: DayOrder) -> Options {
        self.order = Some(order);
        self
    }

    /// Says that the text is the body itself.
    pub fn text_only(mut self, yes: bool) -> Options {
        self.text_only = yes;
        self
    }

    /// Says that of the result only the mentions are wanted.
    pub fn mentions_only(mut self, yes: bool) -> Options {
        self.mentions_only = yes;
        self
    }

    /// Says that each mention is read by itself, not chosen among its readings by what the others say.
    ///
    /// ```
    /// use dateline::{Options, document::Document, tag};
    /// let text = "The crew landed on Monday. On Tuesday they planted a flag.";
    /// let read = |options: Options| {
    ///     let options = options.published("2025-01-27".parse().unwrap());
    ///     tag(Document::from_text("note", text), &options).whens.remove(0).value
    /// };
    /// assert_eq!(read(Options::new()), "2025-01-20");
    /// assert_eq!(read(Options::new().without_choice(true)), "2025-01-27");
    /// ```
    pub fn without_choice(mut self, yes: bool) -> Options {
        self.without_choice = yes;
        self
    }
}

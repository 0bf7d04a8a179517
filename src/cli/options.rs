//! Options that several commands share, and the only reading of a clock.

use super::message::{Messages, Stop};
use clap::{Args, ValueEnum};
use dateline::chart::{ChartColor, ChartLayout, ChartOptions, layout_of};
use dateline::export::{Csv, Format, Ics, Json, Svg};
use dateline::published::{Published, PublishedFrom};
use dateline::resolve::Mode;
use dateline::rules::DayOrder;
use dateline::time::{Day, Moment};
use dateline::timeline::{Timeline, TimelineRequest};
use dateline::typed::Form;
use dateline::{Options, typed};
use std::path::PathBuf;
use std::str::FromStr;

/// What is told, and how.
#[derive(Args)]
pub struct MessageArgs {
    /// Tell errors only
    #[arg(long, short, global = true, help_heading = "Messages")]
    pub quiet: bool,
    /// Colours in tables and messages; NO_COLOR is respected
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "Messages"
    )]
    pub color_output: ColorOutput,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum ColorOutput {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, ValueEnum)]
enum ModeName {
    /// Decided for each document
    Auto,
    /// Dates count from publication
    News,
    /// Dates count from the last full date that was told
    Narrative,
}

/// How texts are read.
#[derive(Args)]
#[command(next_help_heading = "Reading")]
pub struct ReadingArgs {
    /// The publication date, instead of what the document says: 2025-01-27, "27 Jan 2025", yesterday, "3 weeks ago"
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    published: Option<String>,
    /// Completes a date line that has no year
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1..=9999))]
    year: Option<i32>,
    /// The latest day that a year may be inferred for [default: the clock's; with --jsonl none is inferred]
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    today: Option<String>,
    /// What bare months, days and relative phrases count from
    #[arg(long, value_name = "MODE", default_value = "auto")]
    mode: ModeName,
    /// 03/04/2025 is the third of April
    #[arg(long, conflicts_with = "month_first")]
    day_first: bool,
    /// 03/04/2025 is the fourth of March
    #[arg(long)]
    month_first: bool,
}

/// The clock's local civil day. The library has no clock: this is where "today" enters the program.
pub fn clock_day() -> Day {
    chrono::Local::now().date_naive()
}

/// A day that an option gives; the message names the option and shows what can be typed. Without a today nothing may
/// be counted from it.
pub fn day(option: &str, phrase: &str, today: Option<Day>) -> Result<typed::Typed, Stop> {
    let typed = typed::read(phrase, today.unwrap_or_default());
    let typed = typed.map_err(|e| Stop::Failed(format!("--{option}: {e}")))?;
    match today {
        Some(_) => Ok(typed),
        None => complete(option, phrase, typed.form).map(|()| typed),
    }
}

fn complete(option: &str, phrase: &str, form: Form) -> Result<(), Stop> {
    match form {
        Form::Completed | Form::Relative => Err(Stop::Failed(format!(
            "--{option}: `{phrase}` counts from today, and --jsonl reads no clock; write the day in full, as in 2025-01-27{}",
            if option == "today" {
                ""
            } else {
                ", or give --today"
            }
        ))),
        _ => Ok(()),
    }
}

impl ReadingArgs {
    /// Typed dates count from `--today`, else from the clock's day.
    pub fn options(&self) -> Result<Options, Stop> {
        self.with_clock(Some(clock_day()))
    }

    /// The same bytes on every day: without `--today` no year is inferred, and nothing can be counted from today.
    pub fn options_without_clock(&self) -> Result<Options, Stop> {
        self.with_clock(None)
    }

    fn with_clock(&self, clock: Option<Day>) -> Result<Options, Stop> {
        let today = match &self.today {
            Some(phrase) => Some(day("today", phrase, clock)?.date),
            None => clock,
        };
        let mut options = Options::new();
        options.today = today;
        if let Some(phrase) = &self.published {
            let typed = day("published", phrase, today)?;
            let mut published = Published::new(typed.date, PublishedFrom::Option, phrase.trim());
            published.time = typed.time;
            published.offset = typed.offset;
            options = options.published_at(published);
        }
        if let Some(year) = self.year {
            options = options.year(year);
        }
        options = match self.mode {
            ModeName::Auto => options,
            ModeName::News => options.mode(Mode::News),
            ModeName::Narrative => options.mode(Mode::Narrative),
        };
        Ok(match (self.day_first, self.month_first) {
            (true, _) => options.order(DayOrder::DayFirst),
            (_, true) => options.order(DayOrder::MonthFirst),
            _ => options,
        })
    }
}

/// Which events are shown.
#[derive(Args)]
#[command(next_help_heading = "Choosing")]
pub struct ChoosingArgs {
    /// Only events that end after the beginning of this day, month or year: 2024, "3 weeks ago"
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    since: Option<String>,
    /// Only events that start before the end of this day, month or year
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    until: Option<String>,
    /// Only the so many most salient events; the JSON keeps the others under `more`
    #[arg(long, value_name = "N")]
    top: Option<usize>,
}

impl ChoosingArgs {
    /// What a timeline is asked for.
    pub fn request(&self, today: Option<Day>) -> Result<TimelineRequest, Stop> {
        let mut request = TimelineRequest::default();
        (request.since, request.until) = self.ends(today)?;
        request.top = self.top;
        Ok(request)
    }

    /// How many events at most.
    pub fn top(&self) -> Option<usize> {
        self.top
    }

    /// The two ends: from the first moment of `--since` to the last of `--until`. Without a today both must be written
    /// in full.
    pub fn ends(&self, today: Option<Day>) -> Result<(Option<Moment>, Option<Moment>), Stop> {
        let span = |option: &str, phrase: &Option<String>| match phrase {
            Some(phrase) => {
                let span = typed::read_span(phrase, today.unwrap_or_default());
                let span = span.map_err(|e| Stop::Failed(format!("--{option}: {e}")))?;
                match today {
                    Some(_) => Ok(Some(span)),
                    None => complete(option, phrase, span.form).map(|()| Some(span)),
                }
            }
            None => Ok(None),
        };
        let since = span("since", &self.since)?.map(|s| Moment::of_day(s.start));
        let until = span("until", &self.until)?.map(|s| Moment::of_day(s.end));
        match (since, until) {
            (Some(a), Some(b)) if a.day() >= b.day() => {
                Err(Stop::failed("--since lies after --until: exchange them"))
            }
            ends => Ok(ends),
        }
    }
}

/// How a chart looks.
#[derive(Args)]
#[command(next_help_heading = "Chart")]
pub struct ChartArgs {
    /// Width of the chart in pixels
    #[arg(long, value_name = "PX", default_value_t = 1200,
          value_parser = clap::value_parser!(u32).range(i64::from(dateline::chart::MIN_WIDTH)..=i64::from(dateline::chart::MAX_WIDTH)))]
    width: u32,
    /// Which way time runs
    #[arg(long, value_name = "WAY", default_value = "vertical")]
    layout: LayoutName,
    /// What colours tell [default: source for several documents, else certainty]
    #[arg(long, value_name = "WHAT")]
    color: Option<ColorName>,
    /// At most so many events in full, the most salient; the others are counted in their place [default: 60; with
    /// --pages all of them]
    #[arg(long, value_name = "N")]
    max_rows: Option<usize>,
    /// Pages instead of one long chart, NAME-page-1.svg and so on, each at most so many pixels high, or a4 for the
    /// proportions of a sheet [without a value: 4000]
    #[arg(long, value_name = "HEIGHT", num_args = 0..=1, require_equals = true, default_missing_value = "4000")]
    pages: Option<PageHeight>,
    /// The font of a PNG, a .ttf or .otf file [default: the system's]
    #[arg(long, value_name = "FILE")]
    #[cfg_attr(not(feature = "png"), allow(dead_code))]
    font: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum LayoutName {
    /// Down the page
    Vertical,
    /// Across it, for a slide with few dates
    Horizontal,
}

#[derive(Clone, Copy, ValueEnum)]
enum ColorName {
    /// Which document tells the event
    Source,
    /// How sure its date is
    Certainty,
}

/// How high a page may be.
#[derive(Clone, Copy)]
enum PageHeight {
    Pixels(u32),
    A4,
}

impl PageHeight {
    /// In pixels, of a page so many pixels wide. A sheet of A4 has 210 by 297 millimetres.
    fn of(self, width: u32) -> u32 {
        match self {
            PageHeight::Pixels(n) => n,
            PageHeight::A4 => width * 297 / 210,
        }
    }
}

impl FromStr for PageHeight {
    type Err = String;

    fn from_str(s: &str) -> Result<PageHeight, String> {
        const LEAST: u32 = 1_000;
        match s.parse::<u32>() {
            _ if s.eq_ignore_ascii_case("a4") => Ok(PageHeight::A4),
            Ok(n) if n >= LEAST => Ok(PageHeight::Pixels(n)),
            _ => Err(format!("give {LEAST} pixels or more, or a4")),
        }
    }
}

impl ChartArgs {
    pub fn options(&self) -> ChartOptions {
        let mut options = ChartOptions::new().width(self.width);
        if let LayoutName::Horizontal = self.layout {
            options = options.layout(ChartLayout::Horizontal);
        }
        if let Some(color) = self.color {
            options = options.color(match color {
                ColorName::Source => ChartColor::Source,
                ColorName::Certainty => ChartColor::Certainty,
            });
        }
        if let Some(height) = self.pages {
            options = options.page_height(height.of(self.width)).max_rows(usize::MAX);
        }
        match self.max_rows {
            Some(most) => options.max_rows(most),
            None => options,
        }
    }

    #[cfg(feature = "png")]
    fn png(&self) -> Result<Box<dyn Format>, Stop> {
        let mut png = dateline::export::Png::new(self.options());
        if let Some(path) = &self.font {
            let content = std::fs::read(path).map_err(|e| {
                let shown = path.display();
                Stop::Failed(format!("--font {shown}: {}", super::inputs::remedy(&e)))
            })?;
            let named = |e| Stop::Failed(format!("--font {}: {e}", path.display()));
            png = png.font(content).map_err(named)?;
        }
        Ok(Box::new(png))
    }

    #[cfg(not(feature = "png"))]
    fn png(&self) -> Result<Box<dyn Format>, Stop> {
        Err(Stop::failed(
            "--format png: this program was built without images; build it with `cargo install --path . --features png`, or open the SVG in a browser and save it from there",
        ))
    }

    /// Says so when a timeline has too many dates for the layout that was asked for.
    pub fn warn(&self, to: &Messages, of: &str, timeline: &Timeline) {
        let options = self.options();
        if options.layout == ChartLayout::Horizontal
            && layout_of(timeline, &options) == Ok(ChartLayout::Vertical)
        {
            to.warn(
                of,
                "too many dates to stand side by side, so the chart is vertical; a greater --width or a smaller --max-rows makes room",
            );
        }
    }

    /// Writers for the formats that are asked for, but for the page: each once and in the order of the list.
    pub fn formats(&self, wanted: &[ChartFormat]) -> Result<Vec<Box<dyn Format>>, Stop> {
        let mut formats: Vec<Box<dyn Format>> = Vec::new();
        for (i, format) in wanted.iter().enumerate() {
            if wanted.iter().take(i).any(|f| f == format) {
                continue;
            }
            formats.push(match format {
                ChartFormat::Svg => Box::new(Svg::new(self.options())),
                ChartFormat::Json => Box::new(Json),
                // It holds the articles, which differ from input to input.
                ChartFormat::Html => continue,
                ChartFormat::Csv => Box::new(Csv),
                ChartFormat::Ics => Box::new(Ics),
                ChartFormat::Png => self.png()?,
            });
        }
        Ok(formats)
    }
}

/// What `build` and `draw` can write.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ChartFormat {
    /// The chart
    Svg,
    /// The timeline, to be edited and drawn again
    Json,
    /// A page with the article beside its chart
    Html,
    /// The chart as an image of dots
    Png,
    /// A table for spreadsheets
    Csv,
    /// A calendar
    Ics,
}

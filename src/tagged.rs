use crate::document::Document;
use crate::options::Options;
use crate::published::{self, Published, PublishedFrom};
use crate::resolve::{
    Context, Mode, OpenReason, OrderFrom, Part, Settings, When, Why, auto, contexts_and_verbs, resolve,
};
use crate::rules::{Found, Meaning, Mention, find};
use crate::text::{Language, Sentence, Token, VerbGroup, language, lex, register, sentences};
use crate::warning::Warning;

/// A document with its time expressions found and resolved.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Tagged {
    /// The document.
    pub document: Document,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Its time expressions, in the order of the text.
    pub mentions: Vec<Mention>,
    /// What stands around each of them.
    pub contexts: Vec<Context>,
    /// When each of them is.
    pub whens: Vec<When>,
    /// When the document was published, where that is known.
    pub published: Option<Published>,
    /// The mentions that are date lines, of the document or of a section; never events.
    pub date_lines: Vec<usize>,
    /// Which anchor bare dates took.
    pub mode: Mode,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
    /// The verb groups of the sentences in which they were read, by the sentences' numbers, rising.
    pub(crate) verbs: Vec<(usize, Vec<VerbGroup>)>,
}

/// Finds and resolves every time expression of a document.
///
/// ```
/// use dateline::{Options, document::Document, tag};
/// let doc = Document::from_text("note", "The pier opened on Friday.");
/// let tagged = tag(doc, &Options::new().published("2025-01-27".parse().unwrap()));
/// assert_eq!(tagged.whens[0].value, "2025-01-24");
/// ```
pub fn tag(document: Document, options: &Options) -> Tagged {
    let text = &document.text;
    let mut tokens = lex(text);
    let tongue = language(text, &tokens);
    let Found {
        mut mentions,
        impossible,
    } = match tongue {
        Language::English => find(text, &tokens, register(text)),
        Language::Other => Found::default(),
    };
    let searched = !options.text_only && !document.body_only;
    let headed = published::under_years(&document, &tokens, &mut mentions);
    let keep: Vec<_> = mentions.iter().map(|m| m.range.clone()).collect();
    let blocks: Vec<_> = document.blocks.iter().map(|b| b.range.clone()).collect();
    let mut sentences = sentences(text, &tokens, &keep, &blocks);
    let lines = if searched {
        published::date_lines(&document, &tokens, &mentions)
    } else {
        Vec::new()
    };
    let (published, mut date_warnings) = published::find(&document, &mentions, &lines, options);
    let mode = options.mode.unwrap_or_else(|| {
        let lines: Vec<_> = lines.iter().map(|l| l.mention).collect();
        auto(&mentions, published.as_ref().map(|p| p.date), &lines)
    });
    let (contexts, mut verbs) = contexts_and_verbs(&document.text, &tokens, &sentences, &mentions, mode);
    let mut settings = Settings::published(published.as_ref().map(|p| p.date));
    settings.mode = mode;
    settings.order = options.order;
    settings.without_choice = options.without_choice;
    settings.time = published.as_ref().and_then(|p| p.time.as_deref()?.parse().ok());
    settings.date_lines = lines
        .iter()
        .flat_map(|l| {
            [(l.mention, l.opens_section)]
                .into_iter()
                .chain(l.also.clone().map(|m| (m, false)))
        })
        .collect();
    if searched {
        settings.entries = published::stretches(&document, &tokens, &mentions, &lines);
        let dated = lines.iter().filter(|l| l.opens_section).count() > 1;
        if !dated && let Some(log) = published::log(&document, &tokens, &mentions) {
            settings.log = Some((log.first, log.end));
            settings.nights = log.nights;
        }
    }
    if options.mentions_only {
        (tokens, sentences, verbs) = (Vec::new(), Vec::new(), Vec::new());
    }
    let completed = published::completed(&mentions, &lines, options.year);
    let mut whens = resolve(completed.as_deref().unwrap_or(&mentions), &contexts, &settings);
    if completed.is_some() {
        // Resolved with it, but the line's own words do not say the year.
        for line in lines.iter().filter(|l| l.parts.year.is_none()) {
            if let Some(when) = whens.get_mut(line.mention) {
                when.stated.retain(|part| *part != Part::Year);
                when.inferred.push(Part::Year);
            }
        }
    }
    // The year stands in a heading, and not beside them.
    let mut headed = headed.iter().peekable();
    for (m, when) in mentions.iter().zip(&mut whens) {
        if headed.next_if(|h| **h == m.range).is_some() {
            when.stated.retain(|part| *part != Part::Year);
            when.inferred.push(Part::Year);
        }
    }
    let mut warnings = document.warnings.clone();
    warnings.append(&mut date_warnings);
    let date_lines = settings.date_lines.iter().map(|l| l.0).collect();
    for w in doubts(&document, tongue, &mentions, &whens, &impossible) {
        // The date line's own weekday was told already.
        let told = w.code == "weekday-mismatch"
            && published.as_ref().is_some_and(|p| {
                p.from == PublishedFrom::DateLine && w.message.starts_with(&format!("“{}”", p.text))
            });
        if !told {
            warnings.push(w);
        }
    }
    debug_assert!(mentions.iter().all(|m| m.meaning != Meaning::Impossible));
    Tagged {
        document,
        tokens,
        sentences,
        mentions,
        contexts,
        whens,
        published,
        date_lines,
        mode,
        warnings,
        verbs,
    }
}

/// What a reader should know about the expressions found, and about those that were not.
fn doubts(
    document: &Document,
    tongue: Language,
    mentions: &[Mention],
    whens: &[When],
    impossible: &[std::ops::Range<usize>],
) -> Vec<Warning> {
    let words = |range: &std::ops::Range<usize>| document.text.get(range.clone()).unwrap_or_default();
    let mut out = Vec::new();
    if tongue == Language::Other {
        let message = "the text does not look like English; nothing was read from it";
        return vec![Warning::new("not-english", message)];
    }
    for range in impossible {
        let message = format!("there is no such day: “{}”; it was left out", words(range));
        out.push(Warning::new("impossible-date", message));
    }
    let mut guessed = false;
    let mut open = 0;
    for (m, w) in mentions.iter().zip(whens) {
        open += usize::from(w.why.contains(&Why::Open(OpenReason::NoPublished)));
        for why in &w.why {
            match why {
                Why::WeekdayMismatch(..) => {
                    let message = format!("“{}”: {}", words(&m.range), why.note());
                    let warning = Warning::new("weekday-mismatch", message);
                    if !out.contains(&warning) {
                        out.push(warning);
                    }
                }
                Why::Order(_, OrderFrom::Guess) => guessed = true,
                _ => {}
            }
        }
    }
    if guessed {
        let message = "dates in figures were read month first, and nothing in the text says so; \
                       give --day-first or --month-first";
        out.push(Warning::new("day-order-guessed", message));
    }
    if open > 0 {
        let message = format!(
            "no publication date was found, so {open} relative expression{} open; \
             give one with --published, for example --published 2025-01-27",
            if open == 1 { " stays" } else { "s stay" }
        );
        out.push(Warning::new("no-published", message));
    }
    out
}

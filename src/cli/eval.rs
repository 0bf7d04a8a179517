use super::Outcome;
use super::message::{Ink, Messages, Stop, printable};
use clap::{Args, ValueEnum};
use dateline::Options;
use dateline::check::{
    Counts, ErrorKind, Figures, GoldError, Half, Score, ScoreError, TypeCounts, VerbCounts, VerbError,
    VerbErrorKind, VerbScore, evaluate_verbs, evaluate_with,
};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  dateline eval timebank
  dateline eval timebank --errors --half even | grep ^MISS
  dateline eval timebank --json | jq .value.f1
  dateline eval timebank --verbs
  dateline eval timebank --links
  dateline eval timebank --entries

Of each file the text and the day of its creation time are read; what is found in them is then held against the \
annotation. What overlaps is paired from left to right. strict: the same words; relaxed: any pair; type and value: \
the share of the pairs where it is the same, as it stands, and that share times the relaxed F1. This is how \
TempEval-3 scored, and its figures can be compared.\n\n\
With --verbs the verbs of the text are held against the EVENTs that MAKEINSTANCE calls verbs. found: the share of \
the marked words that are a verb of a group; tense: the share of those with TimeML's tense, NONE under a modal; \
reporting: the share of the class REPORTING that is read as a verb of saying.\n\n\
With --links the expressions of the corpus are given, each is tied to a verb or noun of its sentence, and the pairs \
are held against the TLINKs between an EVENT and a TIMEX3 of one sentence. Within are IS_INCLUDED, SIMULTANEOUS, \
DURING and IDENTITY from the event, and their inverses from the expression. precision: of the pairs made that the \
corpus links, those within; recall: of the corpus’s pairs within, those made.\n\n\
With --entries the entries of each text's timeline are parsed on their own: a verb where the sentence has one, a \
subject before it, no conjunction at the beginning, no preposition left over at the end, brackets and quotation marks \
in pairs.";

/// Score what is found against a corpus of TimeML
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Eval {
    /// A folder of annotated texts, *.tml
    #[arg(value_name = "GOLD_DIR")]
    pub(super) gold: PathBuf,
    /// List each disagreement: EXTENT, MISS, SPURIOUS, TYPE, VALUE
    #[arg(long)]
    pub(super) errors: bool,
    /// Counts for each type of the corpus
    #[arg(long)]
    by_type: bool,
    /// How well verbs are found and their tenses read instead; --errors lists MISS, TENSE, REPORTING
    #[arg(long, conflicts_with = "by_type")]
    verbs: bool,
    /// Which event each date belongs to instead; --errors lists MISS, WRONG
    #[arg(long, conflicts_with_all = ["by_type", "verbs"])]
    links: bool,
    /// Whether what the timeline's entries say stands alone instead; --errors lists those that do not
    #[arg(long, conflicts_with_all = ["by_type", "verbs", "links"])]
    entries: bool,
    /// Read each expression by itself, without what the rest of its text says of it: what that choice is worth
    #[arg(long, conflicts_with_all = ["verbs", "links", "entries"])]
    without_choice: bool,
    /// Every second file only: write rules with one half in sight, watch them on the other
    #[arg(long, value_name = "HALF")]
    half: Option<HalfName>,
    /// The figures as JSON, the types always and the disagreements with --errors
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum HalfName {
    /// The first, third, fifth … file by name
    Even,
    /// The second, fourth, sixth … file by name
    Odd,
}

/// Named as the field's scorers name it.
#[derive(Serialize)]
struct EvalJson<'a> {
    schema: &'static str,
    docs: usize,
    #[serde(flatten)]
    figures: Figures,
    counts: Counts,
    by_gold_type: &'a BTreeMap<String, TypeCounts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<&'a ScoreError>>,
}

/// One row of the verbs.
#[derive(Serialize)]
struct VerbRow {
    #[serde(flatten)]
    counts: VerbCounts,
    found_rate: f64,
    right_rate: f64,
}

impl From<VerbCounts> for VerbRow {
    fn from(counts: VerbCounts) -> VerbRow {
        VerbRow {
            counts,
            found_rate: counts.found_rate(),
            right_rate: counts.right_rate(),
        }
    }
}

#[derive(Serialize)]
struct VerbsJson<'a> {
    schema: &'static str,
    docs: usize,
    read: usize,
    verbs: VerbRow,
    reporting: VerbRow,
    /// Of the marked verbs that report, read as such, in per cent.
    reporting_rate: f64,
    by_gold_tense: BTreeMap<&'a str, VerbRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<&'a VerbError>>,
}

impl Eval {
    pub fn run(&self, to: &Messages) -> Result<Outcome, Stop> {
        let half = self.half.map(|half| match half {
            HalfName::Even => Half::Even,
            HalfName::Odd => Half::Odd,
        });
        if self.verbs {
            return self.run_verbs(to, half);
        }
        if self.links {
            return self.run_links(to, half);
        }
        if self.entries {
            return self.run_entries(to, half);
        }
        let options = Options::new().without_choice(self.without_choice);
        let score = evaluate_with(&self.gold, half, &options).map_err(stop)?;
        if score.counts.gold == 0 {
            let message =
                "no TIMEX3 with words in the texts that were read, so there is nothing to compare with";
            to.warn(&self.gold.display().to_string(), message);
        }
        match self.json {
            true => self.print_json(to, &score)?,
            false => self.print(to, &score)?,
        }
        to.flush()?;
        Ok(Outcome::Done)
    }

    fn print_json(&self, to: &Messages, score: &Score) -> Result<(), Stop> {
        let json = EvalJson {
            schema: dateline::timeline::SCHEMA,
            docs: score.documents,
            figures: score.counts.figures(),
            counts: score.counts,
            by_gold_type: &score.by_type,
            errors: self.errors.then(|| score.sorted_errors()),
        };
        to.line(&serde_json::to_string_pretty(&json).map_err(Stop::failed)?)
    }

    fn print(&self, to: &Messages, score: &Score) -> Result<(), Stop> {
        if self.errors {
            print_errors(to, &score.sorted_errors())?;
        }
        let c = &score.counts;
        to.line(&format!(
            "docs {}  gold {}  system {}  paired {}  strict {}  type {}  value {}",
            score.documents, c.gold, c.system, c.paired, c.strict, c.kind, c.value
        ))?;
        let figures = c.figures();
        to.line(&to.ink(Ink::Bold, "             P       R       F1"))?;
        for (name, r) in [("strict", figures.strict), ("relaxed", figures.relaxed)] {
            to.line(&format!(
                "{name:<8} {:7.2} {:7.2} {:8.2}",
                r.precision, r.recall, r.f1
            ))?;
        }
        for (name, a) in [("type", figures.kind), ("value", figures.value)] {
            to.line(&format!("{name:<5} acc {:6.2}       F1 {:6.2}", a.accuracy, a.f1))?;
        }
        if self.by_type {
            for (name, t) in &score.by_type {
                to.line(&format!(
                    "  {:<9} gold {:4} found {:4} strict {:4} type ok {:4} value ok {:4}",
                    printable(name),
                    t.gold,
                    t.found,
                    t.strict,
                    t.kind,
                    t.value
                ))?;
            }
        }
        Ok(())
    }
}

pub(super) fn stop(e: GoldError) -> Stop {
    match e {
        GoldError::Unreadable { path, source } if source.kind() == std::io::ErrorKind::NotFound => {
            Stop::Failed(format!(
                "{path}: there is no such folder; look at the spelling and the folder you are in"
            ))
        }
        e => Stop::failed(e),
    }
}

impl Eval {
    fn run_verbs(&self, to: &Messages, half: Option<Half>) -> Result<Outcome, Stop> {
        let score = evaluate_verbs(&self.gold, half).map_err(stop)?;
        if score.counts().gold == 0 {
            let message = "no EVENT that MAKEINSTANCE calls a verb in the texts that were read, so there is nothing to compare with";
            to.warn(&self.gold.display().to_string(), message);
        }
        match self.json {
            true => self.print_verbs_json(to, &score)?,
            false => self.print_verbs(to, &score)?,
        }
        to.flush()?;
        Ok(Outcome::Done)
    }

    fn print_verbs_json(&self, to: &Messages, score: &VerbScore) -> Result<(), Stop> {
        let by_tense = score
            .by_tense
            .iter()
            .map(|(name, c)| (name.as_str(), VerbRow::from(*c)));
        let json = VerbsJson {
            schema: dateline::timeline::SCHEMA,
            docs: score.documents,
            read: score.read,
            verbs: score.counts().into(),
            reporting: score.reporting.into(),
            reporting_rate: score.reporting_rate(),
            by_gold_tense: by_tense.collect(),
            errors: self.errors.then(|| score.sorted_errors()),
        };
        to.line(&serde_json::to_string_pretty(&json).map_err(Stop::failed)?)
    }

    fn print_verbs(&self, to: &Messages, score: &VerbScore) -> Result<(), Stop> {
        if self.errors {
            print_verb_errors(to, &score.sorted_errors())?;
        }
        let all = score.counts();
        to.line(&format!(
            "docs {}  verbs read {}  marked {}  found {}  tense right {}",
            score.documents, score.read, all.gold, all.found, all.right
        ))?;
        to.line(&to.ink(Ink::Bold, "             gold   found       %   tense       %"))?;
        let rows = score.by_tense.iter().map(|(name, c)| (name.as_str(), *c));
        for (name, c) in rows.chain([("all", all)]) {
            to.line(&format!(
                "{:<10} {:6} {:7} {:7.2} {:7} {:7.2}",
                printable(name),
                c.gold,
                c.found,
                c.found_rate(),
                c.right,
                c.right_rate()
            ))?;
        }
        let r = score.reporting;
        to.line(&format!(
            "reporting: {} marked, {} found, {} of them as saying: {:.2} %",
            r.gold,
            r.found,
            r.right,
            score.reporting_rate()
        ))
    }
}

fn print_verb_errors(to: &Messages, errors: &[&VerbError]) -> Result<(), Stop> {
    for e in errors {
        let read = e.found.unwrap_or("nothing");
        let head = format!(
            "{:<9} {}@{}  “{}” gold {}, found {read}",
            e.kind.word(),
            e.document,
            e.start,
            e.text,
            e.gold
        );
        to.line(&printable(&head))?;
        to.line(&to.ink(Ink::Dim, &format!("          {}", printable(&e.context))))?;
    }
    let kinds = [
        VerbErrorKind::Miss,
        VerbErrorKind::Tense,
        VerbErrorKind::Reporting,
    ];
    let counts = kinds.map(|kind| {
        let n = errors.iter().filter(|e| e.kind == kind).count();
        format!("{} {n}", kind.word())
    });
    to.line(&format!("errors: {}", counts.join(", ")))
}

/// Two lines each: what and where, and the words around it.
fn print_errors(to: &Messages, errors: &[&ScoreError]) -> Result<(), Stop> {
    for e in errors {
        let head = format!("{:<8} {}@{}  {e}", e.kind.word(), e.document, e.start);
        to.line(&printable(&head))?;
        to.line(&to.ink(Ink::Dim, &format!("         {}", printable(&e.context))))?;
    }
    let kinds = [
        ErrorKind::Extent,
        ErrorKind::Miss,
        ErrorKind::Spurious,
        ErrorKind::Type,
        ErrorKind::Value,
    ];
    let counts = kinds.map(|kind| {
        let n = errors.iter().filter(|e| e.kind == kind).count();
        format!("{} {n}", kind.word())
    });
    to.line(&format!("errors: {}", counts.join(", ")))
}

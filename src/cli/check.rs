use super::Outcome;
use super::inputs::remedy;
use super::message::{Ink, Messages, Stop, printable};
use super::options::{clock_day, day};
use clap::Args;
use dateline::check::{FixtureError, FixtureFile, built_in, run};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  dateline check                                    the built-in set
  dateline check mine.json article.expect.json

A fixture: {\"text\": \"It opened on Friday.\", \"published\": \"2025-01-27\",
            \"mentions\": [{\"text\": \"Friday\", \"value\": \"2025-01-24\"}]}";

/// Hold the date logic against fixtures and show each difference
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Check {
    /// Files of fixtures, one or a list in each; without any, the built-in set
    #[arg(value_name = "FIXTURE")]
    fixtures: Vec<PathBuf>,
    /// The latest day a year may be inferred for, where a case names none [default: today]
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
}

impl Check {
    pub fn run(&self, to: &Messages) -> Result<Outcome, Stop> {
        let files = if self.fixtures.is_empty() {
            built_in()
        } else {
            self.fixtures.iter().map(|f| FixtureFile::open(f)).collect()
        };
        let clock = clock_day();
        let today = match &self.today {
            Some(phrase) => day("today", phrase, Some(clock))?.date,
            None => clock,
        };
        let report = run(&files.map_err(stop)?, Some(today)).map_err(stop)?;
        if !to.quiet() {
            for d in &report.differences {
                to.line(&printable(&d.to_string()))?;
            }
        }
        let summary = format!(
            "{} of {} expectations hold in {} cases of {}",
            report.held(),
            report.expectations,
            report.cases,
            match self.fixtures.len() {
                0 => "the built-in set".to_owned(),
                1 => "1 file".to_owned(),
                n => format!("{n} files"),
            }
        );
        let holds = report.differences.is_empty();
        to.line(&to.ink(if holds { Ink::Bold } else { Ink::Red }, &summary))?;
        to.flush()?;
        Ok(if holds { Outcome::Done } else { Outcome::Differs })
    }
}

fn stop(e: FixtureError) -> Stop {
    match e {
        FixtureError::Unreadable { path, source } => Stop::Failed(format!("{path}: {}", remedy(&source))),
        e => Stop::failed(e),
    }
}

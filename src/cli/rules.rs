use super::Outcome;
use super::message::{Ink, Messages, Stop};
use clap::Args;
use dateline::rules::{Example, FAMILIES, GUARDS};

/// List every rule and every guard with its examples, by family
#[derive(Args)]
pub struct Rules {}

impl Rules {
    pub fn run(&self, to: &Messages) -> Result<Outcome, Stop> {
        to.line(
            "What is read, and what is left alone. In an example the expression stands in [ ], then the publication\n\
             date and the TIMEX3 value that comes out.",
        )?;
        for family in FAMILIES {
            let Some(first) = family.first() else {
                continue;
            };
            heading(to, first.family)?;
            for rule in *family {
                to.line("")?;
                to.line(&to.ink(Ink::Bold, rule.name))?;
                to.line(&format!("  {}", rule.says))?;
                examples(to, "reads", rule.examples)?;
                sentences(to, "not", rule.refusals)?;
            }
        }
        heading(to, "guards")?;
        for guard in GUARDS {
            to.line("")?;
            to.line(&to.ink(Ink::Bold, guard.name))?;
            to.line(&format!("  {}", guard.says))?;
            sentences(to, "blocks", guard.examples)?;
            examples(to, "lets by", guard.lets_through)?;
        }
        to.flush()?;
        Ok(Outcome::Done)
    }
}

fn heading(to: &Messages, name: &str) -> Result<(), Stop> {
    let name = name.replace('_', " ");
    to.line(&format!(
        "\n{}\n{}",
        to.ink(Ink::Bold, &name),
        "=".repeat(name.chars().count())
    ))
}

fn examples(to: &Messages, label: &str, examples: &[Example]) -> Result<(), Stop> {
    for (sentence, published, value) in examples {
        to.line(&format!("  {label:<8}{sentence}  ({published}) {value}"))?;
    }
    Ok(())
}

fn sentences(to: &Messages, label: &str, sentences: &[&str]) -> Result<(), Stop> {
    for sentence in sentences {
        to.line(&format!("  {label:<8}{sentence}"))?;
    }
    Ok(())
}

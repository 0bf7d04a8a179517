//! Property tests draw the same cases at every run: a commit that passed goes on passing. Others are drawn with
//! `PROPTEST_RNG_SEED=7`, more of them with `PROPTEST_CASES=10000`.

use proptest::test_runner::{Config, RngSeed};

/// So many cases, from a seed that only the environment changes.
pub fn seeded(cases: u32) -> Config {
    let asked = Config::default();
    let cases = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => asked.cases,
        None => cases,
    };
    let rng_seed = match asked.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1_737_936_000),
        fixed => fixed,
    };
    Config {
        cases,
        rng_seed,
        failure_persistence: None,
        ..asked
    }
}

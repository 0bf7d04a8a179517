//! Words of what happens: nouns and verbs that tell of one event, and those that only look like it.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// A list of words, looked up by a hash: every clause asks.
pub(super) struct List {
    words: &'static str,
    set: OnceLock<HashSet<&'static str>>,
}

impl List {
    const fn of(words: &'static str) -> List {
        let set = OnceLock::new();
        List { words, set }
    }

    /// Whether the word is one of them.
    pub fn has(&self, word: &str) -> bool {
        let set = self
            .set
            .get_or_init(|| self.words.split_ascii_whitespace().collect());
        set.contains(word)
    }
}

/// A list of words, each with another.
pub(super) struct Pairs {
    words: &'static str,
    map: OnceLock<HashMap<&'static str, &'static str>>,
}

impl Pairs {
    const fn of(words: &'static str) -> Pairs {
        let map = OnceLock::new();
        Pairs { words, map }
    }

    /// What stands with the word.
    pub fn get(&self, word: &str) -> Option<&'static str> {
        let pairs = || self.words.split_ascii_whitespace();
        let map = self
            .map
            .get_or_init(|| pairs().filter_map(|p| p.split_once(':')).collect());
        map.get(word).copied()
    }
}

/// Nouns that are spelled like their verb or stand apart from it, each with the verb's stem.
pub(super) static OF_VERBS: Pairs = Pairs::of(
    "\
    arrest:arrest attack:attack birth:born burial:bury capture:captur closing:clos collapse:collaps \
    crash:crash death:die defeat:defeat departure:depart divorce:divorc escape:escap expulsion:expel \
    killing:kill launch:launch loss:lose marriage:marry merger:merg murder:murder raid:raid \
    release:releas rescue:rescu return:return sale:sell seizure:seiz shooting:shoot shutdown:shut \
    sinking:sink slaying:kill surrender:surrender theft:steal visit:visit vote:vot wedding:marry \
    withdrawal:withdraw",
);

/// The stems of verbs whose past forms no ending tells.
pub(super) static IRREGULAR: Pairs = Pairs::of(
    "\
    shook:shak shaken:shak met:meet won:win lost:lose shot:shoot sank:sink sunk:sink sold:sell stole:steal stolen:steal \
    withdrew:withdraw withdrawn:withdraw slain:slay slew:slay fell:fall fallen:fall broke:break \
    broken:break began:begin begun:begin took:take taken:take held:hold struck:strik came:com left:leav \
    died:die dies:die tore:tear swept:sweep buried:bury married:marry gave:giv given:giv",
);

/// Nouns of happenings that no verb of the same sound tells of: who is fired or strikes a pose tells of no fire or
/// strike.
pub(super) static NO_VERB: List = List::of(
    "\
    fire strike storm race match trial hearing meeting rally talk session mission conference convention \
    cup fair final game flight address tour trip drought flood deal award action play performance \
    landing crossing sentencing",
);

/// Nouns that end like those of verbs and name no event.
pub(super) static THINGS: List = List::of(
    "\
    building morning evening station nation section question position condition government department \
    parliament apartment document population union region religion million billion fashion television \
    institution organization organisation administration corporation association commission foundation \
    generation relation hospital capital animal official general rival national federal journal signal \
    opposition coalition delegation location situation reason season ceiling clothing housing feeling \
    painting ring king thing spring string wing being sibling legislation regulation information \
    communication transportation education production treatment investment employment management \
    environment equipment moment element agreement settlement inflation consumption valuation reputation \
    constitution following beginning trading spending lending banking manufacturing",
);

/// Verbs that say of their subject only that it happened.
pub(super) static HAPPEN: List = List::of(
    "\
    shak shook rock rip break happen occur tak erupt hit strik kill destroy damag injur wound tear sweep end conclud finish \
    claim com follow gut wreck rag",
);

/// Verbs that tell of the first moment of what may last.
pub(super) static BEGIN: List = List::of(
    "\
    begin start open",
);

/// Verbs that do what their object names.
pub(super) static HOLD: List = List::of(
    "\
    hold tak stag cast conduct attend deliver",
);

/// Nouns of what lasts, so that its beginning is not its end.
pub(super) static LASTING: List = List::of(
    "\
    strike war trial siege campaign tour talk session festival drought conference convention congress \
    fair game hearing expedition mission rebellion revolt uprising revolution occupation construction \
    negotiation investigation famine crackdown race fire debate",
);

/// Nouns that name the same thing, the commoner second.
pub(super) static SAME: Pairs =
    Pairs::of("quake:earthquake blast:explosion blaze:fire poll:election tremor:earthquake");

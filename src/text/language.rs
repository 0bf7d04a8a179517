use super::words::{Words, eight, is_ascii, key, short_key};
use super::{Class, ClassSet, Token};
use std::sync::OnceLock;

/// Whether a text is English, as far as its function words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// It is, or is too short to tell.
    English,
    /// More of the words that other languages are full of than of those that English is full of.
    Other,
}

/// So many tokens are looked at; a text that is English by far is known after a few hundred.
const ENOUGH: usize = 4000;
const FEW: usize = 256;

/// Function words of English that are rare in other languages written in Latin letters.
const ENGLISH: &str = "about after and are because been before but by could did does for from had has have he his how \
    into it its more not of our said says she than that the their them there these they this those \
    to was we were what when where which while who will with would you your";

/// Function words of other languages (German, Dutch, Scandinavian, Romance, Slavonic, Baltic, Finnish, Hungarian,
/// Turkish, Indonesian, Welsh, Albanian …), without those that are words or usual parts of names in English too ("die",
/// "war", "de la", "van der").
const FOREIGN: &str = "aan aber af agus això akan aki ale alla amb amely anche att até auch auf aus aux av avec az azt \
    až bahwa baina bei bij bija bir biti blev bu byl byla był była cette che como csak cuando că \
    daha dalam dans dari das dass dat dei della delle dels dengan det deze dhe dla durch een efter \
    egy ein eine einen einer eins el eller entre er eru es est esta este ett että ezt foi fost fra \
    från fue för für gli haben hade han har hasta hatte hatten heeft het hij hogy hän hänen ich ikke \
    il ini inte ist itu için jak jako je jest joka jsou juga kad kadar kas koja koji která které \
    který która które który les maar mae mais med mit mutta muy myös már más még naar nach nav nel \
    nella nem nga nicht nie niet niin një noch nog nous nu não när når och också od oder og også \
    olan olarak oli ont ook oraz ovat où pada para pela pelo pentru pero più por prin przez przy på \
    për quando que questo qui roku sade sagte sau se seine seit seo seu sich sie sig siger się skal \
    sobre som sono sonra sont stato sua sunt sus são také también também tego tidak uit uma una und \
    une untuk už vagy vom voor vous være wedi wenn werd werden wie wij wir wird worden wordt wurde \
    wurden yra ze zij zijn zu zum zur är çok è és été în über þegar że že și";

/// Judges by function words and letters. Only words in small letters speak for another language: names of any origin
/// stand in English headlines, tables and lists, which have next to no function words of their own.
pub fn language(text: &str, tokens: &[Token]) -> Language {
    if plainly_english(tokens) {
        return Language::English;
    }
    let mut seen = Seen::default();
    for (i, t) in tokens.iter().take(ENOUGH).enumerate() {
        if i % FEW == FEW - 1 && seen.english > 8 + 4 * seen.foreign() {
            return Language::English;
        }
        seen.word(text, t);
    }
    seen.verdict()
}

/// The commonest words of English that no other language writes so, or hardly ever.
static PLAINLY: ClassSet = ClassSet::of(&[
    Class::The,
    Class::And,
    Class::That,
    Class::With,
    Class::From,
    Class::Have,
    Class::This,
]);

/// Whether so many of the first tokens are such words that none need be looked up. In English prose it is one in
/// eight.
fn plainly_english(tokens: &[Token]) -> bool {
    let first = tokens.get(..tokens.len().min(FEW)).unwrap_or_default();
    let said = first.iter().filter(|t| PLAINLY.has(t.class)).count();
    said >= 6 && said * 16 >= first.len()
}

#[derive(Default)]
struct Seen {
    english: usize,
    /// Function words of other languages.
    words: usize,
    /// Words in small letters with a letter that English has not ("für", "żeby").
    marked: usize,
    /// Words in other scripts.
    scripts: usize,
    /// Words in small letters, of three letters and more.
    small: usize,
    /// The same, as far as rules know them, and the short ones that are English among others ("in", "on", "a").
    known: usize,
}

impl Seen {
    fn word(&mut self, text: &str, t: &Token) {
        let word = text.as_bytes().get(t.range()).unwrap_or_default();
        let first = word.first().copied().unwrap_or_default();
        let small = match first {
            0x80.. => match text.get(t.range()).and_then(|w| w.chars().next()) {
                // Where no blanks part the words, one token holds several.
                Some(c) if c > '\u{24f}' && c.is_alphabetic() && t.class != Class::Address => {
                    self.scripts += 1 + word.len() / 12;
                    return;
                }
                Some(c) if c.is_alphabetic() => c.is_lowercase(),
                _ => return,
            },
            _ if !first.is_ascii_alphabetic() => return,
            _ => first.is_ascii_lowercase(),
        };
        if t.class == Class::Address {
            return;
        }
        if small && word.len() > 2 {
            self.small += 1;
        }
        self.known += usize::from(small && t.class != Class::Word && t.class != Class::Letter);
        match lists().of(text, t) {
            Some(Language::English) => self.english += 1,
            Some(Language::Other) if small => self.words += 1,
            _ => self.marked += usize::from(small && !word.is_ascii()),
        }
    }

    fn foreign(&self) -> usize {
        self.words + self.marked / 2 + self.scripts
    }

    fn verdict(&self) -> Language {
        let foreign = self.foreign();
        // A language that is not in the list: running text, and nothing of it is known.
        let unknown = self.small >= 25 && self.english + self.known <= self.small / 25;
        if foreign >= 3 && foreign > 2 * self.english || unknown {
            Language::Other
        } else {
            Language::English
        }
    }
}

/// Which language the words of both lists speak for.
struct Lists {
    /// Those written in ASCII.
    ascii: Words<Option<Language>>,
    /// Those of other languages that are not, sorted.
    beyond: Vec<&'static str>,
}

impl Lists {
    fn of(&self, text: &str, t: &Token) -> Option<Language> {
        // No word of the lists is longer, in bytes.
        let len = t.range().len();
        if len > 8 {
            return None;
        }
        let bytes = eight(text.as_bytes(), t.start as usize);
        if is_ascii(bytes, len) {
            return self.ascii.get(short_key(bytes, len));
        }
        let word = text.get(t.range())?;
        let lower = word.to_ascii_lowercase();
        let is_in = self.beyond.binary_search(&lower.as_str()).is_ok();
        is_in.then_some(Language::Other)
    }
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let mut lists = Lists {
            ascii: Words::with_room(None, 128),
            beyond: Vec::new(),
        };
        for (list, language) in [(ENGLISH, Language::English), (FOREIGN, Language::Other)] {
            for word in list.split_ascii_whitespace() {
                match key(word.as_bytes()).filter(|_| word.is_ascii()) {
                    Some(key) => {
                        lists.ascii.insert(key, Some(language));
                    }
                    None => lists.beyond.push(word),
                }
            }
        }
        lists.beyond.sort_unstable();
        lists
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lex;

    fn is_english(text: &str) -> bool {
        language(text, &lex(text)) == Language::English
    }

    #[test]
    fn other_languages_are_told() {
        for text in [
            "Der Hafen wurde im März 2024 geschlossen, weil das Wasser zu hoch war. Am Freitag sagte der Meister, dass er bis August 2026 gesperrt bleibt.",
            "Im April 2023 hatte der Rat das anders gesehen, wie ein Sprecher am Freitag sagte.",
            "Hamnen stängdes i mars 2024 och öppnades inte förrän den 1 januari 2025. På fredagen sade mästaren att det var för sent.",
            "Havnen blev lukket i marts 2024 og åbnede ikke før den 1. januar 2025. Mesteren siger, at det er for sent.",
            "De haven werd in maart 2024 gesloten en het water stond op 1 januari nog te hoog. De meester zei vrijdag dat hij niet open gaat.",
            "Le port a été fermé en mars 2024 et les bateaux sont partis pour une autre ville. Le maître a dit vendredi que le quai est perdu.",
            "El puerto fue cerrado en marzo de 2024 y los barcos se fueron a otra ciudad. El maestro dijo el viernes que una parte se ha perdido.",
            "Il porto è stato chiuso nel marzo 2024 e le barche sono andate via. Il maestro ha detto venerdì che una parte della banchina non c'è più.",
            "O porto foi fechado em março de 2024 e os barcos não voltaram. O mestre disse na sexta que uma parte do cais foi perdida.",
            "Port został zamknięty w marcu 2024 roku i nie został otwarty przez rok. Kapitan powiedział w piątek, że jest za późno.",
            "Přístav byl uzavřen v březnu 2024 a nebyl otevřen až do ledna. Kapitán v pátek řekl, že je pozdě, protože se zřítil.",
            "Satama suljettiin maaliskuussa 2024 ja se ei ole auki. Kapteeni sanoi perjantaina, että laituri oli vanha, mutta myös kaunis.",
            "A kikötő 2024 márciusában bezárt, és nem nyílt meg újra. A kapitány pénteken azt mondta, hogy a móló már túl régi volt.",
            "Liman Mart 2024 tarihinde kapandı ve bir yıl açılmadı. Kaptan cuma günü iskelenin çok eski olduğunu söyledi, bu da üzücü.",
            "Порт был закрыт в марте 2024 года. Капитан сказал в пятницу, что уже поздно.",
            "Λιμάνι έκλεισε τον Μάρτιο 2024. Ο καπετάνιος είπε την Παρασκευή ότι είναι αργά.",
            "港は2024年3月に閉鎖された。船長は金曜日に、もう遅いと述べた。",
            "Pelabuhan itu ditutup pada April 2024 dan tidak dibuka untuk setahun. Nakhoda mengatakan bahwa dermaga itu akan hilang.",
        ] {
            assert!(!is_english(text), "{text}");
            // A line of English over it changes nothing.
            assert!(
                !is_english(&format!("From the desk of Ann\n\n{text} {text}")),
                "{text}"
            );
        }
    }

    #[test]
    fn english_of_any_kind_stays() {
        for text in [
            "STORM TEARS PIER APART IN MARCH 2024",
            "Ferry sinks Friday\n\nPier reopens May 3\n\nMayor resigns Monday",
            "lol so hyped 4 tmrw!! gonna see the band w/ my sis Friday nite omg #concert im dying",
            "Ann Ray\t3 May 2019\tOslo\nJan van der Berg\t3 May 2011\tDen Haag\nJoão da Silva\t4 June 2020\tSão Paulo",
            "Gerhard Schröder, 1998–2005; Helmut Kohl, 1982–1998; Die Welt, Der Spiegel, Das Erste, Und Morgen",
            "- Real Sele, Barcelona de Guayaquil: May 3\n- Los Altos, La Paz, El Paso: June 2019",
            "3 May 2019",
            "café, crème brûlée, éclair, soufflé: Friday",
            "He sang “Das Lied, das ich mit dir für immer sang, ist nicht mehr da” on Friday, and they all wept.",
            "pump a: checked Monday; pump b: checked Tuesday; valve leaks; gauge broken; hose missing; call plumber",
            "Η θάλασσα was the title of the book that she wrote in 1953.",
            "",
        ] {
            assert!(is_english(text), "{text}");
        }
    }

    #[test]
    fn no_word_is_in_both_lists() {
        let words: Vec<&str> = [ENGLISH, FOREIGN]
            .iter()
            .flat_map(|l| l.split_ascii_whitespace())
            .collect();
        let mut once = words.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), words.len(), "a word stands twice");
        assert!(
            words.iter().all(|w| w.len() <= 8),
            "a word is too long to be found"
        );
    }
}

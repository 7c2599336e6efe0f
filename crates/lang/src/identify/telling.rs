//! Letters and words by which a language is known without counting, for languages that the n-grams do not have.

/// A language and what gives it away.
pub(super) struct Telling {
    /// Its tag.
    pub(super) tag: &'static str,
    /// ISO 15924 code of the script in which this counts.
    pub(super) script: &'static str,
    /// Letters that its neighbours do not write.
    pub(super) letters: &'static str,
    /// Whole words of its own, for a script that has no n-grams.
    pub(super) words: &'static [&'static str],
    /// Endings of its words.
    pub(super) endings: &'static [&'static str],
    /// In how many letters of the script one telling letter, or the letters of one telling word, must stand.
    pub(super) among: u32,
}

/// Every language that is known so.
pub(super) const ALL: [Telling; 10] = [
    letters("ps", "Arab", "ټډړږښڼېۍځڅګ", 25),
    letters("sd", "Arab", "ٻڀٺٽٿڄڃڇڍڏڊڙڦڪڳڱڻ", 25),
    letters("ckb", "Arab", "ڕڵۆێەڤ", 12),
    letters("ug", "Arab", "ۇۆۈېەڭۋ", 12),
    letters("tg", "Cyrl", "ҷӣӯҳ", 25),
    letters("as", "Beng", "ৰৱ", 40),
    letters("yi", "Hebr", "װױײ", 40),
    // What Japan writes in its own short form and China in neither of its two.
    letters(
        "ja",
        "Hani",
        "込働畑峠枠円応対売読変様県駅図広発沢険検権気戦単団囲圧壊実転伝仮価労経済続総剣帯庁徴恵拡拠挙摂斎暁楽歩毎涙渇渋",
        12,
    ),
    Telling { tag: "mr", script: "Deva", letters: "ळ", words: MARATHI, endings: MARATHI_ENDS, among: 25 },
    Telling { tag: "ne", script: "Deva", letters: "", words: NEPALI, endings: NEPALI_ENDS, among: 25 },
];

const fn letters(tag: &'static str, script: &'static str, letters: &'static str, among: u32) -> Telling {
    Telling { tag, script, letters, words: &[], endings: &[], among }
}

impl Telling {
    /// Whether a word can only be of this language.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.words.contains(&word) || self.endings.iter().any(|ending| word.ends_with(ending))
    }
}

const MARATHI: &[&str] = &[
    "आहे",
    "आहेत",
    "आणि",
    "नाही",
    "केली",
    "केले",
    "यांनी",
    "यांच्या",
    "त्यांनी",
    "त्यांच्या",
    "म्हणून",
    "म्हणाले",
    "झाली",
    "झाला",
    "झाले",
    "असून",
    "असे",
    "असा",
    "तर",
    "करण्यात",
    "मध्ये",
    "त्या",
    "पण",
    "काही",
    "एका",
    "आली",
    "आला",
    "आले",
    "येथे",
];

const MARATHI_ENDS: &[&str] = &[
    "च्या",
    "ातील",
    "ांनी",
    "ांना",
    "ांची",
    "ांचा",
    "ांचे",
    "ांवर",
    "्याची",
    "्याचे",
    "्याचा",
    "्याने",
    "्याला",
    "ण्यात",
    "ण्यास",
    "साठी",
    "मध्ये",
    "वरून",
    "णार",
];

const NEPALI: &[&str] = &[
    "छ",
    "छन्",
    "भएको",
    "गरेको",
    "थियो",
    "थिए",
    "रहेको",
    "गरेका",
    "भने",
    "लागि",
    "गर्न",
    "गर्ने",
    "पनि",
    "उनले",
    "नेपालको",
    "भन्ने",
    "हुने",
    "गरी",
    "यस",
    "पछि",
];

const NEPALI_ENDS: &[&str] = &["हरू", "हरु", "हरूले", "हरूको", "हरूलाई", "लाई", "ेको", "एको", "नेछ", "दैन", "ँदै"];

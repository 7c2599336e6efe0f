//! The names of NewsML-G2 and what they are here.

use crate::reading::NotAStory;
use story::Kind;
use story::item::{Bond, Class, ConceptKind, Mode, Status};

/// The namespace of all versions of NewsML-G2.
pub(super) const NAR: &str = "http://iptc.org/std/nar/2006-10-01/";
/// The namespace of XHTML.
pub(super) const XHTML: &str = "http://www.w3.org/1999/xhtml";
/// The family of what is kept.
pub(super) const FORM: &str = "newsml-g2";
/// The catalog in which IPTC declares its vocabularies.
pub(super) const CATALOG: &str = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml";
/// What opens the address of a vocabulary of which nothing but its alias is known.
pub(super) const ALIAS_ONLY: &str = "urn:x-vocabulary:";
/// The kind of the digests in [`story::item::Rendition::hash`] (XML Encryption).
pub(super) const SHA_256: &str = "http://www.w3.org/2001/04/xmlenc#sha256";
/// The role of a description that is the item's notice to readers.
pub(super) const NOTICE: &str = "dlrole:notice";

/// Whether an element is an item of any kind.
pub(super) fn is_item(name: &str) -> bool {
    matches!(name, "newsItem" | "packageItem") || no_story(name).is_some()
}

/// What an item is that is no story.
pub(super) fn no_story(name: &str) -> Option<NotAStory> {
    Some(match name {
        "conceptItem" => NotAStory::Concept,
        "knowledgeItem" => NotAStory::Knowledge,
        "planningItem" => NotAStory::Planning,
        "catalogItem" => NotAStory::Catalog,
        "events" => NotAStory::Event,
        _ => return None,
    })
}

/// The code without its vocabulary: `update` of `sig:update`, and the last step of an address.
pub(super) fn bare(code: &str) -> &str {
    code.rsplit([':', '/', '#']).next().unwrap_or(code)
}

/// What an item is made of (IPTC: nature of a news item).
pub(super) fn class(code: &str) -> Option<Class> {
    Some(match bare(code) {
        "text" => Class::Text,
        "picture" | "photo" => Class::Picture,
        "graphic" | "animated" => Class::Graphic,
        "audio" => Class::Audio,
        "video" => Class::Video,
        "composite" | "package" => Class::Package,
        "component" => Class::Component,
        _ => return None,
    })
}

/// The code of a class.
pub(super) const fn class_code(class: Class) -> &'static str {
    match class {
        Class::Text | Class::Component => "ninat:text",
        Class::Picture => "ninat:picture",
        Class::Graphic => "ninat:graphic",
        Class::Audio => "ninat:audio",
        Class::Video => "ninat:video",
        Class::Package => "ninat:composite",
    }
}

/// The publishing status.
pub(super) fn status(code: &str) -> Option<Status> {
    Some(match bare(code) {
        "usable" => Status::Usable,
        "withheld" => Status::Withheld,
        "canceled" | "cancelled" => Status::Canceled,
        _ => return None,
    })
}

/// The code of a status.
pub(super) const fn status_code(status: Status) -> &'static str {
    match status {
        Status::Usable => "stat:usable",
        Status::Withheld => "stat:withheld",
        Status::Canceled => "stat:canceled",
    }
}

/// What a signal says that this version does.
pub(super) fn act(code: &str) -> Option<Kind> {
    Some(match bare(code).to_ascii_lowercase().as_str() {
        "first" | "new" => Kind::First,
        "update" => Kind::Update,
        "correction" | "corrected" => Kind::Correction,
        "notice" => Kind::Notice,
        "hold" => Kind::Hold,
        "unhold" => Kind::Unhold,
        "kill" | "cancel" | "retraction" => Kind::Kill,
        "takedown" => Kind::Takedown,
        _ => return None,
    })
}

/// The signal of an act. IPTC has two; the others are ours, and the publishing status says the rest to everybody.
pub(super) const fn act_code(act: Kind) -> &'static str {
    match act {
        Kind::First => "dlsig:first",
        Kind::Update => "sig:update",
        Kind::Correction => "sig:correction",
        Kind::Notice => "dlsig:notice",
        Kind::Hold => "dlsig:hold",
        Kind::Unhold => "dlsig:unhold",
        Kind::Kill => "dlsig:kill",
        Kind::Takedown => "dlsig:takedown",
    }
}

/// How a link binds. Agencies have relations of their own, which are told by their last part.
pub(super) fn bond(rel: &str) -> Bond {
    match bare(rel).to_ascii_lowercase().as_str() {
        "translationof" | "istranslationof" | "translatedfrom" | "translation" => Bond::TranslationOf,
        "previousversion" | "previous" | "isversionof" => Bond::Previous,
        "derivedfrom" | "evolvedfrom" | "isderivedfrom" => Bond::DerivedFrom,
        "replaces" | "supersedes" => Bond::Replaces,
        "page" | "webpage" => Bond::Page,
        "enclosure" => Bond::Enclosure,
        "comments" => Bond::Comments,
        "partof" | "ispartof" => Bond::PartOf,
        _ => Bond::SeeAlso,
    }
}

/// The relation of a link. What IPTC's list of relations lacks is ours.
pub(super) const fn rel(bond: Bond) -> &'static str {
    match bond {
        Bond::SeeAlso => "irel:seeAlso",
        Bond::DerivedFrom => "irel:derivedFrom",
        Bond::TranslationOf => "dlrel:translationOf",
        Bond::Previous => "dlrel:previousVersion",
        Bond::Replaces => "dlrel:replaces",
        Bond::Page => "dlrel:page",
        Bond::Enclosure => "dlrel:enclosure",
        Bond::Comments => "dlrel:comments",
        Bond::PartOf => "dlrel:partOf",
    }
}

/// What a subject is, by its type (IPTC: nature of a concept).
pub(super) fn kind(code: &str) -> Option<ConceptKind> {
    code.starts_with("cpnat:").then_some(())?;
    Some(match bare(code) {
        "abstract" => ConceptKind::Subject,
        "person" => ConceptKind::Person,
        "organisation" => ConceptKind::Organisation,
        "geoArea" => ConceptKind::Place,
        "poi" => ConceptKind::PointOfInterest,
        "event" => ConceptKind::Event,
        "object" => ConceptKind::Object,
        _ => return None,
    })
}

/// The type of a subject.
pub(super) const fn kind_code(kind: ConceptKind) -> &'static str {
    match kind {
        ConceptKind::Person => "cpnat:person",
        ConceptKind::Organisation => "cpnat:organisation",
        ConceptKind::Place | ConceptKind::Located => "cpnat:geoArea",
        ConceptKind::PointOfInterest => "cpnat:poi",
        ConceptKind::Event => "cpnat:event",
        ConceptKind::Object => "cpnat:object",
        ConceptKind::Subject | ConceptKind::Genre | ConceptKind::Audience => "cpnat:abstract",
    }
}

/// How the members of a group are to be taken.
pub(super) fn mode(code: &str) -> Option<Mode> {
    Some(match bare(code) {
        "bag" => Mode::Bag,
        "seq" => Mode::Sequential,
        "alt" => Mode::Alternative,
        _ => return None,
    })
}

/// The code of a mode.
pub(super) const fn mode_code(mode: Mode) -> &'static str {
    match mode {
        Mode::Bag => "pgrmod:bag",
        Mode::Sequential => "pgrmod:seq",
        Mode::Alternative => "pgrmod:alt",
    }
}

/// A name that XML takes as an identity (NCName), as far as ASCII goes.
pub(super) fn is_ncname(name: &str) -> bool {
    let first = name.chars().next().is_some_and(|c| c.is_ascii_alphabetic() || c == '_');
    first && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

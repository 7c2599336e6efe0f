//! ninjs 3.0 and 3.1: what stories may hold. Events and plans are told apart before, and refused.

use super::{
    ALT, CONCEPT, DIGITAL_SOURCE, GENRE, GEO, LITERAL, NAME, REL, STANDARD, STATUS, TRUST, URI, m, shape, since,
};
use crate::json::{Is, Member, Shape};

const KINDS: Is =
    Is::One(&["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]);

pub(super) static ITEM: Shape = Shape {
    members: &[
        m("uri", Is::Uri),
        m("type", KINDS),
        m("representationType", Is::One(&["full", "partial"])),
        m("profile", Is::Words),
        m("version", Is::Words),
        m("firstCreated", Is::Time),
        m("versionCreated", Is::Time),
        m("contentCreated", Is::Time),
        m("embargoedUntil", Is::Time),
        m("pubStatus", STATUS),
        m("urgency", Is::Scale(1, 9)),
        m("copyrightHolder", Is::Words),
        m("copyrightNotice", Is::Words),
        m("usageTerms", Is::Words),
        m("edNote", Is::Words),
        m("language", Is::Words),
        m("descriptions", Is::Many(&WORDS)),
        m("bodies", Is::Many(&BODY)),
        m("headlines", Is::Many(&WORDS)),
        m("people", Is::Many(&PERSON)),
        m("organisations", Is::Many(&ORGANISATION)),
        m("places", Is::Many(&PLACE)),
        m("subjects", Is::Many(&SUBJECT)),
        m("events", Is::Many(&EVENT)),
        m("eventDetails", Is::Anything),
        m("plannedCoverage", Is::Any),
        m("objects", Is::Many(&CONCEPT)),
        m("infoSources", Is::Many(&SOURCE)),
        m("title", Is::Words),
        m("by", Is::Words),
        m("slugline", Is::Words),
        m("located", Is::Words),
        m("renditions", Is::Many(&RENDITION)),
        m("associations", Is::Many(&ASSOCIATION)),
        m("altIds", Is::Many(&ALT)),
        m("trustIndicators", Is::Many(&TRUST)),
        m("standard", Is::An(&STANDARD)),
        m("genres", Is::Many(&GENRE)),
        m("expires", Is::Time),
        m("rightsInfo", Is::An(&RIGHTS)),
        since(1, "digitalSourceType", Is::An(&DIGITAL_SOURCE)),
    ],
    needs: &["uri"],
    ..shape(&[])
};

/// An item within another.
static ASSOCIATION: Shape = Shape {
    members: &[m("name", Is::Words), m("rel", Is::Words)],
    also: Some(&ITEM),
    needs: &["name", "uri"],
    ..shape(&[])
};

const CONTACT: Member = m("contactInfo", Is::Many(&REACH));

static WORDS: Shape = Shape {
    members: &[m("role", Is::Words), m("contentType", Is::Words), m("value", Is::Words)],
    needs: &["value"],
    ..shape(&[])
};

static BODY: Shape = Shape {
    members: &[
        m("role", Is::Words),
        m("contentType", Is::Words),
        m("charCount", Is::Whole),
        m("wordCount", Is::Whole),
        m("value", Is::Words),
    ],
    needs: &["value"],
    ..shape(&[])
};

static EVENT: Shape = shape(&[m("id", Is::Words), NAME, REL, URI, LITERAL]);
static PERSON: Shape = shape(&[NAME, REL, URI, LITERAL, CONTACT]);
static SOURCE: Shape = shape(&[NAME, m("role", Is::Words), URI, LITERAL, CONTACT]);

static ORGANISATION: Shape = shape(&[NAME, REL, URI, LITERAL, CONTACT, m("symbols", Is::Many(&SYMBOL))]);
static SYMBOL: Shape = shape(&[m("exchange", Is::Words), m("symbolType", Is::Uri), m("symbol", Is::Words)]);
static PLACE: Shape = shape(&[NAME, REL, URI, LITERAL, CONTACT, m("geoJSON", Is::An(&GEO))]);

static SUBJECT: Shape = shape(&[
    NAME,
    REL,
    URI,
    LITERAL,
    m("creator", Is::Words),
    m("relevance", Is::Scale(0, 100)),
    m("confidence", Is::Scale(0, 100)),
]);

static RENDITION: Shape = Shape {
    members: &[
        NAME,
        m("href", Is::Uri),
        m("contentType", Is::Words),
        m("title", Is::Words),
        m("width", Is::Whole),
        m("height", Is::Whole),
        m("sizeInBytes", Is::Whole),
        m("duration", Is::Number),
        m("format", Is::Words),
        m("aspectRatio", Is::Words),
        m("videoCodec", Is::Words),
        m("frameRate", Is::Number),
        m("poi", Is::An(&POINT)),
        m("transportProtocol", Is::Words),
        m("scanType", Is::One(&["progressive", "interlaced"])),
        m("bitrate", Is::Words),
    ],
    needs: &["name"],
    ..shape(&[])
};

static POINT: Shape = shape(&[m("x", Is::Whole), m("y", Is::Whole)]);

static RIGHTS: Shape = Shape {
    members: &[m("langId", Is::Uri), m("linkedRights", Is::Uri), m("encodedRights", Is::Words)],
    one_of: &["linkedRights", "encodedRights"],
    ..shape(&[])
};

static REACH: Shape = Shape {
    members: &[
        m("type", Is::Words),
        m("role", Is::Words),
        m("lang", Is::Words),
        NAME,
        m("value", Is::Words),
        m("address", Is::An(&ADDRESS)),
    ],
    one_of: &["value", "address"],
    ..shape(&[])
};

static ADDRESS: Shape = shape(&[
    m("lines", Is::List),
    m("locality", Is::Words),
    m("area", Is::Words),
    m("postalCode", Is::Words),
    m("country", Is::Words),
]);

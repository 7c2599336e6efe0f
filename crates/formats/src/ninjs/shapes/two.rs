//! ninjs 2.0 to 2.2.

use super::{
    ALT, CONCEPT, DIGITAL_SOURCE, GENRE, GEO, LITERAL, NAME, REACH, REL, RIGHTS, STANDARD, STATUS, TRUST, URI, m,
    shape, since,
};
use crate::json::{Is, Member, Shape};

const KINDS: Is = Is::One(&["text", "audio", "video", "picture", "graphic", "composite", "component"]);

pub(super) static ITEM: Shape = Shape {
    members: &[
        m("uri", Is::Uri),
        m("type", KINDS),
        m("representationtype", Is::One(&["full", "partial"])),
        m("profile", Is::Words),
        m("version", Is::Words),
        m("firstcreated", Is::Time),
        m("versioncreated", Is::Time),
        m("contentcreated", Is::Time),
        m("embargoed", Is::Time),
        m("pubstatus", STATUS),
        m("urgency", Is::Scale(1, 9)),
        m("copyrightholder", Is::Words),
        m("copyrightnotice", Is::Words),
        m("usageterms", Is::Words),
        m("ednote", Is::Words),
        m("language", Is::Words),
        m("descriptions", Is::Many(&WORDS)),
        m("bodies", Is::Many(&BODY)),
        m("headlines", Is::Many(&WORDS)),
        m("people", Is::Many(&PERSON)),
        m("organisations", Is::Many(&ORGANISATION)),
        m("places", Is::Many(&PLACE)),
        m("subjects", Is::Many(&SUBJECT)),
        m("events", Is::Many(&CONCEPT)),
        m("objects", Is::Many(&CONCEPT)),
        m("infosources", Is::Many(&SOURCE)),
        m("title", Is::Words),
        m("by", Is::Words),
        m("slugline", Is::Words),
        m("located", Is::Words),
        m("renditions", Is::Many(&RENDITION)),
        m("associations", Is::Many(&ASSOCIATION)),
        m("altids", Is::Many(&ALT)),
        m("trustindicators", Is::Many(&TRUST)),
        m("standard", Is::An(&STANDARD)),
        m("genres", Is::Many(&GENRE)),
        since(1, "expires", Is::Time),
        m("rightsinfo", Is::An(&RIGHTS)),
        since(2, "digitalsourcetype", Is::An(&DIGITAL_SOURCE)),
    ],
    needs: &["uri"],
    ..shape(&[])
};

/// An item within another.
static ASSOCIATION: Shape =
    Shape { members: &[m("name", Is::Words)], also: Some(&ITEM), needs: &["name", "uri"], ..shape(&[]) };

const CONTACT: Member = since(1, "contactinfo", Is::Many(&REACH));

static WORDS: Shape = Shape {
    members: &[m("role", Is::Words), m("contenttype", Is::Words), m("value", Is::Words)],
    needs: &["value"],
    ..shape(&[])
};

static BODY: Shape = Shape {
    members: &[
        m("role", Is::Words),
        m("contenttype", Is::Words),
        m("charcount", Is::Number),
        m("wordcount", Is::Number),
        m("value", Is::Words),
    ],
    needs: &["value"],
    ..shape(&[])
};

static PERSON: Shape = shape(&[NAME, REL, URI, LITERAL, CONTACT]);
static SOURCE: Shape = shape(&[NAME, m("role", Is::Words), URI, LITERAL, CONTACT]);

static ORGANISATION: Shape = shape(&[NAME, REL, URI, LITERAL, CONTACT, m("symbols", Is::Many(&SYMBOL))]);

static SYMBOL: Shape = shape(&[
    m("ticker", Is::Words),
    m("exchange", Is::Words),
    since(1, "symboltype", Is::Uri),
    since(1, "symbol", Is::Words),
]);

static PLACE: Shape = shape(&[NAME, REL, URI, LITERAL, CONTACT, m("geojson", Is::An(&GEO))]);

static SUBJECT: Shape = shape(&[
    NAME,
    REL,
    URI,
    LITERAL,
    since(1, "creator", Is::Words),
    since(1, "relevance", Is::Scale(0, 100)),
    since(1, "confidence", Is::Scale(0, 100)),
]);

static RENDITION: Shape = Shape {
    members: &[
        NAME,
        m("href", Is::Uri),
        m("contenttype", Is::Words),
        m("title", Is::Words),
        m("height", Is::Number),
        m("width", Is::Number),
        m("sizeinbytes", Is::Number),
        m("duration", Is::Number),
        m("format", Is::Words),
    ],
    needs: &["name"],
    ..shape(&[])
};

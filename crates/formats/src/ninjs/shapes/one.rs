//! ninjs 1.0 to 1.6.

use super::{DIGITAL_SOURCE, NAME, REACH, REL, RIGHTS, STANDARD, STATUS, m, shape, since};
use crate::json::{Is, Member, Shape};

pub(super) static ITEM: Shape = Shape {
    members: &[
        m("uri", Is::Uri),
        m("type", Is::One(&["text", "audio", "video", "picture", "graphic", "composite", "component"])),
        m("mimetype", Is::Words),
        m("representationtype", Is::One(&["complete", "incomplete"])),
        m("profile", Is::Words),
        m("version", Is::Words),
        since(2, "firstcreated", Is::Time),
        m("versioncreated", Is::Time),
        since(4, "contentcreated", Is::Time),
        m("embargoed", Is::Time),
        m("pubstatus", STATUS),
        since(1, "urgency", Is::Scale(1, 9)),
        m("copyrightholder", Is::Words),
        m("copyrightnotice", Is::Words),
        since(1, "usageterms", Is::Words),
        since(2, "ednote", Is::Words),
        m("language", Is::Words),
        m("person", Is::Many(&REACHED)),
        m("organisation", Is::Many(&ORGANISATION)),
        m("place", Is::Many(&PLACE)),
        m("subject", Is::Many(&SUBJECT)),
        m("event", Is::Many(&CONCEPT)),
        m("object", Is::Many(&CONCEPT)),
        since(2, "infosource", Is::Many(&REACHED)),
        since(2, "title", Is::Words),
        m("byline", Is::Words),
        m("headline", Is::Words),
        since(2, "slugline", Is::Words),
        m("located", Is::Words),
        since(2, "charcount", Is::Number),
        since(2, "wordcount", Is::Number),
        m("renditions", Is::Named(&RENDITION)),
        m("associations", Is::Named(&ITEM)),
        since(3, "altids", Is::Anything),
        since(3, "trustindicator", Is::Many(&TRUST)),
        since(3, "$standard", Is::An(&STANDARD)),
        since(3, "genre", Is::Many(&GENRE)),
        since(4, "expires", Is::Time),
        since(4, "rightsinfo", Is::An(&RIGHTS)),
        since(6, "digitalsourcetype", Is::An(&DIGITAL_SOURCE)),
    ],
    begins: &[m("description_", Is::Words), m("body_", Is::Words), since(3, "headline_", Is::Words)],
    needs: &["uri"],
    ..shape(&[])
};

const SCHEME: Member = m("scheme", Is::Uri);
const CODE: Member = m("code", Is::Words);
const CONTACT: Member = since(5, "contactinfo", Is::Many(&REACH));

static CONCEPT: Shape = shape(&[NAME, REL, SCHEME, CODE]);
static REACHED: Shape = shape(&[NAME, REL, SCHEME, CODE, CONTACT]);
static GENRE: Shape = shape(&[NAME, SCHEME, CODE]);

static ORGANISATION: Shape = shape(&[NAME, REL, SCHEME, CODE, CONTACT, m("symbols", Is::Many(&SYMBOL))]);

static SYMBOL: Shape = shape(&[
    m("ticker", Is::Words),
    m("exchange", Is::Words),
    since(5, "symboltype", Is::Uri),
    since(5, "symbol", Is::Words),
]);

static PLACE: Shape = Shape {
    members: &[NAME, REL, SCHEME, CODE, CONTACT],
    begins: &[since(1, "geometry_", Is::Anything)],
    ..shape(&[])
};

static SUBJECT: Shape = shape(&[
    NAME,
    REL,
    SCHEME,
    CODE,
    since(5, "creator", Is::Words),
    since(5, "relevance", Is::Scale(0, 100)),
    since(5, "confidence", Is::Scale(0, 100)),
]);

static RENDITION: Shape = shape(&[
    m("href", Is::Uri),
    m("mimetype", Is::Words),
    m("title", Is::Words),
    m("height", Is::Number),
    m("width", Is::Number),
    m("sizeinbytes", Is::Number),
    since(2, "duration", Is::Number),
    since(2, "format", Is::Words),
]);

static TRUST: Shape = shape(&[SCHEME, CODE, m("title", Is::Words), m("href", Is::Uri)]);

//! What the versions of ninjs allow, as tables: <https://iptc.org/std/ninjs/>.

mod one;
mod three;
mod two;

use crate::json::{Is, Member, Shape};

/// A generation of ninjs: the first number of its version. Names of members differ from one to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Generation {
    One,
    Two,
    Three,
}

impl Generation {
    pub(super) const ALL: [Generation; 3] = [Generation::Three, Generation::Two, Generation::One];

    /// What an item may hold.
    pub(super) const fn item(self) -> &'static Shape {
        match self {
            Generation::One => &one::ITEM,
            Generation::Two => &two::ITEM,
            Generation::Three => &three::ITEM,
        }
    }

    /// Its newest minor version.
    pub(super) const fn newest(self) -> u8 {
        match self {
            Generation::One => 6,
            Generation::Two => 2,
            Generation::Three => 1,
        }
    }

    /// The first number of its versions.
    pub(super) const fn number(self) -> u8 {
        match self {
            Generation::One => 1,
            Generation::Two => 2,
            Generation::Three => 3,
        }
    }
}

const fn m(name: &'static str, is: Is) -> Member {
    Member { name, is, since: 0 }
}

const fn since(since: u8, name: &'static str, is: Is) -> Member {
    Member { name, is, since }
}

const fn shape(members: &'static [Member]) -> Shape {
    Shape { members, also: None, begins: &[], needs: &[], one_of: &[], open: false }
}

const STATUS: Is = Is::One(&["usable", "withheld", "canceled"]);

/// Where something lies (GeoJSON, RFC 7946), as far as it is looked at here.
const GEO: Shape = Shape {
    members: &[
        m(
            "type",
            Is::One(&[
                "Point",
                "MultiPoint",
                "LineString",
                "MultiLineString",
                "Polygon",
                "MultiPolygon",
                "GeometryCollection",
                "Feature",
                "FeatureCollection",
            ]),
        ),
        m("coordinates", Is::Any),
    ],
    needs: &["type"],
    one_of: &["coordinates", "geometries", "geometry", "features"],
    open: true,
    ..shape(&[])
};

const DIGITAL_SOURCE: Shape = shape(&[m("name", Is::Words), m("uri", Is::Uri), m("literal", Is::Words)]);

const STANDARD: Shape = shape(&[m("name", Is::Words), m("version", Is::Words), m("schema", Is::Uri)]);

// What more than one generation has in the same words.

const NAME: Member = m("name", Is::Words);
const REL: Member = m("rel", Is::Words);
const URI: Member = m("uri", Is::Uri);
const LITERAL: Member = m("literal", Is::Words);

/// In 2 and 3.
static CONCEPT: Shape = shape(&[NAME, REL, URI, LITERAL]);
static GENRE: Shape = shape(&[NAME, m("uri", Is::Words), LITERAL]);
static ALT: Shape = shape(&[m("role", Is::Words), m("value", Is::Words)]);
static TRUST: Shape = shape(&[m("role", Is::Uri), m("title", Is::Words), m("href", Is::Uri)]);

/// In 1 and 2.
static RIGHTS: Shape = Shape {
    members: &[m("langid", Is::Uri), m("linkedrights", Is::Uri), m("encodedrights", Is::Words)],
    one_of: &["linkedrights", "encodedrights"],
    open: true,
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
    m("postalcode", Is::Words),
    m("country", Is::Words),
]);

//! What JSON Feed allows, as tables. Members that begin with `_` are anybody's own.

use crate::json::{Is, Member, Shape};

const fn m(name: &'static str, is: Is) -> Member {
    Member { name, is, since: 0 }
}

/// What 1.1 brought.
const fn new(name: &'static str, is: Is) -> Member {
    Member { name, is, since: 1 }
}

const BASE: Shape =
    Shape { members: &[], also: None, begins: &[m("_", Is::Anything)], needs: &[], one_of: &[], open: false };

pub(super) static FEED: Shape = Shape {
    members: &[
        m("version", Is::One(&["https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1"])),
        m("title", Is::Words),
        m("home_page_url", Is::Uri),
        m("feed_url", Is::Uri),
        m("description", Is::Words),
        m("user_comment", Is::Words),
        m("next_url", Is::Uri),
        m("icon", Is::Uri),
        m("favicon", Is::Uri),
        m("author", Is::An(&AUTHOR)),
        new("authors", Is::Many(&AUTHOR)),
        new("language", Is::Words),
        m("expired", Is::Truth),
        m("hubs", Is::Many(&HUB)),
        // Each item is looked at by itself.
        m("items", Is::Any),
    ],
    needs: &["version", "title", "items"],
    ..BASE
};

pub(super) static ITEM: Shape = Shape {
    members: &[
        m("id", Is::Words),
        m("url", Is::Uri),
        m("external_url", Is::Uri),
        m("title", Is::Words),
        m("content_html", Is::Words),
        m("content_text", Is::Words),
        m("summary", Is::Words),
        m("image", Is::Uri),
        m("banner_image", Is::Uri),
        m("date_published", Is::Time),
        m("date_modified", Is::Time),
        m("author", Is::An(&AUTHOR)),
        new("authors", Is::Many(&AUTHOR)),
        m("tags", Is::List),
        new("language", Is::Words),
        m("attachments", Is::Many(&ATTACHMENT)),
    ],
    needs: &["id"],
    ..BASE
};

static AUTHOR: Shape = Shape { members: &[m("name", Is::Words), m("url", Is::Uri), m("avatar", Is::Uri)], ..BASE };

static HUB: Shape = Shape { members: &[m("type", Is::Words), m("url", Is::Uri)], needs: &["type", "url"], ..BASE };

static ATTACHMENT: Shape = Shape {
    members: &[
        m("url", Is::Uri),
        m("mime_type", Is::Words),
        m("title", Is::Words),
        m("size_in_bytes", Is::Number),
        m("duration_in_seconds", Is::Number),
    ],
    needs: &["url", "mime_type"],
    ..BASE
};

//! A story for programs that read pages: `NewsArticle` of schema.org, as JSON-LD 1.1.

use super::{address, card::Card, frame::exact, press::Press, story_page::Copy};
use lang::Profile;
use serde_json::{Map, Value, json};

/// The article, ready to stand in a `<script>` element.
pub fn news_article(press: &Press, profile: &Profile, copy: Copy<'_>, url: &str, description: Option<&str>) -> String {
    let Copy { card, open, text, editions, .. } = copy;
    let masthead = press.masthead();
    let agency = masthead.name_in(&card.lang);
    let home = masthead.absolute(&address::front(&card.lang));
    let publisher = json!({
        "@type": "NewsMediaOrganization",
        "@id": masthead.absolute("/#agency"),
        "name": agency,
        "url": home,
        "correctionsPolicy": masthead.absolute(&address::corrections(&card.lang)),
    });
    let author = match &text.byline {
        Some(name) => json!({ "@type": "Person", "name": &**name }),
        None => json!({ "@id": masthead.absolute("/#agency"), "@type": "NewsMediaOrganization", "name": agency }),
    };
    let mut out = Map::new();
    let mut put = |name: &str, value: Value| out.insert(name.to_owned(), value);
    put("@context", json!("https://schema.org"));
    put("@type", json!("NewsArticle"));
    put("@id", json!(url));
    put("url", json!(url));
    put("mainEntityOfPage", json!(url));
    put("headline", json!(open.headline));
    put("inLanguage", json!(card.lang.as_str()));
    put("datePublished", json!(exact(card.first_at)));
    put("dateModified", json!(exact(open.changed().unwrap_or(card.first_at))));
    put("author", author);
    put("publisher", publisher);
    put("isPartOf", json!({ "@type": "WebSite", "@id": home, "name": agency, "inLanguage": card.lang.as_str() }));
    put("isAccessibleForFree", json!(true));
    if let Some(description) = description {
        put("description", json!(description));
    }
    if let Some(dateline) = &text.dateline {
        put("dateline", json!(profile.dateline(dateline)));
        let places: Vec<Value> = dateline.places.iter().map(|p| json!({ "@type": "Place", "name": &**p })).collect();
        if !places.is_empty() {
            put("locationCreated", Value::Array(places));
        }
    }
    let corrections: Vec<Value> = open
        .corrections()
        .map(|t| json!({ "@type": "CorrectionComment", "text": &*t.notice.says, "datePublished": exact(t.at) }))
        .collect();
    if !corrections.is_empty() {
        put("correction", Value::Array(corrections));
    }
    let source = open.made_from.as_ref().and_then(|lang| editions.iter().find(|e| e.lang == *lang));
    if let Some(source) = source.and_then(|e| work(press, e)) {
        put("translationOfWork", source);
    }
    let made_from_this = |e: &&Card| e.open().is_some_and(|o| o.made_from.as_ref() == Some(&card.lang));
    let made: Vec<Value> = editions.iter().filter(made_from_this).filter_map(|e| work(press, e)).collect();
    if !made.is_empty() {
        put("workTranslation", Value::Array(made));
    }
    in_script(&Value::Object(out))
}

/// Another edition of the story, when the site has it.
fn work(press: &Press, edition: &Card) -> Option<Value> {
    press.profile(&edition.lang)?;
    let url = press.masthead().absolute(&press.path(edition)?);
    Some(json!({ "@type": "NewsArticle", "@id": url, "inLanguage": edition.lang.as_str() }))
}

/// JSON in which nothing ends a script or begins a comment (HTML, 4.12.1.3).
fn in_script(value: &Value) -> String {
    let mut out = String::new();
    for c in value.to_string().chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_it_ends_the_script() {
        let value = json!({ "headline": "</script><!-- <b>&\u{2028}" });
        let out = in_script(&value);
        assert!(!out.contains(['<', '>', '&', '\u{2028}']), "{out}");
        assert_eq!(serde_json::from_str::<Value>(&out).ok(), Some(value));
    }
}

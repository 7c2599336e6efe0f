//! The lines of a component: headline, byline, dateline, credit and the like.

use super::Reader;
use crate::nitf::{attribute, child, inline, lang, line};
use crate::xml::Element;
use story::item::Wording;
use story::{Item, Line};

impl<'d, 'i> Reader<'_, 'd, 'i> {
    pub(super) fn lines(&mut self, lines: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark(lines);
        for inner in lines.children() {
            let words = line(inner);
            if inner.name() == "NewsLine" {
                self.news_line(inner, item);
                continue;
            }
            let place = match inner.name() {
                "HeadLine" => {
                    self.seen.mark_all(inner);
                    let language = lang(inner, self.liberties);
                    let running = inline(inner, item, self.liberties, None);
                    add_headline(item, running, language, "");
                    continue;
                }
                "SubHeadLine" => {
                    self.seen.mark_all(inner);
                    let running = inline(inner, item, self.liberties, None);
                    add_deck(item, running, "SubHeadLine");
                    continue;
                }
                "KeywordLine" => {
                    self.seen.mark_all(inner);
                    let keywords = words.split([',', ';']).map(Line::new).filter(|word| !word.is_empty());
                    item.keywords.extend(keywords);
                    continue;
                }
                "ByLine" => item.text.byline.get_or_insert_default(),
                "DateLine" => &mut item.dateline,
                "CreditLine" => item.rights.credit.get_or_insert_default(),
                "CopyrightLine" => item.rights.copyright.get_or_insert_default(),
                "RightsLine" => item.rights.terms.get_or_insert_default(),
                "SlugLine" => &mut item.slug,
                _ => continue,
            };
            self.seen.mark_all(inner);
            if inner.name() == "DateLine" && crate::slips::is_day_or_moment(&words) {
                self.liberties.take(crate::reading::Took::LeftOut, inner.path(), &*words);
                continue;
            }
            if place.is_empty() {
                *place = words;
            } else if *place != words && !words.is_empty() {
                let role = Line::new(inner.name());
                let lang = lang(inner, self.liberties);
                item.descriptions.push(Wording { role, lang, ..Wording::of(&words) });
            }
        }
        item.text.byline = item.text.byline.take().filter(|line| !line.is_empty());
    }

    /// A line of another type. What is for editors goes to them alone.
    fn news_line(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark_all(element);
        let kind = child(element, "NewsLineType").and_then(|kind| attribute(kind, "FormalName")).unwrap_or_default();
        for text in element.children().filter(|inner| inner.name() == "NewsLineText") {
            let lower = kind.to_ascii_lowercase();
            let words = inline(text, item, self.liberties, None);
            let for_editors = ["advisory", "editor", "instruction"].iter().any(|word| lower.contains(word));
            if words.is_empty() {
            } else if for_editors {
                self.liberties.take(crate::reading::Took::LeftOut, element.path(), &*kind);
                item.advisories.push(Line::new(words.plain()));
            } else {
                let lang = lang(text, self.liberties);
                item.descriptions.push(Wording { role: kind.clone(), lang, words });
            }
        }
    }
}

/// The headline, or one beside it when there is another.
pub(super) fn add_headline(item: &mut Item, words: story::text::Inline, lang: Option<story::Tag>, role: &str) {
    let ours = lang.is_none() || item.lang.is_none() || lang == item.lang;
    if words.is_empty() || words.plain() == item.text.headline.plain() {
        return;
    }
    if item.text.headline.is_empty() && ours {
        item.text.headline = words;
    } else {
        item.headlines.push(Wording { role: Line::new(role), lang, words });
    }
}

/// The deck, or a description when there is another.
pub(super) fn add_deck(item: &mut Item, words: story::text::Inline, role: &str) {
    let known = item.text.deck.as_ref().is_some_and(|deck| deck.plain() == words.plain());
    if words.is_empty() || known {
        return;
    }
    match item.text.deck {
        None => item.text.deck = Some(words),
        Some(_) => item.descriptions.push(Wording { role: Line::new(role), lang: None, words }),
    }
}

//! Which item it is, and what may be done with it.

use super::Reader;
use crate::nitf::{attribute, child, line};
use crate::reading::Took;
use crate::xml::Element;
use story::item::{AltId, Bond, Reference, Status};
use story::{Item, Kind, Line};

impl<'d, 'i> Reader<'_, 'd, 'i> {
    /// The identity: the public identifier without the version at its end.
    pub(super) fn identification(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark(element);
        for inner in element.children() {
            match inner.name() {
                "NewsIdentifier" => self.identifier(inner, item),
                "NameLabel" => {
                    self.seen.mark(inner);
                    item.slug = line(inner);
                }
                "DateLabel" => {}
                "Label" => self.label(inner, item),
                _ => {}
            }
        }
    }

    fn label(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark_all(element);
        let role = child(element, "LabelType").and_then(|kind| attribute(kind, "FormalName")).unwrap_or_default();
        let value = child(element, "LabelText").map(line).unwrap_or_default();
        if role.to_ascii_lowercase().contains("slug") && item.slug.is_empty() {
            item.slug = value;
        } else if !value.is_empty() {
            item.alt_ids.push(AltId { role, value });
        }
    }

    fn identifier(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark(element);
        let mut of = |name: &str| {
            let inner = child(element, name)?;
            self.seen.mark(inner);
            Some(line(inner)).filter(|line| !line.is_empty())
        };
        let (provider, date, id) = (of("ProviderId"), of("DateId"), of("NewsItemId"));
        let (revision, public) = (of("RevisionId"), of("PublicIdentifier"));
        let revision_element = child(element, "RevisionId");
        let update = revision_element.and_then(|r| attribute(r, "Update")).unwrap_or_default();
        let previous = revision_element.and_then(|r| attribute(r, "PreviousRevision")).unwrap_or_default();
        item.version = revision.clone().unwrap_or_default();
        let built = provider.zip(date).zip(id).map(|((p, d), i)| Line::new(format!("urn:newsml:{p}:{d}:{i}")));
        let ended = |public: &Line| {
            let tails = [format!(":{}{update}", item.version), format!(":{}", item.version)];
            let tail = tails.into_iter().find(|tail| tail.len() > 1 && public.ends_with(tail));
            tail.and_then(|tail| public.strip_suffix(&tail).map(Line::new))
        };
        let stripped = public.as_ref().map(|public| ended(public).unwrap_or_else(|| public.clone()));
        let other = built.clone().filter(|built| stripped.as_ref().is_some_and(|stripped| stripped != built));
        if let Some(value) = other {
            self.liberties.take(Took::Value, element.path(), &*value);
            item.alt_ids.push(AltId { role: Line::new("NewsIdentifier"), value });
        }
        item.guid = stripped.or(built).unwrap_or_default();
        item.alt_ids.extend(public.map(|value| AltId { role: Line::new("PublicIdentifier"), value }));
        if !previous.is_empty() && &*previous != "0" {
            let (guid, bond) = (item.guid.clone(), Bond::Previous);
            item.references.push(Reference { bond, guid, version: previous, ..Reference::default() });
        }
        if matches!(&*update, "U" | "A") {
            self.liberties.take(Took::Form, format!("{}@Update", element.path()), &*update);
            item.act = Some(Kind::Update);
        }
    }

    /// Status, times, urgency, instructions and what it belongs to.
    pub(super) fn management(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark(element);
        for inner in element.children() {
            match inner.name() {
                "FirstCreated" => item.times.first = self.when(inner),
                "ThisRevisionCreated" => item.times.this = self.when(inner),
                "Status" => self.status(inner, item),
                "StatusWillChange" => self.status_will_change(inner, item),
                "Urgency" => item.urgency = self.urgency(inner).or(item.urgency),
                "DerivedFrom" => self.pointer(inner, Bond::DerivedFrom, item),
                "AssociatedWith" => self.pointer(inner, Bond::SeeAlso, item),
                "RevisionHistory" => {
                    self.seen.mark(inner);
                    let href = attribute(inner, "Href").unwrap_or_default();
                    item.references.push(Reference { rel: Line::new("RevisionHistory"), href, ..Reference::default() });
                }
                "Instruction" => self.instruction(inner, item),
                "Comment" => self.comment(inner, item),
                _ => {}
            }
        }
    }

    fn status(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark(element);
        let said = attribute(element, "FormalName").unwrap_or_default();
        match status(&said) {
            Some(status) => item.status = status,
            None => self.liberties.take(Took::Value, element.path(), &*said),
        }
    }

    /// An embargo is an end of being withheld, an expiry an end of being usable.
    fn status_will_change(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark(element);
        let future = child(element, "FutureStatus");
        let said = future.and_then(|future| attribute(future, "FormalName")).unwrap_or_default();
        future.into_iter().for_each(|future| self.seen.mark(future));
        let when = child(element, "DateAndTime").and_then(|when| self.when(when));
        match status(&said) {
            Some(Status::Usable) => {
                item.times.embargo = when;
                // Whoever calls it withheld until then means the embargo.
                item.status = if item.status == Status::Withheld { Status::Usable } else { item.status };
            }
            Some(_) => item.times.expires = when,
            None => {
                self.liberties.take(Took::Value, element.path(), &*said);
                crate::nitf::keep(element, super::FORM, item, self.liberties);
            }
        }
    }

    fn pointer(&mut self, element: Element<'d, 'i>, bond: Bond, item: &mut Item) {
        let (guid, rel) = (attribute(element, "NewsItem"), attribute(element, "FormalName"));
        let Some(guid) = guid else { return };
        self.seen.mark(element);
        let title = child(element, "Comment").map(line).unwrap_or_default();
        child(element, "Comment").into_iter().for_each(|comment| self.seen.mark(comment));
        item.references.push(Reference { bond, guid, rel: rel.unwrap_or_default(), title, ..Reference::default() });
    }

    /// What is to be done with it.
    fn instruction(&mut self, element: Element<'d, 'i>, item: &mut Item) {
        self.seen.mark(element);
        let said = attribute(element, "FormalName").unwrap_or_default();
        let lower = said.to_ascii_lowercase();
        let is = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        item.act = match () {
            () if is(&["kill", "delete", "withdraw", "cancel"]) => Some(Kind::Kill),
            () if is(&["correct", "rectif"]) => Some(Kind::Correction),
            () if is(&["update", "replace"]) => Some(Kind::Update),
            () if is(&["withhold", "hold"]) => Some(Kind::Hold),
            () => item.act,
        };
        if !said.is_empty() {
            item.advisories.push(said);
        }
        for status in element.children().filter(|inner| inner.name() == "RevisionStatus") {
            self.seen.mark_all(status);
            crate::nitf::keep(status, super::FORM, item, self.liberties);
        }
    }
}

fn status(words: &str) -> Option<Status> {
    match words.to_ascii_lowercase().as_str() {
        "usable" => Some(Status::Usable),
        "embargoed" | "withheld" | "held" => Some(Status::Withheld),
        "canceled" | "cancelled" | "killed" | "deleted" | "expired" => Some(Status::Canceled),
        _ => None,
    }
}

//! What is known of the document: status, times, identity, urgency, rights, notes to editors.

use super::Pen;
use crate::nitf::schema;
use story::item::{Party, PartyRole, Status};
use story::{Kind, Line};

impl Pen<'_> {
    pub(super) fn docdata(&mut self) {
        let item = self.item;
        let status = match (item.status, item.times.embargo) {
            (Status::Usable, None) => "usable",
            (Status::Usable, Some(_)) => "embargoed",
            (Status::Withheld, _) => "withheld",
            (Status::Canceled, _) => "canceled",
        };
        self.out.open("docdata").attribute("management-status", status);
        if item.status != Status::Usable {
            self.out.attribute_if("management-doc-idref", &item.guid);
        }
        self.out.line();
        if item.act == Some(Kind::Correction) {
            self.out.open("correction").attribute_if("info", &item.notice).attribute_if("id-string", &item.guid);
            self.out.close().line();
        }
        self.event_places();
        self.identity();
        self.sources();
        if let Some(urgency) = item.urgency {
            // The scale of NITF ends at 8.
            if urgency.get() > 8 {
                self.leave_out("urgency");
            }
            self.out.open("urgency").attribute("ed-urg", &urgency.get().min(8).to_string()).close().line();
        }
        self.kept("head/docdata/fixture");
        let times = [
            ("date.issue", item.times.this),
            ("date.release", item.times.embargo),
            ("date.expire", item.times.expires),
        ];
        for (name, when) in times {
            if let Some(when) = when {
                self.out.open(name).attribute("norm", &when.to_string()).close().line();
            }
        }
        self.audiences();
        self.kept("head/docdata/series");
        self.messages();
        self.key();
        self.rights();
        self.keywords();
        self.identified();
        self.out.close().line();
    }

    fn identity(&mut self) {
        let provider = self.item.parties(PartyRole::Provider).next();
        let source = provider.map(|party| if party.literal.is_empty() { &party.name } else { &party.literal });
        let source: &str = source.map_or("", |source| source);
        if !self.item.guid.is_empty() || !source.is_empty() {
            self.out.open("doc-id").attribute_if("id-string", &self.item.guid);
            self.out.attribute_if("regsrc", source).close().line();
        }
    }

    fn sources(&mut self) {
        let named = |party: &&Party| !party.name.is_empty();
        let mut sources = self.item.parties(PartyRole::Source).filter(named).peekable();
        if sources.peek().is_some() {
            self.out.open("del-list");
            for source in sources {
                self.out.open("from-src").attribute("src-name", &source.name);
                self.out.attribute_if("level-number", &source.job).close();
            }
            self.out.close().line();
        }
    }

    /// What this version does, and what editors are told: nowhere else.
    fn messages(&mut self) {
        if let Some(act) = self.item.act {
            let info = act.as_str().to_uppercase();
            self.out.open("ed-msg").attribute("msg-type", act.as_str()).attribute("info", &info).close().line();
        }
        for advisory in &self.item.advisories {
            self.out.open("ed-msg").attribute_if("info", advisory).close().line();
        }
        self.kept("head/docdata/ed-msg");
    }

    fn key(&mut self) {
        let item = self.item;
        let version: &str = if schema::is_token(&item.version) { &item.version } else { "" };
        if version.is_empty() && !item.version.is_empty() {
            self.leave_out("version");
        }
        if !version.is_empty() || !item.slug.is_empty() {
            self.out.open("du-key").attribute_if("key", &item.slug).attribute_if("version", version).close().line();
        }
    }

    fn rights(&mut self) {
        let again = self.kept("head/docdata/doc.copyright") | self.kept("head/docdata/doc.rights");
        for party in self.item.parties(PartyRole::Holder).filter(|party| !party.name.is_empty() && !again) {
            self.out.open("doc.copyright").attribute("holder", &party.name).close().line();
        }
        if let Some(terms) = self.item.rights.terms.as_ref().filter(|_| !again) {
            self.out.open("doc.rights").attribute("limitations", terms).close().line();
        }
    }

    fn keywords(&mut self) {
        let said = |keyword: &&Line| !keyword.is_empty();
        let mut keywords = self.item.keywords.iter().filter(said).peekable();
        if keywords.peek().is_some() {
            self.out.open("key-list");
            keywords.for_each(|keyword| {
                self.out.open("keyword").attribute("key", keyword).close();
            });
            self.out.close().line();
        }
    }

    /// Who wrote and edited it.
    pub(super) fn history(&mut self) {
        const FUNCTIONS: [&str; 8] = [
            "editor",
            "producer",
            "archivist",
            "videographer",
            "graphic-artist",
            "photographer",
            "statistician",
            "other",
        ];
        for party in &self.item.parties {
            let usual = match party.role {
                PartyRole::Creator => "writer-author",
                PartyRole::Contributor => "editor",
                _ => continue,
            };
            if party.name.is_empty() {
                continue;
            }
            let function = FUNCTIONS.into_iter().find(|function| *function == &*party.job).unwrap_or(usual);
            if function != &*party.job && !party.job.is_empty() {
                self.left_out.leave_out("parties/job");
            }
            self.out.open("revision-history").attribute("name", &party.name).attribute("function", function);
            self.out.close().line();
        }
    }
}

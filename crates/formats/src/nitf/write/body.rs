//! The body: what stands above the text, the blocks, what stands below them.

use super::Pen;
use crate::head;
use crate::nitf::body::{BIBLIOGRAPHY, SECOND, TAGLINE};
use story::item::{PartyRole, Wording};
use story::text::{Inline, Run};
use story::{Direction, Line};

impl Pen<'_> {
    pub(super) fn body(&mut self) {
        let item = self.item;
        self.out.open("body");
        if let Some(lang) = &item.lang {
            self.out.attribute("xml:lang", lang.as_str());
        }
        match item.dir.unwrap_or(self.profile.direction()) {
            Direction::Rtl => {
                self.out.attribute("style", "direction: rtl");
            }
            Direction::Ltr if item.dir.is_some() => {
                self.out.attribute("style", "direction: ltr");
            }
            Direction::Ltr => {}
        }
        self.out.line().open("body.head").line();
        self.headlines();
        self.notes();
        if !self.kept_once("body/body.head/rights") {
            self.out.line();
        }
        if let Some(byline) = item.text.byline.as_ref().filter(|byline| !byline.is_empty()) {
            self.out.leaf("byline", byline).line();
        }
        self.distributor();
        self.dateline();
        self.abstracts();
        self.kept_once("body/body.head/series");
        self.out.close().line().open("body.content").line();
        self.blocks(&item.text.body);
        self.parts();
        self.out.close().line();
        self.end();
        self.out.close();
    }

    /// Writes the first of what was kept at a place that holds one.
    fn kept_once(&mut self, at: &str) -> bool {
        let many = self.item.kept.iter().filter(|kept| &*kept.at == at).count();
        if many > 1 {
            self.leave_out("kept");
            return false;
        }
        self.kept(at)
    }

    fn headlines(&mut self) {
        let item = self.item;
        let second = |wording: &&Wording| &*wording.role == SECOND && wording.lang.is_none();
        // A story that has a title and no headline says so, or its title is taken for one.
        let titled = !item.title.is_empty() && !item.text.body.is_empty();
        if item.text.headline.is_empty() && item.headlines.is_empty() && !titled {
            return;
        }
        self.out.open("hedline");
        self.out.open("hl1");
        self.inline(&item.text.headline);
        self.out.close();
        for wording in item.headlines.iter().filter(second) {
            self.out.open("hl2");
            self.inline(&wording.words);
            self.out.close();
        }
        self.out.close().line();
        for wording in item.headlines.iter().filter(|wording| !second(wording)) {
            self.out.open("hedline").open("hl1").attribute_if("class", &wording.role);
            if let Some(lang) = &wording.lang {
                self.out.attribute("xml:lang", lang.as_str());
            }
            self.inline(&wording.words);
            self.out.close().close().line();
        }
    }

    /// What readers are told. Nothing of what editors are told stands here.
    fn notes(&mut self) {
        let copyright = self.item.rights.copyright.clone().unwrap_or_default();
        for (class, words) in [("hd", &self.item.notice), ("cpyrt", &copyright)] {
            if !words.is_empty() {
                self.out.open("note").attribute("noteclass", class).attribute("type", "std").open("body.content");
                self.out.leaf("p", words).close().close().line();
            }
        }
    }

    fn distributor(&mut self) {
        let said = |party: &&story::item::Party| !party.name.is_empty() || !party.code.is_empty();
        let mut providers = self.item.parties(PartyRole::Provider).filter(said).peekable();
        if providers.peek().is_none() {
            return;
        }
        self.out.open("distributor");
        for party in providers {
            self.out.open("org");
            match party.code.split_once(':') {
                Some((alias, code)) if !code.starts_with("//") => {
                    self.out.attribute("idsrc", alias).attribute("value", code);
                }
                _ => {
                    self.out.attribute_if("value", &party.code);
                }
            }
            self.out.words(&party.name).close();
        }
        self.out.close().line();
    }

    /// The dateline as it is printed, with its places and its day marked where they stand in it.
    fn dateline(&mut self) {
        let Some(printed) = head::dateline(self.item, self.profile) else { return };
        self.out.open("dateline");
        let mut rest: &str = &printed;
        // Two elements without words between them would be read with a space: the second is not marked then.
        let mut behind_one = false;
        if let Some(dateline) = &self.item.text.dateline {
            for place in &dateline.places {
                let at = rest.split_once(&**place).filter(|(before, _)| !before.is_empty() || !behind_one);
                if let Some((before, behind)) = at {
                    behind_one = true;
                    self.out.words(before).leaf("location", place);
                    rest = behind;
                }
            }
            let printed = dateline.date.map(|date| self.profile.dateline_date(date)).unwrap_or_default();
            let day = dateline.date.and_then(|date| date.civil());
            // A day is read apart from the letters and figures before it.
            let runs_on = |before: &str| before.ends_with(char::is_alphanumeric);
            let at = rest.split_once(&*printed).filter(|(before, _)| !before.is_empty() || !behind_one);
            let at = at.filter(|(before, _)| !runs_on(before));
            if let Some((day, (before, behind))) = day.zip(at).filter(|_| !printed.is_empty()) {
                self.out.words(before).open("story.date").attribute("norm", &day.to_string()).words(&printed).close();
                rest = behind;
            }
        }
        self.out.words(rest).close().line();
    }

    fn abstracts(&mut self) {
        let item = self.item;
        let deck = item.text.deck.as_ref().map(|words| Wording { words: words.clone(), ..Wording::default() });
        let below = [self.below(TAGLINE), self.below(BIBLIOGRAPHY)];
        for (at, wording) in deck.iter().chain(&item.descriptions).enumerate() {
            let index = at.checked_sub(usize::from(deck.is_some()));
            if wording.words.is_empty() || index.is_some_and(|index| below.contains(&Some(index))) {
                continue;
            }
            self.out.open("abstract").attribute_if("class", &wording.role);
            if let Some(lang) = &wording.lang {
                self.out.attribute("xml:lang", lang.as_str());
            }
            self.out.open("p");
            self.inline(&wording.words);
            self.out.close().close().line();
        }
    }

    /// The description that stands below the text in that place: the first of its role.
    fn below(&self, role: &str) -> Option<usize> {
        self.item.descriptions.iter().position(|wording| &*wording.role == role && wording.lang.is_none())
    }

    fn end(&mut self) {
        let item = self.item;
        let of = |at: Option<usize>| at.and_then(|at| item.descriptions.get(at));
        let (tagline, bibliography) = (of(self.below(TAGLINE)), of(self.below(BIBLIOGRAPHY)));
        if tagline.is_none() && bibliography.is_none() {
            return;
        }
        self.out.open("body.end");
        if let Some(tagline) = tagline {
            self.out.open("tagline");
            self.inline(&tagline.words);
            self.out.close();
        }
        if let Some(bibliography) = bibliography {
            self.out.leaf("bibliography", &plain(&bibliography.words));
        }
        self.out.close().line();
    }
}

/// Running text without marks, in one line.
fn plain(words: &Inline) -> Line {
    let text: String = words.runs().iter().map(|run: &Run| run.text.as_str()).collect();
    Line::new(text)
}

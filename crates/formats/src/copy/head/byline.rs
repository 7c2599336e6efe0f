//! Who wrote it: above the body, behind the dateline or below the last paragraph.

use super::Top;
use crate::copy::marks::{ends_open, ends_sentence, opens_large, words};
use crate::copy::reading::Role;
use story::Line;

/// The longest byline, in words.
const LONGEST: usize = 12;

impl Top<'_, '_> {
    /// A reporter in brackets behind the dateline: （记者 ...）.
    pub(super) fn reporter_behind(&mut self, at: usize) {
        let text = self.plain(at);
        let Some(inner) = text.strip_prefix(['(', '（', '【']) else { return };
        let Some((inner, rest)) = inner.split_once([')', '）', '】']) else { return };
        if words(inner) > LONGEST {
            return;
        }
        if let Some(name) = self.reader.reporter(inner) {
            self.head.byline = Some(Line::new(name));
            let taken = text.len() - rest.trim_start().len();
            self.take_opening(at, taken, Role::Byline);
        }
    }

    /// Who wrote a paragraph that says so and nothing else.
    fn byline_of(&self, at: usize) -> Option<Line> {
        let paragraph = self.paragraphs.get(at).filter(|p| p.is_line())?;
        let text = paragraph.plain(self.sheet);
        let inner = text
            .trim_start_matches(['(', '（', '[', '【', '—', '-', '*', ' '])
            .trim_end_matches([')', '）', ']', '】', '*']);
        let name = self.reader.reporter(inner)?;
        let full_stop = ends_sentence(inner) && words(inner) > 5;
        let fits = words(inner) <= LONGEST && !full_stop && !ends_open(inner) && opens_large(name);
        fits.then(|| Line::new(name.trim_end_matches(['.', '۔', '。'])))
    }

    /// A byline below the body.
    pub(super) fn closing_byline(&mut self) {
        for _ in 0..2 {
            let Some(at) = self.paragraphs.len().checked_sub(1).filter(|&at| at > 0) else { return };
            let Some(name) = self.byline_of(at) else { return };
            if self.head.byline.is_none() {
                self.head.byline = Some(name);
                self.take(at, Role::Byline);
            } else {
                self.take(at, Role::DeskNote);
            }
        }
    }

    /// Takes the byline off the paragraphs above the body; says where it stood.
    pub(super) fn byline_above(&mut self, body: Option<usize>) -> Option<usize> {
        let end = body.unwrap_or(4).min(self.paragraphs.len());
        let at = (0..end).find(|&at| {
            // At the very top it needs a headline below it.
            let below = at > 0 || self.paragraphs.get(1).is_some_and(|_| !ends_sentence(&self.plain(1)));
            below && self.byline_of(at).is_some_and(|name| at > 0 || words(&name) <= 4)
        })?;
        let name = self.byline_of(at);
        if self.head.byline.is_none() {
            self.head.byline = name;
        }
        self.take(at, Role::Byline);
        Some(at)
    }
}

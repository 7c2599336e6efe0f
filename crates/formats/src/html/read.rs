//! HTML -> tree.
//!
//! Plain, well-formed HTML is read by [`quick`]. Of all else the tokens of the HTML standard (html5ever) go one by one to the [`Builder`]: no tree of the page is built, and
//! nothing recurses.

use super::quick;
use crate::tree::{Beside, Builder, Opening};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawKind, Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;
use story::{Hash, Text};

/// The text of a piece of HTML, a whole page or a part of one. Never fails; whoever keeps the text asks
/// [`Text::fits`] first.
pub fn read(html: &str) -> Text {
    if let Some(text) = quick::read(html, Builder::default()) {
        return text.finish();
    }
    tokens(html, Builder::default()).finish()
}

/// The text of a piece of HTML, and what it holds beside: pictures by address, elements that were passed over.
pub(crate) fn read_both(html: &str) -> (Text, Beside) {
    if let Some(text) = quick::read(html, Builder::collecting()) {
        return text.finish_both();
    }
    tokens(html, Builder::collecting()).finish_both()
}

/// The same of a page that came with pictures: the addresses that it has for them and the hashes of their bytes.
pub(crate) fn read_showing(html: &str, at_hand: Vec<(String, Hash)>) -> (Text, Beside) {
    tokens(html, Builder::collecting().showing(at_hand)).finish_both()
}

/// Every token of the HTML standard, handed to the builder.
pub(crate) fn tokens(html: &str, builder: Builder) -> Builder {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Sink(RefCell::new(builder)), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

struct Sink(RefCell<Builder>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut builder = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(words) => builder.words(&words),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                builder.start(&tag);
                return match raw(&tag) {
                    Some(kind) => TokenSinkResult::RawData(kind),
                    None => TokenSinkResult::Continue,
                };
            }
            Token::TagToken(tag) => builder.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// How the content of an element is to be cut into tokens, when it is no markup.
fn raw(tag: &Tag) -> Option<RawKind> {
    match &*tag.name {
        "script" => Some(ScriptData),
        "style" | "iframe" | "noembed" | "noframes" | "xmp" => Some(Rawtext),
        "textarea" | "title" => Some(Rcdata),
        _ => None,
    }
}

impl Opening for Tag {
    fn name(&self) -> &str {
        &self.name
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attrs.iter().find(|a| &*a.name.local == name).map(|a| &*a.value)
    }

    fn is_empty(&self) -> bool {
        self.self_closing
    }
}

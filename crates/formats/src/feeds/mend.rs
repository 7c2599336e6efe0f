//! XML that is broken beyond what the reader of XML mends -> XML that it reads.
//!
//! The tokens are those that a browser would see (html5ever): a tag that never ends is no tag, a `<` that begins
//! nothing is a sign. Written anew they are tags, words and nothing else.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;

/// The document, written anew.
pub(super) fn mend(broken: &str) -> String {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(broken));
    let sink = Sink(RefCell::new(String::with_capacity(broken.len())));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

struct Sink(RefCell<String>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut out = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(words) => escape(&mut out, &words),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => start(&mut out, &tag),
            Token::TagToken(tag) if is_name(&tag.name) => {
                out.push_str("</");
                out.push_str(&tag.name);
                out.push('>');
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }

    /// `<![CDATA[` is what XML has it for.
    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        true
    }
}

fn start(out: &mut String, tag: &Tag) {
    if !is_name(&tag.name) {
        return;
    }
    out.push('<');
    out.push_str(&tag.name);
    for attribute in tag.attrs.iter().filter(|attribute| is_name(&attribute.name.local)) {
        out.push(' ');
        out.push_str(&attribute.name.local);
        out.push_str("=\"");
        escape(out, &attribute.value);
        out.push('"');
    }
    out.push_str(if tag.self_closing { "/>" } else { ">" });
}

/// Whether XML takes it for a name; stricter than XML is, so that nothing odd passes.
pub(super) fn is_name(name: &str) -> bool {
    let sound = |c: char| c.is_alphanumeric() || matches!(c, ':' | '_' | '-' | '.');
    name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name.chars().all(sound)
        && name.matches(':').count() <= 1
        && !name.ends_with(':')
}

fn escape(out: &mut String, words: &str) {
    crate::html::escape(out, words);
}

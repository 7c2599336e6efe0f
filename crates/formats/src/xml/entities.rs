//! The named entities of HTML (the HTML standard, 13.5), which XML does not have and news is full of.

use html5ever::data::NAMED_ENTITIES;

/// The characters that `&name;` stands for in HTML.
pub(crate) fn html(name: &str) -> Option<String> {
    let (first, second) = NAMED_ENTITIES.get(format!("{name};").as_str()).copied()?;
    let signs = [first, second].into_iter().filter(|code| *code != 0).filter_map(char::from_u32);
    Some(signs.collect::<String>()).filter(|signs| !signs.is_empty())
}

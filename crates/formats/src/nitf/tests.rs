mod fixtures;
mod properties;
pub(crate) mod samples;

use super::*;
use lang::Languages;

fn read_one(xml: &str) -> (Item, Liberties) {
    let reading = read(xml.as_bytes(), Languages::built_in()).expect("it is NITF");
    (reading.items.into_iter().next().expect("an item"), reading.liberties)
}

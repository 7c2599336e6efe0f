//! The units of measure and money that are known: `common/units.toml`.

use crate::{built_in, values::Unit};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

#[derive(Deserialize)]
struct File {
    money: BTreeMap<String, String>,
    measures: BTreeMap<String, BTreeMap<String, Entry>>,
}

#[derive(Deserialize)]
struct Entry {
    factor: f64,
    #[serde(default)]
    offset: f64,
    #[serde(default)]
    symbols: String,
}

/// The units, by name, each with its symbols.
struct Units(BTreeMap<String, (String, Entry, String)>);

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    let file: File = built_in::common("units.toml");
    let money = file.money.into_iter().map(|(name, symbols)| {
        let entry = Entry { factor: 1.0, offset: 0.0, symbols: String::new() };
        (name, ("money".to_owned(), entry, symbols))
    });
    let measures = file.measures.into_iter().flat_map(|(measures, units)| {
        units.into_iter().map(move |(name, entry)| {
            let symbols = entry.symbols.clone();
            (name, (measures.clone(), entry, symbols))
        })
    });
    Units(money.chain(measures).collect())
});

/// The unit of this name.
pub(crate) fn unit(name: &str) -> Option<Unit> {
    let (name, (measures, entry, _)) = UNITS.0.get_key_value(name)?;
    Some(Unit { name, measures, factor: entry.factor, offset: entry.offset })
}

/// All units, each with the symbols that stand for it in every language.
pub(crate) fn symbols() -> impl Iterator<Item = (Unit, &'static str)> {
    UNITS.0.iter().filter_map(|(name, (_, _, symbols))| Some((unit(name)?, symbols.as_str())))
}

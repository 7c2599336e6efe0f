//! What is read in lines of `tag<tab>text`: for those who work on the data of a language.
//!
//! `cargo run --release -p lang --example values < lines.tsv`

use std::io::BufRead;

fn main() {
    let languages = lang::Languages::built_in();
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let Some((tag, text)) = line.split_once('\t') else { continue };
        let Ok(tag) = tag.parse() else { continue };
        let values = languages.profile(&tag).values(text);
        let shown = values.iter().map(|value| match &value.what {
            lang::What::Number(n) => {
                let unit = n.unit.map_or("", |unit| unit.name);
                let words = text.get(value.at.clone()).unwrap_or_default();
                format!("{words}={}|{:?}|{unit}|{:?}|{}", n.value, n.sort, n.bound, n.grain)
            }
            other => format!("{}={other:?}", text.get(value.at.clone()).unwrap_or_default()),
        });
        println!("{}", shown.collect::<Vec<_>>().join("\t"));
    }
}

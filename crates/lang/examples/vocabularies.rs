//! Makes the tables of `data/vocabularies` from what IPTC publishes.
//!
//! - Media Topics, as a list of `qcode`, `broader`, `retired`, `subjectcode` and `prefLabel` by language:
//!   `cargo run -p lang --example vocabularies -- mediatopics.json > crates/lang/data/vocabularies/medtop.tsv`
//! - Genre, as IPTC's JSON-LD: the same with `genre-cptall-en-GB.json` and `genre.tsv`.

use serde_json::Value;
use std::collections::BTreeSet;

/// IPTC's names of languages that are not those of BCP 47.
const TAGS: [(&str, &str); 4] = [("dk", "da"), ("se", "sv"), ("no-NB", "nb"), ("no-NN", "nn")];

fn tag(name: &str) -> &str {
    TAGS.iter().find(|(iptc, _)| *iptc == name).map_or(name, |(_, tag)| tag)
}

fn text<'v>(concept: &'v Value, key: &str) -> &'v str {
    concept.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("which file?")?;
    let whole: Value = serde_json::from_slice(&std::fs::read(path)?)?;
    let concepts = whole.get("conceptSet").unwrap_or(&whole).as_array().ok_or("no list of concepts")?;
    let labels = |concept: &'_ Value| concept.get("prefLabel").and_then(Value::as_object).cloned().unwrap_or_default();
    let languages: BTreeSet<String> =
        concepts.iter().flat_map(|c| labels(c).keys().cloned().collect::<Vec<_>>()).collect();
    let tags: Vec<&str> = languages.iter().map(|name| tag(name)).collect();
    println!("code\tbroader\tretired\tsubject\t{}", tags.join("\t"));
    for concept in concepts {
        let labels = labels(concept);
        let word =
            |name: &String| story::Line::new(labels.get(name).and_then(Value::as_str).unwrap_or_default()).to_string();
        let day = text(concept, "retired").split('T').next().unwrap_or_default();
        let subject = text(concept, "subjectcode").rsplit('/').next().unwrap_or_default();
        let words: Vec<String> = languages.iter().map(word).collect();
        println!("{}\t{}\t{day}\t{subject}\t{}", text(concept, "qcode"), text(concept, "broader"), words.join("\t"));
    }
    Ok(())
}

//! What others say of a wire file: the official schemas, and programs that read the format.

use super::{shared, skip};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The Python of the folder in which `./test` puts what PyPI has for the tests.
fn python() -> PathBuf {
    std::env::var_os("DATELINE_VALIDATORS")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/validators")), PathBuf::from)
        .join("bin/python")
}

/// Runs a validator over files; false after having said that the test is skipped for want of it.
fn passes(test: &str, mut command: Command, files: &[PathBuf], complaint: impl Fn(&str) -> bool) -> bool {
    let name = command.get_program().to_string_lossy().into_owned();
    let Ok(done) = command.args(files).output() else {
        skip(test, &format!("{name} is not here"));
        return false;
    };
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    let wrong: Vec<&str> = said.lines().filter(|line| complaint(line)).take(40).collect();
    assert!(done.status.success() && wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
    true
}

/// Holds XML files against an XML Schema of the shared data.
pub fn xml_schema(test: &str, schema: &str, files: &[PathBuf]) -> bool {
    let Some(schema) = shared(test, &format!("standards/{schema}")) else { return false };
    let mut command = Command::new("xmllint");
    command.args(["--nonet", "--noout", "--schema"]).arg(schema);
    passes(test, command, files, |line| !line.ends_with(" validates"))
}

/// Holds XML files against a RELAX NG schema (compact syntax) of the shared data.
pub fn relax_ng(test: &str, schema: &str, files: &[PathBuf]) -> bool {
    let Some(schema) = shared(test, &format!("standards/{schema}")) else { return false };
    let mut command = Command::new("jing");
    command.arg("-c").arg(schema);
    passes(test, command, files, |line| !line.is_empty() && !line.starts_with("[warning] "))
}

/// Holds JSON files against a JSON Schema of the shared data.
pub fn json_schema(test: &str, schema: &str, files: &[PathBuf]) -> bool {
    let Some(schema) = shared(test, &format!("standards/{schema}")) else { return false };
    let mut command = Command::new(python());
    command.args(["-m", "check_jsonschema", "--schemafile"]).arg(schema);
    passes(test, command, files, |line| !line.is_empty() && !line.starts_with("ok --"))
}

/// Has a Python program read files: it prints a line for each that it does not like.
pub fn python_reads(test: &str, program: &str, files: &[PathBuf]) -> bool {
    let mut command = Command::new(python());
    command.args(["-c", program]);
    passes(test, command, files, |line| !line.is_empty())
}

/// Writes files of a test into a folder.
pub fn put(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("to write");
    path
}

//! The folders of data and the lists of words are part of the program: a change in one builds this room again.

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=dictionaries/lists");
}

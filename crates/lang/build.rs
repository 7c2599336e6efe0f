//! The folders of data and the dictionaries are part of the program: a change in one builds this room again.

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=dictionaries");
}

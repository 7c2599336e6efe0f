//! The folders of data are part of the program: a change in one builds this room again.

fn main() {
    println!("cargo::rerun-if-changed=data");
}

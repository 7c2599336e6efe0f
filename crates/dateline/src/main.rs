//! The program. All it does is in the library beside it, so that tests and measurements call the same.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(dateline::run(std::env::args_os()))
}

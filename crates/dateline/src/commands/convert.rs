//! `dateline convert`: a wire file in another format. Nothing is kept.

use super::{Context, input, output};
use crate::{
    fault::{Fault, Result},
    say,
};
use clap::Args;
use formats::{Channel, Format, Reading, Written, any};
use lang::Languages;
use std::{
    fs,
    path::{Path, PathBuf},
};
use story::{Item, Line, Tag, item::Bond};

/// Read a wire file, whatever its format, and write it in another one; nothing is kept
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline convert --to ninjs story.xml
  dateline convert --to json story.xml             all that was understood, with every liberty that was taken
  dateline convert --to newsml-g2 feed.rss --into items
  curl -s https://news.example/wire | dateline convert --to text -

Which format the file is in is told from the file. What could not be understood, and what the other format \
cannot carry, is said on the standard error.")]
pub struct Convert {
    /// The format to write: ninjs, ninjs-2, ninjs-1, newsml-g2, nitf, iptc7901, rss, atom, jsonfeed, html, text, json
    #[arg(long, value_name = "FORMAT")]
    to: Format,
    /// The format to read [default: told from the file]
    #[arg(long, value_name = "FORMAT")]
    from: Option<Format>,
    /// The file, or - for the standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Of a file with many items the one at this place, from 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    item: Option<u32>,
    /// Writes each item into a file of its own in this folder
    #[arg(long, value_name = "FOLDER", conflicts_with = "item")]
    into: Option<PathBuf>,
    /// Says nothing of the liberties that were taken and of what was left out
    #[arg(long)]
    quiet: bool,
}

impl Convert {
    /// Converts it.
    ///
    /// # Errors
    /// When it cannot be read, or not be written in that format, and why.
    pub fn run(self, context: &Context) -> Result<()> {
        writable(self.to)?;
        let bytes = input::bytes(&self.file, formats::MOST_BYTES)?;
        let (_, languages) = super::read::house(context)?;
        let reading = match self.from {
            Some(format) => any::read_as(format, &bytes, &languages),
            None => any::read(&bytes, &languages),
        };
        let reading =
            reading.map_err(|why| Fault::new(crate::fault::Whose::Refused, "unreadable", say::wire::refused(&why)))?;
        if !self.quiet {
            output::aside(&say::wire::reading(&input::name(&self.file), &reading));
        }
        if let Some(folder) = &self.into {
            return self.write_into(folder, &reading, &languages);
        }
        if self.to == Format::Json && self.item.is_none() {
            return output::json(&reading);
        }
        let written = write(self.to, self.chosen(&reading)?, &languages)?;
        self.say_left_out(&written);
        output::raw(&written.text)
    }

    /// The items to be written as one file.
    fn chosen<'r>(&self, reading: &'r Reading) -> Result<&'r [Item]> {
        let Some(n) = self.item else { return Ok(&reading.items) };
        let at = n as usize - 1;
        let one = reading.items.get(at..=at);
        one.ok_or_else(|| Fault::missing(format!("there is no item {n}: the file holds {}", reading.items.len())))
    }

    fn write_into(&self, folder: &Path, reading: &Reading, languages: &Languages) -> Result<()> {
        fs::create_dir_all(folder).map_err(|e| Fault::file(folder, "make", &e))?;
        for (n, item) in (1..).zip(&reading.items) {
            let item = std::slice::from_ref(item);
            let written = write(self.to, item, languages)?;
            self.say_left_out(&written);
            let path = folder.join(format!("{n:04}.{}", ending(self.to)));
            // Somebody's file is not written over: a folder that holds such names is not the one that was meant.
            let file = fs::File::create_new(&path).map_err(|e| Fault::file(&path, "write", &e))?;
            std::io::Write::write_all(&mut { file }, written.text.as_bytes())
                .map_err(|e| Fault::file(&path, "write", &e))?;
        }
        output::aside(&format!(
            "{} written into {}\n",
            say::count(reading.items.len(), "item", "items"),
            folder.display()
        ));
        Ok(())
    }

    fn say_left_out(&self, written: &Written) {
        if !self.quiet && !written.left_out.is_empty() {
            output::aside(&say::wire::left_out(self.to, &written.left_out));
        }
    }
}

/// Prints items in a format, with what it cannot carry on the standard error.
///
/// # Errors
/// When the format is not written, or holds one item and there are more.
pub(super) fn print(format: Format, items: &[Item], languages: &Languages) -> Result<()> {
    writable(format)?;
    let written = write(format, items, languages)?;
    if !written.left_out.is_empty() {
        output::aside(&say::wire::left_out(format, &written.left_out));
    }
    output::raw(&written.text)
}

fn writable(format: Format) -> Result<()> {
    if format.is_written() { Ok(()) } else { Err(Fault::usage(format!("{format} is read and not written"))) }
}

fn write(format: Format, items: &[Item], languages: &Languages) -> Result<Written> {
    any::write(format, items, &channel(items), languages).ok_or_else(|| {
        let says = format!("there are {} items in it, and a file of {format} holds one", items.len());
        Fault::refused(says).help("choose one with --item N, or write each into a file with --into FOLDER")
    })
}

/// What a feed says of itself, when it is made of items that come from somewhere else.
fn channel(items: &[Item]) -> Channel {
    let first = items.first();
    let page = first.and_then(|item| item.bound(Bond::Page).find(|page| !page.href.is_empty()));
    let provider = first.and_then(|item| item.parties(story::item::PartyRole::Provider).next());
    let name = provider.map(|party| party.name.clone()).filter(|name| !name.is_empty());
    Channel {
        title: name.unwrap_or_else(|| first.map(|item| item.title.clone()).unwrap_or_default()),
        link: page.map(|page| page.href.clone()).unwrap_or_default(),
        address: Line::default(),
        description: Line::default(),
        lang: first.and_then(|item| item.lang.clone()).unwrap_or_else(Tag::unknown),
        updated: items.iter().filter_map(|item| item.times.this.or(item.times.first)).map(|when| when.at()).max(),
    }
}

/// The ending of a file of that format.
const fn ending(format: Format) -> &'static str {
    match format {
        Format::Ninjs | Format::Ninjs2 | Format::Ninjs1 | Format::Jsonfeed | Format::Json => "json",
        Format::NewsmlG2 | Format::Newsml1 | Format::Nitf | Format::Rss | Format::Atom => "xml",
        Format::Iptc7901 | Format::Anpa => "iptc",
        Format::Html => "html",
        Format::Email => "eml",
        Format::Text => "txt",
    }
}

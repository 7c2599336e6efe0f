//! The shelf: pages that were asked for lately, ready to be sent.
//!
//! No reader is given an old page after the follower's step is done. Whoever fetches a page and puts it on the shelf
//! does so with the door open for readers; the follower closes it while it writes the new pages and takes the old ones
//! off. So an old page is either taken off, or fetched anew.

use super::{
    address,
    encoding::{Coding, unbrotli},
    headers::{self, Form},
};
use http::{HeaderValue, StatusCode};
use moka::sync::Cache;
use std::sync::{
    Arc, RwLock,
    atomic::{AtomicU64, Ordering},
};
use store::{Pages, Result};

/// How many bytes of pages are kept in memory.
const MOST_BYTES: u64 = 16 * 1024 * 1024;
/// What a page on the shelf takes beside its bytes, about.
const BESIDE: usize = 1_500;
/// ISO 639-2: nobody knows which language it is.
const UNKNOWN: HeaderValue = HeaderValue::from_static("und");

/// A page that is ready to be sent.
#[derive(Debug, Clone)]
pub struct Ready {
    /// Its status.
    pub status: StatusCode,
    /// What may follow its name in an address.
    pub tail: Tail,
    /// Its entity tag, without the letter of a compression.
    pub etag: String,
    /// Its language.
    pub lang: HeaderValue,
    /// Its bytes in the compressions that were asked for, in the order of [`Coding::ALL`].
    pub forms: [Option<Form>; 4],
}

/// What may follow a page's name in an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tail {
    /// Nothing.
    None,
    /// Anything: what the page was about is not told, not even by a redirection.
    Any,
    /// This.
    Is {
        /// As an address line has it.
        encoded: String,
        /// As it reads.
        plain: String,
    },
}

/// The pages in memory, over those on the disk.
#[derive(Debug)]
pub struct Shelf {
    pages: Pages,
    ready: Cache<Arc<str>, Arc<Ready>>,
    door: RwLock<()>,
    /// How often lists have changed: it stands before the names of list pages, which are kept nowhere else.
    lists: AtomicU64,
}

impl Shelf {
    /// An empty shelf over the pages on the disk.
    pub fn over(pages: Pages) -> Self {
        let weigh = |_: &Arc<str>, page: &Arc<Ready>| u32::try_from(page.weight()).unwrap_or(u32::MAX);
        let ready = Cache::builder().max_capacity(MOST_BYTES).weigher(weigh).build();
        Self { pages, ready, door: RwLock::new(()), lists: AtomicU64::new(0) }
    }

    /// The pages on the disk.
    pub fn pages(&self) -> &Pages {
        &self.pages
    }

    /// A page that lies ready.
    pub fn ready(&self, name: &str) -> Option<Arc<Ready>> {
        self.ready.get(name)
    }

    /// The page of a name, from the disk.
    ///
    /// # Errors
    /// When the pages cannot be read.
    pub fn fetch(&self, name: &str) -> Result<Option<Arc<Ready>>> {
        let _open = self.door.read().unwrap_or_else(|e| e.into_inner());
        let Some(page) = self.pages.page(name)? else { return Ok(None) };
        let page = Arc::new(Ready::from(page));
        self.ready.insert(name.into(), page.clone());
        Ok(Some(page))
    }

    /// A page of a list, made when it is asked for and kept until a list changes; and its name on the shelf.
    ///
    /// # Errors
    /// When the pages cannot be read.
    pub fn list(&self, name: &str, make: impl FnOnce(&Pages) -> Result<Ready>) -> Result<(String, Arc<Ready>)> {
        let _open = self.door.read().unwrap_or_else(|e| e.into_inner());
        let name = format!("{} {name}", self.lists.load(Ordering::Acquire));
        if let Some(page) = self.ready.get(name.as_str()) {
            return Ok((name, page));
        }
        let page = Arc::new(make(&self.pages)?);
        self.ready.insert(name.as_str().into(), page.clone());
        Ok((name, page))
    }

    /// Puts a page back with one compression more, unless it has changed meanwhile.
    pub fn put_back(&self, name: &str, page: Arc<Ready>) {
        let _open = self.door.read().unwrap_or_else(|e| e.into_inner());
        if self.ready.get(name).is_some_and(|now| now.etag == page.etag) {
            self.ready.insert(name.into(), page);
        }
    }

    /// Changes pages on the disk and takes the old ones off the shelf. Nobody fetches a page meanwhile.
    ///
    /// # Errors
    /// Those of the change; the shelf is then as it was.
    pub fn change(&self, names: &[String], change: impl FnOnce(&Pages) -> Result<()>) -> Result<()> {
        let _closed = self.door.write().unwrap_or_else(|e| e.into_inner());
        change(&self.pages)?;
        names.iter().for_each(|name| self.ready.invalidate(name.as_str()));
        self.lists.fetch_add(1, Ordering::AcqRel);
        Ok(())
    }

    /// Forgets every page, on the disk too.
    ///
    /// # Errors
    /// When the pages cannot be written.
    pub fn clear(&self) -> Result<()> {
        let _closed = self.door.write().unwrap_or_else(|e| e.into_inner());
        self.pages.clear()?;
        self.ready.invalidate_all();
        self.lists.fetch_add(1, Ordering::AcqRel);
        Ok(())
    }
}

impl Ready {
    /// A page that was just made.
    pub fn new(status: StatusCode, lang: &str, html: &str) -> Self {
        let lang = HeaderValue::from_str(lang).unwrap_or(UNKNOWN);
        let etag = super::press::etag(html);
        let mut page = Self { status, tail: Tail::None, etag, lang, forms: [const { None }; 4] };
        page.add(Coding::Brotli, Coding::Brotli.page(html.as_bytes()));
        page
    }

    /// The form in a compression, if it was made.
    pub fn form(&self, coding: Coding) -> Option<&Form> {
        self.forms[coding as usize].as_ref()
    }

    fn add(&mut self, coding: Coding, bytes: Vec<u8>) {
        self.forms[coding as usize] = Some(headers::form(self, coding, bytes.into()));
    }

    /// The same page with one compression more. None when its bytes are damaged.
    pub fn with(&self, coding: Coding) -> Option<Self> {
        let plain = unbrotli(&self.form(Coding::Brotli)?.body)?;
        let mut page = self.clone();
        page.add(coding, coding.page(&plain));
        Some(page)
    }

    /// The same page in every compression.
    pub fn in_every_form(self) -> Self {
        Coding::ALL.into_iter().fold(self, |page, coding| match page.form(coding) {
            Some(_) => page,
            None => page.with(coding).unwrap_or(page),
        })
    }

    fn weight(&self) -> usize {
        BESIDE + self.forms.iter().flatten().map(|form| BESIDE + form.body.len()).sum::<usize>()
    }
}

impl From<store::Page> for Ready {
    fn from(page: store::Page) -> Self {
        let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let tail = match page.tail {
            Some(plain) => Tail::Is { encoded: address::encode(&plain), plain },
            None if status == StatusCode::OK => Tail::None,
            None => Tail::Any,
        };
        let lang = HeaderValue::from_str(&page.lang).unwrap_or(UNKNOWN);
        let mut ready = Self { status, tail, etag: page.etag, lang, forms: [const { None }; 4] };
        ready.add(Coding::Brotli, page.br);
        for (coding, bytes) in [(Coding::Gzip, page.gzip), (Coding::Zstd, page.zstd)] {
            if let Some(bytes) = bytes {
                ready.add(coding, bytes);
            }
        }
        ready
    }
}

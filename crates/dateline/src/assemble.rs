//! Puts the rooms together over a folder: store, pages, site, newsroom.

use crate::{
    config::Agency,
    fault::{Fault, Result},
    folder::{Folder, keepsake, languages, style},
    say::Look,
};
use axum::Router;
use jiff::tz::TimeZone;
use newsroom::{Clock, Follower, House, Newsroom, System};
use std::sync::Arc;
use store::{Pages, Store};
use url::Url;
use web::site::{Masthead, Site};

/// An agency at work: its rooms, over its folder, which is held as long as this lives.
pub struct Works {
    /// The folder.
    pub folder: Folder,
    /// What its file says.
    pub agency: Agency,
    /// The newsroom.
    pub room: Newsroom,
    /// The site.
    pub site: Arc<Site>,
    /// What the words of its answers depend on.
    pub look: Look,
}

impl Works {
    /// Opens the agency of a folder.
    ///
    /// # Errors
    /// What is wrong with `agency.toml`, a language, the store or the disk.
    pub async fn open(folder: Folder) -> Result<Self> {
        let path = folder.path().to_owned();
        let agency = Agency::in_folder(&path)?;
        let languages = languages::chosen(&languages::all(&path)?, &agency.languages)?;
        let store = Store::open(&path)?;
        keepsake::keep(&path, &store, System.now()).await?;
        let pages = Pages::open(&path)?;
        let masthead = masthead(&agency, &languages)?;
        let site = Site::open(masthead, store.clone(), pages).await.map_err(Fault::ours)?;
        let house = House {
            name: agency.name.clone(),
            initials: agency.initials.clone(),
            languages: languages.clone(),
            taglines: agency.lines_around(),
            desk: agency.desk.clone(),
            style: style::read(&path)?,
        };
        let followers: Vec<Arc<dyn Follower>> = vec![site.clone()];
        let room = Newsroom::open(house, store, Arc::new(System), followers);
        let look = Look { languages, zone: TimeZone::system(), site_url: agency.site_url.clone() };
        Ok(Self { folder, agency, room, site, look })
    }

    /// Every address of the agency: the desk's own, and the site's for all others.
    pub fn app(&self) -> Router {
        let site_url = Some(self.agency.site_url.to_string());
        let options = web::desk::Options { site_url, zone: self.agency.time_zone.clone() };
        web::desk::routes(self.room.clone(), options).merge(web::site::routes(self.site.clone()))
    }

    /// Closes everything in order: what was asked is kept, the files are whole, the folder is free.
    pub async fn close(self) {
        self.room.store().clone().close().await;
        self.folder.leave();
    }
}

fn masthead(agency: &Agency, languages: &lang::Languages) -> Result<Masthead> {
    let site_url: &Url = &agency.site_url;
    let masthead = Masthead::new(&agency.name, &agency.initials, site_url.as_str(), languages.clone());
    let mut masthead = masthead.map_err(|e| Fault::usage(format!("agency.toml: {e}")))?;
    masthead.names = agency.names.clone();
    masthead.taglines = agency.tagline.iter().map(|(lang, line)| (lang.clone(), line.to_string())).collect();
    masthead.verification = agency.verification.clone();
    masthead.zone = agency.time_zone.clone();
    Ok(masthead)
}

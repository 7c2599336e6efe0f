//! Compression: which one a reader gets (RFC 9110, 12.5.3), and how each is made.

use std::io::{Read as _, Write as _};

/// A way in which the bytes of a page are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Coding {
    /// RFC 7932. Made when the page is made.
    Brotli,
    /// RFC 8878. Made when it is first asked for.
    Zstd,
    /// RFC 1952. Made when it is first asked for.
    Gzip,
    /// As it is.
    Identity,
}

/// Brotli's quality for pages: above it the time grows faster than the bytes shrink.
const PAGE_QUALITY: i32 = 5;
/// Brotli's quality for what is made once.
const ASSET_QUALITY: i32 = 11;
/// Brotli's window for pages, as a power of two: no page is larger, and a small window is set up sooner.
const WINDOW: i32 = 18;
const ZSTD_LEVEL: i32 = 9;
const GZIP_LEVEL: u32 = 7;

impl Coding {
    /// Every one, the one we like best first.
    pub const ALL: [Coding; 4] = [Coding::Brotli, Coding::Zstd, Coding::Gzip, Coding::Identity];

    /// Its name in `Content-Encoding`; none for bytes as they are.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Coding::Brotli => Some("br"),
            Coding::Zstd => Some("zstd"),
            Coding::Gzip => Some("gzip"),
            Coding::Identity => None,
        }
    }

    /// Its ending in an entity tag: the same page in another compression is another entity.
    pub const fn letter(self) -> char {
        match self {
            Coding::Brotli => 'b',
            Coding::Zstd => 'z',
            Coding::Gzip => 'g',
            Coding::Identity => 'i',
        }
    }

    /// The one to send for the values of `Accept-Encoding`. The highest weight wins, then our own order. Whoever
    /// refuses everything gets the bytes as they are.
    pub fn negotiate<'v>(accept: impl IntoIterator<Item = &'v str>) -> Coding {
        let mut weights = [None::<u16>; 4];
        let mut any = None;
        for item in accept.into_iter().flat_map(|value| value.split(',')) {
            let (name, weight) = weighed(item);
            match Coding::ALL.iter().position(|c| c.is_called(name)) {
                Some(place) => weights[place] = Some(weight),
                None if name == "*" => any = Some(weight),
                None => {}
            }
        }
        let weight = |place: usize| match (weights[place], any) {
            (Some(weight), _) | (None, Some(weight)) => weight,
            // Bytes as they are are always welcome, but any compression that is named goes before.
            (None, None) if place == 3 => 1,
            (None, None) => 0,
        };
        let best = (0..4).filter(|&place| weight(place) > 0).max_by_key(|&place| (weight(place), 4 - place));
        best.map_or(Coding::Identity, |place| Coding::ALL[place])
    }

    fn is_called(self, name: &str) -> bool {
        name.eq_ignore_ascii_case(self.name().unwrap_or("identity"))
            || (self == Coding::Gzip && name.eq_ignore_ascii_case("x-gzip"))
    }

    /// A page in this compression.
    pub fn page(self, plain: &[u8]) -> Vec<u8> {
        self.press(plain, PAGE_QUALITY)
    }

    /// A file of the site in this compression.
    pub fn asset(self, plain: &[u8]) -> Vec<u8> {
        self.press(plain, ASSET_QUALITY)
    }

    /// Writing to memory does not fail; should it, the answer is empty and no page but an error of ours.
    fn press(self, plain: &[u8], quality: i32) -> Vec<u8> {
        match self {
            Coding::Brotli => {
                let parameters = brotli::enc::BrotliEncoderParams {
                    quality,
                    lgwin: WINDOW,
                    size_hint: plain.len(),
                    mode: brotli::enc::backward_references::BrotliEncoderMode::BROTLI_MODE_TEXT,
                    ..Default::default()
                };
                let mut out = Vec::with_capacity(plain.len() / 3);
                let _ = brotli::BrotliCompress(&mut &*plain, &mut out, &parameters);
                out
            }
            Coding::Zstd => zstd::bulk::compress(plain, ZSTD_LEVEL).unwrap_or_default(),
            Coding::Gzip => {
                let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(GZIP_LEVEL));
                let _ = out.write_all(plain);
                out.finish().unwrap_or_default()
            }
            Coding::Identity => plain.to_vec(),
        }
    }
}

/// What Brotli made, as it was before. None for bytes that are no Brotli.
pub fn unbrotli(pressed: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(pressed.len() * 4);
    brotli::Decompressor::new(pressed, 16 * 1024).read_to_end(&mut out).ok()?;
    Some(out)
}

/// An item of a list with weights, and its weight in thousandths (RFC 9110, 12.4.2).
pub fn weighed(item: &str) -> (&str, u16) {
    let mut parts = item.split(';');
    let name = parts.next().unwrap_or_default().trim();
    let weight = parts.find_map(|part| {
        let value = part.trim().strip_prefix(['q', 'Q'])?.trim_start().strip_prefix('=')?.trim();
        let weight: f32 = value.parse().ok()?;
        // A number from 0 to 1: the cast is exact enough, and what is no number becomes 0.
        Some((weight.clamp(0.0, 1.0) * 1000.0).round() as u16)
    });
    (name, weight.unwrap_or(1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(accept: &str) -> Coding {
        Coding::negotiate([accept])
    }

    #[test]
    fn the_best_that_the_reader_takes_is_sent() {
        assert_eq!(best("gzip, deflate, br, zstd"), Coding::Brotli);
        assert_eq!(best("gzip, deflate"), Coding::Gzip);
        assert_eq!(best("x-gzip"), Coding::Gzip);
        assert_eq!(best("GZIP;q=0.5, Zstd;q=0.4"), Coding::Gzip);
        assert_eq!(best("br;q=0.2, gzip;q=0.9"), Coding::Gzip);
        assert_eq!(best("br;q=0, *"), Coding::Zstd);
        assert_eq!(best("*;q=0.1"), Coding::Brotli);
        assert_eq!(Coding::negotiate(["gzip", "br"]), Coding::Brotli);
    }

    #[test]
    fn who_names_none_gets_the_bytes_as_they_are() {
        for accept in ["", "deflate", "identity", "br;q=0", "identity;q=0", "*;q=0", "br;q=oops;", ";;,,"] {
            let got = best(accept);
            // A weight that cannot be read counts as none.
            let expected = if accept.starts_with("br;q=oops") { Coding::Brotli } else { Coding::Identity };
            assert_eq!(got, expected, "{accept:?}");
        }
        assert_eq!(Coding::negotiate([]), Coding::Identity);
        assert_eq!(best("identity;q=1, gzip;q=0.5"), Coding::Identity);
    }

    #[test]
    fn every_compression_is_undone_to_the_same() {
        let page = "<p>گھڑی چار دن بند رہی۔</p>".repeat(200);
        let brotli = Coding::Brotli.page(page.as_bytes());
        assert!(brotli.len() < page.len() / 10);
        assert_eq!(unbrotli(&brotli).as_deref(), Some(page.as_bytes()));
        let zstd = zstd::bulk::decompress(&Coding::Zstd.page(page.as_bytes()), page.len());
        assert_eq!(zstd.ok().as_deref(), Some(page.as_bytes()));
        let mut gzip = String::new();
        let pressed = Coding::Gzip.page(page.as_bytes());
        assert!(flate2::read::GzDecoder::new(&*pressed).read_to_string(&mut gzip).is_ok());
        assert_eq!(gzip, page);
        assert_eq!(unbrotli(b"no brotli"), None);
    }
}

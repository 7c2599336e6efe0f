//! How plain values stand in columns: identities and hashes as their bytes, moments as nanoseconds since 1970, tags
//! and kinds as words.

use jiff::Timestamp;
use rusqlite::{
    Row,
    types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Type, ValueRef},
};
use std::{error::Error, str::FromStr};
use story::{AccountId, BatchId, BlockId, DueId, Hash, StoryId, Tag};

/// A moment as a column holds it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At(pub Timestamp);

impl At {
    /// Nanoseconds since 1970; none for a moment outside the years 1678 to 2261, which cannot be kept.
    pub fn nanoseconds(self) -> Option<i64> {
        i64::try_from(self.0.as_nanosecond()).ok()
    }

    /// The moment, or the nearest that can be kept: to compare with.
    pub fn nearest(self) -> i64 {
        let n = self.0.as_nanosecond();
        i64::try_from(n).unwrap_or(if n < 0 { i64::MIN } else { i64::MAX })
    }
}

impl ToSql for At {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let n = self.nanoseconds().ok_or_else(|| {
            rusqlite::Error::ToSqlConversionFailure(format!("{} is too far from today to be kept", self.0).into())
        })?;
        Ok(n.into())
    }
}

impl FromSql for At {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Timestamp::from_nanosecond(i128::from(value.as_i64()?)).map(At).map_err(FromSqlError::other)
    }
}

/// A value that a column holds as sixteen or thirty-two bytes.
pub(crate) trait Bytes: Sized {
    fn read(row: &Row<'_>, column: usize) -> rusqlite::Result<Self>;
}

macro_rules! identities {
    ($($id:ty),+) => { $(
        impl Bytes for $id {
            fn read(row: &Row<'_>, column: usize) -> rusqlite::Result<Self> {
                row.get(column).map(<$id>::from_bytes)
            }
        }
    )+ };
}

identities!(AccountId, BatchId, DueId, StoryId);

impl Bytes for Hash {
    fn read(row: &Row<'_>, column: usize) -> rusqlite::Result<Self> {
        row.get(column).map(Hash)
    }
}

/// The identity or hash in a column.
pub(crate) fn bytes<T: Bytes>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    T::read(row, column)
}

/// The hash in a column, if there is one.
pub(crate) fn maybe_hash(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Hash>> {
    Ok(row.get::<_, Option<[u8; 32]>>(column)?.map(Hash))
}

/// The moment in a column.
pub(crate) fn at(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    row.get::<_, At>(column).map(|at| at.0)
}

/// The value that a column names with a word: a tag, a kind.
pub(crate) fn word<T>(row: &Row<'_>, column: usize) -> rusqlite::Result<T>
where
    T: FromStr<Err: Error + Send + Sync + 'static>,
{
    let word = row.get_ref(column)?.as_str()?;
    word.parse().map_err(|e| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(e)))
}

/// The tag in a column, if there is one.
pub(crate) fn maybe_tag(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Tag>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => word(row, column).map(Some),
    }
}

/// Identities of blocks, eight bytes each.
pub(crate) fn pack_blocks(blocks: &[BlockId]) -> Vec<u8> {
    blocks.iter().flat_map(|block| block.0.to_be_bytes()).collect()
}

/// The identities of blocks in a column.
pub(crate) fn blocks(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<BlockId>> {
    let packed = row.get_ref(column)?.as_blob()?;
    match packed.as_chunks() {
        (blocks, []) => Ok(blocks.iter().map(|b| BlockId(u64::from_be_bytes(*b))).collect()),
        _ => Err(rusqlite::Error::FromSqlConversionFailure(column, Type::Blob, "not whole identities".into())),
    }
}

/// Identities of stories, sixteen bytes each.
pub(crate) fn pack_stories(stories: &[StoryId]) -> Vec<u8> {
    stories.iter().flat_map(|story| *story.bytes()).collect()
}

/// The stories whose identities stand in a row of sixteen bytes each.
pub(crate) fn unpack_stories(packed: &[u8]) -> Vec<StoryId> {
    packed.as_chunks().0.iter().map(|bytes| StoryId::from_bytes(*bytes)).collect()
}

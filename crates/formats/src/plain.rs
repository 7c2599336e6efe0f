//! Plain text, written from an item; `copy` reads it.

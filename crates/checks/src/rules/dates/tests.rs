//! Found in every language, and quiet where nothing is wrong.

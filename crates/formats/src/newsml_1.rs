//! NewsML 1, read only.

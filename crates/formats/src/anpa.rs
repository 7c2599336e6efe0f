//! ANPA 1312, read only: the wire of American agencies.

//! E-mail (RFC 5322), read only.

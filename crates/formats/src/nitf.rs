//! NITF 3.6 (IPTC) and the forms before it.

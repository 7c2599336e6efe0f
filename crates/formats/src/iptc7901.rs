//! IPTC 7901, the text wire with control characters.

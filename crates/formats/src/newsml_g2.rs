//! NewsML-G2 2.35 (IPTC).

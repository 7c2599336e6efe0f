//! ninjs 1, 2 and 3 (IPTC): news in JSON.

//! What it finds and what it leaves alone.

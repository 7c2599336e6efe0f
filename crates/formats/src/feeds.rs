//! RSS and Atom, read leniently and written strictly.

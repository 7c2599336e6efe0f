//! Who somebody is to the operating system.

use std::fs;

/// The name of a user by their number: from the list of users, else the number itself.
pub fn name(uid: u32) -> String {
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    named(&users, uid).unwrap_or_else(|| uid.to_string())
}

/// The name in a list of users (passwd(5)): `name:password:uid:...`.
fn named(users: &str, uid: u32) -> Option<String> {
    users.lines().find_map(|line| {
        let mut parts = line.split(':');
        let name = parts.next().filter(|name| !name.is_empty())?;
        (parts.nth(1)?.parse() == Ok(uid)).then(|| name.to_owned())
    })
}

/// The number of the user whose program this is.
pub fn own() -> u32 {
    rustix::process::geteuid().as_raw()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_found_by_number() {
        let users = "root:x:0:0:root:/root:/bin/sh\n\n# junk\nana:x:1000:1000::/home/ana:/bin/sh\n";
        assert_eq!(named(users, 1000).as_deref(), Some("ana"));
        assert_eq!(named(users, 0).as_deref(), Some("root"));
        assert_eq!(named(users, 7), None);
    }
}

//! nginx, serving the same compressed bytes from a file with the same headers.

use anyhow::{Context, Result};
use std::{
    path::Path,
    process::{Child, Command, Stdio},
};

/// A running nginx; ends with this value.
pub struct Nginx(Child);

impl Drop for Nginx {
    fn drop(&mut self) {
        // `quit` is for the master, which takes its workers along.
        let _ = Command::new("kill").args(["-QUIT", &self.0.id().to_string()]).status();
        let _ = self.0.wait();
    }
}

/// Serves `body` at `/page` on this port; nothing when nginx is not installed.
pub fn serve(folder: &Path, port: u16, body: &[u8], encoding: &str) -> Result<Option<Nginx>> {
    let Some(program) = ["/usr/sbin/nginx", "/usr/bin/nginx"].into_iter().find(|p| Path::new(p).exists()) else {
        return Ok(None);
    };
    let place = folder.to_str().context("a path that is no text")?;
    std::fs::create_dir_all(folder.join("html"))?;
    std::fs::write(folder.join("html/page"), body)?;
    let configuration = format!(
        "daemon off; worker_processes 2; pid {place}/nginx.pid; error_log {place}/error.log;\n\
         events {{ worker_connections 256; }}\n\
         http {{ access_log off; sendfile on; tcp_nodelay on; keepalive_requests 100000000; open_file_cache max=16;\n\
         client_body_temp_path {place}/a; proxy_temp_path {place}/b; fastcgi_temp_path {place}/c;\n\
         uwsgi_temp_path {place}/d; scgi_temp_path {place}/e;\n\
         server {{ listen 127.0.0.1:{port}; root {place}/html; default_type text/html;\n\
         add_header Content-Encoding {encoding}; add_header Cache-Control no-cache; add_header Vary Accept-Encoding; }} }}\n"
    );
    let file = folder.join("nginx.conf");
    std::fs::write(&file, configuration)?;
    // Workers run as another user and have to reach the folder.
    let _ = Command::new("chmod").args(["-R", "a+rX", place]).status();
    let child = Command::new(program)
        .args(["-c", file.to_str().context("a path that is no text")?, "-p", place])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    Ok(Some(Nginx(child)))
}

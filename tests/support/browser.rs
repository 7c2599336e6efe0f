//! A real browser: Debian's Chromium, driven by its own driver over WebDriver (<https://www.w3.org/TR/webdriver2/>).

use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// A browser with one window. It is closed when this value goes.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
    _profile: tempfile::TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver takes its browser along only when it is asked politely.
        let _ = Command::new("kill").arg(self.driver.id().to_string()).status();
        let _ = self.driver.wait();
    }
}

impl Browser {
    /// A window of this size, light or dark; nothing when no browser is installed.
    pub async fn open((width, height): (u32, u32), dark: bool) -> Option<Self> {
        let mut driver =
            Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let mut lines = BufReader::new(driver.stdout.take()?).lines().map_while(Result::ok);
        let port = lines.find_map(|l| l.split("successfully on port ").nth(1)?.trim_end_matches('.').parse().ok())?;
        std::thread::spawn(move || lines.for_each(drop));
        let profile = tempfile::tempdir().expect("a temporary folder");
        let mut args: Vec<String> = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
        ]
        .map(String::from)
        .to_vec();
        args.push(format!("--user-data-dir={}", profile.path().display()));
        args.push(format!("--window-size={width},{height}"));
        if dark {
            args.push("--force-dark-mode".into());
        }
        let options = json!({"args": args, "mobileEmulation": {"deviceMetrics": {"width": width, "height": height, "pixelRatio": 1.0, "touch": false}}});
        let wanted = json!({"capabilities": {"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}});
        let made = call(port, "POST", "/session", &wanted).await;
        let session = made["value"]["sessionId"].as_str().unwrap_or_else(|| panic!("{made}")).to_owned();
        Some(Self { driver, port, session, _profile: profile })
    }

    async fn request(&self, what: &str, body: &Value) -> Value {
        call(self.port, "POST", &format!("/session/{}/{what}", self.session), body).await
    }

    async fn post(&self, what: &str, body: &Value) -> Value {
        let answer = self.request(what, body).await;
        let value = answer["value"].clone();
        assert!(value.get("error").is_none(), "{what}: {value}");
        value
    }

    /// Opens an address and waits until it is loaded.
    pub async fn go(&self, url: &str) {
        self.post("url", &json!({"url": url})).await;
    }

    /// What an expression of JavaScript is on the page. The driver runs it; the page's own policy allows none.
    pub async fn ask(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        self.post("execute/sync", &json!({"script": script, "args": []})).await
    }

    /// Waits until the page's faces are loaded, and says what an expression is then.
    pub async fn ask_when_set(&self, expression: &str) -> Value {
        let script = format!("const done = arguments[0]; document.fonts.ready.then(() => done({expression}));");
        self.post("execute/async", &json!({"script": script, "args": []})).await
    }

    /// Types into the field of this name.
    pub async fn fill(&self, name: &str, words: &str) {
        let found = self.post("element", &json!({"using": "css selector", "value": format!("[name='{name}']")})).await;
        let id = found.as_object().and_then(|o| o.values().next()).and_then(Value::as_str).expect("a field").to_owned();
        self.post(&format!("element/{id}/value"), &json!({"text": words})).await;
    }

    /// Presses what this selector finds, and waits until the page that follows is loaded. The page that is left is
    /// marked; the driver's own waiting begins only once the browser has begun to leave.
    pub async fn press(&self, selector: &str) {
        let found = self.post("element", &json!({"using": "css selector", "value": selector})).await;
        let id =
            found.as_object().and_then(|o| o.values().next()).and_then(Value::as_str).expect("a button").to_owned();
        self.ask("window.left = true").await;
        self.post(&format!("element/{id}/click"), &json!({})).await;
        let deadline = Instant::now() + Duration::from_secs(60);
        let there = json!({"script": "return !window.left && document.readyState === 'complete';", "args": []});
        // While the browser is between two pages the driver may answer that there is none to ask.
        while self.request("execute/sync", &there).await["value"] != Value::Bool(true) {
            assert!(Instant::now() < deadline, "nothing followed when {selector} was pressed");
            tokio::task::yield_now().await;
        }
    }

    /// What the page complained of: blocked by its own policy, not found, broken.
    pub async fn complaints(&self) -> Vec<String> {
        let log = self.post("se/log", &json!({"type": "browser"})).await;
        let entries = log.as_array().cloned().unwrap_or_default();
        entries.iter().map(|e| e["message"].as_str().unwrap_or_default().to_owned()).collect()
    }
}

async fn call(port: u16, method: &str, path: &str, body: &Value) -> Value {
    let body = body.to_string();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.expect("the driver listens");
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.expect("a request");
    stream.write_all(body.as_bytes()).await.expect("a request");
    let mut all = Vec::new();
    // The driver keeps the connection open: its length says where the answer ends.
    loop {
        let text = String::from_utf8_lossy(&all);
        if let Some(end) = text.find("\r\n\r\n") {
            let length = text[..end].lines().find_map(|l| {
                l.to_lowercase().strip_prefix("content-length:").and_then(|n| n.trim().parse::<usize>().ok())
            });
            let start = all.windows(4).position(|w| w == b"\r\n\r\n").expect("the end of the head") + 4;
            if length.is_some_and(|length| all.len() >= start + length) {
                return serde_json::from_slice(&all[start..]).expect("the driver speaks JSON");
            }
        }
        let mut piece = [0; 16_384];
        let n = stream.read(&mut piece).await.expect("an answer");
        assert!(n > 0, "the driver hung up");
        all.extend_from_slice(&piece[..n]);
    }
}

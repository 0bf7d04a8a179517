//! Chromium, spoken to as its own developer tools do: messages of JSON, each ended by a zero byte, over two pipes.
//! <https://chromedevtools.github.io/devtools-protocol/>

use serde_json::{Value, json};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// A browser without a window, with a profile of its own. It goes when its pipe closes, with the tests' process, and
/// its profile with it.
pub struct Browser {
    /// Never waited for: it ends after us.
    _shell: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    events: VecDeque<Value>,
    asked: u64,
}

/// The one that all tests share, one after the other: starting it takes longer than most of them.
static SHARED: OnceLock<Option<Mutex<Browser>>> = OnceLock::new();

/// The browser, for one test at a time; `None`, told on standard error, where there is none to start.
pub fn browser() -> Option<MutexGuard<'static, Browser>> {
    let shared = SHARED.get_or_init(|| Browser::start().map(Mutex::new)).as_ref()?;
    // A test that failed leaves it in order: each has tabs of its own.
    Some(shared.lock().unwrap_or_else(PoisonError::into_inner))
}

/// The program: what `CHROMIUM` names, else the first of the usual names in the path.
fn program() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    let all = std::env::split_paths(&path).flat_map(|dir| names.map(|name| dir.join(name)));
    all.into_iter().find(|p| p.is_file())
}

impl Browser {
    fn start() -> Option<Browser> {
        let Some(program) = program() else {
            // Past the test harness, which would swallow it.
            let notice = b"skipped: no Chromium here; install it (Debian: chromium) or name it in CHROMIUM\n";
            let _ = std::io::stderr().write_all(notice);
            return None;
        };
        let profile = tempfile::tempdir().expect("a folder for the profile").keep();
        let user_data = format!("--user-data-dir={}", profile.display());
        // The protocol takes descriptors 3 and 4; the shell puts our pipes there, and tidies up when we are gone.
        let script = r#"profile=$1; shift; "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1; rm -rf "$profile""#;
        let mut child = Command::new("sh")
            .args(["-c", script, "sh"])
            .arg(&profile)
            .arg(program)
            .args([
                "--headless=new",
                "--remote-debugging-pipe",
                &user_data,
                "--no-first-run",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-extensions",
                "--mute-audio",
                // Without it Chromium refuses to run as root, as it does in containers. All it opens are our own files.
                "--no-sandbox",
            ])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell");
        let output = child.stdout.take().expect("a pipe");
        let (send, messages) = channel();
        std::thread::spawn(move || {
            for message in BufReader::new(output).split(0) {
                let Ok(message) = message else { return };
                let parsed = serde_json::from_slice(&message).expect("JSON from Chromium");
                if send.send(parsed).is_err() {
                    return;
                }
            }
        });
        let mut browser = Browser {
            input: child.stdin.take().expect("a pipe"),
            _shell: child,
            messages,
            events: VecDeque::new(),
            asked: 0,
        };
        browser.call("", "Browser.getVersion", json!({}));
        Some(browser)
    }

    /// A new tab.
    pub fn tab(&mut self) -> Tab<'_> {
        let target = self.call("", "Target.createTarget", json!({"url": "about:blank"}));
        let attach = json!({"targetId": target["targetId"], "flatten": true});
        let session = self.call("", "Target.attachToTarget", attach)["sessionId"]
            .as_str()
            .expect("a session")
            .to_owned();
        self.events.clear();
        let mut tab = Tab {
            browser: self,
            session,
            target: target["targetId"].clone(),
            scripts: true,
        };
        for domain in ["Page", "Runtime", "Network", "Log"] {
            tab.call(&format!("{domain}.enable"), json!({}));
        }
        tab
    }

    fn call(&mut self, session: &str, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        let mut message = json!({"id": id, "method": method, "params": params});
        if !session.is_empty() {
            message["sessionId"] = session.into();
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.input.write_all(&bytes).expect("Chromium listens");
        let until = Instant::now() + PATIENCE;
        loop {
            let got = self.receive(until, method);
            if got["id"] != id {
                self.events.push_back(got);
                continue;
            }
            assert!(got.get("error").is_none(), "{method}: {}", got["error"]);
            return got["result"].clone();
        }
    }

    fn receive(&mut self, until: Instant, what: &str) -> Value {
        let left = until.saturating_duration_since(Instant::now());
        match self.messages.recv_timeout(left) {
            Ok(message) => message,
            Err(RecvTimeoutError::Timeout) => panic!("{what}: no answer in {PATIENCE:?}"),
            Err(RecvTimeoutError::Disconnected) => panic!("{what}: Chromium has gone"),
        }
    }
}

/// A tab, and what happened in it.
pub struct Tab<'b> {
    browser: &'b mut Browser,
    session: String,
    target: Value,
    scripts: bool,
}

impl Drop for Tab<'_> {
    fn drop(&mut self) {
        // What made a test fail may be that there is nobody to ask any more.
        if !std::thread::panicking() {
            let target = json!({"targetId": self.target});
            self.browser.call("", "Target.closeTarget", target);
        }
    }
}

impl Tab<'_> {
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        let session = self.session.clone();
        self.browser.call(&session, method, params)
    }

    /// Opens a file and waits until it is there.
    pub fn open(&mut self, file: &Path) {
        self.browser.events.clear();
        self.call(
            "Page.navigate",
            json!({"url": format!("file://{}", file.display())}),
        );
        let until = Instant::now() + PATIENCE;
        let session = self.session.clone();
        let is_loaded =
            |e: &Value| e["method"] == "Page.loadEventFired" && e["sessionId"] == session.as_str();
        while !self.browser.events.iter().any(is_loaded) {
            let event = self.browser.receive(until, "loading");
            self.browser.events.push_back(event);
        }
        self.settle();
    }

    /// What was asked for is laid out and painted: two frames, or, where no script may wait for them, one that is taken.
    pub fn settle(&mut self) {
        if self.scripts {
            self.eval("new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(() => r(1))))");
        } else {
            let corner = json!({"x": 0, "y": 0, "width": 1, "height": 1, "scale": 1});
            self.call("Page.captureScreenshot", json!({"clip": corner}));
        }
    }

    /// Whether the pages opened from now on may run scripts. Expressions of our own are evaluated either way.
    pub fn allow_scripts(&mut self, yes: bool) {
        self.scripts = yes;
        self.call("Emulation.setScriptExecutionDisabled", json!({"value": !yes}));
    }

    /// The value of an expression.
    pub fn eval(&mut self, expression: &str) -> Value {
        let params = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let got = self.call("Runtime.evaluate", params);
        let broken = got.get("exceptionDetails");
        assert!(
            broken.is_none(),
            "{expression}: {}",
            broken.unwrap_or(&Value::Null)
        );
        got["result"]["value"].clone()
    }

    /// The parameters of the events of a name since the page was opened.
    pub fn events(&self, method: &str) -> Vec<&Value> {
        let all = self.browser.events.iter();
        all.filter(|e| e["method"] == method && e["sessionId"] == self.session.as_str())
            .map(|e| &e["params"])
            .collect()
    }

    /// The size of the window. A narrow one is a phone's.
    pub fn size(&mut self, width: u32, height: u32) {
        let params = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.call("Emulation.setDeviceMetricsOverride", params);
    }

    /// What the reader prefers, such as `prefers-color-scheme`; `medium` is `screen` or `print`.
    pub fn prefer(&mut self, medium: &str, features: &[(&str, &str)]) {
        let features: Vec<Value> = features
            .iter()
            .map(|(name, value)| json!({"name": name, "value": value}))
            .collect();
        self.call(
            "Emulation.setEmulatedMedia",
            json!({"media": medium, "features": features}),
        );
    }

    /// Presses a key; a letter is typed too.
    pub fn key(&mut self, key: &str) {
        let code = match key {
            "Tab" => 9,
            "Enter" => 13,
            "Escape" => 27,
            _ => 0,
        };
        let mut down = json!({"type": "rawKeyDown", "key": key, "windowsVirtualKeyCode": code});
        if code == 0 || key == "Enter" {
            down["type"] = "keyDown".into();
            down["text"] = if key == "Enter" { "\r" } else { key }.into();
        }
        self.call("Input.dispatchKeyEvent", down);
        self.call(
            "Input.dispatchKeyEvent",
            json!({"type": "keyUp", "key": key, "windowsVirtualKeyCode": code}),
        );
        self.settle();
    }

    /// Clicks on the middle of the first box of what a selector finds.
    pub fn click(&mut self, selector: &str) {
        let place = self.eval(&format!(
            "(() => {{ const el = document.querySelector({});
                el.scrollIntoView({{block: 'center'}});
                const r = el.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; }})()",
            json!(selector)
        ));
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
            self.call(
                "Input.dispatchMouseEvent",
                json!({"type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1}),
            );
        }
        self.settle();
    }
}

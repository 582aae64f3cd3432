"""Chromium without a window, spoken to over a pipe in the DevTools protocol: no port, no driver, no network."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

from common import Skip

OPTIONS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
           "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
           "--remote-debugging-pipe"]


class Browser:
    """One Chromium. `with Browser() as browser` ends it."""

    def __init__(self):
        path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if path is None:
            raise Skip("Chromium is not installed")
        self.folder = tempfile.mkdtemp()
        mine, theirs = os.pipe(), os.pipe()

        def descriptors():
            # Chromium reads commands from descriptor 3 and writes to 4.
            reading, writing = os.dup(mine[0]), os.dup(theirs[1])
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self.process = subprocess.Popen([path, *OPTIONS, f"--user-data-dir={self.folder}", "about:blank"],
                                        preexec_fn=descriptors, close_fds=False, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        os.close(mine[0])
        os.close(theirs[1])
        self.commands, self.answers = mine[1], theirs[0]
        self.rest, self.last, self.events = b"", 0, []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.commands)
        os.close(self.answers)
        shutil.rmtree(self.folder, ignore_errors=True)

    def message(self, seconds):
        """The next message, or None where none comes in that time."""
        end = time.monotonic() + seconds
        while b"\0" not in self.rest:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.answers], [], [], left)[0]:
                return None
            block = os.read(self.answers, 1 << 20)
            if not block:
                raise AssertionError("Chromium has ended")
            self.rest += block
        line, self.rest = self.rest.split(b"\0", 1)
        return json.loads(line)

    def call(self, method, session=None, seconds=120, **parameters):
        self.last += 1
        command = {"id": self.last, "method": method, "params": parameters}
        if session:
            command["sessionId"] = session
        data = json.dumps(command).encode() + b"\0"
        while data:
            data = data[os.write(self.commands, data):]
        end = time.monotonic() + seconds
        while True:
            found = self.message(end - time.monotonic())
            if found is None:
                raise AssertionError(f"no answer to {method} in {seconds} s")
            if found.get("id") == self.last:
                if "error" in found:
                    raise AssertionError(f"{method}: {found['error']}")
                return found["result"]
            if "method" in found:
                self.events.append(found)

    def page(self, **settings):
        return Page(self, **settings)


class Page:
    """A page with what it said and asked for since it was opened."""

    def __init__(self, browser, width=1280, height=900, is_phone=False, is_dark=False, has_script=True):
        self.browser = browser
        context = browser.call("Target.createBrowserContext")["browserContextId"]
        target = browser.call("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=is_phone)
        self.media(is_dark=is_dark)
        if not has_script:
            self.call("Emulation.setScriptExecutionDisabled", value=True)

    def call(self, method, **parameters):
        return self.browser.call(method, session=self.session, **parameters)

    def media(self, is_dark=False, is_print=False):
        self.call("Emulation.setEmulatedMedia", media="print" if is_print else "",
                  features=[{"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}])

    def open(self, path, part=""):
        self.call("Page.navigate", url=f"file://{path}{part}")
        end = time.monotonic() + 120
        while not any(event["method"] == "Page.loadEventFired" and event.get("sessionId") == self.session
                      for event in self.browser.events):
            found = self.browser.message(end - time.monotonic())
            if found is None:
                raise AssertionError("the page is not loaded after 120 s")
            self.browser.events.append(found)
        return self

    def run(self, script):
        """The value of an expression of JavaScript; a promise is waited for."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise AssertionError(details.get("exception", {}).get("description") or details["text"])
        return result["result"].get("value")

    def press(self, key, code=None, text=None):
        for kind in ("keyDown", "keyUp"):
            parameters = {"type": kind, "key": key, "code": code or key,
                          "windowsVirtualKeyCode": {"Enter": 13, "Tab": 9, " ": 32}.get(key, 0)}
            if text and kind == "keyDown":
                parameters["text"] = text
            self.call("Input.dispatchKeyEvent", **parameters)

    def write(self, text):
        self.call("Input.insertText", text=text)

    def screenshot(self, whole=False):
        return self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]

    def pdf(self):
        return self.call("Page.printToPDF", printBackground=True)["data"]

    def complaints(self):
        """What the page said on the console, threw, and asked of anybody but the file that it is."""
        self.call("Runtime.evaluate", expression="1")
        found = []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                continue
            what, parameters = event["method"], event["params"]
            if what == "Runtime.consoleAPICalled":
                found.append("console: " + " ".join(str(item.get("value")) for item in parameters["args"]))
            elif what == "Runtime.exceptionThrown":
                found.append("exception: " + json.dumps(parameters["exceptionDetails"])[:300])
            elif what == "Log.entryAdded":
                found.append("log: " + parameters["entry"]["text"])
            elif what == "Network.requestWillBeSent":
                url = parameters["request"]["url"]
                if parameters.get("type") != "Document" or not url.startswith("file:"):
                    found.append("request: " + url)
        return found

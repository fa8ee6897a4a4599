"""A real browser, driven over its DevTools protocol: what a reader clicks, types and sees."""

import json
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from websockets.sync.client import ClientConnection, connect

PATIENCE = 60.0
"""Seconds that anything may take, on a busy machine too."""

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--window-size=1280,900"),
)


@dataclass(slots=True)
class Browser:
    """A page of a browser. What is asked of it waits until it is so, and fails where that takes too long."""

    socket: ClientConnection
    numbers: Iterator[int] = field(default_factory=count)

    def send(self, method: str, **parameters: object) -> dict[str, object]:
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv(timeout=PATIENCE))
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return dict(answer["result"])

    def evaluate(self, script: str) -> object:
        done = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in done, done
        result = done["result"]
        assert isinstance(result, dict)
        return result.get("value")

    def until(self, script: str) -> object:
        deadline = time.monotonic() + PATIENCE
        while not (value := self.evaluate(f"document.readyState === 'complete' && ({script})")):
            assert time.monotonic() < deadline, f"{script}: not so on {self.evaluate('document.body.innerText')}"
            time.sleep(0.05)
        return value

    def go(self, address: str) -> None:
        self.evaluate("window.isBefore = true")
        self.send("Page.navigate", url=address)
        self.until("!window.isBefore")

    def click(self, selector: str) -> None:
        """Click an element that leads to another page, and wait for that."""
        self.until(f"!!document.querySelector({selector!r})")
        self.evaluate(f"window.isBefore = true; document.querySelector({selector!r}).click()")
        self.until("!window.isBefore")

    def point_at(self, selector: str) -> None:
        """Move the mouse onto an element."""
        box = f"document.querySelector({selector!r}).getBoundingClientRect()"
        self.until(f"!!document.querySelector({selector!r})")
        x, y = (self.evaluate(f"{box}.{side} + 3") for side in ("left", "top"))
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def type_into(self, selector: str, text: str) -> None:
        self.until(f"!!document.querySelector({selector!r})")
        self.evaluate(f"document.querySelector({selector!r}).focus()")
        self.send("Input.insertText", text=text)

    def press_enter(self) -> None:
        """Press the key that sends a form, and wait for the page that it leads to."""
        self.evaluate("window.isBefore = true")
        for kind in ("rawKeyDown", "char", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key="Enter", text="\r", windowsVirtualKeyCode=13)
        self.until("!window.isBefore")


@contextmanager
def browsing(folder: Path) -> Iterator[Browser]:
    """Start a browser that keeps its files in a folder, and end it."""
    assert CHROMIUM
    command = [CHROMIUM, *ARGUMENTS, f"--user-data-dir={folder}", "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        port = awaited_line(folder / "DevToolsActivePort")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=PATIENCE) as answer:
            pages = [page for page in json.load(answer) if page["type"] == "page"]
        with connect(pages[0]["webSocketDebuggerUrl"], max_size=None) as socket:
            yield Browser(socket)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def awaited_line(path: Path) -> str:
    """Return the first line of a file that is about to be written."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if path.exists() and "\n" in (written := path.read_text(encoding="utf-8")):
            return written.partition("\n")[0]
        time.sleep(0.05)
    raise AssertionError(f"{path} was not written")

"""The same pages as files, for a folder that is sent or put on a web server: what leads nowhere there is left out.

Each page is asked of the application itself, and its links are followed from the overview on. Forms are left out, and
so are links to what only a server can answer: searches, SQL, and the pages of single facts, which their article lists.
"""

import asyncio
import html
import os
import re
from collections import deque
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from starlette.applications import Starlette
from starlette.types import Message

from flows.explore.application import application
from warehouse.folder.errors import ConfigurationError
from warehouse.folder.files import failures_explained

LISTS = "search|figures|entities|outlets|stories|claims|rejections|corrections"
CARDS = "article|entity|outlet|story|claim|rejection"
ADDRESS = re.compile(rf"/(?:(?P<list>{LISTS})|(?P<card>(?:{CARDS})/[\w-]+)|(?P<file>static/[\w.-]+))?")
LINK = re.compile(r'(?P<attribute>href|src)="(?P<address>/[^"]*)"')
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)


def export(folder: Path, target: Path) -> int:
    """Write the pages of a warehouse into a new or empty folder; return how many files there are.

    Raises ConfigurationError where the folder holds something, WarehouseError where nothing can be read or written.
    """
    with failures_explained(target):
        target.mkdir(parents=True, exist_ok=True)
        if any(target.iterdir()):
            raise ConfigurationError(f"{target} is not empty. Name a new folder, so that no page of another day stays.")
    return asyncio.run(served_and_written(application(folder, can_write=False), target))


async def served_and_written(pages: Starlette, target: Path) -> int:
    """Write every page of an application that is started for it; return how many files there are."""
    async with pages.router.lifespan_context(pages):
        return await write_pages(pages, target)


async def write_pages(pages: Starlette, target: Path) -> int:
    """Write every page that the overview leads to, and the files of the lists."""
    waiting, names = deque(["/"]), {"/": "index.html"}
    while waiting:
        address = waiting.popleft()
        kind, content = await asked(pages, address)
        path = target / names[address]
        if kind.startswith("text/html"):
            page, linked = unlinked(content.decode(), names[address])
            content = page.encode()
            waiting.extend(each for each in linked if each not in names)
            names |= linked
        with failures_explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return len(names)


def unlinked(page: str, name: str) -> tuple[str, dict[str, str]]:
    """Return a page with links to files, and the files' names by the addresses that they are asked for by."""
    linked: dict[str, str] = {}

    def to_file(found: re.Match[str]) -> str:
        address, _, place = html.unescape(found["address"]).partition("#")
        file = file_of(address)
        if file is None:
            return ""
        linked[address] = file
        relative = quote(os.path.relpath(file, Path(name).parent))
        return f'{found["attribute"]}="{relative}{"#" if place else ""}{html.escape(place)}"'

    return LINK.sub(to_file, FORM.sub("", page)), linked


def file_of(address: str) -> str | None:
    """Name the file of an address; None for what is not written."""
    parts = urlsplit(address)
    found, asked_for = ADDRESS.fullmatch(parts.path), parse_qs(parts.query)
    if found is None or len(asked_for) > 1:
        return None
    if found["file"]:
        return found["file"]
    if found["card"]:
        return f"{found['card']}.html"
    name = found["list"] or "index"
    if "format" in asked_for:
        return f"{name}.{asked_for['format'][0]}"
    if "page" in asked_for:
        return f"{name}-{asked_for['page'][0]}.html"
    return None if asked_for else f"{name}.html"


async def asked(pages: Starlette, address: str) -> tuple[str, bytes]:
    """Ask the application for an address; return the kind of its answer, and the answer."""
    parts, is_answered = urlsplit(address), asyncio.Event()
    sent: list[Message] = []
    received: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Message:
        if received:
            return received.pop()
        await is_answered.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)
        if message["type"] == "http.response.body" and not message.get("more_body"):
            is_answered.set()

    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "headers": [(b"host", b"localhost")],
        "server": ("localhost", 80),
        "client": None,
    }
    await pages(scope, receive, send)
    start = next(message for message in sent if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    if start["status"] != HTTPStatus.OK:
        raise ConfigurationError(f"{address} could not be written: {text_of(body)}")
    headers = dict(start["headers"])
    return headers[b"content-type"].decode(), body


def text_of(page: bytes) -> str:
    """Return what a page says of what went wrong."""
    found = re.search(r'role="alert">(.*?)</p>', page.decode(), re.DOTALL)
    return html.unescape(found.group(1)) if found else "it has no answer"

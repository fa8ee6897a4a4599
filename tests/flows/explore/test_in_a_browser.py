"""The pages in a real browser: from a search to a correction and its undoing, and what axe-core finds on each page."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from flows.explore.application import application
from tasks.settings.corrections import user_corrections
from tests.flows.explore.browser import CHROMIUM, Browser, browsing
from tests.support.ledger_rows import make_article, make_facts, make_rejection, make_shard, table_of
from tests.support.places import ROOT
from warehouse.catalogue import catalogue
from warehouse.ledger.ledger import open_ledger
from warehouse.records import Citation, Figure, Rejection

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")

AXE = ROOT / ".venv" / "clients" / "node" / "node_modules" / "axe-core" / "axe.min.js"
ARTICLE = make_article(1)
FIGURE = next(fact for fact in make_facts(ARTICLE) if isinstance(fact, Figure))
CITATION = next(fact for fact in make_facts(ARTICLE) if isinstance(fact, Citation))
REFUSED = make_rejection(1)
PAGES = [
    *(
        "/",
        "/search",
        "/search?q=exports",
        "/search?q=nowhere",
        "/figures",
        "/figures?least=x",
        "/entities",
        "/outlets",
    ),
    *(
        "/stories",
        "/claims",
        "/claims?all=yes",
        "/rejections",
        "/corrections",
        "/sql",
        "/sql?sql=FROM figures",
        "/none",
    ),
    *(f"/article/{ARTICLE.article_id}", f"/story/{ARTICLE.article_id}", f"/rejection/{REFUSED.key}"),
    *(f"/fact/figures/{FIGURE.key}", f"/fact/citations/{CITATION.key}"),
]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser") / "ledger"
    with open_ledger(folder) as opened:
        opened.land({**make_shard([ARTICLE, make_article(2)]), "rejections": table_of(Rejection, [REFUSED])})
    catalogue.publish(folder)
    return folder


@pytest.fixture(scope="module")
def server(warehouse: Path) -> Iterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    running = uvicorn.Server(uvicorn.Config(application(warehouse), log_level="warning"))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    running.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def test_from_a_search_to_a_correction_and_back(browser: Browser, server: str, warehouse: Path) -> None:
    browser.go(server)
    browser.type_into("#quick", "exports")
    browser.press_enter()
    browser.click(f'.hits a[href="/article/{ARTICLE.article_id}"]')
    row = f"document.getElementById('r-{FIGURE.key}')"
    assert "6.5\u202fbillion USD" in str(browser.evaluate(f"{row}.innerText"))
    browser.point_at(f'a[href="#r-{FIGURE.key}"]')
    assert browser.until(f"{row}.classList.contains('lit')")
    browser.click(f'#r-{FIGURE.key} a[href^="/fact/"]')
    browser.evaluate("document.querySelector('select[name=column]').value = 'unit'")
    browser.type_into("input[name=value]", "EUR")
    browser.click("button[value=correct]")
    (line,) = user_corrections(warehouse)
    assert (line.column, line.value) == ("unit", "EUR")
    browser.click(".lead a")
    assert "6.5\u202fbillion EUR" in str(browser.evaluate(f"{row}.innerText"))
    browser.click(".review button")
    assert user_corrections(warehouse) == ()
    assert "6.5\u202fbillion USD" in str(browser.evaluate(f"{row}.innerText"))


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: run `make test`")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_pages_have_no_fault_that_axe_finds(browser: Browser, server: str, address: str, scheme: str) -> None:
    browser.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    browser.go(f"{server}{address}")
    browser.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    found = browser.evaluate(
        "axe.run().then(found => found.violations.map(fault => [fault.id, fault.nodes.map(node => node.html)]))"
    )
    assert found == []


@pytest.mark.parametrize("width", [390, 820, 1600])
@pytest.mark.parametrize("address", PAGES)
def test_pages_are_as_wide_as_the_screen(browser: Browser, server: str, address: str, width: int) -> None:
    browser.send("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
    browser.go(f"{server}{address}")
    assert browser.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


SHOWN = (
    "[...document.querySelectorAll('header, nav, main form, details:not([open])')]"
    ".filter(each => each.checkVisibility())"
)
UNMARKED = (
    "[...document.querySelectorAll('a.mark, .hits mark')]"
    ".filter(each => !getComputedStyle(each).textDecorationLine.includes('underline'))"
)
PAPER_AND_INK = "[document.body, document.querySelector('h1')].map(each => getComputedStyle(each))"


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_printed_dark_on_white_and_without_what_a_reader_can_only_click(
    browser: Browser, server: str, address: str
) -> None:
    dark = [{"name": "prefers-color-scheme", "value": "dark"}]
    browser.send("Emulation.setEmulatedMedia", media="print", features=dark)
    browser.go(f"{server}{address}")
    assert browser.evaluate(f"{SHOWN}.length + {UNMARKED}.length") == 0
    assert browser.evaluate(f"{PAPER_AND_INK}.map((style, place) => place ? style.color : style.backgroundColor)") == [
        "rgb(255, 255, 255)",
        "rgb(0, 0, 0)",
    ]
    browser.send("Emulation.setEmulatedMedia", media="", features=[])


def test_a_printed_list_says_what_was_asked_for(browser: Browser, server: str) -> None:
    browser.send("Emulation.setEmulatedMedia", media="print")
    browser.go(f"{server}/search?q=exports&from=")
    assert browser.evaluate("document.querySelector('.printed').innerText") == "Asked for: q exports"
    browser.send("Emulation.setEmulatedMedia", media="")

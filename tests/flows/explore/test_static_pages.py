"""The pages as files: every link leads to one, nothing is asked of a server, and the rows are those of the lists."""

import csv
import html
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from flows.explore.static_pages import export, file_of
from tests.support.ledger_rows import make_article, make_rejection, make_shard, table_of
from warehouse.catalogue import catalogue
from warehouse.folder.errors import ConfigurationError, WarehouseError
from warehouse.ledger.ledger import open_ledger
from warehouse.records import Rejection

ARTICLES = [make_article(number) for number in range(1, 56)]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("static")
    with open_ledger(folder / "ledger") as opened:
        opened.land({**make_shard(ARTICLES), "rejections": table_of(Rejection, [make_rejection(1)])})
    catalogue.publish(folder / "ledger")
    assert export(folder / "ledger", folder / "pages") == sum(path.is_file() for path in (folder / "pages").rglob("*"))
    return folder / "pages"


def test_every_link_leads_to_a_file(written: Path) -> None:
    pages = list(written.rglob("*.html"))
    assert len(pages) > len(ARTICLES)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "<form" not in text
        links = [html.unescape(link) for link in re.findall(r'(?:href|src)="([^"]*)"', text)]
        assert not [link for link in links if link.startswith(("/", "http"))]
        files = {unquote(link.partition("#")[0]) for link in links} - {""}
        assert [link for link in files if not (page.parent / link).is_file()] == []


def test_lists_have_all_their_pages_and_rows(written: Path) -> None:
    assert (written / "search-2.html").is_file()
    with (written / "search.csv").open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == len(ARTICLES)
    assert (written / "figures.parquet").read_bytes().startswith(b"PAR1")
    for article in ARTICLES:
        assert "US$6.5 billion" in (written / "article" / f"{article.article_id}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/figures?page=3", "figures-3.html"),
        ("/figures?format=json", "figures.json"),
        ("/figures?kind=money", None),
        ("/figures?kind=money&page=2", None),
        ("/sql", None),
        ("/article/../../x", None),
        ("/entity/12ab", "entity/12ab.html"),
    ],
)
def test_names_of_files(address: str, file: str | None) -> None:
    assert file_of(address) == file


def test_a_folder_that_holds_something_is_left_alone(written: Path) -> None:
    with pytest.raises(ConfigurationError, match="is not empty"):
        export(written.parent / "ledger", written)


def test_a_warehouse_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises((ConfigurationError, WarehouseError), match="holds no warehouse"):
        export(tmp_path / "none", tmp_path / "pages")

"""The page that asks in SQL: answers as files, what is wrong in words, and what happens once the reader has left."""

import asyncio
import csv
import io
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from flows.explore.application import application
from tests.support.ledger_rows import make_article, make_shard
from warehouse.browsing.gate import ask
from warehouse.catalogue import catalogue
from warehouse.folder.errors import QueryError
from warehouse.ledger.ledger import open_ledger

ENDLESS = (
    "SELECT count(*) FROM range(1_000_000) AS one, range(1_000_000) AS other WHERE one.range % 7 = other.range % 11"
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("questions") / "ledger"
    with open_ledger(folder) as opened:
        opened.land(make_shard([make_article(1)]))
    catalogue.publish(folder)
    return folder


@pytest.fixture(scope="module")
def client(warehouse: Path) -> Iterator[TestClient]:
    with TestClient(application(warehouse), base_url="http://localhost") as opened:
        yield opened


def test_files_hold_the_whole_answer_of_which_a_page_shows_the_beginning(client: TestClient) -> None:
    sql = "SELECT range AS number, CAST(range AS DECIMAL(9, 2)) AS exact FROM range(1500)"
    page = client.get("/sql", params={"sql": sql}).text
    assert "1000 rows; there are more" in page
    assert "format=parquet" in page
    answers = {kind: client.get("/sql", params={"sql": sql, "format": kind}) for kind in ("csv", "json", "parquet")}
    assert [answer.status_code for answer in answers.values()] == [200, 200, 200]
    assert "answer.csv" in answers["csv"].headers["content-disposition"]
    lines = list(csv.DictReader(io.StringIO(answers["csv"].text)))
    assert (len(lines), lines[-1]) == (1500, {"number": "1499", "exact": "1499"})
    assert answers["json"].json()[-1] == {"number": 1499, "exact": 1499}
    assert pq.read_table(io.BytesIO(answers["parquet"].content)).column("number").to_pylist() == list(range(1500))


WRONG = [
    ("FORM figures", "DuckDB cannot read this as SQL"),
    ("FROM figgures", "Close names are figures"),
    ("SELECT valeu FROM figures", "It names something that is not there"),
    ("SELECT CAST('x' AS INTEGER)", "A value cannot be read as what it is taken for"),
    ("FROM read_text('/etc/hostname')", "No file can be read or written here but the warehouse"),
    ("SELECT 1; SELECT 2", "Ask one question at a time"),
    ("DROP TABLE figures", "Ask one question at a time"),
]


@pytest.mark.parametrize(("sql", "said"), WRONG)
def test_what_is_wrong_with_a_question_is_said_in_a_sentence(client: TestClient, sql: str, said: str) -> None:
    page = client.get("/sql", params={"sql": sql})
    assert page.status_code == 200
    assert said in page.text
    assert "Error:" not in page.text
    assert client.get("/sql", params={"sql": sql, "format": "csv"}).status_code == 422


def test_an_unknown_kind_of_file_is_said(client: TestClient) -> None:
    assert "ask for csv, json or parquet" in client.get("/sql?sql=SELECT 1&format=xls").text


def test_a_question_ends_after_its_time(warehouse: Path) -> None:
    started = time.monotonic()
    with pytest.raises(QueryError, match=r"It took longer than 0\.2 seconds"):
        ask(warehouse, ENDLESS, seconds=0.2)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("kind", ["", "&format=csv"])
def test_a_question_ends_once_its_reader_has_left(warehouse: Path, kind: str) -> None:
    started = time.monotonic()
    asyncio.run(leave_after(0.2, warehouse, f"sql={ENDLESS.replace(' ', '+').replace('%', '%25')}{kind}"))
    assert time.monotonic() - started < 5


async def leave_after(seconds: float, warehouse: Path, query: str) -> None:
    """Ask the application itself, and tell it after some time that the connection is closed."""
    messages: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Message:
        if messages:
            return messages.pop()
        await asyncio.sleep(seconds)
        return {"type": "http.disconnect"}

    async def send(_: Message) -> None:
        """Take what is answered, though nobody reads it."""

    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/sql",
        "raw_path": b"/sql",
        "query_string": query.encode(),
        "headers": [(b"host", b"localhost")],
        "server": ("localhost", 80),
        "client": None,
    }
    await application(warehouse)(scope, receive, send)

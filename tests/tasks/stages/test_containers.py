"""Files of many articles in a ledger: articles follow their file part by part; what it counted as before goes."""

from pathlib import Path

import pytest

from tests.support.shard_by_shard import ingest_without_suites
from tests.tasks.formats.forms.layouts import MESSAGE, PLAIN
from warehouse.proofs.prove import prove
from warehouse.reading.query import run_query


def mailbox(*names: str, text: str = PLAIN) -> str:
    messages = (MESSAGE.format(name=name, rest=text) for name in names)
    return "".join(f"From anna@harbor.example Mon May  3 23:30:00 1999\n{message}\n" for message in messages)


def rows(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    return list(run_query(warehouse, query).rows)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    return folder


def test_articles_follow_their_file_part_by_part(news: Path, tmp_path: Path) -> None:
    box, warehouse = news / "letters.mbox", tmp_path / "ledger"
    box.write_text("Osh Market Reopens\n\nTraders came back.\n")
    ingest_without_suites([str(news)], warehouse, run_id="first")
    assert rows(warehouse, "SELECT source, outcome FROM files") == [("letters.mbox", "rejected")]

    box.write_text(mailbox("one", "two"))
    ingest_without_suites([str(news)], warehouse, run_id="second")
    both = [("letters.mbox#<one@harbor.example>",), ("letters.mbox#<two@harbor.example>",)]
    assert rows(warehouse, "SELECT source FROM articles ORDER BY 1") == both
    assert rows(warehouse, "SELECT count(*) FROM rejections") == [(0,)], "what the file was taken for before is gone"
    assert rows(warehouse, "SELECT DISTINCT run_id FROM articles") == [("second",)]

    box.write_text(mailbox("two", "three", text=PLAIN) + mailbox("four", text="Content-Type: application/pgp\n\n"))
    ingest_without_suites([str(news)], warehouse, run_id="third", prune_missing=True)
    assert rows(warehouse, "SELECT source, run_id FROM articles ORDER BY 1") == [
        ("letters.mbox#<three@harbor.example>", "third"),
        ("letters.mbox#<two@harbor.example>", "second"),
    ]
    assert rows(warehouse, "SELECT source, rule FROM rejections") == [
        ("letters.mbox#<four@harbor.example>", "body_missing")
    ]
    assert rows(warehouse, "SELECT value FROM article_fields WHERE name = 'identifier' ORDER BY 1") == [
        ("<three@harbor.example>",),
        ("<two@harbor.example>",),
    ]
    assert list(prove(warehouse)) == []

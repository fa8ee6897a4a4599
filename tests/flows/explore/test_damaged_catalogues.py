"""What befalls a catalogue while its pages are open, and what is longer than anybody would write."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from starlette.testclient import TestClient

from flows.explore.application import application
from tests.support.ledger_rows import filled, make_article, make_shard, span, table_of
from warehouse.catalogue import catalogue
from warehouse.ledger.ledger import open_ledger
from warehouse.ledger.schemas import to_arrow
from warehouse.records import CORPUS_TABLES, Article, Entity, Mention, MentionEntity, Record

ARTICLE = make_article(1)
SENTENCE = "Kazakstan’s exports grew, and so did much else that is not told here: of all of it more.\n"
ENTITY = filled(Entity, entity_id="e" * 20, kind="country", name="Kazakstan", mention_count=10_000)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("befallen") / "ledger"
    with open_ledger(folder) as opened:
        opened.land(make_shard([ARTICLE]))
    catalogue.publish(folder)
    return folder


def make_older(path: Path) -> None:
    """Leave a catalogue without what a later version asks for."""
    with duckdb.connect(str(path)) as connection:
        connection.execute("DROP TABLE marts.fct_claims")


@pytest.mark.parametrize(
    ("befalls", "said"),
    [
        (lambda path: path.unlink(), "newsledger repair"),
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), "newsledger repair"),
        (lambda path: path.write_bytes(b"no database"), "newsledger repair"),
        (lambda path: shutil.rmtree(path.parent), "holds no warehouse"),
        (make_older, "made by another version of Newsledger"),
    ],
    ids=["gone", "cut off", "something else", "all gone", "of an older layout"],
)
def test_what_befalls_a_catalogue_while_its_pages_are_open_is_said(
    warehouse: Path, tmp_path: Path, befalls: Callable[[Path], object], said: str
) -> None:
    folder = tmp_path / "ledger"
    shutil.copytree(warehouse, folder, symlinks=True)
    client = TestClient(application(folder), base_url="http://localhost")
    assert client.get("/").status_code == 200
    befalls(folder / "newsledger.duckdb")
    for address in ("/", "/claims", "/claim/none"):
        answer = client.get(address)
        assert (answer.status_code, said in answer.text) == (503, True)


def test_a_million_characters_in_which_one_name_stands_ten_thousand_times(tmp_path: Path) -> None:
    text = "Trade grows\n\n" + SENTENCE * 11_500
    article = replace(ARTICLE, text=text, body_end_char=len(text))
    place = span(article, "Kazakstan")
    starts = [found.start() for found in re.finditer("Kazakstan", text)][:10_000]
    mentions = [
        filled(Mention, **{**place, "start_char": start, "end_char": start + 9}, kind="place", name="Kazakstan")
        for start in starts
    ]
    links = [MentionEntity(mention_id=mention.key, entity_id=ENTITY.entity_id) for mention in mentions]
    rows: dict[type[Record], list[Record]] = {Entity: [ENTITY], MentionEntity: list(links)}
    folder = tmp_path / "ledger"
    with open_ledger(folder) as opened:
        opened.land({"articles": table_of(Article, [article]), "mentions": table_of(Mention, mentions)})
        opened.replace_corpus(
            {record.table: to_arrow(record, [row.as_row() for row in rows.get(record, ())]) for record in CORPUS_TABLES}
        )
    catalogue.publish(folder)
    client = TestClient(application(folder), base_url="http://localhost")
    shown = client.get(f"/article/{article.article_id}")
    assert shown.text.count('class="mark mentions" href') == len(mentions)
    assert "10,000 mentions" in client.get(f"/entity/{ENTITY.entity_id}").text
    assert len(client.get("/search?q=kazakstan&format=json").json()) == 1

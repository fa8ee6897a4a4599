"""The explorer: every page of a small warehouse, what a stranger's question may do, what is said where nothing is."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from flows.explore.application import application
from flows.explore.marks import pieces
from flows.explore.words import directed, stated
from tests.support.ledger_rows import filled, make_article, make_shard, span, table_of
from warehouse.browsing.gate import ask
from warehouse.catalogue import catalogue
from warehouse.folder.errors import QueryError
from warehouse.ledger.ledger import open_ledger
from warehouse.ledger.schemas import to_arrow
from warehouse.records import (
    CORPUS_TABLES,
    Article,
    Entity,
    EntityName,
    EntityRole,
    Figure,
    Mention,
    MentionEntity,
    Quotation,
    Rejection,
)

MARKUP = "<script>alert('x')</script><b onload=1>&amp;"
TEXT = f"Trade grows\n\nKazakstan’s exports {MARKUP} reached US$6.5 billion, he said, {MARKUP}.\n"
ARTICLE = replace(
    make_article(1),
    headline=MARKUP,
    byline=MARKUP,
    publication=MARKUP,
    source=f"{MARKUP}.txt",
    text=TEXT,
    body_start_char=13,
    body_end_char=len(TEXT) - 1,
)
MENTION = filled(Mention, **span(ARTICLE, "Kazakstan"), kind="place", name=MARKUP, role=MARKUP)
FIGURE = filled(
    Figure,
    **(span(ARTICLE, "US$6.5 billion") | {"rule": MARKUP}),
    kind="money",
    unit=MARKUP,
    measure=MARKUP,
    measured_of=MARKUP,
    speaker=MARKUP,
    period=MARKUP,
    status="actual",
    direction="up",
)
QUOTATION = filled(
    Quotation,
    **span(ARTICLE, MARKUP),
    style="direct",
    speaker=MARKUP,
    speaker_text=MARKUP,
    cue=MARKUP,
    cue_kind="speech",
)
ENTITY = filled(Entity, entity_id="e" * 20, kind="country", name=MARKUP, country_code="<i>", mention_count=1)
REFUSED = filled(Rejection, source=MARKUP, source_path="/x", stage="read", rule=MARKUP, reason=MARKUP, excerpt=MARKUP)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explore") / "ledger"
    rows = {
        Entity: [ENTITY],
        EntityName: [EntityName(entity_id=ENTITY.entity_id, name=MARKUP, mention_count=1)],
        EntityRole: [filled(EntityRole, entity_id=ENTITY.entity_id, role=MARKUP, mention_id=MENTION.key)],
        MentionEntity: [MentionEntity(mention_id=MENTION.key, entity_id=ENTITY.entity_id)],
    }
    with open_ledger(folder) as opened:
        opened.land(
            {
                "articles": table_of(Article, [ARTICLE, make_article(2)]),
                "mentions": table_of(Mention, [MENTION]),
                "figures": table_of(Figure, [FIGURE]),
                "quotations": table_of(Quotation, [QUOTATION]),
                "rejections": table_of(Rejection, [REFUSED]),
            }
        )
        opened.replace_corpus(
            {record.table: to_arrow(record, [row.as_row() for row in rows.get(record, ())]) for record in CORPUS_TABLES}
        )
    catalogue.publish(folder)
    return folder


@pytest.fixture(scope="module")
def client(warehouse: Path) -> Iterator[TestClient]:
    with TestClient(application(warehouse), base_url="http://127.0.0.1:8000") as opened:
        yield opened


PAGES = [
    "/",
    "/search",
    "/search?q=exports",
    "/figures",
    f"/figures?measure={MARKUP}",
    "/entities",
    "/claims",
    "/claims?all=yes",
    "/rejections",
    "/outlets",
    "/stories",
    "/corrections",
    "/sql",
    "/sql?sql=FROM figures",
    f"/sql?sql=SELECT '{MARKUP}",
    f"/article/{ARTICLE.article_id}",
    f"/entity/{ENTITY.entity_id}",
    f"/fact/figures/{FIGURE.key}",
    f"/fact/mentions/{MENTION.key}",
    f"/fact/quotations/{QUOTATION.key}",
    f"/fact/{MARKUP}/{MARKUP}",
    f"/story/{ARTICLE.article_id}",
    f"/outlet/{MARKUP}",
    f"/rejection/{REFUSED.key}",
    f"/search?q={MARKUP}",
    f"/figures?least={MARKUP}",
    f"/article/{MARKUP}",
    f"/claim/{MARKUP}",
]


@pytest.mark.parametrize("address", PAGES)
def test_pages_hold_no_markup_of_an_article(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in (200, 404)
    assert "<script>" not in answer.text
    assert "<b onload" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_an_article_shows_each_fact_and_where_it_came_from(client: TestClient) -> None:
    text = client.get(f"/article/{ARTICLE.article_id}").text
    for fact in (FIGURE, MENTION, QUOTATION):
        assert f'id="f-{fact.key}"' in text
        assert f'id="r-{fact.key}"' in text
    assert "version test 1" in text


def test_a_figure_is_shown_with_its_direction(client: TestClient) -> None:
    assert "<b>up " in client.get(f"/article/{ARTICLE.article_id}").text
    assert ">up US$6.5 billion</a>" in client.get("/figures").text


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ({"direction": "up", "is_change": True}, "up 10 percent"),
        ({"direction": "down", "is_change": None}, "down 10 percent"),
        ({"direction": "up", "is_change": False}, "10 percent, up"),
        ({"direction": None, "is_change": False}, "10 percent"),
        ({"direction": "up", "is_change": True, "value_high": 12, "per": "year"}, "up 10–12 percent per year"),
    ],
)
def test_a_change_has_its_direction_before_it_and_a_level_behind(said: dict[str, object], written: str) -> None:
    figure = {"text": "10 percent", "value": 10, "value_high": None, "unit": "percent", "per": None, **said}
    assert stated(figure) == written
    assert directed(figure) == written.replace("10–12", "10").removesuffix(" per year")


def test_pieces_are_the_text() -> None:
    facts = {"figures": [FIGURE.as_row()], "quotations": [QUOTATION.as_row()], "mentions": [MENTION.as_row()]}
    cut = list(pieces(ARTICLE.text, facts, start=13))
    assert "".join(piece.text for piece in cut) == ARTICLE.text[13:]
    assert [piece.text for piece in cut if "figures" in piece.kinds] == ["US$6.5 billion"]


@pytest.mark.parametrize("query", ["", '"', "***", "AND OR NOT", "%", "';--", "(", "\\", "😀"])
def test_any_search_is_answered(client: TestClient, query: str) -> None:
    assert client.get("/search", params={"q": query}).status_code == 200


@pytest.mark.parametrize(("name", "count"), [("search", 2), ("figures", 1), ("entities", 1), ("rejections", 1)])
def test_files_hold_exactly_the_rows_of_the_list(client: TestClient, name: str, count: int) -> None:
    answer = client.get(f"/{name}?format=csv")
    assert len(list(csv.DictReader(io.StringIO(answer.text)))) == count
    assert len(client.get(f"/{name}?format=json").json()) == count
    assert client.get(f"/{name}?format=parquet").content.startswith(b"PAR1")
    assert client.get(f"/{name}?format=exe").status_code == 404


@pytest.mark.parametrize("host", ["attacker.example", "127.0.0.1.attacker.example", "0.0.0.0:8000"])
def test_other_hosts_are_not_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_is_written(client: TestClient, method: str) -> None:
    assert client.request(method, "/sql").status_code == 405


REFUSED_STATEMENTS = [
    "",
    "-- nothing",
    "SELECT 1; SELECT 2",
    "COPY (SELECT 1) TO '{folder}/out.csv'",
    "EXPORT DATABASE '{folder}/out'",
    "ATTACH '{folder}/other.duckdb'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET memory_limit = '8GB'",
    "PRAGMA database_list",
    "CREATE TABLE memory.main.made AS SELECT 1",
    "CREATE MACRO one() AS 1",
    "INSERT INTO figures SELECT * FROM figures",
    "UPDATE internal.figures SET text = ''",
    "DELETE FROM internal.figures",
    "DROP VIEW figures",
    "ALTER TABLE internal.figures DROP text",
    "EXPLAIN ANALYZE SELECT 1",
    "CALL pragma_version()",
    "PREPARE one AS SELECT 1",
    "BEGIN",
    "CHECKPOINT",
    "VACUUM",
    "USE memory",
    "FROM read_csv('/etc/hostname')",
    "FROM read_text('{folder}/../secret.txt')",
    "FROM glob('/etc/*')",
    "SELECT * FROM sniff_csv('/etc/hostname')",
    "SELECT FROM WHERE",
    "SELECT count(*) FROM range(1000000000000) AS a(x), range(1000) AS b(y) WHERE a.x * b.y = 7",
]


@pytest.mark.parametrize("statement", REFUSED_STATEMENTS)
def test_what_does_more_than_ask_is_refused(warehouse: Path, statement: str) -> None:
    (warehouse.parent / "secret.txt").write_text("secret", encoding="utf-8")
    before = {path.name for path in warehouse.parent.rglob("*")}
    with pytest.raises(QueryError):
        ask(warehouse, statement.format(folder=warehouse), seconds=0.5)
    assert {path.name for path in warehouse.parent.rglob("*")} == before


@pytest.mark.parametrize(
    "statement",
    ["SELECT 1", "FROM figures", "WITH one AS (SELECT 1) FROM one", "VALUES (1)", "FROM marts.meta_tables;"],
)
def test_what_asks_is_answered(warehouse: Path, statement: str) -> None:
    assert list(ask(warehouse, statement).rows)


def test_long_answers_are_cut(warehouse: Path) -> None:
    assert len(list(ask(warehouse, "FROM range(5000)", most=10).rows)) == 11


def test_a_warehouse_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    client = TestClient(application(tmp_path / "none"), base_url="http://localhost")
    answer = client.get("/")
    assert answer.status_code == 503
    assert "holds no warehouse" in answer.text


def test_what_is_published_meanwhile_is_shown(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    client = TestClient(application(folder), base_url="http://localhost")
    for number in (1, 2):
        with open_ledger(folder) as opened:
            opened.land(make_shard([make_article(number)]))
        catalogue.publish(folder)
        assert len(client.get("/search?format=json").json()) == number


SEARCHES = [
    ("kind=money", 1),
    ("kind=percent", 0),
    ("unit=nothing", 0),
    ("unit=USD", 0),
    ("least=1", 1),
    ("least=7e9", 0),
    ("status=actual&most=7e9", 1),
    ("status=target", 0),
    ("speaker=alert", 1),
    ("speaker=nobody", 0),
    ("outlet=Interfax", 0),
    ("q=exports&kind=money", 1),
    ("q=exports&kind=percent", 0),
    ("q=exports&from=1999-03-02&to=1999-03-02", 1),
    ("q=exports&to=1998-01-01", 0),
]


@pytest.mark.parametrize(("asked", "count"), SEARCHES)
def test_searches_are_narrowed_by_what_articles_hold(client: TestClient, asked: str, count: int) -> None:
    parameters = dict(part.partition("=")[::2] for part in asked.split("&"))
    assert len(client.get("/search", params={**parameters, "format": "json"}).json()) == count
    assert client.get("/search", params=parameters).text.count(f'href="/article/{ARTICLE.article_id}"') == count

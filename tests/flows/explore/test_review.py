"""Corrections from a fact's page: seen at once, taken away again, and written for nobody but these pages' own forms."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from flows.explore.application import application
from flows.explore.writing import own_address
from tasks.settings.corrections import user_corrections
from tests.support.ledger_rows import make_article, make_facts, make_shard
from warehouse.catalogue import catalogue
from warehouse.ledger.ledger import open_ledger
from warehouse.records import Citation, Fact, Figure, Mention

ORIGIN = "http://127.0.0.1:8000"
ARTICLE = make_article(1)
FACTS = {type(fact): fact for fact in reversed(make_facts(ARTICLE))}
FIGURE, MENTION, CITATION = FACTS[Figure], FACTS[Mention], FACTS[Citation]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review") / "ledger"
    with open_ledger(folder) as opened:
        opened.land(make_shard([ARTICLE]))
    catalogue.publish(folder)
    return folder


@pytest.fixture
def warehouse(published: Path) -> Iterator[Path]:
    yield published
    (published / "corrections.csv").unlink(missing_ok=True)


@pytest.fixture
def client(warehouse: Path) -> Iterator[TestClient]:
    with TestClient(application(warehouse), base_url=ORIGIN, headers={"origin": ORIGIN}) as opened:
        yield opened


def page_of(fact: Fact) -> str:
    return f"/fact/{fact.table}/{fact.key}"


def form(client: TestClient, fact: Fact, **filled: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', client.get(page_of(fact)).text)
    return {**dict(found), "by": "Ida Lund", **filled}


def article_text(client: TestClient) -> str:
    return client.get(f"/article/{ARTICLE.article_id}").text


def row_of(client: TestClient, fact: Fact) -> str:
    found = re.search(rf'<li id="r-{fact.key}".*?</li>', article_text(client), re.DOTALL)
    return found.group(0) if found else ""


def test_a_corrected_value_is_seen_at_once_and_undone(client: TestClient, warehouse: Path) -> None:
    before = row_of(client, FIGURE)
    filled = form(client, FIGURE, action="correct", column="unit", value="EUR")
    answer = client.post("/review", data=filled)
    assert answer.url.path == page_of(FIGURE)
    assert "Ida Lund" in answer.text
    assert "<b>EUR</b>" in answer.text
    (line,) = user_corrections(warehouse)
    assert (line.action, line.column, line.value, line.by) == ("correct", "unit", "EUR", "Ida Lund")
    assert line.start_char == str(FIGURE.start_char)
    assert "6.5\u202fbillion EUR" in row_of(client, FIGURE)
    undoing = re.search(r'name="line" value="(\w+)"', answer.text)
    assert undoing
    back = f"/article/{ARTICLE.article_id}"
    done = client.post("/undo", data={"token": filled["token"], "line": undoing.group(1), "back": back})
    assert done.url.path == back
    assert user_corrections(warehouse) == ()
    assert row_of(client, FIGURE) == before


@pytest.mark.parametrize("fact", [FIGURE, CITATION], ids=["figure", "citation"])
def test_what_is_hidden_is_gone_from_its_article_and_has_its_page(client: TestClient, fact: Fact) -> None:
    client.post("/review", data=form(client, fact, action="hide"))
    assert row_of(client, fact) == ""
    assert 'action="/undo"' in article_text(client)
    assert client.get(page_of(fact)).status_code == 200


def test_what_is_confirmed_stays(client: TestClient) -> None:
    answer = client.post("/review", data=form(client, FIGURE, action="confirm"))
    assert "<b>confirm</b>" in answer.text
    assert row_of(client, FIGURE)


@pytest.mark.parametrize(
    ("filled", "expected"),
    [
        ({"action": "rename", "value": "Kazakhstan"}, "<dd>Kazakhstan</dd>"),
        ({"action": "retype", "value": "person"}, "<dd>person</dd>"),
        ({"action": "not an entity"}, ""),
    ],
)
def test_names_are_corrected_in_their_article(client: TestClient, filled: dict[str, str], expected: str) -> None:
    assert "<dd>Kazakstan</dd>" in row_of(client, MENTION)
    client.post("/review", data=form(client, MENTION, **filled))
    row = row_of(client, MENTION)
    assert expected in row
    assert bool(row) == bool(expected)


WRONG = [
    ({"action": "correct", "column": "value", "value": "many"}, 422, "is no number"),
    ({"action": "correct", "column": "worth", "value": "1"}, 422, "column &#39;worth&#39; of a figure is none of"),
    ({"action": "rename", "value": "x"}, 422, "choose correct, hide, confirm"),
    ({"action": "hide", "by": " "}, 422, "Say who you are"),
    ({"action": "hide", "by": "x" * 301}, 422, "at most 300 characters"),
    ({"action": "hide", "key": "0" * 20}, 404, "No fact has the key"),
    ({"action": "hide", "table": "articles"}, 404, "No fact has the key"),
    ({"action": "hide", "token": "guessed"}, 403, "load this one anew"),
    ({"action": "hide", "value": "x" * 30_000}, 413, "more than a form"),
]


@pytest.mark.parametrize(("filled", "status", "said"), WRONG)
def test_wrong_forms_write_nothing(
    client: TestClient, warehouse: Path, filled: dict[str, str], status: int, said: str
) -> None:
    answer = client.post("/review", data=form(client, FIGURE, **filled))
    assert answer.status_code == status
    assert said in answer.text
    assert not (warehouse / "corrections.csv").exists()


@pytest.mark.parametrize(
    "origin",
    [
        "",
        "null",
        "https://attacker.example",
        "http://127.0.0.1:9000",
        "https://127.0.0.1:8000",
        "http://localhost:8000",
    ],
)
@pytest.mark.parametrize("address", ["/review", "/undo"])
def test_forms_of_other_pages_write_nothing(client: TestClient, warehouse: Path, origin: str, address: str) -> None:
    filled = form(client, FIGURE, action="hide")
    assert client.post(address, data=filled, headers={"origin": origin}).status_code == 403
    assert not (warehouse / "corrections.csv").exists()


def test_a_form_of_another_kind_is_refused(client: TestClient) -> None:
    assert client.post("/review", json=form(client, FIGURE, action="hide")).status_code == 415


def test_a_file_of_corrections_that_cannot_be_read_is_told_of_and_left_alone(
    client: TestClient, warehouse: Path
) -> None:
    filled = form(client, FIGURE, action="hide")
    (warehouse / "corrections.csv").write_text("action,kind,name\nmerge,novel,x\n", encoding="utf-8")
    assert "line 2" in article_text(client)
    assert "line 2" in client.post("/review", data=filled).text
    assert (warehouse / "corrections.csv").read_text(encoding="utf-8") == "action,kind,name\nmerge,novel,x\n"


def test_where_nothing_can_be_written_there_is_no_form(warehouse: Path) -> None:
    with TestClient(application(warehouse, can_write=False), base_url=ORIGIN, headers={"origin": ORIGIN}) as client:
        assert "<form method=" not in client.get(page_of(FIGURE)).text
        assert client.post("/review", data={"token": ""}).status_code == 404


@pytest.mark.parametrize("written", ["//attacker.example", "https://attacker.example/", "/\\attacker.example", "", "x"])
def test_a_form_leads_back_to_these_pages_alone(written: str) -> None:
    assert own_address(written) == "/"


def test_a_form_leads_back_where_it_was() -> None:
    assert own_address("/article/1#f-2") == "/article/1#f-2"


def listed(client: TestClient, address: str) -> list[dict[str, object]]:
    rows = client.get(address, params={"format": "json"}).json()
    assert isinstance(rows, list)
    return rows


def test_lists_show_a_corrected_value_at_once(client: TestClient) -> None:
    before = listed(client, "/figures")
    client.post("/review", data=form(client, FIGURE, action="correct", column="unit", value="EUR"))
    after = listed(client, "/figures")
    changed = [row["unit"] for row in after if row["figure_id"] == FIGURE.key]
    assert changed == ["EUR"]
    assert [{**row, "unit": None} for row in after] == [{**row, "unit": None} for row in before]
    assert FIGURE.text in client.get("/figures?unit=EUR").text


@pytest.mark.parametrize(
    ("fact", "address"), [(FIGURE, "/figures"), (CITATION, "/outlets")], ids=["figure", "citation"]
)
def test_lists_leave_out_what_is_hidden_at_once(client: TestClient, fact: Fact, address: str) -> None:
    before = listed(client, address)
    answer = client.post("/review", data=form(client, fact, action="hide"))
    assert len(listed(client, address)) == len(before) - 1
    undoing = re.search(r'name="line" value="(\w+)"', answer.text)
    assert undoing
    token = form(client, fact)["token"]
    client.post("/undo", data={"token": token, "line": undoing.group(1), "back": "/figures"})
    assert listed(client, address) == before

"""Entities in the ledger: the same tables in whatever order articles arrive, corrected by the user, proved, resumed."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tasks.freshness.entities import are_entities_current
from tasks.settings.corrections import user_corrections
from tasks.stages.resolve_entities import resolve_entities
from tasks.stages.verify_entities import verify_entities
from tests.support.entity_rows import LINES, article, ingest
from tests.support.shard_by_shard import copied
from tests.support.warehouse_rows import rows, tables
from warehouse.catalogue import catalogue
from warehouse.catalogue.catalogue import publish
from warehouse.folder.errors import ConfigurationError
from warehouse.ledger.ledger import open_ledger
from warehouse.proofs.prove import prove
from warehouse.records import CORPUS_TABLES

ENTITIES = {
    ("country", "Russia", "RU", 2),
    ("person", "Igor Baranov", None, 3),
    ("person", "Anatol Karpenko", None, 2),
    ("organization", "NATO", None, 2),
    ("place", "Minsk", "BY", 1),
}
ALL_ENTITIES = "FROM entities SELECT kind, name, country_code, mention_count"


def resolve_again(warehouse: Path) -> int:
    """Resolve without landing anything; return the number of the state that is published then."""
    with open_ledger(warehouse) as ledger:
        resolve_entities.fn(ledger, corrections=user_corrections(warehouse))
        sequence = ledger.head.sequence
    catalogue.publish(warehouse)
    return sequence


@pytest.fixture(scope="module")
def resolved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ingest(tmp_path_factory.mktemp("resolved") / "ledger", (1, 2, 3, 4))


@pytest.fixture
def warehouse(resolved: Path, tmp_path: Path) -> Path:
    return copied(resolved, tmp_path)


def test_resolve_entities_fills_every_table(resolved: Path) -> None:
    assert set(rows(resolved, ALL_ENTITIES)) == ENTITIES
    assert rows(resolved, "SELECT count(*), count(entity_id) FROM mentions") == [(10, 10)]
    names = "FROM entity_names JOIN entities USING (entity_id) SELECT entity_names.name WHERE entities.name = 'Russia'"
    assert set(rows(resolved, names)) == {("Russian",), ("Russia",)}
    assert rows(resolved, "FROM entity_roles SELECT role, country_code, stated_on ORDER BY stated_on") == [
        ("minister", None, date(1999, 3, 1)),
        ("minister", None, date(1999, 3, 3)),
    ]
    assert rows(resolved, "FROM marts.mentions SELECT count(entity_id)") == [(10,)]


@pytest.mark.parametrize(
    ("country_code", "names"),
    [
        ("RU", ["Igor Baranov", "Igor Baranov", "Russia"]),
        (None, ["Igor Baranov", "Russia"]),  # no article says whose minister he is
    ],
)
def test_anaphors_view_names_who_is_meant(tmp_path: Path, country_code: str | None, names: list[str]) -> None:
    warehouse = ingest(tmp_path / "ledger", (1, 2, 3, 4))
    publish(warehouse, max_bytes=0)  # so that the views read the file that is changed
    (path,) = (warehouse / "tables" / "entity_roles").glob("*.parquet")
    content = pq.read_table(path)
    stated = [row | {"country_code": country_code} for row in content.to_pylist()]
    pq.write_table(pa.Table.from_pylist(stated, schema=content.schema), path)
    meant = "FROM anaphors JOIN entities USING (entity_id) SELECT entities.name ORDER BY ALL"
    assert [name for (name,) in rows(warehouse, meant)] == names


def test_resolve_entities_names_the_speaker(resolved: Path) -> None:
    speaker = "FROM quotations JOIN entities ON entity_id = speaker_entity_id SELECT entities.name"
    assert rows(resolved, speaker) == [("Igor Baranov",)]


@pytest.mark.parametrize("runs", [((4,), (3,), (2,), (1,)), ((1,), (2, 3), (4,)), ((2, 4), (1, 3))])
def test_resolve_entities_does_not_depend_on_the_order_of_arrival(
    resolved: Path, tmp_path: Path, runs: tuple[tuple[int, ...], ...]
) -> None:
    found = tables(ingest(tmp_path / "ledger", *runs))
    expected = tables(resolved)
    for table in ("entities", "entity_names", "entity_roles", "mention_entities"):
        assert found[table] == expected[table]


def test_resolve_entities_publishes_nothing_where_nothing_changed(warehouse: Path) -> None:
    before = resolve_again(warehouse)
    (warehouse / "work" / "resolved_entities").unlink()
    assert resolve_again(warehouse) == before


def test_resolve_entities_follows_articles_that_go(warehouse: Path) -> None:
    with open_ledger(warehouse) as ledger:
        ledger.land(
            {},
            replaced_article_ids=[article(number).article_id for number in LINES],
            replaced_source_paths=[article(number).source_path for number in LINES],
        )
        assert not are_entities_current(ledger, corrections=())
        resolve_entities.fn(ledger, corrections=())
        assert are_entities_current(ledger, corrections=())
    catalogue.publish(warehouse)
    for table in ("entities", "entity_names", "entity_roles", "mention_entities"):
        assert rows(warehouse, f"FROM {table}") == []
    assert list(prove(warehouse)) == []


def test_resolve_entities_obeys_corrections_until_they_are_withdrawn(warehouse: Path) -> None:
    lines = ["action,kind,name,value,article_id", "retype,organization,NATO,event,", "not an entity,place,Minsk,,"]
    lines += ["rename,person,Igor Baranov,Igor Petrovich Baranov,", "merge,place,Nowhere,Minsk,"]
    path = warehouse / "corrections.csv"
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    resolve_again(warehouse)
    found = {(kind, name) for kind, name, *_ in rows(warehouse, ALL_ENTITIES)}
    assert {("event", "NATO"), ("person", "Igor Petrovich Baranov")} <= found
    assert not {("organization", "NATO"), ("place", "Minsk")} & found
    assert rows(warehouse, "FROM mentions SELECT name WHERE entity_id IS NULL") == [("Minsk",)]
    assert rows(warehouse, "FROM corrections SELECT name, mention_count ORDER BY name") == [
        ("Igor Baranov", 2),
        ("Minsk", 1),
        ("NATO", 2),
        ("Nowhere", 0),
    ]
    path.unlink()
    resolve_again(warehouse)
    assert set(rows(warehouse, ALL_ENTITIES)) == ENTITIES


@pytest.mark.parametrize(
    ("table", "column", "value", "expected"),
    [
        ("entities", "entity_id", "0" * 20, {("mention_entities", "entity_id"), ("entities", "mention_count")}),
        ("entities", "mention_count", 9, {("entities", "mention_count")}),
        ("entity_names", "name", "Nobody", {("entity_names", "entity_name_id")}),
        ("entity_roles", "mention_id", "0" * 20, {("entity_roles", "mention_id")}),
        ("mention_entities", "mention_id", "0" * 20, {("mention_entities", "mention_id")}),
        ("mention_entities", "entity_id", "0" * 20, {("mention_entities", "entity_id")}),
    ],
)
def test_prove_names_what_was_changed_of_entities(
    warehouse: Path, table: str, column: str, value: object, expected: set[tuple[str, str]]
) -> None:
    assert not corpus_faults(warehouse)
    (path,) = (warehouse / "tables" / table).glob("*.parquet")
    content = pq.read_table(path)
    changed = [row | {column: value} if number == 0 else row for number, row in enumerate(content.to_pylist())]
    pq.write_table(pa.Table.from_pylist(changed, schema=content.schema), path)
    assert expected <= corpus_faults(warehouse)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("entities", "name", "Nobody"),
        ("entity_names", "mention_count", 9),
        ("entity_roles", "country_code", "FR"),
        ("mention_entities", "entity_id", "0" * 20),
    ],
)
def test_verify_entities_resolves_again(warehouse: Path, table: str, column: str, value: object) -> None:
    assert list(verify_entities(warehouse)) == []
    (path,) = (warehouse / "tables" / table).glob("*.parquet")
    content = pq.read_table(path)
    changed = [row | {column: value} if number == 0 else row for number, row in enumerate(content.to_pylist())]
    pq.write_table(pa.Table.from_pylist(changed, schema=content.schema), path)
    assert {(fault.table, fault.column) for fault in verify_entities(warehouse)} == {(table, column)}
    pq.write_table(content.slice(1), path)
    assert {(fault.table, fault.column) for fault in verify_entities(warehouse)} == {(table, "")}


def test_verify_entities_waits_for_the_next_ingest(warehouse: Path) -> None:
    (warehouse / "corrections.csv").write_text("action,kind,name\nnot an entity,organization,NATO\n")
    assert list(verify_entities(warehouse)) == []


def corpus_faults(warehouse: Path) -> set[tuple[str, str]]:
    of_corpus = {record.table for record in CORPUS_TABLES}
    return {(fault.table, fault.column) for fault in prove(warehouse) if fault.table in of_corpus}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"action,kind,name\njoin,person,A\n", "line 2: action 'join'"),
        (b"action,kind,name\nmerge,person,\xff\n", "utf-8"),
    ],
)
def test_user_corrections_names_the_file_and_the_line(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "corrections.csv").write_bytes(content)
    with pytest.raises(ConfigurationError, match=words) as raised:
        user_corrections(tmp_path)
    assert str(tmp_path / "corrections.csv") in str(raised.value)

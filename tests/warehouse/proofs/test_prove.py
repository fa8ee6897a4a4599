import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.support.ledger_rows import make_article, make_derived, make_rejection, make_shard, table_of
from tests.support.warehouse_rows import Row, tamper
from warehouse.catalogue import catalogue
from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.ledger.ledger import open_ledger
from warehouse.proofs import texts
from warehouse.proofs.prove import Fault, prove
from warehouse.reading import ranges
from warehouse.records import DerivedFigure, Figure, Quotation, Rejection

ARTICLES = [make_article(number) for number in range(1, 8)]
FIRST = ARTICLES[0]


@pytest.fixture(scope="module")
def proved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("proved") / "ledger"
    with open_ledger(folder) as opened:
        derived = table_of(DerivedFigure, [make_derived(FIRST)])
        rejections = table_of(Rejection, [make_rejection(1)])
        opened.land({**make_shard(ARTICLES), "derived_figures": derived, "rejections": rejections})
        opened.keep_rejected("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", b"")
    catalogue.publish(folder)
    return folder


@pytest.fixture
def warehouse(proved: Path, tmp_path: Path) -> Iterator[Path]:
    """The warehouse, to be changed at will: afterwards it is again what it was, in the same place."""
    backup = shutil.copytree(proved, tmp_path / "backup", symlinks=True)
    yield proved
    shutil.rmtree(proved, ignore_errors=True)
    shutil.copytree(backup, proved, symlinks=True)


def stored(warehouse: Path, table: str) -> Path:
    (path,) = (warehouse / "tables" / table).glob("*.parquet")
    return path


def faults(warehouse: Path) -> set[tuple[str, str]]:
    return {(fault.table, fault.column) for fault in prove(warehouse)}


def test_prove_finds_no_fault_where_there_is_none(proved: Path) -> None:
    assert list(prove(proved)) == []


def test_prove_takes_a_relative_path(proved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(proved.parent)
    assert list(prove(Path(proved.name))) == []


def test_prove_takes_articles_a_few_at_a_time(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranges, "ARTICLES_AT_ONCE", 2)
    monkeypatch.setattr(ranges, "ROWS_AT_ONCE", 1)
    assert list(prove(warehouse)) == []
    tamper(stored(warehouse, "mentions"), lambda rows: rows[-1].update(text="Kazakhstan"))
    assert faults(warehouse) == {("mentions", "text"), ("marts.mentions", "text"), ("marts.fct_mentions", "text")}


@pytest.mark.parametrize(
    ("table", "column", "value", "expected"),
    [
        ("articles", "text", FIRST.text.replace("US$6.5", "US$7.5"), {("articles", "text"), ("figures", "text")}),
        ("articles", "text_sha256", "0" * 64, {("articles", "text")}),
        ("articles", "source", "another.txt", {("articles", "article_id")}),
        ("articles", "content_sha256", "0" * 64, {("articles", "article_id"), ("files", "content_sha256")}),
        ("articles", "body_end_char", 10**6, {("articles", "body_start_char")}),
        ("articles", "body_start_char", -1, {("articles", "body_start_char")}),
        ("figures", "figure_id", "0" * 20, {("figures", "figure_id")}),
        ("figures", "kind", "count", {("figures", "figure_id")}),
        ("figures", "text", "US$6.5 million", {("figures", "text")}),
        ("figures", "start_char", 3, {("figures", "figure_id"), ("figures", "text")}),
        ("figures", "end_char", 10**6, {("figures", "figure_id"), ("figures", "text")}),
        ("figures", "article_id", "~", {("figures", "figure_id"), ("figures", "article_id")}),
        ("figures", "measure_start_char", 3, {("figures", "measure")}),
        ("figures", "value", Decimal("7000000000"), set()),  # the mart still has the value that was landed
        ("citations", "covers_end_char", 10**6, {("citations", "covers_start_char")}),
        ("citations", "outlet", "TASS", {("citations", "citation_id")}),
        ("files", "article_id", "0" * 20, {("files", "article_id"), ("articles", "source_path")}),
        ("files", "outcome", "rejected", {("articles", "source_path")}),
        ("files", "content_sha256", "0" * 64, {("files", "content_sha256")}),
        ("rejections", "rule", "another", {("rejections", "rejection_id")}),
        ("derived_figures", "kind", "count", {("derived_figures", "derived_figure_id")}),
        ("derived_figures", "level_figure_id", "0" * 20, {("derived_figures", "level_figure_id")}),
        ("derived_figures", "change_figure_id", "0" * 20, {("derived_figures", "change_figure_id")}),
        ("derived_figures", "article_id", "0" * 20, {("derived_figures", "article_id")}),
    ],
)
def test_prove_names_what_was_changed(
    warehouse: Path, table: str, column: str, value: object, expected: set[tuple[str, str]]
) -> None:
    tamper(stored(warehouse, table), lambda rows: rows[0].update({column: value}))
    in_marts = {(f"marts.{table}", column)} if table in {"articles", "figures", "citations"} else set()
    found = faults(warehouse)
    assert expected <= found
    assert in_marts <= found or {fault for fault in found if fault[0].startswith("marts.")}
    assert found


def test_prove_names_the_key_and_says_what_is_wrong(warehouse: Path) -> None:
    tamper(stored(warehouse, "figures"), lambda rows: rows[0].update(text="US$6.5 million"))
    fault, in_mart, in_star = prove(warehouse)
    (key, *_), *_ = pq.read_table(stored(warehouse, "figures"), columns=["figure_id"]).to_pydict().values()
    reason = "it is 'US$6.5 million', but the article has 'US$6.5 billion' there"
    assert fault == Fault(table="figures", key=key, column="text", reason=reason)
    reason = "the ledger has 'US$6.5 million', the mart 'US$6.5 billion'"
    assert in_mart == Fault(table="marts.figures", key=key, column="text", reason=reason)
    assert in_star == Fault(table="marts.fct_figures", key=key, column="text", reason=reason)


@pytest.mark.parametrize("table", ["articles", "mentions", "files", "rejections"])
def test_prove_names_a_row_that_is_there_twice(warehouse: Path, table: str) -> None:
    tamper(stored(warehouse, table), lambda rows: rows.append(rows[0]))
    assert any("2 rows have this key" in fault.reason for fault in prove(warehouse) if fault.table == table)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("articles", {("files", "article_id"), ("figures", "article_id"), ("marts.articles", "")}),
        ("files", {("articles", "source_path")}),
        ("figures", {("marts.figures", "")}),
    ],
)
def test_prove_names_a_row_that_is_gone(warehouse: Path, table: str, expected: set[tuple[str, str]]) -> None:
    tamper(stored(warehouse, table), lambda rows: rows.pop(0))
    assert expected <= faults(warehouse)


def test_prove_names_what_was_changed_in_a_mart(warehouse: Path) -> None:
    tamper(warehouse / "marts" / "figures.parquet", lambda rows: rows[0].update(value=Decimal(1)))
    (fault,) = prove(warehouse)
    assert (fault.table, fault.column) == ("marts.figures", "value")
    assert "the mart Decimal('1.000000000')" in fault.reason


def test_prove_names_a_catalogue_behind_the_ledger(warehouse: Path) -> None:
    with open_ledger(warehouse) as opened:
        opened.land(make_shard([make_article(9)]))
    assert {fault.table for fault in prove(warehouse)} == {"marts"}
    shown = (warehouse / layout.CATALOGUE).read_bytes()
    catalogue.publish(warehouse)
    (warehouse / layout.CATALOGUE).write_bytes(shown)
    (fault,) = prove(warehouse)
    assert (fault.table, fault.key) == (layout.CATALOGUE, "")
    assert "shows state 1, published is 2" in fault.reason


def test_prove_names_a_view_that_shows_something_else(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse / layout.CATALOGUE)) as connection:
        connection.execute("CREATE OR REPLACE VIEW citations AS FROM internal.citations LIMIT 1")
    (fault,) = prove(warehouse)
    assert (fault.table, fault.key) == (layout.CATALOGUE, "main.citations")


def test_prove_names_a_table_of_the_catalogue_that_holds_something_else(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse / layout.CATALOGUE)) as connection:
        connection.execute("UPDATE marts.figures SET text = 'nothing'")
        connection.execute("DROP TABLE internal.dates CASCADE")
    assert {(fault.table, fault.key) for fault in prove(warehouse)} == {
        (layout.CATALOGUE, "marts.figures"),
        (layout.CATALOGUE, "internal.dates"),
    }


def test_prove_names_a_macro_that_answers_something_else(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse / layout.CATALOGUE)) as connection:
        connection.execute("CREATE OR REPLACE MACRO search(query, most := 20) AS TABLE SELECT query AS article_id")
    (fault,) = prove(warehouse)
    assert (fault.table, fault.key) == (layout.CATALOGUE, "main.search")


@pytest.mark.parametrize(
    ("table", "changes", "expected"),
    [
        ("postings", {"term": "peace"}, {("internal.search_postings", "article")}),
        ("postings", {"start_char": 14}, {("internal.search_postings", "article")}),
        ("sentences", {"text": "Peace grows"}, {("internal.search_sentences", "article")}),
        ("terms", {"frequency": 99}, {("internal.search_terms", "article")}),
        ("vocabulary", {"term": "0"}, {("internal.search_vocabulary", "0"), ("internal.search_vocabulary", "1")}),
        ("articles", {"term_count": 99}, {("internal.search_articles", "article")}),
        (
            "articles",
            {"digest": "0"},
            {("internal.search_articles", "article"), ("internal.search_postings", "number")},
        ),
    ],
)
def test_prove_names_what_was_changed_in_the_index(
    warehouse: Path, table: str, changes: Row, expected: set[tuple[str, str]]
) -> None:
    (path,) = (warehouse / layout.MARTS / layout.INDEX / table).iterdir()
    tamper(path, lambda rows: rows[0].update(changes))
    keys = {article.article_id: "article" for article in ARTICLES}
    found = {
        (fault.table, keys.get(fault.key, "number" if len(fault.key) > 5 else fault.key)) for fault in prove(warehouse)
    }
    assert expected <= found
    assert all(fault_table.startswith("internal.search_") for fault_table, _ in found)


@pytest.mark.parametrize("table", ["articles", "postings"])
def test_prove_names_a_table_of_the_index_that_is_missing(warehouse: Path, table: str) -> None:
    shutil.rmtree(warehouse / layout.MARTS / layout.INDEX / table)
    (fault,) = prove(warehouse)
    assert (fault.table, fault.key) == (layout.MARTS, "")


@pytest.mark.parametrize("part", [layout.CATALOGUE, layout.MARTS])
def test_prove_names_a_part_that_is_missing(warehouse: Path, part: str) -> None:
    (warehouse / part).unlink()
    assert {fault.table for fault in prove(warehouse)} == {part}


def test_prove_names_kept_bytes_that_changed(warehouse: Path) -> None:
    (path,) = (warehouse / layout.REJECTED).iterdir()
    path.write_bytes(b"!")
    (fault,) = prove(warehouse)
    assert (fault.table, fault.key) == (layout.REJECTED, path.name)


@pytest.mark.parametrize("content", [b"", b"PAR1 no more"], ids=["empty", "cut off"])
def test_prove_says_which_file_cannot_be_read(warehouse: Path, content: bytes) -> None:
    stored(warehouse, "figures").write_bytes(content)
    with pytest.raises(WarehouseError, match="figures"):
        list(prove(warehouse))


def test_prove_refuses_a_folder_without_a_warehouse(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="holds no warehouse"):
        list(prove(tmp_path))


def test_span_columns_pairs_offsets_with_the_text_they_repeat() -> None:
    assert texts.span_columns(Figure) == [
        ("start_char", "end_char", "text"),
        ("measure_start_char", "measure_end_char", "measure"),
        ("measured_of_start_char", "measured_of_end_char", "measured_of"),
    ]
    assert ("speaker_start_char", "speaker_end_char", "speaker_text") in texts.span_columns(Quotation)
    assert ("cue_start_char", "cue_end_char", "cue") in texts.span_columns(Quotation)
    assert ("interruption_start_char", "interruption_end_char", "interruption") in texts.span_columns(Quotation)
    outlet = ("reporting_outlet_start_char", "reporting_outlet_end_char", "reporting_outlet_text")
    assert outlet in texts.span_columns(Quotation)


@pytest.mark.parametrize(
    ("expected", "is_fault"),
    [("Foreign\nMinister", False), ("Foreign Minister", False), ("Foreign  Minister", True), ("Minister", True)],
)
def test_span_fault_takes_single_white_space_for_that_of_the_text(expected: str, *, is_fault: bool) -> None:
    assert (texts.span_fault("Foreign\nMinister Orlov", 0, 16, expected=expected) is not None) is is_fault

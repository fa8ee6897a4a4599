import io
import json
import shutil
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from tests.support.ledger_rows import make_article, make_rejection, make_run, make_shard, table_of
from warehouse.catalogue import catalogue
from warehouse.folder.errors import QueryError, WarehouseError
from warehouse.ledger.ledger import open_ledger
from warehouse.reading.query import article_rows, run_query, status, write_csv, write_json, write_parquet
from warehouse.records import Rejection, Run

ARTICLES = [make_article(number) for number in (1, 2, 3)]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("query") / "ledger"
    rejections = table_of(Rejection, [make_rejection(1), make_rejection(2)])
    with open_ledger(folder) as opened:
        opened.land({**make_shard(ARTICLES), "rejections": rejections, "runs": table_of(Run, [make_run("r1")])})
    catalogue.publish(folder)
    return folder


def test_run_query_gives_names_and_exact_values(warehouse: Path) -> None:
    result = run_query(warehouse, "SELECT DISTINCT value, unit FROM figures ORDER BY value")
    assert result.columns == ("value", "unit")
    assert [tuple(map(str, row)) for row in result.rows] == [("12", "percent"), ("6500000000", "USD")]


@pytest.mark.parametrize(
    ("value", "expected"), [("10.500000000", "10.5"), ("100", "100"), ("0.000000000", "0"), ("-7.10", "-7.1")]
)
def test_run_query_leaves_out_trailing_zeros_alone(warehouse: Path, value: str, expected: str) -> None:
    ((shown,),) = run_query(warehouse, f"SELECT CAST('{value}' AS DECIMAL(38, 9))").rows
    assert (str(shown), shown) == (expected, Decimal(value))


@pytest.mark.parametrize(
    "sql", ["SELEC 1", "FROM no_such_table", "SELECT no_such_column FROM figures", "DROP VIEW figures"]
)
def test_run_query_refuses_what_cannot_be_answered(warehouse: Path, sql: str) -> None:
    with pytest.raises(QueryError):
        list(run_query(warehouse, sql).rows)


@pytest.mark.parametrize(
    ("sql", "offered"),
    {
        "a table": ("FROM figurs", 'Did you mean "figures"?'),
        "a mart without its schema": ("FROM fct_figure", "Close names are marts.fct_figures"),
        "a schema": ("FROM mart.figures", "Close names are figures, marts.figures"),
        "a column": ("SELECT valu FROM figures", '"value"'),
        "a column of a table": ("SELECT figures.valu FROM figures", "Close names are value"),
        "nothing like it": ("FROM marts.zzz", "`newsledger sql 'SHOW ALL TABLES'` lists all names."),
    }.values(),
)
def test_run_query_offers_the_nearest_names(warehouse: Path, sql: str, offered: str) -> None:
    with pytest.raises(QueryError) as refused:
        run_query(warehouse, sql)
    assert offered in str(refused.value)


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1 AS x) TO '{path}'",
        "SET threads = 1; COPY (SELECT 1 AS x) TO '{path}'",
        "EXPORT DATABASE '{path}'",
    ],
)
def test_run_query_writes_no_file(warehouse: Path, tmp_path: Path, sql: str) -> None:
    path = tmp_path / "written"
    with pytest.raises(QueryError, match=r"COPY and EXPORT write files.*--output FILE"):
        run_query(warehouse, sql.format(path=path))
    assert not path.exists()


@pytest.mark.parametrize("sql", ["SELECT 1; SELECT 2", "SELECT 1; SET threads = 1;", "SHOW TABLES;\nSELECT 1"])
def test_run_query_refuses_to_answer_the_last_of_several_queries_alone(
    warehouse: Path, tmp_path: Path, sql: str
) -> None:
    with pytest.raises(QueryError, match=r"more than one query.* Ask '(SELECT 1|SHOW TABLES)' alone"):
        run_query(warehouse, sql)
    with pytest.raises(QueryError, match="more than one query"):
        write_parquet(warehouse, sql, tmp_path / "rows.parquet")


def test_run_query_answers_what_comes_after_settings(warehouse: Path) -> None:
    sql = "SET threads = 1; CREATE TEMP TABLE one AS SELECT 1 AS number; FROM one;"
    assert list(run_query(warehouse, sql).rows) == [(1,)]


def test_run_query_of_nothing_has_no_rows(warehouse: Path) -> None:
    assert list(run_query(warehouse, "-- nothing").rows) == []


def test_run_query_reports_an_error_amid_the_rows(warehouse: Path) -> None:
    with pytest.raises(QueryError, match="Trade grows"):
        list(run_query(warehouse, "SELECT CAST(headline AS INTEGER) FROM articles").rows)


def test_write_csv_and_write_json_agree(warehouse: Path) -> None:
    sql = """
        SELECT value, cited_on_start, NULL AS nothing, 'a,"b' AS marks
        FROM figures JOIN citations USING (article_id) LIMIT 1
    """
    as_csv, as_json = io.StringIO(), io.StringIO()
    write_csv(run_query(warehouse, sql), as_csv)
    write_json(run_query(warehouse, sql), as_json)
    ((row),) = json.loads(as_json.getvalue())
    assert row["value"] in {12, 6500000000}
    assert row == {"value": row["value"], "cited_on_start": "1999-03-03", "nothing": None, "marks": 'a,"b'}
    lines = as_csv.getvalue().splitlines()
    assert lines[0] == "value,cited_on_start,nothing,marks"
    assert lines[1].endswith(',1999-03-03,,"a,""b"')


def test_write_json_keeps_every_digit_of_a_decimal(warehouse: Path) -> None:
    digits = "123456789012345678901.123456789"
    stream = io.StringIO()
    write_json(run_query(warehouse, f"SELECT CAST({digits} AS DECIMAL(38, 9)) AS value, 0.1 AS tenth"), stream)
    assert digits in stream.getvalue()
    assert json.loads(stream.getvalue(), parse_float=Decimal) == [{"value": Decimal(digits), "tenth": Decimal("0.1")}]


def test_write_json_of_no_rows_is_an_empty_array(warehouse: Path) -> None:
    stream = io.StringIO()
    write_json(run_query(warehouse, "FROM figures LIMIT 0"), stream)
    assert json.loads(stream.getvalue()) == []


def test_write_parquet_writes_what_duckdb_reads(warehouse: Path, tmp_path: Path) -> None:
    path = tmp_path / "it's.parquet"
    write_parquet(warehouse, "FROM figures", path)
    escaped = str(path).replace("'", "''")
    assert list(run_query(warehouse, f"SELECT count(*) FROM '{escaped}'").rows) == [(6,)]


def test_write_parquet_says_which_folder_is_missing(warehouse: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"none/figures.parquet cannot be written: .*Name another file with --output"):
        write_parquet(warehouse, "FROM figures", tmp_path / "none" / "figures.parquet")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_write_parquet_says_that_the_disk_is_full(warehouse: Path) -> None:
    with pytest.raises(QueryError, match=r"/dev/full cannot be written: No space left on device. Name another file"):
        write_parquet(warehouse, "FROM range(1000)", Path("/dev/full"))


def test_run_query_says_what_to_do_with_a_catalogue_of_an_older_layout(warehouse: Path, tmp_path: Path) -> None:
    older = shutil.copytree(warehouse, tmp_path / "ledger", symlinks=True)
    with duckdb.connect(str(older / "newsledger.duckdb")) as connection:
        connection.execute("ALTER TABLE internal.state DROP COLUMN is_complete")
    with pytest.raises(WarehouseError, match=r"another version of Newsledger\. Run `newsledger relocate"):
        run_query(older, "SELECT 1")
    assert catalogue.publish(older) is True
    assert list(run_query(older, "SELECT 1").rows) == [(1,)]


def test_status_says_what_to_do_with_a_catalogue_of_another_version(warehouse: Path, tmp_path: Path) -> None:
    older = tmp_path / "ledger"
    shutil.copytree(warehouse, older, symlinks=True)
    catalogue.publish(older)
    with duckdb.connect(str(older / "newsledger.duckdb")) as connection:
        connection.execute("DROP VIEW corrections")
    with pytest.raises(WarehouseError, match="another version of Newsledger"):
        status(older)


def test_status_counts(warehouse: Path) -> None:
    counted = status(warehouse)
    assert counted.sequence == 1
    assert {name: count for name, count in counted.row_counts.items() if count} == {
        "articles": 3,
        "mentions": 3,
        "figures": 6,
        "citations": 3,
        "rejections": 2,
        "files": 3,
        "runs": 1,
    }
    assert counted.file_counts == {"accepted": 3}
    assert counted.rejection_counts == {("read", "permissions"): 2}
    assert counted.last_run
    assert counted.last_run["run_id"] == "r1"


@pytest.mark.parametrize(
    "wanted", [ARTICLES[1].article_id, ARTICLES[1].article_id[:8], ARTICLES[1].source, ARTICLES[1].source_path]
)
def test_article_rows_finds_by_key_start_of_key_source_or_path(warehouse: Path, wanted: str) -> None:
    found = article_rows(warehouse, wanted)
    assert found.article["article_id"] == ARTICLES[1].article_id
    assert found.article["body"] == ARTICLES[1].body
    assert [row["text"] for row in found.facts["figures"]] == ["US$6.5 billion", "12 percent"]
    assert found.facts["quotations"] == []


@pytest.mark.parametrize("wanted", ["", "no such", "%", "'; --"])
def test_article_rows_says_how_to_find_an_article(warehouse: Path, wanted: str) -> None:
    with pytest.raises(QueryError, match="newsledger sql"):
        article_rows(warehouse, wanted)
